"""The environment of a program, made from its pack alone: this machine's Python, the wheels, and the lock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.machine.installing.machine import installed_python
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.packs.taking import Unfinished
from kiosk.papers.program.machine import lock_of
from kiosk.papers.program.release import LOCK

VENV, PROGRAM, WHEELS = "venv", "program", "wheels"
WITHIN_S = 1800.0
BLOCK_BYTES = 4096
KILLED = (-9, 247)
"""By a signal; pip hands on that the pip it has started was killed as 256 - 9."""
Run = Callable[[Sequence[str | Path], dict[str, str], float], tuple[int, str]]
"""Runs a command with that environment, for so long at most: its code and the end of what it said."""


def python_of(folder: Path) -> Path:
    """The interpreter of the program in *folder*."""
    return folder / VENV / "bin" / "python"


def room_for(folder: Path) -> int:
    """Bytes that the packages of *folder* take once they are installed: measured in the wheels.

    What Python compiles of a module takes about as much as the module. Raises `PackRefused`, `OSError`.
    """
    return sum(_room_for_wheel(wheel) for wheel in (folder / WHEELS).glob("*.whl"))


def make_environment(folder: Path, run: Run, extras: Sequence[str] = ()) -> None:
    """Beside ``program`` and ``wheels`` in *folder*, with what the *extras* of this machine need. Nothing is
    fetched and nothing built: no line of the new program runs. The wheels are taken away. Raises
    `PackRefused`, `OSError`.
    """
    python, scratch = python_of(folder), folder / "tmp"
    scratch.mkdir(exist_ok=True)
    system = getattr(sys, "_base_executable", sys.executable)  # a machine's own, not another environment's
    quiet = {"TMPDIR": str(scratch), "PIP_CONFIG_FILE": os.devnull, "PYTHONSAFEPATH": "1"}
    # The environment has no pip of its own: that of what was installed is root's.
    install: tuple[str | Path, ...] = (
        installed_python(), "-m", "pip", "--python", python, "install", "--isolated", "--no-input",
        "--quiet", "--disable-pip-version-check", "--no-cache-dir", "--no-index",
        "--find-links", folder / WHEELS, "--only-binary", ":all:", "--require-hashes",
    )  # fmt: skip
    commands: tuple[tuple[str | Path, ...], ...] = (
        (system, "-m", "venv", "--without-pip", folder / VENV),
        (*install, "-r", folder / LOCK),
        *((*install, "-r", folder / lock_of(extra)) for extra in extras),
    )
    for command in commands:
        code, said = run(command, quiet, WITHIN_S)
        if code:
            raise PackRefused("not-working", f"{command[1]} {command[2]}: {said}")
    for packages in (folder / VENV).glob("lib/python*/site-packages"):
        # Said from here: the folder is given its name when all of it is there.
        (packages / "kiosk_program.pth").write_text(os.path.relpath(folder / PROGRAM, packages) + "\n")
    shutil.rmtree(scratch)
    shutil.rmtree(folder / WHEELS)


def _room_for_wheel(wheel: Path) -> int:
    try:
        with zipfile.ZipFile(wheel) as packed:
            held = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as failure:
        raise PackRefused("not-working", f"{wheel.name}: {failure}") from failure
    return sum((2 if one.filename.endswith(".py") else 1) * (one.file_size + BLOCK_BYTES) for one in held)


def run_beside(
    command: Sequence[str | Path], environment: dict[str, str], within_s: float
) -> tuple[int, str]:
    """With the least claim to the processor: somebody may be at the screen. Raises `Unfinished`."""
    nice = [program, "-n", "15"] if (program := shutil.which("nice")) else []
    try:
        done = subprocess.run(
            [*nice, *map(str, command)],
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=within_s,
            check=False,
        )
    except subprocess.TimeoutExpired as failure:
        raise Unfinished(f"no end within {within_s:.0f} s") from failure
    if done.returncode in KILLED:
        raise Unfinished(f"{command[1]} {command[2]} was killed")
    return done.returncode, done.stdout.decode("utf-8", "replace")[-2000:].strip()
