"""Reads and writes the ward's stick, and says each thing that happens (`ui.visit.staff.ward_stick`)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiosk.content.differences import differences
from kiosk.content.manifest import Manifest
from kiosk.content.standing import read_standing
from kiosk.content.taking import hashes_in_force
from kiosk.files.sticks import only_read, plugged_in
from kiosk.hours.clock import Clock
from kiosk.keys.enrolled import NotEnrolled, enrolled
from kiosk.program.release import ProgramPack
from kiosk.program.standing import programs_here, running
from kiosk.services.premises import Premises
from kiosk.services.stick_export import export_to_stick
from kiosk.services.stick_packs import Place, content_packs, copied, newest, program_packs
from ui.visit.staff.point import Stick
from ui.visit.staff.ward_stick import (
    Beside,
    Brought,
    Exported,
    FiguresCopied,
    Found,
    Offer,
    Progressed,
    StickEvent,
    Stopped,
)

LOGGER = logging.getLogger(__name__)
LOOKS_AGAIN_S = 0.2
FIRST_SAID: tuple[Brought, ...] = (
    "too-many", "same", "went-back", "unproven", "not-working", "given-up", "older", "other-program",
    "other-machine", "other-python", "no-extra", "too-large", "withdrawn-maker", "other-maker",
    "uncountersigned", "other-ward", "damaged",
)  # fmt: skip
"""Of several packs that are not taken, what is told of the stick."""
Tell = Callable[[StickEvent], None]


class _Packs(NamedTuple):
    """What the stick brings that this kiosk would take."""

    content: Place[Manifest] | None = None
    program: Place[ProgramPack] | None = None
    beside: Beside | None = None


class StickWork:
    """One stick at a time. Both methods take as long as the stick does, and never raise for what it does."""

    def __init__(self, premises: Premises, clock: Clock, tell: Tell) -> None:
        """*tell* is called on the thread that works. `coming`: a stick will be seen in a moment."""
        self._premises, self._clock, self._tell = premises, clock, tell
        self.writable: Callable[[], tuple[Path, ...]] = plugged_in
        self.readable: Callable[[], tuple[Path, ...]] = only_read
        self.coming: Callable[[], bool] = lambda: False
        self.programs = programs_here() if running() is not None else None
        self._found = _Packs()

    @property
    def is_plugged(self) -> bool:
        """Also one that is kept outside until staff are signed in."""
        return self._is_mounted or self.coming()

    @property
    def _is_mounted(self) -> bool:
        return bool(self.writable() or self.readable())

    def use(self) -> None:
        """Copy the figures to it, then look what it brings."""
        self._found = _Packs()
        try:
            while not self._is_mounted and self.coming():
                time.sleep(LOOKS_AGAIN_S)
            self._tell(self._copy_figures())
            self._tell(self._read_packs())
        except Exception:
            LOGGER.exception("our mistake with the stick")
            self._tell(FiguresCopied("failed"))
            self._tell(Stopped("cut-off"))

    def take(self) -> None:
        """Copy what was found into the kiosk."""
        try:
            self._tell(self._take(self._found))
        except Exception:
            LOGGER.exception("our mistake with the stick")
            self._tell(Stopped("cut-off"))

    def _copy_figures(self) -> FiguresCopied:
        if not self.writable():
            return FiguresCopied("read-only" if self.readable() else "no-stick")

        def on_progress(stick: Stick) -> None:
            self._tell(Progressed(stick.done, stick.whole))

        premises = self._premises
        stick = export_to_stick(
            premises.data_folder, premises.kiosk, premises.export, self._clock, on_progress, self.writable
        )
        exported: dict[str, Exported] = {
            "done": "done" if stick.done else "nothing", "no-stick": "no-stick", "busy": "busy",
            "not-enrolled": "not-enrolled",
        }  # fmt: skip
        return FiguresCopied(exported.get(stick.state, "failed"), stick.done)

    def _read_packs(self) -> StickEvent:
        data = self._premises.data_folder
        try:
            _, enrolment = enrolled(data, self._premises.kiosk)
        except NotEnrolled:
            return Stopped("not-enrolled")
        sticks = (*self.writable(), *self.readable())
        of_content, of_program = set[Brought](), set[Brought]()
        content = newest(content_packs(data), sticks, enrolment, of_content)
        program = None
        if self.programs is not None:
            program = newest(program_packs(self.programs), sticks, enrolment, of_program)
        if content is None and program is None:
            return Stopped(_first_said(of_content | of_program))
        beside = None
        if "too-many" in of_content | of_program:
            beside = Beside("content" if "too-many" in of_content else "program", "too-many")
        elif program is None and of_program - {"same"}:
            beside = Beside("program", _first_said(of_program - {"same"}))
        elif content is None and of_content - {"same"}:
            beside = Beside("content", _first_said(of_content - {"same"}))
        self._found = _Packs(content, program, beside)
        return Found(_offer(data, content, program))

    def _take(self, found: _Packs) -> Stopped:
        """Content first, which is small; where that fails no program is copied."""
        data, later, before = self._premises.data_folder, 0, 0
        if found.program is not None:
            later = found.program.pack.release.archive[0]

        def of_content(done: int, whole: int) -> None:
            nonlocal before
            before = whole
            self._tell(Progressed(done, whole + later))

        def of_program(done: int, whole: int) -> None:
            self._tell(Progressed(before + done, before + whole))

        try:
            _, enrolment = enrolled(data, self._premises.kiosk)
        except NotEnrolled:
            return Stopped("not-enrolled")
        brought: Brought = "cut-off"
        if found.content is not None:
            brought = copied(content_packs(data), found.content, enrolment, of_content)
            if brought != "taken":
                return Stopped(brought)
        if found.program is not None and self.programs is not None:
            kind = program_packs(self.programs)
            came = copied(kind, found.program, enrolment, of_program)
            if brought == "taken" and came != kind.taken:
                return Stopped(brought, Beside("program", came))
            brought = came
        return Stopped(brought, found.beside)


def _first_said(refused: set[Brought]) -> Brought:
    return next((why for why in FIRST_SAID if why in refused), "none")


def _offer(data_folder: Path, content: Place[Manifest] | None, program: Place[ProgramPack] | None) -> Offer:
    """Counted beside what is in force here."""
    version = program.pack.release.version if program else ""
    if content is None:
        assert program is not None
        said = program.pack.countersigned
        return Offer(said.counter, said.signed, program=version, content=False)
    manifest = content.pack
    changes = differences(hashes_in_force(data_folder, read_standing(data_folder)), manifest.hashes)
    return Offer(
        manifest.counter,
        manifest.made,
        len(changes.new),
        len(changes.changed),
        len(changes.gone),
        bool(changes.others),
        manifest.back_to,
        version,
    )
