"""The size of a screen as people write it."""

from __future__ import annotations

import re

SMALLEST_PX = 100
LARGEST_PX = 7680
"""The longer side of an 8K panel."""


def read_size(text: str) -> tuple[int, int]:
    """``"1080x1920"`` as pixels. Raises `ValueError`, whose words can be shown."""
    match = re.fullmatch(r"([1-9]\d{0,4})x([1-9]\d{0,4})", text)
    if match is None or not all(SMALLEST_PX <= int(side) <= LARGEST_PX for side in match.groups()):
        raise ValueError(
            f"“{text}” không phải cỡ màn hình như 1080x1920, mỗi cạnh {SMALLEST_PX}–{LARGEST_PX} điểm ảnh. "
            f"It is not a size such as 1080x1920, of {SMALLEST_PX} to {LARGEST_PX} pixels a side."
        )
    return int(match.group(1)), int(match.group(2))


def is_size(text: str) -> bool:
    """Whether `read_size` reads it."""
    try:
        read_size(text)
    except ValueError:
        return False
    return True
