"""Why a database could not be opened, read or written, in words that an officer understands."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from kiosk.base.messages.system_errors import Reason, reason_of

_PRIMARY = 0xFF  # SQLite says more in the bits above
_VIETNAMESE: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: "chương trình khác đang dùng tệp này",
    sqlite3.SQLITE_LOCKED: "chương trình khác đang dùng tệp này",
    sqlite3.SQLITE_FULL: "hết chỗ trên ổ đĩa",
    sqlite3.SQLITE_READONLY: "tệp hoặc ổ đĩa chỉ cho đọc, không cho ghi",
    sqlite3.SQLITE_CANTOPEN: "không mở được tệp",
    sqlite3.SQLITE_PERM: "người dùng này không có quyền",
    sqlite3.SQLITE_IOERR: "ổ đĩa lỗi, đọc ghi không được",
    sqlite3.SQLITE_CORRUPT: "tệp bị hỏng",
    sqlite3.SQLITE_NOTADB: "tệp bị hỏng",
}


def reason_of_database(failure: Exception) -> Reason:
    """*failure*: of SQLite, of PostgreSQL's driver, of what wraps either, or of the system."""
    inner = getattr(failure, "orig", None) or failure
    if isinstance(inner, sqlite3.Error):
        code = getattr(inner, "sqlite_errorcode", 0)
        return Reason(_VIETNAMESE.get(code & _PRIMARY, f"lỗi {code} của cơ sở dữ liệu"), str(inner))
    if type(inner).__module__.partition(".")[0] == "psycopg":
        is_reached = getattr(inner, "sqlstate", None)
        vi = f"PostgreSQL báo lỗi {is_reached}" if is_reached else "không kết nối được với PostgreSQL"
        return Reason(vi, str(inner).strip())
    return reason_of(inner)
