"""A card, the register of staff, a roster and a config of version 0.1 are read as that version read them."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from support.earlier_version import FILES
from support.fake_clock import FakeClock

from kiosk.base.config.file import load_config
from kiosk.base.files.paths import roster_file
from kiosk.base.hours.opening import OpenRange
from kiosk.papers.keys.card_signer import open_signer
from kiosk.papers.roster.read import read_roster
from kiosk.papers.roster.store import read_weeks, write_weeks
from kiosk.point.staff.members import RegisterRefused
from kiosk.point.staff.register import Right, StaffRegister, Wrong

KIOSK = "kiosk-000000000001"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(FILES / "kiosk", tmp_path / "kiosk")


def noted(name: str) -> dict[str, Any]:
    """What that version said of it."""
    read: dict[str, Any] = json.loads((FILES / name).read_text("utf-8"))
    return read


def test_a_card_is_opened_with_the_settings_and_guides_that_are_on_it(data: Path) -> None:
    card, then = open_signer(data, KIOSK).open((FILES / "card.txt").read_text().strip()), noted("card.json")
    wishes = asdict(card.preferences)
    assert {key: wishes[key] for key in then["preferences"]} == then["preferences"]
    assert (list(card.finished), card.practise, card.alone) == (
        then["finished"], then["practise"], then["alone"],
    )  # fmt: skip


def test_who_could_help_can_help_with_the_same_pin_and_nobody_else(data: Path) -> None:
    register, then = StaffRegister(data, FakeClock()), noted("staff.json")
    members = register.members()
    assert [[one.id, one.role, one.shown, one.active] for one in members] == then["members"]
    for one in members:
        if one.active:
            assert isinstance(register.check(one.id, then["pins"][one.id]), Right)
            assert isinstance(register.check(one.id, then["pins"]["tnv-03"]), Wrong)
        else:
            with pytest.raises(RegisterRefused):
                register.check(one.id, then["pins"][one.id])


def test_a_week_that_was_taken_in_is_kept_word_for_word(data: Path) -> None:
    before = json.loads(roster_file(data).read_bytes())
    write_weeks(data, read_weeks(data))
    assert json.loads(roster_file(data).read_bytes()) == before
    checked = read_roster(FILES / "roster.toml", None, "point-1")
    assert checked.plan is not None and (checked.plan,) == read_weeks(data).plans


def test_a_config_with_every_option_of_then_says_the_same_but_for_a_device_that_is_refused() -> None:
    """A device's name holds no blank any more, so that nobody's does: it is refused with what to write."""
    config, problems = load_config(FILES / "config.toml")
    then = noted("config.json")
    assert then["speech"].pop("headphones") == "USB Headphones"
    (refused,) = problems
    assert refused.option == "speech.headphones" and "WH-1000XM4" in refused.vi and "WH-1000XM4" in refused.en
    now = {
        section: {name: written(getattr(getattr(config, section), name)) for name in options}
        for section, options in then.items()
    }
    assert now == then


def written(value: object) -> object:
    match value:
        case OpenRange(opens, closes):
            return f"{opens:%H:%M}-{closes:%H:%M}"
        case tuple():
            return [written(one) for one in value]
        case dict():
            return {key: written(one) for key, one in value.items()}
        case _:
            return value
