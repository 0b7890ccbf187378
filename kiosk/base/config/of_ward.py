"""What a ward adds and hands out: the needs of the first screen, its pictures, sheets and pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.base.config.option import Option


@dataclass(frozen=True, slots=True)
class NeedsConfig:
    file: str = Option(
        "file",
        "tệp ghi tám việc ở màn hình đầu, theo mẫu resources/needs.toml; trống: tám việc của mẫu",
        "file with the eight needs of the first screen, as resources/needs.toml; empty: those",
    ).by_default("")

    def chosen(self, shipped: Path) -> Path:
        """The ward's own file, else the *shipped* one."""
        return Path(self.file) if self.file else shipped


@dataclass(frozen=True, slots=True)
class PicturesConfig:
    folder: str = Option(
        "folder",
        "thư mục hình riêng của phường: answers, guides, signs, photos, licences.txt; trống: không có",
        "the ward's own pictures: answers, guides, signs, photos, licences.txt; empty: none",
    ).by_default("")

    def chosen(self, of_the_ward: Path | None) -> Path | None:
        """The folder named here, else that of the ward's content, else none."""
        return Path(self.folder) if self.folder else of_the_ward


@dataclass(frozen=True, slots=True)
class SheetsConfig:
    """Guides on paper at this point. For all guides at once: `kiosk flows sheets`."""

    printer: str = Option(
        "text",
        "tên máy in tờ hướng dẫn mang về (lệnh lpstat -p cho biết); trống: không in, không có nút in",
        "name of the printer for guides to take home (lpstat -p lists them); empty: none, and no button",
        form="printer",
    ).by_default("")
    paper: Literal["A4", "A5"] = Option(
        "text", "khổ giấy của máy in đó", "that printer's paper", choices=("A4", "A5")
    ).by_default("A4")


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """Where the ward has put the guides for one's own phone."""

    address: str = Option(
        "url",
        "địa chỉ trang hướng dẫn của phường (./script/run flows site); có địa chỉ thì ki-ốt hiện mã để "
        "mở bài trên điện thoại của bác; trống: không hiện mã",
        "address of the ward's pages of guides (./script/run flows site); with it the kiosk shows the "
        "code that opens a guide on one's own phone; empty: no such code",
    ).by_default("")
