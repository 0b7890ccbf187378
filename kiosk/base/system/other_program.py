"""Another program, asked once: the screen never waits for it, and it is ended where it does not answer."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

import kiosk

PACKAGES = Path(kiosk.__file__).parents[1]
"""From here ``-m`` finds our packages in a plain clone too."""


class NoAnswer(Exception):
    """Why, in English, for the logbook."""


async def answer_of(command: Sequence[str], given: bytes | None, within_s: float, folder: str = "") -> bytes:
    """What *command* prints. Raises `NoAnswer`, and `OSError` where there is no such command."""
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=nowhere if given is None else pipe,
        stdout=pipe,
        stderr=pipe,
        cwd=folder or None,
        env={**os.environ, "LC_ALL": "C"},
    )
    try:
        said, complaint = await asyncio.wait_for(process.communicate(given), within_s)
    except TimeoutError as late:
        raise NoAnswer(f"{command[0]} does not answer") from late
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        raise NoAnswer(f"{command[0]}: {complaint.decode(errors='replace').strip() or process.returncode}")
    return said
