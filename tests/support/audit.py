"""Checks of a drawn screen against the numbers in `accessibility.sizes`. Pure: lists in, findings out.

Standards: target size and gap beyond VVSG 2.0 7.2 and WCAG 2.5.5; text height EN 301 549 §5.1.4; contrast
WCAG 1.4.6. A finding is a defect of ours, never of the resident's settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from support.seen_on_screen import Finding, SeenControl, SeenText

from accessibility.colours import contrast
from accessibility.geometry import Rect
from accessibility.sizes import (
    AVERAGE_ADVANCE_EM,
    GAP_MM,
    LEAST_CHARACTERS_A_LINE,
    LINE_EM,
    NOTO_SANS_CAP_EM,
    SMALL_CAP_MM,
    TARGET_MM,
)

LONGEST_LINE = 80
"""Characters (WCAG 1.4.8)."""

PRIMARY_MM = 20.0
"""The least the main button of a screen may be."""

_HALF_PIXEL = 0.5
_INK_SHARE = 0.004  # of a text's area: fewer pixels than this are smoothing, not letters


def audit(
    controls: Sequence[SeenControl],
    texts: Sequence[SeenText],
    window: Rect,
    px_per_mm: float,
    cap_em: float = NOTO_SANS_CAP_EM,
) -> list[Finding]:
    """Everything wrong with one screen; an empty list is what every screen must give."""
    return [
        *check_names(controls),
        *check_targets(controls, px_per_mm),
        *check_gaps(controls, px_per_mm),
        *check_inside(controls, texts, window),
        *check_whole(texts),
        *check_paged(controls, texts),
        *check_apart(texts),
        *check_legible([text for text in texts if not text.drawn], px_per_mm, cap_em),
        *check_lines([text for text in texts if not text.drawn]),
    ]


def check_names(controls: Iterable[SeenControl]) -> list[Finding]:
    return [
        Finding("no-name", control.role, f"at {control.rect}")
        for control in controls
        if not control.name.strip()
    ]


def check_targets(controls: Iterable[SeenControl], px_per_mm: float) -> list[Finding]:
    findings = []
    for control in controls:
        least = PRIMARY_MM if control.is_primary else TARGET_MM
        size = min(control.rect.width, control.rect.height)
        if size + _HALF_PIXEL < least * px_per_mm:
            findings.append(
                Finding("small-target", control.name, f"{size / px_per_mm:.1f} mm, needs {least}")
            )
    return findings


def check_gaps(controls: Sequence[SeenControl], px_per_mm: float) -> list[Finding]:
    findings = []
    for one, other in combinations(controls, 2):
        here, there = _as_met(one, other)
        if here is None or there is None:
            continue
        about = f"{one.name} | {other.name}"
        gap = here.distance(there)
        if here.shared(there) is not None:
            findings.append(Finding("overlapping-targets", about, "a finger cannot tell them apart"))
        elif gap + _HALF_PIXEL < GAP_MM * px_per_mm:
            findings.append(Finding("small-gap", about, f"{gap / px_per_mm:.1f} mm, needs {GAP_MM}"))
    return findings


def _as_met(one: SeenControl, other: SeenControl) -> tuple[Rect | None, Rect | None]:
    """On one page two controls keep their distance however it is scrolled; else what shows counts."""
    if one.viewport == other.viewport:
        return one.rect, other.rect
    return one.visible, other.visible


def check_inside(controls: Iterable[SeenControl], texts: Iterable[SeenText], window: Rect) -> list[Finding]:
    """Nothing leaves the window; what a page can scroll to may leave it downwards, never sideways."""
    seen = [(control.name, control.rect, control.viewport) for control in controls]
    seen += [(text.text, text.rect, text.viewport) for text in texts]
    findings = []
    for about, rect, viewport in seen:
        room = Rect(window.x, rect.y, window.width, rect.height) if viewport else window
        if not room.holds(rect):
            findings.append(Finding("outside", about, f"{rect} of {window}"))
    return findings


def check_whole(texts: Iterable[SeenText]) -> list[Finding]:
    """No text is cut: by dots, its own box, or a frame that cannot scroll; none spills out of its control."""
    findings = []
    for text in texts:
        if text.truncated:
            findings.append(Finding("cut-text", text.text, "shortened with dots"))
        if text.content_height > text.rect.height + 1 or text.content_width > text.rect.width + 1:
            need = f"{text.content_width:.0f}×{text.content_height:.0f}"
            findings.append(Finding("cut-text", text.text, f"needs {need}, has {text.rect}"))
        if text.clipped_by is not None and text.viewport is None and not text.clipped_by.holds(text.inked):
            findings.append(Finding("cut-text", text.text, f"clipped by {text.clipped_by}"))
        if text.control is not None and not text.control.holds(text.inked):
            findings.append(Finding("spilt-text", text.text, f"outside its control {text.control}"))
    return findings


def check_paged(controls: Iterable[SeenControl], texts: Iterable[SeenText]) -> list[Finding]:
    """The edge of a page never runs through a control or a line of text that would fit on it whole."""
    whole = [(control.name, control.rect, control.viewport) for control in controls]
    whole += [(text.text, line, text.viewport) for text in texts for line in text.lines]
    return [
        Finding("cut-by-page", about, f"{rect} by {viewport}")
        for about, rect, viewport in whole
        if viewport is not None
        and rect.height <= viewport.height
        and rect.shared(viewport) is not None
        and not (viewport.y - 1 <= rect.y and rect.bottom <= viewport.bottom + 1)
    ]


def check_apart(texts: Sequence[SeenText]) -> list[Finding]:
    findings = []
    for one, other in combinations(texts, 2):
        if one.viewport == other.viewport:
            here, there = one.inked, other.inked
        elif one.visible is None or other.visible is None:
            continue
        else:
            here, there = one.visible, other.visible
        overlap = here.shared(there)
        if overlap is not None and min(overlap.width, overlap.height) > 1:
            findings.append(Finding("overlapping-texts", f"{one.text} | {other.text}", f"{overlap}"))
    return findings


def check_legible(texts: Iterable[SeenText], px_per_mm: float, cap_em: float) -> list[Finding]:
    findings = []
    for text in texts:
        cap_mm = text.font_px * cap_em / px_per_mm
        if cap_mm + 0.01 < SMALL_CAP_MM:
            findings.append(
                Finding("small-text", text.text, f"capitals {cap_mm:.1f} mm, needs {SMALL_CAP_MM}")
            )
        if text.line_px < text.font_px * LINE_EM - 0.01:
            findings.append(Finding("tight-lines", text.text, f"{text.line_px / text.font_px:.2f} em"))
    return findings


def check_lines(texts: Iterable[SeenText]) -> list[Finding]:
    """A paragraph (a label is none) has lines neither too short to read nor too long to return from."""
    findings = []
    for text in texts:
        fit = text.rect.width / (text.font_px * AVERAGE_ADVANCE_EM)
        if text.control is None and text.line_count > 2 and fit < LEAST_CHARACTERS_A_LINE:
            findings.append(Finding("short-lines", text.text, f"{fit:.0f} characters a line"))
        if text.line_count > 1 and text.content_width / (text.font_px * AVERAGE_ADVANCE_EM) > LONGEST_LINE:
            findings.append(Finding("long-lines", text.text, f"{fit:.0f} characters a line"))
    return findings


def sampled_contrast(pixels: Mapping[str, int]) -> float:
    """Contrast of what was really drawn: the commonest colour against the furthest beyond mere smoothing.

    *pixels* counts each ``#rrggbb`` in one text's rectangle. An empty or one-coloured sample gives 1.
    """
    if not pixels:
        return 1.0
    ground = max(pixels, key=lambda colour: pixels[colour])
    least = max(2, round(sum(pixels.values()) * _INK_SHARE))
    return max(
        contrast(ground, colour) for colour, count in pixels.items() if count >= least or colour == ground
    )
