"""The row of a screen in `ui.screens.table`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import Action
from ui.visit.known import Known
from ui.visit.stage import Stage
from ui.visit.stages import Visit
from ui.visit.turns import Turn

Of = TypeVar("Of", bound=Stage)


@dataclass(frozen=True, slots=True)
class Screen(Generic[Of]):
    """`press` is asked where nothing that can be done anywhere was meant."""

    stage: type[Of]
    press: Callable[[Visit, Of, Action, Known], Turn]
    derive: Callable[[Visit, Of, Surroundings], Page]
