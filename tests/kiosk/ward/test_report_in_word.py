"""The report as a Word file: each element as Nghị định 30/2020/NĐ-CP, appendix I, has it, read back."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import ImageFont
from support.reports import MADE, NAMES, month, sources

from kiosk.ward.report.as_docx import FormBroken, as_docx
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.form import LONG_RULE, SHORT_RULE, default_form
from kiosk.ward.report.model import Lines, Report, Table
from kiosk.ward.report.settings import ReportSettings, SettingsWrong, read_settings
from kiosk.ward.report.words import shown
from resources import path

EMU_A_MM, EMU_A_POINT = 36_000, 12_700
SETTINGS = ReportSettings(
    "BC-UBND",
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    addressed=("Ủy ban nhân dân thành phố Hà Nội", "Sở Khoa học và Công nghệ"),
    grounds=("Căn cứ Kế hoạch số một", "Căn cứ Kế hoạch số hai"),
    recipients=("Đảng ủy phường",),
    kept_by="VHXH",
)


def made(settings: ReportSettings = SETTINGS) -> Report:
    asked = ReportRequest("Phường Cửa Nam", "vi", MADE, settings=settings)
    return build(asked, month(visits=40, days=5, groups=9), sources(), NAMES)


REPORT = made()


@pytest.fixture(scope="module")
def document() -> Any:
    return Document(BytesIO(as_docx(REPORT)))


def everywhere(document: Any) -> list[Any]:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def line(document: Any, text: str) -> Any:
    return next(one for one in everywhere(document) if one.text == text)


def looks(paragraph: Any) -> tuple[float, bool, bool, str]:
    """Size in points, bold, italic, and how it is aligned."""
    run, style = paragraph.runs[0], paragraph.style
    size = run.font.size or style.font.size
    bold = style.font.bold if run.bold is None else run.bold
    align = paragraph.alignment if paragraph.alignment is not None else style.paragraph_format.alignment
    return size.pt, bool(bold), bool(run.italic), str(align).partition(" ")[0]


def test_a_page_is_a4_with_the_margins_of_the_decree(document: Any) -> None:
    """I.1–3: 210 × 297 mm; above and beneath 20–25, left 30–35, right 15–20 mm."""
    assert len(document.sections) == 1 + 5, "what is read, and each annex"
    for section in document.sections:
        mm = [
            round(one / EMU_A_MM)
            for one in (
                section.page_width, section.page_height, section.top_margin, section.bottom_margin,
                section.left_margin, section.right_margin,
            )
        ]  # fmt: skip
        assert mm == [210, 297, 20, 20, 30, 15]


def test_pages_are_numbered_above_in_the_middle_but_the_first_and_each_annex_apart(document: Any) -> None:
    """I.7, III.1đ."""
    for section in document.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
    first = document.sections[0]
    assert not "".join(one.text for one in first.first_page_header.paragraphs)
    number = first.header.paragraphs[0]
    assert str(number.alignment).startswith("CENTER")
    assert [one.text for one in number._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert 13 <= number.runs[0].font.size.pt <= 14


def test_every_letter_is_black_times_new_roman(document: Any) -> None:
    """I.4. A theme's face or colour would stand above it."""
    for style in ("Normal", "Body", "Heading 1", "Heading 2"):
        fonts = document.styles[style].element.rPr.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {
            "Times New Roman"
        }
        assert not [key for key in fonts.attrib if "Theme" in key or "theme" in key]
        assert str(document.styles[style].font.color.rgb) == "000000"
    for paragraph in everywhere(document):
        for run in paragraph.runs:
            assert run.font.name in (None, "Times New Roman") and run.font.color.rgb is None


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, True, False, "CENTER")),  # II.1a
        ("Độc lập - Tự do - Hạnh phúc", (13, True, False, "CENTER")),  # II.1b
        ("ỦY BAN NHÂN DÂN", (12, True, False, "CENTER")),  # II.2b
        ("PHƯỜNG CỬA NAM", (12, True, False, "CENTER")),
        (REPORT.frame.number, (13, False, False, "CENTER")),  # II.3c
        ("Cửa Nam, ngày 01 tháng 12 năm 2026", (13, False, True, "CENTER")),  # II.4c
        ("BÁO CÁO", (14, True, False, "CENTER")),  # II.5b
        (REPORT.frame.title, (14, True, False, "CENTER")),
        ("Căn cứ Kế hoạch số một;", (14, False, True, "JUSTIFY")),  # II.6a
        ("Căn cứ Kế hoạch số hai.", (14, False, True, "JUSTIFY")),
        (REPORT.frame.opening, (14, False, False, "JUSTIFY")),  # II.6e
        ("KT. CHỦ TỊCH", (14, True, False, "CENTER")),  # II.7đ
        ("Nơi nhận:", (12, True, True, "LEFT")),  # II.9d
        ("- Như trên;", (11, False, False, "LEFT")),
        ("- Lưu: VT, VHXH.", (11, False, False, "LEFT")),
        ("- Ủy ban nhân dân thành phố Hà Nội;", (14, False, False, "LEFT")),
        ("- Sở Khoa học và Công nghệ.", (14, False, False, "LEFT")),
        ("Phụ lục I", (14, True, False, "CENTER")),  # III.1b
        (REPORT.frame.enclosed, (14, False, True, "CENTER")),  # III.1c
    ],
)
def test_each_element_has_its_size_its_weight_and_its_place(
    document: Any, text: str, look: tuple[float, bool, bool, str]
) -> None:
    assert looks(line(document, text)) == look


def test_sentences_are_set_in_and_apart_as_the_decree_wants(document: Any) -> None:
    """II.6e: justified, the first line 1 or 1.27 cm in, at least 6 pt apart, lines at most 1.5 apart."""
    body = document.styles["Body"].paragraph_format
    assert round(body.first_line_indent / EMU_A_MM) == 10
    assert body.space_before.pt >= 6 and 1 <= body.line_spacing <= 1.5


@pytest.mark.parametrize("ward", ["Phường Cửa Nam", "Phường Văn Miếu - Quốc Tử Giám"])
def test_rules_are_as_long_as_the_decree_wants_of_the_words_above(ward: str) -> None:
    """II.1b: all of the motto; II.2b, II.5b: from a third to a half, in its middle."""
    asked = ReportRequest(ward, "vi", MADE, settings=SETTINGS)
    told = build(asked, month(), sources(), NAMES)
    document: Any = Document(BytesIO(as_docx(told)))
    bold = str(path("fonts") / "LiberationSerif-Bold.ttf")  # as broad as Times New Roman
    section, found = document.sections[0], 0
    room = section.page_width - section.left_margin - section.right_margin
    cells = [(cell, int(cell.width or 0) - 2 * 68_580) for cell in document.tables[0].rows[0].cells]
    for paragraphs, inside in [(document.paragraphs[:12], room), *((c.paragraphs, w) for c, w in cells)]:
        for above, rule in pairwise(paragraphs):
            if rule.style.name not in (SHORT_RULE, LONG_RULE):
                continue
            format_ = rule.paragraph_format
            assert format_.left_indent == format_.right_indent
            words = ImageFont.truetype(bold, 1000).getlength(above.text) / 1000
            long = (inside - 2 * format_.left_indent) / (words * above.runs[0].font.size)
            low, high = (1 / 3, 1 / 2) if rule.style.name == SHORT_RULE else (0.9, 1.1)
            assert low <= long <= high, (above.text, long)
            found += 1
    assert found == 3


def test_every_number_and_sentence_of_the_report_is_in_the_file(document: Any) -> None:
    words = [one.text for one in everywhere(document)]
    for part in REPORT.parts:
        for block in part.blocks:
            if isinstance(block, Lines):
                assert all(shown(one.number, "vi") in words for one in block.lines)
            if isinstance(block, Table):
                of_it = [
                    [cell.text for cell in row.cells]
                    for table in document.tables
                    for row in table.rows
                    if table.style.name == "Table Grid"
                ]
                for row in block.rows:
                    cells = [one if isinstance(one, str) else shown(one, "vi") for one in row.cells]
                    assert [row.label, *cells] in of_it
    assert not [text for text in words if "{{" in text or "{%" in text]
    assert words.count(REPORT.frame.closing) == 1 and REPORT.frame.closing.endswith("./.")


def test_what_a_person_writes_stays_empty() -> None:
    frame = REPORT.frame
    assert frame.number == "Số:          /BC-UBND"
    assert frame.enclosed.startswith("(Kèm theo Báo cáo số          /BC-UBND ngày ")
    document: Any = Document(BytesIO(as_docx(REPORT)))
    frames = [table for table in document.tables if table.style.name != "Table Grid"]
    signed = frames[1].rows[0].cells[1]
    assert [one.text for one in signed.paragraphs][:2] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert not "".join(one.text for one in signed.paragraphs[2:])


def test_the_same_report_is_the_same_words_and_a_form_of_the_wards_own_is_filled_in() -> None:
    form = Document(BytesIO(default_form()))
    form.paragraphs[0].insert_paragraph_before("Bản của phường: {{ frame.ward }}")
    raw = BytesIO()
    form.save(raw)
    words = [one.text for one in Document(BytesIO(as_docx(REPORT, raw.getvalue()))).paragraphs]
    assert "Bản của phường: PHƯỜNG CỬA NAM" in words


@pytest.mark.parametrize(
    "tag",
    [
        "{{ frame.nobody }}", "{% for one in %}", "{{ frame.ward",
        "{{ ().__class__.__base__.__subclasses__() }}",
    ],
)  # fmt: skip
def test_a_broken_or_hostile_form_is_refused_and_says_where(tag: str) -> None:
    form = Document(BytesIO(default_form()))
    form.paragraphs[0].insert_paragraph_before(tag)
    raw = BytesIO()
    form.save(raw)
    with pytest.raises(FormBroken) as refused:
        as_docx(REPORT, raw.getvalue())
    assert str(refused.value)


@pytest.mark.parametrize("raw", [b"", b"no zip at all", b"PK\x03\x04" + bytes(100), bytes(6_000_000)])
def test_what_is_no_word_file_is_refused(raw: bytes) -> None:
    with pytest.raises(FormBroken):
        as_docx(REPORT, raw or b"x")


# --- what a ward writes about its report ------------------------------------------------------------


def test_the_shipped_settings_are_read_and_name_nobody(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.signer == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert all(target.target == 0 and target.plan for target in settings.targets)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('signer = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]', "signer = []", "signer"),
        ('addressed = ["Ủy ban nhân dân thành phố Hà Nội"]', 'addressed = "Hà Nội"', "addressed"),
        ("residents_over_60 = 0", "residents_over_60 = -3", "residents_over_60"),
        ("target = 0", 'target = "nhiều"', "target 1.target"),
        ('figure = "doors"', 'figure = "people"', "target 3.figure"),
        ('figure = "doors"', 'figure = "doors"\ndone = 3', "target 3"),
        ('symbol = "BC-UBND"', 'symbol = ""', "symbol"),
        ("grounds = []", "ground = []", "không có mục “ground”"),
        ("grounds = []", "grounds = [", "không đọc được"),
    ],
)
def test_each_fault_is_named_with_its_place(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    text = path("report.toml").read_text("utf-8")
    assert right in text
    (tmp_path / "report.toml").write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(SettingsWrong) as refused:
        read_settings(tmp_path)
    assert [fault for fault, _ in refused.value.faults if fault.startswith(said)]


def test_one_who_receives_it_stands_on_the_line_of_its_title() -> None:
    told = made(replace(SETTINGS, addressed=("Ủy ban nhân dân thành phố Hà Nội",), grounds=()))
    words = [one.text for one in Document(BytesIO(as_docx(told))).paragraphs]
    assert "Kính gửi: Ủy ban nhân dân thành phố Hà Nội" in words and "Kính gửi:" not in words
