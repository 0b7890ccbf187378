"""Packs that somebody changed on the way: some bytes anywhere, or values of a signed line."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from kiosk.keys.documents import canonical

Mutation: TypeAlias = Callable[[bytearray, random.Random], None]
Edit: TypeAlias = Callable[[dict[str, Any], random.Random], None]
"""Changes one value in the body of a line."""


def whys_of_changed(
    good: bytes, number: int, edits: Sequence[Sequence[Edit]], refused: Callable[[bytes], str]
) -> Counter[str]:
    """Why *number* packs made from *good* were *refused*, which says it or fails.

    *edits*: for each line at the head of the pack, what can be another value in it.
    """
    lot, whys = random.Random(20), Counter[str]()
    mutations = (_flip, _flip, _drop, _add, _cut, _swap, *(_edited(at, of) for at, of in enumerate(edits)))
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


def _edited(at: int, edits: Sequence[Edit]) -> Mutation:
    """One value of line *at* is another one, in the line's own form."""

    def edit(raw: bytearray, lot: random.Random) -> None:
        begin = 0
        for _ in range(at):
            begin = raw.index(b"\n", begin) + 1
        end = raw.index(b"\n", begin)
        line = json.loads(bytes(raw[begin:end]))
        lot.choice(edits)(line["body"], lot)
        raw[begin:end] = canonical(line)

    return edit
