"""Root in somebody else's folder works as that user, so that nothing in it becomes root's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

CLOSED = (
    "Chỉ ki-ốt và quản trị đọc được {folder}. Gõ sudo trước lệnh: sudo ./script/run …",
    "Only the kiosk and root may read {folder}. Put sudo before the command: sudo ./script/run …",
)

ANOTHERS = (
    "Tài khoản này không mở được {folder}, vì thư mục ấy là của tài khoản {owner}. Đăng nhập bằng tài "
    "khoản ấy, hoặc chuyển thư mục cho tài khoản này: sudo chown -R {own} {folder}",
    "This account may not open {folder}: it belongs to the account {owner}. Log in with that one, or hand "
    "the folder over to this one: sudo chown -R {own} {folder}",
)
"""Of a ward's folder, which an officer before this one has founded."""


def refuse_whom_it_is_closed_to(folder: Path, words: tuple[str, str] = CLOSED) -> None:
    """Ends with 1 where *folder* is there and this user may not look into it."""
    if is_closed(folder):
        own = _name_of(os.geteuid()) if os.name == "posix" else ""
        named = {"folder": folder, "owner": _owner_of(folder), "own": own}
        sys.stderr.writelines(f"{line.format(**named)}\n" for line in words)
        raise SystemExit(1)


def is_closed(folder: Path) -> bool:
    try:
        return folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK)
    except PermissionError:
        return True


def _owner_of(folder: Path) -> str:
    try:
        return _name_of(folder.stat().st_uid) if os.name == "posix" else "?"
    except OSError:
        return "?"


def _name_of(user: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def become_owner_of(folder: Path) -> None:
    """For good, where the process is root's and *folder* is another user's; else nothing happens."""
    if os.name != "posix" or os.geteuid() != 0:
        return
    try:
        seen = folder.stat()
    except OSError:
        return
    if seen.st_uid == 0:
        return
    import pwd

    user = pwd.getpwuid(seen.st_uid)
    os.initgroups(user.pw_name, seen.st_gid)
    os.setgid(seen.st_gid)
    os.setuid(seen.st_uid)
    os.environ.update(HOME=user.pw_dir, USER=user.pw_name, LOGNAME=user.pw_name)
    os.environ.pop("XDG_RUNTIME_DIR", None)
