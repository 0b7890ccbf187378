"""The README's commands are real and its folder map is true."""

from __future__ import annotations

import os
import re
import shlex
import sys
from functools import cache
from pathlib import Path

import pytest
from support.shipped_once import guides_read_once
from typer.testing import CliRunner, Result

from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES
from kiosk.desk.command_line import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.strip()]
# Those that only look and end by themselves are really run.
LOOKING = [line for line in COMMANDS if re.search(r"script/run (flows|doctor|install --print|say)", line)]


def kiosk_arguments(line: str) -> list[str] | None:
    """The arguments `script/run` would hand to `kiosk`, None when the line is no `script/run`."""
    words = shlex.split(line)
    if "./script/run" not in words:
        return None
    rest = words[words.index("./script/run") + 1 :]
    return ["run", *rest] if not rest or rest[0].startswith("-") else rest


def kiosk(arguments: list[str], folder: Path) -> Result:
    with pytest.MonkeyPatch.context() as here, guides_read_once():
        here.chdir(folder)
        here.setattr(sys, "argv", ["kiosk"])
        return CliRunner().invoke(app, arguments, env={"COLUMNS": "200", "HOME": str(folder)})


def test_the_two_commands_stand_alone_in_the_first_block() -> None:
    assert BLOCKS[0].splitlines() == ["./script/run", "./script/test"]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_is_one_that_exists(line: str) -> None:
    scripts = [word for word in shlex.split(line) if word.startswith("./script/")]
    assert len(scripts) == 1
    assert os.access(ROOT / scripts[0], os.X_OK)
    arguments = kiosk_arguments(line)
    if arguments is None:
        return
    words = [word for word in arguments if re.fullmatch(r"[a-z]+", word)][
        : 2 if arguments[0] in ("flows", "staff", "ward") else 1
    ]
    shown = help_of(*words)
    for option in (word for word in arguments if word.startswith("--")):
        assert option in shown, option


@cache
def help_of(*words: str) -> str:
    """Asked for once: many lines show the same command."""
    shown = kiosk([*words, "--help"], ROOT)
    assert shown.exit_code == 0, shown.stderr
    return shown.stdout


@pytest.mark.parametrize("line", LOOKING)
def test_a_command_that_only_looks_does_what_is_written(line: str, tmp_path: Path) -> None:
    (tmp_path / "flows").symlink_to(ROOT / "flows")
    arguments = kiosk_arguments(line)
    assert arguments is not None
    done = kiosk(arguments, tmp_path)
    assert done.exit_code in ((0, 1) if arguments[0] == "doctor" else (0,)), done.stdout + done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception


def test_the_readme_counts_the_guides() -> None:
    residents, volunteers = (
        len(list(folder.glob("*/flow.toml"))) for folder in (RESIDENT_GUIDES, TRAINING_GUIDES)
    )
    assert f"**{residents} guides for residents and {volunteers} for volunteers**" in README


def test_every_file_and_folder_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:[a-z.]+/)+[\w.-]*|[\w-]+\.(?:md|lock|toml))`", README))
    named |= {"LICENSE", "CHANGELOG.md"}
    assert len(named) > 15
    # The files of a guide are named without their folder.
    assert [name for name in sorted(named) if name != "flow.toml" and not (ROOT / name).exists()] == []


def test_every_source_folder_is_on_the_map() -> None:
    for package in ("kiosk", "ui", "flows", "accessibility", "resources", "script", "tests", "docs"):
        assert f"| `{package}/` |" in README


def test_the_pictures_of_the_readme_are_there_described_and_light() -> None:
    pictures = re.findall(r'<img src="([^"]+)" width="\d+" alt="([^"]+)">', README)
    assert len(pictures) >= 4 and README.count("<img") == len(pictures)
    assert {file for file, _ in pictures} == {
        f"docs/images/{one.name}" for one in (ROOT / "docs/images").iterdir()
    }
    for file, words in pictures:
        assert (ROOT / file).read_bytes().startswith(b"\x89PNG") and len(words) > 15
        assert (ROOT / file).stat().st_size < 200_000


def test_every_picture_is_one_that_script_pictures_draws_anew() -> None:
    drawn = (ROOT / "script" / "pictures").read_text(encoding="utf-8")
    pictures = re.findall(r'src="docs/images/([a-z-]+)\.png"', README)
    assert pictures and [name for name in pictures if f'"{name}": ' not in drawn] == []
