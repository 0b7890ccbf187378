"""Where every line of text and every picture of a PDF lies, read from what the page is told to draw."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader

MM = 72 / 25.4
_ABOVE, _BELOW, _TOUCH_PT = 0.72, 0.2, 0.5
"""Of the letters' size: capitals above and tails below the line; a hair's breadth is no overlap."""


class Box(NamedTuple):
    """In points from the lower left corner. `text`: the size of its letters, empty for a picture."""

    left: float
    bottom: float
    right: float
    top: float
    text: str = ""

    def over(self, other: Box) -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide > _TOUCH_PT and min(self.top, other.top) - max(self.bottom, other.bottom) > _TOUCH_PT


def pages_of(pdf: bytes) -> list[tuple[tuple[float, float], list[Box]]]:
    """Of each page its size and its boxes."""
    return [
        ((float(page.mediabox.width), float(page.mediabox.height)), list(_boxes(page)))
        for page in PdfReader(io.BytesIO(pdf)).pages
    ]


def faults(pdf: bytes, margin_pt: float) -> list[str]:
    """What lies over something else, or nearer to an edge than a printer prints."""
    found = list[str]()
    for number, ((width, height), boxes) in enumerate(pages_of(pdf), start=1):
        found += [
            f"page {number}: over one another {one} {other}"
            for one, other in combinations(boxes, 2)
            if one.over(other)
        ]
        found += [
            f"page {number}: beyond the edge {one}"
            for one in boxes
            if min(one.left, one.bottom, width - one.right, height - one.top) < margin_pt
        ]
    return found


def _boxes(page: PageObject) -> Iterator[Box]:
    fonts: Any = page["/Resources"].get("/Font", {})  # type: ignore[attr-defined]
    widths = {name: _widths(font.get_object()) for name, font in fonts.items()}
    content: Any = page.get_contents()
    at, kept = [1.0, 0, 0, 1, 0, 0], list[list[float]]()
    font, size = "", 0.0
    for operands, operator in content.operations:
        match operator:
            case b"q":
                kept.append(at)
            case b"Q":
                at = kept.pop()
            case b"cm":
                at = _within([float(one) for one in operands], at)
            case b"Tf":
                font, size = operands[0], float(operands[1])
            case b"Do":
                yield Box(*_ordered(at[4], at[5], at[4] + at[0], at[5] + at[3]))
            case b"Tj" | b"TJ":
                parts = operands[0] if operator == b"TJ" else operands
                raw = b"".join(one.original_bytes for one in parts if hasattr(one, "original_bytes"))
                kerned = sum(float(one) for one in parts if not hasattr(one, "original_bytes"))
                codes = [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
                long = (sum(widths[font].get(one, 0) for one in codes) - kerned) / 1000 * size * at[0]
                if any(codes):
                    yield Box(
                        at[4], at[5] - _BELOW * size, at[4] + long, at[5] + _ABOVE * size, f"{size:.1f} pt"
                    )
            case _:
                pass


def _ordered(x: float, y: float, far_x: float, far_y: float) -> tuple[float, float, float, float]:
    return min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y)


def _within(inner: list[float], outer: list[float]) -> list[float]:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]


def _widths(font: Any) -> dict[int, float]:
    """Of each glyph, in thousandths of the size: `first last width` and `first [width …]`."""
    listed, found = list(font["/DescendantFonts"][0].get_object()["/W"]), dict[int, float]()
    while listed:
        first, then = int(listed.pop(0)), listed.pop(0)
        if isinstance(then, list):
            found |= {first + at: float(one) for at, one in enumerate(then)}
        else:
            found |= dict.fromkeys(range(first, int(then) + 1), float(listed.pop(0)))
    return found
