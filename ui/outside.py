"""The outside things a visit needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import randrange

from ui.gates.gates import Gates
from ui.idle import IdleRules
from ui.ports import KioskLog, Lamp, NoLamp, Voice


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
