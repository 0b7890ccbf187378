"""The wheels that a machine with a Python needs of the lock: each by its hash, and all of them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name, parse_wheel_filename

from kiosk.papers.program.machine import Machine

NEWEST_C_LIBRARY = 36
"""Of Debian 12, the oldest system a kiosk has: 2.36."""
OLD_NAMES = ("manylinux2014", "manylinux2010", "manylinux1", "linux")


class WheelsMissing(Exception):
    """Not every package could be had as a wheel that the lock knows."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A line of the lock. `hashes`: SHA-256 in hex of every file that counts as this package."""

    name: NormalizedName
    version: str
    marker: Marker | None
    hashes: frozenset[str]


def read_lock(text: str) -> tuple[Locked, ...]:
    """The packages of a lock as ``script/lock`` writes it."""
    whole_lines = text.replace("\\\n", " ").splitlines()
    return tuple(_locked(line) for line in whole_lines if line.strip() and not line.lstrip().startswith("#"))


def needed(lock: Iterable[Locked], machine: Machine) -> tuple[Locked, ...]:
    """What of the lock is installed on such a machine."""
    there = environment(machine)
    return tuple(one for one in lock if one.marker is None or one.marker.evaluate(there))


def environment(machine: Machine) -> dict[str, str]:
    """What a requirement may ask of *machine*, which is some Linux with CPython."""
    system, _, processor = machine.kind.partition("-")
    if system != "linux":
        raise WheelsMissing(f"{machine.kind}: releases are made for linux-… only")
    return {
        "os_name": "posix", "sys_platform": "linux", "platform_system": "Linux",
        "platform_machine": processor,
        "python_version": machine.python, "python_full_version": f"{machine.python}.0",
        "implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": "",
    }  # fmt: skip


def wheels_for(lock: Sequence[Locked], machines: Iterable[Machine], folder: Path, *pip: str) -> list[Path]:
    """Every wheel that each of *machines* needs, in *folder*, once. *pip*: more that pip is told.

    Raises `WheelsMissing`, `OSError`.
    """
    for machine in machines:
        left = {(one.name, one.version): one.hashes for one in needed(lock, machine)}
        with tempfile.TemporaryDirectory(dir=folder, prefix=".of-one-machine-") as own:
            _download(needed(lock, machine), machine, Path(own), pip)
            for wheel in sorted(Path(own).glob("*.whl")):
                name, version, *_ = parse_wheel_filename(wheel.name)
                if hash_of(wheel) not in left.pop((name, str(version)), ()):
                    raise WheelsMissing(f"{wheel.name} is not what the lock names")
                wheel.replace(folder / wheel.name)
        if left:
            raise WheelsMissing(f"{machine.kind}, Python {machine.python}: no wheel of {sorted(left)}")
    return sorted(folder.glob("*.whl"))


def hash_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _download(wanted: Iterable[Locked], machine: Machine, folder: Path, more: Sequence[str]) -> None:
    asked = folder / "asked.txt"
    # Without the markers, which pip would hold against the Python that runs it.
    asked.write_text("".join(_asked(one) for one in wanted), "utf-8")
    processor = machine.kind.partition("-")[2]
    platforms = [f"manylinux_2_{minor}_{processor}" for minor in range(NEWEST_C_LIBRARY, 4, -1)]
    platforms += [f"{old}_{processor}" for old in OLD_NAMES]
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input",
        "--no-deps", "--require-hashes", "--only-binary", ":all:", "--implementation", "cp",
        "--python-version", machine.python, *(word for name in platforms for word in ("--platform", name)),
        "--dest", str(folder), "--requirement", str(asked), *more,
    ]  # fmt: skip
    if subprocess.run(command, check=False).returncode:
        raise WheelsMissing(f"{machine.kind}, Python {machine.python}: see the lines above")


def _asked(one: Locked) -> str:
    hashes = " ".join(f"--hash=sha256:{sha256}" for sha256 in sorted(one.hashes))
    return f"{one.name}=={one.version} {hashes}\n"


def _locked(line: str) -> Locked:
    said, *hashes = line.split(" --hash=sha256:")
    requirement = Requirement(said.strip())
    (exactly,) = requirement.specifier
    if exactly.operator != "==" or not hashes:
        raise WheelsMissing(f"{said.strip()} is not locked")
    return Locked(
        canonicalize_name(requirement.name), exactly.version, requirement.marker,
        frozenset(hash_.strip() for hash_ in hashes),
    )  # fmt: skip
