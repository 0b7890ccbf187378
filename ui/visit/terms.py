"""The closed lists in which a visit, a point and its staff are told, alike in log, figures and screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from accessibility.needs import Setting

WalkOutcome: TypeAlias = Literal["completed", "stopped", "referred", "handed-over"]
Explanation: TypeAlias = Literal["simpler", "example", "stuck-list"]
Face: TypeAlias = Literal["good", "fair", "poor"]
SessionOutcome: TypeAlias = Literal["goodbye", "next-person", "idle", "crash"]
CheckPart: TypeAlias = Literal[
    "touch", "sound", "headphones", "keypad", "printer", "reader", "clock", "network", "disk", "guides",
]  # fmt: skip
"""What the opening check looks at, in its order; the last three the kiosk looks at by itself."""
CHECK_PARTS: tuple[CheckPart, ...] = get_args(CheckPart)
CheckAnswer: TypeAlias = Literal["works", "fails", "absent"]
OpeningVerdict: TypeAlias = Literal["open", "refused", "overruled"]
Mode: TypeAlias = Literal["self", "assisted"]
Actor: TypeAlias = Literal["resident", "with-help", "volunteer"]
Result: TypeAlias = Literal["done", "partly", "not-done"]
Obstacle: TypeAlias = Literal[
    "no-own-sim", "forgotten-password", "no-nfc", "no-papers", "service-down", "no-smartphone",
    "details-differ", "no-time", "other",
]  # fmt: skip
Answer: TypeAlias = Literal["yes", "no"]
Group: TypeAlias = Literal["elderly", "disabled", "poor", "other", "not-said"]
"""What a resident may say of themselves; never in the log, only in the figures of a month."""
Way: TypeAlias = Literal["touch", "keys", "switches", "one-switch", "explore"]
"""How somebody uses the kiosk; `explore` is by touch, hearing what lies under the finger."""
FurtherHelp: TypeAlias = Literal["place", "phone", "nobody"]
"""Whose number is shown when nobody comes: another place's, the ward's own, or none that is known."""


@dataclass(frozen=True, slots=True)
class Use:
    """How a visit was made: like a group never in the log, only in the figures of a month.

    `ways`: in which something was done. `settings`: on at the end, of those that could tell of a need.
    `brought`: from the card that was held up, how many tenths of the steps its resident did alone before.
    """

    ways: frozenset[Way] = frozenset()
    settings: frozenset[Setting] = frozenset()
    brought: int | None = None


NO_USE = Use()
