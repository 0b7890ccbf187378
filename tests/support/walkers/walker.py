"""What all have in common who use the kiosk alone: a beginning, and taking things by their names."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from support.senses import Diary, Hearing
from support.stage import Stage

MOST_THINGS = 70  # no screen has so many
BUTTON = "nút bấm"


class Unreachable(AssertionError):
    """Looked for in every way this person has, and not found."""


def is_button(heard: str, name: str) -> bool:
    """Whether what was heard is the button called *name*."""
    return BUTTON in heard and heard.startswith((f"{name.rstrip('.')}, ", f"{name}. ", f"{name} {BUTTON}"))


class Walker(ABC):
    """`passed` is told everything heard on the way to something."""

    def __init__(self, stage: Stage) -> None:
        self.diary = Diary()
        self.hearing = Hearing(stage, self.diary)
        self._conductor = stage.conductor
        self.passed: Callable[[str], None] = lambda heard: None

    @abstractmethod
    def begin(self) -> str:
        """From the invitation to the first screen, with this way turned on; what was said of it."""

    @property
    def helpers(self) -> tuple[str, ...]:
        """What the bar of this screen offers."""
        return tuple(one.label for one in self._conductor.page.bar)

    @abstractmethod
    def settle_in(self) -> None:
        """Turn this way on, on a screen that asks something before anybody has begun."""

    @abstractmethod
    def press(self, name: str) -> None:
        """Look for the button called *name* and take it."""

    def choose(self, name: str) -> str:
        """Take what is called *name*; the one thing that is said then."""
        self.press(name)
        return self.arrives()

    def leave(self, name: str) -> None:
        """Take the button that ends the visit: to nobody nothing is said."""
        self.press(name)
        assert self.hearing.is_quiet()

    def arrives(self) -> str:
        """What is said of a screen this person comes to, or of what they have changed."""
        return self.hearing.one("screen")
