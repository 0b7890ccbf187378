"""A stick as they are sold: the image of one, for the machine that is tried."""

from __future__ import annotations

import subprocess
from pathlib import Path

LABEL = "PHUONG"


def fat_stick(image: Path, *files: Path, mb: int = 64) -> Path:
    """*image*, made anew with these files on it; so many megabytes."""
    image.unlink(missing_ok=True)
    with image.open("wb") as file:
        file.truncate(mb * 1024 * 1024)
    subprocess.run(["mkfs.vfat", "-n", LABEL, str(image)], check=True, capture_output=True)
    for one in files:
        subprocess.run(["mcopy", "-i", str(image), str(one), "::/"], check=True, capture_output=True)
    return image
