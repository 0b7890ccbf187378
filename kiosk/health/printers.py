"""A printer that the config names, for cards or for guides to take home: whether it prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.health.finding import Finding, mend, of, ok

PrinterState: TypeAlias = Literal["ready", "stopped", "unknown", "no-service"]


@dataclass(frozen=True, slots=True)
class SeenPrinter:
    """`state` is None where the config names none."""

    name: str = ""
    state: PrinterState | None = None


@of("sheet-printer")
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
