"""Every kind of screen on the real window, gone round by each way: all is said, once, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from support.all_screens import visit_at
from support.referee import Referee, plain
from support.senses import Sight
from support.stage import PANELS, Stage
from support.templates import templates
from support.walkers import WAYS, Feeler, NonReader, Pointer
from support.window import Screen

ELSEWHERE = ("attract", "question-language", "staff-pin")
"""Looked at by themselves; of the pad no digit is said (test_staff_come_to_the_controls.py)."""
SCREENS = {name: stage for name, stage in templates().items() if name not in ELSEWHERE}
GO_THROUGH_TEXTS = ("keypad", "swiping")
IN_TURN = [
    ("keypad", "portrait"), ("two switches", "laptop"), ("one switch", "portrait"), ("swiping", "landscape"),
    ("feeling", "laptop"), ("not reading", "portrait"),
]  # fmt: skip
FELT = ("question-read", "topic", "choose", "my-card", "goodbye")
"""Feeling over a whole glass takes a second or more a page: the other screens are left to the full run."""
GOES_BY_ITSELF = {
    "one switch": ("idle", "show-card", "card-show", "resume"),
    "feeling": ("person",),
}
"""Screens that change after a minute, or three: with one switch nobody touches anything, and a round takes
longer; so does a finger that goes over the whole glass while a person is waited for."""
WORDS_ALONE = {"strip.language", "strip.finish"}
"""Buttons without a picture. Who does not read finds them by feeling, once "Chạm để nghe" is on."""


@pytest.fixture
def stage(request: pytest.FixtureRequest, drawing: object) -> Iterator[Stage]:
    kiosk = Stage(panel=PANELS[request.param])
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    yield kiosk
    kiosk.close()


def go_round_every_screen(stage: Stage, way: str, names: Iterable[str] = SCREENS) -> None:
    person, referee = WAYS[way](stage), Referee(Screen(stage.kiosk.window))
    person.begin()
    for name in names:
        if name in GOES_BY_ITSELF.get(way, ()):
            continue
        stage.conductor.touched()  # each screen is met in time, however long the ones before took
        stage.conductor.show(visit_at(SCREENS[name], stage.conductor.visit.preferences))
        referee.arrived(said := person.arrives())
        match person:
            case Pointer():
                go_round(person, referee, said, through_texts=way in GO_THROUGH_TEXTS)
            case Feeler():
                feel_everything(person, referee)
            case NonReader():
                recognise_every_button(person, referee, stage)


def go_round(person: Pointer, referee: Referee, said: str, *, through_texts: bool) -> None:
    heard = person.round()
    referee.went_round(heard, only_buttons=not through_texts)
    referee.nothing_unsaid([said, *heard]) if through_texts else None


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


def recognise_every_button(person: NonReader, referee: Referee, stage: Stage) -> None:
    """Each lights up while its name is read out, or has a sign that no other has; also on later pages."""
    scale, signs, words_alone = stage.panel.px_per_mm, list[tuple[str, ...]](), set[str]()
    for one in referee.drawn(only_buttons=True):
        one.item.forceActiveFocus()  # its page is turned to
        drawn = next(again for again in referee.drawn() if again.slot == one.slot).rect
        stage.walk_to("again")
        person.arrives()
        lit = person.lit_while_said(one.name)
        if lit is not None:
            middle = (lit.x + lit.width / 2) * scale, (lit.y + lit.height / 2) * scale
            assert drawn.x < middle[0] < drawn.right and drawn.y < middle[1] < drawn.bottom, one.name
        elif sign := Sight(stage).signs_in(drawn):
            if sign != ("call-person",):  # the main button too, where that is what it does
                signs.append(sign)
        else:
            words_alone.add(one.slot)
    assert len(set(signs)) == len(signs), signs
    assert words_alone <= WORDS_ALONE


@pytest.mark.parametrize(("way", "stage"), IN_TURN, indirect=["stage"])
def test_each_way_goes_round_every_kind_of_screen(stage: Stage, way: str) -> None:
    go_round_every_screen(stage, way, FELT if way == "feeling" else SCREENS)


@pytest.mark.full
@pytest.mark.parametrize("stage", PANELS, indirect=True)
@pytest.mark.parametrize("way", WAYS)
def test_each_way_goes_round_every_kind_of_screen_on_every_panel(stage: Stage, way: str) -> None:
    go_round_every_screen(stage, way)
