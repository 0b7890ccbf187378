"""What stands on the first screen, on a page that is read aloud: there nobody is here, and it is silent.

The sign has room for a part of the week, and for today's hours alone; this page holds all of it.

Of what the kiosk keeps of a visit, and what not, each sentence is true of the log (`docs/events.md`), or of
what is counted by the month alone.
"""

from __future__ import annotations

from dataclasses import replace

from flows.guide.needs import PRACTICE
from ui.screens import attract
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITH_BACK
from ui.screens.needs import need_tiles
from ui.screens.offices import ICONS, whole
from ui.screens.open_week import open_week
from ui.screens.page import Control, Line, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseNeed, ShowScreen
from ui.visit.actions.common import Do
from ui.visit.stages import Privacy, ThisPlace
from ui.visit.visit import Visit

SIGNS = {
    "point": "home",
    "ward": "city",
    "address": "home",
    "hours": "clock",
    "duty": "person",
    "promise": "shield-check",
    "week": "calendar",
    "staff": "warning",
}
"""By the line of the first screen."""
WHERE_AND_WHEN = ("point", "ward", "address", "hours")


def derive_first_screen(visit: Visit, around: Surroundings) -> attract.AttractProps:
    """The screen nobody has touched yet: what people come for, or the sign alone where nobody chooses."""
    if around.timing.goodbye_in is not None:
        goodbye = around.tr(around.timing.goodbye_in)("goodbye.heading_stopped")
        sign = attract.derive_invitation(around.tr(visit.preferences.language), around.sign)
        # a touch is the next person's, and begins
        return replace(sign, place="attract.wave", waves=True, heading=goodbye, sentence="")
    sign = _sign(visit, around)
    if not offers_needs(around):
        return sign
    tr = around.tr(visit.preferences.language)
    speech = (Control(Do.LISTEN, tr("attract.listen"), "hear-again"),) if not around.sound.no_sound else ()
    ask = Control(Do.ASK, tr("ask.chip"), "search", spoken=tr("ask.chip_name"))
    practise = Control(ChooseNeed(PRACTICE), tr("practise.tile"), "touch")
    hours = Control(ShowScreen(ThisPlace()), tr("attract.hours_short"), "calendar")
    return replace(
        sign,
        offers_needs=True,
        over=(Do.ASK, ChooseNeed(PRACTICE)),
        sentence=tr("home.heading"),
        hours=sign.hours if around.sign.opens_known else "",  # nothing that is not known is told as news
        about=_about(tr, sign, around),
        choices=need_tiles(tr, around),
        bar=(
            *((ask,) if around.guides.asking is not None else ()),
            practise,
            Control(Do.LANGUAGE, tr.language.upper(), "language", spoken=tr("strip.language")),
            *speech,
            Control(Do.COMFORT, tr("comfort.chip"), "adjust", spoken=tr("comfort.name")),
            *(() if around.door_to_door else (hours,)),  # a team stands nowhere
            Control(ShowScreen(Privacy()), tr("attract.privacy_short"), "lock"),
            _person(tr, around),
        ),
    )


def offers_needs(around: Surroundings) -> bool:
    """Whether who comes here chooses: not at a point that the opening check has refused, nor before there is
    a guide. With a team what is chosen is opened once somebody of it has typed their PIN.
    """
    refused = around.point.state == "refused"
    return not refused and around.guides.read and bool(around.guides.flows)


def _person(tr: Translator, around: Surroundings) -> Control:
    """Who helps: at a point they are called; with a team they are here, and come in."""
    if around.door_to_door:
        return Control(Do.KNOCK, tr("door.volunteers"), "key", spoken=tr("door.volunteers_name"))
    return Control(Do.CALL_PERSON, tr("bar.call"), "call-person", urgent=True)


def _about(tr: Translator, sign: attract.AttractProps, around: Surroundings) -> str:
    """Whose kiosk this is, and when it is open today; of a team which it is, and what it has done today."""
    of, team = around.sign, around.team
    hours = sign.hours if of.opens_known else ""
    who = tr("attract.team", number=of.number) if of.number else of.name
    doors = sum(team.doors.values())
    done = tr("doors.done_today", doors=doors, visits=team.visits) if doors or team.visits else ""
    first, second = (who, done) if around.door_to_door else (hours, sign.duty)
    head = " · ".join(part for part in (of.ward, first) if part)
    return "\n".join(part for part in (head, second) if part)


def _sign(visit: Visit, around: Surroundings) -> attract.AttractProps:
    """Where and when, and one thing to touch."""
    return attract.derive_attract(
        around.tr(visit.preferences.language),
        around.sign,
        around.clock.time,
        around.troubles,
        on_duty=tuple(one.shown for one in around.point.on_duty),
        refused=around.point.state == "refused",
    )


def derive_this_place(visit: Visit, around: Surroundings) -> OverviewProps:
    """Where this place stands and when it is open; then the ward's offices. What the ward has not written of
    this place is said to be so.
    """
    tr, sign = around.tr(visit.preferences.language), _week_once(around.sign)
    first = _sign(visit, replace(around, sign=sign))
    if not around.door_to_door:  # a team stands nowhere
        first = replace(first, address=first.address or tr("this_place.address_unknown"))
    if sign.opening and not sign.opens_known:  # the clock is doubted: which day it is, not when it opens
        first = replace(first, hours="")
    lines = (
        *(line for line in first.written if line.slot in WHERE_AND_WHEN),
        *(Line("hours", text) for text in open_week(tr, sign.opening)),
        *(line for line in first.written if line.slot not in WHERE_AND_WHEN),
    )
    return fact_list(
        tr,
        "this-place",
        heading=tr("this_place.heading"),
        icon="calendar",
        facts=(
            *(Control(None, line.text, SIGNS[line.slot]) for line in lines),
            *(Control(None, whole(tr, one), ICONS[one.id]) for one in around.setup.ward.places),
        ),
        done=tr("privacy.done"),
        helpers=WITH_BACK,
    )


def _week_once(sign: attract.PointSign) -> attract.PointSign:
    """Where the hours of any week are told, the roster's line of this place would tell them again."""
    if not sign.opening:
        return sign
    others = (one for one in sign.week if (one.kind, one.number) != (sign.kind, sign.number))
    return sign._replace(week=tuple(others))


SENTENCES = {
    "nothing": "shield-check",
    "no_picture": "shield-check",
    "counts": "info",
    "counts_too": "info",
    "asked": "shield-check",
    "answers": "info",
    "settings": "info",
    "helper": "person",
    "assisted": "info",
    "group": "info",
    "tickets": "info",
    "doors": "info",
    "card": "qr",
    "card_counts": "info",
    "sealed": "lock",
    "end": "check",
    "ask": "call-person",
}
"""In the order of reading, each with its sign."""


def derive_privacy(visit: Visit, around: Surroundings) -> OverviewProps:
    """Said aloud when it is opened. Of the card only where there are cards, of doors only with a team."""
    tr = around.tr(visit.preferences.language)
    left_out = set[str]() if around.door_to_door else {"doors"}
    if around.cards.seal is None:
        left_out |= {"card", "card_counts"}
    shown = {key: icon for key, icon in SENTENCES.items() if key not in left_out}
    facts = tuple(Control(None, tr(f"privacy.{key}"), icon) for key, icon in shown.items())
    return fact_list(
        tr,
        "privacy",
        heading=tr("privacy.heading"),
        icon="lock",
        facts=facts,
        done=tr("privacy.done"),
        helpers=WITH_BACK,
    )
