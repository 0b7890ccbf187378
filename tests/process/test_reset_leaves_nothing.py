"""When a resident has gone nothing of them is left: on the screen, in what lives in memory, on the disk.

The whole kiosk as a process with a sound server of its own. A visit with everything that could tell of a
person ends in each way a visit can end; then the kiosk is searched, and compared with an untouched one.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from support.at_spi import wait_for
from support.kiosk_out_of_time import bend
from support.kiosk_process import DesktopWithReader, Kiosk, children_of, desktop_with_reader, kiosk
from support.kiosk_resident import GREETING, sign_of_life
from support.process_memory import found_in
from support.sound_server import SoundServer, missing_tools
from support.stage import residents_guides, tile_of
from support.window import pixels

from kiosk.base.files.paths import database_file
from ui.words import UiWords

resource = pytest.importorskip("resource", reason="Windows has no limits of this kind")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or missing_tools() is not None,
    reason="needs X, AT-SPI, /proc and a private sound server",
)
NO_TIME_S = -900_000_000.0  # a clock nobody believes is not shown: so two screens can be alike
FLOW = residents_guides().flows["ho-ngheo"]
FIRST = FLOW.steps[FLOW.start]
STEP = FLOW.steps["gap-to-truong"]  # the second, private
CODE = "XQ7ZKWJV" * 6  # held up to the scanner, and no card
REPEAT_GUARD_S = 0.6  # a press sooner after another does nothing
ASKED = "vwkzqjxw"  # typed on the kiosk's own keys: no word of any language, so that nobody else says it
THEME = "yellow-black"
WAYS = "ways=frozenset({'touch'})"
COUNTED = (b"large-text", b"high-contrast", b"simple-words")
"""What the month's figures say of settings like these: nowhere but in the log's own file."""


SAY = UiWords().say
NOBODYS_WORDS = frozenset(UiWords().texts("vi").values())
"""Of the first screens, in the language they have while nobody is here; the visit was in French."""


def fr(key: str, **values: object) -> str:
    return SAY(key, "fr", **values)


SMOOTHED = 24
"""Of 255: Qt smooths the edges of a letter a little differently once others were drawn, whoever drew them."""
NO_CLOCK, NO_SOUND = "đồng hồ máy chưa đúng", "Không có âm thanh"
SENTENCE = (STEP.simpler or STEP.say).in_("fr")
WHERE = fr("step.progress", step=2, about=99).removesuffix("99")
PUT_TOGETHER = f"{SENTENCE}\n{WHERE}"
"""As only a visit puts it together: each sentence by itself is a guide's, and lies in the library."""


@dataclass
class Searched:
    """A kiosk that can be searched, and everything that was on its screen."""

    kiosk: Kiosk
    held: Path
    seen: set[str] = field(default_factory=set)

    @property
    def worker(self) -> int:
        """The speech worker; waits while one follows another."""
        return wait_for(lambda: next(iter(children_of(self.kiosk.process.pid)), None), "no worker")

    def wait_for_the_guides(self) -> None:
        """Not to be searched before: what is just being made does not bear being looked at."""
        self.kiosk.hear(NO_CLOCK)  # told once the guides are read
        self.kiosk.hear(SAY("ask.chip_name", "vi"))  # offered once questions can be answered

    def press(self, button: str, leads_to: str) -> None:
        self.seen |= set(self.kiosk.press(button, leads_to))

    def _told(self) -> bool | None:
        failed = self.held / "failed"
        assert not failed.exists(), failed.read_text()
        return (self.held / "done").exists() or None

    def tell(self) -> Held:
        """What it holds now."""
        (self.held / "done").unlink(missing_ok=True)
        self.kiosk.process.send_signal(signal.SIGUSR1)
        wait_for(self._told, "it does not tell what it holds")
        parts = {name: set(json.loads((self.held / f"{name}.json").read_text())) for name in NAMES}
        return Held(**parts, screen=QImage(str(self.held / "screen.png")))


NAMES = ("properties", "strings", "values")


@dataclass(frozen=True)
class Held:
    properties: set[str]
    strings: set[str]
    values: set[str]
    screen: QImage


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DesktopWithReader]:
    server = SoundServer(tmp_path_factory.mktemp("sound") / "pulse")
    server.start()
    with desktop_with_reader(tmp_path_factory.mktemp("home")) as made:
        sound = {name: value for name, value in server.environment.items() if name.startswith("PULSE_")}
        yield replace(made, environment=made.environment | sound)
    server.kill()


@contextmanager
def searched(desktop: DesktopWithReader, folder: Path) -> Iterator[Searched]:
    held = folder / "held"
    shutil.rmtree(held, ignore_errors=True)
    held.mkdir()
    clock = bend(folder / "clock", wrong_s=NO_TIME_S)
    arguments = ("--clock", str(clock), "--held", str(held))
    with kiosk(desktop, folder / "data", *arguments, module="support.kiosk_searched") as running:
        yield Searched(running, held)


@pytest.fixture(scope="module")
def untouched(desktop: DesktopWithReader, tmp_path_factory: pytest.TempPathFactory) -> Held:
    """What a kiosk holds that nobody has touched."""
    with searched(desktop, tmp_path_factory.mktemp("untouched")) as one:
        one.wait_for_the_guides()
        return one.tell()


def visit(one: Searched, *, in_memory: bool) -> None:
    """French, the largest letters, other colours, simpler words, a question, a code held up, a private step.

    *in_memory*: where its memory is searched later, what is searched for is looked for while it is there.
    """
    one.kiosk.hear(GREETING)
    one.press("Chạm vào đây để bắt đầu", "Bác cần gì ạ?")
    one.press(SAY("strip.language", "vi"), SAY("comfort.language", "vi"))
    one.press("Français", fr("home.heading"))
    one.press(fr("comfort.name"), fr("preset.heading"))
    one.press(fr("preset.every"), fr("comfort.heading"))
    one.press(fr("comfort.simpler_off"), fr("comfort.simpler_on"))
    theme = fr("comfort.theme", theme=fr(f"strip.theme_{THEME}"))
    one.press("Fond ", theme)  # as all of them are called
    size = fr("comfort.size", number=5, of=5)
    one.press(size.partition("5")[0], size)
    one.press(fr("comfort.done"), fr("home.heading"))
    ask(one, in_memory=in_memory)
    one.press("Autre chose", fr("home.heading_topics"))
    one.press(fr(f"topic.{FLOW.topic}"), fr("topic.heading"))
    one.press(tile_of(FLOW, "fr"), (FIRST.simpler or FIRST.say).in_("fr"))
    one.press(fr("step.next"), SENTENCE)
    (one.held / "type").write_text(f"{CODE}\n")
    one.kiosk.process.send_signal(signal.SIGUSR2)
    one.kiosk.hear(fr("card.not_here"))
    (one.held / "type").unlink()
    one.press(fr("card.go_on"), SENTENCE)


def hear_it_again(one: Searched) -> None:
    """Until it can be found in the memory of who says it, and of who asked for it."""

    def asked_aloud() -> bool | None:
        """What the kiosk put together for it lies in its memory as long as it is being said."""
        one.kiosk.press_once(fr("bar.again"))
        said = found_in(one.worker, [SENTENCE]) and found_in(one.kiosk.process.pid, [PUT_TOGETHER])
        return bool(said) or None

    wait_for(asked_aloud, "the worker is not asked to say it")


def ask(one: Searched, *, in_memory: bool) -> None:
    """Key by key, until all of it stands there; then back."""
    one.press(fr("ask.chip_name"), fr("ask.heading"))
    for letter in ASKED:
        time.sleep(REPEAT_GUARD_S)
        one.kiosk.press_once(letter)
    one.kiosk.hear(ASKED)
    if in_memory:
        assert any(ASKED in text for text in one.tell().properties)
        assert found_in(one.kiosk.process.pid, [ASKED])
    one.press(fr("bar.back"), fr("home.heading"))


def visit_is_everywhere(one: Searched) -> None:
    """What is searched for can be found: else finding nothing would say nothing."""
    now = one.tell()
    assert one.seen & now.properties
    assert any(PUT_TOGETHER in text for text in now.strings)
    assert any(THEME in value and "text_size=5" in value for value in now.values)
    assert any(WAYS in value for value in now.values)
    assert drawings(now)


def nothing_is_left(one: Searched, untouched: Held) -> None:
    one.wait_for_the_guides()
    now = wait_for(lambda: settled(one, untouched), "the kiosk does not come to rest")
    shown = (now.properties - untouched.properties) & one.seen
    assert shown == set()
    # The words of a library that is read for everybody, and those of pages that are prepared for nobody yet.
    assert (now.strings & one.seen) - NOBODYS_WORDS <= untouched.strings
    marks = (CODE, ASKED, PUT_TOGETHER, WHERE)
    assert [text for text in now.strings | now.properties if any(mark in text for mark in marks)] == []
    assert now.values - untouched.values == set()
    assert farthest(now.screen, untouched.screen) <= SMOOTHED
    assert found_in(one.worker, [SENTENCE, CODE, ASKED, WHERE]) == {}
    assert found_in(one.kiosk.process.pid, [CODE, ASKED, PUT_TOGETHER]) == {}  # nor in what was freed


def dumps_no_core(pid: int) -> bool:
    """One byte: not into a file, and not to a program that collects them; none where none was allowed."""
    limits = Path(f"/proc/{pid}/limits").read_text("ascii")
    least = "1" if resource.getrlimit(resource.RLIMIT_CORE)[1] else "0"
    core = ["Max", "core", "file", "size", least, least]
    return any(line.split()[:6] == core for line in limits.splitlines())


def farthest(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any pixel."""
    shares = [(pixels(image)[:, :, None] >> np.array([16, 8, 0])) & 0xFF for image in (one, other)]
    return int(np.abs(shares[0].astype(int) - shares[1].astype(int)).max())


def drawings(held: Held) -> set[str]:
    """The names under which pictures are kept: what, in which colours, how large."""
    return {text for text in held.strings if re.fullmatch(r"[\w-]+(/[0-9a-f]{6,8}){1,2}/\d+", text)}


def settled(one: Searched, untouched: Held) -> Held | None:
    """Once the sweep between two visits, which follows within a second, has gone over it, and the voice that
    was started anew is there: until then a busy machine says that it has no sound.
    """
    now = one.tell()
    if any(NO_SOUND in text for text in now.properties - untouched.properties):
        return None
    swept = drawings(now) <= drawings(untouched) and not any(THEME in value for value in now.values)
    swept = swept and not any(WAYS in value for value in now.values)
    return now if swept else None


def nothing_is_on_disk(folder: Path, home: Path) -> None:
    marks = [mark.encode(code) for mark in (CODE, ASKED, SENTENCE, THEME) for code in ("utf-8", "utf-16-le")]
    files = [one for place in (folder, home) for one in place.rglob("*") if one.is_file()]
    assert any(one.suffix == ".db" or "sqlite" in one.name for one in files), files
    for file in files:
        if "held" in file.parts:  # our own findings
            continue
        content = file.read_bytes()
        assert not [mark for mark in marks if mark in content], file
        assert file == database_file(folder / "data") or not [word for word in COUNTED if word in content], (
            file
        )
    assert not sign_of_life(folder / "data").exists()


@pytest.mark.parametrize("ending", ["goodbye", pytest.param("idle", marks=pytest.mark.full)])
def test_after_a_visit(desktop: DesktopWithReader, tmp_path: Path, untouched: Held, ending: str) -> None:
    with searched(desktop, tmp_path) as one:
        visit(one, in_memory=True)
        hear_it_again(one)
        visit_is_everywhere(one)
        before = one.worker
        assert dumps_no_core(one.kiosk.process.pid) and dumps_no_core(before)
        match ending:
            case "goodbye":
                one.press(fr("strip.finish"), fr("goodbye.sentence"))
                one.press(fr("goodbye.done"), GREETING)
            case _:
                bend(tmp_path / "clock", more_s=1000, wrong_s=NO_TIME_S)
                one.seen |= set(one.kiosk.hear(fr("idle.heading")))
                bend(tmp_path / "clock", more_s=1100, wrong_s=NO_TIME_S)
        nothing_is_left(one, untouched)
        assert one.worker != before
        nothing_is_on_disk(tmp_path, Path(desktop.environment["HOME"]))


@pytest.mark.parametrize("ending", ["refused", pytest.param("expired", marks=pytest.mark.full)])
def test_after_a_crash(desktop: DesktopWithReader, tmp_path: Path, untouched: Held, ending: str) -> None:
    with searched(desktop, tmp_path) as one:
        visit(one, in_memory=False)  # its memory ends with the process
        wait_for(lambda: sign_of_life(tmp_path / "data").exists() or None, "no sign of life is written")
        one.kiosk.kill()
        seen = one.seen
    with searched(desktop, tmp_path) as one:
        one.seen = seen | set(one.kiosk.hear(fr("resume.heading")))
        if ending == "refused":
            one.press(fr("resume.no"), GREETING)
        else:
            bend(tmp_path / "clock", more_s=61, wrong_s=NO_TIME_S)
        nothing_is_left(one, untouched)
        nothing_is_on_disk(tmp_path, Path(desktop.environment["HOME"]))
