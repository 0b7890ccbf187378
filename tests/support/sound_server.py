"""A private PulseAudio with null sinks, and a recorder of what would come out of the loudspeaker."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

RATE_HZ = 48_000
# A null sink renders two seconds at a time until somebody asks for less, unless it may not take them back.
SINK = "module-null-sink rate=48000 channels=2 norewinds=yes"
HEADPHONES = f"{SINK} sink_name=headphones sink_properties=device.form_factor=headphone"
AUDIBLE = 0.004  # of full scale

Sound = npt.NDArray[np.float32]


def missing_tools() -> str | None:
    """Which program is missing, or None."""
    return next((tool for tool in ("pulseaudio", "parec", "pactl") if shutil.which(tool) is None), None)


def wait_until(condition: Callable[[], object], what: str, within_s: float = 10.0) -> None:
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, f"waited {within_s} s in vain for: {what}"
        time.sleep(0.002)


class SoundServer:
    """Not on the machine's own server: its own socket, its own folder, two sinks without hardware."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "native"
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "rt").mkdir(parents=True)
        (folder / "st").mkdir()
        folder.chmod(0o700)

    @property
    def environment(self) -> dict[str, str]:
        """For the processes that shall play or record here."""
        kept = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
        return kept | {"PULSE_SERVER": f"unix:{self.socket}", "PULSE_RUNTIME_PATH": str(self.folder / "rt")}

    def start(self) -> None:
        folder = str(self.folder)
        own = {
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "PULSE_RUNTIME_PATH": f"{folder}/rt",
            "PULSE_STATE_PATH": f"{folder}/st",
        }
        modules = (
            f"module-native-protocol-unix socket={self.socket} auth-anonymous=1",
            f"{SINK} sink_name=speaker",
            HEADPHONES,
            "module-null-source source_name=nothing",
            "module-rescue-streams",
        )
        options = [
            "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes",
            "--realtime=no", "--high-priority=no", f"--log-target=file:{folder}/pulse.log",
        ]  # fmt: skip
        loads = [part for module in modules for part in ("-L", module)]
        self._process = subprocess.Popen(
            ["pulseaudio", *options, *loads],
            env={k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"} | own,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: self.pactl("info").returncode == 0, "the sound server")
        # A recorder of the usual source would move with it to another output's monitor.
        self.pactl("set-default-source", "nothing")
        self.pactl("set-default-sink", "speaker")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
            self.socket.unlink(missing_ok=True)

    def pactl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pactl", *arguments], env=self.environment, capture_output=True, text=True, timeout=10
        )

    def record(self, sink: str = "speaker") -> Recording:
        return Recording(self, sink)


class Recording:
    """Everything a sink plays, from now on; each block is stamped with the moment it arrived."""

    def __init__(self, server: SoundServer, sink: str) -> None:
        self._process = subprocess.Popen(
            ["parec", "--raw", "-d", f"{sink}.monitor", f"--rate={RATE_HZ}", "--channels=1",
             "--format=s16le", "--latency-msec=5"],
            env=server.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._blocks: list[tuple[float, bytes]] = []
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        wait_until(lambda: self._blocks, "the recorder")

    def _run(self) -> None:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        while block := os.read(descriptor, 65_536):
            self._blocks.append((time.monotonic(), block))

    def sound(self, since: float = 0.0, until: float = float("inf")) -> Sound:
        """Samples −1…1 that arrived in the given span of the monotonic clock."""
        raw = b"".join(block for at, block in list(self._blocks) if since <= at < until)
        return np.frombuffer(raw[: len(raw) // 2 * 2], dtype="<i2").astype(np.float32) / np.float32(32768)

    def audible_at(self, since: float) -> float | None:
        """When the first audible sample after *since* was played; None while there is none."""
        for at, block in list(self._blocks):
            if at < since:
                continue
            samples = np.abs(np.frombuffer(block[: len(block) // 2 * 2], dtype="<i2")) > AUDIBLE * 32768
            if samples.any():
                return at - (len(samples) - int(np.argmax(samples))) / RATE_HZ
        return None

    def silent_from(self, since: float) -> float:
        """When the last audible sample that arrived after *since* was played (*since* when there is none)."""
        last = since
        for at, block in list(self._blocks):
            if at < since:
                continue
            samples = np.abs(np.frombuffer(block[: len(block) // 2 * 2], dtype="<i2")) > AUDIBLE * 32768
            if samples.any():
                last = at - int(np.argmax(samples[::-1])) / RATE_HZ
        return last

    def wait_for(self, seconds_after: float) -> None:
        """Until the recording has reached that moment of the monotonic clock."""
        wait_until(lambda: self._blocks[-1][0] >= seconds_after, "more of the recording")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join(5)
        if self._process.stdout is not None:
            self._process.stdout.close()
