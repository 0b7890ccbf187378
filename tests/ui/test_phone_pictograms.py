"""A pictogram for every step without a drawn picture: drawn, described, in the theme's colours."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from support.guides import STRUCTURE, TODAY, shipped, shipped_flows, small_pack

from flows.check import check_folder
from flows.flow import Flow
from flows.steps import Check, Choose, Do, End, HandOver, Say, Step
from flows.words import LANGUAGES, Words
from resources import path
from ui.picture.derive import derive_picture
from ui.picture.pictogram import describe_pictogram, pictogram_for
from ui.picture.pictogram_words import PICTOGRAM_WORDS
from ui.picture.provider import (
    ACCENT,
    INK,
    NoSuchPictogram,
    PictogramProvider,
    draw_pictogram,
    pictogram_names,
)

ALL = sorted(file.stem for file in path("pictograms").rglob("*.svg"))


@pytest.fixture(scope="module")
def flow() -> Flow:
    return shipped_flows()[0]


def colours(image: QImage) -> set[str]:
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", ALL)
def test_every_pictogram_is_drawn_in_the_colours_asked_for_and_no_other(name: str) -> None:
    source = path("pictograms", f"{name}.svg")
    source = source if source.is_file() else path("pictograms", "parts", f"{name}.svg")
    used = {found.upper() for found in re.findall(r"#[0-9A-Fa-f]{3,8}", source.read_text("utf-8"))}
    assert used <= {INK.upper(), ACCENT.upper()}
    seen = colours(draw_pictogram(name, "00ff00", "0000ff", 96))
    assert "#00ff00" in seen or "#0000ff" in seen
    # Antialiasing mixes the two; nothing of the colours in the file is left.
    assert INK.lower() not in seen
    assert ACCENT.lower() not in seen


def test_ink_in_the_very_colour_that_stands_for_the_accent_stays_ink() -> None:
    assert "#ff0000" in colours(draw_pictogram("question", ACCENT.lstrip("#"), "ff0000", 96))
    assert ACCENT.lower() in colours(draw_pictogram("question", ACCENT.lstrip("#"), "ff0000", 96))


def test_every_pictogram_says_what_it_shows_in_every_language() -> None:
    assert set(PICTOGRAM_WORDS) == set(pictogram_names())
    for name in pictogram_names():
        for language in LANGUAGES:
            assert PICTOGRAM_WORDS[name].has(language)
            assert describe_pictogram(name, language).endswith(".")


def test_every_step_of_every_guide_has_a_picture_that_exists() -> None:
    for flow in shipped_flows():
        for step in flow.steps.values():
            props = derive_picture(step, flow, "vi")
            assert props.description
            assert (props.scene is None) == (props.pictogram in pictogram_names())


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (Choose(id="a", say=Words("Điện thoại của bác là loại nào ạ?")), "choose"),
        (Check(id="a", say=Words("Máy sáng chưa ạ?")), "question"),
        (End(id="a", say=Words("Xong rồi ạ.")), "check-done"),
        (End(id="a", say=Words("Bác chờ phường trả lời.")), "clock-wait"),
        (HandOver(id="a", say=Words("Bác ra công an phường.")), "police-desk"),
        (HandOver(id="a", say=Words("Cán bộ xem cùng bác.")), "two-people-helping"),
        (Say(id="a", say=Words("Bác không đọc mã."), safety=frozenset({"otp"})), "otp-secret"),
        (Say(id="a", say=Words("Bác không chuyển tiền."), safety=frozenset({"money"})), "money-stop"),
        (Say(id="a", say=Words("Bác nhận tiền hằng tháng."), safety=frozenset({"money"})), "money"),
        (Do(id="a", say=Words("Bác gửi đơn qua bưu điện.")), "envelope"),
        (Do(id="a", say=Words("Bác nộp đơn tại phường.")), "papers"),
        (Do(id="a", say=Words("Bác nhờ người nhà làm.")), "two-people-helping"),
        (Do(id="a", say=Words("Bạn gõ cửa, lùi một bước."), safety=frozenset({"otp"})), "house"),
    ],
)
def test_the_pictogram_follows_kind_danger_and_words(step: Step, name: str, flow: Flow) -> None:
    assert pictogram_for(step, flow) == name


NAMED = {
    ("huu-tri-xa-hoi", "co-luong-huu"): "money-stop",
    ("huu-tri-xa-hoi", "chua-du-tuoi"): "calendar",
    ("khan-cap", "noi-dia-chi"): "speak-phone",
    ("khan-cap", "noi-chuyen-gi"): "speak-phone",
    ("khan-cap", "dia-chi-nguoi-om"): "speak-phone",
    ("khan-cap", "may-gio-bi"): "speak-phone",
    ("lua-dao-da-mac", "noi-khoa"): "speak-phone",
    ("lua-dao-da-mac", "noi-giu-tien"): "speak-phone",
    ("lua-dao-nhan-biet", "khong-cham-link"): "link-stop",
    ("vneid-xuat-trinh", "dua-man-hinh"): "show-phone",
    ("vneid-xuat-trinh", "dua-the"): "id-card",
    ("co-ban-wifi", "vuot-xuong"): "swipe-down",
    ("cong-an-thu-tuc", "khong-phai-doi"): "check-done",
    ("cong-an-thu-tuc", "khong-phai-sua"): "check-done",
    ("lua-dao-da-mac", "chua-mat-gi"): "check-done",
    ("dvc-ho-tich", "mo-vneid-cho-xem"): "show-phone",
    ("khuyet-tat", "nguoi-cham-soc"): "heart-care",
    ("khong-smartphone", "can-bo-lam"): "two-people-helping",
    ("the-xe-buyt", "han-the-cu"): "calendar",
}
"""Where a drawn phone or a guess by words said something else than the sentence; looked at one by one."""


@pytest.mark.parametrize("flow_id, step_id", NAMED)
def test_the_picture_a_guide_names_is_shown_and_no_hand_points_at_a_phone(flow_id: str, step_id: str) -> None:
    flow = shipped().flows[flow_id]
    props = derive_picture(flow.steps[step_id], flow, "vi")
    assert (props.pictogram, props.scene) == (NAMED[flow_id, step_id], None)


@pytest.mark.parametrize("flow_id", sorted(shipped().flows))
def test_where_somebody_is_to_speak_no_hand_points_at_the_phone(flow_id: str) -> None:
    """A hand on a drawn key means: press here. During a call that hangs up, or dials on."""
    for step in shipped().flows[flow_id].steps.values():
        if step.say.vi.startswith(("Bác nói rõ", "Bác nói việc", "Bác nói:", "Bác nói người")):
            assert step.picture is None or step.picture.scene != "call", step.id


def test_a_pictogram_that_does_not_ship_is_named_by_the_check_with_those_that_do(tmp_path: Path) -> None:
    named = STRUCTURE.replace('[step.xong]\nkind = "end"', '[step.xong]\nkind = "end"\npicture = "moon"')
    small_pack(tmp_path, flow=named)
    (problem,) = [
        one
        for one in check_folder(tmp_path, TODAY, lambda text, language: []).problems
        if one.code == "value-not-allowed"
    ]
    assert problem.severity == "error"
    assert "money-stop" in problem.vi + problem.mend_vi
    assert problem.line is not None
    assert named.splitlines()[problem.line - 1] == 'picture = "moon"'


def test_a_pictogram_that_ships_is_taken_before_any_guess(tmp_path: Path) -> None:
    named = STRUCTURE.replace('[step.xong]\nkind = "end"', '[step.xong]\nkind = "end"\npicture = "calendar"')
    flow = small_pack(tmp_path, flow=named).flow
    assert flow is not None
    assert derive_picture(flow.steps["xong"], flow, "vi").pictogram == "calendar"


@pytest.mark.parametrize(
    ("said", "topic", "name"),
    [
        ("Vậy bác không phải đổi bằng ạ.", "cong-an", "check-done"),
        ("Bác không phải ra công an.", "vneid", "person-with-phone"),
        ("Bác không phải xin giấy.", "dich-vu-cong", "check-done"),
        ("Ai đòi mã thì không phải công an.", "an-toan", "shield-warning"),
    ],
)
def test_where_somebody_need_not_go_or_bring_anything_no_desk_and_no_papers_are_drawn(
    said: str, topic: str, name: str, flow: Flow
) -> None:
    assert pictogram_for(Say(id="a", say=Words(said)), replace(flow, topic=topic)) == name


@pytest.mark.parametrize("flow_id", sorted(shipped().flows))
def test_no_shipped_step_draws_a_place_to_go_beside_need_not(flow_id: str) -> None:
    flow = shipped().flows[flow_id]
    for step in flow.steps.values():
        if "không phải" in step.say.vi.replace("\u00a0", " ") and not step.pictogram:
            shown = derive_picture(step, flow, "vi")
            assert shown.pictogram not in {"police-desk", "house", "envelope", "papers"}, step.id


def test_a_sentence_without_a_hint_falls_back_on_the_topic(flow: Flow) -> None:
    step = Say(id="a", say=Words("Bác cứ yên tâm ạ."))
    assert pictogram_for(step, replace(flow, topic="an-sinh")) == "heart-care"
    assert pictogram_for(step, replace(flow, topic="something new")) in pictogram_names()


def test_an_unknown_name_is_refused_and_draws_nothing(qapp: QGuiApplication) -> None:
    for name in ("no-such-thing", "../icons/back", ""):
        with pytest.raises(NoSuchPictogram):
            draw_pictogram(name, "000000", "000000", 8)
    provider = PictogramProvider()
    assert provider.requestImage("no-such-thing/000000/000000/8", QSize(), QSize()).isNull()
    assert provider.requestImage("hand/000000", QSize(), QSize()).isNull()
    assert provider.requestImage("hand/000000/000000/8", QSize(), QSize()).width() == 8
