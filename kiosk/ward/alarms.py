"""What an officer must look at, and the files that were not taken in."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update

from kiosk.base.files.durable import private_folder, publish
from kiosk.papers.export.envelope import MOST_BYTES, SUFFIX, Header
from kiosk.ward import tables as t
from kiosk.ward.refusals import Notice, Refusal

log = logging.getLogger(__name__)
ASIDE = "aside"
STRANGERS = "strangers"  # within it: what none of the ward's kiosks has signed; anybody can make such a file
SIGNED: tuple[Refusal, ...] = ("revoked", "vocabulary", "broken-chain", "conflict")
"""Refused though a kiosk of ours has signed it."""
MOST_ASIDE = 500  # files of each of the two; who floods the receiver must not fill its disk
MOST_OPEN = 1000  # alarms of one kind (and of one kiosk of ours) that wait for an officer
MORE = "more"  # in place of a file: how many older alarms of a kind are not listed one by one any more
CLAIMED: tuple[Refusal, ...] = ("unknown-key", "wrong-ward")
"""Of these the name of the kiosk is what a stranger says."""
MOST_ASIDE_BYTES = 500 * 1024 * 1024


def keep_aside(
    folder: Path, why: Refusal, name: str, raw: bytes, wanted: Collection[str], kiosk: str = ""
) -> None:
    """Keep what was refused, under the hash of its bytes; `kiosk ward ingest` may be given it again later.

    *kiosk*: whose key has signed it, empty where nobody's has.

    Where there is no more room, the oldest give way that are not among *wanted*: no open alarm names them.
    Raises `OSError`.
    """
    file = kept_file(folder, why, name, kiosk)
    room = file.parent
    private_folder(room)
    if file.exists():
        return
    sizes = _sizes(room)
    for oldest in sorted(sizes, key=lambda kept: kept.stat().st_mtime):
        if _has_room(sizes, len(raw)):
            break
        if oldest.stem not in wanted:
            oldest.unlink()
            del sizes[oldest]
    if not _has_room(sizes, len(raw)):
        log.error("there is no more room for refused files in %s: %s is not kept", room, name)
        return
    publish(file, raw)


def kept_file(folder: Path, why: Refusal | Notice, name: str, kiosk: str) -> Path:
    """Where the file of that name lies, or would."""
    return folder.joinpath(room_of(why, kiosk), f"{name}{SUFFIX}")


def room_of(why: Refusal | Notice, kiosk: str) -> Path:
    """What one of our kiosks has signed lies apart from what anybody can make."""
    ours = why in SIGNED or (bool(kiosk) and why not in CLAIMED)
    return Path(ASIDE) if ours else Path(ASIDE, STRANGERS)


def is_full(folder: Path) -> bool:
    """Whether a bundle as large as they may be, signed by a kiosk of ours, would make others give way or find
    no room aside. Raises `OSError`.
    """
    room = folder / ASIDE
    return room.is_dir() and not _has_room(_sizes(room), MOST_BYTES)


def _sizes(room: Path) -> dict[Path, int]:
    return {one: one.stat().st_size for one in room.iterdir() if one.is_file()}


def _has_room(sizes: Mapping[Path, int], more_bytes: int) -> bool:
    return len(sizes) < MOST_ASIDE and sum(sizes.values()) + more_bytes <= MOST_ASIDE_BYTES


def raise_alarm(
    connection: Connection, what: Refusal | Notice, header: Header | None, kept: str, now_s: int
) -> None:
    """The same once more adds nothing. The newest is always there: where there are very many of a kind, the
    oldest is only counted from then on. What strangers send is counted apart from what ours have signed.

    *header*: of what a kiosk of ours has signed, or of what a stranger says (`CLAIMED`).
    """
    values: dict[str, object] = {
        "what": what,
        "kiosk": header.kiosk if header else "",
        "epoch": header.epoch if header else "",
        "first": header.first if header else 0,
        "kept": kept,
    }
    same = select(t.alarm.c.no).where(*(t.alarm.c[name] == value for name, value in values.items()))
    if connection.execute(same).first() is not None:
        return
    _make_room(connection, what, "" if what in CLAIMED else str(values["kiosk"]), now_s)
    last = header.last if header else 0
    connection.execute(insert(t.alarm).values(**values, last=last, raised_s=now_s))


def is_raised(connection: Connection, what: Refusal, header: Header) -> bool:
    """Whether there is such an alarm for that bundle already, by whatever file."""
    alarm = t.alarm.c
    same = (alarm.what == what, alarm.kiosk == header.kiosk, alarm.epoch == header.epoch)
    numbers = (alarm.first == header.first, alarm.last == header.last, alarm.settled_s.is_(None))
    return connection.execute(select(alarm.no).where(*same, *numbers)).first() is not None


def _make_room(connection: Connection, what: Refusal | Notice, kiosk: str, now_s: int) -> None:
    alarm = t.alarm.c
    of_kind = (alarm.what == what, *([] if what in CLAIMED else [alarm.kiosk == kiosk]))
    listed = (*of_kind, alarm.kept != MORE, alarm.settled_s.is_(None))
    count = connection.execute(select(func.count()).select_from(t.alarm).where(*listed)).scalar_one()
    if count < MOST_OPEN:
        return
    oldest = select(alarm.no).where(*listed).order_by(alarm.no).limit(count - MOST_OPEN + 1)
    gone = connection.execute(delete(t.alarm).where(alarm.no.in_(oldest))).rowcount
    more = (alarm.what == what, alarm.kiosk == kiosk, alarm.kept == MORE)
    summed = connection.execute(select(alarm.no, alarm.last, alarm.settled_s).where(*more)).first()
    if summed is None:
        values = {"what": what, "kiosk": kiosk, "epoch": "", "first": 0, "kept": MORE}
        connection.execute(insert(t.alarm).values(**values, last=gone, raised_s=now_s))
    else:
        before = summed.last if summed.settled_s is None else 0
        changed = {"last": before + gone, "raised_s": now_s, "settled_s": None}
        connection.execute(update(t.alarm).where(alarm.no == summed.no).values(**changed))


def settle_alarms(
    connection: Connection,
    numbers: Sequence[int],
    now_s: int,
    *,
    kinds: Sequence[str] = (),
    kiosks: Sequence[str] = (),
    up_to: int = 0,
) -> int:
    """How many were open and are now settled: those of *numbers*, and all of these *kinds* and *kiosks* that
    were raised before number *up_to* or with it. Whatever of the three is not said is not asked for.
    """
    alarm = t.alarm.c
    settled = connection.execute(
        update(t.alarm).where(alarm.no.in_(numbers), alarm.settled_s.is_(None)).values(settled_s=now_s)
    ).rowcount
    asked = [
        *([alarm.what.in_(kinds)] if kinds else []),
        *([alarm.kiosk.in_(kiosks)] if kiosks else []),
        *([alarm.no <= up_to] if up_to else []),
    ]
    if asked:
        these = (*asked, alarm.settled_s.is_(None))
        settled += connection.execute(update(t.alarm).where(*these).values(settled_s=now_s)).rowcount
    return settled
