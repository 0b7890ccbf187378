"""A made-up day at a point, for pictures of the screens of staff. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from flows.practice.rung import DRAWN
from kiosk.base import events as v
from kiosk.base.events import Face, Mode, Obstacle, Result, SessionOutcome
from kiosk.base.hours.clock import QUARTER_S
from kiosk.base.hours.opening import HANOI
from kiosk.log.figures.counts import Own, Visits
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.session import HelpCall, Practised, SessionSummary, WalkSummary
from kiosk.point.services.day_board import day_of
from ui.screens.surrounding_parts import ContentNow, ProgramNow
from ui.visit.staff.point import OnDuty, PointNow, SelfCheck
from ui.visit.staff.ward_stick import Offer, WardStick

DAY = date(2026, 11, 25)
ASSISTED_AND_ALONE = {8: (4, 1), 9: (8, 2), 10: (9, 1), 11: (6, 2), 14: (5, 1), 15: (8, 2), 16: (2, 0)}
GUIDES = (
    *("vneid-cai-dat",) * 5, *("vneid-quen-mat-khau",) * 3, *("dvc-dang-nhap",) * 2, "ihanoi-phan-anh",
    "lua-dao-da-mac", "bhxh-vssid", "co-ban-wifi", "vneid-muc-2",
)  # fmt: skip
OUTCOMES: tuple[SessionOutcome, ...] = ("goodbye", "goodbye", "goodbye", "next-person", "idle")
RESULTS: tuple[Result | None, ...] = ("done", "partly", "done", "done", None, "not-done", "done")
OBSTACLES: dict[Result | None, Obstacle] = {"partly": "no-nfc", "not-done": "no-own-sim"}
FACES: tuple[Face | None, ...] = ("good", "good", None, "fair", "good", None, "poor")


def visits() -> Visits:
    """Fifty-one of them; the longest wait was three minutes."""
    return tuple(_visits())


def _visits() -> Iterator[SessionSummary]:
    number = 0
    for hour, (assisted, alone) in ASSISTED_AND_ALONE.items():
        for at in range(assisted + alone):
            yield _visit(number, hour, "assisted" if at < assisted else "self")
            number += 1


def _visit(number: int, hour: int, mode: Mode) -> SessionSummary:
    began = datetime.combine(DAY, time(hour, 15 * (number % 4)), HANOI)
    walk = WalkSummary(
        flow=GUIDES[number % len(GUIDES)],
        flow_hash="",
        topic="",
        from_ms=20_000,
        until_ms=420_000,
        outcome="completed" if number % 4 else "stopped",
        steps=(),
        edges=(),
    )
    waited_ms = 20_000 + 16_000 * (number % 11)
    result = RESULTS[number % len(RESULTS)] if mode == "assisted" else None
    calls = (HelpCall(60_000, 60_000 + waited_ms, None),) if number % 3 == 0 else ()
    return SessionSummary(
        id=f"{number:032x}",
        wall_s=int(began.timestamp()),
        clock_ok=number != 0,
        place="point-3",
        mode=mode,
        language="vi",
        duration_ms=480_000,
        outcome=OUTCOMES[number % len(OUTCOMES)],
        walks=(walk,),
        help_calls=calls,
        face=FACES[number % len(FACES)],
        result=result,
        obstacle=OBSTACLES.get(result),
        practised=_practised(walk.flow, number),
        rehearsed=int(number % 17 == 0),
        exercised=("kiosk",) if number % 10 == 0 else (),
    )


def _practised(guide: str, number: int) -> tuple[Practised, ...]:
    if number % 5:
        return ()
    rung = DRAWN[number // 5 % len(DRAWN)]
    return (Practised(guide, rung, number % 2 == 0, "with-help" if number % 3 == 0 else "resident"),)


def own_events() -> Own:
    """Two shifts, one of which is over, and three questions passed on."""
    events: tuple[tuple[int, v.AnyEvent], ...] = (
        (30, v.ShiftStarted("qt-01")),
        (30, v.ShiftStarted("tnv-01")),
        (38, v.TicketRaised("d3-0147-58", "service-down", "now", None, None, "tnv-01")),
        (41, v.TicketRaised("d3-0148-31", "no-nfc", "this-week", None, None, "qt-01")),
        (46, v.ShiftEnded("tnv-01")),
    )
    midnight = int(datetime.combine(DAY, time(), HANOI).timestamp())
    return tuple(
        Event(what, None, 0, midnight + quarter * QUARTER_S, True, "0" * 32) for quarter, what in events
    )


POINT = PointNow(
    self_check=SelfCheck(
        network=True, free_mb=48_200, disk_works=True, guides=36, overdue=2, newest=date(2026, 11, 24)
    ),
    day=day_of(visits(), own_events()),
    today=DAY,
    ward_stick=WardStick(
        "asking",
        plugged=True,
        exported="done",
        bundles=3,
        offer=Offer(8, date(2026, 11, 24), new=1, changed=3),
    ),
)
"""Nobody is on duty: what residents see is as on any other day."""

ON_DUTY = (OnDuty("qt-01", "Bạn Sen"), OnDuty("tnv-01", "Bạn Mai"))

CONTENT = ContentNow(
    pack=8,
    made=date(2026, 11, 24),
    changed=("guides/vneid-cai-dat", "guides/the-xe-buyt", "exercises/go-me"),
    new=("guides/hoi-tro-ly-ai",),
    others=True,
    sentences=4,
    passed_over=2,
    coming="waits",
)
PROGRAM = ProgramNow("0.2.0", trouble="not-working")
