"""Text in the languages of the kiosk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["vi", "en", "fr"]
LANGUAGES: tuple[Language, ...] = ("vi", "en", "fr")


@dataclass(frozen=True, slots=True)
class Words:
    """One text, always in Vietnamese, NFC; in English and French where the guide declares them."""

    vi: str
    en: str | None = None
    fr: str | None = None

    def in_(self, language: Language) -> str:
        """The text in *language*, or in Vietnamese where it has not been translated."""
        match language:
            case "vi":
                return self.vi
            case "en":
                return self.en or self.vi
            case "fr":
                return self.fr or self.vi

    def has(self, language: Language) -> bool:
        """Whether the text is really written in *language*."""
        return getattr(self, language) is not None
