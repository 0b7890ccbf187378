"""Screens that lie over another one: numbers to call, nobody there, our mistake, going on after a crash."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide.words import Words
from flows.shelf.phones import costs
from ui.screens.helpers import HELP_ONLY, WITH_BACK, bar, bar_to_lower
from ui.screens.page import Control, Line, Page, Template, said_of_the_bar
from ui.screens.picture.derive import derive_scene
from ui.screens.picture.props import PhoneProps
from ui.screens.picture.signs import sign_of_number
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Hotline, Resume
from ui.visit.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class HotlineProps(Page):
    """One number, as large as the panel allows."""

    template: Template = "hotline"
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageProps(Page):
    """A calm sentence with one of our pictures."""

    template: Template = "message"
    picture: PhoneProps


def derive_hotline(visit: Visit, stage: Hotline, around: Surroundings) -> HotlineProps:
    """The number in groups, dialled on the resident's own phone; of a step's list with whose it is and what
    to say: nobody presses while somebody is on the line.
    """
    tr = around.tr(visit.preferences.language)
    number = grouped(stage.number)
    cost = tr("hotline.costs" if stage.whose else "hotline.cost") if costs(stage.number) else ""
    caption = " – ".join(part for part in (stage.whose, cost) if part)
    return HotlineProps(
        place=f"hotline.{stage.number}",
        language=tr.language,
        heading=tr("hotline.heading"),
        icon="call",
        sentence=stage.calling.in_(tr.language) if stage.calling else tr("hotline.sentence"),
        caption=caption,
        primary=Control(Do.DONE, tr("hotline.done"), "check"),
        bar=bar(tr, WITH_BACK),
        takes_long=True,
        number=number,
        drawing=sign_of_number(stage.number),
        spoken_extra=(Line("number", number), *([Line("caption", caption)] if caption else [])),
    )


def grouped(number: str) -> str:
    """``19000368`` → ``1900 0368``, ``02438221234`` → ``024 3822 1234``; short numbers as they are.

    The spaces between the groups do not break: a number is never parted by the end of a line.
    """
    groups: tuple[str, ...]
    number = "".join(sign for sign in number if sign not in " .-()\u00a0")
    match number[:2], len(number):
        case "18" | "19", 7 | 8:
            groups = (number[:4], number[4:])
        case "18" | "19", 10:
            groups = (number[:4], number[4:7], number[7:])
        case "02", 11:
            groups = (number[:3], number[3:7], number[7:])
        case "02", _:
            groups = (number[:3], number[3:])
        case (("03" | "05" | "07" | "08" | "09"), 10):
            groups = (number[:4], number[4:7], number[7:])
        case _:
            groups = (number,)
    return "\u00a0".join(groups)


def derive_idle(visit: Visit, around: Surroundings) -> MessageProps:
    """Asks before it forgets; the seconds are shown, and spoken at the start, at 30 and at 10."""
    tr = around.tr(visit.preferences.language)
    next_person = Control(Do.NEXT_PERSON, tr("goodbye.next_person"), "next-person")
    return MessageProps(
        place="idle",
        language=tr.language,
        heading=tr("idle.heading"),
        sentence=tr("idle.sentence"),
        caption=tr("idle.countdown", seconds=around.timing.seconds_left),
        primary=Control(Do.STAY, tr("idle.stay"), "check"),
        spoken_extra=(Line("countdown", tr("idle.countdown", seconds=around.timing.seconds_left)),),
        choices=()
        if around.pointer.scanning
        else (next_person,),  # else the scan met first what ends the visit
        bar=bar(tr, HELP_ONLY),
        picture=derive_scene("waits-hours", tr.language),
    )


def derive_sorry(visit: Visit, around: Surroundings) -> MessageProps:
    """Never a traceback, never blame."""
    tr = around.tr(visit.preferences.language)
    return MessageProps(
        place="sorry",
        language=tr.language,
        heading=tr("sorry.heading"),
        sentence=tr("sorry.sentence"),
        primary=Control(Do.HOME, tr("sorry.home"), "home"),
        bar=bar(tr, HELP_ONLY),
        picture=derive_scene("with-helper", tr.language),
    )


def derive_resume(visit: Visit, stage: Resume, around: Surroundings) -> Page:
    """Asked within three minutes of a crash; No after a minute without an answer.

    The answers stand among the helpers, where they are seen however large the letters are.
    """
    tr = around.tr(visit.preferences.language)
    flow = around.guides.flows.get(stage.flow_id)
    title = flow.title if flow else Words("")
    go_on = Control(Do.RESUME_YES, tr("resume.yes"), "check")
    refuse = Control(Do.RESUME_NO, tr("resume.no"), "cross")
    # A slip of one switch must not throw the guide away: whoever does not answer has refused as well.
    answers = (go_on,) if around.pointer.scanning else (go_on, refuse)
    return Page(
        template="choice",
        place="resume",
        language=tr.language,
        heading=tr("resume.heading"),
        sentence=tr("resume.sentence"),
        caption=title.in_(tr.language),
        spoken_extra=(Line("caption", title.in_(tr.language)),),
        icon="clock",
        bar=(*answers, *bar_to_lower(visit, around, HELP_ONLY)),
        spoken_last=said_of_the_bar(answers),
    )
