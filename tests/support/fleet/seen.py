"""What really happened, counted as residents and staff act; nothing here is read from a log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import TypeAlias

from kiosk.log.sessions.events import Stored

HANOI = timezone(timedelta(hours=7))
Sheet: TypeAlias = dict[str, object]
"""Figures by their key in the catalogue: a number, or bucket → number."""
Cell: TypeAlias = tuple[str, ...]
"""Month, group, topic, outcome; or month, aspect, word."""


@dataclass
class WalkSeen:
    """`actors`: who took each step of the way that holds; Back takes the last one away again."""

    flow: str
    topic: str
    outcome: str = ""
    actors: list[str] = field(default_factory=list)


@dataclass
class Record:
    """One thing that happened on the day that the kiosk's clock showed.

    `packed`: it has left the log in a bundle. `first`: done when its first event is on the disk.
    """

    wall_s: float
    first: Future[Stored] | None = None
    packed: bool = False

    @property
    def day(self) -> str:
        return f"{datetime.fromtimestamp(self.wall_s, HANOI):%Y-%m-%d}"

    @property
    def stored(self) -> Stored:
        assert self.first is not None
        return self.first.result(0)


@dataclass
class VisitSeen(Record):
    """`elapsed_ms` runs on by itself; `last_ms` is the time of the last thing done.

    `known`: it ended while the kiosk was there, which so knew the `ways` it was made in, the `settings` that
    were on, and the tenths on the card that was `brought`.
    """

    clock_ok: bool = True
    language: str = "vi"
    elapsed_ms: int = 0
    last_ms: int = 0
    outcome: str = ""
    assisted: bool = False
    at_controls: bool = False
    helped: bool = False
    filed: bool = False
    group: str = "not-said"
    ways: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    brought: int | None = None
    known: bool = False
    face: str = "none"
    result: str = "none"
    obstacle: str = "none"
    walks: list[WalkSeen] = field(default_factory=list)
    in_walk: bool = False
    waits_ms: list[int] = field(default_factory=list)
    called_ms: int | None = None
    calls: int = 0
    taken: int = 0
    explained: int = 0

    def as_now(self) -> VisitSeen:
        return replace(
            self,
            walks=[replace(one, actors=list(one.actors)) for one in self.walks],
            waits_ms=list(self.waits_ms),
        )

    def becomes(self, other: VisitSeen) -> None:
        """As it was when *other* was taken from it; whether it is packed stays as it is."""
        self.__dict__.update(other.as_now().__dict__, packed=self.packed)

    def call(self) -> None:
        if self.called_ms is None:
            self.called_ms, self.calls = self.elapsed_ms, self.calls + 1

    def wait_over(self, at_ms: int) -> None:
        if self.called_ms is not None:
            self.waits_ms.append(at_ms - self.called_ms)
            self.called_ms = None

    def walk_ends(self, outcome: str) -> None:
        if self.in_walk:
            self.walks[-1].outcome = outcome
        self.in_walk = self.helped = False

    def resumed(self) -> None:
        """The program is back: nobody is at the controls, nobody has said a group, the call is lost."""
        self.wait_over(self.last_ms)
        self.at_controls = self.helped = False
        self.group = "not-said"

    def ends(self, outcome: str) -> None:
        """*outcome* “crash”: at the last thing done, whatever was open then."""
        if outcome == "crash":
            self.group = "not-said"
            self.walk_ends("cut-off")
        else:
            self.last_ms = self.elapsed_ms
        self.wait_over(self.last_ms)
        self.outcome = outcome

    def cells(self) -> Counter[Cell]:
        """What it adds to the figures of the month."""
        if not self.clock_ok:
            return Counter()
        groups = [(self.group, walk.topic, walk.outcome) for walk in self.walks] if self.assisted else []
        uses = [("visit", "ended"), *self._uses()] if self.known else []
        return Counter((self.day[:7], *told) for told in (*groups, *uses))

    def _uses(self) -> Iterator[tuple[str, str]]:
        yield from (("way", way) for way in self.ways)
        yield from (("setting", setting) for setting in self.settings)
        actors = [actor for walk in self.walks for actor in walk.actors]
        if actors and self.brought is not None:
            than = round(10 * actors.count("resident") / len(actors)) - self.brought
            yield "alone", "same" if not than else "up" if than > 0 else "down"


@dataclass
class OwnSeen(Record):
    """What staff did beside the visits; `what` is shift, shift-end, door, ticket or training."""

    what: str = ""
    told: tuple[str, ...] = ()


def sheet(records: Iterable[Record]) -> Sheet:
    """Every figure of what happened."""
    own = [one for one in records if isinstance(one, OwnSeen)]
    visits = [one for one in records if isinstance(one, VisitSeen)]
    walks = [walk for one in visits for walk in one.walks]
    waits = [wait for one in visits for wait in one.waits_ms]
    actors, faces = [actor for walk in walks for actor in walk.actors], [one.face for one in visits]
    unresolved = [one for one in visits if one.assisted and one.result in ("partly", "not-done")]
    made: Sheet = {
        "sessions": len(visits),
        "sessions-finished": sum(any(walk.outcome == "completed" for walk in one.walks) for one in visits),
        "sessions-assisted": sum(one.assisted for one in visits),
        "sessions-filed": sum(one.filed for one in visits),
        "sessions-unresolved": len(unresolved),
        "session-length": _mean([one.last_ms for one in visits]),
        "walks": len(walks),
        "walks-completed": sum(walk.outcome == "completed" for walk in walks),
        "walks-left": sum(walk.outcome in ("stopped", "cut-off") for walk in walks),
        "walks-handed-over": sum(walk.outcome == "handed-over" for walk in walks),
        "steps": len(actors),
        "independence": _thousandths(actors.count("resident"), len(actors)),
        "explanations": sum(one.explained for one in visits),
        "asked-in-vain": 0,  # nobody of the fleet asks
        "numbers-shown": 0,
        "satisfied": _thousandths(faces.count("good"), len(faces) - faces.count("none")),
        "help-calls": sum(one.calls for one in visits),
        "help-taken": sum(one.taken for one in visits),
        "help-wait": _mean(waits),
        "help-wait-longest": max(waits, default=None),
        "clock-unsure": sum(not one.clock_ok for one in visits),
        "hour": Counter(f"{datetime.fromtimestamp(one.wall_s, HANOI):%H}" for one in visits),
        "mode": Counter("assisted" if one.assisted else "self" for one in visits),
        "outcome": Counter(one.outcome for one in visits),
        "language": Counter(one.language for one in visits),
        "face": Counter(faces),
        "result": Counter(one.result for one in visits if one.assisted),
        "obstacle": Counter(one.obstacle for one in unresolved),
        "flow": Counter(walk.flow for walk in walks),
        "topic": Counter(walk.topic for walk in walks),
        "walk-outcome": Counter(walk.outcome for walk in walks),
        "actor": Counter(actors),
    }
    return made | _own_sheet(own)


def _own_sheet(own: Sequence[OwnSeen]) -> Sheet:
    told = {what: [one.told for one in own if one.what == what] for what in ("door", "ticket", "training")}
    begun = {one.told[0]: one for one in own if one.what == "shift"}
    ended = [(begun[one.told[0]], one) for one in own if one.what == "shift-end" and one.told[0] in begun]
    return {
        "shifts": len(begun),
        "shift-time": sum(_shift_ms(first, last) for first, last in ended),
        "tickets": len(told["ticket"]),
        "ticket-problem": Counter(problem for (problem,) in told["ticket"]),
        "doors": len(told["door"]),
        "door-outcome": Counter(outcome for outcome, _ in told["door"]),
        "door-area": Counter(area for _, area in told["door"]),
        "trainings": len(told["training"]),
        "training-role": Counter(role for (role,) in told["training"]),
    }


def _shift_ms(begun: OwnSeen, ended: OwnSeen) -> int:
    """In quarters of an hour; one whose day the clock left in between was not ended on it."""
    return max(0, _floored(ended.wall_s) - _floored(begun.wall_s)) * 1000 if begun.day == ended.day else 0


def _floored(wall_s: float) -> int:
    return int(wall_s) - int(wall_s) % 900


def _thousandths(part: int, whole: int) -> int | None:
    return round(1000 * part / whole) if whole else None


def _mean(numbers: list[int]) -> int | None:
    return round(sum(numbers) / len(numbers)) if numbers else None
