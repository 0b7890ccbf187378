"""One rehearsal read from its folder, and everything that is wrong with it noted, as of a guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from flows.flow import Source
from flows.lines import key_lines, line_of
from flows.pack_files import as_it_stands, read_toml
from flows.pack_steps import CONFIDENCES
from flows.problems import Finding, Problem, at_most, own_fault, severity, shown, worded
from flows.rehearse.script import END, LEARN, REFUSALS, Channel, Kind, Rehearsal, Reply, SwindlersTurn
from flows.steps import Confidence
from flows.table import ID, Table
from flows.words import LANGUAGES, Language, Words
from resources import path

FILE = "rehearsal.toml"
KEYS = (
    "id", "order", "beside", "channel", "picture", "languages", "checked_on", "valid_until", "confidence",
    "sources", "start", "number", "number_source", "title", "shown", "sign", "rule", "check",
    "source", "turn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RehearsalPack:
    """`draft` is as much as could be read: only ever checked; `number` the official line it names."""

    folder: Path
    draft: Rehearsal | None
    findings: tuple[Finding, ...]
    number: str = ""

    @property
    def id(self) -> str:
        return shown(self.folder.name)

    @property
    def readable(self) -> bool:
        """Whether its turns can be followed: nothing in its files is an error."""
        return self.draft is not None and not any(severity(one) == "error" for one in self.findings)

    def problems(self, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
        """*findings* in words, each with its line."""
        source = as_it_stands(self.folder / FILE)
        lines = key_lines(source)
        return tuple(
            worded(one, self.id, one.line or line_of(source, one.place.path, lines))
            for one in at_most(findings)
        )


def read_rehearsal(folder: Path) -> RehearsalPack:
    """Never raises, whatever the folder holds: at the worst this one rehearsal is left out."""
    try:
        return _read(folder)
    except Exception:  # noqa: BLE001 – a bug of ours: it costs this rehearsal, and is in the log
        return RehearsalPack(folder, None, (own_fault(folder.name),))


def _read(folder: Path) -> RehearsalPack:
    notes: list[Finding] = []
    values = read_toml(folder / FILE, notes)
    if values is None:
        return RehearsalPack(folder, None, tuple(notes))
    table = Table(values, FILE, (), notes)
    table.only(*KEYS)
    if table.text("id") != folder.name:
        table.note("id-not-folder", "id", id=table.text("id"), folder=folder.name)
    languages = tuple(one for one in LANGUAGES if one == "vi" or one in table.texts("languages"))
    channel = cast(Channel, table.one_of("channel", get_args(Channel)))
    sources = _sources(table)
    draft = Rehearsal(
        id=folder.name,
        order=table.count("order"),
        channel=channel,
        picture=_picture(table),
        beside=table.texts("beside"),
        languages=languages,
        checked_on=table.day("checked_on"),
        valid_until=table.day("valid_until"),
        confidence=cast(Confidence, table.one_of("confidence", CONFIDENCES)),
        sources=sources,
        title=_words(table, "title", languages),
        shown=_words(table, "shown", languages),
        sign=_words(table, "sign", languages),
        rule=_words(table, "rule", languages),
        check=_words(table, "check", languages),
        start=table.text("start"),
        turns=tuple(_turn(one, name, channel, languages) for name, one in table.tables("turn").items()),
    )
    _note_loose_ends(draft, table)
    return RehearsalPack(folder, draft, tuple(notes), table.text("number", ""))


def _picture(table: Table) -> str:
    name = table.text("picture")
    if name and not (ID.fullmatch(name) and path("pictures", "answers", f"{name}.svg").is_file()):
        table.note("rehearsal-picture", "picture", picture=name)
    return name


def _sources(table: Table) -> tuple[Source, ...]:
    declared = {
        key: Source(key, one.text("title"), one.text("url"), one.text("date"), one.text("kind"))
        for key, one in ((key, table.table("source").table(key)) for key in table.table("source").values)
    }
    named = table.texts("sources")
    if not named:
        table.note("rehearsal-source-none", "sources")
    for where, key in [("sources", one) for one in named] + [
        ("number_source", one) for one in [table.text("number_source", "")] if one
    ]:
        if key not in declared:
            table.note("source-nowhere", where, source=key)
    return tuple(declared.values())


def _turn(table: Table, name: str, usual: Channel, languages: tuple[Language, ...]) -> SwindlersTurn:
    table.only("channel", "code", "says", "answer")
    channel = cast(Channel, table.one_of("channel", get_args(Channel), usual))
    replies = tuple(_reply(one, at, languages) for at, one in table.tables("answer").items())
    return SwindlersTurn(name, channel, _words(table, "says", languages), replies, table.text("code", ""))


def _reply(table: Table, name: str, languages: tuple[Language, ...]) -> Reply:
    table.only("kind", "goto", "text", "then")
    kind = cast(Kind, table.one_of("kind", get_args(Kind)))
    text = Words("") if kind in REFUSALS else _words(table, "text", languages)
    return Reply(name, kind, text, _words(table, "then", languages), table.text("goto"))


def _words(table: Table, key: str, languages: tuple[Language, ...]) -> Words:
    texts = table.table(key)
    texts.only(*LANGUAGES)
    found: Mapping[str, object] = texts.values
    said = {
        one: found[one] for one in languages if isinstance(found.get(one), str) and str(found[one]).strip()
    }
    for one in languages:
        if one not in said:
            table.note("rehearsal-words-missing", key, one, language=one)
    return Words(str(said.get("vi", "")), _or_none(said.get("en")), _or_none(said.get("fr")))


def _or_none(text: object) -> str | None:
    return text if isinstance(text, str) else None


def _note_loose_ends(draft: Rehearsal, table: Table) -> None:
    known = {turn.id for turn in draft.turns}
    if draft.start and draft.start not in known:
        table.note("start-nowhere", "start", start=draft.start)
    for turn in draft.turns:
        for reply in turn.replies:
            if reply.goto and reply.goto not in (*known, END, LEARN):
                where = ("turn", turn.id, "answer", reply.id, "goto")
                table.note("rehearsal-goto-nowhere", *where, target=reply.goto)
