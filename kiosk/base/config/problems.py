"""What was wrong in a config, said so that a ward officer can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

ProblemCode: TypeAlias = Literal[
    "unreadable", "not-toml", "unknown-section", "unknown-option",
    "wrong-type", "out-of-range", "not-a-choice", "personal-data", "contradiction",
    "no-picture", "unknown-guide",
]  # fmt: skip


class ConfigProblem(NamedTuple):
    """One finding. `line` counts from 1, 0 for the whole file; `vi` and `en` are sentences."""

    code: ProblemCode
    option: str
    line: int
    vi: str
    en: str
    file: str = ""

    def sentence_vi(self) -> str:
        return f"{self._place('dòng')}: {self._subject()}{self.vi}"

    def sentence_en(self) -> str:
        return f"{self._place('line')}: {self._subject()}{self.en}"

    def as_json(self) -> dict[str, object]:
        return self._asdict()

    def _place(self, line_word: str) -> str:
        return f"{self.file}, {line_word} {self.line}" if self.line else self.file

    def _subject(self) -> str:
        return f"{self.option} – " if self.option else ""


def in_file(path: Path, problems: Iterable[ConfigProblem]) -> tuple[ConfigProblem, ...]:
    """The problems with the file's name, in the order of its lines."""
    named = (problem._replace(file=str(path)) for problem in problems)
    return tuple(sorted(named, key=lambda problem: (problem.line, problem.option)))
