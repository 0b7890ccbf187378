"""A real PostgreSQL of the tests' own: started on a socket in a folder, gone with them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from psycopg import sql
from support.conditions import until


class Server:
    """One cluster in a folder. Not under pytest's folder: a socket's path must be short, and root cannot run
    PostgreSQL, so the folder is given to its own user."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user is not None:
            shutil.chown(self._home, self._user)
        self._run("initdb", "-D", "cluster", "-A", "trust", "-U", "ward", "-E", "UTF8", "--no-sync").wait(60)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgresql://ward@/postgres?host={self._home}"

    def start(self) -> None:
        """Ready when this returns."""
        options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=32MB"]
        self._process = self._run("postgres", "-D", "cluster", "-k", str(self._home), *options)
        ready = [_program("pg_isready"), "-q", "-h", str(self._home), "-U", "ward", "-d", "postgres"]
        until(lambda: subprocess.run(ready, check=False, timeout=10).returncode == 0)

    def kill(self) -> None:
        """At once and without a word, as when its machine is reset; every session of it with it."""
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        for one in (self._process.pid, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        self._process.wait(20)
        (self._home / "cluster" / "postmaster.pid").unlink(missing_ok=True)

    def remove(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)  # at once: nothing of it is wanted any more
            self._process.wait(20)
        shutil.rmtree(self._home, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        command = [_program(program), *arguments]
        return subprocess.Popen(command, user=self._user, cwd=self._home, stdout=quiet, stderr=quiet)


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database."""
    server = Server()
    try:
        server.start()
        yield server.url
    finally:
        server.remove()


def new_database(server: str, name: str) -> str:
    """The URL of another empty database, in that server."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return server.replace("/postgres?", f"/{name}?")


def _program(name: str) -> str:
    """Debian keeps the server's programs beside the version, not on the PATH."""
    found = shutil.which(name) or next(
        (str(one) for one in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None
    )
    assert found is not None, f"{name} is missing: script/setup test installs postgresql"
    return found
