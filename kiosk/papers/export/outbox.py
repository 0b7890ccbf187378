"""Keeps the ledger beside the outbox, and mends it after a power cut: the bundles in it are the truth."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TypeAlias, cast

from kiosk.base.files.durable import private_folder, publish, remove
from kiosk.papers.export.envelope import SUFFIX, BundleDamaged, Envelope, Header, parse_envelope
from kiosk.papers.export.ledger import BundleEntry, ExportLedger, Range, merged

log = logging.getLogger(__name__)
LEDGER_FILE, OUTBOX = "ledger.json", "outbox"
PressMade: TypeAlias = Callable[[Envelope], bool]
"""Whether this kiosk made that bundle."""


class Outbox:
    """The folder of bundles that are kept, and the ledger. For one process at a time: see `exporter`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def ledger_file(self) -> Path:
        return self._folder / LEDGER_FILE

    def path(self, name: str) -> Path:
        """Where that bundle is kept."""
        return self._folder / OUTBOX / name

    def read(self) -> ExportLedger:
        """The ledger as it was last written; an empty one where it is missing or damaged."""
        try:
            return _ledger(json.loads(self.ledger_file.read_text("utf-8")))
        except FileNotFoundError:
            return ExportLedger()
        except (OSError, ValueError, KeyError, TypeError) as failure:
            log.error("the export's ledger is damaged and is made anew from the outbox: %s", failure)
            return ExportLedger()

    def write(self, ledger: ExportLedger) -> None:
        """Raises `OSError`; the old ledger is then still there."""
        kept = {
            "entries": [asdict(entry) for entry in ledger.entries],
            "gone": {place: [list(range_) for range_ in ranges] for place, ranges in ledger.gone.items()},
            "night": ledger.night,
            "ward_s": ledger.ward_s,
            "said": dict(ledger.said),
        }
        private_folder(self._folder)
        publish(self.ledger_file, json.dumps(kept).encode())

    def publish(self, header: Header, raw: bytes) -> None:
        """Put the bundle in, whole or not at all. Raises `OSError`."""
        file = self.path(header.name)
        private_folder(file.parent)
        publish(file, raw)

    def to_others(self, ledger: ExportLedger, wards: frozenset[str]) -> tuple[BundleEntry, ...]:
        """The bundles that none of these wards can open. *wards*: fingerprints of their keys, in hex."""
        strange = list[BundleEntry]()
        for entry in ledger.entries:
            try:
                ward = parse_envelope(self.path(entry.name).read_bytes()).header.ward
            except (OSError, BundleDamaged):
                continue
            if ward not in wards:
                strange.append(entry)
        return tuple(strange)

    def take_out(self, name: str) -> None:
        remove(self.path(name))

    def mended(self, press_made: PressMade) -> ExportLedger:
        """The ledger made to agree with the folder, whatever moment the power was cut in. Raises `OSError`.

        A bundle the ledger does not know was published just before the cut. One that is gone although it
        waits must be packed again; one that is gone and acknowledged was just being deleted.
        """
        ledger = self.read()
        there = self._tidy()
        for entry in ledger.entries:
            if entry.name not in there:
                ledger = ledger.without([entry.name]) if entry.is_waiting else ledger.dropped(entry)
        listed = {entry.name for entry in ledger.entries}
        for name in sorted(there - listed):
            header = self._header_of(name, press_made)
            if header is None:
                log.warning("%s is no bundle of ours and is deleted; its events are packed again", name)
                self.take_out(name)
            else:
                ledger = ledger.with_bundle(header)
        return ledger

    def _tidy(self) -> frozenset[str]:
        """The names of the bundles; what a power cut left half written is deleted."""
        folder = self._folder / OUTBOX
        if not folder.is_dir():
            return frozenset()
        for half in folder.glob("*.part"):
            with suppress(OSError):
                half.unlink()
        return frozenset(file.name for file in folder.glob(f"*{SUFFIX}"))

    def _header_of(self, name: str, press_made: PressMade) -> Header | None:
        try:
            envelope = parse_envelope(self.path(name).read_bytes())
        except (OSError, BundleDamaged):
            return None
        return envelope.header if press_made(envelope) and envelope.header.name == name else None


def _ledger(kept: Mapping[str, object]) -> ExportLedger:
    entries = tuple(BundleEntry(**one) for one in cast("list[dict[str, object]]", kept["entries"]))  # type: ignore[arg-type]
    gone = {
        place: merged((int(first), int(last)) for first, last in ranges)
        for place, ranges in cast("dict[str, list[Range]]", kept["gone"]).items()
    }
    said = {name: int(at_s) for name, at_s in cast("dict[str, int]", kept.get("said", {})).items()}
    return ExportLedger(entries, gone, str(kept["night"]), cast(int, kept.get("ward_s", 0)), said)
