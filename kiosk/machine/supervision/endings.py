"""How often the kiosk ended though nobody asked it to, as `files/count.sh` notes it: a day and a word a line.

systemd's own count is nought again once it has given up and tries anew, and a laptop has none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kiosk.base.files.paths import endings_file

DAYS = 7
MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Endings:
    """In `DAYS` days. `pages`: given up for five minutes, with the page of what to do; `machine`: restarts of
    the machine that followed the third of those within an hour.
    """

    failed: int = 0
    hung: int = 0
    pages: int = 0
    machine: int = 0


def count_endings(data_folder: Path, today: date) -> Endings:
    """Up to and with *today*. A line that cannot be read counts as none."""
    try:
        with endings_file(data_folder).open("rb") as file:
            lines = file.read(MOST_BYTES).decode("ascii", "replace").splitlines()
    except OSError:
        return Endings()
    days = {(today - timedelta(ago)).isoformat() for ago in range(DAYS)}
    how = Counter(word for day, _, word in (line.partition(" ") for line in lines) if day in days)
    return Endings(how["failed"], how["hung"], how["page"], how["machine"])
