"""The keys of the kiosk's own keyboard: letters as on every telephone, and a layer for marks and digits."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide.words import Language
from ui.screens.page import Control, Translator
from ui.visit.actions.typing import Keyboard, PutTone, TypeKey

CELLS = 10
"""A row is so many keys broad."""
LETTERS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIGITS = "1234567890"
SHAPED = "ăâđêôơư"
TONES = (("1", "acute"), ("2", "grave"), ("3", "hook"), ("4", "tilde"), ("5", "dot"))
MARKED: dict[Language, tuple[str, str]] = {"en": ("éèêëàâîïôç", "ùûüœñ"), "fr": ("éèêëàâîïôç", "ùûüœñ")}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys side by side, each with its breadth in cells; in the middle where they do not fill the row."""

    keys: tuple[tuple[Control, float], ...]

    @property
    def start(self) -> float:
        return (CELLS - sum(breadth for _, breadth in self.keys)) / 2


def key_rows(tr: Translator, *, marks: bool) -> tuple[KeyRow, ...]:
    """Four rows: two or three of letters, with the key that erases, and what else there is to do."""
    erase = Control(Keyboard.ERASE, tr("ask.erase"), spoken=tr("ask.erase_name"))
    if marks:
        rows = _marks(tr)
    else:
        rows = tuple(KeyRow(tuple((_letter(one), 1.0) for one in row)) for row in LETTERS)
    *above, last = rows
    left = CELLS - sum(breadth for _, breadth in last.keys)
    turned, back = layer_keys(other=marks)
    named = "letters" if marks else "marks"
    layer = Control(turned, tr(f"ask.{named}"), spoken=tr(f"ask.{named}_name"), undoes=back.slot)
    return (
        *above,
        KeyRow((*last.keys, (erase, left))),
        KeyRow(
            (
                (layer, 2.5),
                (Control(Keyboard.SPACE, tr("ask.space")), 5.0),
                (Control(Keyboard.ERASE_ALL, tr("ask.erase_all"), spoken=tr("ask.erase_all_name")), 2.5),
            )
        ),
    )


def layer_keys(*, other: bool) -> tuple[Keyboard, Keyboard]:
    """The key that leads to the *other* keys, or back from them, and the one in whose place it comes."""
    there, back = Keyboard.MARKS, Keyboard.LETTERS
    return (back, there) if other else (there, back)


def _marks(tr: Translator) -> tuple[KeyRow, ...]:
    digits = KeyRow(tuple((_letter(one), 1.0) for one in DIGITS))
    if tr.language in MARKED:
        return digits, *(KeyRow(tuple((_letter(one), 1.0) for one in row)) for row in MARKED[tr.language])
    tones = KeyRow(tuple((Control(PutTone(at), tr(f"ask.tone_{name}")), 2.0) for at, name in TONES))
    return digits, tones, KeyRow(tuple((_letter(one), 1.0) for one in SHAPED))


def _letter(letter: str) -> Control:
    return Control(TypeKey(letter), letter)
