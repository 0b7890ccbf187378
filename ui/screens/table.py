"""One row for each kind of screen: what a press on it does, and what it shows.

`ui.turn.turn` and `ui.screens.derive` read it. Tests see to it that each stage has one row, and is in the
tour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ui.screens.aside import derive_hotline, derive_idle, derive_resume, derive_sorry
from ui.screens.ask import derive_ask
from ui.screens.calling import derive_person
from ui.screens.card import derive_my_card, derive_show_card, derive_unread
from ui.screens.changed import derive_changed
from ui.screens.choosing import derive_have_ready, derive_overview, derive_qr
from ui.screens.exercise_lists import derive_exercises
from ui.screens.exercising import derive_exercising
from ui.screens.farewell import derive_goodbye
from ui.screens.guide import derive_advice, derive_stuck
from ui.screens.guide_end import derive_stepping
from ui.screens.needs import derive_home, derive_need, derive_topic, derive_topics
from ui.screens.offices import derive_numbers, derive_offices
from ui.screens.own_phone import derive_own_phone
from ui.screens.practising import derive_practice
from ui.screens.presets import derive_adjusting
from ui.screens.rehearsing import derive_list, derive_rehearsing
from ui.screens.screen import Screen, of_stage, of_visit, page, row, with_context
from ui.screens.staff.table import STAFF_SCREENS
from ui.screens.this_place import derive_first_screen, derive_privacy, derive_this_place
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
from ui.visit.press_context import PressContext
from ui.visit.stage import Stage
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def _invite(visit: Visit, stage: Stage, action: Action, context: PressContext) -> Turn:
    """A tile begins the visit where it leads, and so does asking."""
    begun = start.begin(visit)
    if action is Do.ASK and context.guides.asking is not None:
        return Turn(asking.open_keyboard(begun.visit, context).visit, begun.effects)
    if not isinstance(action, ChooseNeed):
        return _begin(visit, stage, action, context)
    chosen = trying.offered(choosing.on_tile(begun.visit, action, context), action, context)
    return Turn(chosen.visit, (*begun.effects, *chosen.effects)) if chosen.effects else Turn(visit)


def _begin(visit: Visit, _: Stage, action: Action, context: PressContext) -> Turn:
    return start.on_press(visit, action, context.guides.flows)


def _choose(visit: Visit, _: Stage, action: Action, context: PressContext) -> Turn:
    if action is Do.ASK:
        return asking.open_keyboard(visit, context)
    if action is Do.REHEARSE:
        return rehearsing.open_list(visit, context)
    if isinstance(action, OpenExercises):
        return exercising.open_list(visit, action.which, context)
    if isinstance(action, ChooseNeed):
        chosen = choosing.on_tile(visit, action, context)
    else:
        chosen = choosing.on_press(visit, action, context.guides.flows)
    return trying.offered(chosen, action, context)


def _walk(visit: Visit, _: Stage, action: Action, context: PressContext) -> Turn:
    return walking.on_press(visit, action, context.guides.flows)


ROWS: tuple[Screen[Any], ...] = (
    row(stages.Attract, _invite, page(derive_first_screen)),
    row(stages.Privacy, of_visit(reading.on_press), page(derive_privacy)),
    row(stages.ThisPlace, of_visit(reading.on_press), page(derive_this_place)),
    row(stages.WardOffices, of_visit(reading.on_press), derive_offices),
    row(stages.Resume, _begin, derive_resume),
    row(stages.Circle, with_context(trying.on_press), derive_circle),
    row(stages.Fitted, with_context(trying.on_press), derive_fitted),
    row(stages.Home, _choose, page(derive_home)),
    row(stages.NeedGuides, _choose, derive_need),
    row(stages.Topics, _choose, page(derive_topics)),
    row(stages.Topic, _choose, derive_topic),
    row(stages.Ask, asking.on_press, derive_ask),
    row(stages.NumbersToCall, asking.press_numbers, page(derive_numbers)),
    row(stages.HaveReady, _choose, derive_have_ready),
    row(stages.Overview, _choose, derive_overview),
    row(stages.ShowQr, _choose, derive_qr),
    row(stages.GuideChanged, of_stage(changed.on_press), derive_changed),
    row(stages.Stepping, _walk, derive_stepping),
    row(stages.StuckList, _walk, derive_stuck),
    row(stages.Advice, _walk, derive_advice),
    row(stages.Hotline, _walk, derive_hotline),
    row(stages.Practising, practising.on_press, derive_practice),
    row(stages.OnOwnPhone, of_stage(own_phone.on_press), derive_own_phone),
    row(stages.ScamsToRehearse, rehearsing.on_press_list, page(derive_list)),
    row(stages.Rehearsing, of_stage(rehearsing.on_press), derive_rehearsing),
    row(stages.SmallExercises, exercising.on_press_list, derive_exercises),
    row(stages.Exercising, exercising.on_press, derive_exercising),
    row(stages.Comfort, with_context(comfort.on_press), derive_adjusting),
    row(stages.Person, of_visit(calling.on_press), derive_person),
    row(stages.Goodbye, with_context(ending.on_press), derive_goodbye),
    row(stages.MyCard, of_visit(card.on_press), page(derive_my_card)),
    row(stages.ShowCard, of_visit(card.on_press), page(derive_show_card)),
    row(stages.Unread, of_visit(card.on_press), derive_unread),
    row(stages.IdleNotice, with_context(ending.on_press), page(derive_idle)),
    row(stages.Sorry, with_context(ending.on_press), page(derive_sorry)),
    *STAFF_SCREENS,
)
SCREENS: Mapping[type[Stage], Screen[Any]] = {row.stage: row for row in ROWS}


def screen_of(stage: Stage) -> Screen[Any]:
    """The row of *stage*."""
    return SCREENS[type(stage)]
