"""Views of pages with little beside what all have: to scan, to dial, to look at, to touch."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.aside import HotlineProps, MessageProps
from ui.screens.choosing import OverviewProps, QrProps
from ui.screens.farewell import GoodbyeProps
from ui.screens.page import Page
from ui.screens.picture.props import PhoneProps
from ui.screens.staff.sign_in import PadProps
from ui.screens.trying import CircleProps
from ui.window.phone_view import PhoneView
from ui.window.views.controls import ControlRows
from ui.window.views.page_view import PageView, own

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_QR = QrProps(place="", language="vi", payload="", address="")
_HOTLINE = HotlineProps(place="", language="vi", number="")
_MESSAGE = MessageProps(place="", language="vi", picture=PhoneProps())
_GOODBYE = GoodbyeProps(
    place="", language="vi", faces=(), next_ones=(), drawing="", payload="",
    payload_label="", answered=False,
)  # fmt: skip
_CIRCLE = CircleProps(place="", language="vi", across=0.5, down=0.5)
_PAD = PadProps(place="", language="vi", typed=0, most=0)
_OVERVIEW = OverviewProps(
    place="", language="vi", minutes="", needs_title="", needs=(), cautions_title="",
    cautions=(), checked="",
)  # fmt: skip


@QmlElement
class QrView(PageView):
    """An official address; `payload` is empty where nobody has checked it."""

    qrChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _QR

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _QR)
        super()._take_over(page)
        self.qrChanged.emit()

    payload = Property(str, attrgetter("_props.payload"), notify=qrChanged)
    large = Property(bool, attrgetter("_props.large"), notify=qrChanged)
    fine = Property(bool, attrgetter("_props.fine"), notify=qrChanged)
    address = Property(str, attrgetter("_props.address"), notify=qrChanged)


@QmlElement
class HotlineView(PageView):
    """A telephone number, in groups."""

    numberChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _HOTLINE

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _HOTLINE)
        super()._take_over(page)
        self.numberChanged.emit()

    number = Property(str, attrgetter("_props.number"), notify=numberChanged)


@QmlElement
class MessageView(PageView):
    """A calm sentence and a picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = PhoneView(self)

    def _take_over(self, page: Page) -> None:
        self._picture.show(own(page, _MESSAGE).picture)
        super()._take_over(page)

    picture = Property(PhoneView, attrgetter("_picture"), constant=True)


@QmlElement
class GoodbyeView(PageView):
    """Three faces; a picture, or a code to take along and what to do next."""

    goodbyeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props, self._chosen = _GOODBYE, ""
        self._faces, self._next_ones = ControlRows(self), ControlRows(self)

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _GOODBYE)
        numbered = {choice.slot: choice for choice in page.choices}
        faces = tuple(numbered[face.slot] for face in self._props.faces)
        self._faces.show(faces)
        self._next_ones.show(tuple(numbered[one.slot] for one in self._props.next_ones))
        self._chosen = next((face.slot for face in faces if face.state), "")
        super()._take_over(page)
        self.goodbyeChanged.emit()

    faces = Property(ControlRows, attrgetter("_faces"), constant=True)
    nextOnes = Property(ControlRows, attrgetter("_next_ones"), constant=True)
    payload = Property(str, attrgetter("_props.payload"), notify=goodbyeChanged)
    payloadLabel = Property(str, attrgetter("_props.payload_label"), notify=goodbyeChanged)
    chosen = Property(str, attrgetter("_chosen"), notify=goodbyeChanged)


@QmlElement
class CircleView(PageView):
    """Where the circle to touch stands: shares 0 … 1 of the room that is left beside it."""

    circleChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _CIRCLE

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _CIRCLE)
        super()._take_over(page)
        self.circleChanged.emit()

    across = Property(float, attrgetter("_props.across"), notify=circleChanged)
    down = Property(float, attrgetter("_props.down"), notify=circleChanged)


@QmlElement
class PadView(PageView):
    """The pad for a PIN: how many of how many digits are typed; which ones, no view knows."""

    padChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _PAD

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _PAD)
        super()._take_over(page)
        self.padChanged.emit()

    typed = Property(int, attrgetter("_props.typed"), notify=padChanged)
    most = Property(int, attrgetter("_props.most"), notify=padChanged)
    filled = Property(str, attrgetter("_props.filled"), notify=padChanged)


@QmlElement
class OverviewView(PageView):
    """A guide before it begins: what the resident needs, how long it takes, what to be careful about."""

    overviewChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _OVERVIEW
        self._needs = ControlRows(self)
        self._cautions = ControlRows(self)

    def _take_over(self, page: Page) -> None:
        self._props = page if isinstance(page, OverviewProps) else _OVERVIEW
        self._needs.show(self._props.needs)
        self._cautions.show(self._props.cautions)
        super()._take_over(page)
        self.overviewChanged.emit()

    minutes = Property(str, attrgetter("_props.minutes"), notify=overviewChanged)
    needsTitle = Property(str, attrgetter("_props.needs_title"), notify=overviewChanged)
    needs = Property(ControlRows, attrgetter("_needs"), constant=True)
    cautionsTitle = Property(str, attrgetter("_props.cautions_title"), notify=overviewChanged)
    cautions = Property(ControlRows, attrgetter("_cautions"), constant=True)
    checked = Property(str, attrgetter("_props.checked"), notify=overviewChanged)
    onACard = Property(bool, attrgetter("_props.on_a_card"), notify=overviewChanged)
