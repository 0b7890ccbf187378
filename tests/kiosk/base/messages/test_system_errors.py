"""What the system says in English is told an officer in Vietnamese: by every error, by every command."""

from __future__ import annotations

import errno
import os
import shlex
import socket
import sqlite3
import ssl
import sys
import urllib.error
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kiosk
from kiosk.base.files.foreign import NotOrdinary
from kiosk.base.files.paths import roster_file, staff_file, tickets_file, ward_folder
from kiosk.base.messages.database_errors import reason_of_database
from kiosk.base.messages.system_errors import _VIETNAMESE, explained, reason_of
from kiosk.desk.command_line import app
from kiosk.papers.export.acknowledgement import NotReached
from kiosk.papers.export.http_transport import HttpTransport
from kiosk.papers.keys.key_files import KeyUnusable, read_key
from kiosk.ward.ledger import LedgerTrouble

SYSTEM_WORDS = frozenset(os.strerror(number) for number in errno.errorcode)
VIETNAMESE = frozenset("ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
KNOWN = sorted(name for name in _VIETNAMESE if hasattr(errno, name))
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="the numbers of Windows are others")


def vietnamese_lines(output: str) -> list[str]:
    return [line for line in output.splitlines() if VIETNAMESE & set(line.lower())]


def english_of_the_system(output: str) -> list[str]:
    """The Vietnamese lines that hold a sentence of the C library, or how Python writes one."""
    lines = vietnamese_lines(output)
    return [line for line in lines if "[Errno" in line or any(one in line for one in SYSTEM_WORDS)]


@pytest.mark.parametrize("name", KNOWN)
def test_every_known_error_number_is_explained_in_vietnamese_and_in_the_words_of_the_system(
    name: str,
) -> None:
    number = getattr(errno, name)
    vi, en = reason_of(OSError(number, os.strerror(number)))
    assert vi == _VIETNAMESE[name] and en == os.strerror(number)
    assert vietnamese_lines(vi) and not english_of_the_system(vi)
    assert vi[0].islower() and not vi.endswith(".")


def test_an_unknown_number_is_named_and_no_english_stands_in_its_vietnamese() -> None:
    assert reason_of(OSError(errno.EDOM, "out of domain")) == (f"lỗi {errno.EDOM} của máy", "out of domain")
    assert reason_of(OSError("nothing more")) == ("lỗi không rõ của máy", "nothing more")
    assert reason_of(ValueError("bad")) == ("lỗi ValueError", "bad")
    assert reason_of(OSError()).en == "OSError"


def test_what_the_network_says_is_not_taken_for_a_number_of_the_disk() -> None:
    """Number 1 is a missing right on a disk, and a failed handshake in TLS; a name not found is number -2."""
    assert "quyền" not in reason_of(ssl.SSLError(1, "handshake failure")).vi
    assert "chứng chỉ" in reason_of(ssl.SSLCertVerificationError(1, "self-signed certificate")).vi
    assert "tên" in reason_of(socket.gaierror(-2, "Name or service not known")).vi
    wrapped = urllib.error.URLError(ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"))
    assert reason_of(wrapped) == ("máy kia không nhận kết nối", "Connection refused")
    assert "chờ quá lâu" in reason_of(TimeoutError("timed out")).vi


@not_on_windows
def test_an_error_of_ours_says_both_itself_and_the_file_is_named_once(tmp_path: Path) -> None:
    assert reason_of(NotOrdinary()) == (NotOrdinary.vi, NotOrdinary.en)
    missing = tmp_path / "none"
    with pytest.raises(FileNotFoundError) as failure:
        missing.read_bytes()
    assert explained(failure.value).vi == f"{missing}: không có tệp hoặc thư mục ấy"
    with pytest.raises(KeyUnusable) as unusable:
        read_key(tmp_path)
    assert explained(unusable.value) == (unusable.value.vi, str(unusable.value))
    assert "thư mục" in unusable.value.vi and str(tmp_path) in unusable.value.vi


def test_a_database_in_trouble_is_explained_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "not.sqlite").write_bytes(b"no database at all" * 100)
    for file, word in (("not.sqlite", "hỏng"), ("none/none.sqlite", "không mở được")):
        with (
            pytest.raises(sqlite3.Error) as failure,
            closing(sqlite3.connect(tmp_path / file)) as database,
        ):
            database.execute("SELECT * FROM one")
        why = reason_of_database(failure.value)
        assert word in why.vi and why.en == str(failure.value)
    assert explained(LedgerTrouble("đang bận", "busy")) == ("đang bận", "busy")


@not_on_windows
def test_a_receiver_that_is_not_there_is_explained_in_vietnamese() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        answer = HttpTransport(f"http://127.0.0.1:{taken.getsockname()[1]}", timeout_s=2).offer("one", b"")
    assert isinstance(answer, NotReached)
    assert answer.why == ("máy kia không nhận kết nối", os.strerror(errno.ECONNREFUSED))


def test_nothing_but_the_list_of_reasons_asks_the_system_for_its_words() -> None:
    """`reading.py` writes one into the log, which is English."""
    root = Path(kiosk.__file__).parent
    asking = {file.name for file in root.rglob("*.py") if ".strerror" in file.read_text("utf-8")}
    assert asking == {"system_errors.py", "reading.py"}


# --- commands whose paths are a folder in place of a file, the reverse, or missing ---------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ward and a kiosk on one machine; `file` is a file and `dir` a folder."""
    (tmp_path / "none.toml").touch()
    (tmp_path / "file").write_text("x")
    (tmp_path / "dir" / "inside").mkdir(parents=True)
    assert run(tmp_path, "ward init --name 'Phường Cửa Nam'")[0] == 0
    return tmp_path


def run(folder: Path, line: str) -> tuple[int, str]:
    where = ["--data", str(folder / "data"), "--config", str(folder / "none.toml")]
    words = [word.replace("@", f"{folder}/") for word in shlex.split(line)]
    done = CliRunner().invoke(app, [*words, *where], catch_exceptions=False)
    return done.exit_code, done.output


def is_told_in_vietnamese(folder: Path, line: str) -> None:
    code, output = run(folder, line)
    assert code == 1 and vietnamese_lines(output), output
    assert not english_of_the_system(output)


@not_on_windows
@pytest.mark.parametrize(
    "line",
    [
        "keys request --out @file/request.json",
        "keys request --out @dir",
        "keys accept @dir",
        "keys accept @none",
        "keys accept @file/none",
        "ward enrol @none",
        "ward enrol @dir",
        "ward ingest @file/none",
        "ward escrow --out @file/escrow.age",
        "ward rotate --out @file/answers",
        "ward report --from 2026-11-01 --to 2026-11-30 --format json --out @file/report.json",
        "ward report --from 2026-11-01 --to 2026-11-30 --format json --out @dir",
        "ward serve --certificate @none --key @none",
        "ward serve --certificate @file --key @file",
        "ward archive --out @file/archive",
        "tickets accept @dir",
        "export --to @file",
    ],
)
def test_a_path_that_will_not_do_is_refused_without_the_systems_english(folder: Path, line: str) -> None:
    is_told_in_vietnamese(folder, line)


@not_on_windows
@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("staff", "roster check resources/rosters/tuan-mau.toml"),
        ("staff", "staff list"),
        ("tickets", "tickets list"),
        ("ward.key", "ward gaps"),
        ("register.json", "ward gaps"),
        ("ledger.sqlite", "ward gaps"),
        ("ticket-answers.json", "ward tickets"),
    ],
)
def test_a_folder_in_place_of_a_file_of_ours_is_explained_without_the_systems_english(
    folder: Path, file: str, line: str
) -> None:
    data = folder / "data"
    own = {"roster": roster_file, "staff": staff_file, "tickets": tickets_file}
    place = own[file](data) if file in own else ward_folder(data) / file
    place.unlink(missing_ok=True)
    place.mkdir(parents=True)
    is_told_in_vietnamese(folder, line)
