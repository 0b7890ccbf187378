"""Reads and writes the ward's stick, and says each thing that happens (`ui.visit.staff.ward_stick`)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiosk.base.files.sticks import only_read, plugged_in
from kiosk.base.hours.clock import Clock
from kiosk.papers.content.differences import differences
from kiosk.papers.content.manifest import Manifest
from kiosk.papers.content.standing import read_standing
from kiosk.papers.content.taking import hashes_in_force
from kiosk.papers.keys.enrolled import NotEnrolled, enrolled
from kiosk.papers.program.release import ProgramPack
from kiosk.papers.program.standing import programs_here, running
from kiosk.point.services.premises import Premises
from kiosk.point.services.stick_export import export_to_stick
from kiosk.point.services.stick_packs import PackOnStick, content_packs, copied, newest, program_packs
from ui.visit.staff.point import Stick
from ui.visit.staff.ward_stick import (
    Beside,
    Brought,
    Exported,
    FiguresCopied,
    Offer,
    OfferFound,
    Progressed,
    StickEvent,
    Stopped,
)

LOGGER = logging.getLogger(__name__)
LOOKS_AGAIN_S = 0.2
FIRST_SAID: tuple[Brought, ...] = (
    "too-many", "same", "went-back", "unproven", "not-working", "given-up", "newer-waits", "older",
    "other-program", "other-day", "other-kiosk",
    "other-machine", "other-python", "no-extra", "too-large", "withdrawn-maker", "other-maker",
    "uncountersigned", "other-ward", "damaged",
)  # fmt: skip
"""Where several packs are not taken, the reason that is shown: the first of these."""
OnEvent = Callable[[StickEvent], None]


class Sticks(NamedTuple):
    """How sticks are seen. `is_coming`: one is plugged in that will be seen in a moment."""

    writable: Callable[[], tuple[Path, ...]] = plugged_in
    readable: Callable[[], tuple[Path, ...]] = only_read
    is_coming: Callable[[], bool] = lambda: False


REAL_STICKS = Sticks()


class _Packs(NamedTuple):
    """What the stick brings that this kiosk would take."""

    content: PackOnStick[Manifest] | None = None
    program: PackOnStick[ProgramPack] | None = None
    beside: Beside | None = None


class StickWork:
    """One stick at a time. Both methods take as long as the stick does, and never raise for what it does."""

    def __init__(
        self, premises: Premises, clock: Clock, on_event: OnEvent, sticks: Sticks = REAL_STICKS
    ) -> None:
        """*on_event* is called on the thread that works."""
        self._premises, self._clock, self._on_event = premises, clock, on_event
        self.sticks = sticks
        self._programs = programs_here() if running() is not None else None
        self._packs = _Packs()

    @property
    def is_plugged(self) -> bool:
        """Also one that is kept outside until staff are signed in."""
        return self._is_mounted or self.sticks.is_coming()

    @property
    def _is_mounted(self) -> bool:
        return bool(self.sticks.writable() or self.sticks.readable())

    def use(self) -> None:
        """Copy the figures to it, then see what it brings."""
        self._packs = _Packs()
        try:
            while not self._is_mounted and self.sticks.is_coming():
                time.sleep(LOOKS_AGAIN_S)
            self._on_event(self._copy_figures())
            self._on_event(self._read_packs())
        except Exception:
            LOGGER.exception("our mistake with the stick")
            self._on_event(FiguresCopied("failed"))
            self._on_event(Stopped("cut-off"))

    def take(self) -> None:
        """Copy the packs that were offered into the kiosk."""
        try:
            self._on_event(self._take(self._packs))
        except Exception:
            LOGGER.exception("our mistake with the stick")
            self._on_event(Stopped("cut-off"))

    def _copy_figures(self) -> FiguresCopied:
        if not self.sticks.writable():
            return FiguresCopied("read-only" if self.sticks.readable() else "no-stick")

        def on_progress(stick: Stick) -> None:
            self._on_event(Progressed(stick.done, stick.whole))

        premises = self._premises
        stick = export_to_stick(
            premises.data_folder,
            premises.kiosk,
            premises.export,
            self._clock,
            on_progress,
            self.sticks.writable,
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
        sticks = (*self.sticks.writable(), *self.sticks.readable())
        of_content, of_program = set[Brought](), set[Brought]()
        content = newest(content_packs(data), sticks, enrolment, of_content)
        program = None
        if self._programs is not None:
            program = newest(program_packs(self._programs), sticks, enrolment, of_program)
        if content is None and program is None:
            return Stopped(_first_said(of_content | of_program))
        beside = None
        if "too-many" in of_content | of_program:
            beside = Beside("content" if "too-many" in of_content else "program", "too-many")
        elif program is None and of_program - {"same"}:
            beside = Beside("program", _first_said(of_program - {"same"}))
        elif content is None and of_content - {"same"}:
            beside = Beside("content", _first_said(of_content - {"same"}))
        self._packs = _Packs(content, program, beside)
        return OfferFound(_offer(data, content, program))

    def _take(self, packs: _Packs) -> Stopped:
        """Content first, which is small; if that fails, no program is copied."""
        data, later, before = self._premises.data_folder, 0, 0
        if packs.program is not None:
            later = packs.program.pack.release.archive[0]

        def of_content(done: int, whole: int) -> None:
            nonlocal before
            before = whole
            self._on_event(Progressed(done, whole + later))

        def of_program(done: int, whole: int) -> None:
            self._on_event(Progressed(before + done, before + whole))

        try:
            _, enrolment = enrolled(data, self._premises.kiosk)
        except NotEnrolled:
            return Stopped("not-enrolled")
        brought: Brought = "cut-off"
        if packs.content is not None:
            brought = copied(content_packs(data), packs.content, enrolment, of_content)
            if brought != "taken":
                return Stopped(brought)
        if packs.program is not None and self._programs is not None:
            kind = program_packs(self._programs)
            came = copied(kind, packs.program, enrolment, of_program)
            if brought == "taken" and came != kind.taken:
                return Stopped(brought, Beside("program", came))
            brought = came
        return Stopped(brought, packs.beside)


def _first_said(refused: set[Brought]) -> Brought:
    return next((why for why in FIRST_SAID if why in refused), "none")


def _offer(
    data_folder: Path, content: PackOnStick[Manifest] | None, program: PackOnStick[ProgramPack] | None
) -> Offer:
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
