"""Every test draws off screen with the software renderer and the shipped fonts, as the kiosk itself does."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.garbage import collected_here, sweep


@pytest.fixture(scope="session", autouse=True)
def garbage_stays_where_it_is() -> Iterator[None]:
    """As in the kiosk: a thread of the storage must not be the one on which a window's objects die."""
    with collected_here():
        yield


@pytest.fixture(scope="module", autouse=True)
def garbage_is_collected_on_the_screens_thread(garbage_stays_where_it_is: None) -> Iterator[None]:
    yield
    sweep(thoroughly=True)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication  # QML needs no widgets


@pytest.fixture(scope="session")
def drawing(qapp: QGuiApplication) -> Iterator[QGuiApplication]:
    """The application with the shipped fonts loaded, as the kiosk draws."""
    from ui.fonts import load_fonts

    fonts = load_fonts()
    assert fonts.finding is None, fonts.finding
    yield qapp
