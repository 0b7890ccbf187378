"""A speaker on an event loop of its own thread-free test, with every event it reported and when."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

from accessibility.speech.engines import VoiceFolders
from accessibility.speech.speaker import Speaker, Supervision
from accessibility.speech.utterance import Finished, SpeechEvent, Started, Utterance
from accessibility.speech.worker_process import worker_command


class SpeechBench:
    def __init__(self, environment: Mapping[str, str], supervision: Supervision = Supervision()) -> None:  # noqa: B008
        assignments = [f"{name}={value}" for name, value in environment.items() if name.startswith("PULSE_")]
        command = ("env", *assignments, *worker_command(VoiceFolders()))
        self.speaker = Speaker(command=command, supervision=supervision)
        self.events: list[tuple[float, SpeechEvent]] = []
        self.speaker.listen(lambda event: self.events.append((time.monotonic(), event)))

    @property
    def plain_events(self) -> list[SpeechEvent]:
        return [event for _, event in self.events]

    def started_after(self, moment: float) -> float | None:
        """When the first utterance began to be heard after *moment*; None while none has."""
        return next((at for at, event in self.events if at > moment and isinstance(event, Started)), None)

    async def until(self, holds: Callable[[], object], what: str, within_s: float = 15.0) -> None:
        deadline = time.monotonic() + within_s
        while not holds():
            assert time.monotonic() < deadline, f"waited in vain for {what}; had {self.plain_events}"
            await asyncio.sleep(0.002)

    async def ready(self) -> None:
        await self.until(lambda: self.speaker.state.audible, "an audible speaker")

    async def say(self, utterance: Utterance) -> int:
        """Speak it and wait until it has started."""
        number = self.speaker.speak(utterance)
        await self.until(lambda: Started(number) in self.plain_events, "the start")
        return number

    async def say_to_the_end(self, utterance: Utterance) -> int:
        number = self.speaker.speak(utterance)
        await self.until(lambda: Finished(number, heard=True) in self.plain_events, "the end")
        return number


def run(bench: SpeechBench, story: Callable[[], Awaitable[None]]) -> None:
    """Open the speaker, live *story*, close the speaker whatever happened."""

    async def life() -> None:
        bench.speaker.open()
        try:
            await story()
        finally:
            await bench.speaker.aclose()

    asyncio.run(life())
