"""Brings an archive into PostgreSQL, which reads no Parquet: only files that say something new."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
from psycopg import sql
from pyarrow import csv

from kiosk.base.files.foreign import read_ordinary
from kiosk.ward.archive import FIGURES, FIGURES_SCHEMA, KIOSKS, KIOSKS_SCHEMA, ArchivedFile
from kiosk.ward.city.engines import SCHEMA, ArchiveUnusable

MOST_BYTES = 256 * 1024 * 1024  # a month of a ward is some 20 KB
_TYPES = {pa.string(): "text", pa.int64(): "bigint", pa.bool_(): "boolean"}
_PARTS = {FIGURES: ("ward", "month", "per"), KIOSKS: ("ward",)}
"""The columns that are the names of folders."""
_SCHEMAS = {FIGURES: FIGURES_SCHEMA, KIOSKS: KIOSKS_SCHEMA}


def load(folder: Path, url: str) -> Iterator[ArchivedFile]:
    """One transaction a file; cut off, it goes on where it was. Raises `ArchiveUnusable`, `psycopg.Error`."""
    with psycopg.connect(url) as connection:
        _make(connection)
        connection.commit()
        for file in sorted(folder.glob("*/ward=*/**/*.parquet")):
            name, *parts = (part.rpartition("=")[2] for part in file.parent.relative_to(folder).parts)
            yield ArchivedFile(file, _load(connection, file, name, parts))
            connection.commit()


def _make(connection: psycopg.Connection) -> None:
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    connection.execute(
        f"CREATE TABLE IF NOT EXISTS {SCHEMA}.file (path text PRIMARY KEY, content text NOT NULL)"
    )
    for name, schema in _SCHEMAS.items():
        columns = [*(f"{part} text NOT NULL" for part in _PARTS[name])]
        columns += [f"{field.name} {_TYPES[field.type]}" for field in schema]
        connection.execute(f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{name} ({', '.join(columns)})")
    connection.execute(f"CREATE INDEX IF NOT EXISTS figures_span ON {SCHEMA}.{FIGURES} (span)")
    connection.execute(f"CREATE INDEX IF NOT EXISTS figures_part ON {SCHEMA}.{FIGURES} (ward, month, per)")


def _load(connection: psycopg.Connection, file: Path, name: str, parts: list[str]) -> bool:
    raw, path = read_ordinary(file, MOST_BYTES), "/".join((name, *parts))
    content = sha256(raw).hexdigest()
    loaded = connection.execute(f"SELECT content FROM {SCHEMA}.file WHERE path = %s", (path,)).fetchone()
    if loaded == (content,):
        return False
    try:
        rows = pq.ParquetFile(BytesIO(raw)).read().select(_SCHEMAS[name].names).cast(_SCHEMAS[name])
    except (pa.ArrowException, KeyError, ValueError) as failure:
        raise ArchiveUnusable(f"{file} bị hỏng.", f"{file} is damaged: {failure}") from failure
    these = " AND ".join(f"{part} = %s" for part in _PARTS[name])
    connection.execute(f"DELETE FROM {SCHEMA}.{name} WHERE {these}", parts)
    for at, (part, value) in enumerate(zip(_PARTS[name], parts, strict=True)):
        rows = rows.add_column(at, part, pa.repeat(value, rows.num_rows))
    _copy(connection, name, rows)
    connection.execute(
        f"INSERT INTO {SCHEMA}.file VALUES (%s, %s) ON CONFLICT (path) DO UPDATE SET content = %s",
        (path, content, content),
    )
    return True


def _copy(connection: psycopg.Connection, name: str, rows: pa.Table) -> None:
    text = BytesIO()
    csv.write_csv(rows, text, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    columns = sql.SQL(", ").join(map(sql.Identifier, rows.column_names))
    into = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(sql.Identifier(SCHEMA, name), columns)
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.write(text.getvalue())
