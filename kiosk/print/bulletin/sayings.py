"""Which sentence of which guide is said on a day. Pure but for the list, which ships with the kiosk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from flows.guide.flow import Flow
from resources import path
from resources.toml import toml_of


@dataclass(frozen=True, slots=True)
class Saying:
    """`more` may be empty. `guide`: the title of its guide; `picture`: its or its guide's drawing."""

    text: str
    more: str
    guide: str
    checked_on: date
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Sayings:
    swindle: Saying | None
    tip: Saying | None


def sayings_of(day: date, flows: Mapping[str, Flow]) -> Sayings:
    """One of each, in turn by the day. What lost its source, or is no longer offered, is passed over."""
    lists = _lists()
    swindles, tips = (
        [one for name in lists[key] if (one := _saying(name, flows)) is not None]
        for key in ("swindles", "tips")
    )
    swindle = _in_turn(swindles, day)
    others = [tip for tip in tips if swindle is None or tip.text != swindle.text]
    return Sayings(swindle, _in_turn(others, day))


def _in_turn(sayings: Sequence[Saying], day: date) -> Saying | None:
    return sayings[day.toordinal() % len(sayings)] if sayings else None


def _saying(name: str, flows: Mapping[str, Flow]) -> Saying | None:
    guide, *where = name.split("/")
    flow = flows.get(guide)
    if flow is None:
        return None
    whole = f"guides/{flow.picture}" if flow.picture else ""  # where the sentence has no drawing of its own
    if where[0] == "warning":
        caution = next((warning for warning in flow.warnings if warning.id == where[1]), None)
        if caution is None or not _borne(flow, caution.sources, caution.confidence):
            return None
        return Saying(caution.text.vi, "", flow.title.vi, flow.checked_on, whole)
    step = flow.steps.get(where[0])
    if step is None or not _borne(flow, step.sources, step.confidence):
        return None
    more = step.example.vi if step.example else ""
    picture = f"steps/{step.drawing}" if step.drawing else whole
    return Saying(step.say.vi, more, flow.title.vi, flow.checked_on, picture)


def _borne(flow: Flow, sources: tuple[str, ...], confidence: str) -> bool:
    return confidence in ("A", "B") and any(source in flow.sources for source in sources)


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    lists: Mapping[str, Sequence[str]] = toml_of(path("bulletin.toml").read_text("utf-8"))
    return lists
