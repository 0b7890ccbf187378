"""Actions are types: a misspelt one cannot be written, and only what is shown can be pressed by its name."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.all_screens import stages_of, stages_of_the_kiosk, visit_at
from support.pressing import ALONE, BY_PREFIX, KINDS, named
from support.stage import SIGN, Stage, residents_guides, shipped_words, volunteers_guides

from accessibility.preferences import Preferences
from ui.screens.derive import derive
from ui.screens.pressed import action_at, controls_shown
from ui.screens.surrounding_parts import Cards, Guides
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import kind_of
from ui.visit.actions.chosen import ChoosePreset, OpenGuide, OpenTopic, TakeEdge
from ui.visit.actions.common import Do
from ui.visit.actions.plain import Plain
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import GiveResult, PickMember, SayGroup, TypeDigit
from ui.visit.stages import Home
from ui.visit.visit import Visit

ROOT = Path(__file__).parents[2]
CACHE = ".mypy_cache"
SAMPLE = """
from ui.screens.page import Control
from ui.visit.actions.common import Do
from ui.visit.actions.plain import Plain
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import GiveResult
from ui.visit.visit import Visit
from ui.visit.press_context import PressContext
from ui.turn.turn import apply

apply(Visit(), Do.BACK, PressContext())
apply(Visit(), {action}, PressContext())
Control({control}, "Quay lại")
"""


@pytest.mark.parametrize(
    ("action", "control", "refused"),
    [
        ("Do.DONE", "Do.BACK", 0),
        ('"back"', "Do.BACK", 1),
        ("Do.BAKC", "Do.BACK", 1),
        ('GiveResult("doone")', "Do.BACK", 1),
        ("Do.DONE", '"back"', 1),
        ("Do.DONE", "Signal.IDLE", 1),
    ],
)
def test_a_misspelt_action_is_refused_by_mypy(
    tmp_path: Path, action: str, control: str, refused: int
) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text(SAMPLE.format(action=action, control=control), "utf-8")
    command = (sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--cache-dir", CACHE, sample)
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "MYPYPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.stdout.count("sample.py") == refused, done.stdout + done.stderr
    assert done.returncode == (1 if refused else 0)


AROUND = Surroundings(
    shipped_words(),
    Guides(residents_guides().flows, training=volunteers_guides().flows),
    SIGN,
    cards=Cards(camera=True, prints=True),
)
FLOW = residents_guides().flows["vneid-cai-dat"]


def test_every_control_of_every_screen_is_found_by_its_slot_and_two_of_one_slot_do_the_same() -> None:
    looked_at = 0
    for stage in (*stages_of_the_kiosk(), *stages_of(FLOW)):
        visit = visit_at(stage, Preferences())
        page = derive(visit, AROUND)
        for control in controls_shown(page, visit, AROUND):
            assert action_at(control.slot, page, visit, AROUND) == control.action, (page.place, control.slot)
            assert named(control.slot) == control.action, (page.place, control.slot)
            looked_at += 1
    assert looked_at > 500


def test_no_two_actions_share_a_slot_and_no_signal_has_a_control() -> None:
    alone = [one.slot for kind in KINDS if issubclass(kind, Plain) for one in kind]
    assert len(alone) == len(set(alone)) == len(ALONE) > 80
    assert not {prefix.rstrip(".") for prefix in BY_PREFIX} & {"choice", "stuck", "next"}
    visits = [visit_at(stage, Preferences()) for stage in stages_of_the_kiosk()]
    shown = {
        control.action for visit in visits for control in controls_shown(derive(visit, AROUND), visit, AROUND)
    }
    assert not shown & set(Signal)


@pytest.mark.parametrize("slot", ["back", "idle", "leave", "nobody-came", "start", "staff", "nonsense", ""])
def test_qml_cannot_press_what_the_screen_does_not_have(slot: str, caplog: pytest.LogCaptureFixture) -> None:
    stage = Stage()
    stage.conductor.show(Visit((Home(),)))
    before = stage.conductor.visit
    with caplog.at_level(logging.WARNING):
        stage.conductor.press(slot)
    assert stage.conductor.visit == before
    assert stage.notebook.events == []
    assert [record.message for record in caplog.records] == ["Home has nothing to press of that name"]


def test_what_the_screen_has_is_pressed_by_its_slot() -> None:
    stage = Stage()
    stage.conductor.press("begin")
    assert stage.conductor.visit.stage == Home()
    for slot in ("language", "language.fr", "comfort", "every-setting"):
        stage.conductor.press(slot)
    stage.conductor.press("size")
    now = stage.conductor.visit.preferences
    assert (now.language, now.text_size) == ("fr", 2)


def test_actions_are_equal_by_kind_and_choice() -> None:
    assert OpenTopic("vneid") == OpenTopic("vneid") != OpenTopic("ihanoi")
    assert len({OpenTopic("vneid"), OpenGuide("vneid"), TakeEdge("vneid")}) == 3
    assert ChoosePreset("large").slot == "preset.large"


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (TypeDigit(7), "digit"),
        (SayGroup("elderly"), "group"),
        (GiveResult("not-done"), "result"),
        (TakeEdge("choice.tu-75"), "choice"),
        (PickMember("tnv-01"), "member"),
        (Do.RESUME_YES, "resume"),
    ],
)
def test_the_log_of_a_mistake_names_the_kind_and_never_what_was_chosen(action: TypeDigit, kind: str) -> None:
    assert kind_of(action) == kind
    which = getattr(action, "which", "RESUME_YES is no secret")
    assert str(which) not in repr(action)
