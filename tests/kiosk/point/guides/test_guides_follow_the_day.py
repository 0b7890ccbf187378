"""The kiosk shows what holds today, also when it stays on over midnight or loses its clock."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from support.fake_clock import FakeClock

from flows.reading.content import SHIPPED
from flows.shelf.rehearsals import REHEARSALS
from kiosk.base.hours.opening import HANOI
from kiosk.point.guides.at_start import GuidesAtStart
from ui.screens.surrounding_parts import Guides, Setup
from ui.turn.conductor import Conductor
from ui.words import UiWords

EVENING = datetime(2026, 12, 31, 23, 59, 50, tzinfo=HANOI).timestamp()


class _Screens:
    """As much of the conductor as the reader of guides speaks to."""

    def __init__(self) -> None:
        self.around: Any = SimpleNamespace(guides=Guides(read=False), words=UiWords(), setup=Setup())
        self.nobody_is_here = True

    def surround(self, guides: Guides) -> None:
        self.around.guides = guides

    @property
    def said(self) -> str:
        return str(self.around.guides.flows["the-xe-buyt"].steps["han-the-cu"].say.vi)


def test_the_wording_changes_at_midnight_but_never_beneath_a_visit_and_is_careful_without_a_clock() -> None:
    screens, clock = _Screens(), FakeClock(EVENING)
    guides = GuidesAtStart(cast(Conductor, screens), SHIPPED, clock.wall, "https://cua-nam.example/bai")

    async def night() -> None:
        await guides.load()
        assert "chỉ dùng hết năm 2026" in screens.said
        clock.wall_s += 20
        screens.nobody_is_here = False
        await guides.tick()
        assert "chỉ dùng hết năm 2026" in screens.said
        screens.nobody_is_here = True
        await guides.tick()
        assert "không còn dùng được" in screens.said
        code = screens.around.guides.flows["the-xe-buyt"].qr[0]
        assert code.payload == "https://cua-nam.example/bai/the-xe-buyt/"
        clock.clock_ok = False
        await guides.tick()
        assert "thay đổi sau ngày 31/12/2026" in screens.said
        await guides.aclose()

    asyncio.run(night())


def test_what_ends_this_month_is_told_until_it_has_and_never_by_a_doubted_clock() -> None:
    screens, clock = _Screens(), FakeClock(EVENING)
    guides = GuidesAtStart(cast(Conductor, screens), SHIPPED, clock.wall)

    def told() -> list[str]:
        return [one.guide for one in screens.around.guides.due]

    async def night() -> None:
        await guides.load()
        assert "the-xe-buyt" in told()
        clock.wall_s += 20
        await guides.tick()
        assert told() == ["ban-hang-cho-thue"], "the next month has begun"
        clock.clock_ok = False
        await guides.tick()
        assert told() == []
        await guides.aclose()

    asyncio.run(night())


def test_guides_speak_of_the_ward_of_the_config_those_for_volunteers_too() -> None:
    screens, clock = _Screens(), FakeClock(EVENING)
    guides = GuidesAtStart(cast(Conductor, screens), SHIPPED, clock.wall, ward="Xã Suối Mơ")

    async def start() -> None:
        await guides.load()
        await guides.load_training()
        await guides.aclose()

    asyncio.run(start())
    read = screens.around.guides
    assert "xã Suối Mơ" in read.flows["dvc-chung-thuc"].steps["chon-noi-hen"].say.vi
    assert "xã Suối Mơ" in repr(read.training["tnv-den-tung-nha"])
    told = repr([flow.steps for flow in (*read.flows.values(), *read.training.values())])
    assert "Cửa Nam" not in told.replace(", Cửa Nam,", ""), "but in a list of wards, which is true in each"


def test_the_scams_to_rehearse_are_read_at_the_start_and_one_left_out_is_shown_to_staff(
    tmp_path: Path,
) -> None:
    shutil.copytree(REHEARSALS, tmp_path / "rehearsals")
    content = replace(SHIPPED, rehearsals=tmp_path / "rehearsals")
    for broken in (False, True):
        if broken:
            (tmp_path / "rehearsals" / "khoa-sim" / "rehearsal.toml").write_text("id = ", "utf-8")
        screens = _Screens()
        guides = GuidesAtStart(cast(Conductor, screens), content, FakeClock(EVENING).wall)
        asyncio.run(guides.load_training())
        assert ("khoa-sim" in screens.around.guides.rehearsals) != broken
        assert len(screens.around.guides.rehearsals) == (13 if broken else 14)
        assert guides.troubles == (("guides",) if broken else ())
