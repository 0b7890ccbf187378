"""Which program this kiosk runs, and which it has had: one small file of words, replaced in one rename.

The script that starts the kiosk (`kiosk/machine/installing/files/start.sh`) reads it, and writes it when it
goes back; so it is lines of two words, and no JSON. What it cannot read it takes for no program at all.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from kiosk.base.files.durable import private_folder, publish
from kiosk.machine.installing import places
from kiosk.papers.packs.numbers import highest_after
from kiosk.papers.packs.one_at_a_time import one_at_a_time

if TYPE_CHECKING:  # what is signed is imported with the first pack: a kiosk without one need not wait for it
    from kiosk.papers.program.release import ProgramPack

POINTER, LOCK, INCOMING = "current", "program.lock", "incoming.kprogram"
LINES = "pack.lines"
HELD, VISITS = "held", "visits"
"""`HELD` is the starting script's. `LINES` lies in each unpacked program: its pack's lines."""
MOST_FAILED = 20
News: TypeAlias = Literal["", "taken", "went-back"]
"""Why another program runs, until it has been logged."""
BASE = "base"
"""As the starting script calls the program that this machine was installed with."""
_NAME = re.compile(r"[0-9]{1,10}-[0-9a-f]{12}")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ProgramStanding:
    """Programs by their folders' names; empty: what this machine was installed with.

    `before` is what is gone back to. `highest`: no pack with this number or a lower one is taken any more.
    `trial`: `now` has not held yet. `failed`: what was gone back from.
    """

    now: str = ""
    before: str = ""
    highest: int = 0
    trial: bool = False
    news: News = ""
    failed: tuple[str, ...] = ()

    @property
    def counter(self) -> int:
        """Of the pack in force, 0: none."""
        return counter_of(self.now)

    @property
    def has_gone_back(self) -> bool:
        """Whether a later pack than that in force has failed here."""
        return any(counter_of(name) > self.counter for name in self.failed)


def programs_here(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where this kiosk keeps programs from packs; None: it takes none, because nothing would start them."""
    folder = environment.get("KIOSK_PROGRAMS", "")
    if folder:
        return Path(folder)
    return places.PROGRAMS if places.START_SCRIPT.exists() else None


def running(environment: Mapping[str, str] = os.environ) -> str | None:
    """The name of the program that runs, empty for what was installed; None: no script has started it."""
    name = environment.get("KIOSK_PROGRAM", "")
    return None if not name else "" if name == BASE else name


def counter_of(name: str) -> int:
    return int(name.partition("-")[0]) if name else 0


def read_standing(programs: Path) -> ProgramStanding:
    """What stands in the pointer; of one that is damaged only the numbers are known. Never raises."""
    try:
        lines = (programs / POINTER).read_text("ascii").splitlines()
        return _standing(lines)
    except FileNotFoundError:
        return ProgramStanding()
    except (OSError, ValueError) as failure:
        log.error("which program is in force cannot be read: %s", failure)
        there = [file.name for file in programs.glob("*") if _NAME.fullmatch(file.name)]
        return ProgramStanding(highest=max(map(counter_of, there), default=0))


def write_standing(programs: Path, standing: ProgramStanding) -> None:
    """Raises `OSError`; then the old one still stands."""
    private_folder(programs)
    lines = [
        f"now {standing.now}", f"before {standing.before}", f"highest {standing.highest}",
        f"trial {'yes' if standing.trial else 'no'}", *(f"failed {name}" for name in standing.failed),
    ]  # fmt: skip
    if standing.news:
        lines.append(f"news {standing.news}")
    publish(programs / POINTER, "".join(f"{line}\n" for line in lines).encode())


def switched(standing: ProgramStanding, name: str, *, held: bool) -> ProgramStanding:
    """With *name* in force and on trial. *held*: whether what is in force now has held.

    What is gone back to is a program that has held, not one that was itself on trial.
    """
    before = standing.now if held or not standing.trial else standing.before
    highest = highest_after(standing.highest, counter_of(name))
    return ProgramStanding(name, before, highest, trial=True, news="taken", failed=standing.failed)


def gone_back(standing: ProgramStanding) -> ProgramStanding:
    """With the program before in force, because somebody wants it; `highest` stays."""
    return replace(
        standing,
        now=standing.before,
        before="",
        trial=False,
        news="went-back",
        failed=(*standing.failed, standing.now)[-MOST_FAILED:],
    )


def has_held(programs: Path, name: str) -> bool:
    """Whether that program is no longer on trial."""
    try:
        return (programs / HELD).read_text("ascii").strip() == name
    except (OSError, ValueError):
        return False


def pack_of(programs: Path, name: str) -> ProgramPack | None:
    """What the pack of that program said, which was believed when it was taken in."""
    from kiosk.papers.packs.refusals import PackRefused
    from kiosk.papers.program.release import claimed

    try:
        return claimed((programs / name / LINES).read_bytes()) if name else None
    except (OSError, PackRefused):
        return None


def program_lock(programs: Path, wait_s: float = 0.0) -> AbstractContextManager[None]:
    """Held while a program is taken in or changed. Raises `PackBusy`, `OSError`."""
    return one_at_a_time(programs / LOCK, wait_s)


def _standing(lines: list[str]) -> ProgramStanding:
    said: dict[str, str] = {}
    failed = []
    for line in lines:
        key, _, value = line.partition(" ")
        if key == "failed":
            failed.append(_name(value))
        else:
            said[key] = value
    news = said.get("news", "")
    if news not in get_args(News):
        raise ValueError(f"news {news!r}")
    return ProgramStanding(
        _name(said.get("now", "")),
        _name(said.get("before", "")),
        int(said.get("highest", "0")),
        said.get("trial", "no") == "yes",
        news,  # type: ignore[arg-type]  # it is one of them
        tuple(name for name in failed if name)[-MOST_FAILED:],
    )


def _name(value: str) -> str:
    if value and not _NAME.fullmatch(value):
        raise ValueError(f"no program's name: {value!r}")
    return value
