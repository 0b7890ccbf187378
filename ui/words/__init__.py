"""The kiosk's own words on screen, one TOML file a language, every key in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.words.texts import ON_SCREENS, Texts

if TYPE_CHECKING:
    from flows.guide.words import Language

SCREENS = Path(__file__).parent


class UiWords(Texts):
    """Texts such as ``bar.back``, and how long something lasts among their values."""

    def __init__(self, over: Path | None = None) -> None:
        """*over*: the ward's own sentences, which stand in place of ours."""
        super().__init__(*ON_SCREENS, over=over)

    def value(self, value: object, language: Language) -> object:
        if not isinstance(value, Lasting):
            return value
        parts = (self.say(f"lasting.{unit}", language, number=number) for unit, number in value.parts())
        return " ".join(parts)


HOUR_S, MINUTE_S = 3600, 60


@dataclass(frozen=True, slots=True)
class Lasting:
    """Among the values of a text its words stand in its place. Nobody is told 480 minutes, nor 2 hours 0."""

    seconds: int

    @classmethod
    def of_minutes(cls, minutes: int) -> Lasting:
        return cls(minutes * MINUTE_S)

    def parts(self) -> Iterator[tuple[str, int]]:
        """Keys of ``[lasting]`` with their numbers: hours and minutes, or minutes and seconds."""
        hours, rest = divmod(self.seconds, HOUR_S)
        minutes, seconds = divmod(rest, MINUTE_S)
        named = (("hour", hours), ("minute", minutes), ("second", 0 if hours else seconds))
        nonzero = [(unit, number) for unit, number in named if number]
        for unit, number in nonzero or [("second", 0)]:
            yield unit if number == 1 else f"{unit}s", number
