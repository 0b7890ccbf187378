"""A step, or a question of a guide, as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.phone_view import PhoneView
from ui.picture.props import PhoneProps
from ui.screens.guide import StepProps
from ui.screens.page import Page
from ui.views.controls import ControlRows
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BLANK = StepProps(
    template="step", place="", language="vi", title="", step_number=0, steps_about=0, tag="", safety="",
    staff_mark="", staff_note="", picture=PhoneProps(),
)  # fmt: skip


@QmlElement
class StepView(PageView):
    """Also shows questions of the kiosk's own: the extras of a step are empty then."""

    stepChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _BLANK
        self._picture = PhoneView(self)
        self._places = ControlRows(self)

    def _draw_first(self, page: Page) -> bool:
        picture = _props_of(page).picture
        if picture == self._picture.props:
            return False
        self._picture.show(picture)
        return True

    def _take_over(self, page: Page) -> None:
        self._props = _props_of(page)
        self._picture.show(self._props.picture)
        self._places.show(page.places)
        super()._take_over(page)
        self.stepChanged.emit()

    def _get_title(self) -> str:
        return self._props.title

    def _get_step_number(self) -> int:
        return self._props.step_number

    def _get_steps_about(self) -> int:
        return self._props.steps_about

    def _get_tag(self) -> str:
        return self._props.tag

    def _get_safety(self) -> str:
        return self._props.safety

    def _get_staff_mark(self) -> str:
        return self._props.staff_mark

    def _get_staff_note(self) -> str:
        return self._props.staff_note

    def _get_ground(self) -> str:
        return self._props.ground

    def _get_payload(self) -> str:
        return self._props.payload

    def _get_address(self) -> str:
        return self._props.address

    def _get_framed(self) -> bool:
        return self._props.framed

    def _get_doubts(self) -> bool:
        return self._props.doubts

    def _get_has_picture(self) -> bool:
        return self._props.picture != PhoneProps()

    def _get_places(self) -> ControlRows:
        return self._places

    def _get_picture(self) -> PhoneView:
        return self._picture

    title = Property(str, _get_title, notify=stepChanged)
    stepNumber = Property(int, _get_step_number, notify=stepChanged)
    stepsAbout = Property(int, _get_steps_about, notify=stepChanged)
    tag = Property(str, _get_tag, notify=stepChanged)
    safety = Property(str, _get_safety, notify=stepChanged)
    staffMark = Property(str, _get_staff_mark, notify=stepChanged)
    staffNote = Property(str, _get_staff_note, notify=stepChanged)
    payload = Property(str, _get_payload, notify=stepChanged)
    ground = Property(str, _get_ground, notify=stepChanged)
    address = Property(str, _get_address, notify=stepChanged)
    framed = Property(bool, _get_framed, notify=stepChanged)
    doubts = Property(bool, _get_doubts, notify=stepChanged)
    hasPicture = Property(bool, _get_has_picture, notify=stepChanged)
    places = Property(ControlRows, _get_places, constant=True)
    picture = Property(PhoneView, _get_picture, constant=True)


def _props_of(page: Page) -> StepProps:
    return page if isinstance(page, StepProps) else _BLANK
