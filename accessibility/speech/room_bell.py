"""The bell that calls a person, on a loudspeaker beside the headphones: who wears them has called others.

A device of its own for the second it rings: nothing that is said to one person ever comes near it.
"""

from __future__ import annotations

import logging
import threading

from accessibility.speech.failures import NoDevice
from accessibility.speech.kept_device import OpenDevice

_log = logging.getLogger("speech.room_bell")
_AT_MOST_S = 5.0  # a device that takes no samples any more


class RoomBell:
    """`ring` returns at once. While it rings it is not begun again."""

    def __init__(self, open_device: OpenDevice) -> None:
        self._open_device = open_device
        self._ringing = threading.Lock()

    def ring(self, sink: str, samples: bytes) -> None:
        if self._ringing.acquire(blocking=False):
            threading.Thread(target=self._play, args=(sink, samples), name="room-bell", daemon=True).start()

    def _play(self, sink: str, samples: bytes) -> None:
        try:
            play_to_the_end(samples, self._open_device, sink, _AT_MOST_S)
        except NoDevice as reason:
            _log.warning("no bell in the room: %s", reason)
        finally:
            self._ringing.release()


def play_to_the_end(samples: bytes, open_device: OpenDevice, sink: str, at_most_s: float) -> bool:
    """On a device of its own; whether all *samples* were taken within *at_most_s*. Raises `NoDevice`."""
    over = threading.Event()
    left = memoryview(samples)

    def fill(frames: int) -> bytes:
        nonlocal left
        part, left = bytes(left[: 2 * frames]), left[2 * frames :]
        if not part:
            over.set()  # the last samples have been taken, and heard but for the device's own delay
        return part + bytes(2 * frames - len(part))

    device = open_device(fill, sink)
    was_taken = over.wait(at_most_s)
    threading.Event().wait(device.latency_s)
    device.close()
    return was_taken
