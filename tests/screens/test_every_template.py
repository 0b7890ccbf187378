"""Every kind of screen, pairwise over size × theme × language × panel × reach: cut, crowded, small, pale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle, product
from typing import Any

import numpy as np
import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.in_turn import in_turn
from support.measure import measure, painted
from support.paint import faint
from support.pairwise import pairwise_rows
from support.stage import BOTH_ENDS, PANELS
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import PRESSABLE, Screen, ancestors, scene_rect, spoken_role

from accessibility.geometry import Rect
from accessibility.preferences import TEXT_SIZES, THEMES, Preferences
from accessibility.sizes import CAP_MM, largest_text_size
from flows.guide.words import Language
from ui.screens.surroundings import Surroundings
from ui.visit.stage import Stage
from ui.visit.stages import Comfort, Stepping
from ui.window.input.drawn_class import class_name

REACHES = (False, True)
NATIVE_AND_LONGEST: tuple[Language, ...] = ("vi", "fr")
ONE_END = [pytest.param(name, marks=() if name == "laptop" else pytest.mark.full) for name in PANELS]
NOTICES = ("nothing", "what a key does", "no sound, no disk")
"""What stands beneath the strip. All at once leave a low panel no whole line of the largest letters."""

FULLER = {
    "step-safe-private": ("vneid-an-sinh", "nhap-so-tai-khoan"),
    "step-code": ("cong-an-thu-tuc", "mo-cong"),
    "check-safe": ("dvc-nop-phi", "dang-nhap"),
}
"""Steps with a safety line, a notice that they are private, a code to scan."""
TWINS = ("card", "card-show", "card-unread")


@cache
def kinds() -> dict[str, Stage]:
    fuller = {
        name: Stepping(guide, walks_to_every_step(guide)[step]) for name, (guide, step) in FULLER.items()
    }
    return {**{name: stage for name, stage in templates().items() if name not in TWINS}, **fuller}


GLASSES = tuple(
    (name, low) for name, panel in PANELS.items() for low in REACHES if not (low and panel.is_landscape)
)
"""Only an upright panel has a layout for a low reach."""


def factors(glasses: Iterable[tuple[str, bool]]) -> tuple[tuple[object, ...], ...]:
    """What a screen of each kind is shown in, and on."""
    return (tuple(kinds()), TEXT_SIZES, THEMES, LANGUAGES, tuple(glasses), NOTICES)


@cache
def pairs_of_all() -> list[tuple[Any, ...]]:
    return pairwise_rows(factors(GLASSES))


@pytest.fixture(scope="module", params=PANELS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def shown(kiosk: Kiosk, rows: list[tuple[Any, ...]]) -> Iterator[tuple[str, Preferences, str]]:
    """(template, preferences, notice) of the rows, in sizes this panel allows; the same one only once."""
    met = set[tuple[str, Preferences, str]]()
    for template, size, theme, language, (_, low), notice in rows:
        low = low and template != "attract"  # there is nobody yet who could have asked for it
        panel = kiosk.panel.lowered() if low else kiosk.panel
        allowed = min(size, largest_text_size(panel))
        preferences = Preferences(text_size=allowed, theme=theme, language=language, low_reach=low)
        row = (template, preferences, NOTICES[0] if template == "attract" else notice)
        if row not in met:
            met.add(row)
            yield row


def name_of(kiosk: Kiosk) -> str:
    return next(name for name, panel in PANELS.items() if panel == kiosk.panel)


def told_of_preferences(now: Preferences) -> str:
    return f"size {now.text_size} {now.theme} {now.language}{' low' if now.low_reach else ''}"


def wrong(kiosk: Kiosk, rows: list[tuple[Any, ...]]) -> list[str]:
    screen, found = Screen(kiosk.kiosk.window), []
    plain = kiosk.conductor.around
    for template, preferences, notice in sorted(shown(kiosk, rows), key=dressed):
        kiosk.conductor.show(visit_at(kinds()[template], preferences))
        # a screen that is entered takes it away
        kiosk.conductor.surround(*noticed(plain, preferences, notice).parts)
        for look in looks(kiosk, kinds()[template], preferences):
            told_of = [told(one) for one in look.findings(kiosk.panel.px_per_mm)]
            told_of += faint(look, screen, preferences.theme)
            found += [f"{template} {told_of_preferences(preferences)} {notice}: {one}" for one in told_of]
    kiosk.conductor.surround(*plain.parts)
    return found


def dressed(row: tuple[str, Preferences, str]) -> tuple[str, int, str]:
    """To dress the whole window anew takes longest: what is dressed alike follows each other."""
    return row[1].theme, row[1].text_size, row[0]


def noticed(plain: Surroundings, preferences: Preferences, notice: str) -> Surroundings:
    hint = plain.tr(preferences.language)("ways.try") if notice == NOTICES[1] else ""
    troubled = notice == NOTICES[2]
    return replace(
        plain,
        pointer=replace(plain.pointer, hint=hint),
        sound=replace(plain.sound, no_sound=troubled),
        health=replace(plain.health, storage_trouble=troubled),
    )


@pytest.mark.parametrize("kiosk", BOTH_ENDS, indirect=True)
def test_no_screen_is_cut_crowded_small_or_pale(kiosk: Kiosk) -> None:
    rows = pairs_of_all()
    assert len(rows) >= len(kinds()) * len(THEMES)
    found = wrong(kiosk, [row for row in rows if name_of(kiosk) in row[4]])
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_is_cut_crowded_small_or_pale_in_any_combination(kiosk: Kiosk, language: Language) -> None:
    """Of template, size, theme, language, panel and reach; the notices in turn, or it would take a night."""
    *others, notices = factors(glass for glass in GLASSES if name_of(kiosk) in glass)
    rows = [
        (
            *(factor[at] for factor, at in zip(others, chosen, strict=True)),
            notices[sum(chosen) % len(notices)],
        )
        for chosen in product(*(range(len(factor)) for factor in others))
    ]
    found = wrong(kiosk, [row for row in rows if language in row])
    assert not found, f"{len(found)} findings:\n" + "\n".join(found[:20])


@pytest.mark.parametrize(("template", "kiosk"), in_turn(templates(), BOTH_ENDS), indirect=["kiosk"])
def test_a_screen_reader_is_told_of_every_control_and_its_words(kiosk: Kiosk, template: str) -> None:
    """The accessibility tree knows the same controls by the same names as the quick measure."""
    kiosk.conductor.show(visit_at(templates()[template], Preferences()))
    look, screen = measure(kiosk.kiosk.window), Screen(kiosk.kiosk.window)
    told_of = {(one.name, one.rect) for one in screen.controls()}
    assert {(one.name, one.rect) for one in look.controls} == told_of
    assert {one.text for one in look.texts} <= {one.text for one in screen.texts()}
    names = [one.name for one in look.controls]
    assert len(names) == len(set(names)), names


@pytest.mark.parametrize("kiosk", ONE_END, indirect=True)
def test_a_theme_moves_nothing(kiosk: Kiosk) -> None:
    """In the usual theme, and in one of the others in turn. (To dress the window anew takes longest.)"""
    places: dict[str, set[tuple[object, ...]]] = {name: set() for name in templates() if name != "comfort"}
    usual, *others = THEMES
    worn = {theme: [*places][at :: len(others)] for at, theme in enumerate(others)}
    for theme, names in {usual: [*places], **worn}.items():
        for name in names:
            places[name].add(placed(kiosk, templates()[name], Preferences(theme=theme)))
    assert [name for name, seen in places.items() if len(seen) != 1] == []


@pytest.mark.parametrize("kiosk", ONE_END, indirect=True)
def test_a_theme_moves_nothing_where_it_is_chosen_either(kiosk: Kiosk) -> None:
    """There its name is written, in more lines or fewer; also in larger letters and on a low screen."""
    lows = (False,) if kiosk.panel.is_landscape else REACHES
    shapes = [(low, largest_text_size(kiosk.panel.lowered() if low else kiosk.panel)) for low in lows]
    shapes += [(low, 1) for low in lows]
    seen: dict[tuple[object, ...], set[tuple[object, ...]]] = {}
    for theme, (low, size), language in product(THEMES, shapes, LANGUAGES):
        now = Preferences(text_size=size, theme=theme, language=language, low_reach=low)
        seen.setdefault((low, size, language), set()).add(placed(kiosk, Comfort(), now))
    assert [shape for shape, places in seen.items() if len(places) != 1] == []


def placed(kiosk: Kiosk, stage: Stage, preferences: Preferences) -> tuple[object, ...]:
    """Every control and text with its place; of one that names the theme, the place of its control alone."""
    kiosk.conductor.show(visit_at(stage, preferences))
    look, page = measure(kiosk.kiosk.window), kiosk.conductor.page
    named = {one.name: one for one in page.choices if one.also}
    controls = ((named[one.name].slot if one.name in named else one.name, one.rect) for one in look.controls)
    labels = {one.label for one in named.values()}
    return (*((one.text, one.rect) for one in look.texts if one.text not in labels), *controls)


@pytest.mark.parametrize("kiosk", ONE_END, indirect=True)
def test_a_size_recolours_nothing(kiosk: Kiosk) -> None:
    seen: dict[tuple[str, ...], set[object]] = {}
    names = [name for name in templates() if name != "comfort"]
    for size, name in product(range(1, largest_text_size(kiosk.panel) + 1), names):
        kiosk.conductor.show(visit_at(templates()[name], Preferences(text_size=size)))
        for what, colours in coloured(kiosk):
            seen.setdefault((name, *what), set()).add(colours)
    assert {what for _, what, *_ in seen} >= {"Text", "Ground", "Rim", "Icon", "Screen"}
    assert [what for what, colours in seen.items() if len(colours) != 1] == []


def coloured(kiosk: Kiosk) -> Iterator[tuple[tuple[str, ...], object]]:
    """What is drawn, and in what colour: texts and icons by their ink, controls and the screen as painted."""
    look, image = painted(kiosk.kiosk.window)
    colours = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    screen_items = Screen(kiosk.kiosk.window).items()
    for item in screen_items:
        if item.inherits("QQuickText") and item.property("text"):
            yield ("Text", item.property("text")), item.property("color").name()
        elif class_name(item) == "Icon":
            yield ("Icon", spoken_of(item), item.property("name")), item.property("colour").name()
    on_a_phone = {spoken_of(one) for one in screen_items if class_name(one) == "PhonePlace"}
    for control in look.controls:
        area = control.rect
        if control.name in on_a_phone:  # what is drawn beneath it changes with its size
            continue
        if control.viewport is None or control.viewport.shared(area) == area:
            left, middle = round(area.x), round(area.y + area.height / 2)
            yield ("Rim", control.name), int(colours[middle, left + 1])
            # Of a tile: where its words stand, not its picture, however large that is.
            low = round(area.bottom - min(area.height / 5, 8 * kiosk.panel.px_per_mm))
            grounds = colours[low : round(area.bottom) : 2, left : round(area.right) : 5]
            yield ("Ground", control.name), most_common(grounds)
    yield ("Screen", "paper"), int(colours[colours.shape[0] // 2, 1])  # the bar's place goes by the letters
    yield ("Screen", "band"), int(colours[1, 1])


def most_common(colours: np.ndarray) -> int:
    values, counts = np.unique(colours, return_counts=True)
    return int(values[int(np.argmax(counts))])


def spoken_of(item: QQuickItem) -> str:
    """What it is, or stands on, is called."""
    return next(
        (str(name) for above in (item, *ancestors(item)) if (name := above.property("spokenName"))), ""
    )


def test_the_sentence_has_the_capitals_its_size_promises(kiosk: Kiosk) -> None:
    for size in range(1, largest_text_size(kiosk.panel) + 1):
        preferences = Preferences(text_size=size)
        kiosk.conductor.show(visit_at(templates()["step"], preferences))
        sentence = kiosk.conductor.page.sentence
        (drawn,) = [one for one in measure(kiosk.kiosk.window).texts if one.text == sentence]
        assert drawn.font_px * 0.714 / kiosk.panel.px_per_mm >= CAP_MM[size - 1]


@pytest.mark.parametrize("kiosk", BOTH_ENDS, indirect=True)
def test_the_primary_action_and_the_call_for_a_person_are_always_in_reach(kiosk: Kiosk) -> None:
    """Neither is ever on another page of the body."""
    largest = largest_text_size(kiosk.panel)
    for stage, language in zip(templates().values(), cycle(NATIVE_AND_LONGEST), strict=False):
        kiosk.conductor.show(visit_at(stage, Preferences(language=language, text_size=largest)))
        look, page = measure(kiosk.kiosk.window), kiosk.conductor.page
        fixed = {one.name for one in look.controls if one.viewport is None}
        assert page.primary is None or page.primary.name in fixed, page.place
        assert {one.name for one in page.bar} <= fixed, page.place


@pytest.mark.parametrize("template", ["choose", "topic", "home", "goodbye", "stuck"])
def test_the_choice_being_heard_is_lit_and_thickly_outlined(kiosk: Kiosk, template: str) -> None:
    language: Language = "vi"
    kiosk.conductor.show(visit_at(templates()[template], Preferences(language=language)))
    screen = Screen(kiosk.kiosk.window)
    choice = kiosk.conductor.page.choices[0]
    before = screen.grab()
    (button,) = [one for one in screen.controls() if one.name == choice.name]
    kiosk.ear.reach(choice.name)
    after = screen.grab()
    lit = kiosk.theme.appearance.colours.lit.lower()
    ground = button.rect.width * button.rect.height - pictured(screen, button.rect)
    assert screen.colours_in(button.rect, after)[lit] > 0.3 * ground
    ring = kiosk.theme.appearance.colours.ring.lower()
    middle = round(button.rect.x), round(button.rect.y + button.rect.height / 2)
    outline = [after.pixelColor(middle[0] + at, middle[1]).name() for at in range(20)]
    assert outline.count(ring) >= 2 * kiosk.theme.appearance.sizes.border_px
    assert screen.colours_in(button.rect, before)[lit] == 0
    for other in screen.controls():
        if other.name != choice.name and other.viewport is None:
            assert screen.colours_in(other.rect, after) == screen.colours_in(other.rect, before), other.name


def pictured(screen: Screen, area: Rect) -> float:
    """How much of it its picture takes, which keeps its own ground."""
    shown = [
        scene_rect(one) for one in screen.items() if class_name(one) == "AnswerPicture" and one.isVisible()
    ]
    return sum(one.width * one.height for one in shown if area.holds(one))


def test_the_tree_and_the_measure_mean_the_same_by_a_control(kiosk: Kiosk) -> None:
    kiosk.conductor.show(visit_at(templates()["home"], Preferences()))
    look, screen = measure(kiosk.kiosk.window), Screen(kiosk.kiosk.window)
    assert len(look.controls) == sum(spoken_role(item) in PRESSABLE for item in screen.items())
