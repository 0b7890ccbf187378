"""Many nights of a few kiosks with everything that goes wrong on the way; afterwards the books are exact."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.events import visit
from support.exporting import ExportingKiosk, as_line
from support.postgres import postgres
from support.receiving import Receiver
from support.ward import Ward

from kiosk.export.envelope import parse_envelope
from kiosk.paths import export_folder
from kiosk.sessions.events import Stored
from kiosk.storage.marker import marker_path
from kiosk.storage.reading import open_for_reading
from kiosk.ward import tables as t

NIGHTS, KIOSKS = 6, 3
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")


class Life:
    """One kiosk's nights, and what must be at the ward after them: `truth`."""

    def __init__(self, ward: Ward, number: int, rng: random.Random) -> None:
        self.kiosk, self.rng, self.number = ExportingKiosk(ward, number), rng, number * 1000
        self.truth: set[str] = set()
        self.sent: dict[str, bytes] = {}
        self._backup: Path | None = None

    def night(self) -> None:
        for trouble in (self._restore, self._lose_ledger, self._lose_bundle):
            if self.rng.random() < 0.15:
                trouble()
        for _ in range(self.rng.randrange(4)):
            self.number += 1
            events = visit(self.number, self.rng.randrange(1, 6))
            self._remember(self.kiosk.live(events))
        if self.rng.random() < 0.3:
            shutil.copy(self.kiosk.database, self.kiosk.data / "backup")
            self._backup = self.kiosk.data / "backup"
        self.kiosk.pack(most_events=self.rng.choice([5, 12, 20_000]))
        self._collect()

    def _remember(self, stored: list[Stored]) -> None:
        found = open_for_reading(self.kiosk.database).events()
        assert stored[-1] == found[-1]
        self.truth |= {as_line(one) for one in found}

    def _collect(self) -> None:
        self.sent |= {one.name: one.read_bytes() for one in self.kiosk.bundles()}

    def _restore(self) -> None:
        """An older copy of the log is put back: what nobody had packed since then is gone for good."""
        if self._backup is None:
            return
        packed = set(self.kiosk.lines())
        for left in self.kiosk.database.parent.glob(f"{self.kiosk.database.name}-*"):
            left.unlink()
        shutil.copy(self._backup, self.kiosk.database)
        kept = open_for_reading(self.kiosk.database).events()
        self.truth &= packed | {as_line(one) for one in kept}

    def _lose_ledger(self) -> None:
        (export_folder(self.kiosk.data) / "ledger.json").unlink(missing_ok=True)

    def _lose_bundle(self) -> None:
        """It is packed again, as long as the log still has it: so not where a backup may come back."""
        if self._backup is None and self.kiosk.bundles():
            self.rng.choice(self.kiosk.bundles()).unlink()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.mark.parametrize(("seed", "database"), [(1, "sqlite"), (2, "postgresql")])
def test_every_event_that_was_kept_is_counted_exactly_once(
    tmp_path: Path, seed: int, database: str, request: pytest.FixtureRequest
) -> None:
    rng, ward = random.Random(seed), Ward(tmp_path)
    receiver = Receiver(ward, request.getfixturevalue("server") if database == "postgresql" else "")
    lives = [Life(ward, number, rng) for number in range(1, KIOSKS + 1)]
    for _ in range(NIGHTS):
        for life in lives:
            life.night()
        road = [raw for life in lives for raw in life.sent.values() if rng.random() < 0.5]
        road += [rng.choice(road)[: rng.randrange(1500)] for _ in range(2) if road]
        rng.shuffle(road)
        for raw in road:
            receiver.take(raw)
    for raw in [raw for life in lives for raw in life.sent.values()]:
        receiver.take(raw)
    assert sorted(receiver.lines()) == sorted(line for life in lives for line in life.truth)
    assert receiver.count(t.source) >= KIOSKS
    assert {one.what for one in receiver.alarms()} <= {"damaged", "restored-or-cloned"}
    assert all(parse_envelope(raw) for life in lives for raw in life.sent.values())
    assert [gap for one in receiver.statuses() for gap in one.gaps] == []
    assert all(marker_path(life.kiosk.database).exists() for life in lives)
    receiver.ledger.close()
