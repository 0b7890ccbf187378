"""Which of all combinations are looked at by default, so that each thing is, and each kind of it often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def in_turn(things: Iterable[object], kinds: Sequence[object], each: int = 1) -> list[Any]:
    """Every pair for `parametrize`; by default each thing with so many (*each*) of the kinds, in turn.

    The other pairs are for the full run, and all of a kind that is itself marked so. A kind that is a tuple
    is several arguments.
    """
    plain = [kind for kind in kinds if not (isinstance(kind, ParameterSet) and kind.marks)]
    rows = []
    for at, thing in enumerate(things):
        chosen = [plain[(each * at + more) % len(plain)] for more in range(each)]
        for kind in kinds:
            values = kind.values if isinstance(kind, ParameterSet) else kind
            values = values if isinstance(values, tuple) else (values,)
            rows.append(pytest.param(thing, *values, marks=() if kind in chosen else pytest.mark.full))
    return rows
