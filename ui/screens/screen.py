"""The row of a screen in `ui.screens.table`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeVar

from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import Action
from ui.visit.press_context import PressContext
from ui.visit.stage import Stage
from ui.visit.turns import Turn
from ui.visit.visit import Visit

Of = TypeVar("Of", bound=Stage)


@dataclass(frozen=True, slots=True)
class Screen(Generic[Of]):
    """`press` is asked where nothing that can be done anywhere was meant."""

    stage: type[Of]
    press: Callable[[Visit, Of, Action, PressContext], Turn]
    derive: Callable[[Visit, Of, Surroundings], Page]

    @property
    def alone(self) -> Stage | None:
        """Its stage, where that has nothing to be told first."""
        kind: Any = self.stage
        told = any(one.default is MISSING and one.default_factory is MISSING for one in fields(kind))
        return None if told else self.stage()


def row(
    stage: type[Of],
    press: Callable[[Visit, Of, Action, PressContext], Turn],
    derive: Callable[[Visit, Of, Surroundings], Page],
) -> Screen[Any]:
    """The three of one screen: a press or a page of another stage is refused by mypy."""
    return Screen(stage, press, derive)


def of_visit(press: Callable[[Visit, Action], Turn]) -> Callable[[Visit, Stage, Action, PressContext], Turn]:
    """*press*, which needs to know nothing but the visit."""
    return lambda visit, _, action, _context: press(visit, action)


def of_stage(press: Callable[[Visit, Of, Action], Turn]) -> Callable[[Visit, Of, Action, PressContext], Turn]:
    """*press*, which needs to know nothing but the visit and its stage."""
    return lambda visit, stage, action, _: press(visit, stage, action)


def with_context(
    press: Callable[[Visit, Action, PressContext], Turn],
) -> Callable[[Visit, Stage, Action, PressContext], Turn]:
    """*press*, which finds its stage in the visit."""
    return lambda visit, _, action, context: press(visit, action, context)


def page(derive: Callable[[Visit, Surroundings], Page]) -> Callable[[Visit, Stage, Surroundings], Page]:
    """*derive* of a stage that remembers nothing."""
    return lambda visit, _, around: derive(visit, around)
