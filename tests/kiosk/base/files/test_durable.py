"""What is published is whole, is for its owner alone, and follows nobody's links."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.base.files.durable import keep_once, private_file, private_folder, publish, tighten, wipe

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has its own rights, and asks for links")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_what_is_published_can_be_read_by_its_owner_alone_also_where_it_was_open_before(
    tmp_path: Path,
) -> None:
    file = tmp_path / "register.json"
    file.write_bytes(b"old")
    file.chmod(0o644)
    publish(file, b"new")
    assert (mode(file), file.read_bytes()) == (0o600, b"new")
    publish(tmp_path / "report.pdf", b"%PDF", shared=True)
    assert mode(tmp_path / "report.pdf") == 0o644


def test_a_link_laid_where_a_draft_would_be_overwrites_nothing(tmp_path: Path) -> None:
    victim, file = tmp_path / "register.json", tmp_path / "a.refused.json"
    victim.write_bytes(b"every enrolment")
    (tmp_path / "a.refused.json.part").symlink_to(victim)
    publish(file, b"refused")
    assert victim.read_bytes() == b"every enrolment" and file.read_bytes() == b"refused"


def test_a_link_under_the_name_itself_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim, file = tmp_path / "ward.key", tmp_path / "answer.json"
    victim.write_bytes(b"secret")
    file.symlink_to(victim)
    publish(file, b"answer")
    assert victim.read_bytes() == b"secret" and not file.is_symlink() and file.read_bytes() == b"answer"


def test_drafts_that_a_cut_left_go_with_the_next_publishing_and_with_wiping(tmp_path: Path) -> None:
    file, young = tmp_path / "open.json", tmp_path / "open.json.1f.part"
    for old in (tmp_path / "open.json.part", tmp_path / "open.json.00ff.part"):
        old.write_bytes(b"cut off")
        os.utime(old, (0, 0))
    young.write_bytes(b"of another program, just now")
    publish(file, b"whole")
    assert sorted(tmp_path.iterdir()) == [file, young]
    wipe(file)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_publishing_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ledger.json"
    publish(file, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            publish(file, b"new")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_folders_and_databases_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    private_folder(tmp_path / "data" / "ward")
    assert mode(tmp_path / "data") == mode(tmp_path / "data" / "ward") == 0o700
    database = tmp_path / "visits.sqlite"
    private_file(database)
    assert (mode(database), database.read_bytes()) == (0o600, b"")
    database.write_bytes(b"kept")
    database.chmod(0o644)
    private_file(database)
    assert (mode(database), database.read_bytes()) == (0o600, b"kept")


def test_tightening_follows_no_link(tmp_path: Path) -> None:
    other = tmp_path / "others"
    other.mkdir(0o755)
    (tmp_path / "link").symlink_to(other)
    tighten(tmp_path / "link")
    assert mode(other) == 0o755
    tighten(other)
    assert mode(other) == 0o700


# --- where there are no hard links (FAT32, exFAT) ---------------------------------------------------------


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("without_links")
def test_a_secret_is_kept_once_where_there_are_no_hard_links(tmp_path: Path) -> None:
    keep_once(tmp_path / "escrow.age", b"first")
    with pytest.raises(FileExistsError):
        keep_once(tmp_path / "escrow.age", b"second")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"first"]


@pytest.fixture
def fat_stick(tmp_path: Path) -> Iterator[Path]:
    """A real FAT file system, where this user may mount one."""
    image, place = tmp_path / "stick.img", tmp_path / "fat"
    place.mkdir()
    image.write_bytes(bytes(8 << 20))
    if not sys.platform.startswith("linux") or os.getuid():
        pytest.skip("only root mounts a file system")
    try:
        subprocess.run(["mkfs.vfat", str(image)], check=True, capture_output=True)
        subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as failure:
        pytest.skip(f"no FAT file system can be mounted here: {failure}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_secret_is_kept_once_on_a_real_fat_stick(fat_stick: Path) -> None:
    keep_once(fat_stick / "escrow.age", b"first")
    with pytest.raises(FileExistsError):
        keep_once(fat_stick / "escrow.age", b"second")
    assert [one.read_bytes() for one in fat_stick.iterdir()] == [b"first"]
