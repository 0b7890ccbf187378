"""What `kiosk tour` was asked to do, after command line and config have been read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accessibility.preferences import ThemeName
from flows.guide.words import Language
from kiosk.base.config.sections import Config


@dataclass(frozen=True, slots=True)
class TourOptions:
    """What `kiosk tour` was asked for: PNGs and an HTML book in `out`."""

    config: Config
    data_folder: Path
    out: Path
    flow_ids: tuple[str, ...] = ()  # none: every guide
    language: Language = "vi"
    text_size: int = 1  # 1…5
    theme: ThemeName = "light"
    size_px: tuple[int, int] = (1080, 1920)
    diagonal_in: float = 21.5
    most: int = 0  # how many screens, from the first on; 0: all
    content: Path | None = None  # a ward's own, as it goes into a content pack
