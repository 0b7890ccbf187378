"""The kiosk as a process where something is wrong: it walks residents, tells staff and loses nothing."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from support.chains import first_break
from support.guides import write_pack
from support.kiosk_out_of_time import bend
from support.kiosk_process import CLONE, DesktopWithReader, Kiosk, desktop_with_reader, kiosk
from support.kiosk_resident import Resident, log_of, settled, visits_of

from flows.shelf.library import RESIDENT_GUIDES
from kiosk.base.events import EpochBegun, StorageTroubled
from kiosk.base.files.paths import database_file, logbook_folder
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.quarantine import files_aside

NO_LOG = "Cán bộ chú ý: máy chưa ghi được sổ."
NO_LOG_INVITING = "Cán bộ chú ý: chưa ghi được sổ"
NO_SOUND = "Không có âm thanh – mời bác đọc chữ hoặc gọi nhân viên"
MAY_MOUNT = (
    sys.platform.startswith("linux")
    and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0
)
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X and AT-SPI")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DesktopWithReader]:
    with desktop_with_reader(tmp_path_factory.mktemp("home")) as made:
        made.environment["PULSE_SERVER"] = "unix:/nonexistent/socket"
        yield made


@pytest.fixture(scope="module")
def lived_in(desktop: DesktopWithReader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a visit in it that was cut off."""
    data = tmp_path_factory.mktemp("lived-in") / "data"
    with kiosk(desktop, data) as running:
        resident = Resident(running)
        resident.come()
        resident.go_on(3)
        settled(data, resident)
        running.kill()
    with closing(sqlite3.connect(database_file(data))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return data


def walks(running: Kiosk, steps: int = 2) -> Resident:
    """A resident comes and is walked, and sees nothing that a resident should not see."""
    resident = Resident(running)
    resident.come()
    resident.go_on(steps)
    assert not [name for name in running.names() if "Traceback" in name or "Error" in name]
    return resident


def logbook(data: Path) -> str:
    return (logbook_folder(data) / "kiosk.log").read_text("utf-8")


def promises(stored: list[Stored]) -> set[bytes]:
    return {one.hash for one in stored}


def test_fonts_guides_config_clock_and_sound_wrong_at_once(
    desktop: DesktopWithReader, tmp_path: Path
) -> None:
    guides = shutil.copytree(RESIDENT_GUIDES, tmp_path / "guides")
    write_pack(guides, vi='title = "Học thử"\n')
    shutil.copytree(
        CLONE / "resources", tmp_path / "bare" / "resources", ignore=shutil.ignore_patterns("*.ttf")
    )
    shutil.copytree(CLONE / "accessibility", tmp_path / "bare" / "accessibility")
    with (tmp_path / "bare" / "accessibility" / "speech" / "words" / "vi.toml").open("a") as words:
        words.write("no word at all\n")
    config = tmp_path / "kiosk.toml"
    config.write_text('[screen]\ncolour = "blue"\ntext_size = 2\n')
    data, clock = tmp_path / "data", bend(tmp_path / "clock", wrong_s=-26 * 365 * 86_400)
    arguments = ["--clock", str(clock), "--guides", str(guides), "--config", str(config)]
    out_of_time, bare = "support.kiosk_out_of_time", [tmp_path / "bare"]
    with kiosk(desktop, data, *arguments, module=out_of_time, path=bare) as running:
        running.hear("Cán bộ chú ý: ")
        wrong = (
            "thiếu phông chữ",
            "tệp cấu hình có chỗ sai",
            "danh sách cách đọc có chỗ sai",
            "có bài hướng dẫn bị loại",
            "đồng hồ máy chưa đúng",
        )
        for what in wrong:
            running.hear(what)
        resident = walks(running)
        running.hear(NO_SOUND)
        visit = settled(data, resident)
        assert not visit.clock_ok
        assert running.terminate() == 0
    said = logbook(data)
    assert "Traceback" not in said + running.said()
    for told in ("phông chữ", "colour", "hoc-thu", "vi.toml, dòng"):
        assert told in said


@pytest.mark.parametrize(
    "folder", [*(pytest.param(one, marks=pytest.mark.full) for one in ("missing", "empty")), "closed"]
)
def test_without_a_single_guide_staff_are_told_on_the_screen_and_in_the_logbook(
    desktop: DesktopWithReader, tmp_path: Path, folder: str
) -> None:
    guides, data = tmp_path / "guides", tmp_path / "data"
    if folder != "missing":
        guides.mkdir(mode=0o000 if folder == "closed" else 0o755)
    arguments = ["--clock", str(bend(tmp_path / "clock")), "--guides", str(guides)]
    powerless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]  # as in the next test
    out_of_time = "support.kiosk_out_of_time"
    with kiosk(desktop, data, *arguments, module=out_of_time, before=powerless) as running:
        running.hear("Cán bộ chú ý: không có bài hướng dẫn nào")
        assert running.terminate() == 0
    told = [line for line in logbook(data).splitlines() if "ERROR" in line]
    assert len(told) == (2 if folder == "closed" else 1)
    assert all(str(guides) in line for line in told)
    assert ("Permission denied" in told[0]) == (folder == "closed")
    assert "script/run flows check" in told[-1] and "Traceback" not in logbook(data)


def test_in_a_folder_that_cannot_be_written(
    desktop: DesktopWithReader, lived_in: Path, tmp_path: Path
) -> None:
    """Mended while the kiosk runs, it writes down what it kept in mind."""
    data = shutil.copytree(lived_in, tmp_path / "data")
    before = log_of(lived_in)
    _chmod(data, files=0o444, folders=0o555)
    # Even root is kept out who has given up the right to overlook permissions.
    with kiosk(desktop, data, before=["setpriv", "--bounding-set=-all", "--inh-caps=-all"]) as running:
        running.hear(NO_LOG_INVITING)
        resident = walks(running, steps=1)
        running.hear(NO_LOG)
        _chmod(data, files=0o644, folders=0o755)
        settled(data, resident)
        running.hear_no_more(NO_LOG)
        assert running.terminate() == 0
        told = running.said()
    assert [visit.outcome for visit in visits_of(data)] == ["crash", None]
    assert promises(before) <= promises(log_of(data))
    assert first_break(log_of(data)) is None
    assert "Thư mục dữ liệu không cho ghi." in told
    assert "Traceback" not in told


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "small-disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.skipif(not MAY_MOUNT, reason="only a root who may mount can make a disk that is full")
def test_on_a_disk_that_fills_up_in_the_middle_of_a_visit(
    desktop: DesktopWithReader, tmp_path: Path, small_disk: Path
) -> None:
    data = small_disk / "data"
    with kiosk(desktop, data, errors=tmp_path / "errors.txt") as running:
        resident = walks(running)
        settled(data, resident)
        acknowledged = log_of(data)
        with full(small_disk):
            resident.go_on(3)
            running.hear(NO_LOG)
        settled(data, resident)
        running.hear_no_more(NO_LOG)
        assert running.terminate() == 0
    stored = log_of(data)
    assert [one.event.what.held > 0 for one in stored if isinstance(one.event.what, StorageTroubled)] == [
        True
    ]
    assert promises(acknowledged) <= promises(stored)
    assert first_break(stored) is None
    assert "Ổ đĩa đã đầy, mời dọn bớt." in logbook(data) + running.said()
    assert "Traceback" not in logbook(data) + running.said()


def test_on_a_damaged_log(desktop: DesktopWithReader, lived_in: Path, tmp_path: Path) -> None:
    """It is set aside whole and read as far as it can be read; a new one takes what comes."""
    data = shutil.copytree(lived_in, tmp_path / "data")
    before, file = log_of(data), database_file(data)
    content = bytearray(file.read_bytes())
    content[-4096:-2048] = bytes(range(256)) * 8
    file.write_bytes(content)
    with kiosk(desktop, data) as running:
        running.hear("sổ cũ bị hỏng, đã cất riêng")
        resident = walks(running)
        settled(data, resident)
        assert running.terminate() == 0
        told = logbook(data) + running.said()
    (aside,) = files_aside(file)
    assert aside.read_bytes() == content
    after = log_of(data)
    saved = [one for one in after if one.epoch == before[0].epoch]
    assert saved
    assert promises(saved) <= promises(before)
    assert [one.event.what.cause for one in after if isinstance(one.event.what, EpochBegun)][-1] == "corrupt"
    assert "Tệp nhật ký bị hỏng, đã cất riêng." in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "errors",
    ["<&- >&- 2>&-", *(pytest.param(one, marks=pytest.mark.full) for one in ("2>/dev/full", "2>&-"))],
)
def test_where_nothing_takes_what_it_says(desktop: DesktopWithReader, tmp_path: Path, errors: str) -> None:
    """An autostart that writes to nowhere; in the full run to what is full, as on the disk of the next test.
    A faulty config is told there first.
    """
    config, data = tmp_path / "kiosk.toml", tmp_path / "data"
    config.write_text('[screen]\ncolour = "blue"\n')
    without = ["sh", "-c", f'exec "$@" {errors}', "sh"]
    with kiosk(desktop, data, "--config", str(config), before=without) as running:
        resident = walks(running)
        settled(data, resident)
        assert running.terminate() == 0
    assert "colour" in logbook(data) and "Traceback" not in logbook(data)


@pytest.mark.skipif(not MAY_MOUNT, reason="only a root who may mount can make a disk that is full")
def test_on_a_full_disk_that_also_takes_what_it_says(desktop: DesktopWithReader, small_disk: Path) -> None:
    config, errors = small_disk / "kiosk.toml", small_disk / "errors.txt"
    config.write_text('[screen]\ncolour = "blue"\n')
    with (
        full(small_disk),
        kiosk(desktop, small_disk / "data", "--config", str(config), errors=errors) as running,
    ):
        running.hear("chưa ghi được sổ")
        walks(running)
        assert running.terminate() == 1, "what was held is lost"


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Whatever room there is, or comes, is taken at once."""
    large, over = disk / "something-large", threading.Event()

    def take() -> None:
        with large.open("wb", buffering=0) as stream:
            while not over.wait(0.001):
                with suppress(OSError):
                    while not over.is_set():
                        stream.write(bytes(4096))

    taker = threading.Thread(target=take)
    taker.start()
    try:
        yield
    finally:
        over.set()
        taker.join()
        large.unlink()


def _chmod(folder: Path, *, files: int, folders: int) -> None:
    folder.chmod(0o755)
    for one in folder.rglob("*"):
        one.chmod(folders if one.is_dir() else files)
    folder.chmod(folders)
