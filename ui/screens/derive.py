"""What the screen of a visit shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import dropwhile

from ui.screens.helpers import Helper, bar
from ui.screens.page import Control, Page, Translator, numbered
from ui.screens.staff.sign_in import PadProps
from ui.screens.surroundings import Surroundings
from ui.screens.table import screen_of
from ui.visit.actions.action import ControlAction
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.staff.stages import NewPin, Training
from ui.visit.stage import StaffStage
from ui.visit.visit import Visit


def derive(visit: Visit, around: Surroundings) -> Page:
    """The page of the topmost stage; each of several controls knows which one it is."""
    page = screen_of(visit.stage).derive(visit, visit.stage, around)
    if isinstance(visit.stage, StaffStage):
        page = with_call_button(page, visit, around)
    tr = around.tr(page.language)
    # Of a pad, which key of how many would tell the digit.
    choices = page.choices if isinstance(page, PadProps) else numbered(page.choices, tr)
    staffs = isinstance(visit.beneath, StaffStage)
    return seated(replace(page, choices=choices), tr, upright=around.panel.upright, staffs=staffs)


SEATS: tuple[tuple[Helper, ...], ...] = (
    (Do.BACK, Setting.LOW_REACH), (Do.AGAIN, Do.NOT_UNDERSTOOD, Do.HINT), (Do.CALL_PERSON,)
)  # fmt: skip
"""Where the helpers stand in the bar: each of them always at one place, also where another is absent.
Counted from the last: a person to call, what is heard again or explained, back (or the low screen, which
is offered where that is not). An upright panel has these three in a row, and so has a lying one beneath
answers; beside all else it has one to a row.
"""


def seated(page: Page, tr: Translator, *, upright: bool, staffs: bool) -> Page:
    """The same with its bar in the order in which it is seen, and the places that are kept free in it.

    Where each has a row of its own, the first ones are not kept free on screens of staff, whose
    answers have the longest words, nor beneath what stands before the helpers.
    """
    if not page.bar:
        return page
    present = {one.action: one for one in page.bar}
    own = tuple(_on(seat, present, tr) for seat in SEATS)
    taken = {seat.action for seat in own if seat.action}
    others = tuple(one for one in page.bar if one.action not in taken)  # also a place that is kept free
    if not upright and (others or (staffs and not page.answers_alone)):
        own = tuple(dropwhile(lambda one: one.action is None, own))
    helpers = numbered(tuple(one for one in (*others, *own) if one.action), tr)
    here = iter(helpers)
    seats = tuple(next(here) if one.action else one for one in (*others, *own))
    return replace(page, bar=helpers, seats=seats, ahead=len(others))


def _on(seat: tuple[Helper, ...], present: Mapping[ControlAction | None, Control], tr: Translator) -> Control:
    """Who has it, no smaller than whoever else may; else the first one's words, not to be touched."""
    all_of_it = bar(tr, seat)
    here = next((present[one] for one in seat if one in present), all_of_it[0]._replace(action=None))
    return here._replace(also=tuple(one.label for one in all_of_it))


CALLS_NOBODY = (Training, NewPin)
"""Training tries the button itself; `NewPin` shows its PIN only once."""


def with_call_button(page: Page, visit: Visit, around: Surroundings) -> Page:
    """*page* of staff, and the button among its helpers, where it is not yet."""
    has_it = any(one.action is Do.CALL_PERSON for one in page.bar)
    if not visit.is_logged or has_it or isinstance(visit.beneath, CALLS_NOBODY):
        return page
    return replace(page, bar=(*page.bar, *bar(around.tr(page.language), (Do.CALL_PERSON,))))
