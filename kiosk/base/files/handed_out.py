"""What a command hands out is written here: never over what is the ward's or a kiosk's own, nor over a file
of another form, whose name was typed by a slip.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.base.files import paths
from kiosk.base.files.alone import LOCK_FILE, RECEIVER_LOCK
from kiosk.base.files.durable import publish_pieces
from kiosk.base.files.identity import FILE_NAME
from kiosk.base.messages.system_errors import SaidInBoth

REGISTER, KEY = "register.json", "ward.key"
"""By one of these a folder is known as a ward's own."""
MOST_LOOKED_AT = 4 * 1024 * 1024
_TOML = re.compile(r"\A(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:\[[\w.\" \[-]+\]|[\w\".-]+[ \t]*=)")
_MAGIC = {
    b"%PDF": "pdf", b"PK\x03\x04": "xlsx", b"RIFF": "wav", b"PAR1": "parquet", b"\x89PNG": "png",
    b"SQLite format 3": "sqlite", b"-----BEGIN": "pem", b"age-encryption": "age", b"AGE-SECRET": "age",
    b"# created": "age",
}  # fmt: skip


class NotWritten(SaidInBoth):
    """Nothing is written there, and nothing was changed; `vi` and `en` say why."""


def hand_out(path: Path, raw: bytes) -> None:
    """Durably, for others to read. Raises `NotWritten`, `OSError`; then what was there is as it was."""
    check_place(path, form_of(raw))
    publish_pieces(path.absolute(), (raw,), shared=True)


def hand_out_pieces(path: Path, pieces: Iterable[bytes], form: str) -> None:
    """As `hand_out`, for what is too large to hold."""
    check_place(path, form)
    publish_pieces(path.absolute(), pieces, shared=True)


def check_place(path: Path, form: str) -> None:
    """Whether a file of that *form* (`form_of`) may be written there. Raises `NotWritten`, `OSError`."""
    check_folder(path)
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    if not stat.S_ISREG(mode):
        raise NotWritten(
            f"{path} không phải tệp thường (là thư mục, liên kết hay thiết bị), máy không ghi vào đó. "
            "Chưa có gì bị đổi; hãy ghi ra tên khác.",
            f"{path} is no ordinary file (a folder, a link or a device) and is not written over. Nothing was "
            "changed; choose another name.",
        )
    with path.open("rb") as stream:
        there = form_of(stream.read(MOST_LOOKED_AT))
    if there not in ("", form):
        raise NotWritten(
            f"{path} đang là tệp khác loại, ghi vào đó thì mất tệp ấy. Chưa có gì bị đổi; hãy ghi ra tên "
            "khác, hoặc cất tệp ấy đi trước.",
            f"{path} is a file of another kind, which would be lost. Nothing was changed; choose another "
            "name, or move that file away first.",
        )


def check_folder(path: Path) -> None:
    """Whether *path*, a file or a folder, lies apart from what is a ward's or a kiosk's own.

    Raises `NotWritten`.
    """
    if any(_owned(path.absolute())) or any(_owned(path.resolve())):
        raise NotWritten(
            f"{path} nằm trong chỗ riêng của phường hoặc của ki-ốt (khóa, sổ, nhật ký), máy không ghi vào "
            "đó. Chưa có gì bị đổi; hãy ghi ra USB, hoặc ra thư mục khác.",
            f"{path} lies where the ward or a kiosk keeps its own (keys, registers, logs), and nothing is "
            "written there. Nothing was changed; write to a stick, or to another folder.",
        )


def form_of(raw: bytes) -> str:
    """What kind of file begins so; empty: an empty one. Files of one kind have one form."""
    for begins, form in _MAGIC.items():
        if raw.startswith(begins):
            return form
    if not raw.strip():
        return ""
    if raw.lstrip()[:1] in (b"{", b"[") and (form := _of_json(raw)):
        return form
    if b"\0" in raw[:4096]:
        return "other"
    text = raw.decode("utf-8", "replace").lstrip("\ufeff").lstrip()
    first = text.partition("\n")[0].strip()
    if text[:100].lower().startswith(("<!doctype html", "<html")):
        return "html"
    if _TOML.search(text):
        return "toml"
    return f"table {first}" if any(sign in first for sign in ",;\t") else "text"


def _of_json(raw: bytes) -> str:
    for part in (raw.partition(b"\n")[0], raw):  # a pack is one line, and bytes behind it
        with suppress(ValueError, RecursionError):
            written = json.loads(part)
            written = written[0] if isinstance(written, list) and written else written
            if not isinstance(written, dict):
                return "json"
            body = written.get("body")
            if isinstance(body, dict) and isinstance(body.get("form"), str):
                return str(body["form"])
            return f"json {' '.join(sorted(written))}"
    return ""


def _owned(path: Path) -> Iterator[Path]:
    """*path*, and what it lies in, as far as that is a ward's or a kiosk's own."""
    for one in (path, *path.parents):
        if _is_wards(one):
            yield one
        above = one.parent
        if (one.name in _FOLDERS or one.name.startswith(_FILES)) and _is_data_folder(above):
            yield one


def _is_wards(folder: Path) -> bool:
    return (folder / REGISTER).is_file() or (folder / KEY).is_file()


def _is_data_folder(folder: Path) -> bool:
    return (folder / FILE_NAME).is_file() or _is_wards(paths.ward_folder(folder))


_FOLDERS = frozenset(
    of(Path()).name
    for of in (
        paths.export_folder, paths.keys_folder, paths.content_folder, paths.logbook_folder,
        paths.ward_folder,
    )
) | {paths.OPENING_CHECKS}  # fmt: skip
_FILES = (
    LOCK_FILE, RECEIVER_LOCK, FILE_NAME, paths.OPEN_VISIT,
    paths.database_file(Path()).name, paths.staff_file(Path()).name,
    paths.tickets_file(Path()).name, paths.roster_file(Path()).name, paths.endings_file(Path()).name,
)  # fmt: skip
"""And what begins so: what a database lays beside itself."""
