"""A kiosk that a ward has enrolled, with a log to export."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from support.events import keep, running, visit, visits
from support.ward import Ward, kiosk_name

from kiosk.base.events import fields_of
from kiosk.base.files.paths import database_file, export_folder
from kiosk.log.sessions.events import Event, Stored, canonical
from kiosk.log.sessions.tally import Cell
from kiosk.papers.export.envelope import Envelope, parse_envelope, unsqueezed
from kiosk.papers.export.exporter import pack_all
from kiosk.papers.export.ledger import ExportLedger
from kiosk.papers.export.outbox import Outbox
from kiosk.papers.export.signer import Signer, open_signer
from kiosk.papers.keys.sealing import read_identity, unseal
from kiosk.ward.authority import SEAL_FILE


class ExportingKiosk:
    """Kiosk *number* of that ward. `pack` is one night."""

    def __init__(self, ward: Ward, number: int = 1) -> None:
        ward.kiosk(number)
        self.ward, self.name, self.data = ward, kiosk_name(number), ward.data(number)
        self.database = database_file(self.data)
        self.outbox = Outbox(export_folder(self.data))

    @property
    def signer(self) -> Signer:
        return open_signer(self.data, self.name)

    def live(
        self, events: Sequence[Event], tallied: Mapping[Cell, int] | None = None, **options: Any
    ) -> list[Stored]:
        """The kiosk is used, and all that happens is durable; *tallied* is counted with the last of it."""
        with running(self.database, kiosk=self.name, **options) as store:
            return keep(store, events, tallied or {})

    def pack(self, **options: Any) -> ExportLedger:
        return pack_all(self.database, self.outbox, self.signer, room_bytes=0, **options)

    def bundles(self) -> list[Path]:
        """The files in the outbox, by name."""
        folder = self.outbox.path("")
        return sorted(one for one in folder.iterdir()) if folder.is_dir() else []

    def envelopes(self) -> list[Envelope]:
        return [parse_envelope(one.read_bytes()) for one in self.bundles()]

    def lines(self) -> list[str]:
        """Every exported event, as the ward opens it."""
        return [line for one in self.envelopes() for line in opened(self.ward, one).decode().splitlines()]


def after_nights(ward: Ward, nights: int) -> ExportingKiosk:
    """A bundle each: of two visits in the first, of one in each other."""
    kiosk = ExportingKiosk(ward)
    for night in range(nights):
        kiosk.live(visits(2) if night == 0 else visit(20 + night))
        kiosk.pack()
    return kiosk


def opened(ward: Ward, envelope: Envelope) -> bytes:
    """The content, opened with the ward's identity."""
    identity = read_identity(ward.folder / "ward" / SEAL_FILE)
    assert identity is not None
    return unsqueezed(unseal(envelope.sealed, [identity]))


def opened_with_age(identity: Path, bundle: Path) -> bytes:
    """The content, opened without any code of ours: Debian's tail, age and gunzip."""
    command = 'tail -n +2 "$1" | age -d -i "$2" | gunzip'
    done = subprocess.run(
        ["sh", "-c", command, "sh", str(bundle), str(identity)], capture_output=True, check=True, timeout=60
    )
    return done.stdout


def as_line(one: Stored) -> str:
    """What an independent reading of the log says should be exported of that event."""
    event = one.event
    return canonical(
        {
            "kiosk": one.kiosk, "epoch": one.epoch, "seq": one.seq, "kind": event.what.kind,
            "session": event.session, "at_ms": event.at_ms, "wall_s": event.wall_s,
            "clock_ok": event.clock_ok, "boot": event.boot, "fields": fields_of(event.what),
        }
    )  # fmt: skip
