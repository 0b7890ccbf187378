"""The roster that comes with the ward's content: a week is taken in as `kiosk roster import` does."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.base.config.sections import Config, place_id
from kiosk.base.hours.clock import Clock
from kiosk.papers.content.in_force import extra
from kiosk.papers.content.standing import Edition

LOGGER = logging.getLogger(__name__)


class ContentRoster:
    """One with faults changes nothing: `ward pack make` makes no pack of it. Who is not in this
    kiosk's register can only be seen here, and is named in the logbook.
    """

    def __init__(self, config: Config, clock: Clock, today: Callable[[], date]) -> None:
        self._config, self._clock, self._today = config, clock, today

    def __call__(self, data_folder: Path, edition: Edition) -> None:
        """Reads and writes files. Never raises for what is in them, nor for the disk."""
        from kiosk.base.messages.system_errors import Unusable
        from kiosk.papers.roster.expected import expected_by
        from kiosk.papers.roster.problems import said_once
        from kiosk.papers.roster.read import read_roster
        from kiosk.papers.roster.store import RosterUnusable, Weeks, read_weeks, write_weeks
        from kiosk.point.staff.register import StaffRegister

        names = ("roster.toml", "roster.csv")
        file = next((one for name in names if (one := extra(data_folder, edition, name))), None)
        if file is None:
            return
        try:
            staff = {member.id: member.active for member in StaffRegister(data_folder, self._clock).members()}
            checked = read_roster(
                file, staff, place_id(self._config), expected_by(self._config, self._today())
            )
            for vi, en in said_once(checked.problems):
                LOGGER.warning("%s / %s", vi, en)
            if checked.plan is None:
                return
            try:
                weeks = read_weeks(data_folder)
            except RosterUnusable:
                weeks = Weeks()
            write_weeks(data_folder, weeks.taken_in(checked.plan, self._today()))
        except (Unusable, OSError) as failure:
            LOGGER.warning("the roster of the ward's content is not taken in: %s", failure)
