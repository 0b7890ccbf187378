"""`sqlite3.connect` on a disk that misbehaves. Errors carry SQLite's own codes."""

from __future__ import annotations

import sqlite3
from typing import Any


class Disk:
    """`connect` stands in for `sqlite3.connect`; the switches below may be turned while it is in use."""

    def __init__(self) -> None:
        self.fails_before_commit = False  # fsync of the -wal fails and nothing of it has landed
        self.fails_after_commit = False  # … fails, although the frames did land
        self.says: int = sqlite3.SQLITE_IOERR
        self.max_pages: int | None = None  # a full disk
        self.commits = 0

    def connect(self, *args: Any, **options: Any) -> sqlite3.Connection:
        disk = self

        class Connection(sqlite3.Connection):
            def commit(self) -> None:
                if disk.fails_before_commit and self.in_transaction:
                    self.rollback()
                    raise disk.failure()
                had_work = self.in_transaction
                super().commit()
                disk.commits += had_work
                if disk.fails_after_commit and had_work:
                    raise disk.failure()

            def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
                if sql.startswith("PRAGMA synchronous") and disk.max_pages is not None:
                    super().execute(f"PRAGMA max_page_count = {disk.max_pages}")
                return super().execute(sql, *rest)

        return sqlite3.connect(*args, **options, factory=Connection)

    def failure(self) -> sqlite3.OperationalError:
        failure = sqlite3.OperationalError("disk I/O error")
        failure.sqlite_errorcode = self.says
        return failure
