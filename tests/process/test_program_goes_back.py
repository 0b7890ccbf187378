"""A new program that passed its trial and then fails: real processes, started again as systemd does it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from support.conditions import until
from support.events import keep, running, visits
from support.taken_programs import FAULT, TakingKiosk, linked_environment

from kiosk.base.events import ProgramChanged
from kiosk.base.files.paths import database_file
from kiosk.log.storage.reading import LogReader
from kiosk.machine.installing import places
from kiosk.machine.installing.plan import files_of
from kiosk.papers.program.standing import read_standing
from kiosk.papers.program.taking import put_in_force

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is of an installed kiosk")
READY_WITHIN_S = 90
CRASHES = b"""
import sys
if "run" in sys.orig_argv:
    import threading, os, signal
    from kiosk.machine.supervision import sd_notify
    tell = sd_notify.Notifier.tell
    def told_and_gone(self, *lines):
        tell(self, *lines)
        os.kill(os.getpid(), signal.SIGSEGV)
    sd_notify.Notifier.tell = told_and_gone
"""
"""As a fault that comes only once somebody touches it: after it has said that it is ready."""


class Systemd:
    """As much of it as a unit with `Restart=always` and a watchdog sees."""

    def __init__(self, folder: Path, kiosk: TakingKiosk) -> None:
        self._folder, self._kiosk = folder, kiosk
        text = files_of(sys.executable, 19)[places.START_SCRIPT]
        text = text.replace(str(places.PROGRAMS), str(kiosk.programs))
        self._script = folder / "start"
        self._script.write_text(text.replace('"$(id -u)" = 0', '"$(id -u)" = none'))
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._line.bind(str(folder / "notify"))
        self._line.settimeout(0.2)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        told = {"NOTIFY_SOCKET": str(self._folder / "notify"), "WATCHDOG_USEC": "4000000"}
        told |= {"XDG_RUNTIME_DIR": str(self._folder), "HOME": str(self._folder)}
        with (self._folder / "said").open("ab") as said:
            self.process = subprocess.Popen(
                ["sh", str(self._script), "run", "--data", str(self._kiosk.data)],
                env=os.environ | told,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        return self.process

    def is_ready(self) -> bool:
        """Whether the process that was started last gets so far; it may end first."""
        assert self.process is not None
        for _ in range(READY_WITHIN_S * 5):
            try:
                if b"READY=1" in self._line.recv(4096):
                    return True
            except TimeoutError:
                if self.process.poll() is not None:
                    return False
        raise AssertionError((self._folder / "said").read_text("utf-8", "replace"))

    def close(self) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._line.close()


@pytest.fixture
def kiosk(tmp_path: Path) -> TakingKiosk:
    made = TakingKiosk(tmp_path)
    with running(database_file(made.data), kiosk=made.name) as store:
        keep(store, visits(2))
    return made


@pytest.fixture
def systemd(tmp_path: Path, kiosk: TakingKiosk) -> Iterator[Systemd]:
    made = Systemd(tmp_path, kiosk)
    yield made
    made.close()


def test_a_program_that_fails_once_it_is_ready_gives_way_at_the_third_start(
    kiosk: TakingKiosk, systemd: Systemd
) -> None:
    pack = kiosk.pack(7, {FAULT: CRASHES})
    put_in_force(kiosk.programs, kiosk.prepare(pack, make=linked_environment))
    for _ in range(2):
        process = systemd.start()
        assert systemd.is_ready() and process.wait(30) == -signal.SIGSEGV
    process = systemd.start()
    assert systemd.is_ready(), "what was installed opens"
    until(lambda: read_standing(kiosk.programs).news == "")
    process.terminate()
    assert process.wait(60) == 0
    standing = read_standing(kiosk.programs)
    assert standing.now == "" and standing.has_gone_back
    events = LogReader(database_file(kiosk.data)).events()
    assert ProgramChanged(0, "went-back") in [one.event.what for one in events]
