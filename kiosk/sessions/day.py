"""The visits of one day as rows, for `kiosk sessions`: pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Protocol

from kiosk.sessions.events import Event
from kiosk.sessions.session import SessionSummary, WalkSummary
from kiosk.sessions.summary import summarise

VIETNAM = timezone(timedelta(hours=7), "GMT+7")  # no summer time, and Windows has no time-zone database
HEADINGS = ("Bắt đầu khoảng", "Phút", "Tiếng", "Bài đã mở", "Bước", "Gọi người", "Hài lòng", "Kết thúc")
OUTCOMES = {
    "goodbye": "chào tạm biệt",
    "next-person": "nhường người sau",
    "idle": "rời đi",
    "crash": "máy tắt giữa chừng",
    None: "đang diễn ra",
}
WALK_ENDS = {
    "completed": "xong",
    "stopped": "dừng",
    "referred": "sang bài khác",
    "handed-over": "chuyển người giúp",
    "cut-off": "dở dang",
    None: "đang học",
}
FACES = {"good": "tốt", "fair": "tạm được", "poor": "chưa tốt", None: "–"}


class DayReader(Protocol):
    def session_events(self, from_s: int, until_s: int) -> list[Event]:
        """The events of the visits that began in [from_s, until_s), seconds since 1970, in order."""


def sessions_of(day: date, reader: DayReader) -> tuple[SessionSummary, ...]:
    """The visits that began on *day* in Vietnam, in order."""
    begins = datetime.combine(day, time(), VIETNAM)
    ends = begins + timedelta(days=1)
    return summarise(reader.session_events(int(begins.timestamp()), int(ends.timestamp())))


def as_table(sessions: Sequence[SessionSummary]) -> str:
    """A plain table with Vietnamese headings and one line of totals."""
    rows = [HEADINGS, *[_row(session) for session in sessions]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("─" * width for width in widths))
    finished = sum(walk.outcome == "completed" for session in sessions for walk in session.walks)
    lines.append(f"Tổng cộng: {len(sessions)} lượt, {finished} bài học xong.")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def as_json(sessions: Sequence[SessionSummary]) -> str:
    """The whole of each visit; `began` is the quarter of an hour, with its offset."""
    rows = [{**asdict(session), "began": _began(session).isoformat()} for session in sessions]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _row(session: SessionSummary) -> tuple[str, ...]:
    steps = sum(step.edge is not None for walk in session.walks for step in walk.steps)
    unsure = "" if session.clock_ok else " (?)"
    return (
        f"{_began(session):%H:%M}{unsure}",
        str(round(session.duration_ms / 60_000)),
        session.language or "?",
        ", ".join(_walk(walk) for walk in session.walks) or "–",
        str(steps),
        str(len(session.help_calls)),
        FACES[session.face],
        OUTCOMES[session.outcome] + (" (học tiếp)" if session.resumed else ""),
    )


def _walk(walk: WalkSummary) -> str:
    return f"{walk.flow} ({WALK_ENDS[walk.outcome]})"


def _began(session: SessionSummary) -> datetime:
    return datetime.fromtimestamp(session.wall_s, UTC).astimezone(VIETNAM)
