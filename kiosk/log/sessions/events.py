"""One line of the log."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kiosk.base.events import AnyEvent, EventRefused, KioskEvent, refuse_what_no_rule_admits
from kiosk.base.events.rules import EPOCH, admits
from kiosk.base.hours.clock import QUARTER_S


@dataclass(frozen=True, slots=True)
class Event:
    """`session`: 32 hex digits, or None for the kiosk's own events.

    `at_ms`: monotonic milliseconds since the session began; for the kiosk's own, since the program began.
    `wall_s`: the quarter of an hour in which the *session* began (UTC, seconds since 1970), the same for
    all its events: were each event floored by itself, the two on either side of a quarter's edge would
    give away the exact time. Raises `EventRefused` when anything is outside the vocabulary.
    """

    what: AnyEvent
    session: str | None
    at_ms: int
    wall_s: int
    clock_ok: bool
    boot: str

    def __post_init__(self) -> None:
        kind = self.what.kind
        if (self.session is None) != isinstance(self.what, KioskEvent):
            raise EventRefused(f"{kind}: belongs to a session, or to none")
        if self.session is not None and not admits(EPOCH, self.session):
            raise EventRefused(f"{kind}: the session's id is not 32 hex digits")
        if not admits(EPOCH, self.boot) or self.at_ms < 0 or self.wall_s % QUARTER_S:
            raise EventRefused(f"{kind}: its time is not one we may store")
        refuse_what_no_rule_admits(self.what)


@dataclass(frozen=True, slots=True)
class Stored:
    """An event in its place: (kiosk, epoch, seq) names it for ever; `hash` chains it to the one before."""

    kiosk: str
    epoch: str
    seq: int
    hash: bytes
    event: Event


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
