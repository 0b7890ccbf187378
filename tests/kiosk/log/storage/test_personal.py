"""Nothing personal is in any file of the log, whatever the screens hand to the recorder."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from support.conditions import until
from support.events import WAIT_S
from support.fake_clock import FakeClock
from support.visit_fakes import HASH
from support.whole_log import WholeLog, whole_log

from kiosk.base import events as v
from kiosk.base.events import Use
from kiosk.base.events.rules import EPOCH, OneOf, admits
from kiosk.base.files.paths import database_file
from kiosk.log.sessions.recorder import SessionRecorder

TYPED = [
    "Nguyễn Thị Bưởi",
    "Nguyen Thi Buoi",
    "0912345678",
    "001099012345",
    "buoi@example.vn",
    "h4.0912345678",
]


def _tell_everything(log: SessionRecorder) -> None:
    """A visit in which every text argument is, once, something that a person could have typed."""
    for typed in TYPED:
        log.record(v.SessionStarted("vi"))
        log.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "dau"))
        log.record(v.LanguageChanged(typed))  # type: ignore[arg-type]
        log.record(v.WalkStarted(typed, typed, typed, typed))
        log.record(v.EdgeTaken(typed, None))
        log.record(v.EdgeTaken("next", typed))
        log.record(v.WentBack(typed))
        log.record(v.WalkReopened(typed))
        log.record(v.StepExplained(typed, "simpler"))
        log.record(v.AssistStarted(typed))
        log.record(v.AssistStarted("tnv-01"))
        log.record(v.GroupSaid(typed))  # type: ignore[arg-type]
        log.record(v.ResultGiven(typed))  # type: ignore[arg-type]
        log.record(v.ObstacleGiven(typed))  # type: ignore[arg-type]
        log.record(v.FilingGiven(typed))  # type: ignore[arg-type]
        log.record(v.PrivateEdgeTaken(typed, None))
        log.record(v.PrivateEdgeTaken("next", typed))
        log.record(v.PrivateWalkReopened(typed, (typed,)))
        log.record(v.DoorVisited("guided", typed))
        log.record(v.TrainingFinished(typed, "officer"))
        log.record(v.UseCounted(Use(frozenset({typed}), frozenset({typed}), typed)))  # type: ignore[arg-type]
        log.record(v.SessionEnded("goodbye"))


def _running(folder: Path, clock: FakeClock) -> WholeLog:
    log = whole_log(folder, clock)
    log.start()
    log.recorder.left_over.result(WAIT_S)
    return log


def test_what_a_person_typed_is_in_no_file(tmp_path: Path) -> None:
    log = _running(tmp_path, FakeClock())
    _tell_everything(log.recorder)
    log.recorder.record(v.SessionStarted("vi"))
    until(lambda: log.heartbeat.last() is not None)
    files = [path for path in tmp_path.iterdir() if path.suffix != ".ballast"]
    raw = b"".join(path.read_bytes() for path in files if path.exists())
    assert log.close()
    raw += b"".join(path.read_bytes() for path in files if path.exists())
    assert b"session.started" in raw
    for typed in TYPED:
        assert typed.encode() not in raw
        assert json.dumps(typed).encode() not in raw


def test_every_value_of_every_row_is_of_the_vocabulary(tmp_path: Path) -> None:
    log = _running(tmp_path, FakeClock())
    _tell_everything(log.recorder)
    assert log.close()
    with closing(sqlite3.connect(database_file(tmp_path))) as connection:
        rows = connection.execute("SELECT kind, session, wall_s, boot, fields FROM event").fetchall()
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {"alembic_version", "epoch", "event", "opening", "tally", "visit_tally"}
    words = {"vneid-cai-dat", "vneid", "dau", "next", "diem-1", "0.1.0", "tnv-01", HASH}
    words |= {word for rules in v.RULES.values() for rule in rules.values() if isinstance(rule, OneOf)
              for word in rule.words}  # fmt: skip
    assert len(rows) > 10
    for kind, session, wall_s, boot, fields in rows:
        assert kind in v.KINDS
        assert session is None or admits(EPOCH, session)
        assert admits(EPOCH, boot)
        assert wall_s % 900 == 0
        assert all(value is None or value in words for value in json.loads(fields).values())


def test_after_the_end_of_a_visit_no_file_holds_an_exact_time(tmp_path: Path) -> None:
    clock = FakeClock()
    exact = str(round(clock.wall_s))
    log = _running(tmp_path, clock)
    log.recorder.record(v.SessionStarted("vi"))
    heartbeat = tmp_path / "heartbeat.json"
    until(heartbeat.exists)
    assert exact in heartbeat.read_text("utf-8")
    log.recorder.record(v.SessionEnded("goodbye"))
    until(lambda: not heartbeat.exists())
    assert log.close()
    for path in tmp_path.iterdir():
        assert exact.encode() not in path.read_bytes(), path.name
