"""The keys of the drawn phone, as they stand on a telephone: two layers, or the twelve for a code."""

from __future__ import annotations

from flows.exercise.doing import Doing
from flows.exercise.keyboard import LAST, ROWS
from flows.exercise.script import Exercise
from ui.screens.keyboard import CELLS, KeyRow
from ui.screens.page import Control, Translator
from ui.visit.actions.typing import Keyboard, TypeKey

PAD = ("123", "456", "789")
NAMED = {
    ",": "comma", ".": "dot", "/": "slash", "-": "dash", ":": "colon", "(": "open", ")": "close", "@": "at",
    "?": "question", "!": "exclamation",
}  # fmt: skip
"""Signs that are said by a word of ours."""


def on_pad(made: Exercise) -> bool:
    """Whether it has the twelve keys for a code, or a number, as the fields for these have on a telephone."""
    return made.kind == "code" or (made.kind == "type" and made.expect.isdigit())


def drawn_rows(now: Doing, tr: Translator) -> tuple[KeyRow, ...]:
    """Four rows, so that both layers keep their places."""
    if on_pad(now.exercise):
        return _pad(tr)
    *above, last = (tuple((_key(one, tr), 1.0) for one in row) for row in ROWS[now.layer])
    turn, named = (Keyboard.MARKS, "digits") if now.layer == "letters" else (Keyboard.LETTERS, "letters")
    beside = tuple((_key(one, tr), 1.0) for one in LAST[now.layer])
    # By its sign, as on a telephone: the word would be too small on the smaller keys.
    erase = Control(Keyboard.ERASE, "", "erase", spoken=tr("ask.erase_name"))
    foot = (
        (Control(turn, tr(f"exercise.to_{named}"), spoken=tr(f"exercise.to_{named}_name")), 2.0),
        *beside[:1],
        (Control(Keyboard.SPACE, tr("ask.space")), 6.0 - len(beside)),
        *beside[1:],
        (Control(Keyboard.MICROPHONE, "", "microphone", spoken=tr("exercise.microphone")), 2.0),
    )
    return (*(KeyRow(row) for row in above), KeyRow((*last, (erase, 2.0))), KeyRow(foot))


def _pad(tr: Translator) -> tuple[KeyRow, ...]:
    third = CELLS / 3
    rows = tuple(KeyRow(tuple((_key(one, tr), third) for one in row)) for row in PAD)
    erase = Control(Keyboard.ERASE, tr("ask.erase"), spoken=tr("ask.erase_name"))
    return (*rows, KeyRow(((_key("0", tr), 2 * third), (erase, third))))


def _key(letter: str, tr: Translator) -> Control:
    spoken = f"{tr(f'exercise.sign_{NAMED[letter]}')} {letter}" if letter in NAMED else ""
    return Control(TypeKey(letter), letter, spoken=spoken)
