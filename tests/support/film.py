"""Films a camera could have taken: a code held before it, a room with nothing in it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from support.window import pixels

from ui.window.images.qr_image import draw

WIDTH, HEIGHT = 1280, 720


def film(file: Path, *codes: str, frames: int = 60, empty_first: int = 0) -> Path:
    """An MJPG film with the codes beside each other, after so many frames of an empty room."""
    room = np.random.default_rng(3).integers(60, 200, (HEIGHT, WIDTH, 3), np.uint8)
    room = cv2.GaussianBlur(room, (0, 0), 9)
    shown = room.copy()
    side = min(560, WIDTH // max(1, len(codes)) - 80)
    for number, code in enumerate(codes):
        picture = pixels(draw(code, side))
        grey = (picture & 0xFF).astype(np.uint8)
        x, y = 40 + number * (side + 80), (HEIGHT - side) // 2
        shown[y : y + side, x : x + side] = np.minimum(grey, 230)[:, :, None]
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 30, (WIDTH, HEIGHT))
    for number in range(frames):
        writer.write(room if number < empty_first else cv2.GaussianBlur(shown, (0, 0), 0.8))
    writer.release()
    return file
