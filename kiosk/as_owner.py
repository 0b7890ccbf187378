"""Root in somebody else's folder works as that user, so that nothing in it becomes root's."""

from __future__ import annotations

import os
from pathlib import Path


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
