"""Every kind of screen on the real window, gone round by each way: all is said, once, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

import pytest
from support.all_screens import visit_at
from support.drawn import drawn_as
from support.itinerary import word
from support.referee import Referee, plain
from support.senses import Sight
from support.stage import FURTHER, PANELS, Stage, on_a_window
from support.templates import templates
from support.walkers import WAYS, Feeler, NonReader, Pointer, Walker
from support.window import Screen

from ui.screens.derive import derive
from ui.visit.staff.stages import PinPad
from ui.visit.stage import SignedIn
from ui.visit.stage import Stage as Shown
from ui.visit.stages import Attract, Goodbye, Home

SCREENS = {
    name: shown
    for name, shown in templates().items()
    if name not in ("home", "slide") and not name.startswith(("ask", "typing"))
}
"""To the needs the invitation leads, by whatever one presses there; they are gone round then. A keyboard is
gone round by rows (test_keys_by_rows.py, test_exercises_by_every_way.py), and felt key by key
(test_explore_by_touch.py); what is slid is felt where it begins (test_slides_on_the_practice_phone.py).
"""
DIGITS = (*"1234567890", "Xóa một số")
"""Known by how they stand: not read out on coming to the pad, and told in headphones alone."""
FACES = tuple(plain(word(f"goodbye.{one}")) for one in ("good", "fair", "poor"))
GO_THROUGH_TEXTS = ("keypad", "swiping")
IN_TURN = [
    ("keypad", "portrait"), ("two switches", "laptop"), ("one switch", "portrait"), ("swiping", "landscape"),
    ("feeling", "laptop"), ("not reading", "portrait"),
]  # fmt: skip
SWEPT = ("choose", "goodbye")
"""Feeling over a whole glass takes a second or more a page: on the others a finger is put on each thing
where it is drawn, and the whole glass is left to the full run.
"""
ALWAYS = ("attract", *SWEPT)
HALVES = [
    pytest.param(
        way, panel, [one for number, one in enumerate(SCREENS) if one in ALWAYS or number % 2 == at % 2],
        id=f"{way}-{panel}",
    )
    for at, (way, panel) in enumerate(IN_TURN)
]  # fmt: skip
"""By keypad, by one switch or by feeling one half of the screens, by two switches, by swiping or without
reading the other. Where a visit begins, and what is felt all over, everybody goes.
"""
BETWEEN_VISITS = SignedIn
"""Over a resident's screen they shut after 45 seconds, however far one has come: staff go round them when
nobody is there.
"""


@pytest.fixture
def stage(request: pytest.FixtureRequest, drawing: object) -> Iterator[Stage]:
    waits = FURTHER._replace(after_s=inf)  # for a person: as long as it takes to go round that screen
    with on_a_window(Stage(panel=PANELS[request.param], further=waits)) as kiosk:
        yield kiosk


def go_round_every_screen(
    stage: Stage, way: str, screens: Iterable[str] = SCREENS, swept: Iterable[str] = SCREENS
) -> None:
    person, referee = WAYS[way](stage), Referee(Screen(stage.kiosk.window))
    for name in screens:
        shown = SCREENS[name]
        referee.arrived(said := come_to(person, stage, shown), but=(*DIGITS, *heard_before(shown)))
        match person:
            case Pointer():
                go_round(person, referee, said, through_texts=way in GO_THROUGH_TEXTS)
            case Feeler() if name in swept:
                feel_everything(person, referee)
            case Feeler():
                feel_each_thing(person, referee, stage)
            case NonReader():
                recognise_every_button(person, referee, stage)
            case _:
                raise AssertionError(f"nobody goes round a screen {way}")


def heard_before(shown: Shown) -> tuple[str, ...]:
    """Whoever has touched a face has heard all three; they stand there to be changed."""
    return FACES if isinstance(shown, Goodbye) and shown.face is not None else ()


def come_to(person: Walker, stage: Stage, shown: Shown) -> str:
    """What is said of it. The invitation is silent: what comes of the first press is said."""
    if shown == Attract():
        said = person.begin()
        assert stage.conductor.visit.stage == Home()
        return said
    stage.conductor.touched()  # each screen is met in time, however long the ones before took
    alone = isinstance(shown, PinPad)
    stage.conductor.surround(replace(stage.conductor.around.sound, headphones=alone))
    visit = visit_at(shown, stage.conductor.visit.preferences)
    if isinstance(shown, BETWEEN_VISITS):
        visit = replace(visit, stages=(Attract(), *visit.stages[1:]))
    if derive(visit, stage.conductor.around).place == stage.conductor.page.place:
        stage.conductor.show(
            visit_at(SCREENS["sorry"], visit.preferences)
        )  # the same screen is not said anew
        person.arrives()
    stage.conductor.show(visit)
    return person.arrives()


def go_round(person: Pointer, referee: Referee, said: str, *, through_texts: bool) -> None:
    heard = person.round()
    referee.went_round(heard, only_buttons=not through_texts)
    if through_texts:
        hint = person._conductor.around.pointer.hint  # may still stand there from the screen before
        before = [line for line in person.diary.of("screen") if hint and hint.rstrip(".") in line]
        referee.nothing_unsaid([said, *heard, *before])


def feel_everything(person: Feeler, referee: Referee) -> None:
    """Page after page, wherever the finger goes."""
    heard = page = person.sweep()
    while any(one.startswith(person.NEXT_PAGE) for one in page):
        person.choose(person.NEXT_PAGE)
        page = person.sweep()
        heard = heard | page
    for one in referee.drawn():
        assert any(plain(text).startswith(plain(one.name)) for text in heard), (
            f"{one.name!r} is not felt; only {sorted(heard)}"
        )


def feel_each_thing(person: Feeler, referee: Referee, stage: Stage) -> None:
    """Each is what a finger in its middle is told of; also on later pages."""
    for one in referee.drawn():
        one.item.forceActiveFocus()  # its page is turned to
        again = drawn_as(Screen(stage.kiosk.window), one.slot)
        assert again is not None
        middle = again.shown.x + again.shown.width / 2, again.shown.y + again.shown.height / 2
        heard = person.touch(*(edge / stage.panel.px_per_mm for edge in middle))
        assert plain(heard).startswith(plain(one.name)), f"{one.name!r} is drawn where {heard!r} is said"


CALLS = (("call-person",), ("scenes/sign-help",))


def recognise_every_button(person: NonReader, referee: Referee, stage: Stage) -> None:
    """Each lights up while its name is read out, or has a sign that no other has; also on later pages."""
    scale, signs = stage.panel.px_per_mm, list[tuple[str, ...]]()
    for one in referee.drawn(only_buttons=True):
        one.item.forceActiveFocus()  # its page is turned to
        stage.walk_to("again")
        person.arrives()
        again = drawn_as(Screen(stage.kiosk.window), one.slot)
        if again is None:
            assert one.slot == "bar.again", one.slot
            continue  # heard once more it has become the helper that explains
        drawn = again.rect
        lit = person.lit_while_said(one.name)
        if lit is not None:
            middle = (lit.x + lit.width / 2) * scale, (lit.y + lit.height / 2) * scale
            assert drawn.x < middle[0] < drawn.right and drawn.y < middle[1] < drawn.bottom, one.name
        elif one.name not in DIGITS[:-1]:
            sign = Sight(stage).signs_in(drawn)
            assert sign, f"{one.name!r} is words alone"
            if sign not in CALLS:  # the main button too, where that is what it does
                signs.append(sign)
    assert len(set(signs)) == len(signs), signs


@pytest.mark.parametrize(("way", "stage", "screens"), HALVES, indirect=["stage"])
def test_every_kind_of_screen_is_gone_round_by_each_way_or_by_the_one_like_it(
    stage: Stage, way: str, screens: list[str]
) -> None:
    go_round_every_screen(stage, way, screens, SWEPT)


@pytest.mark.full
@pytest.mark.parametrize("stage", PANELS, indirect=True)
@pytest.mark.parametrize("way", WAYS)
def test_each_way_goes_round_every_kind_of_screen_on_every_panel(stage: Stage, way: str) -> None:
    go_round_every_screen(stage, way)
