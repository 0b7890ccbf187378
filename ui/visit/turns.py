"""What a press gives back."""

from __future__ import annotations

from dataclasses import dataclass

from ui.visit.effects import Effect, SayThis
from ui.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Turn:
    """The visit after a press, and what the shell has to carry out, in order."""

    visit: Visit
    effects: tuple[Effect, ...] = ()


UNCHANGED = (SayThis("ask.unchanged"),)
"""Said for a key that can do nothing now, so that nobody thinks it was missed."""
