"""Who asked for a low screen finds every target below 1,100 mm on an upright panel, whole and apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.in_turn import in_turn
from support.seen_on_screen import SeenControl
from support.stage import PORTRAIT
from support.stage import Stage as Kiosk
from support.templates import templates

from accessibility.geometry import Rect
from accessibility.preferences import Preferences
from accessibility.sizes import REACHED_TO_MM, Panel, largest_text_size
from flows.guide.words import Language
from ui.visit.staff.stages import Closing, Today
from ui.visit.stage import Stage

pytestmark = pytest.mark.usefixtures("blank_pictures")

UPRIGHT = {
    "21.5": PORTRAIT,
    "32": Panel(1080, 1920, 32.0),
    "21.5 hung high": PORTRAIT._replace(edge_mm=820.0),
    "24": Panel(1080, 1920, 24.0),
    "27": Panel(1080, 1920, 27.0),
}
KINDS = [(glass, LANGUAGES[at % 3]) for at, glass in enumerate([*UPRIGHT] * 3)]


@pytest.fixture(scope="module")
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(UPRIGHT[request.param]) as kiosk:
        yield kiosk


@pytest.mark.parametrize("glass", UPRIGHT.values(), ids=UPRIGHT)
def test_a_low_screen_still_has_a_choice_of_sizes(glass: Panel) -> None:
    assert largest_text_size(glass.lowered()) >= 3


def seen_part(control: SeenControl) -> Rect | None:
    """Of a body that is turned page by page only what this page shows."""
    return control.rect if control.viewport is None else control.rect.shared(control.viewport)


@pytest.mark.parametrize(
    ("template", "kiosk", "language"),
    in_turn([name for name in templates() if name != "attract"], KINDS, each=2),
    indirect=["kiosk"],
)
def test_every_target_is_within_reach_and_no_text_is_cut_or_crowded(
    kiosk: Kiosk, template: str, language: Language
) -> None:
    glass = kiosk.panel
    highest = glass.height_px - (REACHED_TO_MM - glass.edge_mm) * glass.px_per_mm
    for size in (1, largest_text_size(glass.lowered())):
        preferences = Preferences(language=language, text_size=size, low_reach=True)
        for look in looks(kiosk, templates()[template], preferences):
            seen = [seen_part(control) for control in look.controls]
            assert seen
            assert min(part.y for part in seen if part is not None) >= highest, (template, size)
            found = [told(one) for one in look.findings(glass.px_per_mm)]
            assert not found, (template, size, found)


@pytest.mark.parametrize("kiosk", ["21.5"], indirect=True)
def test_no_page_parts_the_hours_of_the_day_when_both_notices_stand(kiosk: Kiosk) -> None:
    """They leave the lowest page there is: the plot becomes lower, and stays with its title and legend."""
    plain, largest = kiosk.conductor.around, largest_text_size(kiosk.panel.lowered())
    kiosk.conductor.surround(replace(plain.sound, no_sound=True), replace(plain.health, storage_trouble=True))
    cut = [
        (day, language, told(one))
        for day, language in product(tuple[Stage, ...]((Today(), Closing())), LANGUAGES)
        for look in looks(kiosk, day, Preferences(language, text_size=largest, low_reach=True))
        for one in look.findings(kiosk.panel.px_per_mm)
    ]
    kiosk.conductor.surround(*plain.parts)
    assert not cut
