"""`kiosk sessions --sent`: where each visit of a day stands on its way to the ward, and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from kiosk.base.hours.opening import HANOI
from kiosk.desk.commands.as_typed import AS_TYPED
from kiosk.desk.commands.export import refusal_words

if TYPE_CHECKING:
    from kiosk.papers.export.sent import SentPart, SentVisit


def sent_json(visits: Sequence[SentVisit]) -> str:
    """`began`: the quarter of an hour, with its offset; `acked_s`: seconds since 1970."""
    rows = [
        {
            "session": visit.session,
            "began": _hanoi(visit.wall_s).isoformat(),
            "parts": [*map(asdict, visit.parts)],
        }
        for visit in visits
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def sent_lines(visits: Sequence[SentVisit], file_of: Callable[[str], Path]) -> Iterator[str]:
    """*file_of*: where the bundle of a name is kept."""
    for visit in visits:
        yield f"{_hanoi(visit.wall_s):%H:%M}  {visit.session}"
        for part in visit.parts:
            vi, en = _words(part, str(file_of(part.bundle)))
            yield f"  dòng / events {part.first}–{part.last} ({part.epoch[:8]})"
            yield f"    {vi}"
            yield f"    {en}"
    yield f"Tổng cộng / in all: {len(visits)}."


def _words(part: SentPart, where: str) -> tuple[str, str]:
    match part.state:
        case "open":
            return (
                "Lượt chưa kết thúc: gửi sau khi kết thúc.",
                "The visit is not over: it is sent once it has ended.",
            )
        case "not-packed":
            return (
                f"Chưa đóng gói: máy tự gửi tối nay; gửi ngay thì gõ {AS_TYPED} export --now",
                f"In no bundle yet: sent tonight, or now by {AS_TYPED} export --now",
            )
        case "damaged":
            return (
                f"Dòng hỏng, không gửi đi. Xem ổ đĩa: {AS_TYPED} doctor",
                f"Damaged rows, never sent. See about the disk: {AS_TYPED} doctor",
            )
        case "waiting":
            return (
                f"Đã đóng gói, phường chưa xác nhận: {where}",
                f"Packed, and not acknowledged by the ward yet: {where}",
            )
        case "refused":
            vi, en = refusal_words(part.why)
            return f"Phường không nhận {where}: {vi}", f"The ward refuses {where}: {en}"
        case "acknowledged" if part.bundle and part.acked_s is not None:
            day = f"{_hanoi(part.acked_s):%d/%m/%Y}"
            return f"Phường đã nhận ngày {day}: {where}", f"The ward has it since {day}: {where}"
        case "acknowledged":
            return (
                "Phường đã nhận; gói đã xóa ở máy này sau thời hạn giữ.",
                "The ward has it; its bundle was deleted here when its time to be kept was over.",
            )
        case never:
            assert_never(never)


def _hanoi(wall_s: int) -> datetime:
    return datetime.fromtimestamp(wall_s, UTC).astimezone(HANOI)
