"""Opens the kiosk's window: engine, image providers, the look, and the watch over every touch."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from ui.controls import QML_FOLDER, furnish
from ui.explore_watch import ExploreWatch
from ui.key_watch import KeyWatch
from ui.picture.provider import PictogramProvider
from ui.press_gate import PressGate
from ui.qr_image import QrImages
from ui.shell import Shell
from ui.theme import ThemeValues
from ui.ways.keys import Bindings, bindings

SOMEBODY = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress})
FIRST_FRAME_S = 5.0


class ScreensMissing(Exception):
    """The kiosk's own QML could not be loaded: the installation is broken."""


class TouchWatch(QObject):
    """Tells of every finger and click before any control hears of it."""

    def __init__(self, touched: Callable[[], None]) -> None:
        super().__init__()
        self._touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if event.type() in SOMEBODY:
            self._touched()
        return False


class KioskWindow:
    """Owns the engine and the window; the caller owns the shell. Not shown until `show`."""

    def __init__(
        self, shell: Shell, look: ThemeValues, gate: PressGate, keys: Bindings | None = None
    ) -> None:
        """Raises `ScreensMissing` or `ui.controls.ControlsMissing`."""
        self.engine = QQmlApplicationEngine()
        furnish(self.engine, look, gate)
        self.engine.addImageProvider("picto", PictogramProvider())
        self.engine.addImageProvider("qr", QrImages())
        self.engine.setInitialProperties({"shell": shell})
        self.engine.loadFromModule("Kiosk", "Main")
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ScreensMissing(f"Kiosk/Main.qml does not load from {QML_FOLDER}")
        self.window = roots[0]
        self._explorer = ExploreWatch(self.window, shell, gate)
        self.window.installEventFilter(self._explorer)  # first, to be asked last: Qt asks the newest first
        self._watch = TouchWatch(shell.touched)
        self.window.installEventFilter(self._watch)
        self._keys = KeyWatch(bindings() if keys is None else keys, gate, shell.do)
        self.window.installEventFilter(self._keys)
        self._kept = (shell, look, gate)  # QML holds them without owning them

    def show(self, size_px: tuple[int, int], *, fullscreen: bool) -> None:
        """Full screen hides the pointer; a window keeps it."""
        self.window.resize(*size_px)
        if fullscreen:
            self.window.setCursor(Qt.CursorShape.BlankCursor)
            self.window.showFullScreen()
        else:
            self.window.show()

    async def first_frame(self) -> None:
        """Returns once the window has drawn something (or is known to be hidden)."""
        drawn = asyncio.Event()
        self.window.frameSwapped.connect(drawn.set, Qt.ConnectionType.QueuedConnection)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(drawn.wait(), FIRST_FRAME_S)

    def on_closed(self, closed: Callable[[], None]) -> None:
        """Call *closed* when a person closes the window (there is nothing to close it by in full screen)."""
        self.window.visibleChanged.connect(lambda visible: None if visible else closed())

    def hide(self) -> None:
        """Nothing is to be seen or touched any more."""
        self.window.hide()

    def close(self) -> None:
        """Close the window and take the engine down before Qt does it in an order of its own."""
        self.window.removeEventFilter(self._watch)
        self.window.removeEventFilter(self._keys)
        self.window.removeEventFilter(self._explorer)
        self._kept[0].rest()
        self.window.close()
        self.engine.clearSingletons()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)
