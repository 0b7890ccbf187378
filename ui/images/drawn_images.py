"""Images that were drawn once and may be asked for again: a step must not wait for the same icons anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtGui import QImage

LIMIT_BYTES = 16 * 1024 * 1024


class DrawnImages:
    """Keeps up to *limit_bytes* of pixels; what was not asked for longest goes first."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes, self._bytes = limit_bytes, 0
        self._images: OrderedDict[str, QImage] = OrderedDict()

    def of(self, address: str, draw: Callable[[], QImage]) -> QImage:
        """The image of *address*, drawn if it is not there. Raises what *draw* raises."""
        image = self._images.get(address)
        if image is None:
            image = self._images[address] = draw()
            self._bytes += image.sizeInBytes()
            while self._bytes > self._limit_bytes:
                self._bytes -= self._images.popitem(last=False)[1].sizeInBytes()
        else:
            self._images.move_to_end(address)
        return image

    def forget(self) -> None:
        """Somebody has gone, whose colours and sizes these are."""
        self._images.clear()
        self._bytes = 0
