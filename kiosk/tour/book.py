"""The book: each screen beside its words, what is spoken, and where its facts come from. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

SILENT = (
    "Máy im lặng: chưa có ai ở đây. Màn hình this-place đọc các câu này.",
    "Silent: nobody is there. The screen this-place says these sentences.",
)
"""Of the first screen."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a screen's facts."""

    key: str
    title: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class Plate:
    """One screen in the book. `confidence` is empty where no fact stands on it."""

    name: str
    pictures: tuple[str, ...]  # of its pages, relative to the book; at least one
    texts: tuple[str, ...]
    controls: tuple[str, ...]
    spoken: tuple[str, ...]  # empty: nothing is said there
    confidence: str = ""
    sources: tuple[SourceLine, ...] = ()
    code: str = ""  # where a QR code leads, and why it is drawn or not


@dataclass(frozen=True, slots=True)
class Chapter:
    """One guide, or the screens that belong to none. `facts` are lines for staff (dates, notes), `sources`
    those that its notes name.
    """

    title: str
    facts: tuple[str, ...]
    plates: tuple[Plate, ...]
    sources: tuple[SourceLine, ...] = ()


def bind(title: str, language: str, style: str, chapters: tuple[Chapter, ...]) -> str:
    """The whole book as HTML that needs nothing but its pictures; *style* is CSS."""
    contents = "".join(
        f'<li><a href="#chapter-{number}">{escape(chapter.title)}</a> ({len(chapter.plates)})</li>'
        for number, chapter in enumerate(chapters)
    )
    body = "".join(_chapter(number, chapter) for number, chapter in enumerate(chapters))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><h1>{escape(title)}</h1><ol>{contents}</ol>{body}</body></html>\n"
    )


def _chapter(number: int, chapter: Chapter) -> str:
    facts = "".join(f"<p>{escape(fact)}</p>" for fact in chapter.facts)
    named = _source_list(chapter.sources) if chapter.sources else ""
    plates = "".join(_plate(plate) for plate in chapter.plates)
    return (
        f'<section id="chapter-{number}"><h2>{escape(chapter.title)}</h2>{facts}{named}{plates}</section>\n'
    )


def _plate(plate: Plate) -> str:
    entries = [
        ("Trên màn hình / On screen", _lines(plate.texts)),
        ("Nút bấm / Controls", escape(" · ".join(plate.controls))),
        ("Máy đọc / Spoken", f'<span class="spoken">{_lines(plate.spoken or SILENT)}</span>'),
        (
            "Độ tin / Confidence",
            f'<span class="mark">{escape(plate.confidence)}</span>' if plate.confidence else "",
        ),
        ("Mã QR / QR code", escape(plate.code)),
        ("Nguồn / Sources", _sources(plate)),
    ]
    described = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in entries if text)
    paged = len(plate.pictures) > 1
    return (
        f'<article class="screen{" paged" if paged else ""}" id="{escape(plate.pictures[0], quote=True)}">'
        f'<figure><div class="pages">{_pictures(plate)}</div>'
        f"<figcaption>{escape(plate.name)}{_pages(plate) if paged else ''}</figcaption></figure>"
        f"<dl>{described}</dl></article>\n"
    )


def _pictures(plate: Plate) -> str:
    """All pages of a screen; the first speaks for all, the texts are those of the whole screen."""
    whole, count = " ".join(plate.texts), len(plate.pictures)
    alts = (whole, *(f"Trang / Page {number} ({count})" for number in range(2, count + 1)))
    return "".join(
        f'<img loading="lazy" src="{escape(picture, quote=True)}" alt="{escape(alt, quote=True)}">'
        for picture, alt in zip(plate.pictures, alts, strict=True)
    )


def _pages(plate: Plate) -> str:
    return f" · {len(plate.pictures)} trang / pages"


def _lines(texts: tuple[str, ...]) -> str:
    return "<br>".join(escape(text) for text in texts)


def _sources(plate: Plate) -> str:
    if not (plate.confidence or plate.code):
        return ""
    if not plate.sources:
        return "Chưa có nguồn, cần kiểm tra. / No source yet, please check."
    return _source_list(plate.sources)


def _source_list(sources: tuple[SourceLine, ...]) -> str:
    items = "".join(
        f"<li>[{escape(source.key)}] {escape(source.title)} ({escape(source.published)}) "
        f'<a href="{escape(source.url, quote=True)}">{escape(source.url)}</a></li>'
        for source in sources
    )
    return f"<ul>{items}</ul>"
