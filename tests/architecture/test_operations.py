"""Every command of docs/operations.md is one that the program knows, with the options it has."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from kiosk.command_line import app

TEXT = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("./script/run ")
    for block in re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
NAMED = re.findall(r"`((?:ward|keys|export)(?: [^`]+)?)`", TEXT)


def test_the_page_has_commands() -> None:
    assert len(COMMANDS) > 10 and len(NAMED) > 5


@pytest.mark.parametrize("line", sorted({*COMMANDS, *NAMED}))
def test_the_program_knows_it(line: str) -> None:
    command, words = typer.main.get_command(app), shlex.split(line)
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]  # type: ignore[attr-defined]
    assert not getattr(command, "commands", {}), f"{line}: not a whole command"
    known = {option for one in command.params for option in one.opts}
    assert {word for word in words if word.startswith("--")} <= known
