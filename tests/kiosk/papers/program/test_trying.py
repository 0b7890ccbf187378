"""A new program is tried on this machine before it is in force: it really runs, on a copy of what is here."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from support.events import keep, running, visits
from support.taken_programs import CLONE, FAULT, TakingKiosk, linked_environment

from kiosk.base.files.paths import database_file
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import Prepared, Unfinished
from kiosk.papers.program import trying
from kiosk.papers.program.release import ProgramPack
from kiosk.papers.program.standing import read_standing
from kiosk.papers.program.taking import incoming, last_refusal, prepare
from kiosk.papers.program.trying import TriedBeside

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is of an installed kiosk")
CRASHES = b"import sys\nif 'run' in sys.orig_argv:\n    sys.exit('no such thing')\n"
KILLED = b"import os, signal, sys\nif 'run' in sys.orig_argv:\n    os.kill(os.getpid(), signal.SIGKILL)\n"
HANGS = b"import sys, time\nif 'run' in sys.orig_argv:\n    time.sleep(600)\n"
NEXT = """
import sqlalchemy as sa
from alembic import op
revision = "0004"
down_revision = "0003"
def upgrade() -> None:
    op.create_table("of_tomorrow", sa.Column("no", sa.Integer, primary_key=True))
    {more}
"""
"""A migration of a version to come."""


@pytest.fixture
def kiosk(tmp_path: Path) -> TakingKiosk:
    made = TakingKiosk(tmp_path)
    with running(database_file(made.data), kiosk=made.name) as store:
        keep(store, visits(3))
    return made


@pytest.fixture(autouse=True)
def a_shorter_trial(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "SCREENS", 3)
    monkeypatch.setattr(trying, "SIGNS", 2)


def taken(kiosk: TakingKiosk, more: dict[str, bytes], **terms: object) -> Prepared[ProgramPack] | None:
    kiosk.brings(kiosk.pack(1, more, **terms))
    attempt = TriedBeside(kiosk.data)
    return prepare(kiosk.programs, kiosk.data, kiosk.name, linked_environment, attempt)


def refusal(kiosk: TakingKiosk, more: dict[str, bytes], **terms: object) -> str:
    with pytest.raises(PackRefused) as refused:
        taken(kiosk, more, **terms)
    assert refused.value.why == "not-working" and read_standing(kiosk.programs).counter == 0
    return refused.value.detail


def of_tomorrow(more: str = "pass") -> dict[str, bytes]:
    """The program with one migration more: its whole package, since two cannot share a name."""
    files = {
        f"program/{file.relative_to(CLONE).as_posix()}": file.read_bytes()
        for file in sorted((CLONE / "kiosk").rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }
    tables = "program/kiosk/log/storage/tables.py"
    files[tables] = files[tables].replace(b'REVISION = "0003"', b'REVISION = "0004"')
    model = b'\nof_tomorrow = Table("of_tomorrow", metadata, Column("no", Integer, primary_key=True))\n'
    files[tables] += model
    files["program/kiosk/log/storage/migrations/versions/0004_next.py"] = NEXT.format(more=more).encode()
    return files


def revision(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_a_sound_program_passes_and_the_log_is_brought_up_to_date_on_a_copy_alone(kiosk: TakingKiosk) -> None:
    before = database_file(kiosk.data).read_bytes()
    prepared = taken(kiosk, of_tomorrow(), database="0004")
    assert prepared is not None and not (prepared.folder / trying.TRIAL).exists()
    assert database_file(kiosk.data).read_bytes() == before and revision(database_file(kiosk.data)) == "0003"


def test_a_migration_that_fails_half_way_is_found_on_the_copy(kiosk: TakingKiosk) -> None:
    wrong = refusal(kiosk, of_tomorrow('op.execute("INSERT INTO nowhere VALUES (1)")'), database="0004")
    assert "the log" in wrong and revision(database_file(kiosk.data)) == "0003"


def test_a_program_that_ends_at_its_start_is_refused(kiosk: TakingKiosk) -> None:
    wrong = refusal(kiosk, {FAULT: CRASHES})
    assert "ended by itself" in wrong and "no such thing" in wrong


def test_a_program_that_the_kernel_kills_is_tried_again_and_not_for_ever(kiosk: TakingKiosk) -> None:
    kiosk.brings(kiosk.pack(1, {FAULT: KILLED}))
    for ends in (Unfinished, Unfinished, PackRefused):
        with pytest.raises(ends):
            prepare(kiosk.programs, kiosk.data, kiosk.name, linked_environment, TriedBeside(kiosk.data))
    assert last_refusal(kiosk.programs) == "given-up" and not incoming(kiosk.programs).exists()


def test_a_program_whose_window_does_not_open_is_refused(
    kiosk: TakingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "READY_WITHIN_S", 1.0)
    assert "its window does not open" in refusal(kiosk, {FAULT: HANGS})


def test_a_kiosk_that_closes_waits_for_no_trial_and_the_pack_waits(kiosk: TakingKiosk) -> None:
    attempt = TriedBeside(kiosk.data)
    attempt.end()
    kiosk.brings(kiosk.pack(1, {FAULT: CRASHES}))
    with pytest.raises(InterruptedError):
        prepare(kiosk.programs, kiosk.data, kiosk.name, linked_environment, attempt)
    assert incoming(kiosk.programs).exists()


def test_a_log_that_cannot_be_copied_lets_the_pack_wait(kiosk: TakingKiosk) -> None:
    database_file(kiosk.data).write_bytes(b"no log at all" * 999)
    with pytest.raises(OSError, match="cannot be copied"):
        taken(kiosk, {})
    assert incoming(kiosk.programs).exists()


def test_no_key_is_where_a_new_program_is_tried(kiosk: TakingKiosk, tmp_path: Path) -> None:
    assert (kiosk.data / "keys").is_dir()
    trying.copy_data(kiosk.data, tmp_path / "copy")
    assert sorted(one.name for one in (tmp_path / "copy").iterdir()) == ["visits.sqlite"]
    shutil.rmtree(tmp_path / "copy")
