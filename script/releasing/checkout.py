"""What of the clone goes into a release: files as its commit has them, where nothing else was changed."""

from __future__ import annotations

import io
import subprocess
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

SHIPPED = (
    "kiosk", "ui", "flows", "accessibility", "resources", "docs",
    "script/run", "script/setup", "script/locale", "script/packages",
    "pyproject.toml", "requirements.lock", "requirements-piper.lock", "requirements-camera.lock",
    "README.md", "CHANGELOG.md", "LICENSE",
)  # fmt: skip
"""What a running kiosk needs, and the words it comes with."""


class NotClean(Exception):
    """The clone has changes that no commit holds."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """`commit`: in hex; `at`: when it was made. `files`: what of it is shipped, by path."""

    commit: str
    at: datetime
    files: dict[str, bytes]


def checkout(root: Path) -> Checkout:
    """Raises `NotClean`, and `CalledProcessError` where git fails."""
    if changed := _git(root, "status", "--porcelain").decode().splitlines():
        raise NotClean("\n".join(changed[:20]))
    commit, seconds = _git(root, "log", "-1", "--format=%H %ct").decode().split()
    # From the commit itself: what stands in the folder may have other line ends.
    archive = _git(root, "-c", "core.autocrlf=false", "archive", "--format=tar", commit, "--", *SHIPPED)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = {
            member.name: stream.read()
            for member in tar
            if member.isfile() and (stream := tar.extractfile(member))
        }
    return Checkout(commit, datetime.fromtimestamp(int(seconds), UTC), files)


def _git(root: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *words], check=True, stdout=subprocess.PIPE).stdout
