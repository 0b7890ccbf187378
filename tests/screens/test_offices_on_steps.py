"""Where an office's number stands on a step, and on its page: whole and apart, in the largest letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.all_screens import walks_to_every_step
from support.another_ward import ward_of
from support.every_text import kiosk_on, one_picture, wrong_with
from support.stage import residents_guides

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from ui.visit.stage import Stage
from ui.visit.stages import Advice, NumbersToCall, Stepping, ThisPlace, WardOffices

pytestmark = pytest.mark.usefixtures("blank_pictures")

LEAST = 80


def stages_that_send() -> list[Stage]:
    found: list[Stage] = []
    for flow in residents_guides().flows.values():
        for step_id, walk in walks_to_every_step(flow.id).items():
            step = flow.steps[step_id]
            if step.offices:
                found.append(Stepping(flow.id, walk))
            found += [
                Advice(flow.id, walk, edge.id) for edge in step.edges if edge.offices and not edge.guard
            ]
    return found


@pytest.mark.parametrize(("panel", "language"), [("portrait", "vi"), ("laptop", "fr")])
def test_numbers_of_offices_stand_whole_and_apart(
    drawing: object, panel: str, language: Language, tmp_path: Path
) -> None:
    with one_picture(), kiosk_on(panel) as kiosk:
        setup = replace(kiosk.conductor.around.setup, ward=ward_of(tmp_path))
        kiosk.conductor.surround(setup)
        of_the_kiosk = [ThisPlace(), NumbersToCall(), WardOffices(), WardOffices(("police",))]
        stages = [*of_the_kiosk, *stages_that_send()]
        assert len(stages) > LEAST
        preferences = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
        found = wrong_with(kiosk, stages, preferences)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])
