"""`kiosk run`, once its options are known: the invitation first, then everything that stands behind it.

What the invitation says is put together before Qt is there: PySide looks into every module that is imported
after it, and those that need no Qt need not wait for that.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.base.hours.clock import Clock, SystemClock
from kiosk.base.system.end_signals import remembered
from kiosk.base.system.garbage import collected_here
from kiosk.base.words.texts import SENTENCES
from kiosk.machine.supervision.sd_notify import taken_from
from kiosk.point.display.sign import invitation
from ui.words import UiWords

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.base.config.run_options import RunOptions
    from kiosk.point.display.first_frame import FirstFrame


def run_kiosk(options: RunOptions, guides: Path | None = None, clock: Clock | None = None) -> int:
    """Open the kiosk and stay until it is told to end. 0 when everything was written, 1 otherwise."""
    clock, notifier = clock or SystemClock(), taken_from(os.environ)
    with remembered(), collected_here():
        try:
            first = _first_frame(options, clock)
        except Exception:
            from kiosk.base.files.paths import logbook_folder
            from kiosk.log.logbook.logbook import log_failed_start

            log_failed_start(logbook_folder(options.data_folder))
            raise
        from kiosk.app import run_behind  # most of the program: read behind the invitation

        return run_behind(first, options, clock, guides, notifier)


def _first_frame(options: RunOptions, clock: Clock) -> FirstFrame:
    words = UiWords(_sentences_of_the_ward(options.data_folder, clock))
    shown = invitation(words, options.config, clock.wall())
    from kiosk.point.display.first_frame import first_frame

    return first_frame(options, words, shown)


def _sentences_of_the_ward(data_folder: Path, clock: Clock) -> Path | None:
    """Of the content that this start will be with. Whether all of it is there is asked behind the frame."""
    from kiosk.base.files.paths import content_folder

    if not content_folder(data_folder).is_dir():  # a kiosk without a pack waits for no more than this
        return None
    from kiosk.papers.content.in_force import beginning_with, extra

    return extra(data_folder, beginning_with(data_folder, lambda: clock.now().boot), SENTENCES)
