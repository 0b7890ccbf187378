"""The kiosk's own words on screen, one TOML file a language, every key in every language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.words.texts import ON_SCREENS, Texts
from ui.words.lasting import Lasting

if TYPE_CHECKING:
    from flows.words import Language

SCREENS = Path(__file__).parent


class UiWords(Texts):
    """Texts such as ``bar.back``, and how long something lasts among their values."""

    def __init__(self, over: Path | None = None) -> None:
        """*over*: the ward's own sentences, which stand in place of ours."""
        super().__init__(*ON_SCREENS, over=over)

    def value(self, value: object, language: Language) -> object:
        if not isinstance(value, Lasting):
            return value
        parts = (self.say(f"lasting.{unit}", language, number=number) for unit, number in value.parts())
        return " ".join(parts)
