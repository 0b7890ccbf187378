"""The marker beside the database distinguishes a clone, or an older copy put back, from the real one.

Two machines, or two histories, must never write different events under the same (kiosk, epoch, seq).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.base.files.durable import publish


@dataclass(frozen=True, slots=True)
class Marker:
    """`seq`: the highest number known to be used in `epoch`; it may lag behind the database.

    `tokens`: those the database may hold. Each opening writes a new one into both, so that a copy of the
    database from before the last opening is recognised even when its numbers look right.
    """

    machine: str
    epoch: str
    seq: int
    tokens: tuple[str, ...]

    def disagrees(self, machine: str, epoch: str, seq: int, token: str | None) -> bool:
        """Whether the database (its last epoch, number and token) is not the one this marker was left by."""
        return self.machine != machine or self.epoch != epoch or self.seq > seq or token not in self.tokens


def marker_path(database: Path) -> Path:
    return database.with_suffix(".marker.json")


def read_marker(database: Path) -> Marker | None:
    """None when there is no readable marker: that, too, disagrees with any database."""
    try:
        raw = json.loads(marker_path(database).read_text("utf-8"))
        return Marker(str(raw["machine"]), str(raw["epoch"]), int(raw["seq"]), tuple(map(str, raw["tokens"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_marker(database: Path, marker: Marker) -> None:
    """Raises `OSError`."""
    publish(marker_path(database), json.dumps(asdict(marker)).encode())


def left_path(database: Path) -> Path:
    return database.with_suffix(".left.json")


def note_left(database: Path, epoch: str, seq: int) -> None:
    """Events up to that number are about to leave the kiosk; for whoever exports, one at a time.

    A file of its own, because the marker belongs to the log's writer and may lag behind what is exported.
    Raises `OSError`.
    """
    if left_up_to(database, epoch) < seq:
        publish(left_path(database), json.dumps({"epoch": epoch, "seq": seq}).encode())


def left_up_to(database: Path, epoch: str) -> int:
    """The highest number of that epoch which may have left the kiosk, 0 when nobody knows."""
    try:
        raw = json.loads(left_path(database).read_text("utf-8"))
        return int(raw["seq"]) if raw["epoch"] == epoch else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0
