"""Tells systemd that people still see the kiosk move, and that it answers them: a frame was asked for and has
really been drawn, and a touch would be answered (`ui.window.touch_proof`).

A window that is frozen, an event loop that is busy for good, a compositor that takes no picture: each gives
no sign, and systemd starts the kiosk again. Neither does a kiosk that draws, but whose time stands still: it
would never go back to the invitation, and show the next resident what the last one read. Neither does one
that does both, and whose controls do nothing.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.machine.supervision.sd_notify import Notifier
from ui.window.frame_proof import FrameProof
from ui.window.window import KioskWindow

CONNECTORS = Path("/sys/class/drm")
TO_BE_READY = 2  # frames: the second comes only when the compositor has shown the first
SIGNS = (
    4  # within the time that systemd waits: three may be late or left out, for a screen may just be changing
)
MAY_STAND_STILL = 2  # looks before the first sign: the time of the screens goes on once a second
LOGGED_AFTER = 2  # looks in a row that find no answer: one is a screen that was just changing
READY_EVERY_S = 1.0  # until the first one, and where systemd waits for none
_log = logging.getLogger(__name__)


class Watchdog:
    """Begins with the event loop; `close` ends it."""

    def __init__(
        self,
        window: KioskWindow,
        notifier: Notifier,
        is_dark: Callable[[], bool] | None = None,
        kept_time: Callable[[], bool] = lambda: True,
        touch_trouble: Callable[[], str] = lambda: "",
    ) -> None:
        """*is_dark*: whether no panel is there to be drawn on; *kept_time*: whether time has gone on for the
        screens since it was last asked; *touch_trouble*: why a touch would not be answered, or nothing.
        """
        self._notifier, self._kept_time, self._touch_trouble = notifier, kept_time, touch_trouble
        self._is_dark = is_dark or panel_is_off
        self._timer = QTimer()
        self._ready = self._logged_dark = False
        self._trouble_logged = ""
        self._answers = self._stood_still = self._unanswered = 0
        if not notifier.address:
            return
        self._proof = FrameProof(window.engine, window.window, self._sign)
        self._timer.timeout.connect(self._poll)
        self._timer.start(int(READY_EVERY_S * 1000))

    def close(self) -> None:
        self._timer.stop()

    def _poll(self) -> None:
        if self._proof.is_gone:
            self._timer.stop()
            return
        self._stood_still = 0 if self._kept_time() else self._stood_still + 1
        may_stand_still = 0 if self._ready else MAY_STAND_STILL
        if not self._answers_touches() or self._stood_still > may_stand_still:
            return
        self._proof.ask()
        if (
            not self._proof.is_answered and self._is_dark()
        ):  # who has switched the panel off has broken nothing
            if not self._logged_dark:
                _log.info("no panel is connected: nothing can be drawn")
            self._logged_dark = True
            self._sign()

    def _answers_touches(self) -> bool:
        trouble = self._touch_trouble()
        self._unanswered = self._unanswered + 1 if trouble else 0
        is_logged = self._unanswered >= (LOGGED_AFTER if self._ready else 1)
        if is_logged and self._trouble_logged != trouble:
            _log.error("no touch is answered, and systemd hears nothing more: %s", trouble)
        self._trouble_logged = trouble if is_logged else ""
        return not trouble

    def _sign(self) -> None:
        if self._ready:
            self._notifier.tell("WATCHDOG=1")
            return
        self._answers += 1
        if self._answers < TO_BE_READY:
            return
        self._ready = True
        # So that a stop asks the kiosk to end, not cage, which would take the screen away from it.
        self._notifier.tell("READY=1", f"MAINPID={os.getpid()}", "WATCHDOG=1")
        if self._notifier.watchdog_s:
            self._timer.setInterval(int(self._notifier.watchdog_s * 1000 / SIGNS))
        else:
            self._timer.stop()


def panel_is_off(connectors: Path = CONNECTORS) -> bool:
    """Whether this machine has sockets for panels, and says of each that nothing hangs on it."""
    try:
        states = [file.read_text("ascii").strip() for file in connectors.glob("card*-*/status")]
    except OSError:
        return False
    return bool(states) and all(state == "disconnected" for state in states)
