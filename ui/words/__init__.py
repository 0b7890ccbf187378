"""The kiosk's own words on screen, one TOML file a language, every key in every language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.words import Language


class UiWords:
    """Texts by dotted key, for example ``bar.back``. A language is read when it is first spoken."""

    def __init__(self, folder: Path | None = None) -> None:
        """The shipped words, or those of *folder*."""
        self._folder = folder or Path(__file__).parent
        self._read: dict[Language, Mapping[str, str]] = {}

    def say(self, key: str, language: Language, **values: object) -> str:
        """The text of *key*, its {braces} filled with *values*. Raises `KeyError` for an unknown key."""
        return self.texts(language)[key].format(**values)

    def texts(self, language: Language) -> Mapping[str, str]:
        """Every text of *language*. Raises `OSError` or `tomllib.TOMLDecodeError`."""
        if language not in self._read:
            self._read[language] = _read(self._folder / f"{language}.toml")
        return self._read[language]


def _read(file: Path) -> dict[str, str]:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{table}.{key}": text for table, entries in tables.items() for key, text in entries.items()}
