"""Which kiosk this is: a random id, minted once per data folder, that names no person and no place."""

from __future__ import annotations

import logging
import os
import re
import secrets
from pathlib import Path

_log = logging.getLogger(__name__)
_FORM = re.compile(r"kiosk-[0-9a-f]{12}")
FILE_NAME = "kiosk-id"


def kiosk_id(data_folder: Path) -> str:
    """The id kept in *data_folder*, or a new one. Never raises.

    Where the folder cannot be written the id lasts as long as the program; the log is in trouble then
    anyway, and says so.
    """
    file = data_folder / FILE_NAME
    try:
        kept = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        kept = ""
    if _FORM.fullmatch(kept):
        return kept
    minted = f"kiosk-{secrets.token_hex(6)}"
    if file.exists():
        _log.error(
            "%s does not hold this kiosk's id any more: it is %s from now on, and has to be enrolled again",
            file,
            minted,
        )
    try:
        _keep(file, minted)
    except OSError as failure:
        _log.warning("the kiosk's id cannot be kept in %s: %s", file, failure)
    return minted


def _keep(file: Path, minted: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    with draft.open("w", encoding="ascii") as stream:
        stream.write(minted + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
