"""How somebody's hand touches the glass, as far as that is asked for: in the first touches of a visit, and of
a circle. Forgotten with the screen that asked; nothing of it is written down. No Qt.
"""

from __future__ import annotations

from typing import Protocol

from accessibility.speech.utterance import Holding
from accessibility.touch import MARGINS_MM
from accessibility.trying import Touch, Trial
from ui.reach.ways.guidance import Shown
from ui.visit.actions.action import Action
from ui.visit.actions.signals import Signal
from ui.visit.ports import Voice

CIRCLE = "circle."
START = ("attract", "home", "need.", "topic")
MOST_MISSES = 4
"""After so many touches beside the circle, too, one has seen enough of this hand."""


class Touched(Shown, Protocol):
    """The visit as the one who looks at touches needs it."""

    def act(self, action: Action) -> None: ...


class Touches:
    """Fits `ui.window.input.hand_watch.Attendant`."""

    def __init__(self, shown: Touched, voice: Voice) -> None:
        self._shown, self._voice = shown, voice
        self.made: Trial = ()
        self.screens = 0
        """How many screens have been shown so far."""

    @property
    def place(self) -> str:
        """Which screen is shown."""
        return self._shown.page.place

    def felt(self, touch: Touch) -> None:
        """A finger has left the glass that was meant for a control, or for the circle."""
        place = self.place
        if place.startswith((CIRCLE, *START)):
            self.made = (*self.made, touch)
        if place.startswith(CIRCLE):
            self._voice.cue("item", self._shown.visit.preferences.volume)

    def quiet(self) -> None:
        """Nobody has touched for a while after the circle was."""
        near = any(touch.off_mm <= MARGINS_MM[-1] for touch in self.made)
        if self._shown.page.place.startswith(CIRCLE) and (near or len(self.made) >= MOST_MISSES):
            self._shown.act(Signal.CIRCLE_TOUCHED)

    def holding(self, how: Holding) -> None:
        """A press is being held: a part of its time is over, or all of it."""
        self._voice.cue(how, self._shown.visit.preferences.volume)

    def let_go_early(self) -> None:
        """A finger was lifted before its press had been held long enough."""
        self._shown.act(Signal.LET_GO_EARLY)

    def met_another(self) -> None:
        """A tap did nothing: what lies there now has come there by the press before."""
        self._shown.act(Signal.MET_ANOTHER)

    def entered(self, place: str) -> None:
        """Another screen is shown; on the way to a guide it still counts how the ones before were touched."""
        self.screens += 1
        if not place.startswith(START[1:]):
            self.made = ()
