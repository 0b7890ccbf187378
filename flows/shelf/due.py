"""What falls due: guides to be reviewed, and facts that end, each with the sources to look up again."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from flows.guide.flow import Flow, Source
from flows.guide.words import Words
from flows.reading.dated import ends_of

DAYS = 30
"""So far ahead, where nobody says otherwise."""

Why: TypeAlias = Literal["review", "new-words", "person"]
"""review: the day the guide was to be walked again · new-words, person: a fact ends, and the kiosk then says
what was written for it, or leads to a person."""


@dataclass(frozen=True, slots=True)
class Due:
    """`step` is empty where it is the whole guide. `says`: what ends."""

    day: date
    why: Why
    guide: str
    title: Words
    step: str
    says: Words
    sources: tuple[Source, ...]
    ends_a_sentence: bool = False  # what the step says, not only an example or an advice

    def is_overdue(self, today: date) -> bool:
        """Whether somebody is late; a new wording that took the place of the old by itself can wait."""
        return self.day < today and self.why != "new-words"


def due(flows: Iterable[Flow], today: date, days: int = DAYS) -> tuple[Due, ...]:
    """What is due by then, what is overdue included; the first day first. *flows* as they were written."""
    last = today + timedelta(days=days)
    items = [item for flow in flows for item in _of(flow) if item.day <= last]
    return tuple(sorted(items, key=lambda item: (item.day, item.guide, item.step)))


SOON = 14
"""So many days ahead residents are told of what ends, also where that is in the next month."""
MOST = 6
"""Of what is told residents at once: the first to end."""


def this_month(flows: Iterable[Flow], today: date | None) -> tuple[Due, ...]:
    """What residents should know of: a fact of a guide whose sentence ends this month, or soon; the first day
    first, one a guide. Nothing while nobody knows the day.
    """
    if today is None:
        return ()
    last = max(today.replace(day=monthrange(today.year, today.month)[1]), today + timedelta(days=SOON))
    ending: dict[str, Due] = {}
    for item in due(flows, today, (last - today).days):
        if today <= item.day and item.ends_a_sentence:
            ending.setdefault(item.guide, item)
    return tuple(ending.values())[:MOST]


def _of(flow: Flow) -> Iterable[Due]:
    if flow.valid_until is not None:
        yield Due(
            flow.valid_until, "review", flow.id, flow.title, "", flow.title, tuple(flow.sources.values())
        )
    for step, dated in ends_of(flow.steps.values()):
        why: Why = "person" if any(not part.path for part in dated) else "new-words"
        sources = tuple(flow.sources[key] for key in step.sources if key in flow.sources)
        whole = any(part.path in ((), ("say",)) for part in dated)
        yield Due(dated[0].until, why, flow.id, flow.title, step.id, step.say, sources, whole)


def by_source(items: Iterable[Due]) -> dict[str, tuple[Source | None, tuple[Due, ...]]]:
    """By the address of the source, since guides share them; what has none last, under an empty one."""
    groups: dict[str, tuple[Source | None, list[Due]]] = {}
    for item in items:
        for source in item.sources or (None,):
            groups.setdefault(source.url if source else "", (source, []))[1].append(item)
    last = groups.pop("", None)
    ordered = {url: (source, tuple(of_source)) for url, (source, of_source) in groups.items()}
    return {**ordered, **({"": (None, tuple(last[1]))} if last else {})}
