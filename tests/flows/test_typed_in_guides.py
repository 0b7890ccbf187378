"""What a guide has typed in practice is its own, stands on its one place, and can be typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.stage import residents_guides

from flows.checking.typed import MOST_LETTERS, what_is_typed_is_the_guides_own
from flows.guide.flow import Flow
from flows.guide.steps import DoStep, Element, ElementRole, Picture, Scene
from flows.guide.words import Words

FLOW = next(iter(residents_guides().flows.values()))
OTHER = Element("item", "Thẻ", False, True)


def found(step: DoStep) -> list[str]:
    flow: Flow = replace(FLOW, steps={step.id: step})
    return [one.code for one in what_is_typed_is_the_guides_own(flow)]


def typing(
    typed: str,
    role: ElementRole = "field",
    scene: Scene = "form",
    *,
    highlight: bool = True,
    label: str | None = None,
) -> DoStep:
    """A step that says *Bác gõ chữ “Ghế mây”.*"""
    field = Element(role, label, highlight, True, None, typed)
    return DoStep(
        id="a", say=Words("Bác gõ chữ “Ghế mây”."), picture=Picture("android", scene, None, (field, OTHER))
    )


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        (typing("ghế mây"), []),
        (typing("Ghế"), []),
        (typing("385214"), []),
        (typing("385214", "digits", "code-entry"), []),
        (typing("DK DNC", label="DK DNC"), []),
        (typing("bàn gỗ"), ["typed-not-its-own"]),
        (typing("0912345678"), ["typed-not-its-own"]),
        (typing("385214", "digits"), ["typed-elsewhere"]),
        (typing("ghế", "button"), ["typed-elsewhere"]),
        (typing("ghế", highlight=False), ["typed-elsewhere"]),
        (typing("ghế  mây"), ["typed-wrong"]),
        (typing("ghế#"), ["typed-wrong"]),
        (typing("gh" * MOST_LETTERS), ["typed-wrong"]),
    ],
)
def test_what_is_typed_is_checked(step: DoStep, codes: list[str]) -> None:
    assert found(step) == codes


def test_words_are_typed_in_the_guides_that_ship_and_never_a_password_or_a_number_of_ones_own() -> None:
    typed = {
        (flow.id, step.id): element.typed
        for flow in residents_guides().flows.values()
        for step in flow.steps.values()
        for element in (step.picture.elements if step.picture else ())
        if element.typed
    }
    assert len(typed) == 32
    assert all(word == "385214" or len(word) <= MOST_LETTERS for word in typed.values())
    numbers = {word for word in typed.values() if word.isdigit()}
    assert numbers == {"385214", "5656", "20000"}
