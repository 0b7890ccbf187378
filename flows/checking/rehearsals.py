"""What a rehearsal must keep, whoever wrote it: a way out of every turn, and nobody's number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flows.checking import single_files as single_file_rules
from flows.checking.wording import Speakable
from flows.guide.problems import Finding, Place
from flows.guide.words import Words
from flows.practice.rehearse.pack import FILE
from flows.practice.rehearse.script import END, LEARN, REFUSALS, WISE, Audience, Channel, Rehearsal
from flows.reading.offered import Pack

FEWEST_REPLIES, MOST_REPLIES = 2, 3
STILL_SPEAKING: tuple[Channel, ...] = ("call", "video", "door")
"""Who only asks back has them still there."""

NO_WAY_OUT: dict[Audience, str] = {"residents": "rehearsal-no-way-out", "volunteers": "rehearsal-no-way-on"}


def at_loading(pack: Pack[Rehearsal], today: date) -> Iterator[Finding]:
    """What decides whether it is offered; of its turns only once they all lead somewhere."""
    script = pack.draft
    if script is None:
        return
    if pack.readable:
        yield from _ways_out(script)
    yield from _nobodys_number(script)
    yield from single_file_rules.unsayable_words(FILE, texts_of(script))
    yield from single_file_rules.expired(FILE, script, today)


def at_checking(script: Rehearsal, speakable: Speakable) -> Iterator[Finding]:
    """What is shown besides to whoever writes it: never an error."""
    yield from single_file_rules.author_hints(FILE, script, texts_of(script), speakable)


def texts_of(script: Rehearsal) -> Iterator[tuple[single_file_rules.Path, Words]]:
    """Everything that is read or heard of it, with where it stands."""
    for key in ("title", "shown", "sign", "rule", "check"):
        yield (key,), getattr(script, key)
    for turn in script.turns:
        yield ("turn", turn.id, "says"), turn.says
        for reply in turn.replies:
            home = ("turn", turn.id, "answer", reply.id)
            if reply.kind not in REFUSALS:
                yield (*home, "text"), reply.text
            yield (*home, "then"), reply.then


def _ways_out(script: Rehearsal) -> Iterator[Finding]:
    met = _met(script)
    for turn in script.turns:
        place = Place(FILE, ("turn", turn.id))
        if not FEWEST_REPLIES <= len(turn.replies) <= MOST_REPLIES:
            fields = {
                "turn": turn.id,
                "count": len(turn.replies),
                "least": FEWEST_REPLIES,
                "most": MOST_REPLIES,
            }
            yield Finding("rehearsal-answers", place, fields)
        if not _out_by_what_is_wise(script, turn.id):
            yield Finding(NO_WAY_OUT[script.audience], place, {"turn": turn.id})
        if all(reply.kind in WISE for reply in turn.replies):
            yield Finding("rehearsal-nothing-to-judge", place, {"turn": turn.id})
        if turn.channel in ("call", "video") and all(one.kind != "hang-up" for one in turn.replies):
            yield Finding("rehearsal-no-hang-up", place, {"turn": turn.id})
        if turn.channel in STILL_SPEAKING:
            for reply in turn.replies:
                if reply.kind == "ask" and reply.goto == END:
                    yield Finding("rehearsal-still-on-the-line", place, {"turn": turn.id, "answer": reply.id})
        if turn.id not in met:
            yield Finding("rehearsal-turn-unmet", place, {"turn": turn.id})


def _out_by_what_is_wise(script: Rehearsal, turn_id: str, passed: frozenset[str] = frozenset()) -> bool:
    """Whether who only ever does what is right from there on is out of it, whichever of it they do."""
    if turn_id == END:
        return True
    if turn_id == LEARN or turn_id in passed:
        return False
    wise = [one.goto for one in script.turn(turn_id).replies if one.kind in WISE]
    return bool(wise) and all(_out_by_what_is_wise(script, one, passed | {turn_id}) for one in wise)


def _met(script: Rehearsal) -> set[str]:
    met, waiting = set[str](), [script.start]
    while waiting:
        turn_id = waiting.pop()
        if turn_id not in met and turn_id not in (END, LEARN):
            met.add(turn_id)
            waiting += [reply.goto for reply in script.turn(turn_id).replies]
    return met


def _nobodys_number(script: Rehearsal) -> Iterator[Finding]:
    """As of any number; and the code that comes by message is nobody's."""
    if script.number and script.number not in single_file_rules.listed_numbers():
        yield Finding("rehearsal-number", Place(FILE, ("number",)), {"number": script.number[:4]})
    yield from single_file_rules.number_words(FILE, script, texts_of(script), "rehearsal-number")
    for turn in script.turns:
        if turn.code not in ("", single_file_rules.CODE):
            yield Finding(
                "rehearsal-code", Place(FILE, ("turn", turn.id, "code")), {"code": single_file_rules.CODE}
            )
