"""The words of danger, of matters for a person, and of what is not ours: `resources/asking`.

A ward edits all but `danger.weights`. What is wrong in one is left out and named (`flows check`); the rest
goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from flows.guide.ward import OFFICES
from flows.guide.words import Words
from flows.search.learnt import Learnt, read_learnt
from resources import path
from resources.toml import toml_of

HARMLESS, PRACTICE = "harmless", "practice"
MOST_LETTERS = 120
MOST_ASKED = 240
MOST_LINES = 1000
_KEYS = {
    "danger": ("signs", "phrases", "beside"),
    "person": ("signs", "phrases", "name", "first", "until"),
    "cues": ("words",),
}


class WordFileProblem(NamedTuple):
    """What is left out of *file* and how to mend it, in the two languages of the commands."""

    file: str
    place: str
    vi: str
    en: str

    def __str__(self) -> str:
        where = f"{self.file}{f', [{self.place}]' if self.place else ''}"
        return f"{where}: {self.vi} / {self.en}"


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter without a guide, by name; `first`: what is done before anybody is met; `until` is the guide
    that takes it over."""

    id: str
    name: Words
    until: str | None = None
    first: Words | None = None


@dataclass(frozen=True, slots=True)
class AskingWords:
    """`signs` and `phrases` by label: a guide's id or `harmless` in `danger`, a matter's id in `person`,
    an office's in `offices`.

    `danger_beside`: the signs of guides that stand next to danger there; none, for those that never do.
    """

    danger_signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    danger_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    danger_beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    matters: Mapping[str, Matter] = field(default_factory=dict)
    person_signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    person_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    office_signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    practice_signs: tuple[str, ...] = ()  # of who wants to practise
    learnt: Learnt | None = None
    problems: tuple[WordFileProblem, ...] = ()


def read_words(folder: Path | None = None) -> AskingWords:
    """Never raises: a file that cannot be read leaves its part empty and is named."""
    place = folder or path("asking")
    problems: list[WordFileProblem] = []
    danger = _read(place / "danger.toml", problems)
    person = _read(place / "person.toml", problems)
    elsewhere = _read(place / "elsewhere.toml", problems)
    cues = _read(place / "cues.toml", problems)
    danger_tables = _tables("danger.toml", danger, _KEYS["danger"], problems)
    matters, person_tables = {}, {}
    for label, table in _tables("person.toml", person, _KEYS["person"], problems).items():
        matter = _matter(label, table, problems)
        if matter:
            matters[label], person_tables[label] = matter, table
    return AskingWords(
        _lines("danger.toml", danger_tables, "signs", problems),
        _lines("danger.toml", danger_tables, "phrases", problems),
        _lines("danger.toml", danger_tables, "beside", problems),
        matters,
        _lines("person.toml", person_tables, "signs", problems),
        _lines("person.toml", person_tables, "phrases", problems),
        _lines("elsewhere.toml", {"": elsewhere}, "phrases", problems).get("", ()),
        _asked(place / "asked", problems),
        _lines("cues.toml", _tables("cues.toml", cues, _KEYS["cues"], problems), "words", problems),
        _signs(place / "offices.toml", OFFICES, problems),
        _signs(place / "practice.toml", (PRACTICE,), problems).get(PRACTICE, ()),
        _learnt(place / "danger.weights", problems),
        tuple(problems),
    )


def _asked(folder: Path, problems: list[WordFileProblem]) -> dict[str, tuple[str, ...]]:
    """A label, a tab, a phrase, and perhaps another tab and guides that answer it as well, which nobody reads
    here. Labels: a guide's id, “person ” and a matter's, or “elsewhere”."""
    asked: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.glob("*.tsv")):
        try:
            lines = file.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            vi, en = "không đọc được tệp này.", "it cannot be read."
            problems.append(WordFileProblem(f"asked/{file.name}", "", vi, en))
            continue
        for number, line in enumerate(lines, start=1):
            label, _, rest = line.partition("\t")
            phrase = rest.partition("\t")[0]
            if any(letter.isalnum() for letter in phrase) and len(phrase) <= MOST_ASKED:
                asked[label].append(phrase)
            elif line.strip():
                vi = f"dòng {number} không có câu sau dấu tab, hoặc dài quá {MOST_ASKED} chữ; máy bỏ qua."
                en = f"line {number} has no phrase behind a tab, or one of over {MOST_ASKED} letters."
                problems.append(WordFileProblem(f"asked/{file.name}", "", vi, en))
    return {label: tuple(its) for label, its in asked.items()}


def _signs(file: Path, labels: Sequence[str], problems: list[WordFileProblem]) -> dict[str, tuple[str, ...]]:
    """Ours, where a ward's pack was made before there were any."""
    read = _read(file if file.exists() else path("asking", file.name), problems)
    tables = _tables(file.name, read, ("signs",), problems)
    for label in [label for label in tables if label not in labels]:
        vi, en = f"chỉ có {', '.join(labels)}.", f"there are only {', '.join(labels)}."
        problems.append(WordFileProblem(file.name, label, vi, en))
        del tables[label]
    return _lines(file.name, tables, "signs", problems)


def _learnt(file: Path, problems: list[WordFileProblem]) -> Learnt | None:
    try:
        return read_learnt(file)
    except (OSError, ValueError):
        vi = "không đọc được; máy chỉ nhận ra nguy cấp bằng dấu hiệu trong danger.toml. Cài lại bản này."
        en = "it cannot be read; danger is told by the signs of danger.toml alone. Install this release anew."
        problems.append(WordFileProblem(file.name, "", vi, en))
        return None


def _read(file: Path, problems: list[WordFileProblem]) -> Mapping[str, object]:
    try:
        return toml_of(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        vi = "tệp không ghi bằng mã UTF-8; mở ra và lưu lại bằng mã UTF-8."
        problems.append(WordFileProblem(file.name, "", vi, "it is not UTF-8; open it and save it as UTF-8."))
    except OSError:
        problems.append(WordFileProblem(file.name, "", "không đọc được tệp này.", "it cannot be read."))
    except (RecursionError, ValueError) as fault:
        problems.append(WordFileProblem(file.name, "", f"viết sai: {fault}.", f"it is not TOML: {fault}."))
    return {}


def _tables(
    file: str, read: Mapping[str, object], keys: tuple[str, ...], problems: list[WordFileProblem]
) -> dict[str, Mapping[str, object]]:
    tables: dict[str, Mapping[str, object]] = {}
    for label, table in read.items():
        if not isinstance(table, dict):
            problems.append(
                WordFileProblem(file, label, "không phải một mục, máy bỏ qua.", "no section; left out.")
            )
            continue
        tables[label] = table
        problems += [
            WordFileProblem(file, label, f"không có khóa “{key}”; chỉ có {', '.join(keys)}.",
                            f"there is no “{key}”, only {', '.join(keys)}.")
            for key in table if key not in keys
        ]  # fmt: skip
    return tables


def _matter(label: str, table: Mapping[str, object], problems: list[WordFileProblem]) -> Matter | None:
    name, until = _words(table.get("name")), table.get("until")
    if name is None:
        vi = 'thiếu name = { vi = "…", en = "…", fr = "…" }, máy bỏ qua mục này.'
        en = "it has no name in vi, en and fr and is left out."
        problems.append(WordFileProblem("person.toml", label, vi, en))
        return None
    return Matter(label, name, until if isinstance(until, str) else None, _words(table.get("first")))


def _lines(
    file: str, tables: Mapping[str, Mapping[str, object]], key: str, problems: list[WordFileProblem]
) -> dict[str, tuple[str, ...]]:
    read: dict[str, tuple[str, ...]] = {}
    for label, table in tables.items():
        if key not in table:
            continue
        lines = table[key]
        good = [one for one in lines if _is_line(one)] if isinstance(lines, list) else []
        if not isinstance(lines, list) or len(good) < len(lines) or len(good) > MOST_LINES:
            vi = f"mỗi dòng là chữ trong ngoặc kép, dài nhất {MOST_LETTERS} chữ; nhiều nhất {MOST_LINES}."
            en = f"each is text in quotes of at most {MOST_LETTERS} letters, {MOST_LINES} lines at most."
            vi, en = f"trong {key} có dòng máy bỏ qua: {vi}", f"lines of {key} are left out: {en}"
            problems.append(WordFileProblem(file, label, vi, en))
        read[label] = tuple(good[:MOST_LINES])
    return read


def _words(table: object) -> Words | None:
    """In all three languages, or None."""
    if not isinstance(table, dict) or not all(_is_line(table.get(one)) for one in ("vi", "en", "fr")):
        return None
    return Words(table["vi"], table["en"], table["fr"])


def _is_line(one: object) -> bool:
    return isinstance(one, str) and any(letter.isalnum() for letter in one) and len(one) <= MOST_LETTERS
