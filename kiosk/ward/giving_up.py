"""What will never come: an officer says it once, by the name under which it is missing."""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.export.cells import month_number
from kiosk.ward.authority import Authority
from kiosk.ward.gaps import Gap, give_up
from kiosk.ward.status import KioskStatus, statuses


class NothingMissing(Exception):
    """Nothing is missing under that name."""


def lost_name(one: KioskStatus, gap: Gap) -> str:
    """``kiosk-0123456789ab/0f3c5e71/10-50``: what is typed to give it up."""
    return f"{one.kiosk}/{gap.epoch[:8]}/{gap.first}-{gap.last}"


def give_up_what(connection: Connection, ward: Authority, name: str, now_s: int) -> None:
    """Nobody waits any more for what is missing under that *name*: as above, or ``kiosk-…/2026-10``.

    Raises `NothingMissing`.
    """
    for status in statuses(connection, ward.kiosks, ward.withdrawn):
        for gap in status.gaps:
            if lost_name(status, gap) == name:
                give_up(connection, status.kiosk, gap.epoch, gap.first, gap.last, now_s)
                return
        for month in status.untallied:
            if f"{status.kiosk}/{month}" == name:
                number = month_number(month)
                give_up(connection, status.kiosk, "", number, number, now_s)
                return
    raise NothingMissing(name)
