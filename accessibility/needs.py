"""Which settings of a resident could give a disability away: counted by the month, and never otherwise."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from accessibility.preferences import Preferences, ThemeName
from accessibility.touch import level_of

Setting: TypeAlias = Literal[
    "large-text", "high-contrast", "no-voice", "slow-voice", "low-reach", "simple-words", "calm",
    "steady-hands",
]  # fmt: skip
SETTINGS: tuple[Setting, ...] = get_args(Setting)
LARGE_FROM = 4
"""Of the five text sizes."""
HIGH_CONTRAST: tuple[ThemeName, ...] = ("high-light", "high-dark", "yellow-black")


def settings_on(preferences: Preferences) -> frozenset[Setting]:
    """Those that are on, whoever has set them: a ward's own defaults are on too."""
    on: dict[Setting, bool] = {
        "large-text": preferences.text_size >= LARGE_FROM,
        "high-contrast": preferences.shown_theme in HIGH_CONTRAST,
        "no-voice": not preferences.speech_on,
        "slow-voice": preferences.speech_on and preferences.rate < 1.0,
        "low-reach": preferences.low_reach,
        "simple-words": preferences.simpler_words,
        "calm": preferences.calm,
        "steady-hands": preferences.hands.holds or level_of(preferences.hands) > 0,
    }
    return frozenset(setting for setting, is_on in on.items() if is_on)
