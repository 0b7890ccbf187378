"""The outside things a visit needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import randrange

from ui.turn.gates.gates import Gates
from ui.turn.idle import IdleRules
from ui.visit.ports import KioskLog, Lamp, NoLamp, Voice


@dataclass(frozen=True, slots=True)
class Outside:
    """All of them, handed in by the composition root."""

    voice: Voice
    log: KioskLog
    monotonic: Callable[[], float]  # seconds
    rules: IdleRules = field(default_factory=IdleRules)
    lamp: Lamp = field(default_factory=NoLamp)
    gates: Gates = field(default_factory=Gates)
    draw: Callable[[], int] = lambda: randrange(1 << 16)  # what the opening check says, to be heard
