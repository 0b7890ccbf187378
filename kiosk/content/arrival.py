"""A pack on its way from outside, a stick or the ward's server: only what is wanted is copied, and all of it.

Its line is believed and judged before anything else is read. The copy is our own; what it was copied from may
be pulled out, or be changed by anybody, from then on.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from kiosk.content.manifest import Manifest
from kiosk.content.pack_file import read_manifest
from kiosk.content.standing import read_standing
from kiosk.content.taking import (
    ROOM_BYTES,
    AlreadyInForce,
    NoRoom,
    judge,
    lay_incoming,
    refusals,
    waits,
)
from kiosk.files.durable import PRIVATE, private_folder
from kiosk.files.paths import content_folder
from kiosk.packs.archive import copy_archive
from kiosk.packs.refusals import PackRefused

ARRIVING = "arriving.part"


class CutOff(OSError):
    """The other end stopped before the whole pack was here, or what it gave is not what was signed."""


def wanted(data_folder: Path, manifest: Manifest) -> None:
    """Whether it is worth copying. Raises `PackRefused`, `AlreadyInForce`; this also while it is taken in."""
    judge(manifest, read_standing(data_folder))
    if waits(data_folder, manifest):  # brought another way: another copy would be told to wait for itself
        raise AlreadyInForce
    for refusal in refusals(data_folder):
        if refusal.name == manifest.name:  # the very same file: it would be refused again
            raise PackRefused(refusal.why)


def receive(
    data_folder: Path,
    stream: IO[bytes],
    ward_keys: Sequence[bytes],
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Manifest:
    """Copy the pack that *stream* holds, so that it is taken in next (`kiosk.content.taking`).

    *on_progress*: bytes copied, of how many. Raises `PackRefused`, `AlreadyInForce`, `CutOff`, `NoRoom`,
    `ContentBusy`, `OSError`; then nothing of it is left here.
    """
    manifest, line = read_manifest(stream, ward_keys)
    wanted(data_folder, manifest)
    private_folder(content_folder(data_folder))
    whole = len(line) + manifest.archive[0]
    if shutil.disk_usage(content_folder(data_folder)).free < whole + manifest.size + ROOM_BYTES:
        raise NoRoom(f"no room for content pack {manifest.counter}")
    draft = content_folder(data_folder) / ARRIVING
    try:
        with _new(draft) as out:
            out.write(line)
            if not copy_archive(
                stream, out.write, manifest.archive, lambda done: on_progress(len(line) + done, whole)
            ):
                raise CutOff(f"content pack {manifest.counter} did not come whole")
            out.flush()
            os.fsync(out.fileno())
        lay_incoming(data_folder, draft)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _new(draft: Path) -> IO[bytes]:
    draft.unlink(missing_ok=True)  # of a copy that was cut off; two at once end in one that fails
    return os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "wb")
