"""The ward's side on the command line: enrolled, exported by stick, taken in, looked at, withdrawn."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from support.events import visits
from support.exporting import opened_with_age
from support.postgres import postgres
from typer.testing import CliRunner

from kiosk.command_line import app
from kiosk.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.export.folder_courier import PLACE
from kiosk.export.papers import PAPERS_FILE
from kiosk.identity import kiosk_id
from kiosk.paths import database_file, ward_folder


class Desk:
    """A kiosk and a ward's machine, and a person who types."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""

    def type(self, machine: str, *words: str, code: int = 0, typed: str = "") -> str:
        where = ["--data", str(self.folder / machine), "--config", str(self.folder / "none.toml")]
        (self.folder / "none.toml").touch()
        done = CliRunner().invoke(app, [*words, *where], input=typed, catch_exceptions=False)
        assert done.exit_code == code, done.output
        return done.output

    def enrol(self) -> None:
        for machine, words in (
            ("kiosk", ["keys", "request", "--out", str(self.folder / "request.json")]),
            (
                "ward",
                ["ward", "enrol", str(self.folder / "request.json"), "--out", str(self.folder / "a.json")],
            ),
            ("kiosk", ["keys", "accept", str(self.folder / "a.json")]),
        ):
            self.type(machine, *words)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def live(desk: Desk, count: int) -> None:
    from support.events import keep, running

    data = desk.folder / "kiosk"
    with running(database_file(data), kiosk=kiosk_id(data)) as store:
        keep(store, visits(count))


def test_a_stick_goes_to_the_ward_and_back(desk: Desk) -> None:
    stick = desk.folder / "stick"
    assert "không thấy thư mục" in desk.type("kiosk", "export", "--to", str(stick), code=1).lower()
    stick.mkdir()
    assert "chưa được phường cấp giấy" in desk.type("kiosk", "export", "--to", str(stick), code=1)
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    safe = desk.folder / "safe.age"
    desk.type("ward", "ward", "escrow", "--out", str(safe))
    assert "không ghi đè" in desk.type("ward", "ward", "escrow", "--out", str(safe), code=1)
    desk.enrol()
    live(desk, 2)
    said = desk.type("kiosk", "export", "--to", str(stick))
    assert "17 / 17" in said and "Rút USB được rồi" in said
    (bundle,) = (stick / PLACE).iterdir()
    assert opened_with_age(safe, bundle).count(b"\n") == 17
    assert "im lặng" in desk.type("ward", "ward", "gaps", code=1)
    assert "+17" in desk.type("ward", "ward", "ingest", str(stick))
    assert "đã có" in desk.type("ward", "ward", "ingest", str(stick))
    november = ("--from", "2026-11-01", "--to", "2026-11-30", "--format", "json")
    strange = desk.type("ward", "ward", "report", *november, "--place", "point-99", code=1)
    assert "Không ki-ốt nào ở “point-99”" in strange
    assert "25/11/2026" in desk.type("ward", "ward", "gaps")
    assert (stick / PLACE / (bundle.name + ACK_SUFFIX)).exists()
    assert "Phường đã nhận / acknowledged by the ward: 1" in desk.type("kiosk", "export", "--to", str(stick))
    assert [one.name for one in (stick / PLACE).iterdir()] == [PAPERS_FILE]
    assert "waiting for the ward's word: 0" in desk.type("kiosk", "export", "--now")


def test_a_stolen_kiosk_counts_up_to_what_had_come(desk: Desk) -> None:
    stick = desk.folder / "stick"
    stick.mkdir()
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    desk.enrol()
    live(desk, 1)
    desk.type("kiosk", "export", "--to", str(stick))
    desk.type("ward", "ward", "ingest", str(stick))
    name = kiosk_id(desk.folder / "kiosk")
    said = desk.type("ward", "ward", "revoke", name, "--out", str(desk.folder / "list.json"))
    assert ": 9}" in said
    live(desk, 1)
    desk.type("kiosk", "export", "--to", str(stick))
    assert "thu hồi" in desk.type("ward", "ward", "ingest", str(stick), code=1)
    gaps = desk.type("ward", "ward", "gaps", code=1)
    assert "thu hồi / withdrawn" in gaps and "im lặng" not in gaps
    assert "để riêng, không tính / kept aside, not counted: " in gaps


def test_a_ward_may_keep_its_ledger_in_postgresql(desk: Desk) -> None:
    stick = desk.folder / "stick"
    stick.mkdir()
    with postgres() as url:
        desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam", "--ledger", url)
        desk.enrol()
        live(desk, 1)
        desk.type("kiosk", "export", "--to", str(stick))
        assert "+9" in desk.type("ward", "ward", "ingest", str(stick))
        assert "đã có" in desk.type("ward", "ward", "ingest", str(stick))
        assert not list(ward_folder(desk.folder / "ward").glob("ledger.sqlite*"))
    assert "Không mở được sổ nhận" in desk.type("ward", "ward", "gaps", code=1)
    assert "is not the address" in desk.type("ward", "ward", "gaps", "--ledger", "nonsense", code=1)


def test_after_new_keys_every_kiosk_has_its_answer(desk: Desk) -> None:
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    desk.enrol()
    out = desk.folder / "answers"
    desk.type("ward", "ward", "rotate", "--out", str(out))
    (answer,) = out.iterdir()
    assert answer.name == f"{kiosk_id(desk.folder / 'kiosk')}.json"
    assert "đã thuộc" in desk.type("kiosk", "keys", "accept", str(answer))


def test_both_sides_show_which_kiosk_is_enrolled_and_the_answer_may_travel_as_a_code(desk: Desk) -> None:
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    name = kiosk_id(desk.folder / "kiosk")
    asked = desk.type("kiosk", "keys", "request", "--qr")
    line = next(one for one in asked.splitlines() if one.startswith(f"{name}  khóa / key: "))
    request = read_code(asked)
    answered = desk.type("ward", "ward", "enrol", "-", "--qr", typed=request + "\n")
    assert line in answered.splitlines()
    assert "đã thuộc" in desk.type("kiosk", "keys", "accept", "-", typed=read_code(answered) + "\n")


def read_code(text: str) -> str:
    """What a scanner reads on the terminal, and types: one line."""
    rows = [one for one in text.splitlines() if one and set(one) <= set("█▀▄ ")]
    light = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}
    modules = [[light[sign][half] for sign in row] for row in rows for half in (0, 1)]
    (code,) = zxingcpp.read_barcodes(np.kron(np.array(modules, np.uint8) * 255, np.ones((4, 4), np.uint8)))
    assert code.text.isascii()
    return code.text


def test_a_ward_is_founded_under_its_own_name_for_its_officer_alone(desk: Desk) -> None:
    assert "--name" in desk.type("ward", "ward", "init", code=1)
    assert not (desk.folder / "ward").exists()
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    for folder in (desk.folder / "ward", ward_folder(desk.folder / "ward")):
        assert os.name == "nt" or stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU


def test_the_escrow_goes_onto_a_stick_that_is_there_and_is_not_replaced_unasked(desk: Desk) -> None:
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    nowhere = desk.folder / "no-stick"
    assert "đã cắm USB chưa" in desk.type("ward", "ward", "escrow", "--out", str(nowhere / "e"), code=1)
    assert not nowhere.exists()
    first, second = str(desk.folder / "first.age"), desk.folder / "second.age"
    desk.type("ward", "ward", "escrow", "--out", first)
    assert "--again" in desk.type("ward", "ward", "escrow", "--out", str(second), code=1)
    assert not second.exists()
    desk.type("ward", "ward", "escrow", "--again", "--out", str(second))
    assert second.exists()


@pytest.mark.parametrize(
    ("ending", "begins"), [(".json", b"{"), (".xlsx", b"PK"), (".html", b"<!doctype"), ("", b"%PDF")]
)
def test_the_files_ending_chooses_the_form_of_a_report(desk: Desk, ending: str, begins: bytes) -> None:
    desk.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    out = desk.folder / f"bao-cao{ending}"
    desk.type("ward", *AUTUMN, "--out", str(out))
    assert out.read_bytes().lower().startswith(begins.lower())
    if ending == ".json":
        desk.type("ward", *AUTUMN, "--out", str(desk.folder / "bao-cao.doc"), code=2)


AUTUMN = ("ward", "report", "--from", "2026-11-01", "--to", "2026-11-30")
