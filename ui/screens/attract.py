"""The attract screen. It is the first frame of the kiosk: this module imports nothing it does not show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from ui.screens.page import Control, Line, Page, Template, Translator
from ui.visit.actions.start import Start

if TYPE_CHECKING:
    from datetime import time

    from ui.visit.actions.action import ControlAction


class PlaceThisWeek(NamedTuple):
    """Where one point or team stands this week, and when: for each time of day, its weekdays (0: Monday)."""

    kind: str  # "point" or "team"
    number: int
    where: str = ""  # its name and address; empty where the ward has not said
    when: tuple[tuple[str, tuple[int, ...]], ...] = ()  # ("08:00–11:30", (0, 2, 4))


class OpenDays(NamedTuple):
    """Weekdays (0: Monday) with the same hours, each of these from … to …."""

    days: tuple[int, ...]
    ranges: tuple[tuple[time, time], ...]


class PointSign(NamedTuple):
    """What the attract screen says of this place. Empty where the ward has not filled it in."""

    ward: str
    city: str
    kind: str  # "point" or "team"
    number: int  # 0: the ward has not said
    name: str = ""
    address: str = ""
    help_phone: str = ""
    opens_known: bool = False
    hours: str = ""  # "08:00–11:30, 13:30–17:00"; empty on a day without opening hours
    opening: tuple[OpenDays, ...] = ()  # of any week, as the ward wrote it; empty where it has not
    week: tuple[PlaceThisWeek, ...] = ()  # this one first; empty without a roster for this week


@dataclass(frozen=True, slots=True, kw_only=True)
class AttractProps(Page):
    """The invitation. `hours` and `address` are empty where the ward has not said."""

    template: Template = "attract"
    ward: str
    time: str
    point: str
    hours: str
    address: str
    promise: str
    staff_notice: str = ""  # what does not work here, for those who can mend it; empty when all does
    waves: bool = False  # somebody has just gone, and is waved to
    offers_needs: bool = False  # the choices are what people come for, and a touch on one begins there
    over: tuple[ControlAction, ...] = ()  # of the bar, what stands over the needs: to ask, to practise
    about: str = ""  # then: whose kiosk it is and when it is open; of a team, what it has done today
    duty: str = ""  # who is on duty, by the names they chose for the screen
    week_title: str = ""
    week: tuple[str, ...] = ()  # one line a point; those that find room are shown
    week_more: str = ""  # where the others are, if not all of them do

    @property
    def written(self) -> tuple[Line, ...]:
        """Every fact that stands on it, where and when first. It is silent: another page says them."""
        lines = (
            Line("point", self.point),
            Line("ward", self.ward),
            Line("address", self.address),
            Line("hours", self.hours),
            Line("duty", self.duty),
            Line("promise", self.promise),
            *(Line("week", one) for one in (self.week_title, *self.week)),
            Line("staff", self.staff_notice),
        )
        return tuple(line for line in lines if line.text)


def derive_invitation(tr: Translator, sign: PointSign, time: str = "") -> AttractProps:
    """The first frame of the kiosk: place, hours, and one thing to do. *time* as ``09:41``."""
    return AttractProps(
        place="attract",
        language=tr.language,
        heading=tr("attract.greeting"),
        sentence=tr("attract.invitation"),
        primary=Control(Start.TOUCHED, tr("attract.start"), "touch"),
        ward=" · ".join(part for part in (sign.ward, sign.city) if part),
        time=time,
        point=_point(tr, sign),
        hours=_hours(tr, sign) if sign.kind == "point" else "",  # a team stands nowhere
        address=sign.address,
        promise=tr("attract.promise"),
    )


def derive_attract(
    tr: Translator,
    sign: PointSign,
    time: str = "",
    troubles: tuple[str, ...] = (),
    *,
    on_duty: tuple[str, ...] = (),
    refused: bool = False,
) -> AttractProps:
    """The screen nobody has touched yet: the invitation, and all that is known behind it.

    *troubles* are keys of ``[trouble]`` in the kiosk's words; *refused*: the opening check has said no, and
    until somebody says otherwise no visit begins here.
    """
    # behind the first frame, which shows none of these
    from ui.visit.actions.chosen import ShowScreen
    from ui.visit.actions.common import Do
    from ui.visit.stages import Privacy, ThisPlace

    invitation = derive_invitation(tr, sign, time)
    if refused:
        start = Control(Start.TOUCHED, tr("point.not_open_start"), "wait")
        invitation = replace(invitation, sentence=tr("point.not_open"), primary=start)
    where = Control(ShowScreen(ThisPlace()), tr("this_place.heading"), "calendar")
    return replace(
        invitation,
        choices=(
            Control(ShowScreen(Privacy()), tr("attract.privacy"), "lock"),
            *((where,) if sign.kind == "point" else ()),
            Control(Do.COMFORT, tr("comfort.name"), "adjust"),
            Control(Do.CALL_PERSON, tr("bar.call"), "call-person"),
        ),
        duty=_duty(tr, on_duty),
        staff_notice=_staff_notice(tr, troubles),
        week_title=tr("attract.week") if sign.week else "",
        week=tuple(standing_line(tr, one) for one in sign.week),
        week_more=tr("attract.week_more", page=tr("this_place.heading")) if sign.week else "",
    )


def _staff_notice(tr: Translator, troubles: tuple[str, ...]) -> str:
    what = ", ".join(tr(f"trouble.{one}") for one in troubles)
    return tr("trouble.notice", what=what) if troubles else ""


def _point(tr: Translator, sign: PointSign) -> str:
    number = tr(f"attract.{sign.kind}", number=sign.number) if sign.number else ""
    return " · ".join(part for part in (number, sign.name) if part)


def _duty(tr: Translator, names: tuple[str, ...]) -> str:
    """At most two lines at the largest text: three names, as many as stand at a point."""
    *others, last = (name.replace(" ", "\u00a0") for name in ("", *names[:MOST_NAMES]))
    listed = tr("point.and").join(part for part in (", ".join(one for one in others if one), last) if part)
    return tr("point.helps_today", names=listed) if names else ""


MOST_NAMES = 3


def _hours(tr: Translator, sign: PointSign) -> str:
    if not sign.opens_known:
        return tr("attract.hours_unknown")
    if not sign.hours:
        return tr("attract.closed_today")
    return tr("attract.open_today", hours=sign.hours)


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST_RUN = 3
"""So many days one after the other are said as from … to …"""


def standing_line(tr: Translator, one: PlaceThisWeek) -> str:
    """Who stands where, on which days, at what hours."""
    who = tr(f"attract.{one.kind}", number=one.number)
    when = "; ".join(f"{days_named(tr, days)} {hours}" for hours, days in one.when)
    return tr("attract.week_line", who=" · ".join(part for part in (who, one.where) if part), when=when)


def days_named(tr: Translator, days: tuple[int, ...]) -> str:
    """``thứ Hai đến thứ Sáu``, ``thứ Hai, thứ Tư``."""
    names = [tr(f"weekday.{WEEKDAYS[day]}") for day in days]
    if len(days) >= LEAST_RUN and days[-1] - days[0] == len(days) - 1:
        return tr("weekday.run", first=names[0], last=names[-1])
    return ", ".join(names)
