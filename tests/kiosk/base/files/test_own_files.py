"""Every file of the kiosk is its own user's alone, whatever the umask, and whoever wrote it before."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.app import _memory
from kiosk.base import events as v
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.base.files.durable import publish
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.own_files import keep_private
from kiosk.base.files.paths import (
    database_file,
    export_folder,
    keys_folder,
    logbook_folder,
    staff_file,
    tickets_file,
)
from kiosk.base.hours.clock import SystemClock
from kiosk.base.hours.opening import HANOI
from kiosk.desk.command_line import app
from kiosk.log.logbook.logbook import close_logbook, open_logbook
from kiosk.papers.keys.enrolment import ask
from kiosk.point.staff.register import StaffRegister

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has its own rights")
SAMPLE = Path(__file__).parents[4] / "resources" / "rosters" / "tuan-mau.toml"


@pytest.fixture(autouse=True)
def everybody_may_read() -> Iterator[None]:
    """The umask of Debian's users; what the kiosk sets it to is put back."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    found = (folder, *folder.rglob("*"))
    return [str(one) for one in found if stat.S_IMODE(one.lstat().st_mode) & 0o077]


def test_a_kiosk_that_starts_on_nothing_writes_nothing_that_others_can_read(tmp_path: Path) -> None:
    data = tmp_path / "srv" / "data"
    keep_private(data)
    memory = _memory(RunOptions(Config(), data), SystemClock())
    handler = open_logbook(logbook_folder(data))
    memory.store.start(memory.recorder.take_over)
    memory.recorder.left_over.result(20)
    memory.recorder.record(v.SessionStarted("vi"))
    StaffRegister(data, SystemClock()).add("volunteer", "Bạn Mai")
    assert database_file(data).with_name("visits.sqlite-wal").exists() and staff_file(data).exists()
    assert open_to_others(data) == []
    memory.recorder.record(v.SessionEnded("goodbye"))
    memory.heartbeat.close()
    close_logbook(handler)
    assert memory.store.close()
    assert open_to_others(data) == []


def test_asking_for_an_enrolment_makes_a_folder_that_nobody_else_can_read(tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    ask(data, kiosk_id(data))
    assert open_to_others(data.parent) == []


def test_what_an_older_kiosk_left_readable_is_tightened_and_nothing_of_others_is_touched(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    files = [
        database_file(data),
        data / "visits.sqlite-wal",
        staff_file(data),
        tickets_file(data),
        logbook_folder(data) / "kiosk.log.1",
        export_folder(data) / "outbox" / "a.kbundle",
        keys_folder(data) / "kiosk.json",
    ]
    others, elsewhere = data / "holiday.jpg", tmp_path / "elsewhere"
    elsewhere.write_text("somebody's")
    for file in (*files, others):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("as it was")
    (logbook_folder(data) / "link").symlink_to(elsewhere)
    keep_private(data)
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
        assert file.read_text() == "as it was"
    assert stat.S_IMODE(logbook_folder(data).stat().st_mode) == 0o700
    assert stat.S_IMODE((export_folder(data) / "outbox").stat().st_mode) == 0o700
    for file in (others, elsewhere, data):
        assert stat.S_IMODE(file.stat().st_mode) & 0o044, "a person chose that, or laid it there"


def test_what_is_made_for_others_can_still_be_read_by_them(tmp_path: Path) -> None:
    keep_private(tmp_path / "data")
    publish(tmp_path / "report.pdf", b"figures", shared=True)
    assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == 0o644
    publish(tmp_path / "own.json", b"{}")
    assert stat.S_IMODE((tmp_path / "own.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "words",
    [
        "keys request --new", "keys request", "staff list", "tickets list", "sessions", "export --now",
        "ward init --name Phường_Mẫu", "roster import {sample}", "tickets accept -", "keys accept -",
    ],
)  # fmt: skip
def test_whatever_command_is_the_first_leaves_nothing_that_others_can_read(
    words: str, tmp_path: Path
) -> None:
    data, sample = tmp_path / "srv" / "data", tmp_path / "week.toml"
    week = SAMPLE.read_text("utf-8")
    today = datetime.now(HANOI).date()
    sample.write_text(
        re.sub(r"^week = \S+", f"week = {today - timedelta(today.weekday())}", week, flags=re.M)
    )
    typed = [word.format(sample=sample).replace("Phường_", "Phường ") for word in words.split()]
    CliRunner().invoke(app, [*typed, "--data", str(data), "--config", os.devnull])
    made = data.parent if data.parent.exists() else data
    assert not made.exists() or open_to_others(made) == []


@pytest.mark.parametrize("words", ["keys request", "ward init --name Phường_Mẫu"])
def test_a_folder_that_a_command_has_to_make_is_made_private(words: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    typed = [word.replace("_", " ") for word in words.split()]
    done = CliRunner().invoke(app, [*typed, "--data", str(data), "--config", os.devnull])
    assert done.exit_code == 0, done.output
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
