"""Opens the log at the start of the program and after every trouble: sound, up to date, and truly ours."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock, quarter
from kiosk.sessions import vocabulary as v
from kiosk.sessions.events import Event
from kiosk.storage.engines import Connect, writer_engine
from kiosk.storage.marker import Marker, left_up_to, read_marker
from kiosk.storage.migrate import bring_up_to_date
from kiosk.storage.open_log import OpenLog
from kiosk.storage.quarantine import set_aside
from kiosk.storage.trouble import cause_of


@dataclass(frozen=True, slots=True)
class Opened:
    """`new_epoch`: why numbering began anew, None when the epoch goes on. `aside`: a damaged file."""

    log: OpenLog
    new_epoch: v.EpochCause | None
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who writes: the kiosk's name (an id, from the config) and the machine it runs on."""

    kiosk: str
    machine: str


def open_log(
    database: Path, who: Identity, clock: Clock, connect: Connect | None = None, *, distrust: bool = False
) -> Opened:
    """*distrust* sets the file aside unseen, because a write found it damaged.

    Raises SQLAlchemy's or sqlite3's errors, `OSError` or `LogFromTheFuture`; nothing is half done then.
    """
    connect = connect or sqlite3.connect
    database.parent.mkdir(parents=True, exist_ok=True)
    aside = None
    if database.exists() and (distrust or not is_sound(database, connect)):
        aside = set_aside(database)
    log = _connected(database, who, connect)
    try:
        if not log.tail_is_ours():
            log.close()
            aside = set_aside(database)
            log = _connected(database, who, connect)
        cause = _settle_epoch(log, who, clock, damaged=aside is not None)
        _agree_with_marker(log, who.machine)
    except Exception:  # whatever it is: a connection left open would lock the next attempt out
        log.close()
        raise
    return Opened(log, cause, aside)


def is_sound(database: Path, connect: Connect = sqlite3.connect) -> bool:
    """SQLite's own quick check, and whether it is a log at all. Raises for what is not damage (busy, disk
    errors).

    Read-only, since closing a writing connection would throw away a damaged file's -wal.
    """
    try:
        with closing(connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            return whole and _is_a_log(connection)
    except sqlite3.Error as failure:
        if cause_of(failure) == "corrupt":
            return False
        raise


def _is_a_log(connection: sqlite3.Connection) -> bool:
    """Not another program's file of that name: nothing is in it yet, or we brought it up to date."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return not tables or "alembic_version" in tables


def _connected(database: Path, who: Identity, connect: Connect) -> OpenLog:
    bring_up_to_date(database, connect)
    engine = writer_engine(database, connect)
    connection = engine.connect()
    try:
        return OpenLog(database, engine, connection, who.kiosk)
    except Exception:
        connection.close()
        raise


def _settle_epoch(log: OpenLog, who: Identity, clock: Clock, *, damaged: bool) -> v.EpochCause | None:
    """Go on with the epoch of the file, or begin a new one and say why."""
    marker = read_marker(log.database)
    cause = "corrupt" if damaged else _why_new_epoch(log, marker, who)
    if cause is not None:
        before = log.epoch or (marker.epoch if marker else None)
        log.begin_epoch(uuid.uuid4().hex, _epoch_begun(cause, before, clock))
    return cause


def _why_new_epoch(log: OpenLog, marker: Marker | None, who: Identity) -> v.EpochCause | None:
    if not log.epoch:
        return "created" if marker is None else "marker"
    if log.epoch_kiosk != who.kiosk:
        return "renamed"
    if log.token is None:  # made, but the power went before the marker and it could agree
        return None
    if marker is None or marker.disagrees(who.machine, log.epoch, log.seq, log.token):
        return "marker"
    if left_up_to(log.database, log.epoch) > log.seq:  # an older copy, put back while the marker lagged
        return "marker"
    return None


def _epoch_begun(cause: v.EpochCause, before: str | None, clock: Clock) -> Event:
    now = clock.now()
    return Event(v.EpochBegun(cause, before), None, 0, quarter(now.wall_s), now.clock_ok, now.boot)


def _agree_with_marker(log: OpenLog, machine: str) -> None:
    """Write a new token into the marker and the database; a power cut in between leaves them agreeing."""
    new = uuid.uuid4().hex
    log.mark(machine, (new,) if log.token is None else (log.token, new))
    log.change_token(new)
    log.mark(machine, (new,))
