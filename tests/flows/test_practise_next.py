"""What the goodbye offers to learn next, over all shipped guides: by need and order, never by folder name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.guides import STRUCTURE, TODAY, shipped, small_pack

from flows.guide.flow import Flow
from flows.practice.practise_next import practise_next
from flows.shelf.check import check_folder

FLOWS = shipped().flows
IDS = sorted(FLOWS)
AFTER = {
    "ban-hang-cho-thue": "dvc-nop-phi",
    "bhxh-vssid": "vneid-xuat-trinh",
    "can-cuoc-cap-lai": "lua-dao-nhan-biet",
    "chan-cuoc-goi-rac": "lua-dao-nhan-biet",
    "chu-ky-so": "co-ban-mat-khau-otp",
    "chu-to-tren-may": "go-tieng-viet",
    "chuyen-khoan-qr": "co-ban-mat-khau-otp",
    "dien-thoai-day": "co-ban-cai-app",
    "co-ban-cai-app": "co-ban-mat-khau-otp",
    "co-ban-mat-khau-otp": "lua-dao-nhan-biet",
    "co-ban-quet-qr": "lua-dao-nhan-biet",
    "co-ban-wifi": "co-ban-cai-app",
    "cong-an-thu-tuc": "lua-dao-nhan-biet",
    "cu-tru-luu-tru": "cong-an-thu-tuc",
    "cu-tru-tam-tru": "cong-an-thu-tuc",
    "cu-tru-thuong-tru": "lua-dao-nhan-biet",
    "dat-dai-so-do": "lua-dao-nhan-biet",
    "dat-lich-kham": "lua-dao-nhan-biet",
    "doi-the-bhyt": "lua-dao-nhan-biet",
    "dvc-chung-thuc": "dvc-tra-cuu",
    "dvc-dang-nhap": "dvc-nop-ho-so",
    "dvc-ho-tich": "dvc-tra-cuu",
    "dvc-nop-ho-so": "dvc-tra-cuu",
    "dvc-nop-phi": "dvc-tra-cuu",
    "dvc-tra-cuu": "dvc-nop-phi",
    "giay-phep-lai-xe": "lua-dao-nhan-biet",
    "go-tieng-viet": "zalo-goi-video",
    "ho-chieu": "lua-dao-nhan-biet",
    "ho-ngheo": "lua-dao-nhan-biet",
    "hoc-binh-dan-hoc-vu-so": "co-ban-mat-khau-otp",
    "hoi-tro-ly-ai": "ihanoi-lay-so-tra-cuu",
    "huu-tri-xa-hoi": "vneid-an-sinh",
    "ihanoi-cai-dang-nhap": "ihanoi-phan-anh",
    "ihanoi-lay-so-tra-cuu": "ihanoi-phan-anh",
    "ihanoi-phan-anh": "ihanoi-lay-so-tra-cuu",
    "ket-hon": "lua-dao-nhan-biet",
    "khai-sinh": "dvc-tra-cuu",
    "khai-tu-lien-thong": "vneid-an-sinh",
    "kham-suc-khoe": "suc-khoe-dien-tu",
    "khan-cap": "lua-dao-nhan-biet",
    "khong-smartphone": "lua-dao-nhan-biet",
    "khuyet-tat": "lua-dao-nhan-biet",
    "lua-dao-da-mac": "lua-dao-nhan-biet",
    "lua-dao-nhan-biet": "khan-cap",
    "ly-lich-tu-phap": "lua-dao-nhan-biet",
    "ngan-hang-sinh-trac": "lua-dao-nhan-biet",
    "phat-nguoi": "lua-dao-nhan-biet",
    "qua-tet": "vneid-an-sinh",
    "sim-xac-thuc": "lua-dao-nhan-biet",
    "suc-khoe-dien-tu": "vneid-xuat-trinh",
    "the-xe-buyt": "lua-dao-nhan-biet",
    "thu-phi-khong-dung": "co-ban-mat-khau-otp",
    "tien-dien-nuoc": "lua-dao-nhan-biet",
    "tro-cap-xa-hoi": "lua-dao-nhan-biet",
    "vneid-an-sinh": "lua-dao-nhan-biet",
    "vneid-cai-dat": "vneid-kich-hoat",
    "vneid-con-chau": "co-ban-mat-khau-otp",
    "vneid-doi-may": "co-ban-mat-khau-otp",
    "vneid-doi-so-dien-thoai": "vneid-kich-hoat",
    "vneid-kich-hoat": "vneid-tich-hop-giay-to",
    "vneid-muc-1": "vneid-muc-2",
    "vneid-muc-2": "vneid-kich-hoat",
    "vneid-quen-mat-khau": "co-ban-mat-khau-otp",
    "vneid-quen-passcode": "co-ban-mat-khau-otp",
    "vneid-tich-hop-giay-to": "vneid-xuat-trinh",
    "vneid-xuat-trinh": "co-ban-mat-khau-otp",
    "xac-nhan-cu-tru": "vneid-xuat-trinh",
    "xe-may-xang": "the-xe-buyt",
    "zalo-goi-video": "chan-cuoc-goi-rac",
}
"""Judged one by one: whoever has just finished the one can do the other, and has what it takes."""

FOR_A_CASE = {
    "vneid-quen-mat-khau", "vneid-quen-passcode", "vneid-doi-may", "vneid-doi-so-dien-thoai",
    "vneid-con-chau", "lua-dao-da-mac", "ho-ngheo", "khuyet-tat", "huu-tri-xa-hoi", "khong-smartphone",
}  # fmt: skip
FIRST_OF_ALL = {"vneid-cai-dat", "co-ban-wifi"}
"""What other guides need beforehand: nobody who has finished one of those still lacks it."""


def offered(*finished: str) -> str:
    flow = practise_next(finished, "", FLOWS)
    assert flow is not None
    return flow.id


@pytest.mark.parametrize("flow_id", IDS)
def test_after_each_guide_comes_the_one_that_was_judged(flow_id: str) -> None:
    assert offered(flow_id) == AFTER[flow_id]


@pytest.mark.parametrize("flow_id", IDS)
def test_nobody_is_sent_back_to_what_they_had_or_to_a_case_that_is_not_theirs(flow_id: str) -> None:
    """However many were finished: one guide after the other as the kiosk itself offers them."""
    finished = [flow_id]
    while (further := offered(*finished)) not in finished:
        assert further not in FIRST_OF_ALL | FOR_A_CASE, finished
        finished.append(further)
    assert len(finished) > 1 or not FLOWS[flow_id].learn_next, "there is something to learn after every guide"


@pytest.mark.parametrize("flow_id", IDS)
def test_after_a_guide_without_a_smartphone_no_app_is_installed(flow_id: str) -> None:
    apps = {"co-ban-cai-app", "vneid-cai-dat", "ihanoi-cai-dang-nhap", "bhxh-vssid"}
    assert offered("khong-smartphone") not in apps
    if FLOWS[flow_id].topic == "an-toan":
        assert offered(flow_id) not in apps


def test_whoever_has_no_smartphone_is_never_led_on_to_what_needs_one() -> None:
    finished = ["khong-smartphone"]
    while (further := offered(*finished)) not in finished:
        finished.append(further)
    assert finished == ["khong-smartphone", "lua-dao-nhan-biet", "khan-cap"]
    assert offered("khong-smartphone", "co-ban-wifi") == "co-ban-cai-app", "with somebody's smartphone"


def test_what_was_left_halfway_comes_first_and_where_nothing_was_begun_nothing_is_offered() -> None:
    going_on = practise_next(("vneid-cai-dat",), "vneid-muc-1", FLOWS)
    assert going_on is not None and going_on.id == "vneid-muc-1"
    assert practise_next((), "", FLOWS) is None
    assert practise_next(("no-longer-here",), "", FLOWS) is None


def small(flow_id: str, order: int | None, *learn_next: str) -> Flow:
    return replace(FLOWS["co-ban-wifi"], id=flow_id, topic="ihanoi", order=order, learn_next=learn_next)


def test_a_guide_that_names_none_is_followed_by_the_next_of_its_topic_by_order() -> None:
    flows = {one.id: one for one in (small("z-first", 1), small("y-second", 2), small("a-third", 3))}
    for last, after in (("z-first", "y-second"), ("y-second", "a-third"), ("a-third", "a-third")):
        found = practise_next((last,), "", flows)
        assert found is not None and found.id == after


def test_a_named_guide_that_is_not_on_offer_is_passed_over_and_not_replaced_by_any_other() -> None:
    flows = {one.id: one for one in (small("a", 1, "gone"), small("b", 2))}
    found = practise_next(("a",), "", flows)
    assert found is not None and found.id == "a"


@pytest.mark.parametrize("named", ["khong-co-bai-nay", "hoc-thu"])
def test_the_check_names_a_guide_to_learn_next_that_is_none(tmp_path: Path, named: str) -> None:
    small_pack(tmp_path, flow=STRUCTURE.replace("minutes =", f'learn_next = ["{named}"]\nminutes ='))
    found = check_folder(tmp_path, TODAY, lambda text, language: []).problems
    (problem,) = [one for one in found if one.code == "learn-next-nowhere"]
    assert (problem.severity, problem.line) == ("warning", 6)
