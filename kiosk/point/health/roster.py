"""The week's roster: whether this kiosk has one, and whether nobody is left alone in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.papers.roster.lines import people_line
from kiosk.papers.roster.plan import WeekPlan, left_out, teams_in, too_few
from kiosk.papers.roster.store import RosterUnusable, read_weeks
from kiosk.point.health.finding import Finding, finding_of, mend, ok


@dataclass(frozen=True, slots=True)
class SeenRoster:
    """`plan` is that of this week, if there is one; `failure` says why what was imported cannot be read.

    `expected_places`: the ids of the places there are, as far as this machine knows; `teams`: how many there
    are, 0: not known.
    """

    plan: WeekPlan | None = None
    failure: str = ""
    expected_places: tuple[str, ...] = ()
    teams: int = 0


def see_roster(
    data_folder: Path, today: date, expected_places: tuple[str, ...] = (), teams: int = 0
) -> SeenRoster:
    """Reads what was imported; changes nothing."""
    try:
        return SeenRoster(read_weeks(data_folder).of(today), expected_places=expected_places, teams=teams)
    except RosterUnusable as failure:
        return SeenRoster(failure=str(failure))


@finding_of("roster")
def check_roster(seen: SeenRoster) -> Finding:
    """Without a roster the first screen says nothing of the week, which is no fault."""
    again = "Đưa lại: ./script/run roster import TỆP.", "Take it in again: ./script/run roster import FILE."
    if seen.failure:
        return mend("Không đọc được bảng trực.", f"The roster cannot be read ({seen.failure}).", *again)
    if seen.plan is None:
        return ok(
            "Chưa có bảng trực cho tuần này (./script/run roster import).",
            "There is no roster for this week (./script/run roster import).",
        )
    vi, en = list(people_line(seen.plan, seen.expected_places, seen.teams))[:2]
    if too_few(seen.plan):
        return mend(vi, en, "Thêm người rồi đưa lại bảng trực.", "Add somebody; take it in again.")
    if left_out(seen.plan, seen.expected_places) or teams_in(seen.plan) < seen.teams:
        return mend(
            vi, en,
            "Ghi thêm nơi ấy và người của nó (nghỉ tuần này thì không ghi ca) rồi đưa lại bảng trực.",
            "Add the place and its people (without shifts where it rests this week); take it in again.",
        )  # fmt: skip
    return ok(vi, en)
