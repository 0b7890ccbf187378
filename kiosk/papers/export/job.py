"""A night's export from beginning to end, whoever asks for it: the running kiosk, the timer, or a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.paths import database_file, export_folder
from kiosk.base.hours.clock import Moment
from kiosk.base.hours.night import is_due, night_of, open_month
from kiosk.papers.export.bulletin import lay_bulletin
from kiosk.papers.export.content import fetch_content
from kiosk.papers.export.delivery import Delivered, Transport, deliver
from kiosk.papers.export.exporter import Progress, Watcher, export_lock, pack_all, unpacked_of_others
from kiosk.papers.export.folder_transport import FolderTransport
from kiosk.papers.export.http_transport import HttpTransport
from kiosk.papers.export.ledger import LATE_DAYS, ExportLedger
from kiosk.papers.export.outbox import Outbox
from kiosk.papers.export.papers import take_papers
from kiosk.papers.export.purge import purge
from kiosk.papers.export.signer import Signer, open_signer

__all__ = ["ExportJob", "ExportRequest", "Outcome", "Progress"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`packed`: new bundles; `waiting`: bundles the ward has not acknowledged; `delivered`: per way there.

    `papers`: new ones of the ward. `due`: it was packed, and not only offered again or asked. `late`: the
    ward refuses something, or has said nothing for a week: staff should hear of it. `content`: some has come
    by network, which the running kiosk takes in.
    """

    packed: int = 0
    waiting: int = 0
    delivered: tuple[Delivered, ...] = ()
    papers: int = 0
    due: bool = True
    late: bool = False
    content: bool = False

    @property
    def is_well(self) -> bool:
        return all(delivery.is_well for delivery in self.delivered)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is wanted. `now`: pack whether or not it is due. `to`: offer only there. `wait_s`: for others.

    `again`: offer also what is acknowledged and still kept, and pack anew what another ward was to open: the
    ward has lost its ledger, or its keys.
    """

    now: bool = False
    to: Path | None = None
    again: bool = False
    wait_s: float = 0.0
    papers: bool = False  # also when there is nothing to send: the ward may have answered
    last_up_s: float | None = None  # when this program last exported, by the clock of this boot


class ExportJob:
    """Safe to run from several programs at once: the second waits, or finds nothing left to do."""

    def __init__(self, data_folder: Path, kiosk: str, config: ExportConfig) -> None:
        self._data_folder, self._kiosk, self._config = data_folder, kiosk, config
        self._outbox = Outbox(export_folder(data_folder))

    def run(
        self, moment: Callable[[], Moment], asked: ExportRequest, watch: Watcher = lambda _: None
    ) -> Outcome | None:
        """None when nothing is due. Raises `NotEnrolled`, `ExportBusy`, `OSError`."""
        signer = open_signer(self._data_folder, self._kiosk)
        with export_lock(export_folder(self._data_folder), asked.wait_s):
            now, before = moment(), self._outbox.read()
            due = asked.now or is_due(now, self._config.hour, before.night, asked.last_up_s)
            if not (due or before.waiting or asked.papers):
                return None
            if asked.again:
                before = unpacked_of_others(database_file(self._data_folder), self._outbox, before, signer)
            ledger = self._pack(signer, now, watch) if due else before
            if asked.again:
                ledger = ledger.all_waiting()
                self._outbox.write(ledger)
            transports = self._transports(asked.to, anew=asked.again)
            ledger, delivered = self._deliver(signer, ledger, now, transports)
            papers = self._take_papers(signer, transports)
            content = any(
                fetch_content(self._data_folder, transport, signer.enrolment)
                for transport in transports
                if isinstance(transport, HttpTransport)
            )
            for folder in self._folders(asked.to):
                lay_bulletin(self._data_folder, folder)
            names_before = {entry.name for entry in before.entries}
            packed = sum(entry.name not in names_before for entry in ledger.entries)
            if due:
                database = database_file(self._data_folder)
                ledger = purge(database, self._outbox, ledger, now, self._config.keep_days)
            return Outcome(
                packed, len(ledger.waiting), delivered, papers, due, _is_late(ledger, now), content
            )

    def _pack(self, signer: Signer, now: Moment, watch: Watcher) -> ExportLedger:
        database, now_s = database_file(self._data_folder), int(now.wall_s) if now.clock_ok else 0
        ledger = pack_all(database, self._outbox, signer, watch, month=open_month(now), now_s=now_s)
        if now.clock_ok:
            ledger = replace(ledger, night=night_of(now.wall_s, self._config.hour))
            self._outbox.write(ledger)
        return ledger

    def _deliver(
        self, signer: Signer, ledger: ExportLedger, now: Moment, transports: Sequence[Transport]
    ) -> tuple[ExportLedger, tuple[Delivered, ...]]:
        all_delivered = list[Delivered]()
        for transport in transports:
            ledger, delivered = deliver(self._outbox, ledger, transport, signer.ward_keys, now.wall_s)
            all_delivered.append(delivered)
        return ledger, tuple(all_delivered)

    def _take_papers(self, signer: Signer, transports: Sequence[Transport]) -> int:
        brought = [transport.papers() for transport in transports]
        return sum(
            take_papers(raw, self._data_folder, self._kiosk, signer.ward_keys)
            for raw in brought
            if raw is not None
        )

    def _folders(self, to: Path | None) -> tuple[Path, ...]:
        named = Path(self._config.folder) if self._config.folder else None
        return tuple(one for one in (to or named,) if one is not None)

    def _transports(self, to: Path | None, *, anew: bool) -> list[Transport]:
        if to is not None:
            return [FolderTransport(to, anew=anew)]
        ways: list[Transport] = []
        if self._config.url:
            ways.append(HttpTransport(self._config.url, self._config.ca_file))
        if self._config.folder:
            ways.append(FolderTransport(Path(self._config.folder), anew=anew))
        return ways


def _is_late(ledger: ExportLedger, now: Moment) -> bool:
    days = ledger.waits_since_days(now.wall_s) if now.clock_ok else None
    return any(one.refused for one in ledger.waiting) or (days is not None and days >= LATE_DAYS)
