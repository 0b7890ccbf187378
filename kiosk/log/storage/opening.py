"""Opens the log at the start of the program and after every trouble: sound, up to date, and truly ours."""

from __future__ import annotations

import logging
import sqlite3
import uuid
from dataclasses import dataclass
from pathlib import Path

from kiosk.base import events as v
from kiosk.base.files.durable import private_folder
from kiosk.base.hours.clock import Clock, quarter
from kiosk.log.sessions.events import Event
from kiosk.log.storage.engines import Connect, writer_engine
from kiosk.log.storage.file_check import check_file, refuses_writing
from kiosk.log.storage.marker import Marker, left_up_to, read_marker
from kiosk.log.storage.migrate import bring_up_to_date
from kiosk.log.storage.open_log import OpenLog
from kiosk.log.storage.quarantine import set_aside
from kiosk.log.storage.trouble import cause_of

logger = logging.getLogger(__name__)


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
    private_folder(database.parent)
    aside = None
    if database.exists() and (distrust or not _is_ours(database, connect)):
        aside = set_aside(database)
    try:
        return _opened(database, who, clock, connect, aside)
    except Exception as failure:
        if aside is not None or cause_of(failure) != "read-only" or not refuses_writing(database):
            raise
        return _opened(database, who, clock, connect, set_aside(database))


def _opened(database: Path, who: Identity, clock: Clock, connect: Connect, aside: Path | None) -> Opened:
    log = _connected(database, who, connect)
    try:
        cause = _settle_epoch(log, who, clock, damaged=aside is not None)
        _agree_with_marker(log, who.machine)
    except Exception:  # whatever it is: a connection left open would lock the next attempt out
        log.close()
        raise
    return Opened(log, cause, aside)


def _is_ours(database: Path, connect: Connect) -> bool:
    """Whether there is nothing to set aside; an older log is brought up to date on the way.

    Raises what is not damage (busy, disk errors).
    """
    standing = check_file(database, connect)
    if standing.state == "older":
        bring_up_to_date(database, connect)
        standing = check_file(database, connect)
    if standing.state == "damaged":
        logger.warning("%s is set aside: %s", database.name, standing.why)
    return standing.state != "damaged"


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
        log.begin_epoch(uuid.uuid4().hex, epoch_begun(cause, before, clock))
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


def epoch_begun(cause: v.EpochCause, before: str | None, clock: Clock) -> Event:
    now = clock.now()
    return Event(v.EpochBegun(cause, before), None, 0, quarter(now.wall_s), now.clock_ok, now.boot)


def _agree_with_marker(log: OpenLog, machine: str) -> None:
    """Write a new token into the marker and the database; a power cut in between leaves them agreeing."""
    new = uuid.uuid4().hex
    log.mark(machine, (new,) if log.token is None else (log.token, new))
    log.change_token(new)
    log.mark(machine, (new,))
