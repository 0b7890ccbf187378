"""A scam rehearsed: where it is offered, what each press does, and that nothing of it is written down."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from support.pressing import named
from support.staff import MAI
from support.stage import SIGN, residents_guides, volunteers_guides

from flows.shelf.rehearsals import shipped_rehearsals
from kiosk.base.events import RehearsalHeld
from ui.screens.derive import derive
from ui.screens.rehearsing import WELL_DONE
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseRehearsal, GiveReply, TouchPlace
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.staff.people import AtControls
from ui.visit.staff.stages import Training
from ui.visit.stages import Home, Overview, Rehearsing, ScamsToRehearse, Topic
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS, SCRIPTS = residents_guides().flows, shipped_rehearsals()
GUIDES = Guides(FLOWS, training=volunteers_guides().flows, rehearsals=SCRIPTS)
AROUND = Surroundings(UiWords(), GUIDES, SIGN)
KNOWN = PressContext(Guides(FLOWS, rehearsals=SCRIPTS))


def offered(visit: Visit, around: Surroundings = AROUND) -> bool:
    return any(one.action is Do.REHEARSE for one in derive(visit, around).choices)


def test_a_rehearsal_is_offered_where_somebody_looks_for_it_and_nowhere_without_a_story() -> None:
    for stage, is_offered in (
        (Topic("an-toan"), True),
        (Overview("lua-dao-nhan-biet"), True),
        (Topic("vneid"), False),
        (Overview("vneid-cai-dat"), False),
    ):
        visit = Visit((Home(), stage))
        assert offered(visit) == is_offered
        assert not offered(visit, AROUND.having(replace(GUIDES, rehearsals={})))
        assert isinstance(apply(visit, Do.REHEARSE, KNOWN).visit.stage, ScamsToRehearse) == is_offered


def test_who_learns_to_help_is_offered_nothing_that_belongs_to_a_resident() -> None:
    visit = Visit((Home(), Training((Overview("lua-dao-nhan-biet"),))), staff=AtControls(MAI))
    actions = {one.action for one in derive(visit, AROUND).choices}
    assert not actions & {Do.REHEARSE, Do.PRACTISE}


@pytest.mark.parametrize("rehearsal", SCRIPTS)
def test_all_that_is_logged_is_that_one_took_place(rehearsal: str) -> None:
    """Whichever way it goes: by each answer of each turn, out of it and along to the last."""
    assert [field.name for field in fields(RehearsalHeld)] == []
    for kinds in (("hang-up", "leave"), ("ask", "hang-up", "leave"), ("comply",)):
        visit, told = Visit((Home(), ScamsToRehearse())), list[object]()
        for _ in range(30):
            stage = visit.stage
            if isinstance(stage, ScamsToRehearse) and told:
                break
            turn = apply(visit, _next(visit, rehearsal, kinds), KNOWN)
            told += list(turn.effects)
            visit = turn.visit
        assert isinstance(visit.stage, ScamsToRehearse)
        assert told == [RehearsalHeld()]


def _next(visit: Visit, rehearsal: str, kinds: tuple[str, ...]) -> Action:
    if not isinstance(visit.stage, Rehearsing):
        return ChooseRehearsal(rehearsal)
    play = visit.stage.play
    if play.moment == "asked":
        reply = next((one for kind in kinds for one in play.replies if one.kind == kind), play.replies[0])
        return GiveReply(reply.id)
    return Do.DONE if play.moment == "check" else Do.GO_ON


def test_each_of_its_screens_says_that_it_is_practice_and_only_the_swindler_has_the_other_voice() -> None:
    visit = apply(Visit((Home(), ScamsToRehearse())), ChooseRehearsal("khoa-sim"), KNOWN).visit
    mark, seen = AROUND.words.say("rehearsal.mark", "vi"), set[str]()
    while isinstance(visit.stage, Rehearsing):
        page, moment = derive(visit, AROUND), visit.stage.play.moment
        assert (
            page.script[0].text == mark
            and getattr(page, "tag", "") == mark
            and getattr(page, "framed", False)
        )
        assert [line.slot for line in page.script if line.by_caller] == ["sentence"] * (moment == "asked")
        assert page.primary is None or page.primary.icon != "warning"
        seen.add(moment)
        visit = apply(visit, _next(visit, "khoa-sim", ("comply",)), KNOWN).visit
    assert seen == {"ringing", "asked", "answered", "sign", "rule", "check"}


@pytest.mark.parametrize(("answer", "has_tick"), [("hoi", False), ("cup", True)])
def test_a_tick_is_drawn_only_where_what_was_answered_is_no_way_on_for_the_swindler(
    answer: str, *, has_tick: bool
) -> None:
    """“Knowing the name proves nothing”, under a tick, told who does not read that it was proof."""
    ringing = apply(Visit((Home(), ScamsToRehearse())), ChooseRehearsal("chau-cap-cuu"), KNOWN).visit
    asked = apply(ringing, Do.GO_ON, KNOWN).visit
    page = derive(apply(asked, GiveReply(answer), KNOWN).visit, AROUND)
    drawn = page.picture  # type: ignore[attr-defined]
    assert (WELL_DONE in str(drawn)) == has_tick


def test_a_call_that_is_refused_ends_in_the_same_lesson_and_tells_no_more_than_one_that_is_answered() -> None:
    ringing = apply(Visit((Home(), ScamsToRehearse())), ChooseRehearsal("khoa-sim"), KNOWN).visit
    answered = apply(ringing, Do.GO_ON, KNOWN)
    turn = apply(ringing, TouchPlace(2), KNOWN)
    assert turn.effects == answered.effects == (RehearsalHeld(),)
    assert derive(turn.visit, AROUND).sentence == AROUND.words.say("rehearsal.refused", "vi")
    lesson = apply(turn.visit, Do.GO_ON, KNOWN)
    assert lesson.effects == ()
    assert derive(lesson.visit, AROUND).sentence == SCRIPTS["khoa-sim"].sign.vi
    assert apply(ringing, TouchPlace(1), KNOWN).visit == answered.visit
    assert apply(ringing, TouchPlace(0), KNOWN).visit == ringing
    assert apply(answered.visit, TouchPlace(2), KNOWN).visit == answered.visit


def test_what_rings_has_the_two_keys_of_its_phone_and_no_other_button() -> None:
    page = derive(apply(Visit((Home(), ScamsToRehearse())), ChooseRehearsal("khoa-sim"), KNOWN).visit, AROUND)
    names = [AROUND.words.say(f"rehearsal.{key}", "vi") for key in ("begin_call", "refuse")]
    drawn = page.picture.elements  # type: ignore[attr-defined]
    assert page.primary is None and not page.places
    assert [one.name for one in page.choices] == [line.text for line in page.script[-2:]] == names
    assert [one.label for one in drawn if f"place.{one.index}" in {key.slot for key in page.choices}] == names


def test_one_story_is_counted_once_a_visit_however_often_the_phone_is_answered() -> None:
    visit = apply(Visit((Home(), ScamsToRehearse())), ChooseRehearsal("khoa-sim"), KNOWN).visit
    told = list[object]()
    for action in (Do.GO_ON, Do.BACK, TouchPlace(2), Do.BACK, Do.BACK, ChooseRehearsal("khoa-sim"), Do.GO_ON):
        turn = apply(visit, action, KNOWN)
        assert turn.visit != visit
        visit, told = turn.visit, [*told, *turn.effects]
    assert told == [RehearsalHeld()]
    other = apply(visit.close(), ChooseRehearsal("chau-cap-cuu"), KNOWN).visit
    assert apply(other, Do.GO_ON, KNOWN).effects == (RehearsalHeld(),)
    assert "khoa-sim" not in repr(replace(visit.close(), stages=(Home(),)))


def test_back_leads_to_the_screen_before_and_a_press_out_of_place_changes_nothing() -> None:
    visit = apply(Visit((Home(), ScamsToRehearse())), ChooseRehearsal("khoa-sim"), KNOWN).visit
    asked = apply(visit, Do.GO_ON, KNOWN).visit
    assert apply(asked, GiveReply("no-such"), KNOWN).visit == asked
    assert apply(asked, Do.DONE, KNOWN).visit == asked
    assert apply(asked, named("place.0"), KNOWN).visit == asked
    answered = apply(asked, GiveReply("cup"), KNOWN).visit
    back = apply(answered, Do.BACK, KNOWN).visit.stage
    assert isinstance(back, Rehearsing) and back.play.moment == "asked"
    assert isinstance(apply(apply(asked, Do.BACK, KNOWN).visit, Do.BACK, KNOWN).visit.stage, ScamsToRehearse)
