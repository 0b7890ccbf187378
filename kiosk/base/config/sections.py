"""The one config of a kiosk: every option, declared once. The only place below which nothing reads
arguments, environment or files to decide how the kiosk behaves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_type_hints

from accessibility.preferences import TEXT_SIZES, THEMES, ThemeName
from flows.guide.ward import SHIPPED_WARD
from kiosk.base.config.cards import CardsConfig
from kiosk.base.config.export import ExportConfig
from kiosk.base.config.help import HelpConfig
from kiosk.base.config.keys import KeysConfig
from kiosk.base.config.of_ward import NeedsConfig, PicturesConfig, SheetsConfig, SiteConfig
from kiosk.base.config.option import Option
from kiosk.base.hours.opening import OpenRange


@dataclass(frozen=True, slots=True)
class WardConfig:
    name: str = Option("text", "tên phường", "name of the ward", form="ward").by_default(SHIPPED_WARD)
    city: str = Option("text", "tên thành phố", "name of the city", form="city").by_default(
        "thành phố Hà Nội"
    )
    teams: int = Option(
        "whole",
        "phường có bao nhiêu tổ: để biết bảng trực thiếu bao nhiêu tổ",
        "how many teams the ward has: so that a roster says how many it leaves out",
        "",
        1,
        99,
        zero="chưa ghi / not said",
    ).by_default(0)
    file: str = Option(
        "file",
        "tệp ghi các nơi của phường (một cửa, công an …), theo mẫu resources/ward.toml; trống: của gói nội "
        "dung, hoặc tệp mẫu nếu đúng phường",
        "file with the ward's offices, as resources/ward.toml; empty: that of the content pack, or that "
        "example where it is of this ward",
    ).by_default("")

    def chosen(self, of_the_content: Path) -> Path:
        """The file named here, else that of the content."""
        return Path(self.file) if self.file else of_the_content


@dataclass(frozen=True, slots=True)
class PlaceConfig:
    kind: Literal["point", "team"] = Option(
        "text",
        "điểm lưu động (point) hay tổ (team)",
        "a mobile point or a community team",
        choices=("point", "team"),
    ).by_default("point")
    # 0 and not 1: a kiosk nobody has told where it stands must not claim to be the first point.
    number: int = Option(
        "whole",
        "số của điểm hoặc tổ",
        "number of the point or team",
        "",
        1,
        99,
        zero="chưa ghi / not said",
    ).by_default(0)
    name: str = Option("text", "tên gọi của nơi này", "what the place is called", form="name").by_default("")
    address: str = Option("text", "địa chỉ", "street address", form="address").by_default("")
    hours: Mapping[str, tuple[OpenRange, ...]] = field(
        default_factory=dict,
        metadata={
            "option": Option("hours", "giờ mở cửa từng ngày trong tuần", "opening hours of each weekday")
        },
    )
    help_phone: str = Option(
        "phone", "số điện thoại hỗ trợ của phường", "the ward's own help phone", "", 3, 11
    ).by_default("")

    route: tuple[int, ...] = Option(
        "numbers",
        "tuyến của tổ: số các tổ dân phố, theo thứ tự đi",
        "a team's route: the numbers of its residential groups, in the order of the way",
        "",
        1,
        999,
    ).by_default(())


@dataclass(frozen=True, slots=True)
class ScreenConfig:
    size: str = Option(
        "size",
        "cỡ màn hình; trống, hay lớn hơn màn hình thật: theo máy",
        "screen size; empty, or larger than the real screen: the screen's",
        "px",
    ).by_default("")
    diagonal_in: float = Option(
        "number", "đường chéo màn hình", "diagonal", "inch", 5, 100, zero="theo máy / the screen's"
    ).by_default(0.0)
    edge_mm: float = Option(
        "number",
        "mép dưới mặt kính cách sàn; màn hình thấp dùng phần kính từ đó đến 1100 mm",
        "lower edge of the glass above the floor; the low screen takes the glass from there to 1100 mm",
        "mm",
        300,
        1500,
    ).by_default(800.0)
    fullscreen: bool = Option("yes-no", "mở toàn màn hình", "fill the whole screen").by_default(True)
    text_size: int = Option(
        "whole",
        "cỡ chữ lúc đầu; màn hình nhỏ chứa được ít cỡ hơn (1366×768, 15,6 inch: ba cỡ)",
        "text size at the start; a small panel holds fewer (1366×768, 15.6 inch: three)",
        "",
        TEXT_SIZES[0],
        TEXT_SIZES[-1],
    ).by_default(1)
    theme: ThemeName = Option(  # noqa: RUF009
        "text", "màu nền lúc đầu", "colours at the start", choices=THEMES
    ).by_default("light")


@dataclass(frozen=True, slots=True)
class SpeechConfig:
    rate: float = Option("number", "tốc độ đọc", "speaking rate", "×", 0.5, 2.0).by_default(1.0)
    volume: float = Option("number", "âm lượng", "volume", "", 0.1, 1.0).by_default(0.7)
    clips_folder: str = Option("folder", "thư mục câu thu sẵn", "folder of recorded sentences").by_default("")
    headphones: str = Option(
        "text",
        "tên của tai nghe ở đây (một phần tên thiết bị)",
        "what the headphones here are called (part of the device's name)",
        form="device",
    ).by_default("")
    piper_folder: str = Option("folder", "thư mục giọng Piper", "folder of a Piper voice").by_default("")


@dataclass(frozen=True, slots=True)
class SessionConfig:
    idle_after_s: int = Option(
        "whole", "không ai chạm thì hỏi sau", "ask after no touch for", "s", 30, 3600
    ).by_default(300)
    idle_long_after_s: int = Option(
        "whole", "như trên, khi đang làm trên điện thoại", "the same, while on the phone", "s", 60, 7200
    ).by_default(900)
    grace_s: int = Option("whole", "chờ trả lời câu hỏi đó", "wait for that answer", "s", 10, 300).by_default(
        60
    )
    staff_lock_after_s: int = Option(
        "whole",
        "không ai chạm thì bảng hỗ trợ tự khóa sau; chỗ phải chờ lâu thì theo idle_long_after_s",
        "after no touch the staff panel locks by itself; at steps that take long, idle_long_after_s",
        "s",
        60,
        900,
    ).by_default(240)
    resume_within_s: int = Option(
        "whole", "cho học tiếp sau sự cố trong vòng", "offer to go on after a crash", "s", 0, 3600
    ).by_default(180)


@dataclass(frozen=True, slots=True)
class Config:
    """The whole config. Without a file every option has its default."""

    ward: WardConfig = WardConfig()
    place: PlaceConfig = field(default_factory=PlaceConfig)
    screen: ScreenConfig = ScreenConfig()
    speech: SpeechConfig = SpeechConfig()
    session: SessionConfig = SessionConfig()
    keys: KeysConfig = field(default_factory=KeysConfig)
    cards: CardsConfig = field(default_factory=CardsConfig)
    export: ExportConfig = field(default_factory=ExportConfig)
    help: HelpConfig = field(default_factory=HelpConfig)
    needs: NeedsConfig = field(default_factory=NeedsConfig)
    pictures: PicturesConfig = field(default_factory=PicturesConfig)
    site: SiteConfig = field(default_factory=SiteConfig)
    sheets: SheetsConfig = field(default_factory=SheetsConfig)


def place_id(config: Config) -> str:
    """``point-3``, ``team-28``: as the log and the roster name it."""
    return f"{config.place.kind}-{config.place.number}"


SECTIONS: Mapping[str, type] = get_type_hints(Config)
"""By name, in the order of the config."""
