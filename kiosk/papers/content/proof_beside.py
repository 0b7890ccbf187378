"""The proof of content by a process of its own, which may be slow and may fail without harm to a screen."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from kiosk.papers.content.manifest import Manifest
from kiosk.papers.packs.taking import Unfinished, ended_first

PROOF_S = 600.0


class ProofBeside:
    """`end` may be called at any moment, from any thread: the kiosk closes, and waits for no proof."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False

    def __call__(self, folder: Path, manifest: Manifest) -> tuple[str, ...]:
        """What is wrong; nothing: it is proven. Raises `Unfinished`; `InterruptedError` after `end`."""
        return self.as_of(folder, manifest.made)

    def as_of(self, folder: Path, made: date) -> tuple[str, ...]:
        """The same of content that is to be signed on the day *made*."""
        command = [sys.executable, "-m", "kiosk.papers.content.proving", str(folder), made.isoformat()]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[3]
        ) as process:
            self._process = process
            ended_first(process.pid)
            if self._is_over:
                process.kill()
            try:
                said, complaint = process.communicate(timeout=PROOF_S)
            except subprocess.TimeoutExpired:
                process.kill()
                raise Unfinished(f"the proof came to no end within {PROOF_S:.0f} s") from None
        if self._is_over:
            raise InterruptedError("the proof was ended: the pack waits")
        lines = tuple(said.decode("utf-8", "replace").splitlines())
        if process.returncode < 0 or (process.returncode and not lines):
            last = complaint.decode("utf-8", "replace").splitlines()[-1:]
            raise Unfinished(f"the proof failed ({process.returncode}) {last}")
        return lines if process.returncode else ()

    def end(self) -> None:
        self._is_over = True
        if self._process is not None:
            self._process.kill()
