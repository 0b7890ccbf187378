"""Which events go into the next bundle, and their lines: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.base.events import SessionEnded
from kiosk.log.sessions.chain import EventRow, genesis, hash_after, line
from kiosk.papers.export.envelope import Header
from kiosk.papers.export.lines import is_line, joined

MOST_EVENTS = 20_000  # about 6 MB of lines, 300 KB sealed: 400 visits


@dataclass(frozen=True, slots=True)
class Packed:
    """The draft of a header and its content, or neither, and the number to go on from.

    Nothing packed, and the same number to go on from: the first visit is still open.
    """

    draft: Header | None
    content: bytes
    go_on: int


def pack(kiosk: str, epoch: str, rows: Sequence[EventRow], before: bytes | None, *, ends: bool) -> Packed:
    """As many of *rows* as go into one bundle. *before*: the hash of the event before, None when not known.

    Rows whose hash does not fit (or, without the event before, whose form) are damaged and never leave the
    kiosk: the bundle ends before them, and who
    goes on after them leaves them out. It also ends before the first event of a visit that *rows* do not
    end: always where the log *ends* with them, otherwise only if the visit fits into a bundle.
    """
    begin = rows[0].seq
    before = genesis(kiosk, epoch) if begin == 1 else before
    previous = before.hex() if before is not None and begin > 1 else ""
    closed = _before_open_visit(rows)
    if closed == 0 and ends:
        return Packed(None, b"", begin)
    texts, hashes = list[str](), list[bytes]()
    for row in rows[: closed or len(rows)]:
        if not is_as_written(kiosk, epoch, row, before):
            break
        before = row.hash
        texts.append(line(kiosk, epoch, row))
        hashes.append(before)
    if not texts:
        return Packed(None, b"", begin + 1)
    draft = Header(
        "events", kiosk, epoch, begin, begin + len(texts) - 1, content="", key="", ward="", before=previous,
        first_hash=hashes[0].hex(), last_hash=hashes[-1].hex(),
    )  # fmt: skip
    return Packed(draft, joined(texts), begin + len(texts))


def is_as_written(kiosk: str, epoch: str, row: EventRow, before: bytes | None) -> bool:
    """Whether the row's hash fits; without the hash *before*, whether it has the form of an event."""
    text = line(kiosk, epoch, row)
    return is_line(text) if before is None else hash_after(before, text) == row.hash


def _before_open_visit(rows: Sequence[EventRow]) -> int:
    """How many rows come before the visit that is still open at their end; all when none is."""
    last = next((row.session for row in reversed(rows) if row.session is not None), None)
    ended = SessionEnded.kind
    if last is None or any(row.session == last and row.kind == ended for row in rows):
        return len(rows)
    return next(at for at, row in enumerate(rows) if row.session == last)
