"""`python -m kiosk.supervision.stopped_sound greet|call`: what the page of a kiosk that ended says aloud.

A process of its own, so that a sound card that hangs holds up nothing. It ends with 0 where it was played,
and with 1 where there is no device to play it on; without a voice the bell rings alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from accessibility.speech.cues import cue_samples
from accessibility.speech.espeak_library import EspeakLibrary, bundled_files
from accessibility.speech.failures import NoDevice, NoVoice
from accessibility.speech.kept_device import OpenDevice
from accessibility.speech.output_device import SAMPLE_RATE_HZ, keep_alsa_quiet, open_bell
from accessibility.speech.rates import DEFAULT_WPM
from accessibility.speech.resample import at_rate
from accessibility.speech.room_bell import play_to_the_end
from accessibility.speech.utterance import Pcm

SENTENCES = {
    "greet": "Máy đang nghỉ một lát. Bác chạm vào màn hình để gọi cán bộ ạ.",
    "call": "Cháu đã gọi cán bộ. Bác chờ ở đây ạ.",
}
RINGS = frozenset({"call"})
ENDS_WITHIN_S = 20.0


def samples_of(what: str) -> bytes:
    """Signed 16-bit mono at `SAMPLE_RATE_HZ`."""
    bell = cue_samples("ring", SAMPLE_RATE_HZ) if what in RINGS else b""
    try:
        return bell + _said(SENTENCES[what])
    except NoVoice:
        return bell


def _said(text: str) -> bytes:
    voice = EspeakLibrary(bundled_files())
    voice.set_voice("vi")
    voice.set_rate(DEFAULT_WPM)
    samples, _ = voice.synthesise(text)
    return at_rate(Pcm(samples, voice.sample_rate_hz, ()), SAMPLE_RATE_HZ)


def play(samples: bytes, open_device: OpenDevice) -> None:
    """Until the last sample was heard, or `ENDS_WITHIN_S`. Raises `NoDevice`."""
    if not play_to_the_end(samples, open_device, "", ENDS_WITHIN_S):
        raise NoDevice("the device takes no samples")


def main(arguments: Sequence[str], open_device: OpenDevice = open_bell) -> int:
    keep_alsa_quiet()
    samples = samples_of(arguments[0])
    if not samples:
        return 1
    try:
        play(samples, open_device)
    except NoDevice as none:
        sys.stderr.write(f"kiosk: {none}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
