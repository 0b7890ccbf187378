"""What `script/try-machine` reads of its machine: journals of real starts, and the guest agent's answers.

The machine itself is started by hand. `journals` are what systemd 257 wrote on 29 November 2026, up to the
moment in which the trial asks.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

JOURNALS = Path(__file__).with_name("journals")
ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "script" / "try_machine"
INVITATION = ROOT / "docs" / "tried" / "installed-third-start.png"
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="QEMU is reached over Unix sockets"
)


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(SCRIPTS))
    try:
        import faults
        import journal
        import trial
        import virtual

        yield {"faults": faults, "journal": journal, "trial": trial, "virtual": virtual}
    finally:
        sys.path.remove(str(SCRIPTS))
        for name in ("faults", "journal", "trial", "virtual", "pictures"):
            sys.modules.pop(name, None)


# --- how it was opened ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "to_nothing", "given_up"),
    [("start-1-five-failed", 5, 0), ("start-2-given-up", 6, 1), ("start-3-first-try", 0, 0)],
)
def test_the_starts_that_came_to_nothing_are_counted_from_the_journal(
    scripts: dict[str, ModuleType], name: str, to_nothing: int, given_up: int
) -> None:
    starts = scripts["journal"].read_starts((JOURNALS / f"{name}.txt").read_text("utf-8"))
    assert (starts.to_nothing, starts.given_up) == (to_nothing, given_up)
    assert starts.failed == ("exit-code",) * to_nothing


def test_what_ended_well_and_was_begun_again_came_to_nothing_too(scripts: dict[str, ModuleType]) -> None:
    unit = scripts["journal"].UNIT
    ended = f"{unit}: Deactivated successfully.\n{unit}: Scheduled restart job, restart counter is at 1.\n"
    own = "kiosk: Failed with result 'none of systemd's'\n"
    starts = scripts["journal"].read_starts(ended + own)
    assert (starts.to_nothing, starts.failed) == (1, ())


class FakeMachine:
    """Says what *journal* says, and of itself what systemd says of a kiosk that runs: no restarts."""

    def __init__(self, journal: str) -> None:
        self._journal = journal

    def power_on(self) -> None: ...

    def wait_for_agent(self, within_s: float) -> None: ...

    def until(self, holds: Callable[[], bool], what: str, within_s: float) -> float:
        assert holds(), what
        return 0.0

    def picture(self, file: Path) -> None:
        shutil.copy(INVITATION, file)

    def run(self, command: str, within_s: float = 300) -> tuple[int, str]:
        answers = {
            "journalctl": self._journal, "SubState": "running", "MainPID": "812", "NRestarts": "0",
            "uptime": "100.0",
        }  # fmt: skip
        return 0, next((said for asked, said in answers.items() if asked in command), "")


@pytest.mark.parametrize(
    ("name", "failed"),
    [
        ("start-1-five-failed", "it opened late: 5 starts came to nothing (exit-code ×5), given up: 0"),
        ("start-2-given-up", "it opened late: 6 starts came to nothing (exit-code ×6), given up: 1"),
        ("start-3-first-try", ""),
    ],
)
def test_only_what_opened_at_the_first_try_is_said_to_have(
    scripts: dict[str, ModuleType], name: str, failed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """NRestarts is nought again once systemd has given up and begins anew: start 2 was taken for the best."""
    monkeypatch.setattr(scripts["trial"].time, "sleep", lambda _: None)
    machine = FakeMachine((JOURNALS / f"{name}.txt").read_text("utf-8"))
    trial = scripts["trial"].Trial(machine, tmp_path, tmp_path)
    trial.opens(1)
    assert trial.failed == ([failed] if failed else [])
    assert ("at the first try" in capsys.readouterr().out) == (not failed)


class Hanging(FakeMachine):
    """Its kiosk is gone at 100 s of the machine's clock and ready again at 140 s."""

    def run(self, command: str, within_s: float = 300) -> tuple[int, str]:
        self.was_asked = getattr(self, "was_asked", 0) + ("MainPID" in command)
        if "ActiveEnterTimestampMonotonic" in command:
            return 0, "140000000"
        if "MainPID" in command:
            return 0, str(811 + self.was_asked)
        return super().run(command, within_s)


@pytest.mark.parametrize(
    ("accel", "within_s", "holds"), [("", 45, True), ("", 30, False), ("multi", 30, True)]
)
def test_what_comes_back_too_late_has_failed_where_the_clock_is_the_machines_own(
    scripts: dict[str, ModuleType], accel: str, within_s: float, holds: bool, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("TRY_MACHINE_ACCEL", accel)
    trial = scripts["trial"].Trial(Hanging(""), tmp_path, tmp_path)
    scripts["faults"].comes_back_from(trial, "a hang", "kill -STOP $PID", within_s)
    assert (trial.failed == []) is holds


# --- the guest agent --------------------------------------------------------------------------------------


class Agent:
    """A guest agent behind a socket of QEMU's. *before*: what it says first to whoever opens a line."""

    def __init__(self, before: bytes, *, answers: bool) -> None:
        self._before, self._answers = before, answers

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            with line, line.makefile("rb") as asked:
                line.sendall(self._before)
                for question in asked:
                    if self._answers:
                        line.sendall(self._answer(json.loads(question.lstrip(b"\xff"))))

    def _answer(self, question: dict[str, object]) -> bytes:
        match question:
            case {"execute": "guest-sync-delimited", "arguments": {"id": number}}:
                return b"\xff" + json.dumps({"return": number}).encode() + b"\n"
            case {"execute": "guest-exec"}:
                return b'{"return": {"pid": 7}}\n'
            case {"execute": "guest-exec-status", "arguments": {"pid": 7}}:
                return b'{"return": {"exited": true, "exitcode": 0, "out-data": "bmV3"}}\n'
            case _:
                return b'{"return": {}}\n'


@contextmanager
def machine_with(agent: Agent, virtual: ModuleType, folder: Path) -> Iterator[object]:
    place = folder / "agent"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(place))
        listening.listen()
        thread = threading.Thread(target=agent.serve, args=(listening,))
        thread.start()
        machine = virtual.Machine("trixie", folder, (1, 1))
        machine._agent_place = place
        try:
            yield machine
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join(20)


OLD = b'{"return": {}}\n{"return": {"pid": 3}}\n{"return": {"exited": true, "exitcode": 1}}\n{"retu'


def test_an_old_answer_is_not_taken_for_a_machine_that_has_started(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    virtual = scripts["virtual"]
    own = virtual._Line.pass_over_old_answers
    monkeypatch.setattr(virtual._Line, "pass_over_old_answers", lambda line, within_s: own(line, 0.5))
    silent = Agent(OLD, answers=False)
    with machine_with(silent, virtual, tmp_path) as machine, pytest.raises(virtual.NotAnswered):
        machine.wait_for_agent(1)  # type: ignore[attr-defined]


def test_an_old_answer_is_not_taken_for_what_a_command_printed(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    with machine_with(Agent(OLD, answers=True), scripts["virtual"], tmp_path) as machine:
        machine.wait_for_agent(20)  # type: ignore[attr-defined]
        assert machine.run("true") == (0, "new")  # type: ignore[attr-defined]


def test_a_line_that_is_closed_is_no_answer(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    """It was read again and again, for ever."""
    virtual = scripts["virtual"]
    ours, theirs = socket.socketpair()
    with ours, theirs:
        line = virtual._Line.__new__(virtual._Line)
        line._socket, line._read = ours, ours.makefile("rb")
        theirs.shutdown(socket.SHUT_WR)
        with pytest.raises(virtual.NotAnswered, match="closed"):
            line.ask("guest-ping")
        line.close()


# --- the whole of it --------------------------------------------------------------------------------------


def test_a_step_that_breaks_does_not_end_the_others_and_all_are_in_the_summary(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(trial: object) -> None:
        raise FileNotFoundError("mkfs.vfat")

    def never_comes(trial: object) -> None:
        raise scripts["virtual"].NotAnswered("the kiosk says READY: not within 600 s")

    part = scripts["trial"]
    steps = {
        "stick": breaks, "panel": lambda trial: trial.check(True, "a panel that was off"),
        "first-boot": never_comes, "doctor": breaks,
    }  # fmt: skip
    monkeypatch.setattr(part, "STEPS", steps)
    trial = part.Trial(FakeMachine(""), tmp_path, tmp_path / "pictures")
    not_reached = part.carry_out(trial, [*steps])
    assert part.summary(trial, not_reached).splitlines() == [
        "ok   a panel that was off",
        "FAIL stick: FileNotFoundError: mkfs.vfat",
        "FAIL first-boot: the kiosk says READY: not within 600 s",
        "not tried: doctor",
        "1 held, 2 did not",
    ]


def try_machine(folder: Path, tools: Path) -> subprocess.CompletedProcess[str]:
    around = os.environ | {"PATH": str(tools), "TRY_MACHINE_FOLDER": str(folder)}
    command = [sys.executable, str(ROOT / "script" / "try-machine"), "--only", "panel"]
    return subprocess.run(command, env=around, capture_output=True, text=True, timeout=60)


def test_what_is_missing_is_asked_for_before_anything_is_begun(tmp_path: Path) -> None:
    ended = try_machine(tmp_path / "folder", tmp_path)
    assert ended.returncode == 2 and "install first: debootstrap qemu-system-x86" in ended.stderr
    assert not (tmp_path / "folder").exists()


def test_a_second_try_in_the_same_folder_is_refused(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in scripts["trial"].TOOLS:
        (tools / name).symlink_to("/bin/false")
    sockets = tmp_path / "run" / "qmp"
    sockets.parent.mkdir()
    sockets.touch()
    with (tmp_path / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ended = try_machine(tmp_path, tools)
    assert ended.returncode == 2 and "another try is going on" in ended.stderr
    assert sockets.exists()


def test_why_the_machine_does_not_start_is_said_in_its_own_words(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qemu = tmp_path / "qemu-system-x86_64"
    qemu.write_text("#!/bin/sh\necho 'failed to set MSR 0x10a' >&2\nexit 1\n")
    qemu.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    part = scripts["virtual"]
    monkeypatch.setattr(part._Line.__init__, "__defaults__", (1,))
    with pytest.raises(part.NotAnswered, match="failed to set MSR 0x10a"):
        part.Machine("trixie", tmp_path, (1080, 1920)).power_on()
