"""One step of a guide, drawn upright and lying, in the usual and the largest letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from accessibility.preferences import Preferences
from accessibility.sizes import Panel, largest_text_size
from flows.guide.flow import Flow
from flows.guide.words import Language
from flows.shelf.library import Library
from kiosk.base.config.sections import Config
from kiosk.point.display.nearer import seen_nearer
from kiosk.point.tour.camera import Camera
from kiosk.point.tour.guide_stops import guide_stops
from ui.window.application import make_application

PANELS = {"dung": Panel(1080, 1920, 21.5), "ngang": Panel(1366, 768, 15.6)}
"""A point's upright panel, and a team's laptop."""
MOST_NAMED = 5


class Libraries(NamedTuple):
    """The guides for residents, and those for volunteers."""

    residents: Library
    training: Library


def near(name: str, among: Iterable[str]) -> tuple[str, ...]:
    """What *name* may have meant: names like it, else those that hold it."""
    names = tuple(among)
    like = get_close_matches(name, names, MOST_NAMED, 0.5)
    return tuple(dict.fromkeys((*like, *(one for one in names if name in one))))[:MOST_NAMED]


def draw_step(
    config: Config, libraries: Libraries, flow: Flow, step_id: str, language: Language, out: Path
) -> Iterator[Path]:
    """Write its pictures into *out*, further pages of a body beside the first. Raises `PictureNotWritten`."""
    stop = next(stop for stop in guide_stops(flow) if stop.name == step_id)
    _application = make_application(offscreen=True)
    for name, panel in PANELS.items():
        seen, _ = seen_nearer(panel)
        camera = Camera(config, seen, *libraries, Preferences(language, 1, "light"), searched=False)
        try:
            for size in (1, largest_text_size(seen)):
                camera.in_size(size)
                yield from camera.take(stop, out / f"{flow.id}-{step_id}-{name}-{size}.png")[1]
        finally:
            camera.close()
