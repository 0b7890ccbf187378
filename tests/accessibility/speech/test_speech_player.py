"""The player against a device we pump by hand: who is heard, who is cut, and what a lost device does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.hand_device import Bench

from accessibility.speech.kept_device import Patience
from accessibility.speech.output_device import SAMPLE_RATE_HZ
from accessibility.speech.utterance import (
    Finished,
    OutputChanged,
    Pcm,
    SoundState,
    Started,
    Utterance,
    WordReached,
)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.player.close()


def test_an_utterance_is_heard_to_its_end_with_its_words_in_order(bench: Bench) -> None:
    bench.say(1)
    loud = 0
    while Finished(1, heard=True) not in bench.events:
        loud += sum(sample > 0 for sample in bench.hear())

    assert loud == round(0.1 * SAMPLE_RATE_HZ)
    assert bench.events == [
        SoundState(True, "ok"),
        Started(1),
        WordReached(1, 0, 3),
        WordReached(1, 4, 7),
        Finished(1, heard=True),
    ]


def test_the_latest_wins_and_the_older_sinks_within_one_block(bench: Bench) -> None:
    bench.say(1, seconds=10)
    bench.hear()
    bench.say(2, utterance=Utterance("x", volume=0))
    fading = bench.hear()

    assert fading[0] > 0
    assert fading[-1] < fading[0] // 20
    assert max(bench.hear()) == 0
    assert bench.events.count(Finished(1, heard=False)) == 1


def test_the_newer_begins_in_the_block_in_which_the_older_sinks(bench: Bench) -> None:
    bench.say(1, seconds=10)
    alone = bench.hear()[0]
    bench.say(2, seconds=10)
    both = bench.hear()

    assert both[0] == 2 * alone
    assert alone < both[-1] < alone + alone // 20


def test_silence_is_silent_after_one_block_and_reported(bench: Bench) -> None:
    bench.say(1, seconds=10)
    bench.hear()
    bench.player.silence()
    bench.hear()

    assert set(bench.hear()) == {0}
    bench.reported(Finished(1, heard=False))
    assert bench.player.add(1, Pcm(b"\1\1", SAMPLE_RATE_HZ, ())) is False


def test_the_volume_is_applied_to_what_is_played(bench: Bench) -> None:
    loudness = []
    for number, volume in enumerate((0.1, 0.5, 1.0)):
        bench.say(number, utterance=Utterance("x", volume=volume))
        bench.hear()  # the one before fades
        loudness.append(max(bench.hear()))

    assert loudness == sorted(set(loudness))
    assert loudness[-1] == 10_000


def test_private_speech_stops_at_once_when_headphones_come_or_go(bench: Bench) -> None:
    bench.say(1, seconds=10, utterance=Utterance("x", private=True))
    bench.hear()
    bench.player.device_changed()

    assert set(bench.hear()) == {0}
    assert bench.events[-2:] == [Finished(1, heard=False), OutputChanged()]


def test_public_speech_goes_on_when_headphones_come_or_go(bench: Bench) -> None:
    bench.say(1, seconds=10)
    bench.hear()
    bench.player.device_changed()

    assert max(bench.hear()) > 0


def test_without_a_device_nothing_is_heard_and_nothing_is_pretended() -> None:
    bench = Bench(present=False)
    bench.say(1)

    assert bench.events == [SoundState(False, "no-device"), Finished(1, heard=False)]
    bench.player.close()


def test_a_device_that_comes_later_is_found() -> None:
    bench = Bench(Patience(stall_s=0.1, retry_s=0.05), present=False)
    bench.present = True
    bench.reported(SoundState(True, "ok"))
    bench.player.close()


def test_a_device_that_stops_asking_is_closed_and_the_utterance_counts_as_not_heard() -> None:
    bench = Bench(Patience(stall_s=0.2, retry_s=60))
    bench.say(1, seconds=10)
    bench.hear()
    bench.present = False

    bench.reported(SoundState(False, "no-device"))
    assert bench.devices[0].closed
    assert Finished(1, heard=False) in bench.events
    bench.player.close()
