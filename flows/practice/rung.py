"""How much of the way somebody finds alone."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Rung: TypeAlias = Literal["shown", "hinted", "alone", "own-phone"]
"""The place is ringed · a hint comes when one asks · no help but after a mistake, on one picture · on
one's own phone, beside the kiosk.
"""

RUNGS: tuple[Rung, ...] = get_args(Rung)
DRAWN = RUNGS[:-1]


def drawn(rung: Rung) -> Rung:
    """On which the drawn phone is practised by who stands on *rung*: from “alone” on it is “alone”."""
    return rung if rung in DRAWN else DRAWN[-1]
