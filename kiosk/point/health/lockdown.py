"""Whether the machine is locked down as a public one has to be, measure by measure.

Each measure is looked at as it holds on the running machine, not at what was once written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.machine.installing import places
from kiosk.machine.lockdown.carry_out import has_own_disk
from kiosk.machine.lockdown.measures import MEASURES, Measure
from kiosk.point.health.finding import Finding, finding_of, listed, mend, ok
from kiosk.point.health.in_force import Ask, InForce, RunCommand, inactive, run_command
from kiosk.point.health.probes_service import ask_systemd, changed, read_properties

AGAIN = "sudo ./script/run install --lockdown"


@dataclass(frozen=True, slots=True)
class SeenLockdown:
    """`open` names what is not closed, in Vietnamese and English; `closed` counts what is.

    `wanted` is False where the kiosk is not what the machine is for: a team's laptop, a desk.
    """

    wanted: bool = False
    open: tuple[tuple[str, str], ...] = ()
    closed: int = 0


@finding_of("lockdown")
def check_lockdown(seen: SeenLockdown) -> Finding:
    if not seen.open:
        return ok(
            f"Máy đã khóa cho nơi công cộng: {seen.closed} lớp.",
            f"The machine is locked down for a public place: {seen.closed} measures.",
        )
    return mend(
        "Máy ở nơi công cộng còn hở:" + listed(vi for vi, _ in seen.open),
        "What a machine in a public place leaves open:" + listed(en for _, en in seen.open),
        f"Chạy: {AGAIN}, rồi khởi động lại máy (docs/installing.md, mục 4).",
        f"Run {AGAIN}, then restart the machine (docs/installing.md, 4).",
    )


Open = tuple[str, str]
_BROWSERS = ("firefox", "firefox-esr", "chromium", "google-chrome", "epiphany", "falkon", "konqueror")
_BLANK = Path("/sys/module/kernel/parameters/consoleblank")


def see_lockdown(
    root: Path = Path("/"),
    ask: Ask = ask_systemd,
    which: Callable[[str], str | None] = shutil.which,
    run: RunCommand = run_command,
    *,
    is_root: bool | None = None,
) -> SeenLockdown:
    """*is_root*: whether whoever asks may see everything; without, it is found out."""
    if not (root / places.UNITS.relative_to("/") / places.SERVICE).exists():
        return SeenLockdown()
    machine = InForce(root, ask, run, os.geteuid() == 0 if is_root is None else is_root)
    reasons = {
        **{measure.name: _of_measure(measure, machine) for measure in MEASURES},
        **_of_the_system(root, ask, which),
    }
    still_open = tuple(why for why in reasons.values() if why is not None)
    return SeenLockdown(wanted=True, open=still_open, closed=len(reasons) - len(still_open))


def _of_measure(measure: Measure, machine: InForce) -> Open | None:
    """Why it does not hold; None where it does."""
    if measure.name == "overlay" and not has_own_disk(machine.root):
        return (
            f"{measure.vi}: dữ liệu chưa nằm ở phân vùng riêng ({places.HOME})",
            f"{measure.en}: the data are on no partition of their own ({places.HOME})",
        )
    different = [one for one in changed(measure.files(), machine.root) if not machine.is_closed(Path(one))]
    why = f"{len(different)} tệp / files" if different else machine.trouble(measure.name)
    return (f"{measure.vi} ({why})", f"{measure.en} ({why})") if why else None


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
        if not inactive("udisks2.service", ask)
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


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
