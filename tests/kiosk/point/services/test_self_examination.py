"""Once a day, while nobody is here, the kiosk writes down how it is, as the doctor sees it."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import cast

from support.fake_clock import FakeClock

from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.base.events import CheckFailed, EndingsCounted, KioskExamined, Recordable
from kiosk.base.version import __version__
from kiosk.point.health.condition import condition
from kiosk.point.services.self_examination import AGAIN_AFTER_S, FIRST_AFTER_S, SelfExamination
from ui.turn.conductor import Conductor
from ui.visit.ports import KioskLog

ENDINGS = {"failed": 6, "hung": 2, "pages": 1, "machine": 0}
FOUND = {"failed": ["sound", "lockdown"], "restarts": 2, "content": 7, "endings": ENDINGS}


class Kiosk:
    """Who is here, what is written down, and a clock."""

    def __init__(self, folder: Path, said: str) -> None:
        self.nobody_is_here, self.log_is_open = True, True
        self.recorded = list[Recordable]()
        self.clock = FakeClock()
        options = RunOptions(Config(), folder)
        command = (sys.executable, "-c", f"import sys; sys.stdout.write({said!r})")
        self.service = SelfExamination(
            cast(Conductor, self),
            options,
            self.clock,
            cast(KioskLog, self),
            lambda: self.log_is_open,
            command,
        )

    def record(self, event: Recordable) -> None:
        self.recorded.append(event)

    async def after(self, seconds: float) -> list[Recordable]:
        """What was written down by a tick so much later."""
        self.clock.up_s += seconds
        self.recorded.clear()
        await self.service.tick()
        if self.service._work is not None:
            await self.service._work
        return list(self.recorded)


def test_what_the_doctor_finds_is_written_down_once_a_day_while_nobody_is_here(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path, json.dumps(FOUND))

    async def days() -> None:
        assert await kiosk.after(10) == [], "a kiosk that has just been opened has other things to do"
        kiosk.nobody_is_here = False
        assert await kiosk.after(FIRST_AFTER_S) == []
        kiosk.nobody_is_here, kiosk.log_is_open = True, False
        assert await kiosk.after(1) == [], "a log that is not open yet may be a damaged one"
        kiosk.log_is_open = True
        examined, endings, *failed = await kiosk.after(1)
        assert isinstance(examined, KioskExamined)
        assert (examined.version, examined.content, examined.restarts) == (__version__, 7, 2)
        assert examined.clock == "works"
        assert examined.free_mb > 0
        assert endings == EndingsCounted(6, 2, 1, 0)
        assert failed == [CheckFailed("sound"), CheckFailed("lockdown")]
        assert await kiosk.after(3600) == []
        assert len(await kiosk.after(86_400)) == 4
        await kiosk.service.aclose()

    asyncio.run(days())


def test_what_gives_no_answer_is_tried_again_in_an_hour(tmp_path: Path) -> None:
    for nonsense in ("", "{}", '{"failed": 3, "restarts": [], "content": 0, "endings": {}}'):
        kiosk = Kiosk(tmp_path, nonsense)

        async def hours(kiosk: Kiosk = kiosk) -> None:
            assert await kiosk.after(FIRST_AFTER_S) == []
            began = kiosk.service._work
            await kiosk.after(60)
            assert kiosk.service._work is began
            await kiosk.after(AGAIN_AFTER_S)
            assert kiosk.service._work is not began

        asyncio.run(hours())


def test_the_doctor_asked_here_names_its_own_checks(tmp_path: Path) -> None:
    from kiosk.ward.conditions import CHECKS

    said = condition(tmp_path, None)
    assert isinstance(said["failed"], list) and said["failed"], "here nobody has filled in a config"
    assert set(said["failed"]) <= set(CHECKS)
    assert said["endings"] == {"failed": 0, "hung": 0, "pages": 0, "machine": 0}
