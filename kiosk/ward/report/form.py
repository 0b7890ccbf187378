"""The Word form of a report, as Nghị định 30/2020/NĐ-CP lays one out: made here, and the ward may change it.

Each measure names its place in appendix I of the decree (I general, II main elements, III others, V
samples). Tags in braces are docxtpl's: a person moves, drops or restyles them in Word.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

SERIF = "Times New Roman"  # I.4
SHORT_RULE, LONG_RULE = "Rule short", "Rule long"
"""Styles of an empty paragraph whose upper edge is a rule as long as part, or all, of the line above."""
_TOP_MM, _LEFT_MM, _RIGHT_MM = 20, 30, 15  # I.3: 20–25, 30–35, 15–20
_COLUMNS_MM = (65, 100)


def default_form() -> bytes:
    """The .docx."""
    from docx import Document

    document = Document()
    _styles(document)
    _page(document.sections[0])
    _head(document)
    _read(document)
    _signature(document)
    _annexes(document)
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Mm, Pt

    normal = document.styles["Normal"]
    _face(normal, 14)
    normal.paragraph_format.space_after = Pt(0)
    body = document.styles.add_style("Body", WD_STYLE_TYPE.PARAGRAPH)  # II.6e
    _face(body, 14)
    body.paragraph_format.alignment = ALIGN.JUSTIFY
    body.paragraph_format.first_line_indent = Mm(10)
    body.paragraph_format.space_before = body.paragraph_format.space_after = Pt(6)
    body.paragraph_format.line_spacing = 1.15
    for name in (SHORT_RULE, LONG_RULE):
        rule = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _face(rule, 4)
        rule.paragraph_format.alignment = ALIGN.CENTER
        _line_above(rule)
    for level in (1, 2):
        heading = document.styles[f"Heading {level}"]
        _face(heading, 14, bold=True)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(6)
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.first_line_indent = Mm(10) if level == 2 else None


def _face(style: Any, points: float, *, bold: bool = False) -> None:
    """Black Times New Roman, by name, for every kind of letter."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = SERIF, Pt(points), bold
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), SERIF)


def _line_above(style: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    style.element.get_or_add_pPr().append(borders)


def _page(section: Any) -> None:
    """A4, standing; the number in the middle of the upper margin, but for the first page (I.1–3, I.7)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(_TOP_MM)
    section.left_margin, section.right_margin = Mm(_LEFT_MM), Mm(_RIGHT_MM)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE", 14)
    _count_from_one(section)


def _field(paragraph: Any, name: str, points: float) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(points)
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = name
        run._r.append(mark)


def _count_from_one(section: Any) -> None:
    """Pages of an annex are numbered apart (III.1đ)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for one in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(one)
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(number, "w:cols", "w:titlePg", "w:docGrid")


def _line(place: Any, text: str, points: float, how: str = "", style: str = "Normal") -> Any:
    """A paragraph of one run; *how*: any of bold, italic, caps, left, justify; else it is centred."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Pt

    paragraph = place.add_paragraph(style=style)
    words = how.split()
    aligned = {"left": ALIGN.LEFT, "right": ALIGN.RIGHT, "justify": None}
    paragraph.alignment = next((aligned[word] for word in words if word in aligned), ALIGN.CENTER)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(points), "bold" in words, "italic" in words
    run.font.all_caps = "caps" in words or None
    return paragraph


def _tag(place: Any, tag: str) -> None:
    """Goes when the form is filled in."""
    place.add_paragraph(f"{{%p {tag} %}}")


def _columns(document: Any) -> tuple[Any, Any]:
    """Two, side by side, without a border."""
    from docx.shared import Mm

    table = document.add_table(1, 2)
    table.autofit = False
    left, right = table.rows[0].cells
    for column, cell, width in zip(table.columns, (left, right), _COLUMNS_MM, strict=True):
        column.width = cell.width = Mm(width)
    for cell in (left, right):
        cell._tc.remove(cell.paragraphs[0]._p)
    return left, right


def _head(document: Any) -> None:
    left, right = _columns(document)
    _line(left, "{{ frame.body }}", 12, "bold")  # II.2b
    _line(left, "{{ frame.ward }}", 12, "bold")
    left.add_paragraph(style=SHORT_RULE)
    _line(left, "{{ frame.number }}", 13)  # II.3c
    _line(right, "{{ frame.state }}", 12, "bold")  # II.1a
    _line(right, "{{ frame.motto }}", 13, "bold")  # II.1b
    right.add_paragraph(style=LONG_RULE)
    _line(right, "{{ frame.dated }}", 13, "italic")  # II.4c
    document.add_paragraph()
    _line(document, "{{ frame.kind }}", 14, "bold")  # II.5b
    _line(document, "{{ frame.title }}", 14, "bold")
    _tag(document, "if frame.places")
    _line(document, "{{ frame.places }}", 14, "bold")
    _tag(document, "endif")
    _line(document, "{{ frame.period }}", 14, "bold")
    document.add_paragraph(style=SHORT_RULE)


def _read(document: Any) -> None:
    from docx.shared import Mm

    _tag(document, "if frame.addressed | length == 1")
    _line(document, "{{ frame.addressed_title }} {{ frame.addressed[0] }}", 14)  # II.9d
    _tag(document, "elif frame.addressed")
    title = _line(document, "{{ frame.addressed_title }}", 14, "left")
    title.paragraph_format.left_indent = Mm(45)
    _tag(document, "for one in frame.addressed")
    _line(document, "{{ one }}", 14, "left").paragraph_format.left_indent = Mm(64)
    _tag(document, "endfor")
    _tag(document, "endif")
    _tag(document, "for one in frame.grounds")
    _line(document, "{{ one }}", 14, "italic justify", "Body")  # II.6a
    _tag(document, "endfor")
    document.add_paragraph("{{ frame.opening }}", style="Body")
    _tag(document, "for part in parts")
    heading = document.add_paragraph(style="Heading 1")
    heading.add_run("{{ part.number }}. {{ part.title }}").font.all_caps = True  # V.6b
    _blocks(document, 12)
    _tag(document, "endfor")
    document.add_paragraph("{{ frame.closing }}", style="Body")


def _signature(document: Any) -> None:
    document.add_paragraph()
    left, right = _columns(document)
    _line(left, "{{ frame.recipients_title }}", 12, "left bold italic")  # II.9d
    _tag(left, "for one in frame.recipients")
    _line(left, "{{ one }}", 11, "left")
    _tag(left, "endfor")
    _tag(right, "for one in frame.signed")
    _line(right, "{{ one }}", 14, "bold caps")  # II.7đ
    _tag(right, "endfor")
    for _ in range(5):  # signature, seal and name are for people
        _line(right, "", 14)


def _annexes(document: Any) -> None:
    """Each on pages of its own."""
    from docx.enum.section import WD_SECTION

    _tag(document, "for part in annexes")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _count_from_one(section)
    _line(document, "{{ part.annex }}", 14, "bold")  # III.1b
    _line(document, "{{ part.title }}", 14, "bold caps")
    _line(document, "{{ frame.enclosed }}", 14, "italic")  # III.1c
    document.add_paragraph(style=SHORT_RULE)
    _blocks(document, 11)
    _tag(document, "for note in part.notes")
    _line(document, "{{ loop.index }}. {{ note }}", 12, "justify", "Body")
    _tag(document, "endfor")
    _tag(document, "endfor")


def _blocks(document: Any, points: float) -> None:
    _tag(document, "for block in part.blocks")
    _tag(document, "if block.kind == 'text'")
    document.add_paragraph("{{ block.text }}", style="Body")
    _tag(document, "elif block.kind == 'blank'")
    _line(document, "{{ block.text }}", 14, "italic justify", "Body")
    document.add_paragraph("", style="Body")
    _tag(document, "else")
    _tag(document, "if block.title")
    title = document.add_paragraph(style="Heading 2")
    title.add_run("{{ block.title }}")
    _raised(title, "{{ block.notes }}")
    _tag(document, "endif")
    _table(document, points)
    document.add_paragraph()
    _tag(document, "endif")
    _tag(document, "endfor")


def _raised(paragraph: Any, text: str) -> None:
    paragraph.add_run(text).font.superscript = True


def _table(document: Any, points: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = document.add_table(4, 3, style="Table Grid")
    heads, rows, row, end = table.rows
    for part, cell in (("for head in block.heads", 0), ("endfor", 2)):
        heads.cells[cell].text = f"{{%tc {part} %}}"
    head = heads.cells[1].paragraphs[0]
    head.alignment = ALIGN.CENTER
    run = head.add_run("{{ head.text }}")
    run.bold, run.font.size = True, Pt(points)
    _raised(head, "{{ head.notes }}")
    heads._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # again on each further page
    rows.cells[0].text, end.cells[0].text = "{%tr for row in block.rows %}", "{%tr endfor %}"
    for part, cell in (("for cell in row", 0), ("endfor", 2)):
        row.cells[cell].text = f"{{%tc {part} %}}"
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    content = row.cells[1]
    content._tc.remove(content.paragraphs[0]._p)
    _tag(content, "if cell.is_text")
    text = _line(content, "{{ cell.text }}", points, "left")
    _raised(text, "{{ cell.notes }}")
    _tag(content, "else")
    _line(content, "{{ cell.text }}", points, "right")
    _tag(content, "endif")
