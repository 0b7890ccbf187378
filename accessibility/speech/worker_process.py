"""One run of the speech worker as a child process, seen from the speaker's event loop."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import accessibility
from accessibility.speech.engines import VoiceFolders
from accessibility.speech.wire import BadLine, Report, Request, decode_report, encode


def worker_command(folders: VoiceFolders, headphones: str = "") -> tuple[str, ...]:
    """How the worker is started with *folders*; *headphones* is a part of the name of the ward's own."""
    command = [sys.executable, "-m", "accessibility.speech"]
    if folders.clips is not None:
        command += ["--clips", str(folders.clips.resolve())]
    if folders.piper is not None:
        command += ["--piper", str(folders.piper.resolve())]
    if folders.readings is not None:
        command += ["--readings", str(folders.readings.resolve())]
    if headphones:
        command += ["--headphones", headphones]
    return tuple(command)


class WorkerProcess:
    """Closing its standard input ends it; so does the death of the kiosk."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: Sequence[str]) -> WorkerProcess:
        """Raises `OSError` when it cannot be started."""
        root = Path(accessibility.__file__).parents[1]  # `-m` finds the package from a plain clone too
        pipe = asyncio.subprocess.PIPE
        alone = {"OPENBLAS_NUM_THREADS": "1"}  # no threads for matrices: a voice has none
        return cls(
            await asyncio.create_subprocess_exec(
                *command, stdin=pipe, stdout=pipe, cwd=root, env=os.environ | alone
            )
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, request: Request) -> None:
        """Never blocks; a worker that has just died loses it, which its supervisor notices."""
        stdin = self._process.stdin
        if stdin is not None and not stdin.is_closing():
            stdin.write(encode(request))

    async def reports(self) -> AsyncIterator[Report]:
        """Until the worker ends. Raises `BadLine` when something else writes to its output."""
        stdout = self._process.stdout
        while stdout is not None:
            try:
                line = await stdout.readline()
            except ValueError as too_long:
                raise BadLine("a line without end") from too_long
            if not line:
                return
            yield decode_report(line)

    def kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()

    async def end(self, patience_s: float) -> None:
        """Ask it to end, then make it end. Returns when it is gone, also when cancelled meanwhile."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), patience_s)
        except (TimeoutError, asyncio.CancelledError) as reason:
            self.kill()
            await self._process.wait()
            if isinstance(reason, asyncio.CancelledError):
                raise
