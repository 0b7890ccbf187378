"""Sizes and colours as QML sees them. The numbers come from `accessibility`; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from accessibility.colours import LIGHT, Colours
from accessibility.sizes import LINE_EM, Panel, Sizes, sizes_for

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Look(NamedTuple):
    """One consistent appearance; replaced as a whole so that no screen is ever half one and half another."""

    sizes: Sizes
    colours: Colours
    font_family: str
    calm: bool = False  # nothing moves or lights up by itself

    def in_family(self, font_family: str) -> Look:
        """The same look in another family of fonts."""
        return self._replace(font_family=font_family)


FIRST_LOOK = Look(sizes_for(Panel(1080, 1920, 21.5), 1), LIGHT, "Noto Sans")
"""What Theme shows until the kiosk hands in its own; QML must never meet a missing value."""


def _family(values: ThemeValues) -> str:
    return values.look.font_family


def _calm(values: ThemeValues) -> bool:
    return values.look.calm


def _line_em(_values: ThemeValues) -> float:
    return LINE_EM


def _size(field: str) -> Callable[[ThemeValues], int]:
    return lambda values: int(getattr(values.look.sizes, field))


def _line(font_field: str) -> Callable[[ThemeValues], int]:
    return lambda values: values.look.sizes.line_px(getattr(values.look.sizes, font_field))


def _colour(role: str) -> Callable[[ThemeValues], QColor]:
    return lambda values: QColor(getattr(values.look.colours, role))


@QmlElement
class ThemeValues(QObject):
    """The look in use. Every property is read-only and changes with the one signal `changed`.

    Sizes are pixels. `sayPx` is a font's size, `sayLine` the distance between its lines (≥ 1.4 em).
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, look: Look = FIRST_LOOK) -> None:
        super().__init__(parent)
        self._look = look

    def apply(self, sizes: Sizes, colours: Colours, *, calm: bool = False) -> None:
        """Show another look; the font stays. Says nothing when it is the look already shown."""
        look = Look(sizes, colours, self._look.font_family, calm)
        if look != self._look:
            self._look = look
            self.changed.emit()

    @Slot(int, result=int)
    def samplePx(self, text_size: int) -> int:
        """Font of step text at *text_size* 1…5, for the question "can you read this?"."""
        return self._look.sizes.sample_px(text_size)

    @property
    def look(self) -> Look:
        return self._look

    # Written out, getter by getter: the QML type generator reads this source, it does not run it.
    fontFamily = Property(str, _family, notify=changed)
    _lineEm = _line_em
    lineEm = Property(float, _lineEm, notify=changed)
    _calm = _calm
    calm = Property(bool, _calm, notify=changed)
    _landscape = _size("landscape")
    landscape = Property(bool, _landscape, notify=changed)
    _low = _size("low")
    low = Property(bool, _low, notify=changed)
    _textSize = _size("text_size")
    textSize = Property(int, _textSize, notify=changed)

    _sayPx = _size("say_px")
    sayPx = Property(int, _sayPx, notify=changed)
    _headingPx = _size("heading_px")
    headingPx = Property(int, _headingPx, notify=changed)
    _textPx = _size("text_px")
    textPx = Property(int, _textPx, notify=changed)
    _leastSmallPx = _size("least_small_px")
    leastSmallPx = Property(int, _leastSmallPx, notify=changed)
    _labelPx = _size("label_px")
    labelPx = Property(int, _labelPx, notify=changed)
    _primaryLabelPx = _size("primary_label_px")
    primaryLabelPx = Property(int, _primaryLabelPx, notify=changed)
    _smallPx = _size("small_px")
    smallPx = Property(int, _smallPx, notify=changed)
    _targetPx = _size("target_px")
    targetPx = Property(int, _targetPx, notify=changed)
    _primaryPx = _size("primary_px")
    primaryPx = Property(int, _primaryPx, notify=changed)
    _chipPx = _size("chip_px")
    chipPx = Property(int, _chipPx, notify=changed)
    _chipLabelPx = _size("chip_label_px")
    chipLabelPx = Property(int, _chipLabelPx, notify=changed)
    _topPx = _size("top_px")
    topPx = Property(int, _topPx, notify=changed)
    _columnPx = _size("column_px")
    columnPx = Property(int, _columnPx, notify=changed)
    _gapPx = _size("gap_px")
    gapPx = Property(int, _gapPx, notify=changed)
    _marginPx = _size("margin_px")
    marginPx = Property(int, _marginPx, notify=changed)
    _paddingPx = _size("padding_px")
    paddingPx = Property(int, _paddingPx, notify=changed)
    _radiusPx = _size("radius_px")
    radiusPx = Property(int, _radiusPx, notify=changed)
    _cardRadiusPx = _size("card_radius_px")
    cardRadiusPx = Property(int, _cardRadiusPx, notify=changed)
    _borderPx = _size("border_px")
    borderPx = Property(int, _borderPx, notify=changed)
    _ringPx = _size("ring_px")
    ringPx = Property(int, _ringPx, notify=changed)
    _iconPx = _size("icon_px")
    iconPx = Property(int, _iconPx, notify=changed)
    _tileIconPx = _size("tile_icon_px")
    tileIconPx = Property(int, _tileIconPx, notify=changed)
    _faceIconPx = _size("face_icon_px")
    faceIconPx = Property(int, _faceIconPx, notify=changed)
    _numberPx = _size("number_px")
    numberPx = Property(int, _numberPx, notify=changed)
    _leastCodePx = _size("least_code_px")
    leastCodePx = Property(int, _leastCodePx, notify=changed)
    _fairCodePx = _size("fair_code_px")
    fairCodePx = Property(int, _fairCodePx, notify=changed)
    _leastPicturePx = _size("least_picture_px")
    leastPicturePx = Property(int, _leastPicturePx, notify=changed)
    _leastAsidePx = _size("least_aside_px")
    leastAsidePx = Property(int, _leastAsidePx, notify=changed)
    _abovePx = _size("above_px")
    abovePx = Property(int, _abovePx, notify=changed)
    _bandPx = _size("band_px")
    bandPx = Property(int, _bandPx, notify=changed)

    _sayLine = _line("say_px")
    sayLine = Property(int, _sayLine, notify=changed)
    _headingLine = _line("heading_px")
    headingLine = Property(int, _headingLine, notify=changed)
    _textLine = _line("text_px")
    textLine = Property(int, _textLine, notify=changed)
    _labelLine = _line("label_px")
    labelLine = Property(int, _labelLine, notify=changed)
    _primaryLabelLine = _line("primary_label_px")
    primaryLabelLine = Property(int, _primaryLabelLine, notify=changed)
    _smallLine = _line("small_px")
    smallLine = Property(int, _smallLine, notify=changed)

    _paper = _colour("paper")
    paper = Property(QColor, _paper, notify=changed)
    _card = _colour("card")
    card = Property(QColor, _card, notify=changed)
    _ink = _colour("ink")
    ink = Property(QColor, _ink, notify=changed)
    _soft = _colour("soft")
    soft = Property(QColor, _soft, notify=changed)
    _edge = _colour("edge")
    edge = Property(QColor, _edge, notify=changed)
    _line = _colour("line")
    line = Property(QColor, _line, notify=changed)
    _tint = _colour("tint")
    tint = Property(QColor, _tint, notify=changed)
    _tintInk = _colour("tint_ink")
    tintInk = Property(QColor, _tintInk, notify=changed)
    _tintPressed = _colour("tint_pressed")
    tintPressed = Property(QColor, _tintPressed, notify=changed)
    _tintPressedInk = _colour("tint_pressed_ink")
    tintPressedInk = Property(QColor, _tintPressedInk, notify=changed)
    _primary = _colour("primary")
    primary = Property(QColor, _primary, notify=changed)
    _primaryInk = _colour("primary_ink")
    primaryInk = Property(QColor, _primaryInk, notify=changed)
    _primaryPressed = _colour("primary_pressed")
    primaryPressed = Property(QColor, _primaryPressed, notify=changed)
    _primaryPressedInk = _colour("primary_pressed_ink")
    primaryPressedInk = Property(QColor, _primaryPressedInk, notify=changed)
    _danger = _colour("danger")
    danger = Property(QColor, _danger, notify=changed)
    _dangerTint = _colour("danger_tint")
    dangerTint = Property(QColor, _dangerTint, notify=changed)
    _dangerPressed = _colour("danger_pressed")
    dangerPressed = Property(QColor, _dangerPressed, notify=changed)
    _dangerPressedInk = _colour("danger_pressed_ink")
    dangerPressedInk = Property(QColor, _dangerPressedInk, notify=changed)
    _good = _colour("good")
    good = Property(QColor, _good, notify=changed)
    _goodTint = _colour("good_tint")
    goodTint = Property(QColor, _goodTint, notify=changed)
    _ring = _colour("ring")
    ring = Property(QColor, _ring, notify=changed)
    _ringInk = _colour("ring_ink")
    ringInk = Property(QColor, _ringInk, notify=changed)
    _lit = _colour("lit")
    lit = Property(QColor, _lit, notify=changed)
    _litInk = _colour("lit_ink")
    litInk = Property(QColor, _litInk, notify=changed)
    _band = _colour("band")
    band = Property(QColor, _band, notify=changed)
    _bandInk = _colour("band_ink")
    bandInk = Property(QColor, _bandInk, notify=changed)
    _emblem = _colour("emblem")
    emblem = Property(QColor, _emblem, notify=changed)
    _emblemInk = _colour("emblem_ink")
    emblemInk = Property(QColor, _emblemInk, notify=changed)
    _picture = _colour("picture")
    picture = Property(QColor, _picture, notify=changed)
    _welcome = _colour("welcome")
    welcome = Property(QColor, _welcome, notify=changed)
    _welcomeInk = _colour("welcome_ink")
    welcomeInk = Property(QColor, _welcomeInk, notify=changed)
    _welcomeHalo = _colour("welcome_halo")
    welcomeHalo = Property(QColor, _welcomeHalo, notify=changed)
    _shade = _colour("shade")
    shade = Property(QColor, _shade, notify=changed)
