"""A screen that moved beneath the finger, as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accessibility.moving import MOVED_S, SAME_SPOT_MM, LastPress
from accessibility.touch import GUARDS_S

LOW = LastPress("bar.low-reach", "home", 100, 300, 50.0)


@pytest.mark.parametrize(
    ("what", "place", "after_s", "there_now", "misleads"),
    [
        ("topic.an-toan", "home", 0.7, "topic.an-toan", True),
        ("topic.an-toan", "home", MOVED_S - 0.01, "", True),
        ("topic.an-toan", "home", MOVED_S, "topic.an-toan", False),
        ("topic.an-toan", "topic.vneid", 0.7, "topic.an-toan", False),  # another screen is another matter
        ("bar.low-reach", "home", 0.7, "topic.an-toan", False),  # it went with the finger
        ("bar.again", "home", 0.7, "bar.low-reach", False),  # nothing moved: its neighbour is meant
    ],
)
def test_what_has_come_beneath_the_finger_is_not_meant(
    what: str, place: str, after_s: float, there_now: str, misleads: bool
) -> None:
    assert LOW.misleads(what, place, LOW.at_s + after_s, there_now=there_now) == misleads


def test_a_helper_that_has_become_the_next_one_is_meant() -> None:
    assert not replace(LOW, what="bar.again").misleads(
        "bar.not-understood", "home", LOW.at_s + 0.7, there_now="bar.not-understood"
    )


@pytest.mark.parametrize("what", ["bar.taken", "bar.go-on"])
def test_who_presses_once_more_to_call_somebody_does_not_end_the_call(what: str) -> None:
    called = replace(LOW, what="primary", place="advice.khan-cap")
    assert called.misleads(what, "person", LOW.at_s + 0.7, there_now=what)
    assert not called.misleads(what, "person", LOW.at_s + MOVED_S, there_now=what)


def test_a_finger_that_has_been_elsewhere_means_what_it_meets() -> None:
    assert LOW.was_near(100 + SAME_SPOT_MM, 300)
    assert not LOW.was_near(100, 300 + SAME_SPOT_MM + 0.1)


def test_nobody_waits_longer_than_the_longest_guard() -> None:
    assert GUARDS_S[-1] == MOVED_S
