"""One rehearsal read from its folder, and everything that is wrong with it noted, as of a guide."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from flows.guide.table import Table
from flows.guide.words import Language, Words
from flows.practice.rehearse.script import (
    BESIDE,
    CHANNELS,
    END,
    KINDS,
    LEARN,
    REFUSALS,
    Audience,
    Channel,
    Kind,
    OthersTurn,
    Rehearsal,
    Reply,
)  # fmt: skip
from flows.reading.offered import Pack
from flows.reading.single_file import KEYS, head_of, languages_of, picture_of, read_pack, words_of

FILE = "rehearsal.toml"
OF_EACH = ("for", "start", "shown", "sign", "rule", "check", "turn")
OF_ITS_AUDIENCE: dict[Audience, tuple[str, ...]] = {
    "residents": ("beside", "channel", "number", "number_source"),
    "volunteers": (),
}
OF_A_TURN: dict[Audience, tuple[str, ...]] = {"residents": ("channel", "code"), "volunteers": ("picture",)}
OF_A_REPLY: dict[Audience, tuple[str, ...]] = {"residents": (), "volunteers": ("picture",)}


def read_rehearsal(folder: Path) -> Pack[Rehearsal]:
    """Never raises, whatever the folder holds: at the worst this one rehearsal is left out."""
    return read_pack(folder / FILE, _rehearsal)


def _rehearsal(table: Table) -> Rehearsal:
    audience = cast(Audience, table.one_of("for", get_args(Audience), "residents"))
    table.only(*KEYS, *OF_EACH, *OF_ITS_AUDIENCE[audience])
    channel = _channel(table, audience, None)
    languages = languages_of(table)
    turns = table.tables("turn").items()
    draft = Rehearsal(
        **head_of(table),
        audience=audience,
        shown=words_of(table, "shown", languages),
        sign=words_of(table, "sign", languages),
        rule=words_of(table, "rule", languages),
        check=words_of(table, "check", languages),
        start=table.text("start"),
        turns=tuple(_turn(one, name, audience, channel, languages) for name, one in turns),
        number=table.text("number", ""),
    )
    _note_loose_ends(draft, table)
    return draft


def _channel(table: Table, audience: Audience, usual: Channel | None) -> Channel:
    """Only a swindler comes by one."""
    return cast(Channel, table.one_of("channel", CHANNELS, usual)) if audience == "residents" else BESIDE


def _turn(
    table: Table, name: str, audience: Audience, usual: Channel, languages: tuple[Language, ...]
) -> OthersTurn:
    table.only("says", "answer", *OF_A_TURN[audience])
    return OthersTurn(
        name,
        _channel(table, audience, usual),
        words_of(table, "says", languages),
        tuple(_reply(one, at, audience, languages) for at, one in table.tables("answer").items()),
        table.text("code", ""),
        picture_of(table) if "picture" in table.values else "",
    )


def _reply(table: Table, name: str, audience: Audience, languages: tuple[Language, ...]) -> Reply:
    table.only("kind", "goto", "text", "then", *OF_A_REPLY[audience])
    kind = cast(Kind, table.one_of("kind", KINDS[audience]))
    text = Words("") if kind in REFUSALS else words_of(table, "text", languages)
    picture = picture_of(table) if audience == "volunteers" else ""
    return Reply(name, kind, text, words_of(table, "then", languages), table.text("goto"), picture)


def _note_loose_ends(draft: Rehearsal, table: Table) -> None:
    turn_ids = {turn.id for turn in draft.turns}
    if draft.start and draft.start not in turn_ids:
        table.note("start-nowhere", "start", start=draft.start)
    for turn in draft.turns:
        for reply in turn.replies:
            if reply.goto and reply.goto not in (*turn_ids, END, LEARN):
                where = ("turn", turn.id, "answer", reply.id, "goto")
                table.note("rehearsal-goto-nowhere", *where, target=reply.goto)
