"""One ward and its kiosks, night after night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Literal, TypeAlias

from support.fleet import acts, books
from support.fleet.clock import Time
from support.fleet.machine import Machine, through
from support.fleet.road import Road
from support.fleet.seen import HANOI, Record, VisitSeen
from support.receiving import Receiver
from support.ward import Ward, kiosk_name

from kiosk.ward.rollup import catch_up

Trouble: TypeAlias = Literal["unheard", "restored", "image", "cloned", "twin", "away", "wrong", "jumping"]
"""What one kiosk suffers beside power cuts and the road.

`restored`: an older copy of its log is put back; `image`: of its whole disk. `cloned`: its disk lives on in a
second machine; `twin`: in one that nothing tells from the first. `away`: it is off after the first day;
`unheard`: all that it sends is lost, until in the end it is not.
`wrong`, `jumping`: its clock.
"""
DAY_S = 86_400
EIGHT_S = int(datetime(2026, 11, 12, 8, tzinfo=HANOI).timestamp())
AFTERWARDS_S = int(datetime(2027, 1, 4, 8, tzinfo=HANOI).timestamp())  # every month of theirs is closed
EVENING_S, MIDNIGHT_S = 41_400, 57_300  # 19:30 and 23:55, from eight o'clock on
YEAR_2000_S, YEARS_AHEAD_S = -26 * 365 * DAY_S, 9 * 365 * DAY_S
DOWN_NIGHTS, QUIET_NIGHTS = 7, 3


class Kiosk:
    """A kiosk by its name, with every machine that has ever been it."""

    def __init__(self, ward: Ward, number: int, rng: Random, trouble: Trouble) -> None:
        ward.kiosk(number)
        self.name, self.trouble = kiosk_name(number), trouble
        place = f"point-{number}" if number % 3 else f"team-{number}"
        self.machines = [Machine(self.name, ward.data(number), "a" * 32, place, rng, Time(EIGHT_S))]

    @property
    def first(self) -> Machine:
        return self.machines[0]

    @property
    def is_two(self) -> bool:
        """Two histories under the same numbers, which nothing on a kiosk can tell: only the ward."""
        return self.trouble in ("twin", "image")

    @property
    def records(self) -> list[Record]:
        return [one for machine in self.machines for one in machine.records]


class WardLife:
    """A ward with one kiosk for each of *troubles*; the ward is down for a week of the *nights*."""

    def __init__(
        self, folder: Path, seed: int, troubles: Sequence[Trouble], nights: int, url: str = ""
    ) -> None:
        folder.mkdir(parents=True)
        self._rng, self._nights = Random(seed), nights
        self.receiver = Receiver(Ward(folder, f"Phường {seed}"), url)
        self.road = Road(self.receiver, folder / "inbox", self._rng)
        self.kiosks = [
            Kiosk(self.receiver.ward, at, self._rng, trouble) for at, trouble in enumerate(troubles, 1)
        ]
        down = self._rng.randrange(1, max(2, nights - DOWN_NIGHTS))
        self._down = range(down, down + DOWN_NIGHTS)
        self.silent = self.waited_for = 0

    @property
    def happened(self) -> Counter[str]:
        machines = [machine for kiosk in self.kiosks for machine in kiosk.machines]
        return sum((machine.happened for machine in machines), Counter[str]()) + Counter(
            {str(fate): many for fate, many in self.road.fates.items()}
            | {"silent": self.silent, "months waited for": self.waited_for}
        )

    def live(self) -> None:
        for night in range(self._nights):
            for kiosk in self.kiosks:
                if kiosk.trouble == "away" and night > 0:
                    continue
                self._morning(kiosk, night)
                for machine in kiosk.machines:
                    self._day(kiosk, machine, EIGHT_S + night * DAY_S)
                    self.road.fetch(night, machine, loses_all=kiosk.trouble == "unheard")
            self.receiver.now_s = float(EIGHT_S + (night + 1) * DAY_S)
            if night not in self._down:
                self.road.bring(night)
        self._look_for_silence()
        self.look_for_months()
        self._afterwards()

    def _look_for_silence(self) -> None:
        """The ward names exactly those of whom nothing has come for three days."""
        now_s, heard_s = self.receiver.now_s, self.road.heard_s
        named = {one.kiosk for one in self.receiver.statuses() if one.is_silent(now_s)}
        quiet = {one.name for one in self.kiosks if now_s - heard_s.get(one.name, 0) > QUIET_NIGHTS * DAY_S}
        assert named == quiet
        self.silent = len(named)

    def look_for_months(self) -> None:
        """The ward waits for the figures of exactly those months that were lived and have not come."""
        catch_up(self.receiver.ledger)
        statuses = {one.kiosk: one for one in self.receiver.statuses()}
        for kiosk in self.kiosks:
            said, there = statuses[kiosk.name], books.hashes(self.receiver, kiosk.name)
            came = {month for name, month in self.road.tallied if name == kiosk.name}
            assert set(said.tallied) == came, kiosk.trouble
            visits = [one for one in kiosk.records if isinstance(one, VisitSeen)]
            arrived = (one for one in visits if one.clock_ok and one.known and one.stored.hash in there)
            waited = {one.day[:7] for one in arrived} - came
            assert set(said.untallied) == waited, (kiosk.trouble, said.untallied, waited)
            self.waited_for += len(waited)

    def _afterwards(self) -> None:
        """All is well again, until everybody has heard from everybody."""
        self.road.is_kind = True
        machines = [machine for kiosk in self.kiosks for machine in kiosk.machines]
        for night in range(QUIET_NIGHTS):
            self.receiver.now_s = float(AFTERWARDS_S + (night + 1) * DAY_S)
            for machine in machines:
                machine.switch_off()
                machine.time.off_for(AFTERWARDS_S + night * DAY_S - machine.time.true_s)
                machine.time.error_s = 0
                machine.switch_on()
                machine.switch_off()
                machine.passes(EVENING_S)
                machine.export(by_timer=True)
                self.road.fetch(self._nights + night, machine)
            self.road.bring(self._nights + night)
        for machine in machines:
            machine.export(by_timer=True)  # nothing is due, but the ward has answered

    # --- one day at one kiosk --------------------------------------------------------------------

    def _morning(self, kiosk: Kiosk, night: int) -> None:
        """What is done to a disk while the machine is off."""
        machine, middle = kiosk.first, self._nights // 3
        match kiosk.trouble:
            case "restored" if machine.backup is not None and self._rng.random() < 0.4:
                machine.switch_off()
                machine.restore()
            case "image" if night == middle:
                machine.switch_off()
                machine.back_up_whole()
            case "image" if night == middle + 3:
                machine.switch_off()
                machine.restore()
            case "twin" if night == middle:
                machine.switch_off()
                twin = machine.clone(machine.data.with_name(f"{kiosk.name}-twin"), machine.number)
                kiosk.machines.append(twin)
            case _:
                pass

    def _day(self, kiosk: Kiosk, machine: Machine, begins_s: int) -> None:
        rng = self._rng
        until_morning_s = begins_s + rng.randrange(3600) - machine.time.true_s
        if machine.is_on:
            machine.passes(until_morning_s)
            self._set_clock(kiosk, machine)
        else:
            machine.time.off_for(until_morning_s)
            self._set_clock(kiosk, machine)
            machine.switch_on()
        for _ in range(rng.randrange(1, 5)):
            machine.passes(rng.randrange(60, 5400))
            with acts.on_duty(machine, rng):
                acts.beside(machine, rng)
                self._visit(kiosk, machine)
            if not machine.is_on:
                break
        self._evening(kiosk, machine, begins_s)

    def _evening(self, kiosk: Kiosk, machine: Machine, begins_s: int) -> None:
        """The night's export: by the running program, by the timer, amid a visit, or not at all."""
        rng = self._rng
        machine.passes(max(0, begins_s + EVENING_S + rng.randrange(600) - machine.time.true_s))
        exports, while_on = rng.random() < 0.9, rng.random() < 0.7
        if machine.is_on and rng.random() < 0.15:
            machine.passes(begins_s + MIDNIGHT_S - machine.time.true_s)
            machine.happened["at midnight"] += 1
            self._visit(kiosk, machine, exporting=exports)
        elif exports and machine.is_on and while_on:
            machine.export()
            exports = False
        if rng.random() < 0.5:
            machine.switch_off()
        if exports:
            machine.export(by_timer=True)

    def _visit(self, kiosk: Kiosk, machine: Machine, *, exporting: bool = False) -> None:
        rng = self._rng
        for seen in through(acts.visit(machine, rng), machine, rng):
            what = rng.random()
            if what < 0.012 and not kiosk.is_two:
                if not machine.power_cut():
                    return
            elif what < 0.04:
                self._meddle(kiosk, machine)
            elif exporting and what < 0.3:
                machine.export()
            assert machine.open is seen

    def _meddle(self, kiosk: Kiosk, machine: Machine) -> None:
        """In the middle of a visit."""
        match kiosk.trouble:
            case "restored":
                machine.back_up()
            case "cloned" if len(kiosk.machines) == 1:
                kiosk.machines.append(machine.clone(machine.data.with_name(f"{kiosk.name}-clone"), "c" * 32))
            case "jumping":
                machine.time.error_s += self._rng.choice((-7200, 3600, 3 * DAY_S, YEARS_AHEAD_S))
            case _:
                pass

    def _set_clock(self, kiosk: Kiosk, machine: Machine) -> None:
        if kiosk.trouble == "wrong":
            machine.time.error_s = self._rng.choice((0, YEAR_2000_S, -400 * DAY_S, 5 * 3600))
        elif kiosk.trouble == "jumping" and self._rng.random() < 0.3:
            machine.time.error_s = 0
