"""A swipe is drawn as an arrow, and where somebody is to speak nothing looks as if it were to be pressed."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from support.guides import STRUCTURE, TODAY, VIETNAMESE, small_pack

from flows.guide.gestures import looks, speaks, swipe_of
from flows.guide.problems import Problem
from flows.guide.steps import WAYS_OUT, Check, DoStep, Element, KeySign, Picture
from flows.guide.words import LANGUAGES, Words
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, load_library
from ui.screens.picture.derive import derive_picture
from ui.screens.picture.describe import noun_of
from ui.screens.picture.signs import sign_of_key
from ui.window.images.drawings import draw_drawing
from ui.window.images.icons import icon_names

FLOWS = [
    flow
    for folder in (RESIDENT_GUIDES, TRAINING_GUIDES)
    for flow in load_library(folder, TODAY).flows.values()
]
STEPS = [(flow, step) for flow in FLOWS for step in flow.steps.values()]
SAY = 'say = "Bác mở máy."'
PRESSING = tuple(
    f"steps/{name}" for name in ("finger-", "swipe-", "back-", "power-", "side-", "switch", "two-s", "keys")
)
"""How the pictures begin in which a finger presses something."""


def told(folder: Path, sentence: str) -> list[Problem]:
    """What the check tells of a step that says this beside a hand on a drawn phone."""
    small_pack(folder, vi=VIETNAMESE.replace(SAY, f'say = "{sentence}"'))
    gestures = ("swipe-without-arrow", "presses-while-speaking")
    return [one for one in check_folder(folder, TODAY, lambda *_: []).problems if one.code in gestures]


@pytest.mark.parametrize(
    ("sentence", "code", "mend"),
    [
        ("Bác vuốt lên.", "swipe-without-arrow", "swipe-up"),
        ("Bác kéo xuống.", "swipe-without-arrow", "swipe-down"),
        ("Bác vuốt ngang.", "swipe-without-arrow", "swipe-across"),
        ("Bác kéo thanh độ sáng sang phải.", "swipe-without-arrow", "slide-right"),
        ("Bác nói tên phố.", "presses-while-speaking", "says-what"),
    ],
)
def test_a_hand_beside_a_swipe_or_words_to_say_is_reported_with_its_line_and_mend(
    tmp_path: Path, sentence: str, code: str, mend: str
) -> None:
    (problem,) = told(tmp_path, sentence)
    assert (problem.code, problem.severity, problem.file) == (code, "warning", "hoc-thu/flow.toml")
    assert problem.line is not None and "picture" in STRUCTURE.splitlines()[problem.line - 1]
    assert mend in problem.mend_vi and mend in problem.mend_en


SLIDER = '{ role = "slider", highlight = true }'


@pytest.mark.parametrize(
    ("sentence", "lines", "code"),
    [
        ("Bác vuốt lên.", "", "slide-missing"),
        ("Bác vuốt lên.", f'slide.way = "up"\nslide.elements = [{SLIDER}]', "slide-target-wrong"),
        ("Bác kéo thanh độ sáng sang phải.", 'slide.way = "right"', "slide-target-wrong"),
        (
            "Bác kéo thanh độ sáng sang phải.",
            f'slide.way = "left"\nslide.elements = [{SLIDER}]',
            "slide-another-way",
        ),
        ("Bác chạm nút “Mở”.", f'slide.way = "right"\nslide.elements = [{SLIDER}]', "slide-unsaid"),
        ("Bác kéo thanh độ sáng sang phải.", f'slide.way = "right"\nslide.elements = [{SLIDER}]', ""),
        ("Bác vuốt lên.", 'slide.way = "up"', ""),
    ],
)
def test_what_is_slid_has_a_screen_to_practise_it_on_and_only_one_bar(
    tmp_path: Path, sentence: str, lines: str, code: str
) -> None:
    screen = f'{lines}\nslide.device = "any-phone"\nslide.scene = "settings"\n' if lines else ""
    structure = STRUCTURE.replace("picture.device", f"{screen}picture.device", 1)
    small_pack(tmp_path, vi=VIETNAMESE.replace(SAY, f'say = "{sentence}"'), flow=structure)
    found = [one.code for one in check_folder(tmp_path, TODAY, lambda *_: []).problems]
    assert [one for one in found if one.startswith("slide-")] == [code] * bool(code)


def test_a_hand_beside_a_touch_is_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, "Bác chạm nút “Mở”.") == []


def test_every_step_that_swipes_shows_an_arrow_that_can_be_drawn(drawing: object) -> None:
    swiping = [(flow, step, swipe) for flow, step in STEPS if (swipe := swipe_of(step))]
    assert len(swiping) >= 3
    for flow, step, swipe in swiping:
        shown = derive_picture(step, flow, "vi").drawing
        assert shown.startswith(f"steps/{swipe}"), (flow.id, step.id)
        assert not draw_drawing("steps", shown.removeprefix("steps/"), "light", 40).isNull()


def test_every_step_that_speaks_shows_somebody_speaking_and_no_finger() -> None:
    speaking = [(flow, step) for flow, step in STEPS if speaks(step)]
    assert len(speaking) > 12
    for flow, step in speaking:
        shown = derive_picture(step, flow, "vi")
        if shown.scene is not None:
            assert shown.pointer_kind == "mouth", (flow.id, step.id)
        assert not shown.drawing.startswith(PRESSING), (flow.id, step.id)


def test_a_question_and_a_wait_have_no_hand_that_presses() -> None:
    shown = [
        (flow.id, step.id, derive_picture(step, flow, "vi"))
        for flow, step in STEPS
        if looks(step) and step.picture is not None
    ]
    assert len(shown) > 40
    pressed = [
        (guide, step)
        for guide, step, one in shown
        if one.pointer_kind in ("hand", "pen")
        and any(el.highlight and el.role not in WAYS_OUT for el in one.elements)
    ]
    assert pressed == []


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        ("Bác đọc lại cả câu.", True),
        ("Bác nhìn dòng chữ nhỏ dưới tên VNeID.", True),
        ("Bác xem lại một lượt, rồi chạm “Nộp hồ sơ”.", False),
        ("Bác điền các ô còn trống.", False),
    ],
)
def test_who_only_looks_is_told_by_the_sentence(sentence: str, yes: bool) -> None:
    assert looks(DoStep(id="a", say=Words(sentence))) is yes


def test_a_key_that_is_called_by_its_look_shows_it_and_is_called_so() -> None:
    flow, step = next(one for one in STEPS if (one[0].id, one[1].id) == ("zalo-goi-video", "bat-loa"))
    shown = derive_picture(step, flow, "vi")
    assert [one.sign for one in shown.elements if one.highlight] == ["icons/voice-on"]
    assert "hình cái loa" in shown.description


def test_every_sign_of_a_key_can_be_drawn_and_is_called_in_three_languages() -> None:
    for sign in get_args(KeySign):
        assert sign_of_key(sign).removeprefix("icons/") in icon_names()
        element = Element("icon", None, True, False, sign)
        words = [noun_of(Picture("any-phone", "list", None, (element,)), element, to) for to in LANGUAGES]
        assert len(set(words)) == len(words)


def test_who_is_to_speak_is_told_to_whom() -> None:
    flow, step = next(
        (flow, step) for flow, step in STEPS if (flow.id, step.id) == ("ngan-hang-sinh-trac", "noi-viec")
    )
    said = [derive_picture(step, flow, language).description for language in ("vi", "en", "fr")]
    assert said == [
        "Hình vẽ quầy làm việc: bác nói với người ở quầy.",
        "Drawing of a service desk: speak to the person at the desk.",
        "Dessin d’un guichet : parlez à la personne au guichet.",
    ]


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        ("Bác nói: “Khóa tài khoản giúp tôi.”", True),
        ("Đã chuyển tiền thì bác nói thêm một câu.", True),
        ("Bác cúp máy ngay, không nói thêm.", False),
        ("Bác chạm nút “Nói”.", False),
    ],
)
def test_who_is_to_speak_is_told_by_the_sentence(sentence: str, yes: bool) -> None:
    assert speaks(DoStep(id="a", say=Words(sentence))) is yes
    assert not speaks(Check(id="a", say=Words(sentence)))
