"""Commands of the kiosk in processes of their own, forked off one that has loaded the libraries of others.

Nothing of ours is loaded there: each command loads it anew, and says at its end what it has loaded.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, ForkServerProcess

OURS = ("kiosk", "ui", "flows", "accessibility", "resources")
SCREENS = ("ui", "PySide6", "shiboken6")
HEAVY = [
    "typer.main", "sqlalchemy", "sqlalchemy.dialects.sqlite", "alembic.command", "cryptography.x509",
    "pyrage", "typst", "xlsxwriter", "starlette.applications", "uvicorn", "jinja2", "filelock",
    "ibis", "duckdb", "pandas", "pyarrow.parquet",
]  # fmt: skip
"""What takes longest to import of what wards and the city use."""


def forking() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(HEAVY)
    return context


def start(context: ForkServerContext, words: list[str], told: Path, said: Path) -> ForkServerProcess:
    """What it says stands in *said*, what it has loaded by its end in *told*, a module a line."""
    process = context.Process(target=_run, args=(words, str(told), str(said)), daemon=True)
    process.start()
    return process


def top(name: str) -> str:
    return name.partition(".")[0]


def _run(words: list[str], told: str, said: str) -> None:
    early = [name for name in sys.modules if top(name) in (*OURS, *SCREENS)]
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    assert early == [], early
    sys.argv = ["kiosk", *words]
    try:
        from kiosk.__main__ import main

        main()
    finally:
        sys.stdout.flush()
        Path(told).write_text("\n".join(sys.modules), "utf-8")
