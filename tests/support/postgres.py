"""A real PostgreSQL of the tests' own: started on a socket in a folder, gone with them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.conditions import until


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database. Not under pytest's folder: a socket's path must be short, and root cannot
    run PostgreSQL, so the folder is given to its own user."""
    home = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(home, user)
    cluster, quiet = home / "cluster", {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        subprocess.run(
            [_program("initdb"), "-D", cluster, "-A", "trust", "-U", "ward", "-E", "UTF8", "--no-sync"],
            check=True, timeout=60, user=user, cwd=home, **quiet,
        )  # fmt: skip
        options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=32MB"]
        server = subprocess.Popen(
            [_program("postgres"), "-D", cluster, "-k", home, *options], user=user, cwd=home, **quiet
        )
        try:
            ready = [_program("pg_isready"), "-q", "-h", str(home), "-U", "ward", "-d", "postgres"]
            until(lambda: subprocess.run(ready, check=False, timeout=10).returncode == 0)
            yield f"postgresql://ward@/postgres?host={home}"
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing of it is wanted any more
            server.wait(20)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _program(name: str) -> str:
    """Debian keeps the server's programs beside the version, not on the PATH."""
    found = shutil.which(name) or next(
        (str(one) for one in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None
    )
    assert found is not None, f"{name} is missing: script/setup test installs postgresql"
    return found
