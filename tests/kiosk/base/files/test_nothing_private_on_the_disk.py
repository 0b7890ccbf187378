"""What a resident answers in private never reaches the disk: no file, and no block that a file once had."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from support.conditions import until

from kiosk.app import _memory
from kiosk.base import events as v
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.base.files.paths import OPEN_VISIT
from kiosk.base.files.volatile import blot_out, volatile_file
from kiosk.base.hours.clock import SystemClock
from kiosk.log.sessions.heartbeat import heartbeat_of
from kiosk.running import Memory

EDGE, HASH = "choice.ngan-hang", "ab" * 32
STEPS = 12
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows shows no memory as a folder")


def begun(data: Path) -> Memory:
    """The log and the sign of life as the kiosk puts them together, with a resident in a private branch."""
    memory = _memory(RunOptions(Config(), data), SystemClock())
    log = memory.recorder
    log.kiosk_started()
    memory.store.start(log.take_over)
    log.left_over.result(20)
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("lua-dao-nhan-biet", HASH, "an-toan", "mo-dau"))
    for at in range(STEPS):
        log.record(v.PrivateEdgeTaken(EDGE, None))
        until(partial(kept_so_many, data, at + 1))
    return memory


def kept_so_many(data: Path, edges: int) -> bool:
    return len(edges_kept(data)) == edges


def edges_kept(data: Path) -> tuple[str, ...]:
    beat = heartbeat_of(data, SystemClock()).last()
    return beat.walk.edges if beat and beat.walk else ()


def ended(memory: Memory) -> None:
    memory.recorder.record(v.SessionEnded("goodbye"))
    memory.recorder.kiosk_stopped()
    memory.heartbeat.close()
    assert memory.store.close()


def holding(folder: Path, text: str) -> list[str]:
    return [one.name for one in folder.rglob("*") if one.is_file() and text.encode() in one.read_bytes()]


def test_while_the_visit_lasts_no_file_of_the_data_folder_names_a_private_edge(tmp_path: Path) -> None:
    data = tmp_path / "data"
    memory = begun(data)
    kept = volatile_file(data, OPEN_VISIT)
    assert kept is not None and EDGE in kept.read_text("utf-8"), "in memory it is, to go on after a crash"
    assert kept.stat().st_mode & 0o077 == 0 and kept.parent.stat().st_mode & 0o077 == 0
    assert holding(data, EDGE) == []
    ended(memory)
    assert not kept.exists()


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """An ext4 of its own: the image with all its blocks, and where it is mounted."""
    image, where = tmp_path / "disk.img", tmp_path / "disk"
    if os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("only root can mount a disk of its own, and mkfs.ext4 has to be there")
    with image.open("wb") as out:
        out.truncate(48 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    where.mkdir()
    if subprocess.run(["mount", "-o", "loop", image, where], capture_output=True, check=False).returncode:
        pytest.skip("no image can be mounted here")
    try:
        yield image, where
    finally:
        subprocess.run(["umount", where], check=False, capture_output=True)


def test_on_the_raw_disk_no_block_names_a_private_edge_after_the_visit(mounted: tuple[Path, Path]) -> None:
    image, where = mounted
    ended(begun(where / "data"))
    (where / "data" / "seen").write_text("this can be found on the raw disk")
    subprocess.run(["umount", where], check=True)
    raw = image.read_bytes()
    assert raw.count(b"this can be found on the raw disk") >= 1, "the search finds what is there"
    assert raw.count(b"lua-dao-nhan-biet") >= 1, "the log of the visit is on this disk"
    assert raw.count(EDGE.encode()) == 0


def test_what_an_older_program_left_on_the_disk_is_written_over_where_it_lies(
    mounted: tuple[Path, Path],
) -> None:
    image, where = mounted
    old = where / "data" / OPEN_VISIT
    old.parent.mkdir()
    old.write_text(json.dumps({"edge": EDGE} | {str(at): "x" * 90 for at in range(100)}))
    os.sync()
    assert EDGE.encode() in image.read_bytes()
    heartbeat_of(where / "data", SystemClock()).last()
    assert not old.exists()
    subprocess.run(["umount", where], check=True)
    assert EDGE.encode() not in image.read_bytes()


def test_a_folder_in_memory_that_is_another_s_or_open_to_others_is_not_taken(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\ntmpfs {tmp_path}/run tmpfs rw 0 0\n")
    (tmp_path / "run").mkdir()
    (tmp_path / "disk").mkdir()

    def found(where: str) -> Path | None:
        return volatile_file(
            tmp_path / "data", OPEN_VISIT, {"XDG_RUNTIME_DIR": str(tmp_path / where)}, mounts
        )

    assert found("disk") is None, "that is on a disk"
    own = found("run")
    assert own is not None and own.parent.parent == tmp_path / "run"
    own.parent.chmod(0o755)
    assert found("run") is None
    own.parent.rmdir()
    own.parent.symlink_to(tmp_path / "disk")
    assert found("run") is None


def test_where_there_is_no_memory_to_write_to_the_way_is_written_to_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.log.sessions.heartbeat.volatile_file", lambda *_: None)
    data = tmp_path / "data"
    memory = _memory(RunOptions(Config(), data), SystemClock())
    log = memory.recorder
    memory.store.start(log.take_over)
    log.left_over.result(20)
    log.record(v.SessionStarted("vi"))
    log.record(v.WalkStarted("lua-dao-nhan-biet", HASH, "an-toan", "mo-dau"))
    log.record(v.PrivateEdgeTaken(EDGE, None))
    until(lambda: memory.heartbeat.last() is not None)
    assert holding(data, EDGE) == []
    ended(memory)


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("keep this")
    (tmp_path / OPEN_VISIT).symlink_to(precious)
    blot_out(tmp_path / OPEN_VISIT)
    assert precious.read_text() == "keep this"
    blot_out(tmp_path / "nothing")
