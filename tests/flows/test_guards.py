"""Guards: every combination of answers is judged as the sentence in the guide would be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.guides import STRUCTURE, TODAY, write_pack

from flows.guide.guards import asked_of, holds
from flows.guide.map import draw
from flows.guide.steps import AllOf, AnyOf, ChoiceIs, Guard, Not
from flows.guide.walk import Walk, current
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

IPHONE = ChoiceIs("loai-may", frozenset({"iphone"}))
SMART = ChoiceIs("loai-may", frozenset({"iphone", "android"}))
YES = ChoiceIs("hoi-lai", frozenset({"yes"}))


@pytest.mark.parametrize(
    ("guard", "phone", "answer", "open_"),
    [
        (None, None, None, True),
        (SMART, "android", None, True),
        (SMART, "nokia", None, False),
        (SMART, None, None, False),
        (Not(SMART), None, None, True),
        (AllOf((IPHONE, YES)), "iphone", "yes", True),
        (AllOf((IPHONE, YES)), "iphone", "no", False),
        (AllOf((IPHONE, YES)), "android", "yes", False),
        (AnyOf((IPHONE, YES)), "iphone", "no", True),
        (AnyOf((IPHONE, YES)), "android", "yes", True),
        (AnyOf((IPHONE, YES)), "android", "no", False),
        (Not(AnyOf((IPHONE, YES))), "android", "no", True),
    ],
)
def test_a_guard_says_whether_its_way_is_open(
    guard: Guard | None, phone: str | None, answer: str | None, open_: bool
) -> None:
    made = {"loai-may": phone, "hoi-lai": answer}
    assert holds(guard, {step: choice for step, choice in made.items() if choice is not None}) is open_


def test_every_question_inside_a_guard_is_found() -> None:
    assert list(asked_of(AllOf((Not(IPHONE), AnyOf((SMART, YES)))))) == [IPHONE, SMART, YES]
    assert list(asked_of(None)) == []


def test_guards_with_and_and_or_are_read_from_a_guide_followed_and_drawn(tmp_path: Path) -> None:
    phone = '{ step = "loai-may", is = ["iphone"] }'
    again = '{ step = "hoi-lai", is = ["no"] }'
    flow = STRUCTURE.replace(f"when = {phone}", f"when = {{ or = [{phone}, {again}] }}").replace(
        f"when = {{ not = {phone} }}", f"when = {{ and = [{{ not = {phone} }}, {{ not = {again} }}] }}"
    )
    assert flow.count(again) == 2
    write_pack(tmp_path, flow=flow)
    assert check_folder(tmp_path, TODAY, lambda text, language: []).fine
    guide = load_library(tmp_path, TODAY).flows["hoc-thu"]

    def after(*edges: str) -> str:
        return current(guide, Walk(guide.content_hash, edges)).id

    assert after("choice.iphone", "next") == "xong"
    assert after("choice.android", "next") == "hoi-lai"
    assert after("choice.android", "next", "choice.no", "next") == "xong"
    assert "khi (loai-may là iphone) hoặc (hoi-lai là no)" in draw(guide)
    assert "khi (không (loai-may là iphone)) và (không (hoi-lai là no))" in draw(guide)
