"""A device that comes and goes, and how long it has not asked for samples."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from accessibility.speech.failures import NoDevice
from accessibility.speech.output_device import Fill

_PREFILLED = 4  # blocks a device takes into its buffers before it has played anything


class Device(Protocol):
    latency_s: float

    def close(self) -> None: ...


OpenDevice: TypeAlias = Callable[[Fill, str], Device]
"""(what fills it, the sink it is nailed to; empty: wherever sound goes). Raises `NoDevice`."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. `stall_s` without being asked for samples means that the device is gone.

    A device that has just been opened may have to wake up first (HDMI, Bluetooth, a suspended sink).
    """

    stall_s: float = 0.6
    wake_s: float = 4.0
    retry_s: float = 5.0
    look_every_s: float = 0.008


USUAL = Patience()


class KeptDevice:
    """Opened and closed by one thread; `asked` is called from the device's own."""

    def __init__(self, fill: Fill, open_device: OpenDevice, patience: Patience) -> None:
        self._fill, self._open_device, self._patience = fill, open_device, patience
        self._device: Device | None = None
        self._asked_at = 0.0
        self._asked_times = 0
        self._try_at = 0.0
        self.sink = ""  # what it is nailed to

    def asked(self) -> None:
        """It wanted samples just now."""
        self._asked_at = time.monotonic()
        self._asked_times += 1

    def open(self, sink: str = "") -> bool:
        """False when there is none; then it is `due` again a while later."""
        self._asked_at, self._asked_times, self.sink = time.monotonic(), 0, sink
        try:
            self._device = self._open_device(self._fill, sink)
        except NoDevice:
            self.sink = ""
            self._try_at = time.monotonic() + self._patience.retry_s
            return False
        return True

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    @property
    def present(self) -> bool:
        return self._device is not None

    @property
    def due(self) -> bool:
        """Whether it is time to look for one again."""
        return self._device is None and time.monotonic() >= self._try_at

    @property
    def awake(self) -> bool:
        """Whether it plays what it asks for."""
        return self._device is not None and self._asked_times > _PREFILLED

    @property
    def stalled(self) -> bool:
        patience_s = self._patience.stall_s if self.awake else self._patience.wake_s
        return self._device is not None and time.monotonic() - self._asked_at > patience_s

    @property
    def late_s(self) -> float:
        """How long ago the newest samples it took began to be heard; negative: they are still on the way."""
        latency_s = self._device.latency_s if self._device is not None else 0.0
        return time.monotonic() - self._asked_at - latency_s
