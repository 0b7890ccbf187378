"""Deletes from the kiosk what the ward has acknowledged and the retention time is over for."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from kiosk.base.files.durable import sync_folder
from kiosk.base.hours.clock import Moment
from kiosk.base.hours.night import DAY_S
from kiosk.log.sessions.tally import NO_MONTH
from kiosk.log.storage.purge import NotPurged, purge_events
from kiosk.log.storage.quarantine import SALVAGED, salvaged_beside
from kiosk.log.storage.ranges import ranges_in
from kiosk.log.storage.reading import LogReader, NoLog
from kiosk.papers.export.cells import month_number
from kiosk.papers.export.ledger import BundleEntry, ExportLedger, missing
from kiosk.papers.export.outbox import Outbox

log = logging.getLogger(__name__)


def purge(database: Path, outbox: Outbox, ledger: ExportLedger, now: Moment, keep_days: int) -> ExportLedger:
    """The ledger when everything that may go is gone; hold `export_lock`. Raises `OSError`.

    Nothing goes while the clock is not to be trusted, nor before the ward's own clock, signed with each
    acknowledgement, says that so many days are over: a kiosk's clock alone may be years ahead and believed.

    Bundles go first, then the ledger knows it, then the events: killed in between, the next night goes on
    there. The figures of months stay, and so do their bundles: only by them is it known how much of a month
    was sent, and a month that was sent too early, because the clock had run ahead, is sent once more when it
    has grown.
    """
    if not now.clock_ok:
        return ledger
    for entry in ledger.entries:
        ledger = _aged(ledger, entry, now.wall_s, keep_days * DAY_S, outbox)
    outbox.write(ledger)
    if database.exists():
        _purge_events(database, ledger)
        _purge_aside(database, ledger)
    return ledger


def _aged(
    ledger: ExportLedger, entry: BundleEntry, now_s: float, keep_s: float, outbox: Outbox
) -> ExportLedger:
    if entry.acked_s is None or entry.kind == "tally":
        return ledger
    if entry.acked_s > now_s + DAY_S:  # acknowledged while the clock was ahead: the time runs from now on
        return ledger.with_entry(replace(entry, acked_s=int(now_s)))
    said_s = ledger.said.get(entry.name)
    if said_s is None:  # of before wards said it: the time runs from their first word on
        return ledger.with_word(entry.name, ledger.ward_s)
    if now_s - entry.acked_s < keep_s or ledger.ward_s - said_s < keep_s:
        return ledger
    outbox.take_out(entry.name)
    return ledger.dropped(entry)


def _purge_events(database: Path, ledger: ExportLedger) -> None:
    for epoch, ranges in ledger.gone_events():
        for first, last in ranges:
            try:
                deleted = purge_events(database, epoch, first, last)
            except NotPurged as failure:
                log.warning("the log is not purged tonight: %s", failure)
                return
            if deleted:
                log.info("%d events of epoch %s were deleted: the ward has them", deleted, epoch)


def _purge_aside(database: Path, ledger: ExportLedger) -> None:
    """A damaged log that was set aside goes when all that was salvaged of it has gone.

    What was salvaged goes last: cut off in between, the damaged file would be salvaged a second time.
    """
    for salvaged in salvaged_beside(database):
        try:
            if not _all_gone(salvaged, ledger):
                continue
        except NoLog:
            continue
        aside = salvaged.with_name(salvaged.name.removesuffix(SALVAGED))
        for part in ("-wal", "-shm", ""):
            aside.with_name(aside.name + part).unlink(missing_ok=True)
        sync_folder(aside.parent)
        salvaged.unlink(missing_ok=True)
        log.info("%s was deleted: the ward has all that was salvaged of it", aside.name)


def _all_gone(salvaged: Path, ledger: ExportLedger) -> bool:
    """False also where nothing could be salvaged: a person may still save more of that file."""
    gone, events = dict(ledger.gone_events()), ranges_in(salvaged)
    cells = [one for one in LogReader(salvaged).tally() if one.cell.month != NO_MONTH]
    months = {(cell.epoch, month_number(cell.cell.month)) for cell in cells}
    return (
        bool(events or cells)
        and all(not missing((event.first, event.last), gone.get(event.epoch, ())) for event in events)
        and all(not missing((month, month), ledger.acknowledged("tally", epoch)) for epoch, month in months)
    )
