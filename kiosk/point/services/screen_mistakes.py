"""Counts mistakes of ours on the screens."""

from __future__ import annotations

import logging


class ScreenMistakes(logging.Handler):
    """After each the kiosk lives on, but somebody was led to another page."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and (record.levelno >= logging.CRITICAL or record.name.startswith("ui.")):
            self.number += 1
