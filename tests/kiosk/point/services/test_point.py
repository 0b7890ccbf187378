"""What staff do with the point, over the real log: written down, signed, counted, and taken up again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.events import BOOT, HASH, WAIT_S, visit
from support.fake_clock import FakeClock
from support.stage import Stage
from support.whole_log import WholeLog, whole_log
from typer.testing import CliRunner

from kiosk.base import events as v
from kiosk.base.events import (
    CHECK_PARTS,
    CheckAnswer,
    CheckPart,
    PointChecked,
    PointClosed,
    ShiftEnded,
    ShiftStarted,
    event_of,
    fields_of,
)
from kiosk.base.files.paths import OPENING_CHECKS, database_file
from kiosk.base.hours.clock import quarter
from kiosk.desk.command_line import app
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.summary import summarise
from kiosk.log.storage.reading import open_for_reading
from kiosk.papers.keys.enrolment import key_file
from kiosk.papers.keys.key_files import public_bytes, read_key
from kiosk.point.display.sign import doubted_time_of, time_of
from kiosk.point.services.day_board import day_of
from kiosk.point.services.point import PointService
from kiosk.point.services.premises import Premises
from kiosk.point.services.ward_stick import Sticks
from kiosk.point.staff.opening_record import read_record
from kiosk.point.staff.register import StaffRegister
from ui.turn.gates.late_port import LatePort
from ui.visit.effects import ExaminePoint, ExportToStick, LookAtDay, PointEffect, UseStick
from ui.visit.ports import PointPort
from ui.visit.staff.point import Day, OnDuty, PointNow, Stick
from ui.visit.staff.stages import WhoOpens
from ui.visit.staff.ward_stick import WardStick
from ui.visit.stages import Home
from ui.visit.visit import Visit

ALL_WORK: dict[CheckPart, CheckAnswer] = dict.fromkeys(CHECK_PARTS, "works")


class Point:
    """A kiosk's point service with its port, conductor and log; `run` does one thing after another."""

    def __init__(self, folder: Path, clock: FakeClock, log: WholeLog) -> None:
        self.folder, self.clock, self.log = folder, clock, log
        self.port = LatePort[PointPort]()
        self.conductor = Stage(point_port=self.port, point=PointNow()).conductor
        self.service = self.service_on(folder)

    def service_on(self, folder: Path) -> PointService:
        """`run` reads the log, so that the service need not wait for it."""
        premises = Premises("may-1", "point-3", folder)
        return PointService(
            self.conductor, self.port, premises, self.log.recorder, self.clock, log_is_open=lambda: False
        )

    def carry_out(self, effect: PointEffect) -> None:
        assert self.port.service is not None
        self.port.service.carry_out(effect)

    @property
    def now(self) -> PointNow:
        return self.conductor.around.point

    def run(self, *effects: PointEffect, poll: bool = False) -> PointNow:
        async def work() -> None:
            await self.service.open()
            await self.service.catch_up()
            if poll:
                await self.service.tick()
            for effect in effects:
                self.carry_out(effect)
                await self.service.aclose()

        asyncio.run(work())
        return self.now

    def poll(self) -> PointNow:
        """As the program does it, once a second."""

        async def work() -> None:
            await self.service.tick()
            await self.service.aclose()

        asyncio.run(work())
        return self.now

    def events(self) -> list[Stored]:
        self.log.store.append(Event(v.ClockChanged("forward"), None, 0, 0, True, BOOT)).result(WAIT_S)
        return open_for_reading(database_file(self.folder)).events()


@contextmanager
def point_at(folder: Path, clock: FakeClock) -> Iterator[Point]:
    """With its log open; closed without an end, as after a power cut, when left."""
    log = whole_log(folder, clock)
    log.start()
    log.recorder.left_over.result(WAIT_S)
    try:
        yield Point(folder, clock, log)
    finally:
        log.close()


def test_an_opening_leaves_a_line_in_the_log_and_a_signed_record(tmp_path: Path) -> None:
    with point_at(tmp_path, clock := FakeClock()) as point:
        clock.remember(clock.wall_s + 86_400)  # the calendar was ahead once
        now = point.run(PointChecked.of("tnv-01", "open", ALL_WORK), ShiftStarted("tnv-01"))
        assert clock.remembered_s == 0, "somebody has called the clock right"
        kinds = [stored.event.what.kind for stored in point.events()]
    assert (now.state, now.answers) == ("open", ALL_WORK)
    assert kinds.count("point.checked") == kinds.count("shift.started") == 1
    (file,) = (tmp_path / OPENING_CHECKS).iterdir()
    key = read_key(key_file(tmp_path))
    assert key is not None
    record = read_record(file.read_bytes(), public_bytes(key))
    assert (record.kiosk, record.place, record.staff, record.verdict) == (
        "may-1",
        "point-3",
        "tnv-01",
        "open",
    )
    assert record.at == "2026-11-25T08:37+07:00" and record.clock_ok
    told = f"opening/{file.name} · tnv-01 · mở / open · chữ ký đúng"
    assert told in _command(tmp_path) and told not in _command(tmp_path, "--json")
    file.write_text(file.read_text(encoding="utf-8").replace("tnv-01", "tnv-02"), encoding="utf-8")
    assert f"opening/{file.name} · Biên bản này đã bị sửa" in _command(tmp_path)


def test_a_clock_set_back_is_believed_only_by_who_was_shown_its_time(tmp_path: Path) -> None:
    with point_at(tmp_path, clock := FakeClock()) as point:
        ahead_s = clock.wall_s + 10 * 86_400  # the log has events of later than the clock says
        clock.remember(ahead_s)
        point.run(PointChecked.of("tnv-01", "refused", ALL_WORK | {"clock": "fails"}))
        assert clock.remembered_s == ahead_s, "called wrong"
        point.run(PointChecked.of("cb-01", "overruled", ALL_WORK))
        assert clock.remembered_s == ahead_s, "an officer lets it open: no time was shown anew"
        point.run(PointChecked.of("tnv-01", "refused", ALL_WORK))
        assert clock.remembered_s == 0
    wall = clock.wall()._replace(clock_ok=False)
    assert (time_of(wall), doubted_time_of(wall)) == ("", "08:37")
    assert (time_of(clock.wall()), doubted_time_of(clock.wall())) == ("08:37", "")


def test_who_is_on_duty_is_shown_by_the_name_they_chose(tmp_path: Path) -> None:
    clock = FakeClock()
    StaffRegister(tmp_path, clock).add("volunteer", "Bạn Sen")
    with point_at(tmp_path, clock) as point:
        now = point.run(ShiftStarted("tnv-01"), ShiftStarted("cb-09"))
    assert now.on_duty == (OnDuty("tnv-01", "Bạn Sen"), OnDuty("cb-09", "cb-09"))


def test_who_may_no_longer_help_is_on_duty_no_longer(tmp_path: Path) -> None:
    clock = FakeClock()
    register = StaffRegister(tmp_path, clock)
    register.add("volunteer", "Bạn Sen")
    with point_at(tmp_path, clock) as point:
        point.run(ShiftStarted("tnv-01"), ShiftStarted("cb-09"))
        point.poll()
        register.set_active("tnv-01", False)
        assert len(point.poll().on_duty) == 2, "once a minute is soon enough"
        clock.pass_s(60)
        assert [one.id for one in point.poll().on_duty] == ["cb-09"]
        assert "shift.ended" in {stored.event.what.kind for stored in point.events()}


def test_after_a_power_cut_the_day_goes_on_and_the_next_morning_begins_anew(tmp_path: Path) -> None:
    clock = FakeClock()
    with point_at(tmp_path, clock) as point:
        point.run(PointChecked.of("tnv-01", "refused", ALL_WORK | {"sound": "fails"}), ShiftStarted("tnv-01"))
    clock.reboot()
    with point_at(tmp_path, clock) as point:
        now = point.run()
        assert now.state == "refused" and [one.id for one in now.on_duty] == ["tnv-01"]
        assert now.answers is not None and now.answers["sound"] == "fails"
        clock.pass_s(86_400)
        assert point.poll() == PointNow(today=point.now.today)
    clock.reboot()
    with point_at(tmp_path, clock) as point:
        assert point.run().state == "unchecked"


def test_guides_often_opened_in_the_four_weeks_before_come_first_and_all_week_long(tmp_path: Path) -> None:
    clock, guide = FakeClock(), "vneid-cai-dat"  # a Wednesday
    with point_at(tmp_path, clock) as point:
        assert point.run() and point.conductor.around.point.opened == {}
        for number, days in enumerate((*(5,) * 3, *(20,) * 2, *(40,) * 9, *(2,) * 9)):  # old; this week's
            for event in visit(number, wall_s=quarter(clock.wall_s - days * 86_400)):
                point.log.store.append(event).result(WAIT_S)
        point.run()
        assert point.conductor.around.point.opened == {guide: 5}
        clock.pass_s(4 * 86_400)
        point.poll()
        assert point.conductor.around.point.opened == {guide: 5}, "still the same week"
        clock.pass_s(86_400)
        point.poll()
        assert point.conductor.around.point.opened == {guide: 3 + 2 + 9}
        clock.pass_s(7 * 86_400)
        point.poll()
        assert point.conductor.around.point.opened == {guide: 3 + 9}


def test_what_was_done_before_the_log_could_be_read_is_not_lost_and_not_done_twice(tmp_path: Path) -> None:
    with point_at(tmp_path, FakeClock()) as point:

        async def work() -> None:
            await point.service.open()
            for effect in (ShiftStarted("tnv-01"), ShiftStarted("cb-01"), ShiftEnded("tnv-01")):
                point.carry_out(effect)
            await point.service.aclose()
            point.events()  # all of it is on the disk now
            await point.service.catch_up()

        asyncio.run(work())
        assert [one.id for one in point.now.on_duty] == ["cb-01"]


def test_a_clock_that_is_put_right_leads_back_into_the_day_that_had_begun(tmp_path: Path) -> None:
    clock = FakeClock()
    with point_at(tmp_path, clock) as point:
        point.run(PointChecked.of("tnv-01", "open", ALL_WORK), ShiftStarted("tnv-01"))
    right_s = clock.wall_s + 60
    clock.reboot()
    clock.wall_s = 946_684_800.0  # the year 2000: the battery is empty
    with point_at(tmp_path, clock) as point:
        assert point.run().state == "unchecked"
        clock.wall_s = right_s
        now = point.poll()
    assert now.state == "open" and [one.id for one in now.on_duty] == ["tnv-01"]


def test_closing_ends_every_shift(tmp_path: Path) -> None:
    with point_at(tmp_path, FakeClock()) as point:
        now = point.run(ShiftStarted("tnv-01"), ShiftStarted("cb-01"), PointClosed("cb-01"))
    assert (now.state, now.on_duty) == ("closed", ())


def test_the_kiosk_finds_itself_writable_and_its_guides_dated(tmp_path: Path) -> None:
    with point_at(tmp_path, FakeClock()) as point:
        found = point.run(ExaminePoint()).self_check
        flows = point.conductor.around.guides.flows
    assert found is not None and found.disk_works and found.free_mb > 0
    assert found.guides == len(flows) > 30
    assert found.newest == max(flow.checked_on for flow in flows.values())
    assert found.overdue == sum(bool(flow.valid_until and flow.valid_until < point.now.today)
                                for flow in flows.values() if point.now.today)  # fmt: skip


def test_a_record_that_cannot_be_kept_is_logged_for_technicians_and_the_log_has_its_line(
    tmp_path: Path, caplog: object
) -> None:
    (tmp_path / OPENING_CHECKS).write_text("a file where the folder should be")
    with point_at(tmp_path, FakeClock()) as point:
        assert point.run(PointChecked.of("tnv-01", "open", ALL_WORK)).state == "open"
        assert "point.checked" in {stored.event.what.kind for stored in point.events()}
    assert "the record of the opening check is not kept" in caplog.text  # type: ignore[attr-defined]


# --- Today, the command and the export say the same -------------------------------------------------


def a_visit(log: WholeLog, clock: FakeClock, *, finished: bool, mode: v.Mode = "self") -> None:
    recorder = log.recorder
    recorder.record(v.SessionStarted("vi", mode))
    clock.pass_s(40)
    recorder.record(v.WalkStarted("vneid-cai-dat", HASH, "vneid", "dau"))
    recorder.record(v.EdgeTaken("next", "hai"))
    recorder.record(v.HelpCalled())
    clock.pass_s(75)
    recorder.record(v.HelpEnded())
    clock.pass_s(200)
    if finished:
        recorder.record(v.WalkEnded("completed"))
    recorder.record(v.SatisfactionGiven("good"))
    recorder.record(v.SessionEnded("goodbye" if finished else "next-person"))


def exported(stored: list[Stored]) -> list[Event]:
    """As the ward reads them: through text and back."""
    lines = [
        json.dumps({"kind": one.event.what.kind, "session": one.event.session, "at_ms": one.event.at_ms,
                    "wall_s": one.event.wall_s, "clock_ok": one.event.clock_ok, "boot": one.event.boot,
                    "fields": fields_of(one.event.what)})
        for one in stored
    ]  # fmt: skip
    return [
        Event(event_of(raw["kind"], raw["fields"]), raw["session"], raw["at_ms"], raw["wall_s"],
              raw["clock_ok"], raw["boot"])
        for raw in map(json.loads, lines)
    ]  # fmt: skip


def test_today_is_equal_to_the_row_to_what_the_command_and_the_export_say(tmp_path: Path) -> None:
    clock = FakeClock()
    with point_at(tmp_path, clock) as point:
        for number in range(9):
            a_visit(point.log, clock, finished=number % 3 != 0, mode="assisted" if number % 2 else "self")
            clock.pass_s(1100)
        point.log.recorder.record(v.SessionStarted("fr"))  # going on while the day is looked at
        point.run(ShiftStarted("tnv-01"))
        stored = point.events()
        shown = point.run(LookAtDay()).day
    assert shown is not None and shown.figures["sessions"].value == 10
    events = exported(stored)
    own = [event for event in events if event.session is None and event.wall_s > 0]
    assert shown == day_of(summarise(events), own)
    assert shown.figures["shifts"].value == 1 and shown.figures["tickets"].value == 0
    printed = json.loads(_command(tmp_path, "--json", "--figures"))
    assert printed["figures"] == {key: one.value for key, one in shown.figures.items()}
    assert printed["breakdowns"] == {
        key: {row.bucket: row.number for row in one.rows} for key, one in shown.tables.items()
    }
    visits = json.loads(_command(tmp_path, "--json"))
    assert len(visits) == shown.figures["sessions"].value
    assert sum(sum(hour.numbers) for hour in shown.hours) == len(visits)


def test_a_visit_across_midnight_belongs_to_the_day_it_began(tmp_path: Path) -> None:
    clock = FakeClock()
    with point_at(tmp_path, clock) as point:
        clock.pass_s(15 * 3600 + 20 * 60)  # 23:57 in Hà Nội
        a_visit(point.log, clock, finished=True)  # ends after midnight
        stored = point.events()
        assert _sessions(point.run(LookAtDay(), poll=True).day) == 0
        (visit,) = summarise(one.event for one in stored)
        clock.wall_s = visit.wall_s
        assert _sessions(Point(tmp_path, clock, point.log).run(LookAtDay()).day) == 1


def test_a_clock_set_back_by_a_day_moves_later_visits_and_shifts_and_the_day_says_which(
    tmp_path: Path,
) -> None:
    clock = FakeClock()
    with point_at(tmp_path, clock) as point:
        a_visit(point.log, clock, finished=True)
        clock.wall_s -= 86_400
        clock.clock_ok = False
        a_visit(point.log, clock, finished=True)
        point.events()
        day = point.run(LookAtDay()).day
    assert _sessions(day) == 1 and day is not None and day.figures["clock-unsure"].value == 1


def test_a_log_that_cannot_be_read_is_reported_and_not_counted_as_nothing(tmp_path: Path) -> None:
    with point_at(tmp_path, FakeClock()) as point:
        point.service = point.service_on(tmp_path / "elsewhere")
        assert point.run(LookAtDay()).day == Day(trouble=True)


def _sessions(day: Day | None) -> int | None:
    return day.figures["sessions"].value if day else None


def _command(folder: Path, *options: str) -> str:
    done = CliRunner().invoke(app, ["sessions", "--day", "2026-11-25", "--data", str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_an_export_to_a_stick_is_shown_on_the_screen_and_forgotten_with_the_next_look(tmp_path: Path) -> None:
    with point_at(tmp_path, FakeClock()) as point:
        point.service.stick_work.sticks = Sticks(writable=tuple)
        assert point.run(ExportToStick()).stick == Stick("no-stick")
        point.service.stick_work.sticks = Sticks(writable=lambda: (tmp_path,))
        assert point.run(ExportToStick()).stick == Stick("not-enrolled")
        assert point.run(LookAtDay()).stick == Stick()


def test_whoever_plugs_in_a_stick_is_asked_for_the_pin_and_its_use_is_told_step_by_step(
    tmp_path: Path,
) -> None:
    """While somebody is here nothing opens by itself."""
    with point_at(tmp_path, FakeClock()) as point:
        sticks: tuple[Path, ...] = ()
        point.service.stick_work.sticks = Sticks(lambda: sticks, tuple)
        assert point.run(UseStick(), poll=True).ward_stick == WardStick("over", exported="no-stick")
        point.conductor.show(Visit((Home(),)))
        sticks = (tmp_path,)
        assert point.poll().ward_stick == WardStick(plugged=True)
        assert not isinstance(point.conductor.visit.stage, WhoOpens)
        sticks = ()
        assert not point.poll().ward_stick.plugged
        point.conductor.show(Visit())
        sticks = (tmp_path,)
        assert point.poll().ward_stick.plugged and isinstance(point.conductor.visit.stage, WhoOpens)
        used = point.run(UseStick()).ward_stick
        assert (used.state, used.exported, used.brought) == ("over", "not-enrolled", "not-enrolled")
