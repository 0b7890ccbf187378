"""The process that makes sound: ``python -m accessibility.speech``. No Qt.

It reads requests and writes reports (`accessibility.speech.wire`), one JSON line each. Nothing else may
reach standard output: file descriptor 1 is kept for reports and libraries that print get standard error.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from accessibility.speech import wire
from accessibility.speech.behind import behind_the_screen
from accessibility.speech.cues import cue_samples
from accessibility.speech.engines import GREETING, VoiceFolders, Voices, installed_voices
from accessibility.speech.failures import NoVoice
from accessibility.speech.output_device import SAMPLE_RATE_HZ, keep_alsa_quiet
from accessibility.speech.player import Player
from accessibility.speech.pulse_watch import PulseWatch
from accessibility.speech.resample import from_first_sound
from accessibility.speech.utterance import SoundState, Utterance
from accessibility.speech.word_list import lay_over

_log = logging.getLogger("speech.worker")
_HUNG_AFTER_S = 10.0  # no sentence takes this long to render; then pings stay unanswered


class Renderer:
    """Renders the newest utterance in a thread of its own and hands it to the player piece by piece."""

    def __init__(self, voices: Voices, player: Player) -> None:
        self._voices = voices
        self._player = player
        self._wanted: wire.Speak | None = None
        self._rendering_since: float | None = None
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="renderer", daemon=True)
        self._thread.start()

    def say(self, request: wire.Speak) -> None:
        self._player.begin(request.utterance_id, request.utterance)
        with self._changed:
            self._wanted = request
            self._changed.notify()

    @property
    def hung(self) -> bool:
        since = self._rendering_since
        late = since is not None and time.monotonic() - since > _HUNG_AFTER_S
        return late or not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._wanted is None:
                    self._changed.wait()
                request, self._wanted = self._wanted, None
            self._rendering_since = time.monotonic()
            self._read(request)
            self._rendering_since = None

    def _read(self, request: wire.Speak) -> None:
        try:
            for pcm in from_first_sound(self._voices.read(request.utterance)):
                self._rendering_since = time.monotonic()
                if not self._player.add(request.utterance_id, pcm):
                    return
        except NoVoice as reason:
            _log.warning("not said: %s", reason)
        except Exception:  # noqa: BLE001 - ours; the next sentence may still work
            _log.error("a sentence could not be rendered", exc_info=True)
        self._player.end(request.utterance_id)


def serve(
    lines: Iterable[bytes], report: Callable[[wire.Report], None], folders: VoiceFolders, headphones: str = ""
) -> None:
    """Answer *lines* until they end. *report* must be safe to call from any thread.

    *headphones* is what the ward calls its own: a part of the output's name.
    """
    voices = behind_the_screen(lambda: installed_voices(folders))
    for reason in voices.refused:
        _log.warning("not used: %s", reason)
    player = Player(report)
    renderer = Renderer(voices, player)
    report(wire.Ready(tuple(engine.name for engine in voices.engines), voices.refused))
    watch = PulseWatch(player.device_changed, player.plays_on, headphones)
    if behind_the_screen(lambda: _warmed_up(voices)):
        player.start()
    else:
        report(SoundState(False, "no-voice"))  # the player stays closed and says of each text: not heard
    threading.Thread(target=cue_samples, args=("ring", SAMPLE_RATE_HZ), daemon=True).start()  # 0.1 s of work
    for line in lines:
        try:
            request = wire.decode_request(line)
        except wire.BadLine as broken:
            _log.warning("%s", broken)
            continue
        match request:
            case wire.Speak():
                renderer.say(request)
            case wire.Silence():
                player.silence()
            case wire.Sound(cue, volume):
                player.cue(cue, volume)
            case wire.Ping():
                if not (renderer.hung or player.hung):
                    report(wire.Pong())
    watch.close()
    player.close()


def _warmed_up(voices: Voices) -> bool:
    """Whether there is a voice. The first sentence must not pay for loading its data."""
    try:
        voices.render(Utterance(GREETING))
    except NoVoice as reason:
        _log.warning("no voice: %s", reason)
        return False
    return True


def _reporter(descriptor: int) -> Callable[[wire.Report], None]:
    lock = threading.Lock()

    def report(message: wire.Report) -> None:
        with lock:
            line = wire.encode(message)
            try:
                while line:
                    line = line[os.write(descriptor, line) :]
            except BrokenPipeError:  # the kiosk is gone, and whoever could hear of it
                os._exit(0)

    return report


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="speech worker")
    parser.add_argument("--clips", type=Path, help="folder of recorded sentences with index.toml")
    parser.add_argument("--piper", type=Path, help="folder of a Vietnamese Piper voice")
    parser.add_argument("--readings", type=Path, help="folder with the ward's lists of how words are said")
    parser.add_argument("--headphones", default="", help="part of the name of an output that is headphones")
    options = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    reports = os.dup(1)
    keep_alsa_quiet()
    os.dup2(2, 1)  # from here on, whatever prints does not disturb the reports
    lay_over(options.readings)  # before the engines, whose rules are made of the lists
    folders = VoiceFolders(options.clips, options.piper)
    serve(sys.stdin.buffer, _reporter(reports), folders, options.headphones)
    with suppress(OSError):  # its disk is full
        sys.stderr.flush()
    os._exit(0)  # the renderer may sit in a C library; there is nothing left to lose
