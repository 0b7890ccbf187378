"""Asked to end before there is a loop: the program leaves, and says that nothing went wrong."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from kiosk.end_signals import END_SIGNALS, ending_at_once

STORY = """
import os, signal, time
from kiosk.end_signals import ending_at_once
with ending_at_once():
    os.kill(os.getpid(), signal.{name})
    time.sleep(20)
raise SystemExit(3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", END_SIGNALS, ids=lambda number: number.name)
def test_a_signal_while_the_kiosk_is_opening_ends_it_with_zero(number: signal.Signals) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STORY.format(name=number.name)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_answered_before_answers_afterwards_and_what_came_meanwhile_stays() -> None:
    first, *others = END_SIGNALS
    before = {number: signal.getsignal(number) for number in END_SIGNALS}
    try:
        with ending_at_once():
            signal.signal(first, signal.SIG_IGN)
        assert signal.getsignal(first) == signal.SIG_IGN
        assert [signal.getsignal(number) for number in others] == [before[number] for number in others]
    finally:
        signal.signal(first, before[first])
