"""A pack on its way from outside, a stick or the ward's server: only what is wanted is copied, and all of it.

Its line is believed and judged before anything else is read. The copy is our own; what it was copied from may
be pulled out, or be changed by anybody, from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from kiosk.content.manifest import Manifest
from kiosk.content.pack_file import read_manifest
from kiosk.content.standing import read_standing
from kiosk.content.taking import ROOM_BYTES, judge, lay_incoming, refusals, waits
from kiosk.files.durable import private_folder
from kiosk.files.paths import content_folder
from kiosk.packs.refusals import PackRefused
from kiosk.packs.taking import AlreadyInForce, copy_in, want_room


def wanted(data_folder: Path, manifest: Manifest) -> None:
    """Whether it is worth copying. Raises `PackRefused`, `AlreadyInForce`; this also while it is taken in."""
    judge(manifest, read_standing(data_folder))
    if waits(data_folder, manifest):  # brought another way: another copy would be told to wait for itself
        raise AlreadyInForce
    for refusal in refusals(data_folder):
        if refusal.is_its_own and refusal.name == manifest.name:
            raise PackRefused(refusal.why)


def receive(
    data_folder: Path,
    stream: IO[bytes],
    ward_keys: Sequence[bytes],
    on_progress: Callable[[int, int], None] = lambda _, __: None,
) -> Manifest:
    """Copy the pack that *stream* holds, so that it is taken in next (`kiosk.content.taking`).

    *on_progress*: bytes copied, of how many. Raises `PackRefused`, `AlreadyInForce`, `CutOff`, `NoRoom`,
    `PackBusy`, `OSError`; then nothing of it is left here.
    """
    manifest, line = read_manifest(stream, ward_keys)
    wanted(data_folder, manifest)
    home, whole = content_folder(data_folder), len(line) + manifest.archive[0]
    private_folder(home)
    want_room(home, whole + manifest.size + ROOM_BYTES)
    copy_in(
        home,
        (line, stream),
        manifest.archive,
        lambda draft: lay_incoming(data_folder, draft),
        lambda done: on_progress(len(line) + done, whole),
    )
    return manifest
