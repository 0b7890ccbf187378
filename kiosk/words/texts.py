"""Texts by dotted key, from folders with one TOML file a language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from flows.unparted import unparted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.words import Language

CHOICES = Path(__file__).parent
"""The folder with what can be chosen: topics, problems, how urgent they are, answers."""


class Texts:
    """A file is read when the first text of it is asked for."""

    def __init__(self, *folders: Path) -> None:
        """Of two texts with one key that of the earlier folder counts."""
        self._folders = folders
        self._read: dict[tuple[Path, Language], Mapping[str, str]] = {}

    def say(self, key: str, language: Language, **values: object) -> str:
        """The text of *key*, its {braces} filled with *values*. Raises `KeyError` for an unknown key."""
        text = self._text(key, language)
        if not values:
            return text.format()
        return unparted(text.format(**{name: self.value(value, language) for name, value in values.items()}))

    def value(self, value: object, language: Language) -> object:  # noqa: ARG002 (for subclasses)
        """What stands in a text for *value*."""
        return value

    def texts(self, language: Language) -> Mapping[str, str]:
        """Every text of *language*. Raises `OSError` or `tomllib.TOMLDecodeError`."""
        return {
            key: text
            for folder in reversed(self._folders)
            for key, text in self._in(folder, language).items()
        }

    def _text(self, key: str, language: Language) -> str:
        for folder in self._folders:
            text = self._in(folder, language).get(key)
            if text is not None:  # an empty one says nothing, and is a text
                return text
        raise KeyError(key)

    def _in(self, folder: Path, language: Language) -> Mapping[str, str]:
        if (folder, language) not in self._read:
            self._read[folder, language] = _read(folder / f"{language}.toml")
        return self._read[folder, language]


def _read(file: Path) -> dict[str, str]:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        f"{table}.{key}": unparted(text) for table, entries in tables.items() for key, text in entries.items()
    }
