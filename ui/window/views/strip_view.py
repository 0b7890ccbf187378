"""The strip on top and its notices, as QML sees them."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.strip import StripProps
from ui.visit.actions.common import Do
from ui.window.views.controls import ControlRows, ControlView

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
        if replace(before, title=props.title, spoken=props.spoken, brief=props.brief) != props:
            leave = next((one for one in props.chips if one.action is Do.FINISH), None)
            ask = next((one for one in props.chips if one.action is Do.ASK), None)
            self._leave.show(leave)
            self._ask.show(ask)
            self._chips.show(tuple(one for one in props.chips if one is not leave and one is not ask))
            self._staff.show(props.staff)
            self.changed.emit()
        if (before.title, before.spoken, before.brief) != (props.title, props.spoken, props.brief):
            self.titled.emit()

    def _get_notice(self) -> str:
        return "\n".join(self._props.notices)

    def _get_in_headphones(self) -> bool:
        return self._props.output != ""

    def _get_offers_comfort(self) -> bool:
        return any(chip.action == Do.COMFORT for chip in self._props.chips)

    title = Property(str, attrgetter("_props.title"), notify=titled)
    brief = Property(str, attrgetter("_props.brief"), notify=titled)
    ask = Property(ControlView, attrgetter("_ask"), constant=True)
    leave = Property(ControlView, attrgetter("_leave"), constant=True)
    chips = Property(ControlRows, attrgetter("_chips"), constant=True)
    staff = Property(ControlRows, attrgetter("_staff"), constant=True)
    notice = Property(str, _get_notice, notify=changed)
    hint = Property(str, attrgetter("_props.hint"), notify=changed)
    inHeadphones = Property(bool, _get_in_headphones, notify=changed)
    ward = Property(str, attrgetter("_props.ward"), notify=changed)
    spoken = Property(str, attrgetter("_props.spoken"), notify=titled)
    finish = Property(str, attrgetter("_props.finish"), notify=changed)
    adjust = Property(str, attrgetter("_props.adjust"), notify=changed)
    step = Property(str, attrgetter("_props.step"), notify=changed)
    inAGuide = Property(bool, attrgetter("_props.in_a_guide"), notify=changed)
    offersComfort = Property(bool, _get_offers_comfort, notify=changed)
    up = Property(str, attrgetter("_props.up"), notify=changed)
    down = Property(str, attrgetter("_props.down"), notify=changed)
