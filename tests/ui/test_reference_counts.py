"""A canary for the PySide6 that drops a reference to None on every void call (6.12.0 on Python 3.11)."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

CALLS = 20_000


class Bell(QObject):
    rung = Signal(bool)


@pytest.mark.parametrize("thing", [None, True, False])
def test_void_calls_signals_and_timers_leave_reference_counts_alone(qtbot: QtBot, thing: object) -> None:
    bell, timer, heard = Bell(), QTimer(), 0

    def hear(loud: bool) -> None:
        nonlocal heard
        heard += loud

    bell.rung.connect(hear)
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        timer.setInterval(5)
        timer.setSingleShot(True)
        bell.blockSignals(False)
        bell.rung.emit(True)
    drift = sys.getrefcount(thing) - before
    assert heard == CALLS
    assert abs(drift) < CALLS // 100, f"{thing!r} lost or gained {drift} references in {CALLS} rounds"
