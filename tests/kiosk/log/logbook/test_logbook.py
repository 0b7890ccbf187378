"""The technicians' logbook: bugs with their traceback, nothing about a person, never a reason to stop."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from kiosk.base.system.standard_error import Unfailing
from kiosk.log.logbook.logbook import FILE_NAME, Logbook, close_logbook, log_our_bugs, open_logbook
from kiosk.log.logbook.qt_messages import QtMessages


class Opened:
    """A logbook, and what is in it once all is written."""

    def __init__(self, folder: Path) -> None:
        self.book, self._file = open_logbook(folder), folder / FILE_NAME

    @property
    def text(self) -> str:
        self.book.queue.join()
        return self._file.read_text(encoding="utf-8")


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(tmp_path / "logs")
    yield opened
    close_logbook(opened.book)


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    log_our_bugs()
    yield
    sys.excepthook, threading.excepthook = before


def test_a_bug_is_kept_with_its_traceback(logbook: Opened, hooks: None) -> None:
    try:
        raise LookupError("no such step")
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = logbook.text
    assert "LookupError: no such step" in text and "test_a_bug_is_kept" in text


def test_a_bug_in_a_thread_is_kept_with_the_threads_name(logbook: Opened, hooks: None) -> None:
    thread = threading.Thread(target=lambda: 1 / 0, name="writer")
    thread.start()
    thread.join()
    text = logbook.text
    assert "ZeroDivisionError" in text and "writer" in text


@pytest.mark.parametrize(
    "number", ["0912345678", "0912 345 678", "001084012345", "+84 912 345 678", "012345678"]
)
def test_a_number_of_a_person_never_reaches_the_file(logbook: Opened, number: str) -> None:
    logging.getLogger("flows").warning("search for %s", number)
    try:
        raise ValueError(f"cannot fold {number}")
    except ValueError:
        logging.getLogger("flows").exception("a search failed")
    text = logbook.text
    assert number not in text
    assert text.count("•••") == 2


@pytest.mark.parametrize("quoted", ["Nguyễn Thị Bưởi", "Nguyễn Bưởi", "nhà bà hạnh", "0912, 345, 678"])
def test_what_a_mistake_of_ours_quotes_of_somebody_never_reaches_the_file(
    logbook: Opened, hooks: None, quoted: str
) -> None:
    try:
        raise KeyError(f"no {quoted}\nbut:\n    {quoted}") from LookupError(quoted)
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = logbook.text
    assert quoted not in text
    assert "KeyError: •••" in text and "LookupError: •••" in text and "test_what_a_mistake" in text


def test_ordinary_figures_and_the_time_stay_readable(logbook: Opened) -> None:
    logging.getLogger("kiosk").info("1366x768, 82021 MB free, 12.5 s")
    text = logbook.text
    assert "1366x768, 82021 MB free, 12.5 s" in text
    assert text.startswith("20")


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file in the way")
    handler = open_logbook(tmp_path / "logs")
    try:
        logging.getLogger("kiosk").warning("still told")
    finally:
        close_logbook(handler)
    assert "still told" in capsys.readouterr().err


def test_without_a_folder_each_line_stands_once_on_standard_error_while_it_is_heard(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It went round once a second, longer each time, and reached nobody before the end."""
    monkeypatch.setattr(sys, "stderr", Unfailing(open(2, "wb", closefd=False)))  # noqa: SIM115
    (tmp_path / "logs").write_text("a file in the way")
    book = open_logbook(tmp_path / "logs")
    try:
        with heard() as messages:
            logging.getLogger("kiosk").warning("still told")
            qWarning("HomeScreen.qml:12: ReferenceError")
            for _ in range(5):
                messages.poll()
                book.queue.join()
            told = [line.split(": ", 1)[-1] for line in capfd.readouterr().err.splitlines()]
    finally:
        close_logbook(book)
    first, *others = told
    assert "cannot be written" in first and others == ["still told", "HomeScreen.qml:12: ReferenceError"]
    assert not capfd.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_full_disk_is_logged_in_plain_lines_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE_NAME).symlink_to("/dev/full")
    handler = open_logbook(tmp_path)
    try:
        logging.getLogger("kiosk").warning("still told")
        logging.getLogger("kiosk").warning("and this")
    finally:
        close_logbook(handler)
    told = capsys.readouterr().err
    assert [line.split(": ")[-1] for line in told.splitlines()] == ["still told", "and this"]


class Blocked(logging.Handler):
    """A disk that takes nothing until it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let, self.written = threading.Event(), list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        self.let.wait(60)
        self.written.append(record.getMessage())


def test_a_disk_that_blocks_holds_nobody_who_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.log.logbook.logbook.MOST_WAITING", 50)
    disk = Blocked()
    book = Logbook(disk)
    for number in range(200):  # each would wait, the last ones for room
        book.handle(logging.LogRecord("kiosk", logging.INFO, "", 0, "line %d", (number,), None))
    assert disk.written == []
    disk.let.set()
    book.queue.join()
    book.close()
    book.close()
    assert 50 <= len(disk.written) < 200 and disk.written[0].endswith("INFO kiosk: line 0")


@contextmanager
def heard() -> Iterator[QtMessages]:
    """Not a fixture: pytest takes standard error anew for each phase of a test."""
    before = qInstallMessageHandler(None)  # that of pytest-qt
    messages = QtMessages()
    try:
        yield messages
    finally:
        messages.close()
        qInstallMessageHandler(before)


def test_qts_and_qmls_warnings_go_into_the_same_file(logbook: Opened) -> None:
    with heard() as messages:
        qWarning("HomeScreen.qml:12: ReferenceError\nin two lines")
        messages.poll()
        assert "WARNING qt: HomeScreen.qml:12: ReferenceError\nin two lines\n" in logbook.text


def test_what_a_library_says_on_standard_error_goes_there_too_and_ours_goes_where_it_went(
    logbook: Opened, capfd: pytest.CaptureFixture[str]
) -> None:
    with heard():
        os.write(2, "free(): số 0912345678 sai\n".encode())
        sys.stderr.write("our own line\n")
    assert "WARNING qt: free(): số ••• sai" in logbook.text
    os.write(2, b"after it\n")
    assert capfd.readouterr().err.splitlines() == ["our own line", "after it"]


def test_a_flood_of_messages_takes_no_more_room_than_is_looked_at(logbook: Opened) -> None:
    with heard() as messages:
        for _ in range(40):
            qWarning("x" * 60_000)
        messages.poll()
        qWarning("heard after it")
    text = logbook.text
    told = "bytes more were said than are kept" in text, "WARNING qt: heard after it" in text
    assert told == (True, True)
