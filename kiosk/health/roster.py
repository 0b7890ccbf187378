"""The week's roster: whether this kiosk has one, and whether nobody is left alone in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.health.finding import Finding, mend, ok
from kiosk.roster.plan import WeekPlan, too_few
from kiosk.roster.store import RosterUnusable, read_weeks
from kiosk.roster.telling import people_line


@dataclass(frozen=True, slots=True)
class SeenRoster:
    """`plan` is that of this week, if there is one; `failure` says why what was imported cannot be read."""

    plan: WeekPlan | None = None
    failure: str = ""


def see_roster(data_folder: Path, today: date) -> SeenRoster:
    """Reads what was imported; changes nothing."""
    try:
        return SeenRoster(read_weeks(data_folder).of(today))
    except RosterUnusable as failure:
        return SeenRoster(failure=str(failure))


def check_roster(seen: SeenRoster) -> Finding:
    """Without a roster the first screen says nothing of the week, which is no fault."""
    again = "Đưa lại: kiosk roster import TỆP.", "Take it in again: kiosk roster import FILE."
    if seen.failure:
        return mend(
            "roster", "Không đọc được bảng trực.", f"The roster cannot be read ({seen.failure}).", *again
        )
    if seen.plan is None:
        return ok(
            "roster",
            "Chưa có bảng trực cho tuần này (kiosk roster import).",
            "There is no roster for this week (kiosk roster import).",
        )
    vi, en = list(people_line(seen.plan))[:2]
    if too_few(seen.plan):
        return mend("roster", vi, en, "Thêm người rồi đưa lại bảng trực.", "Add somebody; take it in again.")
    return ok("roster", vi, en)
