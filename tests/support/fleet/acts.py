"""What residents and staff do: each act is told to the recorder and, beside it, to what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, get_args

from support.events import HASH
from support.fleet.seen import VisitSeen, WalkSeen

from accessibility.needs import SETTINGS
from kiosk.base import events as v
from kiosk.base.events import Use, Way

if TYPE_CHECKING:
    from support.fleet.machine import Machine

FLOWS = (
    ("vneid-cai-dat", "vneid"), ("vneid-dinh-danh", "vneid"), ("bhxh-tra-cuu", "bhxh"),
    ("dvc-nop-ho-so", "dich-vu-cong"), ("lua-dao", "an-toan"),
)  # fmt: skip
WALK_ENDS: tuple[v.WalkOutcome, ...] = ("completed", "completed", "stopped", "referred", "handed-over")
SPOKEN: tuple[v.Language, ...] = ("vi", "en", "fr")
FACES: tuple[v.Face, ...] = ("good", "fair", "poor")
GROUPS: tuple[v.Group, ...] = ("elderly", "disabled", "poor", "other")
RESULTS: tuple[v.Result, ...] = ("done", "partly", "not-done")
OBSTACLES: tuple[v.Obstacle, ...] = ("no-own-sim", "no-nfc", "no-time")
ANSWERS: tuple[v.Answer, ...] = ("yes", "no")
ACTORS: tuple[v.Actor, ...] = ("resident", "with-help", "volunteer")
DOORS: tuple[v.DoorOutcome, ...] = ("guided", "nobody-home", "declined", "come-back")
PROBLEMS: tuple[v.Problem, ...] = ("no-nfc", "suspected-scam", "other")
ROLES: tuple[v.Role, ...] = ("volunteer", "officer")
SESSION_ENDS: tuple[v.SessionOutcome, ...] = ("goodbye", "goodbye", "next-person", "idle")


def visit(machine: Machine, rng: Random) -> Iterator[None]:
    """One visit from the first touch to the goodbye, an act at a time; between two anything may happen."""
    seen = machine.visit_begins(rng.choice(("vi", "vi", *SPOKEN)))
    yield
    if rng.random() < 0.1:
        language = rng.choice(SPOKEN)
        seen.language = language
        machine.recorder.record(v.LanguageChanged(language))
        yield
    if rng.random() < 0.35:
        yield from _staff_come(machine, seen, rng)
    for _ in range(rng.choice((0, 1, 1, 1, 2))):
        yield from _walk(machine, seen, rng)
    if seen.assisted and rng.random() < 0.6:
        yield from _staff_say(machine, seen, rng)
    if rng.random() < 0.5:
        face = rng.choice(FACES)
        seen.face = face
        machine.recorder.record(v.SatisfactionGiven(face))
        yield
    outcome = rng.choice(SESSION_ENDS)
    seen.walk_ends("stopped")
    seen.ends(outcome)
    machine.recorder.record(v.UseCounted(_use(seen, rng)))
    machine.recorder.record(v.SessionEnded(outcome))
    machine.visit_is_over(seen)


def _use(seen: VisitSeen, rng: Random) -> Use:
    """How it was made, as the screens tell it at the end."""
    use = Use(
        frozenset(rng.sample(get_args(Way), rng.choice((0, 1, 1, 1, 2)))),
        frozenset(rng.sample(SETTINGS, rng.choice((0, 0, 1, 3)))),
        rng.randrange(11) if rng.random() < 0.4 else None,
    )
    seen.ways, seen.settings, seen.brought, seen.known = (
        tuple(use.ways),
        tuple(use.settings),
        use.brought,
        True,
    )
    return use


def _staff_come(machine: Machine, seen: VisitSeen, rng: Random) -> Iterator[None]:
    seen.assisted = seen.at_controls = True
    machine.recorder.record(v.AssistStarted("mai"))
    yield
    if rng.random() < 0.7:
        group = rng.choice(GROUPS)
        seen.group = group
        machine.recorder.record(v.GroupSaid(group))  # it leaves no event


def _staff_say(machine: Machine, seen: VisitSeen, rng: Random) -> Iterator[None]:
    result = rng.choice(RESULTS)
    seen.result = result
    machine.recorder.record(v.ResultGiven(result))
    yield
    if result != "done":
        obstacle = rng.choice(OBSTACLES)
        seen.obstacle = obstacle
        machine.recorder.record(v.ObstacleGiven(obstacle))
        yield
    filed = rng.choice(ANSWERS)
    seen.filed = filed == "yes"
    machine.recorder.record(v.FilingGiven(filed))
    yield


def _walk(machine: Machine, seen: VisitSeen, rng: Random) -> Iterator[None]:
    seen.walk_ends("stopped")
    flow, topic = rng.choice(FLOWS)
    seen.walks.append(WalkSeen(flow, topic))
    seen.in_walk = True
    machine.recorder.record(v.WalkStarted(flow, HASH, topic, "dau"))
    yield
    for step in range(rng.randrange(1, 6)):
        what = rng.random()
        if what < 0.1:
            del seen.walks[-1].actors[-1:]
            machine.recorder.record(v.WentBack("dau"))
        elif what < 0.2:
            seen.explained += 1
            machine.recorder.record(v.StepExplained("dau", "simpler"))
        elif what < 0.32:
            yield from _call(machine, seen, rng)
            continue
        else:
            by = rng.choice(ACTORS)
            marked: v.Actor = by if seen.at_controls else "resident"
            seen.walks[-1].actors.append("with-help" if marked == "resident" and seen.helped else marked)
            seen.helped = False
            machine.recorder.record(v.EdgeTaken("next", f"buoc-{step}", marked))
        yield
    if rng.random() < 0.8:
        outcome = rng.choice(WALK_ENDS)
        seen.walk_ends(outcome)
        machine.recorder.record(v.WalkEnded(outcome))
        yield


def _call(machine: Machine, seen: VisitSeen, rng: Random) -> Iterator[None]:
    seen.call()
    seen.helped = False
    machine.recorder.record(v.HelpCalled())
    yield
    what = rng.random()
    if what < 0.2:  # once more, while waiting
        seen.call()
        machine.recorder.record(v.HelpCalled())
        yield
    if what < 0.6:
        seen.taken += seen.called_ms is not None  # a call from before a power cut is over
        seen.wait_over(seen.elapsed_ms)
        seen.helped = True
        machine.recorder.record(v.HelpTaken("mai"))
        yield
    elif what < 0.8:
        seen.wait_over(seen.elapsed_ms)
        machine.recorder.record(v.HelpEnded())
        yield


@contextmanager
def on_duty(machine: Machine, rng: Random) -> Iterator[None]:
    """Perhaps somebody begins a shift, and perhaps they remember to end it."""
    staff = f"tnv-{rng.randrange(10**4)}-{rng.randrange(10**4)}"
    begins, ends = rng.random() < 0.2, rng.random() < 0.7
    if begins:
        machine.recorder.record(v.ShiftStarted(staff))
        machine.noted("shift", staff)
    yield
    if begins and ends and machine.is_on:
        machine.recorder.record(v.ShiftEnded(staff))
        machine.noted("shift-end", staff)


def beside(machine: Machine, rng: Random) -> None:
    """What staff do with the kiosk between two visits."""
    recorder, what = machine.recorder, rng.random()
    if what < 0.3:
        outcome, area = rng.choice(DOORS), rng.randrange(4)
        recorder.record(v.DoorVisited(outcome, v.area_id(area)))
        if rng.random() < 0.2:
            recorder.record(v.DoorUndone(outcome, v.area_id(area)))
        else:
            machine.noted("door", outcome, str(area))
    elif what < 0.4:
        problem = rng.choice(PROBLEMS)
        number = f"t{rng.randrange(1000):03}-{rng.randrange(1000):03}"
        recorder.keep(v.TicketRaised(number, problem, "now", None, None, "mai"))
        machine.noted("ticket", problem)
    elif what < 0.5:
        role = rng.choice(ROLES)
        recorder.record(v.TrainingFinished("tinh-nguyen-vien", role))
        machine.noted("training", role)
