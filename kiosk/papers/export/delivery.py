"""Offers what waits to the ward, and keeps its acknowledgements."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, assert_never

from kiosk.base.messages.system_errors import NO_REASON, Reason
from kiosk.papers.export.acknowledgement import (
    Answer,
    LeftThere,
    NotReached,
    Taken,
    TurnedDown,
    acknowledges,
    said_at,
)
from kiosk.papers.export.ledger import BundleEntry, ExportLedger
from kiosk.papers.export.outbox import Outbox

log = logging.getLogger(__name__)
_NOT_THE_WARDS = Reason("giấy báo đã nhận không phải của phường", "the acknowledgement is not the ward's")


class Transport(Protocol):
    """A way to the ward."""

    def offer(self, name: str, raw: bytes) -> Answer: ...

    def papers(self) -> bytes | None:
        """What the ward sends back (`kiosk.papers.export.papers`), None where nothing is to be had. Never
        raises.
        """

    def settled(self, name: str) -> None:
        """That bundle is acknowledged on this kiosk's disk; whatever lies on the way may go. Never raises."""

    def disbelieved(self, name: str, /) -> bool:
        """What was `Taken` for that bundle is not the ward's word. Whether to go on. Never raises."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of it: how many bundles in each state, and the last reason where one failed.

    `refusal` is the ward's word for it (`kiosk.ward.refusals`).
    """

    acknowledged: int = 0
    left: int = 0
    refused: int = 0
    failed: int = 0
    refusal: str = ""
    why: Reason = NO_REASON

    @property
    def is_well(self) -> bool:
        return not (self.refused or self.failed)


def deliver(
    outbox: Outbox, ledger: ExportLedger, transport: Transport, ward_keys: Sequence[bytes], now_s: float
) -> tuple[ExportLedger, Delivered]:
    """Offer every bundle that waits, oldest first; hold `export_lock`. Raises `OSError` of our own disk.

    Stops where nobody is reached: the others would not be either. The ledger is written after
    each acknowledgement; a power cut before that only means that the bundle is offered once more.
    """
    done = Delivered()
    for entry in ledger.waiting:
        answer = transport.offer(entry.name, outbox.path(entry.name).read_bytes())
        changed, done = _after_answer(entry, answer, ward_keys, done, now_s)
        if changed != entry:
            ledger = ledger.with_entry(changed)
            if isinstance(answer, Taken) and not changed.is_waiting:
                ledger = ledger.with_word(entry.name, said_at(answer.paper))
            outbox.write(ledger)
        if isinstance(answer, NotReached):
            break
        if isinstance(answer, Taken) and changed.is_waiting and not transport.disbelieved(entry.name):
            break
    for entry in ledger.entries:
        if not entry.is_waiting:
            transport.settled(entry.name)
    return ledger, done


def _after_answer(
    entry: BundleEntry, answer: Answer, ward_keys: Sequence[bytes], done: Delivered, now_s: float
) -> tuple[BundleEntry, Delivered]:
    match answer:
        case Taken(paper) if acknowledges(paper, entry, ward_keys):
            entry = replace(entry, acked_s=int(now_s), refused="")
            return entry, replace(done, acknowledged=done.acknowledged + 1)
        case Taken():
            log.error("the acknowledgement of %s is not the ward's", entry.name)
            return entry, replace(done, failed=done.failed + 1, why=_NOT_THE_WARDS)
        case LeftThere():
            return entry, replace(done, left=done.left + 1)
        case TurnedDown(why):
            log.error("the ward refused %s: %s", entry.name, why)
            return replace(entry, refused=why), replace(done, refused=done.refused + 1, refusal=why)
        case NotReached(why):
            log.warning("the ward was not reached: %s", why.en)
            return entry, replace(done, failed=done.failed + 1, why=why)
        case _:
            assert_never(answer)
