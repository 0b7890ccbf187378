"""One view is on the screen, the others hold what may come: shown without being filled, then forgotten."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from ui.screens.guide import StepProps
from ui.screens.page import Page
from ui.screens.picture.props import PhoneProps
from ui.window.phone_view import PhoneView
from ui.window.views.page_view import BLANK, PageView
from ui.window.views.screens_view import Deck
from ui.window.views.step_view import StepView


def page(place: str) -> Page:
    return Page(template="step", place=place, language="vi", sentence=place)


A, B, C, D = (page(place) for place in "ABCD")


@pytest.fixture
def deck(qapp: object) -> Deck:
    QAccessible.setActive(False)
    return Deck(PageView(), PageView(), PageView())


def shown(deck: Deck) -> list[Page]:
    return [view.page for view in deck.views if view.shown]


def held(deck: Deck) -> set[str]:
    return {view.page.place for view in deck.views if view.page != BLANK}


def picture_of(view: QObject) -> PhoneView:
    picture = cast(Any, view).picture
    assert isinstance(picture, PhoneView)
    return picture


def drawing(view: QObject) -> str:
    return str(picture_of(view).property("drawing"))


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
    for expected in ({"A", "B"}, {"A", "B", "C"}):
        assert deck.prepare((B, C, D)) and deck.prepare(
            (B, C, D)
        )  # first its screen is made, then it is filled
        assert held(deck) == expected
    assert not deck.prepare((B, C, D))
    assert shown(deck) == [A]


def drawn(place: str, name: str) -> StepProps:
    return StepProps(
        template="step", place=place, language="vi", title="", step_number=1, steps_about=9, tag="",
        safety="", staff_mark="", staff_note="", picture=PhoneProps(drawing=f"steps/{name}"),
    )  # fmt: skip


def test_a_picture_is_drawn_in_a_turn_before_the_words(qapp: object) -> None:
    seen, unseen = StepView(), StepView()
    deck = Deck(seen, unseen)
    deck.show(drawn("A", "knocks"))
    prepare(deck, drawn("B", "at-police"))
    turns: list[str] = []
    picture_of(unseen).changed.connect(lambda: turns.append("picture"))
    unseen.changed.connect(lambda: turns.append("words"))
    for expected in (["picture"], ["picture", "words"]):
        assert deck.prepare([drawn("C", "gets-paper")])
        assert turns == expected
    assert not deck.prepare([drawn("C", "gets-paper")])
    assert deck.prepare([drawn("D", "gets-paper")])  # the same picture: nothing of it is to be drawn
    assert turns == ["picture", "words", "words"]


def test_a_page_of_which_only_the_picture_is_there_counts_as_nothing(qapp: object) -> None:
    """Not as the page that was there before, whose picture is gone."""
    seen, unseen = StepView(), StepView()
    deck = Deck(seen, unseen)
    deck.show(drawn("A", "knocks"))
    prepare(deck, drawn("B", "at-police"))
    assert deck.prepare([drawn("C", "gets-paper")])
    deck.show(drawn("B", "at-police"))
    (view,) = [view for view in (seen, unseen) if view.shown]
    assert (view.page.place, drawing(view)) == ("B", "steps/at-police")
    deck.clear()
    assert (drawing(seen), drawing(unseen)) == ("", "")


def test_what_a_view_holds_is_laid_out_until_it_is_forgotten(deck: Deck) -> None:
    deck.show(A)
    assert deck.prepare([B])  # no more than its screen is made
    assert [view.property("held") for view in deck.views] == [True, True, False]
    prepare(deck, B, C)
    deck.show(C)
    assert all(view.property("held") for view in deck.views)  # also what was seen last: one may go back to it
    prepare(deck, A)
    assert [view.page for view in deck.views if view.property("held")] == [A, C]
    deck.clear()
    assert not any(view.property("held") for view in deck.views)


def test_what_is_forgotten_goes_out_of_the_scene_before_it_is_emptied(deck: Deck) -> None:
    """Nothing of it is laid out once more, without its words."""
    deck.show(A)
    prepare(deck, B)
    (view,) = [view for view in deck.views if view.page == B]
    emptied: list[bool] = []
    view.changed.connect(lambda: emptied.append(view.property("held")))
    prepare(deck)
    assert emptied == [False]


def test_where_a_screen_reader_listens_nothing_unseen_comes_into_the_scene(deck: Deck) -> None:
    deck.show(A)
    prepare(deck, B)
    QAccessible.setActive(True)  # it comes in the middle
    deck.show(B)
    prepare(deck, A, C)
    assert held(deck) == {"A", "B", "C"}
    assert not any(view.property("held") for view in deck.views)
    QAccessible.setActive(False)
    deck.show(C)
    assert all(view.property("held") for view in deck.views)


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
