"""`kiosk tour` photographs every page of a screen, for what stands overleaf must be approved too."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from support.all_screens import walks_to_every_step
from support.every_text import kiosk_on, looks
from support.stage import PANELS, residents_guides
from support.window import pixels

from accessibility.colours import colours_for
from accessibility.preferences import Preferences, ThemeName
from flows.shelf.library import Library
from kiosk.base.config.sections import Config
from kiosk.point.tour.camera import Camera
from kiosk.point.tour.stop import Stop
from ui.visit.stages import Attract, Goodbye, Privacy, Stepping, Topic

LARGE = Preferences(text_size=3, language="fr")  # whose steps are longest
GUIDE = "vneid-an-sinh"
POINTED = walks_to_every_step(GUIDE)["nhap-so-tai-khoan"]
STOPS = {
    "topic": Stop("topic", Topic("vneid")),
    "privacy": Stop("privacy", Privacy()),
    "attract": Stop("attract", Attract()),
    "goodbye": Stop("goodbye", Goodbye(finished=False)),
    "step": Stop("step", Stepping(GUIDE, POINTED)),
}


@pytest.fixture(scope="module", params=["light", "yellow-black"])
def theme(request: pytest.FixtureRequest) -> ThemeName:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def taken(
    drawing: object, tmp_path_factory: pytest.TempPathFactory, theme: ThemeName
) -> dict[str, tuple[Path, ...]]:
    """The pictures of each stop on a small panel; the topic's once more after it was turned to its end."""
    folder, shown = tmp_path_factory.mktemp("tour"), replace(LARGE, theme=theme)
    camera = Camera(Config(), PANELS["laptop"], residents_guides(), Library(Path(), {}, ()), shown)
    try:
        stops = {"topic": STOPS["topic"], "again": STOPS["topic"], **STOPS}
        pictures = {name: camera.take(stop, folder / f"{name}.png")[1] for name, stop in stops.items()}
        window = camera._window.window
        window.setColor("red")  # all is drawn anew, as the last page of the last stop
        assert window.grabWindow().save(str(folder / "anew.png"))
        return {**pictures, "anew": (folder / "anew.png",)}
    finally:
        camera.close()


def test_as_many_pictures_are_taken_as_the_screen_has_pages(taken: dict[str, tuple[Path, ...]]) -> None:
    with kiosk_on("laptop") as kiosk:
        for name in ("topic", "privacy", "goodbye"):
            assert len(taken[name]) == sum(1 for _ in looks(kiosk, STOPS[name].stage, LARGE)), name
    assert len(taken["privacy"]) > 2 and len(taken["topic"]) > 1


def test_a_page_has_its_number_in_the_name_and_shows_something_else(
    taken: dict[str, tuple[Path, ...]],
) -> None:
    names = [file.name for file in taken["privacy"]]
    assert names[:3] == ["privacy.png", "privacy-2.png", "privacy-3.png"]
    for files in taken.values():
        assert all(one.read_bytes() != other.read_bytes() for one, other in pairwise(files))


def test_a_screen_begins_at_its_top_though_it_was_left_at_its_end(
    taken: dict[str, tuple[Path, ...]],
) -> None:
    assert len(taken["again"]) == len(taken["topic"])


def test_the_invitation_has_one_picture_whatever_was_shown_before(taken: dict[str, tuple[Path, ...]]) -> None:
    assert len(taken["attract"]) == 1


def test_nothing_stays_of_the_layout_that_was_drawn_before(
    taken: dict[str, tuple[Path, ...]], theme: ThemeName
) -> None:
    """An arrow did, where its page had moved."""
    ring = int(colours_for(theme).marker.removeprefix("#"), 16)
    shown, anew = (pixels(QImage(str(taken[name][-1]))) == ring for name in ("step", "anew"))
    assert len(taken["step"]) > 1 and anew.sum() > 1000
    assert (shown == anew).all()
