"""Whether a new program works on this machine, before it is in force: it runs, on a copy of what is here.

The program that runs now starts it and judges it from outside: that it opens its window and goes on drawing,
that it ends when asked, that the log came through its migrations with every row, that the doctor finds
nothing worse than before, that ten screens are drawn. All of it without the kiosk's screen, keys and folders.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.base.files.identity import FILE_NAME
from kiosk.base.files.paths import content_folder, database_file, roster_file, staff_file, tickets_file
from kiosk.log.storage.migrate import keep_copy
from kiosk.papers.packs.taking import Unfinished, ended_first
from kiosk.papers.program.environment import Run, python_of, run_beside
from kiosk.papers.program.log_on_trial import log_came_through, rows_of
from kiosk.papers.program.release import ProgramPack

TRIAL = "trial"
READY_WITHIN_S, SIGN_WITHIN_S, ENDS_WITHIN_S, ASKED_WITHIN_S = 90.0, 20.0, 30.0, 600.0
SIGNS = 5
"""Of life after it was ready, a second from each other."""
SCREENS = 10
OF_THE_MACHINE = frozenset({"service", "console", "sticks", "boot", "lockdown", "disk", "program"})
"""What the doctor says of how the machine was installed, and not of the program."""
_NOT_THE_TRIALS = ("KIOSK_PROGRAM", "KIOSK_PROGRAMS", "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID",
                   "RUNTIME_DIRECTORY", "WAYLAND_DISPLAY", "DISPLAY", "PYTHONPATH",
                   "DBUS_SESSION_BUS_ADDRESS")  # fmt: skip
log = logging.getLogger(__name__)


class TriedBeside:
    """One attempt. `end` may be called at any moment, from any thread: a kiosk that closes waits for none."""

    def __init__(self, data_folder: Path, config: Path | None = None, run: Run = run_beside) -> None:
        self._data, self._config, self._run = data_folder, config, run
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False

    def __call__(self, folder: Path, pack: ProgramPack) -> tuple[str, ...]:
        """What is wrong; nothing: it works. Raises `OSError`: `Unfinished`, `InterruptedError` where it was
        ended.
        """
        scratch = folder / TRIAL
        shutil.rmtree(scratch, ignore_errors=True)
        data = scratch / "data"
        try:
            copy_data(self._data, data)
            return tuple(self._wrong(folder, pack, scratch, data))
        except sqlite3.Error as failure:
            raise OSError(f"the log cannot be copied: {failure}") from failure
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def end(self) -> None:
        self._is_over = True
        if self._process is not None:
            _kill(self._process)

    def _wrong(self, folder: Path, pack: ProgramPack, scratch: Path, data: Path) -> Iterator[str]:
        """The first thing that is wrong; what comes after would say nothing more."""
        python = python_of(folder)
        rows = rows_of(data)
        steps: Sequence[Callable[[], Iterable[str]]] = (
            lambda: (
                *self._opens(python, scratch, data),
                *log_came_through(data, pack.release.database, rows),
            ),
            lambda: self._worse(scratch, self._doctor(python, data)),
            lambda: self._draws(python, scratch, data),
        )
        for step in steps:
            try:
                wrong = tuple(step())
            except Unfinished:
                if not self._is_over:
                    raise
            if self._is_over:
                raise InterruptedError("the trial was ended: the pack waits")
            if wrong:
                yield from wrong
                return

    def _command(self, python: Path, *words: str | Path) -> list[str]:
        config = ["--config", str(self._config)] if self._config else []
        nice = (
            [program, "-n", "10"] if (program := shutil.which("nice")) else []
        )  # somebody may be at the screen
        return [*nice, str(python), "-m", "kiosk", *map(str, words), *config]

    def _opens(self, python: Path, scratch: Path, data: Path) -> Iterator[str]:
        """As systemd watches it: ready, then alive, then ended in good order."""
        with (
            tempfile.TemporaryDirectory(prefix="kiosk-bdhvs-") as place,
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line,
            (scratch / "said").open("wb") as said,
        ):
            line.bind(str(Path(place) / "notify"))
            watchdog = {"NOTIFY_SOCKET": str(Path(place) / "notify"), "WATCHDOG_USEC": "4000000"}
            process = subprocess.Popen(
                self._command(python, "run", "--data", data),
                env=_environment(scratch) | watchdog,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                cwd=scratch,
                start_new_session=True,
            )
            self._process = process
            ended_first(process.pid)
            if self._is_over:
                _kill(process)
            try:
                wrong = _signs(process, line) or _ends(process)
            finally:
                _kill(process)
        if wrong:
            spoken = (scratch / "said").read_text("utf-8", "replace").strip().splitlines()
            yield f"{wrong}: {spoken[-1] if spoken else ''}"

    def _doctor(self, python: Path, data: Path) -> Mapping[str, str]:
        """The state of each check, the worst of those under one name. Nothing where it gave no answer."""
        code, said = self._asked(self._command(python, "doctor", "--json", "--data", data), data.parent)
        states: dict[str, str] = {}
        try:
            for finding in json.loads(said):
                states[finding["check"]] = max(
                    finding["state"], states.get(finding["check"], ""), key=_badness
                )
        except (ValueError, KeyError, TypeError):
            log.warning("the doctor of %s gave no answer (%d): %s", python, code, said[-300:])
        return states

    def _worse(self, scratch: Path, after: Mapping[str, str]) -> Iterator[str]:
        """Beside what the doctor of now says of the same kiosk."""
        if not after:
            yield "its doctor gives no answer"
            return
        copy_data(self._data, scratch / "as-now")
        before = self._doctor(Path(sys.executable), scratch / "as-now")
        for check, state in after.items():
            if state == "mend" and before.get(check, "ok") != "mend" and check not in OF_THE_MACHINE:
                yield f"its doctor finds {check} in need of mending"

    def _draws(self, python: Path, scratch: Path, data: Path) -> Iterator[str]:
        tour = ("tour", "--out", scratch / "tour", "--most", str(SCREENS), "--data", data)
        code, said = self._asked(self._command(python, *tour), scratch)
        pictures = {hashlib.sha256(file.read_bytes()).digest() for file in (scratch / "tour").rglob("*.png")}
        if code:
            yield f"it does not draw its screens: {said[-300:]}"
        elif len(pictures) < SCREENS:
            yield f"of {SCREENS} screens it drew {len(pictures)} that are not one and the same"

    def _asked(self, command: Sequence[str], scratch: Path) -> tuple[int, str]:
        """Code, and all that was printed. Raises `Unfinished`, `OSError`."""
        printed = scratch / "printed"
        with printed.open("wb") as out:
            process = subprocess.Popen(
                command, env=_environment(scratch), stdin=subprocess.DEVNULL, stdout=out,
                stderr=subprocess.DEVNULL, cwd=scratch, start_new_session=True,
            )  # fmt: skip
            self._process = process
            ended_first(process.pid)
            if self._is_over:
                _kill(process)
            try:
                code = _not_killed(process.wait(ASKED_WITHIN_S))
            except subprocess.TimeoutExpired as failure:
                raise Unfinished(f"no answer within {ASKED_WITHIN_S:.0f} s") from failure
            finally:
                _kill(process)
        return code, printed.read_text("utf-8", "replace")


def copy_data(source: Path, target: Path) -> None:
    """What a program reads of a kiosk, the log as of one moment. No keys: it signs and sends nothing.

    Raises `OSError`, `sqlite3.Error`.
    """
    target.mkdir(0o700, parents=True)
    if database_file(source).exists():
        keep_copy(database_file(source), database_file(target))
    for file in (staff_file(source), roster_file(source), tickets_file(source), source / FILE_NAME):
        if file.is_file():
            shutil.copyfile(file, target / file.name)
    if content_folder(source).is_dir():
        aside = shutil.ignore_patterns("refused", "*.kpack", "*.begun", "*.part", "*.lock", "*.draft")
        shutil.copytree(content_folder(source), content_folder(target), ignore=aside)


def _environment(scratch: Path) -> dict[str, str]:
    """Without a screen and a service manager. What a visit leaves lies in the trial's folder."""
    own = {name: value for name, value in os.environ.items() if name not in _NOT_THE_TRIALS}
    return own | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "HOME": str(scratch),
                  "XDG_RUNTIME_DIR": str(scratch), "XDG_CACHE_HOME": str(scratch / "cache")}  # fmt: skip


def _signs(process: subprocess.Popen[bytes], line: socket.socket) -> str:
    """What is wrong with how it shows that it lives."""
    line.settimeout(0.2)
    ready, signs, until = False, 0, time.monotonic() + READY_WITHIN_S
    while signs < SIGNS:
        if (code := process.poll()) is not None:
            return f"it ended by itself ({_not_killed(code)})"
        if time.monotonic() > until:
            return "it shows no sign of life" if ready else "its window does not open"
        with suppress(TimeoutError):
            said = line.recv(4096).split(b"\n")
            ready = ready or b"READY=1" in said
            signs += ready and b"WATCHDOG=1" in said
            until = time.monotonic() + SIGN_WITHIN_S if ready else until
    return ""


def _ends(process: subprocess.Popen[bytes]) -> str:
    process.terminate()
    try:
        code = _not_killed(process.wait(ENDS_WITHIN_S))
    except subprocess.TimeoutExpired:
        return "it does not end when it is asked to"
    return f"it does not end in good order ({code})" if code else ""


def _not_killed(code: int) -> int:
    """The *code* of what ended by itself. Raises `Unfinished` where the kernel or somebody killed it."""
    if code == -signal.SIGKILL:
        raise Unfinished("what was tried was killed")
    return code


def _kill(process: subprocess.Popen[bytes]) -> None:
    """With all that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _badness(state: str) -> int:
    return ("", "ok", "cannot-tell", "mend").index(state) if state in ("ok", "cannot-tell", "mend") else 0
