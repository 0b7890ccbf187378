"""Which of all combinations are looked at by default, so that each thing is, and each kind of it often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest


def in_turn(things: Iterable[object], kinds: Sequence[object], each: int = 1) -> list[Any]:
    """Every pair for `parametrize`; by default each thing with so many (*each*) of the kinds, in turn.

    The other pairs are for the full run. A kind that is a tuple is several arguments.
    """
    rows = []
    for at, thing in enumerate(things):
        chosen = {(each * at + more) % len(kinds) for more in range(each)}
        for of, kind in enumerate(kinds):
            values = kind if isinstance(kind, tuple) else (kind,)
            rows.append(pytest.param(thing, *values, marks=() if of in chosen else pytest.mark.full))
    return rows
