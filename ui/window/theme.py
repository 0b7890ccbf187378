"""Sizes and colours as QML sees them. The numbers come from `accessibility`; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from accessibility.colours import LIGHT, Colours, theme_of
from accessibility.grounds import ground_of
from accessibility.preferences import ThemeName
from accessibility.sizes import LINE_EM, Panel, Sizes, sizes_for

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Appearance(NamedTuple):
    """One consistent appearance; replaced as a whole so that no screen is ever half one and half another."""

    sizes: Sizes
    colours: Colours
    font_family: str
    calm: bool = False  # nothing moves or lights up by itself

    def in_family(self, font_family: str) -> Appearance:
        """The same appearance in another family of fonts."""
        return self._replace(font_family=font_family)


FIRST_APPEARANCE = Appearance(sizes_for(Panel(1080, 1920, 21.5), 1), LIGHT, "Noto Sans")
"""What Theme shows until the kiosk hands in its own; QML must never meet a missing value."""


LINES = ("say", "heading", "text", "label", "primary_label", "small")
"""The fonts for which QML knows the distance between lines: `sayLine` of `sayPx`."""

_NEVER_DRAWN = frozenset({"px_per_mm", "cap_em"})  # sizes that only Python reckons with


def _in_qml(field: str) -> str:
    """``primary_pressed_ink`` as QML spells it: ``primaryPressedInk``."""
    first, *others = field.split("_")
    return first + "".join(word.title() for word in others)


def _theme(values: ThemeValues) -> str:
    return theme_of(values.appearance.colours)


def _line_em(_values: ThemeValues) -> float:
    return LINE_EM


def _kind(field: str) -> type:
    return bool if isinstance(getattr(FIRST_APPEARANCE.sizes, field), bool) else int


def _size(field: str) -> Callable[[ThemeValues], int]:
    return lambda values: int(getattr(values.appearance.sizes, field))


def _line(font: str) -> Callable[[ThemeValues], int]:
    return lambda values: values.appearance.sizes.line_px(getattr(values.appearance.sizes, f"{font}_px"))


def _colour(role: str) -> Callable[[ThemeValues], QColor]:
    return lambda values: QColor(getattr(values.appearance.colours, role))


@QmlElement
class ThemeValues(QObject):
    """The appearance in use. Every property is read-only and changes with the one signal `changed`; but
    `settled`, which says whether the sizes of what is drawn are the last, or a page is being taken over.

    Sizes are pixels. `sayPx` is a font's size, `sayLine` the distance between its lines (≥ 1.4 em).
    """

    changed = Signal()
    settledChanged = Signal()

    def __init__(self, parent: QObject | None = None, *, appearance: Appearance = FIRST_APPEARANCE) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settled = True

    def apply(self, sizes: Sizes, colours: Colours, *, calm: bool = False) -> None:
        """Show another appearance; the font stays. Says nothing when it is the appearance already shown."""
        appearance = Appearance(sizes, colours, self._appearance.font_family, calm)
        if appearance != self._appearance:
            self._appearance = appearance
            self.changed.emit()

    @contextmanager
    def settling(self) -> Iterator[None]:
        """A page is taken over: no picture is drawn before all of it is there."""
        if not self._settled:
            yield
            return
        self._settled = False
        self.settledChanged.emit()
        try:
            yield
        finally:
            self._settled = True
            self.settledChanged.emit()

    @Slot(int, result=int)
    def samplePx(self, text_size: int) -> int:
        """Font of step text at *text_size* 1…5, for the question "can you read this?"."""
        return self._appearance.sizes.sample_px(text_size)

    @Slot(str, str, result=QColor)
    def ground(self, theme: ThemeName, name: str) -> QColor:
        """The colour of that name behind the picture of a need, in *theme*."""
        return QColor(ground_of(theme, name))

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    settled = Property(bool, attrgetter("_settled"), notify=settledChanged)
    fontFamily = Property(str, attrgetter("_appearance.font_family"), notify=changed)
    _lineEm = _line_em
    lineEm = Property(float, _lineEm, notify=changed)
    calm = Property(bool, attrgetter("_appearance.calm"), notify=changed)
    themeName = Property(str, _theme, notify=changed)
    # A property for each size, each font's line and each colour. `script/qmllint` asks the class for them.
    for _field in Sizes._fields:
        if _field not in _NEVER_DRAWN:
            vars()[_in_qml(_field)] = Property(_kind(_field), _size(_field), notify=changed)
    for _field in LINES:
        vars()[_in_qml(f"{_field}_line")] = Property(int, _line(_field), notify=changed)
    for _field in Colours._fields:
        vars()[_in_qml(_field)] = Property(QColor, _colour(_field), notify=changed)
