"""How this resident wants the kiosk to look and sound. Never stored; gone at the end of the visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

ThemeName: TypeAlias = Literal["light", "dark", "high-light", "high-dark", "yellow-black", "low-glare"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "high-light", "high-dark", "yellow-black", "low-glare")
TEXT_SIZES: tuple[int, ...] = (1, 2, 3, 4, 5)
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
