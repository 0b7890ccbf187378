"""The sentences of the screens that a ward has changed: which a kiosk passes over, and which are refused.

Who makes a pack and who proves one hear the same of them; the tests ask the same of our own sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from flows.guide.words import LANGUAGES, Language
from kiosk.base.words.laid_over import LaidOver, fits, read_laid_over, values_in
from kiosk.base.words.texts import ON_SCREENS, SENTENCES, Texts

LONGEST_WORD = 18
"""Letters kept together: the narrowest column of the largest letters still holds them."""
_FILES = frozenset(f"{language}.toml" for language in LANGUAGES)
_VALUE = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[^ \n]+")  # no line ends at a blank that does not break
Own: TypeAlias = Mapping[Language, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class SentenceProblem:
    """Something about the sentence named *key* in *file*, as ``words/vi.toml``."""

    file: str
    key: str
    vi: str
    en: str

    @property
    def place(self) -> str:
        return f"{self.file}, {self.key}" if self.key else self.file

    def __str__(self) -> str:
        return f"{self.place}: {self.vi} / {self.en}"


class Changed(NamedTuple):
    """One changed sentence; `own` is the program's in each language, nothing where it has none."""

    language: Language
    key: str
    text: str
    own: Mapping[Language, str]

    @property
    def fits(self) -> bool:
        return self.language in self.own and fits(self.text, self.own[self.language])

    def problem(self, vi: str, en: str) -> SentenceProblem:
        return SentenceProblem(_file(self.language), self.key, vi, en)


def passed_over(folder: Path) -> tuple[SentenceProblem, ...]:
    """What this program does not show of the changed sentences in *folder*: it has no place for it."""
    misfits = (sentence for sentence in _changed(folder) if not sentence.fits)
    return (
        *_unread(folder),
        *(_misfit(sentence) if sentence.own else _unknown(sentence) for sentence in misfits),
    )


def unknown_sentences(folder: Path) -> tuple[SentenceProblem, ...]:
    """Those of another version of the program: no fault of a pack."""
    return tuple(_unknown(sentence) for sentence in _changed(folder) if not sentence.own)


def wrong_sentences(folder: Path) -> tuple[SentenceProblem, ...]:
    """What cannot be read of the changed sentences in *folder*, or must not be shown."""
    problems = [*_unread(folder)]
    for sentence in _changed(folder):
        if sentence.own and not sentence.fits:
            problems.append(_misfit(sentence))
        elif sentence.own:
            problems += _unsuitable(sentence)
    return tuple(problems)


def longer_sentences(folder: Path) -> tuple[SentenceProblem, ...]:
    """Those with more letters than ours has in any language, which is known to have room on its screen:
    somebody must look at them.
    """
    return tuple(
        one.problem(
            f"câu có {len(one.text)} chữ cái, câu của chương trình nhiều nhất {room}: xem lại trên màn hình",
            f"{len(one.text)} letters, the program's own has {room} at most: look at it on the screen",
        )
        for one in _changed(folder)
        if one.own and len(one.text) > (room := max(map(len, one.own.values())))
    )


def changed_keys(before: Path | None, now: Path | None) -> frozenset[str]:
    """Of every sentence that is another with *now* laid over ours than with *before*."""
    if before is None and now is None:
        return frozenset()
    was, is_now = _texts(before), _texts(now)
    return frozenset(
        key for language in LANGUAGES for key, _ in was[language].items() ^ is_now[language].items()
    )


def sayable(text: str, language: Language) -> list[tuple[str, str]]:
    """What the voice would read wrong in a text of the screens, in Vietnamese and in English; empty: nothing.

    Each {value} is read as a number. A text without letters beside them is not asked.
    """
    from accessibility.speech.spoken import speakable

    filled = filled_in(text)
    return speakable(filled, language) if any(one.isalpha() for one in filled) else []


def filled_in(text: str) -> str:
    return _VALUE.sub("3", text)


def long_words(text: str) -> tuple[str, ...]:
    """What a line might be too short for."""
    return tuple(one for one in _WORD.findall(filled_in(text)) if len(one) > LONGEST_WORD)


def _texts(over: Path | None = None) -> Own:
    texts = Texts(*ON_SCREENS, over=over)
    return {language: texts.texts(language) for language in LANGUAGES}


def _file(language: Language) -> str:
    return f"{SENTENCES}/{language}.toml"


def _read(folder: Path) -> Mapping[Language, LaidOver]:
    return {language: read_laid_over(folder / f"{language}.toml") for language in LANGUAGES}


def _changed(folder: Path) -> Iterator[Changed]:
    own = _texts()
    for language, read in _read(folder).items():
        for key, text in read.sentences.items():
            ours = {other: texts[key] for other, texts in own.items() if key in texts}
            yield Changed(language, key, text, ours)


def _unread(folder: Path) -> Iterator[SentenceProblem]:
    for language, read in _read(folder).items():
        for key, why in read.unread.items():
            yield SentenceProblem(
                _file(language), key,
                f'viết chưa đúng, dưới một [mục] mỗi dòng phải là tên = "câu" ({why})',
                f'it cannot be read: beneath a [table] each line is name = "sentence" ({why})',
            )  # fmt: skip
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        name = file.relative_to(folder).as_posix()
        if name not in _FILES:
            vi = "máy không đọc tệp này, chỉ đọc vi.toml, en.toml, fr.toml"
            yield SentenceProblem(f"{SENTENCES}/{name}", "", vi, "only vi.toml, en.toml and fr.toml are read")


def _unknown(sentence: Changed) -> SentenceProblem:
    return sentence.problem(
        "chương trình này không có câu ấy, máy bỏ qua", "this program has no such sentence; it is passed over"
    )


def _misfit(one: Changed) -> SentenceProblem:
    values = values_in(one.own.get(one.language, "")) or ()
    if wanted := " ".join(sorted(f"{{{name}}}" for name, _, _ in values)):
        return one.problem(
            f"phải có đúng {wanted} như câu của chương trình", f"it must hold exactly {wanted}, as ours does"
        )
    return one.problem("không được có ngoặc nhọn { }", "it must not hold braces { }")


def _unsuitable(one: Changed) -> Iterator[SentenceProblem]:
    if not one.text.strip() and any(ours.strip() for ours in one.own.values()):
        yield one.problem("câu trống", "the sentence is empty")
    for vi, en in sayable(one.text, one.language):
        yield one.problem(vi, en)
    for word in long_words(one.text):
        yield one.problem(
            f"“{word}” dài hơn {LONGEST_WORD} chữ cái, chữ to nhất không đủ chỗ",
            f"“{word}” is longer than {LONGEST_WORD} letters: the largest letters have no room for it",
        )
