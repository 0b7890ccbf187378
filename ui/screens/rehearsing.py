"""What is rehearsed: the drawn phone rings or a resident is seen, somebody speaks in another voice, and then
what there is to learn.
"""

from __future__ import annotations

from dataclasses import replace

from flows.guide.steps import Picture
from flows.practice.rehearse.phone import Touch, is_call, places_of, screen_of
from flows.practice.rehearse.play import Play, may_refuse
from flows.practice.rehearse.script import END, FACE_TO_FACE, LEARN, Audience, Channel, Reply
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.guide import StepProps
from ui.screens.page import Control, Page, Translator
from ui.screens.picture.arrange import arrange
from ui.screens.picture.derive import derive_drawing
from ui.screens.picture.props import PhoneProps
from ui.screens.played import language_of, list_of, played
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseRehearsal, GiveReply, TouchPlace
from ui.visit.actions.common import Do
from ui.visit.stages import Rehearsing
from ui.visit.visit import Visit

TOPIC = "an-toan"
TOPICS: dict[Audience, str] = {"residents": TOPIC, "volunteers": "tinh-nguyen-vien"}
WORDS: dict[Audience, str] = {"residents": "rehearsal", "volunteers": "helping"}
LAST: dict[Audience, str] = {"residents": "ask", "volunteers": "helper-says"}
DOOR_CLOSED, LET_IN = "door-closed", "stranger-at-door"
REFUSED, WENT_ON, TOUCHED, ASKED_BACK = "no-call", "caller-now", "link-touched", "ask-question"
WORDS_OF_A_PLACE: dict[Touch, str] = {
    "answer": "begin_call", "refuse": "refuse", "hang-up": "hang_up", "leave": "leave",
}  # fmt: skip
BEGINS: dict[Channel, str] = {"door": "begin_door"}
"""What one does when it is no call; a message is opened."""

LEFT_ALONE, WELL_DONE, REMEMBER = "link-from-stranger", "understood", "learn-here"
ONCE_MORE = "once-more"


def rehearsal_tile(tr: Translator) -> Control:
    """Leads to the list, from among the guides of a topic."""
    return Control(
        Do.REHEARSE,
        tr("rehearsal.offer"),
        picture=f"answers/{WENT_ON}",
        ground=TOPIC_GROUNDS[TOPIC],
    )


def derive_list(visit: Visit, around: Surroundings) -> Page:
    """One tile a story."""
    tr = around.tr(visit.preferences.language)
    return list_of(
        around.guides.rehearsals.values(),
        ChooseRehearsal,
        tr,
        place="rehearsals",
        heading=tr("rehearsal.heading"),
        about=tr("rehearsal.about"),
        ground=TOPIC_GROUNDS[TOPIC],
    )


def derive_rehearsing(visit: Visit, stage: Rehearsing, around: Surroundings) -> StepProps:
    """A scam on the drawn phone; on a lying panel it has all the height also while somebody speaks."""
    page = derive_play(stage.play, around.tr(language_of(stage.play.script, visit.preferences.language)))
    return page if around.panel.upright or not page.places else replace(page, template="practice")


def derive_play(play: Play, tr: Translator) -> StepProps:
    """What is shown of a story at its moment, whoever rehearses it."""
    match play.moment:
        case "ringing":
            return _met(play, tr) if play.script.audience == "volunteers" else _ringing(play, tr)
        case "refused":
            return _not_answered(play, tr)
        case "asked":
            return _asked(play, tr)
        case "answered":
            return _answered(play, tr)
        case "sign" | "rule" | "check":
            return _lesson(play, tr)


def _screen(play: Play, tr: Translator, sentence: str, picture: PhoneProps) -> StepProps:
    place = f"rehearsal.{play.script.id}.{play.draw}.{play.moment}.{play.turn_id}.{play.reply_id}"
    return played(place, tr, sentence, picture, TOPIC_GROUNDS[TOPICS[play.script.audience]])


def _ringing(play: Play, tr: Translator) -> StepProps:
    """A call has the two keys of its phone and no other button: neither to answer nor to refuse is the one
    that is meant.
    """
    page = _screen(play, tr, tr("rehearsal.notice"), _other(play, tr))
    if may_refuse(play):
        keys = tuple(one._replace(when_asked=False) for one in _places(play, tr))
        return replace(page, template="practice", primary=None, choices=keys)
    spoken = is_call(play.turn)
    begin = tr("rehearsal." + ("begin_call" if spoken else BEGINS.get(play.turn.channel, "begin_message")))
    return replace(page, primary=Control(Do.GO_ON, begin, "phone" if spoken else "next"))


def _not_answered(play: Play, tr: Translator) -> StepProps:
    said = tr("rehearsal.refused")
    return _screen(play, tr, said, derive_drawing(f"answers/{WELL_DONE}", said, tr.language))


def _places(play: Play, tr: Translator) -> tuple[Control, ...]:
    """Of the drawn phone; what each does once somebody speaks is said by a button too."""
    there, shown = tr("rehearsal.on_phone"), play.script.shown.in_(tr.language)
    return tuple(
        Control(TouchPlace(at), tr(f"rehearsal.{WORDS_OF_A_PLACE[does]}"), state=there, when_asked=True)
        for at, does in places_of(play, shown).items()
    )


def _met(play: Play, tr: Translator) -> StepProps:
    """What is seen of the resident, before they speak."""
    page = _screen(play, tr, play.script.shown.in_(tr.language), _other(play, tr))
    return replace(page, primary=Control(Do.GO_ON, tr("helping.begin"), "voice-on"))


def _asked(play: Play, tr: Translator) -> StepProps:
    said = play.turn.says.in_(tr.language)
    quoted = f"« {said} »" if tr.language == "fr" else f"“{said}”"
    page = _screen(play, tr, quoted, _other(play, tr))
    choices = tuple(_reply(one, play, tr) for one in play.replies)
    return replace(
        page, template="choice", primary=None, choices=choices, places=_places(play, tr), by_caller=True
    )


def _reply(reply: Reply, play: Play, tr: Translator) -> Control:
    left = "rehearsal.close_door" if play.turn.channel == "door" else "rehearsal.leave"
    words = {"hang-up": tr("rehearsal.hang_up"), "leave": tr(left)}
    label = words.get(reply.kind) or reply.text.in_(tr.language)
    return Control(GiveReply(reply.id), label, picture=f"answers/{_picture_of(reply, play)}")


def _picture_of(reply: Reply, play: Play) -> str:
    match reply.kind:
        case "hang-up":
            return REFUSED
        case "leave":
            return DOOR_CLOSED if play.turn.channel == "door" else LEFT_ALONE
        case "ask":
            return ASKED_BACK
        case "comply" if play.turn.channel == "door":
            return LET_IN
        case "comply":
            return WENT_ON if play.turn.channel in ("call", "video") else TOUCHED
        case "helps" | "hinders":
            return reply.picture


def _answered(play: Play, tr: Translator) -> StepProps:
    reply = play.replied
    assert reply is not None
    still_calls = reply.kind == "comply" or (reply.kind == "ask" and reply.goto not in (END, LEARN))
    drawn = reply.picture or (ONCE_MORE if still_calls else WELL_DONE)
    said = reply.then.in_(tr.language)
    return _screen(play, tr, said, derive_drawing(f"answers/{drawn}", said, tr.language))


def _lesson(play: Play, tr: Translator) -> StepProps:
    script, own = play.script, WORDS[play.script.audience]
    heading, words, drawn = {
        "sign": (tr(f"{own}.learn" if play.went_along else f"{own}.end"), script.sign, script.picture),
        "rule": (tr("rehearsal.rule"), script.rule, REMEMBER),
    }.get(play.moment, (tr(f"{own}.check"), script.check, LAST[script.audience]))
    said = words.in_(tr.language)
    page = _screen(play, tr, said, derive_drawing(f"answers/{drawn}", said, tr.language))
    page = replace(page, heading=heading)
    if play.moment != "check":
        return page
    again = Control(Do.REHEARSE, tr("rehearsal.again"), "touch")
    return replace(page, primary=Control(Do.DONE, tr("rehearsal.over"), "check"), choices=(again,))


def _other(play: Play, tr: Translator) -> PhoneProps:
    """The drawn phone at this turn, or the resident."""
    turn, shown = play.turn, play.script.shown.in_(tr.language)
    if turn.channel in FACE_TO_FACE:
        return derive_drawing(f"answers/{turn.picture or play.script.picture}", shown, tr.language)
    described = {"message": "drawn_message", "qr": "drawn_qr", "video": "drawn_video"}.get(
        turn.channel, "drawn_call"
    )
    if turn.code:
        described = "drawn_code"
    description = tr(f"rehearsal.{described}", shown=shown, code=turn.code)
    return replace(arrange(_with_words(play, shown, tr)), description=description, way_back=False)


def _with_words(play: Play, shown: str, tr: Translator) -> Picture:
    """The phone; what its two keys do stands beneath them while it rings."""
    picture = screen_of(play, shown)
    if play.moment != "ringing":
        return picture
    words = {at: tr(f"rehearsal.{WORDS_OF_A_PLACE[does]}") for at, does in places_of(play, shown).items()}
    elements = (replace(one, label=words.get(at, one.label)) for at, one in enumerate(picture.elements))
    return replace(picture, elements=tuple(elements))
