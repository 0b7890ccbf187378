"""Bundles that come as files: on a stick, on a network drive, from the folder of those kept aside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.export.envelope import MOST_BYTES, SUFFIX, Header
from kiosk.export.folder_courier import PLACE, REFUSED_SUFFIX
from kiosk.export.papers import PAPERS_FILE
from kiosk.storage.files import publish
from kiosk.ward.ingest import Ingest, Outcome, Stored

APPLE_DOUBLE = "._"
"""How macOS names what it lays beside each file of a stick that it has written."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The stick does not give the file: a bad sector, a broken link, a folder of that name."""

    why: str


@dataclass(frozen=True, slots=True)
class TakenFile:
    """`unanswered`: why no answer could be laid beside it, empty where it could."""

    file: Path
    outcome: Outcome | Unreadable
    unanswered: str = ""


def bundle_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files themselves, and all bundles in the folders, each once, by name: so also in their order."""
    found = dict[Path, None]()
    for path in paths:
        named = (one for one in path.rglob(f"*{SUFFIX}") if not one.name.startswith(APPLE_DOUBLE))
        inside = sorted(named, key=lambda one: one.name) if path.is_dir() else [path]
        found |= dict.fromkeys(one.absolute() for one in inside)
    return tuple(found)


def take_files(
    files: Iterable[Path], ingest: Ingest, acknowledge: Callable[[Header], bytes], papers: bytes
) -> Iterator[TakenFile]:
    """Each file with what came of it; the answer is laid beside it, for the way back, and *papers*.

    A file that cannot be read keeps no others back. Raises `OSError` of our own disk, `LedgerTrouble`.
    """
    for file in files:
        try:
            with file.open("rb") as stream:
                raw = stream.read(MOST_BYTES + 1)
        except OSError as failure:
            yield TakenFile(file, Unreadable(failure.strerror or str(failure)))
            continue
        outcome = ingest.take(raw)
        yield TakenFile(file, outcome, _answer(file, outcome, acknowledge, papers))


def _answer(file: Path, outcome: Outcome, acknowledge: Callable[[Header], bytes], papers: bytes) -> str:
    refusal = file.with_name(file.name + REFUSED_SUFFIX)
    try:
        if not isinstance(outcome, Stored):
            if file.parent.name == PLACE:  # a kiosk will look there again
                publish(refusal, json.dumps({"refused": outcome.why}).encode())
            return ""
        refusal.unlink(missing_ok=True)
        publish(file.with_name(file.name + ACK_SUFFIX), acknowledge(outcome.header))
        beside = file.with_name(PAPERS_FILE)
        if not beside.exists() or beside.read_bytes() != papers:
            publish(beside, papers)
    except OSError as failure:  # a stick that cannot be written: the kiosk hears of it another way
        return failure.strerror or str(failure)
    return ""
