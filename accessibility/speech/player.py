"""Plays one utterance at a time on a device that may come and go.

The device runs all the time and is fed silence between utterances: starting is then only a matter of
filling its next 10 ms, and a device that stops asking is known to be gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from accessibility.speech.cues import cue_samples, mixed
from accessibility.speech.failures import NoDevice
from accessibility.speech.output_device import SAMPLE_RATE_HZ, Fill, OutputDevice
from accessibility.speech.programme import Programme
from accessibility.speech.rates import gain
from accessibility.speech.resample import at_rate, faded_out, quieter
from accessibility.speech.utterance import (
    Cue,
    Finished,
    Pcm,
    SoundState,
    SpeechEvent,
    Started,
    Utterance,
    WordReached,
)

_PREFILLED = 4  # blocks a device takes into its buffers before it has played anything


class Device(Protocol):
    latency_s: float

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds. `stall_s` without being asked for samples means that the device is gone.

    A device that has just been opened may have to wake up first (HDMI, Bluetooth, a suspended sink).
    """

    stall_s: float = 0.6
    wake_s: float = 4.0
    retry_s: float = 5.0
    look_every_s: float = 0.008


class Player:
    """Every method may be called from any thread; *report* is called from several."""

    def __init__(
        self,
        report: Callable[[SpeechEvent], None],
        open_device: Callable[[Fill], Device] = OutputDevice,
        patience: Patience = Patience(),
    ) -> None:
        self._report = report
        self._open_device = open_device
        self._patience = patience
        self._changed = threading.Condition()
        self._programme: Programme | None = None
        self._fading: Programme | None = None
        self._cue = b""
        self._device: Device | None = None
        self._asked_at = 0.0
        self._asked_times = 0
        self._try_at = 0.0
        self._audible: bool | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._watch, name="player", daemon=True)

    def start(self) -> None:
        self._open()
        self._thread.start()

    def begin(self, utterance_id: int, utterance: Utterance) -> None:
        """Silence what is playing; samples follow with `add`, the last one with `end`."""
        programme = Programme(utterance_id, gain(utterance.volume), utterance.private, SAMPLE_RATE_HZ)
        self._replace(programme)
        if self._device is None:
            self._drop(programme)

    def add(self, utterance_id: int, pcm: Pcm) -> bool:
        """False when this utterance is no longer wanted."""
        samples = at_rate(pcm, SAMPLE_RATE_HZ)  # before the lock: the device must not wait for it
        with self._changed:
            programme = self._programme
            if programme is None or programme.utterance_id != utterance_id:
                return False
            programme.add(samples, pcm.words)
            self._changed.notify_all()
            return True

    def end(self, utterance_id: int) -> None:
        with self._changed:
            if self._programme is not None and self._programme.utterance_id == utterance_id:
                self._programme.complete = True
                self._changed.notify_all()

    def silence(self) -> None:
        self._replace(None)

    def cue(self, kind: Cue, volume: float) -> None:
        """Sound a short tone over whatever is being said; without a device it is left out."""
        samples = quieter(cue_samples(kind, SAMPLE_RATE_HZ), gain(volume))
        with self._changed:
            self._cue = samples if self._device is not None else b""

    def device_changed(self) -> None:
        """Headphones came or went: private speech must not continue on a loudspeaker."""
        programme = self._programme
        if programme is not None and programme.private:
            self._drop(programme)

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()
        self._close_device()

    # --- the device's thread -------------------------------------------------

    def _fill(self, frames: int) -> bytes:
        with self._changed:
            self._asked_at = time.monotonic()
            self._asked_times += 1
            samples = b""
            if self._fading is not None:
                samples = faded_out(quieter(self._fading.take(frames), self._fading.factor))
                self._fading = None
            elif self._programme is not None:
                samples = quieter(self._programme.take(frames), self._programme.factor)
            cue, self._cue = self._cue[: 2 * frames], self._cue[2 * frames :]
        samples += bytes(2 * frames - len(samples))
        return mixed(samples, cue) if cue else samples

    # --- the watching thread -------------------------------------------------

    def _watch(self) -> None:
        while True:
            with self._changed:
                waking = self._device is not None and not self._audible
                idle = self._programme is None and not waking
                self._changed.wait(self._patience.stall_s / 2 if idle else self._patience.look_every_s)
                if self._closing:
                    return
                events = self._progress()
            self._tell(events)
            self._look_after_the_device()

    def _progress(self) -> Sequence[SpeechEvent]:
        programme, device = self._programme, self._device
        if programme is None or device is None:
            return ()
        since_asked = time.monotonic() - self._asked_at
        heard = (
            programme.taken
            + programme.tail
            + round((since_asked - device.latency_s) * programme.sample_rate_hz)
        )
        events: list[SpeechEvent] = []
        if programme.taken and heard > 0 and not programme.started:
            programme.started = True
            events.append(Started(programme.utterance_id))
        if programme.started:
            events += [WordReached(programme.utterance_id, *word) for word in programme.words_until(heard)]
        if programme.exhausted and heard >= programme.length:
            self._programme = None
            events.append(Finished(programme.utterance_id, heard=programme.length > 0))
        return events

    def _look_after_the_device(self) -> None:
        now = time.monotonic()
        if self._device is None:
            if now >= self._try_at:
                self._open()
        elif now - self._asked_at > (self._patience.stall_s if self._awake else self._patience.wake_s):
            self._close_device()
            self._open()  # another device, or the same server come back, may take over at once
        elif self._awake:
            self._tell_state(audible=True)

    def _open(self) -> None:
        programme = self._programme
        if programme is not None:
            self._drop(programme)
        self._asked_at, self._asked_times = time.monotonic(), 0
        try:
            self._device = self._open_device(self._fill)
        except NoDevice:
            self._try_at = time.monotonic() + self._patience.retry_s
            self._tell_state(audible=False)

    def _close_device(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    @property
    def _awake(self) -> bool:
        return self._asked_times > _PREFILLED

    # --- small steps ---------------------------------------------------------

    def _replace(self, programme: Programme | None) -> None:
        with self._changed:
            old, self._programme = self._programme, programme
            if old is not None and old.taken:
                self._fading = old
            self._changed.notify_all()
        if old is not None:
            self._tell((Finished(old.utterance_id, heard=False),))

    def _drop(self, programme: Programme) -> None:
        """End *programme* unheard, unless a newer one has replaced it already."""
        with self._changed:
            if self._programme is not programme:
                return
            self._programme = None
        self._tell((Finished(programme.utterance_id, heard=False),))

    def _tell_state(self, *, audible: bool) -> None:
        if audible != self._audible:
            self._audible = audible
            self._tell((SoundState(True, "ok") if audible else SoundState(False, "no-device"),))

    def _tell(self, events: Sequence[SpeechEvent]) -> None:
        for event in events:
            self._report(event)
