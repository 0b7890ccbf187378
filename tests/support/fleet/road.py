"""The way from kiosks to their ward and back: bundles are lost, doubled, late, out of order, cut off."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Literal, TypeAlias

from support.fleet.machine import Machine
from support.receiving import Receiver

from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.envelope import SUFFIX, parse_envelope
from kiosk.papers.export.folder_transport import PLACE
from kiosk.ward.authority import open_authority
from kiosk.ward.folders import bundle_files, take_files
from kiosk.ward.ingest import Ingest, TakenIn

Fate: TypeAlias = Literal["comes", "lost", "doubled", "late", "cut-off", "word-lost", "word-damaged"]
FATES: tuple[Fate, ...] = ("comes", "lost", "doubled", "late", "cut-off", "word-lost", "word-damaged")
WEIGHTS = (60, 8, 8, 10, 6, 5, 3)


@dataclass(frozen=True)
class _Parcel:
    night: int
    name: str
    raw: bytes
    machine: Machine
    fate: Fate


class Road:
    """`fates` counts what has become of bundles on the way; `heard_s`: when something new came, by kiosk.

    `tallied`: the kiosks and months whose own figures the ward has taken in.
    """

    def __init__(self, receiver: Receiver, folder: Path, rng: Random) -> None:
        self._receiver, self._inbox, self._rng = receiver, folder, rng
        self._parcels: list[_Parcel] = []
        self.fates: Counter[Fate] = Counter()
        self.heard_s: dict[str, float] = {}
        self.tallied: set[tuple[str, str]] = set()
        self.is_kind = False
        """Whether everything arrives from now on."""

    def fetch(self, night: int, machine: Machine, *, loses_all: bool = False) -> None:
        """What lies ready at the kiosk sets out."""
        lying = (machine.net / PLACE).glob(f"*{SUFFIX}")
        for file in sorted(lying, key=lambda one: one.stat().st_mtime_ns):  # names are not the seed's
            fate: Fate = "comes" if self.is_kind else self._rng.choices(FATES, WEIGHTS)[0]
            if loses_all:
                fate = "lost"
            if fate == "lost" and machine.has_image:
                fate = "late"  # else nobody could say what was lost with the disk that is put back
            self.fates[fate] += 1
            self._send(night, file, machine, fate)
            if fate in ("lost", "late"):
                file.unlink()

    def bring(self, night: int) -> None:
        """What has come so far is taken in, in any order, and answered."""
        here = [one for one in self._parcels if one.night <= night or self.is_kind]
        self._parcels = [one for one in self._parcels if one not in here]
        self._rng.shuffle(here)
        shutil.rmtree(self._inbox, ignore_errors=True)
        for at, parcel in enumerate(here):
            (self._inbox / f"{at:03}").mkdir(parents=True)
            (self._inbox / f"{at:03}" / parcel.name).write_bytes(parcel.raw)
        books = self._receiver
        ward = open_authority(books.folder)
        work = Ingest(books.folder, books.ledger, books.ring, lambda: books.now_s)
        acknowledge = partial(ward.acknowledge, now_s=books.now_s)
        for at, parcel in enumerate(here):
            stick = self._inbox / f"{at:03}"
            for taken in take_files(bundle_files([stick]), work, acknowledge, b"[]\n"):
                if isinstance(taken.outcome, TakenIn) and taken.outcome.added is not None:
                    self.heard_s[parcel.machine.name] = books.now_s
                    self._tallied(parcel)
                self._answer(parcel, stick / (parcel.name + ACK_SUFFIX))

    def _send(self, night: int, file: Path, machine: Machine, fate: Fate) -> None:
        raw = file.read_bytes()
        nights = [night + self._rng.randrange(1, 6) if fate == "late" else night]
        if fate == "doubled":
            nights.append(night + self._rng.randrange(4))
        if fate == "cut-off":
            raw = _cut_off(raw, self._rng)
        if fate != "lost":
            self._parcels += [_Parcel(one, file.name, raw, machine, fate) for one in nights]

    def _tallied(self, parcel: _Parcel) -> None:
        header = parse_envelope(parcel.raw).header
        if header.kind == "tally":
            self.tallied.add((header.kiosk, f"{header.first // 100}-{header.first % 100:02}"))

    def _answer(self, parcel: _Parcel, word: Path) -> None:
        if not word.exists() or parcel.fate == "word-lost":
            return
        raw = word.read_bytes()
        if parcel.fate == "word-damaged":
            raw = _cut_off(raw, self._rng)
        (parcel.machine.net / PLACE / word.name).write_bytes(raw)


def _cut_off(raw: bytes, rng: Random) -> bytes:
    return raw[: int(rng.random() * len(raw))]
