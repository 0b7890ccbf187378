"""Where the ward's own pictures lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.config.option import Option, option


@dataclass(frozen=True, slots=True)
class PicturesConfig:
    folder: str = option(
        "",
        Option(
            "folder",
            "thư mục hình riêng của phường: answers, guides, signs, photos, licences.txt; trống: không có",
            "the ward's own pictures: answers, guides, signs, photos, licences.txt; empty: none",
        ),
    )

    def chosen(self, of_the_ward: Path | None) -> Path | None:
        """The folder named here, else that of the ward's content, else none."""
        return Path(self.folder) if self.folder else of_the_ward
