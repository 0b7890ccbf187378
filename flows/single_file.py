"""What packs of a single file have in common: folders, problems, words of each language, sources, picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flows.flow import Source
from flows.lines import key_lines, line_of
from flows.pack_files import as_it_stands
from flows.problems import Finding, Problem, at_most, worded
from flows.table import ID, Table
from flows.words import LANGUAGES, Language, Words
from resources import path


def folders_of(folder: Path, file: str) -> tuple[Path, ...]:
    """Those below *folder* that hold *file*, or *folder* itself; an absent folder holds none."""
    if (folder / file).is_file():
        return (folder,)
    if not folder.is_dir():
        return ()
    named = (one for one in folder.iterdir() if one.is_dir() and not one.name.startswith((".", "_")))
    return tuple(sorted(one for one in named if (one / file).exists()))


def in_words(file: Path, pack_id: str, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
    """What was found in *file*, in words, each with its line."""
    source = as_it_stands(file)
    lines = key_lines(source)
    return tuple(
        worded(one, pack_id, one.line or line_of(source, one.place.path, lines)) for one in at_most(findings)
    )


def words_of(table: Table, key: str, languages: tuple[Language, ...]) -> Words:
    """The text below *key*; what is missing of *languages* is noted."""
    texts = table.table(key)
    texts.only(*LANGUAGES)
    found: Mapping[str, object] = texts.values
    said = {
        one: found[one] for one in languages if isinstance(found.get(one), str) and str(found[one]).strip()
    }
    for one in languages:
        if one not in said:
            table.note("script-words-missing", key, one, language=one)
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
