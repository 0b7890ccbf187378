"""Why the machine could not read, write or reach something, in words that an officer understands."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self


class SaidInBoth(Exception):
    """An error of ours that says itself what it means: `vi` and `en` say the same."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


class Reason(NamedTuple):
    """Two clauses that say the same, to stand in the sentence of their language; neither ends with a stop."""

    vi: str
    en: str


NO_REASON = Reason("", "")


class Unusable(SaidInBoth):
    """A file of ours cannot be used, or none can be made; `vi` and `en` are clauses that say why."""

    @classmethod
    def to_read(cls, file: Path, failure: Exception) -> Self:
        why = reason_of(failure)
        return cls(f"không đọc được {file} ({why.vi})", f"{file} cannot be read: {why.en}")

    @classmethod
    def to_write(cls, file: Path, failure: Exception) -> Self:
        why = reason_of(failure)
        return cls(f"không ghi được {file} ({why.vi})", f"{file} cannot be written: {why.en}")

    @classmethod
    def of(cls, file: Path, failure: Exception) -> Self:
        """Whether it was read or written is not known."""
        why = reason_of(failure)
        return cls(f"{file}: {why.vi}", f"{file}: {why.en}")

    @classmethod
    def damaged(cls, file: Path, then: Reason = NO_REASON) -> Self:
        return cls(f"{file} bị hỏng{then.vi}", f"{file} is damaged{then.en}")

    @classmethod
    def of_another_version(cls, file: Path, form: object) -> Self:
        return cls(
            f"{file} do phiên bản khác ghi ({form})", f"{file} was written by another version ({form})"
        )

    @classmethod
    def held(cls, file: Path) -> Self:
        return cls(f"chương trình khác đang giữ {file}", f"{file} is held by another program")


_VIETNAMESE: Mapping[str, str] = {
    "ENOSPC": "hết chỗ trên ổ đĩa hoặc USB",
    "EDQUOT": "hết chỗ được cấp trên ổ đĩa",
    "EFBIG": "tệp to quá mức cho phép",
    "EROFS": "ổ đĩa hoặc USB chỉ cho đọc, không cho ghi",
    "EACCES": "người dùng này không có quyền",
    "EPERM": "người dùng này không có quyền",
    "ENOENT": "không có tệp hoặc thư mục ấy",
    "ENOTDIR": "một phần đường dẫn là tệp, không phải thư mục",
    "EISDIR": "đây là thư mục, không phải tệp",
    "EEXIST": "đã có tệp hoặc thư mục mang tên ấy",
    "ENOTEMPTY": "thư mục còn tệp bên trong",
    "ELOOP": "đây là lối tắt sang nơi khác, không phải tệp thật",
    "ENAMETOOLONG": "tên tệp dài quá",
    "EINVAL": "ổ đĩa hoặc USB không nhận tên hay thao tác này",
    "EIO": "ổ đĩa hoặc USB lỗi, đọc ghi không được",
    "ENXIO": "thiết bị không còn ở đó",
    "ENODEV": "thiết bị không còn ở đó",
    "EBUSY": "máy đang dùng tệp ấy",
    "EMFILE": "chương trình mở quá nhiều tệp",
    "ENFILE": "máy mở quá nhiều tệp",
    "ENOMEM": "máy hết bộ nhớ",
    "ETIMEDOUT": "chờ quá lâu không thấy trả lời",
    "ECONNREFUSED": "máy kia không nhận kết nối",
    "ECONNRESET": "máy kia ngắt giữa chừng",
    "ECONNABORTED": "máy kia ngắt giữa chừng",
    "EPIPE": "máy kia ngắt giữa chừng",
    "EHOSTUNREACH": "không tìm được đường đến máy kia",
    "ENETUNREACH": "máy này không có mạng",
    "EADDRINUSE": "cổng mạng này đã có chương trình khác dùng",
    "EADDRNOTAVAIL": "máy này không có địa chỉ ấy",
}
_BY_NUMBER = {number: words for name, words in _VIETNAMESE.items() if (number := getattr(errno, name, None))}
"""Not every system has every name."""


def reason_of(error: Exception) -> Reason:
    """What *error* means. What is not known here is called by its number or kind, for whoever is asked."""
    if ours := _own_words(error):
        return ours
    if not isinstance(error, OSError):
        return Reason(f"lỗi {type(error).__name__}", str(error) or type(error).__name__)
    if isinstance(inner := getattr(error, "reason", None), OSError):  # what urllib wraps
        return reason_of(inner)
    english = error.strerror or str(error) or type(error).__name__
    return Reason(_of_the_network(error) or _by_number(error), english)


def explained(error: Exception) -> Reason:
    """The same with the name of the file before it, where the error knows one."""
    why, file = reason_of(error), getattr(error, "filename", None)
    if _own_words(error) or not isinstance(file, str | Path):
        return why
    return Reason(f"{file}: {why.vi}", f"{file}: {why.en}")


def _by_number(error: OSError) -> str:
    if error.errno:
        return _BY_NUMBER.get(error.errno, f"lỗi {error.errno} của máy")
    return "chờ quá lâu không thấy trả lời" if isinstance(error, TimeoutError) else "lỗi không rõ của máy"


def _of_the_network(error: OSError) -> str:
    """Their numbers are of lists of their own. Imported here: most commands touch no network."""
    import socket
    import ssl

    if isinstance(error, socket.gaierror):
        return "không tìm thấy máy mang tên ấy"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "chứng chỉ của máy kia không đúng"
    return "không nối kín được với máy kia" if isinstance(error, ssl.SSLError) else ""


def _own_words(error: Exception) -> Reason | None:
    """Of an error of ours that says what it means: a `SaidInBoth`, or an `OSError` with the same two."""
    vi, en = getattr(error, "vi", None), getattr(error, "en", None)
    return Reason(vi, en) if isinstance(vi, str) and isinstance(en, str) else None
