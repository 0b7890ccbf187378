"""What the attract screen says of this place, from the config and the clock."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from kiosk.clock import WallTime
from kiosk.config import Config
from kiosk.opening import HANOI, ClosedToday, HoursUnknown, OpenToday, opening_today
from ui.screens.attract import AttractProps, PointSign, derive_attract
from ui.screens.page import Teller
from ui.words import UiWords


def invitation(words: UiWords, config: Config, wall: WallTime) -> AttractProps:
    """What stands on the screen before anything else of the kiosk is known."""
    return derive_attract(Teller(words, "vi"), sign_of(config, wall), time_of(wall))


def sign_of(config: Config, wall: WallTime) -> PointSign:
    """The sign of the place. While the clock is not to be trusted the hours are not shown either."""
    place = config.place
    opens_known, hours = _hours(config, wall)
    return PointSign(
        ward=config.ward.name,
        city=config.ward.city,
        kind=place.kind,
        number=place.number,
        name=place.name,
        address=place.address,
        help_phone=place.help_phone,
        opens_known=opens_known,
        hours=hours,
    )


def time_of(wall: WallTime) -> str:
    """``09:41`` in Hà Nội; empty while the clock is not to be trusted."""
    return f"{datetime.fromtimestamp(wall.wall_s, HANOI):%H:%M}" if wall.clock_ok else ""


def _hours(config: Config, wall: WallTime) -> tuple[bool, str]:
    """All of today's hours: who reads them at noon or in the evening must see the break and the end."""
    if not wall.clock_ok:
        return False, ""
    opening = opening_today(config.place.hours, datetime.fromtimestamp(wall.wall_s, HANOI))
    match opening:
        case HoursUnknown():
            return False, ""
        case ClosedToday():
            return True, ""
        case OpenToday(ranges=ranges):
            return True, ", ".join(str(one) for one in ranges)
        case _:
            assert_never(opening)
