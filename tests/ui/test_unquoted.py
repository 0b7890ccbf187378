"""A mistake made with something of a person's in hand is logged by its kind and place, without its words."""

from __future__ import annotations

import traceback

import pytest

from ui.turn.unquoted import Unquoted, unquoted

SAID = "Nguyễn Thị Bưởi"


def _judge(text: str) -> None:
    try:
        int(text)
    except ValueError as mistake:
        raise LookupError(text) from mistake


def test_a_mistake_and_what_led_to_it_are_logged_without_a_quotation() -> None:
    with pytest.raises(Unquoted) as raised, unquoted():
        _judge(SAID)
    told = "".join(traceback.format_exception(raised.value))
    assert SAID not in told
    assert "in _judge" in told and "Unquoted: LookupError" in told
    assert "ValueError" not in told.replace("except ValueError", "")


def test_what_goes_well_goes_on() -> None:
    with unquoted():
        _judge("1")
