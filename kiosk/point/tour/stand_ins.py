"""A tour speaks nothing, writes no log and signs no card."""

from __future__ import annotations

from collections.abc import Callable

from accessibility.card import Card
from accessibility.card_text import PREFIX
from accessibility.speech.utterance import Cue, SpeechEvent, Utterance
from kiosk.base.events import Recordable
from ui.screens.attract import PlaceThisWeek

SPECIMEN_WEEK = tuple(
    PlaceThisWeek("point", number, "ví dụ / specimen", (("08:00–11:30, 13:30–17:00", (number % 5, 5)),))
    for number in range(1, 7)
)
"""A tour reads no roster. Whoever approves its pictures is not to take these hours for anybody's."""


class Unspoken:
    """Fits `ui.visit.ports.Voice`."""

    def speak(self, utterance: Utterance) -> int:  # noqa: ARG002
        return 0

    def silence(self) -> None:
        pass

    def cue(self, kind: Cue, volume: float) -> None:
        pass

    def forget(self) -> None:
        pass

    def listen(self, listener: Callable[[SpeechEvent], None]) -> None:
        pass


class Unwritten:
    """Fits `ui.visit.ports.KioskLog`: showing a screen is no visit."""

    def record(self, event: Recordable) -> None:
        pass

    def alone(self) -> int | None:
        return None


def specimen(card: Card) -> str:  # noqa: ARG001 - fits `Surroundings.seal`
    """As long as a card's code; every kiosk says of it that it cannot be read."""
    return PREFIX + "0123456789" * 56
