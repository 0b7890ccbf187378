"""The player of speech, and a sound device that takes samples only when a test asks."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from support.conditions import until

from accessibility.speech.failures import NoDevice
from accessibility.speech.kept_device import Patience
from accessibility.speech.output_device import SAMPLE_RATE_HZ, Fill
from accessibility.speech.player import Player
from accessibility.speech.utterance import Pcm, SpeechEvent, Utterance, WordMark

PATIENT = Patience(stall_s=60, retry_s=60)
BLOCK = 480


class HandDevice:
    """Takes samples only when the test asks; plays them at once."""

    latency_s = 0.03

    def __init__(self, fill: Fill, sink: str) -> None:
        self.fill, self.sink = fill, sink
        self.closed = False
        for _ in range(5):  # a device asks as soon as it runs
            fill(BLOCK)

    def close(self) -> None:
        self.closed = True


class Bench:
    def __init__(self, patience: Patience = PATIENT, present: bool = True) -> None:
        self.events: list[SpeechEvent] = []
        self.devices: list[HandDevice] = []
        self.present = present
        self.refusing: set[str] = set()
        self.bells: list[str] = []
        self.player = Player(self.events.append, self._open, patience, self._open_bell)
        self.player.start()
        until(lambda: self.events)

    def _open(self, fill: Fill, sink: str) -> HandDevice:
        if not self.present or sink in self.refusing:
            raise NoDevice("none")
        self.devices.append(HandDevice(fill, sink))
        return self.devices[-1]

    def _open_bell(self, fill: Fill, sink: str) -> HandDevice:
        if sink in self.refusing:
            raise NoDevice("none")
        self.bells.append(sink)
        device = HandDevice(fill, sink)
        while any(fill(BLOCK)):
            pass
        return device

    def until(self, holds: Callable[[], object]) -> None:
        until(holds)

    def say(self, utterance_id: int, seconds: float = 0.1, utterance: Utterance = Utterance("x")) -> None:  # noqa: B008
        samples = array("h", [10_000]) * round(seconds * SAMPLE_RATE_HZ)
        self.player.begin(utterance_id, utterance)
        self.player.add(
            utterance_id,
            Pcm(samples.tobytes(), SAMPLE_RATE_HZ, (WordMark(0, 3, 0), WordMark(4, 7, seconds / 2))),
        )
        self.player.end(utterance_id)

    def hear(self, frames: int = BLOCK) -> array[int]:
        return array("h", self.devices[-1].fill(frames))

    def reported(self, event: SpeechEvent) -> None:
        until(lambda: event in self.events)
