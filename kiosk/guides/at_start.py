"""What is read when the kiosk starts, behind the invitation: guides, words and word lists."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.dated import on_day
from flows.page_address import with_pages
from flows.rehearse.script import Rehearsal, of_audience
from flows.words import LANGUAGES
from kiosk.hours.clock import WallTime
from kiosk.hours.opening import HANOI
from kiosk.services.service import Service
from ui.conductor import Conductor
from ui.screens.surrounding_parts import StaffTrouble

if TYPE_CHECKING:
    from accessibility.speech.word_list import ListProblem
    from flows.exercise.script import Exercise
    from flows.flow import Flow
    from flows.library import Library
    from flows.offered import Offered
    from flows.search import Asking

LOGGER = logging.getLogger(__name__)


class GuidesAtStart(Service):
    """Reads beside the screen's thread and hands what was read to the conductor; what is for volunteers once
    every service is open, behind everything a resident may be waiting for. `site` is the address of the
    ward's pages of guides: each guide then has the code of its own.

    `troubles` are for staff. `read_anew`: something was read since somebody last set this to False.
    """

    def __init__(
        self, conductor: Conductor, folder: Path | None, wall: Callable[[], WallTime], site: str = ""
    ) -> None:
        self._conductor, self._folder, self._wall, self._site = conductor, folder, wall, site
        self._written: Mapping[str, Flow] = {}
        self._day: date | None = None  # for which the guides say what holds; None: nobody knows the day
        self.troubles: tuple[StaffTrouble, ...] = ()
        self.read_anew = False
        self._training: asyncio.Task[None] | None = None
        self._library: Library | None = None

    async def open(self) -> None:
        await self.load()
        await self.check_word_lists()

    async def tick(self) -> None:
        self._follow_the_day()
        if self._training is None:
            loop = asyncio.get_running_loop()
            self._training = loop.create_task(self.load_training(), name="read the guides for volunteers")
        elif self._training.done():
            self._training.result()  # a mistake of ours comes out here

    async def aclose(self) -> None:
        if self._training is not None:
            self._training.cancel()
            await asyncio.gather(self._training, return_exceptions=True)

    async def load(self) -> None:
        """The guides for residents, and the words of every language."""
        words = self._conductor.around.words
        library = await asyncio.to_thread(_library, self._folder, self._today())
        self._written, self._day = with_pages(library.written, self._site), self._trusted_day()
        for language in LANGUAGES:  # all of them: which ones were read must not tell who was here
            await asyncio.to_thread(words.texts, language)
        for problem in library.problems:
            LOGGER.warning("%s", problem)
        if not library.flows:
            LOGGER.error("%s / %s", *_no_guide(library.folder))
            self.troubles = (*self.troubles, "no-guides")
        elif any(problem.severity == "error" for problem in library.problems):
            self.troubles = (*self.troubles, "guides")
        flows = on_day(self._written, self._day)
        self._library = replace(library, flows=on_day(library.written, self._day))
        self._conductor.surround(replace(self._conductor.around.guides, flows=flows, read=True))
        self.read_anew = True

    def _follow_the_day(self) -> None:
        """Facts end at midnight, and with a clock that nobody trusts any more: never beneath a visit."""
        day = self._trusted_day()
        if day != self._day and self._conductor.nobody_is_here:
            self._day = day
            flows = on_day(self._written, day)
            self._conductor.surround(replace(self._conductor.around.guides, flows=flows))
            self.read_anew = True

    def _today(self) -> date:
        return datetime.fromtimestamp(self._wall().wall_s, HANOI).date()

    def _trusted_day(self) -> date | None:
        return self._today() if self._wall().clock_ok else None

    async def check_word_lists(self) -> None:
        """What officers wrote of how words are said."""
        problems = await asyncio.to_thread(_wrong_in_word_lists)
        for problem in problems:
            LOGGER.warning("%s / %s", problem.sentence_vi(), problem.sentence_en())
        if problems:
            self.troubles = (*self.troubles, "words")

    async def load_training(self) -> None:
        """What residents and volunteers rehearse, the small exercises, and the guides for volunteers."""
        rehearsals = await asyncio.to_thread(_rehearsals, self._today())
        exercises = await asyncio.to_thread(_exercises, self._today())
        for problem in (*rehearsals.problems, *exercises.problems):
            LOGGER.warning("%s", problem)
        if rehearsals.refused or exercises.refused:
            self.troubles = (*self.troubles, "guides")
        guides = self._conductor.around.guides
        self._conductor.surround(
            replace(
                guides,
                rehearsals=of_audience(rehearsals.scripts, "residents"),
                helping=of_audience(rehearsals.scripts, "volunteers"),
                exercises=exercises.scripts,
            )
        )
        residents = self._conductor.around.guides.flows
        library = await asyncio.to_thread(_training, self._today(), residents)
        for problem in library.problems:
            LOGGER.warning("%s", problem)
        self._conductor.surround(replace(self._conductor.around.guides, training=library.flows))
        self.read_anew = True
        await self.prepare_asking()

    async def prepare_asking(self) -> None:
        """What residents ask in their own words is answered from now on: it takes a second to make."""
        if self._library is not None and self._library.flows:
            asking = await asyncio.to_thread(_asking, self._library)
            self._conductor.surround(replace(self._conductor.around.guides, asking=asking))


def _library(folder: Path | None, today: date) -> Library:
    """What reads guides is imported with them, after the first frame. None: the guides we ship."""
    from flows.library import RESIDENT_GUIDES, Library, load_library

    folder = folder or RESIDENT_GUIDES
    try:
        return load_library(folder, today)
    except OSError as reason:
        LOGGER.error("%s: %s", folder, reason.strerror or reason)
        return Library(folder, {}, ())


def _asking(library: Library) -> Asking:
    from flows.search import prepare, read_words

    words = read_words()
    for problem in words.problems:
        LOGGER.warning("%s", problem)
    return prepare(library, words=words)


def _wrong_in_word_lists() -> tuple[ListProblem, ...]:
    from accessibility.speech.word_list import list_problems

    return list_problems()


def _no_guide(folder: Path) -> tuple[str, str]:
    return (
        f"Trong {folder} không có bài hướng dẫn nào dùng được: cài lại ki-ốt, hoặc chạy "
        "./script/run flows check.",
        f"No guide in {folder} can be offered: install the kiosk again, or run ./script/run flows check.",
    )


def _rehearsals(today: date) -> Offered[Rehearsal]:
    from flows.rehearse.library import REHEARSALS, load_rehearsals

    return load_rehearsals(REHEARSALS, today)


def _exercises(today: date) -> Offered[Exercise]:
    from flows.exercise.library import EXERCISES, load_exercises

    return load_exercises(EXERCISES, today)


def _training(today: date, residents: Mapping[str, Flow]) -> Library:
    from flows.library import TRAINING_GUIDES, load_library

    return load_library(TRAINING_GUIDES, today, residents)
