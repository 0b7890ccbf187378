"""The kiosk's own words on screen, one TOML file a language, every key in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.words import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class UiWords:
    """Texts by dotted key, for example ``bar.back``."""

    texts: Mapping[Language, Mapping[str, str]]

    def say(self, key: str, language: Language, **values: object) -> str:
        """The text of *key*, its {braces} filled with *values*. Raises `KeyError` for an unknown key."""
        return self.texts[language][key].format(**values)


def load_words(folder: Path | None = None) -> UiWords:
    """Read the shipped words, or those of *folder*."""
    folder = folder or Path(__file__).parent
    return UiWords({language: _read(folder / f"{language}.toml") for language in LANGUAGES})


def _read(file: Path) -> dict[str, str]:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{table}.{key}": text for table, entries in tables.items() for key, text in entries.items()}
