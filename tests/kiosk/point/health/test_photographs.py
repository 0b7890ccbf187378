"""What stands on a photograph of the ward: a person's number or name is told, and what could not be read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from kiosk.base.config.checked_photographs import CHECKED, fingerprint
from kiosk.base.config.ward_pictures import read_pictures
from kiosk.base.personal import names_a_person
from kiosk.point.health.contents import check_pictures
from kiosk.point.health.photographs import READER
from kiosk.point.health.probes import see_pictures
from ui.window.fonts import load_fonts

SCREEN = ("Thông tin cá nhân", "Giấy tờ của tôi", "Đăng nhập")
LINE = "# ảnh của phường\nphotos/x.png: Phường tự chụp, đã che\n"


def photograph(file: Path, *lines: str) -> None:
    """As a phone's screen is: dark words on a light ground."""
    image = QImage(720, 1280, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setPen(QColor("#14284B"))
    font = QFont("Noto Sans")
    font.setPixelSize(40)
    painter.setFont(font)
    for place, line in enumerate(lines):
        painter.drawText(60, 160 + place * 150, line)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(file), "PNG")  # type: ignore[call-overload]


@pytest.fixture
def lay(qapp: QGuiApplication, tmp_path: Path) -> Callable[..., Path]:
    load_fonts()

    def laid(*lines: str) -> Path:
        photograph(tmp_path / "photos" / "x.png", *lines)
        (tmp_path / "licences.txt").write_text(LINE, "utf-8")
        return tmp_path

    return laid


def reads(monkeypatch: pytest.MonkeyPatch, folder: Path, words: str, code: int = 0) -> None:
    """A program of that name that says *words* of every photograph."""
    folder.mkdir()
    program = folder / READER
    (folder / "words").write_text(words, "utf-8")
    program.write_text(f'#!/bin/sh\ncat "{folder / "words"}"\nexit {code}\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


needs_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


@needs_shell
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Số điện thoại 0912 345 678", "trông như số"),
        ("Số định danh: 001099012345", "trông như số"),
        ("lan.tran@example.vn", "trông như số"),
        ("Họ và tên\nNGUYỄN THỊ LAN", "họ tên"),
        ("Chủ thẻ: Trần Văn Minh", "họ tên"),
    ],
)
def test_a_number_or_a_name_on_a_photograph_is_reported_with_its_line_and_mend(
    lay: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    folder = lay()
    (folder / CHECKED).write_text(f"{fingerprint(folder / 'photos' / 'x.png')}  photos/x.png\n", "utf-8")
    reads(monkeypatch, tmp_path / "bin", words)
    seen = see_pictures(folder)
    assert read_pictures(folder)[0] == {}, "nor is it shown at the next start, as it was before"
    (problem,) = seen.problems
    assert (seen.shown, seen.unread, problem.code, problem.line) == (0, 0, "personal-data", 2)
    assert told in problem.vi and "Tô kín" in problem.vi
    finding = check_pictures(seen)
    assert finding.state == "mend" and "x.png" in finding.vi
    assert not any(part in finding.vi + finding.en for part in ("0912", "0010", "lan", "LAN", "Minh"))


@needs_shell
def test_a_screen_without_anybody_on_it_is_right(
    lay: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay()
    reads(monkeypatch, tmp_path / "bin", "\n".join((*SCREEN, "54 Trần Hưng Đạo", "1022", "19:30 29/11/2026")))
    assert read_pictures(folder)[0] == {}
    assert check_pictures(see_pictures(folder)).state == "ok"
    assert set(read_pictures(folder)[0]) == {"photos/x"}


def test_without_a_reader_a_person_is_told_to_look(
    lay: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay(*SCREEN)
    monkeypatch.setattr("kiosk.point.health.photographs.shutil.which", lambda name: None)
    seen = see_pictures(folder)
    assert (seen.shown, seen.unread) == (0, 1)
    finding = check_pictures(seen)
    assert finding.state == "mend" and "không đọc được" in finding.vi
    assert "hai người xem" in finding.do_vi and "tesseract-ocr-vie" in finding.do_vi
    as_told = f"{sha256((folder / 'photos' / 'x.png').read_bytes()).hexdigest()}  photos/x.png\n"
    (folder / "checked.txt").write_text(as_told, "utf-8")
    assert check_pictures(see_pictures(folder)).state == "ok"
    assert set(read_pictures(folder)[0]) == {"photos/x"}


@needs_shell
def test_a_reader_that_fails_has_read_nothing(
    lay: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay()
    reads(monkeypatch, tmp_path / "bin", "", code=1)
    assert see_pictures(folder).unread == 1


@pytest.mark.skipif(shutil.which(READER) is None, reason="no tesseract here")
@pytest.mark.parametrize(
    ("line", "fault"), [("0912 345 678", True), ("NGUYỄN THỊ LAN", True), ("Mã định danh", False)]
)
def test_the_reader_that_debian_ships_sees_them(lay: Callable[..., Path], line: str, fault: bool) -> None:
    seen = see_pictures(lay(*SCREEN, line))
    assert seen.unread == 0
    assert bool(seen.problems) is fault


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("NGUYỄN VĂN AN", True),
        ("Lê Thị Hồng Gấm", True),
        ("Phạm An", True),
        ("phố Trần Hưng Đạo", False),
        ("đường Lê Duẩn", False),
        ("54 Trần Hưng Đạo", False),
        ("Lý lịch tư pháp", False),
        ("Cao tuổi", False),
        ("Hồ sơ của tôi", False),
        ("Mai sau", False),
    ],
)
def test_a_whole_name_is_told_from_a_street_and_from_common_words(text: str, yes: bool) -> None:
    assert names_a_person(text) is yes
