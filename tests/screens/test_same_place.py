"""What is on every screen is in the same place on every screen, also where its neighbour is not offered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on
from support.measure import Measured, measure
from support.stage import PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.templates import STAFF_TEMPLATES, templates
from support.window import Screen

from accessibility.geometry import Rect
from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import ToPerson
from flows.guide.walk import edges_open
from flows.guide.words import Language
from ui.screens.helpers import WITH_BACK
from ui.visit.actions.common import Do
from ui.visit.stage import Stage
from ui.visit.stages import Advice, Goodbye, Home, IdleNotice, Person
from ui.words import UiWords

pytestmark = pytest.mark.usefixtures("blank_pictures")

STAGES = (
    Home(),
    Person(),
    IdleNotice(),
    Goodbye(finished=False),
    Goodbye(finished=True),
)
OF_RESIDENTS = {
    name: stage for name, stage in templates().items() if name not in (*STAFF_TEMPLATES, "attract")
}
WAYS = (("overview", "step", "simpler", "picture", "choose", "qr"),)
"""As a hand goes that rests where the main button is."""
WITHOUT_MAIN = ("choose",)
EACH_ONCE = (("portrait", "vi"), ("laptop", "fr"))
CROSSWISE = [
    pytest.param(panel, language, marks=() if (panel, language) in EACH_ONCE else pytest.mark.full)
    for panel in PANELS
    for language in LANGUAGES
]


@pytest.fixture(scope="module", params=PANELS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def ends(kiosk: Kiosk, language: Language) -> Iterator[Preferences]:
    """The smallest and the largest letters, on an upright panel also of a low screen."""
    lows = (False,) if kiosk.panel.is_landscape else (False, True)
    for low in lows:
        for size in (1, largest_text_size(kiosk.panel.lowered() if low else kiosk.panel)):
            yield Preferences(language=language, text_size=size, low_reach=low)


def seen(kiosk: Kiosk, stage: Stage, now: Preferences) -> Measured:
    kiosk.conductor.show(visit_at(stage, now))
    return measure(kiosk.kiosk.window)


def place(look: Measured, name: str) -> Rect:
    """Of the control outside the body that has this name: the body may offer the same."""
    (rect,) = (one.rect for one in look.controls if one.name == name and one.viewport is None)
    return rect


def main_place(kiosk: Kiosk, stage: Stage, now: Preferences) -> Rect:
    look, page = seen(kiosk, stage, now), kiosk.conductor.page
    assert page.primary is not None, page.place
    return place(look, page.primary.name)


def test_the_strip_holds_still_whether_it_bears_the_wards_name_or_a_guides(kiosk: Kiosk) -> None:
    for now in ends(kiosk, "vi"):
        name = kiosk.conductor.around.tr("vi")("strip.language")
        seen_at = {
            stage: place(seen(kiosk, stage, now), name).y
            for stage in (*STAGES, *(OF_RESIDENTS[one] for one in WAYS[0]))
        }
        assert len(set(seen_at.values())) == 1, seen_at


def helpers_within(rect: Rect, kiosk: Kiosk, stage: Stage, now: Preferences) -> list[str]:
    """What of the bar, beside the main button, lies there on this screen, were it only with an edge."""
    look = seen(kiosk, stage, now)
    named = {one.name: one.slot for one in kiosk.conductor.page.bar}
    return [named[one.name] for one in look.controls if one.name in named and one.rect.shared(rect)]


def is_beneath(kiosk: Kiosk) -> bool:
    """Whether the helpers of this page stand in a row beneath its answers, on a lying panel."""
    (frame,) = (
        one for one in Screen(kiosk.kiosk.window).items() if one.isEnabled() and one.property("wholeWidth")
    )
    return kiosk.panel.is_landscape and not frame.property("besides")


@pytest.mark.parametrize(("kiosk", "language"), CROSSWISE, indirect=["kiosk"])
def test_each_helper_has_one_place(kiosk: Kiosk, language: Language) -> None:
    """On a lying panel one beneath answers and one beside all else, see docs/decisions/lying-panels.md."""
    for now in ends(kiosk, language):
        places: dict[tuple[str, bool], dict[Rect, list[str]]] = {}
        corners = set[tuple[float, float]]()
        some = 1 if now.text_size > 1 else 4  # in small letters nothing is pushed aside
        for name, stage in [*OF_RESIDENTS.items()][::some]:
            look = seen(kiosk, stage, now)
            for helper in kiosk.conductor.page.bar:
                if helper.slot in {one.slot for one in WITH_BACK}:
                    rect = place(look, helper.name)
                    places.setdefault((helper.slot, is_beneath(kiosk)), {}).setdefault(rect, []).append(name)
                    if helper.slot == Do.CALL_PERSON.slot:
                        corners.add((rect.right, rect.bottom))
        kinds = 2 if kiosk.panel.is_landscape else 1
        assert len(places) == kinds * len(WITH_BACK), places.keys()
        assert {len(of) for of in places.values()} == {1}, (now, places)
        assert len(corners) == 1, "a person is called at the same corner of every screen"


@pytest.mark.parametrize(("kiosk", "language"), CROSSWISE, indirect=["kiosk"])
@pytest.mark.parametrize("way", WAYS, ids=" → ".join)
def test_the_main_button_has_one_place_on_a_way_and_no_helper_ever_lies_there(
    kiosk: Kiosk, language: Language, way: tuple[str, ...]
) -> None:
    """A second, slower press in the same place never goes back, nor does a hand that rests there."""
    for now in ends(kiosk, language):
        places = {main_place(kiosk, OF_RESIDENTS[name], now) for name in way if name not in WITHOUT_MAIN}
        assert len(places) == 1, (now, places)
        (main,) = places
        met = {name: helpers_within(main, kiosk, OF_RESIDENTS[name], now) for name in way}
        assert not any(met.values()), (now, met)


def test_who_presses_again_to_call_somebody_does_not_end_the_call(kiosk: Kiosk) -> None:
    """What ends it may have come to lie where it was called."""
    screen = Screen(kiosk.kiosk.window)
    for now in ends(kiosk, "vi"):
        seen(kiosk, advice_that_calls(), now)
        spot = screen.middle(screen.find("Vâng, gọi giúp tôi"))
        kiosk.clock.now_s += 3
        for after_s in (0.0, 0.7, 0.7):
            kiosk.clock.now_s += after_s
            screen.press(spot)
            screen.lift(spot)
            screen.lay_out()
            assert isinstance(kiosk.conductor.visit.stage, Person), (now, after_s)


def advice_that_calls() -> Advice:
    for flow in residents_guides().flows.values():
        for walk in walks_to_every_step(flow.id).values():
            for edge in edges_open(flow, walk):
                if edge.id.startswith("stuck.") and isinstance(edge.target, ToPerson):
                    return Advice(flow.id, walk, edge.id)
    raise LookupError("no advice leads to a person")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comfort_controls_never_move(kiosk: Kiosk, language: Language) -> None:
    screen, words = Screen(kiosk.kiosk.window), UiWords()
    names = {words.say(key, language) for key in ("strip.language", "comfort.name")}
    places = set()
    for stage in STAGES:
        seen(kiosk, stage, Preferences(language=language))
        found = [(one.name, one.rect.x) for one in screen.controls() if one.name in names]
        assert len(found) == len(names)
        places.add(tuple(found))
    assert len(places) == 1, places
