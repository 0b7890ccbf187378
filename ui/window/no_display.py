"""Whether there is a screen to open a window on, and what to do when there is none.

Qt does not say so: without a display, or with one that does not answer, it names a library that is there
(“xcb-cursor0 is needed”) and aborts. `ui.window.application` asks then.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DisplayState: TypeAlias = Literal["there", "none", "silent", "no-such-kind"]

_ON_NONE = ("offscreen", "minimal", "minimalegl", "eglfs", "linuxfb", "vkkhrdisplay", "vnc")
"""Qt's other ways to show a window, as PySide6's wheel has them: these ask no server."""

_SEE_IT_VI = (
    "Để xem thử trong bộ nhớ: "
    "apt-get install xvfb xauth, rồi xvfb-run -s '-screen 0 1080x1920x24' ./script/run"
)
_SEE_IT_EN = (
    "To see it anyway, in memory: "
    "apt-get install xvfb xauth, then xvfb-run -s '-screen 0 1080x1920x24' ./script/run "
    "(pictures of every screen without any display: ./script/run tour --out pictures)"
)


class Display(NamedTuple):
    """`named`: what was asked, as the environment names it, such as ``:77`` or ``wayland-9``."""

    state: DisplayState
    named: str = ""

    def said(self) -> tuple[str, str]:
        """What is so, in Vietnamese and English."""
        match self.state:
            case "there":
                return "Có màn hình.", "There is a screen."
            case "none":
                return (
                    "Máy này không có màn hình nên chưa mở được ki-ốt.",
                    "This machine has no screen, so the kiosk cannot open.",
                )
            case "silent":
                return (
                    f"Màn hình {self.named} không trả lời nên chưa mở được ki-ốt.",
                    f"The screen {self.named} does not answer, so the kiosk cannot open.",
                )
            case "no-such-kind":
                return (
                    f"Không có cách mở màn hình nào tên {self.named} nên chưa mở được ki-ốt.",
                    f"There is no way to open a screen called {self.named}, so the kiosk cannot open.",
                )

    def mend(self) -> tuple[str, str]:
        """What to do, in Vietnamese and English."""
        match self.state:
            case "silent":
                return (
                    "Mở ki-ốt ngay trên màn hình của máy, bằng tài khoản đang dùng màn hình đó "
                    f"(không qua sudo hay ssh). {_SEE_IT_VI}",
                    "Open the kiosk on the machine's own screen, as the user who is logged in there "
                    f"(not through sudo or ssh). {_SEE_IT_EN}",
                )
            case "no-such-kind":
                return "Bỏ biến QT_QPA_PLATFORM rồi thử lại.", "Unset QT_QPA_PLATFORM, then try again."
            case _:
                return _SEE_IT_VI, _SEE_IT_EN


def ask_display(environment: Mapping[str, str], platform: str = sys.platform) -> Display:
    """Ask the server Qt would ask, as Qt would: a name alone proves nothing. A few milliseconds.

    Only Linux can be without a screen in this sense.
    """
    if not platform.startswith("linux"):
        return Display("there")
    chosen = environment.get("QT_QPA_PLATFORM", "")
    kinds = [part.partition(":")[0].partition("-")[0] for part in chosen.split(";") if part]
    if any(kind in _ON_NONE for kind in kinds):
        return Display("there")
    servers = [kind for kind in kinds or _ASKS if kind in _ASKS]
    if not servers:
        return Display("no-such-kind", chosen)
    named = {kind: name for kind in servers if (name := environment.get(_NAMED_BY[kind], ""))}
    if not named:
        return Display("none")
    if "WAYLAND_SOCKET" in environment or any(_ASKS[kind](name) for kind, name in named.items()):
        return Display("there")
    return Display("silent", ", ".join(named.values()))


def _x_answers(name: str) -> bool:
    """Also whether it lets us in. The connection stays open: an X server whose last client leaves may begin
    anew (Xvfb without -noreset), and would shut out Qt, which comes right behind.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt names the library
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    return not xcb.xcb_connection_has_error(xcb.xcb_connect(name.encode(), None))


def _wayland_answers(name: str) -> bool:
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_disconnect.argtypes = (ctypes.c_void_p,)
    wayland.wl_display_connect.argtypes = (ctypes.c_char_p,)
    connection = wayland.wl_display_connect(name.encode())
    if connection:
        wayland.wl_display_disconnect(connection)
    return bool(connection)


_ASKS: Mapping[str, Callable[[str], bool]] = {"wayland": _wayland_answers, "xcb": _x_answers}
_NAMED_BY = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
