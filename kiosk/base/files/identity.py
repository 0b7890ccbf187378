"""Which kiosk this is: a random id, minted once per data folder, that names no person and no place."""

from __future__ import annotations

import logging
import os
import re
import secrets
from pathlib import Path

from kiosk.base.files.durable import private_file, private_folder

_log = logging.getLogger(__name__)
_FORM = re.compile(r"kiosk-[0-9a-f]{12}")
FILE_NAME = "kiosk-id"
_not_kept: dict[Path, str] = {}  # by its file: log, cards and export of one run name the same kiosk


def kiosk_id(data_folder: Path) -> str:
    """The id kept in *data_folder*, or a new one. Never raises.

    Where the folder cannot be written the id lasts as long as the program; the log is in trouble then
    anyway, and says so. If it can be written later on, that id is kept, unless another is there by now.
    """
    file = data_folder.absolute() / FILE_NAME
    kept, own = _read(file), _not_kept.get(file)
    if kept and _FORM.fullmatch(kept):
        return own or kept
    minted = own or f"kiosk-{secrets.token_hex(6)}"
    if kept is not None and not own:
        _log.error(
            "%s does not hold this kiosk's id any more: it is %s from now on, and has to be enrolled again",
            file,
            minted,
        )
    try:
        _keep(file, minted)
    except OSError as failure:
        _not_kept[file] = minted
        if not own:
            _log.warning("the kiosk's id cannot be kept in %s: %s", file, failure)
    return minted


def _read(file: Path) -> str | None:
    """None where there is none, or none can be read."""
    try:
        return file.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        return ""
    except OSError:
        return None


def _keep(file: Path, minted: str) -> None:
    private_folder(file.parent)
    draft = file.with_suffix(".new")
    private_file(draft)
    with draft.open("w", encoding="ascii") as stream:
        stream.write(minted + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
