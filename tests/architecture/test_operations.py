"""Every command of docs/operations.md is one that the program knows, with the options it has."""

from __future__ import annotations

import re
import shlex
import shutil
import ssl
import subprocess
from contextlib import suppress
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
RECEIVE = [line for line in COMMANDS if line.startswith(("ward serve", "ward install"))]
OPENSSL = next(line for line in TEXT.splitlines() if line.startswith("openssl "))
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


def test_the_receiver_starts_with_the_machine_as_it_was_tried() -> None:
    assert len({line.partition(" --")[2] for line in RECEIVE}) == 1 and len(RECEIVE) == 2


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_kiosk_believes_the_certificate_that_is_made_there(tmp_path: Path) -> None:
    subprocess.run(shlex.split(OPENSSL), cwd=tmp_path, check=True, capture_output=True, timeout=60)
    receiver = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    receiver.load_cert_chain(tmp_path / "may-chu.pem", tmp_path / "may-chu.key")
    to_kiosk, to_receiver = ssl.MemoryBIO(), ssl.MemoryBIO()
    kiosk = ssl.create_default_context(cafile=tmp_path / "may-chu.pem").wrap_bio(
        to_kiosk, to_receiver, server_hostname="192.168.1.10"
    )
    served = receiver.wrap_bio(to_receiver, to_kiosk, server_side=True)
    for side in (kiosk, served, kiosk, served):
        with suppress(ssl.SSLWantReadError):
            side.do_handshake()
    kiosk.write(b"here")
    assert served.read() == b"here"
