"""Opens the kiosk's window with the invitation, and lays the screens of a visit over it.

The invitation is the first frame of the kiosk: what only a visit needs is imported when it is admitted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from ui.window.controls import QML_FOLDER, furnish_invitation, know_reading_controls
from ui.window.input.press_gate import PressGate
from ui.window.theme import ThemeValues
from ui.window.views.attract_view import AttractView

if TYPE_CHECKING:
    from collections.abc import Callable

    from accessibility.keys import Bindings
    from ui.window.images.wards_own import WardsOwn
    from ui.window.shell import Shell
    from ui.window.touch_proof import TouchProof

FIRST_FRAME_MS = 5000
SETTLED_MS = 100  # a window that is pulled larger is laid out once it stays so
LEAST_PX = 360  # a side of the window; smaller, and no letter can be made out


class ScreensMissing(Exception):
    """The kiosk's own QML could not be loaded: the installation is broken."""


class KioskWindow:
    """Owns the engine and the window; the caller owns the shell. Not shown until `show`."""

    def __init__(
        self,
        theme: ThemeValues,
        gate: PressGate,
        attract: AttractView | None = None,
        size_px: tuple[int, int] = (0, 0),
    ) -> None:
        """*attract* is filled best before, and *size_px* known: what QML binds later it binds twice.

        Raises `ScreensMissing` or `ui.window.controls.ControlsMissing`.
        """
        self.attract = attract or AttractView()
        self._gate = gate
        self.engine = QQmlApplicationEngine()
        furnish_invitation(self.engine, theme, gate)
        width, height = size_px
        self.engine.setInitialProperties({"attract": self.attract, "width": width, "height": height})
        self.engine.loadFromModule("Kiosk", "Main")
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ScreensMissing(f"Kiosk/Main.qml does not load from {QML_FOLDER}")
        self.window = roots[0]
        self._shell: Shell | None = None
        self._proof: TouchProof | None = None

    def show(self, size_px: tuple[int, int], *, fullscreen: bool) -> None:
        self._laid_out_for = size_px
        self.window.setMinimumWidth(LEAST_PX)
        self.window.setMinimumHeight(LEAST_PX)
        self.window.resize(*size_px)
        if fullscreen:
            self.window.setProperty("kept", True)
            self.window.showFullScreen()
        else:
            self.window.show()

    def wait_for_frame(self) -> bool:
        """Run Qt's events until something has been drawn. False if a hidden screen draws nothing in time."""
        waiting, drawn = QEventLoop(), []

        def seen() -> None:
            drawn.append(True)
            waiting.quit()

        self.window.frameSwapped.connect(seen)
        QTimer.singleShot(FIRST_FRAME_MS, waiting, waiting.quit)
        waiting.exec()
        self.window.frameSwapped.disconnect(seen)
        return bool(drawn)

    def admit(
        self,
        shell: Shell,
        keys: Bindings | None = None,
        *,
        scanner: bool = False,
        pictures: WardsOwn | None = None,
    ) -> None:
        """Lay the screens of *shell* over the invitation and watch touches and keys. Raises `ScreensMissing`.

        Once in a window's life. *keys*: None for the usual ones; *scanner*: codes may be typed here;
        *pictures*: the ward's own.
        """
        from accessibility.keys import bindings
        from ui.window.glyphs import GlyphProvider
        from ui.window.images.drawings import DrawingProvider
        from ui.window.images.qr_image import QrImages
        from ui.window.input.watches import Watches
        from ui.window.touch_proof import TouchProof

        know_reading_controls()
        self.engine.addImageProvider("glyph", GlyphProvider())
        self.engine.addImageProvider("drawn", DrawingProvider(pictures))
        self.engine.addImageProvider("qr", QrImages())
        self._shell = shell  # QML holds it without owning it
        self.window.setProperty("shell", shell)
        if not self.window.property("admitted"):
            raise ScreensMissing(f"Kiosk/Screens.qml does not load from {QML_FOLDER}")
        bound = bindings() if keys is None else keys
        self._watches = Watches(self.window, shell, self._gate, bound, scanner=scanner)
        self._proof = TouchProof(self.window, shell, self._gate, self._watches)

    def touch_trouble(self) -> str:
        """Why no touch would be answered now; empty: one would. Nothing comes of asking."""
        return "the screens of a visit are not there" if self._proof is None else self._proof.trouble()

    def on_closed(self, closed: Callable[[], None]) -> None:
        """Call *closed* when a person closes the window. In full screen it refuses: see `Main.qml`."""
        self.window.visibleChanged.connect(lambda visible: None if visible else closed())

    def on_resized(self, resized: Callable[[tuple[int, int]], None]) -> None:
        """Call *resized* with the window's size whenever it is no longer the one laid out for, also if that
        has come about already: a window manager may give it another as it opens.
        """
        settled = QTimer(self.window, interval=SETTLED_MS, singleShot=True)

        def poll() -> None:
            size = self.window.width(), self.window.height()
            if size != self._laid_out_for:
                self._laid_out_for = size
                resized(size)

        settled.timeout.connect(poll)
        self.window.widthChanged.connect(settled.start)
        self.window.heightChanged.connect(settled.start)
        settled.start()

    def hide_pointer(self) -> None:
        """Nobody has a mouse here."""
        from PySide6.QtCore import Qt  # larger than all the rest of this module together

        self.window.setCursor(Qt.CursorShape.BlankCursor)

    def forget(self) -> None:
        """Somebody has gone: no drawing is kept in their colours and sizes; a new one takes milliseconds.

        Nor what QML has let go of. It would collect that by itself in the middle of somebody's touch.
        """
        from ui.window.images.svg_images import SvgImages

        for provider in map(self.engine.imageProvider, ("icon", "glyph", "drawn")):
            if isinstance(provider, SvgImages):
                provider.forget()
        self.window.releaseResources()  # also those Qt keeps for pictures that are no longer shown
        self.engine.collectGarbage()

    def hide(self) -> None:
        """Nothing is to be seen or touched any more."""
        self.window.hide()

    def close(self) -> None:
        """Close the window and take the engine down before Qt does it in an order of its own."""
        if self._shell is not None:
            self._watches.stop()
            self._shell.stop()
        from PySide6.QtCore import QCoreApplication, QEvent

        from ui.window.views.page_view import BLANK

        self.attract.show(BLANK)  # no picture is asked for in sizes and colours that are gone
        self.window.setProperty("kept", False)
        self.window.close()
        self.engine.clearSingletons()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)
