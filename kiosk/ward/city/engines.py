"""Where the archive is queried: its files with DuckDB, or an engine the city has anyway."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.base.messages.database_errors import reason_of_database
from kiosk.base.messages.system_errors import SaidInBoth
from kiosk.ward.archive import FIGURES, KIOSKS

if TYPE_CHECKING:
    from ibis.expr.types import Table

POSTGRESQL = "postgresql://"
SCHEMA = "kiosk_city"
"""Of PostgreSQL: `load` fills it."""


class ArchiveUnusable(SaidInBoth):
    """There is no archive, or its engine does not answer; `vi` and `en` are sentences for the officer."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The two tables of `kiosk.ward.archive`; the names of folders are columns."""

    figures: Table
    kiosks: Table


Connected: TypeAlias = tuple[Archive, Callable[[], None]]
"""And how to let go of it."""


@contextmanager
def open_archive(where: str, engine: str = "") -> Iterator[Archive]:
    """*where*: a folder, or the ``postgresql://…`` it was loaded into. *engine*: the master of a Spark
    cluster (``spark://host:7077``) that sees the same folder; empty: DuckDB, here. Raises `ArchiveUnusable`.
    """
    connect: Callable[[str, str], Connected]
    if where.startswith(POSTGRESQL):
        connect = _postgresql
    elif not (Path(where) / FIGURES).is_dir():
        raise ArchiveUnusable(f"{where} không phải là kho số liệu.", f"{where} is not an archive.")
    else:
        connect = _spark if engine else _duckdb
    with _explained(where, engine):
        archive, close = connect(where, engine)
    try:
        with _explained(where, engine):
            yield archive
    finally:
        close()


@contextmanager
def _explained(where: str, engine: str) -> Iterator[None]:
    """What an engine says of its troubles, each in its own words."""
    from ibis.common.exceptions import IbisError

    try:
        yield
    except ModuleNotFoundError as failure:
        raise ArchiveUnusable(
            f"Thiếu thư viện {failure.name}: .venv/bin/pip install -e '.[city,postgresql,spark]'",
            f"The library {failure.name} is missing: .venv/bin/pip install -e '.[city,postgresql,spark]'",
        ) from failure
    except (IbisError, *_failures(engine, where)) as failure:
        first = next(iter(str(failure).splitlines()), type(failure).__name__)
        vi = reason_of_database(failure).vi
        raise ArchiveUnusable(
            f"Không đọc được {where}: {vi}.", f"{where} cannot be read: {first}"
        ) from failure


def _failures(engine: str, where: str) -> tuple[type[Exception], ...]:
    if where.startswith(POSTGRESQL):
        from psycopg import Error

        return (Error,)
    if engine:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        return (Py4JError, PySparkException)
    from duckdb import Error as DuckDBError

    return (DuckDBError,)


def _duckdb(where: str, _: str) -> Connected:
    import ibis

    connection = ibis.duckdb.connect(autoinstall_known_extensions=False)  # nothing is fetched
    connection.raw_sql("SET parquet_metadata_cache = true")  # several queries open the same files

    def read(name: str, files: str) -> Table:
        return connection.read_parquet(
            f"{where}/{name}/{files}", table_name=name, hive_partitioning=True, hive_types_autocast=False
        )

    archive = Archive(read(FIGURES, "ward=*/month=*/per=*/*.parquet"), read(KIOSKS, "ward=*/*.parquet"))
    return archive, connection.disconnect


def _postgresql(where: str, _: str) -> Connected:
    import ibis

    connection = ibis.connect(where)
    figures, kiosks = (connection.table(name, database=SCHEMA) for name in (FIGURES, KIOSKS))
    return Archive(figures, kiosks), connection.disconnect


def _spark(where: str, engine: str) -> Connected:
    import ibis
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(engine)
        .appName("kiosk city")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")  # "2026-11" is no date
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    connection = ibis.pyspark.connect(session)
    figures, kiosks = (
        # a copy that was cut off leaves other files beside them
        connection.read_parquet(
            f"{Path(where).absolute()}/{name}", table_name=name, pathGlobFilter="*.parquet"
        )
        for name in (FIGURES, KIOSKS)
    )
    return Archive(figures, kiosks), session.stop
