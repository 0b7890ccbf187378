"""What comes between a resident and a guide, on the real window, by finger."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from support.opened import opened
from support.stage import TODAY, Stage, residents_guides, tile_of
from support.visitor import (
    BACK,
    CALL,
    DONE,
    DONE_HERE,
    START,
    Visitor,
    visitor,
)
from support.window import Role, pixels

from accessibility.speech.utterance import SoundState
from flows.guide import walk as walks
from flows.guide.steps import Edge, HandOver, Step, ToFlow, ToHotline
from flows.guide.walk import Walk
from flows.shelf.library import RESIDENT_GUIDES, load_library
from ui.screens.aside import grouped
from ui.screens.step_wording import wording
from ui.visit.stages import Attract, Goodbye, Home, Overview, Person, ShowQr, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
GUIDE = FLOWS["vneid-cai-dat"]
NO_SOUND = "Không có âm thanh – mời bác đọc chữ hoặc gọi nhân viên"
STORAGE = "Cán bộ chú ý: máy chưa ghi được sổ."


@pytest.fixture
def resident(drawing: object) -> Iterator[Visitor]:
    with visitor() as made:
        yield made


def way(flow_id: str, kind: type) -> tuple[Walk, Step, Edge | None]:
    """A walk to a step of that kind, or to one with an edge to such a target."""
    flow = FLOWS[flow_id]
    waiting, met = [walks.begin(flow)], set[str]()
    while waiting:
        walk = waiting.pop(0)
        step = walks.current(flow, walk)
        if isinstance(step, kind):
            return walk, step, None
        for edge in walks.edges_open(flow, walk):
            if isinstance(edge.target, kind) and edge.id.startswith("stuck."):
                return walk, step, edge
            further = walks.follow(flow, walk, edge.id)
            if isinstance(further, Walk) and step.id not in met:
                waiting.append(further)
        met.add(step.id)
    raise LookupError((flow_id, kind))


def follow(resident: Visitor, walk: Walk, flow_id: str) -> None:
    """Open the guide by finger, then go along the walk."""
    resident.open_guide(flow_id)
    for edge_id in walk.edges:
        if edge_id.startswith("stuck."):
            resident.jump(*["not-understood"] * 3)
            resident.jump(edge_id, "go-on")
        else:
            resident.jump(edge_id)


def stuck_at(resident: Visitor, edge: Edge) -> None:
    while not resident.reads("Bác đang gặp chuyện gì?"):
        resident.does_not_understand()
    assert edge.label
    resident.tap(edge.label.vi, "Làm theo cách này")


def test_a_step_that_needs_another_guide_leads_there_and_back_to_where_one_was(resident: Visitor) -> None:
    walk, step, edge = way(GUIDE.id, ToFlow)
    assert edge
    assert isinstance(edge.target, ToFlow)
    follow(resident, walk, GUIDE.id)
    stuck_at(resident, edge)
    further = FLOWS[edge.target.flow_id]
    assert resident.at == opened(further)
    assert resident.reads(further.steps[further.start].say.vi)
    resident.tap(BACK)
    assert resident.step == step
    kinds = [line for line in resident.stage.notebook.lines if str(line[0]).startswith("walk")]
    assert [line[:2] for line in kinds[1:]] == [
        ("walk ended", "referred"),
        ("walk started", edge.target.flow_id),
        ("walk ended", "stopped"),
        ("walk reopened", GUIDE.id),
    ]


def test_a_number_to_call_is_shown_large_and_said(resident: Visitor) -> None:
    flow_id = next(one for one in FLOWS if has(one, ToHotline))
    walk, step, edge = way(flow_id, ToHotline)
    assert edge
    assert isinstance(edge.target, ToHotline)
    follow(resident, walk, flow_id)
    stuck_at(resident, edge)
    number = grouped(edge.target.number)
    assert resident.reads(number)
    assert number in resident.heard
    sizes = {text.text: text.font_px for text in resident.screen.texts()}
    assert sizes[number] == max(sizes.values())
    resident.tap(DONE)
    assert resident.step == step


def has(flow_id: str, kind: type) -> bool:
    return any(
        isinstance(e.target, kind) and e.id[0] == "s" for s in FLOWS[flow_id].steps.values() for e in s.edges
    )


def test_a_code_can_be_scanned_from_the_glass_and_its_address_is_read_and_said(resident: Visitor) -> None:
    (code,) = [one for one in GUIDE.qr if one.printable][:1]
    resident.stage.conductor.show(Visit((Home(), Overview(GUIDE.id))))
    resident.settle()
    resident.tap(f"Xem mã QR: {code.label.vi}")
    assert resident.at == ShowQr(GUIDE.id, code.id)
    assert [found.text for found in zxingcpp.read_barcodes(_grey(resident.screen.grab()))] == [code.payload]
    assert any(text.startswith("Mã dẫn đến:") for text in resident.texts)
    assert "Mã dẫn đến:" in resident.heard
    resident.tap(DONE)
    assert resident.at == Overview(GUIDE.id)


def _grey(image: QImage) -> np.ndarray:
    return (pixels(image) & 0xFF).astype("uint8")


def test_what_a_person_must_go_on_with_is_handed_over_and_logged_as_that(resident: Visitor) -> None:
    flow_id = next(
        one.id
        for one in FLOWS.values()
        if any(isinstance(s, HandOver) for s in one.steps.values())
        and not any(s.private for s in one.steps.values())  # of those only that it ended is told
    )
    walk, step, _ = way(flow_id, HandOver)
    follow(resident, walk, flow_id)
    assert resident.reads(step.say.vi)
    resident.tap(DONE_HERE)
    assert resident.at == Attract()
    assert ("walk ended", "handed-over") in resident.stage.notebook.lines


def test_without_sound_a_notice_stays_until_it_is_back_and_the_guide_goes_on(resident: Visitor) -> None:
    resident.open_guide()
    resident.stage.ear.tell(SoundState(False, "no-device"))
    resident.settle()
    assert resident.reads(NO_SOUND)
    resident.does_not_understand()
    assert resident.reads(NO_SOUND)
    assert resident.reads(wording(resident.step, "simpler", "vi"))
    resident.stage.ear.tell(SoundState(True, "ok"))
    resident.settle()
    assert not resident.reads(NO_SOUND)


def test_when_nothing_can_be_written_staff_are_told_and_the_resident_walks_on(resident: Visitor) -> None:
    resident.open_guide()
    conductor = resident.stage.conductor
    conductor.surround(replace(conductor.around.health, storage_trouble=True))
    resident.settle()
    assert any(STORAGE in text for text in resident.texts)
    resident.tap(CALL, "Tôi tự làm tiếp")
    assert resident.reads(resident.step.say.vi)


def test_our_own_mistake_shows_a_calm_screen_and_never_a_traceback(
    resident: Visitor, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    resident.open_guide()
    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr("ui.visit.walking.on_press", broken)
        resident.does_not_understand()
    assert resident.reads("Máy gặp trục trặc.")
    assert not any("RuntimeError" in text or "Traceback" in text for text in resident.texts)
    assert caplog.records[0].exc_info
    resident.tap("Về trang đầu")
    assert resident.reads("Bác cần gì ạ?")
    resident.tap(*resident.to_topic("vneid"), tile_of(GUIDE))
    assert resident.step.id == GUIDE.start


def test_a_broken_guide_is_not_offered_and_the_others_are(drawing: object, tmp_path: Path) -> None:
    guides = tmp_path / "guides"
    for name in ("vneid-cai-dat", "vneid-muc-1", "co-ban-wifi"):
        shutil.copytree(RESIDENT_GUIDES / name, guides / name)
    (guides / "vneid-muc-1" / "vi.toml").write_text("[tit", "utf-8")
    library = load_library(guides, TODAY)
    assert library.problems
    with visitor(Stage(library=library)) as resident:
        resident.tap(START, *resident.to_topic("vneid"))
        offered = {one.name for one in resident.stage.conductor.page.choices}
        assert offered == {tile_of(GUIDE)}
        resident.tap(tile_of(GUIDE))
        assert resident.reads(resident.step.say.vi)


def test_a_call_keeps_the_step_and_says_how_long_one_has_waited(resident: Visitor) -> None:
    resident.open_guide()
    step = resident.step
    resident.tap(CALL)
    resident.stage.wait(130)
    resident.settle()
    assert resident.reads("Bác đã đợi 2\u00a0phút.")
    resident.tap("Tôi tự làm tiếp")
    assert resident.step == step


def test_a_finished_guide_gives_its_code_along_at_the_goodbye(resident: Visitor) -> None:
    (code,) = [one for one in GUIDE.qr if one.printable][:1]
    at = Visit((Goodbye(finished=True),), finished=(GUIDE.id,))
    resident.stage.conductor.show(at)
    resident.settle()
    resident.tap("Hài lòng")
    assert [found.text for found in zxingcpp.read_barcodes(_grey(resident.screen.grab()))] == [code.payload]


def test_the_screen_of_a_person_lies_over_every_other_and_keeps_it(resident: Visitor) -> None:
    over = Visit(
        (Home(), Overview(GUIDE.id), Stepping(GUIDE.id, walks.begin(GUIDE))), open_walk=OpenWalk(GUIDE.id)
    )
    resident.stage.conductor.show(over)
    resident.settle()
    resident.tap(CALL)
    assert isinstance(resident.at, Person)
    assert not resident.screen.named(tile_of(GUIDE), Role.Button)
    resident.tap("Tôi tự làm tiếp")
    assert resident.stage.conductor.visit == over.done_by("touch")
