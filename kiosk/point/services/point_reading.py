"""What the kiosk sees of itself and of the point's day: log, register and machine.

Each reads the disk, so call it beside the screen's thread.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from flows.guide.flow import Flow
from kiosk.base.files.paths import database_file
from kiosk.base.hours.clock import Clock
from kiosk.log.sessions.day import own_of, sessions_of
from kiosk.log.sessions.duty import Duty, duty_of
from kiosk.point.health.machine import ENOUGH_MB, see_network
from kiosk.point.health.probes import see_disk
from kiosk.point.services.day_board import day_of
from kiosk.point.staff.members import Members
from ui.visit.staff.point import Day, SelfCheck

LOGGER = logging.getLogger(__name__)


def self_check(data_folder: Path, flows: Mapping[str, Flow], today: date) -> SelfCheck:
    """What the kiosk sees of itself."""
    disk = see_disk(data_folder)
    return SelfCheck(
        network=see_network().way_out,
        free_mb=-1 if disk.failure else disk.free_mb,
        disk_works=not disk.failure and disk.free_mb >= ENOUGH_MB,
        guides=len(flows),
        overdue=sum(flow.valid_until is not None and flow.valid_until < today for flow in flows.values()),
        newest=max((flow.checked_on for flow in flows.values()), default=None),
    )


def duty_on(data_folder: Path, day: date) -> Duty:
    """Who is on duty, and how the point stands, by the log of that day."""
    from kiosk.log.storage.reading import NoLog, open_for_reading

    try:
        return duty_of(own_of(day, open_for_reading(database_file(data_folder))))
    except NoLog:
        return Duty()  # nothing was written yet, or it cannot be read: then the storage says so


def day_on(data_folder: Path, day: date) -> Day:
    """The figures of that day, as the screen shows them."""
    from kiosk.log.storage.reading import NoLog, open_for_reading

    try:
        reader = open_for_reading(database_file(data_folder))
        return day_of(sessions_of(day, reader), own_of(day, reader))
    except NoLog as failure:
        LOGGER.warning("%s", failure)
        return Day(trouble=True)


def shown_names(data_folder: Path, clock: Clock) -> Mapping[str, str]:
    """What everybody on the register is called on the screen, by id."""
    return {member.id: member.shown for member in _members(data_folder, clock)}


def disabled_ids(data_folder: Path, clock: Clock) -> frozenset[str]:
    """Those on the register who may no longer help."""
    return frozenset(member.id for member in _members(data_folder, clock) if not member.active)


def _members(data_folder: Path, clock: Clock) -> Members:
    from kiosk.point.staff.register import RegisterUnusable, StaffRegister

    try:
        return StaffRegister(data_folder, clock).members()
    except RegisterUnusable as failure:
        LOGGER.warning("%s", failure)
        return ()
