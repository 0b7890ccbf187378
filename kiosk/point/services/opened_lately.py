"""Which guides were opened most at this kiosk, for the list staff pick from: numbers, and of no visit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

from kiosk.base.files.paths import database_file
from kiosk.base.hours.opening import HANOI
from kiosk.papers.roster.plan import week_of

WEEKS = 4
LEAST = 5
"""Below this nothing moves: neither one visit nor chance decides what stands first."""


def opened_lately(data_folder: Path, today: date) -> Mapping[str, int]:
    """How often each guide was opened in the four weeks before this one. Reads the disk.

    Of whole weeks, so that the list stays as it is from one Monday to the next: hands learn where things are.
    """
    from kiosk.log.storage.reading import NoLog, open_for_reading

    monday = week_of(today)
    bounds = (_midnight(monday - timedelta(weeks=WEEKS)), _midnight(monday))
    try:
        flows = open_for_reading(database_file(data_folder)).opened(*bounds)
    except NoLog:
        return {}
    return {flow: times for flow, times in Counter(flows).items() if times >= LEAST}


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), HANOI).timestamp())
