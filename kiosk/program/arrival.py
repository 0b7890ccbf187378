"""A program pack on its way from outside: its lines are believed and judged before anything else is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from kiosk.files.durable import private_folder
from kiosk.keys.enrolment import Enrolment
from kiosk.packs.taking import copy_in, want_room
from kiosk.program.pack_file import read_pack
from kiosk.program.release import ProgramPack
from kiosk.program.standing import read_standing
from kiosk.program.taking import ROOM_BYTES, judge, lay_incoming


def wanted(programs: Path, stream: IO[bytes], enrolment: Enrolment) -> ProgramPack:
    """What *stream* begins with, if this kiosk would take it. Raises `PackRefused`, `AlreadyInForce`."""
    pack = read_pack(stream, enrolment.ward_keys, enrolment.revoked)
    judge(pack, read_standing(programs))
    return pack


def receive(
    programs: Path,
    stream: IO[bytes],
    enrolment: Enrolment,
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> ProgramPack:
    """Copy the pack that *stream* holds, so that it is taken in next (`kiosk.program.taking`).

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
        lambda draft: lay_incoming(programs, draft),
        lambda done: on_progress(done, archive[0]),
    )
    return pack
