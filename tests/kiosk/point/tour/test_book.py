"""The book for the people who approve the content: complete, ordered, and safe to open."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from support.stage import residents_guides

from accessibility.card import Card, CardRefused
from accessibility.card_text import to_bytes
from flows.guide.steps import ChoiceIs, Not, points_at
from kiosk.point.tour.book import SILENT, Chapter, Plate, SourceLine, bind
from kiosk.point.tour.camera import SPECIMEN_DOORS
from kiosk.point.tour.guide_stops import guide_stops
from kiosk.point.tour.render import code_of, confidence_of, sources_of, sources_of_notes
from kiosk.point.tour.staff_stops import STAFF_STAGES_SHOWN
from kiosk.point.tour.stand_ins import specimen
from kiosk.point.tour.stops import common_stops
from kiosk.point.tour.walks import walks_to_every_step
from ui.visit.card import WORDS
from ui.visit.staff.stages import Door
from ui.visit.stages import Advice, Hotline, MyCard, ShowCard, ShowQr, Stepping, StuckList, Unread

FLOWS = residents_guides().flows


PLATE = Plate(
    name="mo-may",
    pictures=("bai/001-mo-may.png",),
    texts=("Bác mở máy.",),
    controls=("Tiếp theo",),
    spoken=("Bác mở máy.",),
    confidence="A",
    sources=(SourceLine("V1", "Thanh Niên", "https://thanhnien.vn/a?b=1&c=2", "2023"),),
)


def test_every_step_of_every_guide_has_a_walk_that_leads_there() -> None:
    for flow in FLOWS.values():
        assert {step.id for step, _ in walks_to_every_step(flow)} == set(flow.steps)


def test_a_guide_is_shown_with_all_its_wordings_troubles_and_codes() -> None:
    for flow in FLOWS.values():
        stages = [stop.stage for stop in guide_stops(flow)]
        steps = flow.steps.values()
        stuck = {(step.id, edge.id) for step in steps for edge in step.edges if edge.id.startswith("stuck.")}
        further = [step for step in steps if step.example or points_at(step)]
        wordings = len(flow.steps) + sum(bool(step.simpler) for step in steps) + len(further)
        assert sum(isinstance(stage, Stepping) for stage in stages) == wordings
        assert sum(isinstance(stage, Advice) for stage in stages) == len(stuck)
        assert sum(isinstance(stage, ShowQr) for stage in stages) == len(flow.qr)


def test_what_helps_only_who_chose_something_is_shown_after_that_choice() -> None:
    """The shortest way to this step leads over another answer."""
    flow = FLOWS["lua-dao-da-mac"]
    step = flow.steps["goi-ngan-hang"]
    only_off = Not(ChoiceIs("da-lam-gi", frozenset({"tien"})))
    edges = tuple(
        replace(one, guard=only_off) if one.id == "stuck.khong-co-ngan-hang" else one for one in step.edges
    )
    guarded = replace(flow, steps={**flow.steps, step.id: replace(step, edges=edges)})
    (shown,) = [
        stop.stage for stop in guide_stops(guarded) if stop.name == "goi-ngan-hang-khong-co-ngan-hang"
    ]
    assert isinstance(shown, Advice) and shown.walk.edges[0] == "choice.cai"


def test_the_number_to_call_is_shown_where_a_guide_leads_to_a_hotline() -> None:
    numbers = {
        stop.stage.number
        for flow in FLOWS.values()
        for stop in guide_stops(flow)
        if isinstance(stop.stage, Hotline)
    }
    banks = {one.number for one in FLOWS["lua-dao-da-mac"].hotlines}
    assert numbers - banks == {"113", "156", "19000368", "19001009", "0241022"} and banks <= numbers


def test_no_two_pictures_of_a_chapter_have_the_same_name() -> None:
    for stops in (common_stops(FLOWS), *(guide_stops(flow) for flow in FLOWS.values())):
        names = [stop.name for stop in stops]
        assert len(names) == len(set(names))


def test_a_step_that_can_go_wrong_shows_its_list_of_troubles() -> None:
    stages = [stop.stage for stop in guide_stops(FLOWS["vneid-cai-dat"])]
    assert any(isinstance(stage, StuckList) for stage in stages)


def test_a_picture_stands_beside_its_words_its_speech_and_its_sources() -> None:
    html = bind("Sách", "vi", (Chapter("Bài", ("Kiểm tra ngày 24/11/2026",), (PLATE,)),))
    assert '<html lang="vi">' in html
    assert 'src="bai/001-mo-may.png"' in html
    for text in ("Bác mở máy.", "Tiếp theo", "Thanh Niên", "Kiểm tra ngày 24/11/2026", "b=1&amp;c=2"):
        assert text in html


def test_all_pages_of_a_screen_stand_side_by_side_and_its_words_once() -> None:
    pages = tuple(f"bai/001-mo-may{ending}.png" for ending in ("", "-2", "-3"))
    one, three = (
        bind("", "vi", (Chapter("", (), (plate,)),)) for plate in (PLATE, replace(PLATE, pictures=pages))
    )
    assert three.count("<figure>") == 1 and "3 trang / pages" in three and "trang / pages" not in one
    figure = three.split("<figure>")[1].split("</figure>")[0]
    assert re.findall(r'src="([^"]+)"', figure) == list(pages)
    assert three.count("Bác mở máy.") == one.count("Bác mở máy.")


def test_a_step_without_a_source_says_so() -> None:
    html = bind("Sách", "vi", (Chapter("Bài", (), (replace(PLATE, confidence="U", sources=()),)),))
    assert "Chưa có nguồn" in html


def test_a_warning_has_its_confidence_and_its_sources_beside_it_and_a_code_its_address_and_its_reason() -> (
    None
):
    flow = FLOWS["vneid-cai-dat"]
    stops = {stop.name: stop for stop in guide_stops(flow)}
    overview, code = stops["overview"], stops["qr-vneid-android"]
    assert [line.key for line in sources_of(overview, flow)] == ["V1", "X2"]
    assert confidence_of(overview, flow) == "canh-bao-1: A [V1, X2] · canh-bao-2: A [V1]"
    assert confidence_of(stops["mo-ch-play"], flow) == "A"
    assert "com.vnid · chưa hiện / not shown · Mã ứng dụng" in code_of(code)
    assert "hiện / shown" in code_of(stops["qr-vneid-gov-vn"]) and code_of(overview) == ""
    html = bind("T", "vi", (Chapter("C", (), (replace(PLATE, code="https://a.vn?b&c"),)),))
    assert "<dt>Mã QR / QR code</dt><dd>https://a.vn?b&amp;c</dd>" in html


def test_a_code_has_its_sources_beside_its_address_and_a_note_names_none_that_cannot_be_looked_up() -> None:
    flow = FLOWS["vneid-con-chau"]
    code = next(stop for stop in guide_stops(flow) if stop.code)
    lines = sources_of(code, flow)
    assert [line.key for line in lines] == ["V6"]
    assert [line.key for line in sources_of_notes(flow)] == ["V28", "V39", "V29", "V31"]
    plate = replace(PLATE, confidence="", code=code_of(code), sources=lines)
    html = bind("T", "vi", (Chapter("C", ("Xem [V29].",), (plate,), sources_of_notes(flow)),))
    beside = html.split("<dt>Mã QR / QR code</dt>")[1].split("<dt>Nguồn / Sources</dt>")[1]
    assert f'<a href="{flow.sources["V6"].url}">' in beside
    assert f"[V29] {flow.sources['V29'].title} ({flow.sources['V29'].published})" in html.split("<article")[0]
    bare = bind("T", "vi", (Chapter("C", (), (replace(plate, sources=()),)),))
    assert "Chưa có nguồn" in bare


def test_every_source_that_a_guide_declares_stands_in_its_chapter() -> None:
    for flow in FLOWS.values():
        told = {line.key for stop in guide_stops(flow) for line in sources_of(stop, flow)}
        assert told | {line.key for line in sources_of_notes(flow)} == set(flow.sources)


def test_a_screen_that_says_nothing_is_silent_in_the_book_and_names_where_its_words_are_said() -> None:
    html = bind("T", "vi", (Chapter("C", (), (replace(PLATE, spoken=()),)),))
    assert '<span class="spoken">Máy im lặng' in html
    assert any(stop.name == "this-place" for stop in common_stops(FLOWS)) and "this-place" in SILENT[0]


def test_what_a_guide_says_cannot_become_markup() -> None:
    texts = ("<script>alert(1)</script>",)
    html = bind("<b>", "vi", (Chapter("<i>", (), (replace(PLATE, texts=texts, spoken=texts),)),))
    assert "<script" not in html
    assert "<i>" not in html
    assert "<b>" not in html


def test_every_sentence_about_a_card_is_shown_and_the_specimen_is_no_card() -> None:
    stages = [stop.stage for stop in common_stops(FLOWS)]
    assert MyCard() in stages and ShowCard() in stages
    assert {WORDS[stage.why] for stage in stages if isinstance(stage, Unread)} == set(WORDS.values())
    with pytest.raises(CardRefused) as refused:
        to_bytes(specimen(Card()))
    assert refused.value.why == "damaged"


def test_the_door_the_tour_shows_as_marked_is_among_those_counted_there() -> None:
    marked = dict(STAFF_STAGES_SHOWN)["doors-marked"]
    assert isinstance(marked, Door) and marked.marked is not None
    assert SPECIMEN_DOORS[marked.area, marked.marked] > 0
