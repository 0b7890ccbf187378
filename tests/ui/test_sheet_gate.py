"""A guide on paper at the point: offered where a printer is, and nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.all_screens import walks_to_every_step
from support.stage import Stage

from accessibility.card import Card, guide_mark
from flows.guide.words import Language
from ui.screens.guide_end import EndProps
from ui.turn.gates.sheet_gate import SheetGate
from ui.visit.stages import Comfort, Goodbye, Home, Overview, Stepping
from ui.visit.visit import OpenWalk, Visit

GUIDE = "vneid-muc-2"


class SlowPrinter:
    def __init__(self) -> None:
        self.asked: list[tuple[str, Language]] = []
        self.waiting: list[Callable[[bool], None]] = []

    def print(self, guide: str, language: Language, done: Callable[[bool], None]) -> None:
        self.asked.append((guide, language))
        self.waiting.append(done)

    def print_learnt(self, guides: tuple[str, ...], language: Language, done: Callable[[bool], None]) -> None:
        self.print(" ".join(guides), language, done)


def at_overview(printer: SlowPrinter | None) -> Stage:
    stage = Stage(sheets=SheetGate(printer))
    stage.walk_to("begin")
    stage.conductor.show(stage.conductor.visit.show(Overview(GUIDE)))
    return stage


def offered(stage: Stage) -> set[str]:
    return {one.action.slot for one in stage.conductor.page.choices if one.action is not None}


def test_a_printed_guide_is_offered_only_where_the_ward_has_named_a_printer() -> None:
    assert "print-guide" not in offered(at_overview(None))
    assert "print-guide" in offered(at_overview(SlowPrinter()))


def at_end(printer: SlowPrinter | None, guide: str, step: str) -> Stage:
    stage = Stage(sheets=SheetGate(printer))
    stage.walk_to("begin")
    end = Stepping(guide, walks_to_every_step(guide)[step])
    stage.conductor.show(Visit((Home(), end), open_walk=OpenWalk(guide)))
    return stage


def test_where_a_guide_ends_its_sheet_is_a_tile_with_a_picture() -> None:
    assert "print-guide" not in offered(at_end(None, "vneid-xuat-trinh", "xong"))
    printer = SlowPrinter()
    stage = at_end(printer, "vneid-xuat-trinh", "xong")
    (tile,) = (one for one in stage.conductor.page.choices if one.slot == "print-guide")
    assert tile.picture and tile.label in stage.ear.last
    stage.walk_to("print-guide")
    assert printer.asked == [("vneid-xuat-trinh", "vi")]
    assert isinstance(stage.conductor.page, EndProps), "the end stays"


def test_where_the_end_leads_to_two_guides_the_sheet_comes_with_the_face() -> None:
    printer = SlowPrinter()
    stage = at_end(printer, "huu-tri-xa-hoi", "chua-du-tuoi")
    assert "print-guide" not in offered(stage)
    stage.walk_to("face.good", "print-guide")
    assert printer.asked == [("huu-tri-xa-hoi", "vi")]


def test_on_the_goodbye_too_the_sheet_of_the_guide_just_left_is_printed() -> None:
    printer = SlowPrinter()
    stage = Stage(sheets=SheetGate(printer))
    stage.conductor.show(Visit((Goodbye(finished=True),)))
    assert "print-guide" not in {one.slot for one in stage.conductor.page.bar}, "of no guide"
    stage.conductor.show(Visit((Goodbye(finished=True, guide=GUIDE),)))
    stage.walk_to("print-guide")
    assert printer.asked == [(GUIDE, "vi")]


def test_the_guide_is_printed_while_the_screen_goes_on_and_then_it_is_said() -> None:
    printer = SlowPrinter()
    stage = at_overview(printer)
    stage.walk_to("print-guide")
    assert printer.asked == [(GUIDE, "vi")]
    assert stage.ear.last == "Máy đang in. Bác đợi một chút ạ."
    assert isinstance(stage.conductor.visit.stage, Overview)
    stage.walk_to("print-guide")  # impatient: one sheet, not two
    assert len(printer.asked) == 1
    printer.waiting.pop()(True)
    assert stage.ear.last == "In xong rồi. Bác lấy tờ giấy ạ."


def test_a_printer_that_fails_is_said_in_a_sentence_and_can_be_asked_again() -> None:
    printer = SlowPrinter()
    stage = at_overview(printer)
    stage.walk_to("print-guide")
    printer.waiting.pop()(False)
    assert stage.ear.last == "Máy in không chạy. Bác hỏi cán bộ ạ."
    assert isinstance(stage.conductor.visit.stage, Overview)
    stage.walk_to("print-guide")
    assert len(printer.asked) == 2


@pytest.mark.parametrize("voice", [(), ("speech",)], ids=["with voice", "without"])
def test_how_it_prints_is_written_too_for_who_does_not_hear(voice: tuple[str, ...]) -> None:
    printer = SlowPrinter()
    stage = at_overview(printer)
    stage.walk_to(*voice, "print-guide")
    assert stage.conductor.around.pointer.hint == "Máy đang in. Bác đợi một chút ạ."
    printer.waiting.pop()(False)
    assert stage.conductor.around.pointer.hint == "Máy in không chạy. Bác hỏi cán bộ ạ."


def test_what_was_printed_for_one_is_not_said_to_the_next() -> None:
    printer = SlowPrinter()
    stage = at_overview(printer)
    stage.walk_to("print-guide")
    stage.walk_to("finish", "done", "next-person", "begin")
    said = len(stage.ear.heard), stage.conductor.around.pointer.hint
    printer.waiting.pop()(True)
    assert (len(stage.ear.heard), stage.conductor.around.pointer.hint) == said


def test_what_was_learnt_is_printed_for_who_has_learnt_something_also_by_a_card() -> None:
    printer = SlowPrinter()
    stage = Stage(sheets=SheetGate(printer))
    stage.walk_to("begin")
    visit = stage.conductor.visit
    stage.conductor.show(visit.show(Comfort(group="about")))
    assert "print-learnt" not in offered(stage)
    brought = Card(finished=(guide_mark("co-ban-wifi"),))
    stage.conductor.show(replace(visit, finished=(GUIDE,), brought=brought).show(Comfort(group="about")))
    stage.walk_to("print-learnt")
    assert printer.asked == [(f"co-ban-wifi {GUIDE}", "vi")]
