"""The walk that is open now, with everything the log may not say of it: who took which edge out of sight.

It lives in memory and, so that a resident can go on after a crash, in the heartbeat's file, which is wiped at
the end of the visit. Frozen; what changes it gives the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any, get_args

from flows.guide.logged import logged_word
from kiosk.base import events as v
from kiosk.base.events import EventRefused, fields_of
from kiosk.base.events.rules import ID, ID_OR_NONE, admits

BY_HELP: tuple[v.Actor, ...] = get_args(v.Actor)
"""From done alone to done by somebody else."""


@dataclass(frozen=True, slots=True)
class Move:
    """One edge that was taken. `to_step`: the step at which the walk is seen after it, None out of sight;
    `told`: whether the log may name the edge (so called in the heartbeat's file).
    """

    edge: str
    to_step: str | None
    by: v.Actor
    told: bool = True

    def __post_init__(self) -> None:
        """Raises `EventRefused`: it may come from a file that holds anything."""
        words = admits(ID, self.edge) and admits(ID_OR_NONE, self.to_step) and self.by in BY_HELP
        if not words or self.told not in (True, False) or (self.told and self.to_step is None):
            raise EventRefused("a move outside the vocabulary")


@dataclass(frozen=True, slots=True)
class OpenWalk:
    """`over`: how it ended out of sight, which is logged when something else begins. `silent`: the log has it
    as ended, and nothing more of it is logged.
    """

    started: v.WalkStarted
    moves: tuple[Move, ...] = ()
    over: v.WalkOutcome | None = None
    silent: bool = False

    def after(self, move: Move) -> OpenWalk:
        return replace(self, moves=(*self.moves, move))

    def back(self) -> OpenWalk:
        return replace(self, moves=self.moves[:-1])

    @property
    def edges(self) -> tuple[str, ...]:
        """What `flows.guide.walk.Walk` needs."""
        return tuple(move.edge for move in self.moves)

    @property
    def out_of_sight(self) -> tuple[Move, ...]:
        """What was done since the walk was last seen."""
        *_, leg = self._legs()
        return leg

    @property
    def step(self) -> str:
        """Where it was last seen."""
        seen = [move.to_step for move in self.moves if move.to_step is not None]
        return seen[-1] if seen else self.started.step

    @property
    def path(self) -> tuple[v.EdgeTaken, ...]:
        """What the log says of it: one edge for each leg."""
        *legs, _ = self._legs()
        return tuple(_edge_of(leg) for leg in legs)

    def until(self, number: int) -> OpenWalk:
        """As it was before it was seen again after the first *number* edges of `path`."""
        legs = self._legs()
        length = sum(map(len, legs[:number]))
        if number < len(legs) - 1:
            length += len(legs[number]) - 1
        else:
            length += len(legs[-1])
        return replace(self, moves=self.moves[:length])

    def _legs(self) -> list[tuple[Move, ...]]:
        """The moves, up to each after which the walk was seen; the last, often empty, is not over."""
        ends = [at for at, move in enumerate(self.moves, 1) if move.to_step is not None]
        return [self.moves[begin:end] for begin, end in pairwise((0, *ends, len(self.moves)))]

    def ended(self, outcome: v.WalkOutcome) -> tuple[v.AnyVisitEvent, ...]:
        """What the log says of its end. What was done out of sight comes first: that something was, and by
        whom.
        """
        unseen = self.out_of_sight
        leg = (v.EdgeTaken(None, None, most_helped(unseen)),) if unseen else ()
        return (*leg, v.WalkEnded(self.over or outcome))


def most_helped(leg: tuple[Move, ...]) -> v.Actor:
    """Who is named for all of it."""
    return max((move.by for move in leg), key=BY_HELP.index)


def _edge_of(leg: tuple[Move, ...]) -> v.EdgeTaken:
    last = leg[-1]
    return v.EdgeTaken(logged_word(last.edge) if last.told else None, last.to_step, most_helped(leg))


def as_kept(walk: OpenWalk) -> dict[str, Any]:
    """For a file."""
    return {**asdict(walk), "started": fields_of(walk.started)}


def from_kept(kept: Mapping[str, Any]) -> OpenWalk:
    """The reverse. Raises `EventRefused`, `TypeError`, `ValueError` or `KeyError` where it is none."""
    started, over, silent = v.WalkStarted(**kept["started"]), kept["over"], kept["silent"]
    moves = tuple(Move(**move) for move in kept["moves"])
    words = all(admits(rule, getattr(started, name)) for name, rule in v.RULES[started.kind].items())
    if not words or silent not in (True, False) or over not in (None, *get_args(v.WalkOutcome)):
        raise EventRefused("a walk outside the vocabulary")
    return OpenWalk(started, moves, over, silent)
