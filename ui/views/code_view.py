"""Screens that show something to scan, to dial or to look at, as QML sees them."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.phone_view import PhoneView
from ui.picture.props import PhoneProps
from ui.screens.aside import HotlineProps, MessageProps
from ui.screens.choosing import QrProps
from ui.screens.farewell import GoodbyeProps
from ui.screens.page import Page
from ui.views.controls import ControlRows
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QrView(PageView):
    """An official address; `payload` is empty where nobody has checked it."""

    qrChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._payload, self._address, self._large, self._fine = "", "", False, False

    def _take_over(self, page: Page) -> None:
        code = page if isinstance(page, QrProps) else None
        self._payload = code.payload if code else ""
        self._address = code.address if code else ""
        self._large = code.large if code else False
        self._fine = code.fine if code else False
        super()._take_over(page)
        self.qrChanged.emit()

    payload = Property(str, attrgetter("_payload"), notify=qrChanged)
    large = Property(bool, attrgetter("_large"), notify=qrChanged)
    fine = Property(bool, attrgetter("_fine"), notify=qrChanged)
    address = Property(str, attrgetter("_address"), notify=qrChanged)


@QmlElement
class HotlineView(PageView):
    """A telephone number, in groups."""

    numberChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number, self._drawing = "", ""

    def _take_over(self, page: Page) -> None:
        hotline = page if isinstance(page, HotlineProps) else None
        self._number = hotline.number if hotline else ""
        self._drawing = hotline.drawing if hotline else ""
        super()._take_over(page)
        self.numberChanged.emit()

    drawing = Property(str, attrgetter("_drawing"), notify=numberChanged)
    number = Property(str, attrgetter("_number"), notify=numberChanged)


@QmlElement
class MessageView(PageView):
    """A calm sentence and a picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = PhoneView(self)

    def _take_over(self, page: Page) -> None:
        self._picture.show(page.picture if isinstance(page, MessageProps) else PhoneProps())
        super()._take_over(page)

    picture = Property(PhoneView, attrgetter("_picture"), constant=True)


@QmlElement
class GoodbyeView(PageView):
    """Three faces; a picture, or a code to take along and what to do next."""

    goodbyeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces, self._next_ones = ControlRows(self), ControlRows(self)
        self._payload, self._payload_label, self._drawing, self._chosen = "", "", "", ""

    def _take_over(self, page: Page) -> None:
        goodbye = page if isinstance(page, GoodbyeProps) else None
        numbered = {choice.slot: choice for choice in page.choices}
        faces = tuple(numbered[face.slot] for face in goodbye.faces) if goodbye else ()
        self._faces.show(faces)
        self._next_ones.show(tuple(numbered[one.slot] for one in goodbye.next_ones) if goodbye else ())
        self._payload = goodbye.payload if goodbye else ""
        self._payload_label = goodbye.payload_label if goodbye else ""
        self._drawing = goodbye.drawing if goodbye else ""
        self._chosen = next((face.slot for face in faces if face.state), "")
        super()._take_over(page)
        self.goodbyeChanged.emit()

    faces = Property(ControlRows, attrgetter("_faces"), constant=True)
    nextOnes = Property(ControlRows, attrgetter("_next_ones"), constant=True)
    payload = Property(str, attrgetter("_payload"), notify=goodbyeChanged)
    payloadLabel = Property(str, attrgetter("_payload_label"), notify=goodbyeChanged)
    drawing = Property(str, attrgetter("_drawing"), notify=goodbyeChanged)
    chosen = Property(str, attrgetter("_chosen"), notify=goodbyeChanged)
