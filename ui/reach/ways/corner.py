"""How staff ask for the controls by touch: five taps in the upper left corner. Pure.

Nothing stands there that could be pressed, on any screen. Of taps that fall anywhere, one in a hundred at
most falls there; five in a row do so once in ten thousand million taps.
"""

from __future__ import annotations

from dataclasses import dataclass

TAPS = 5
SIDE_MM = 25.0
WITHIN_S = 5.0
PAUSE_S = 0.9  # after it a tap in the corner was no knock: at the invitation it begins a visit like any other


@dataclass(frozen=True, slots=True)
class Corner:
    """When the taps so far came down, in seconds."""

    taps: tuple[float, ...] = ()


def is_in_corner(x_mm: float, y_mm: float) -> bool:
    """Whether a touch there is in the corner; in millimetres from the upper left of the panel."""
    return 0 <= x_mm <= SIDE_MM and 0 <= y_mm <= SIDE_MM


def tapped(corner: Corner, x_mm: float, y_mm: float, now_s: float) -> tuple[Corner, bool]:
    """After one more finger came down, and whether that was the last knock. A touch elsewhere begins anew."""
    if not is_in_corner(x_mm, y_mm):
        return Corner(), False
    taps = (*(tap for tap in corner.taps if now_s - tap < WITHIN_S), now_s)
    return (Corner(), True) if len(taps) >= TAPS else (Corner(taps), False)
