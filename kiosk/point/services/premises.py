"""Which kiosk this is, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.base.config.export import ExportConfig


@dataclass(frozen=True, slots=True)
class Premises:
    """*kiosk*: its name in the ward's papers."""

    kiosk: str
    place: str
    data_folder: Path
    export: ExportConfig = field(default_factory=ExportConfig)
    scanner: bool = False
