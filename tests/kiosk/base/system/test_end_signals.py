"""Asked to end before there is a loop: it is remembered, and breaks nothing that is being opened."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from kiosk.base.system.end_signals import END_SIGNALS, remembered

STORY = """
import os, signal
from kiosk.base.system.end_signals import asked, remembered
with remembered():
    assert not asked.is_set()
    os.kill(os.getpid(), signal.{name})
    assert asked.is_set()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", END_SIGNALS, ids=lambda number: number.name)
def test_a_signal_while_the_kiosk_is_opening_is_remembered(number: signal.Signals) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STORY.format(name=number.name)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_answered_before_answers_afterwards_and_what_came_meanwhile_stays() -> None:
    first, *others = END_SIGNALS
    before = {number: signal.getsignal(number) for number in END_SIGNALS}
    try:
        with remembered():
            signal.signal(first, signal.SIG_IGN)
        assert signal.getsignal(first) == signal.SIG_IGN
        assert [signal.getsignal(number) for number in others] == [before[number] for number in others]
    finally:
        signal.signal(first, before[first])
