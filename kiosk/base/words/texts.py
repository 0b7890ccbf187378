"""Texts by dotted key, from folders with one TOML file a language; above them what a ward lays over them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flows.guide.unparted import unparted
from kiosk.base.words.laid_over import fits, read_laid_over
from resources.toml import toml_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.guide.words import Language

CHOICES = Path(__file__).parent
"""The folder with what can be chosen: topics, problems, how urgent they are, answers."""

SENTENCES, READINGS = "words", "readings"
"""Folders of a content pack: the sentences that its ward has changed, and how words are said."""
_SCREENS = Path(__file__).parents[3] / "ui" / "words"
ON_SCREENS = (_SCREENS / "invitation", _SCREENS, CHOICES)
"""Every folder with words of the screens, most of which lie in `ui`. What the first frame says stands apart:
it does not wait until all are read.
"""


class Texts:
    """A file is read when the first text of it is asked for. `over`: the ward's folder, None: it has none."""

    def __init__(self, *folders: Path, over: Path | None = None) -> None:
        """Of two texts with one key that of the earlier folder counts."""
        self._folders = folders
        self._read: dict[tuple[Path, Language], Mapping[str, str]] = {}
        self.over: Path | None = None
        self._laid_over: dict[Language, Mapping[str, str]] = {}
        self.lay_over(over)

    def lay_over(self, folder: Path | None) -> None:
        """From now on the sentences in *folder* stand in place of ours: see `kiosk.base.words.laid_over`."""
        self.over = folder
        self._laid_over.clear()

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
        """Every text of *language*. Raises `OSError` or `resources.toml.TomlWrong`."""
        own = {
            key: text
            for folder in reversed(self._folders)
            for key, text in self._in(folder, language).items()
        }
        over = self._over_in(language)
        return own | {key: text for key, text in over.items() if key in own and fits(text, own[key])}

    def _text(self, key: str, language: Language) -> str:
        own = self._own(key, language)
        text = self._over_in(language).get(key)
        return own if text is None or not fits(text, own) else text

    def _own(self, key: str, language: Language) -> str:
        for folder in self._folders:
            text = self._in(folder, language).get(key)
            if text is not None:  # an empty one says nothing, and is a text
                return text
        raise KeyError(key)

    def _over_in(self, language: Language) -> Mapping[str, str]:
        if self.over is None:
            return {}
        if language not in self._laid_over:
            self._laid_over[language] = read_laid_over(self.over / f"{language}.toml").sentences
        return self._laid_over[language]

    def _in(self, folder: Path, language: Language) -> Mapping[str, str]:
        if (folder, language) not in self._read:
            self._read[folder, language] = _read(folder / f"{language}.toml")
        return self._read[folder, language]


def _read(file: Path) -> dict[str, str]:
    tables = toml_of(file.read_text(encoding="utf-8"))
    return {
        f"{table}.{key}": unparted(text) for table, entries in tables.items() for key, text in entries.items()
    }
