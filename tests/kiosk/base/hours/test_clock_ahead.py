"""A calendar that is years ahead is doubted until the network or somebody who stands there vouches for it."""

from __future__ import annotations

import pytest
from support.conditions import until

from kiosk.base.hours import clock as clock_module
from kiosk.base.hours.clock import AHEAD_S, RELEASED_S, SystemClock

YEAR_S = 365 * 86_400
DAY_S = 86_400


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the machine's calendar says: the last of these."""
    says = [float(RELEASED_S + 30 * DAY_S)]
    monkeypatch.setattr("kiosk.base.hours.clock.time.time", lambda: says[-1])
    monkeypatch.setattr(clock_module, "ASK_AGAIN_S", 0.0)
    return says


def test_as_far_as_a_kiosk_may_have_lain_in_a_cupboard_it_is_believed_and_no_further(at: list[float]) -> None:
    clock = SystemClock(lambda: None)
    assert clock.now().clock_ok
    at.append(RELEASED_S + AHEAD_S)
    assert clock.now().clock_ok
    for ahead_s in (AHEAD_S + DAY_S, YEAR_S, 5 * YEAR_S, 30 * YEAR_S):
        at.append(RELEASED_S + ahead_s)
        assert not clock.now().clock_ok, "events of those days are not vouched for"
    at.append(RELEASED_S + 31 * DAY_S)
    assert clock.now().clock_ok, "back in its year"


def test_a_calendar_is_measured_against_the_last_believed_event(at: list[float]) -> None:
    clock = SystemClock(lambda: False)
    for day in range(0, 1000, 100):
        at.append(RELEASED_S + day * DAY_S)
        assert clock.now().clock_ok, "a kiosk in use, three years after it was written"
        clock.remember(at[-1])
    at.append(at[-1] + 5 * YEAR_S)
    assert not clock.now().clock_ok


@pytest.mark.parametrize("kept", [False, None])
def test_a_system_without_network_or_that_cannot_say_vouches_for_no_calendar(
    at: list[float], kept: bool | None
) -> None:
    asked: list[int] = []
    clock = SystemClock(lambda: asked.append(1) or kept)  # type: ignore[func-returns-value]
    at.append(RELEASED_S + 5 * YEAR_S)
    until(lambda: not clock.now().clock_ok and len(asked) > 2)


def test_the_network_vouches_and_nobody_waits_for_its_answer(at: list[float]) -> None:
    clock = SystemClock(lambda: True)
    at.append(RELEASED_S + 5 * YEAR_S)
    until(lambda: clock.now().clock_ok)


def test_who_stands_there_vouches_and_a_later_leap_is_doubted_again(at: list[float]) -> None:
    clock = SystemClock(lambda: False)
    at.append(RELEASED_S + 2 * YEAR_S)
    assert not clock.now().clock_ok
    clock.confirm()
    assert clock.now().clock_ok
    at.append(RELEASED_S + 4 * YEAR_S)
    assert not clock.now().clock_ok
