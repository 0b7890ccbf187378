"""The end of a visit: goodbye, the next person, nobody there any more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from accessibility.needs import settings_on
from kiosk.events import (
    HelpEnded,
    SatisfactionGiven,
    SessionEnded,
    SessionOutcome,
    Use,
    UseCounted,
    WalkEnded,
    WalkOutcome,
)
from ui.visit import calling
from ui.visit.effects import Effect
from ui.visit.stages import Goodbye, Home, IdleNotice, MyCard, Overview, Sorry, Visit
from ui.visit.turns import Turn


def press(visit: Visit, action: str, offered: Collection[str]) -> Turn:
    """One press on a screen that ends, or may end, the visit. *offered*: ids of the guides there are."""
    match visit.stage, action:
        case Goodbye(face=None) as goodbye, ("face.good" | "face.fair" | "face.poor"):
            face = {"face.good": "good", "face.fair": "fair", "face.poor": "poor"}[action]
            return _rate(visit, goodbye, face)
        case Goodbye(), "another":
            return Turn(visit.restart_at(Home()))
        case Goodbye(), "my-card":
            return Turn(visit.show(MyCard()))
        case Goodbye(), _ if action.startswith("flow.") and action.removeprefix("flow.") in offered:
            return Turn(visit.restart_at(Home(), Overview(action.removeprefix("flow."))))
        case Goodbye(), ("next-person" | "leave"):
            return end_session(visit, "goodbye")
        case IdleNotice(), "stay":
            return Turn(visit.close())
        case IdleNotice(), "idle-over":
            return end_session(visit, "idle")
        case IdleNotice(), "next-person":
            return end_session(visit, "next-person")
        case Sorry(), "home":
            return Turn(visit.restart_at(Home()))
        case _:
            return Turn(visit)


def _rate(visit: Visit, goodbye: Goodbye, face: str) -> Turn:
    match face:
        case "good" | "fair" | "poor":
            return Turn(visit.swap(replace(goodbye, face=face)), (SatisfactionGiven(face),))
        case _:
            return Turn(visit)


def say_goodbye(visit: Visit) -> Turn:
    """Ask how it was; a walk still open ends as *stopped*."""
    said_before = next((stage for stage in visit.stages if isinstance(stage, Goodbye)), None)
    farewell = visit.restart_at(said_before or Goodbye(finished=bool(visit.finished)))
    closing = (*help_effects(visit), *walk_effects(visit, "stopped"))
    left = visit.open_walk.flow_id if visit.open_walk else visit.left
    return Turn(replace(farewell, open_walk=None, left=left), closing)


def end_session(visit: Visit, outcome: SessionOutcome) -> Turn:
    """The visit is over; nothing of it is kept."""
    closing = (*help_effects(visit), *walk_effects(visit, "stopped"))
    return Turn(Visit(), (*closing, UseCounted(_use(visit)), SessionEnded(outcome)))


def _use(visit: Visit) -> Use:
    """What the month's figures are told of how this visit was made."""
    brought = visit.brought.alone if visit.brought else None
    return Use(visit.ways, settings_on(visit.residents_own), brought)


def help_effects(visit: Visit) -> tuple[Effect, ...]:
    """The line that closes a help call that is still open, if there is one."""
    return (HelpEnded(),) if calling.is_waiting(visit) else ()


def walk_effects(visit: Visit, outcome: WalkOutcome) -> tuple[Effect, ...]:
    """The line that closes the walk the log has open, if there is one."""
    return (WalkEnded(outcome),) if visit.open_walk else ()
