"""What the attract screen says of this point: what the ward wrote, and nothing else."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest
from support.fake_clock import FakeClock
from support.signs import FULL

from kiosk.base.config.file import load_config
from kiosk.base.config.sections import Config
from kiosk.base.hours.clock import WallTime
from kiosk.base.hours.opening import HANOI, read_range
from kiosk.papers.roster.plan import PlacePlan, PlannedShift, WeekPlan
from kiosk.point.display.sign import invitation, sign_of, time_of, week_of
from ui.screens.attract import AttractProps, OpenDays, PointSign, derive_attract
from ui.screens.page import Translator
from ui.words import UiWords

WRITTEN = """[place]
kind = "{kind}"
number = 3
name = "Nhà văn hóa"
address = "21 phố Bà Triệu"
[place.hours]
wed = ["13:30-17:00", "08:00-11:30"]
"""


def written(folder: Path, text: str) -> Config:
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    config, problems = load_config(file)
    assert problems == ()
    return config


def test_the_longest_sign_that_is_drawn_is_the_longest_that_is_taken(tmp_path: Path) -> None:
    """`tests/screens/test_full_sign.py` draws `FULL` on every panel."""
    hours = FULL.hours.replace("–", "-").split(", ")
    text = "[place]\nname = {}\naddress = {}\nhours = {{ mon = {} }}\n"
    place = written(tmp_path, text.format(*map(json.dumps, (FULL.name, FULL.address, hours)))).place
    assert (place.name, place.address, len(place.hours["mon"])) == (FULL.name, FULL.address, len(hours))
    longer = FULL.name + "a", FULL.address + "a", [*hours, "18:00-19:00"]
    (tmp_path / "kiosk.toml").write_text(text.format(*map(json.dumps, longer)), encoding="utf-8")
    _, problems = load_config(tmp_path / "kiosk.toml")
    for problem, most in zip(problems, (50, 90, 3), strict=True):
        assert str(most) in problem.vi and str(most) in problem.en


def wall_at(day: int = 25, hour: int = 9, *, clock_ok: bool = True) -> WallTime:
    clock = FakeClock(datetime(2026, 11, day, hour, 41, tzinfo=HANOI).timestamp())  # the 25th: a Wednesday
    clock.clock_ok = clock_ok
    return clock.wall()


def attract(
    folder: Path,
    text: str,
    *,
    day: int = 25,
    hour: int = 9,
    clock_ok: bool = True,
    plan: WeekPlan | None = None,
) -> AttractProps:
    config, wall = written(folder, text), wall_at(day, hour, clock_ok=clock_ok)
    return derive_attract(Translator(UiWords(), "vi"), sign_of(config, wall, plan), time_of(wall))


@pytest.mark.parametrize("hour", [6, 9, 12, 20])
def test_place_and_all_hours_of_the_day_are_shown_at_every_hour(tmp_path: Path, hour: int) -> None:
    shown = attract(tmp_path, WRITTEN.format(kind="point"), hour=hour)
    assert shown.point == "Điểm số\u00a03 · Nhà văn hóa"
    assert shown.address == "21 phố Bà Triệu"
    assert shown.hours == "Hôm nay mở 08:00–11:30, 13:30–17:00"


def test_a_team_is_called_a_team(tmp_path: Path) -> None:
    assert attract(tmp_path, WRITTEN.format(kind="team")).point == "Tổ số\u00a03 · Nhà văn hóa"


def test_a_day_without_hours_is_said_to_be_closed(tmp_path: Path) -> None:
    assert attract(tmp_path, WRITTEN.format(kind="point"), day=26).hours == "Hôm nay nghỉ"


def test_a_wrong_clock_shows_neither_hours_nor_time(tmp_path: Path) -> None:
    shown = attract(tmp_path, WRITTEN.format(kind="point"), clock_ok=False)
    assert (shown.time, shown.hours) == ("", "Giờ mở cửa: bác hỏi cán bộ phường")


def test_what_nobody_wrote_is_not_invented(tmp_path: Path) -> None:
    shown = attract(tmp_path, "")
    assert (shown.point, shown.address) == ("", "")
    assert shown.hours == "Giờ mở cửa: bác hỏi cán bộ phường"


def standing(place: str, *shifts: tuple[int, str], name: str = "", address: str = "") -> PlacePlan:
    made = (PlannedShift(date(2026, 11, day), read_range(hours)) for day, hours in shifts)
    return PlacePlan(place, name, address, shifts=tuple(made))


PLAN = WeekPlan(
    date(2026, 11, 23),
    (
        standing("point-1", *((day, "08:00-11:30") for day in (23, 24, 25)), name="Trụ sở phường"),
        standing("point-2"),
        standing("point-3", (25, "08:00-11:30"), (25, "13:30-17:00"), (29, "08:00-11:30"), address="Ngõ 5"),
        standing("team-7", (28, "08:00-10:00")),
    ),
)


def test_the_week_begins_with_this_place_and_goes_on_with_the_points_that_stand(tmp_path: Path) -> None:
    bare = '[place]\nkind = "point"\nnumber = 3\n'
    shown = attract(tmp_path, bare, plan=PLAN)
    assert shown.week == (
        "Điểm số\u00a03: thứ Tư 08:00–11:30, 13:30–17:00; Chủ nhật 08:00–11:30",
        "Điểm số\u00a01 · Trụ sở phường: thứ Hai đến thứ Tư 08:00–11:30",
    )
    assert (shown.week_title, shown.address) == ("Lịch tuần này", "Ngõ 5")


@pytest.mark.parametrize(
    ("name", "address", "shown"),
    [
        ("Nhà văn hóa tổ 12", "", "Nhà văn hóa tổ 12"),
        ("Nhà văn hóa tổ 12", "Ngõ 5", "Nhà văn hóa tổ 12, Ngõ 5"),
        ("Nhà văn hóa", "Ngõ 5", "Ngõ 5"),  # as in the config: it stands above
        ("Nhà văn hóa", "", "21 phố Bà Triệu"),
        ("", "", "21 phố Bà Triệu"),
    ],
)
def test_the_venue_of_this_week_stands_in_place_of_the_usual_address(
    tmp_path: Path, name: str, address: str, shown: str
) -> None:
    own = standing("point-3", (25, "08:00-11:30"), name=name, address=address)
    plan = WeekPlan(date(2026, 11, 23), (own,))
    assert attract(tmp_path, WRITTEN.format(kind="point"), plan=plan).address == shown


def test_hours_nobody_wrote_in_the_config_come_from_the_week(tmp_path: Path) -> None:
    bare = '[place]\nkind = "point"\nnumber = 3\n'
    assert attract(tmp_path, bare, plan=PLAN).hours == "Hôm nay mở 08:00–11:30, 13:30–17:00"
    assert attract(tmp_path, bare, plan=PLAN, day=26).hours == "Hôm nay nghỉ"
    assert attract(tmp_path, WRITTEN.format(kind="point"), plan=PLAN, day=29).hours == "Hôm nay nghỉ"


def test_the_week_of_this_place_has_the_hours_written_in_the_config_as_today_has(tmp_path: Path) -> None:
    """The roster names a Sunday, on which the config has it closed: nobody reads both."""
    for day, today in ((25, "Hôm nay mở 08:00–11:30, 13:30–17:00"), (29, "Hôm nay nghỉ")):
        shown = attract(tmp_path, WRITTEN.format(kind="point"), plan=PLAN, day=day)
        assert shown.week[0] == "Điểm số\u00a03: thứ Tư 08:00–11:30, 13:30–17:00"
        assert shown.hours == today


MORNING, AFTERNOON = (time(8), time(11, 30)), (time(13, 30), time(17))
EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def days(*names: str, hours: str = '"08:00-11:30"') -> str:
    return "".join(f"{name} = [{hours}]\n" for name in names)


@pytest.mark.parametrize(
    ("hours", "opening"),
    [
        ("", ()),
        (days(*EVERY_DAY, hours=""), ()),
        (days(*EVERY_DAY), (OpenDays((0, 1, 2, 3, 4, 5, 6), (MORNING,)),)),
        (days("thu"), (OpenDays((3,), (MORNING,)),)),
        (days("sat", "mon", "wed"), (OpenDays((0, 2, 5), (MORNING,)),)),
        (
            days("sat") + days(*EVERY_DAY[:5], hours='"13:30-17:00", "08:00-11:30"'),
            (OpenDays((0, 1, 2, 3, 4), (MORNING, AFTERNOON)), OpenDays((5,), (MORNING,))),
        ),
        (
            days("tue") + days("mon", "fri", hours='"13:30-17:00"') + days("sun"),
            (OpenDays((0, 4), (AFTERNOON,)), OpenDays((1, 6), (MORNING,))),
        ),
    ],
)  # fmt: skip
def test_the_days_with_the_same_hours_are_drawn_together_from_monday_on(
    tmp_path: Path, hours: str, opening: tuple[OpenDays, ...]
) -> None:
    text = f'[place]\nkind = "point"\nnumber = 3\n[place.hours]\n{hours}'
    assert sign_of(written(tmp_path, text), wall_at()).opening == opening


def test_the_hours_of_any_week_wait_for_no_clock_and_are_never_the_rosters(tmp_path: Path) -> None:
    def sign(text: str, **now: bool) -> PointSign:
        return sign_of(written(tmp_path, text), wall_at(**now), PLAN)

    text = WRITTEN.format(kind="point")
    assert sign(text, clock_ok=False).opening == sign(text).opening == (OpenDays((2,), (MORNING, AFTERNOON)),)
    assert sign('[place]\nkind = "point"\nnumber = 3\n').opening == ()


def test_a_day_written_without_hours_leaves_them_to_the_roster(tmp_path: Path) -> None:
    text = '[place]\nkind = "point"\nnumber = 3\n[place.hours]\nmon = []\n'
    assert attract(tmp_path, text, plan=PLAN).hours == "Hôm nay mở 08:00–11:30, 13:30–17:00"


def test_without_a_roster_or_a_clock_nothing_is_said_of_the_week(tmp_path: Path) -> None:
    for shown in (attract(tmp_path, ""), attract(tmp_path, "", plan=PLAN, clock_ok=False)):
        assert (shown.week, shown.week_title) == ((), "")


def test_before_the_kiosk_is_there_nothing_is_offered_that_nobody_would_answer(tmp_path: Path) -> None:
    first = invitation(UiWords(), written(tmp_path, WRITTEN.format(kind="point")), wall_at())
    assert first.choices == ()
    assert first.primary is not None and first.primary.slot == "begin"
    assert [one.slot for one in attract(tmp_path, WRITTEN.format(kind="point")).choices] == [
        "privacy",
        "this-place",
        "comfort",
        "call-person",
    ]


def test_a_week_begins_on_monday_and_is_shown_only_by_a_clock_that_is_believed() -> None:
    monday_s = datetime(2026, 11, 23, tzinfo=HANOI).timestamp()
    week, hour_s = week_of(WallTime(monday_s, True)), 3600
    assert week is not None and 0 < week < 1 << 16, "two bytes of a card"
    assert week_of(WallTime(monday_s + 7 * 24 * hour_s - 1, True)) == week
    assert week_of(WallTime(monday_s - 1, True)) == week - 1
    assert week_of(WallTime(monday_s, False)) is None
