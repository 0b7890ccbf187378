"""A kiosk and a ward's machine, and a person who types on both."""

from __future__ import annotations

from pathlib import Path

from support.events import keep, running, visits
from typer.testing import CliRunner

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file
from kiosk.desk.command_line import app


class KioskAndWard:
    """A kiosk and a ward's machine, and a person who types."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""

    def type(self, machine: str, *words: str, code: int | None = 0, typed: str = "") -> str:
        where = ["--data", str(self.folder / machine), "--config", str(self.folder / "none.toml")]
        (self.folder / "none.toml").touch()
        done = CliRunner().invoke(app, [*words, *where], input=typed, catch_exceptions=False)
        assert code is None or done.exit_code == code, done.output
        return done.output

    def enrol(self, *how: str) -> None:
        """*how*: the kiosk accepts the answer."""
        for machine, words in (
            ("kiosk", ["keys", "request", "--out", str(self.folder / "request.json")]),
            (
                "ward",
                ["ward", "enrol", str(self.folder / "request.json"), "--out", str(self.folder / "a.json")],
            ),
            ("kiosk", ["keys", "accept", str(self.folder / "a.json"), *how]),
        ):
            self.type(machine, *words)


def live(machines: KioskAndWard, count: int) -> None:
    data = machines.folder / "kiosk"
    with running(database_file(data), kiosk=kiosk_id(data)) as store:
        keep(store, visits(count))
