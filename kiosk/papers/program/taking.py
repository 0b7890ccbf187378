"""A program pack on its way into this kiosk: believed, judged, unpacked beside the old, tried, put in force.

It comes as one file of our own, and that file stays until it is in force or refused: cut off at any point,
the work is begun anew. Who judges is always the program that runs; nothing of the new one has a say in it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from kiosk.base.files.durable import private_folder, publish, remove, sync_folder
from kiosk.papers.keys.enrolled import enrolled
from kiosk.papers.keys.enrolment import Enrolment
from kiosk.papers.packs import taking as packs
from kiosk.papers.packs.refusals import WHYS, PackRefused, Why
from kiosk.papers.packs.taking import (
    NoRoom,
    Prepared,
    copy_in,
    judge_number,
    judge_waiting,
    judge_word,
    settle,
    taken_in,
    want_room,
)
from kiosk.papers.program.environment import room_for
from kiosk.papers.program.machine import this_machine
from kiosk.papers.program.pack_file import opened, read_pack
from kiosk.papers.program.release import ProgramPack
from kiosk.papers.program.standing import (
    INCOMING,
    LINES,
    ProgramStanding,
    gone_back,
    has_held,
    program_lock,
    read_standing,
    switched,
    write_standing,
)

REFUSED, DRAFT = "refused.json", ".draft"
ROOM_BYTES = 256 * 1024 * 1024
"""Left for the log of visits, and for what is tried with a copy of it."""
MOST_WRONG = 20
log = logging.getLogger(__name__)


Make = Callable[[Path], None]
"""Makes the environment of an unpacked program. Raises `PackRefused`, `OSError`."""
Try = Callable[[Path, ProgramPack], tuple[str, ...]]
"""What is wrong with a program; nothing: it works here. May raise `OSError`: then it is tried later."""


def incoming(programs: Path) -> Path:
    return programs / INCOMING


def judge(pack: ProgramPack, standing: ProgramStanding) -> None:
    """Whether this kiosk would take it. Raises `PackRefused`, `AlreadyInForce`."""
    judge_number(pack.name, pack.counter, now=standing.now, failed=standing.failed, highest=standing.highest)
    pack.release.check_fits(this_machine())


def prepare(
    programs: Path,
    data_folder: Path,
    kiosk: str,
    make: Make,
    attempt: Try,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Prepared[ProgramPack] | None:
    """What came in, unpacked and tried; None: nothing came. What is refused is reported, and taken away.

    *on_progress*: bytes done, of how many; what takes longest comes after them. Raises `PackRefused`,
    `AlreadyInForce`, `NotEnrolled`, `PackBusy`, `OSError`.
    """
    file = incoming(programs)
    if not file.exists():
        return None
    with program_lock(programs):
        standing = read_standing(programs)
        _, enrolment = enrolled(data_folder, kiosk)
        with taken_in(file, lambda refused: _put_away(programs, standing, refused)):
            with opened(file, enrolment.ward_keys, enrolment.revoked) as program:
                pack = program.pack
                _judge_whose(pack, enrolment)
                judge(pack, standing)
                tidy(programs, standing)
                _want_room(programs, pack.release.size)
                draft = programs / (pack.name + DRAFT)
                size = pack.release.size
                program.archive.unpack_into(draft, lambda done: on_progress(done, size))
            prepared = _tried(programs, draft, pack, make, attempt)
        settle(file)
        return prepared


def put_in_force(programs: Path, prepared: Prepared[ProgramPack]) -> ProgramStanding:
    """Switch, in one rename: from the next start on it runs. Raises as `judge`, `PackBusy`, `OSError`."""
    with program_lock(programs, wait_s=5.0):
        standing = read_standing(programs)
        judge(prepared.pack, standing)
        after = switched(standing, prepared.pack.name, held=has_held(programs, standing.now))
        write_standing(programs, after)
        remove(incoming(programs))
        settle(incoming(programs))
        tidy(programs, after)
        (programs / REFUSED).unlink(missing_ok=True)
    log.info("program pack %d is in force from the next start on", prepared.pack.counter)
    return after


def put_back(programs: Path) -> ProgramStanding:
    """The program before, from the next start on: somebody wants it. Raises `PackBusy`, `OSError`."""
    with program_lock(programs, wait_s=5.0):
        standing = read_standing(programs)
        if not standing.now:
            return standing
        after = gone_back(standing)
        write_standing(programs, after)
    return after


def news_logged(programs: Path) -> None:
    """What is new has been written down. Raises `PackBusy`, `OSError`."""
    with program_lock(programs, wait_s=5.0):
        standing = read_standing(programs)
        if standing.news:
            write_standing(programs, replace(standing, news=""))
            tidy(programs, standing)  # what was gone back from takes half a gigabyte


def lay_incoming(programs: Path, file: Path, number: int, enrolment: Enrolment) -> None:
    """As `kiosk.papers.packs.taking.lay_incoming`. Raises `PackRefused`, `PackBusy`, `OSError`."""
    with program_lock(programs, wait_s=5.0):
        judge_waiting(number, _waiting(programs, enrolment))
        packs.lay_incoming(incoming(programs), file)


def _judge_whose(pack: ProgramPack, enrolment: Enrolment) -> None:
    judge_word(pack.countersigned.ward, pack.countersigned.signed, enrolment.ward)


def _waiting(programs: Path, enrolment: Enrolment) -> int:
    """The number of the pack that lies there to be taken in, if its lines are believed; 0: there is none."""
    with suppress(OSError, PackRefused), incoming(programs).open("rb") as stream:
        return read_pack(stream, enrolment.ward_keys, enrolment.revoked).counter
    return 0


def tidy(programs: Path, standing: ProgramStanding) -> None:
    """Take away every program but that in force and that before, and what was cut off. Never raises."""
    packs.tidy(programs, {standing.now, standing.before})


def last_refusal(programs: Path) -> Why | None:
    """Why the last pack was refused, since one was taken."""
    try:
        return WHYS[WHYS.index(json.loads((programs / REFUSED).read_bytes())["why"])]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _tried(programs: Path, draft: Path, pack: ProgramPack, make: Make, attempt: Try) -> Prepared[ProgramPack]:
    _want_room(programs, room_for(draft))
    make(draft)
    publish(draft / LINES, pack.lines)
    if wrong := attempt(draft, pack):
        raise PackRefused("not-working", " | ".join(wrong[:MOST_WRONG]))
    os.sync()  # pip has written thousands of files without asking the disk to keep them
    folder = programs / pack.name
    draft.rename(folder)
    sync_folder(programs)
    return Prepared(pack, folder)


def _want_room(programs: Path, needed: int) -> None:
    try:
        want_room(programs, needed + ROOM_BYTES)
    except NoRoom:
        tidy(programs, read_standing(programs))
        raise


def _put_away(programs: Path, standing: ProgramStanding, refused: PackRefused) -> None:
    """The reason is kept and shown; the pack is not: it takes 160 MB, and the ward has it."""
    log.warning("a program pack is refused: %s", refused)
    said = {"why": refused.why, "detail": refused.detail[:4000]}
    publish(programs / REFUSED, json.dumps(said, ensure_ascii=False, indent=1).encode())
    remove(incoming(programs))
    tidy(programs, standing)


def wanted(programs: Path, stream: IO[bytes], enrolment: Enrolment) -> ProgramPack:
    """What *stream* begins with, if this kiosk would take it. Raises `PackRefused`, `AlreadyInForce`."""
    pack = read_pack(stream, enrolment.ward_keys, enrolment.revoked)
    judge(pack, read_standing(programs))
    _judge_whose(pack, enrolment)
    judge_waiting(pack.counter, _waiting(programs, enrolment))
    return pack


def receive(
    programs: Path,
    stream: IO[bytes],
    enrolment: Enrolment,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> ProgramPack:
    """Copy the pack that *stream* holds, so that it is taken in next.

    *on_progress*: bytes copied, of how many. Raises `PackRefused`, `AlreadyInForce`, `CutOff`, `NoRoom`,
    `PackBusy`, `OSError`; then nothing of it is left here.
    """
    pack = wanted(programs, stream, enrolment)
    private_folder(programs)
    archive = pack.release.archive
    want_room(programs, archive[0] + pack.release.size + ROOM_BYTES)
    copy_in(
        programs,
        (pack.lines, stream),
        archive,
        lambda draft: lay_incoming(programs, draft, pack.counter, enrolment),
        lambda done: on_progress(done, archive[0]),
    )
    return pack
