"""A kiosk that takes program packs in, with environments that are made in no time."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from support.programs import Maker, countersigned
from support.ward import Ward, kiosk_name

from kiosk.base.files.durable import private_folder, publish
from kiosk.papers.packs.taking import Prepared
from kiosk.papers.program.environment import python_of
from kiosk.papers.program.machine import this_machine
from kiosk.papers.program.release import LOCK, ProgramPack
from kiosk.papers.program.standing import ProgramStanding
from kiosk.papers.program.taking import Make, Try, incoming, prepare, put_in_force

CLONE = Path(__file__).parents[2]
FAULT = "program/fault_at_start.py"


def works(_: Path, __: ProgramPack) -> tuple[str, ...]:
    return ()


def no_environment(folder: Path) -> None:
    """Only the name of an interpreter."""
    python = python_of(folder)
    python.parent.mkdir(parents=True)
    python.write_bytes(b"")


def linked_environment(folder: Path) -> None:
    """With the packages of this very environment, and what of the clone the pack does not bring itself.

    What the pack has as `FAULT` is run at every start (not as `sitecustomize`: Debian has one of its own).
    """
    for name in ("kiosk", "ui", "flows", "accessibility", "resources"):
        if not (folder / "program" / name).exists():
            (folder / "program" / name).symlink_to(CLONE / name)
    system = getattr(sys, "_base_executable", sys.executable)
    subprocess.run([system, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    (packages,) = (folder / "venv").glob("lib/python*/site-packages")
    path = (folder / "program", Path(sysconfig.get_path("purelib")))
    lines = [os.path.relpath(one, packages) for one in path]
    if (folder / FAULT).exists():
        lines.append(f"import {Path(FAULT).stem}")
    (packages / "linked.pth").write_text("".join(f"{line}\n" for line in lines))


def said(counter: int, more: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """A program that holds its number, and *more* files."""
    return {"program/number": b"%d" % counter, LOCK: b"", **(more or {})}


class TakingKiosk:
    """Kiosk 1 of its ward, beneath *folder*."""

    def __init__(self, folder: Path) -> None:
        self.ward, self.maker = Ward(folder), Maker()
        self.ward.kiosk(1)
        self.data, self.name, self.programs = self.ward.data(1), kiosk_name(1), folder / "programs"

    def pack(self, counter: int, more: Mapping[str, bytes] | None = None, **terms: object) -> bytes:
        here = this_machine()
        fitting = {"machines": (here.kind,), "pythons": (here.python,), "extras": here.extras}
        released = self.maker.release(said(counter, more), **{**fitting, **terms})
        return countersigned(self.ward, released, self.maker.public, counter)

    def brings(self, raw: bytes) -> None:
        private_folder(self.programs)
        publish(incoming(self.programs), raw)

    def prepare(
        self, raw: bytes | None = None, make: Make = no_environment, attempt: Try = works
    ) -> Prepared[ProgramPack]:
        if raw is not None:
            self.brings(raw)
        prepared = prepare(self.programs, self.data, self.name, make, attempt)
        assert prepared is not None
        return prepared

    def take(self, counter: int) -> ProgramStanding:
        return put_in_force(self.programs, self.prepare(self.pack(counter)))

    def holds(self, name: str) -> None:
        """As the starting script says of a program that has lived long enough."""
        (self.programs / "held").write_text(f"{name}\n")
