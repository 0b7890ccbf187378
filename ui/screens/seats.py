"""Where the helpers stand in the bar: each of them always at one place, also where another is absent.

Counted from the last: a person to call, what is heard again, what is not understood (or the low screen, which
is offered where that is not), back. An upright panel has two of them to a row, a lying one has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ui.screens.helpers import Helper, bar
from ui.screens.page import Control, Page, Teller, numbered
from ui.visit.actions.action import ControlAction
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting

SEATS: tuple[tuple[Helper, ...], ...] = (
    (Do.BACK,), (Do.NOT_UNDERSTOOD, Setting.LOW_REACH), (Do.AGAIN,), (Do.CALL_PERSON,)
)  # fmt: skip


def seated(page: Page, tell: Teller, *, tight: bool) -> Page:
    """The same with its bar in the order in which it is seen, and the places that are kept free in it.

    Where it is *tight*, none is kept for what is not understood: its row is the main button's.
    """
    seats = _seats(page, tell, tight) if page.bar else ()
    helpers = numbered(tuple(one for one in seats if one.action), tell)
    here = iter(helpers)
    return replace(page, bar=helpers, seats=tuple(next(here) if one.action else one for one in seats))


def _seats(page: Page, tell: Teller, tight: bool) -> tuple[Control, ...]:
    """What is no helper stands before them all; a single one beside *Back*.

    The first two places are kept for the sake of the main button of a resident's screen, so that it has one
    place as well, and nothing else ever comes to lie there.
    """
    present = {one.action: one for one in page.bar}
    back, second, *last = (_on(seat, present, tell) for seat in SEATS)
    at_home = {helper for seat in SEATS for helper in seat}
    others = tuple(one for one in page.bar if one.action not in at_home)
    if len(others) == 1 and back.action and not second.action:
        return back, *others, *last
    keeps_main = page.primary is not None and Do.CALL_PERSON in present and not others
    first = (back,) if tight and not second.action else (back, second)
    kept = first if keeps_main or back.action or second.action else ()
    return *others, *kept, *last


def _on(seat: tuple[Helper, ...], present: Mapping[ControlAction | None, Control], tell: Teller) -> Control:
    """Who has it, no smaller than whose it is; else that one's words, for their size and not to touch."""
    owner, *guests = seat
    own = bar(tell, (owner,))[0]
    guest = next((present[one]._replace(also=(own.label,)) for one in guests if one in present), None)
    return present.get(owner) or guest or own._replace(action=None)
