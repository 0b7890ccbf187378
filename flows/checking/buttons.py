"""The button that the words name is the one the hand shows, and keeps its name in every language.

What stands on the resident's phone is Vietnamese, whatever language the kiosk speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import DoStep, Practise, Step
from flows.guide.texts import step_texts
from flows.guide.words import Words

_TOUCHED = re.compile(r"\b(?:chạm|bấm|ấn|nhấn|chọn)\b(?: [^\W\d_]+){0,4}? “([^”]{1,80})”", re.IGNORECASE)
_UNQUOTED = re.compile(
    r"\b(?:[Cc]hạm|[Bb]ấm|[Ấấ]n|[Nn]hấn|[Cc]họn)(?: vào)?(?: (?:chữ|nút|mục|ô|dòng|thẻ))? "
    r"([A-ZĐÂÊÔƠƯÁÀẢÃẠÉÈẺẼẸÓÒỎÕỌÍÌÚÙỦŨỤÝỨỪỬ][^\W\d_]*(?: [^\W\d_A-Z]+){0,4})"
)
"""A name that begins with a capital, without the quotation marks that it should have."""
_QUOTED = re.compile(r"“([^”]{1,80})”")
_BIDDING = ("say", "simpler", "example")
_HELD_BACK = re.compile(r"\b(?:đừng|không|chớ|chưa)\b", re.IGNORECASE)


def words_name_what_the_hand_shows(flow: Flow) -> Iterator[Finding]:
    """Asked where the resident acts and the highlighted element has a label; part of it may be named."""
    for step in flow.steps.values():
        shown = _shown(step)
        for key, words in _bidding(step) if shown else ():
            named = _touched(words.vi)
            if not named and _plain(shown) not in _plain(words.vi) and not _HELD_BACK.search(words.vi):
                named = _UNQUOTED.findall(words.vi)
            if named and not any(_same(name, shown) for name in (*_QUOTED.findall(words.vi), *named)):
                place = Place("vi.toml", ("step", step.id, key))
                yield Finding("button-not-shown", place, {"named": named[-1], "shown": shown})


def button_names_are_kept(flow: Flow) -> Iterator[Finding]:
    """A name that is drawn, or that is to be touched, stands in the translation too, beside its meaning.

    Not in guides for volunteers: they speak of the kiosk's own buttons, which it has in three languages.
    """
    for step in flow.steps.values() if flow.audience == "resident" else ():
        drawn = {element.label for element in step.picture.elements} if step.picture else set()
        for path, words in step_texts(step):
            if path[-1] not in _BIDDING:
                continue
            touched = (
                _touched(words.vi) if isinstance(step, DoStep | Practise) and path[2] in _BIDDING else []
            )
            names = {name for name in _QUOTED.findall(words.vi) if name in drawn} | set(touched)
            for language in flow.languages:
                missing = [name for name in sorted(names) if _plain(name) not in _plain(words.in_(language))]
                if missing and words.has(language):
                    yield Finding("button-translated", Place(f"{language}.toml", path), {"name": missing[0]})


def _bidding(step: Step) -> Iterator[tuple[str, Words]]:
    if isinstance(step, DoStep | Practise):
        yield "say", step.say
        if step.simpler:
            yield "simpler", step.simpler


def _shown(step: Step) -> str:
    labels = [one.label for one in step.picture.elements if one.highlight] if step.picture else []
    return labels[0] or "" if len(labels) == 1 else ""


def _touched(text: str) -> list[str]:
    """The names of what is to be touched; not in a sentence that warns of it."""
    return [] if _HELD_BACK.search(text) else _TOUCHED.findall(text)


def _same(name: str, shown: str) -> bool:
    one, other = _plain(name), _plain(shown)
    return one in other or other in one


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
