"""The ward's file of offices: what can be used of it, and what is said of the rest in an officer's words."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from support.another_ward import FILE, NAME, write_ward

from flows.guide.ward import NO_WARD, OFFICES, SHIPPED_WARD, Office, Ward
from kiosk.base.config.check import Problems
from kiosk.base.config.ward_file import SHIPPED, read_ward, ward_here
from kiosk.point.health.contents import SeenWard, check_ward
from kiosk.point.health.probes import see_ward

HEAD = f'ward = "{NAME}"\n'


def written(folder: Path, text: str) -> tuple[Ward, Problems]:
    file = folder / "phuong.toml"
    file.write_text(text, "utf-8")
    return read_ward(file, NAME)


def test_what_is_shipped_is_right_and_says_nothing_that_no_official_page_has_said() -> None:
    ward, problems = ward_here(SHIPPED, SHIPPED_WARD)
    assert problems == ()
    assert [one.id for one in ward.offices] == [one for one in OFFICES if one != "group-leader"]
    for one in ward.places:
        assert one.source and one.checked


def test_every_value_of_a_ward_is_read(tmp_path: Path) -> None:
    ward, problems = read_ward(write_ward(tmp_path)[0], NAME)
    assert problems == ()
    morning, afternoon = (time(8), time(11, 30)), (time(13, 30), time(17))
    assert ward.sent_to(("one-stop",)) == (
        Office(
            "one-stop", phone="024 0000 0001", address="Số 1 phố Hoa Sữa",
            hours=(((0, 1, 2, 3, 4), (morning, afternoon)),), step_free="yes", checked=date(2026, 12, 3),
        ),
    )  # fmt: skip
    (leader,) = ward.sent_to(("group-leader",))
    assert (leader.group, leader.phone, leader.address) == (5, "", "Nhà văn hoá tổ 5")


def test_the_offices_of_another_ward_are_never_used(tmp_path: Path) -> None:
    assert ward_here(SHIPPED, NAME) == (NO_WARD, ())
    file, _ = write_ward(tmp_path)
    ward, (problem,) = read_ward(file, "Phường Ba Đình")
    assert ward == NO_WARD and NAME in problem.vi and "Phường Ba Đình" in problem.vi and problem.line == 2
    assert written(tmp_path, "[office.police]\n")[0] == NO_WARD


@pytest.mark.parametrize(
    ("lines", "code", "option"),
    [
        ('[office.police]\nphone = "0912345678"', "personal-data", "office.police.phone"),
        ('[office.police]\nphone = "12"', "wrong-type", "office.police.phone"),
        ('[office.police]\naddress = "Nhà bà Hạnh"\n', "wrong-type", "office.police.address"),
        ('[office.police]\naddress = "Số 3, gọi 0912345678"', "personal-data", "office.police.address"),
        ('[office.police]\nname = "Nguyễn Văn An"', "unknown-option", "office.police.name"),
        ('[office.police]\nhours = { mon = ["17:00-08:00"] }', "wrong-type", "office.police.hours"),
        ('[office.police]\nstep_free = "maybe"', "not-a-choice", "office.police.step_free"),
        ('[office.police]\nchecked = "hôm qua"', "wrong-type", "office.police.checked"),
        ('[office.police]\naddress = "Số 3 phố Hoa Sữa"', "contradiction", "office.police.checked"),
        ('[office.polcie]\nphone = "113"', "unknown-section", "office.polcie"),
        ('[leader.5]\nphone = "02400000005"', "unknown-option", "leader.5.phone"),
        ('[leader.x]\naddress = "Nhà văn hoá tổ 5"', "unknown-section", "leader.x"),
        ("office = 3", "wrong-type", "office"),
        ('[bua]\nx = 1', "unknown-section", "bua"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line_and_the_rest_is_used(
    tmp_path: Path, lines: str, code: str, option: str
) -> None:
    sound = '\n[office.health-station]\nphone = "02400000115"\nchecked = 2026-12-03\n'
    ward, problems = written(tmp_path, f"{HEAD}{lines}\n{'' if lines.startswith('office =') else sound}")
    assert [(one.code, one.option) for one in problems] == [(code, option)]
    assert problems[0].line > 1 and problems[0].vi and problems[0].en
    for secret in ("0912345678", "Hạnh", "Nguyễn Văn An"):
        assert secret not in problems[0].vi + problems[0].en
    known = {one.id: one for one in ward.places}
    assert "health-station" in known or lines.startswith("office =")
    assert all(
        "0912345678" not in one.phone + one.address and "Hạnh" not in one.address for one in ward.offices
    )


def test_a_mobile_number_that_a_page_has_published_is_used(tmp_path: Path) -> None:
    source = 'source = "https://phuong.gov.vn/so"\nchecked = 2026-12-03'
    text = f'{HEAD}[office.police]\nphone = "0912345678"\n{source}'
    ward, problems = written(tmp_path, text)
    assert problems == () and ward.places[0].phone == "0912345678"


@pytest.mark.parametrize("text", ["", "[[office]]", HEAD + "[" * 5000, HEAD + "x" * 300_000, "\x00"])
def test_a_file_that_is_none_costs_no_more_than_itself(tmp_path: Path, text: str) -> None:
    ward, problems = written(tmp_path, text)
    assert ward == NO_WARD and (problems or text == "")


def test_the_doctor_says_what_is_empty_and_nothing_of_what_is_written(tmp_path: Path) -> None:
    finding = check_ward(see_ward(SHIPPED, SHIPPED_WARD))
    assert finding.state == "mend" and "công an (chưa có số, địa chỉ, giờ)" in finding.vi
    assert "tổ trưởng (chưa có địa chỉ)" in finding.vi and "resources/ward.toml" in finding.do_vi
    file, _ = write_ward(tmp_path)
    other = check_ward(see_ward(file, NAME))
    assert "một cửa" not in other.vi and "công an (chưa có giờ)" in other.vi and str(file) in other.do_vi
    assert check_ward(see_ward(SHIPPED, NAME)).state == "mend"
    wrong = check_ward(see_ward(file, "Phường Ba Đình"))
    assert wrong.state == "mend" and "phuong.toml, dòng 2" in wrong.vi


def test_a_ward_that_has_written_everything_hears_nothing(tmp_path: Path) -> None:
    whole = FILE.replace('phone = "024 0000 0115"', 'phone = "024 0000 0115"\naddress = "Số 4 phố Hoa Sữa"')
    whole = whole.replace(
        'address = "Số 5 phố Hoa Sữa"', 'address = "Số 5 phố Hoa Sữa"\nphone = "024 0000 0005"'
    )
    for office in ("police", "health-station", "social-insurance"):
        whole = whole.replace(f"[office.{office}]", f'[office.{office}]\nhours = {{ mon = ["08:00-11:30"] }}')
    ward, problems = written(tmp_path, whole)
    assert problems == () and check_ward(SeenWard("phuong.toml", ward, problems)).state == "ok"
