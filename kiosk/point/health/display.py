"""The screen and the touch panel."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from accessibility.reach import mount
from accessibility.sizes import BELIEVABLE_IN, Panel
from kiosk.base.config.screen_size import read_size
from kiosk.base.config.sections import ScreenConfig
from kiosk.point.display.nearer import holds
from kiosk.point.health.finding import Finding, cannot_tell, finding_of, mend, ok
from ui.window.no_display import Display, ask_display

SMALLEST_PX = (720, 720)


@dataclass(frozen=True, slots=True)
class SeenScreen:
    """`mm` is what the screen says of itself; projectors and virtual screens say nonsense or 0."""

    name: str
    px: tuple[int, int]
    mm: tuple[float, float]


@dataclass(frozen=True, slots=True)
class SeenWindowSystem:
    """What Qt saw: the screens, the touch devices, and the letters each shipped font lacks.

    `font_trouble` is what the kiosk itself says of its fonts, in Vietnamese and English, if anything.
    `failure` is the last line of what it printed when it could not start at all.
    """

    screens: tuple[SeenScreen, ...] = ()
    touch_devices: tuple[str, ...] = ()
    missing_letters: str = ""
    font_families: tuple[str, ...] = ()
    font_trouble: tuple[str, ...] = ()
    failure: str = ""


@finding_of("display")
def check_display(display: Display, seen: SeenWindowSystem, config: ScreenConfig | None = None) -> Finding:
    """Beside what the *config* says of the screen; without one, the screen's own word is taken."""
    said = config or ScreenConfig()
    if display.state != "there":
        return mend(*display.said(), *display.mend())
    if seen.failure or not seen.screens:
        return mend(
            "Không mở được cửa sổ trên màn hình.",
            f"No window can be opened on the screen ({seen.failure}).",
            "Chạy ./script/setup run --again để cài các thư viện còn thiếu, rồi thử lại.",
            "Run ./script/setup run --again, which installs missing libraries, then try again.",
        )
    first = seen.screens[0]
    size = f"{first.px[0]}×{first.px[1]}"
    if min(first.px) < min(SMALLEST_PX):
        return mend(
            f"Màn hình {size} quá nhỏ cho chữ to.",
            f"The screen, {size}, is too small for large text.",
            "Chọn độ phân giải từ 1366×768 trở lên.",
            "Choose a resolution of at least 1366×768.",
        )
    if said.size and (wrong := _another_size(said.size, first.px)):
        return wrong
    panel = _panel(first, said)
    if panel is not None and not holds(panel):
        return _too_small(panel)
    if panel is not None and not mount(panel).holds(panel.edge_mm):
        return _hangs_wrong(panel)
    high_vi, high_en = _how_high(panel)
    return ok(f"Màn hình {size} điểm ảnh.{high_vi}", f"The screen has {size} pixels.{high_en}")


def _panel(screen: SeenScreen, said: ScreenConfig) -> Panel | None:
    """None where neither the config nor the screen itself knows how large it is."""
    inches = said.diagonal_in or math.hypot(*screen.mm) / 25.4
    believable = BELIEVABLE_IN[0] <= inches <= BELIEVABLE_IN[1]
    return Panel(*screen.px, inches, edge_mm=said.edge_mm) if believable else None


def _another_size(asked: str, px: tuple[int, int]) -> Finding | None:
    """The kiosk takes the screen's own size then (`kiosk.point.display.panel`); None where the config's
    fits.
    """
    width, height = read_size(asked)
    if width <= px[0] and height <= px[1]:
        return None
    has = f"{px[0]}×{px[1]}"
    vi, en = "Chọn độ phân giải ấy", "Choose that resolution"
    if (width > height) != (px[0] > px[1]):
        vi, en = "Xoay màn hình", "Turn the screen"
    return mend(
        f"Cấu hình ghi screen.size = {asked}, nhưng màn hình có {has} điểm ảnh: ki-ốt vẽ theo màn hình.",
        f"The config says screen.size = {asked}, but the screen has {has} pixels: it is laid out for these.",
        f"{vi} trong phần cài đặt của máy, hoặc xoá dòng size ở [screen].",
        f"{en} in the system's settings, or delete size from [screen].",
    )


def _too_small(panel: Panel) -> Finding:
    inches = f"{panel.diagonal_in:.1f}"
    lying = panel._replace(width_px=panel.height_px, height_px=panel.width_px)
    turned = not panel.is_landscape and holds(lying)
    vi, en = ("đứng dọc thì hẹp", "held upright, is too narrow") if turned else ("quá nhỏ", "is too small")
    return mend(
        f"Màn hình {inches.replace('.', ',')} inch {vi} cho chữ của ki-ốt.",
        f"The screen, {inches} inch, {en} for the kiosk's letters.",
        "Đặt máy nằm ngang." if turned else "Dùng màn hình to hơn, hoặc ghi đúng screen.diagonal_in.",
        "Turn it on its long side." if turned else "Use a larger one, or write screen.diagonal_in rightly.",
    )


def _how_high(panel: Panel | None) -> tuple[str, str]:
    """Where it may hang (docs/placing-the-kiosk.md); empty where nobody knows its size."""
    if panel is None:
        return "", ""
    where_vi, where_en = _where(panel)
    share = f"{panel.reached:.0%}".replace("%", " %")
    return (
        f" {where_vi} Ở {panel.edge_mm:.0f} mm, người ngồi xe lăn với tới {share} màn hình.",
        f" {where_en} At {panel.edge_mm:.0f} mm, {share} of it is within reach from a wheelchair.",
    )


def _where(panel: Panel) -> tuple[str, str]:
    hangs = mount(panel)
    lowest, highest = f"{hangs.lowest_mm:.0f}", f"{hangs.highest_mm // 10 * 10:.0f}"
    if hangs.highest_mm < hangs.lowest_mm:
        return (
            f"Mép dưới mặt kính cách sàn đúng {lowest} mm: cao hơn thì càng ít người với tới.",
            f"Its lower edge belongs {lowest} mm above the floor: the higher, the fewer reach it.",
        )
    return (
        f"Mép dưới mặt kính cách sàn từ {lowest} đến {highest} mm.",
        f"Its lower edge belongs {lowest} to {highest} mm above the floor.",
    )


def _hangs_wrong(panel: Panel) -> Finding:
    where_vi, where_en = _where(panel)
    edge = f"{panel.edge_mm:.0f}"
    return mend(
        f"Cấu hình ghi mép dưới mặt kính cách sàn {edge} mm: không đúng tầm người ngồi xe lăn.",
        f"The config says that the glass begins {edge} mm above the floor: not for a wheelchair.",
        f"{where_vi} Treo lại, đo lại, rồi ghi screen.edge_mm.",
        f"{where_en} Hang it anew, measure, and write screen.edge_mm.",
    )


@finding_of("touch")
def check_touch(devices: tuple[str, ...], can_list: bool) -> Finding:
    """*can_list* is False on systems where touch panels cannot be listed without touching them."""
    if devices:
        names = ", ".join(devices)
        return ok(f"Có màn cảm ứng: {names}.", f"There is a touch panel: {names}.")
    if not can_list:
        return cannot_tell(
            "Không biết được có màn cảm ứng hay không.",
            "Whether there is a touch panel cannot be told here.",
            "Mở ki-ốt và chạm thử một nút.",
            "Open the kiosk and touch a button.",
        )
    return mend(
        "Không thấy màn cảm ứng; chuột vẫn dùng được.",
        "No touch panel was found; a mouse still works.",
        "Cắm lại dây USB của màn cảm ứng, rồi chạy lại ./script/run doctor.",
        "Plug the touch panel's USB cable in again, then run ./script/run doctor once more.",
    )


@finding_of("fonts")
def check_fonts(seen: SeenWindowSystem) -> Finding:
    do_vi = "Cài lại ki-ốt, hoặc chép lại thư mục resources/fonts từ bản gốc."
    do_en = "Install the kiosk again, or copy resources/fonts from the original."
    if seen.failure:
        return cannot_tell("Chưa thử được phông chữ.", "The fonts could not be tried.")
    if not seen.font_families:
        return mend("Thiếu phông chữ của ki-ốt.", "The kiosk's fonts are missing.", do_vi, do_en)
    if seen.missing_letters:
        missing = seen.missing_letters
        vi, en = f"Phông chữ thiếu các chữ: {missing}", f"The fonts lack these letters: {missing}"
        return mend(vi, en, do_vi, do_en)
    if seen.font_trouble:
        vi, en = seen.font_trouble
        return mend(vi, en, do_vi, do_en)
    names = ", ".join(seen.font_families)
    return ok(f"Phông chữ {names} có đủ dấu.", f"The font {names} has every accented letter.")


FONTS = Path(__file__).parents[3] / "resources" / "fonts"
INPUTS = Path("/sys/class/input")
# linux/input-event-codes.h: a panel that reports where fingers are has ABS_MT_POSITION_X, and
# INPUT_PROP_DIRECT when what is touched is what is seen (a touch pad has not).
ABS_MT_POSITION_X = 0x35
INPUT_PROP_DIRECT = 0x01
TIMEOUT_S = 30


def see_window_system(environment: Mapping[str, str], fonts: Path = FONTS) -> SeenWindowSystem:
    """What Qt sees, asked in a process of its own; without one that answers the fonts alone are looked at."""
    command = [sys.executable, "-m", "ui.window.screen_probe", str(fonts)]
    extra = {} if ask_display(environment).state == "there" else {"QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command,
            env={**environment, **extra},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return SeenWindowSystem(failure=f"no answer within {TIMEOUT_S} s")
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines:
        return SeenWindowSystem(failure=_why(done.stderr))
    return read_answer(lines[-1])


def read_answer(line: str) -> SeenWindowSystem:
    """The probe's line of JSON."""
    answer = json.loads(line)
    return SeenWindowSystem(
        screens=tuple(
            SeenScreen(one["name"], tuple(one["px"]), tuple(one["mm"])) for one in answer["screens"]
        ),
        touch_devices=tuple(answer["touch_devices"]),
        missing_letters=answer["missing_letters"],
        font_families=tuple(answer["font_families"]),
        font_trouble=tuple(answer["font_trouble"]),
    )


def _why(printed: str) -> str:
    """The line that names the cause: Qt puts advice about plugins after it."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    for line in lines:
        if "cannot open shared object" in line or "xcb-cursor0" in line or "could not connect" in line:
            return line
    return lines[-1] if lines else "Qt ended without a word"


def see_touch_panels(inputs: Path = INPUTS) -> tuple[str, ...] | None:
    """The names of the touch panels Linux knows; None on other systems."""
    if not inputs.is_dir():
        return None
    devices = sorted(inputs.glob("event*/device"))
    return tuple(
        _read(device / "name") or device.parent.name for device in devices if _is_touch_panel(device)
    )


def _is_touch_panel(device: Path) -> bool:
    fingers = _has_bit(device / "capabilities" / "abs", ABS_MT_POSITION_X)
    return fingers and _has_bit(device / "properties", INPUT_PROP_DIRECT)


def _has_bit(file: Path, bit: int) -> bool:
    """Whether *bit* is set in a sysfs bitmap: hexadecimal words of 64 bits, the highest first."""
    words = _read(file).split()[::-1]
    word, place = divmod(bit, 64)
    return word < len(words) and bool(int(words[word], 16) >> place & 1)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
