"""Whether there is a screen at all, and what to do when there is none. `kiosk run` asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_DISPLAY_VI = (
    "Máy này không có màn hình nên chưa mở được ki-ốt. Để xem thử trong bộ nhớ: "
    "apt-get install xvfb xauth, rồi xvfb-run -s '-screen 0 1080x1920x24' ./script/run"
)
NO_DISPLAY_EN = (
    "This machine has no screen, so the kiosk cannot open. To see it anyway, in memory: "
    "apt-get install xvfb xauth, then xvfb-run -s '-screen 0 1080x1920x24' ./script/run "
    "(pictures of every screen without any display: ./script/run tour --out pictures)"
)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown here; only Linux can be without a screen in this sense."""
    if not platform.startswith("linux"):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen and chosen not in ("xcb", "wayland", "wayland-egl"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
