"""The player and headphones: what is for them alone never goes into another stream, and ends with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.hand_device import BLOCK, Bench

from accessibility.speech.outlet import NOWHERE, Outlet
from accessibility.speech.utterance import Finished, HeardThrough, SoundState, Utterance

EAR = Outlet("ear", "Tai nghe", headphones=True)
ROOM = Outlet("room", "Loa")
ALONE = Utterance("x", volume=1.0, private=True, only_in_headphones=True)
ALOUD = Utterance("x", volume=1.0, private=True)
PUBLIC = Utterance("x", volume=1.0)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.player.close()


def in_headphones(bench: Bench) -> None:
    bench.player.plays_on(EAR)
    bench.until(lambda: bench.devices[-1].sink == "ear")


def audible(bench: Bench) -> bool:
    return any(bench.hear(BLOCK))


def told(bench: Bench) -> list[bool]:
    return [event.headphones for event in bench.events if isinstance(event, HeardThrough)]


def test_where_sound_comes_out_is_reported_once_the_stream_is_there(bench: Bench) -> None:
    assert told(bench) == []
    bench.player.plays_on(ROOM)
    bench.until(lambda: told(bench) == [False])
    bench.player.plays_on(EAR)
    bench.until(lambda: told(bench) == [False, True])
    assert bench.devices[-1].sink == "ear"
    bench.player.plays_on(NOWHERE)
    bench.until(lambda: told(bench) == [False, True, False])
    assert bench.devices[-1].sink == ""


def test_the_servers_dummy_output_counts_as_none_and_a_real_one_after_it_is_found(bench: Bench) -> None:
    bench.player.plays_on(Outlet("auto_null", "Dummy Output"))
    bench.until(lambda: SoundState(False, "no-device") in bench.events)
    assert all(device.closed for device in bench.devices)
    bench.say(1, utterance=PUBLIC)
    assert Finished(1, heard=False) in bench.events
    bench.player.plays_on(ROOM)
    bench.until(lambda: not bench.devices[-1].closed)
    bench.say(2, utterance=PUBLIC)
    assert audible(bench)


def test_in_headphones_the_stream_is_nailed_to_them_and_says_what_is_private(bench: Bench) -> None:
    in_headphones(bench)
    bench.say(1, utterance=ALONE)
    assert audible(bench)


@pytest.mark.parametrize("outlet", [ROOM, NOWHERE])
def test_what_is_for_headphones_alone_is_refused_elsewhere(bench: Bench, outlet: Outlet) -> None:
    bench.player.plays_on(outlet)
    bench.say(1, utterance=ALONE)
    bench.reported(Finished(1, heard=False))
    assert not audible(bench)


def test_a_private_text_asked_for_is_said_on_the_loudspeaker(bench: Bench) -> None:
    bench.player.plays_on(ROOM)
    bench.say(1, utterance=ALOUD)
    assert audible(bench)


@pytest.mark.parametrize("utterance", [ALONE, ALOUD])
@pytest.mark.parametrize("change", ["unplugged", "something changed", "other headphones"])
def test_any_change_ends_it_and_takes_the_stream_away(
    bench: Bench, utterance: Utterance, change: str
) -> None:
    in_headphones(bench)
    bench.say(1, seconds=5, utterance=utterance)
    assert audible(bench)
    before = bench.devices[-1]
    match change:
        case "unplugged":
            bench.player.plays_on(ROOM)
        case "something changed":
            bench.player.device_changed()
        case _:
            bench.player.plays_on(Outlet("other", headphones=True))
    bench.reported(Finished(1, heard=False))
    assert not any(before.fill(BLOCK))
    bench.until(lambda: before.closed)  # with what waited in its buffers
    assert not audible(bench)


def test_public_speech_goes_on_when_headphones_come(bench: Bench) -> None:
    bench.say(1, seconds=0.05, utterance=PUBLIC)
    assert audible(bench)
    bench.player.plays_on(EAR)
    assert audible(bench)
    assert bench.devices[-1].sink == ""
    while audible(bench):
        pass
    bench.until(lambda: bench.hear(BLOCK) is not None and bench.devices[-1].sink == "ear")


def test_nothing_private_is_fed_to_a_stream_that_could_move(bench: Bench) -> None:
    """The headphones are there, but the stream is not nailed to them yet."""
    bench.say(1, seconds=5, utterance=PUBLIC)
    bench.player.plays_on(EAR)
    loose = bench.devices[-1]
    bench.say(2, utterance=ALONE)
    loose.fill(BLOCK)  # the fading end of the public sentence
    assert not any(loose.fill(BLOCK))
    bench.until(lambda: bench.devices[-1].sink == "ear")
    assert audible(bench)


def test_headphones_that_refuse_a_stream_of_their_own_say_nothing_private(bench: Bench) -> None:
    bench.refusing.add("ear")
    bench.player.plays_on(EAR)
    bench.until(lambda: len(bench.devices) > 1)
    assert bench.devices[-1].sink == ""
    bench.until(lambda: told(bench) == [False])  # so it is asked for, and then said aloud
    bench.say(1, utterance=ALONE)
    bench.reported(Finished(1, heard=False))
    assert not audible(bench)
    bench.say(2, utterance=PUBLIC)
    bench.hear(BLOCK)
    assert audible(bench)
    assert SoundState(False, "no-device") not in bench.events


def test_what_is_said_while_another_device_takes_over_is_heard_on_that_one(bench: Bench) -> None:
    """The question that comes when headphones are pulled out must not be lost with them."""
    in_headphones(bench)
    bench.say(1, seconds=5, utterance=ALONE)
    assert audible(bench)
    bench.refusing.add("ear")
    before = bench.devices[-1]
    bench.player.device_changed()
    bench.say(2, utterance=PUBLIC)
    assert not any(before.fill(BLOCK))
    bench.until(lambda: bench.devices[-1] is not before and audible(bench))
    assert bench.devices[-1].sink == ""
    assert Finished(2, heard=False) not in bench.events


def test_a_call_rings_in_the_ears_and_in_the_room(bench: Bench) -> None:
    bench.player.plays_on(replace(EAR, room="room"))
    bench.until(lambda: bench.devices[-1].sink == "ear")
    bench.player.cue("ring", 0.5)
    bench.until(lambda: bench.bells == ["room"])
    assert audible(bench)
    bench.player.cue("item", 0.5)
    assert bench.bells == ["room"]  # what leads one person through a screen is for that person


def test_a_loudspeaker_that_refuses_leaves_the_bell_in_the_ears(bench: Bench) -> None:
    bench.refusing.add("room")
    bench.player.plays_on(replace(EAR, room="room"))
    bench.until(lambda: bench.devices[-1].sink == "ear")
    bench.player.cue("ring", 0.5)
    assert audible(bench)
    assert bench.bells == []


@pytest.mark.parametrize("outlet", [EAR, ROOM, NOWHERE])
def test_where_no_other_loudspeaker_is_known_it_rings_where_it_is_spoken(
    bench: Bench, outlet: Outlet
) -> None:
    bench.player.plays_on(outlet)
    bench.until(lambda: bench.devices[-1].sink == (outlet.sink if outlet.headphones else ""))
    bench.player.cue("ring", 0.5)
    assert audible(bench)
    assert bench.bells == []
