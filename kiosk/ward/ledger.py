"""The ward's ledger: SQLite in the ward's folder, or PostgreSQL by URL; the same statements on both."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, func, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from kiosk.base.events import KioskStarted
from kiosk.base.files.durable import private_file, publish
from kiosk.base.messages.database_errors import reason_of_database
from kiosk.base.messages.system_errors import SaidInBoth, reason_of
from kiosk.log.sessions.chain import EventRow
from kiosk.log.sessions.events import canonical
from kiosk.log.storage.engines import migration_engine, reader_engine, writer_engine
from kiosk.log.storage.migrate import revision_of, upgrade
from kiosk.log.storage.trouble import LogFromTheFuture
from kiosk.papers.export.envelope import Header
from kiosk.ward import tables as t
from kiosk.ward.bulk import add_events

SCRIPTS = Path(__file__).parent / "migrations"
LEDGER_FILE, URL_FILE = "ledger.sqlite", "ledger.url"
ROWS_AT_ONCE = 1000
WANTED_BYTES = 256 * 1024
"""Free on the disk: what SQLite lays beside a file has 32 KB, and a change some pages."""


class LedgerTrouble(SaidInBoth):
    """The ledger cannot be reached or written just now; nothing of what was begun is in it.

    `vi` and `en` are clauses that say why.
    """


class Ledger:
    """`change` is one transaction: all of it happens, or nothing."""

    def __init__(self, writer: Engine, reader: Engine, file: Path | None = None) -> None:
        """*file*: where it lies, None in PostgreSQL."""
        self._writer, self._reader, self._file = writer, reader, file

    @contextmanager
    def change(self, *alone: str) -> Iterator[Connection]:
        """One at a time for each kiosk (or whatever else is named), in this order, whoever else is at it.

        Raises `LedgerTrouble`.
        """
        try:
            with self._writer.begin() as connection:
                if connection.dialect.name == "postgresql":
                    wait = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
                    for name in alone:
                        connection.execute(wait, {"name": name})
                yield connection
        except SQLAlchemyError as failure:
            raise _trouble(failure, self._file) from failure

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Reading, all of one moment. Raises `LedgerTrouble`."""
        try:
            with self._reader.connect() as connection, connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
                yield connection
        except SQLAlchemyError as failure:
            raise _trouble(failure, self._file) from failure

    def copy_into(self, other: Ledger) -> int:
        """All rows, of one moment, whoever writes here meanwhile, into an empty one. How many events.

        Raises `LedgerTrouble`.
        """
        with self.read() as source, other.change("") as target:
            for table in t.metadata.sorted_tables:
                query = select(table).execution_options(yield_per=ROWS_AT_ONCE)
                for rows in source.execute(query).mappings().partitions():
                    target.execute(insert(table), [dict(row) for row in rows])
                if target.dialect.name == "postgresql" and (number := table.autoincrement_column) is not None:
                    next_one = func.setval(
                        func.pg_get_serial_sequence(table.name, number.name),
                        select(func.max(number)).scalar_subquery(),
                    )
                    target.execute(select(next_one.label("next")))
            return int(target.execute(select(func.count()).select_from(t.event)).scalar_one())

    def is_written(self) -> bool:
        """Whether anything was ever taken in. Raises `LedgerTrouble`."""
        with self.read() as connection:
            return connection.execute(select(t.source.c.no).limit(1)).first() is not None

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def open_ledger(folder: Path, url: str = "") -> Ledger:
    """The ledger at *url*, by default the one this ward chose; made or brought up to date first.

    Raises `LedgerTrouble`.
    """
    url, file = url or chosen_url(folder), folder / LEDGER_FILE
    try:
        if url:
            engine = _engine_at(url)
            _bring_up_to_date(engine)
            return Ledger(engine, engine)
        private_file(file)
        migrating = migration_engine(file)
        try:
            _bring_up_to_date(migrating)
        finally:
            migrating.dispose()
        return Ledger(writer_engine(file), reader_engine(file), file)
    except LogFromTheFuture as failure:
        raise LedgerTrouble("phần mềm mới hơn đã ghi sổ này; hãy cài bản mới hơn", str(failure)) from failure
    except (SQLAlchemyError, OSError) as failure:
        raise _trouble(failure, None if url else file) from failure


def open_kept(folder: Path, url: str = "") -> Ledger:
    """As `open_ledger`, of a ward that has had one: none takes the place of what is lost or empty.

    Raises `LedgerTrouble`.
    """
    if is_lost(folder, url):
        raise LedgerTrouble(
            f"{folder / LEDGER_FILE} trống hoặc không còn. Có bản sao thì ./script/run ward restore; "
            "không có thì ./script/run ward init --empty-ledger, rồi ở mỗi máy ./script/run export --again",
            f"{folder / LEDGER_FILE} is empty or gone. With a backup: ./script/run ward restore; without: "
            "./script/run ward init --empty-ledger, then at each of them ./script/run export --again",
        )
    return open_ledger(folder, url)


def is_lost(folder: Path, url: str = "") -> bool:
    """Whether the file that a ward's ledger is has nothing in it, or is not there. Never of PostgreSQL."""
    if url or chosen_url(folder):
        return False
    file = folder / LEDGER_FILE
    return not any(one.exists() and one.stat().st_size for one in (file, file.with_name(f"{file.name}-wal")))


def _trouble(failure: Exception, file: Path | None) -> LedgerTrouble:
    """*file*: of the ledger. On a full disk SQLite may say only that it could not read or write."""
    inner = getattr(failure, "orig", None)
    if file is not None and isinstance(inner, sqlite3.Error) and has_no_room(file.parent):
        return LedgerTrouble(*reason_of(OSError(errno.ENOSPC, "No space left on device")))
    return LedgerTrouble(*reason_of_database(failure))


def has_no_room(folder: Path) -> bool:
    """Whether its disk is full."""
    try:
        return shutil.disk_usage(folder).free < WANTED_BYTES
    except OSError:
        return False


def choose_url(folder: Path, url: str) -> None:
    """From now on this ward's ledger is there. The file may hold a password. Raises `OSError`."""
    publish(folder / URL_FILE, url.encode() + b"\n")


def chosen_url(folder: Path) -> str:
    """Empty: the file in the ward's folder."""
    try:
        return (folder / URL_FILE).read_text("utf-8").strip()
    except FileNotFoundError:
        return ""


def _engine_at(url: str) -> Engine:
    try:
        asked = make_url(url)
    except ArgumentError as failure:
        raise LedgerTrouble(
            f"“{url}” không phải địa chỉ của cơ sở dữ liệu", f"“{url}” is not the address of a database"
        ) from failure
    if asked.get_backend_name() != "postgresql":
        raise LedgerTrouble(
            "chỉ nhận postgresql://…; không ghi địa chỉ thì sổ là một tệp",
            "only postgresql://… is known here; without a URL the ledger is a file",
        )
    try:
        return create_engine(asked.set(drivername="postgresql+psycopg"), poolclass=NullPool)
    except ModuleNotFoundError as failure:
        raise LedgerTrouble(
            "thiếu phần nối với PostgreSQL: .venv/bin/pip install 'psycopg[binary]'",
            "PostgreSQL's driver is missing: .venv/bin/pip install 'psycopg[binary]'",
        ) from failure


def _bring_up_to_date(engine: Engine) -> None:
    with engine.connect() as connection:
        revision = revision_of(connection)
    if revision != t.REVISION:
        upgrade(engine, SCRIPTS, revision)


# --- within a change ---------------------------------------------------------------------------------


def source_no(connection: Connection, kiosk: str, epoch: str) -> int:
    """The number of that kiosk's epoch, given now if it is new."""
    number = connection.execute(
        select(t.source.c.no).where(t.source.c.kiosk == kiosk, t.source.c.epoch == epoch)
    ).scalar()
    if number is not None:
        return int(number)
    added = connection.execute(insert(t.source).values(kiosk=kiosk, epoch=epoch)).inserted_primary_key
    assert added is not None
    return int(added[0])


def has_bundle(connection: Connection, source: int, header: Header) -> bool:
    query = select(t.bundle.c.no).where(
        t.bundle.c.source_no == source,
        t.bundle.c.kind == header.kind,
        t.bundle.c.first == header.first,
        t.bundle.c.last == header.last,
        t.bundle.c.content == header.content,
    )
    return connection.execute(query).first() is not None


def has_come(connection: Connection, header: Header) -> bool:
    """Whether that very bundle has come."""
    query = select(t.source.c.no).where(t.source.c.kiosk == header.kiosk, t.source.c.epoch == header.epoch)
    source = connection.execute(query).scalar()
    return source is not None and has_bundle(connection, int(source), header)


def hashes(connection: Connection, source: int, first: int, last: int) -> dict[int, bytes]:
    """Of the events that are there already."""
    query = select(t.event.c.seq, t.event.c.hash).where(
        t.event.c.source_no == source, t.event.c.seq >= first, t.event.c.seq <= last
    )
    return {int(seq): bytes(hash_) for seq, hash_ in connection.execute(query)}


def befores_at(connection: Connection, source: int, first: int) -> set[str]:
    """What the bundles that begin with that number say is the hash of the event before it."""
    query = select(t.bundle.c.before).where(
        t.bundle.c.source_no == source, t.bundle.c.kind == "events", t.bundle.c.first == first
    )
    return {str(before) for (before,) in connection.execute(query)} - {""}


def newest(connection: Connection, source: int) -> int:
    """The highest number of an event that has come, 0 where there is none."""
    query = select(func.max(t.bundle.c.last))
    return int(
        connection.execute(query.where(t.bundle.c.source_no == source, t.bundle.c.kind == "events")).scalar()
        or 0
    )


def until(connection: Connection, kiosk: str, epoch: str) -> int:
    """The latest believed time of that epoch's events so far, 0 when there are none."""
    query = select(func.max(t.bundle.c.until_s)).join(t.source)
    until_s = connection.execute(query.where(t.source.c.kiosk == kiosk, t.source.c.epoch == epoch)).scalar()
    return int(until_s or 0)


def begun_after(connection: Connection, kiosk: str, epoch: str) -> tuple[int, ...]:
    """When epochs began that followed that one because the disk was a copy or another machine's."""
    fields = canonical({"before": epoch, "cause": "marker"})
    first = select(t.event.c.wall_s).join(t.source).where(t.source.c.kiosk == kiosk, t.event.c.seq == 1)
    times = connection.execute(first.where(t.event.c.fields == fields, t.event.c.clock_ok))
    return tuple(int(wall_s) for (wall_s,) in times)


def add_bundle(
    connection: Connection,
    source: int,
    header: Header,
    received_s: int,
    added: int,
    rows: Sequence[EventRow] = (),
) -> int:
    """Its number in the ledger. *rows* are all its events: the page of figures looks at no others."""
    until_s = max((row.wall_s for row in rows if row.clock_ok), default=None)
    places = (_place(row.fields) for row in reversed(rows) if row.kind == KioskStarted.kind)
    made = connection.execute(
        insert(t.bundle).values(
            source_no=source, kind=header.kind, first=header.first, last=header.last, content=header.content,
            key=header.key, before=header.before, last_hash=header.last_hash, received_s=received_s,
            added=added, until_s=until_s, place=next(places, None),
        )
    ).inserted_primary_key  # fmt: skip
    assert made is not None
    return int(made[0])


def add_rows(connection: Connection, source: int, bundle: int, rows: Sequence[EventRow]) -> None:
    if rows:
        add_events(connection, source, bundle, rows)


def _place(fields: str) -> str:
    return str(json.loads(fields)["place"])
