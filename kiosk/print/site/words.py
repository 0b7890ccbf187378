"""The words of the pages in one language: their own, those of the screens, and those of topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from flows.guide.unparted import unparted
from flows.guide.words import Language
from resources.toml import toml_of
from ui.screens.page import Translator
from ui.words import UiWords

Say: TypeAlias = Callable[..., str]
NAMES: Mapping[Language, str] = {"vi": "Tiếng Việt", "en": "English", "fr": "Français"}


@cache
def site_words() -> Mapping[str, Mapping[str, str]]:
    return toml_of(Path(__file__).with_name("words.toml").read_text("utf-8"))


@cache
def _screens() -> UiWords:
    return UiWords()


def screen_words(language: Language) -> Translator:
    return Translator(_screens(), language)


def teller(language: Language) -> Say:
    """``say("back")`` is a word of these pages, ``say("topic.vneid")`` one of the screens."""

    def say(key: str, **values: object) -> str:
        if "." in key:
            return _screens().say(key, language, **values)
        return unparted(site_words()[language][key].format(**values))

    return say
