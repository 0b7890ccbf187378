"""What is read when the kiosk starts, behind the invitation: guides, words and word lists."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.guide.page_address import with_pages
from flows.guide.ward import SHIPPED_WARD
from flows.guide.words import LANGUAGES
from flows.practice.rehearse.script import of_audience
from flows.reading.content import Content
from flows.reading.dated import on_day
from flows.shelf.due import this_month
from kiosk.base.hours.clock import WallTime
from kiosk.base.hours.opening import HANOI
from kiosk.point.guides import reading
from kiosk.point.services.service import Service
from ui.screens.surrounding_parts import Guides, StaffTrouble
from ui.turn.conductor import Conductor

if TYPE_CHECKING:
    from flows.guide.flow import Flow
    from flows.shelf.library import Library

LOGGER = logging.getLogger(__name__)


class GuidesAtStart(Service):
    """Reads beside the screen's thread and hands what was read to the conductor; what is for volunteers once
    every service is open, behind everything a resident may be waiting for. `site` is the address of the
    ward's pages of guides: each guide then has the code of its own. `ward` is whom guides speak of.

    `troubles` are for staff.
    """

    def __init__(
        self,
        conductor: Conductor,
        content: Content,
        wall: Callable[[], WallTime],
        site: str = "",
        ward: str = SHIPPED_WARD,
    ) -> None:
        self._conductor, self._wall, self._site, self._ward = conductor, wall, site, ward
        self.content = content
        """What is read, or was read last."""
        self._written: Mapping[str, Flow] = {}
        self._day: date | None = None  # for which the guides say what holds; None: nobody knows the day
        self._of_guides: tuple[StaffTrouble, ...] = ()
        self._of_words: tuple[StaffTrouble, ...] = ()
        self._read_anew = False
        self._reading: asyncio.Task[None] | None = None
        self._library: Library | None = None

    def has_read_anew(self) -> bool:
        """Whether something was read since this was last asked."""
        read_anew, self._read_anew = self._read_anew, False
        return read_anew

    @property
    def troubles(self) -> tuple[StaffTrouble, ...]:
        return (*self._of_guides, *self._of_words)

    async def open(self) -> None:
        await self.load()
        await self.check_word_lists()

    async def tick(self) -> None:
        self._follow_the_day()
        if self._reading is None:
            self._begin(self.load_training())
        elif self._reading.done():
            self._reading.result()  # a mistake of ours comes out here

    async def aclose(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        self._reading = asyncio.get_running_loop().create_task(work, name="read what is behind the guides")

    @property
    def all_is_read(self) -> bool:
        """Whether nothing is being read any more."""
        return self._reading is not None and self._reading.done()

    async def load(self) -> None:
        """The guides for residents, and the words of every language."""
        words = self._conductor.around.words
        library = await asyncio.to_thread(reading.library_in, self.content.guides, self._today(), self._ward)
        for language in LANGUAGES:  # all of them: which ones were read must not reveal who was here
            await asyncio.to_thread(words.texts, language)
        guides = self._of_residents(library)
        self._conductor.surround(replace(guides, read=True))
        self._read_anew = True

    def _of_residents(self, library: Library) -> Guides:
        """What the conductor is handed of *library*, which is read from now on."""
        self._written, self._day = with_pages(library.written, self._site), self._trusted_day()
        for problem in library.problems:
            LOGGER.warning("%s", problem)
        if not library.flows:
            LOGGER.error("%s / %s", *_no_guide(library.folder))
            self._of_guides = ("no-guides",)
        elif any(problem.severity == "error" for problem in library.problems):
            self._of_guides = ("guides",)
        else:
            self._of_guides = ()
        self._library = replace(library, flows=on_day(library.written, self._day))
        return self._on_the_day()

    def _follow_the_day(self) -> None:
        """Facts end at midnight, and with a clock that nobody trusts any more: never beneath a visit."""
        day = self._trusted_day()
        if day != self._day and self._conductor.nobody_is_here:
            self._day = day
            guides = self._on_the_day()
            self._conductor.surround(replace(guides, read=True))
            self._read_anew = True

    def _on_the_day(self) -> Guides:
        flows = on_day(self._written, self._day)
        return replace(self._conductor.around.guides, flows=flows, due=this_month(flows.values(), self._day))

    def _today(self) -> date:
        return datetime.fromtimestamp(self._wall().wall_s, HANOI).date()

    def _trusted_day(self) -> date | None:
        return self._today() if self._wall().clock_ok else None

    async def check_word_lists(self) -> None:
        """What officers wrote of how words are said."""
        problems = await asyncio.to_thread(reading.wrong_in_word_lists)
        for problem in problems:
            LOGGER.warning("%s / %s", problem.sentence_vi(), problem.sentence_en())
        if problems:
            self._of_words = ("words",)

    async def load_training(self) -> None:
        """What residents and volunteers rehearse, the small exercises, and the guides for volunteers."""
        today = self._today()
        scripts = await asyncio.to_thread(reading.scripts_of, self.content, today)
        self._conductor.surround(self._with_scripts(self._conductor.around.guides, scripts))
        residents = self._conductor.around.guides.flows
        library = await asyncio.to_thread(
            reading.training_in, self.content.training, today, residents, self._ward
        )
        self._conductor.surround(replace(self._conductor.around.guides, training=library.flows))
        self._read_anew = True
        await self.prepare_asking()

    def _with_scripts(self, guides: Guides, scripts: reading.Scripts) -> Guides:
        if scripts.refused and not self._of_guides:
            self._of_guides = ("guides",)
        return replace(
            guides,
            rehearsals=of_audience(scripts.rehearsals, "residents"),
            helping=of_audience(scripts.rehearsals, "volunteers"),
            exercises=scripts.exercises,
        )

    async def prepare_asking(self) -> None:
        """What residents ask in their own words is answered from now on: it takes a second to make."""
        if self._library is not None and self._library.flows:
            ward = self._conductor.around.setup.ward
            asking = await asyncio.to_thread(reading.asking_of, self._library, self.content.asking, ward)
            self._conductor.surround(replace(self._conductor.around.guides, asking=asking))
            self._read_anew = True

    async def read(self, content: Content) -> reading.ReadContent:
        """All of another content, which changes nothing yet. What it leaves as it was is not held twice."""
        training = self._conductor.around.guides.training
        return await asyncio.to_thread(
            reading.read_all, content, self._today(), self._ward, self._library, training
        )

    def turn_to(self, read: reading.ReadContent) -> None:
        """From now on that content is offered, all of it in one step. Only while nobody is here.

        Its search follows seconds later, as at a start: it is the larger part of all that is read, and what
        the one before held is given back first (`docs/tried/a-year.md`).
        """
        self.content = read.content
        guides = self._with_scripts(self._of_residents(read.library), read.scripts)
        self._conductor.surround(replace(guides, training=read.training, asking=None))
        self._read_anew = True
        self._begin(self.prepare_asking())


def _no_guide(folder: Path) -> tuple[str, str]:
    return (
        f"Trong {folder} không có bài hướng dẫn nào dùng được: cài lại ki-ốt, hoặc chạy "
        "./script/run flows check.",
        f"No guide in {folder} can be offered: install the kiosk again, or run ./script/run flows check.",
    )
