"""Without PulseAudio, on Windows, on macOS: it plays, and nothing claims to know where it comes out."""

from __future__ import annotations

import ctypes
import sys

import miniaudio
import pytest

from accessibility.speech import output_device, pulse_watch
from accessibility.speech.outlet import NOWHERE, Outlet

BACKENDS = {
    "linux": [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA],
    "win32": [miniaudio.Backend.WASAPI],
    "darwin": [miniaudio.Backend.COREAUDIO],
}


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without libpulse: the loader of shared libraries does not find it."""

    def not_found(name: str) -> ctypes.CDLL:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr("accessibility.speech.pulse_library.ctypes.CDLL", not_found)


def test_without_the_library_nothing_watches_and_nothing_is_told(no_library: None) -> None:
    told: list[Outlet | None] = []
    watch = pulse_watch.PulseWatch(lambda: told.append(None), told.append)
    assert not watch.watching
    watch.close()
    assert told == []
    assert pulse_watch.poll_once() == NOWHERE


def test_without_a_server_sound_comes_out_of_nobody_knows_what(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/socket")
    assert pulse_watch.poll_once(patience_s=10) == NOWHERE


@pytest.mark.parametrize("platform", BACKENDS)
def test_each_system_plays_through_its_own_sound(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """Never through miniaudio's null one, which plays into nothing and reports success."""
    monkeypatch.setattr(sys, "platform", platform)
    assert output_device.backends() == BACKENDS[platform]
    output_device.keep_alsa_quiet()
    assert isinstance(output_device.device_names(), tuple)
