"""What the guides on VNeID and the SIM must never lead somebody into; walked along every path."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support.guides import shipped
from support.paths import enumerate_paths

from flows.guide.flow import Flow
from flows.guide.steps import End, HandOver, Step, ToFlow, ToPerson, ToStep
from flows.guide.texts import resident_texts
from flows.guide.walk import Walk, route

GUIDES = [
    "ihanoi-cai-dang-nhap", "ihanoi-lay-so-tra-cuu", "ihanoi-phan-anh", "sim-xac-thuc", "vneid-cai-dat",
    "vneid-con-chau", "vneid-doi-may", "vneid-doi-so-dien-thoai", "vneid-kich-hoat", "vneid-muc-1",
    "vneid-muc-2", "vneid-quen-mat-khau", "vneid-quen-passcode", "vneid-tich-hop-giay-to", "vneid-xuat-trinh",
]  # fmt: skip
MAKER = "“Trung tâm dữ liệu quốc gia về dân cư”"


def guide(flow_id: str) -> Flow:
    return shipped().flows[flow_id]


def routes(flow: Flow) -> Iterator[tuple[Step, ...]]:
    """The steps along every path, as far as it stays in the guide."""
    for path in enumerate_paths(flow):
        inside = path
        last = route(flow, Walk(flow.content_hash, path[:-1]))[-1]
        if not any(edge.id == path[-1] and isinstance(edge.target, ToStep) for edge in last.edges):
            inside = path[:-1]
        yield route(flow, Walk(flow.content_hash, inside))


def says(step: Step, pattern: str) -> bool:
    return re.search(pattern, step.say.vi.replace("\u00a0", " ")) is not None


def where(steps: tuple[Step, ...], pattern: str) -> int | None:
    return next((place for place, step in enumerate(steps) if says(step, pattern)), None)


def label_of(step: Step, edge_id: str) -> str:
    (edge,) = (one for one in step.edges if one.id == edge_id)
    assert edge.label is not None
    return edge.label.vi


def test_who_had_vneid_locked_signs_in_only_after_it_was_unlocked() -> None:
    locked = 0
    for steps in routes(guide("vneid-doi-may")):
        lock, sign_in = where(steps, "1900 0368 để khóa VNeID"), where(steps, "gõ mật khẩu")
        if lock is not None and sign_in is not None:
            locked += 1
            assert any(says(step, "báo mở khóa xong") for step in steps[lock:sign_in]), [
                one.id for one in steps
            ]
    assert locked


def test_whoever_waits_for_the_unlocking_is_told_for_how_long() -> None:
    waiting = [step for step in guide("vneid-doi-may").steps.values() if says(step, "chờ mở khóa")]
    assert waiting and all(isinstance(step, End) and says(step, "2 ngày làm việc") for step in waiting)


@pytest.mark.parametrize("flow_id", ["vneid-doi-may", "vneid-doi-so-dien-thoai", "vneid-muc-1"])
def test_who_moves_a_sim_is_offered_its_verification_as_an_answer(flow_id: str) -> None:
    offered = [
        edge.id
        for step in guide(flow_id).steps.values()
        for edge in step.edges
        if edge.target == ToFlow("sim-xac-thuc") and edge.id.startswith("choice.")
    ]
    assert offered


def test_the_line_that_the_store_shows_under_vneid_leads_to_installing_it() -> None:
    flow = guide("vneid-cai-dat")
    (asks,) = (step for step in flow.steps.values() if MAKER in step.say.vi)
    ways = {edge.id: edge.target for edge in asks.edges}
    yes, no = ways["choice.yes"], ways["choice.no"]
    assert isinstance(yes, ToStep) and says(flow.steps[yes.step_id], "“Cài đặt”")
    assert isinstance(no, ToStep) and isinstance(flow.steps[no.step_id], HandOver)
    assert asks.example is not None and "kể cả ghi Bộ Công an" in asks.example.vi


@pytest.mark.parametrize(
    ("flow_id", "step_id"),
    [
        ("vneid-cai-dat", "don-vi-iphone"),
        ("ihanoi-cai-dang-nhap", "dung-ihanoi-android"),
        ("ihanoi-cai-dang-nhap", "dung-ihanoi-iphone"),
    ],
)
def test_where_no_source_says_what_the_store_shows_staff_look_before_anything_is_installed(
    flow_id: str, step_id: str
) -> None:
    asks = guide(flow_id).steps[step_id]
    assert says(asks, "nhờ cán bộ xem cùng")
    (no,) = (edge.target for edge in asks.edges if edge.id == "choice.no")
    assert isinstance(no, ToStep) and isinstance(guide(flow_id).steps[no.step_id], HandOver)


@pytest.mark.parametrize("flow_id", ["vneid-cai-dat", "ihanoi-cai-dang-nhap"])
def test_nothing_is_installed_before_it_was_asked_what_the_store_shows(flow_id: str) -> None:
    for steps in routes(guide(flow_id)):
        install = where(steps, "nút “Cài đặt”|nút “Nhận”")
        if install is not None:
            assert any(says(step, "cán bộ xem cùng|có phải “") for step in steps[:install]), [
                step.id for step in steps
            ]


@pytest.mark.parametrize("flow_id", ["vneid-kich-hoat", "vneid-muc-1", "vneid-muc-2"])
def test_whoever_waits_for_the_message_has_heard_of_seven_days_and_of_whom_else_to_ask(flow_id: str) -> None:
    waited = 0
    for steps in routes(guide(flow_id)):
        wait = where(steps, r"chờ tin nhắn")
        if wait is not None and isinstance(steps[-1], End | HandOver):
            waited += 1
            assert any(says(step, r"\b7 ngày") for step in steps[wait:]), [step.id for step in steps]
            assert any(says(step, "không có ai, bác hỏi công an") for step in steps[wait:])
    assert waited


def test_who_is_past_the_seven_days_is_led_to_the_hotline() -> None:
    flow = guide("vneid-kich-hoat")
    (asks,) = (step for step in flow.steps.values() if says(step, "7 ngày vừa qua"))
    (late,) = (edge.target for edge in asks.edges if edge.id == "choice.no")
    assert isinstance(late, ToStep) and says(flow.steps[late.step_id], "1900 0368")


def test_who_cannot_get_in_with_the_password_just_set_is_led_to_a_person() -> None:
    (asks,) = (
        step for step in guide("vneid-kich-hoat").steps.values() if says(step, "đã vào được VNeID chưa")
    )
    assert {edge.target for edge in asks.edges if label_of(asks, edge.id) == "Chưa vào được"} == {ToPerson()}


@pytest.mark.parametrize("flow_id", ["vneid-con-chau", "vneid-tich-hop-giay-to", "vneid-xuat-trinh"])
def test_where_a_passcode_is_typed_a_finger_or_a_face_may_be_asked_for(flow_id: str) -> None:
    typed = [step for step in guide(flow_id).steps.values() if says(step, "tự gõ 6 số bí mật")]
    assert typed
    for step in typed:
        labels = {edge.label.vi for edge in step.edges if edge.label and edge.id.startswith("stuck.")}
        assert "Máy hỏi vân tay, khuôn mặt" in labels, step.id


@pytest.mark.parametrize("flow_id", GUIDES)
def test_no_step_hides_a_form_behind_what_the_screen_says(flow_id: str) -> None:
    hiding = re.compile(r"theo hướng dẫn trên màn hình|làm theo màn hình|lần lượt đến lúc gửi")
    assert [words.vi for _, words in resident_texts(guide(flow_id)) if hiding.search(words.vi)] == []


def test_who_is_threatened_hangs_up_and_is_asked_what_was_done_before_anything_is_verified() -> None:
    flow = guide("sim-xac-thuc")
    threatened = [steps for steps in routes(flow) if len(steps) > 1 and says(steps[1], "cúp máy ngay")]
    assert threatened
    for steps in threatened:
        verifies = where(steps, "mang thẻ căn cước|nhà mạng nào|mở ứng dụng|VNeID cho xem")
        if verifies is not None:
            assert any(says(step, "lỡ đọc mã") for step in steps[:verifies])
            assert any(says(step, "Có luật thật") for step in steps[:verifies])
    (asks,) = (step for step in flow.steps.values() if says(step, "lỡ đọc mã"))
    assert ToFlow("lua-dao-da-mac") in {edge.target for edge in asks.edges if edge.id == "choice.yes"}


def test_no_way_verifies_a_sim_through_a_link_or_a_caller() -> None:
    flow = guide("sim-xac-thuc")
    assert "người gọi đến" in flow.warnings[0].text.vi and "đường link" in flow.warnings[0].text.vi
    for _, words in resident_texts(flow):
        if re.search(r"đường link", words.vi):
            assert re.search(r"không|đừng|chưa|lỡ", words.vi), words.vi
