"""Who comes back with a card is offered what is due, on the rung they had reached."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.stage import LAPTOP, PORTRAIT, Stage

from accessibility.card import Card, guide_mark
from accessibility.card_practice import Practised
from accessibility.sizes import Panel
from flows.practice.rung import RUNGS, Rung
from ui.screens.page import Control
from ui.visit.card import card_of, hold
from ui.visit.practised import REHEARSALS
from ui.visit.stages import Home, Practising, Rehearsing, ScamsToRehearse
from ui.visit.visit import Visit

GUIDE, OTHER, SCAM = "vneid-xuat-trinh", "zalo-goi-video", "lua-dao-nhan-biet"
NOW = 2970


def practised(name: str, rung: Rung, weeks_ago: int) -> Practised:
    return Practised(guide_mark(name), RUNGS.index(rung), NOW - weeks_ago)


def back_with(*on_card: Practised, week: int | None = NOW, panel: Panel = PORTRAIT) -> Stage:
    """At the kiosk with a card on which that was practised; finished was the guide."""
    stage = Stage(panel=panel)
    clock = stage.conductor.around.clock
    stage.conductor.surround(replace(clock, week=week))
    stage.conductor.show(hold(Visit(), Card(finished=(guide_mark(GUIDE),), practised=on_card)).visit)
    return stage


def first_offer(stage: Stage) -> Control:
    assert stage.conductor.visit.stage == Home()
    control = stage.conductor.page.primary
    assert control is not None
    return control


def pass_over(stage: Stage) -> Practising:
    """Touch each place; what is shown then."""
    while isinstance(at := stage.conductor.visit.stage, Practising) and not at.practice.over:
        stage.walk_to(f"place.{at.practice.task.target}")
    assert isinstance(at, Practising)
    return at


@pytest.mark.parametrize(
    ("rung", "drawn"), [("hinted", "hinted"), ("alone", "alone"), ("own-phone", "alone")]
)
def test_what_is_due_comes_first_and_goes_on_where_it_was_left(rung: Rung, drawn: Rung) -> None:
    stage = back_with(practised(GUIDE, rung, 2))
    title = stage.library.flows[GUIDE].title.vi
    assert stage.conductor.page.sentence.endswith(f"Bác nên tập lại: {title}.")
    assert first_offer(stage).name == f"Tập lại: {title}"
    stage.walk_to(first_offer(stage).slot)
    begun = stage.conductor.visit.stage
    assert isinstance(begun, Practising)
    assert (begun.practice.flow_id, begun.practice.rung) == (GUIDE, drawn)
    done = pass_over(stage)
    visit, flows = stage.conductor.visit, stage.library.flows
    (later,) = card_of(visit, flows, None, NOW).practised
    assert later == practised(GUIDE, RUNGS[min(RUNGS.index(rung) + 1, 3)], 0)
    assert done.practice.mastered == (rung != "hinted")
    stage.walk_to("done")
    assert first_offer(stage).slot.startswith("flow."), "what was practised is due no more"


def test_a_rung_on_the_card_is_not_lowered_by_a_pass_that_goes_wrong() -> None:
    stage = back_with(practised(GUIDE, "own-phone", 2))
    stage.walk_to(first_offer(stage).slot)
    stage.conductor.slid("", -1)  # beside every place
    pass_over(stage)
    (later,) = card_of(stage.conductor.visit, stage.library.flows, None, NOW).practised
    assert later == practised(GUIDE, "own-phone", 0)
    assert stage.notebook.lines[-1] == ("guide practised", GUIDE, "alone", "no"), "the log says what was done"


def test_of_several_what_has_waited_longest_is_offered_and_what_is_not_due_is_not() -> None:
    waited = (practised(GUIDE, "alone", 3), practised(OTHER, "own-phone", 9), practised(SCAM, "shown", 3))
    assert first_offer(back_with(*waited)).slot == f"practise.{OTHER}"
    assert first_offer(back_with(waited[0], waited[2])).slot == f"practise.{GUIDE}"
    assert first_offer(back_with(waited[2])).slot.startswith("flow.")
    assert first_offer(back_with(practised(SCAM, "shown", 4))).slot == f"practise.{SCAM}"


def test_a_rehearsal_comes_again_after_four_weeks_and_nothing_says_which_it_was() -> None:
    assert first_offer(back_with(practised(REHEARSALS, "shown", 3))).slot.startswith("flow.")
    stage = back_with(practised(REHEARSALS, "shown", 4))
    assert first_offer(stage).name == "Tập lại: đối phó kẻ lừa"
    stage.walk_to(first_offer(stage).slot)
    assert stage.conductor.visit.stage == ScamsToRehearse()
    stage.conductor.press(stage.conductor.page.choices[0].slot)
    assert isinstance(stage.conductor.visit.stage, Rehearsing)
    stage.walk_to("place.1", "back", "back")
    visit = stage.conductor.visit
    assert card_of(visit, stage.library.flows, None, NOW).practised[-1] == practised(REHEARSALS, "shown", 0)


def test_what_is_due_is_offered_on_a_laptop_too() -> None:
    stage = back_with(practised(GUIDE, "alone", 9), panel=LAPTOP)
    stage.walk_to(first_offer(stage).slot)
    pass_over(stage)


def test_what_no_guide_here_stands_for_and_a_wrong_clock_leave_the_rest_as_it_was() -> None:
    gone = Practised(1, 2, NOW - 9)
    assert guide_mark(GUIDE) != gone.mark
    due = practised(GUIDE, "alone", 9)
    for stage in (back_with(gone), back_with(due, week=None)):
        assert first_offer(stage).slot.startswith("flow.")
    kept = card_of(back_with(gone).conductor.visit, back_with().library.flows, None, NOW)
    assert kept.practised == (gone,), "another kiosk may have that guide"
