"""Who hears what is private: two outputs of a private sound server, both recorded, and the whole conductor.

Nothing but the window is missing: the visit, the worker's process, the server, and what each output plays.
"""

from __future__ import annotations

import asyncio
import subprocess
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from support.log_mel import Samples, similarity
from support.pressing import named
from support.sound_server import (
    AUDIBLE,
    HEADPHONES,
    RATE_HZ,
    SINK,
    Recording,
    SoundServer,
    missing_tools,
)
from support.speech_bench import SpeechBench, run
from support.stage import HandClock, Notebook, Stage, residents_guides

from accessibility.speech.cues import cue_samples
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import Cue, Finished, HeardThrough, Utterance
from flows.guide.steps import Step
from flows.guide.walk import Walk, route
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.guide import SAFETY_ORDER
from ui.turn.conductor import Conductor, Outside
from ui.visit.actions.common import Do
from ui.visit.actions.start import Start
from ui.visit.stages import Attract, Home, Stepping
from ui.visit.visit import OpenWalk, Visit
from ui.words import UiWords

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(
        missing_tools() is not None, reason="needs the Debian packages pulseaudio and pulseaudio-utils"
    ),
]
LEAKS_AT_MOST_S = 0.15


def _private_step() -> tuple[str, Step, Walk]:
    """The first private step of a guide that takes longest to say: there is time to pull the plug."""
    found = (
        (flow.id, step, walk)
        for flow in residents_guides().flows.values()
        for step, walk in walks_to_every_step(flow)
        if step.private and walk.edges and not walk.edges[-1].startswith("stuck.")
        if not any(one.private for one in route(flow, walk)[:-1])
    )
    return max(found, key=lambda one: len(one[1].say.vi))


FLOW, STEP, WALK = _private_step()
SAFETY = " ".join(UiWords().say(f"safety.{mark}", "vi") for mark in SAFETY_ORDER if mark in STEP.safety)
QUESTION = f"{SAFETY}\n{UiWords().say('private.ask', 'vi')}".strip()


@dataclass
class Room:
    """A resident with headphones on, a queue behind, and a kiosk between."""

    server: SoundServer
    bench: SpeechBench
    conductor: Conductor
    said_texts: list[tuple[float, str]]
    ear: Recording
    room: Recording

    def come_to_the_private_step(self) -> float:
        """When the step was entered."""
        before = Stepping(FLOW, type(WALK)(WALK.flow_hash, WALK.edges[:-1]))
        self.conductor.show(Visit(stages=(Attract(), Home(), before), open_walk=OpenWalk(FLOW)))
        self.conductor.touched()
        self.settle()  # the step before is silent in both recordings
        entered_at = time.monotonic()
        self.conductor.act(named(WALK.edges[-1]))
        assert self.conductor.page.private
        return entered_at

    async def through(self, *, headphones: bool) -> None:
        """Until the kiosk knows."""
        await self.bench.ready()
        await self.bench.until(
            lambda: self.conductor.around.sound.headphones == headphones, "where sound goes"
        )

    async def said(self, since: float) -> None:
        """Until what was begun since then has been heard to its end."""
        await self.bench.until(lambda: self._finished_since(since), "the end", within_s=60)

    def _finished_since(self, since: float) -> bool:
        return any(
            at > since and isinstance(event, Finished) and event.heard for at, event in self.bench.events
        )

    async def audible(self, recording: Recording, since: float) -> None:
        await self.bench.until(lambda: recording.audible_at(since), "a sound")

    def settle(self) -> None:
        """The recorders have everything that was played until now."""
        now = time.monotonic()
        self.ear.wait_for(now + 0.3)
        self.room.wait_for(now + 0.3)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    server = SoundServer(tmp_path / "pulse")
    server.start()
    bench = SpeechBench(server.environment)
    texts = overheard(bench)
    conductor = Conductor(Outside(bench.speaker, Notebook(), HandClock()), Stage().conductor.around)
    ear, room = server.record("headphones"), server.record("speaker")
    yield Room(server, bench, conductor, texts, ear, room)
    ear.close()
    room.close()
    server.kill()


def expected(text: str, folder: Path) -> tuple[Samples, int]:
    """From Debian's espeak-ng program, which shares nothing with our worker."""
    path = folder / "expected.wav"
    subprocess.run(["espeak-ng", "-v", "vi", "-s", "160", "-w", str(path), "--", text], check=True)
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(10**9), "<i2").astype(np.float32) / np.float32(32768)
        return samples, file.getframerate()


def silent(recording: Recording, since: float, until: float = float("inf")) -> bool:
    return bool(np.abs(recording.sound(since, until)).max(initial=0.0) < 0.004)


def test_with_headphones_the_private_step_is_heard_in_them_and_nowhere_else(room: Room) -> None:
    room.server.pactl("set-default-sink", "headphones")

    async def story() -> None:
        await room.through(headphones=True)
        since = room.come_to_the_private_step()
        await room.said(since)
        room.settle()
        assert room.ear.audible_at(since)
        assert silent(room.room, since)

    run(room.bench, story)


@pytest.mark.parametrize("change", ["unplugged", "another-output"])
def test_headphones_that_go_take_the_private_words_with_them(
    room: Room, change: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The room never hears a syllable of them; it hears the question that comes instead."""
    room.server.pactl("set-default-sink", "headphones")
    private = expected(STEP.say.vi, tmp_path)
    question = expected(spoken(QUESTION, "vi").text, tmp_path)

    async def story() -> float:
        await room.through(headphones=True)
        since = room.come_to_the_private_step()
        await room.audible(room.ear, since)
        changed_at = time.monotonic()
        if change == "unplugged":
            unload(room.server, "headphones")
        else:
            room.server.pactl("set-default-sink", "speaker")
        await room.through(headphones=False)
        await room.audible(room.room, changed_at)
        began_at = room.room.audible_at(changed_at) or 0.0
        await room.said(changed_at)
        room.room.wait_for(time.monotonic() + 0.3)
        heard = room.room.sound(began_at - 0.05)
        # A loaded machine tears holes into a recording: so it is only held to be more this than that.
        assert similarity(heard, RATE_HZ, *question) > similarity(heard, RATE_HZ, *private) + 0.1
        assert {text for at, text in room.said_texts if at > changed_at} == {QUESTION}
        assert silent(room.room, since, began_at - 0.02)
        return room.ear.silent_from(changed_at) - changed_at

    seconds: list[float] = []

    async def measured() -> None:
        seconds.append(await story())

    run(room.bench, measured)
    record_property("silent in the headphones after s", round(seconds[0], 3))
    assert seconds[0] < 0.5


def test_a_call_rings_in_the_room_also_for_who_wears_headphones_and_takes_no_word_there(room: Room) -> None:
    room.server.pactl("set-default-sink", "headphones")

    async def story() -> None:
        await room.through(headphones=True)
        since = room.come_to_the_private_step()
        await room.audible(room.ear, since)
        called_at = time.monotonic()
        room.conductor.act(Do.CALL_PERSON)
        await room.audible(room.room, called_at)
        await room.said(called_at)
        room.settle()
        rung_at = room.room.audible_at(called_at) or 0.0
        assert silent(room.room, since, rung_at - 0.02)
        assert (
            room.room.silent_from(called_at) - rung_at < cue_seconds("ring") + 0.2
        )  # the sentence is longer
        assert room.ear.silent_from(called_at) - rung_at > cue_seconds("ring") + 1
        assert HeardThrough(headphones=False) not in room.bench.plain_events

    run(room.bench, story)


def cue_seconds(kind: Cue) -> float:
    return len(cue_samples(kind, RATE_HZ)) / 2 / RATE_HZ


def test_aloud_only_after_the_resident_asks_and_no_longer_when_the_output_changes(room: Room) -> None:
    async def story() -> None:
        await room.through(headphones=False)
        since = room.come_to_the_private_step()
        await room.said(since)
        assert last_said(room) == QUESTION
        asked_at = time.monotonic()
        room.conductor.touched()
        room.conductor.act(Do.AGAIN)
        await room.audible(room.room, asked_at)
        assert STEP.say.vi in last_said(room)
        room.settle()
        assert silent(room.ear, since)
        changed_at = time.monotonic()
        room.server.pactl("set-default-sink", "headphones")
        await room.through(headphones=True)
        await room.audible(room.ear, changed_at)
        room.settle()
        assert room.room.silent_from(changed_at) - changed_at < LEAKS_AT_MOST_S
        assert last_said(room).startswith(STEP.say.vi[:10])  # from its beginning, for one person

    run(room.bench, story)


def test_consent_is_for_one_loudspeaker_and_not_for_the_next(room: Room) -> None:
    """The server moves a stream before it tells: what leaks is less than a syllable, and then it is asked."""
    room.server.pactl("load-module", *SINK.split(), "sink_name=hall")
    hall = room.server.record("hall")

    async def story() -> None:
        await room.through(headphones=False)
        since = room.come_to_the_private_step()
        room.conductor.touched()
        room.conductor.act(Do.AGAIN)
        await room.audible(room.room, since)
        changed_at = time.monotonic()
        room.server.pactl("set-default-sink", "hall")
        await room.bench.until(lambda: last_said(room) == QUESTION, "the question")
        asked_at = room.said_texts[-1][0]
        await room.bench.until(lambda: room.bench.started_after(asked_at), "the question aloud")
        begun_at = room.bench.started_after(asked_at) or 0.0
        room.settle()
        hall.wait_for(time.monotonic() + 0.1)
        loud = np.flatnonzero(np.abs(hall.sound(changed_at, begun_at)) > AUDIBLE)
        assert not len(loud) or (loud[-1] - loud[0]) / RATE_HZ < LEAKS_AT_MOST_S

    run(room.bench, story)
    hall.close()


def test_consent_ends_with_the_output_also_while_nothing_private_is_being_said(room: Room) -> None:
    """It holds for the whole guide, so what comes out elsewhere later must be asked for anew."""
    room.server.pactl("load-module", *SINK.split(), "sink_name=hall")

    async def story() -> None:
        await room.through(headphones=False)
        room.come_to_the_private_step()
        room.conductor.touched()
        room.conductor.act(Do.AGAIN)
        assert room.conductor.may_say_private
        room.conductor.touched()
        await asyncio.sleep(0.5)
        assert room.conductor.may_say_private, "silence alone withdraws nothing"
        room.server.pactl("set-default-sink", "hall")
        await room.bench.until(lambda: not room.conductor.may_say_private, "consent is over")
        room.conductor.act(Do.COMFORT)
        room.conductor.act(Do.DONE)
        assert last_said(room) == QUESTION

    run(room.bench, story)


def test_headphones_that_come_in_the_middle_of_a_public_sentence_do_not_tear_it(room: Room) -> None:
    async def story() -> None:
        await room.through(headphones=False)
        since = time.monotonic()
        room.conductor.act(Start.TOUCHED)
        await room.audible(room.room, since)
        room.server.pactl("load-module", *HEADPHONES.replace("=headphones", "=others").split())
        await room.said(since)
        finished = [event for at, event in room.bench.events if at > since and isinstance(event, Finished)]
        assert all(event.heard for event in finished)

    run(room.bench, story)


def test_without_a_server_that_says_so_it_always_asks(tmp_path: Path) -> None:
    bench = SpeechBench({"PULSE_SERVER": f"unix:{tmp_path}/none"})
    asked = overheard(bench)
    conductor = Conductor(Outside(bench.speaker, Notebook(), HandClock()), Stage().conductor.around)

    async def story() -> None:
        await bench.until(lambda: bench.speaker.voices, "the worker")
        before = Stepping(FLOW, type(WALK)(WALK.flow_hash, WALK.edges[:-1]))
        conductor.show(Visit(stages=(Attract(), Home(), before), open_walk=OpenWalk(FLOW)))
        asked.clear()
        conductor.act(named(WALK.edges[-1]))
        await bench.until(lambda: asked, "a question")

    run(bench, story)
    assert [text for _, text in asked] == [QUESTION]
    assert HeardThrough(headphones=True) not in bench.plain_events


def unload(server: SoundServer, sink: str) -> None:
    """As when a USB headset is pulled out: the output is gone."""
    modules = server.pactl("list", "short", "modules").stdout.splitlines()
    server.pactl("unload-module", next(line.split()[0] for line in modules if f"sink_name={sink}" in line))


def last_said(room: Room) -> str:
    return room.said_texts[-1][1]


def overheard(bench: SpeechBench) -> list[tuple[float, str]]:
    """Every text that is asked of the speaker from now on, and when."""
    texts: list[tuple[float, str]] = []
    speak = bench.speaker.speak

    def listen(utterance: Utterance) -> int:
        texts.append((time.monotonic(), utterance.text))
        return speak(utterance)

    bench.speaker.speak = listen  # type: ignore[method-assign]
    return texts
