"""What can be read on a photograph that a ward has laid beside: read by tesseract, where it is installed.

It writes to its own standard output alone; what it has read is looked through and let go.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from kiosk.base.config.checked_photographs import NOT_CHECKED, checked_in, fingerprint, remember
from kiosk.base.config.picture_faults import Fault
from kiosk.base.personal import leads_to_a_person, names_a_person

READER = "tesseract"
PACKAGES = "tesseract-ocr tesseract-ocr-vie"
_LONGEST_S = 60
_SPARSE = "11"  # words here and there, in no order: a screen, not a page


class Photographs:
    """Looks at one after the other of *folder*; `unread` counts those that two people have yet to look at."""

    def __init__(self, folder: Path) -> None:
        self.unread = 0
        self._folder = folder
        self._before = checked_in(folder)
        self._right = set[str]()

    def remember(self) -> bool:
        """Write down which may be shown. Whether that could be done."""
        return remember(self._folder, self._right)

    def fault_of(self, file: Path) -> Fault | None:
        """Whether somebody's number, address or name stands on it, or nobody has looked."""
        words, which = words_on(file), fingerprint(file)
        if words is None and which not in self._before:
            self.unread += 1
            return NOT_CHECKED
        fault = _fault_in(words or "")
        if fault is None:
            self._right.add(which)
        return fault


def _fault_in(words: str) -> Fault | None:
    if leads_to_a_person(words):
        return (
            "personal-data",
            "trên ảnh có chữ trông như số hay địa chỉ thư của một người. Tô kín rồi lưu lại.",
            "what is on it looks like a person's number or address. Paint it over and save it again.",
        )  # fmt: skip
    if names_a_person(words):
        return (
            "personal-data", "trên ảnh có chữ trông như họ tên một người. Tô kín rồi lưu lại.",
            "what is on it looks like a person's name. Paint it over and save it again.",
        )  # fmt: skip
    return None


def words_on(file: Path) -> str | None:
    """None where it could not be read: no reader, no Vietnamese for it, or it gave up."""
    program = shutil.which(READER)
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, str(file), "stdout", "-l", "vie", "--psm", _SPARSE],
            capture_output=True, timeout=_LONGEST_S, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
