"""Carrying bundles in a folder: a USB stick, a network drive. What was written is read back and compared.

Others can write there too: see `kiosk.base.files.foreign`.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path, PurePath

from kiosk.base.files.durable import sync_folder
from kiosk.base.files.foreign import ForeignFolder
from kiosk.base.messages.system_errors import explained
from kiosk.papers.export.acknowledgement import (
    MOST_ANSWER_BYTES,
    Answer,
    LeftThere,
    NotReached,
    Taken,
    TurnedDown,
)
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.envelope import MOST_BYTES
from kiosk.papers.export.papers import MOST_BYTES as MOST_PAPER_BYTES
from kiosk.papers.export.papers import PAPERS_FILE

PLACE = "kiosk-bdhvs"  # the folder on the stick that is ours; nothing else there is touched

REFUSED_SUFFIX = ".refused.json"  # beside a bundle: the ward does not take it, and why
MOST_REFUSAL_BYTES = 4096


class CopyDiffers(OSError):
    """What was read back is not what was written: the stick is bad."""


class FolderTransport:
    """Offers bundles by laying them into *folder*, where acknowledgements come back beside them.

    *anew*: the ward has lost what it had; the word that lies there is from before, and is taken away.
    """

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        self._folder, self._anew = ForeignFolder(folder), anew
        self._there: tuple[str, ...] | None = None  # what lay in our place when the first bundle was settled

    def offer(self, name: str, raw: bytes) -> Answer:
        """Never raises: a stick that is pulled out is `NotReached`."""
        try:
            if self._anew:
                self._folder.remove(_ours(name + ACK_SUFFIX))
            paper = self._answer_to(name)
            if paper is not None:
                return Taken(paper)
            why = self._refusal_of(name)
            if not self._lies_there(name, raw):
                copy_checked(self._folder, name, raw)
        except OSError as failure:
            return NotReached(explained(failure))
        return TurnedDown(why) if why else LeftThere()

    def papers(self) -> bytes | None:
        """What the ward has laid beside its acknowledgements."""
        try:
            return self._folder.read(_ours(PAPERS_FILE), MOST_PAPER_BYTES + 1)
        except OSError:
            return None

    def settled(self, name: str) -> None:
        """The kiosk has the acknowledgement on its own disk: bundle and paper may leave the folder, with what
        was cut off while it was written.
        """
        with suppress(OSError):  # a stick that cannot be written may keep them
            if self._there is None:
                self._there = self._folder.names(PLACE)
            for one in self._there:
                if one == name or one.startswith(f"{name}."):
                    self._folder.remove(_ours(one))

    def disbelieved(self, name: str) -> bool:
        """A paper that was cut off while it was copied: the bundle is laid there again the next time."""
        with suppress(OSError):
            self._folder.remove(_ours(name + ACK_SUFFIX))
        return True

    def _answer_to(self, name: str) -> bytes | None:
        try:
            return self._folder.read(_ours(name + ACK_SUFFIX), MOST_ANSWER_BYTES)
        except FileNotFoundError:
            return None

    def _refusal_of(self, name: str) -> str:
        """Why the ward does not take it, heard once: it goes there again. Empty where it said nothing."""
        file = _ours(name + REFUSED_SUFFIX)
        try:
            why = str(json.loads(self._folder.read(file, MOST_REFUSAL_BYTES))["refused"])[:64]
        except FileNotFoundError:
            return ""
        except (ValueError, KeyError, TypeError, RecursionError):
            why = "?"
        with suppress(OSError):
            self._folder.remove(file)
        return why

    def _lies_there(self, name: str, raw: bytes) -> bool:
        try:
            return self._folder.read(_ours(name), MOST_BYTES, from_medium=True) == raw
        except FileNotFoundError:
            return False


def copy_checked(folder: ForeignFolder, name: str, raw: bytes) -> None:
    """Publish *raw* in our place there, then read it from the medium. Raises `OSError`, `CopyDiffers`."""
    folder.make(PLACE)
    folder.publish(_ours(name), raw)
    if folder.read(_ours(name), len(raw) + 1, from_medium=True) != raw:
        raise CopyDiffers(f"{name} does not read back as it was written")
    sync_folder(folder.root)


def _ours(name: str) -> PurePath:
    return PurePath(PLACE, name)
