"""Whatever is pressed, in whatever order: the visit stays whole and its books balance."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.pressing import named
from support.residents import BY_THE_CLOCK, NONSENSE, Books, offered
from support.stage import SIGN, residents_guides

from accessibility.card import Card, CardFault, guide_mark
from accessibility.preferences import Preferences
from flows.guide.walk import Walk
from flows.shelf.rehearsals import shipped_rehearsals
from kiosk.base.events import SessionEnded
from ui.screens.derive import derive
from ui.screens.surrounding_parts import ClockReading, Guides
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply, trouble
from ui.visit.actions.start import Start
from ui.visit.card import hold, refuse
from ui.visit.effects import PauseOrGoOn, SayAgain, SayThis
from ui.visit.press_context import PressContext
from ui.visit.stages import (
    Goodbye,
    HaveReady,
    Home,
    IdleNotice,
    Overview,
    Person,
    Privacy,
    Resume,
    Stepping,
    ThisPlace,
    Topic,
)
from ui.visit.turns import Turn
from ui.visit.visit import Visit
from ui.words import UiWords

GUIDES = Guides(residents_guides().flows, rehearsals=shipped_rehearsals())
AROUND = Surroundings(UiWords(), GUIDES, SIGN, clock=ClockReading(time="09:41"))
KNOWN = PressContext(Guides(GUIDES.flows, rehearsals=GUIDES.rehearsals))
FLOWS = tuple(AROUND.guides.flows.values())
QUIET = (SayAgain, PauseOrGoOn, SayThis)
CARD_HELD = 11
NOBODYS = (Privacy, ThisPlace)
"""What may lie over the invitation without a visit."""
CARDS = (
    Card(Preferences(text_size=4, explore=True), (guide_mark(FLOWS[0].id),), guide_mark(FLOWS[1].id)),
    Card(Preferences(language="fr", low_reach=True)),
    Card(),
)

# A resident: numbers that choose among what is on the screen, the clock's presses and pure nonsense.
PRESSES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 10_000)), min_size=1, max_size=70)


def chosen(visit: Visit, kind: int, pick: int) -> str:
    """Mostly what is on the screen, and on it mostly what leads on."""
    on_screen = offered(visit, AROUND)
    pool = {0: BY_THE_CLOCK, 1: NONSENSE, 2: on_screen[-6:]}.get(kind, on_screen[:-5] or on_screen)
    return pool[pick % len(pool)]


def held_up(visit: Visit, pick: int) -> Turn:
    """A card to the scanner, or a code that is none."""
    why = (*CARDS, *get_args(CardFault))[pick % (len(CARDS) + len(get_args(CardFault)))]
    return hold(visit, why) if isinstance(why, Card) else refuse(visit, why)


def walked(visit: Visit, presses: list[tuple[int, int]], books: Books) -> Visit:
    for kind, pick in presses:
        action = chosen(visit, kind, pick)
        turn = held_up(visit, pick) if kind == CARD_HELD else apply(visit, named(action), KNOWN)
        books.take(turn.effects)
        derive(turn.visit, AROUND)
        _stays_whole(visit, action, turn, books)
        visit = turn.visit
    return visit


def _stays_whole(before: Visit, action: str, turn: Turn, books: Books) -> None:
    after = turn.visit
    assert (after.open_walk.flow_id if after.open_walk else None) == books.walk
    assert books.called == any(isinstance(stage, Person) for stage in after.stages)
    assert sum(isinstance(stage, Person) for stage in after.stages) <= 1
    assert sum(isinstance(stage, IdleNotice) for stage in after.stages) <= 1
    assert after.is_logged == books.in_session
    assert after.is_logged or after == Visit() or isinstance(after.stages[1], NOBODYS)
    ends = any(isinstance(effect, SessionEnded) for effect in turn.effects)
    assert ends == (after == Visit() and (before.is_logged or before.undecided))
    if action == "back":
        assert not ends
    if isinstance(after.stage, Stepping):
        assert after.open_walk is not None
        assert after.open_walk.flow_id == after.stage.flow_id


@given(PRESSES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_pressed_the_visit_stays_whole_and_its_books_balance(
    presses: list[tuple[int, int]],
) -> None:
    books = Books()
    begun = apply(Visit(), Start.TOUCHED, KNOWN)
    books.take(begun.effects)
    walked(begun.visit, presses, books)


@given(PRESSES, st.sampled_from(["finish", "idle"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_from_everywhere_a_visit_can_be_ended_and_nothing_of_it_is_left(
    presses: list[tuple[int, int]], way: str
) -> None:
    books = Books()
    begun = apply(Visit(), Start.TOUCHED, KNOWN)
    books.take(begun.effects)
    visit = walked(begun.visit, presses, books)
    # The notice may lie over the goodbye; what the kiosk keeps may be read over the invitation.
    for action in (way, "next-person", "finish", "next-person", "leave"):
        if visit != Visit():
            turn = apply(visit, named(action), KNOWN)
            books.take(turn.effects)
            visit = turn.visit
    assert visit == Visit()
    assert not books.in_session
    assert (books.walk, books.called) == (None, False)


@given(PRESSES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_our_own_mistake_anywhere_leads_to_a_screen_that_works(presses: list[tuple[int, int]]) -> None:
    books = Books()
    begun = apply(Visit(), Start.TOUCHED, KNOWN)
    books.take(begun.effects)
    visit = walked(begun.visit, presses, books)
    turn = trouble(visit)
    books.take(turn.effects)
    assert turn.visit.preferences == visit.preferences or turn.visit == Visit()
    _stays_whole(visit, "", turn, books)
    walked(turn.visit, presses, books)


@given(
    PRESSES, st.sampled_from(tuple(AROUND.guides.flows)), st.sampled_from(["vi", "en", "fr"]), st.booleans()
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_visit_offered_after_a_crash_is_as_whole_as_any(
    presses: list[tuple[int, int]], flow_id: str, language: str, context: bool
) -> None:
    flow = AROUND.guides.flows[flow_id]
    offer = Resume(flow.id, flow.content_hash if context else "0" * 64, (), language)  # type: ignore[arg-type]
    books, visit = Books(), Visit((offer,))
    while visit.undecided and presses:
        (kind, pick), *presses = presses
        turn = apply(visit, named(chosen(visit, kind, pick)), KNOWN)
        books.take(turn.effects)
        visit = turn.visit
    if visit == Visit() or visit.undecided:
        return
    books.walk = visit.open_walk.flow_id if visit.open_walk else None  # it was open when the kiosk stopped
    walked(visit, presses, books)


@pytest.mark.parametrize(
    "action",
    ["choice.khong-co", "topic.khong-co", "flow.khong-co", "qr.x", "member.x", "digit.1", "preset.khong-co"],
)
@pytest.mark.parametrize(
    "visit",
    [
        Visit(),
        Visit((Home(),)),
        Visit((Home(), Topic("vneid"))),
        Visit((Home(), Overview(FLOWS[0].id))),
        Visit((Home(), HaveReady("vneid-muc-1"))),
        Visit((Home(), Stepping(FLOWS[0].id, Walk(FLOWS[0].content_hash)))),
        Visit((Goodbye(finished=False),)),
        Visit((Home(), IdleNotice())),
        Visit((Home(), Person())),
    ],
    ids=lambda visit: type(visit.stage).__name__ if isinstance(visit, Visit) else None,
)
def test_an_action_that_is_not_on_the_screen_changes_nothing(visit: Visit, action: str) -> None:
    assert apply(visit, named(action), KNOWN) == Turn(visit)
