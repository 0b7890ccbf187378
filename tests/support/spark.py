"""A real Spark cluster of the tests' own: a master and two workers, each a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from support.conditions import until

HERE = "127.0.0.1"


@contextmanager
def spark_cluster() -> Iterator[str]:
    """The URL of its master. Nothing of it is reached from outside this machine."""
    import pyspark

    home, work = Path(pyspark.__file__).parent, Path(tempfile.mkdtemp(prefix="kiosk-spark-"))
    port, page = _free_port(), _free_port()
    environment = {
        **os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": HERE, "SPARK_WORKER_DIR": str(work),
        "SPARK_DAEMON_MEMORY": "512m",
    }  # fmt: skip
    os.environ["SPARK_LOCAL_IP"] = HERE
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, work, ignore_errors=True)

        def start(name: str, *arguments: str) -> None:
            command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *arguments]
            quiet = subprocess.DEVNULL
            process = subprocess.Popen(
                command, env=environment, stdout=quiet, stderr=quiet, cwd=work, start_new_session=True
            )
            stack.callback(_end, process)

        url = f"spark://{HERE}:{port}"
        start("master.Master", "--host", HERE, "--port", str(port), "--webui-port", str(page))
        for _ in range(2):
            arguments = ["--host", HERE, "--cores", "1", "--memory", "1g", "--webui-port", "0", url]
            start("worker.Worker", *arguments)
        until(lambda: _workers(page) == 2, 120)
        yield url


def _workers(page: int) -> int:
    """How many the master knows."""
    try:
        with urllib.request.urlopen(f"http://{HERE}:{page}/json/", timeout=5) as answer:
            return int(answer.read().decode().count('"state" : "ALIVE"'))
    except OSError:
        return 0


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HERE, 0))
        return int(one.getsockname()[1])


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(30)
