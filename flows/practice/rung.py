"""How much of the way somebody finds alone."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Rung: TypeAlias = Literal["shown", "hinted", "alone"]
"""The place is ringed · a hint comes when one asks · no help but after a mistake. The picture is the same."""

RUNGS: tuple[Rung, ...] = get_args(Rung)
