"""`kiosk run`, once its options are known: the invitation first, then everything that stands behind it.

What the invitation says is put together before Qt is there: PySide looks into every module that is imported
after it, and those that need no Qt need not wait for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.display.sign import invitation
from kiosk.hours.clock import Clock, SystemClock
from kiosk.system.end_signals import remembered
from kiosk.system.garbage import collected_here
from ui.words import UiWords

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.config.run_options import RunOptions
    from kiosk.display.first_frame import FirstFrame


def run_kiosk(options: RunOptions, guides: Path | None = None, clock: Clock | None = None) -> int:
    """Open the kiosk and stay until it is told to end. 0 when everything was written, 1 otherwise."""
    clock = clock or SystemClock()
    with remembered(), collected_here():
        try:
            first = _first_frame(options, clock)
        except Exception:
            from kiosk.files.paths import logbook_folder
            from kiosk.logbook.logbook import log_failed_start

            log_failed_start(logbook_folder(options.data_folder))
            raise
        from kiosk.app import run_behind  # most of the program: read behind the invitation

        return run_behind(first, options, clock, guides)


def _first_frame(options: RunOptions, clock: Clock) -> FirstFrame:
    words = UiWords()
    shown = invitation(words, options.config, clock.wall())
    from kiosk.display.first_frame import first_frame

    return first_frame(options, words, shown)
