"""What a ward hands to its city: its roll-up as Parquet, by ward and month, which any SQL engine reads.

::

    figures/ward=phuong-cua-nam/month=2026-11/per=month/figures.parquet    span, key, bucket, place, number
    figures/ward=phuong-cua-nam/month=2026-11/per=day/figures.parquet      the same, of each of its days
    kiosks/ward=phuong-cua-nam/kiosks.parquet                until when each kiosk's figures have come

Only what the city's report needs leaves the ward: no kiosk stands behind a figure; places only where they are
counted as active; no residential groups; who was on duty under a name that means nothing elsewhere. Numbers
under 5 are in it, or the city's sums would be wrong: it is an exchange between two offices, never published.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Connection, case, func, select

from flows.guide.fold import folded, words_of
from kiosk.base.files.durable import keep_once, publish, sync_folder
from kiosk.base.files.foreign import NotOrdinary, read_ordinary
from kiosk.base.files.handed_out import check_place, form_of
from kiosk.log.figures.cells import MAXIMA
from kiosk.ward import tables as t
from kiosk.ward.authority import Authority
from kiosk.ward.days import is_month, month_of
from kiosk.ward.plausible import DOUBTED
from kiosk.ward.report.sources import RefusedBundles, kiosks_of, refused_of
from kiosk.ward.status import KioskStatus

FIGURES, KIOSKS = "figures", "kiosks"
PER_MONTH, PER_DAY = "month", "day"
SALT_FILE = "archive.salt"
STAFF = "staff"
PLACED = ("sessions", "openings", "shifts", "doors")
"""Of these the place is kept: where there is any, a point or team was active."""
LOCAL = ("place", "door-area", DOUBTED)
"""Rows that are named within a ward only: point-1 of one ward is not that of another."""
FIGURES_SCHEMA = pa.schema(
    [("span", pa.string()), ("key", pa.string()), ("bucket", pa.string()), ("place", pa.string()),
     ("number", pa.int64())]
)  # fmt: skip
KIOSKS_SCHEMA = pa.schema(
    [("name", pa.string()), ("kiosk", pa.string()), ("place", pa.string()), ("until_s", pa.int64()),
     ("received_s", pa.int64()), ("begun_s", pa.int64()), ("gaps", pa.string()),
     ("tallied", pa.string()), ("untallied", pa.string()), ("lost_months", pa.string()),
     ("withdrawn", pa.bool_()),
     ("refused_bundles", pa.int64()), ("refused_events", pa.int64())]
)  # fmt: skip
"""`name`: the ward's. `until_s`, `received_s`, `begun_s`, `withdrawn`: as `KioskStatus` has them; `gaps`:
what is missing and what is lost, in JSON, ``[[events, after_s, before_s, lost], …]``; `tallied`,
`untallied`, `lost_months`: months with commas between; the rest: how many.

Who never sent anything and is withdrawn is no kiosk of the ward: what came under its name was refused.
"""


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """`changed`: it said something else before, or was not there."""

    path: Path
    changed: bool


class AnotherWard(Exception):
    """The folder named in the words holds the figures of another ward of the same name."""


def archive(connection: Connection, ward: Authority, folder: Path) -> Iterator[ArchivedFile]:
    """Writes what the ledger has beneath *folder*, a file at a time; each is whole or as it was.

    What is stale is not in it: `rollup.catch_up` first. Months that have left the ledger stay in the archive.
    Raises `AnotherWard`, before anything is written, and `WardUnready`, `KeyUnusable`, `OSError`.
    """
    part = f"ward={ward_id(ward.name)}"
    listed = folder / KIOSKS / part / "kiosks.parquet"
    kiosks = pa.Table.from_pylist(list(_kiosks(connection, ward)), KIOSKS_SCHEMA)
    _want_ours(listed, kiosks)
    salt = _salt(ward.folder)
    for month in _months(connection):
        for per, rows in _figures(connection, month, salt).items():
            file = folder / FIGURES / part / f"month={month}" / f"per={per}" / "figures.parquet"
            yield _write(file, _parquet(rows))
    yield _write(listed, _parquet(kiosks))


def _want_ours(listed: Path, kiosks: pa.Table) -> None:
    """No kiosk is of two wards: where another ward of this name has archived, none of ours stands there."""
    if listed.exists():
        there = set(pq.read_table(listed, columns=["kiosk"])["kiosk"].to_pylist())
        if there and there.isdisjoint(kiosks["kiosk"].to_pylist()):
            raise AnotherWard(str(listed.parent))


def ward_id(name: str) -> str:
    """``Phường Cửa Nam`` → ``phuong-cua-nam``: no two wards of a city have one name."""
    return "-".join(folded(word) for word in words_of(name))


def pseudonym(staff: str, salt: bytes) -> str:
    """``tnv-02`` → ``tnv-8f14e45fceea167a``: as many as there were, of the same kind, and nobody's number."""
    kind, dash, _ = staff.rpartition("-")
    return f"{kind}{dash}{hmac.digest(salt, staff.encode(), sha256).hex()[:16]}"


def _salt(folder: Path) -> bytes:
    """Of this ward alone, and always the same: who was on duty in two months is one person."""
    with suppress(FileExistsError):
        keep_once(folder / SALT_FILE, secrets.token_bytes(32))
    return (folder / SALT_FILE).read_bytes()


def _months(connection: Connection) -> list[str]:
    spans = connection.execute(select(t.rollup.c.span).distinct()).scalars()
    return sorted({month_of(str(span)) for span in spans})


def _figures(connection: Connection, month: str, salt: bytes) -> dict[str, pa.Table]:
    """The month, and its days apart: who wants whole months opens no file of days."""
    rollup = t.rollup.c
    place = case((rollup.key.in_(PLACED), rollup.place), else_="").label("at")
    number = case((rollup.key.in_(sorted(MAXIMA)), func.max(rollup.number)), else_=func.sum(rollup.number))
    query = (
        select(rollup.span, rollup.key, rollup.bucket, place, number)
        .where(rollup.span >= month, rollup.span <= f"{month}-99", rollup.key.not_in(LOCAL))
        .group_by(rollup.span, rollup.key, rollup.bucket, place)
        .order_by(rollup.span, rollup.key, rollup.bucket, place)
    )
    rows = [
        (span, key, pseudonym(bucket, salt) if key == STAFF else bucket, at, int(many))
        for span, key, bucket, at, many in connection.execute(query)
    ]
    whole = sum(is_month(span) for span, *_ in rows)
    return {PER_MONTH: _table(rows[:whole]), PER_DAY: _table(rows[whole:])}


def _table(rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else [()] * len(FIGURES_SCHEMA)
    return pa.table(dict(zip(FIGURES_SCHEMA.names, map(list, columns), strict=True)), FIGURES_SCHEMA)


def _kiosks(connection: Connection, ward: Authority) -> Iterator[dict[str, object]]:
    """Every kiosk that ever sent something or could; and whoever else sent what was refused."""
    refused = {one.kiosk: one for one in refused_of(connection, ward)}
    for one in kiosks_of(connection, ward):
        its = refused.pop(one.kiosk, RefusedBundles(one.kiosk, 0, 0))
        yield {
            "name": ward.name, "kiosk": one.kiosk, "place": one.place, "until_s": one.until_s,
            "received_s": one.received_s, "begun_s": one.begun_s, "gaps": _gaps(one),
            "tallied": ",".join(one.tallied), "untallied": ",".join(one.untallied),
            "lost_months": ",".join(one.lost_months),
            "withdrawn": one.withdrawn,
            "refused_bundles": its.bundles, "refused_events": its.events,
        }  # fmt: skip
    for its in refused.values():
        yield {
            "name": ward.name, "kiosk": its.kiosk, "place": "", "gaps": "[]", "tallied": "", "untallied": "",
            "lost_months": "", "withdrawn": True,
            "refused_bundles": its.bundles, "refused_events": its.events,
        }  # fmt: skip


def _gaps(one: KioskStatus) -> str:
    return json.dumps(
        [[gap.events, gap.after_s, gap.before_s, gap.lost] for gap in (*one.gaps, *one.lost)],
        separators=(",", ":"),
    )


def _parquet(rows: pa.Table) -> bytes:
    raw = BytesIO()
    pq.write_table(rows, raw, compression="zstd")
    return raw.getvalue()


def _write(file: Path, raw: bytes) -> ArchivedFile:
    """What says the same is left as it is: who copies the folder copies only what is new."""
    with suppress(FileNotFoundError, NotOrdinary):
        if read_ordinary(file, len(raw) + 1) == raw:
            return ArchivedFile(file, changed=False)
    if not file.parent.is_dir():
        file.parent.mkdir(parents=True)
        for folder in file.parent.parents[:4]:
            sync_folder(folder)
    check_place(file, form_of(raw))
    publish(file, raw)
    return ArchivedFile(file, changed=True)
