"""The picture of a tile: one of ours by its name, or an SVG drawing that lies beside the ward's own file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from resources import path

DEFAULT_PICTURE = "scenes/scene-greeting"
"""The helper: shown where a picture cannot be, so that no tile is empty."""
OURS, THE_WARDS = "scenes", "ward"
MOST_BYTES = 300_000
_DRAWS = frozenset(
    {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc"}
)


class Picture(NamedTuple):
    """Its folder and name, as an image is asked for; or what is wrong with it."""

    picture: str = ""
    vi: str = ""
    en: str = ""


def read_picture(written: object, folder: Path) -> Picture:
    """*folder*: where the file lies that names it."""
    if not isinstance(written, str) or not written:
        return Picture(
            vi='thiếu hình: hãy ghi picture = "…".', en='the picture is missing: write picture = "…".'
        )
    if not written.endswith(".svg"):
        if written.replace("-", "").isalnum() and path("pictures", OURS, f"{written}.svg").is_file():
            return Picture(f"{OURS}/{written}")
        return Picture(
            vi="không có hình này. Xem resources/pictures/scenes, hoặc ghi tên tệp .svg nằm cạnh tệp này.",
            en="there is no such picture. See resources/pictures/scenes, or name an .svg beside this file.",
        )
    if not written.removesuffix(".svg").replace("-", "").isalnum() or not written.isascii():
        return Picture(
            vi="tên tệp hình chỉ gồm chữ không dấu, số và gạch ngang, không có thư mục.",
            en="the name of a picture's file has letters a–z, digits and hyphens, and no folder.",
        )
    fault = fault_of_drawing(folder / written)
    return Picture("", *fault) if fault else Picture(f"{THE_WARDS}/{written.removesuffix('.svg')}")


def fault_of_drawing(file: Path) -> tuple[str, str] | None:
    """Why *file* cannot be drawn, in Vietnamese and English."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return (
                f"tệp hình lớn quá {MOST_BYTES // 1000} kB. Vẽ lại bằng nét phẳng.",
                f"the picture is larger than {MOST_BYTES // 1000} kB. Draw it with flat shapes.",
            )
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return f"không đọc được tệp {file.name}: tệp phải nằm cạnh tệp này.", f"{file.name} cannot be read."
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return "tệp hình có phần <!DOCTYPE>; hãy bỏ đi.", "the picture has a <!DOCTYPE>; take it out."
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line = error.position[0]
        return f"tệp hình bị hỏng ở dòng {line}. Hãy lưu lại.", f"the picture is broken on its line {line}."
    tags = {str(one.tag).rpartition("}")[2] for one in root.iter()}
    if str(root.tag).rpartition("}")[2] != "svg":
        return "tệp này không phải hình SVG.", "the file is not an SVG drawing."
    if strange := sorted(tags - _DRAWS):
        return (
            f"hình có phần không vẽ được: {', '.join(strange[:3])}. Chỉ dùng nét và mảng phẳng.",
            f"the picture has parts that are not drawn: {', '.join(strange[:3])}. Use flat shapes only.",
        )
    if root.get("viewBox") is None or not (root.get("width") and root.get("height")):
        return "hình thiếu viewBox, width hoặc height.", "the picture has no viewBox, width or height."
    return None
