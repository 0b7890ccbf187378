"""One line of the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.hours.clock import QUARTER_S
from kiosk.sessions.rules import EPOCH, FieldValue, admits
from kiosk.sessions.vocabulary import ABOUT_KIOSK, KINDS, RULES, Happening


class EventRefused(ValueError):
    """Something outside the closed vocabulary. `str()` never holds the refused value."""


@dataclass(frozen=True, slots=True)
class Event:
    """`session`: 32 hex digits, or None for the kiosk's own events.

    `at_ms`: monotonic milliseconds since the session began; for the kiosk's own, since the program began.
    `wall_s`: the quarter of an hour in which the *session* began (UTC, seconds since 1970), the same for
    all its events: were each event floored by itself, the two on either side of a quarter's edge would
    give away the exact time. Raises `EventRefused` when anything is outside the vocabulary.
    """

    what: Happening
    session: str | None
    at_ms: int
    wall_s: int
    clock_ok: bool
    boot: str

    def __post_init__(self) -> None:
        kind = str(self.what.kind)
        if (self.session is None) != (kind in ABOUT_KIOSK):
            raise EventRefused(f"{kind}: belongs to a session, or to none")
        if self.session is not None and not admits(EPOCH, self.session):
            raise EventRefused(f"{kind}: the session's id is not 32 hex digits")
        if not admits(EPOCH, self.boot) or self.at_ms < 0 or self.wall_s % QUARTER_S:
            raise EventRefused(f"{kind}: its time is not one we may store")
        for name, rule in RULES[kind].items():
            if not admits(rule, getattr(self.what, name)):
                raise EventRefused(f"{kind}: {name} is outside the vocabulary")


@dataclass(frozen=True, slots=True)
class Stored:
    """An event in its place: (kiosk, epoch, seq) names it for ever; `hash` chains it to the one before."""

    kiosk: str
    epoch: str
    seq: int
    hash: bytes
    event: Event


def fields_of(what: Happening) -> dict[str, FieldValue]:
    """The fields by name, as they are stored and exported."""
    return {name: getattr(what, name) for name in RULES[what.kind]}


def happening(kind: str, values: Mapping[str, Any]) -> Happening:
    """The reverse of `fields_of`. Raises `EventRefused` for an unknown kind or other fields."""
    if kind not in KINDS or set(values) != set(RULES[kind]):
        raise EventRefused("an event of a kind or with fields that the vocabulary does not know")
    return KINDS[kind](**values)


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
