"""One whole guide walked from another process through AT-SPI, as a screen reader's user would."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from support.at_spi import BUTTON, CHANGING, HEADING, PARAGRAPH, PROGRESS, AtSpi, Ref, wait_for
from support.desktop import desktop
from support.stage import residents_guides, tile_of

from flows.guide.steps import Choose, End, HandOver
from flows.guide.walk import Leaves, begin, current, edges_open, follow
from flows.shelf.due import this_month
from kiosk.base.hours.opening import HANOI
from ui.words import UiWords

HELPERS = ("Quay lại", "Chưa hiểu", "Gọi người giúp")  # this machine has no sound: nothing is heard again
FLOW = residents_guides().flows["khan-cap"]
Seen = list[tuple[int, str]]


class Reader:
    """Hears the kiosk's window and presses its buttons by name."""

    def __init__(self, bus: AtSpi, kiosk: Ref) -> None:
        self.bus, self.kiosk = bus, kiosk

    def hear(self, text: str, role: int) -> Seen:
        """Everything on the screen once it shows *text*."""

        def look() -> Seen | None:
            seen = self.bus.read(self.kiosk)
            return seen if (role, text) in seen else None

        return wait_for(look, lambda: f"{text!r} is not on the screen: {self.bus.read(self.kiosk)}")

    def described(self, name: str, role: int = BUTTON) -> str:
        """What follows a thing's name: how it is set and which of how many it is."""

        def look() -> str | None:
            found = [one for one in self.bus.of(self.kiosk, role) if self.bus.name(one) == name]
            return self.bus.description(found[0]) if found else None

        return wait_for(look, lambda: f"no {name!r}: {self.bus.read(self.kiosk)}")

    def progress(self) -> float:
        """Where the one progress bar stands."""

        def look() -> float:
            (bar,) = self.bus.of(self.kiosk, PROGRESS)
            return self.bus.value(bar)[0]

        return wait_for(look, CHANGING)

    def is_told(self, text: str) -> None:
        """Waits until what is announced begins so: how many choices there are may follow."""

        def look() -> bool | None:
            return True if any(one.startswith(text) for one in self.bus.announced()) else None

        wait_for(look, f"{text!r} is not announced")

    def press(self, name: str, leads_to: str, role: int) -> Seen:
        """Press until the screen that follows is there: a press within the repeat guard is ignored."""

        def look() -> Seen | None:
            seen = self.bus.read(self.kiosk)
            if (role, leads_to) in seen:
                return seen
            if (BUTTON, name) in seen:
                self.bus.press(self.kiosk, name)
            return None

        return wait_for(look, f"{name!r} does not lead to {leads_to!r}")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with desktop(tmp_path) as environment:
        command = [sys.executable, "-m", "kiosk", "run", "--windowed", "--size", "1080x1920"]
        command += ["--data", str(tmp_path / "data")]
        kiosk = subprocess.Popen(command, env=environment)
        bus = AtSpi(environment["DBUS_SESSION_BUS_ADDRESS"])
        try:
            yield Reader(bus, bus.application("kiosk"))
        finally:
            bus.close()
            kiosk.terminate()
            assert kiosk.wait(timeout=20) == 0


def test_a_screen_reader_user_walks_a_whole_guide(reader: Reader) -> None:
    reader.hear("Chào bác!", HEADING)
    reader.press("Chạm vào đây để bắt đầu", "Bác cần gì ạ?", HEADING)
    reader.press("Việc khác", "Hôm nay bác muốn làm gì?", HEADING)
    reader.press("Tránh bị lừa đảo", "Bác chọn một bài", HEADING)
    seen = reader.press(tile_of(FLOW), FLOW.steps[FLOW.start].say.vi, PARAGRAPH)

    reader.is_told(FLOW.steps[FLOW.start].say.vi)
    walk, number = begin(FLOW), 1
    while not isinstance(step := current(FLOW, walk), End | HandOver):
        for helper in HELPERS:
            assert (BUTTON, helper) in seen
        places = [reader.described(helper) for helper in HELPERS]
        assert places == [f"thứ {at} trong 3" for at in range(1, 4)]
        assert reader.progress() == number
        edge = edges_open(FLOW, walk)[0]
        label = edge.label.vi if isinstance(step, Choose) and edge.label else "Tiếp theo"
        further = follow(FLOW, walk, edge.id)
        assert not isinstance(further, Leaves)
        walk, number = further, number + 1
        seen = reader.press(label, current(FLOW, walk).say.vi, PARAGRAPH)
    reader.press("Hài lòng", "Cảm ơn bác ạ. Bác về, máy xóa hết.", PARAGRAPH)
    reader.press("Tôi xong rồi", "Chào bác!", HEADING)


UNHEARD = "Máy không có tiếng. Bác vẫy tay để gọi ạ."


def test_a_screen_reader_is_told_of_screens_settings_and_places(reader: Reader) -> None:
    reader.hear("Chào bác!", HEADING)
    reader.press("Chạm vào đây để bắt đầu", "Bác cần gì ạ?", HEADING)
    due = bool(this_month(residents_guides().flows.values(), datetime.now(HANOI).date()))  # a tile of its own
    reader.is_told(f"Bác cần gì ạ? {8 + due} lựa chọn")
    assert reader.described("Kết thúc").startswith("thứ 1 trong ")
    reader.press("Chỉnh cho vừa ý", "Bác muốn dùng máy thế nào ạ?", HEADING)
    reader.is_told("Bác muốn dùng máy thế nào ạ? 4 lựa chọn")  # without sound none of hearing
    assert reader.described("Tay tôi run") == "thứ 3 trong 4"
    reader.press("Chỉnh từng thứ", "Bác muốn chỉnh gì?", HEADING)
    reader.press("Màu: Nền sáng", "Màu: Nền tối", BUTTON)
    reader.is_told("Nền tối")
    reader.press("Xong", "Bác cần gì ạ?", HEADING)
    reader.press("Gọi người giúp", UNHEARD, HEADING)  # this machine has no sound, and no lamp
    reader.is_told(UNHEARD)


def test_a_screen_reader_knows_the_language_of_a_screen_and_may_move_the_focus(reader: Reader) -> None:
    bus, kiosk = reader.bus, reader.kiosk
    reader.hear("Chào bác!", HEADING)
    assert bus.language(kiosk) == "vi"
    reader.press("Chạm vào đây để bắt đầu", "Bác cần gì ạ?", HEADING)

    def moved() -> bool:
        bus.focus(bus.button(kiosk, "Tiếng"))
        return True

    wait_for(moved, CHANGING)
    wait_for(lambda: bus.is_focused(bus.button(kiosk, "Tiếng")) or None, "the focus did not come")
    assert not wait_for(lambda: bus.is_focused(bus.button(kiosk, "Nghe lại")), CHANGING)
    reader.press("Tiếng", UiWords().say("comfort.language", "vi"), HEADING)
    reader.press("Français", UiWords().say("home.heading", "fr"), HEADING)
    assert wait_for(lambda: {bus.language(node) for node in (kiosk, *bus.walk(kiosk))}, CHANGING) == {"fr"}
