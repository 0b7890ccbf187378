"""All services of the running kiosk: what works behind its screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from flows.reading.content import Content
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import place_id
from kiosk.base.files.identity import kiosk_id
from kiosk.base.hours.clock import Clock
from kiosk.base.hours.opening import HANOI
from kiosk.papers.export.nightly import NightlyExport
from kiosk.papers.roster.watch import RosterWatch
from kiosk.point.display.first_frame import FirstFrame
from kiosk.point.guides.at_start import GuidesAtStart
from kiosk.point.services.bulletin import BulletinService
from kiosk.point.services.cards import CardService
from kiosk.point.services.content import ContentService, Follows
from kiosk.point.services.content_roster import ContentRoster
from kiosk.point.services.doors_today import DoorsToday
from kiosk.point.services.memory_sweep import MemorySweep
from kiosk.point.services.night_work import NightWork
from kiosk.point.services.point import PointService
from kiosk.point.services.premises import Premises
from kiosk.point.services.program import ProgramService
from kiosk.point.services.resume import ResumeService
from kiosk.point.services.self_examination import SelfExamination
from kiosk.point.services.service import Service
from kiosk.point.services.sheets import SheetService
from kiosk.point.services.staff import StaffService
from kiosk.point.services.status import StatusService, Watched
from kiosk.point.services.stick_guard import StickGuard
from kiosk.point.services.tickets import TicketService
from kiosk.point.services.ward_stick import Sticks
from kiosk.running import Memory
from ui.screens.surrounding_parts import StaffTrouble
from ui.turn.conductor import Conductor
from ui.turn.gates.gates import Gates


@dataclass(frozen=True, slots=True)
class Behind:
    """What the services behind the screens are made of."""

    first: FirstFrame
    options: RunOptions
    clock: Clock
    conductor: Conductor
    memory: Memory
    is_started_again: bool  # once this run ends
    went_back: bool  # from content that failed, at this start

    def services(
        self, gates: Gates, content: Content, troubles: tuple[StaffTrouble, ...]
    ) -> tuple[Service, ...]:
        """In the order in which they open: first what a resident may be waiting for."""
        conductor, clock, memory = self.conductor, self.clock, self.memory
        config, data = self.options.config, self.options.data_folder
        premises = Premises(
            kiosk_id(data), place_id(config), data, config.export, scanner=config.cards.scanner
        )
        export = NightlyExport(data, premises.kiosk, config.export, clock)
        guides = GuidesAtStart(conductor, content, clock.wall, config.site.address, config.ward.name)
        log = memory.recorder
        guard = StickGuard(conductor, clock)
        sticks = Sticks(is_coming=lambda: guard.is_coming)
        point = PointService(conductor, gates.point, premises, log, clock, memory.log_is_open, sticks)
        program = ProgramService(conductor, self.options, premises.kiosk, clock, log)
        follows = Follows(
            ContentRoster(config, clock, self._today), program.start_anew if self.is_started_again else None
        )
        wards_content = ContentService(
            conductor, guides, premises, clock, log, follows, went_back=self.went_back
        )
        watched = Watched(
            memory.store,
            memory.care,
            export,
            lambda: (*troubles, *guides.troubles, *wards_content.troubles, *program.troubles),
        )
        sweep = MemorySweep(conductor, self.first.window, guides)
        return (
            guides,
            CardService(conductor, gates.cards, config.cards, premises, clock, self.first.fonts.family),
            SheetService(gates.sheets, config, clock, lambda: guides.content, lambda: self.first.words.over),
            StaffService(gates.staff, data, clock),
            TicketService(gates.tickets, premises, log),
            point,
            ResumeService(conductor, log.left_over, sweep.somebody_was_here),
            StatusService(conductor, config, clock, watched, RosterWatch(data), self._today),
            guard,
            DoorsToday(conductor, data, self._today),
            sweep,
            BulletinService(conductor, self.options, clock),
            SelfExamination(conductor, self.options, clock, log, memory.log_is_open),
            NightWork(conductor, export, memory.care, memory.log_is_open),
            wards_content,
            program,
        )

    def _today(self) -> date:
        return datetime.fromtimestamp(self.clock.now().wall_s, HANOI).date()
