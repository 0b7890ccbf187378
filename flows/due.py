"""What falls due: guides to be reviewed, and facts that end, each with the sources to look up again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from flows.dated import ends_of
from flows.flow import Flow, Source
from flows.words import Words

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

    def is_overdue(self, today: date) -> bool:
        """Whether somebody is late; a new wording that took the place of the old by itself can wait."""
        return self.day < today and self.why != "new-words"


def due(flows: Iterable[Flow], today: date, days: int = DAYS) -> tuple[Due, ...]:
    """What is due by then, what is overdue included; the first day first. *flows* as they were written."""
    last = today + timedelta(days=days)
    items = [item for flow in flows for item in _of(flow) if item.day <= last]
    return tuple(sorted(items, key=lambda item: (item.day, item.guide, item.step)))


def _of(flow: Flow) -> Iterable[Due]:
    if flow.valid_until is not None:
        yield Due(
            flow.valid_until, "review", flow.id, flow.title, "", flow.title, tuple(flow.sources.values())
        )
    for step, dated in ends_of(flow.steps.values()):
        why: Why = "person" if any(not part.path for part in dated) else "new-words"
        sources = tuple(flow.sources[key] for key in step.sources if key in flow.sources)
        yield Due(dated[0].until, why, flow.id, flow.title, step.id, step.say, sources)


def by_source(items: Iterable[Due]) -> dict[str, tuple[Source | None, tuple[Due, ...]]]:
    """By the address of the source, since guides share them; what has none last, under an empty one."""
    groups: dict[str, tuple[Source | None, list[Due]]] = {}
    for item in items:
        for source in item.sources or (None,):
            groups.setdefault(source.url if source else "", (source, []))[1].append(item)
    last = groups.pop("", None)
    ordered = {url: (source, tuple(of_source)) for url, (source, of_source) in groups.items()}
    return {**ordered, **({"": (None, tuple(last[1]))} if last else {})}
