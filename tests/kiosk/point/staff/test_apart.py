"""A PIN is looked at in a process of its own; where that process fails, staff come in all the same."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from kiosk.point.staff import apart
from kiosk.point.staff.pins import PEPPER_BYTES, kept

PEPPER = bytes(range(PEPPER_BYTES))
PIN = "271828"
DIGITS = tuple(map(int, PIN))

FAILS = {
    "it hangs": "exec sleep 600",
    "it does not listen and hangs": "exec <&-; exec sleep 600",
    "it ends at once": "exit 1",
}


def test_the_right_pin_fits_and_another_does_not() -> None:
    assert apart.fits_apart(DIGITS, kept(PIN, PEPPER), PEPPER)
    assert not apart.fits_apart((*DIGITS[:-1], 9), kept(PIN, PEPPER), PEPPER)


@pytest.mark.skipif(os.name == "nt", reason="the processes that fail are a shell's")
@pytest.mark.parametrize("fault", FAILS)
def test_a_process_that_fails_is_ended_and_the_pin_looked_at_here(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "WITHIN_S", 3.0)  # the shell has to begin in it
    file, began = tmp_path / "pid", time.monotonic()
    command = ("/bin/sh", "-c", f"echo $$ >{file}; {FAILS[fault]}")
    assert apart.fits_apart(DIGITS, kept(PIN, PEPPER), PEPPER, command)
    assert time.monotonic() - began < 60, "nobody waits for a process that sleeps"
    with pytest.raises(ProcessLookupError):
        os.kill(int(file.read_text()), 0)


def test_a_process_that_cannot_start_keeps_nobody_out() -> None:
    nowhere = (f"{sys.executable}-that-is-not-there",)
    assert apart.fits_apart(DIGITS, kept(PIN, PEPPER), PEPPER, nowhere)
    assert not apart.fits_apart((0, 0, 0, 0, 0, 0), kept(PIN, PEPPER), PEPPER, nowhere)
