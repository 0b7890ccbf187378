"""One machine: its clock, its disk, the program on it, and what is done to all three."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from support.conditions import until
from support.events import WAIT_S
from support.fleet.clock import CarriedClock, Time
from support.fleet.disk import Backup, drop_log, frozen
from support.fleet.program import Promises, SteadyHeart
from support.fleet.seen import Cell, OwnSeen, Record, VisitSeen

from kiosk.base import events as v
from kiosk.base.config.export import ExportConfig
from kiosk.base.files.paths import database_file
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.migrate import keep_copy
from kiosk.papers.export.job import ExportJob, ExportRequest

KEEP_DAYS = 3
OFFERED_WITHIN_S = 180
GROWS_FOR_S = 2 * 86_400  # a month is closed two days after its end


class Machine:
    """`records` is what happened on it and has not been lost; `cells` the months' figures by epoch.

    `sent` are those figures that have left it. `net` is the folder through which its bundles leave.
    """

    def __init__(self, name: str, data: Path, number: str, place: str, rng: Random, time: Time) -> None:
        self.name, self.data, self.number, self.place = name, data, number, place
        self.rng, self.time = rng, time
        self.net = data.with_name(data.name + "-net")
        self.net.mkdir()
        self.records: list[Record] = []
        self.cells: dict[int, Counter[Cell]] = {0: Counter()}
        self.sent: dict[tuple[int, Cell], int] = {}
        self.backup: Backup | None = None
        self.happened: Counter[str] = Counter()
        self.is_on = False
        self.store: Promises
        self.recorder: SessionRecorder
        self._clock: CarriedClock
        self._heart: SteadyHeart
        self.open: VisitSeen | None = None
        self._left: VisitSeen | None = None
        self._other_log = False

    # --- on and off ------------------------------------------------------------------------------

    def switch_on(self) -> bool:
        """Whether a visit that was cut off is offered to the resident."""
        self._clock = CarriedClock(self.time)
        self._heart = SteadyHeart(self.data / "heartbeat.json", self._clock)
        self.store = Promises(
            database_file(self.data), self.name, self._clock, machine=self.number, retry_s=(0.01,),
            ballast_bytes=0,
        )  # fmt: skip
        self.store.promised = []
        self.recorder = SessionRecorder(
            self.store, self._clock, self._heart, place=self.place, version="1.0.0"
        )
        self.recorder.kiosk_started()
        self.store.start(self.recorder.take_over)
        self.is_on = True
        offered = self.recorder.left_over.result(WAIT_S) is not None
        if self._other_log:
            self.cells[max(self.cells) + 1] = Counter()
            self._other_log, self._left = False, None
        elif not offered:
            self._left_is_closed()
        return offered

    def switch_off(self) -> None:
        """As asked, between two visits; what was offered and not taken up stays open in the log."""
        if not self.is_on:
            return
        self.recorder.kiosk_stopped()
        assert self.store.close()
        self.is_on = False

    def settle(self) -> None:
        """All that was done is on the disk, and the marker beside the log knows it, as after two seconds."""
        for one in self.store.promised:
            one.result(WAIT_S)
        self.store.promised.clear()
        until(lambda: not self.store.marker_lags)

    def power_cut(self) -> bool:
        """In the middle of a visit; whether the same visit goes on afterwards."""
        seen, rng = self.open, self.rng
        assert seen is not None
        self._heart.beat()
        self.settle()
        with frozen(database_file(self.data)):
            disk = {one: one.read_bytes() for one in self.data.iterdir() if one.is_file()}
        self.recorder.record(v.StepExplained("dau", "example"))  # this is never on the disk
        self.store.close()
        drop_log(database_file(self.data))
        for file, content in disk.items():
            if not file.name.endswith("-shm"):
                file.write_bytes(content)
        before, beat_ok, boot = seen.as_now(), self._clock.now().clock_ok, self.time.boot
        self.is_on, self.open, self._left = False, None, seen
        seen.ends("crash")
        self.happened["power cut"] += 1
        if rng.random() < 0.2:
            return False  # nobody switches it on again that day
        off_s = rng.choice((20, 60, 170, 400))
        if rng.random() < 0.3:
            self.time.pass_s(off_s)  # only the program had failed
        else:
            self.time.off_for(off_s)
        offered = self.switch_on()
        knows = boot == self.time.boot or (beat_ok and self._clock.now().clock_ok)
        assert offered == (before.in_walk and off_s <= OFFERED_WITHIN_S and knows)
        if not offered or rng.random() < 0.4:
            return False
        self.recorder.record(v.SessionResumed())
        seen.becomes(before)
        seen.resumed()
        seen.elapsed_ms += off_s * 1000
        seen.last_ms = seen.elapsed_ms
        self.open, self._left = seen, None
        self.happened["gone on with"] += 1
        return True

    # --- what happens on it ----------------------------------------------------------------------

    def visit_begins(self, language: v.Language) -> VisitSeen:
        self._left_is_closed()
        now = self._clock.now()
        self.open = VisitSeen(now.wall_s, clock_ok=now.clock_ok, language=language)
        self.recorder.record(v.SessionStarted(language))
        self._keep(self.open)
        return self.open

    def visit_is_over(self, seen: VisitSeen) -> None:
        self.cells[max(self.cells)] += seen.cells()
        self.open = None

    def noted(self, what: str, *told: str) -> None:
        """Staff have just told the recorder so."""
        self._keep(OwnSeen(self._clock.now().wall_s, what=what, told=told))

    def passes(self, seconds: int) -> None:
        self.time.pass_s(seconds)
        if self.open is not None:
            self.open.elapsed_ms += seconds * 1000

    def export(self, *, by_timer: bool = False) -> bool:
        """One night's export, if it is due: the running program's, or that of a program of its own."""
        clock = CarriedClock(self.time) if by_timer or not self.is_on else self._clock
        if self.is_on:
            self.settle()
        job = ExportJob(self.data, self.name, ExportConfig(folder=str(self.net), keep_days=KEEP_DAYS))
        outcome = job.run(clock.now, ExportRequest())
        if outcome is None or not outcome.due:
            return False
        unfinished = self.open or self._left
        for one in self.records:
            if one is unfinished:
                break
            one.packed = True
        now = clock.now()
        closed = Record(now.wall_s - GROWS_FOR_S).day[:7] if now.clock_ok else ""
        for epoch, cells in self.cells.items():
            for cell, number in cells.items():
                if cell[0] < closed:
                    self.sent[epoch, cell] = max(number, self.sent.get((epoch, cell), 0))
        return True

    def _keep(self, record: Record) -> None:
        record.first = self.store.promised[-1]
        self.records.append(record)

    def _left_is_closed(self) -> None:
        if self._left is not None:
            self.cells[max(self.cells)] += self._left.cells()
            self._left = None

    @property
    def has_image(self) -> bool:
        return self.backup is not None and self.backup.disk.is_dir()

    # --- what is done to its disk ----------------------------------------------------------------

    def back_up(self) -> None:
        """A copy of the log alone, perhaps in the middle of a visit."""
        if self.is_on:
            self.settle()
        disk = self.data.with_name(self.data.name + "-backup")
        keep_copy(database_file(self.data), disk)
        self.backup = self._as_backed_up(disk)

    def back_up_whole(self) -> None:
        """An image of the whole disk, made while the machine is off."""
        disk = self.data.with_name(self.data.name + "-image")
        shutil.rmtree(disk, ignore_errors=True)
        shutil.copytree(self.data, disk)
        self.backup = self._as_backed_up(disk)

    def restore(self) -> None:
        """The backup is put back while the machine is off: what had not left it since then is gone."""
        assert self.backup is not None and not self.is_on
        self.happened["image put back" if self.has_image else "log put back"] += 1
        if self.has_image:
            shutil.rmtree(self.data)
            shutil.copytree(self.backup.disk, self.data)
            self._left = None
        else:
            drop_log(database_file(self.data))
            shutil.copy(self.backup.disk, database_file(self.data))
            self._other_log = True
        kept = self.backup.records
        if self.backup.open is not None and not self.records[kept - 1].packed:
            unfinished = self.records[kept - 1]
            assert isinstance(unfinished, VisitSeen)
            unfinished.becomes(self.backup.open)
            unfinished.ends("crash")
        self.records = self.records[:kept] + [one for one in self.records[kept:] if one.packed]
        self.cells = {epoch: Counter(cells) for epoch, cells in self.backup.cells.items()}
        if not self.has_image:
            self.backup = None

    def clone(self, data: Path, number: str) -> Machine:
        """Another machine with a copy of this one's disk; *number* tells it from this one, or does not."""
        if self.is_on:
            self.settle()
            with frozen(database_file(self.data)):
                shutil.copytree(self.data, data, ignore=shutil.ignore_patterns("*-shm"))
        else:
            shutil.copytree(self.data, data)
        twin = Machine(self.name, data, number, self.place, self.rng, Time(self.time.true_s))
        twin._other_log = number != self.number
        twin.cells = {max(self.cells): Counter()}
        return twin

    def _as_backed_up(self, disk: Path) -> Backup:
        seen = self.open.as_now() if self.open is not None else None
        return Backup(
            disk, len(self.records), seen, {epoch: Counter(one) for epoch, one in self.cells.items()}
        )


def through(acts: Iterator[None], machine: Machine, rng: Random) -> Iterator[VisitSeen]:
    """Each act of the visit that *machine* is in, with some time after it; ends where the visit does."""
    for _ in acts:
        seen = machine.open
        assert seen is not None
        seen.last_ms = seen.elapsed_ms
        yield seen
        if machine.open is not seen:
            return
        machine.passes(rng.randrange(1, 45))
