"""Each evening the message of the next day is made, once, by another process."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from typing import cast

from support.fake_clock import FakeClock

from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.sections import Config
from kiosk.base.files.paths import bulletin_folder
from kiosk.base.hours.opening import HANOI
from kiosk.point.services.bulletin import BulletinService, day_of
from ui.turn.conductor import Conductor

WRITE = "import sys, pathlib; open(sys.argv[1], 'a').write(sys.argv[-1] + ' ')"


class Nobody:
    nobody_is_here = True


def test_in_the_evening_it_is_that_of_the_next_day() -> None:
    clock = FakeClock()
    for hour, day in ((18, "2026-11-29"), (19, "2026-11-30")):
        clock.wall_s = datetime(2026, 11, 29, hour, 0, tzinfo=HANOI).timestamp()
        assert day_of(clock.now(), 19).isoformat() == day


def test_the_message_is_made_once_and_not_while_somebody_is_here(tmp_path: Path) -> None:
    clock, here = FakeClock(), Nobody()
    clock.wall_s = datetime(2026, 11, 29, 20, 0, tzinfo=HANOI).timestamp()
    asked = tmp_path / "asked"
    command = (sys.executable, "-c", WRITE, str(asked))
    options = RunOptions(Config(), tmp_path / "data")

    async def evening() -> None:
        service = BulletinService(cast(Conductor, here), options, clock, command)
        await service.tick()
        assert not asked.exists(), "a kiosk that has just been opened has other things to do"
        clock.up_s += 200
        here.nobody_is_here = False
        await service.tick()
        assert service._work is None
        here.nobody_is_here = True
        await service.tick()
        assert service._work is not None
        await service._work
        bulletin_folder(options.data_folder).mkdir(parents=True)
        (bulletin_folder(options.data_folder) / "ban-tin-2026-11-30.png").touch()
        for _ in range(3):
            clock.up_s += 4000
            await service.tick()
            await service._work
        await service.aclose()

    asyncio.run(evening())
    assert asked.read_text() == "2026-11-30 "
