"""Carrying bundles in a folder: a USB stick, a network drive. What was written is read back and compared."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from kiosk.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.export.answers import Answer, LeftThere, NotReached, Taken, TurnedDown
from kiosk.export.papers import MOST_BYTES as MOST_PAPER_BYTES
from kiosk.export.papers import PAPERS_FILE
from kiosk.storage.files import publish, sync_folder

PLACE = "kiosk-bdhvs"  # the folder on the stick that is ours; nothing else there is touched

REFUSED_SUFFIX = ".refused.json"  # beside a bundle: the ward does not take it, and why
MOST_REFUSAL_BYTES = 4096


class CopyDiffers(OSError):
    """What was read back is not what was written: the stick is bad."""


class FolderCourier:
    """Offers bundles by laying them into *folder*, where acknowledgements come back beside them."""

    def __init__(self, folder: Path) -> None:
        self._ours = folder / PLACE

    def offer(self, name: str, raw: bytes) -> Answer:
        """Never raises: a stick that is pulled out is `NotReached`."""
        try:
            paper = self._answer_to(name)
            if paper is not None:
                return Taken(paper)
            why = self._refusal_of(name)
            if not self._lies_there(name, raw):
                copy_checked(self._ours / name, raw)
        except OSError as failure:
            return NotReached(failure.strerror or str(failure))
        return TurnedDown(why) if why else LeftThere()

    def papers(self) -> bytes | None:
        """What the ward has laid beside its acknowledgements."""
        try:
            with (self._ours / PAPERS_FILE).open("rb") as stream:
                return stream.read(MOST_PAPER_BYTES + 1)
        except OSError:
            return None

    def settled(self, name: str) -> None:
        """The kiosk has the acknowledgement on its own disk: bundle and paper may leave the folder."""
        for one in (name, name + ACK_SUFFIX, name + REFUSED_SUFFIX):
            with suppress(OSError):  # a stick that cannot be written may keep them
                (self._ours / one).unlink(missing_ok=True)

    def disbelieved(self, name: str) -> bool:
        """A paper that was cut off while it was copied: the bundle is laid there again the next time."""
        with suppress(OSError):
            (self._ours / (name + ACK_SUFFIX)).unlink(missing_ok=True)
        return True

    def _answer_to(self, name: str) -> bytes | None:
        try:
            return (self._ours / (name + ACK_SUFFIX)).read_bytes()
        except FileNotFoundError:
            return None

    def _refusal_of(self, name: str) -> str:
        """Why the ward does not take it, heard once: it goes there again. Empty where it said nothing."""
        file = self._ours / (name + REFUSED_SUFFIX)
        try:
            with file.open("rb") as stream:
                why = str(json.loads(stream.read(MOST_REFUSAL_BYTES))["refused"])[:64]
        except FileNotFoundError:
            return ""
        except (ValueError, KeyError, TypeError, RecursionError):
            why = "?"
        with suppress(OSError):
            file.unlink()
        return why

    def _lies_there(self, name: str, raw: bytes) -> bool:
        try:
            return (self._ours / name).read_bytes() == raw
        except FileNotFoundError:
            return False


def copy_checked(file: Path, raw: bytes) -> None:
    """Publish *raw* as *file*, then read it from the medium itself. Raises `OSError`, `CopyDiffers`."""
    file.parent.mkdir(exist_ok=True)  # not its parents: a stick that is not there must not be made up
    publish(file, raw)
    with file.open("rb", buffering=0) as back:
        if hasattr(os, "posix_fadvise"):  # what was just written would come from memory otherwise
            os.posix_fadvise(back.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        read = b"".join(iter(lambda: back.read(1 << 20), b""))
    if read != raw:
        raise CopyDiffers(f"{file.name} does not read back as it was written")
    sync_folder(file.parent.parent)
