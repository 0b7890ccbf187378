"""Every kind of event there is: their union, and what follows from the classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TypeAlias, get_args

from kiosk.events import point as p
from kiosk.events import private
from kiosk.events import visit as v
from kiosk.events.base import KioskEvent as KioskEvent
from kiosk.events.base import PrivateEvent as PrivateEvent
from kiosk.events.base import VisitEvent as VisitEvent
from kiosk.events.rules import Rule, rule_of

AnyEvent: TypeAlias = p.AnyKioskEvent | v.AnyVisitEvent
Recordable: TypeAlias = AnyEvent | private.AnyPrivateEvent
"""What the recorder takes."""

KINDS: Mapping[str, type[AnyEvent]] = {one.kind: one for one in get_args(AnyEvent)}
KIOSK_KINDS = frozenset(kind for kind, one in KINDS.items() if issubclass(one, KioskEvent))
RULES: Mapping[str, Mapping[str, Rule]] = {
    kind: {field.name: rule_of(field.type) for field in fields(one)} for kind, one in KINDS.items()
}
"""What each field of each kind may hold."""
