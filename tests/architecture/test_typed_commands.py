"""Whatever people are told to type is there: messages and sample configs name commands as the README does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.desk.command_line import app
from kiosk.desk.commands.as_typed import AS_TYPED

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(
    {str(one.name or getattr(one.callback, "__name__", "")) for one in app.registered_commands}
    | {str(one.name) for one in app.registered_groups}
)
NAMED = re.compile(rf"(?<![`\w./(-])(?<!-m )(?<!appName\(\")kiosk (?:{'|'.join(COMMANDS)})\b")
TYPED = re.compile(rf"{re.escape(AS_TYPED)} ([a-z]\w*)")


def told() -> list[tuple[str, str]]:
    files = [one for top in ("kiosk", "ui", "flows", "resources") for one in (ROOT / top).rglob("*.*")]
    texts = [one for one in files if one.suffix in (".py", ".toml", ".csv")]
    return [(str(one.relative_to(ROOT)), one.read_text(encoding="utf-8")) for one in texts]


def test_no_command_is_named_that_no_machine_has() -> None:
    assert "doctor" in COMMANDS and "ward" in COMMANDS
    assert [(file, found.group()) for file, text in told() for found in NAMED.finditer(text)] == []


def test_every_command_that_is_named_is_one() -> None:
    named = {found for _, text in told() for found in TYPED.findall(text)}
    assert {"doctor", "staff", "ward"} <= named <= set(COMMANDS)


@pytest.mark.parametrize(
    "text", ["chạy lại kiosk doctor.", '"kiosk staff add NAME"', "# kiosk roster import FILE"]
)
def test_a_command_that_is_not_there_would_be_found(text: str) -> None:
    assert NAMED.search(text)
