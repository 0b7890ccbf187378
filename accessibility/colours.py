"""Colours by role, for six themes, and the contrast between two of them.

What must hold (a test proves it): text ≥ 10:1 in `light`, ≥ 20:1 in `high-light` and `high-dark`,
≥ 7:1 in every theme; icons, the focus ring and borders that carry meaning ≥ 4.5:1.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from accessibility.preferences import ThemeName


class Colours(NamedTuple):
    """``#rrggbb`` per role. `x_ink` is what is written on `x`; `edge` carries meaning, `line` decorates."""

    paper: str  # the screen
    card: str  # cards, tiles, the bottom bar
    ink: str  # text on paper, card and picture
    soft: str  # quieter text on paper, card and picture
    edge: str  # outline of anything that can be touched
    line: str  # decoration: hairlines, empty progress
    tint: str  # a plain button, an icon's plate
    tint_ink: str
    tint_pressed: str
    tint_pressed_ink: str
    primary: str  # the one main action; icons
    primary_ink: str
    primary_pressed: str
    primary_pressed_ink: str
    danger: str  # call a person, warnings: outline and words on card, paper and danger_tint
    danger_tint: str
    danger_pressed: str
    danger_pressed_ink: str
    good: str  # it worked
    good_tint: str
    ring: str  # the focus ring
    ring_ink: str
    marker: str  # the ring and the arrow in pictures, between two lines of `marker_edge`
    marker_edge: str
    accent: str  # what counts in a sign, on any ground of a picture
    lit: str  # behind the word being spoken
    lit_ink: str
    band: str  # the top strip
    band_ink: str
    emblem: str  # the lacquer line and disc
    emblem_ink: str
    picture: str  # behind a step's picture
    welcome: str  # the attract screen
    welcome_ink: str
    welcome_halo: str  # decoration on welcome
    shade: str  # lies over a screen behind a notice, at `SHADE_OPACITY`


SHADE_OPACITY = 0.72


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance 0 … 1 of ``#rrggbb`` (WCAG 2.2)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1 … 21 between two ``#rrggbb`` colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


LIGHT = Colours(
    paper="#FFF6E9", card="#FFFFFF", ink="#14284B", soft="#22325A", edge="#8E5A63", line="#DBC2B8",
    tint="#FFFDFA", tint_ink="#14284B", tint_pressed="#F3D3CC", tint_pressed_ink="#14284B",
    primary="#6B1B3D", primary_ink="#FFFFFF", primary_pressed="#47102A", primary_pressed_ink="#FFFFFF",
    danger="#760F0F", danger_tint="#FFF4F1", danger_pressed="#760F0F", danger_pressed_ink="#FFFFFF",
    good="#0C3F22", good_tint="#E5F2E9",
    ring="#946000", ring_ink="#FFFFFF", marker="#F6BE4F", marker_edge="#14284B",
    accent="#6B1B3D", lit="#FFE09A", lit_ink="#14284B",
    band="#FFE9DF", band_ink="#14284B", emblem="#9B1C1C", emblem_ink="#FFD34D",
    picture="#FBEBDD", welcome="#6B1B3D", welcome_ink="#FFFFFF", welcome_halo="#8E4A66", shade="#14284B",
)  # fmt: skip

DARK = Colours(
    paper="#101A24", card="#182531", ink="#F2F5F8", soft="#C9D4DF", edge="#93A9BE", line="#32475B",
    tint="#22354A", tint_ink="#F2F5F8", tint_pressed="#35506B", tint_pressed_ink="#FFFFFF",
    primary="#9CCBF5", primary_ink="#0B1B2A", primary_pressed="#D3E8FB", primary_pressed_ink="#0B1B2A",
    danger="#FFB9B2", danger_tint="#3A1E1E", danger_pressed="#FFB9B2", danger_pressed_ink="#2A0B0B",
    good="#A5E2BC", good_tint="#17352A",
    ring="#FFC94D", ring_ink="#1B1300", marker="#FFC94D", marker_edge="#0B131B",
    accent="#FFC94D", lit="#FFE08A", lit_ink="#10243A",
    band="#0B131B", band_ink="#F2F5F8", emblem="#9B1C1C", emblem_ink="#FFD34D",
    picture="#1C2B39", welcome="#0C2238", welcome_ink="#FFFFFF", welcome_halo="#27425F", shade="#000000",
)  # fmt: skip

HIGH_LIGHT = Colours(
    paper="#FFFFFF", card="#FFFFFF", ink="#000000", soft="#000000", edge="#000000", line="#000000",
    tint="#FFFFFF", tint_ink="#000000", tint_pressed="#000000", tint_pressed_ink="#FFFFFF",
    primary="#000000", primary_ink="#FFFFFF", primary_pressed="#FFFFFF", primary_pressed_ink="#000000",
    danger="#000000", danger_tint="#FFFFFF", danger_pressed="#000000", danger_pressed_ink="#FFFFFF",
    good="#000000", good_tint="#FFFFFF",
    ring="#8A0000", ring_ink="#FFFFFF", marker="#8A0000", marker_edge="#FFFFFF",
    accent="#8A0000", lit="#000000", lit_ink="#FFFFFF",
    band="#FFFFFF", band_ink="#000000", emblem="#000000", emblem_ink="#FFFFFF",
    picture="#FFFFFF", welcome="#FFFFFF", welcome_ink="#000000", welcome_halo="#DDDDDD", shade="#000000",
)  # fmt: skip

HIGH_DARK = Colours(
    paper="#000000", card="#000000", ink="#FFFFFF", soft="#FFFFFF", edge="#FFFFFF", line="#FFFFFF",
    tint="#000000", tint_ink="#FFFFFF", tint_pressed="#FFFFFF", tint_pressed_ink="#000000",
    primary="#FFFFFF", primary_ink="#000000", primary_pressed="#000000", primary_pressed_ink="#FFFFFF",
    danger="#FFFFFF", danger_tint="#000000", danger_pressed="#FFFFFF", danger_pressed_ink="#000000",
    good="#FFFFFF", good_tint="#000000",
    ring="#FFD34D", ring_ink="#000000", marker="#FFD34D", marker_edge="#000000",
    accent="#FFD34D", lit="#FFFFFF", lit_ink="#000000",
    band="#000000", band_ink="#FFFFFF", emblem="#FFFFFF", emblem_ink="#000000",
    picture="#000000", welcome="#000000", welcome_ink="#FFFFFF", welcome_halo="#333333", shade="#000000",
)  # fmt: skip

YELLOW_BLACK = Colours(
    paper="#000000", card="#000000", ink="#FFE94A", soft="#FFE94A", edge="#FFE94A", line="#8F8329",
    tint="#1A1800", tint_ink="#FFE94A", tint_pressed="#FFE94A", tint_pressed_ink="#000000",
    primary="#FFE94A", primary_ink="#000000", primary_pressed="#FFFFFF", primary_pressed_ink="#000000",
    danger="#FFFFFF", danger_tint="#1F1F1F", danger_pressed="#FFFFFF", danger_pressed_ink="#000000",
    good="#FFE94A", good_tint="#1A1800",
    ring="#FFFFFF", ring_ink="#000000", marker="#FFFFFF", marker_edge="#000000",
    accent="#FFFFFF", lit="#FFE94A", lit_ink="#000000",
    band="#000000", band_ink="#FFE94A", emblem="#FFE94A", emblem_ink="#000000",
    picture="#14130A", welcome="#000000", welcome_ink="#FFE94A", welcome_halo="#333012", shade="#000000",
)  # fmt: skip

LOW_GLARE = Colours(
    paper="#D9D2C3", card="#E2DCCF", ink="#1E2A2F", soft="#29363B", edge="#4B5A5F", line="#B8B09E",
    tint="#CFD2C8", tint_ink="#1E2A2F", tint_pressed="#B4BCB4", tint_pressed_ink="#1E2A2F",
    primary="#1F4650", primary_ink="#EFEADF", primary_pressed="#122C33", primary_pressed_ink="#EFEADF",
    danger="#641B1B", danger_tint="#E3D2C6", danger_pressed="#641B1B", danger_pressed_ink="#EFEADF",
    good="#1D4630", good_tint="#CFD9CB",
    ring="#6A4300", ring_ink="#EFEADF", marker="#E3B04B", marker_edge="#1E2A2F",
    accent="#5E2A12", lit="#F1DC9F", lit_ink="#1E2A2F",
    band="#E2DCCF", band_ink="#1E2A2F", emblem="#7E2A26", emblem_ink="#F0D88A",
    picture="#D2CDBF", welcome="#24424B", welcome_ink="#EFEADF", welcome_halo="#3E5C64", shade="#1E2A2F",
)  # fmt: skip

_THEMES: dict[ThemeName, Colours] = {
    "light": LIGHT,
    "dark": DARK,
    "high-light": HIGH_LIGHT,
    "high-dark": HIGH_DARK,
    "yellow-black": YELLOW_BLACK,
    "low-glare": LOW_GLARE,
}


def colours_for(theme: ThemeName) -> Colours:
    return _THEMES[theme]


def theme_of(colours: Colours) -> ThemeName:
    """Whose colours these are; `light` of any other."""
    return next((theme for theme, theirs in _THEMES.items() if theirs == colours), "light")
