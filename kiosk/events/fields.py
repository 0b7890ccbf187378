"""An event as the names and values of its fields, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.events.kinds import KINDS, RULES, AnyEvent
from kiosk.events.rules import FieldValue, admits


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
