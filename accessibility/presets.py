"""Ready-made sets of preferences: one touch sets all that a way of using the kiosk needs. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, TypeAlias, assert_never, get_args

from accessibility.preferences import Preferences
from accessibility.touch import at_level, level_of

Preset: TypeAlias = Literal["listen", "large", "blurred", "tremor", "read", "simple", "seated"]
PRESETS: tuple[Preset, ...] = get_args(Preset)

LARGE, LARGEST, SLOW, STEADY = 3, 5, 0.8, 2
"""Text sizes, a share of the usual rate of speech, and one of `touch.LEVELS`."""

FIELDS: Mapping[Preset, tuple[str, ...]] = {
    "listen": ("speech_on", "rate"),
    "large": ("text_size",),
    "blurred": ("text_size", "theme", "speech_on"),
    "tremor": ("repeat_guard_s", "margin_mm", "drag_mm"),
    "read": ("speech_on",),
    "simple": ("simpler_words",),
    "seated": ("low_reach",),
}
"""What each sets, and what undoing it puts back."""


def with_preset(now: Preferences, preset: Preset) -> Preferences:
    """*now* with all that *preset* needs. Who has more of it already keeps that."""
    match preset:
        case "listen":
            return replace(now, speech_on=True, rate=min(SLOW, now.rate))
        case "large":
            return replace(now, text_size=max(LARGE, now.text_size))
        case "blurred":
            return replace(now, text_size=LARGEST, theme="yellow-black", speech_on=True)
        case "tremor":
            return now.with_hands(at_level(now.hands, max(STEADY, level_of(now.hands))))
        case "read":
            return replace(now, speech_on=False)
        case "simple":
            return replace(now, simpler_words=True)
        case "seated":
            return replace(now, low_reach=True)
        case never:
            assert_never(never)


def has_preset(now: Preferences, preset: Preset) -> bool:
    """Whether everything *preset* would set is so already."""
    return with_preset(now, preset) == now


def without_preset(now: Preferences, preset: Preset, before: Preferences) -> Preferences:
    """*now*, but what *preset* sets as it was *before*; where it was so then too, as the kiosk comes."""
    source = Preferences() if has_preset(before, preset) else before
    return replace(now, **{name: getattr(source, name) for name in FIELDS[preset]})
