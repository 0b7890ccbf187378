"""The attract screen, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.screens.attract import AttractProps
from ui.screens.page import Page
from ui.window.views.controls import ControlRows, ControlView
from ui.window.views.page_view import PageView, own

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BLANK = AttractProps(
    place="",
    language="vi",
    ward="",
    time="",
    point="",
    hours="",
    address="",
    promise="",
)


@QmlElement
class AttractView(PageView):
    """The place, its hours, and the promise that no name is asked for."""

    attractChanged = Signal()
    pressed = Signal(str)  # the slot of what was touched

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _BLANK
        self._shown = True
        self._offers, self._call, self._over = ControlRows(self), ControlView(self), ControlRows(self)

    @Slot(str)
    def press(self, slot: str) -> None:
        """The invitation was touched."""
        self.pressed.emit(slot)

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _BLANK)
        over = tuple(one for one in page.bar if one.action in self._props.over)
        self._over.show(over)
        self._offers.show(tuple(one for one in page.bar[:-1] if one not in over))
        self._call.show(page.bar[-1] if page.bar else None)
        super()._take_over(page)
        self.attractChanged.emit()

    def _get_complete(self) -> bool:
        return bool(self._props.choices)

    def _get_week(self) -> str:
        return "\n".join(self._props.week)

    complete = Property(bool, _get_complete, notify=attractChanged)  # more than the invitation is known
    offersNeeds = Property(bool, attrgetter("_props.offers_needs"), notify=attractChanged)
    waves = Property(bool, attrgetter("_props.waves"), notify=attractChanged)
    offers = Property(ControlRows, attrgetter("_offers"), constant=True)  # beneath the needs
    over = Property(ControlRows, attrgetter("_over"), constant=True)  # over the needs
    call = Property(ControlView, attrgetter("_call"), constant=True)  # and at their end, the person
    ward = Property(str, attrgetter("_props.ward"), notify=attractChanged)
    time = Property(str, attrgetter("_props.time"), notify=attractChanged)
    point = Property(str, attrgetter("_props.point"), notify=attractChanged)
    hours = Property(str, attrgetter("_props.hours"), notify=attractChanged)
    address = Property(str, attrgetter("_props.address"), notify=attractChanged)
    promise = Property(str, attrgetter("_props.promise"), notify=attractChanged)
    staffNotice = Property(str, attrgetter("_props.staff_notice"), notify=attractChanged)
    about = Property(str, attrgetter("_props.about"), notify=attractChanged)
    duty = Property(str, attrgetter("_props.duty"), notify=attractChanged)
    weekTitle = Property(str, attrgetter("_props.week_title"), notify=attractChanged)
    weekMore = Property(str, attrgetter("_props.week_more"), notify=attractChanged)
    week = Property(str, _get_week, notify=attractChanged)
