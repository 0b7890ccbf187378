"""A card is held up: the resident's settings and guides come with it. And what is written on a new one.

Nothing here is logged: which settings a resident has would tell who they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.card import Card, CardFault, guide_mark
from flows.guide.flow import Flow
from flows.practice.practise_next import practise_next
from kiosk.base.events import LanguageChanged, SessionStarted
from ui.visit import start
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.effects import Effect, PrintCard, SayThis
from ui.visit.marks import by_mark
from ui.visit.practised import practised_by_now
from ui.visit.staff.stages import AskComfort, PickGuide
from ui.visit.stage import StaffStage
from ui.visit.stages import Home, IdleNotice, MyCard, Resume, ShowCard, Unread
from ui.visit.turns import Turn
from ui.visit.visit import Visit

BEFORE_THE_GUIDE = (AskComfort, PickGuide)
"""Screens of an assisted visit in the resident's own look: there a card is held up as anywhere."""


def on_press(visit: Visit, action: Action) -> Turn:
    """One press on a screen about the card."""
    match visit.stage, action:
        case MyCard(), Do.PRINT_CARD:
            return Turn(visit, (PrintCard(),))
        case ((MyCard() | ShowCard() | Unread()), (Do.DONE | Do.BACK)):
            return Turn(visit.close())
        case ShowCard(), Signal.NO_CARD:
            return Turn(visit.close(), (SayThis("card.not_seen"),))
        case _:
            return Turn(visit)


def hold(visit: Visit, card: Card) -> Turn:
    """The visit with the settings of *card*; the place is kept."""
    if isinstance(visit.stage, StaffStage) and not isinstance(visit.stage, BEFORE_THE_GUIDE):
        return Turn(visit, LATER)  # it would become the settings of staff
    preferences = card.preferences
    begins = visit.is_over_invitation
    at = replace(_bared(visit), preferences=preferences, brought=card, voice_by_touch=False)
    if begins:
        at = at.restart_at(Home())
    elif isinstance(at.stage, AskComfort):  # how they would like the kiosk: that is the answer
        at = at.close()
    if begins:
        return Turn(at, (SessionStarted(preferences.language),))
    effects: tuple[Effect, ...] = ()
    if preferences.language != visit.preferences.language:  # then the whole screen is said anew
        effects = () if isinstance(at.stage, Resume) else (LanguageChanged(preferences.language),)
    elif not isinstance(at.stage, Home):  # which says it itself
        effects = (SayThis("card.applied", read_on=True),)  # what is being read is not lost by it
    return Turn(at, effects)


def refuse(visit: Visit, why: CardFault) -> Turn:
    """A code that is not taken as a card: a kind sentence over what was there; nothing else changes."""
    match visit.stage:
        case Resume() | AskComfort() | PickGuide():
            return Turn(visit, (SayThis(f"card.{WORDS[why]}"),))
        case _ if isinstance(visit.stage, StaffStage):
            return Turn(visit, LATER)
        case _ if visit.is_over_invitation:  # somebody is here, and needs an answer
            begun = start.begin(visit)
            return Turn(begun.visit.show(Unread(why)), begun.effects)
        case _:
            return Turn(_bared(visit).show(Unread(why)))


LATER = (SayThis("card.later", even_when_off=True),)
"""While a screen of staff is open, no code is a resident's card, but where they are asked how they would like
the kiosk: whoever holds it up is told."""

WORDS: Mapping[CardFault, str] = {
    "foreign": "foreign", "oversized": "foreign", "damaged": "damaged", "newer": "useless",
    "forged": "useless", "revoked": "useless", "other-ward": "other_ward", "not-enrolled": "not_here",
}  # fmt: skip
"""Which sentence a resident hears. Of a forgery nobody is accused: most are cards that were printed badly."""


def _bared(visit: Visit) -> Visit:
    """Without what asks whether somebody is there, and without what an earlier code left on top."""
    while isinstance(visit.stage, IdleNotice | ShowCard | Unread):
        visit = visit.close()
    return visit


def card_of(visit: Visit, flows: Mapping[str, Flow], alone_now: int | None, week: int | None = None) -> Card:
    """What the resident takes along: the settings as they are now, the guides finished, what was practised
    and in which *week*, and how much of this visit they did alone (*alone_now*, in tenths); of one without a
    step, what the card they brought says of an earlier one.
    """
    before = visit.brought.finished if visit.brought else ()
    finished = (*before, *(guide_mark(flow_id) for flow_id in visit.finished))
    after = next_guide(visit, flows)
    practise = guide_mark(after.id) if after else visit.brought.practise if visit.brought else None
    before_alone = visit.brought.alone if visit.brought else None
    alone = before_alone if alone_now is None else alone_now
    return Card(visit.preferences, finished, practise, alone, practised_by_now(visit, week))


def next_guide(visit: Visit, flows: Mapping[str, Flow]) -> Flow | None:
    """What to practise next: after this visit, and those before it that the card remembers."""
    known = by_mark(flows)
    brought = visit.brought or Card()
    before = tuple(known[mark] for mark in brought.finished if mark in known)
    left = visit.left or known.get(brought.practise or 0, "")
    return practise_next((*before, *visit.finished), left, flows)


def learnt(visit: Visit, flows: Mapping[str, Flow]) -> tuple[str, ...]:
    """The guides that were gone through or practised: in this visit, and before it by the card."""
    known = by_mark(flows)
    before = visit.brought.finished if visit.brought else ()
    now = (*visit.finished, *(one.flow_id for one in visit.practised if one.over))
    met = dict.fromkeys((*(known[mark] for mark in before if mark in known), *now))
    return tuple(one for one in met if one in flows)


def has_finished(visit: Visit, flow_id: str) -> bool:
    """Whether the resident has gone through that guide before."""
    brought = visit.brought.finished if visit.brought else ()
    return flow_id in visit.finished or guide_mark(flow_id) in brought
