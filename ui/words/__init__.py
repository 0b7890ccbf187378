"""The kiosk's own words on screen, one TOML file a language, every key in every language."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from flows.unparted import unparted
from ui.words.lasting import Lasting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.words import Language


PARTS = ("invitation", ".")
"""Folders of the words. What the first frame says stands apart: it does not wait until all are read."""


class UiWords:
    """Texts by dotted key, for example ``bar.back``. A language is read when it is first spoken."""

    def __init__(self, folder: Path | None = None) -> None:
        """The shipped words, or those of *folder*."""
        self._folder = folder or Path(__file__).parent
        self._read: dict[tuple[str, Language], Mapping[str, str]] = {}

    def say(self, key: str, language: Language, **values: object) -> str:
        """The text of *key*, its {braces} filled with *values*. Raises `KeyError` for an unknown key."""
        first, rest = PARTS
        text = self._part(first, language).get(key) or self._part(rest, language)[key]
        if not values:
            return text.format()
        told = {name: self._told(value, language) for name, value in values.items()}
        return unparted(text.format(**told))

    def _told(self, value: object, language: Language) -> object:
        if not isinstance(value, Lasting):
            return value
        parts = (self.say(f"lasting.{unit}", language, number=number) for unit, number in value.parts())
        return " ".join(parts)

    def texts(self, language: Language) -> Mapping[str, str]:
        """Every text of *language*. Raises `OSError` or `tomllib.TOMLDecodeError`."""
        return {key: text for part in PARTS for key, text in self._part(part, language).items()}

    def _part(self, part: str, language: Language) -> Mapping[str, str]:
        if (part, language) not in self._read:
            self._read[part, language] = _read(self._folder / part / f"{language}.toml")
        return self._read[part, language]


def _read(file: Path) -> dict[str, str]:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        f"{table}.{key}": unparted(text) for table, entries in tables.items() for key, text in entries.items()
    }
