"""A pyttsx3 driver over espeak-ng that renders instead of playing: ``pyttsx3.drivers.kiosk_espeak``.

pyttsx3's own espeak driver runs `aplay` inside espeak's thread, returns before the sound has ended, speaks
only the last of two sentences, and crashes at 12,000 letters. Its driver interface is a plug-in point, so
this one keeps pyttsx3's API and changes what is behind it: `runAndWait` renders everything queued, in the
calling thread, and reports

- ``started-word`` with `name`, `location`, `length` (code points of the text given to `say`) and `at_s`;
- ``rendered`` with `samples` (signed 16-bit mono) and `sample_rate_hz`, once for each `say`.
"""

from __future__ import annotations

import sys
import wave
from collections.abc import Iterator
from typing import Any, Protocol

from accessibility.speech.espeak_library import EspeakLibrary, bundled_files
from accessibility.speech.failures import NoVoice

DRIVER_NAME = "kiosk_espeak"


class _Proxy(Protocol):
    """What pyttsx3 gives a driver (`pyttsx3.driver.DriverProxy`)."""

    def setBusy(self, busy: bool) -> None: ...
    def notify(self, topic: str, **kwargs: Any) -> None: ...


def register() -> str:
    """Make ``pyttsx3.init(DRIVER_NAME)`` find this module; returns the name."""
    sys.modules[f"pyttsx3.drivers.{DRIVER_NAME}"] = sys.modules[__name__]
    return DRIVER_NAME


def buildDriver(proxy: _Proxy) -> EspeakDriver:
    """Called by pyttsx3. Raises `NoVoice` when espeak-ng cannot be used."""
    return EspeakDriver(proxy, EspeakLibrary(bundled_files()))


class EspeakDriver:
    def __init__(self, proxy: _Proxy, espeak: EspeakLibrary) -> None:
        self._proxy = proxy
        self._espeak = espeak
        self._properties: dict[str, Any] = {"voice": "vi", "rate": 160, "volume": 1.0, "pitch": 50}
        for name, value in self._properties.items():
            self._apply(name, value)

    def say(self, text: str) -> None:
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        completed = False
        try:
            samples = self._render(text)
            self._proxy.notify("rendered", samples=samples, sample_rate_hz=self._espeak.sample_rate_hz)
            completed = True
        except NoVoice as failure:
            self._proxy.notify("error", exception=failure)
        self._finish(completed)

    def save_to_file(self, text: str, filename: str) -> None:
        self._proxy.setBusy(True)
        samples = self._render(text)
        with wave.open(filename, "wb") as file:
            file.setparams((1, 2, self._espeak.sample_rate_hz, 0, "NONE", ""))
            file.writeframes(samples)
        self._finish(True)

    def getProperty(self, name: str) -> Any:
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:
        self._apply(name, value)
        self._properties[name] = value

    def startLoop(self) -> None:
        """Nothing runs by itself: pumping the queue does all the work, up to pyttsx3's own end mark."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None: ...

    def iterate(self) -> Iterator[None]:
        self._proxy.setBusy(False)
        yield

    def stop(self) -> None: ...

    def destroy(self) -> None: ...

    def _render(self, text: str) -> bytes:
        samples, words = self._espeak.synthesise(text)
        for word in words:
            said = text[word.start : word.start + word.length]
            self._proxy.notify(
                "started-word", name=said, location=word.start, length=word.length, at_s=word.at_s
            )
        return samples

    def _finish(self, completed: bool) -> None:
        self._proxy.notify("finished-utterance", completed=completed)
        self._proxy.setBusy(False)

    def _apply(self, name: str, value: Any) -> None:
        match name:
            case "voice":
                self._espeak.set_voice(str(value))
            case "rate":
                self._espeak.set_rate(round(value))
            case "volume":
                self._espeak.set_volume(round(100 * value))
            case "pitch":
                self._espeak.set_pitch(round(value))
            case _:
                raise KeyError(name)
