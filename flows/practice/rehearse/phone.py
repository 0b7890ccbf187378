"""What of the drawn phone is touched in a rehearsal: the receivers of a call, and the cross of a message.

Only what does something is drawn as if it did: the green one while it rings, the cross where leaving alone is
an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from flows.guide.steps import Element, ElementRole, Picture
from flows.practice.rehearse.play import Play, answered, gone_on, refused
from flows.practice.rehearse.script import FACE_TO_FACE, Kind, OthersTurn

Touch: TypeAlias = Literal["answer", "refuse", "hang-up", "leave"]
"""The call is answered, or not; it is ended; what came is closed."""

_ANSWER = Element("button", None, False, True)
_HANG_UP = Element("hang-up", None, False, True)
_CLOSE = Element("close", None, False, True)
_IN_CALL: Mapping[ElementRole, Touch] = {"hang-up": "hang-up", "close": "leave"}
_RINGING: Mapping[ElementRole, Touch] = {"button": "answer", "hang-up": "refuse"}


def is_call(turn: OthersTurn) -> bool:
    """Whether somebody speaks on the phone: by a picture or without."""
    return turn.channel in ("call", "video")


def screen_of(play: Play, shown: str) -> Picture:
    """The phone at this moment; nothing on it is ringed, for one is to judge by oneself."""
    turn, rings = play.turn, play.moment == "ringing"
    if is_call(turn) and not turn.code:
        keys = (_ANSWER, _HANG_UP) if rings else (_HANG_UP,)
        return Picture("any-phone", "call", None, (Element("digits", shown, False, True), *keys))
    end = () if rings else tuple(_key_of(kind) for kind in ("hang-up", "leave") if _reply(turn, kind))
    if turn.code:
        return Picture("any-phone", "message", None, (*end, Element("digits", turn.code, False, True)))
    # What ends it stands first: the foot of a phone that is drawn in little room is cut.
    came = Element("photo" if turn.channel == "qr" else "text", None, False, True)
    return Picture("any-phone", turn.channel if turn.channel == "qr" else "message", shown, (*end, came))


def places_of(play: Play, shown: str) -> Mapping[int, Touch]:
    """What is touched of it now, by the number of the element; nothing once it has been answered."""
    if play.turn.channel in FACE_TO_FACE or play.moment not in ("ringing", "asked"):
        return {}
    does = _RINGING if play.moment == "ringing" else _IN_CALL
    elements = enumerate(screen_of(play, shown).elements)
    return {at: does[one.role] for at, one in elements if one.role in does}


def touched(play: Play, element: int) -> Play:
    """A finger on that element: the same as the button that says it; elsewhere nothing."""
    match places_of(play, "").get(element):
        case "answer":
            return gone_on(play)
        case "refuse":
            return refused(play)
        case "hang-up" | "leave" as kind:
            return answered(play, _reply(play.turn, kind))
        case None:
            return play


def _key_of(kind: Kind) -> Element:
    return _HANG_UP if kind == "hang-up" else _CLOSE


def _reply(turn: OthersTurn, kind: Kind) -> str:
    """The answer of that kind; empty: there is none."""
    return next((one.id for one in turn.replies if one.kind == kind), "")
