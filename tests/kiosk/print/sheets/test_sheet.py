"""A guide on paper, read back by another program: nothing of it is missing, nothing is made up."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from support.guides import TODAY, shipped

from flows.guide.flow import Flow
from flows.guide.page_address import page_address
from flows.guide.problems import rules
from flows.guide.steps import Step, ToFlow
from flows.guide.words import LANGUAGES, Language
from flows.reading.dated import flow_on
from kiosk.print.sheets.phones import NOBODY, Ours, official, ours
from kiosk.print.sheets.sheet import Sender, Size, sheet, slip
from kiosk.print.sheets.words import sayer
from ui.screens.aside import grouped
from ui.words import UiWords

LIBRARY = shipped()
GUIDES = LIBRARY.flows
TITLES = {flow.id: flow.title for flow in GUIDES.values()}
WARD = Sender("Phường Cửa Nam", NOBODY, lambda guide: "", TITLES)
FEW = ("lua-dao-da-mac", "khan-cap", "sim-xac-thuc")


def no_picture(step: Step, flow: Flow) -> None:
    return None


def text_of(pdf: bytes) -> str:
    """All letters one after the other: lines may break anywhere."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def on_paper(flow: Flow, today: date = TODAY, sender: Sender = WARD) -> str:
    return text_of(sheet(flow, sender, today, no_picture).pdf())


@pytest.mark.parametrize(
    "flow_id",
    [pytest.param(one, marks=() if one in FEW else pytest.mark.full) for one in GUIDES],
)
def test_every_sentence_and_every_way_of_a_guide_stands_on_its_sheet(flow_id: str) -> None:
    flow = GUIDES[flow_id]
    text = on_paper(flow)
    missing = [
        words
        for step in flow.steps.values()
        for words in (
            step.say.vi,
            *((step.calling.vi,) if step.calling else ()),
            *(edge.label.vi for edge in step.edges if edge.label),
            *(edge.advice.vi for edge in step.edges if edge.advice and not isinstance(edge.target, ToFlow)),
            *(GUIDES[edge.target.flow_id].title.vi for edge in step.edges if isinstance(edge.target, ToFlow)),
        )
        if squeezed(words) not in text
    ]
    assert not missing
    assert squeezed(flow.title.vi) in text
    assert f"Kiểmtrangày{flow.checked_on:%d/%m/%Y}." in text
    told = (*(one.text.vi for one in flow.needs), *(one.text.vi for one in flow.warnings))
    assert all(squeezed(one) in text for one in told)


def test_the_paper_asks_for_no_other_guide_on_the_screen_and_keeps_what_is_to_be_done_first() -> None:
    assert "xemtờ“Xingiấyxácnhậnkhuyếttật”" in on_paper(GUIDES["tro-cap-xa-hoi"])
    for flow_id in ("tro-cap-xa-hoi", "lua-dao-nhan-biet", "dvc-nop-phi"):
        text = on_paper(GUIDES[flow_id])
        assert not [words for words in ("chạmđểxembài", "mờibácxembài") if words in text], flow_id
    assert "Bácđừngmở.→xemtờ" in on_paper(GUIDES["tien-dien-nuoc"])


def test_the_numbers_to_call_come_first_with_whose_they_are() -> None:
    ward = Ours("0243 822 1234", "0243 933 4455", "Điểm 2")
    text = on_paper(GUIDES["lua-dao-da-mac"], sender=replace(WARD, phones=ward))
    first = text.index(squeezed("Nghi mình đã bị lừa, mất tiền"))
    known = squeezed("113 Công an 1900 0368 VNeID, căn cước – gọi mất tiền cước")
    assert known + "02438221234Phườnghỗtrợ02439334455Điểm2Ngânhàngcủabác" in text[first : first + 200]
    others = on_paper(GUIDES["vneid-cai-dat"], sender=replace(WARD, phones=ward))
    assert others.index("Sốđểgọi") < others.index("Báccầncó")


def first_page(flow: Flow, size: Size, language: Language = "vi") -> str:
    paper = PdfReader(io.BytesIO(sheet(flow, WARD, TODAY, no_picture, size, language).pdf()))
    return squeezed(paper.pages[0].extract_text())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["A4", "A5"])
def test_of_who_lost_money_the_first_page_is_enough(size: Size, language: Language) -> None:
    """V47: it had six pages, “sang bước 17” among them, and no number of a bank."""
    flow = GUIDES["lua-dao-da-mac"]
    text, calling = first_page(flow, size, language), flow.steps["goi-ngan-hang"].calling
    assert calling is not None and len(flow.first_page) == 5 and len(flow.hotlines) >= 7
    told = [flow.steps[named].say for named in (*flow.first_page, "xong")] + [calling]
    assert [one.vi for one in told if squeezed(one.in_(language)) not in text] == []
    numbers = ["113", "1900 0368", *(grouped(one.number) for one in flow.hotlines)]
    assert [one for one in numbers if squeezed(one) not in text] == []
    assert all(squeezed(one.whose) in text for one in flow.hotlines)
    assert squeezed(sayer(language)("sheet.lines_other")) in text, "whoever's bank is not among them"
    assert f"{min(one.checked_on for one in flow.hotlines):%d/%m/%Y}" in text
    assert f"{flow.checked_on:%d/%m/%Y}" in text and f"{flow.valid_until:%d/%m/%Y}" in text
    assert not re.search("sangbước|làmtiếp|gotostep|allezàl’étape", text)


def test_who_need_not_switch_off_reads_for_whom_that_is() -> None:
    text = first_page(GUIDES["lua-dao-da-mac"], "A4")
    assert "“Càiứngdụng,mởtranglạ,chưarõ”:Báctắtnguồnđiệnthoạingay.Bácmượnmộtđiệnthoạikhác" in text
    assert squeezed("Xóa ứng dụng là chưa đủ") not in text, "which is for them alone"


def test_a_guide_without_a_first_page_begins_as_before() -> None:
    text = first_page(GUIDES["vneid-cai-dat"], "A4")
    assert "Sốđểgọi" in text and "Báccầncó" in text


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_every_guide_says_on_paper_and_on_its_slip_whom_to_call(language: Language) -> None:
    """An official number or not, the ward's; and where the config has none, a line for it."""
    say, listed = sayer(language), rules()["hotline-unknown"]["numbers"]
    for flow in GUIDES.values():
        (line,) = (one for one in (*official(flow, say), *ours(Ours(), say)) if not one.number)
        assert line.whose == say("sheet.write_in")
        for one in official(flow, say):
            assert one.whose and re.sub(r"\D", "", one.number) in listed, flow.id
    (vneid,) = official(GUIDES["vneid-cai-dat"], say)
    assert squeezed(vneid.number) == "19000368"
    assert not official(GUIDES["co-ban-wifi"], say), "no source gives a line for it"


def test_where_the_ward_has_no_number_its_staff_can_write_it_on_sheet_and_slip() -> None:
    flow = GUIDES["co-ban-wifi"]
    paper = slip(flow, WARD, TODAY)
    assert paper is not None
    for text in (on_paper(flow), text_of(paper.pdf())):
        assert squeezed("Phường hỗ trợ (cán bộ ghi số vào đây)") in text
    named = slip(flow, replace(WARD, phones=Ours("0243 822 1234")), TODAY)
    assert named is not None and "02438221234Phườnghỗtrợ" in text_of(named.pdf())


def test_a_line_to_write_on_is_announced_as_no_number_to_call() -> None:
    """V48: a red box “Số để gọi” held nothing but that line. It stands last, before the day of checking."""
    heading, line = squeezed("Số để gọi"), squeezed("Phường hỗ trợ (cán bộ ghi số vào đây)")
    flow = GUIDES["vneid-xuat-trinh"]
    text = on_paper(flow)
    assert heading not in text
    assert text.index(line) > max(text.index(squeezed(step.say.vi)) for step in flow.steps.values())
    assert text.index(line) < text.index(f"Kiểmtrangày{flow.checked_on:%d/%m/%Y}.")
    ward = replace(WARD, phones=Ours("0243 822 1234"))
    assert heading + "02438221234Phườnghỗtrợ" in on_paper(flow, sender=ward)
    official_line = on_paper(GUIDES["vneid-cai-dat"])
    assert official_line.index(heading) < official_line.index(line) < official_line.index("Báccầncó")


def test_who_lost_money_is_told_on_the_slip_what_to_bring_to_the_police() -> None:
    paper = slip(GUIDES["lua-dao-da-mac"], WARD, TODAY)
    assert paper is not None
    text = text_of(paper.pdf())
    assert all(squeezed(one) in text for one in ("Thẻ căn cước", "tin nhắn của kẻ lừa", "Giấy chuyển tiền"))
    for one in GUIDES["lua-dao-da-mac"].hotlines:
        assert squeezed(one.whose) + squeezed(grouped(one.number)) in text


def test_a_step_without_a_source_is_marked_and_the_mark_is_explained() -> None:
    flow = GUIDES["lua-dao-da-mac"]
    unsure = flow.steps["doi-passcode"]
    assert unsure.confidence == "U"
    text = on_paper(flow)
    assert squeezed(unsure.say.vi) + "?" in text
    assert squeezed(flow.steps["ra-ngan-hang"].say.vi) + "?" not in text
    assert squeezed("Chỗ có dấu ? chưa có nguồn chính thức.") in text


def test_the_safety_that_stands_on_paper_is_in_the_wards_own_words(tmp_path: Path) -> None:
    marks = {mark for step in GUIDES["vneid-muc-1"].steps.values() for mark in step.safety}
    lines = "".join(f'{mark} = "Bác hỏi con cháu trước đã."\n' for mark in sorted(marks))
    (tmp_path / "vi.toml").write_text(f"[safety]\n{lines}", "utf-8")
    written = on_paper(GUIDES["vneid-muc-1"], sender=replace(WARD, words=UiWords(tmp_path)))
    assert marks and squeezed("Bác hỏi con cháu trước đã.") in written


def test_a_guide_that_lost_its_last_source_says_so_on_its_sheet() -> None:
    flow = GUIDES["khan-cap"]
    steps = {key: replace(step, sources=(), confidence="U") for key, step in flow.steps.items()}
    text = on_paper(replace(flow, sources={}, steps=steps))
    assert squeezed("Cả tờ này chưa có nguồn chính thức.") in text


def test_a_sheet_says_until_when_a_fact_holds_and_not_what_has_ended() -> None:
    written = LIBRARY.written
    flow, step, ends = next(
        (flow, step, one)
        for flow in written.values()
        for step in flow.steps.values()
        for one in step.dated
        if one.path == ("say",) and one.after
    )
    assert ends.after is not None
    before = on_paper(flow_on(flow, ends.until), ends.until)
    assert f"Đúngđếnhếtngày{ends.until:%d/%m/%Y}." in before
    assert squeezed(step.say.vi) in before
    after_day = date.fromordinal(ends.until.toordinal() + 1)
    after = on_paper(flow_on(flow, after_day), after_day)
    assert squeezed(ends.after.vi) in after
    assert f"Đúngđếnhếtngày{ends.until:%d/%m/%Y}." not in after


def test_a_review_in_the_past_sends_the_reader_to_staff() -> None:
    flow = replace(GUIDES["khan-cap"], valid_until=date(2026, 11, 1))
    assert "Đãquangàyràsoát01/11/2026.Báchỏicánbộtrướckhilàmtheo." in on_paper(flow)


def test_the_code_on_a_sheet_opens_the_page_of_its_guide_and_stands_only_where_an_address_is() -> None:
    sender = replace(WARD, address_of=lambda guide: page_address("https://cuanam.example/huong-dan", guide))
    flow = GUIDES["khan-cap"]
    codes = zxingcpp.read_barcodes(
        Image.open(io.BytesIO(sheet(flow, sender, TODAY, no_picture).pages()[0])).convert("L")
    )
    assert [one.text for one in codes] == ["https://cuanam.example/huong-dan/khan-cap/"]
    assert "https://" not in on_paper(flow)


def test_the_papers_of_a_guide_stand_on_one_slip() -> None:
    flow = GUIDES["the-xe-buyt"]
    paper = slip(flow, WARD, TODAY)
    assert paper is not None
    read = PdfReader(io.BytesIO(paper.pdf()))
    assert len(read.pages) == 1
    text = squeezed(read.pages[0].extract_text())
    assert all(squeezed(need.text.vi) in text for need in flow.needs)
    assert "Giấytờcầnmang" in text
    assert slip(replace(flow, needs=()), WARD, TODAY) is None
