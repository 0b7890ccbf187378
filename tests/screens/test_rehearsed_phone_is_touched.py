"""The drawn phone of a rehearsal is touched: a call is answered, refused or ended, a message closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.every_text import kiosk_on, looks, wrong_with
from support.stage import Stage as Kiosk
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.practice.rehearse.phone import places_of
from flows.practice.rehearse.play import Moment, Play
from flows.shelf.rehearsals import shipped_rehearsals
from ui.visit.stages import Rehearsing
from ui.window.input.drawn_class import class_name

SCRIPTS = shipped_rehearsals()


@pytest.fixture(params=["portrait", "laptop"])
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as stage:
        yield stage


def play_of(kiosk: Kiosk) -> Play:
    at = kiosk.conductor.visit.stage
    assert isinstance(at, Rehearsing)
    return at.play


def touch(kiosk: Kiosk, order: int) -> Play:
    """A finger in the middle of that drawn element."""
    screen = Screen(kiosk.kiosk.window)
    screen.lay_out()
    drawn = [
        one for one in screen.items() if one.objectName() == "phoneElement" and one.property("order") == order
    ]
    if not drawn:  # a name that a phone in little room leaves out
        assert order not in places_of(play_of(kiosk), "")
        return play_of(kiosk)
    kiosk.clock.now_s += 3
    screen.press(screen.middle(drawn[0]))
    kiosk.clock.now_s += 0.1
    screen.lift(screen.middle(drawn[0]))
    return play_of(kiosk)


@pytest.mark.parametrize(
    ("script", "turn", "element", "moment", "kind"),
    [
        ("khoa-sim", "", 0, "ringing", ""),
        ("khoa-sim", "", 1, "asked", ""),
        ("khoa-sim", "", 2, "refused", ""),
        ("khoa-sim", "t2", 0, "asked", ""),
        ("khoa-sim", "t2", 1, "answered", "hang-up"),
        ("khoa-sim", "t4", 0, "answered", "hang-up"),
        ("video-gia-con", "t2", 1, "answered", "hang-up"),
        ("video-gia-con", "t4", 0, "answered", "leave"),
        ("giao-hang-qr", "t4", 0, "answered", "leave"),
    ],
)
def test_the_receivers_and_the_cross_do_what_they_show_and_the_name_does_nothing(
    kiosk: Kiosk, script: str, turn: str, element: int, moment: Moment, kind: str
) -> None:
    begun = Play(SCRIPTS[script], 0, "asked" if turn else "ringing", turn)
    for size in (1, largest_text_size(kiosk.panel)):
        list(looks(kiosk, Rehearsing(begun), Preferences(text_size=size)))
        after = touch(kiosk, element)
        replied = after.replied
        assert (after.moment, "" if replied is None else replied.kind) == (moment, kind)


def test_each_place_of_each_turn_is_seen_and_no_key_is_drawn_that_does_nothing(kiosk: Kiosk) -> None:
    now = Preferences(text_size=largest_text_size(kiosk.panel))
    plays = [Play(one) for one in SCRIPTS.values()]
    plays += [Play(one, 0, "asked", turn.id) for one in SCRIPTS.values() for turn in one.turns]
    for play in plays:
        pages = len(list(looks(kiosk, Rehearsing(play), now)))
        assert pages == 1 or not places_of(play, ""), play.script.id
        screen = Screen(kiosk.kiosk.window)
        seen = {one.property("slot") for one in screen.items() if class_name(one) == "PhonePlace"}
        assert seen == {f"place.{at}" for at in places_of(play, "")}, (
            play.script.id,
            play.moment,
            play.turn_id,
        )
    assert wrong_with(kiosk, [Rehearsing(one) for one in plays[::7]], now) == []
