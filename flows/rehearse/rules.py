"""What a rehearsal must keep, whoever wrote it: a way out of every turn, and nobody's number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flows.problems import Finding, Place, rules
from flows.rehearse.pack import FILE, RehearsalPack
from flows.rehearse.script import CODE, END, LEARN, REFUSALS, Rehearsal
from flows.rules.numbers import is_somebodys_own, numbers_in
from flows.rules.wording import MOST_SYLLABLES, SAYABLE, SENTENCE_END, UNSAYABLE, Speakable, syllables
from flows.words import Words

FEWEST_REPLIES, MOST_REPLIES = 2, 3
Path = tuple[str, ...]


def at_loading(pack: RehearsalPack, today: date) -> Iterator[Finding]:
    """What decides whether it is offered; of its turns only once they all lead somewhere."""
    if pack.draft is None:
        return
    if pack.readable:
        yield from _ways_out(pack.draft)
    yield from _nobodys_number(pack)
    yield from _can_be_read_aloud(pack.draft)
    if pack.draft.valid_until < today:
        place = Place(FILE, ("valid_until",))
        yield Finding("expired", place, {"valid_until": pack.draft.valid_until})


def at_checking(script: Rehearsal, speakable: Speakable) -> Iterator[Finding]:
    """What whoever writes it is told besides: never an error."""
    for path, words in texts_of(script):
        for sentence in SENTENCE_END.split(words.vi):
            if (count := syllables(sentence)) > MOST_SYLLABLES:
                fields = {"syllables": count, "limit": MOST_SYLLABLES}
                yield Finding("sentence-long", Place(FILE, (*path, "vi")), fields)
        for language in script.languages:
            for vi, en in speakable(words.in_(language), language):
                yield Finding("not-speakable", Place(FILE, (*path, language)), {"vi": vi, "en": en})


def texts_of(script: Rehearsal) -> Iterator[tuple[Path, Words]]:
    """Everything a resident reads or hears of it, with where it stands."""
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
        if not _refused_to_the_end(script, turn.id):
            yield Finding("rehearsal-no-way-out", place, {"turn": turn.id})
    met = _met(script)
    for turn in script.turns:
        if turn.id not in met:
            yield Finding("rehearsal-turn-unmet", Place(FILE, ("turn", turn.id)), {"turn": turn.id})


def _refused_to_the_end(script: Rehearsal, turn_id: str) -> bool:
    """Whether who only ever refuses from there on is out of it, as often as they are called again."""
    passed = set[str]()
    while turn_id != END:
        if turn_id in passed or turn_id == LEARN:
            return False
        passed.add(turn_id)
        refusal = next((one for one in script.turn(turn_id).replies if one.kind in REFUSALS), None)
        if refusal is None:
            return False
        turn_id = refusal.goto
    return True


def _met(script: Rehearsal) -> set[str]:
    met, waiting = set[str](), [script.start]
    while waiting:
        turn_id = waiting.pop()
        if turn_id not in met and turn_id not in (END, LEARN):
            met.add(turn_id)
            waiting += [reply.goto for reply in script.turn(turn_id).replies]
    return met


def _nobodys_number(pack: RehearsalPack) -> Iterator[Finding]:
    """A number that is played may be dialled: only those of the list of services, and noughts, stand here."""
    assert pack.draft is not None
    listed = rules()["hotline-unknown"]["numbers"]
    if pack.number and pack.number not in listed:
        yield Finding("rehearsal-number", Place(FILE, ("number",)), {"number": pack.number[:4]})
    for path, words in texts_of(pack.draft):
        for language in pack.draft.languages:
            text = words.in_(language)
            wrong = sorted(one for one in numbers_in(text) if one not in listed and one.strip("0"))
            if wrong or is_somebodys_own(text):
                shown = wrong[0] if wrong else "…"
                yield Finding("rehearsal-number", Place(FILE, (*path, language)), {"number": shown[:4]})
    for turn in pack.draft.turns:
        if turn.code not in ("", CODE):
            yield Finding("rehearsal-code", Place(FILE, ("turn", turn.id, "code")), {"code": CODE})


def _can_be_read_aloud(script: Rehearsal) -> Iterator[Finding]:
    for path, words in texts_of(script):
        strange = UNSAYABLE.search(words.vi)
        if strange or (words.vi and not SAYABLE.search(words.vi)):
            part = strange[0] if strange else words.vi
            yield Finding("letters-unsayable", Place(FILE, (*path, "vi")), {"part": part})
