"""Carries out what staff do with the point: writes it down, signs the opening check, counts the day.

What takes time runs beside the screen's thread; its outcome comes back as a `PointNow`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import assert_never

from kiosk.base.events import AnyEvent, PointChecked, PointClosed, ShiftEnded, ShiftStarted
from kiosk.base.hours.clock import Clock, Moment, quarter
from kiosk.base.hours.opening import HANOI
from kiosk.base.system.tasks import Tasks
from kiosk.log.sessions.duty import Duty
from kiosk.point.services.opened_lately import opened_lately
from kiosk.point.services.point_reading import day_on, disabled_ids, duty_on, self_check, shown_names
from kiosk.point.services.premises import Premises
from kiosk.point.services.service import Service
from kiosk.point.services.stick_export import export_to_stick
from kiosk.point.services.ward_stick import REAL_STICKS, Sticks, StickWork
from ui.turn.conductor import Conductor
from ui.turn.gates.late_port import LatePort
from ui.visit import effects
from ui.visit.actions.common import Do
from ui.visit.ports import KioskLog, PointPort
from ui.visit.staff.point import OnDuty, PointNow, Stick
from ui.visit.staff.ward_stick import Agreed, Begun, Declined, Plugged, Pulled, StickEvent, after

LOGGER = logging.getLogger(__name__)
REGISTER_EVERY_S = 60.0


class PointService(Service):
    """One a kiosk; fits `ui.visit.ports.PointPort` once it is open."""

    def __init__(
        self,
        conductor: Conductor,
        port: LatePort[PointPort],
        premises: Premises,
        log: KioskLog,
        clock: Clock,
        log_is_open: Callable[[], bool],
        sticks: Sticks = REAL_STICKS,
    ) -> None:
        """*log_is_open*: whether the log can be read, which may come long after the screens."""
        self._conductor, self._port = conductor, port
        self._premises, self._log, self._clock, self._log_is_open = premises, log, clock, log_is_open
        self._caught_up = False
        self._duty, self._today = Duty(), date.min
        self._since = list[tuple[AnyEvent, int]]()  # what was done before the log could be read, and after
        self._names: Mapping[str, str] = {}
        self._exporting = False
        self._asked_s = -REGISTER_EVERY_S  # when the register was last asked who may still help
        self.stick_work = StickWork(premises, clock, self._later, sticks)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work = Tasks("look after the point")

    def _later(self, event: StickEvent) -> None:
        """From the thread that works with the stick."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._on_stick, event)

    async def open(self) -> None:
        """From now on the point can be opened and closed."""
        self._today, self._loop = self._date(), asyncio.get_running_loop()
        self._port.open(self)
        self._work.begin(self._publish())

    async def catch_up(self) -> None:
        """Once the log can be read: a day that had begun before a power cut goes on."""
        duty = await asyncio.to_thread(duty_on, self._premises.data_folder, self._today)
        for what, wall_s in self._since:  # what is in the log already changes nothing a second time
            duty = duty.after(what, wall_s)
        self._duty = duty
        await self._publish()
        opened = await asyncio.to_thread(opened_lately, self._premises.data_folder, self._today)
        self._change(lambda now: replace(now, opened=opened))

    async def aclose(self) -> None:
        """Wait for what is being written, and for what follows from it."""
        await self._work.finish()

    async def tick(self) -> None:
        """Another day begins with nobody on duty, but for what the log knows of it: a clock that is put right
        leads into a day that may have begun before. Once a minute the shifts of those who may no longer help
        are ended.
        """
        self._look_for_stick()
        if self._date() == self._today:
            self._ask_register()
            if not self._caught_up and self._log_is_open():
                self._caught_up = True
                self._work.begin(self.catch_up())
            return
        self._today, self._duty, self._since = self._date(), Duty(), []
        self._change(
            lambda now: PointNow(
                today=self._today, scanner=now.scanner, opened=now.opened, ward_stick=now.ward_stick
            )
        )
        self._work.begin(self.catch_up())

    def carry_out(self, effect: effects.PointEffect) -> None:
        """Never blocks, never raises; on the screen's thread."""
        match effect:
            case effects.ExaminePoint():
                self._work.begin(self._examine())
            case effects.LookAtDay():
                self._work.begin(self._count())
            case effects.ExportToStick():
                if not self._exporting:
                    self._exporting = True
                    self._work.begin(self._export())
            case effects.UseStick():
                self._use_stick()
            case effects.TakeFromStick(agreed=True):
                self._on_stick(Agreed())
                self._work.begin(asyncio.to_thread(self.stick_work.take))
            case effects.TakeFromStick():
                self._on_stick(Declined())
            case PointChecked():
                if effect.clock == "works" and effect.verdict != "overruled":  # then nobody looked at it anew
                    self._clock.confirm()
                self._note(effect)
                self._work.begin(self._sign(effect))
            case PointClosed() | ShiftStarted() | ShiftEnded():
                self._note(effect)
            case never:
                assert_never(never)

    def _use_stick(self) -> None:
        at_work = self._conductor.around.point.ward_stick.state not in ("idle", "over")
        self._on_stick(Begun())
        if not at_work and self._conductor.around.point.ward_stick.state == "exporting":
            self._work.begin(asyncio.to_thread(self.stick_work.use))

    def _look_for_stick(self) -> None:
        """Whoever plugs one in is asked who they are; while somebody is here, when they come to the menu."""
        is_plugged, was_plugged = self.stick_work.is_plugged, self._conductor.around.point.ward_stick.plugged
        if is_plugged == was_plugged:
            return
        self._on_stick(Plugged() if is_plugged else Pulled())
        if is_plugged and self._conductor.nobody_is_here:
            self._conductor.act(Do.KNOCK)

    def _on_stick(self, event: StickEvent) -> None:
        self._change(lambda now: replace(now, ward_stick=after(now.ward_stick, event)))

    def _note(self, what: AnyEvent) -> None:
        """Here too as in the log, so that nobody has to wait for the disk."""
        self._log.record(what)
        wall_s = quarter(self._clock.now().wall_s)
        self._since.append((what, wall_s))
        self._duty = self._duty.after(what, wall_s)
        self._work.begin(self._publish())

    def _ask_register(self) -> None:
        now_s = self._clock.now().up_s
        if self._duty.on_duty and now_s - self._asked_s >= REGISTER_EVERY_S:
            self._asked_s = now_s
            self._work.begin(self._end_shifts_of_the_disabled())

    async def _end_shifts_of_the_disabled(self) -> None:
        disabled = await asyncio.to_thread(disabled_ids, self._premises.data_folder, self._clock)
        for staff in self._duty.on_duty:
            if staff in disabled:
                self.carry_out(ShiftEnded(staff))

    async def _publish(self) -> None:
        if any(staff not in self._names for staff in self._duty.on_duty):
            self._names = await asyncio.to_thread(shown_names, self._premises.data_folder, self._clock)
        on_duty = tuple(OnDuty(staff, self._names.get(staff, staff)) for staff in self._duty.on_duty)
        self._change(
            lambda now: replace(
                now,
                state=self._duty.point,
                on_duty=on_duty,
                answers=self._duty.check.answers if self._duty.check else None,
                today=self._today,
                scanner=self._premises.scanner,
            )
        )

    async def _examine(self) -> None:
        self._change(lambda now: replace(now, self_check=None))
        flows = self._conductor.around.guides.flows
        checked = await asyncio.to_thread(self_check, self._premises.data_folder, flows, self._today)
        self._change(lambda now: replace(now, self_check=checked))

    async def _export(self) -> None:
        premises, loop = self._premises, asyncio.get_running_loop()

        def on_progress(stick: Stick) -> None:
            loop.call_soon_threadsafe(self._change, lambda now: replace(now, stick=stick))

        try:
            job = (
                premises.data_folder,
                premises.kiosk,
                premises.export,
                self._clock,
                on_progress,
                self.stick_work.sticks.writable,
            )
            stick = await asyncio.to_thread(export_to_stick, *job)
        finally:
            self._exporting = False
        self._change(lambda now: replace(now, stick=stick))

    async def _count(self) -> None:
        self._change(lambda now: replace(now, day=None, stick=now.stick if self._exporting else Stick()))
        day = await asyncio.to_thread(day_on, self._premises.data_folder, self._today)
        self._change(lambda now: replace(now, day=day))

    async def _sign(self, checked: PointChecked) -> None:
        await asyncio.to_thread(_keep, self._premises, checked, self._clock.now())

    def _change(self, change: Callable[[PointNow], PointNow]) -> None:
        self._conductor.surround(change(self._conductor.around.point))

    def _date(self) -> date:
        return datetime.fromtimestamp(self._clock.now().wall_s, HANOI).date()


def _keep(premises: Premises, checked: PointChecked, now: Moment) -> None:
    from kiosk.papers.keys.enrolment import key_file  # what signs is imported with the keys
    from kiosk.papers.keys.key_files import KeyUnusable, read_or_make_key
    from kiosk.point.staff.opening_record import OpeningRecord, keep_record

    at = datetime.fromtimestamp(now.wall_s, HANOI).isoformat(timespec="minutes")
    record = OpeningRecord(
        premises.kiosk, premises.place, at, now.clock_ok, checked.staff, checked.verdict, checked.answers
    )
    try:
        keep_record(premises.data_folder, record, read_or_make_key(key_file(premises.data_folder)))
    except (OSError, KeyUnusable) as failure:
        LOGGER.warning("the record of the opening check is not kept, only its line in the log: %s", failure)
