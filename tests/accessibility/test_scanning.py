"""The scan waits for the voice, then for the person; a voice that never ends does not hold it up."""

from __future__ import annotations

import pytest

from accessibility.preferences import RATES
from accessibility.scanning import LONGEST_NAME_S, SCAN_S, dwell_from, is_due, neighbour, wait


def test_in_silence_the_pointer_moves_on_after_its_time_and_not_before() -> None:
    dwell = wait(dwell_from(10.0), 12.4, speaking=False)
    assert not is_due(dwell, 12.4, 2.5)
    assert is_due(dwell, 12.5, 2.5)


def test_the_time_of_an_item_begins_when_its_name_has_been_said() -> None:
    dwell = dwell_from(10.0)
    for now in (10.5, 11.0, 13.0):
        dwell = wait(dwell, now, speaking=True)
    dwell = wait(dwell, 13.1, speaking=False)
    assert not is_due(dwell, 15.4, 2.5)
    assert is_due(dwell, 15.5, 2.5)


def test_a_voice_that_never_ends_does_not_stop_the_scan() -> None:
    dwell, now = dwell_from(0.0), 0.0
    while not is_due(dwell, now, 2.5):
        now += 0.5
        dwell = wait(dwell, now, speaking=True)
        assert now < 2 * LONGEST_NAME_S
    assert now >= LONGEST_NAME_S


@pytest.mark.parametrize("values", [SCAN_S, RATES])
def test_every_step_is_reached_from_the_lowest_to_the_highest_and_back(values: tuple[float, ...]) -> None:
    up = [values[0]]
    while neighbour(values, up[-1], 1) != up[-1]:
        up.append(neighbour(values, up[-1], 1))
    assert tuple(up) == values
    down = [values[-1]]
    while neighbour(values, down[-1], -1) != down[-1]:
        down.append(neighbour(values, down[-1], -1))
    assert tuple(reversed(down)) == values


OWN = [(1.1, 1, 1.25), (1.1, -1, 1.0), (3.0, 1, 3.0), (0.1, -1, 0.1)]


@pytest.mark.parametrize(("now", "by", "then"), OWN)
def test_a_value_of_the_wards_own_moves_to_the_nearest_step_on_its_way(
    now: float, by: int, then: float
) -> None:
    assert neighbour(RATES, now, by) == then
