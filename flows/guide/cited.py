"""Which sources a sentence for staff names in square brackets: “… [P1 P4 P6]”, “… [V8, verify]”."""

from __future__ import annotations

import re

from flows.guide.flow import Flow

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_BLANKS = re.compile(r"[\s,;]+")
_KEY = re.compile(r"[A-Z][A-Z0-9-]+")
_NUMBERED = re.compile(r"[A-Z]+[0-9]+[A-Z]?")


def cited(text: str) -> tuple[str, ...]:
    """The keys in the order of *text*, each once.

    Between brackets keys come first; in the remark that may follow only one with a number counts.
    """
    return tuple(dict.fromkeys(key for part in _BRACKETS.findall(text) for key in _keys(part)))


def _keys(bracket: str) -> list[str]:
    keys, remark = [], False
    for word in _BLANKS.split(bracket.strip()):
        remark = remark or not _KEY.fullmatch(word)
        if (_NUMBERED if remark else _KEY).fullmatch(word):
            keys.append(word)
    return keys


def cited_in_notes(flow: Flow) -> tuple[str, ...]:
    """The keys that its notes for staff and the reasons of its codes name, in any language."""
    notes = [flow.staff_note.in_(language) for language in flow.languages] if flow.staff_note else []
    return cited("\n".join([*notes, *(code.why for code in flow.qr)]))
