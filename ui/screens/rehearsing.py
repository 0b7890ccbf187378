"""A scam that is rehearsed: the drawn phone rings, somebody speaks in another voice, and what is learnt."""

from __future__ import annotations

from dataclasses import replace

from flows.rehearse.play import Play
from flows.rehearse.script import Kind, Rehearsal, Reply
from flows.steps import Element, Picture
from flows.words import Language
from ui.picture.arrange import arrange
from ui.picture.derive import derive_drawing
from ui.picture.props import PhoneProps
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.guide import StepProps
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Line, Page, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseRehearsal, GiveReply
from ui.visit.actions.common import Do
from ui.visit.stages import Rehearsing, Visit

TOPIC = "an-toan"
REFUSED, WENT_ON, TOUCHED, ASKED_BACK = "no-call", "caller-now", "link-touched", "ask-question"
SEEN = "video-call"
LEFT_ALONE, WELL_DONE, REMEMBER, ASK_A_PERSON = "link-from-stranger", "understood", "learn-here", "ask"


def rehearsal_tile(tell: Teller) -> Control:
    """Leads to the list, from among the guides of a topic."""
    return Control(
        Do.REHEARSE,
        tell("rehearsal.offer"),
        picture=f"answers/{WENT_ON}",
        ground=TOPIC_GROUNDS[TOPIC],
    )


def derive_list(visit: Visit, around: Surroundings) -> Page:
    """One tile a story."""
    tell = around.tell(visit.preferences.language)
    about = tell("rehearsal.about")
    return Page(
        template="needs",
        place="rehearsals",
        language=tell.language,
        heading=tell("rehearsal.heading"),
        caption=about,
        spoken_first=(Line("caption", about),),
        choices=tuple(
            Control(
                ChooseRehearsal(script.id),
                script.title.in_(tell.language),
                picture=f"answers/{script.picture}",
                ground=TOPIC_GROUNDS[TOPIC],
            )
            for script in around.guides.rehearsals.values()
        ),
        bar=bar(tell, WITH_BACK),
    )


def derive_rehearsing(visit: Visit, stage: Rehearsing, around: Surroundings) -> StepProps:
    """That it is practice is said and seen on each screen of it, and stands around it."""
    play = stage.play
    tell = around.tell(_language_of(play.script, visit.preferences.language))
    match play.moment:
        case "ringing":
            return _ringing(play, tell)
        case "asked":
            return _asked(play, tell)
        case "answered":
            return _answered(play, tell)
        case "sign" | "rule" | "check":
            return _lesson(play, tell)


def _language_of(script: Rehearsal, wanted: Language) -> Language:
    return wanted if wanted in script.languages else "vi"


def _screen(play: Play, tell: Teller, sentence: str, picture: PhoneProps) -> StepProps:
    mark = tell("rehearsal.mark")
    return StepProps(
        template="step",
        place=f"rehearsal.{play.script.id}.{play.draw}.{play.moment}.{play.turn_id}.{play.reply_id}",
        language=tell.language,
        sentence=sentence,
        caption=mark,
        primary=Control(Do.GO_ON, tell("step.next"), "next"),
        bar=bar(tell, WITH_BACK),
        title=mark,
        step_number=1,
        steps_about=1,
        tag=mark,
        safety="",
        staff_mark="",
        staff_note="",
        picture=picture,
        ground=TOPIC_GROUNDS[TOPIC],
        framed=True,
        spoken_first=(Line("caption", mark),),
    )


def _ringing(play: Play, tell: Teller) -> StepProps:
    spoken = play.turn.channel in ("call", "video")
    begin = tell("rehearsal.begin_call" if spoken else "rehearsal.begin_message")
    page = _screen(play, tell, tell("rehearsal.notice"), _phone(play, tell))
    return replace(page, primary=Control(Do.GO_ON, begin, "phone" if spoken else "next"))


def _asked(play: Play, tell: Teller) -> StepProps:
    said = play.turn.says.in_(tell.language)
    quoted = f"« {said} »" if tell.language == "fr" else f"“{said}”"
    page = _screen(play, tell, quoted, _phone(play, tell))
    choices = tuple(_reply(one, play, tell) for one in play.replies)
    return replace(page, template="choice", primary=None, choices=choices, by_caller=True)


def _reply(reply: Reply, play: Play, tell: Teller) -> Control:
    words = {"hang-up": tell("rehearsal.hang_up"), "leave": tell("rehearsal.leave")}
    label = words.get(reply.kind) or reply.text.in_(tell.language)
    return Control(GiveReply(reply.id), label, picture=f"answers/{_picture_of(reply.kind, play)}")


def _picture_of(kind: Kind, play: Play) -> str:
    match kind:
        case "hang-up":
            return REFUSED
        case "leave":
            return LEFT_ALONE
        case "ask":
            return ASKED_BACK
        case "comply":
            return WENT_ON if play.turn.channel in ("call", "video") else TOUCHED


def _answered(play: Play, tell: Teller) -> StepProps:
    reply = play.replied
    assert reply is not None
    drawn = play.script.picture if reply.kind == "comply" else WELL_DONE
    said = reply.then.in_(tell.language)
    return _screen(play, tell, said, derive_drawing(f"answers/{drawn}", said, tell.language))


def _lesson(play: Play, tell: Teller) -> StepProps:
    script = play.script
    heading, words, drawn = {
        "sign": (
            tell("rehearsal.learn" if play.went_along else "rehearsal.end"),
            script.sign,
            script.picture,
        ),
        "rule": (tell("rehearsal.rule"), script.rule, REMEMBER),
    }.get(play.moment, (tell("rehearsal.check"), script.check, ASK_A_PERSON))
    said = words.in_(tell.language)
    page = _screen(play, tell, said, derive_drawing(f"answers/{drawn}", said, tell.language))
    page = replace(page, heading=heading)
    if play.moment != "check":
        return page
    again = Control(Do.REHEARSE, tell("rehearsal.again"), "touch")
    return replace(page, primary=Control(Do.DONE, tell("rehearsal.over"), "check"), choices=(again,))


def _phone(play: Play, tell: Teller) -> PhoneProps:
    """The drawn phone at this turn; nothing on it is ringed, for one is to judge by oneself."""
    turn, shown = play.turn, play.script.shown.in_(tell.language)
    named = Element("digits", shown, False, True)
    match turn.channel:
        case "message":
            picture = Picture("any-phone", "message", shown, (Element("text", None, False, True), _LINK))
            told = tell("rehearsal.drawn_message", shown=shown)
        case "qr":
            picture = Picture("any-phone", "qr", shown, (Element("photo", None, False, True), _LINK))
            told = tell("rehearsal.drawn_qr")
        case "video":
            return derive_drawing(f"answers/{SEEN}", shown, tell.language)
        case "call":
            picture = Picture("any-phone", "call", None, (named, _ANSWER, _HANG_UP))
            told = tell("rehearsal.drawn_call", shown=shown)
    if turn.code:
        picture = Picture("any-phone", "message", None, (Element("digits", turn.code, False, True),))
        told = tell("rehearsal.drawn_code", code=turn.code)
    return replace(arrange(picture), description=told)


_LINK = Element("button", None, False, True)
_ANSWER = Element("button", None, False, True)
_HANG_UP = Element("hang-up", None, False, True)
