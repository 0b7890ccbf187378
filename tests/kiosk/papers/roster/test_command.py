"""`kiosk roster` as an officer at the keyboard meets it."""

from __future__ import annotations

import json
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from support.fake_clock import FakeClock
from support.roster import PLAN
from typer.testing import CliRunner

from kiosk.base.config.sections import Config, PlaceConfig, WardConfig
from kiosk.base.files.paths import roster_file
from kiosk.base.hours.opening import HANOI
from kiosk.desk.command_line import app
from kiosk.papers.roster.expected import expected_places
from kiosk.papers.roster.plan import PlacePlan, WeekPlan, week_of
from kiosk.papers.roster.store import RosterUnusable, Weeks, read_weeks, write_weeks
from kiosk.papers.roster.watch import RosterWatch
from kiosk.point.staff.register import StaffRegister

MONDAY = week_of(datetime.now(HANOI).date())


def kiosk(data: Path, *words: str) -> tuple[int, str]:
    config = data / "kiosk.toml"
    config.write_text("[place]\nnumber = 1\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["roster", *words, "--data", str(data), "--config", str(config)])
    return done.exit_code, done.output


@pytest.fixture
def data(tmp_path: Path) -> Path:
    register = StaffRegister(tmp_path, FakeClock())
    register.add("volunteer", "Bạn Sen")
    register.add("officer", "Cô Lan")
    return tmp_path


def written(folder: Path, staff: str = '"tnv-01", "cb-01"', monday: date = MONDAY) -> str:
    file = folder / "tuan.toml"
    file.write_text(
        f'week = {monday}\n[place.point-1]\nmon = [{{ time = "08:00-11:30", staff = [{staff}] }}]\n',
        encoding="utf-8",
    )
    return str(file)


def test_a_week_is_checked_taken_in_and_shown(data: Path) -> None:
    assert kiosk(data, "show")[0] == 1
    assert kiosk(data, "check", written(data)) == (
        0,
        "Mọi nơi trong bảng trực đều có ít nhất 2 người (1 nơi). "
        "Bảng trực chưa có: Điểm số 2, Điểm số 3, Điểm số 4, Điểm số 5, Điểm số 6.\n"
        "Every place in the roster has at least 2 people (places: 1). "
        "Not in the roster: point-2, point-3, point-4, point-5, point-6.\n",
    )
    assert not roster_file(data).exists()
    assert kiosk(data, "import", written(data))[0] == 0
    exit_code, told = kiosk(data, "show")
    assert exit_code == 0 and "Điểm số 1" in told and "08:00–11:30  tnv-01, cb-01" in told
    rows = json.loads(kiosk(data, "show", "--json")[1])
    assert rows == [
        {"place": "point-1", "day": str(MONDAY), "hours": "08:00–11:30", "staff": ["tnv-01", "cb-01"]}
    ]


def test_where_nobody_is_registered_the_own_place_passes_like_any_other_by_its_list_and_nothing_is_taken_in(
    tmp_path: Path,
) -> None:
    exit_code, told = kiosk(tmp_path, "check", written(tmp_path))
    assert exit_code == 1 and "chỉ so mã người trực với bảng" in told and "tnv-01" in told and "cb-01" in told
    file = Path(written(tmp_path))
    listed = file.read_text(encoding="utf-8").replace("mon =", 'staff = ["tnv-01", "cb-01"]\nmon =')
    file.write_text(listed, encoding="utf-8")
    assert kiosk(tmp_path, "check", str(file))[0] == 0
    assert kiosk(tmp_path, "import", str(file))[0] == 1
    assert kiosk(tmp_path, "check", written(tmp_path, staff='"Bạn Sen"'))[0] == 1


def test_a_roster_with_a_stranger_is_refused_and_what_was_there_stays(data: Path) -> None:
    kiosk(data, "import", written(data))
    before = roster_file(data).read_bytes()
    exit_code, told = kiosk(data, "import", written(data, staff='"tnv-01", "tnv-44"'))
    assert (
        exit_code == 1 and "dòng 3" in told and "không có ai mang mã tnv-44" in told and "Chưa đổi gì" in told
    )
    assert roster_file(data).read_bytes() == before
    assert (
        json.loads(kiosk(data, "check", written(data, staff='"tnv-44"'), "--json")[1])[0]["code"]
        == "staff-unknown"
    )


def test_of_the_ward_s_one_roster_a_kiosk_looks_for_the_people_of_its_own_place_alone(data: Path) -> None:
    file = Path(written(data))
    elsewhere = '[place.team-5]\nstaff = ["tnv-21", "{}"]\n'
    file.write_text(file.read_text(encoding="utf-8") + elsewhere.format("tnv-22"), encoding="utf-8")
    assert kiosk(data, "import", str(file))[0] == 0
    assert "Tổ số 5" in kiosk(data, "show")[1]
    file.write_text(file.read_text(encoding="utf-8") + elsewhere.format("Sen").replace("5", "6"), "utf-8")
    assert kiosk(data, "import", str(file))[0] == 1, "an id has its form wherever it stands"


@pytest.mark.parametrize("register", ["of point-1", "empty"])
def test_who_is_on_a_shift_elsewhere_is_looked_for_in_the_lists_of_the_roster(
    data: Path, tmp_path: Path, register: str
) -> None:
    folder = data if register == "of point-1" else tmp_path / "nobody"
    folder.mkdir(exist_ok=True)
    file = Path(written(data))
    own_list = 'staff = ["tnv-01", "cb-01"]\nmon ='  # without a register it is looked for here too
    first = file.read_text(encoding="utf-8").replace("mon =", own_list)
    elsewhere = '[place.team-5]\nstaff = ["tnv-21"]\nsat = [{{ time = "08:00-09:00", staff = ["{}"] }}]\n'
    relief = '[place.team-6]\nstaff = ["tnv-31"]\n'
    for member in ("tnv-21", "tnv-31"):
        file.write_text(first + elsewhere.format(member) + relief, encoding="utf-8")
        assert kiosk(folder, "check", str(file))[0] == 0, member
    file.write_text(first + elsewhere.format("tnv-12") + relief, encoding="utf-8")
    exit_code, told = kiosk(folder, "check", str(file), "--json")
    (problem,) = json.loads(told[told.index("[") :])
    assert exit_code == 1 and (problem["code"], problem["line"]) == ("staff-unknown", first.count("\n") + 3)
    assert "tnv-12" in kiosk(folder, "check", str(file))[1]


@pytest.mark.parametrize(
    ("name", "elsewhere", "list_of_it"),
    [
        ("tuan.toml",
         '[place.point-2]\n{}mon = [{{ time = "08:00-09:00", staff = ["tnv-98", "tnv-99"] }}]\n',
         'staff = ["tnv-98", "tnv-99"]\n'),
        ("tuan.csv", "{}point-2,{day},08:00-09:00,tnv-98 tnv-99\n", "point-2,,,tnv-98 tnv-99\n"),
    ],
)  # fmt: skip
def test_people_nobody_knows_are_no_two_people_also_at_a_place_that_lists_nobody(
    data: Path, name: str, elsewhere: str, list_of_it: str
) -> None:
    file = data / name
    if name.endswith(".csv"):
        first = f"place,day,time,staff\npoint-1,{MONDAY},08:00-11:30,tnv-01 cb-01\n"
    else:
        first = Path(written(data)).read_text(encoding="utf-8")
    file.write_text(first + elsewhere.format("", day=MONDAY), encoding="utf-8")
    exit_code, told = kiosk(data, "import", str(file))
    assert exit_code == 1 and "tnv-98" in told and "tnv-99" in told and "ít nhất 2 người" not in told
    assert not roster_file(data).exists()
    file.write_text(first + elsewhere.format(list_of_it, day=MONDAY), encoding="utf-8")
    exit_code, told = kiosk(data, "import", str(file))
    assert exit_code == 0 and "(2 nơi)" in told
    ours = (
        elsewhere.replace("tnv-98", "tnv-01").replace("tnv-99", "cb-01").replace("08:00-09:00", "13:00-14:00")
    )
    file.write_text(first + ours.format("", day=MONDAY), encoding="utf-8")
    assert kiosk(data, "import", str(file))[0] == 0, "whom the register knows may help out there"


def test_a_roster_that_forgets_places_says_which_of_those_the_kiosk_knows(data: Path) -> None:
    file = Path(written(data))
    others = "".join(f'[place.point-{one}]\nstaff = ["tnv-{one}1", "tnv-{one}2"]\n' for one in range(2, 7))
    file.write_text(file.read_text(encoding="utf-8") + others, encoding="utf-8")
    assert kiosk(data, "import", str(file))[0] == 0
    assert "chưa có" not in kiosk(data, "show")[1] and "(6 nơi)" in kiosk(data, "show")[1]
    assert kiosk(data, "import", written(data))[0] == 0
    assert "chưa có: Điểm số 2, Điểm số 3" in kiosk(data, "show")[1]


def test_a_kiosk_knows_its_own_place_and_the_points_of_its_own_ward_alone() -> None:
    six = tuple(f"point-{one}" for one in range(1, 7))
    assert expected_places(Config()) == six, "a kiosk nobody has told where it stands"
    assert expected_places(Config(place=PlaceConfig(number=3))) == ("point-3", *six[:2], *six[3:])
    elsewhere = Config(WardConfig(name="Phường Khác"), PlaceConfig(kind="team", number=28))
    assert expected_places(elsewhere) == ("team-28",)


def test_what_may_be_a_slip_is_said_with_its_line_and_the_week_with_its_year(data: Path) -> None:
    past = MONDAY - timedelta(days=350)
    file = Path(written(data, monday=week_of(past)))
    file.write_text(file.read_text(encoding="utf-8").replace("point-1", "point-11"), encoding="utf-8")
    register = StaffRegister(data, FakeClock())
    assert {one.id for one in register.members()} == {"tnv-01", "cb-01"}
    for words in (("check",), ("import",)):
        exit_code, told = kiosk(data, *words, str(file))
        assert exit_code == 0
        assert "Xin xem lại" in told and "dòng 1: tuần này đã qua" in told
        assert "dòng 2: máy này không biết phường có point-11" in told
    monday = week_of(past)
    assert f"thứ Hai {monday.day}/{monday.month}/{monday.year}" in told
    exit_code, told = kiosk(data, "check", str(file), "--json")
    assert exit_code == 0 and [one["code"] for one in json.loads(told)] == ["week-over", "place-unheard-of"]


def test_next_weeks_roster_leaves_this_weeks_alone(data: Path) -> None:
    kiosk(data, "import", written(data))
    kiosk(data, "import", written(data, monday=MONDAY + timedelta(days=7)))
    assert [one.monday for one in read_weeks(data).plans] == [MONDAY, MONDAY + timedelta(days=7)]
    assert kiosk(data, "show")[0] == 0


def test_a_damaged_file_is_said_and_a_new_import_mends_it(data: Path) -> None:
    roster_file(data).write_text('{"form": 1, "weeks": [{}]}')
    with pytest.raises(RosterUnusable):
        read_weeks(data)
    exit_code, told = kiosk(data, "show")
    assert exit_code == 1 and "bị hỏng" in told and "Traceback" not in told
    assert kiosk(data, "import", written(data))[0] == 0
    assert kiosk(data, "show")[0] == 0


def test_what_was_written_is_what_is_read(tmp_path: Path) -> None:
    write_weeks(tmp_path, Weeks((PLAN,)))
    assert read_weeks(tmp_path) == Weeks((PLAN,))
    assert read_weeks(tmp_path).of(date(2026, 11, 29)) == PLAN
    assert read_weeks(tmp_path).of(date(2026, 11, 30)) is None


def test_weeks_that_are_over_are_left_out() -> None:
    old, new = PLAN, WeekPlan(date(2026, 12, 7), (PlacePlan("point-1"),))
    assert Weeks((old,)).taken_in(new, date(2026, 12, 1)) == Weeks((new,))
    assert Weeks((old,)).taken_in(new, date(2026, 11, 29)) == Weeks((old, new))
    again = WeekPlan(old.monday, (PlacePlan("point-2"),))
    assert Weeks((old, new)).taken_in(again, date(2026, 11, 24)) == Weeks((again, new))


def test_the_running_kiosk_sees_a_new_week_and_goes_without_a_damaged_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watch, monday = RosterWatch(tmp_path), PLAN.monday
    assert watch.read(monday) is None
    write_weeks(tmp_path, Weeks((PLAN,)))
    assert watch.read(monday) == PLAN
    assert watch.read(monday + timedelta(days=7)) is None
    roster_file(tmp_path).write_text("{")
    assert watch.read(monday) is None and watch.read(monday) is None
    assert len(caplog.records) == 1
    roster_file(tmp_path).unlink()
    assert watch.read(monday) is None and len(caplog.records) == 1


@pytest.mark.parametrize(
    "row",
    [
        "point-1,Nhà văn hoá tổ 5,Số 54 Trần Hưng Đạo,{day},08:00-11:30,tnv-01 cb-01",
        "point-1,Nhà văn hoá tổ 5,Số 54 Trần Hưng Đạo,{day},08:00-11:30,tnv-91 tnv-92 tnv-93",
        "point-{n},0912345678,{n},{n}/13/2026,25:{n}-99,Bạn Sen Thị {n}",
        "team-{k},,,{day},08:00-11:30,tnv-{n} tnv-01",
    ],
)
def test_a_thousand_rows_are_judged_in_two_seconds_and_forty_lines(data: Path, row: str) -> None:
    file = data / "tuan.csv"
    rows = (row.format(day=MONDAY, n=n, k=n % 99 + 1) for n in range(1000))
    file.write_text("place,name,address,day,time,staff\n" + "\n".join(rows) + "\n", "utf-8")
    began = time.process_time()
    exit_code, told = kiosk(data, "check", str(file))
    assert exit_code == 1
    assert time.process_time() - began < 2
    assert 2 <= len(told.splitlines()) <= 40


def test_a_fault_that_stands_on_many_lines_is_said_once_and_names_them(data: Path) -> None:
    file = data / "tuan.csv"
    days = [MONDAY + timedelta(days=at) for at in range(7)]
    rows = "".join(f"point-1,,,{day},08:00-11:30,tnv-01 tnv-71\n" for day in days)
    file.write_text("place,name,address,day,time,staff\n" + rows, "utf-8")
    told = kiosk(data, "check", str(file))[1].splitlines()
    assert [line for line in told if "tnv-71" in line and "không có ai" in line] == [
        f"{file}, dòng 2, 3, 4, 5, 6 và 2 dòng nữa: không có ai mang mã tnv-71. Sửa mã, hoặc thêm người ấy: "
        "./script/run staff add TÊN --id tnv-71."
    ]
    assert sum("nobody has the id tnv-71" in line for line in told) == 1


def test_a_roster_too_large_for_a_week_is_refused_before_it_is_read(data: Path) -> None:
    file = data / "tuan.csv"
    file.write_text("place,name,address,day,time,staff\n" + "point-1,,,,,tnv-01\n" * 6000, "utf-8")
    exit_code, told = kiosk(data, "check", str(file))
    assert exit_code == 1 and "lớn quá" in told and len(told.splitlines()) < 10
    file.write_text("x" * 300_000, "utf-8")
    assert "lớn quá" in kiosk(data, "check", str(file))[1]
