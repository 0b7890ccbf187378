"""The files of a pack laid into a folder of their own, durably."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.files.durable import NEW, PRIVATE, private_folder, sync_folder
from kiosk.packs.held import Held


def lay_out(
    folder: Path,
    contents: Iterable[tuple[Held, Iterable[bytes]]],
    on_progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write each file, given in pieces, beneath the new *folder*; afterwards all of it survives a power cut.

    *on_progress*: bytes written so far. Raises `OSError`, and what giving a piece raises.
    """
    private_folder(folder)
    made, written = {folder}, 0
    for held, pieces in contents:
        file = folder.joinpath(*held.path.split("/"))
        private_folder(file.parent)
        made.update(parent for parent in file.parents if parent.is_relative_to(folder))
        with os.fdopen(os.open(file, NEW, PRIVATE), "wb") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        written += held.size
        on_progress(written)
    for one in sorted(made, reverse=True):
        sync_folder(one)
