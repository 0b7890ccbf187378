"""What a PNG or JPEG file says of itself in its head: its size, and whether notes are hidden in it. Pure.

Sources: PNG specification, 3rd edition (W3C, 2025), 4.8 and 11; JPEG: ITU-T T.81, annex B; Exif and XMP stand
in APP1, IPTC in APP13, a comment in COM.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_NOTES = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
_JPEG_NOTES = {0xE1, 0xED, 0xFE}
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


class NotAnImage(Exception):
    """The bytes are no whole PNG or JPEG image."""


class Image(NamedTuple):
    """Sides in pixels; *notes*: what is written in it beside what one sees, as raw bytes."""

    width: int
    height: int
    notes: tuple[bytes, ...] = ()


def read_image(content: bytes) -> Image:
    """Raises `NotAnImage`."""
    try:
        if content.startswith(_PNG):
            return _png(content)
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content)
    except (struct.error, IndexError, ValueError) as error:
        raise NotAnImage(str(error)) from error
    raise NotAnImage("neither PNG nor JPEG")


def _png(content: bytes) -> Image:
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise NotAnImage("it does not begin with IHDR and end with IEND")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return Image(width, height, tuple(data for kind, data in chunks if kind in _PNG_NOTES))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + length]
        if len(data) < length or len(content) < at + 12 + length:
            raise NotAnImage("it is cut off")
        yield kind, data
        at += 12 + length
        if kind == b"IEND":
            if at < len(content):
                yield b"tEXt", content[at:]  # hidden behind the end
                yield b"IEND", b""
            return


def _jpeg(content: bytes) -> Image:
    size, notes, at = None, [], 2
    while at < len(content):
        if content[at] != 0xFF:
            raise NotAnImage("a marker is missing")
        marker = content[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        data = content[at + 4 : at + 2 + length]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">xHH", data[:5])
            size = width, height
        elif marker in _JPEG_NOTES:
            notes.append(data)
        if marker == 0xDA:  # the picture itself follows
            break
        at += 2 + length
    if size is None or content.rfind(b"\xff\xd9") < at:
        raise NotAnImage("it is cut off")
    if behind := content[content.rfind(b"\xff\xd9") + 2 :]:
        notes.append(behind)
    return Image(*size, tuple(notes))
