"""What the attract screen says of this place, from the config and the clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from flows.guide.weeks import week_number
from kiosk.base.config.sections import Config, place_id
from kiosk.base.hours.clock import WallTime
from kiosk.base.hours.opening import (
    HANOI,
    ClosedToday,
    HoursUnknown,
    OpenToday,
    days_alike,
    opening_today,
)
from ui.screens.attract import AttractProps, OpenDays, PlaceThisWeek, PointSign, derive_invitation
from ui.screens.page import Translator
from ui.words import UiWords

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from kiosk.base.hours.opening import OpenRange
    from kiosk.papers.roster.plan import PlacePlan, WeekPlan

    Ranges: TypeAlias = tuple[OpenRange, ...]
    WeekHours: TypeAlias = Mapping[str, Ranges]


def invitation(words: UiWords, config: Config, wall: WallTime) -> AttractProps:
    """What stands on the screen before anything else of the kiosk is known: what needs more comes with it."""
    return derive_invitation(Translator(words, "vi"), sign_of(config, wall), time_of(wall))


def sign_of(config: Config, wall: WallTime, plan: WeekPlan | None = None) -> PointSign:
    """The sign of the place. While the clock is not to be trusted the hours are not shown either.

    *plan* is the roster of this week. It says where the place stands now; the hours are those of the config
    where somebody has written them there, today's and the week's: no two weeks contradict each other.
    """
    place = config.place
    own = plan.place(place_id(config)) if plan else None
    written = place.hours if any(place.hours.values()) else {}
    own_hours = written or (own.hours() if own else {})
    opens_known, hours = _hours(own_hours, wall)
    return PointSign(
        ward=config.ward.name,
        city=config.ward.city,
        kind=place.kind,
        number=place.number,
        name=place.name,
        address=(_where(own, place.name) if own else "") or place.address,
        help_phone=place.help_phone,
        opens_known=opens_known,
        hours=hours,
        opening=tuple(OpenDays(days, ranges) for ranges, days in days_alike(written)),
        week=_week(plan, own, own_hours) if plan and wall.clock_ok else (),
    )


def _week(plan: WeekPlan, own: PlacePlan | None, own_hours: WeekHours) -> tuple[PlaceThisWeek, ...]:
    """This place first, then the points by number: a team goes to people, not they to it."""
    others = (_standing(point, point.hours()) for point in plan.points if point is not own)
    first = _standing(own, own_hours)._replace(where="") if own and own.shifts else None  # it stands above
    return (first, *others) if first else tuple(others)


def _standing(place: PlacePlan, hours: WeekHours) -> PlaceThisWeek:
    when = tuple((", ".join(str(range_) for range_ in ranges), days) for ranges, days in days_alike(hours))
    return PlaceThisWeek(place.kind, place.number, _where(place), when)


def _where(place: PlacePlan, above: str = "") -> str:
    """The venue of this week; not its name once more where that stands *above* already."""
    return ", ".join(part for part in (place.name, place.address) if part and part != above)


def time_of(wall: WallTime) -> str:
    """``09:41`` in Hà Nội; empty while the clock is not to be trusted."""
    return _shown(wall) if wall.clock_ok else ""


def doubted_time_of(wall: WallTime) -> str:
    """What the clock shows while it is not to be trusted, for somebody to compare; empty while it is."""
    return "" if wall.clock_ok else _shown(wall)


def week_of(wall: WallTime) -> int | None:
    """Which week it is in Hà Nội, since a Monday in 1970; None while the clock is not to be trusted."""
    if not wall.clock_ok:
        return None
    today = datetime.fromtimestamp(wall.wall_s, HANOI).date()
    return week_number(today)


def _shown(wall: WallTime) -> str:
    return f"{datetime.fromtimestamp(wall.wall_s, HANOI):%H:%M}"


def _hours(written: WeekHours, wall: WallTime) -> tuple[bool, str]:
    """All of today's hours: who reads them at noon or in the evening must see the break and the end."""
    if not wall.clock_ok:
        return False, ""
    opening = opening_today(written, datetime.fromtimestamp(wall.wall_s, HANOI))
    match opening:
        case HoursUnknown():
            return False, ""
        case ClosedToday():
            return True, ""
        case OpenToday(ranges=ranges):
            return True, ", ".join(str(range_) for range_ in ranges)
        case _:
            assert_never(opening)
