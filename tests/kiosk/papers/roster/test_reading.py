"""A roster as an officer writes it, and every slip in it told with its line and its mend."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from support.roster import MONDAY, PLAN, shift

import resources
from kiosk.base.hours.opening import read_range
from kiosk.papers.roster.check import Checked
from kiosk.papers.roster.expected import Expected
from kiosk.papers.roster.lines import people_line
from kiosk.papers.roster.plan import PlacePlan, WeekPlan, alone, too_few
from kiosk.papers.roster.read import read_roster

STAFF = {"tnv-01": True, "tnv-02": True, "tnv-03": True, "tnv-04": True, "cb-01": True, "tnv-09": False}
EXAMPLES = Path(resources.__file__).parent / "rosters"
TWO_PLACES = """week = 2026-11-23

[place.point-1]
name = "Nhà văn hóa"
mon = [
    { time = "08:00-11:30", staff = ["tnv-01", "tnv-02"] },
    { time = "13:30-17:00", staff = ["tnv-01"] },
]

[place.team-12]
staff = ["tnv-03", "cb-01"]
tue = [{ time = "08:00-10:00", staff = ["tnv-03"] }]
"""
IN_A_TABLE = """place;name;day;time;staff
point-1;Nhà văn hóa;23/11/2026;08:00-11:30;tnv-01 tnv-02
point-1;;2026-11-23;13:30-17:00;tnv-01
team-12;;;;tnv-03, cb-01

team-12;;24/11/2026;08:00-10:00;tnv-03
"""


def read(folder: Path, text: str, name: str = "tuan.toml") -> Checked:
    (folder / name).write_text(text, encoding="utf-8")
    return read_roster(folder / name, STAFF, "point-1")


@pytest.mark.parametrize(("text", "name"), [(TWO_PLACES, "tuan.toml"), (IN_A_TABLE, "tuan.csv")])
def test_a_table_and_a_toml_file_say_the_same(tmp_path: Path, text: str, name: str) -> None:
    assert read(tmp_path, text, name) == Checked(PLAN, ())


def test_a_spreadsheet_may_put_a_mark_first_and_columns_in_any_order(tmp_path: Path) -> None:
    text = "\ufeffstaff,time,day,place\r\ntnv-01,08:00-09:00,23/11/2026,point-2\r\n"
    plan = read(tmp_path, text, "tuan.CSV").plan
    assert plan == WeekPlan(MONDAY, (PlacePlan("point-2", staff=("tnv-01",), shifts=(shift(23, "08:00-09:00", "tnv-01"),)),))  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("example", sorted(EXAMPLES.iterdir()), ids=lambda file: file.suffix)
def test_the_examples_that_come_with_the_kiosk_are_right(example: Path) -> None:
    staff_of_point_1 = {one: STAFF[one] for one in ("tnv-01", "tnv-02", "cb-01")}
    checked = read_roster(example, staff_of_point_1, "point-1")
    assert checked.problems == () and checked.plan is not None and checked.plan.monday == MONDAY


def in_toml(line: str) -> str:
    return f"week = 2026-11-23\n[place.point-1]\n{line}\n"


FOUR_A_DAY = "".join(f'  {{ time = "{hour:02}:00-{hour:02}:30" }},\n' for hour in (8, 10, 13, 15))
SLIPS = [
    ("week = 2026-11-23\n[place.point-1\n", 2, "not-written-rightly"),
    ("week = 2026-11-23\nwek = 1\n[place.point-1]\n", 2, "unknown-key"),
    ("week = 2026-11-25\n[place.point-1]\n", 1, "week-wrong"),
    ("week = \"tuần này\"\n[place.point-1]\n", 1, "week-wrong"),
    ("[place.point-1]\n", 1, "week-wrong"),
    ("week = 2026-11-23\n[plce.point-1]\n", 2, "unknown-key"),
    ("week = 2026-11-23\n", 0, "empty"),
    ("week = 2026-11-23\n[place.diem-1]\n", 2, "place-wrong"),
    ("week = 2026-11-23\n[place.point-0]\n", 2, "place-wrong"),
    ("week = 2026-11-23\n[place.point-1]\nstaf = []\n", 3, "unknown-key"),
    (in_toml('mon = "08:00-11:30"'), 3, "not-written-rightly"),
    (in_toml('mon = ["08:00-11:30"]'), 3, "not-written-rightly"),
    (in_toml("name = 7"), 3, "not-written-rightly"),
    (in_toml('staff = "tnv-01"'), 3, "not-written-rightly"),
    (in_toml('mon = [\n  { time = "08:00-09:00" },\n  { time = "11:30-08:00" },\n]'), 5, "hours-wrong"),
    (in_toml('mon = [{ staff = ["tnv-01"] }]'), 3, "hours-wrong"),
    (in_toml('mon = [\n  { time = "08:00-09:00", staff = ["tnv-77"] },\n]'), 4, "staff-unknown"),
    (in_toml('mon = [\n  { time = "08:00-09:00", staff = ["tnv-09"] },\n]'), 4, "staff-disabled"),
    (in_toml('mon = [\n  { time = "08:00-09:00", staff = ["Nguyễn Văn An"] },\n]'), 4, "staff-wrong"),
    (in_toml('address = "gọi 0912 345 678"'), 3, "personal-data"),
    (in_toml('name = "lan@gmail.com"'), 3, "personal-data"),
    (in_toml('name = ""\naddress = "phố A\\tB"'), 4, "place-wrong"),
    (in_toml(f'name = "{"Nhà " * 13}"'), 3, "place-wrong"),
    (in_toml(f'name = "Nhà văn hóa"\naddress = "{"phố " * 20}"'), 4, "place-wrong"),
    (in_toml(f"mon = [\n{FOUR_A_DAY}]"), 7, "hours-wrong"),
    (in_toml('name = ""\nstaff = ["bạn Sen"]'), 4, "staff-wrong"),
    (in_toml('name = ""\nstaff = ["tnv-09"]'), 4, "staff-disabled"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "code"), SLIPS, ids=[f"{code}-{line}" for _, line, code in SLIPS])
def test_a_slip_is_reported_with_line_and_mend_and_gives_no_plan(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    checked = read(tmp_path, text)
    assert checked.plan is None
    assert (line, code) in [(one.line, one.code) for one in checked.problems]
    for one in checked.problems:
        assert (
            all((one.vi, one.en, one.mend_vi, one.mend_en))
            and str(tmp_path / "tuan.toml") in one.sentence_vi()
        )
        assert "Nguyễn" not in one.sentence_vi() + one.sentence_en() and "0912" not in str(one.as_json())


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("place,day,time\n", 1, "column-missing"),
        ("place,day,time,staff,phone\n", 1, "unknown-key"),
        ("place,day,time,staff\npoint-1,30/02/2026,08:00-09:00,tnv-01\n", 2, "day-wrong"),
        ("place,day,time,staff\npoint-1,23/11/2026,08:00-09:00,tnv-01\npoint-1,30/11/2026,08:00-09:00,\n", 3,
         "day-wrong"),
        ("place,day,time,staff\npoint-1,23/11/2026\n", 2, "hours-wrong"),
        ("place,day,time,staff\n,23/11/2026,08:00-09:00,tnv-01\n", 2, "place-wrong"),
        ("place,day,time,staff\npoint-1,23/11/2026,08:00-09:00,001099012345\n", 2, "staff-wrong"),
        ("place,day,time,staff\npoint-1,23/11/2026,08:00-09:00,tnv-01\npoint-1,,,tnv-77\n", 3,
         "staff-unknown"),
        ("place,name,day,time,staff\npoint-1,,,,tnv-01\npoint-1,lan@gmail.com,,,\n", 3, "personal-data"),
        ("place,day,time,staff\n", 0, "empty"),
        ("", 0, "empty"),
    ],
)  # fmt: skip
def test_a_slip_in_a_table_is_shown_with_its_line_and_gives_no_plan(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    checked = read(tmp_path, text, "tuan.csv")
    assert checked.plan is None
    assert (line, code) in [(one.line, one.code) for one in checked.problems]


def test_a_place_nobody_has_heard_of_and_a_week_that_is_over_are_doubted_with_their_line_and_refused_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "tuan.toml").write_text(
        TWO_PLACES + "\n[place.point-11]\n[place.point-7]\n[place.team-77]\n", encoding="utf-8"
    )

    def doubts(expected: Expected) -> list[tuple[str, int]]:
        checked = read_roster(tmp_path / "tuan.toml", STAFF, "point-1", expected)
        assert checked.problems == () and checked.plan is not None
        return [(one.code, one.line) for one in checked.doubts]

    six = tuple(f"point-{one}" for one in range(1, 7))
    heard_of = [("place-unheard-of", line) for line in (14, 16)]
    assert doubts(Expected(six, 28, "point-7", MONDAY + timedelta(days=6))) == heard_of
    assert doubts(Expected(today=MONDAY + timedelta(days=7))) == [("week-over", 1)]
    assert doubts(Expected((), 0, "team-77", MONDAY - timedelta(days=30))) == []
    assert doubts(Expected(teams=28, own="team-77")) == []


def test_nobody_is_on_two_shifts_at_once_wherever_they_are(tmp_path: Path) -> None:
    text = TWO_PLACES.replace('tue = [{ time = "08:00-10:00", staff = ["tnv-03"] }]',
                              'mon = [{ time = "11:00-14:00", staff = ["tnv-02", "tnv-01"] }]')  # fmt: skip
    told = [(one.code, one.line, one.vi) for one in read(tmp_path, text).problems]
    assert [(code, line) for code, line, _ in told] == [("overlap", 12)] * 3
    assert "tnv-01" in told[0][2] and "dòng 6" in told[0][2]


def test_two_people_may_change_over_at_one_place_and_one_may_stay_on(tmp_path: Path) -> None:
    text = in_toml(
        'mon = [{ time = "08:00-10:00", staff = ["tnv-01"] }, { time = "09:00-11:00", staff = ["tnv-02"] },'
        ' { time = "11:00-12:00", staff = ["tnv-02"] }]'
    )
    (place,) = read(tmp_path, text).plan.places  # type: ignore[union-attr]
    assert place.hours() == {"mon": (read_range("08:00-12:00"),)}


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("week = 30/11/2026\n[place.point-1]\n", "Ghi ngày thứ Hai như 2026-11-30"),
        (in_toml('thu2 = [{ time = "08:00-11:30", staff = ["tnv-01", "tnv-02"] }]'), "thu là thứ Năm"),
        (in_toml("staf = []"), "Có phải là: staff?"),
    ],
)
def test_a_mend_leads_nobody_to_another_day(tmp_path: Path, text: str, mend: str) -> None:
    assert any(mend in one.sentence_vi() for one in read(tmp_path, text).problems)


def test_every_slip_is_reported_at_once_and_a_file_that_is_no_text_too(tmp_path: Path) -> None:
    text = in_toml('mon = [\n  { time = "8 giờ", staff = ["tnv-77"] },\n  { tim = "08:00-09:00" },\n]')
    assert [one.line for one in read(tmp_path, text).problems] == [4, 4, 5, 5]
    (tmp_path / "hong.toml").write_bytes(b"\xff\xfe\x00")
    assert [one.code for one in read_roster(tmp_path / "hong.toml", STAFF, "point-1").problems] == [
        "unreadable"
    ]
    assert [one.code for one in read_roster(tmp_path / "khong.toml", STAFF, "point-1").problems] == [
        "unreadable"
    ]


def test_the_report_says_whether_every_place_has_two_people() -> None:
    assert too_few(PLAN) == () and [one.hours for one in alone(PLAN.places[0])] == [read_range("13:30-17:00")]
    lines = list(people_line(PLAN))
    assert lines[0] == "Mọi nơi trong bảng trực đều có ít nhất 2 người (2 nơi)."
    assert "chỉ có 1 người trực" in lines[2]
    lonely = WeekPlan(MONDAY, (PLAN.places[0], PlacePlan("point-2", staff=("cb-01",))))
    few = "1 trong 2 nơi có ít nhất 2 người; còn thiếu: Điểm số 2 (1 người)."
    assert next(people_line(lonely)) == few
    known = ("team-12", "point-10", "point-2", "point-1", "point-2", "unknown", "point-0", "")
    vi, en = list(people_line(lonely, known))[:2]
    assert vi == f"{few} Bảng trực chưa có: Điểm số 10, Tổ số 12."
    assert en.endswith("Not in the roster: point-10, team-12.")
    vi, en = list(people_line(lonely, teams=28))[:2]
    assert vi == f"{few} Bảng trực có 0 trong 28 tổ của phường." and en.endswith("0 of the ward's 28 teams.")
    whole = WeekPlan(MONDAY, tuple(PlacePlan(f"team-{one}", staff=("a-1", "a-2")) for one in range(1, 29)))
    assert "tổ của phường" not in next(people_line(whole, teams=28))
