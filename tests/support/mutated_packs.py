"""Packs that somebody changed on the way: some bytes anywhere, values of a signed line, or its signatures."""

from __future__ import annotations

import base64
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from kiosk.papers.keys.documents import canonical
from kiosk.papers.packs.line import MOST_SIGNATURES

Mutation: TypeAlias = Callable[[bytearray, random.Random], None]
Edit: TypeAlias = Callable[[dict[str, Any], random.Random], None]
"""Changes one value in a part of a line."""


def whys_of_changed(
    good: bytes, number: int, edits: Sequence[Sequence[Edit]], refused: Callable[[bytes], str]
) -> Counter[str]:
    """Why *number* packs made from *good* were *refused*, which says it or fails.

    *edits*: for each line at the head of the pack, what can be another value in it.
    """
    lot, whys = random.Random(20), Counter[str]()
    lines = [_edited(at, part, of) for at, own in enumerate(edits) for part, of in _parts(own)]
    mutations = (_flip, _flip, _drop, _add, _cut, _swap, *lines)
    while whys.total() < number:
        changed = bytearray(good)
        for _ in range(lot.randint(1, 3)):
            if len(changed) > 200 and b"\n" in changed:
                try:
                    lot.choice(mutations)(changed, lot)
                except (ValueError, KeyError, TypeError, IndexError):
                    continue  # the line can no longer be edited
        if bytes(changed) != good:
            whys[refused(bytes(changed))] += 1
    return whys


def _flip(raw: bytearray, lot: random.Random) -> None:
    raw[lot.randrange(len(raw))] ^= 1 << lot.randrange(8)


def _drop(raw: bytearray, lot: random.Random) -> None:
    at = lot.randrange(len(raw))
    del raw[at : at + lot.randint(1, 40)]


def _add(raw: bytearray, lot: random.Random) -> None:
    at = lot.choice((0, len(raw), lot.randrange(len(raw))))
    raw[at:at] = lot.randbytes(lot.randint(1, 40))


def _cut(raw: bytearray, lot: random.Random) -> None:
    del raw[lot.randrange(len(raw)) :]


def _swap(raw: bytearray, lot: random.Random) -> None:
    at, length = lot.randrange(len(raw) // 2), lot.randint(1, 60)
    raw[at : at + length], raw[-length:] = raw[-length:], raw[at : at + length]


def _parts(edits: Sequence[Edit]) -> tuple[tuple[str, Sequence[Edit]], ...]:
    return ("body", edits), ("signatures", SIGNATURE_EDITS)


def _signature(lot: random.Random, length: int = 64) -> str:
    return base64.b64encode(lot.randbytes(length)).decode()


def _name(lot: random.Random, length: int = 8) -> str:
    return lot.randbytes(length).hex()


def _another_signature(signatures: dict[str, Any], lot: random.Random) -> None:
    signatures[lot.choice([*signatures])] = _signature(lot)


SIGNATURE_EDITS: tuple[Edit, ...] = (
    _another_signature,
    lambda signatures, lot: signatures.update({"junk": "j" * lot.choice((1, 100_000))}),
    lambda signatures, lot: signatures.update({_name(lot): "j" * lot.choice((1, 88, 100_000))}),
    lambda signatures, lot: signatures.update({_name(lot): _signature(lot, lot.choice((0, 63, 65, 4000)))}),
    lambda signatures, lot: signatures.update({_name(lot, lot.choice((0, 7, 9, 400))): _signature(lot)}),
    lambda signatures, lot: signatures.update({"A" + _name(lot)[1:]: _signature(lot)}),
    lambda signatures, lot: signatures.update({_name(lot): [_signature(lot)]}),
    lambda signatures, lot: signatures.update(
        {_name(lot): _signature(lot)[:-3] + lot.choice(("B==", "A=", "A=A"))}
    ),
    lambda signatures, lot: signatures.update({_name(lot): _signature(lot) for _ in range(MOST_SIGNATURES)}),
    lambda signatures, lot: signatures.pop(lot.choice([*signatures])),
)
"""What may be added to the signatures of a line or taken from them; none of it is a signature of ours."""


def _edited(at: int, part: str, edits: Sequence[Edit]) -> Mutation:
    """One value of that *part* of line *at* is another one, in the line's own form."""

    def edit(raw: bytearray, lot: random.Random) -> None:
        begin = 0
        for _ in range(at):
            begin = raw.index(b"\n", begin) + 1
        end = raw.index(b"\n", begin)
        line = json.loads(bytes(raw[begin:end]))
        lot.choice(edits)(line[part], lot)
        raw[begin:end] = canonical(line)

    return edit
