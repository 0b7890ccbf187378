"""Why one picture of the ward cannot be shown, and how to mend it.

What a PNG or JPEG file says in its head: PNG specification, 3rd edition (W3C, 2025), 4.8 and 11; JPEG: ITU-T
T.81, annex B; Exif and XMP stand in APP1, IPTC in APP13, a comment in COM.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kiosk.config.need_pictures import fault_of_drawing
from kiosk.config.problems import ProblemCode
from kiosk.personal import leads_to_a_person
from resources import path

LICENCES = "licences.txt"
IN_PLACE_OF_OURS = ("answers", "guides", "signs")
PHOTOS = "photos"
SUFFIXES = (".svg", ".png", ".jpg")
MOST_BYTES, LEAST_PX, MOST_PX = 1_000_000, 200, 2400
Fault: TypeAlias = tuple[ProblemCode, str, str]


def fault_of(file: Path, line: int, said: str) -> Fault | None:
    """*line* and *said*: where and what the text file says of its licence; 0 where it does not."""
    return next((fault for fault in _faults(file, line, said) if fault), None)


def _faults(file: Path, line: int, said: str) -> Iterator[Fault | None]:
    """In the order in which a later one needs the earlier not to be."""
    yield _fault_of_name(file)
    if not line:
        yield (
            "no-picture", f"chưa có dòng nào trong {LICENCES} nói ai làm hình này và được phép dùng.",
            f"no line of {LICENCES} says whose picture this is and that it may be shown.",
        )  # fmt: skip
    if leads_to_a_person(said):
        yield (
            "personal-data", "lời ghi trông như có số của một người. Bỏ số ấy đi.",
            "the words seem to hold a person's number. Take it out.",
        )  # fmt: skip
    if file.suffix != ".svg":
        yield _fault_of_image(file)
    elif broken := fault_of_drawing(file):
        yield "unreadable", *broken
    elif leads_to_a_person(file.read_text("utf-8")):
        yield (
            "personal-data", "trong tệp hình có chữ trông như số của một người. Bỏ đi.",
            "the drawing holds words that look like a person's number. Take them out.",
        )  # fmt: skip


def _fault_of_name(file: Path) -> Fault | None:
    if (
        not file.is_file()
        or file.suffix not in SUFFIXES
        or (file.parent.name == PHOTOS and file.suffix == ".svg")
    ):
        return (
            "not-a-choice", "không phải hình máy đọc được: chỉ dùng .svg, .png, .jpg (ảnh chụp: .png, .jpg).",
            "is no picture the kiosk reads: use .svg, .png or .jpg (photographs: .png, .jpg).",
        )  # fmt: skip
    if not file.stem.isascii() or not file.stem.replace("-", "").isalnum():
        return (
            "not-a-choice", "tên tệp chỉ gồm chữ không dấu, số và gạch ngang.",
            "the name of the file has letters a–z, digits and hyphens only.",
        )  # fmt: skip
    kind = file.parent.name
    if kind in IN_PLACE_OF_OURS:
        ours = [one.stem for one in path("pictures", kind).glob("*.svg")]
        if file.stem not in ours:
            near = ", ".join(get_close_matches(file.stem, ours, 3)) or f"resources/pictures/{kind}"
            return (
                "no-picture", f"máy không có hình nào tên này để thay. Gần giống: {near}.",
                f"the kiosk has no picture of that name to replace. Near: {near}.",
            )  # fmt: skip
    return None


def _fault_of_image(file: Path) -> Fault | None:
    try:
        if file.stat().st_size > MOST_BYTES:
            return (
                "out-of-range", f"tệp lớn quá {MOST_BYTES // 1000} kB. Thu nhỏ ảnh lại.",
                f"the file is larger than {MOST_BYTES // 1000} kB. Make the picture smaller.",
            )  # fmt: skip
        image = read_image(file.read_bytes())
    except (OSError, NotAnImage):
        return (
            "unreadable",
            "tệp hình bị hỏng. Hãy lưu lại.",
            "the picture is broken. Save it again.",
        )
    if any(leads_to_a_person(note.decode("utf-8", "ignore")) for note in image.notes):
        return (
            "personal-data", "trong tệp ảnh có ghi số của một người. Xóa thông tin ảnh (EXIF) rồi lưu lại.",
            "a person's number is written inside the file. Remove its metadata (EXIF) and save it again.",
        )  # fmt: skip
    if image.notes:
        return (
            "personal-data", "ảnh còn thông tin ẩn (EXIF: nơi chụp, máy chụp). Xóa đi rồi lưu lại.",
            "the picture still has metadata (EXIF: where it was taken). Remove it, save it again.",
        )  # fmt: skip
    size = f"{image.width}×{image.height}"
    if min(image.width, image.height) < LEAST_PX or max(image.width, image.height) > MOST_PX:
        return (
            "out-of-range", f"ảnh {size} điểm; mỗi cạnh phải từ {LEAST_PX} đến {MOST_PX} điểm.",
            f"the picture has {size} pixels; each side must be {LEAST_PX} to {MOST_PX}.",
        )  # fmt: skip
    return None


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
