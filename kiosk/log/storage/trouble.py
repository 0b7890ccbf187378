"""Storage trouble: one state with one behaviour, whatever the disk says."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.base.events import TroubleCause


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be written just now. Residents are walked on; *held* events wait in memory."""

    cause: TroubleCause
    held: int

    def sentence(self) -> str:
        """For the staff, in Vietnamese and English."""
        vi, en = SENTENCES[self.cause]
        return f"{vi} Máy vẫn hướng dẫn, nhật ký tạm giữ trong bộ nhớ. / {en} The log is held in memory."


TroubleListener: TypeAlias = Callable[[Trouble | None], None]
"""Called on the writer's thread when trouble begins or changes its cause and, with None, when it is over."""

SENTENCES: dict[TroubleCause, tuple[str, str]] = {
    "disk-full": ("Ổ đĩa đã đầy, mời dọn bớt.", "The disk is full; please free some space."),
    "io-error": ("Ổ đĩa bị lỗi khi ghi.", "The disk reports errors."),
    "read-only": ("Thư mục dữ liệu không cho ghi.", "The data folder cannot be written."),
    "cannot-open": ("Không mở được tệp nhật ký.", "The log cannot be opened."),
    "corrupt": ("Tệp nhật ký bị hỏng, đã cất riêng.", "The log file was damaged and set aside."),
    "busy": ("Tệp nhật ký đang bị chương trình khác giữ.", "Another program holds the log."),
}

# SQLite's primary result codes (sqlite.org/rescode.html); the extended ones carry them in the low byte.
# 19, a number used twice, means that a second program writes: opening again reads where it stands.
_BY_CODE: dict[int, TroubleCause] = {
    5: "busy", 6: "busy", 8: "read-only", 3: "read-only", 10: "io-error", 11: "corrupt", 26: "corrupt",
    13: "disk-full", 14: "cannot-open", 19: "busy",
}  # fmt: skip
# No room for the -shm file: SQLite calls it an I/O error, but it is the disk that is full.
_BY_EXTENDED_CODE: dict[int, TroubleCause] = {sqlite3.SQLITE_IOERR_SHMSIZE: "disk-full"}
_BY_ERRNO: dict[int | None, TroubleCause] = {
    errno.ENOSPC: "disk-full", errno.EDQUOT: "disk-full", errno.EROFS: "read-only", errno.EACCES: "read-only",
    errno.EPERM: "read-only", errno.EIO: "io-error",
}  # fmt: skip


class LogTakenAway(Exception):
    """The open log has lost its file: somebody has deleted, replaced or cut it off meanwhile."""


class LogFromTheFuture(Exception):
    """The log was written by a newer program; it is left as it is."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"Nhật ký do bản phần mềm mới hơn ghi (“{revision}”). / The log was written by a newer program."
        )


def cause_of(failure: BaseException) -> TroubleCause | None:
    """Which trouble a failure means, or None when it is not the storage's but ours.

    Looks through SQLAlchemy's wrapper (its `orig`), which this module need not import.
    """
    original = getattr(failure, "orig", None) or failure
    match original:
        case LogFromTheFuture() | LogTakenAway():
            return "cannot-open"
        case sqlite3.Error():
            code = getattr(original, "sqlite_errorcode", None)
            if code is None:  # raised by Python's module, not by SQLite: our mistake, except for ours above
                return "cannot-open" if isinstance(original, sqlite3.OperationalError) else None
            return _BY_EXTENDED_CODE.get(code) or _BY_CODE.get(code & 0xFF, "cannot-open")
        case OSError():
            return _BY_ERRNO.get(original.errno, "cannot-open")
        case _:
            return None
