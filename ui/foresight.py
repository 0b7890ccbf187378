"""Which pages the next touch may bring, so that they can be laid out while a resident still reads. Pure.

A press is a function of the visit: it can be tried beforehand, and only the page of it is looked at.
"""

from __future__ import annotations

from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Comfort, IdleNotice, Overview, Person, Visit
from ui.visit.turn import Known, press
from ui.visit.walking import INSIDE_A_GUIDE

MOST_ANSWERS = 3
LEAD_NOWHERE = (Do.AGAIN, Do.CALL_PERSON)
_IN_A_GUIDE = (Overview, *INSIDE_A_GUIDE)


def foresee(visit: Visit, page: Page, around: Surroundings, known: Known) -> tuple[Page, ...]:
    """In a guide what its controls lead to, the likeliest first; over one, the step that lies beneath."""
    match visit.stage:
        case Comfort() | Person() | IdleNotice() if isinstance(visit.close().stage, _IN_A_GUIDE):
            return (derive(visit.close(), around),)
        case stage if isinstance(stage, _IN_A_GUIDE):
            leads_on = () if page.primary is None else (page.primary,)
            controls = (*leads_on, *page.choices[:MOST_ANSWERS], *page.bar)
            actions = (one.action for one in controls if one.action not in LEAD_NOWHERE)
            return tuple(derive(press(visit, one, known).visit, around) for one in actions if one is not None)
        case _:
            return ()
