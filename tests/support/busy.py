"""Busy days at a point: visits and what staff do beside them, of everything that is counted something."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from support.events import BOOT, HASH

from kiosk.base import events as v
from kiosk.log.sessions.day import bounds_of
from kiosk.log.sessions.events import Event

FLOWS = {
    "vneid-cai-dat": "vneid",
    "vneid-muc-2": "vneid",
    "ihanoi-phan-anh": "ihanoi",
    "co-ban-wifi": "dien-thoai",
}
STEPS = ("dau", "tai-ve", "mat-khau", "xong")
OUTCOMES: tuple[v.WalkOutcome | None, ...] = ("completed",) * 5 + ("stopped", "referred", "handed-over", None)
MINUTE_MS = 60_000


def busy_day(rng: random.Random, day: date, place: str, visits: int) -> list[Event]:
    """As the log of one kiosk holds it: it starts, the point is opened, people come, the point is closed."""
    midnight_s = bounds_of(day)[0]
    opens, closes = midnight_s + 8 * 3600, midnight_s + 17 * 3600
    told: list[Event] = [
        _own(v.KioskStarted("1.0", place), opens),
        _own(v.PointChecked("tnv-01", "open", *("works",) * 10), opens),
        _own(v.ShiftStarted("tnv-01"), opens),
        _own(v.ShiftStarted(rng.choice(["tnv-02", "cb-01"])), opens),
    ]
    for _ in range(visits):
        wall_s = rng.randrange(opens, midnight_s + 86_400, 900)  # some begin late, and end after midnight
        told += busy_visit(rng, wall_s, place)
        if rng.random() < 0.4:
            told += [_own(one, wall_s) for one in _beside(rng)]
    return [*told, _own(v.ShiftEnded("tnv-01"), closes), _own(v.PointClosed("tnv-01"), closes)]


def busy_visit(rng: random.Random, wall_s: int, place: str) -> list[Event]:
    """Times run on within it; nothing is left open but walks."""
    session, at_ms, sure = f"{rng.getrandbits(128):032x}", 0, rng.random() < 0.95
    events = []
    for what in _happenings(rng, place):
        events.append(Event(what, session, at_ms, wall_s, sure, BOOT))
        at_ms += rng.randrange(1000, 3 * MINUTE_MS)
    return events


def _happenings(rng: random.Random, place: str) -> Iterator[v.AnyEvent]:
    assisted = rng.random() < 0.5
    yield v.SessionStarted(rng.choice(["vi", "vi", "vi", "en", "fr"]), "self", place)
    if assisted:
        yield v.AssistStarted("tnv-01")
    for _ in range(rng.randrange(3)):
        yield from _walk(rng)
    if rng.random() < 0.6:
        yield v.SatisfactionGiven(rng.choice(["good", "good", "fair", "poor"]))
    if assisted:
        said: v.Result = rng.choice(["done", "partly", "not-done"])
        yield v.ResultGiven("done")
        yield v.ResultGiven(said)
        if said != "done":
            yield v.ObstacleGiven(rng.choice(["no-own-sim", "forgotten-password", "no-nfc"]))
        yield v.FilingGiven(rng.choice(["yes", "no"]))
    yield v.SessionEnded(rng.choice(["goodbye", "next-person", "idle"]))


def _walk(rng: random.Random) -> Iterator[v.AnyEvent]:
    flow = rng.choice(list(FLOWS))
    yield v.WalkStarted(flow, HASH, FLOWS[flow], STEPS[0])
    for step in STEPS[1 : rng.randrange(1, 5)]:
        yield v.EdgeTaken("next", step, rng.choice(["resident", "resident", "with-help", "volunteer"]))
        if rng.random() < 0.3:
            yield v.StepExplained(step, rng.choice(["simpler", "example", "stuck-list"]))
    if rng.random() < 0.4:
        yield v.HelpCalled()
        answers: list[v.AnyEvent] = [v.HelpTaken("tnv-01"), v.HelpTaken(None), v.HelpEnded()]
        yield rng.choice(answers)
    outcome = rng.choice(OUTCOMES)
    if outcome is not None:
        yield v.WalkEnded(outcome)


def _beside(rng: random.Random) -> Iterator[v.AnyEvent]:
    number = f"d1-{rng.randrange(10_000):04}-{rng.randrange(100):02}"
    yield v.TicketRaised(number, rng.choice(["no-nfc", "other"]), "now", None, None, "tnv-01")
    yield v.AnswerPassedOn(number, "try-again", "tnv-01")
    yield v.TrainingFinished("tnv-mo-diem", rng.choice(["volunteer", "officer"]))
    yield v.DoorVisited("guided", "tdp-5")
    yield v.DoorVisited("declined", "tdp-6")
    yield v.DoorUndone("declined", "tdp-6")


def _own(what: v.AnyEvent, wall_s: int) -> Event:
    return Event(what, None, 0, wall_s, True, BOOT)
