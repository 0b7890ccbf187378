"""Whoever is told to type a password or to pay sees its safety line on the same page, not overleaf."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.all_screens import stages_of
from support.every_text import LANGUAGES, kiosk_on, looks, one_picture
from support.stage import PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.window import Screen, scene_rect

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.walk import current
from flows.words import Language
from ui.input.drawn_class import class_name
from ui.visit.stages import Stepping

LEAST_SCREENS = 500
TO_SHORTEN = Path(__file__).parent / "safety_overleaf.tsv"
FULL = pytest.mark.full


@pytest.fixture(scope="module", params=list(PANELS))
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with one_picture(), kiosk_on(request.param) as kiosk:
        yield kiosk


def marked_steps() -> list[Stepping]:
    """Every step with a safety line, in each of its wordings."""
    return [
        stage
        for flow in residents_guides().flows.values()
        for stage in stages_of(flow)
        if isinstance(stage, Stepping) and current(flow, stage.walk).safety
    ]


def shown_whole(kiosk: Kiosk, kind: str) -> bool:
    items = list(Screen(kiosk.kiosk.window).items())
    (line,) = (scene_rect(one) for one in items if class_name(one) == kind and one.height() > 0)
    pages = [scene_rect(one) for one in items if one.objectName() == "viewport"]
    seen = line.shared(pages[0]) if pages else line
    return seen is not None and seen.height >= line.height - 1


EVERYWHERE = [
    pytest.param(
        panel, language, marks=() if language == "fr" or (panel, language) == ("portrait", "vi") else FULL
    )
    for panel in PANELS
    for language in LANGUAGES
]
"""French has the longest words, and the upright panel in Vietnamese is what most people meet."""


@pytest.mark.parametrize(("kiosk", "language"), EVERYWHERE, indirect=["kiosk"])
def test_the_safety_line_is_on_the_first_page_of_its_step(kiosk: Kiosk, language: Language) -> None:
    """In the largest letters of each panel, where many sentences fill a page."""
    now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
    stages = marked_steps()
    assert len(stages) > LEAST_SCREENS
    overleaf = set()
    for stage in stages:
        next(looks(kiosk, stage, now))
        if not shown_whole(kiosk, "SafetyLine"):
            overleaf.add(kiosk.conductor.page.place)
    panel = next(name for name, one in PANELS.items() if one == kiosk.panel)
    of = f"{panel}-{language}"
    if os.environ.get("KIOSK_GOLDEN") == "accept":
        TO_SHORTEN.write_text(
            "".join(sorted({*_to_shorten(), *(f"{of}\t{one}\n" for one in overleaf)})), "utf-8"
        )
    assert sorted(one for one in overleaf if f"{of}\t{one}\n" not in _to_shorten()) == []


def _to_shorten() -> set[str]:
    """Sentences of 29 November 2026 that are too long for it: the list may only become shorter."""
    return set(TO_SHORTEN.read_text("utf-8").splitlines(keepends=True)) if TO_SHORTEN.exists() else set()


@pytest.mark.parametrize("kiosk", ["laptop"], indirect=True)
def test_where_one_is_stands_above_the_sentence_or_after_its_safety_line_and_never_twice(
    kiosk: Kiosk,
) -> None:
    where = set()
    for size in (1, largest_text_size(kiosk.panel)):
        for stage in marked_steps()[:60]:
            next(looks(kiosk, stage, Preferences(language="fr", text_size=size)))
            items = list(Screen(kiosk.kiosk.window).items())
            (caption,) = (scene_rect(one) for one in items if class_name(one) == "StepCaption")
            (safety,) = (scene_rect(one) for one in items if class_name(one) == "SafetyLine")
            where.add(caption.y < safety.y)
    assert where == {True, False}
