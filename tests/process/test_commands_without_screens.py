"""What a ward, the city and the nightly export type starts without the screens: no module of ui, no Qt.

They run in an interpreter that has loaded nothing of ours, as typed; each says at its end what it has loaded.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.request import urlopen

import pytest
import typer
from support.busy import busy_day
from support.conditions import until
from support.events import keep, running
from support.forked import SCREENS, Typist, top
from support.postgres import postgres
from support.programs import Maker
from typer.core import TyperGroup

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file
from kiosk.desk.command_line import app
from kiosk.papers.keys.key_files import legible
from kiosk.papers.keys.maker import maker_paper

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows forks no process")
DAY = date(2025, 11, 3)  # so long ago that its month's own figures are missed
PERIOD = ("--from", "2025-11-01", "--to", "2025-11-04")


def commands() -> list[str]:
    """Every command of ward, city and export, and what lists them."""
    whole = typer.main.get_command(app)
    assert isinstance(whole, TyperGroup)
    return ["export", *(name for side in ("ward", "city") for name in _beneath(side, whole.commands[side]))]


def name_of(words: tuple[str, ...]) -> str:
    """Of the command that is typed so."""
    typed = f"{' '.join(words)} "
    return max((name for name in commands() if typed.startswith(f"{name} ")), key=len, default=words[0])


def groups() -> set[str]:
    """Those that list others, and do nothing by themselves."""
    return {name for name in commands() if any(other.startswith(f"{name} ") for other in commands())}


def _beneath(name: str, command: object) -> Iterator[str]:
    yield name
    if isinstance(command, TyperGroup):
        for word, one in command.commands.items():
            yield from _beneath(f"{name} {word}", one)


def of_the_screens(loaded: list[str]) -> list[str]:
    return [name for name in loaded if top(name) in SCREENS]


class Machines:
    """A kiosk, its ward and their city, each in a folder; and who types there."""

    def __init__(self, folder: Path, said: str = "said") -> None:
        self.folder, self.config = folder, folder / "kiosk.toml"
        self.config.touch()
        self.typist = Typist(folder / said)
        self.loaded: dict[str, list[str]] = {}
        """By command: what it had loaded when it ended."""

    def at(self, name: str) -> str:
        return str(self.folder / name)

    def type(self, machine: str, *words: str, code: int = 0) -> str:
        self.begin(machine, *words)
        return self.end(*words, code=code)

    def begin(self, machine: str, *words: str) -> None:
        where = [] if "--help" in words else ["--config", str(self.config), "--data", self.at(machine)]
        self.typist.begin([*words, *where])

    def end(self, *words: str, code: int = 0) -> str:
        """What it said that was begun."""
        done = self.typist.end()
        assert done.code == code, done.said
        self.loaded.setdefault(name_of(words), []).extend(done.loaded)
        return done.said

    def live(self) -> None:
        data = self.folder / "kiosk"
        with running(database_file(data), kiosk=kiosk_id(data)) as store:
            keep(store, list(busy_day(random.Random(3), DAY, "point-1", 12)))


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A week of a ward and its city, each command at least once."""
    here = Machines(tmp_path_factory.mktemp("machines"))
    try:
        live_a_week(here)
        yield here
    finally:
        here.typist.close()


def live_a_week(here: Machines) -> None:
    (here.folder / "stick").mkdir()
    here.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    here.type("ward", "ward", "escrow", "--out", here.at("safe.age"))
    here.type("kiosk", "keys", "request", "--out", here.at("request.json"))
    here.type("ward", "ward", "enrol", here.at("request.json"), "--out", here.at("answer.json"))
    here.type("ward", "ward", "enrol", here.at("request.json"), "--again", "--qr")
    here.type("kiosk", "keys", "accept", here.at("answer.json"))
    here.live()
    here.type("kiosk", "export", "--to", here.at("stick"))
    here.type("ward", "ward", "ingest", here.at("stick"))
    send_by_network(here)
    here.type("ward", "ward", "gaps", code=1)
    here.type("ward", "ward", "settle", "--lost", f"{kiosk_id(here.folder / 'kiosk')}/2025-11")
    for form in ("json", "html", "xlsx", "pdf"):
        here.type("ward", "ward", "report", *PERIOD, "--format", form, "--out", here.at(f"report.{form}"))
    here.type("ward", "ward", "report-form", "--out", here.at("form.docx"))
    asked = json.loads(here.type("ward", "ward", "tickets", "--json"))
    here.type("ward", "ward", "tickets")
    here.type("ward", "ward", "answer", asked[0]["number"], "1", "--out", here.at("answers.json"))
    here.type("ward", "ward", "pack", "make")
    here.type("ward", "ward", "pack", "show")
    here.type(
        "ward",
        "ward",
        "pack",
        "publish",
        "--kiosk",
        kiosk_id(here.folder / "kiosk"),
        "--out",
        here.at("content.kpack"),
    )
    maker = Maker()
    (here.folder / "maker.pub").write_bytes(maker_paper("Nhóm làm ki-ốt", maker.key))
    (here.folder / "release").write_bytes(maker.release())
    spoken = legible(maker.public)
    here.type("ward", "ward", "program", "trust", here.at("maker.pub"), "--fingerprint", spoken)
    here.type("ward", "ward", "program", "countersign", here.at("release"), "--out", here.at("new.kprogram"))
    here.type("ward", "ward", "program", "show", here.at("new.kprogram"))
    here.type("ward", "ward", "program", "makers")
    here.type("ward", "ward", "program", "distrust", spoken)
    here.type("ward", "ward", "archive", "--out", here.at("archive"))
    here.type("ward", "ward", "backup", "--out", here.at("ward.kbackup"))
    here.type("ward", "ward", "restore", here.at("ward.kbackup"), "--try")
    for form in ("html", "xlsx", "pdf"):
        here.type("city", "city", "report", here.at("archive"), *PERIOD, "--out", here.at(f"city.{form}"))
    with postgres() as url:
        here.type("city", "city", "load", here.at("archive"), "--into", url)
        here.type("city", "city", "report", url, *PERIOD, "--format", "html", "--out", here.at("same.html"))
    here.type("ward", "ward", "rotate", "--out", here.at("anew"))
    here.type("ward", "ward", "revoke", kiosk_id(here.folder / "kiosk"), "--out", here.at("list.json"))
    here.type("ward", "ward", "install", "--print")


def send_by_network(here: Machines) -> None:
    """The nightly export to a receiver that is running, and its page looked at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    here.config.write_text(f'[export]\nurl = "{url}"\n')
    serve, receiver = ("ward", "serve", "--port", str(port)), Machines(here.folder, said="said as well")
    receiver.begin("ward", *serve)
    try:
        until(lambda: page_of(url) != "", within_s=60)
        here.type("kiosk", "export", "--again")
        assert "kiosk-" in page_of(url)
        assert receiver.typist.process.pid is not None
        os.kill(receiver.typist.process.pid, signal.SIGINT)
        receiver.end(*serve)
    finally:
        receiver.typist.close()
    here.loaded |= receiver.loaded
    here.config.write_text("")


def page_of(url: str) -> str:
    try:
        with urlopen(url, timeout=10) as page:
            return str(page.read().decode())
    except OSError:
        return ""


LOADS = {
    "export": "kiosk.papers.export.job",
    "city load": "kiosk.ward.city.load",
    "city report": "kiosk.ward.city.totals",
    "ward answer": "kiosk.papers.tickets.answers",
    "ward archive": "kiosk.ward.archive",
    "ward backup": "kiosk.ward.backup",
    "ward enrol": "kiosk.papers.keys.enrolment",
    "ward escrow": "kiosk.ward.authority",
    "ward gaps": "kiosk.ward.status",
    "ward ingest": "kiosk.ward.ingest",
    "ward init": "kiosk.ward.ledger",
    "ward install": "kiosk.machine.installing.receiver_unit",
    "ward report": "kiosk.ward.report.as_pdf",
    "ward report-form": "kiosk.ward.report.form",
    "ward pack make": "kiosk.papers.content.proof_beside",
    "ward pack publish": "kiosk.papers.content.pack_file",
    "ward pack show": "kiosk.papers.content.pack_file",
    "ward program countersign": "kiosk.ward.programs",
    "ward program distrust": "kiosk.ward.programs",
    "ward program makers": "kiosk.ward.authority",
    "ward program show": "kiosk.papers.program.pack_file",
    "ward program trust": "kiosk.ward.programs",
    "ward restore": "kiosk.ward.backup",
    "ward revoke": "kiosk.ward.authority",
    "ward rotate": "kiosk.ward.authority",
    "ward serve": "kiosk.ward.serve",
    "ward settle": "kiosk.ward.status",
    "ward tickets": "kiosk.papers.tickets.wording",
}
"""By command: what it must load for its work, to show that it was done and looked at."""


HELPED = [
    pytest.param(
        one, marks=() if one in ("export", "ward", "city", "city load", "ward pack") else pytest.mark.full
    )
    for one in commands()
]


def test_every_command_is_run() -> None:
    assert set(LOADS) == set(commands()) - groups()


@pytest.mark.parametrize("command", LOADS)
def test_a_command_does_its_work_without_the_screens(command: str, machines: Machines) -> None:
    loaded = machines.loaded[command]
    assert LOADS[command] in loaded
    assert of_the_screens(loaded) == []


@pytest.mark.parametrize("command", HELPED)
def test_the_help_of_a_command_is_shown_without_the_screens(command: str, tmp_path: Path) -> None:
    here = Machines(tmp_path)
    try:
        assert "--help" in here.type("nowhere", *command.split(), "--help")
    finally:
        here.typist.close()
    (loaded,) = here.loaded.values()
    assert "kiosk.desk.command_line" in loaded
    assert of_the_screens(loaded) == []
