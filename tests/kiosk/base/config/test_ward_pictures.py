"""The ward's own pictures: what can be shown, and what is told of the rest, with line and mend."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.base.config.checked_photographs import fingerprint, remember
from kiosk.base.config.image_file import Image, NotAnImage, read_image
from kiosk.base.config.ward_pictures import photos_in, read_pictures
from kiosk.point.health.contents import check_pictures
from kiosk.point.health.probes import see_pictures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">{}</svg>'
DRAWN = SVG.format('<path d="M0 0h16v16z" fill="#14284B"/>')
OURS = "Phường Cửa Nam tự chụp, đã che tên"


def picture(suffix: str, width: int = 300, height: int = 600) -> bytes:
    """As Qt writes it, without anything beside the picture."""
    from PySide6.QtCore import QBuffer, QByteArray

    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    content = QByteArray()
    buffer = QBuffer(content)
    assert image.save(buffer, suffix)  # type: ignore[call-overload]
    return bytes(content.data())


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_text(png: bytes, text: str) -> bytes:
    """The same with a note behind the head, as cameras and programs leave it."""
    return png[:33] + chunk(b"tEXt", b"Comment\x00" + text.encode()) + png[33:]


def with_exif(jpeg: bytes) -> bytes:
    note = b"Exif\x00\x00GPS"
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[str, bytes | str, str], None]:
    """Lay a picture into the ward's folder, with its line in the text file."""

    def laid(name: str, content: bytes | str, said: str = OURS) -> None:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        if said:
            with (tmp_path / "licences.txt").open("a", encoding="utf-8") as licences:
                licences.write(f"{name}: {said}\n")

    return laid


Lay = Callable[..., None]


def test_what_is_right_is_used(tmp_path: Path, lay: Lay) -> None:
    lay("signs/vneid.svg", DRAWN)
    lay("answers/yes.png", picture("png"))
    lay("guides/khan-cap.jpg", picture("jpg"))
    lay("photos/vneid-mo-dau.jpg", picture("jpg"))
    remember(tmp_path, {fingerprint(tmp_path / "photos" / "vneid-mo-dau.jpg")})
    good, problems = read_pictures(tmp_path)
    assert problems == ()
    assert set(good) == {"signs/vneid", "answers/yes", "guides/khan-cap", "photos/vneid-mo-dau"}
    assert photos_in(good) == {"vneid-mo-dau"}


@pytest.mark.parametrize(
    ("name", "content", "said", "code", "told"),
    [
        ("photos/x.png", picture("png"), "", "no-picture", "licences.txt"),
        ("photos/x.png", picture("png"), "Cô Lan, 0912 345 678", "personal-data", "số của một người"),
        ("photos/x.jpg", with_exif(picture("jpg")), OURS, "personal-data", "EXIF"),
        ("photos/x.png", with_text(picture("png"), "phone"), OURS, "personal-data", "EXIF"),
        ("photos/x.png", with_text(picture("png"), "001099012345"), OURS, "personal-data", "số của"),
        ("photos/x.png", picture("png") + b"0912345678", OURS, "personal-data", "số của một người"),
        ("photos/x.png", picture("png", 100, 600), OURS, "out-of-range", "100×600"),
        ("photos/x.png", picture("png", 300, 2500), OURS, "out-of-range", "2400"),
        ("photos/x.png", picture("png") + b"\0" * 1_000_000, OURS, "out-of-range", "1000 kB"),
        ("photos/x.png", picture("png")[:-20], OURS, "unreadable", "bị hỏng"),
        ("photos/x.jpg", picture("jpg")[:200], OURS, "unreadable", "bị hỏng"),
        ("photos/x.jpg", b"not a picture", OURS, "unreadable", "bị hỏng"),
        ("photos/x.gif", b"GIF89a", OURS, "not-a-choice", ".png"),
        ("photos/x.svg", DRAWN, OURS, "not-a-choice", ".jpg"),
        ("photos/Ảnh.png", picture("png"), OURS, "not-a-choice", "không dấu"),
        ("signs/vneidd.svg", DRAWN, OURS, "no-picture", "vneid"),
        ("signs/vneid.svg", "<svg", OURS, "unreadable", "dòng 1"),
        ("signs/vneid.svg", SVG.format("<text>VNeID</text>"), OURS, "unreadable", "text"),
        ("signs/vneid.svg", SVG.format("<title>0912345678</title><path/>"), OURS, "personal-data", "số"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_reported_and_not_used(
    tmp_path: Path, lay: Lay, name: str, content: bytes | str, said: str, code: str, told: str
) -> None:
    lay("answers/no.svg", DRAWN)
    lay(name, content, said)
    good, (problem,) = read_pictures(tmp_path)
    assert set(good) == {"answers/no"}
    assert (problem.code, problem.line) == (code, 2 if said else 0)
    assert told in problem.vi and problem.en
    assert "0912" not in problem.sentence_vi() + problem.sentence_en()


def test_a_photograph_is_shown_once_it_was_looked_at_and_not_when_it_was_changed_since(
    tmp_path: Path, lay: Lay
) -> None:
    lay("photos/x.png", picture("png"))
    good, (problem,) = read_pictures(tmp_path)
    assert good == {} and "doctor" in problem.vi and problem.line == 1
    assert remember(tmp_path, {fingerprint(tmp_path / "photos" / "x.png")})
    assert set(read_pictures(tmp_path)[0]) == {"photos/x"}
    (tmp_path / "photos" / "x.png").write_bytes(picture("png", 301))
    assert read_pictures(tmp_path)[0] == {}


def test_a_line_without_its_file_and_one_without_words_are_reported(tmp_path: Path) -> None:
    (tmp_path / "licences.txt").write_text("# hình\nphotos/a.png: của phường\nphotos/b.png\n", "utf-8")
    good, problems = read_pictures(tmp_path)
    assert good == {}
    assert [(one.code, one.line) for one in problems] == [("no-picture", 2), ("wrong-type", 3)]


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    good, (problem,) = read_pictures(tmp_path / "khong-co")
    assert good == {} and problem.code == "unreadable" and "khong-co" in problem.sentence_vi()


def test_the_doctor_names_what_is_wrong(tmp_path: Path, lay: Lay) -> None:
    assert check_pictures(see_pictures(None)).state == "ok"
    lay("signs/vneid.svg", DRAWN)
    assert check_pictures(see_pictures(tmp_path)).state == "ok"
    lay("photos/y.png", picture("png"), "")
    finding = check_pictures(see_pictures(tmp_path))
    assert finding.state == "mend" and "y.png" in finding.vi and "1 hình" in finding.vi


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_the_size_is_read_as_qt_reads_it(suffix: str) -> None:
    assert read_image(picture(suffix, 321, 654)) == Image(321, 654)


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_no_broken_file_is_taken_or_breaks_the_reading(suffix: str) -> None:
    whole = picture(suffix)
    for end in range(0, len(whole) - 1, 7):
        with pytest.raises(NotAnImage):
            read_image(whole[:end])
