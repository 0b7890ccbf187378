"""A question with a picture shows it on landscape panels too: over its answers or beside them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import kiosk_on
from support.measure import Measured, measure
from support.stage import Stage as Kiosk
from support.stage import residents_guides
from support.tree import tree_of
from support.window import Screen, lay_out, scene_rect

from accessibility.geometry import Rect
from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import Check, Choose, Step
from ui.reach.ways.hand import Hand
from ui.screens.guide import StepProps
from ui.screens.picture.props import PhoneProps
from ui.visit.stages import Stepping
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")


def pictured(step: Step) -> bool:
    return step.picture is not None or step.drawing != ""


QUESTIONS = [
    Stepping(flow.id, walk)
    for flow in residents_guides().flows.values()
    for step_id, walk in walks_to_every_step(flow.id).items()
    if isinstance(flow.steps[step_id], Choose | Check) and pictured(flow.steps[step_id])
]
EVERY_FOURTH = [pytest.param(4, id="every fourth"), pytest.param(1, id="every", marks=pytest.mark.full)]
"""Each question is laid out alike, with more or fewer words."""


@pytest.fixture(scope="module", params=["landscape", "laptop"])
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def asked(kiosk: Kiosk, stage: Stepping, text_size: int = 1) -> StepProps | None:
    """The question as it is shown, if it is one and has a picture."""
    kiosk.conductor.show(visit_at(stage, Preferences(text_size=text_size)))
    page = kiosk.conductor.page
    if not isinstance(page, StepProps) or page.template != "choice" or page.picture == PhoneProps():
        return None
    return page


def drawn(kiosk: Kiosk) -> list[Rect]:
    """Where pictures stand."""
    named = (one for one in Screen(kiosk.kiosk.window).items() if one.property("practised") is not None)
    found = [scene_rect(one) for one in named if class_name(one) == "StepPicture"]
    return [area for area in found if area.height > 0]


def free_height(kiosk: Kiosk) -> float:
    """What the actions leave beside the question."""
    screen = next(one for one in Screen(kiosk.kiosk.window).items() if one.property("freePart") is not None)
    return float(screen.property("freePart").height())


def covered(area: Rect, look: Measured) -> list[str]:
    """What a picture at *area* stands on, or what is nearer to it than a ring is thick."""
    around = Rect(area.x - 1, area.y - 1, area.width + 2, area.height + 2)
    things = [(one.rect, one.name) for one in look.controls] + [(one.rect, one.text) for one in look.texts]
    return [name for rect, name in things if rect.shared(around) is not None]


@pytest.mark.parametrize("each", EVERY_FOURTH)
def test_the_picture_is_drawn_once_and_apart_from_everything_at_the_usual_size(
    kiosk: Kiosk, each: int
) -> None:
    """On a low panel it may give way, where a notice or the answers leave no height to make anything out."""
    seen, beside, given_way, wrong = 0, 0, 0, []
    for stage in QUESTIONS[::each]:
        page = asked(kiosk, stage)
        if page is None:
            continue
        look, pictures = measure(kiosk.kiosk.window), drawn(kiosk)
        seen += 1
        if not pictures and free_height(kiosk) < kiosk.theme.appearance.sizes.least_aside_px:
            assert kiosk.panel.is_low
            given_way += 1
            continue
        wrong += [f"{page.place}: {len(pictures)} pictures"] if len(pictures) != 1 else []
        for area in pictures:
            assert area.height >= kiosk.theme.appearance.sizes.least_aside_px
            assert Screen(kiosk.kiosk.window).rect.holds(area)
            beside += area.x > kiosk.panel.width_px / 2
            wrong += [f"{page.place}: over {name!r}" for name in covered(area, look)]
    assert not wrong, "\n".join(wrong)
    assert seen > 70 / each and beside < seen and given_way < seen / 2
    assert beside or not kiosk.panel.is_low  # a larger panel has room for it over the answers


@pytest.mark.parametrize("each", EVERY_FOURTH)
@pytest.mark.parametrize("size", ["usual", "largest"])
def test_beside_the_answers_it_is_described_before_them_and_the_pointer_goes_to_it(
    kiosk: Kiosk, size: str, each: int
) -> None:
    """The description keeps its place in the order; the ring goes round what is drawn."""
    text_size = 1 if size == "usual" else largest_text_size(kiosk.panel)
    found = 0
    for stage in QUESTIONS[::each]:
        page = asked(kiosk, stage, text_size)
        if page is None:
            continue
        measure(kiosk.kiosk.window)
        for area in drawn(kiosk):
            if area.x < kiosk.panel.width_px / 2:
                continue
            found += 1
            names = [node.name for node in tree_of(kiosk.kiosk.window)]
            assert names.count(page.picture.description) == 1
            assert names.index(page.picture.description) < names.index(page.choices[0].name)
            assert names.index(page.picture.description) > names.index(page.heading or page.sentence)
            kiosk.conductor.pointing._use(Hand("keys", "picture"))
            lay_out(kiosk.kiosk.window)
            rings = [
                scene_rect(one)
                for one in Screen(kiosk.kiosk.window).items()
                if class_name(one) == "FocusRing"
            ]
            assert [ring.holds(area) for ring in rings] == [True]
    assert found or (size == "usual" and not kiosk.panel.is_low)  # there it stands over the answers
