"""Turns a body that is taller than its room into pages that never cut a line of text or a control in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From the top to the bottom of something that must be seen whole, in pixels of the body."""

    top: float
    bottom: float
    of: int = 0  # the number of the text or control it is a part of
    loose: bool = False  # only kept where all it overlaps has room on one page with it: a title and its text

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """What of the body is shown at once. `lead` is empty space above it that may be shown too.

    `with_sticky`: what stands at the foot of each page before its own is shown beneath it.
    """

    start: float
    end: float
    lead: float
    with_sticky: bool = False


@dataclass(frozen=True, slots=True)
class Sticky:
    """From the top to the bottom of what is shown at the foot of each page before its own, under *gap*."""

    top: float
    bottom: float
    gap: float = 0.0

    @property
    def takes(self) -> float:
        """Of the room of a page that is not its own."""
        return self.bottom - self.top + self.gap


def pages(
    spans: Sequence[Span],
    room: float,
    whole: float,
    most_lead: float = 0.0,
    sticky: Sticky | None = None,
    again: bool = True,
) -> list[Page]:
    """The body of height *whole* in pages of at most *room*; at least one page. All in pixels.

    A span taller than the room cannot be kept whole: it is cut at the ends of its lines, if they were given
    too, else at the room's end. Above the first page there is always *most_lead* of empty space (the body has
    nothing there). Where *again*, the last page shows once more as much of the one before it as it has room
    for: the end of a question stays with its answers.
    What is *sticky* is left out at the foot of a page on which nothing else would be seen whole.
    """
    fitting = [span for span in spans if 0 < span.height <= room]
    kept = [span for span in fitting if not span.loose or _with_overlapped(span, fitting).height <= room]
    pages: list[Page] = []
    start = 0.0
    while room > 0 and whole - _filled(spans, start) > room:
        end, with_sticky = _break(kept, start, start + room), False
        if sticky and start < sticky.top and end < sticky.bottom:
            shorter = _uncut(kept, start + room - sticky.takes)[0]
            with_sticky = shorter > start
            end = shorter if with_sticky else end
        pages.append(Page(start, end, _lead(kept, start, most_lead), with_sticky))
        start = end
    if pages:
        start = _filled(spans, start)
        start = _earliest(kept, whole - room, start) if again else start
    return [*pages, Page(start, whole, _lead(kept, start, most_lead))]


def _filled(spans: Sequence[Span], start: float) -> float:
    """Where, from *start* on, something stands again: a last page need not begin with the gap before it."""
    return max(start, min((span.top for span in spans if span.bottom > start), default=start))


def _break(spans: Sequence[Span], start: float, limit: float) -> float:
    """The lowest place up to *limit* that lies inside no span (spans may stand side by side).

    Where there is none, the loose ones give way, then the tallest: else the page would stand still.
    """
    kept = list(spans)
    while True:
        end, crossed = _uncut(kept, limit)
        if end > start:
            return end
        kept.remove(max(crossed, key=lambda span: (span.loose, span.height)))


def _uncut(spans: Sequence[Span], limit: float) -> tuple[float, list[Span]]:
    """The lowest place up to *limit* that lies inside no span, and the spans that made it lower than that."""
    end, crossed = limit, list[Span]()
    while cut := [span for span in spans if span.top < end < span.bottom]:
        crossed += cut
        end = min(span.top for span in cut)
    return end, crossed


def _with_overlapped(span: Span, spans: Sequence[Span]) -> Span:
    met = [other for other in spans if other.top < span.bottom and span.top < other.bottom]
    return Span(min(other.top for other in met), max(other.bottom for other in met))


def _earliest(spans: Sequence[Span], least: float, most: float) -> float:
    """The uppermost top of a span between *least* and *most* that lies inside no other span; else *most*."""
    tops = sorted(span.top for span in spans if least <= span.top < most)
    return next((top for top in tops if not any(other.top < top < other.bottom for other in spans)), most)


def _lead(spans: Sequence[Span], start: float, most: float) -> float:
    above = [span.bottom for span in spans if span.bottom <= start]
    return max(0.0, min(most, start - max(above))) if above else most


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the body that stays with its words when they grow, move or break otherwise."""

    of: int
    share: float  # how far down in that text or control, 0 … 1

    def __str__(self) -> str:
        return f"{self.of} {self.share:.4f}"

    @staticmethod
    def read(text: str) -> Mark | None:
        """The mark that was written as *text*; None for an empty one."""
        of, _, share = text.partition(" ")
        return Mark(int(of), float(share)) if share else None


def mark_at(spans: Sequence[Span], top: float) -> Mark | None:
    """What begins at *top*, or next beneath it. None: nothing does."""
    first = min((span for span in spans if span.top >= top - 0.5), key=lambda span: span.top, default=None)
    if first is None:
        return None
    begin, end = _extent(spans, first.of)
    return Mark(first.of, (first.top - begin) / (end - begin) if end > begin else 0.0)


def top_of(mark: Mark, spans: Sequence[Span]) -> float | None:
    """Where a mark lies now; None if what it marked is not there any more."""
    if not any(span.of == mark.of for span in spans):
        return None
    begin, end = _extent(spans, mark.of)
    return begin + mark.share * (end - begin)


def _extent(spans: Sequence[Span], of: int) -> tuple[float, float]:
    own = [span for span in spans if span.of == of]
    return min(span.top for span in own), max(span.bottom for span in own)


def page_showing(pages: Sequence[Page], top: float) -> int:
    """The index of the first page on which *top* is seen."""
    return next((at for at, page in enumerate(pages) if top < page.end), len(pages) - 1)


def page_from(pages: Sequence[Page], top: float) -> int:
    """The index of the page that begins nearest above *top*, or there."""
    return max((at for at, page in enumerate(pages) if page.start <= top + 0.5), default=0)
