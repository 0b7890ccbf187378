"""Which content and which program are in force and what is new: one page, to be read before one helps."""

from __future__ import annotations

from collections.abc import Iterator

from flows.words import Words
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITHOUT_CALL
from ui.screens.page import Control, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.visit import Visit

MOST_NAMED = 20
"""Of a first pack nearly every guide is new: the rest is a number."""


def derive_content(visit: Visit, around: Surroundings) -> OverviewProps:
    """What is refused, the number of the pack, what comes next, the program, every lesson that is another."""
    tell = around.tell(visit.preferences.language)
    facts = (
        *_refused(tell, around),
        *_standing(tell, around),
        *_program(tell, around),
        *_differences(tell, around),
    )
    return fact_list(
        tell,
        "content",
        heading=tell("content.heading"),
        icon="book",
        facts=facts,
        helpers=WITHOUT_CALL,
        done=tell("content.done"),
    )


def _refused(tell: Teller, around: Surroundings) -> Iterator[Control]:
    """First, as it is what the invitation tells staff of."""
    for which, why in (("refused", around.content.trouble), ("program_refused", around.program.trouble)):
        if why:
            yield _fact(tell(f"content.{which}"), "warning")
            yield _fact(tell(f"usb.{why.replace('-', '_')}"), "info")


def _standing(tell: Teller, around: Surroundings) -> Iterator[Control]:
    now = around.content
    if now.pack and now.made:
        yield _fact(tell("content.pack", number=now.pack, date=f"{now.made:%d/%m/%Y}"), "info")
    else:
        yield _fact(tell("content.no_pack"), "info")
    if now.coming:
        yield _fact(tell(f"content.coming_{now.coming}"), "clock")


def _program(tell: Teller, around: Surroundings) -> Iterator[Control]:
    now = around.program
    if now.version:
        yield _fact(tell("content.program", version=now.version), "info")
    if now.coming:
        yield _fact(tell(f"content.program_{now.coming}"), "clock")


def _differences(tell: Teller, around: Surroundings) -> Iterator[Control]:
    now, left = around.content, MOST_NAMED
    for kind, lessons, icon in (
        ("changed", now.changed, "book"), ("new", now.new, "book"), ("gone", now.gone, "close"),
    ):  # fmt: skip
        for lesson in lessons[: max(left, 0)]:
            yield _fact(_lesson(tell, kind, lesson, around), icon)
        if len(lessons) > max(left, 0):
            yield _fact(tell(f"content.{kind}_others", count=len(lessons) - max(left, 0)), icon)
        left -= len(lessons)
    if now.sentences:
        yield _fact(tell("content.sentences", count=now.sentences), "info")
    if now.passed_over:
        yield _fact(tell("content.passed_over", count=now.passed_over), "warning")
    if now.others:
        yield _fact(tell("content.others_too"), "info")


def _lesson(tell: Teller, kind: str, lesson: str, around: Surroundings) -> str:
    """Its title, and what it says itself has changed, the newest."""
    flow = around.guides.lessons.get(lesson.partition("/")[2])
    said = tell(f"content.{kind}_one", title=_title(tell, lesson, around))
    if kind != "changed" or flow is None or not flow.changes:
        return said
    return f"{said} {max(flow.changes, key=lambda one: one.on).say.in_(tell.language)}"


def _title(tell: Teller, lesson: str, around: Surroundings) -> str:
    part, _, id_ = lesson.partition("/")
    guides = around.guides
    named: dict[str, Words] = {
        **{f"guides/{one.id}": one.title for one in guides.flows.values()},
        **{f"training/{one.id}": one.title for one in guides.training.values()},
        **{f"rehearsals/{one.id}": one.title for one in guides.rehearsals.values()},
        **{f"rehearsals/{one.id}": one.title for one in guides.helping.values()},
        **{f"exercises/{one.id}": one.title for one in guides.exercises.values()},
    }  # fmt: skip
    return named[f"{part}/{id_}"].in_(tell.language) if f"{part}/{id_}" in named else id_


def _fact(said: str, icon: str) -> Control:
    return Control(None, said, icon)
