"""The files of a pack laid into a folder of their own, durably."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.content.manifest import Held
from kiosk.files.durable import NEW, PRIVATE, private_folder, sync_folder


def lay_out(
    folder: Path,
    contents: Iterable[tuple[Held, bytes]],
    on_progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Write each file beneath the new *folder*; afterwards all of it survives a power cut. Raises `OSError`.

    *on_progress*: bytes written so far.
    """
    private_folder(folder)
    made, written = {folder}, 0
    for held, raw in contents:
        file = folder.joinpath(*held.path.split("/"))
        private_folder(file.parent)
        made.update(one for one in file.parents if one.is_relative_to(folder))
        with os.fdopen(os.open(file, NEW, PRIVATE), "wb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        written += held.size
        on_progress(written)
    for one in sorted(made, reverse=True):
        sync_folder(one)
