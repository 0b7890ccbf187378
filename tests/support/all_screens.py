"""Every screen a resident can be shown, as visits: steps in each wording, advice, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from support.stage import residents_guides

from accessibility.card import CardFault
from accessibility.preferences import Preferences
from accessibility.trying import Touch
from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import points_at
from flows.guide.walk import Walk
from kiosk.point.tour import guide_stops, stops
from kiosk.point.tour import walks as toured
from kiosk.point.tour.staff_stops import SEN, at_controls, with_beneath
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.staff.people import AtControls
from ui.visit.stage import Stage
from ui.visit.stages import (
    Advice,
    Circle,
    Goodbye,
    GuideChanged,
    HaveReady,
    Home,
    Hotline,
    OnOwnPhone,
    Overview,
    Practising,
    ShowQr,
    Stepping,
    StuckList,
    Unread,
)
from ui.visit.visit import Visit

TOUCHED = (Touch(0.0, 0.2),)
DRAWN = ("picture", "payload")
EXTRA_WORDS = ("safety", "tag", "address", "needs", "cautions", "number")
HOTLINES = ("19000368", "113", "0241022")


@cache
def walks_to_every_step(flow_id: str) -> dict[str, Walk]:
    """The shortest walk to each step of a guide that a resident can reach."""
    flow = residents_guides().flows[flow_id]
    return {step.id: walk for step, walk in toured.walks_to_every_step(flow)}


def stages_of(flow: Flow) -> Iterator[Stage]:
    """A guide from what it needs to its last step, with all that can be asked for on the way."""
    if flow.asks_first:
        yield HaveReady(flow.id)
    yield Overview(flow.id)
    for code in flow.qr:
        yield ShowQr(flow.id, code.id)
    for change in flow.changes:
        yield GuideChanged(flow.id, change.id)
    # The steps themselves are looked at in test_practice_is_seen_whole.py.
    yield from (Practising(practice) for practice in guide_stops.practices_of(flow) if practice.over)
    yield from (OnOwnPhone(doing) for doing in guide_stops.on_own_phone(flow) if not doing.pictured)
    for walk in walks_to_every_step(flow.id).values():
        step = walks.current(flow, walk)
        yield Stepping(flow.id, walk)
        if step.simpler:
            yield Stepping(flow.id, walk, "simpler")
        if step.example:
            yield Stepping(flow.id, walk, "example")
        elif points_at(step):
            yield Stepping(flow.id, walk, "picture")
        yield from (Hotline(one.number, one.whose, step.calling) for one in flow.hotlines_of(step))
        yield StuckList(flow.id, walk)
        for edge in walks.edges_open(flow, walk):
            if edge.id.startswith(walks.STUCK_PREFIX):
                yield Advice(flow.id, walk, edge.id)


def stages_of_the_kiosk() -> Iterator[Stage]:
    """The screens that belong to no guide: those of the tour, and some that look otherwise."""
    yield from (stop.stage for stop in stops.common_stops(residents_guides().flows))
    yield Circle((TOUCHED,))
    yield from (Hotline(number) for number in HOTLINES)
    said_in_the_tour = stops.SAID_OF_A_CARD
    yield from (Unread(why) for why in get_args(CardFault) if why not in said_in_the_tour)


def visit_at(stage: Stage, preferences: Preferences) -> Visit:
    """A resident who looks at *stage*; a finished guide has a code to take along.

    In a guide staff look on, for whom there is more to see: how sure the facts of a step are.
    """
    coded = tuple(
        flow.id for flow in residents_guides().flows.values() if any(one.printable for one in flow.qr)
    )
    finished = coded[:1] if isinstance(stage, Goodbye) and stage.finished else ()
    staff = AtControls(SEN) if isinstance(stage, Stepping) else at_controls(stage)
    return Visit((Home(), *with_beneath(stage)), preferences, finished=finished, staff=staff)


def distinct(
    stages: Iterable[Stage], around: Surroundings, preferences: Preferences, also: tuple[str, ...] = ()
) -> list[Stage]:
    """One of each that shows the same words, as `shown_once`."""
    return [stage for stage, _ in shown_once(stages, around, preferences, also)]


def shown_once(
    stages: Iterable[Stage], around: Surroundings, preferences: Preferences, also: tuple[str, ...] = ()
) -> list[tuple[Stage, Page]]:
    """One of each that shows the same words: many steps share their list of what may have gone wrong.

    *also* names further fields of a page in which two must agree.

    Ordered by how much their screens have in common, because a change of template costs most.
    """
    seen: dict[object, tuple[tuple[object, ...], Stage, Page]] = {}
    for stage in stages:
        page = derive(visit_at(stage, preferences), around)
        extra = tuple(getattr(page, name, "") for name in (*EXTRA_WORDS, *also))
        key = (page.template, page.heading, page.sentence, page.choices, page.primary, extra)
        seen.setdefault(key, ((page.template, len(page.choices), len(page.bar)), stage, page))
    return [(stage, page) for _, stage, page in sorted(seen.values(), key=lambda one: one[0])]


def longest(shown: Iterable[tuple[Stage, Page]]) -> list[Stage]:
    """Of each template the twentieth of its screens that says most: in all, in its sentence, in a label.

    What is cut or crowded is so for its length: shorter screens of a template stand where longer ones do.
    """
    lengths: dict[str, list[tuple[Stage, tuple[int, ...]]]] = {}
    for stage, page in shown:
        labels = [choice.label for choice in page.choices]
        words = [
            page.heading,
            page.sentence,
            *labels,
            *(str(getattr(page, name, "")) for name in EXTRA_WORDS),
        ]
        measures = (sum(map(len, words)), len(page.sentence), max(map(len, labels), default=0))
        lengths.setdefault(page.template, []).append((stage, measures))
    kept = {
        id(stage)
        for found in lengths.values()
        for measure in zip(*(measures for _, measures in found), strict=True)
        for stage, _ in [found[at] for at in _at_the_top(measure)]
    }
    return [stage for found in lengths.values() for stage, _ in found if id(stage) in kept]


def _at_the_top(measure: tuple[int, ...]) -> list[int]:
    """Where the largest twentieth of these values stands."""
    ranked = sorted(range(len(measure)), key=lambda at: -measure[at])
    return ranked[: (len(measure) + 19) // 20]
