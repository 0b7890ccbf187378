"""The last sentence of a screen says how to go on, by what stands on it and what the person does."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from support.all_screens import stages_of, stages_of_the_kiosk, visit_at
from support.itinerary import word
from support.stage import Stage, residents_guides

from accessibility.colours import colours_for
from accessibility.preferences import THEMES, Preferences, ThemeName
from flows.guide.words import Language
from kiosk.base.events import Way
from ui.reach.voice.last_words import COLOURS, TIMES, how_to_go_on, kind_of
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.staff.table import STAFF_SCREENS
from ui.visit.actions.chosen import OpenGuide
from ui.visit.stages import Attract, Circle, Goodbye, HaveReady, Home, NeedGuides, Topic, Topics
from ui.visit.visit import Visit

AROUND = Stage().conductor.around
WAYS: tuple[Way, ...] = get_args(Way)
LANGUAGES: tuple[Language, ...] = ("vi", "en", "fr")
GUIDE = "vneid-cai-dat"
HUES = {"yellow": (0.1, 0.2), "blue": (0.5, 0.7), "plum": (0.88, 0.97)}
OF_STAFF = tuple(row.stage for row in STAFF_SCREENS)
SILENT = (Attract, Circle, *OF_STAFF)
"""Nobody is there; all that the circle says is how; staff look."""


def pages(language: Language) -> Iterator[Page]:
    guides = residents_guides().flows.values()
    for stage in (*stages_of_the_kiosk(), *(one for flow in guides for one in stages_of(flow))):
        if not isinstance(stage, SILENT):
            yield derive(visit_at(stage, Preferences(language=language)), AROUND)


def at_tiles(stage: Stage) -> Visit:
    """The visit at the tiles of a need, in the way it was begun."""
    return replace(stage.conductor.visit, stages=(Home(), NeedGuides("cai-vneid")))


def heard_on(stage: Stage, *actions: str) -> str:
    stage.walk_to(*actions)
    return stage.ear.last


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_of_a_resident_has_it_in_each_way_and_names_its_main_button(language: Language) -> None:
    silent, unnamed, looked_at = set(), set(), 0
    for page in pages(language):
        for way in WAYS:
            lines = how_to_go_on(page, way, AROUND.tr(page.language), "light")
            main = page.primary.label if page.primary and kind_of(page) == "main" else ""
            silent |= set() if lines else {page.place}
            unnamed |= {page.place for line in lines if main not in line.text}
        looked_at += 1
    assert (silent, unnamed) == (set(), set())
    assert looked_at > 1500


def test_how_to_go_on_is_the_last_that_is_heard_of_tiles_questions_and_steps() -> None:
    stage = Stage()
    assert heard_on(stage, "need.cai-vneid").endswith(word("go_on.choose_picture_wanted"))
    question = heard_on(stage, f"flow.{GUIDE}")
    assert stage.conductor.page.choices and question.endswith(word("go_on.choose_picture_answer"))
    step = heard_on(stage, stage.conductor.page.choices[0].slot)
    assert step.endswith("Bác chạm nút màu mận “Tiếp theo”.")


def test_who_is_to_type_is_told_of_calling_as_a_help_and_not_as_the_way_on() -> None:
    said = heard_on(Stage(), "ask")
    assert "Bác gõ vài chữ" in said and said.endswith("Cần người giúp thì bác chạm “Gọi người giúp”.")


def test_who_has_heard_it_on_three_screens_hears_it_again_only_when_they_ask() -> None:
    stage = Stage()
    says = "Bác chạm nút màu mận “Tiếp theo”."
    stage.walk_to("need.cai-vneid", f"flow.{GUIDE}", "choice.iphone")
    heard = [stage.ear.last.endswith(says)]
    while len(heard) <= TIMES["touch"] or stage.conductor.page.template != "step":
        said = heard_on(
            stage, stage.conductor.page.choices[0].slot if stage.conductor.page.choices else "next"
        )
        heard += [said.endswith(says)] if stage.conductor.page.template == "step" else []
    assert heard == [True] * TIMES["touch"] + [False] * (len(heard) - TIMES["touch"])
    assert heard_on(stage, "again").endswith(says)


def test_a_main_button_among_others_to_choose_from_is_named_each_time() -> None:
    """The others are read; it alone would go unnamed."""
    flow = next(one for one in residents_guides().flows.values() if one.asks_first)
    stage = Stage()
    for _ in range(TIMES["touch"] + 2):
        stage.conductor.show(Visit((Home(), HaveReady(flow.id))))
        assert stage.conductor.page.choices
        assert stage.ear.last.endswith(f"Bác chạm nút màu mận “{word('overview.have_all')}”.")
        stage.conductor.show(Visit((Home(),)))


def test_the_next_person_hears_it_anew() -> None:
    stage = Stage()
    for _ in range(5):
        tiles = heard_on(stage, "need.cai-vneid")
        assert tiles.endswith(word("go_on.choose_picture_wanted"))
        stage.walk_to("finish", "next-person")
        assert stage.conductor.nobody_is_here


def test_who_presses_keys_is_told_of_keys_and_who_swipes_of_swiping() -> None:
    """Who has one switch was told on the first screen, and waits for every word."""
    for begin, way, again in (
        ("down", "keys", True),
        ("move", "switches", True),
        ("switch", "one-switch", False),
    ):
        stage = Stage()
        stage.conductor.do(begin)  # type: ignore[arg-type]
        stage.conductor.show(at_tiles(stage))
        says = word(f"go_on.choose_{way}")
        assert stage.ear.last.endswith(says) == again
        assert heard_on(stage, "again").endswith(says)
    stage = Stage()
    stage.conductor.start_exploring()
    stage.conductor.show(at_tiles(stage))
    assert stage.ear.last.endswith(word("go_on.choose_explore"))


def at_a_step(begin: str, *edges: str, guide: str = "vneid-xuat-trinh") -> Stage:
    """A guide of one's own, in the way that *begin* begins."""
    stage = Stage()
    if begin == "explore":
        stage.conductor.start_exploring()
    elif begin:
        stage.conductor.do(begin)  # type: ignore[arg-type]
    else:
        stage.walk_to("need.kham-benh")
    stage.conductor.act(OpenGuide(guide))
    stage.walk_to(*edges)
    return stage


def test_where_on_the_phone_is_told_to_who_may_not_see_it_and_to_who_asks() -> None:
    where = "Bác chạm “Ví giấy tờ”.\nỞ thanh dưới cùng."
    for begin in ("explore", "down", "move", "switch"):
        assert where in at_a_step(begin, "next").ear.last
    sees = at_a_step("", "next")
    assert where not in sees.ear.last
    assert where in heard_on(sees, "again")
    assert where.replace("\n", " ") in sees.conductor.pointing.guidance.announcement


def test_two_taps_of_a_phone_that_reads_aloud_are_told_once_a_guide_to_who_does_not_see() -> None:
    taps = word("ways.taps")
    for begin, told in (("explore", True), ("down", True), ("move", False), ("", False)):
        stage = at_a_step(begin)
        assert (taps in stage.ear.last) == told
        assert taps.rstrip(".") in stage.conductor.pointing.guidance.announcement  # a screen reader's
        assert taps not in heard_on(stage, "next")


def test_where_one_is_and_what_can_be_scanned_is_said_to_who_asks() -> None:
    stage = Stage()
    first = heard_on(stage, "need.cai-vneid", f"flow.{GUIDE}")
    number = getattr(stage.conductor.page, "caption", "")
    assert "1 trong khoảng" in number and number not in first
    assert number in heard_on(stage, "again")
    guides = residents_guides().flows.values()
    flow = next(one for one in guides if one.asks_first and any(code.printable for code in one.qr))
    stage = Stage()
    stage.conductor.show(Visit((Home(), HaveReady(flow.id))))
    needs = heard_on(stage, "needs")
    assert "QR" not in needs and "Kiểm tra" not in needs
    asked = heard_on(stage, "again")
    assert "QR" in asked and "Kiểm tra" in asked


def test_a_tile_says_its_own_words_and_no_count() -> None:
    for shown in (Home(), Topics(), NeedGuides("cai-vneid"), Topic("vneid")):
        page = derive(visit_at(shown, Preferences()), AROUND)
        said = {line.slot: line.text for line in page.script_when_asked}
        assert page.choices
        assert [said[one.slot] for one in page.choices] == [one.label for one in page.choices]


def test_staff_are_told_nothing_of_it() -> None:
    stage = Stage()
    stage.conductor.show(visit_at(Goodbye(finished=True), Preferences()))
    assert word("go_on.choose_picture_answer") in stage.ear.last
    stage.walk_to("staff")
    assert stage.conductor.visit.speaks_to_staff or "Bác chạm" not in stage.ear.last


@pytest.mark.parametrize("theme", THEMES)
def test_the_main_button_is_called_by_the_colour_it_has(theme: ThemeName) -> None:
    red, green, blue = (int(colours_for(theme).primary[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    grey = "black" if light < 0.5 else "white"
    seen = next((name for name, (least, most) in HUES.items() if least < hue < most), "none of these")
    assert COLOURS[theme] == (grey if full == 0 else seen)
