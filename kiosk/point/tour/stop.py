"""One screen of a tour."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide.flow import Caution, Change, Hotline, QrTarget
from flows.guide.steps import Step
from ui.visit.stage import Stage


@dataclass(frozen=True, slots=True)
class Stop:
    """One screen of the tour. `name` is unique within its chapter and names the picture's file."""

    name: str
    stage: Stage
    step: Step | None = None  # whose sources stand beside the picture
    cautions: tuple[Caution, ...] = ()  # and theirs
    code: QrTarget | None = None  # and its own
    change: Change | None = None
    line: Hotline | None = None  # of a step's list
