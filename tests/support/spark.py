"""A real Spark cluster of the tests' own: a master and two workers, each a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from support.conditions import until

HERE = "127.0.0.1"
WORKERS = 2
PATIENCE_S = 600.0
"""For three Java machines starting at once on busy cores; one that ends is noticed at once."""


@contextmanager
def spark_cluster() -> Iterator[str]:
    """The URL of its master. Nothing of it is reached from outside this machine."""
    import pyspark

    home, work = Path(pyspark.__file__).parent, Path(tempfile.mkdtemp(prefix="kiosk-spark-"))
    environment = {
        **os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": HERE, "SPARK_WORKER_DIR": str(work),
        "SPARK_DAEMON_MEMORY": "512m",
    }  # fmt: skip
    os.environ["SPARK_LOCAL_IP"] = HERE
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, work, ignore_errors=True)

        def start(name: str, *arguments: str) -> _Started:
            one = _Started(name, work, environment, ("--host", HERE, "--webui-port", "0", *arguments))
            stack.callback(one.end)
            return one

        master = start("master.Master", "--port", "0")  # a port looked for before may be taken by then
        (url,) = master.said(rf"Starting Spark master at (spark://{HERE}:[0-9]+)")
        workers = [start("worker.Worker", "--cores", "1", "--memory", "1g", url) for _ in range(WORKERS)]
        for worker in workers:
            worker.said("(Successfully registered with master)")
        yield url


class _Started:
    """One process of it, and what it says."""

    def __init__(
        self, name: str, work: Path, environment: Mapping[str, str], arguments: tuple[str, ...]
    ) -> None:
        handle, file = tempfile.mkstemp(suffix=".log", dir=work)
        self._log = Path(file)
        spark_class = Path(environment["SPARK_HOME"]) / "bin" / "spark-class"
        with os.fdopen(handle, "wb") as log:
            self._process = subprocess.Popen(
                [str(spark_class), f"org.apache.spark.deploy.{name}", *arguments],
                env=environment, stdout=log, stderr=log, cwd=work, start_new_session=True,
            )  # fmt: skip

    def said(self, pattern: str) -> list[str]:
        """What of *pattern* it has said, as soon as it has."""

        def found() -> list[str]:
            text = self._log.read_text("utf-8", "replace")
            assert self._process.poll() is None, f"it ended by itself:\n{text[-2000:]}"
            return re.findall(pattern, text)

        until(found, PATIENCE_S)
        return found()

    def end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # it keeps nothing
        self._process.wait(PATIENCE_S)
