"""Plays one utterance to its end, for the command line; the kiosk itself speaks through its worker."""

from __future__ import annotations

import queue
from collections.abc import Iterable

from accessibility.speech.failures import NoDevice
from accessibility.speech.output_device import keep_alsa_quiet
from accessibility.speech.player import Player
from accessibility.speech.utterance import Finished, Pcm, SpeechEvent, Utterance

LONGEST_PAUSE_S = 60.0


def play_to_the_end(utterance: Utterance, pieces: Iterable[Pcm]) -> None:
    """Returns when the last piece has been heard. Raises `NoDevice` when none of it can be."""
    keep_alsa_quiet()
    events: queue.Queue[SpeechEvent] = queue.Queue()
    player = Player(events.put)
    player.start()
    try:
        player.begin(1, utterance)
        for piece in pieces:
            player.add(1, piece)
        player.end(1)
        while not isinstance(event := _next(events), Finished):
            pass
        if not event.heard:
            raise NoDevice("nothing plays sound here")
    finally:
        player.close()


def _next(events: queue.Queue[SpeechEvent]) -> SpeechEvent:
    try:
        return events.get(timeout=LONGEST_PAUSE_S)
    except queue.Empty as silence:
        raise NoDevice(f"the device went quiet for {LONGEST_PAUSE_S:g} s") from silence
