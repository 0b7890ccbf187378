"""The texts of one pack in all its languages, asked for by the path of what they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from unicodedata import is_normalized, normalize

from flows.guide.limits import MOST_NEAR_NAMES
from flows.guide.problems import Finding, Place
from flows.guide.table import Table
from flows.guide.unparted import unparted
from flows.guide.words import Language, Words


class WordBook:
    """Looks texts up and notes what is missing, misspelt or left over. `files` holds the parsed TOML."""

    def __init__(self, files: Mapping[Language, Mapping[str, object]], notes: list[Finding]) -> None:
        self.languages = tuple(files)
        self._texts = {language: dict(_leaves(tables)) for language, tables in files.items()}
        self._asked: set[tuple[str, ...]] = set()
        self._notes = notes
        for language in self.languages:
            self._note_marks_apart(language)

    def words(self, *path: str) -> Words:
        """The text at *path*, required in every language."""
        return self.maybe(*path, required=True) or Words("")

    def maybe(self, *path: str, required: bool = False, only_in: tuple[Language, ...] = ()) -> Words | None:
        """The text at *path* or None; once it is there in one language it must be there in all.

        *only_in* narrows the languages, for what residents never read.
        """
        self._asked.add(path)
        texts = {language: self._text(language, path) for language in self.languages}
        if not required and not any(texts.values()):
            return None
        for language, text in texts.items():
            if not text and (not only_in or language in only_in):
                self._note("words-missing", language, path, vietnamese=texts["vi"] or "–")
        return Words(texts["vi"] or "", texts.get("en"), texts.get("fr"))

    def phrases(self, *path: str) -> tuple[str, ...]:
        """The list of Vietnamese phrases at *path* that are searched, never shown; empty when absent."""
        self._asked.add(path)
        *above, key = path
        table = Table({key: self._texts["vi"].get(path, [])}, "vi.toml", tuple(above), self._notes)
        return table.texts(key)

    def note_leftovers(self) -> None:
        """Note every text nobody asked for: its step was renamed or removed, or its key is misspelt."""
        asked = {".".join(path) for path in self._asked}
        guesses = MOST_NEAR_NAMES
        for language, texts in self._texts.items():
            for path in texts:
                if path not in self._asked:
                    guesses -= 1
                    near = get_close_matches(".".join(path), asked, 1, 0.8) if guesses >= 0 else []
                    self._note("words-unused", language, path, near="".join(near))

    def _note_marks_apart(self, language: Language) -> None:
        """Once a file: it is the editor that saves so, all of its texts at a time."""
        apart = [
            (path, value)
            for path, value in self._texts[language].items()
            if isinstance(value, str) and not is_normalized("NFC", value)
        ]
        for path, value in apart[:1]:
            self._note("words-not-nfc", language, path, value=value, count=len(apart))

    def _text(self, language: Language, path: tuple[str, ...]) -> str | None:
        value = self._texts[language].get(path)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self._note("value-wrong", language, path, key=path[-1], value=value,
                       wanted_vi='chữ trong ngoặc kép "…"', wanted_en='text in quotes "…"')  # fmt: skip
            return "?"
        return unparted(normalize("NFC", value))

    def _note(self, code: str, language: Language, path: tuple[str, ...], **fields: object) -> None:
        self._notes.append(Finding(code, Place(f"{language}.toml", path), fields))


def _leaves(
    table: Mapping[str, object], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key), value
