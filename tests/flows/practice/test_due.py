"""What was practised comes again after some weeks: later where it is known better, and last of all scams."""

from __future__ import annotations

import pytest

from flows.practice.practise_next import weeks_overdue
from flows.practice.rung import Rung

NOW = 2970


@pytest.mark.parametrize(
    ("rung", "scam", "weeks"),
    [
        ("shown", False, 1),
        ("hinted", False, 1),
        ("alone", False, 1),
        ("own-phone", False, 2),
        ("shown", True, 4),
        ("own-phone", True, 4),
    ],
)
def test_practice_is_due_from_its_week_on_and_not_before(rung: Rung, scam: bool, weeks: int) -> None:
    assert weeks_overdue(rung, NOW - weeks + 1, NOW, scam=scam) is None
    assert weeks_overdue(rung, NOW - weeks, NOW, scam=scam) == 0
    assert weeks_overdue(rung, NOW - weeks - 3, NOW, scam=scam) == 3


def test_what_was_practised_long_ago_is_due_most_of_all_and_what_is_to_come_is_not() -> None:
    long_ago, lately = (weeks_overdue("own-phone", week, NOW, scam=True) for week in (None, NOW - 60))
    assert long_ago is not None and lately is not None and long_ago > lately
    assert weeks_overdue("shown", NOW + 5, NOW, scam=False) is None
