"""The ward of one kiosk through a year: its server, packs and answers, and the stick that goes to and fro."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from support.receiving import Receiver
from support.ward import MONTH, Ward

from kiosk.base.events import SessionEnded
from kiosk.base.files.identity import kiosk_id
from kiosk.papers.export.folder_transport import PLACE
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.papers.tickets.answers import WORDS
from kiosk.papers.tickets.store import TicketStore
from kiosk.ward import packs
from kiosk.ward.folders import bundle_files, take_files
from kiosk.ward.ingest import Ingest, TakenIn
from kiosk.ward.tickets import answered, papers, questions, read_list

CHANGED = "guides/lua-dao-nhan-biet/vi.toml"
OFFICE_H = 21  # of each day: what the day brought has come


class YearWard:
    """`books` is what its server works with; `after` a day it answers, and makes the pack of a coming day.

    On days of *by_stick* a pack is carried to the kiosk, on those of *by_line* one waits at the server.
    """

    def __init__(
        self, folder: Path, data: Path, begins: datetime, by_stick: Collection[int], by_line: Collection[int]
    ) -> None:
        self._ward, self._begins, self._data = Ward(folder), begins, data
        self._ward.authority, answer = self._ward.authority.enrol(ask(data, kiosk_id(data)), MONTH)
        self._ward.authority.save()
        accept(data, kiosk_id(data), answer)
        self.books, self.stick = Receiver(self._ward), folder / "stick"
        (self.stick / PLACE).mkdir(parents=True)
        self._by_stick, self._by_line = by_stick, by_line
        self._files = packs.content_files(None)
        self.made, self.carried, self.refused = 0, 0, list[str]()
        self.after(-1)

    def after(self, day: int) -> None:
        """That evening at the ward."""
        self.books.now_s = (self._begins + timedelta(days=day, hours=OFFICE_H)).timestamp()
        if day in self._by_stick:
            self._stick_is_home()
        self._answer()
        if day + 1 in self._by_line:
            self._pack(day + 1)
        if day + 1 in self._by_stick:
            (self.stick / f"{day + 1}.kpack").write_bytes(self._pack(day + 1))

    def _pack(self, day: int) -> bytes:
        """Real content, one file of it another each time."""
        self.made += 1
        changed = {**self._files, CHANGED: self._files[CHANGED] + f"\n# {self.made}\n".encode()}
        return packs.make(self._ward.authority, changed, (self._begins + timedelta(days=day)).date())

    def _answer(self) -> None:
        folder = self.books.folder
        with self.books.ledger.read() as connection:
            asked = questions(connection)
        for one in asked:
            if one.number not in read_list(folder).answers:
                answered(folder, one.number, WORDS[0], int(self.books.now_s))

    def _stick_is_home(self) -> None:
        """As `kiosk ward ingest` does it; the answers travel back with the next stick."""
        books, ward = self.books, self._ward.authority
        work = Ingest(books.folder, books.ledger, books.ring, lambda: books.now_s)
        files = bundle_files([self.stick])
        for taken in take_files(files, work, lambda one: ward.acknowledge(one, books.now_s), papers(ward)):
            self.carried += 1
            if not isinstance(taken.outcome, TakenIn) or taken.unanswered:
                self.refused.append(f"{taken.file.name}: {taken.outcome}")
        for pack in self.stick.glob("*.kpack"):
            pack.unlink()

    def tell(self) -> None:
        """What it came to."""
        came = {line for line in self.books.lines() if f'"{SessionEnded.kind}"' in line}
        aside = [one.name for one in self.books.aside()]
        print(f"at the ward: {len(came)} visits with an end; refused: {aside}; alarms: {self.books.alarms()}")
        gaps = [one.gaps for one in self.books.statuses()]
        print(f"missing there: {gaps}; {self.carried} bundles came by stick, refused: {self.refused}")
        tickets = TicketStore(self._data, "").book()
        states = [tickets.state_of(one) for one in tickets.tickets]
        print(f"questions to the ward: {len(states)}, answered here: {states.count('answered')}")
