"""Looks for what a person could have said in files of every kind, in whatever way it may be written."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path


def found_in_files(folder: Path, said: Iterable[str], but: tuple[str, ...] = ()) -> list[str]:
    """``file: what`` for each of *said* in each file beneath *folder*, but for the files named in *but*."""
    wanted = list(said)
    return [
        f"{file.relative_to(folder)}: {one}"
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name not in but
        for one in found_in(file.read_bytes(), wanted)
    ]


def found_in(raw: bytes, said: Iterable[str]) -> list[str]:
    """Which of *said* stand in *raw*; what is packed as a spreadsheet is unpacked first."""
    whole = raw + b"\n" + _unpacked(raw)
    return [one for one in said if any(way in whole for way in ways_to_write(one))]


def ways_to_write(text: str) -> Iterator[bytes]:
    """With its marks composed or apart or without them, escaped as JSON does, in both widths of letters."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    ).replace("đ", "d")
    escaped = text.encode("ascii", "backslashreplace").decode()
    digits = "".join(sign for sign in text if sign.isdigit())
    forms = {
        unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text), bare, escaped,
        text.casefold(), text.upper(), *((digits,) if len(digits) > 6 else ()),
    }  # fmt: skip
    for form in forms:
        yield form.encode("utf-8")
        yield form.encode("utf-16-le")


def _unpacked(raw: bytes) -> bytes:
    if not zipfile.is_zipfile(BytesIO(raw)):
        return b""
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())
