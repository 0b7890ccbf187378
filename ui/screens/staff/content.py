"""Which content and which program are in force and what is new: one page, to be read before one helps."""

from __future__ import annotations

from collections.abc import Iterator

from flows.guide.words import Words
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITHOUT_CALL
from ui.screens.page import Control, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.visit import Visit

MOST_NAMED = 20
"""Of a first pack nearly every guide is new: the rest is a number."""


def derive_content(visit: Visit, around: Surroundings) -> OverviewProps:
    """What is refused, the number of the pack, what comes next, the program, every lesson that is another."""
    tr = around.tr(visit.preferences.language)
    facts = (
        *_refused(tr, around),
        *_standing(tr, around),
        *_program(tr, around),
        *_differences(tr, around),
    )
    return fact_list(
        tr,
        "content",
        heading=tr("content.heading"),
        icon="book",
        facts=facts,
        helpers=WITHOUT_CALL,
        done=tr("content.done"),
    )


def _refused(tr: Translator, around: Surroundings) -> Iterator[Control]:
    """First, as it is what the invitation tells staff of."""
    for which, why in (("refused", around.content.trouble), ("program_refused", around.program.trouble)):
        if why:
            yield _fact(tr(f"content.{which}"), "warning")
            yield _fact(tr(f"usb.{why.replace('-', '_')}"), "info")


def _standing(tr: Translator, around: Surroundings) -> Iterator[Control]:
    now = around.content
    if now.pack and now.made:
        yield _fact(tr("content.pack", number=now.pack, date=f"{now.made:%d/%m/%Y}"), "info")
    else:
        yield _fact(tr("content.no_pack"), "info")
    if now.coming:
        yield _fact(tr(f"content.coming_{now.coming}"), "clock")


def _program(tr: Translator, around: Surroundings) -> Iterator[Control]:
    now = around.program
    if now.version:
        yield _fact(tr("content.program", version=now.version), "info")
    if now.coming:
        yield _fact(tr(f"content.program_{now.coming}"), "clock")


def _differences(tr: Translator, around: Surroundings) -> Iterator[Control]:
    now, left = around.content, MOST_NAMED
    for kind, lessons, icon in (
        ("changed", now.changed, "book"), ("new", now.new, "book"), ("gone", now.gone, "close"),
    ):  # fmt: skip
        for lesson in lessons[: max(left, 0)]:
            yield _fact(_lesson(tr, kind, lesson, around), icon)
        if len(lessons) > max(left, 0):
            yield _fact(tr(f"content.{kind}_others", count=len(lessons) - max(left, 0)), icon)
        left -= len(lessons)
    if now.sentences:
        yield _fact(tr("content.sentences", count=now.sentences), "info")
    if now.passed_over:
        yield _fact(tr("content.passed_over", count=now.passed_over), "warning")
    if now.others:
        yield _fact(tr("content.others_too"), "info")


def _lesson(tr: Translator, kind: str, lesson: str, around: Surroundings) -> str:
    """Its title, and what it says itself has changed, the newest."""
    flow = around.guides.lessons.get(lesson.partition("/")[2])
    said = tr(f"content.{kind}_one", title=_title(tr, lesson, around))
    if kind != "changed" or flow is None or not flow.changes:
        return said
    return f"{said} {max(flow.changes, key=lambda one: one.on).say.in_(tr.language)}"


def _title(tr: Translator, lesson: str, around: Surroundings) -> str:
    part, _, id_ = lesson.partition("/")
    guides = around.guides
    named: dict[str, Words] = {
        **{f"guides/{one.id}": one.title for one in guides.flows.values()},
        **{f"training/{one.id}": one.title for one in guides.training.values()},
        **{f"rehearsals/{one.id}": one.title for one in guides.rehearsals.values()},
        **{f"rehearsals/{one.id}": one.title for one in guides.helping.values()},
        **{f"exercises/{one.id}": one.title for one in guides.exercises.values()},
    }  # fmt: skip
    return named[f"{part}/{id_}"].in_(tr.language) if f"{part}/{id_}" in named else id_


def _fact(said: str, icon: str) -> Control:
    return Control(None, said, icon)
