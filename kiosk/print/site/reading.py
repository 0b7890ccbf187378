"""What is needed to write a page: a guide as its files say it, the others, a language and a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from unicodedata import normalize

from flows.guide.flow import Flow
from flows.guide.ward import NO_WARD, Office, Ward
from flows.guide.words import Language
from kiosk.print.site.words import Say, screen_words, teller
from ui.screens.offices import few
from ui.screens.page import Translator


@dataclass(frozen=True, slots=True)
class Reading:
    """`clips` are recordings of sentences, by language and text: their place beneath the assets."""

    written: Flow
    every: Mapping[str, Flow]
    language: Language
    root: str
    today: date
    clips: Mapping[tuple[str, str], str] = field(default_factory=dict)
    offices: Ward = NO_WARD
    doubts: bool = True  # not where who reads it may be in danger

    @property
    def say(self) -> Say:
        return teller(self.language)

    @property
    def tr(self) -> Translator:
        return screen_words(self.language)

    def sent_to(self, ids: tuple[str, ...]) -> tuple[Office, ...]:
        return few(self.offices.sent_to(ids))

    def title_of(self, guide: str) -> str:
        return self.every[guide].title.in_(self.language)

    def clip(self, text: str) -> str:
        return self.clips.get((self.language, normalize("NFC", " ".join(text.split()))), "")
