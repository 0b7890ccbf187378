"""One person rehearsing one story: what is shown, and what an answer does. A frozen value.

What somebody answered is in no `repr`, and no event says it: it is their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal, TypeAlias

from flows.practice.rehearse.script import END, LEARN, OthersTurn, Rehearsal, Reply

Moment: TypeAlias = Literal["ringing", "refused", "asked", "answered", "sign", "rule", "check"]
"""The drawn phone rings, or a resident is seen · it was not answered · they have spoken · the kiosk says what
came of the answer · what to notice, what holds everywhere, and where one asks back, or a sentence to say.
"""

_NEXT: dict[Moment, Moment] = {"refused": "sign", "sign": "rule", "rule": "check"}
_BEFORE: dict[Moment, Moment] = {
    "asked": "ringing", "refused": "ringing", "answered": "asked", "rule": "sign", "check": "rule",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Play:
    """`turn_id` and `reply_id` are those shown last; `draw` decides in which order answers stand."""

    script: Rehearsal = field(repr=False)
    draw: int = 0
    moment: Moment = "ringing"
    turn_id: str = field(default="", repr=False)
    reply_id: str = field(default="", repr=False)

    @property
    def turn(self) -> OthersTurn:
        """The one being played; while it rings, the first."""
        return self.script.turn(self.turn_id or self.script.start)

    @property
    def replied(self) -> Reply | None:
        """What was answered to it; None while nothing was."""
        return self.turn.reply(self.reply_id)

    @property
    def went_along(self) -> bool:
        """Whether somebody went along to the last."""
        return self.replied is not None and self.replied.goto == LEARN

    @property
    def replies(self) -> tuple[Reply, ...]:
        """In an order of this play's own: else “the first one is right” is what is learnt."""
        return tuple(sorted(self.turn.replies, key=self._drawn))

    def _drawn(self, reply: Reply) -> bytes:
        return sha256(f"{self.draw} {self.turn.id} {reply.id}".encode()).digest()


def answered(play: Play, reply_id: str) -> Play:
    """The answer is given; one that is not offered changes nothing."""
    if play.moment != "asked" or play.turn.reply(reply_id) is None:
        return play
    return replace(play, moment="answered", reply_id=reply_id)


def refused(play: Play) -> Play:
    """What rings is not answered, which is right too; nothing else can be refused so."""
    return replace(play, moment="refused") if play.moment == "ringing" and may_refuse(play) else play


def may_refuse(play: Play) -> bool:
    """Whether there is something that rings: a message lies there, and a resident sits beside one."""
    return play.turn.channel in ("call", "video") and not play.turn.code


def gone_on(play: Play) -> Play:
    """To what follows: the phone is answered, the swindler speaks on, or what there is to learn."""
    match play.moment:
        case "ringing":
            return replace(play, moment="asked", turn_id=play.script.start, reply_id="")
        case "answered" if play.replied is not None:
            goto = play.replied.goto
            if goto in (END, LEARN):
                return replace(play, moment="sign")
            return replace(play, moment="asked", turn_id=goto, reply_id="")
        case "refused" | "sign" | "rule":
            return replace(play, moment=_NEXT[play.moment])
        case _:
            return play


def back(play: Play) -> Play | None:
    """What was before; None where the play begins or its lesson does."""
    before = _BEFORE.get(play.moment)
    return None if before is None else replace(play, moment=before)


def once_more(play: Play) -> Play:
    """From the beginning, its answers in another order."""
    return Play(play.script, play.draw + 1)
