"""A tour speaks nothing, writes no log and signs no card."""

from __future__ import annotations

from collections.abc import Callable

from accessibility.card import Card
from accessibility.card_text import PREFIX
from accessibility.speech.utterance import Cue, SpeechEvent, Utterance


class Unspoken:
    """Fits `ui.ports.Voice`."""

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
    """Fits `ui.ports.VisitLog`: showing a screen is no visit."""

    def session_started(self, language: str) -> None: ...
    def preference_changed(self, name: str, value: str) -> None: ...
    def walk_started(self, flow_id: str, flow_hash: str, topic: str, first_step: str) -> None: ...
    def walk_reopened(self, flow_id: str) -> None: ...
    def edge_taken(self, edge_id: str, to_step: str | None) -> None: ...
    def went_back(self, to_step: str) -> None: ...
    def explained(self, step_id: str, how: str) -> None: ...
    def walk_ended(self, outcome: str) -> None: ...
    def help_called(self) -> None: ...
    def help_ended(self) -> None: ...
    def satisfaction_given(self, face: str) -> None: ...
    def idle_noticed(self) -> None: ...
    def session_resumed(self) -> None: ...
    def session_ended(self, outcome: str) -> None: ...


def specimen(card: Card) -> str:  # noqa: ARG001 - fits `Surroundings.seal`
    """As long as a card's code; every kiosk says of it that it cannot be read."""
    return PREFIX + "0123456789" * 56
