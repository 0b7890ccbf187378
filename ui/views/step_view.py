"""A step, or a question of a guide, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

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

    def _get_has_picture(self) -> bool:
        return self._props.picture != PhoneProps()

    title = Property(str, attrgetter("_props.title"), notify=stepChanged)
    stepNumber = Property(int, attrgetter("_props.step_number"), notify=stepChanged)
    stepsAbout = Property(int, attrgetter("_props.steps_about"), notify=stepChanged)
    tag = Property(str, attrgetter("_props.tag"), notify=stepChanged)
    safety = Property(str, attrgetter("_props.safety"), notify=stepChanged)
    staffMark = Property(str, attrgetter("_props.staff_mark"), notify=stepChanged)
    staffNote = Property(str, attrgetter("_props.staff_note"), notify=stepChanged)
    payload = Property(str, attrgetter("_props.payload"), notify=stepChanged)
    ground = Property(str, attrgetter("_props.ground"), notify=stepChanged)
    address = Property(str, attrgetter("_props.address"), notify=stepChanged)
    framed = Property(bool, attrgetter("_props.framed"), notify=stepChanged)
    doubts = Property(bool, attrgetter("_props.doubts"), notify=stepChanged)
    hasPicture = Property(bool, _get_has_picture, notify=stepChanged)
    places = Property(ControlRows, attrgetter("_places"), constant=True)
    picture = Property(PhoneView, attrgetter("_picture"), constant=True)


def _props_of(page: Page) -> StepProps:
    return page if isinstance(page, StepProps) else _BLANK
