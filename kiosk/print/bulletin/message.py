"""The message of one day as text, picture and sound."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import product
from typing import Any

from accessibility.speech.utterance import Pcm
from flows.guide.flow import Flow
from flows.guide.unparted import unparted
from kiosk.base.hours.opening import WEEKDAYS, OpenRange
from kiosk.base.typesetting.paper import Paper
from kiosk.papers.roster.plan import PlacePlan, WeekPlan
from kiosk.print.bulletin.sayings import Saying, sayings_of
from resources import path

LONGEST_S = 40.0
PPI = 160
WEEKDAY = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
NOTHING_OPEN = "Ngày này không điểm nào mở cửa."
SPOKEN_AT_MOST = 3
"""So many places are said; more stand in the picture, and the sound says so."""

Read = Callable[[str], Iterable[Pcm]]
"""Says a text, as `accessibility.speech.engines.Voices.read`."""


class TooLong(Exception):
    """Even the shortest form of the message takes longer than `LONGEST_S`."""


@dataclass(frozen=True, slots=True)
class Message:
    """`openings` is None where the ward has said nothing."""

    day: date
    ward: str
    swindle: Saying | None
    tip: Saying | None
    openings: tuple[Opening, ...] | None

    @property
    def name(self) -> str:
        return f"ban-tin-{self.day:%Y-%m-%d}"

    @property
    def date_line(self) -> str:
        return f"{WEEKDAY[self.day.weekday()]}, ngày {self.day:%d/%m/%Y}"


def message_of(
    day: date,
    ward: str,
    flows: Mapping[str, Flow],
    plan: WeekPlan | None,
    own_name: str = "",
    own_hours: Mapping[str, tuple[OpenRange, ...]] | None = None,
) -> Message:
    """*flows* as they hold on *day*; *plan*: the roster of its week."""
    said = sayings_of(day, flows)
    return Message(day, ward, said.swindle, said.tip, openings_on(day, plan, own_name, own_hours or {}))


def picture_of(message: Message) -> bytes:
    """A5, as PNG."""
    pictures = dict[str, bytes]()
    rows: list[dict[str, Any]] = [
        _row("Thủ đoạn lừa đảo", message.swindle, pictures),
        {
            "head": "Mở cửa",
            "lines": [unparted(line) for line in _opening_lines(message)],
            "picture": "",
            "guide": "",
        },
        _row("Mách bác", message.tip, pictures),
    ]
    words = {
        "ward": message.ward,
        "day": message.date_line,
        "rows": [row for row in rows if row["lines"]],
        "foot": _sources(message),
    }
    template = (files("kiosk.print.bulletin") / "bulletin.typ").read_bytes()
    return Paper(template, words, message.day, pictures).pages(PPI)[0]


def sound_of(message: Message, read: Read) -> bytes:
    """As WAV, at most `LONGEST_S`: examples and places are left out first. Raises `TooLong`, `NoVoice`."""
    for more, places in product((True, False), (SPOKEN_AT_MOST, 1, 0)):
        pieces = tuple(read(spoken_text(message, more=more, places=places)))
        if sum(piece.seconds for piece in pieces) <= LONGEST_S:
            return _wav(pieces)
    raise TooLong(message.name)


def spoken_text(message: Message, *, more: bool = True, places: int = SPOKEN_AT_MOST) -> str:
    """What is said. *more*: also the examples."""
    said = [f"Bản tin {message.ward}, {message.date_line}."]
    for before, one in (("Cảnh giác lừa đảo.", message.swindle), ("", None), ("Mách bác.", message.tip)):
        if one is not None:
            said += [before, one.text, *([one.more] if more and one.more else [])]
        elif not before:
            said += _spoken_openings(message, places)
    return " ".join(said)


def _spoken_openings(message: Message, places: int) -> list[str]:
    openings = message.openings
    if openings is None:
        return []
    if not openings:
        return [NOTHING_OPEN]
    said = [f"{opening.spoken()}." for opening in openings[:places]]
    return [
        *said,
        *([f"Có {len(openings)} điểm mở cửa, bác xem trong ảnh."] if len(openings) > places else []),
    ]


def _opening_lines(message: Message) -> list[str]:
    if message.openings is None:
        return []
    return [opening.line() for opening in message.openings] or [NOTHING_OPEN]


def _row(head: str, one: Saying | None, pictures: dict[str, bytes]) -> dict[str, Any]:
    if one is None:
        return {"head": head, "lines": [], "picture": "", "guide": ""}
    name = ""
    if one.picture and path("pictures", f"{one.picture}.svg").is_file():
        name = f"{one.picture.rpartition('/')[2]}.svg"
        pictures[name] = path("pictures", f"{one.picture}.svg").read_bytes()
    lines = [unparted(text) for text in (one.text, one.more) if text]
    return {"head": head, "lines": lines, "picture": name, "guide": f"Bài “{unparted(one.guide)}”"}


def _sources(message: Message) -> str:
    """From which guides, and when those were checked: read at the point, with their sources."""
    named = {
        f"“{part.guide}” ({part.checked_on:%d/%m/%Y})" for part in (message.swindle, message.tip) if part
    }
    return (
        f"Theo bài hướng dẫn {', '.join(sorted(named))}. Bác hỏi thêm ở điểm Bình dân học vụ số."
        if named
        else ""
    )


def _wav(pieces: tuple[Pcm, ...]) -> bytes:
    from accessibility.speech.resample import at_rate

    rate_hz = pieces[0].sample_rate_hz
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, rate_hz, 0, "NONE", "not compressed"))
        for piece in pieces:
            file.writeframes(at_rate(piece, rate_hz))
    return made.getvalue()


CLOSED = "nghỉ"


@dataclass(frozen=True, slots=True)
class Opening:
    """One place and its hours on that day; none: it is closed."""

    place: str
    hours: tuple[OpenRange, ...]

    def line(self) -> str:
        return f"{self.place}: {', '.join(map(str, self.hours)) or CLOSED}"

    def spoken(self) -> str:
        hours = (f"{hour.opens:%H:%M} đến {hour.closes:%H:%M}" for hour in self.hours)
        return f"{self.place}: {', '.join(hours) or CLOSED}"


def openings_on(
    day: date, plan: WeekPlan | None, own_name: str, own_hours: Mapping[str, tuple[OpenRange, ...]]
) -> tuple[Opening, ...] | None:
    """The points that open; none open: empty. None where nobody has said."""
    weekday = WEEKDAYS[day.weekday()]
    if plan is not None:
        open_then = ((point, point.hours().get(weekday, ())) for point in plan.points)
        return tuple(Opening(name_of(one), hours) for one, hours in open_then if hours)
    if own_hours and own_name:  # of the other points nothing is known: nothing is said of them
        return (Opening(own_name, own_hours.get(weekday, ())),)
    return None


def name_of(place: PlacePlan) -> str:
    """In the ward's words, where it has written any."""
    where = ", ".join(filter(None, (place.name, place.address)))
    return where or f"Điểm số {place.number}"
