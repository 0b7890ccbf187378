"""Where somebody waits, telephones, downloads or fills in a form, the kiosk asks later who is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.guides import STRUCTURE, small_pack
from support.staff import MAI, opened_by, staff_gate
from support.stage import Stage, residents_guides

from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.waiting import takes_long
from ui.visit.stages import Home, Hotline, IdleNotice, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
SLOW = """
khan-cap: giu-may dia-chi-nguoi-om may-gio-bi noi-dia-chi noi-chuyen-gi xong
lua-dao-da-mac: dua-man-hinh bao-nguoi-quen muon-may goi-ngan-hang
ihanoi-cai-dang-nhap: mo-ihanoi cai-android cai-iphone nhap-otp
vneid-con-chau: nhap-ho-ten nhap-ngay-sinh nhap-noi-o cung-can-bo-gui
cong-an-thu-tuc: khai-tren-vneid khai-thong-tin kiem-tra xem-lai
cu-tru-luu-tru: nhap-khach nhap-so nhap-ly-do nhap-ngay
cu-tru-tam-tru: nhap-chu-ho so-chu-ho nhap-chu-nha so-chu-nha so-giay-nha gui-kem
dvc-ho-tich: dien-to-khai go-muc-dich them-anh
dvc-nop-ho-so: them-anh xem-lai
ho-ngheo: dien-giay kien-nghi
huu-tri-xa-hoi: viet-don
ihanoi-phan-anh: viet-noi-dung them-anh
khuyet-tat: don-cap-lai ghi-kho-khan
the-xe-buyt: cai-app dat-mat-khau
vneid-doi-may: bao-nha-mang ap-the giu-yen cai-may-moi
vneid-kich-hoat: cho-tin-duyet dat-mat-khau tra-loi
vneid-muc-1: dat-mat-khau ap-the giu-yen
vneid-quen-mat-khau: nhap-ho-ten nhap-ngay-cap ap-the
vneid-tich-hop-giay-to: nhap-so-the cho-duyet
vneid-cai-dat: cai-android cho-may-tai cho-tai cho-them cap-nhat
"""
STEPS = [(guide, step) for guide, _, steps in (line.partition(":") for line in SLOW.split("\n") if line)
         for step in steps.split()]  # fmt: skip
NAMED = [f"{guide}/{step}" for guide, step in STEPS]
CALLS = r"\bgọi (?:ngay )?\d|\bgọi ngân hàng ngay|hỏi người nhà hoặc"
WAITS = rf"^(?:bác )?chờ |giữ máy[,.]|{CALLS}|chờ máy tải|chờ tin"


def at(guide: str, step_id: str, *, assisted: bool = False) -> Stage:
    walk = next(walk for step, walk in walks_to_every_step(FLOWS[guide]) if step.id == step_id)
    stage = Stage(staff=staff_gate())
    if assisted:
        stage.walk_to(*opened_by(MAI), "assist", "notice.yes", "group.not-said", "preset.large", "back")
        beneath = stage.conductor.visit.stages[0]
        stage.conductor.show(
            stage.conductor.visit.swap(beneath).show(Stepping(guide, walk)),
        )
    else:
        stage.walk_to("begin")
        stage.conductor.show(Visit(stages=(Home(), Stepping(guide, walk)), open_walk=OpenWalk(guide)))
    return stage


@pytest.mark.parametrize(("guide", "step_id"), STEPS, ids=NAMED)
def test_the_slow_steps_are_patient(guide: str, step_id: str) -> None:
    flow = FLOWS[guide]
    assert takes_long(flow.steps[step_id])


def test_whatever_step_says_to_wait_to_hold_the_line_or_to_call_a_number_is_patient() -> None:
    told = [
        (flow, step)
        for flow in FLOWS.values()
        for step in flow.steps.values()
        if re.search(WAITS, step.say.vi.lower())
    ]
    assert len(told) > 30
    assert [f"{flow.id}/{step.id}" for flow, step in told if not takes_long(step)] == []


def test_a_step_where_something_is_touched_is_not() -> None:
    for guide, step_id in (("vneid-cai-dat", "mo-ch-play"), ("vneid-xuat-trinh", "vi-giay-to")):
        assert not takes_long(FLOWS[guide].steps[step_id])
    assert sum(takes_long(step) for flow in FLOWS.values() for step in flow.steps.values()) < 0.5 * sum(
        len(flow.steps) for flow in FLOWS.values()
    )


@pytest.mark.parametrize(
    ("guide", "step_id"),
    [("khan-cap", "giu-may"), ("khan-cap", "xong"), ("lua-dao-da-mac", "goi-ngan-hang"),
     ("ihanoi-cai-dang-nhap", "mo-ihanoi"), ("cong-an-thu-tuc", "khai-tren-vneid")],
)  # fmt: skip
def test_the_notice_comes_after_a_quarter_of_an_hour_there(guide: str, step_id: str) -> None:
    stage = at(guide, step_id)
    stage.wait(899)
    assert isinstance(stage.conductor.visit.stage, Stepping)
    stage.wait(1)
    assert isinstance(stage.conductor.visit.stage, IdleNotice)


@pytest.mark.parametrize(
    ("guide", "step_id"), [("vneid-con-chau", "cung-can-bo-gui"), ("lua-dao-da-mac", "goi-ngan-hang")]
)
def test_who_assists_keeps_the_controls_there(guide: str, step_id: str) -> None:
    stage = at(guide, step_id, assisted=True)
    assert stage.conductor.visit.staff is not None and stage.conductor.visit.assisted_by == MAI.id
    stage.wait(899)
    assert stage.conductor.visit.staff is not None
    stage.wait(2)
    assert stage.conductor.visit.staff is None


def test_a_number_to_call_waits_as_long() -> None:
    stage = at("khan-cap", "giu-may")
    stage.conductor.show(stage.conductor.visit.show(Hotline("113")))
    stage.wait(600)
    assert stage.conductor.visit.stage == Hotline("113")


@pytest.mark.parametrize(("written", "long"), [("true", True), ("false", False), ("", False)])
def test_a_pack_says_of_a_step_that_it_takes_long(tmp_path: Path, written: str, long: bool) -> None:
    line = f"\nlong = {written}" if written else ""
    flow = small_pack(tmp_path, flow=STRUCTURE.replace('kind = "do"', f'kind = "do"{line}', 1)).flow
    assert flow is not None
    (step,) = [one for one in flow.steps.values() if type(one).__name__ == "DoStep"][:1]
    assert step.long == long
    assert takes_long(step) == long


def test_long_is_true_or_false(tmp_path: Path) -> None:
    pack = small_pack(tmp_path, flow=STRUCTURE.replace('kind = "do"', 'kind = "do"\nlong = "yes"', 1))
    assert [(one.code, one.fields["key"]) for one in pack.findings if one.code == "value-wrong"] == [
        ("value-wrong", "long")
    ]
