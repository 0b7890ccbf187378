"""One exercise read from its folder, and everything that is wrong with it noted, as of a guide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from flows.exercise.script import NOTHING, Choice, Exercise, Kind
from flows.pack_files import read_toml
from flows.pack_steps import CONFIDENCES
from flows.problems import Finding, Problem, own_fault, shown
from flows.single_file import in_words, picture_of, sources_of, words_of
from flows.steps import Confidence
from flows.table import Table
from flows.words import LANGUAGES, Language

FILE = "exercise.toml"
KEYS = (
    "id", "order", "kind", "beside", "picture", "languages", "checked_on", "valid_until", "confidence",
    "sources", "expect", "title", "task", "hint", "source",
)  # fmt: skip
OF_ITS_KIND: dict[Kind, tuple[str, ...]] = {"code": ("asks", "refused"), "choose": ("choice",)}


@dataclass(frozen=True, slots=True)
class ExercisePack:
    """`draft` is as much as could be read: only ever checked."""

    folder: Path
    draft: Exercise | None
    findings: tuple[Finding, ...]

    @property
    def id(self) -> str:
        return shown(self.folder.name)

    def problems(self, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
        """*findings* in words, each with its line."""
        return in_words(self.folder / FILE, self.id, findings)


def read_exercise(folder: Path) -> ExercisePack:
    """Never raises, whatever the folder holds: at the worst this one exercise is left out."""
    try:
        return _read(folder)
    except Exception:  # noqa: BLE001 – a bug of ours: it costs this exercise, and is in the log
        return ExercisePack(folder, None, (own_fault(folder.name),))


def _read(folder: Path) -> ExercisePack:
    notes: list[Finding] = []
    values = read_toml(folder / FILE, notes)
    if values is None:
        return ExercisePack(folder, None, tuple(notes))
    table = Table(values, FILE, (), notes)
    kind = cast(Kind, table.one_of("kind", get_args(Kind)))
    table.only(*KEYS, *OF_ITS_KIND.get(kind, ()))
    if table.text("id") != folder.name:
        table.note("id-not-folder", "id", id=table.text("id"), folder=folder.name)
    languages = tuple(one for one in LANGUAGES if one == "vi" or one in table.texts("languages"))
    coded = kind == "code"
    draft = Exercise(
        id=folder.name,
        order=table.count("order"),
        kind=kind,
        picture=picture_of(table),
        beside=table.texts("beside"),
        languages=languages,
        checked_on=table.day("checked_on"),
        valid_until=table.day("valid_until"),
        confidence=cast(Confidence, table.one_of("confidence", CONFIDENCES)),
        sources=sources_of(table),
        title=words_of(table, "title", languages),
        task=words_of(table, "task", languages),
        hint=words_of(table, "hint", languages),
        expect=table.text("expect"),
        asks=words_of(table, "asks", languages) if coded else NOTHING,
        refused=words_of(table, "refused", languages) if coded else NOTHING,
        choices=_choices(table, languages) if kind == "choose" else (),
    )
    return ExercisePack(folder, draft, tuple(notes))


def _choices(table: Table, languages: tuple[Language, ...]) -> tuple[Choice, ...]:
    found: list[Choice] = []
    for name, one in table.tables("choice").items():
        one.only("picture", "text")
        found.append(Choice(name, words_of(one, "text", languages), picture_of(one)))
    return tuple(found)
