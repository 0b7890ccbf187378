"""Bundles that come as files: on a stick, on a network drive, from the folder of those kept aside.

Others can write there too: see `kiosk.base.files.foreign`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from kiosk.base.files.foreign import ForeignFolder
from kiosk.base.messages.system_errors import Reason, reason_of
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.envelope import MOST_BYTES, SUFFIX, Header
from kiosk.papers.export.folder_transport import PLACE, REFUSED_SUFFIX
from kiosk.papers.export.papers import PAPERS_FILE
from kiosk.ward.ingest import Ingest, Outcome, TakenIn

APPLE_DOUBLE = "._"
"""How macOS names what it lays beside each file of a stick that it has written."""


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """The stick does not give the file: a bad sector, a link, a folder of that name."""

    why: Reason


@dataclass(frozen=True, slots=True)
class BundleFile:
    """`folder` is what the officer named, `inside` the way from there."""

    folder: ForeignFolder
    inside: PurePath

    @property
    def path(self) -> Path:
        return self.folder.root / self.inside


@dataclass(frozen=True, slots=True)
class TakenFile:
    """`unanswered`: why no answer could be laid beside it, None where it could."""

    file: Path
    outcome: Outcome | UnreadableFile
    unanswered: Reason | None = None


def bundle_files(paths: Iterable[Path]) -> tuple[BundleFile, ...]:
    """The files themselves, and all bundles in the folders, each once, by name: so also in their order.

    Raises `kiosk.base.files.foreign.TooMany`.
    """
    files = dict[Path, BundleFile]()
    for path in paths:
        whole = path.absolute()
        if path.is_dir():
            folder = ForeignFolder(whole)
            paths_inside = [
                inside for inside in folder.files(SUFFIX) if not inside.name.startswith(APPLE_DOUBLE)
            ]
        else:
            folder, paths_inside = ForeignFolder(whole.parent), [PurePath(whole.name)]
        for inside in paths_inside:
            files.setdefault(folder.root / inside, BundleFile(folder, inside))
    return tuple(files.values())


def take_files(
    files: Iterable[BundleFile], ingest: Ingest, acknowledge: Callable[[Header], bytes], papers: bytes
) -> Iterator[TakenFile]:
    """Each file with what came of it; the answer is laid beside it, for the way back, and *papers*.

    A file that cannot be read keeps no others back. Raises `OSError` of our own disk, `LedgerTrouble`.
    """
    for file in files:
        try:
            raw = file.folder.read(file.inside, MOST_BYTES + 1)
        except OSError as failure:
            yield TakenFile(file.path, UnreadableFile(reason_of(failure)))
            continue
        outcome = ingest.take(raw)
        yield TakenFile(file.path, outcome, _answer(file, outcome, acknowledge, papers))


def _answer(
    file: BundleFile, outcome: Outcome, acknowledge: Callable[[Header], bytes], papers: bytes
) -> Reason | None:
    folder, inside = file.folder, file.inside
    refusal = inside.with_name(inside.name + REFUSED_SUFFIX)
    try:
        if not isinstance(outcome, TakenIn):
            if file.path.parent.name == PLACE:  # a kiosk will look there again
                folder.publish(refusal, json.dumps({"refused": outcome.why}).encode())
            return None
        folder.remove(refusal)
        folder.publish(inside.with_name(inside.name + ACK_SUFFIX), acknowledge(outcome.header))
        beside = inside.with_name(PAPERS_FILE)
        if not _holds(folder, beside, papers):
            folder.publish(beside, papers)
    except OSError as failure:  # a stick that cannot be written: the kiosk hears of it another way
        return reason_of(failure)
    return None


def _holds(folder: ForeignFolder, file: PurePath, content: bytes) -> bool:
    try:
        return folder.read(file, len(content) + 1) == content
    except OSError:
        return False
