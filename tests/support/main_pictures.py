"""Draws the golden pictures into a folder: ``python -m support.main_pictures FOLDER``.

In a process of its own, because Qt's font cache is the process's: what other tests measured with a
font can change the smoothing of its large letters by a shade.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.measure import measure
from support.templates import templates

from accessibility.preferences import Preferences
from ui.window.fonts import load_fonts

ROOT = Path(__file__).resolve().parents[2]
PLAIN = ("attract", "home", "topic", "overview", "choose", "step", "qr", "goodbye", "presets")
PICTURES: dict[str, tuple[str, str, Preferences]] = {
    **{name: ("portrait", name, Preferences()) for name in PLAIN},
    "step-dark": ("portrait", "step", Preferences(theme="dark")),
    "choose-yellow-black-en": ("portrait", "choose", Preferences(theme="yellow-black", language="en")),
    "step-largest-fr": ("portrait", "step", Preferences(text_size=5, language="fr")),
    "step-landscape": ("landscape", "step", Preferences()),
    "home-laptop": ("laptop", "home", Preferences()),
    "ask": ("portrait", "ask-guides", Preferences()),
    "ask-laptop": ("laptop", "ask-danger", Preferences(text_size=3)),
    "comfort": ("portrait", "comfort", Preferences()),
    "circle-laptop": ("laptop", "circle", Preferences(text_size=3)),
    "step-calm": ("portrait", "step", Preferences(calm=True)),
    "person-laptop-high-light": ("laptop", "person", Preferences(theme="high-light")),
    "end": ("portrait", "end", Preferences()),
}
"""Name → (panel, template, preferences)."""


def draw_elsewhere(folder: Path) -> None:
    """All pictures, drawn by a new process. Raises `subprocess.CalledProcessError` with what it said."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    command = [sys.executable, "-m", "support.main_pictures", str(folder)]
    environment = {**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, check=True, cwd=ROOT, env=environment, timeout=120)


def draw(name: str) -> QImage:
    panel, template, preferences = PICTURES[name]
    with kiosk_on(panel, cards=False) as kiosk:
        kiosk.conductor.show(visit_at(templates()[template], preferences))
        measure(kiosk.kiosk.window)
        return kiosk.kiosk.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)


def main(folder: Path) -> None:
    application = QGuiApplication([])
    load_fonts()
    for name in PICTURES:
        assert draw(name).save(str(folder / f"{name}.png"))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
