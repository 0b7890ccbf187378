"""The page of a kiosk that ended again and again: needs no QML, no guide, no database."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.machine.supervision.stopped_page import (
    _IN_THE_MIDDLE,
    AGAIN_AFTER_S,
    LAMP_ENDS_WITHIN_S,
    ON_THE_BUTTON,
    Lamp,
    StoppedCall,
    StoppedPage,
    _font,
    _height,
    lamp_of,
    lines,
    phone_of,
    rooms_of,
    size_of_text,
    unit_of,
)
from ui.window.fonts import load_fonts


def test_the_page_says_first_to_residents_and_then_to_staff_what_to_do() -> None:
    said = [text for _, _, text in lines(5, "024 3942 0000")]
    assert "Bác nhờ cán bộ giúp ạ. Bác có thể gọi số 024 3942 0000." in said
    assert "1. Chờ 5 phút nữa. Máy tự mở lại." in said
    assert not any("gọi số" in text for _, _, text in lines(5, ""))


@pytest.mark.parametrize(
    ("config", "phone"),
    [
        ('[place]\nhelp_phone = "02439420000"\n', "02439420000"),
        ('[help]\nfurther_phone = "115"\n', "115"),
        ('[place]\nhelp_phone = "chị Lan"\n', ""),
        ("[place]\nhelp_phone = 115\n", ""),
        ("no TOML [", ""),
        ("place = 3\n", ""),
    ],
)
def test_the_phone_is_said_only_where_the_config_can_be_read(tmp_path: Path, config: str, phone: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(config, encoding="utf-8")
    assert phone_of(file) == phone
    assert phone_of(tmp_path / "none") == ""


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1366, 768), (1280, 800), (1024, 768)])
def test_all_of_it_fits_on_the_screen(qapp: QGuiApplication, size: tuple[int, int]) -> None:
    load_fonts()
    unit, (room, button) = unit_of(*size), rooms_of(*size)
    told = lines(5, "024 3942 0000")
    assert not room.intersects(button)
    text_unit = size_of_text(told, room, unit)
    assert text_unit > 0.75 * unit, "read by staff who stand there; the first lines are larger"
    assert _height(told, room.width(), text_unit) <= room.height()
    for state, text in ON_THE_BUTTON.items():
        inner = button.adjusted(int(unit), int(unit), -int(unit), -int(unit))
        metrics = QFontMetrics(_font(unit * (2.2 if state == "none" else 1.6), True))
        assert inner.contains(metrics.boundingRect(inner, _IN_THE_MIDDLE, text))


class Heard:
    """Counts the calls."""

    def __init__(self) -> None:
        self.calls, self.state = 0, "none"

    def call(self) -> None:
        self.calls += 1

    def tick(self) -> None: ...


def test_a_touch_anywhere_a_key_and_a_mouse_each_call_staff_once(qtbot: QtBot) -> None:
    heard = Heard()
    page = StoppedPage(300, "", cast(StoppedCall, heard))
    page.show()
    qtbot.waitExposed(page)
    finger = QTest.createTouchDevice()
    QTest.touchEvent(page, finger).press(0, QPoint(3, 3)).commit()
    QTest.touchEvent(page, finger).release(0, QPoint(3, 3)).commit()
    assert heard.calls == 1, "who cannot see the button touches somewhere"
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert heard.calls == 2
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    assert heard.calls == 3
    page.close()


def test_the_page_opens_ends_by_itself_and_reads_nothing_of_the_kiosks_screens() -> None:
    code = (
        "import sys; from kiosk.machine.supervision.stopped_page import main; status = main(['1']);"
        "bad = [m for m in sys.modules"
        " if m.startswith(('PySide6.QtQml', 'flows', 'kiosk.log.storage', 'ui'))];"
        "print(status, bad)"
    )
    root = str(Path(__file__).parents[4])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root, "HOME": "/tmp"},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "0 []", done.stderr


def outcome(call: StoppedCall) -> str:
    """After what was begun has ended, by itself or because it took too long."""
    call.tick()
    if call._running:
        call._running.wait(30)
    call.tick()
    return call.state


def test_a_call_lights_the_lamp_and_the_end_puts_it_out(tmp_path: Path) -> None:
    lit, out = tmp_path / "lit", tmp_path / "out"
    call = StoppedCall(Lamp(shlex.join(["touch", str(lit)]), shlex.join(["touch", str(out)])))
    call.put_the_lamp_out()
    assert call._running is None, "nobody has called"
    call.call()
    assert outcome(call) == "called" and lit.exists() and not out.exists()
    call.put_the_lamp_out()
    outcome(call)
    assert out.exists()


def test_what_puts_the_lamp_out_long_after_the_call_has_its_time_too() -> None:
    now_s = [0.0]
    slow = shlex.join([sys.executable, "-c", "import time; time.sleep(60)"])
    call = StoppedCall(Lamp(off=slow), lambda: now_s[0])
    call.call()
    now_s[0] = 290.0
    call.put_the_lamp_out()
    now_s[0] += 1
    call.tick()
    assert call._running and call._running.poll() is None, "it has just begun"
    now_s[0] += LAMP_ENDS_WITHIN_S
    call.tick()
    assert call._running.poll() is not None


@pytest.mark.parametrize("lamp", ["", "/no/such/program", "touch 'not closed", "false"])
def test_where_nothing_was_lit_it_is_not_said_that_staff_were_called(lamp: str) -> None:
    call = StoppedCall(Lamp(lamp))
    call.call()
    assert outcome(call) == "unlit"


def test_a_lamp_that_hangs_holds_up_nothing_and_is_ended() -> None:
    now_s = [0.0]
    call = StoppedCall(
        Lamp(shlex.join([sys.executable, "-c", "import time; time.sleep(60)"])), lambda: now_s[0]
    )
    call.call()
    hanging = call._running
    assert call.state == "calling" and hanging
    call.call()
    assert call._running is hanging, "whoever leans on the glass calls once"
    now_s[0] = LAMP_ENDS_WITHIN_S + 1
    assert outcome(call) == "unlit" and hanging.returncode is not None
    now_s[0] = AGAIN_AFTER_S + 1
    call.call()
    assert call.state == "calling"
    call.close()


@pytest.mark.parametrize(
    ("config", "lamp"),
    [
        ('[help]\nlamp_on = "lamp 1"\nlamp_off = "lamp 0"\n', Lamp("lamp 1", "lamp 0")),
        ("[help]\nlamp_on = 3\n", Lamp()),
        ("help = 3\n", Lamp()),
        ("no TOML [", Lamp()),
    ],
)
def test_the_lamp_is_the_configs_where_that_can_be_read(tmp_path: Path, config: str, lamp: Lamp) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(config, encoding="utf-8")
    assert lamp_of(file) == lamp and lamp_of(tmp_path / "none") == Lamp()
