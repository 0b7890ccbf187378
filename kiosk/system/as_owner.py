"""Root in somebody else's folder works as that user, so that nothing in it becomes root's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

CLOSED = (
    "Chỉ ki-ốt và quản trị đọc được {folder}. Gõ sudo trước lệnh: sudo ./script/run …",
    "Only the kiosk and root may read {folder}. Put sudo before the command: sudo ./script/run …",
)


def refuse_whom_it_is_closed_to(folder: Path) -> None:
    """Ends with 1 where *folder* is there and this user may not look into it."""
    try:
        closed = folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK)
    except PermissionError:
        closed = True
    if closed:
        sys.stderr.writelines(f"{line.format(folder=folder)}\n" for line in CLOSED)
        raise SystemExit(1)


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
