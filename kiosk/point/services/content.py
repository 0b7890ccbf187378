"""Takes in the ward's new content, puts it in force when nobody is here, and watches it on trial."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from flows.reading.content import Content, content_in
from kiosk.base.events import ContentChanged
from kiosk.base.files.paths import content_folder
from kiosk.base.hours.clock import Clock
from kiosk.base.system.tasks import OneTask
from kiosk.base.words.texts import SENTENCES
from kiosk.papers.content.in_force import content_of, usable
from kiosk.papers.content.standing import (
    INCOMING,
    ContentStanding,
    Edition,
    back_as_asked,
    is_asked_back,
    read_standing,
    write_standing,
)
from kiosk.papers.content.trial import ended, failed, visit_ended
from kiosk.point.services.content_news import is_outdated, is_troubled, seen, sentences
from kiosk.point.services.premises import Premises
from kiosk.point.services.screen_mistakes import ScreenMistakes
from kiosk.point.services.service import Service
from ui.screens.surrounding_parts import ContentNow, StaffTrouble
from ui.turn.conductor import Conductor
from ui.visit.ports import KioskLog

if TYPE_CHECKING:  # what is signed is imported with the first pack
    from kiosk.papers.content.manifest import Manifest
    from kiosk.papers.content.proof_beside import ProofBeside
    from kiosk.papers.content.taking import Prove
    from kiosk.papers.packs.taking import Prepared

LOGGER = logging.getLogger(__name__)
LOOKS_EVERY_S = 5.0
AGAIN_AFTER_S = 900.0
"""After what may pass by itself: a full disk, a proof that was cut off."""


Read = TypeVar("Read")


class Reader(Protocol[Read]):
    """Who reads guides (`kiosk.point.guides.at_start`)."""

    @property
    def all_is_read(self) -> bool: ...

    async def read(self, content: Content, /) -> Read: ...

    def turn_to(self, read: Read, /) -> None: ...


class Takes(Protocol):
    """What follows from content beside the guides."""

    def __call__(self, data_folder: Path, edition: Edition) -> None: ...


@dataclass(frozen=True, slots=True)
class Follows:
    """What else new content leads to. `taken` is called on a thread once a pack is in force. `start_anew`
    ends this run, and another begins; False: not now. None: nobody would begin one.
    """

    taken: Takes = lambda _, __: None
    start_anew: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class _Ready(Generic[Read]):
    """Proven and read, and not in force yet."""

    prepared: Prepared[Manifest]
    read: Read


class ContentService(Service, Generic[Read]):
    """`trouble` is for staff: a pack was refused, or this kiosk has gone back from one."""

    def __init__(
        self,
        conductor: Conductor,
        guides: Reader[Read],
        premises: Premises,
        clock: Clock,
        log: KioskLog,
        follows: Follows,
        *,
        went_back: bool = False,
        prove: Prove | None = None,
    ) -> None:
        """*went_back*: this very start has gone back from content that failed. *prove*: what judges a pack in
        place of a process of its own.
        """
        self._conductor, self._guides = conductor, guides
        self._data, self._kiosk = premises.data_folder, premises.kiosk
        self._clock, self._log, self._follows, self._went_back = clock, log, follows, went_back
        self._prove = prove
        self._next_up_s = 0.0
        self._work = OneTask("take in content")
        self._ready: _Ready[Read] | None = None
        self._back: Read | None = None
        self._standing = ContentStanding()
        self._somebody, self._ended = False, 0  # visits that have ended since they were last counted
        self._mistakes = ScreenMistakes()
        self.trouble = False
        self._proof: ProofBeside | None = None
        self._begun_with: Mapping[str, str] = {}
        self._is_outdated = False  # something is in force that is only read at a start

    @property
    def troubles(self) -> tuple[StaffTrouble, ...]:
        return ("content",) if self.trouble else ()

    async def open(self) -> None:
        """What stands was begun with already (`kiosk.papers.content.in_force.begin`)."""
        logging.getLogger().addHandler(self._mistakes)
        self._standing = await asyncio.to_thread(read_standing, self._data)
        self.trouble = await asyncio.to_thread(is_troubled, self._data, self._standing)
        if self._went_back:
            self._log.record(ContentChanged(self._standing.now.counter, "went-back"))
        if self._follows.start_anew is not None and self._standing.now.folder:
            from kiosk.papers.content.taking import hashes_in_force

            self._begun_with = await asyncio.to_thread(hashes_in_force, self._data, self._standing)
        await self._show()

    async def aclose(self) -> None:
        logging.getLogger().removeHandler(self._mistakes)
        if self._proof is not None:
            self._proof.end()
        await self._work.cancel()
        after = ended(self._standing)
        if after != self._standing:
            self._standing = after
            await self._write()

    async def tick(self) -> None:
        if not self._guides.all_is_read:
            return
        self._watch_trial()
        nobody = self._conductor.nobody_is_here
        if nobody and self._back is not None:
            self._guides.turn_to(self._back)
            self._back = None
        elif nobody and self._ready is not None and self._work.is_idle:
            self._work.begin(self._switch(self._ready))
            self._ready = None
        elif nobody and self._is_outdated and self._work.is_idle and self._follows.start_anew is not None:
            self._is_outdated = not self._follows.start_anew()
            if not self._is_outdated:
                LOGGER.info("what is only read at a start is of another pack now: the kiosk starts anew")
        elif nobody and self._work.is_idle and is_asked_back(self._data):
            self._work.begin(self._go_back_as_asked())
        now_s = self._clock.now().up_s
        if now_s >= self._next_up_s and self._work.is_idle and self._ready is None:
            self._next_up_s = now_s + LOOKS_EVERY_S
            if (content_folder(self._data) / INCOMING).exists():
                self._work.begin(self._prepare())

    async def _show(self, coming: Literal["", "tried", "waits"] = "") -> None:
        """What staff read of it."""
        standing = self._standing
        changes, trouble = await asyncio.to_thread(seen, self._data, standing)
        changed, over = await asyncio.to_thread(sentences, self._data, standing)
        if self._follows.start_anew is not None:
            self._is_outdated = await asyncio.to_thread(is_outdated, self._data, self._begun_with, standing)
        self._conductor.surround(
            ContentNow(
                standing.now.counter,
                standing.now.day,
                changes.new,
                changes.changed,
                changes.gone,
                bool({*changes.others} - {SENTENCES}),
                changed,
                over,
                coming,
                trouble,
            )
        )

    async def _prepare(self) -> None:
        from kiosk.papers.content.proof_beside import ProofBeside
        from kiosk.papers.content.taking import incoming, prepare
        from kiosk.papers.keys.enrolled import NotEnrolled
        from kiosk.papers.packs.one_at_a_time import PackBusy
        from kiosk.papers.packs.refusals import PackRefused
        from kiosk.papers.packs.taking import AlreadyInForce, settle

        await self._show("tried")
        ready = None
        try:
            self._proof = ProofBeside()
            prepared = await asyncio.to_thread(prepare, self._data, self._kiosk, self._prove or self._proof)
            if prepared is not None:
                ready = _Ready(prepared, await self._guides.read(content_in(prepared.folder)))
                await asyncio.to_thread(settle, incoming(self._data))
        except (AlreadyInForce, PackBusy):
            pass
        except PackRefused:
            self.trouble = True
        except (NotEnrolled, OSError) as failure:
            LOGGER.warning("a content pack cannot be taken in just now: %s", failure)
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
        except Exception:  # whatever it is, people use the kiosk; the third time the pack is refused
            LOGGER.exception("our mistake with a content pack")
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
        await self._show("" if ready is None else "waits")
        self._ready = ready

    async def _switch(self, ready: _Ready[Read]) -> None:
        """On the disk first; on the screen at once where still nobody is here, else once they have gone."""
        from kiosk.papers.content.taking import put_in_force
        from kiosk.papers.packs.one_at_a_time import PackBusy
        from kiosk.papers.packs.refusals import PackRefused
        from kiosk.papers.packs.taking import AlreadyInForce

        boot = self._clock.now().boot
        try:
            self._standing = await asyncio.to_thread(put_in_force, self._data, ready.prepared, boot)
        except (AlreadyInForce, PackBusy, PackRefused, OSError) as failure:
            LOGGER.warning("the content is not changed just now: %s", failure)
            self._next_up_s = self._clock.now().up_s + AGAIN_AFTER_S
            return
        self.trouble = False
        self._mistakes.number = self._ended = 0  # what came before was not of this content
        self._offer(ready.read)
        self._log.record(ContentChanged(self._standing.now.counter, "taken"))
        await asyncio.to_thread(self._follows.taken, self._data, self._standing.now)
        await self._show()

    def _offer(self, read: Read) -> None:
        if self._conductor.nobody_is_here:
            self._guides.turn_to(read)
        else:
            self._back = read

    def _watch_trial(self) -> None:
        """Visits that end well bring the trial to its end; mistakes of ours bring the content before back."""
        here = not self._conductor.no_resident_is_here
        self._ended += self._somebody and not here
        self._somebody = here
        if not self._work.is_idle:
            return
        mistakes, visits = self._mistakes.number, self._ended
        self._mistakes.number = self._ended = 0
        after = self._standing
        for _ in range(mistakes):
            after = failed(after)
        for _ in range(0 if mistakes else visits):
            after = visit_ended(after)
        if after == self._standing:
            return
        gone_back = after.now != self._standing.now
        self._standing = after
        if not gone_back:
            self._work.begin(self._write())
        else:
            LOGGER.error("the kiosk failed with its new content: back to pack %d", after.now.counter)
            self.trouble = True
            self._log.record(ContentChanged(after.now.counter, "went-back"))
            self._work.begin(self._go_back())

    async def _go_back_as_asked(self) -> None:
        before = self._standing
        try:
            self._standing = await asyncio.to_thread(back_as_asked, self._data, before)
        except OSError as failure:
            LOGGER.warning("the content before cannot be put in force: %s", failure)
            return
        if self._standing.now != before.now:
            LOGGER.info("back to content pack %d, as somebody asked", self._standing.now.counter)
            self._mistakes.number = self._ended = 0
            self._log.record(ContentChanged(self._standing.now.counter, "went-back"))
            await self._go_back()

    async def _go_back(self) -> None:
        await self._write()
        edition = await asyncio.to_thread(usable, self._data, self._standing)
        self._offer(await self._guides.read(content_of(self._data, edition)))
        await self._show()

    async def _write(self) -> None:
        """On a thread: a disk may block."""
        try:
            await asyncio.to_thread(write_standing, self._data, self._standing)
        except OSError as failure:
            LOGGER.warning("how the new content does cannot be written down: %s", failure)
