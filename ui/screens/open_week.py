"""The opening hours of a week in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.screens import attract

if TYPE_CHECKING:
    from datetime import time

    from ui.screens.page import Translator


def open_week(tr: Translator, opening: tuple[attract.OpenDays, ...]) -> tuple[str, ...]:
    """A sentence for the days with the same hours, the closed days last; none where nothing is known."""
    if not opening:
        return ()
    opened = {day for one in opening for day in one.days}
    closed = tuple(day for day in range(len(attract.WEEKDAYS)) if day not in opened)
    said = [_line(tr, "open", attract.days_named(tr, one.days), _ranges(tr, one)) for one in opening]
    if closed:  # a few are named; many would be a list to listen to
        days = (
            attract.days_named(tr, closed) if len(closed) < attract.LEAST_RUN else tr("open_week.other_days")
        )
        said.append(_line(tr, "closed", days))
    return tuple(said)


def _line(tr: Translator, key: str, days: str, hours: str = "") -> str:
    line = tr(f"open_week.{key}", days=days, hours=hours)
    return line[0].upper() + line[1:]


def _ranges(tr: Translator, one: attract.OpenDays) -> str:
    *others, last = (
        tr("open_week.range", opens=_hour(tr, opens), closes=_hour(tr, closes))
        for opens, closes in one.ranges
    )
    return tr("point.and").join(part for part in (", ".join(others), last) if part)


def _hour(tr: Translator, at: time) -> str:
    """``8 giờ``, ``11 giờ 30``; where hours are written with a colon, ``08:00``."""
    key = "open_week.hour_minutes" if at.minute else "open_week.hour"
    return tr(key, hour=at.hour, minute=f"{at:%M}", clock=f"{at:%H:%M}")
