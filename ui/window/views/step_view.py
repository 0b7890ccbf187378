"""A step, a question, what has changed, and the end of a guide, as QML sees them."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.changed import ChangedProps
from ui.screens.guide import StepProps
from ui.screens.guide_end import EndProps
from ui.screens.page import Page
from ui.screens.picture.props import PhoneProps
from ui.window.phone_view import PhoneView
from ui.window.views.controls import ControlRows
from ui.window.views.page_view import PageView, own

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
        picture = own(page, _BLANK).picture
        if picture == self._picture.props:
            return False
        self._picture.show(picture)
        return True

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _BLANK)
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
    met = Property(int, attrgetter("_props.met"), notify=stepChanged)
    metName = Property(str, attrgetter("_props.met_name"), notify=stepChanged)
    asideOf = Property(int, attrgetter("_props.aside_of"), notify=stepChanged)
    hasPicture = Property(bool, _get_has_picture, notify=stepChanged)
    places = Property(ControlRows, attrgetter("_places"), constant=True)
    picture = Property(PhoneView, attrgetter("_picture"), constant=True)


@QmlElement
class ChangedView(StepView):
    """How it was, beside how it is now."""

    changedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._earlier = PhoneView(self)
        self._earlier_caption = self._now_caption = ""

    def _take_over(self, page: Page) -> None:
        props = page if isinstance(page, ChangedProps) else None
        self._earlier.show(props.earlier if props else PhoneProps())
        self._earlier_caption = props.earlier_caption if props else ""
        self._now_caption = props.now_caption if props else ""
        super()._take_over(page)
        self.changedChanged.emit()

    earlier = Property(PhoneView, attrgetter("_earlier"), constant=True)
    earlierCaption = Property(str, attrgetter("_earlier_caption"), notify=changedChanged)
    nowCaption = Property(str, attrgetter("_now_caption"), notify=changedChanged)


@QmlElement
class EndView(StepView):
    """The last step, the guides it leads to, and the question with its faces."""

    endChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._onward, self._faces = ControlRows(self), ControlRows(self)
        self._question = self._touched = ""
        self._sign = "check"

    def _take_over(self, page: Page) -> None:
        end = page if isinstance(page, EndProps) else None
        leads_on = len(end.onward) if end else 0
        self._onward.show(page.choices[:leads_on])
        self._faces.show(page.choices[leads_on:] if end else ())
        self._question = end.question if end else ""
        self._touched = end.touched if end else ""
        self._sign = end.sign if end else "check"
        super()._take_over(page)
        self.endChanged.emit()

    onward = Property(ControlRows, attrgetter("_onward"), constant=True)
    question = Property(str, attrgetter("_question"), notify=endChanged)
    faces = Property(ControlRows, attrgetter("_faces"), constant=True)
    touched = Property(str, attrgetter("_touched"), notify=endChanged)
    sign = Property(str, attrgetter("_sign"), notify=endChanged)
