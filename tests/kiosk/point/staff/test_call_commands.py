"""The ward's commands for a call: run in their order, never waited for, and the lamp is always put out."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.base.config.help import HelpConfig
from kiosk.point.staff.call_commands import CallCommands, lights_a_lamp, without_a_program
from ui.visit.ports import Lamp


def noting(word: str, file: Path) -> str:
    """A command that writes *word* on a line of *file*."""
    script = f"open(r'{file}', 'a').write('{word}\\n')"
    return f'"{sys.executable}" -c "{script}"'


def lamp_of(file: Path) -> HelpConfig:
    return HelpConfig(
        lamp_on=noting("on", file), lamp_off=noting("off", file), nobody_came=noting("nobody", file)
    )


def done(config: HelpConfig, *, act: Callable[[CallCommands], None], ends_within_s: float = 10.0) -> None:
    async def once() -> None:
        commands = CallCommands(config, ends_within_s)
        commands.open()
        act(commands)
        await commands.aclose()

    asyncio.run(once())


def a_call(lamp: Lamp) -> None:
    lamp.call_began()
    lamp.nobody_came()
    lamp.call_over()


def test_a_lamp_burns_only_where_its_command_can_be_run() -> None:
    assert lights_a_lamp(HelpConfig(lamp_on=f'"{sys.executable}" -c 1'))
    for command in ("", "  ", "/nowhere/lamp", 'lamp "'):
        assert not lights_a_lamp(HelpConfig(lamp_on=command))


def test_each_command_runs_in_its_turn_and_the_lamp_is_out_before_and_after(tmp_path: Path) -> None:
    file = tmp_path / "told"
    done(lamp_of(file), act=a_call)
    assert file.read_text().split() == ["off", "on", "nobody", "off", "off"]


def test_a_kiosk_that_ends_while_somebody_waits_puts_the_lamp_out(tmp_path: Path) -> None:
    file = tmp_path / "told"
    done(lamp_of(file), act=CallCommands.call_began)
    assert file.read_text().split() == ["off", "on", "off"]


def test_without_commands_nothing_is_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    done(HelpConfig(lamp_on="  "), act=a_call)
    assert caplog.records == []


def test_before_the_loop_runs_and_after_it_nothing_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "told"
    commands = CallCommands(lamp_of(file))
    a_call(commands)
    asyncio.run(commands.aclose())
    assert not file.exists()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/nowhere/lamp --token SECRET", "lamp_on cannot be run"),
        ('lamp "SECRET', "lamp_on cannot be run"),
        (f'"{sys.executable}" -c "raise SystemExit(3)" SECRET', "lamp_on ended with 3"),
    ],
)
def test_a_command_that_fails_is_named_and_what_stands_in_it_is_not(
    command: str, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "told"
    done(HelpConfig(lamp_on=command, lamp_off=noting("off", file)), act=CallCommands.call_began)
    assert said in caplog.text
    assert "SECRET" not in caplog.text
    assert file.read_text().split() == ["off", "off"]


def test_a_command_that_hangs_is_ended_and_the_next_one_has_its_turn(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "told"
    hangs = f'"{sys.executable}" -c "import time; time.sleep(600)"'

    async def hang() -> None:
        commands = CallCommands(HelpConfig(lamp_on=hangs, nobody_came=noting("nobody", file)), 0.5)
        commands.open()
        commands.call_began()
        commands.nobody_came()
        while not file.exists():
            await asyncio.sleep(0.02)
        await commands.aclose()

    asyncio.run(asyncio.wait_for(hang(), 20))
    assert "lamp_on did not end within 0.5 s" in caplog.text


def test_a_program_that_is_not_here_is_found_missing() -> None:
    config = HelpConfig(lamp_on=f'"{sys.executable}" -c 1', lamp_off="/nowhere/off", nobody_came='x "')
    assert without_a_program(config) == ("lamp_off", "nobody_came")
    assert without_a_program(HelpConfig()) == ()
