"""Every test draws off screen with the software renderer and the shipped fonts, as the kiosk itself does."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication  # QML needs no widgets


@pytest.fixture(scope="session")
def drawing(qapp: QGuiApplication) -> Iterator[QGuiApplication]:
    """The application with the shipped fonts loaded, as the kiosk draws."""
    from ui.fonts import load_fonts

    fonts = load_fonts()
    assert fonts.finding is None, fonts.finding
    qapp.styleHints().setStartDragDistance(60)
    yield qapp
