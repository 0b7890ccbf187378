"""What the taking in of a pack shares, content or program: how it can end, and how often it may be begun.

What ends the kiosk while a pack is taken in cannot be caught. So each beginning is written down beside the
pack and taken back at its end, good or bad: a pack that was begun twice and brought to no end is refused.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Generic, TypeVar

from kiosk.base.files.durable import NEW, PRIVATE, publish, remove, sync_folder
from kiosk.base.hours.opening import HANOI
from kiosk.papers.packs.archive import copy_archive
from kiosk.papers.packs.numbers import is_older
from kiosk.papers.packs.refusals import PackRefused

ARRIVING, BEGUN = "arriving.part", ".begun"
MOST_BEGUN = 2
CLOCKS_FROM = date(2026, 11, 1)
"""A clock that shows an earlier day is wrong."""
AHEAD, FAR_AHEAD = timedelta(days=400), timedelta(days=366 * 20)
"""How late a pack may say it was signed, after today; and where the clock is wrong, after `CLOCKS_FROM`."""
Pack = TypeVar("Pack")


class AlreadyInForce(Exception):
    """This very pack is what the kiosk works with."""


class NoRoom(OSError):
    """The disk has no room for it: the pack waits, nothing was changed."""


@dataclass(frozen=True, slots=True)
class Prepared(Generic[Pack]):
    """A pack that is unpacked, and proven or tried, and not in force yet."""

    pack: Pack
    folder: Path


class CutOff(OSError):
    """The other end stopped before the whole pack was here, or what it gave is not what was signed."""


class Unfinished(OSError):
    """Whoever judged the pack was ended or came to no end: that says nothing of it, and it is tried again."""


def judge_number(name: str, counter: int, *, now: str, failed: Collection[str], highest: int) -> None:
    """Whether a pack of that *name* and number may come after these. Raises `PackRefused`, `AlreadyInForce`.

    *now*, *failed*: names of the pack in force, and of those that were gone back from.
    """
    if name == now:
        raise AlreadyInForce
    if name in failed:
        raise PackRefused("went-back")
    if is_older(counter, highest):
        raise PackRefused("older", f"{counter} after {highest}")


def judge_word(ward: str, signed: date, ours: str) -> None:
    """Whether the ward's word on a pack can be for this kiosk, whose ward is *ours*. Raises `PackRefused`."""
    if ward != ours:
        raise PackRefused("other-ward", f"of {ward!r}, under the key of {ours!r}")
    today = datetime.now(HANOI).date()
    latest = today + AHEAD if today >= CLOCKS_FROM else CLOCKS_FROM + FAR_AHEAD
    if signed > latest:
        raise PackRefused("other-day", f"{signed} after {latest}")


@contextmanager
def taken_in(incoming: Path, put_aside: Callable[[PackRefused], None]) -> Iterator[None]:
    """One attempt at the pack in *incoming*, which goes where it is in force or refused already.

    Who goes on with what was prepared says so by `settle`. Raises what is raised within, and `PackRefused` at
    the third attempt after two that came to no end.
    """
    try:
        _begin(incoming)
        yield
    except AlreadyInForce:
        remove(incoming)
        settle(incoming)
        raise
    except PackRefused as refused:
        put_aside(refused)
        settle(incoming)
        raise
    except Unfinished:
        raise
    except OSError:
        settle(incoming)
        raise


def settle(incoming: Path) -> None:
    """The attempt came to an end, or another pack lies there now. Never raises."""
    with suppress(OSError):
        _begun(incoming).unlink(missing_ok=True)


def copy_in(
    folder: Path,
    pieces: tuple[bytes, IO[bytes]],
    signed: tuple[int, str],
    lay: Callable[[Path], None],
    on_progress: Callable[[int], None],
) -> None:
    """Copy what was read already and the archive at which the stream stands into a file in *folder*, which
    *lay* takes over; *signed*: the archive's length and hash. Raises `CutOff`, `PackRefused` where more
    follows, `OSError`, and what *lay* raises; then nothing of it is left.
    """
    head, stream = pieces
    draft = folder / ARRIVING
    draft.unlink(missing_ok=True)  # of a copy that was cut off; two at once end in one that fails
    try:
        with os.fdopen(os.open(draft, NEW, PRIVATE), "wb") as out:
            out.write(head)
            whole = copy_archive(stream, out.write, signed, on_progress)
            more = whole and stream.read(1)
            out.flush()
            os.fsync(out.fileno())
        if not whole:
            raise CutOff("the pack did not come whole")
        if more:
            raise PackRefused("damaged", "something follows behind the archive")
        lay(draft)
    finally:
        draft.unlink(missing_ok=True)


def judge_waiting(counter: int, waiting: int) -> None:
    """Whether a pack of that number may take the place of the one that waits, numbered *waiting* (0: none):
    the newest always wins, whoever brings another. Raises `PackRefused`.
    """
    if is_older(counter + 1, waiting):
        raise PackRefused("newer-waits", f"{counter} while {waiting} waits")


def lay_incoming(incoming: Path, file: Path) -> None:
    """*file*, a whole copy of our own beside it, is what comes in next; in place of one that waits still.

    Raises `OSError`.
    """
    settle(incoming)  # of another pack, or somebody wants this one tried again
    file.replace(incoming)
    sync_folder(incoming.parent)


def tidy(folder: Path, keep: Collection[str]) -> None:
    """Take away every folder in *folder* but these, and so what was cut off. Never raises."""
    with suppress(OSError):
        for one in folder.iterdir():
            if one.is_dir() and not one.is_symlink() and one.name not in keep:
                shutil.rmtree(one, ignore_errors=True)


def want_room(folder: Path, needed: int) -> None:
    """Raises `NoRoom`, `OSError`."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoom(f"the pack needs {needed} bytes, {free} are free")


def ended_first(process: int) -> None:
    """Where memory is short the kernel ends that process of ours, and not the kiosk. Never raises."""
    with suppress(OSError):
        Path(f"/proc/{process}/oom_score_adj").write_text("800", "ascii")


def _begin(incoming: Path) -> None:
    times = _times(incoming)
    if times >= MOST_BEGUN:
        raise PackRefused("given-up", f"begun {times} times, and never brought to an end: see the logbook")
    publish(_begun(incoming), b"%d\n" % (times + 1))


def _times(incoming: Path) -> int:
    try:
        return int(_begun(incoming).read_bytes())
    except (FileNotFoundError, ValueError):
        return 0


def _begun(incoming: Path) -> Path:
    return incoming.with_name(incoming.name + BEGUN)
