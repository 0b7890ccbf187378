"""How this resident wants the kiosk to look and sound. Never stored; gone at the end of the visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from accessibility.touch import EVERYBODY, SteadyHands

ThemeName: TypeAlias = Literal["light", "dark", "high-light", "high-dark", "yellow-black", "low-glare"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "high-light", "high-dark", "yellow-black", "low-glare")
TEXT_SIZES: tuple[int, ...] = (1, 2, 3, 4, 5)
GENTLE_THEMES: tuple[ThemeName, ...] = ("low-glare", "dark", "high-dark", "yellow-black")
"""Themes without a bright ground: what a calm screen may wear."""
RATES: tuple[float, ...] = (0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0)
VOLUMES: tuple[float, ...] = tuple(step / 10 for step in range(1, 11))


@dataclass(frozen=True, slots=True)
class Preferences:
    """The defaults are what every new resident meets."""

    language: Literal["vi", "en", "fr"] = "vi"
    text_size: int = 1  # 1…5: cap height 7.3 · 9 · 12 · 15 · 18 mm
    theme: ThemeName = "light"
    speech_on: bool = True
    rate: float = 1.0  # of the default speaking rate, one of RATES
    volume: float = 0.7  # one of VOLUMES
    simpler_words: bool = False
    low_reach: bool = False  # everything to touch in the lower part of an upright panel
    explore: bool = False  # a touch says what lies under it; a second tap presses
    scan_s: float = 2.5  # with one switch: how long the pointer stays, one of `scanning.SCAN_S`
    calm: bool = False  # nothing moves or lights up by itself, and no ground is bright
    # The four of `SteadyHands`, each by itself: a card writes one number a setting.
    repeat_guard_s: float = EVERYBODY.repeat_guard_s
    margin_mm: float = EVERYBODY.margin_mm
    drag_mm: float = EVERYBODY.drag_mm
    hold_s: float = EVERYBODY.hold_s

    @property
    def hands(self) -> SteadyHands:
        """How forgiving the screen is to this resident's hands."""
        return SteadyHands(self.repeat_guard_s, self.margin_mm, self.drag_mm, self.hold_s)

    def with_hands(self, hands: SteadyHands) -> Preferences:
        """The same wishes for steadier, or freer, hands."""
        return replace(
            self,
            repeat_guard_s=hands.repeat_guard_s,
            margin_mm=hands.margin_mm,
            drag_mm=hands.drag_mm,
            hold_s=hands.hold_s,
        )

    def shown_size(self, largest: int) -> int:
        """What is drawn where *largest* is the most there is room for; the wish stays."""
        return min(self.text_size, largest)

    @property
    def shown_theme(self) -> ThemeName:
        """What the screen wears. A calm one is never bright; the theme chosen before comes back after it."""
        return self.theme if not self.calm or self.theme in GENTLE_THEMES else GENTLE_THEMES[0]
