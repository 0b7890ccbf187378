"""Which settings are counted by the month: each by itself, and none of those that tell of nothing."""

from __future__ import annotations

import pytest

from accessibility.needs import SETTINGS, Setting, settings_on
from accessibility.preferences import THEMES, Preferences
from accessibility.touch import LEVELS


@pytest.mark.parametrize(
    ("preferences", "on"),
    [
        (Preferences(), set()),
        (Preferences(language="fr", text_size=3, rate=1.25, volume=1.0, scan_s=8.0, explore=True), set()),
        (Preferences(text_size=4), {"large-text"}),
        (Preferences(text_size=5), {"large-text"}),
        (Preferences(speech_on=False), {"no-voice"}),
        (Preferences(rate=0.8), {"slow-voice"}),
        (Preferences(speech_on=False, rate=0.8), {"no-voice"}),
        (Preferences(low_reach=True), {"low-reach"}),
        (Preferences(simpler_words=True), {"simple-words"}),
        (Preferences(calm=True), {"calm"}),
        (Preferences(calm=True, theme="high-light"), {"calm"}),  # a calm screen is never bright
        (Preferences(calm=True, theme="high-dark"), {"calm", "high-contrast"}),
        (Preferences(hold_s=0.6), {"steady-hands"}),
        (Preferences().with_hands(LEVELS[1]), {"steady-hands"}),
    ],
)
def test_each_need_sets_its_preferences_by_itself(preferences: Preferences, on: set[Setting]) -> None:
    assert settings_on(preferences) == on


def test_of_the_colours_those_that_are_chosen_to_see_better() -> None:
    told = {theme for theme in THEMES if settings_on(Preferences(theme=theme))}
    assert told == {"high-light", "high-dark", "yellow-black"}


def test_every_need_is_turned_on_by_some_preference() -> None:
    hands = Preferences(
        text_size=5, theme="high-dark", rate=0.5, low_reach=True, simpler_words=True, calm=True, hold_s=1.0
    )
    assert settings_on(hands) == {*SETTINGS} - {"no-voice"}
