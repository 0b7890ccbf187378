"""Helping, rehearsed by staff: the way to it, what is shown, and that nothing is logged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.staff import MAI
from support.stage import SIGN, residents_guides

from flows.shelf.rehearsals import shipped_rehearsals
from ui.screens.derive import derive
from ui.screens.guide import StepProps
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseRehearsal, GiveReply
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MenuEntry
from ui.visit.press_context import PressContext
from ui.visit.staff.people import AtControls
from ui.visit.staff.stages import RehearsingHelp, StaffMenu
from ui.visit.stages import Attract, Home, ScamsToRehearse, Topic
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS, STORIES = residents_guides().flows, shipped_rehearsals("volunteers")
AROUND = Surroundings(UiWords(), Guides(FLOWS, rehearsals=shipped_rehearsals(), helping=STORIES), SIGN)
KNOWN = PressContext(Guides(FLOWS, rehearsals=shipped_rehearsals(), helping=STORIES), draw=3)
AT_MENU = Visit((Attract(), StaffMenu()), staff=AtControls(MAI))


def actions(visit: Visit) -> set[Action | None]:
    return {one.action for one in derive(visit, AROUND).choices}


def rehearsing(story: str) -> Visit:
    listed = apply(AT_MENU, MenuEntry.HELPING, KNOWN).visit
    return apply(listed, ChooseRehearsal(story), KNOWN).visit


def step_of(visit: Visit) -> Action:
    stage = visit.stage
    assert isinstance(stage, RehearsingHelp) and stage.play is not None
    return Do.DONE if stage.play.moment == "check" else Do.GO_ON


def test_one_touch_from_the_menu_between_residents_leads_to_it_and_no_resident_comes_there() -> None:
    assert MenuEntry.HELPING in actions(AT_MENU)
    listed = apply(AT_MENU, MenuEntry.HELPING, KNOWN).visit
    assert actions(listed) == {ChooseRehearsal(one) for one in STORIES}
    with_a_resident = Visit((Home(), StaffMenu()), staff=AtControls(MAI))
    assert MenuEntry.HELPING not in actions(with_a_resident)
    assert apply(with_a_resident, MenuEntry.HELPING, KNOWN).visit == with_a_resident
    for stage in (ScamsToRehearse(), Topic("an-toan")):
        visit = Visit((Home(), stage))
        assert not actions(visit) & {ChooseRehearsal(one) for one in STORIES}
        for one in STORIES:
            assert apply(visit, ChooseRehearsal(one), KNOWN).visit == visit


@pytest.mark.parametrize("story", STORIES)
def test_each_answer_is_said_to_be_wise_or_why_not_and_nothing_of_it_is_logged(story: str) -> None:
    """Every turn with every answer; whichever is given, the lesson has the sign, the rule and a sentence."""
    script = STORIES[story]
    begun = rehearsing(story)
    assert isinstance(begun.stage, RehearsingHelp) and begun.stage.play is not None
    for turn in script.turns:
        asked = replace(begun.stage.play, moment="asked", turn_id=turn.id)
        for reply in turn.replies:
            given = apply(begun.swap(RehearsingHelp(asked)), GiveReply(reply.id), KNOWN)
            assert (given.effects, derive(given.visit, AROUND).sentence) == ((), reply.then.vi)
    visit = begun.swap(RehearsingHelp(replace(begun.stage.play, moment="sign", turn_id=script.start)))
    for words in (script.sign, script.rule, script.check):
        assert derive(visit, AROUND).sentence == words.vi
        turn_ = apply(visit, step_of(visit), KNOWN)
        assert turn_.effects == ()
        visit = turn_.visit
    assert visit.stage == RehearsingHelp()


def test_rehearsing_help_is_marked_as_practice_with_another_voice_and_rings_for_nobody() -> None:
    mark = AROUND.words.say("rehearsal.mark", "vi")
    visit, seen = rehearsing("tnv-doc-ma"), set[str]()
    while visit.stage != RehearsingHelp():
        page, stage = derive(visit, AROUND), visit.stage
        assert isinstance(page, StepProps) and isinstance(stage, RehearsingHelp) and stage.play is not None
        assert (page.framed, page.tag, page.script[0].text) == (True, mark, mark)
        assert [one.slot for one in page.script if one.by_caller] == ["sentence"] * (
            stage.play.moment == "asked"
        )
        assert Do.CALL_PERSON not in {one.action for one in page.bar}
        seen.add(stage.play.moment)
        asked = stage.play.moment == "asked"
        worst = next((one.id for one in stage.play.replies if one.kind == "hinders"), "")
        visit = apply(visit, GiveReply(worst) if asked else step_of(visit), KNOWN).visit
    assert seen == {"ringing", "asked", "answered", "sign", "rule", "check"}


def test_what_was_done_goes_with_the_screen_when_the_controls_lock() -> None:
    visit = apply(rehearsing("tnv-doc-ma"), Do.GO_ON, KNOWN).visit
    assert "gõ hộ" not in repr(visit)
    assert apply(visit, Do.LOCK, KNOWN).visit == Visit()
