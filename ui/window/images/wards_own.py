"""What a ward has laid beside our pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class WardsOwn(NamedTuple):
    """What a ward has laid beside our pictures: the folder of its first screen, and checked files by kind and
    name (``signs/vneid``), which stand in the place of ours.
    """

    needs: Path | None = None
    files: Mapping[str, Path] = {}
