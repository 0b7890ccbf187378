"""What the doctor says of the week's roster: nobody stands alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.roster import PLAN

from kiosk.base.files.paths import roster_file
from kiosk.papers.roster.plan import PlacePlan, WeekPlan
from kiosk.papers.roster.store import Weeks, write_weeks
from kiosk.point.health.roster import SeenRoster, check_roster, see_roster


def test_a_week_in_which_nobody_is_alone_is_fine_and_so_is_none(tmp_path: Path) -> None:
    assert check_roster(see_roster(tmp_path, PLAN.monday)).state == "ok"
    write_weeks(tmp_path, Weeks((PLAN,)))
    told = check_roster(see_roster(tmp_path, PLAN.monday))
    assert (told.state, told.vi) == ("ok", "Mọi nơi trong bảng trực đều có ít nhất 2 người (2 nơi).")
    assert "Chưa có bảng trực" in check_roster(see_roster(tmp_path, date(2026, 12, 1))).vi


def test_a_place_the_roster_leaves_out_is_named(tmp_path: Path) -> None:
    write_weeks(tmp_path, Weeks((PLAN,)))
    assert check_roster(see_roster(tmp_path, PLAN.monday, ("point-1",))).state == "ok"
    told = check_roster(see_roster(tmp_path, PLAN.monday, ("point-1", "point-2")))
    assert told.state == "mend" and "chưa có: Điểm số 2." in told.vi and "point-2" in told.en and told.do_vi
    assert check_roster(see_roster(tmp_path, date(2026, 12, 1), ("point-2",))).state == "ok", (
        "no roster at all"
    )


def test_a_place_with_too_few_is_named_and_a_damaged_roster_reported(tmp_path: Path) -> None:
    lonely = WeekPlan(PLAN.monday, (PLAN.places[0], PlacePlan("team-3", staff=("cb-01",))))
    told = check_roster(SeenRoster(lonely))
    assert told.state == "mend" and "Tổ số 3 (1 người)" in told.vi and "team-3" in told.en and told.do_vi
    roster_file(tmp_path).write_text("{")
    assert check_roster(see_roster(tmp_path, PLAN.monday)).state == "mend"
