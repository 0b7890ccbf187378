"""What each key and switch does to the pointer, case by case."""

from __future__ import annotations

from typing import get_args

import pytest

from accessibility.keys import DEFAULT_KEYS, Deed, Meaning, bindings, is_key_name
from ui.reach.ways.hand import Hand, Outcome, Point, Press, Tell, do
from ui.reach.ways.items import Item
from ui.visit.actions.chosen import NEXT as ONWARD
from ui.visit.actions.chosen import OpenGuide
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting

HEADING = Item("heading", "Bác chọn một bài", "heading")
FIRST = Item("flow.a", "Bài một", "button", OpenGuide("a"), place="thứ 1 trong 2")
SECOND = Item("flow.b", "Bài hai", "button", OpenGuide("b"), place="thứ 2 trong 2")
BACK = Item("bar.back", "Quay lại", "button", Do.BACK)
NEXT = Item("primary", "Tiếp theo", "button", ONWARD)
ITEMS = (HEADING, FIRST, SECOND, NEXT, BACK)


@pytest.mark.parametrize(
    ("slot", "deed", "to", "wrapped"),
    [
        ("", "down", HEADING, False),
        ("", "up", BACK, False),
        ("heading", "down", FIRST, False),
        ("flow.a", "up", HEADING, False),
        ("bar.back", "down", HEADING, True),
        ("heading", "up", BACK, True),
        ("gone", "down", HEADING, False),
        ("", "move", FIRST, False),
        ("flow.a", "move", SECOND, False),
        ("bar.back", "move", FIRST, True),
        ("", "select", HEADING, False),
        ("", "take", FIRST, False),
        ("", "switch", FIRST, False),
        ("heading", "select", HEADING, False),
    ],
)
def test_moving_goes_item_by_item_and_round_at_the_ends_and_nothing_unseen_is_ever_pressed(
    slot: str, deed: Deed, to: Item, wrapped: bool
) -> None:
    hand, outcomes = do(Hand("keys", slot), deed, ITEMS)
    assert outcomes == (Point(to, wrapped),)
    assert hand.slot == to.slot


@pytest.mark.parametrize("deed", ["select", "take", "switch"])
def test_what_the_pointer_stands_on_is_pressed(deed: Deed) -> None:
    _, outcomes = do(Hand("keys", "flow.b"), deed, ITEMS)
    assert outcomes == (Press(OpenGuide("b")),)


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("back", Press(Do.BACK)),
        ("onward", Press(ONWARD)),
        ("again", Press(Do.AGAIN)),
        ("pause", Press(Do.PAUSE)),
        ("slower", Press(Setting.SLOWER)),
        ("louder", Press(Setting.LOUDER)),
        ("language", Press(Do.LANGUAGE)),
        ("speech", Press(Setting.SPEECH)),
    ],
)
def test_the_other_keys_do_at_once_what_they_are_for(deed: Deed, outcome: Outcome) -> None:
    assert do(Hand("keys", "flow.a"), deed, ITEMS)[1] == (outcome,)


def test_a_screen_without_a_way_back_says_so() -> None:
    assert do(Hand("keys"), "back", (HEADING,))[1] == (Tell("ways.no_way"),)


def test_with_one_switch_the_speed_keys_set_the_scan() -> None:
    assert do(Hand("one-switch"), "slower", ITEMS)[1] == (Press(Setting.SCAN_SLOWER),)


@pytest.mark.parametrize("deed", ["nothing", *(deed for deed in DEFAULT_KEYS if deed != "help")])
def test_after_help_every_key_says_what_it_does_and_does_nothing(deed: Meaning) -> None:
    trying, told = do(Hand("keys", "flow.a"), "help", ITEMS)
    assert told == (Tell("ways.try"),)
    still, told = do(trying, deed, ITEMS)
    assert (still, told) == (trying, (Tell(f"ways.does_{deed}"),))
    over, told = do(still, "help", ITEMS)
    assert (over, told) == (Hand("keys", "flow.a"), (Tell("ways.try_over"),))


def test_each_default_key_has_one_meaning_and_a_name_a_ward_may_write() -> None:
    names = [name for keys in DEFAULT_KEYS.values() for name in keys.split()]
    assert len(names) == len(set(names)) == len(bindings())
    assert all(is_key_name(name) for name in names)
    assert set(DEFAULT_KEYS) == set(get_args(Deed))


@pytest.mark.parametrize("name", ["up", "f1", "F0", "F36", "Enter2", "a", "", "AB"])
def test_what_no_key_is_called_is_no_key_name(name: str) -> None:
    assert not is_key_name(name)
