"""The attract screen, as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.screens.attract import AttractProps
from ui.screens.page import Page
from ui.views.controls import ControlRows, ControlView
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BLANK = AttractProps(
    template="attract",
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
        self._offers, self._call, self._ask = ControlRows(self), ControlView(self), ControlView(self)

    @Slot(str)
    def press(self, slot: str) -> None:
        """The invitation was touched."""
        self.pressed.emit(slot)

    def _take_over(self, page: Page) -> None:
        self._props = page if isinstance(page, AttractProps) else _BLANK
        ask = next((one for one in page.bar if one.slot == "ask"), None)
        self._ask.show(ask)
        self._offers.show(tuple(one for one in page.bar[:-1] if one is not ask))
        self._call.show(page.bar[-1] if page.bar else None)
        super()._take_over(page)
        self.attractChanged.emit()

    def _get_complete(self) -> bool:
        return bool(self._props.choices)

    def _get_offers_needs(self) -> bool:
        return self._props.offers_needs

    def _get_offers(self) -> ControlRows:
        return self._offers

    def _get_ask(self) -> ControlView:
        return self._ask

    def _get_call(self) -> ControlView:
        return self._call

    def _get_ward(self) -> str:
        return self._props.ward

    def _get_time(self) -> str:
        return self._props.time

    def _get_point(self) -> str:
        return self._props.point

    def _get_hours(self) -> str:
        return self._props.hours

    def _get_address(self) -> str:
        return self._props.address

    def _get_promise(self) -> str:
        return self._props.promise

    def _get_staff_notice(self) -> str:
        return self._props.staff_notice

    def _get_duty(self) -> str:
        return self._props.duty

    def _get_week_title(self) -> str:
        return self._props.week_title

    def _get_week_more(self) -> str:
        return self._props.week_more

    def _get_week(self) -> str:
        return "\n".join(self._props.week)

    complete = Property(bool, _get_complete, notify=attractChanged)  # more than the invitation is known
    offersNeeds = Property(bool, _get_offers_needs, notify=attractChanged)
    offers = Property(ControlRows, _get_offers, constant=True)  # beneath the needs
    ask = Property(ControlView, _get_ask, constant=True)  # over the needs
    call = Property(ControlView, _get_call, constant=True)  # and at their end, the person
    ward = Property(str, _get_ward, notify=attractChanged)
    time = Property(str, _get_time, notify=attractChanged)
    point = Property(str, _get_point, notify=attractChanged)
    hours = Property(str, _get_hours, notify=attractChanged)
    address = Property(str, _get_address, notify=attractChanged)
    promise = Property(str, _get_promise, notify=attractChanged)
    staffNotice = Property(str, _get_staff_notice, notify=attractChanged)
    duty = Property(str, _get_duty, notify=attractChanged)
    weekTitle = Property(str, _get_week_title, notify=attractChanged)
    weekMore = Property(str, _get_week_more, notify=attractChanged)
    week = Property(str, _get_week, notify=attractChanged)
