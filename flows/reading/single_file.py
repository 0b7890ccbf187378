"""Reading a pack of a single file: its folder, what every one says of itself, and its words and picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from flows.guide.flow import Source
from flows.guide.problems import Finding, own_fault
from flows.guide.script import Script
from flows.guide.table import ID, Table
from flows.guide.words import LANGUAGES, Language, Words
from flows.reading.offered import Pack
from flows.reading.pack_files import read_toml
from flows.reading.pack_steps import CONFIDENCES
from resources import path

S = TypeVar("S", bound=Script)
KEYS = (
    "id", "order", "picture", "languages", "checked_on", "valid_until", "confidence", "sources", "source",
    "title",
)  # fmt: skip
"""What every one says of itself."""


def folders_of(folder: Path, file: str) -> tuple[Path, ...]:
    """Those below *folder* that hold *file*, or *folder* itself; an absent folder holds none."""
    if (folder / file).is_file():
        return (folder,)
    if not folder.is_dir():
        return ()
    named = (one for one in folder.iterdir() if one.is_dir() and not one.name.startswith((".", "_")))
    return tuple(sorted(one for one in named if (one / file).exists()))


def read_pack(file: Path, made_of: Callable[[Table], S]) -> Pack[S]:
    """What *made_of* makes of the file. Never raises: at the worst this one alone is left out."""
    notes: list[Finding] = []
    try:
        values = read_toml(file, notes)
        if values is None:
            return Pack(file, None, tuple(notes))
        table = Table(values, file.name, (), notes)
        if table.text("id") != file.parent.name:
            table.note("id-not-folder", "id", id=table.text("id"), folder=file.parent.name)
        return Pack(file, made_of(table), tuple(notes))
    except Exception:  # noqa: BLE001 – a bug of ours: it costs this one, and is in the log
        return Pack(file, None, (own_fault(file.parent.name),))


def languages_of(table: Table) -> tuple[Language, ...]:
    """Those it is written in; Vietnamese always is one."""
    return tuple(
        language for language in LANGUAGES if language == "vi" or language in table.texts("languages")
    )


def head_of(table: Table) -> dict[str, Any]:
    """The fields of `Script`."""
    return {
        "id": table.text("id"),
        "order": table.count("order"),
        "picture": picture_of(table),
        "beside": table.texts("beside"),
        "languages": languages_of(table),
        "checked_on": table.day("checked_on"),
        "valid_until": table.day("valid_until"),
        "confidence": table.one_of("confidence", CONFIDENCES),
        "sources": sources_of(table),
        "title": words_of(table, "title", languages_of(table)),
    }


def words_of(table: Table, key: str, languages: tuple[Language, ...]) -> Words:
    """The text below *key*; what is missing of *languages* is noted."""
    below = table.table(key)
    below.only(*LANGUAGES)
    texts: Mapping[str, object] = below.values
    said = {
        language: texts[language]
        for language in languages
        if isinstance(texts.get(language), str) and str(texts[language]).strip()
    }
    for language in languages:
        if language not in said:
            table.note("script-words-missing", key, language, language=language)
    return Words(str(said.get("vi", "")), _or_none(said.get("en")), _or_none(said.get("fr")))


def sources_of(table: Table) -> tuple[Source, ...]:
    """Those that are declared; there must be one that is named."""
    declared = {
        key: Source(key, one.text("title"), one.text("url"), one.text("date"), one.text("kind"))
        for key, one in ((key, table.table("source").table(key)) for key in table.table("source").values)
    }
    named = table.texts("sources")
    if not named:
        table.note("script-source-none", "sources")
    for where, key in [("sources", one) for one in named] + [
        ("number_source", one) for one in [table.text("number_source", "")] if one
    ]:
        if key not in declared:
            table.note("source-nowhere", where, source=key)
    return tuple(declared.values())


def picture_of(table: Table) -> str:
    """The name of a drawing of `resources/pictures/answers`; one that is not there is noted."""
    name = table.text("picture")
    if name and not (ID.fullmatch(name) and path("pictures", "answers", f"{name}.svg").is_file()):
        table.note("script-picture", "picture", picture=name)
    return name


def _or_none(text: object) -> str | None:
    return text if isinstance(text, str) else None
