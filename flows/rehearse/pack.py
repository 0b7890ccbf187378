"""One rehearsal read from its folder, and everything that is wrong with it noted, as of a guide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from flows.pack_files import read_toml
from flows.pack_steps import CONFIDENCES
from flows.problems import Finding, Problem, own_fault, severity, shown
from flows.rehearse.script import END, LEARN, REFUSALS, Channel, Kind, Rehearsal, Reply, SwindlersTurn
from flows.single_file import in_words, picture_of, sources_of, words_of
from flows.steps import Confidence
from flows.table import Table
from flows.words import LANGUAGES, Language, Words

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
        return in_words(self.folder / FILE, self.id, findings)


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
    sources = sources_of(table)
    draft = Rehearsal(
        id=folder.name,
        order=table.count("order"),
        channel=channel,
        picture=picture_of(table),
        beside=table.texts("beside"),
        languages=languages,
        checked_on=table.day("checked_on"),
        valid_until=table.day("valid_until"),
        confidence=cast(Confidence, table.one_of("confidence", CONFIDENCES)),
        sources=sources,
        title=words_of(table, "title", languages),
        shown=words_of(table, "shown", languages),
        sign=words_of(table, "sign", languages),
        rule=words_of(table, "rule", languages),
        check=words_of(table, "check", languages),
        start=table.text("start"),
        turns=tuple(_turn(one, name, channel, languages) for name, one in table.tables("turn").items()),
    )
    _note_loose_ends(draft, table)
    return RehearsalPack(folder, draft, tuple(notes), table.text("number", ""))


def _turn(table: Table, name: str, usual: Channel, languages: tuple[Language, ...]) -> SwindlersTurn:
    table.only("channel", "code", "says", "answer")
    channel = cast(Channel, table.one_of("channel", get_args(Channel), usual))
    replies = tuple(_reply(one, at, languages) for at, one in table.tables("answer").items())
    return SwindlersTurn(name, channel, words_of(table, "says", languages), replies, table.text("code", ""))


def _reply(table: Table, name: str, languages: tuple[Language, ...]) -> Reply:
    table.only("kind", "goto", "text", "then")
    kind = cast(Kind, table.one_of("kind", get_args(Kind)))
    text = Words("") if kind in REFUSALS else words_of(table, "text", languages)
    return Reply(name, kind, text, words_of(table, "then", languages), table.text("goto"))


def _note_loose_ends(draft: Rehearsal, table: Table) -> None:
    known = {turn.id for turn in draft.turns}
    if draft.start and draft.start not in known:
        table.note("start-nowhere", "start", start=draft.start)
    for turn in draft.turns:
        for reply in turn.replies:
            if reply.goto and reply.goto not in (*known, END, LEARN):
                where = ("turn", turn.id, "answer", reply.id, "goto")
                table.note("rehearsal-goto-nowhere", *where, target=reply.goto)
