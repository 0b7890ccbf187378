"""One exercise read from its folder, and everything that is wrong with it noted, as of a guide."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from flows.guide.table import Table
from flows.guide.words import Language
from flows.practice.exercise.script import NOTHING, Choice, Exercise, Kind
from flows.reading.offered import Pack
from flows.reading.single_file import KEYS, head_of, languages_of, picture_of, read_pack, words_of

FILE = "exercise.toml"
OF_EACH = ("beside", "kind", "expect", "task", "hint")
OF_ITS_KIND: dict[Kind, tuple[str, ...]] = {"code": ("asks", "refused"), "choose": ("choice",)}


def read_exercise(folder: Path) -> Pack[Exercise]:
    """Never raises, whatever the folder holds: at the worst this one exercise is left out."""
    return read_pack(folder / FILE, _exercise)


def _exercise(table: Table) -> Exercise:
    kind = cast(Kind, table.one_of("kind", get_args(Kind)))
    table.only(*KEYS, *OF_EACH, *OF_ITS_KIND.get(kind, ()))
    languages = languages_of(table)
    coded = kind == "code"
    return Exercise(
        **head_of(table),
        kind=kind,
        task=words_of(table, "task", languages),
        hint=words_of(table, "hint", languages),
        expect=table.text("expect"),
        asks=words_of(table, "asks", languages) if coded else NOTHING,
        refused=words_of(table, "refused", languages) if coded else NOTHING,
        choices=_choices(table, languages) if kind == "choose" else (),
    )


def _choices(table: Table, languages: tuple[Language, ...]) -> tuple[Choice, ...]:
    choices: list[Choice] = []
    for name, choice in table.tables("choice").items():
        choice.only("picture", "text")
        choices.append(Choice(name, words_of(choice, "text", languages), picture_of(choice)))
    return tuple(choices)
