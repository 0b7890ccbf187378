"""One person doing a guide on their own phone, beside the kiosk: one step at a time. A frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """*steps* by their ids; `at` is the one shown, and past the last all have been done."""

    flow_id: str
    steps: tuple[str, ...]
    at: int = 0
    pictured: bool = False  # somebody asked where it is: its picture stands beside the sentence

    @property
    def over(self) -> bool:
        """Whether each step has been done."""
        return self.at == len(self.steps)

    @property
    def step_id(self) -> str:
        """The one shown; only while not all have been done."""
        return self.steps[self.at]


def done(now: OwnPhone) -> OwnPhone:
    """The step after the one shown."""
    return replace(now, at=now.at + 1, pictured=False)


def back(now: OwnPhone) -> OwnPhone:
    """The step before, as on the first time there."""
    return replace(now, at=max(0, now.at - 1), pictured=False)
