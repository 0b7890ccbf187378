"""The pads whose keys we ship: from the file an officer copies to what the window does at each key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from support.itinerary import walk_to_the_end, word
from support.stage import Stage, on_a_window, residents_guides
from support.walkers import Keypad
from support.window import Screen

import resources
from accessibility.keys import Deed
from kiosk.base.config.file import load_config
from kiosk.base.config.keys import KeysConfig
from kiosk.base.config.sections import Config
from ui.visit.stages import Attract, Home

PADS = sorted(file.stem for file in resources.path("pads").glob("*.toml"))
GUIDE = residents_guides().flows["vneid-cai-dat"]
ON_A_PAD = ("up", "down", "back", "onward", "select", "help", "again")


@pytest.fixture
def config(request: pytest.FixtureRequest) -> Config:
    config, problems = load_config(resources.path("pads", f"{request.param}.toml"))
    assert problems == ()
    return config


@pytest.fixture
def stage(config: Config, drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage(scanner=config.cards.scanner), config.keys.bindings()) as kiosk:
        yield kiosk


def qt_key(name: str) -> Qt.Key:
    return QKeySequence(name.replace("_", " "))[0].key()  # type: ignore[index, no-any-return]


def written(keys: KeysConfig) -> dict[Deed, str]:
    """What this pad binds otherwise than every kiosk, or says again."""
    return {deed: getattr(keys, deed) for deed in get_args(Deed) if getattr(keys, deed)}


def test_the_pads_of_the_readme_are_there() -> None:
    assert PADS == ["audio-nav", "joystick", "x-keys"]


@pytest.mark.parametrize("config", PADS, indirect=True)
def test_every_key_says_what_it_does_and_does_it_only_after_the_sandbox(config: Config, stage: Stage) -> None:
    screen = Screen(stage.kiosk.window)

    def press(name: str) -> str:
        stage.clock.now_s += 1
        screen.key(qt_key(name))
        stage.until_no_key_waits()
        return stage.ear.last

    help_key = config.keys.help.split()[0]
    press(help_key)  # at the invitation it begins, like any other
    assert stage.conductor.visit.stage == Home()
    before = stage.conductor.visit
    assert press(help_key) == word("ways.try")
    for deed, names in written(config.keys).items():
        for name in names.split():
            if deed == "help" or not qt_key(name):
                continue
            assert press(name) == word(f"ways.does_{deed}"), name
            assert stage.conductor.visit == before
            assert stage.conductor.pointing.hand.slot == ""
    assert press(help_key) == word("ways.try_over")
    press(config.keys.down.split()[0])
    assert stage.conductor.pointing.hand.slot != ""


@pytest.mark.parametrize("config", PADS, indirect=True)
def test_a_guide_is_walked_by_seven_keys_of_the_pad_alone(config: Config, stage: Stage) -> None:
    bound = written(config.keys)
    pad = tuple(qt_key(bound[deed].split()[0]) for deed in ON_A_PAD)  # type: ignore[index]
    person = Keypad(stage, pad, qt_key(config.keys.help.split()[0]))
    walk_to_the_end(person, GUIDE)
    assert set(person.known) == set(ON_A_PAD) - {"help"}
    assert stage.conductor.visit.stage == Attract()
