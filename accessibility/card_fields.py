"""How each setting of a resident is written on their card: one number, one byte.

Cards stay in purses for years. So a number is never used again for another setting, values are only ever
added at the end of a list, and a kiosk passes over numbers and values it does not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from accessibility.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Listed:
    """One of these values; the byte is its place in the list."""

    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Scaled:
    """A number between `low` and `high`; the byte counts hundredths or tenths (`per_unit` of them in one)."""

    per_unit: int
    low: float
    high: float


Coding: TypeAlias = Listed | Scaled
NO_YES = Listed((False, True))


@dataclass(frozen=True, slots=True)
class CardField:
    """The setting `name` of `Preferences`, as `number` on the card (1 … 255)."""

    number: int
    name: str
    coding: Coding


CARD_FIELDS: tuple[CardField, ...] = (
    CardField(1, "language", Listed(("vi", "en", "fr"))),
    CardField(2, "text_size", Listed((1, 2, 3, 4, 5))),
    CardField(3, "theme", Listed(("light", "dark", "high-light", "high-dark", "yellow-black", "low-glare"))),
    CardField(4, "speech_on", NO_YES),
    CardField(5, "rate", Scaled(100, 0.5, 2.0)),
    CardField(6, "volume", Scaled(100, 0.1, 1.0)),
    CardField(7, "simpler_words", NO_YES),
    CardField(8, "low_reach", NO_YES),
    CardField(9, "explore", NO_YES),
    CardField(10, "scan_s", Scaled(10, 0.8, 8.0)),
    CardField(11, "calm", NO_YES),
    CardField(12, "repeat_guard_s", Scaled(100, 0.0, 2.0)),
    CardField(13, "margin_mm", Scaled(10, 0.0, 6.0)),
    CardField(14, "drag_mm", Scaled(4, 0.0, 30.0)),
    CardField(15, "hold_s", Scaled(100, 0.0, 2.0)),
)
ALONE = 16
"""No setting: how many tenths of the steps its resident did alone in the visit in which it was given. 17 … 42
are taken too, by `card_practice`.
"""
UNKNOWN = object()


def to_byte(coding: Coding, value: object) -> int | None:
    """The byte for *value*; None where the way has no room for it (then it is left off the card)."""
    match coding:
        case Listed(values=values):
            return values.index(value) if value in values else None
        case Scaled(per_unit=per_unit, low=low, high=high):
            if not isinstance(value, int | float):
                return None
            return round(min(max(value, low), high) * per_unit)


def from_byte(coding: Coding, byte: int) -> object:
    """The value of *byte*, or `UNKNOWN`."""
    match coding:
        case Listed(values=values):
            return values[byte] if byte < len(values) else UNKNOWN
        case Scaled(per_unit=per_unit, low=low, high=high):
            value = byte / per_unit
            return value if low <= value <= high else UNKNOWN


def written(preferences: Preferences) -> tuple[tuple[int, int], ...]:
    """(number, byte) of every setting, numbers rising."""
    pairs = ((one.number, to_byte(one.coding, getattr(preferences, one.name))) for one in CARD_FIELDS)
    return tuple((number, byte) for number, byte in sorted(pairs) if byte is not None)


def read(pairs: tuple[tuple[int, int], ...]) -> Preferences:
    """The settings of these pairs; what this kiosk does not know keeps its default."""
    by_number = {one.number: one for one in CARD_FIELDS}
    settings = {
        by_number[number].name: from_byte(by_number[number].coding, byte)
        for number, byte in pairs
        if number in by_number
    }
    return Preferences(**{name: value for name, value in settings.items() if value is not UNKNOWN})  # type: ignore[arg-type]
