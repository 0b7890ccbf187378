"""What came of offering a bundle to the ward. Its signed word alone lets the kiosk delete anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.base.messages.system_errors import Reason
from kiosk.papers.export.envelope import Header
from kiosk.papers.export.ledger import BundleEntry
from kiosk.papers.keys.documents import Body, PaperRefused, is_paper_of, read_paper

FORM = "kiosk-ack-1"
SUFFIX = ".ack.json"


def acknowledgement(header: Header, at_s: int) -> Body:
    """What the ward signs (`kiosk.papers.keys.documents.sign_paper`), at that time by its clock."""
    return {
        "form": FORM,
        "kind": header.kind,
        "kiosk": header.kiosk,
        "epoch": header.epoch,
        "first": header.first,
        "last": header.last,
        "content": header.content,
        "at": at_s,
    }


def said_at(raw: bytes) -> int:
    """When the ward said so, by its own clock; 0: an older one did not say. Believed as `acknowledges` is."""
    at_s = read_paper(raw, FORM)[0].get("at")
    return at_s if isinstance(at_s, int) and not isinstance(at_s, bool) and at_s > 0 else 0


def acknowledges(raw: bytes, entry: BundleEntry, ward_keys: Sequence[bytes]) -> bool:
    """Whether this is the ward's acknowledgement of that very bundle."""
    try:
        body, signature = read_paper(raw, FORM)
    except PaperRefused:
        return False
    wanted = {
        "kind": entry.kind, "kiosk": entry.kiosk, "epoch": entry.epoch, "first": entry.first,
        "last": entry.last, "content": entry.content,
    }  # fmt: skip
    return {name: body.get(name) for name in wanted} == wanted and any(
        bool(ward) and is_paper_of(ward, body, signature) for ward in ward_keys
    )


MOST_ANSWER_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """`paper`: what should be the ward's signed acknowledgement."""

    paper: bytes


@dataclass(frozen=True, slots=True)
class LeftThere:
    """The bundle lies, whole, where the ward will fetch it; nothing has been said yet."""


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """The ward answered, and does not take it. `why` is one word of the ward's (`kiosk.ward.refusals`)."""

    why: str


@dataclass(frozen=True, slots=True)
class NotReached:
    """Nobody answered, or not in a way that means anything."""

    why: Reason


Answer: TypeAlias = Taken | LeftThere | TurnedDown | NotReached
