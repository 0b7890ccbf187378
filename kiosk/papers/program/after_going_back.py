"""What the program that was gone back to does first: make the log its own again."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file
from kiosk.base.hours.clock import Clock

LOGGER = logging.getLogger(__name__)


def read_log_back(data_folder: Path, clock: Clock, environment: Mapping[str, str] = os.environ) -> None:
    """At the first start after going back, and later where that could not be yet. Never raises.

    Before the log is opened: it would be refused, or set aside as damaged.
    """
    if not environment.get("KIOSK_PROGRAM"):  # no script of ours has started this program
        return
    from kiosk.papers.program.standing import programs_here, read_standing

    programs = programs_here(environment)
    standing = None if programs is None else read_standing(programs)
    if standing is None or not standing.has_gone_back:
        return
    from kiosk.log.storage.file_check import check_alone
    from kiosk.log.storage.going_back import read_back

    database = database_file(data_folder)
    try:
        if standing.news == "went-back" or check_alone(database).state == "newer":
            read_back(database, kiosk_id(data_folder), clock)
    except (OSError, sqlite3.Error) as failure:
        LOGGER.warning("the log of a newer program cannot be read back just now: %s", failure)
