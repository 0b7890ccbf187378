"""How long something lasts, as people say it: ``8 tiếng``, ``1 hour 5 minutes``, ``3 minutes``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
