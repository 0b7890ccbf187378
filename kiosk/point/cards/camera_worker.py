"""A process of its own that looks through the camera until it has found one code, says it and ends.

``python -m kiosk.point.cards.camera_worker SOURCE``: SOURCE is a camera's number or device, or a film. It
writes
one JSON line ``{"code": …}`` to its standard output, and ends without one when it sees nothing any more. It
ends as soon as its standard input closes. Pictures stay in its memory and go with it; none is written.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from typing import Any

from accessibility.card_text import MOST_SIGNS, is_card

NO_CAMERA, NO_READER = 2, 3  # how it ends when there is nothing to look through, or nothing to read with
STEADY_LOOKS = 10  # a poster on the wall may be in the picture as well: a card goes first
MISSED_LOOKS = 30
MOST_LETTERS = MOST_SIGNS + 3


def main(source: str) -> int:
    threading.Thread(target=_end_with_the_kiosk, daemon=True).start()
    try:
        import cv2
        import zxingcpp
    except ImportError:
        return NO_READER
    camera = cv2.VideoCapture(int(source) if source.isdecimal() else source)
    if not camera.isOpened():
        return NO_CAMERA
    looks, kinds = 0, zxingcpp.barcode_formats_from_str("QRCode")
    for picture in _pictures(camera):
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        codes = [code.text for code in zxingcpp.read_barcodes(grey, kinds)]
        card = next(filter(is_card, codes), None)
        looks = looks + 1 if codes else 0
        if card is not None or looks >= STEADY_LOOKS:
            sys.stdout.write(json.dumps({"code": (card or codes[0])[:MOST_LETTERS]}) + "\n")
            sys.stdout.flush()
            break
    camera.release()
    return 0


def _pictures(camera: Any) -> Iterator[Any]:  # of OpenCV, which has no types
    missed = 0
    while missed < MISSED_LOOKS:
        seen, picture = camera.read()
        missed = 0 if seen else missed + 1
        if seen:
            yield picture


def _end_with_the_kiosk() -> None:
    while os.read(0, 4096):  # unbuffered: a thread that waits in sys.stdin would spoil an orderly end
        pass
    os._exit(0)


if __name__ == "__main__":
    os.environ["OPENCV_LOG_LEVEL"] = "OFF"
    sys.exit(main(sys.argv[1]))
