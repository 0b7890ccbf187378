"""Names, telephone and identity numbers thrown at every input of the whole kiosk; then all is searched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import pytest
from support.exporting import opened
from support.searching import found_in, found_in_files
from support.ward import Ward
from typer.testing import CliRunner

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file, logbook_folder, roster_file
from kiosk.base.hours.clock import SystemClock
from kiosk.desk.command_line import app
from kiosk.papers.export.envelope import parse_envelope
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.point.staff.register import StaffRegister

resource = pytest.importorskip("resource", reason="Windows has no limits of this kind")
ROOT = Path(__file__).parents[2]
NAME = "Nguyễn Thị Bưởi"
THROWN = (
    "0912345678", "0912 345 678", "001099012345", NAME, "buoi@example.vn", "(091) 234 5678", "0912  345  678",
    "0912/345/678", "091–2345678", "0084912345678", "GD4010123456789", "bà Hạnh", "Đào Thị Lan",
    "001 099 012 345", "012345678", "012 345 678", "GD 4 01 01 234 56789", "+84 912 345 678",
    "0912, 345, 678", "NGUYEN THI BUOI", "Hoàng Minh Tâm", "số 5 bà hạnh", "B1234567",
)  # fmt: skip
WRITTEN = "Nhà văn hoá Trần Hưng Đạo"  # in config and roster: it stands on the screen, and nowhere else
SHOWN = "Bà Nhung"  # of staff: in the register, and nowhere else
CONFIG = f"""
[ward]
name = "{THROWN[5]}"
city = "{THROWN[4]}"
[place]
kind = "point"
number = 3
name = "{WRITTEN}"
address = "{WRITTEN}"
[speech]
headphones = "{THROWN[3]}"
[cards]
printer = "{WRITTEN}"
camera = "{THROWN[2]}"
[help]
further_place = "{WRITTEN}"
further_phone = "{THROWN[3]}"
lamp_on = "LAMP on"
lamp_off = "LAMP off"
nobody_came = "/nowhere/call {THROWN[1]}"
"""
ROSTER = """
week = "{week}"
[place."{id}"]
name = "{name}"
address = "{address}"
staff = ["{staff}"]
"{day}" = [{{ time = "{time}", staff = ["{on_shift}"] }}]
"""
PICTURES = {".png", ".jpg", ".jpeg", ".bmp", ".ppm", ".svg", ".pdf", ".avi"}
RIGHT = {
    "week": "2026-11-23", "id": "point-3", "name": "Điểm ở chợ", "address": "Ngõ 5", "staff": "tnv-01",
    "day": "mon", "time": "08:00-11:30", "on_shift": "tnv-01",
}  # fmt: skip


def typed(*words: str, data: Path, config: Path) -> str:
    done = CliRunner().invoke(app, [*words, "--data", str(data), "--config", str(config)])
    return done.output


def take_in_rosters(file: Path, data: Path, config: Path) -> None:
    """Texts alone in fields of a roster that is right but for them are refused; at last one it takes.

    The first in every field, the others in one each, in turn. (`test_personal` has all of them.)
    """
    kept, columns = roster_file(data), tuple(RIGHT)
    for at, text in enumerate(THROWN):
        for field in columns if at == 0 else (columns[at % len(columns)],):
            file.write_text(ROSTER.format(**RIGHT | {field: text}), "utf-8")
            told = typed("roster", "import", str(file), data=data, config=config)
            assert not kept.exists(), (text, field)
            assert found_in(told.encode(), (text,)) == []
    file.write_text(ROSTER.format(**RIGHT | {"name": WRITTEN}), "utf-8")
    typed("roster", "import", str(file), data=data, config=config)
    assert WRITTEN in kept.read_text("utf-8")


def add_nobody_by(data: Path, config: Path) -> None:
    for text in THROWN:
        told = typed("staff", "add", text, data=data, config=config) if text != "bà Hạnh" else ""
        assert found_in(told.encode(), (text,)) == []
    assert len(StaffRegister(data, SystemClock()).members()) == 1


def run(data: Path, config: Path, pin: str, end: Literal["crash", "well"]) -> tuple[dict[str, Any], str]:
    """As free to dump its memory where it stands as a process can be."""
    folder, room = data.parent / "here", data.parent / "room"
    for one in (folder, room):
        one.mkdir(exist_ok=True)
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    done = subprocess.run(
        [sys.executable, "-m", "support.kiosk_thrown_at", str(data), str(config), end],
        input="\n".join((pin, *THROWN)),
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
        cwd=folder,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (most, most)),
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
            "PYTHONFAULTHANDLER": "1",
            "TMPDIR": str(room),
            "QT_QPA_PLATFORM": "offscreen",
            "PULSE_SERVER": "unix:/nonexistent/socket",
        },
    )
    assert done.returncode == (-signal.SIGSEGV if end == "crash" else 0), done.stderr
    seen = json.loads(done.stdout)
    assert "stuck at" not in seen, seen["stuck at"]
    assert (seen["drawn"], seen["differing"], seen["on the disk"]) == ([], [], [])
    assert seen["core"] == ([1, 1] if most else [0, 0])
    assert not [one for one in folder.iterdir() if one.is_file()], "a crash leaves nothing where it happens"
    assert found_in_files(room, (*THROWN, SHOWN, WRITTEN, pin)) == []
    assert found_in(done.stderr.encode(), (*THROWN, SHOWN, WRITTEN, pin)) == []
    return seen, done.stderr


def test_what_people_are_called_and_their_numbers_are_in_no_file_and_leave_in_no_export(
    tmp_path: Path,
) -> None:
    data, config, stick = tmp_path / "data", tmp_path / "kiosk.toml", tmp_path / "stick"
    roster = tmp_path / "roster.toml"
    lamp, burnt = tmp_path / "lamp", tmp_path / "burnt"
    lamp.write_text(f'#!/bin/sh\necho "$1" >> {burnt}\n')
    lamp.chmod(0o755)
    config.write_text(CONFIG.replace("LAMP", str(lamp)), "utf-8")
    stick.mkdir()
    pin = StaffRegister(data, SystemClock()).add("volunteer", SHOWN)[1]
    ward = Ward(tmp_path / "received")
    ward.authority, answer = ward.authority.enrol(ask(data, kiosk_id(data)), "2026-11")
    accept(data, kiosk_id(data), answer)
    take_in_rosters(roster, data, config)
    add_nobody_by(data, config)

    seen, said = run(data, config, pin, "crash")
    assert "Segmentation fault" in said
    places = [str(place).split(".")[0] for place in seen["screens"]]
    assert places == [
        "attract", "home", "step", "person", "presets", "goodbye", "card", "door", "menu",
        "assist", "assist", "assist", "step", "training", "ticket",
    ]  # fmt: skip
    assert (seen["left out"], seen["a leak is seen"]) == ([], True) and seen["kinds"] > 50
    assert any(one.startswith("card.unread") for one in seen["led to"]), "what is scanned does arrive"
    assert str(seen["ticket"]).startswith("Đ3")
    assert [one.partition(" ")[0] for one in seen["codes"]] == ["card:", "ticket:"]
    assert found_in("".join(seen["codes"]).encode(), THROWN) == []
    names = (*THROWN, WRITTEN, SHOWN, pin)
    assert database_file(data).with_name(database_file(data).name + "-wal").stat().st_size > 0
    assert found_in_files(data, ("ticket.raised",)), "the search looks where the log is"
    assert found_in_files(data, names, but=("staff.json", "staff.json.part", "roster.json")) == []
    mistakes = (logbook_folder(data) / "kiosk.log").read_text("utf-8")
    assert mistakes.count("a bug of ours") == 2 * len(THROWN) == mistakes.count("ValueError: •••")
    assert mistakes.count("Unquoted: ValueError") == len(THROWN)

    run(data, config, pin, "well")
    burning = burnt.read_text().split()
    assert (burning[0], "on" in burning, burning[-1]) == ("off", True, "off"), "the config's own lamp"

    told = [
        typed("sessions", "--json", data=data, config=config),
        typed("sessions", "--figures", data=data, config=config),
        typed("sessions", "--out", str(stick / "day.xlsx"), data=data, config=config),
        typed("sessions", "--out", str(stick / "day.csv"), data=data, config=config),
        typed("tickets", "list", data=data, config=config),
        typed("export", "--to", str(stick), data=data, config=config),
    ]
    assert found_in("".join(told).encode(), names) == []
    assert found_in_files(data, names, but=("staff.json", "staff.json.part", "roster.json")) == []
    assert found_in((data / "staff.json").read_bytes(), (*THROWN, WRITTEN, pin)) == []
    assert found_in(roster_file(data).read_bytes(), (*THROWN, SHOWN, pin)) == []
    assert found_in_files(stick, names) == []
    assert not [one for one in (*data.rglob("*"), *stick.rglob("*")) if one.suffix in PICTURES]
    bundles = [one for one in stick.rglob("*") if one.suffix not in (".xlsx", ".csv") and one.is_file()]
    contents = [opened(ward, parse_envelope(one.read_bytes())) for one in bundles]
    assert any(b"ticket.raised" in one for one in contents)
    assert any(b"help.called" in one for one in contents)
    assert found_in(b"".join(contents), names) == []


@pytest.mark.parametrize(
    "written",
    ["gọi 0912345678", "so 0912 345 678", "NGUYỄN THỊ BƯỞI", "Nguyen Thi Buoi", r"Nguy\u1ec5n Th\u1ecb B"],
)
def test_the_search_finds_what_is_written_in_other_ways(written: str, tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(written, "utf-8")
    wanted = ("0912 345 678", "Nguyễn Thị Bưởi", "Nguyễn Thị B")
    assert found_in_files(tmp_path, wanted)
    assert not found_in_files(tmp_path, wanted, but=("log.txt",))
