"""One row for each kind of screen: what a press on it does, and what it shows.

`ui.turn` and `ui.screens.derive` read it. Tests see to it that each stage has one row, and is in the tour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ui.screens.arrival import derive_resume
from ui.screens.aside import derive_hotline, derive_idle, derive_sorry
from ui.screens.ask import derive_ask
from ui.screens.calling import derive_person
from ui.screens.card import derive_my_card, derive_show_card, derive_unread
from ui.screens.changed import derive_changed
from ui.screens.choosing import derive_overview, derive_qr
from ui.screens.exercise_lists import derive_exercises
from ui.screens.exercising import derive_exercising
from ui.screens.farewell import derive_goodbye
from ui.screens.guide import derive_advice, derive_stuck
from ui.screens.guide_end import derive_stepping
from ui.screens.have_ready import derive_have_ready
from ui.screens.needs import derive_home, derive_need, derive_topic, derive_topics
from ui.screens.numbers_to_call import derive_numbers
from ui.screens.own_phone import derive_own_phone
from ui.screens.page import Page
from ui.screens.practising import derive_practice
from ui.screens.presets import derive_adjusting
from ui.screens.privacy import derive_privacy
from ui.screens.rehearsing import derive_list, derive_rehearsing
from ui.screens.screen import Screen
from ui.screens.staff.table import STAFF_SCREENS
from ui.screens.surroundings import Surroundings
from ui.screens.this_place import derive_first_screen, derive_this_place
from ui.screens.trying import derive_circle, derive_fitted
from ui.visit import (
    asking,
    calling,
    card,
    changed,
    choosing,
    comfort,
    ending,
    exercising,
    needs,
    own_phone,
    practising,
    reading,
    rehearsing,
    stages,
    start,
    trying,
    walking,
)
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseNeed, OpenExercises
from ui.visit.actions.common import Do
from ui.visit.known import Known
from ui.visit.stage import Stage
from ui.visit.stages import Visit
from ui.visit.turns import Turn


def _invite(visit: Visit, stage: Stage, action: Action, known: Known) -> Turn:
    """A tile begins the visit where it leads, and so does asking."""
    begun = start.begin(visit)
    if action is Do.ASK and known.asking is not None:
        return Turn(asking.open_keyboard(begun.visit, known).visit, begun.effects)
    if not isinstance(action, ChooseNeed):
        return _begin(visit, stage, action, known)
    chosen = trying.offered(needs.press(begun.visit, action, known), action, known)
    return Turn(chosen.visit, (*begun.effects, *chosen.effects)) if chosen.effects else Turn(visit)


def _begin(visit: Visit, _: Stage, action: Action, known: Known) -> Turn:
    return start.press(visit, action, known.flows, known.largest(visit.preferences))


def _try(visit: Visit, _: Stage, action: Action, known: Known) -> Turn:
    return trying.press(visit, action, known.touches)


def _choose(visit: Visit, _: Stage, action: Action, known: Known) -> Turn:
    if action is Do.ASK:
        return asking.open_keyboard(visit, known)
    if action is Do.REHEARSE:
        return rehearsing.open_list(visit, known)
    if isinstance(action, OpenExercises):
        return exercising.open_list(visit, action.which, known)
    if isinstance(action, ChooseNeed):
        chosen = needs.press(visit, action, known)
    else:
        chosen = choosing.press(visit, action, known.flows)
    return trying.offered(chosen, action, known)


def _adjust(visit: Visit, _: Stage, action: Action, known: Known) -> Turn:
    return comfort.press(visit, action, known)


def _walk(visit: Visit, _: Stage, action: Action, known: Known) -> Turn:
    return walking.press(visit, action, known.flows)


def _go_on(visit: Visit, stage: stages.GuideChanged, action: Action, _: Known) -> Turn:
    return changed.press(visit, stage, action)


def _practise(visit: Visit, stage: stages.Practising, action: Action, known: Known) -> Turn:
    return practising.press(visit, stage, action, known.flows)


def _do_on_own_phone(visit: Visit, stage: stages.OnOwnPhone, action: Action, _: Known) -> Turn:
    return own_phone.press(visit, stage, action)


def _rehearse(visit: Visit, stage: stages.Rehearsing, action: Action, _: Known) -> Turn:
    return rehearsing.press(visit, stage, action)


def _end(visit: Visit, _: Stage, action: Action, known: Known) -> Turn:
    return ending.press(visit, action, known.flows)


def _of(press: Callable[[Visit, Action], Turn]) -> Callable[[Visit, Stage, Action, Known], Turn]:
    """*press*, which needs to know nothing but the visit."""
    return lambda visit, _, action, _known: press(visit, action)


def _page(derive: Callable[[Visit, Surroundings], Page]) -> Callable[[Visit, Stage, Surroundings], Page]:
    """*derive* of a stage that remembers nothing."""
    return lambda visit, _, around: derive(visit, around)


ROWS: tuple[Screen[Any], ...] = (
    Screen(stages.Attract, _invite, _page(derive_first_screen)),
    Screen(stages.Privacy, _of(reading.press), _page(derive_privacy)),
    Screen(stages.ThisPlace, _of(reading.press), _page(derive_this_place)),
    Screen(stages.Resume, _begin, derive_resume),
    Screen(stages.Circle, _try, derive_circle),
    Screen(stages.Fitted, _try, derive_fitted),
    Screen(stages.Home, _choose, _page(derive_home)),
    Screen(stages.NeedGuides, _choose, derive_need),
    Screen(stages.Topics, _choose, _page(derive_topics)),
    Screen(stages.Topic, _choose, derive_topic),
    Screen(stages.Ask, asking.press, derive_ask),
    Screen(stages.NumbersToCall, asking.press_numbers, _page(derive_numbers)),
    Screen(stages.HaveReady, _choose, derive_have_ready),
    Screen(stages.Overview, _choose, derive_overview),
    Screen(stages.ShowQr, _choose, derive_qr),
    Screen(stages.GuideChanged, _go_on, derive_changed),
    Screen(stages.Stepping, _walk, derive_stepping),
    Screen(stages.StuckList, _walk, derive_stuck),
    Screen(stages.Advice, _walk, derive_advice),
    Screen(stages.Hotline, _walk, derive_hotline),
    Screen(stages.Practising, _practise, derive_practice),
    Screen(stages.OnOwnPhone, _do_on_own_phone, derive_own_phone),
    Screen(stages.ScamsToRehearse, rehearsing.press_list, _page(derive_list)),
    Screen(stages.Rehearsing, _rehearse, derive_rehearsing),
    Screen(stages.SmallExercises, exercising.press_list, derive_exercises),
    Screen(stages.Exercising, exercising.press, derive_exercising),
    Screen(stages.Comfort, _adjust, derive_adjusting),
    Screen(stages.Person, _of(calling.press), derive_person),
    Screen(stages.Goodbye, _end, derive_goodbye),
    Screen(stages.MyCard, _of(card.press), _page(derive_my_card)),
    Screen(stages.ShowCard, _of(card.press), _page(derive_show_card)),
    Screen(stages.Unread, _of(card.press), derive_unread),
    Screen(stages.IdleNotice, _end, _page(derive_idle)),
    Screen(stages.Sorry, _end, _page(derive_sorry)),
    *STAFF_SCREENS,
)
SCREENS: Mapping[type[Stage], Screen[Any]] = {row.stage: row for row in ROWS}


def screen_of(stage: Stage) -> Screen[Any]:
    """The row of *stage*."""
    return SCREENS[type(stage)]
