"""The audit finds what a person would stumble over, and is quiet about a good screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.audit import audit, sampled_contrast
from support.seen_on_screen import SeenControl, SeenText

from accessibility.geometry import Rect

PX_PER_MM = 4.0
WINDOW = Rect(0, 0, 1080, 1920)
NEXT = SeenControl("Button", "Tiếp theo", Rect(48, 1500, 984, 170), is_primary=True)
BACK = SeenControl("Button", "Quay lại", Rect(48, 1700, 480, 130))
SENTENCE = SeenText("Bác mở cửa hàng ứng dụng.", Rect(48, 200, 984, 170), 900, 170, 60, 84, 2)


def codes(*, controls: tuple[SeenControl, ...] = (), texts: tuple[SeenText, ...] = ()) -> list[str]:
    return [finding.code for finding in audit(controls, texts, WINDOW, PX_PER_MM)]


def test_the_audit_finds_nothing_on_a_good_screen() -> None:
    assert codes(controls=(NEXT, BACK), texts=(SENTENCE,)) == []


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (replace(BACK, name=" "), "no-name"),
        (replace(BACK, rect=Rect(48, 1700, 480, 60)), "small-target"),
        (replace(BACK, rect=Rect(48, 1700, 480, 70), is_primary=True), "small-target"),
        (replace(BACK, rect=Rect(48, 1690, 480, 130)), "small-gap"),
        (replace(BACK, rect=Rect(48, 1600, 480, 130)), "overlapping-targets"),
        (replace(BACK, rect=Rect(48, 1800, 480, 130)), "outside"),
        (replace(BACK, rect=Rect(700, 1700, 480, 130), viewport=WINDOW), "outside"),
    ],
)
def test_the_audit_finds_each_broken_control(broken: SeenControl, code: str) -> None:
    assert codes(controls=(NEXT, broken)) == [code]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (replace(SENTENCE, truncated=True), "cut-text"),
        (replace(SENTENCE, content_height=172), "cut-text"),
        (replace(SENTENCE, content_width=990), "cut-text"),
        (replace(SENTENCE, clipped_by=Rect(48, 200, 984, 100)), "cut-text"),
        (replace(SENTENCE, control=Rect(48, 200, 984, 130)), "spilt-text"),
        (replace(SENTENCE, control=Rect(48, 200, 984, 170)), None),
        (replace(SENTENCE, font_px=29, line_px=41), "small-text"),
        (replace(SENTENCE, line_px=82), "tight-lines"),
        (replace(SENTENCE, line_px=82, drawn=True), None),
        (replace(SENTENCE, rect=Rect(48, 200, 400, 300), content_width=390, line_count=4), "short-lines"),
        (replace(SENTENCE, font_px=31, line_px=44, rect=Rect(0, 0, 1080, 170), content_width=1080), None),
    ],
)
def test_the_audit_finds_each_broken_text(broken: SeenText, code: str | None) -> None:
    assert codes(texts=(broken,)) == ([code] if code else [])


def test_the_audit_finds_texts_on_each_other() -> None:
    on_top = replace(SENTENCE, text="Ổ", rect=Rect(60, 300, 100, 84), content_width=50, content_height=84)
    assert codes(texts=(SENTENCE, on_top)) == ["overlapping-texts"]


def test_what_a_page_can_scroll_to_may_lie_below_the_window() -> None:
    below = replace(BACK, rect=Rect(48, 2400, 480, 130), viewport=WINDOW)
    assert codes(controls=(NEXT, below)) == []


def test_contrast_is_taken_from_the_letters_not_from_their_smoothed_edges() -> None:
    pixels = {"#ffffff": 9000, "#777777": 900, "#000000": 1}
    assert sampled_contrast(pixels) == pytest.approx(4.48, abs=0.01)
    assert sampled_contrast({"#ffffff": 9000}) == 1.0
    assert sampled_contrast({}) == 1.0


def test_what_is_scrolled_away_under_a_button_is_not_in_its_way() -> None:
    page = Rect(48, 200, 984, 1270)
    away = SeenControl("Button", "Cách 9", Rect(48, 1500, 984, 130), viewport=page)
    half = SeenControl("Button", "Cách 8", Rect(48, 1420, 984, 130), viewport=page)
    assert codes(controls=(NEXT, away)) == []
    assert codes(controls=(NEXT, half)) == ["cut-by-page"]
    assert codes(controls=(NEXT, replace(half, viewport=Rect(48, 200, 984, 1290)))) == [
        "small-gap",
        "cut-by-page",
    ]
    assert codes(controls=(away, replace(away, rect=Rect(48, 1550, 984, 130)))) == ["overlapping-targets"]


def test_a_line_cut_by_the_edge_of_a_page_is_found() -> None:
    page = Rect(0, 0, 1080, 200 + SENTENCE.line_px)
    assert codes(texts=(replace(SENTENCE, viewport=page),)) == []
    assert codes(texts=(replace(SENTENCE, viewport=replace(page, height=page.height + 20)),)) == [
        "cut-by-page"
    ]
