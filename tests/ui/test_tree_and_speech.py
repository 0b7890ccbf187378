"""What a screen reader is told of a screen is what the kiosk says: names, roles, states, places, order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.every_text import LANGUAGES
from support.in_turn import in_turn
from support.sealed import unsigned_seal
from support.signs import CLOSED_TODAY, WITH_A_WEEK
from support.stage import BOTH_ENDS, PANELS, Stage, on_a_window
from support.templates import ASKING, templates
from support.tree import Node, Role, lists_of, tree_of
from support.window import lay_out

from accessibility.preferences import Preferences
from flows.guide.words import Language
from kiosk.point.tour.staff_day import ON_DUTY
from ui.reach.ways.items import Item
from ui.screens.open_week import open_week
from ui.screens.page import Page
from ui.screens.strip import StripProps, derive_strip
from ui.screens.surrounding_parts import StaffTrouble
from ui.visit.stages import Attract

pytestmark = pytest.mark.usefixtures("blank_pictures")

ROLES = {
    "heading": {Role.Heading},
    "text": {Role.StaticText, Role.Paragraph, Role.ProgressBar, Role.AlertMessage},
    "fact": {Role.ListItem, Role.Paragraph},  # one alone makes no list
    "picture": {Role.Graphic},
    "button": {Role.Button},
}
WORDS = {Role.Heading: "ways.heading", Role.Button: "ways.button"}  # of other roles speech says no word
LOOKS = (
    ("portrait", "vi"), ("laptop", "fr"), ("portrait", "en"),
    ("laptop", "vi"), ("portrait", "fr"), ("laptop", "en"),
)  # fmt: skip
"""Each screen in two of them by default."""
SHOWN = {name: stage for name, stage in templates().items() if name != "attract"}
"""The first screen is silent, and no pointer moves on it; what it shows is read on the page *this place*."""


@pytest.fixture(scope="module", params=BOTH_ENDS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Stage]:
    with on_a_window(
        Stage(panel=PANELS[request.param], seal=unsigned_seal, prints=True, camera=True)
    ) as kiosk:
        yield kiosk


@pytest.fixture(autouse=True)
def surroundings(kiosk: Stage) -> Iterator[None]:
    before = kiosk.conductor.around
    yield
    kiosk.conductor.surround(*before.parts)


def show(kiosk: Stage, name: str, language: Language) -> tuple[Page, StripProps]:
    kiosk.conductor.pointing.entered(gone=True)  # the one before moved by keys
    kiosk.conductor.show(visit_at(SHOWN[name], Preferences(language=language)))
    alone = any(item.private for item in items(kiosk))  # what nobody else may hear is said in headphones
    if alone:
        kiosk.conductor.surround(replace(kiosk.conductor.around.sound, headphones=True))
    lay_out(kiosk.kiosk.window)
    visit, around = kiosk.conductor.visit, kiosk.conductor.around
    return kiosk.conductor.page, derive_strip(visit, around)


def words(text: str) -> str:
    """Line ends and blanks that do not break are drawn, not said."""
    return " ".join(text.split())


def read(kiosk: Stage, strip: StripProps) -> list[Node]:
    """The tree from its first text to the strip, as a person goes through it; without the buttons that turn
    a page, which are for those who see it, and the line that repeats what is said for those who do not hear.
    """
    beside = {strip.up, strip.down, strip.hint} - {strip.output}
    nodes = [node for node in tree_of(kiosk.kiosk.window) if node.name not in beside]
    first = next(at for at, node in enumerate(nodes) if node.name == strip.spoken)
    after = len(strip.chips) + 1
    body = next(
        (at for at, node in enumerate(nodes) if at >= after and node.role != Role.AlertMessage),
        len(nodes),
    )
    assert first == sum(chip.slot == "finish" for chip in strip.chips)
    return [*nodes[body:], *nodes[:body]]


def items(kiosk: Stage) -> tuple[Item, ...]:
    return kiosk.conductor.pointing.items


@pytest.mark.parametrize(("name", "kiosk", "language"), in_turn(SHOWN, LOOKS), indirect=["kiosk"])
def test_a_screen_reader_meets_what_the_pointer_meets_in_the_same_order(
    kiosk: Stage, name: str, language: Language
) -> None:
    _, strip = show(kiosk, name, language)
    nodes, met = read(kiosk, strip), items(kiosk)
    assert [words(node.name) for node in nodes] == [words(item.name) for item in met]
    for node, item in zip(nodes, met, strict=True):
        assert node.role in ROLES[item.role], item
        assert node.description == ", ".join(part for part in (item.state, item.place) if part), item
        assert not node.checkable


KEYS = ("staff-pin", "typing", "typing-code", *(name for name in ASKING if name.startswith("ask")))
"""Digits of a PIN are not said; and who moves by keys comes to letters by rows (`test_keys_by_rows.py`)."""


@pytest.mark.parametrize(
    ("name", "kiosk", "language"),
    in_turn([name for name in SHOWN if name not in KEYS][::2], LOOKS),
    indirect=["kiosk"],
)
def test_the_voice_says_the_name_role_state_and_place_that_the_tree_holds(
    kiosk: Stage, name: str, language: Language
) -> None:
    _, strip = show(kiosk, name, language)
    nodes, tr = read(kiosk, strip), kiosk.conductor.around.tr(kiosk.conductor.page.language)
    heard = len(kiosk.ear.heard)
    for _ in nodes:
        kiosk.conductor.do("down")
    said = [one.text for one in kiosk.ear.heard[heard:]]
    assert len(said) == len(nodes)
    for text, node in zip(said, nodes, strict=True):
        name_said = words(node.name).rstrip(".")
        assert words(text).startswith(name_said)
        after = [part for part in words(text)[len(name_said) :].strip(" ,.").split(", ") if part]
        role = [tr(WORDS[node.role])] if node.role in WORDS else []
        assert after == [*role, *(part for part in words(node.description).split(", ") if part)], (text, node)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_opening_hours_of_the_week_are_a_reader_s_as_they_are_the_pointer_s(
    kiosk: Stage, language: Language
) -> None:
    kiosk.conductor.surround(CLOSED_TODAY)
    _, strip = show(kiosk, "this-place", language)
    nodes, week = read(kiosk, strip), open_week(kiosk.conductor.around.tr(language), CLOSED_TODAY.opening)
    assert [words(node.name) for node in nodes] == [words(item.name) for item in items(kiosk)]
    listed = [words(node.name) for node in nodes if node.role == Role.ListItem]
    at = listed.index(words(week[0]))
    assert listed[at : at + len(week)] == [words(text) for text in week]


@pytest.mark.parametrize("trouble", [(), ("no-guides", "clock")], ids=["all works", "trouble"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_first_screen_stands_on_the_page_that_is_read(
    kiosk: Stage, language: Language, trouble: tuple[StaffTrouble, ...]
) -> None:
    around = kiosk.conductor.around
    duty = replace(around.point, on_duty=ON_DUTY)
    kiosk.conductor.surround(
        *replace(
            around, sign=WITH_A_WEEK, point=duty, health=replace(around.health, staff_troubles=trouble)
        ).parts
    )
    kiosk.conductor.show(visit_at(Attract(), Preferences(language=language)))
    lay_out(kiosk.kiosk.window)
    heading = words(kiosk.conductor.around.tr(language)("this_place.heading"))
    greeting = {words(kiosk.conductor.page.heading), words(kiosk.conductor.page.sentence)}
    nodes = [node for node in tree_of(kiosk.kiosk.window) if node.role != Role.Button]
    shown = [words(node.name) for node in nodes if words(node.name) not in greeting]
    show(kiosk, "this-place", language)
    read_there = " ".join(words(item.name) for item in items(kiosk))
    assert shown
    leads_there = [text for text in shown if heading in text]
    parts = [part for text in shown if text not in leads_there for part in text.split(" · ")]
    assert [part for part in parts if part not in read_there] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_and_the_way_of_the_sound_are_met_and_spoken_alike(kiosk: Stage, language: Language) -> None:
    around = replace(
        kiosk.conductor.around,
        sound=replace(kiosk.conductor.around.sound, no_sound=True, headphones=True),
        health=replace(kiosk.conductor.around.health, storage_trouble=True),
    )
    kiosk.conductor.surround(*around.parts)
    _, strip = show(kiosk, "home", language)
    nodes = read(kiosk, strip)
    assert [words(node.name) for node in nodes] == [words(item.name) for item in items(kiosk)]
    alerts = [words(node.name) for node in nodes if node.role == Role.AlertMessage]
    assert alerts == [words(" ".join(strip.notices)), strip.output]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_holds_its_things_and_each_knows_which_of_how_many_it_is(
    kiosk: Stage, language: Language
) -> None:
    page, _ = show(kiosk, "overview", language)
    needs, cautions = getattr(page, "needs"), getattr(page, "cautions")  # noqa: B009
    assert [[node.name for node in one] for one in lists_of(kiosk.kiosk.window)] == [
        [fact.label for fact in needs],
        [fact.label for fact in cautions],
    ]
    assert [[node.description for node in one] for one in lists_of(kiosk.kiosk.window)] == [
        [fact.place for fact in needs],
        [fact.place for fact in cautions],
    ]
