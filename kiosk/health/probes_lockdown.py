"""Looks at each measure as it holds on the running machine, not at what was once written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kiosk.health.lockdown import SeenLockdown
from kiosk.health.probes_service import ask_systemd, changed, read_properties
from kiosk.installing import places
from kiosk.lockdown.carry_out import covered, has_own_disk
from kiosk.lockdown.measures import FIREWALL_UNIT, MEASURES, UPDATES_TIMER, UPDATES_UNIT, Measure

Open = tuple[str, str]
Ask = Callable[..., str]
"""`systemctl` with these words: what it printed, empty where it failed."""
_BROWSERS = ("firefox", "firefox-esr", "chromium", "google-chrome", "epiphany", "falkon", "konqueror")
_WATCHDOG = Path("/dev/watchdog0")
_BLANK = Path("/sys/module/kernel/parameters/consoleblank")


def see_lockdown(
    root: Path = Path("/"), ask: Ask = ask_systemd, which: Callable[[str], str | None] = shutil.which
) -> SeenLockdown:
    if not (root / places.UNITS.relative_to("/") / places.SERVICE).exists():
        return SeenLockdown()
    looks = {
        **{one.name: _of_measure(one, root, ask) for one in MEASURES},
        **_of_the_system(root, ask, which),
    }
    found = tuple(why for why in looks.values() if why is not None)
    return SeenLockdown(wanted=True, open=found, closed=len(looks) - len(found))


def _of_measure(measure: Measure, root: Path, ask: Ask) -> Open | None:
    """Why it does not hold; None where it does."""
    if measure.name == "overlay" and not has_own_disk(root):
        return (
            f"{measure.vi}: dữ liệu chưa nằm ở phân vùng riêng ({places.HOME})",
            f"{measure.en}: the data are on no partition of their own ({places.HOME})",
        )
    different = changed(measure.files(), root)
    why = f"{len(different)} tệp / files" if different else _not_in_force(measure.name, root, ask)
    return (f"{measure.vi} ({why})", f"{measure.en} ({why})") if why else None


def _not_in_force(name: str, root: Path, ask: Ask) -> str:
    """What systemd says of it; empty where that is as it should be."""
    match name:
        case "usb":
            return _inactive("usbguard.service", ask)
        case "firewall":
            return _inactive(FIREWALL_UNIT.name, ask)
        case "time":
            return _inactive("systemd-timesyncd.service", ask)
        case "updates":
            result = _shown(ask, UPDATES_UNIT.name, "Result")
            return _inactive(UPDATES_TIMER.name, ask) or ("" if result in ("", "success") else result)
        case "hardening":
            protected = _shown(ask, places.SERVICE, "ProtectSystem")
            return "" if protected == "strict" else f"ProtectSystem={protected}"
        case "watchdog":
            armed = read_properties(ask("show", "-p", "RuntimeWatchdogUSec")).get("RuntimeWatchdogUSec", "0")
            is_there = (root / _WATCHDOG.relative_to("/")).exists()
            return "" if armed not in ("0", "infinity") or not is_there else f"RuntimeWatchdogSec={armed}"
        case "overlay":
            return "" if covered(root) else "chưa khởi động lại / not restarted"
        case _:
            return ""


def _of_the_system(root: Path, ask: Ask, which: Callable[[str], str | None]) -> Mapping[str, Open | None]:
    """What no measure of ours makes, and none may undo."""
    browsers = [name for name in _BROWSERS if which(name)]
    blank = _text(root / _BLANK.relative_to("/")) or "0"
    return {
        "browser": (
            f"Trình duyệt: gỡ {', '.join(browsers)}",
            f"A browser: remove {', '.join(browsers)}",
        )
        if browsers
        else None,
        "mounts": ("udisks2 tự gắn ổ: apt-get remove udisks2", "udisks2 mounts disks: apt-get remove udisks2")
        if not _inactive("udisks2.service", ask)
        else None,
        "blank": (
            f"Màn hình tự tắt sau {blank} giây: bỏ consoleblank khỏi dòng khởi động",
            f"The screen goes dark after {blank} s: take consoleblank from the kernel's command line",
        )
        if blank != "0"
        else None,
        "sessions": next(_seated(root), None),
    }


def _seated(root: Path) -> Iterator[Open]:
    """Somebody who is logged in at the machine itself; over ssh there is no seat."""
    folder = root / "run/systemd/sessions"
    for file in sorted(folder.glob("*")) if folder.is_dir() else ():
        said = read_properties(_text(file))
        if said.get("SEAT") and said.get("CLASS") == "user" and said.get("STATE") != "closing":
            yield (
                f"{said.get('USER', '?')} đang đăng nhập ngay tại máy",
                f"{said.get('USER', '?')} is logged in at the machine itself",
            )


def _inactive(unit: str, ask: Ask) -> str:
    state = _shown(ask, unit, "ActiveState") or "?"
    return "" if state == "active" else f"{unit}: {state}"


def _shown(ask: Ask, unit: str, name: str) -> str:
    return read_properties(ask("show", unit, "-p", name)).get(name, "")


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
