"""Where the needs of the first screen are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class NeedsConfig:
    file: str = option(
        "",
        Option(
            "file",
            "tệp ghi tám việc ở màn hình đầu, theo mẫu resources/needs.toml; trống: tám việc của mẫu",
            "file with the eight needs of the first screen, as resources/needs.toml; empty: those",
        ),
    )

    def chosen(self, shipped: Path) -> Path:
        """The ward's own file, else the *shipped* one."""
        return Path(self.file) if self.file else shipped
