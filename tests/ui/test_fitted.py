"""What the kiosk says it does for a hand from now on: all it does, nothing else, in a sentence or two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.touch import EVERYBODY, HOLD_S, LEVELS, SteadyHands
from ui.screens.trying import derive_fitted
from ui.visit.stages import Fitted
from ui.visit.visit import Visit

HOLDING = "Bác đặt ngón tay lên nút, đợi vạch đầy và tiếng báo, rồi nhấc tay."
ALL = "Bác chạm hai lần liền, chạm lệch hoặc trượt tay cũng không sao."


@pytest.mark.parametrize(
    ("hands", "told"),
    [
        (EVERYBODY, ""),
        (SteadyHands(repeat_guard_s=1.2), "Bác chạm hai lần liền cũng không sao."),
        (SteadyHands(margin_mm=4.0), "Bác chạm lệch cũng không sao."),
        (SteadyHands(drag_mm=22.0), "Bác trượt tay cũng không sao."),
        (SteadyHands(margin_mm=4.0, drag_mm=22.0), "Bác chạm lệch hoặc trượt tay cũng không sao."),
        (SteadyHands(hold_s=HOLD_S), HOLDING),
        (LEVELS[-1], ALL),
        (replace(LEVELS[-1], hold_s=HOLD_S), f"{ALL} {HOLDING}"),
    ],
)
def test_each_thing_that_is_forgiven_is_said(hands: SteadyHands, told: str) -> None:
    visit = Visit(preferences=Preferences().with_hands(hands))
    page = derive_fitted(visit, Fitted(EVERYBODY), Stage().conductor.around)
    assert page.sentence == told
    assert (page.heading == "Cháu đã chỉnh cho vừa tay bác.") == bool(told)
    assert any(one.slot == "fitted.undo" for one in page.choices) == (hands != EVERYBODY)


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_in_every_language_it_is_a_whole_sentence(language: str) -> None:
    preferences = Preferences(language=language).with_hands(LEVELS[-1])  # type: ignore[arg-type]
    page = derive_fitted(Visit(preferences=preferences), Fitted(EVERYBODY), Stage().conductor.around)
    assert page.sentence[0].isupper() and page.sentence.endswith(".")
    assert page.sentence.count(",") == 1 and "{" not in page.sentence and "  " not in page.sentence
