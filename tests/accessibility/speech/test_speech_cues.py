"""Two tones that cannot be taken for each other, over whatever is being said, and never a click."""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import get_args

import pytest
from support.conditions import until

from accessibility.speech.cues import cue_samples, mixed
from accessibility.speech.failures import NoDevice
from accessibility.speech.kept_device import Patience
from accessibility.speech.output_device import SAMPLE_RATE_HZ, Fill
from accessibility.speech.player import Player
from accessibility.speech.utterance import Cue, Pcm, SpeechEvent, Utterance
from accessibility.speech.wire import BadLine, Sound, decode_request, encode

BLOCK = 480


class Device:
    latency_s = 0.0

    def __init__(self, fill: Fill) -> None:
        self.fill = fill
        for _ in range(5):
            fill(BLOCK)

    def close(self) -> None:
        pass


def crossings(samples: bytes) -> float:
    """About twice the pitch in hertz."""
    wave = array("h", samples)
    changes = sum(1 for one, two in pairwise(wave) if one < 0 <= two or two < 0 <= one)
    return changes * SAMPLE_RATE_HZ / len(wave)


def test_going_round_sounds_lower_and_longer_than_one_item_on() -> None:
    item, wrap = (cue_samples(kind, SAMPLE_RATE_HZ) for kind in ("item", "wrap"))
    assert crossings(item) == pytest.approx(1760, rel=0.1)
    assert crossings(wrap) < 0.75 * crossings(item)
    assert len(wrap) > 3 * len(item)


@pytest.mark.parametrize("kind", ["item", "wrap"])
def test_a_cue_is_short_begins_and_ends_in_silence_and_is_heard(kind: Cue) -> None:
    wave = array("h", cue_samples(kind, SAMPLE_RATE_HZ))
    assert len(wave) / SAMPLE_RATE_HZ < 0.2
    assert abs(wave[0]) < 400 and abs(wave[-1]) < 1500
    assert max(wave) > 6000


def test_two_sounds_at_once_never_leave_full_scale_and_keep_the_longer_one() -> None:
    loud = array("h", [30000, -30000, 5]).tobytes()
    assert array("h", mixed(loud, array("h", [9000, -9000]).tobytes())).tolist() == [32767, -32768, 5]
    assert mixed(b"", loud) == loud


def test_a_cue_sounds_in_the_next_block_also_while_something_is_said() -> None:
    events, devices = list[SpeechEvent](), list[Device]()

    def open_device(fill: Fill, _sink: str) -> Device:
        devices.append(Device(fill))
        return devices[-1]

    player = Player(events.append, open_device, Patience(stall_s=60, retry_s=60))
    player.start()
    until(lambda: events)
    try:
        player.cue("item", 1.0)
        assert max(array("h", devices[0].fill(BLOCK))) > 3000
        while any(devices[0].fill(BLOCK)):
            pass
        said = array("h", [100]) * BLOCK * 20
        player.begin(1, Utterance("x", volume=1.0))
        player.add(1, Pcm(said.tobytes(), SAMPLE_RATE_HZ, ()))
        player.end(1)
        assert set(array("h", devices[0].fill(BLOCK))) == {100}
        player.cue("item", 1.0)
        assert max(array("h", devices[0].fill(BLOCK))) > 3000
    finally:
        player.close()


def test_without_a_device_a_cue_is_not_kept_for_later() -> None:
    events = list[SpeechEvent]()

    def open_device(fill: Fill, _sink: str) -> Device:
        raise NoDevice("none")

    player = Player(events.append, open_device, Patience(stall_s=60, retry_s=60))
    player.start()
    until(lambda: events)
    try:
        player.cue("wrap", 1.0)
        assert not any(player._fill(BLOCK))
    finally:
        player.close()


@pytest.mark.parametrize("kind", get_args(Cue))
def test_the_request_for_a_cue_travels_to_the_worker(kind: Cue) -> None:
    assert decode_request(encode(Sound(kind, 0.4))) == Sound(kind, 0.4)
    assert len(cue_samples(kind, SAMPLE_RATE_HZ)) > 0


def test_a_strange_cue_is_refused() -> None:
    with pytest.raises(BadLine):
        decode_request(b'{"is": "Sound", "cue": "bang", "volume": 1}')
