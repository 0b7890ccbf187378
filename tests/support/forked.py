"""Commands of the kiosk in processes of their own, forked off one that has loaded the libraries of others.

Nothing of ours is loaded there: the first command loads it anew, and each says at its end what there is.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

OURS = ("kiosk", "ui", "flows", "accessibility", "resources")
SCREENS = ("ui", "PySide6", "shiboken6")
HEAVY = [
    "typer.main", "sqlalchemy", "sqlalchemy.dialects.sqlite", "alembic.command", "cryptography.x509",
    "pyrage", "typst", "xlsxwriter", "starlette.applications", "uvicorn", "jinja2", "filelock",
    "ibis", "duckdb", "pandas", "pyarrow.parquet",
]  # fmt: skip
"""What takes longest to import of what wards and the city use."""
MOST_S = 180
"""No command takes a tenth of it."""


class Done(NamedTuple):
    """How a command ended; `loaded`: all modules that there are now, but screens only if it loaded them."""

    code: int
    said: str
    loaded: list[str]


class Typist:
    """Types commands one after the other in one process. `close` it."""

    def __init__(self, said: Path) -> None:
        """*said*: the file in which stands what each command says."""
        context = _forking()
        self._said = said
        self._here, there = context.Pipe()
        self.process = context.Process(target=_run, args=(there, str(said)), daemon=True)
        self.process.start()
        there.close()

    def begin(self, words: list[str]) -> None:
        self._here.send(words)

    def end(self) -> Done:
        """Of the command that was begun. Raises `EOFError` where it takes its process with it."""
        assert self._here.poll(MOST_S), "the command does not end"
        code, loaded = self._here.recv()
        return Done(code, self._said.read_text("utf-8"), loaded)

    def close(self) -> None:
        self._here.close()
        self.process.kill()
        self.process.join()


def top(name: str) -> str:
    return name.partition(".")[0]


def _forking() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(HEAVY)
    return context


def _run(commands: Connection, said: str) -> None:
    early = [name for name in sys.modules if top(name) in (*OURS, *SCREENS)]
    assert early == [], early
    before = frozenset[str]()
    while True:
        try:
            words = commands.recv()
        except EOFError:
            return
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.close(out)
        code = _type(words)
        sys.stdout.flush()
        commands.send((code, [name for name in sys.modules if name not in before]))
        before = frozenset(name for name in sys.modules if top(name) in SCREENS)


def _type(words: list[str]) -> int:
    """The exit code."""
    sys.argv = ["kiosk", *words]
    try:
        from kiosk.__main__ import main

        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    except BaseException:  # noqa: BLE001 (as an interpreter does that ends by it)
        traceback.print_exc()
        return 1
    return 0
