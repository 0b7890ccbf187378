"""The comfort controls: size, colours, language, voice. They change the screen live, in place."""

from __future__ import annotations

from dataclasses import replace

from accessibility.preferences import Preferences, ThemeName
from flows.words import LANGUAGES
from ui.visit.effects import Effect, LanguageChosen, SayThis
from ui.visit.stages import Resume, Visit
from ui.visit.turns import Turn

ACTIONS = frozenset({"size", "theme", "language", "speech"})
OFFERED_THEMES: tuple[ThemeName, ...] = (
    "light", "dark", "high-light", "high-dark", "yellow-black", "low-glare",
)  # fmt: skip


def press(visit: Visit, action: str, largest_text_size: int) -> Turn:
    """The next size, theme or language, or the voice on or off."""
    preferences, effect = _changed(visit.preferences, action, largest_text_size)
    noted = not isinstance(visit.stage, Resume) or isinstance(effect, SayThis)
    return Turn(replace(visit, preferences=preferences), (effect,) if noted else ())


def _changed(now: Preferences, action: str, largest: int) -> tuple[Preferences, Effect]:
    match action:
        case "size":
            size = now.text_size % largest + 1
            said = SayThis("strip.size_is", (("number", size), ("of", largest)))
            return replace(now, text_size=size), said
        case "theme":
            theme = OFFERED_THEMES[(OFFERED_THEMES.index(now.theme) + 1) % len(OFFERED_THEMES)]
            return replace(now, theme=theme), SayThis(f"strip.theme_{theme}")
        case "language":
            language = LANGUAGES[(LANGUAGES.index(now.language) + 1) % len(LANGUAGES)]
            return replace(now, language=language), LanguageChosen(language)
        case _:
            on = not now.speech_on
            return replace(now, speech_on=on), SayThis(
                f"strip.speech_is_{'on' if on else 'off'}", even_when_off=True
            )
