"""Why one picture of the ward cannot be shown, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from kiosk.base.config.image_file import NotAnImage, read_image
from kiosk.base.config.need_pictures import fault_of_drawing
from kiosk.base.config.problems import ProblemCode
from kiosk.base.personal import leads_to_a_person
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
