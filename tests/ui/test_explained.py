""" "Chưa hiểu": simpler words, then an example or another picture, then a person; on every step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import visit_at, walks_to_every_step
from support.stage import Stage, residents_guides
from support.templates import templates

from accessibility.preferences import Preferences
from flows.guide.logged import hides_answer
from flows.guide.steps import points_at
from flows.guide.walk import Walk
from kiosk.base.events import StepExplained
from ui.screens.derive import derive
from ui.screens.guide import StepProps
from ui.turn.turn import apply
from ui.visit.actions.common import Do
from ui.visit.press_context import Guides, PressContext
from ui.visit.stages import Stepping
from ui.visit.visit import Visit

FLOWS = residents_guides().flows
AROUND = Stage().conductor.around


@pytest.mark.parametrize("flow_id", sorted(FLOWS))
def test_every_step_is_explained_by_simpler_words_then_an_example_or_a_picture_then_a_person(
    flow_id: str,
) -> None:
    """What a step lacks is passed over; three presses at most lead to somebody who can be asked."""
    flow = FLOWS[flow_id]
    for step_id, walk in walks_to_every_step(flow_id).items():
        step, visit = flow.steps[step_id], Visit(stages=(Stepping(flow_id, walk),))
        asked, shown = list[str](), [derive(visit, AROUND)]
        while isinstance(visit.stage, Stepping):
            turn = apply(visit, Do.NOT_UNDERSTOOD, PressContext(Guides(FLOWS)))
            visit = turn.visit
            asked.append(visit.stage.explained if isinstance(visit.stage, Stepping) else "list")
            shown.append(derive(visit, AROUND))
            told = [] if hides_answer(flow, walk) else [StepExplained]
            assert [type(one) for one in turn.effects] == told, step_id
        further = ["example"] if step.example else ["picture"] if points_at(step) else []
        assert asked == ["simpler", *further, "list"], step_id
        assert len({(one.sentence, getattr(one, "picture", None)) for one in shown}) == len(shown), step_id
        assert shown[-1].choices[-1].slot == "call-person"


def test_what_a_step_of_an_officers_own_guide_lacks_is_passed_over() -> None:
    flow = FLOWS["khan-cap"]
    start = replace(flow.steps[flow.start], example=None, picture=None)
    for step, met in ((start, ["simpler", "list"]), (replace(start, simpler=None), ["list"])):
        context = PressContext(Guides({flow.id: replace(flow, steps={**flow.steps, start.id: step})}))
        visit, asked = Visit(stages=(Stepping(flow.id, Walk(flow.content_hash, ())),)), list[str]()
        while isinstance(visit.stage, Stepping):
            visit = apply(visit, Do.NOT_UNDERSTOOD, context).visit
            asked.append(visit.stage.explained if isinstance(visit.stage, Stepping) else "list")
        assert asked == met


def test_who_asked_for_simpler_words_meets_them_first_and_then_what_goes_further() -> None:
    stage = templates()["picture"]
    assert isinstance(stage, Stepping)
    visit = Visit(stages=(replace(stage, explained="no"),), preferences=Preferences(simpler_words=True))
    step = FLOWS[stage.flow_id].steps[derive(visit, AROUND).place.split(".")[3]]
    assert step.simpler is not None and derive(visit, AROUND).sentence == step.simpler.vi
    after = apply(visit, Do.NOT_UNDERSTOOD, PressContext(Guides(FLOWS))).visit.stage
    assert isinstance(after, Stepping) and after.explained == ("example" if step.example else "picture")


def test_another_picture_shows_only_the_place_to_act_and_is_told_to_who_does_not_see_it() -> None:
    stage = templates()["picture"]
    assert isinstance(stage, Stepping)
    usual = derive(visit_at(replace(stage, explained="no"), Preferences()), AROUND)
    closer = derive(visit_at(stage, Preferences()), AROUND)
    assert isinstance(usual, StepProps) and isinstance(closer, StepProps)
    assert closer.picture != usual.picture
    assert all(element.highlight for element in closer.picture.elements if element.index >= 0)
    assert [line.text for line in closer.script if line.slot == "picture"] == [closer.picture.description]
    assert (
        closer.tag == "Cháu chỉ trên hình"
    )  # where one is stood there just before: the picture needs the line
