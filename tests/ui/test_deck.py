"""One view is on the screen, the others hold what may come: shown without being filled, then forgotten."""

from __future__ import annotations

import pytest

from ui.screens.page import Page
from ui.views.deck import Deck
from ui.views.page_view import BLANK, PageView


def page(place: str) -> Page:
    return Page(template="step", place=place, language="vi", sentence=place)


A, B, C, D = (page(place) for place in "ABCD")


@pytest.fixture
def deck(qapp: object) -> Deck:
    return Deck(PageView(), PageView(), PageView())


def shown(deck: Deck) -> list[Page]:
    return [view.page for view in deck.views if view.shown]


def held(deck: Deck) -> set[str]:
    return {view.page.place for view in deck.views if view.page != BLANK}


def prepare(deck: Deck, *pages: Page) -> None:
    while deck.prepare(pages):
        pass


def test_what_was_prepared_is_shown_as_it_is(deck: Deck) -> None:
    deck.show(A)
    prepare(deck, B, C)
    changed: list[PageView] = []
    for view in deck.views:
        view.changed.connect(lambda view=view: changed.append(view))
    deck.show(B)
    assert shown(deck) == [B]
    assert not changed


def test_what_was_not_prepared_takes_the_place_of_what_was_seen(deck: Deck) -> None:
    deck.show(A)
    prepare(deck, B)
    deck.show(D)
    assert shown(deck) == [D]
    assert held(deck) == {"B", "D"}


def test_one_page_at_a_time_is_prepared_and_never_in_the_view_that_is_seen(deck: Deck) -> None:
    deck.show(A)
    assert deck.prepare((B, C, D))
    assert held(deck) == {"A", "B"}
    assert deck.prepare((B, C, D))
    assert held(deck) == {"A", "B", "C"}
    assert not deck.prepare((B, C, D))
    assert shown(deck) == [A]


def test_what_is_no_longer_foreseen_is_forgotten(deck: Deck) -> None:
    deck.show(A)
    prepare(deck, B, C)
    deck.show(B)
    prepare(deck, A, D)
    assert held(deck) == {"A", "B", "D"}
    prepare(deck)
    assert held(deck) == {"B"}


def test_hidden_it_keeps_what_it_holds_and_cleared_nothing(deck: Deck) -> None:
    deck.show(A)
    prepare(deck, B)
    deck.hide()
    assert (shown(deck), held(deck)) == ([], {"A", "B"})
    deck.clear()
    assert held(deck) == set()
