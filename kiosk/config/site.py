"""Where the ward has put the guides for one's own phone (`./script/run flows site`)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class SiteConfig:
    address: str = option(
        "",
        Option(
            "url",
            "địa chỉ trang hướng dẫn của phường (./script/run flows site); có địa chỉ thì ki-ốt hiện mã để "
            "mở bài trên điện thoại của bác; trống: không hiện mã",
            "address of the ward's pages of guides (./script/run flows site); with it the kiosk shows the "
            "code that opens a guide on one's own phone; empty: no such code",
        ),
    )
