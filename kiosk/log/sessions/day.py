"""The visits of one day as rows, for `kiosk sessions`: pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from kiosk.base.hours.opening import HANOI
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.session import SessionSummary
from kiosk.log.sessions.summary import summarise


class DayReader(Protocol):
    def session_events(self, from_s: int, until_s: int) -> list[Event]:
        """The events of the visits that began in [from_s, until_s), seconds since 1970, in order."""


class OwnReader(Protocol):
    def own_events(self, from_s: int, until_s: int) -> list[Event]:
        """The kiosk's own events of [from_s, until_s), in order."""


def sessions_of(day: date, reader: DayReader) -> tuple[SessionSummary, ...]:
    """The visits that began on *day* in Vietnam, in order."""
    return summarise(reader.session_events(*bounds_of(day)))


def own_of(day: date, reader: OwnReader) -> tuple[Event, ...]:
    """What the kiosk and its staff did on *day* in Vietnam beside the visits, in order."""
    return tuple(reader.own_events(*bounds_of(day)))


def bounds_of(day: date) -> tuple[int, int]:
    """The day in Vietnam as [from, until), seconds since 1970."""
    begins = datetime.combine(day, time(), HANOI)
    return int(begins.timestamp()), int((begins + timedelta(days=1)).timestamp())


def as_json(sessions: Sequence[SessionSummary]) -> str:
    """The whole of each visit; `began` is the quarter of an hour, with its offset."""
    rows = [{**asdict(session), "began": began(session).isoformat()} for session in sessions]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def began(session: SessionSummary) -> datetime:
    """The quarter of an hour in which it began, in Hà Nội."""
    return datetime.fromtimestamp(session.wall_s, UTC).astimezone(HANOI)
