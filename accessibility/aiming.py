"""Which target a touch is meant for. Pure; millimetres on the panel."""

from __future__ import annotations

from collections.abc import Sequence

from accessibility.geometry import Rect

CLEARLY_MM = 1.0
"""By how much one target must be nearer than every other to be meant by a touch beside it."""


def hit(targets: Sequence[Rect], x: float, y: float, margin_mm: float) -> int | None:
    """Which target a touch at (x, y) is meant for; all in millimetres. None: none, or no one can tell.

    Inside one, that one. Beside them, the nearest within the margin, if it is clearly the nearest.
    """
    spot = Rect(x, y, 0, 0)
    near = sorted((target.distance(spot), at) for at, target in enumerate(targets))
    if not near or near[0][0] > margin_mm:
        return None
    ambiguous = near[0][0] > 0 and len(near) > 1 and near[1][0] - near[0][0] < CLEARLY_MM
    return None if ambiguous else near[0][1]
