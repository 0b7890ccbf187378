"""The row of a screen in `ui.screens.table`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeAlias, TypeVar

from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import Action
from ui.visit.press_context import PressContext
from ui.visit.stage import Stage
from ui.visit.turns import Turn
from ui.visit.visit import Visit

Of = TypeVar("Of", bound=Stage)
OnPress: TypeAlias = Callable[[Visit, Of, Action, PressContext], Turn]
Derive: TypeAlias = Callable[[Visit, Of, Surroundings], Page]


@dataclass(frozen=True, slots=True)
class Screen(Generic[Of]):
    """`on_press` is asked where nothing that can be done anywhere was meant."""

    stage: type[Of]
    on_press: OnPress[Of]
    derive: Derive[Of]

    @property
    def alone(self) -> Stage | None:
        """Its stage, where that has nothing to be told first."""
        kind: Any = self.stage
        required = any(one.default is MISSING and one.default_factory is MISSING for one in fields(kind))
        return None if required else self.stage()


def row(stage: type[Of], on_press: OnPress[Of], derive: Derive[Of]) -> Screen[Any]:
    """The three of one screen: what another stage does or shows is refused by mypy."""
    return Screen(stage, on_press, derive)


def of_visit(
    on_press: Callable[[Visit, Action], Turn],
) -> OnPress[Stage]:
    """*on_press*, which needs to know nothing but the visit."""
    return lambda visit, _, action, _context: on_press(visit, action)


def of_stage(
    on_press: Callable[[Visit, Of, Action], Turn],
) -> OnPress[Of]:
    """*on_press*, which needs to know nothing but the visit and its stage."""
    return lambda visit, stage, action, _: on_press(visit, stage, action)


def with_context(
    on_press: Callable[[Visit, Action, PressContext], Turn],
) -> OnPress[Stage]:
    """*on_press*, which finds its stage in the visit."""
    return lambda visit, _, action, context: on_press(visit, action, context)


def page(derive: Callable[[Visit, Surroundings], Page]) -> Derive[Stage]:
    """*derive* of a stage that remembers nothing."""
    return lambda visit, _, around: derive(visit, around)
