"""What stands around a report: the form of an administrative paper, Nghị định 30/2020/NĐ-CP, appendix I."""

from __future__ import annotations

from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Frame
from kiosk.ward.report.names import place_name
from kiosk.ward.report.words import day


def frame(composer: Composer) -> Frame:
    say, asked = composer.say, composer.asked
    settings, made = asked.settings, asked.made
    of_ward = composer.totals.active is None
    seat = asked.ward.removeprefix("Phường " if of_ward else "Thành phố ")
    places = ", ".join(place_name(place, say) for place in asked.places)
    period = _period(composer)
    ward = asked.ward[:1].lower() + asked.ward[1:]
    said = {"ward": ward, "title": say("frame.title_within"), "period": period[:1].lower() + period[1:]}
    kept = say("frame.kept", by=", ".join(filter(None, ("VT", settings.kept_by))))
    return Frame(
        body=say("frame.body"),
        ward=asked.ward.upper(),
        number=say("frame.number", symbol=settings.symbol),
        state=say("frame.state"),
        motto=say("frame.motto"),
        dated=say("frame.dated", ward=seat, day=f"{made.day:02}", month=_month(made.month), year=made.year),
        kind=say("frame.kind"),
        title=say("frame.title"),
        period=period,
        places=say("frame.places" if of_ward else "frame.wards", places=places) if places else "",
        recipients_title=say("frame.recipients"),
        recipients=(*(f"- {one};" for one in _recipients(composer)), f"- {kept}."),
        signed=settings.signer or (say("frame.signed"),),
        addressed_title=say("frame.addressed") if settings.addressed else "",
        addressed=_listed(settings.addressed),
        grounds=_closed(settings.grounds),
        opening=say("frame.opening", **said),
        closing=say("frame.closing", **said),
        enclosed=say("frame.enclosed", symbol=settings.symbol, ward=ward),
    )


def _recipients(composer: Composer) -> tuple[str, ...]:
    """Whom it is addressed to stands above, and is not named again."""
    settings = composer.asked.settings
    return (*((composer.say("frame.as_above"),) if settings.addressed else ()), *settings.recipients)


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    """One stands on the line of its title; several each on a line of their own."""
    return names if len(names) < 2 else tuple(f"- {one}" for one in _closed(names))


def _closed(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{line}{'.' if at == len(lines) else ';'}" for at, line in enumerate(lines, start=1))


def _month(month: int) -> str:
    """01, 02, 3 … 12: the decree pads the first two alone."""
    return f"{month:02}" if month < 3 else str(month)


def _period(composer: Composer) -> str:
    period = composer.totals.period
    if len(period.months()) == 1 and not period.days():
        return composer.say("frame.month", month=period.first.month, year=period.first.year)
    return composer.say("frame.period", first=day(period.first), last=day(period.last))
