"""Every kind of event there is: their union, and what follows from the classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeAlias, get_args

from kiosk.base.events import point as p
from kiosk.base.events import private
from kiosk.base.events import visit as v
from kiosk.base.events.base import KioskEvent as KioskEvent
from kiosk.base.events.base import PrivateEvent as PrivateEvent
from kiosk.base.events.base import VisitEvent as VisitEvent
from kiosk.base.events.rules import FieldValue, Rule, admits, rule_of

AnyEvent: TypeAlias = p.AnyKioskEvent | v.AnyVisitEvent
Recordable: TypeAlias = AnyEvent | private.AnyPrivateEvent
"""What the recorder takes."""

KINDS: Mapping[str, type[AnyEvent]] = {event.kind: event for event in get_args(AnyEvent)}
KIOSK_KINDS = frozenset(kind for kind, one in KINDS.items() if issubclass(one, KioskEvent))
RULES: Mapping[str, Mapping[str, Rule]] = {
    kind: {field.name: rule_of(field.type) for field in fields(one)} for kind, one in KINDS.items()
}
"""What each field of each kind may hold."""


class EventRefused(ValueError):
    """Something outside the closed vocabulary. `str()` never holds the refused value."""


def fields_of(event: AnyEvent) -> dict[str, FieldValue]:
    """The fields by name, as they are stored and exported."""
    return {name: getattr(event, name) for name in RULES[event.kind]}


def event_of(kind: str, values: Mapping[str, Any]) -> AnyEvent:
    """The reverse. Raises `EventRefused` for an unknown kind or other fields."""
    if kind not in KINDS or set(values) != set(RULES[kind]):
        raise EventRefused("an event of a kind or with fields that the vocabulary does not know")
    return KINDS[kind](**values)


def refuse_what_no_rule_admits(event: AnyEvent) -> None:
    """Raises `EventRefused`."""
    for name, rule in RULES[event.kind].items():
        if not admits(rule, getattr(event, name)):
            raise EventRefused(f"{event.kind}: {name} is outside the vocabulary")
