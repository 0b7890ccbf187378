"""Millimetres on the real panel → pixels. Every size on the screen is decided here, never written in QML.

Text is measured by its capital letters (cap height), as EN 301 549, US 508 and VVSG do, because the
"size" of a font says little about how tall its letters are.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from accessibility.preferences import TEXT_SIZES

CAP_MM: tuple[float, ...] = (7.3, 9.0, 12.0, 15.0, 18.0)
"""Cap height of step text, one per text size. 7.3 mm is 0.7° seen from 600 mm (EN 301 549 §5.1.4)."""

LABEL_CAP_MM = 9.0
"""Labels of controls grow no further, so that the same buttons stay in the same place."""

TILE_GROWTH: tuple[float, ...] = (1.0, 1.23, 1.36, 1.5, 1.64)
"""How much larger the words of a tile may be, one per text size, as far as its picture has the room."""

CHIP_GROWTH: tuple[float, ...] = (1.0, 1.0, 1.12, 1.12, 1.25)
"""The same of the words and signs of the strip, which keeps its height."""

SMALL_CAP_MM = 5.5
"""The smallest text anywhere: 0.7° (EN 301 549) for a person who leans in to 450 mm, a bent arm's
length from the panel; above US 508 §402.4 (4.8 mm) and VxMark's default (5.2 mm)."""

LINE_EM = 1.4
"""Vietnamese capitals with two marks need 1.28–1.32 em; below that the marks of two lines collide."""

TARGET_MM, GAP_MM, RING_MM = 16.5, 6.0, 2.0
"""The least a touch target, the space between targets and the focus ring may be."""

PRIMARY_LARGE_MM, PRIMARY_LARGE_LYING_MM = 24.0, 34.0
"""Of the main button in larger letters: its words do not grow, and upright the picture needs the height."""

NOTO_SANS_CAP_EM = 0.714
"""Cap height ÷ font size of Noto Sans and of Open Sans (OS/2 table; a test reads the shipped files)."""

AVERAGE_ADVANCE_EM = 0.57
"""Mean width of one character of our Vietnamese guides in Noto Sans Bold (a test measures it)."""

LONGEST_SENTENCE = 90
"""Characters of an instruction of 20 Vietnamese syllables, spaces included."""

LEAST_CHARACTERS_A_LINE = 12
LOW_PANEL_MM = 240.0

EDGE_MM, REACHED_TO_MM = 800.0, 1100.0
"""Above the floor: no part of a display hangs lower, and what is touched stands no higher, where somebody in
a wheelchair comes before it (EN 301 549 V4.1, 8.3.2 and 8.3.5.1)."""

LEAST_REACHED_MM = 280.0
"""Every low screen has room in so much height; a panel that hangs too high keeps it (`doctor` says so)."""

BELIEVABLE_IN = (7.0, 100.0)
"""Diagonals a kiosk's panel can have; virtual screens and projectors tell anything."""

MM_PER_INCH = 25.4


class Panel(NamedTuple):
    """The glass a resident touches: pixels as Qt sees them, diagonal in inches as the maker sells it."""

    width_px: int
    height_px: int
    diagonal_in: float
    above_px: int = 0  # glass above the part in use, out of reach for who asked for a low screen
    edge_mm: float = EDGE_MM  # how high above the floor the lower edge of the glass is

    @property
    def px_per_mm(self) -> float:
        return math.hypot(self.width_px, self.height_px) / (self.diagonal_in * MM_PER_INCH)

    @property
    def is_landscape(self) -> bool:
        return self.width_px > self.height_px and not self.above_px

    @property
    def height_mm(self) -> float:
        return self.height_px / self.px_per_mm

    @property
    def reached(self) -> float:
        """The share of its height, from below, that is within reach from a wheelchair."""
        return min(1.0, max(0.0, REACHED_TO_MM - self.edge_mm) / self.height_mm)

    @property
    def is_low(self) -> bool:
        """Too few millimetres of height for roomy controls, such as a 15.6 inch laptop panel (194 mm)."""
        return self.above_px > 0 or self.height_mm < LOW_PANEL_MM

    def lowered(self) -> Panel:
        """What of an upright panel is within reach, as a panel of its own: as many pixels a millimetre."""
        share = min(1.0, max(self.reached, LEAST_REACHED_MM / self.height_mm))
        above = math.ceil(self.height_px * (1 - share) - 1e-9)
        return self.part(self.width_px, self.height_px - above)._replace(above_px=above)

    def part(self, width_px: int, height_px: int) -> Panel:
        """So much of the same glass: as many pixels a millimetre."""
        diagonal_in = math.hypot(width_px, height_px) / self.px_per_mm / MM_PER_INCH
        return Panel(width_px, height_px, diagonal_in, edge_mm=self.edge_mm)


class Sizes(NamedTuple):
    """Pixels for one panel and one text size. `*_px` of text is the font's pixel size, `*_line` its line."""

    px_per_mm: float
    cap_em: float  # the font's cap height ÷ its size
    text_size: int
    landscape: bool
    low: bool
    say_px: int  # the one sentence of a step, bold
    heading_px: int  # a screen's title, bold
    text_px: int  # paragraphs
    label_px: int  # controls
    primary_label_px: int
    small_px: int  # details, progress, top strip
    least_small_px: int  # the same at the smallest text size
    target_px: int  # height of an ordinary control
    least_target_px: int  # of an answer that would go overleaf in the height above
    primary_px: int
    chip_px: int
    chip_label_px: int  # grows a little: the strip keeps its height
    tile_label_px: int  # the largest that the words of a tile may be
    top_px: int  # height of the top strip
    column_px: int  # width of the actions' column (landscape) or of the whole bar (portrait)
    gap_px: int  # between controls
    margin_px: int  # around a screen
    padding_px: int  # inside a control or card
    radius_px: int
    card_radius_px: int
    border_px: int
    ring_px: int
    icon_px: int  # beside a label
    tile_icon_px: int
    face_icon_px: int
    number_px: int  # a telephone number, to be read while dialling
    least_code_px: int  # a QR code smaller than this is hard to catch with a shaking phone
    fair_code_px: int  # a resident's card has so many modules that each is 0.7 mm only from here on
    least_picture_px: int  # a lower picture is left out
    answer_picture_px: int  # beside an answer; larger where there is room, smaller before one goes overleaf
    fair_picture_px: int  # on a tile, whatever the panel: in larger letters its words leave it so much
    least_aside_px: int  # also beside the answers of a question: of a lower one nothing can be made out
    band_px: int  # the lacquer line under the top strip
    above_px: int  # left free above everything, where a low screen was asked for

    def sample_px(self, text_size: int) -> int:
        """Font of step text at another size, for "can you read this?"."""
        return math.ceil(CAP_MM[text_size - 1] * self.px_per_mm / self.cap_em - 1e-9)

    def line_px(self, font_px: int) -> int:
        return math.ceil(font_px * LINE_EM)


class _Room(NamedTuple):
    """Millimetres that differ between a roomy and a low panel; all hold the least sizes above."""

    primary: float
    target: float
    chip: float
    top: float
    gap: float
    margin: float
    padding: float
    label_cap: float
    primary_cap: float
    small_cap: float
    say_growth: float  # the sentence is this much taller than the text, up to `say_cap`
    say_cap: float
    heading_growth: float


_ROOMY = _Room(42.0, 32.0, 17.5, 26.0, 6.2, 12.0, 7.0, LABEL_CAP_MM, LABEL_CAP_MM, 6.4, 1.42, 12.0, 1.6)
_ROOMY_LANDSCAPE = _Room(
    36.0, 27.0, 20.5, 25.0, 6.2, 10.0, 6.0, LABEL_CAP_MM, LABEL_CAP_MM, 6.4, 1.42, 12.0, 1.6
)
_LOW = _Room(26.0, 20.0, 17.0, 20.0, 6.1, 6.0, 4.0, 7.3, 7.3, SMALL_CAP_MM, 1.2, 9.0, 1.2)


def _room(panel: Panel) -> _Room:
    if panel.is_low:
        return _LOW
    return _ROOMY_LANDSCAPE if panel.is_landscape else _ROOMY


def _column_px(panel: Panel, margin: int) -> int:
    if not panel.is_landscape:
        return panel.width_px - 2 * margin
    return max(round(panel.width_px * 0.31), math.ceil(100 * panel.px_per_mm))


@lru_cache(maxsize=64)  # five a panel, and a window that is pulled larger is another panel each time
def sizes_for(panel: Panel, text_size: int, cap_em: float = NOTO_SANS_CAP_EM) -> Sizes:
    """Pixels for *text_size* 1…5; a size the panel cannot hold gives its largest. `cap_em` is the font's."""
    size = min(max(text_size, TEXT_SIZES[0]), largest_text_size(panel, cap_em))
    return _computed(panel, size, cap_em)


def _computed(panel: Panel, size: int, cap_em: float) -> Sizes:
    room, scale = _room(panel), panel.px_per_mm

    def px(mm: float) -> int:
        # Up, never to the nearest: 6.0 mm must not become 5.95. The 1e-9 keeps a whole pixel whole.
        return math.ceil(mm * scale - 1e-9)

    def font(cap_mm: float) -> int:
        return px(cap_mm / cap_em)

    cap = CAP_MM[size - 1]
    say = max(cap, min(cap * room.say_growth, room.say_cap))
    margin = px(room.margin)
    label = font(min(cap, room.label_cap))
    large = PRIMARY_LARGE_LYING_MM if panel.is_landscape else PRIMARY_LARGE_MM
    return Sizes(
        px_per_mm=scale,
        cap_em=cap_em,
        text_size=size,
        landscape=panel.is_landscape,
        low=panel.is_low,
        say_px=font(say),
        heading_px=font(max(cap, min(cap * room.heading_growth, room.say_cap))),
        text_px=font(cap),
        label_px=label,
        primary_label_px=font(room.primary_cap),
        least_small_px=font(room.small_cap),
        small_px=font(min(room.small_cap * cap / CAP_MM[0], 7.3 if room is _LOW else LABEL_CAP_MM)),
        target_px=px(room.target),
        least_target_px=px(TARGET_MM),
        primary_px=px(min(room.primary, large) if size > 2 else room.primary),
        chip_px=px(room.chip),
        chip_label_px=font(room.small_cap * CHIP_GROWTH[size - 1]),
        tile_label_px=font((room.small_cap if panel.is_landscape else CAP_MM[0]) * TILE_GROWTH[size - 1]),
        top_px=px(room.top),
        column_px=_column_px(panel, margin),
        gap_px=px(room.gap),
        margin_px=margin,
        padding_px=px(room.padding),
        radius_px=px(4.0),
        card_radius_px=px(5.0),
        border_px=max(2, round(0.75 * scale)),
        ring_px=px(RING_MM),
        icon_px=font(min(cap, room.label_cap)),
        tile_icon_px=px(14.0 if room is _LOW else 25.0),
        face_icon_px=px(22.0 if room is _LOW else 34.0),
        number_px=font(max(cap, min(1.3 * room.say_cap, 15.0))),
        least_code_px=px(45.0 if room is _LOW else 60.0),
        fair_code_px=px(65.0),
        least_picture_px=px(38.0 if room is _LOW else 60.0),
        answer_picture_px=px(16.0 if room is _LOW else 32.0),
        fair_picture_px=px(32.0),
        least_aside_px=px(16.0 if room is _LOW else 20.0),
        band_px=px(1.0 if room is _LOW else 1.5),
        above_px=panel.above_px,
    )


def _fits(panel: Panel, sizes: Sizes) -> bool:
    """Whether a whole instruction stands beside its controls with an eighth of the room to spare."""
    per_line = characters_a_line(panel, sizes)
    if per_line < LEAST_CHARACTERS_A_LINE:
        return False
    lines = math.ceil(LONGEST_SENTENCE / (per_line - 2))  # a wrapped line loses some of its end
    return lines * sizes.line_px(sizes.say_px) <= 7 / 8 * _free_height_px(panel, sizes)


def text_width_px(panel: Panel, sizes: Sizes) -> int:
    """The width of a screen's text: all of it in portrait, beside the actions' column in landscape."""
    if panel.is_landscape:
        return panel.width_px - sizes.column_px - 3 * sizes.margin_px
    return panel.width_px - 2 * sizes.margin_px


def characters_a_line(panel: Panel, sizes: Sizes) -> int:
    return int(text_width_px(panel, sizes) / (sizes.say_px * AVERAGE_ADVANCE_EM))


def _free_height_px(panel: Panel, sizes: Sizes) -> int:
    height = panel.height_px - sizes.top_px - 2 * sizes.margin_px
    if panel.is_landscape:
        return height
    bar = sizes.primary_px + 2 * sizes.target_px + 4 * sizes.gap_px
    return height - bar


def largest_text_size(panel: Panel, cap_em: float = NOTO_SANS_CAP_EM) -> int:
    """The largest of 1…5 this panel can hold; a low panel such as 1366×768 at 15.6 inch holds 3."""
    return max((size for size in TEXT_SIZES if _fits(panel, _computed(panel, size, cap_em))), default=1)
