"""Ten dangers, forty wordings of each as old people say them, written before the search was asked any.

What the search misses of them is made good by other phrases. The signs of the steps were mended once after
they were first asked these; nobody looked at those of the second writer of `winter`, who saw neither.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.guides import ENGLISH, VIETNAMESE, asking, shipped, small_pack
from support.typed import with_slips, without_marks

from flows.guide.flow import Flow
from flows.guide.steps import ToStep
from flows.guide.walk import begin, current
from flows.reading.pack import Pack
from flows.search import Answer

PHRASES = Path(__file__).with_name("asking") / "emergency.tsv"
EMERGENCY = "khan-cap"
RED: Mapping[str, tuple[int, int]] = {
    "wants-to-die": (18, 18), "another-wants-to-die": (17, 16), "beaten": (35, 36), "lost": (28, 27),
    "gas": (34, 31), "poison": (35, 35), "choking": (35, 32), "bleeding": (36, 36), "fire": (36, 32),
    "thief": (27, 26), "stroke": (33, 34),
}  # fmt: skip
"""How many must open the emergency guide, in red: with marks, without. As measured, less one."""


def phrases(kind: str) -> list[str]:
    with PHRASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row["phrase"] for row in rows if row["kind"] == kind]


@pytest.mark.parametrize("kind", RED)
def test_each_danger_opens_the_emergency_guide_in_red(kind: str) -> None:
    marked = phrases(kind)
    assert len(set(marked)) == {"wants-to-die": 22, "another-wants-to-die": 18}.get(kind, 40)
    for asked, least in zip((marked, [without_marks(one) for one in marked]), RED[kind], strict=True):
        answers = [asking().ask(one) for one in asked]
        assert sum(one.kind == "danger" and one.guides[0].id == EMERGENCY for one in answers) >= least


OPENS: Mapping[str, tuple[tuple[str, ...], int, int]] = {
    "wants-to-die": (("ngoi-lai",), 18, 18), "another-wants-to-die": (("nguoi-khac-113",), 14, 13),
    "beaten": (("bi-danh-113", "goi-111"), 35, 36), "lost": (("lac-113", "quen-duong"), 29, 27),
    "gas": (("ga-khong-bat",), 34, 31), "poison": (("doc-115",), 33, 33),
    "choking": (("hoc-vo-lung",), 32, 30), "bleeding": (("mau-ep",), 36, 36),
    "fire": (("ra-ngoai-truoc",), 36, 31), "thief": (("goi-113",), 27, 26),
    "stroke": (("dot-quy-115",), 33, 33),
}  # fmt: skip
"""Where each opens the guide, and how many at least: with marks, without. As measured, less one."""
OF_THE_SECOND_WRITER: Mapping[str, tuple[str, ...]] = {
    "suicide": ("ngoi-lai", "nguoi-khac-113"), "violence": ("bi-danh-113", "goi-111"),
    "lost": ("lac-113", "quen-duong"), "gas": ("ga-khong-bat", "goi-115"), "poison": ("doc-115", "goi-115"),
    "choking": ("hoc-vo-lung",), "bleeding": ("mau-ep",), "fire": ("ra-ngoai-truoc", "cuu-nan-114"),
    "crime": ("goi-113", "bi-danh-113"), "stroke": ("dot-quy-115",), "faint": ("goi-115", "dot-quy-115"),
}  # fmt: skip
HELD_BACK, HELD_BACK_WRONG = 0.62, 0.14
"""Of the second writer's red phrases: least share that open at a step of their danger, most at another's. The
others open at the first step, which names the numbers and asks."""
FLOW = shipped().flows[EMERGENCY]


def red(asked: list[str]) -> list[Answer]:
    answers = [asking().ask(one) for one in asked]
    return [one for one in answers if one.kind == "danger" and one.guides[0].id == EMERGENCY]


@pytest.mark.parametrize("kind", OPENS)
def test_each_danger_opens_at_its_own_step(kind: str) -> None:
    steps, *least = OPENS[kind]
    marked = phrases(kind)
    for asked, enough in zip((marked, [without_marks(one) for one in marked]), least, strict=True):
        assert sum(one.step in steps for one in red(asked)) >= enough
    assert all(one.step in FLOW.steps for one in red([with_slips(one) for one in marked]) if one.step)


def test_what_nobody_tuned_on_seldom_opens_at_another_danger() -> None:
    with (PHRASES.parent / "winter" / "frightened-2.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    told = [
        (one.step, OF_THE_SECOND_WRITER[row["kind"]])
        for row in rows
        if row["kind"] in OF_THE_SECOND_WRITER
        for one in red([row["phrase"], without_marks(row["phrase"])])
    ]
    right = sum(step in steps for step, steps in told)
    wrong = sum(bool(step) and step not in steps for step, steps in told)
    assert len(told) > 200
    assert right / len(told) >= HELD_BACK and wrong / len(told) <= HELD_BACK_WRONG, (right, wrong, len(told))


def test_who_wants_to_die_meets_no_other_guide_and_no_thief() -> None:
    answers = red([*phrases("wants-to-die"), *(without_marks(one) for one in phrases("wants-to-die"))])
    assert len(answers) >= 36
    for one in answers:
        assert one.guides == (FLOW,), one.guides
        assert FLOW.steps[one.step].not_alone


def test_the_first_sentence_of_each_danger_is_the_right_one() -> None:
    first = {
        "ngoi-lai": "Bác ngồi lại đây với cháu", "nguoi-khac-113": "đừng để người ấy một mình",
        "bi-danh-113": "Tôi bị đánh", "lac-113": "113 ngay", "quen-duong": "Bác ngồi lại đây",
        "ga-khong-bat": "không tắt điện", "doc-115": "đã uống thứ gì", "hoc-vo-lung": "vỗ mạnh giữa lưng",
        "mau-ep": "ép thật chặt", "ra-ngoai-truoc": "ra ngoài trước", "goi-113": "113",
        "dot-quy-115": "Nghi đột quỵ", "goi-111": "111", "goi-112": "112", "goi-115": "115",
        "cuu-nan-114": "114",
    }  # fmt: skip
    opened = {step.id: step for step in FLOW.steps.values() if step.signs}
    assert {*opened} == {*first}
    for step_id, words in first.items():
        assert words in opened[step_id].say.vi
        title = opened[step_id].title
        assert title and 0 < len(title.vi.split()) <= 7
        assert "{ward" not in opened[step_id].say.vi  # it is heard before the guide is open


@pytest.mark.parametrize("step_id", [step.id for step in FLOW.steps.values() if step.signs])
def test_a_walk_that_begins_at_a_step_stands_there_by_answers_that_lead_there(step_id: str) -> None:
    walk = begin(FLOW, step_id)
    assert current(FLOW, walk).id == step_id and 1 <= len(walk.edges) <= 3
    leading = [edge for step in FLOW.steps.values() for edge in step.edges if edge.target == ToStep(step_id)]
    assert any(edge.picture for edge in leading)  # its tile has a picture of its own


def test_a_step_that_is_not_there_is_the_first() -> None:
    assert begin(FLOW, "khong-co-buoc-nay") == begin(FLOW) == begin(FLOW, "chuyen-gi")


def test_a_guide_says_by_which_words_it_opens_at_a_step(tmp_path: Path) -> None:
    """And a step that has signs has a title in every language, or the guide is refused."""
    signs = 'title = "Mở"\nsigns = ["bốc mùi lạ", "mùi khét … quạt"]\nsay = "Bác mở máy."'
    vi = VIETNAMESE.replace('say = "Bác mở máy."', signs)
    untitled = small_pack(tmp_path / "untitled", vi=vi)
    assert [one.code for one in untitled.findings] == ["words-missing"] and untitled.flow is None
    en = ENGLISH.replace('say = "Open the phone."', 'title = "Open"\nsay = "Open the phone."')
    (step,) = [one for one in _flow(small_pack(tmp_path / "whole", vi=vi, en=en)).steps.values() if one.signs]
    assert step.signs == ("bốc mùi lạ", "mùi khét … quạt") and step.title and step.title.en == "Open"


def _flow(pack: Pack) -> Flow:
    assert pack.flow is not None
    return pack.flow
