"""The voice the screens talk to: keeps a speech worker alive and never blocks.

Construct it, call `open()` on the running loop, use it as `ui.visit.ports.Voice`, `await aclose()` at the
end.
A text that could not be heard is reported as ``Finished(heard=False)``; nothing pretends to have sounded.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from accessibility.speech.engines import VoiceFolders
from accessibility.speech.utterance import (
    Cue,
    Finished,
    HeardThrough,
    OutputChanged,
    SoundState,
    SpeechEvent,
    Started,
    Utterance,
    WordReached,
)
from accessibility.speech.wire import BadLine, Ping, Pong, Ready, Report, Silence, Sound, Speak
from accessibility.speech.worker_process import WorkerProcess, worker_command

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Supervision:
    """Seconds, unless said otherwise."""

    ping_every_s: float = 2.0
    silent_for_s: float = 6.0  # no report for so long: the worker hangs and is ended
    first_pause_s: float = 0.05  # before a restart; doubled while restarts keep failing
    longest_pause_s: float = 5.0
    notice_after_s: float = 1.5  # a quick restart is not worth a notice on the screen
    say_within_s: float = 5.0  # an older sentence would only confuse
    end_within_s: float = 1.0


@dataclass(slots=True)
class _Asked:
    utterance_id: int
    utterance: Utterance
    at_s: float
    sent: int = 0


class Speaker:
    """Fits `ui.visit.ports.Voice`. One thread only: that of the event loop."""

    def __init__(
        self,
        folders: VoiceFolders = VoiceFolders(),  # noqa: B008 - frozen
        headphones: str = "",
        command: Sequence[str] | None = None,
        supervision: Supervision = Supervision(),
    ) -> None:
        self._command = command if command is not None else worker_command(folders, headphones)
        self._supervision = supervision
        self._listeners: list[Callable[[SpeechEvent], None]] = []
        self._last_id = 0
        self._asked: _Asked | None = None
        self._worker: WorkerProcess | None = None
        self._ready = False
        self._spoken_to = self._forgetting = False
        self._heard_from_at = 0.0
        self._task: asyncio.Task[None] | None = None
        self._notice: asyncio.TimerHandle | None = None
        self.state = SoundState(False, "off")
        self._heard_through = HeardThrough(headphones=False)
        self.voices: tuple[str, ...] = ()

    # --- for the screens -----------------------------------------------------

    def speak(self, utterance: Utterance) -> int:
        old, self._last_id = self._asked, self._last_id + 1
        self._asked = _Asked(self._last_id, utterance, time.monotonic())
        if old is not None and not self._ready:  # a ready worker says so itself
            self._notify(Finished(old.utterance_id, heard=False))
        if self.state.reason == "worker-down":
            self._give_up_asked()
        self._send_asked()
        return self._last_id

    def silence(self) -> None:
        asked, self._asked = self._asked, None
        if self._worker is not None and self._ready:
            self._worker.send(Silence())
        elif asked is not None:
            self._notify(Finished(asked.utterance_id, heard=False))

    def cue(self, kind: Cue, volume: float) -> None:
        """A cue that cannot sound at once is left out: a late one would tell of something else."""
        if self._worker is not None and self._ready:
            self._worker.send(Sound(kind, volume))

    def forget(self) -> None:
        """A visit is over: a worker that spoke in it ends at once, with all its memory; another one follows.

        Letting go of what was said would leave it in buffers and in freed memory.
        """
        self._give_up_asked()
        if self._worker is not None and self._spoken_to:
            self._forgetting, self._ready = True, False
            self._worker.kill()

    def listen(self, listener: Callable[[SpeechEvent], None]) -> None:
        self._listeners.append(listener)

    # --- for the composition root --------------------------------------------

    def open(self) -> None:
        """Start the worker; needs a running event loop. The voice is warm before the first request."""
        self._task = asyncio.get_running_loop().create_task(self._supervise(), name="speaker")
        self._notice_soon()

    async def aclose(self) -> None:
        """Silent and without a child process when it returns."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._cancel_notice()
        self._give_up_asked()

    @property
    def worker_pid(self) -> int | None:
        return self._worker.pid if self._worker is not None else None

    # --- supervision ---------------------------------------------------------

    async def _supervise(self) -> None:
        pause_s = self._supervision.first_pause_s
        while True:
            try:
                was_ready = await self._one_worker()
            except Exception:  # noqa: BLE001 - ours; the voice is started again all the same
                _log.exception("looking after the speech worker failed")
                was_ready = False
            if self._forgetting:
                self._forgetting = False
                continue
            pause_s = self._supervision.first_pause_s if was_ready else pause_s * 2
            pause_s = min(pause_s, self._supervision.longest_pause_s)
            _log.warning("the speech worker ended; starting it again in %.2f s", pause_s)
            await asyncio.sleep(pause_s)

    async def _one_worker(self) -> bool:
        """One life of a worker. True when it had been ready."""
        try:
            worker = await WorkerProcess.start(self._command)
        except OSError as failure:
            _log.warning("the speech worker cannot be started: %s", failure)
            return False
        self._worker, self._heard_from_at = worker, time.monotonic()
        heartbeat = asyncio.get_running_loop().create_task(self._heartbeat(worker), name="speaker-heartbeat")
        was_ready = False
        try:
            async for report in worker.reports():
                self._heard_from_at = time.monotonic()
                self._receive(report)
                was_ready = self._ready
        except BadLine as broken:
            _log.error("the speech worker spoke out of turn: %s", broken)
        finally:
            self._worker, self._ready, self._spoken_to = None, False, False
            if was_ready:
                self._notify(OutputChanged())  # nobody watches the outputs meanwhile
            self._notice_soon()
            heartbeat.cancel()
            await worker.end(self._supervision.end_within_s)
        return was_ready

    async def _heartbeat(self, worker: WorkerProcess) -> None:
        while time.monotonic() - self._heard_from_at < self._supervision.silent_for_s:
            await asyncio.sleep(self._supervision.ping_every_s)
            worker.send(Ping())
        _log.warning("the speech worker hangs and is ended")
        worker.kill()

    def _notice_soon(self) -> None:
        """Once for each time without a ready worker, however many restarts fail meanwhile.

        One that was ended with its visit is expected to come back, and what is to be said waits for it.
        """
        if self._notice is None:
            waits = self._supervision
            after_s = waits.say_within_s if self._forgetting else waits.notice_after_s
            self._notice = asyncio.get_running_loop().call_later(after_s, self._notice_now)

    def _notice_now(self) -> None:
        self._change_state(SoundState(False, "worker-down"))
        self._give_up_asked()

    def _cancel_notice(self) -> None:
        notice, self._notice = self._notice, None
        if notice is not None:
            notice.cancel()

    # --- reports and requests ------------------------------------------------

    def _receive(self, report: Report) -> None:
        match report:
            case Ready():
                self.voices = report.voices
            case Pong():
                pass
            case SoundState():
                self._change_state(report)
                if not self._ready:  # its first word about the device: from now on it can play
                    self._ready = True
                    self._cancel_notice()
                    self._send_asked()
            case Finished():
                if self._asked is not None and self._asked.utterance_id == report.utterance_id:
                    self._asked = None
                self._notify(report)
            case HeardThrough():
                if report != self._heard_through:
                    self._heard_through = report
                    self._notify(report)
            case Started() | WordReached() | OutputChanged():
                self._notify(report)
            case _:
                assert_never(report)

    def _send_asked(self) -> None:
        asked = self._asked
        if asked is None or self._worker is None or not self._ready:
            return
        if not self._worth_saying(asked):
            self._give_up_asked()
            return
        asked.sent += 1
        self._spoken_to = True
        self._worker.send(Speak(asked.utterance_id, asked.utterance))

    def _worth_saying(self, asked: _Asked) -> bool:
        """Never late; after a crash only once more (it may be what kills the worker) and nothing private."""
        young = time.monotonic() - asked.at_s < self._supervision.say_within_s
        return young and (asked.sent == 0 or (asked.sent == 1 and not asked.utterance.private))

    def _give_up_asked(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._notify(Finished(asked.utterance_id, heard=False))

    def _change_state(self, state: SoundState) -> None:
        if state != self.state:
            self.state = state
            self._notify(state)

    def _notify(self, event: SpeechEvent) -> None:
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - theirs: whoever listens cannot end the voice
                _log.exception("%s could not be taken in", type(event).__name__)
