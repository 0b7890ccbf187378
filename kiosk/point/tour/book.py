"""The book: each screen beside its words, what is spoken, and where its facts come from. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.base.templates import filled

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


def bind(title: str, language: str, chapters: tuple[Chapter, ...]) -> str:
    """The whole book as HTML that needs nothing but its pictures."""
    return filled("book.html", title=title, language=language, chapters=chapters, silent=SILENT)
