"""Every test draws off screen with the software renderer and the shipped fonts, as the kiosk itself does."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# Kiosks in homes of their own would each compile the screens anew.
os.environ.setdefault("QML_DISK_CACHE_PATH", str(Path(__file__).parents[1] / ".pytest_cache" / "qml"))

from collections.abc import Iterator
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtGui import QGuiApplication
from support.drawn_once import pictures_drawn_once, pictures_left_blank

from kiosk.base.system.garbage import collected_here, keep_for_good, sweep

if TYPE_CHECKING:
    from support.visit_fakes import Bench


@pytest.fixture(scope="session", autouse=True)
def pictures_are_drawn_once() -> Iterator[None]:
    with pictures_drawn_once():
        yield


@pytest.fixture(scope="module")
def blank_pictures() -> Iterator[None]:
    """For modules that measure where things stand and look at no pixel: drawing took a third of it all."""
    with pictures_left_blank():
        yield


@pytest.fixture(scope="session", autouse=True)
def pins_are_kept_in_no_time() -> Iterator[None]:
    """Each costs a kiosk tenths of a second, on purpose: what ships is looked at in `test_register.py`."""
    with patch("kiosk.point.staff.pins._ITERATIONS", 1), patch("kiosk.point.staff.pins._MEMORY_KIB", 64):
        yield


@pytest.fixture(scope="session", autouse=True)
def garbage_stays_where_it_is() -> Iterator[None]:
    """As in the kiosk: a thread of the storage must not be the one on which a window's objects die."""
    with collected_here():
        yield


@pytest.fixture(scope="module", autouse=True)
def garbage_is_collected_on_the_screens_thread(garbage_stays_where_it_is: None) -> Iterator[None]:
    """What a module leaves alive is not looked through again after each of the others."""
    yield
    sweep(thoroughly=True)
    keep_for_good()


@pytest.fixture(autouse=True)
def every_test_writes_as_it_found_it() -> Iterator[None]:
    """A command that keeps its files to itself does so for its whole process: here for one test."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A recorder over fakes, whose storage has opened."""
    from support.visit_fakes import Bench

    made = Bench(tmp_path)
    made.take_over()
    yield made
    made.heartbeat.close()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication  # QML needs no widgets


@pytest.fixture(scope="session")
def drawing(qapp: QGuiApplication) -> Iterator[QGuiApplication]:
    """The application with the shipped fonts loaded, as the kiosk draws."""
    from ui.window.fonts import load_fonts

    fonts = load_fonts()
    assert fonts.finding is None, fonts.finding
    yield qapp


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How long a step took in each way of using the kiosk, where such walks were among the tests."""
    passed = terminalreporter.stats.get("passed", [])
    found = [value for one in passed for name, value in one.user_properties if name == "time per step"]
    if found:
        from support.pace import table

        terminalreporter.section("seconds a step in each way (the model: tests/support/pace.py)")
        terminalreporter.write_line("\n".join(table(found)))
