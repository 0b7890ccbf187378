"""What a press hands to the recorder and no line of the log says.

Private answers bring a resident back after a crash; a group and how a visit was made are added to the figures
of the month (`kiosk/log/sessions/tally.py`). None of these classes has a kind: none can be stored.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from accessibility.needs import Setting
from kiosk.base.events.base import PrivateEvent
from kiosk.base.events.lists import Actor

Group: TypeAlias = Literal["elderly", "disabled", "poor", "other", "not-said"]
"""What a resident may say of themselves; never in the log, only in the figures of a month."""
Way: TypeAlias = Literal["touch", "keys", "switches", "one-switch", "explore"]
"""How somebody uses the kiosk; `explore` is by touch, hearing what lies under the finger."""


@dataclass(frozen=True, slots=True)
class Use:
    """How a visit was made: like a group never in the log, only in the figures of a month.

    `ways`: in which something was done. `settings`: on at the end, of those that could reveal a need.
    `brought`: from the card that was held up, how many tenths of the steps its resident did alone before.
    """

    ways: frozenset[Way] = frozenset()
    settings: frozenset[Setting] = frozenset()
    brought: int | None = None


NO_USE = Use()


@dataclass(frozen=True, slots=True)
class GroupSaid(PrivateEvent):
    """The resident's group. Held in memory until the visit ends; then counted and forgotten."""

    group: Group = field(repr=False)


@dataclass(frozen=True, slots=True)
class UseCounted(PrivateEvent):
    """How the visit that ends was made; counted and forgotten."""

    use: Use = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrivateEdgeTaken(PrivateEvent):
    """An edge that is an answer of which nothing may be written. `to_step`: where the walk may be seen after
    it; None while it goes on out of sight (`flows.guide.logged`).
    """

    edge: str = field(repr=False)
    to_step: str | None
    by: Actor = "resident"


@dataclass(frozen=True, slots=True)
class PrivateBack(PrivateEvent):
    """One edge less, where the walk was out of sight already."""


@dataclass(frozen=True, slots=True)
class PrivateWalkReopened(PrivateEvent):
    """The walk of *flow* with these edges goes on; that it was left for another guide may not be written."""

    flow: str
    edges: tuple[str, ...] = field(repr=False)


AnyPrivateEvent: TypeAlias = GroupSaid | UseCounted | PrivateEdgeTaken | PrivateBack | PrivateWalkReopened
