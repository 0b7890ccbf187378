"""The strip on top and its notices, as QML sees them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.strip import StripProps
from ui.views.controls import ControlRows, ControlView
from ui.visit.actions.common import Do

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StripView(QObject):
    """Title, comfort controls, and permanent notices (no sound, no log)."""

    changed = Signal()
    titled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = StripProps("", (), ())
        self._leave = ControlView(self)
        self._ask = ControlView(self)
        self._chips = ControlRows(self)
        self._staff = ControlRows(self)

    def show(self, props: StripProps) -> None:
        """Take over new props. Of one guide to the next it is the title alone that changes."""
        before, self._props = self._props, props
        if replace(before, title=props.title, told=props.told, brief=props.brief) != props:
            leave = next((one for one in props.chips if one.action is Do.FINISH), None)
            ask = next((one for one in props.chips if one.action is Do.ASK), None)
            self._leave.show(leave)
            self._ask.show(ask)
            self._chips.show(tuple(one for one in props.chips if one is not leave and one is not ask))
            self._staff.show(props.staff)
            self.changed.emit()
        if (before.title, before.told, before.brief) != (props.title, props.told, props.brief):
            self.titled.emit()

    def _get_title(self) -> str:
        return self._props.title

    def _get_brief(self) -> str:
        return self._props.brief

    def _get_leave(self) -> ControlView:
        return self._leave

    def _get_ask(self) -> ControlView:
        return self._ask

    def _get_chips(self) -> ControlRows:
        return self._chips

    def _get_staff(self) -> ControlRows:
        return self._staff

    def _get_notice(self) -> str:
        return "\n".join(self._props.notices)

    def _get_hint(self) -> str:
        return self._props.hint

    def _get_in_headphones(self) -> bool:
        return self._props.output != ""

    def _get_ward(self) -> str:
        return self._props.ward

    def _get_told(self) -> str:
        return self._props.told

    def _get_finish(self) -> str:
        return self._props.finish

    def _get_adjust(self) -> str:
        return self._props.adjust

    def _get_offers_comfort(self) -> bool:
        return any(chip.action == Do.COMFORT for chip in self._props.chips)

    def _get_in_a_guide(self) -> bool:
        return self._props.in_a_guide

    def _get_up(self) -> str:
        return self._props.up

    def _get_down(self) -> str:
        return self._props.down

    title = Property(str, _get_title, notify=titled)
    brief = Property(str, _get_brief, notify=titled)
    ask = Property(ControlView, _get_ask, constant=True)
    leave = Property(ControlView, _get_leave, constant=True)
    chips = Property(ControlRows, _get_chips, constant=True)
    staff = Property(ControlRows, _get_staff, constant=True)
    notice = Property(str, _get_notice, notify=changed)
    hint = Property(str, _get_hint, notify=changed)
    inHeadphones = Property(bool, _get_in_headphones, notify=changed)
    ward = Property(str, _get_ward, notify=changed)
    told = Property(str, _get_told, notify=titled)
    finish = Property(str, _get_finish, notify=changed)
    adjust = Property(str, _get_adjust, notify=changed)
    inAGuide = Property(bool, _get_in_a_guide, notify=changed)
    offersComfort = Property(bool, _get_offers_comfort, notify=changed)
    up = Property(str, _get_up, notify=changed)
    down = Property(str, _get_down, notify=changed)
