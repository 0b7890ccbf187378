"""Which pages the next touch may bring, so that they can be laid out while a resident still reads.

A press is a function of the visit: it can be tried beforehand, and only the page of it is looked at.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.turn.store import Store
from ui.turn.turn import apply
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import SlidePlace, TouchPlace
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.stages import Comfort, HaveReady, IdleNotice, Overview, Person, Practising
from ui.visit.visit import Visit
from ui.visit.walking import INSIDE_A_GUIDE

LOGGER = logging.getLogger(__name__)
MOST_ANSWERS = 3
LEAD_NOWHERE = (Do.AGAIN, Do.CALL_PERSON)
_IN_A_GUIDE = (HaveReady, Overview, *INSIDE_A_GUIDE)


class Foresight:
    """Remembers what it foresaw until the visit or its surroundings change: it is asked 25 times a second."""

    def __init__(self, store: Store, context: Callable[[], PressContext]) -> None:
        self._store, self._context = store, context
        self._version = -1
        self._pages: tuple[Page, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """A mistake of ours shows when it is touched: then it is kind."""
        store = self._store
        if self._version != store.version:
            self._version, self._pages = store.version, ()
            try:
                self._pages = foresee(store.visit, store.page, store.around, self._context())
            except Exception:
                LOGGER.exception("foresee on %s failed", type(store.visit.stage).__name__)
        return self._pages


def foresee(visit: Visit, page: Page, around: Surroundings, context: PressContext) -> tuple[Page, ...]:
    """Pure. In a guide what its controls lead to, the likeliest first; over one, the step beneath; where one
    practises, what comes after the place that is looked for.
    """
    match visit.stage:
        case Comfort() | Person() | IdleNotice() if isinstance(visit.close().stage, _IN_A_GUIDE):
            return (derive(visit.close(), around),)
        case stage if isinstance(stage, _IN_A_GUIDE):
            leads_on = () if page.primary is None else (page.primary,)
            controls = (*leads_on, *page.choices[:MOST_ANSWERS], *page.bar)
            actions = (one.action for one in controls if one.action not in LEAD_NOWHERE)
            return tuple(
                derive(apply(visit, one, context).visit, around) for one in actions if one is not None
            )
        case Practising(practice, typing) if not practice.over:
            task = practice.task
            usual: Action = TouchPlace(task.target) if task.way is None else SlidePlace(task.way)
            if typing is not None:
                usual = Do.GO_ON
            return (derive(apply(visit, usual, context).visit, around),)
        case _:
            return ()
