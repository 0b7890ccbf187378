"""Which of the ward's photographs were looked at for words that lead to a person: by the doctor's reader, or
by two people. A file among the pictures remembers them, as ``sha256sum photos/*`` writes it.

A photograph that is not named there, or was changed since, is not shown: the kiosk's own picture stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

from kiosk.base.config.picture_faults import PHOTOS, Fault

CHECKED = "checked.txt"
NOT_CHECKED: Fault = (
    "personal-data",
    "máy chưa xem trên ảnh có tên, số của ai không, nên chưa dùng ảnh này. Chạy ./script/run doctor.",
    "nobody has looked whether a name or number is on it, so it is not used. Run ./script/run doctor.",
)


def fingerprint(file: Path) -> str:
    """SHA-256 of what it holds; empty where it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def checked_in(folder: Path) -> frozenset[str]:
    """The fingerprints that its file names; none where there is no such file."""
    try:
        lines = (folder / CHECKED).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line.split()[0].lower() for line in lines if line.strip())


def fault_unless_checked(folder: Path) -> Callable[[Path], Fault | None]:
    """Of a photograph of *folder*: what keeps it off the screen."""
    checked = checked_in(folder)
    return lambda file: None if fingerprint(file) in checked else NOT_CHECKED


def remember(folder: Path, checked: Collection[str]) -> bool:
    """Write down those photographs of *folder* whose fingerprint is in *checked*, and no others. Whether that
    could be done.
    """
    files = {fingerprint(file): file.name for file in sorted((folder / PHOTOS).glob("*"))}
    text = "".join(f"{one}  {PHOTOS}/{name}\n" for one, name in files.items() if one in checked)
    file = folder / CHECKED
    try:
        if (file.read_text("utf-8-sig") if file.exists() else "") != text:
            file.write_text(text, "utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return True
