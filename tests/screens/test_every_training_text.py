"""Every text of the guides for volunteers at the largest size: in one language a panel, for the time."""

from __future__ import annotations

import pytest
from support.all_screens import distinct
from support.every_text import kiosk_on, one_picture, wrong_with
from support.stage import volunteers_guides

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import LANGUAGES, Language
from kiosk.point.tour.guide_stops import guide_stops

pytestmark = pytest.mark.usefixtures("blank_pictures")

ONE_EACH = (("portrait", "vi"), ("laptop", "fr"))
EVERY = [(panel, language) for panel in ("portrait", "landscape", "laptop") for language in LANGUAGES]


def check(panel: str, language: Language) -> None:
    stages = [stop.stage for flow in volunteers_guides().flows.values() for stop in guide_stops(flow)]
    with one_picture(), kiosk_on(panel) as kiosk:
        preferences = Preferences(
            language=language, text_size=largest_text_size(kiosk.panel), speech_on=False
        )
        shown = distinct(stages, kiosk.conductor.around, preferences)
        assert len(shown) > 250
        found = wrong_with(kiosk, shown, preferences)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


@pytest.mark.parametrize(("panel", "language"), ONE_EACH)
def test_every_training_text_stands_whole_and_apart(drawing: object, panel: str, language: Language) -> None:
    check(panel, language)


@pytest.mark.full
@pytest.mark.parametrize(("panel", "language"), EVERY)
def test_every_training_text_stands_whole_in_every_language_on_every_panel(
    drawing: object, panel: str, language: Language
) -> None:
    check(panel, language)
