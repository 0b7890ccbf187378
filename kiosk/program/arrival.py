"""A program pack on its way from outside: its lines are believed and judged before anything else is read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO

from kiosk.files.durable import NEW, PRIVATE, private_folder
from kiosk.keys.enrolment import Enrolment
from kiosk.packs.archive import copy_archive
from kiosk.program.pack_file import read_pack
from kiosk.program.release import ProgramPack
from kiosk.program.standing import read_standing
from kiosk.program.taking import ROOM_BYTES, NoRoom, judge, lay_incoming

ARRIVING = "arriving.part"


class CutOff(OSError):
    """The other end stopped before the whole pack was here, or what it gave is not what was signed."""


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
    `ProgramBusy`, `OSError`; then nothing of it is left here.
    """
    pack = wanted(programs, stream, enrolment)
    private_folder(programs)
    archive = pack.release.archive
    if shutil.disk_usage(programs).free < archive[0] + pack.release.size + ROOM_BYTES:
        raise NoRoom(f"no room for program pack {pack.counter}")
    draft = programs / ARRIVING
    draft.unlink(missing_ok=True)  # of a copy that was cut off; two at once end in one that fails
    try:
        with os.fdopen(os.open(draft, NEW, PRIVATE), "wb") as out:
            out.write(pack.lines)
            whole = copy_archive(stream, out.write, archive, lambda done: on_progress(done, archive[0]))
            out.flush()
            os.fsync(out.fileno())
        if not whole:
            raise CutOff(f"program pack {pack.counter} did not come whole")
        lay_incoming(programs, draft)
    finally:
        draft.unlink(missing_ok=True)
    return pack
