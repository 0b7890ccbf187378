"""Lays the latest message for the residential groups beside the bundles, open for everybody to pass on."""

from __future__ import annotations

import logging
import re
from pathlib import Path, PurePath

from kiosk.base.files.foreign import ForeignFolder
from kiosk.base.files.paths import bulletin_folder

log = logging.getLogger(__name__)
PLACE = "ban-tin-to"  # the folder on the stick; of what lies there only our own messages are touched
MESSAGE = re.compile(r"ban-tin-\d{4}-\d{2}-\d{2}\.(?:png|wav)")


def lay_bulletin(data_folder: Path, target: Path) -> tuple[str, ...]:
    """The names laid there; earlier messages of ours go. Never raises: the figures matter more."""
    try:
        ours = bulletin_folder(data_folder)
        made = {
            file.name: file.read_bytes() for file in ours.glob("ban-tin-*") if MESSAGE.fullmatch(file.name)
        }
        if not made:
            return ()
        folder = ForeignFolder(target)
        folder.make(PLACE)
        for name, content in made.items():
            folder.publish(PurePath(PLACE, name), content)
        for name in folder.names(PLACE):
            if MESSAGE.fullmatch(name) and name not in made:
                folder.remove(PurePath(PLACE, name))
    except OSError as failure:
        log.warning("the message for the groups was not laid beside the bundles: %s", failure)
        return ()
    return tuple(sorted(made))
