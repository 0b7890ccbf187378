"""One guide read from its folder: `flow.toml` for the structure, one file of words a language.

The folder is data that a ward officer edits by hand. Everything wrong with it is noted at once, with
file, line, rule and mend; a pack with an error gives no flow, only a draft of one for the check.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

from flows.guide.flow import TOPICS, Audience, Caution, Change, Flow, Hotline, Need, QrTarget, Source
from flows.guide.lines import key_lines, line_of
from flows.guide.problems import Finding, Place, Problem, at_most, own_fault, severity, shown, worded
from flows.guide.steps import Confidence, Step
from flows.guide.table import ID, Table
from flows.guide.ward import SHIPPED_WARD, named_outright, naming
from flows.guide.words import LANGUAGES, Language
from flows.reading.pack_files import as_it_stands, read_toml
from flows.reading.pack_links import note_loose_ends
from flows.reading.pack_steps import CONFIDENCES, names_drawing, read_picture, read_step, step_pictures
from flows.reading.word_book import WordBook
from resources import path

KEYS = (
    "id", "version", "audience", "topic", "order", "picture", "languages", "minutes", "checked_on",
    "valid_until", "confidence", "needs", "must_have", "must_have_picture", "learn_next",
    "learn_next_only", "files", "faces", "first_page", "offers_practice", "own_phone", "start", "warning",
    "qr", "hotline", "changed", "source", "step",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pack:
    """What was read: `draft` is the guide as far as it could be built, None where nothing could be.

    A draft may hold stand-ins for what is wrong (see `flows.shelf.check`): it is only ever checked.
    """

    folder: Path
    draft: Flow | None
    findings: tuple[Finding, ...]

    @property
    def flow(self) -> Flow | None:
        """The guide to offer: None when a finding is an error."""
        return None if any(severity(finding) == "error" for finding in self.findings) else self.draft

    @property
    def flow_id(self) -> str:
        """As it can be shown: a folder may be called anything, but only one named like an id is offered."""
        return shown(self.folder.name)

    def problems(self, findings: tuple[Finding, ...] | None = None) -> tuple[Problem, ...]:
        """*findings* (its own where none are given) in words, with the line of the file each belongs to."""
        sources: dict[str, str] = {}
        lines: dict[str, Mapping[tuple[str, ...], int]] = {}
        problems = []
        for finding in at_most(self.findings if findings is None else findings):
            name = finding.place.file
            if finding.line is None and name not in sources:
                sources[name] = as_it_stands(self.folder / name)
                lines[name] = key_lines(sources[name])
            line = finding.line or line_of(sources[name], finding.place.path, lines[name])
            problems.append(worded(finding, self.flow_id, line))
        return tuple(problems)


def read_pack(folder: Path, ward: str = "") -> Pack:
    """Read one guide, as it speaks of *ward*; without one as the check reads it, for any. Never raises,
    whatever its folder holds: at the worst the guide is refused.

    A ward named outright is a fault, but not at its own kiosks: what it wrote before stays on offer there.
    """
    try:
        return _read(folder, ward)
    except Exception:  # noqa: BLE001 – a bug of ours: it costs this guide, and is in the log
        return Pack(folder, None, (own_fault(folder.name),))


def _read(folder: Path, named: str) -> Pack:
    notes: list[Finding] = []
    ward = named or SHIPPED_WARD
    structure = read_toml(folder / "flow.toml", notes)
    if structure is None:
        return Pack(folder, None, tuple(notes))
    table = Table(naming(structure, ward), "flow.toml", (), notes)
    languages = _languages(table)
    read = {language: read_toml(folder / f"{language}.toml", notes) for language in languages}
    files = {language: words for language, words in read.items() if words is not None}
    worded = "vi" in files
    # Without words one fault, not one a sentence.
    book = WordBook(naming(files, ward), notes) if worded else WordBook({"vi": {}}, [])
    draft = _flow(folder.name, table, book, content_hash(structure, files))
    if draft.steps:  # without a step every sentence would seem left over
        book.note_leftovers()
    note_loose_ends(draft, table)
    for file, tables in (("flow", structure), *files.items()) if named != SHIPPED_WARD else ():
        notes += (Finding("ward-named", Place(f"{file}.toml", path)) for path in named_outright(tables))
    return Pack(folder, draft if worded else None, tuple(notes))


def content_hash(structure: dict[str, object], words: dict[Language, dict[str, object]]) -> str:
    """SHA-256 (hex) of what the files say: comments, spacing and quoting style do not count.

    The order of tables and keys counts, since it is the order in which a resident meets choices.
    """
    content = json.dumps([structure, words], ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(content.encode()).hexdigest()


def _languages(table: Table) -> tuple[Language, ...]:
    named = table.texts("languages")
    for language in named:
        if language not in LANGUAGES:
            table.note("value-not-allowed", "languages", value=language, allowed=" · ".join(LANGUAGES))
    if len(set(named)) < len(named):
        table.note("language-twice", "languages")
    if "vi" not in named:
        table.note("language-vi-missing", "languages")
    return tuple(language for language in LANGUAGES if language in named or language == "vi")


def _flow(folder: str, table: Table, book: WordBook, digest: str) -> Flow:
    table.only(*KEYS)
    said = table.text("id")
    if isinstance(table.values.get("id"), str) and said != folder:  # of anything else `text` has made a note
        table.note("id-not-folder", "id", id=said, folder=folder)
    elif not ID.fullmatch(folder):
        table.note("id-wrong", "id", id=folder)
    return Flow(
        id=folder,
        version=table.count("version"),
        content_hash=digest,
        audience=cast(Audience, table.one_of("audience", get_args(Audience))),
        topic=table.one_of("topic", TOPICS),
        order=table.count("order") if "order" in table.values else None,
        learn_next=table.texts("learn_next"),
        learn_next_only=table.flag("learn_next_only"),
        files=table.flag("files"),
        faces=table.flag("faces", absent=True),
        offers_practice=table.flag("offers_practice"),
        own_phone=table.flag("own_phone", absent=True),
        picture=_picture(folder, table),
        title=book.words("title"),
        summary=book.words("summary"),
        minutes=_minutes(table),
        languages=book.languages,
        needs=tuple(Need(need, book.words("need", need)) for need in table.texts("needs")),
        must_have=table.texts("must_have"),
        first_page=table.texts("first_page"),
        have_ready=book.maybe("must_have", required=bool(table.texts("must_have"))),
        have_ready_picture=_ready_picture(table),
        warnings=tuple(_caution(one, book) for one in table.tables("warning").values()),
        qr=tuple(_qr(qr_id, one, book) for qr_id, one in table.tables("qr").items()),
        hotlines=tuple(_hotline(one) for one in table.tables("hotline").values()),
        changes=tuple(read_change(key, one, book) for key, one in table.tables("changed").items()),
        sources=_sources(table.table("source")),
        checked_on=table.day("checked_on"),
        valid_until=table.day("valid_until") if "valid_until" in table.values else None,
        confidence=cast(Confidence, table.one_of("confidence", CONFIDENCES)),
        staff_note=book.maybe("staff_note", only_in=("vi",)),
        asked_as=book.phrases("asked_as"),
        start=table.text("start"),
        steps=_steps(table, book),
    )


def _picture(guide: str, table: Table) -> str:
    """The drawing a guide names, or else the one that is called as it is."""
    drawn = guide_pictures()
    return table.one_of("picture", drawn) if "picture" in table.values else guide if guide in drawn else ""


def _ready_picture(table: Table) -> str:
    """The drawing beside the sentence of what to have at hand."""
    return table.one_of("must_have_picture", step_pictures()) if "must_have_picture" in table.values else ""


@lru_cache(maxsize=1)
def guide_pictures() -> tuple[str, ...]:
    """The names of the pictures that ship for guides."""
    return tuple(sorted(file.stem for file in path("pictures", "guides").glob("*.svg")))


def _steps(table: Table, book: WordBook) -> dict[str, Step]:
    return {step_id: read_step(step_id, one, book) for step_id, one in table.tables("step").items()}


def _minutes(table: Table) -> tuple[int, int]:
    match table.values.get("minutes"):
        case [int(least), int(most)] if 0 < least <= most:
            return least, most
        case None:
            table.note("key-missing", "minutes", key="minutes", wanted_vi="[5, 15]", wanted_en="[5, 15]")
        case other:
            table.note("minutes-wrong", "minutes", value=other)
    return 1, 1


def _caution(table: Table, book: WordBook) -> Caution:
    table.only("confidence", "sources")
    confidence = cast(Confidence, table.one_of("confidence", CONFIDENCES))
    return Caution(table.path[-1], book.words(*table.path), table.texts("sources"), confidence)


def _qr(qr_id: str, table: Table, book: WordBook) -> QrTarget:
    table.only("payload", "print", "why", "sources")
    return QrTarget(
        id=qr_id,
        label=book.words(*table.path),
        payload=table.text("payload"),
        printable=table.flag("print"),
        why=table.text("why"),
        sources=table.texts("sources"),
    )


def _hotline(table: Table) -> Hotline:
    table.only("whose", "number", "sources", "checked_on")
    number = table.text("number").replace(" ", "")
    return Hotline(
        table.path[-1], table.text("whose"), number, table.texts("sources"), table.day("checked_on")
    )


def _sources(table: Table) -> dict[str, Source]:
    sources = {}
    for key in table.values:
        one = table.table(key)
        one.only("title", "url", "date", "kind")
        sources[key] = Source(key, one.text("title"), one.text("url"), one.text("date"), one.text("kind"))
    return sources


def read_change(change_id: str, table: Table, book: WordBook) -> Change:
    """The change as it stands in the files; what is wrong is noted on the way."""
    table.only("on", "step", "sources", "confidence", "before")
    return Change(
        id=change_id,
        on=table.day("on"),
        say=book.words(*table.path, "say"),
        step_id=table.text("step"),
        sources=table.texts("sources"),
        confidence=cast(Confidence, table.one_of("confidence", CONFIDENCES)),
        before=(
            table.one_of("before", step_pictures())
            if names_drawing(table, "before")
            else read_picture(table.table("before"))
        ),
    )
