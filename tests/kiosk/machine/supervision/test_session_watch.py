"""On a team's laptop: a kiosk in a session that shows no sign of life is killed, another is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="process groups are of POSIX")

# As cage does: the watched kiosk is a child of what is started.
CAGE = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', sys.argv[1]]))"
TELLS = """
import os, time
from kiosk.machine.supervision.sd_notify import Notifier
open({note!r}, 'w').write(str(os.getpid()))
said = Notifier()
said.tell('READY=1')
for _ in range({signs}):
    time.sleep(said.watchdog_s / 4)
    said.tell('WATCHDOG=1')
time.sleep({then})
"""


def watched(note: Path, signs: int, then: float) -> subprocess.CompletedProcess[str]:
    kiosk = TELLS.format(note=str(note), signs=signs, then=then)
    code = (
        "import sys; from kiosk.machine.supervision.session_watch import watch;"
        f"sys.exit(watch([sys.executable, '-c', {CAGE!r}, {kiosk!r}], ready_s=20, sign_s=2))"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


def is_there(note: Path) -> bool:
    try:
        state = Path(f"/proc/{note.read_text()}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_kiosk_that_froze_is_killed_with_all_it_started(tmp_path: Path) -> None:
    done = watched(tmp_path / "pid", signs=1, then=50)
    assert done.returncode == 124 and "no sign of life" in done.stderr
    assert not is_there(tmp_path / "pid")


def test_a_kiosk_that_gives_signs_is_left_alone_until_it_ends_by_itself(tmp_path: Path) -> None:
    done = watched(tmp_path / "pid", signs=8, then=0)
    assert (done.returncode, done.stderr) == (0, "")


def test_one_that_never_gets_ready_is_killed_too() -> None:
    code = (
        "import sys; from kiosk.machine.supervision.session_watch import watch;"
        " sys.exit(watch(['sleep', '50'], 1, 20))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30).returncode == 124


def test_when_the_session_ends_the_kiosk_is_asked_to_end_and_may_write_its_last_event(tmp_path: Path) -> None:
    last = tmp_path / "last"
    kiosk = (
        "import signal, sys, time\n"
        f"end = lambda *_: (time.sleep(0.5), open({str(last)!r}, 'w').close(), sys.exit())\n"
        "signal.signal(signal.SIGTERM, end)\n"
        f"open({str(tmp_path / 'up')!r}, 'w').close()\n"
        "time.sleep(50)"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.machine.supervision.session_watch", sys.executable, "-c", kiosk]
    )
    until = time.monotonic() + 30
    while not (tmp_path / "up").exists() and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0 and last.exists()
