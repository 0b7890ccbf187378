"""The ward's USB stick: figures are carried home on it, new content or a program is brought. Pure.

Whoever reads and writes the stick says what happened; here it is decided what staff see, and that nobody is
told to pull it out while it is at work.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, assert_never

State: TypeAlias = Literal["idle", "exporting", "looking", "asking", "copying", "over"]
Exported: TypeAlias = Literal[
    "", "done", "nothing", "no-stick", "read-only", "busy", "failed", "not-enrolled"
]
"""What became of the figures; empty: they were not asked for yet."""
Brought: TypeAlias = Literal[
    "", "none", "too-many", "same", "taken", "program-taken", "later", "cut-off", "no-room", "busy",
    "not-enrolled", "damaged", "other-ward", "older", "other-program", "too-large", "unproven", "went-back",
    "uncountersigned", "other-maker", "withdrawn-maker", "other-machine", "other-python", "no-extra",
    "not-working", "given-up", "newer-waits", "other-day", "other-kiosk",
]  # fmt: skip
"""What became of a new pack, content or program; `none`: there is none, `later`: staff do not want it now.

`too-many`: more packs lie on the stick than are looked at.
"""


class Beside(NamedTuple):
    """The other of two packs on one stick, and why it is not taken."""

    kind: Literal["content", "program"]
    why: Brought


class Offer(NamedTuple):
    """What could be taken: how many lessons are new, changed and gone, and whether more is another.

    `program`: the version that a program pack brings, empty: none. `content`: whether there is any.
    """

    counter: int
    made: date
    new: int = 0
    changed: int = 0
    gone: int = 0
    others: bool = False
    back_to: int | None = None
    program: str = ""
    content: bool = True


@dataclass(frozen=True, slots=True)
class WardStick:
    """`done` of `whole` of what is at work: events packed, or bytes copied. `bundles`: laid on the stick."""

    state: State = "idle"
    plugged: bool = False
    exported: Exported = ""
    bundles: int = 0
    offer: Offer | None = None
    brought: Brought = ""
    beside: Beside | None = None
    done: int = 0
    whole: int = 0

    @property
    def may_pull(self) -> bool:
        """Whether it can be pulled out without harm, and with nothing left to do."""
        return self.state == "over"

    @property
    def percent(self) -> int | None:
        """How much of what is at work is done; None where nobody knows how much there is."""
        return min(100, 100 * self.done // self.whole) if self.whole > 0 else None


class Plugged(NamedTuple):
    """A stick is there."""


class Pulled(NamedTuple):
    """No stick is there any more."""


class Begun(NamedTuple):
    """Staff want it to be used."""


class FiguresCopied(NamedTuple):
    """The export is over, well or not; *bundles* lie on the stick."""

    exported: Exported
    bundles: int = 0


class OfferFound(NamedTuple):
    """The stick holds content that this kiosk would take."""

    offer: Offer


class Agreed(NamedTuple):
    """Staff want it installed."""


class Declined(NamedTuple):
    """Not now."""


class Progressed(NamedTuple):
    """So much of the work is done."""

    done: int
    whole: int


class Stopped(NamedTuple):
    """Looking or copying is over, and this is what came of it."""

    brought: Brought
    beside: Beside | None = None


StickEvent: TypeAlias = (
    Plugged | Pulled | Begun | FiguresCopied | OfferFound | Agreed | Declined | Progressed | Stopped
)


def after(stick: WardStick, event: StickEvent) -> WardStick:
    """The stick after *event*; one that does not fit what it is doing changes nothing."""
    match event:
        case Plugged():
            return WardStick(plugged=True) if stick.state == "over" else replace(stick, plugged=True)
        case Pulled():
            return _pulled(stick)
        case Begun():
            return _begun(stick)
        case FiguresCopied(exported, bundles) if stick.state == "exporting":
            state: State = "over" if exported == "no-stick" else "looking"
            return replace(stick, state=state, exported=exported, bundles=bundles, done=0, whole=0)
        case OfferFound(offer) if stick.state == "looking":
            return replace(stick, state="asking", offer=offer)
        case Agreed() if stick.state == "asking":
            return replace(stick, state="copying", done=0, whole=0)
        case Declined() if stick.state == "asking":
            return replace(stick, state="over", brought="later")
        case Progressed(done, whole) if stick.state in ("exporting", "copying"):
            return replace(stick, done=max(done, stick.done), whole=whole)
        case Stopped(brought, beside) if stick.state in ("looking", "copying"):
            return replace(stick, state="over", brought=brought, beside=beside, done=0, whole=0)
        case FiguresCopied() | OfferFound() | Agreed() | Declined() | Progressed() | Stopped():
            return stick
        case never:
            assert_never(never)


def _begun(stick: WardStick) -> WardStick:
    if stick.state not in ("idle", "over"):
        return stick
    if not stick.plugged:
        return WardStick("over", exported="no-stick")
    return WardStick("exporting", plugged=True)


def _pulled(stick: WardStick) -> WardStick:
    """What is at work finds out by itself; a question nobody can act on any more goes."""
    gone = replace(stick, plugged=False)
    return replace(gone, state="over", brought="cut-off") if stick.state == "asking" else gone
