"""Residents' cards: the ward's enrolment, the printer, the camera, the scanner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from kiosk.base.config.cards import CardsConfig
from kiosk.point.health.finding import Finding, finding_of, mend, ok

KeepsJobs: TypeAlias = Literal["no", "yes", "unreadable"]
CameraState: TypeAlias = Literal["looks", "no-camera", "no-extra"]


@dataclass(frozen=True, slots=True)
class SeenCards:
    """`ward` is who has enrolled this kiosk; `why_vi`/`why_en` say why nobody has (then it is empty).

    `printer` and `camera` are None where the config names none; `keeps` is whether the print service keeps
    what it has printed.
    """

    ward: str = ""
    why_vi: str = ""
    why_en: str = ""
    printer: PrinterState | None = None
    keeps: KeepsJobs = "no"
    camera: CameraState | None = None
    config: CardsConfig = field(default_factory=CardsConfig)


def check_cards(seen: SeenCards) -> tuple[Finding, ...]:
    """Always these four."""
    return (_enrolment(seen), _printer(seen), _camera(seen), _scanner(seen.config))


@finding_of("cards")
def _enrolment(seen: SeenCards) -> Finding:
    if not seen.ward:
        return mend(
            f"Máy chưa làm và chưa đọc được thẻ của bà con. {seen.why_vi}",
            f"Residents' cards are neither made nor read here. {seen.why_en}",
            "Chạy ./script/run keys request --out xin-giay.json, mang tệp đến phường "
            "(./script/run ward enrol), "
            "rồi chạy ./script/run keys accept với tệp phường trả.",
            "Run ./script/run keys request --out request.json, take the file to the ward "
            "(./script/run ward enrol), "
            "then ./script/run keys accept with the ward's answer.",
        )
    return ok(f"Máy làm và đọc thẻ của {seen.ward}.", f"Makes and reads the cards of {seen.ward}.")


@finding_of("card-printer")
def _printer(seen: SeenCards) -> Finding:
    name = seen.config.printer
    if seen.printer is None:
        return ok("Không in thẻ ở đây.", "Cards are not printed here.")
    if seen.printer == "ready" and seen.keeps != "no":
        return _keeps(name, seen.keeps)
    return check_printer("cards", name, seen.printer)


def _keeps(name: str, keeps: KeepsJobs) -> Finding:
    """A printed card would lie in the print service's folder: for a day, as CUPS comes."""
    do_vi, do_en = "Chạy: sudo cupsctl PreserveJobFiles=No.", "Run: sudo cupsctl PreserveJobFiles=No."
    if keeps == "yes":
        vi = f"Máy in {name} sẵn sàng, nhưng dịch vụ in giữ lại thẻ đã in."
        return mend(vi, f"The printer {name} is ready, but CUPS keeps printed cards.", do_vi, do_en)
    vi = f"Máy in {name} sẵn sàng. Không xem được dịch vụ in có giữ lại thẻ đã in không."
    en = f"The printer {name} is ready. Whether CUPS keeps printed cards cannot be seen."
    return mend(
        vi,
        en,
        f"{do_vi} Hoặc chạy ./script/run doctor bằng sudo để xem.",
        f"{do_en} Or see with sudo ./script/run doctor.",
    )


@finding_of("card-camera")
def _camera(seen: SeenCards) -> Finding:
    source = seen.config.camera
    match seen.camera:
        case None:
            return ok("Không dùng máy ảnh.", "No camera is used.")
        case "looks":
            return ok(f"Máy ảnh {source} nhìn được.", f"The camera {source} sees.")
        case "no-camera":
            vi, en = f"Không mở được máy ảnh {source}.", f"The camera {source} cannot be opened."
            do_vi = "Cắm lại máy ảnh, hoặc sửa camera trong mục [cards]: 0 là máy ảnh thứ nhất."
            do_en = "Plug it in again, or change camera in [cards]: 0 is the first one."
        case "no-extra":
            vi, en = "Thiếu phần đọc mã bằng máy ảnh.", "What reads codes through a camera is not installed."
            install = ".venv/bin/pip install -r requirements-camera.lock"
            do_vi = f"Cài bằng: {install}, hoặc để trống camera trong mục [cards]."
            do_en = f"Install it: {install}; or leave camera empty in [cards]."
    return mend(vi, en, do_vi, do_en)


@finding_of("card-scanner")
def _scanner(config: CardsConfig) -> Finding:
    if not config.scanner:
        return ok("Không dùng máy quét mã.", "No code scanner is used.")
    return ok(
        "Máy quét mã cắm USB dùng được ngay. Để thử: đưa một thẻ trước máy quét khi màn hình đang mời.",
        "A USB code scanner may be plugged in. To try it, hold a card to it at the first screen.",
    )


PrinterState: TypeAlias = Literal["ready", "stopped", "unknown", "no-service"]


@dataclass(frozen=True, slots=True)
class SeenPrinter:
    """`state` is None where the config names none."""

    name: str = ""
    state: PrinterState | None = None


@finding_of("sheet-printer")
def check_sheet_printer(seen: SeenPrinter) -> Finding:
    """For guides to take home."""
    if seen.state is None:
        return ok("Không in tờ mang về ở đây.", "Guides are not printed here.")
    return check_printer("sheets", seen.name, seen.state)


def check_printer(section: str, name: str, state: PrinterState) -> Finding:
    """*section* of the config names it."""
    match state:
        case "ready":
            return ok(f"Máy in {name} sẵn sàng.", f"The printer {name} is ready.")
        case "stopped":
            vi, en = f"Máy in {name} đang dừng.", f"The printer {name} is stopped."
            do_vi, do_en = (
                f"Xem giấy và dây, rồi chạy: cupsenable {name}.",
                f"See to paper and cable: cupsenable {name}.",
            )
        case "unknown":
            vi, en = f"Không có máy in nào tên {name}.", f"There is no printer called {name}."
            do_vi = f"Chạy lpstat -p để xem tên, rồi ghi vào mục [{section}], dòng printer."
            do_en = f"Run lpstat -p for its name, and write that into [{section}], printer."
        case "no-service":
            vi, en = "Máy không có dịch vụ in (CUPS).", "There is no print service (CUPS) on this machine."
            do_vi = (
                f"Cài bằng: sudo apt install cups cups-client, hoặc để trống printer trong mục [{section}]."
            )
            do_en = f"Install it: sudo apt install cups cups-client; or leave printer empty in [{section}]."
    return mend(vi, en, do_vi, do_en)
