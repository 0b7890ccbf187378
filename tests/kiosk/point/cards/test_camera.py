"""The camera, as a process of its own that looks at films: it says one code and is gone."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support.film import film

from accessibility.card_text import MOST_SIGNS
from kiosk.point.cards.camera_process import CameraProcess, camera_command

CARD = "KBHVS" + "7" * 560
POSTER = "https://dichvucong.gov.vn/"


class Told:
    """What the eye tells the kiosk."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.something = asyncio.Event()

    def held_up(self, code: str) -> None:
        self.lines.append(code)
        self.something.set()

    def nothing_seen(self) -> None:
        self.held_up("(nothing)")


def told_by(
    command: tuple[str, ...], meanwhile: Callable[[CameraProcess], Awaitable[None]] | None = None
) -> list[str]:
    """All an eye tells that is opened once."""

    async def look() -> list[str]:
        told = Told()
        eye = CameraProcess(command, told.held_up, told.nothing_seen)
        eye.open()
        if meanwhile is None:
            await asyncio.wait_for(told.something.wait(), 30)
        else:
            await meanwhile(eye)
        await eye.aclose()
        return told.lines

    return asyncio.run(look())


def test_a_card_before_the_camera_is_read(tmp_path: Path, drawing: object) -> None:
    assert told_by(camera_command(str(film(tmp_path / "card.avi", CARD, empty_first=20)))) == [CARD]


def test_a_card_goes_before_the_poster_on_the_wall(tmp_path: Path, drawing: object) -> None:
    assert told_by(camera_command(str(film(tmp_path / "both.avi", POSTER, CARD)))) == [CARD]


def test_another_code_is_reported_once_it_has_been_shown_for_a_while(tmp_path: Path, drawing: object) -> None:
    assert told_by(camera_command(str(film(tmp_path / "poster.avi", POSTER)))) == [POSTER]


def test_a_code_that_is_too_long_is_cut_before_it_is_passed_on(tmp_path: Path, drawing: object) -> None:
    (code,) = told_by(camera_command(str(film(tmp_path / "long.avi", "7" * 1500))))
    assert MOST_SIGNS < len(code) < 1500


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (("film",), "saw nothing"),
        (camera_command("/dev/no-such-camera"), "cannot be opened"),
        ((sys.executable, "-c", "raise SystemExit(3)"), "extra “camera” is not installed"),
        ((sys.executable, "-c", "print('half a wo')"), ""),
        (("/no/such/program",), "cannot be asked"),
    ],
)
def test_whatever_goes_wrong_the_kiosk_is_told_that_nothing_was_seen(
    why: tuple[str, ...], words: str, tmp_path: Path, drawing: object, caplog: pytest.LogCaptureFixture
) -> None:
    command = camera_command(str(film(tmp_path / "empty.avi"))) if why == ("film",) else why
    assert told_by(command) == ["(nothing)"]
    assert words in caplog.text


def test_a_screen_that_is_left_ends_the_camera_and_nothing_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "alive"
    watching = f"import sys, pathlib, time; pathlib.Path({str(file)!r}).write_text('x'); time.sleep(60)"
    seen: list[asyncio.Task[None]] = []

    async def leave(eye: CameraProcess) -> None:
        while not file.exists():
            await asyncio.sleep(0.02)
        eye.close()
        eye.close()
        seen.extend(one for one in asyncio.all_tasks() if one.get_name() == "look for a card")

    assert told_by((sys.executable, "-c", watching), leave) == []
    assert seen and all(one.done() for one in seen), "the process has been waited for"
