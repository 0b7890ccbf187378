"""What this kiosk has packed, and how far the ward has acknowledged it. A value; `ledger_file` keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from kiosk.papers.export.envelope import BundleKind, Header

LATE_DAYS = 7  # staff hear of a bundle that has waited so long for the ward's answer
Range: TypeAlias = tuple[int, int]
"""First and last, both in it."""


@dataclass(frozen=True, slots=True)
class BundleEntry:
    """One bundle in the outbox. `acked_s`: when the ward's acknowledgement came here, None while it has not.

    `refused`: what the ward said when it last refused the bundle, empty otherwise. `packed_s`: when it was
    packed; 0 where no clock could say.
    """

    name: str
    kind: BundleKind
    kiosk: str
    epoch: str
    first: int
    last: int
    content: str
    acked_s: int | None = None
    refused: str = ""
    packed_s: int = 0

    @property
    def is_waiting(self) -> bool:
        return self.acked_s is None


@dataclass(frozen=True, slots=True)
class ExportLedger:
    """`gone`: per kind and epoch what was acknowledged and has been deleted here.

    `night`: the night whose export is done, as `kiosk.base.hours.night` names nights. `ward_s`: what the
    ward's
    own clock said when it last acknowledged anything, 0 where it never said; `said`: by name, what it said
    with that bundle's acknowledgement.
    """

    entries: tuple[BundleEntry, ...] = ()
    gone: Mapping[str, tuple[Range, ...]] = field(default_factory=dict)
    night: str = ""
    ward_s: int = 0
    said: Mapping[str, int] = field(default_factory=dict)

    def packed(self, kind: BundleKind, epoch: str) -> tuple[Range, ...]:
        """All ranges of that epoch that need not be packed any more, merged and in order."""
        ours = [
            (entry.first, entry.last) for entry in self.entries if (entry.kind, entry.epoch) == (kind, epoch)
        ]
        return merged([*ours, *self.gone.get(_place(kind, epoch), ())])

    def acknowledged(self, kind: BundleKind, epoch: str) -> tuple[Range, ...]:
        """All ranges of that epoch that the ward has for certain."""
        ours = [
            (entry.first, entry.last)
            for entry in self.entries
            if (entry.kind, entry.epoch) == (kind, epoch) and not entry.is_waiting
        ]
        return merged([*ours, *self.gone.get(_place(kind, epoch), ())])

    def gone_events(self) -> Iterator[tuple[str, tuple[Range, ...]]]:
        """By epoch, the events whose bundles have been deleted here."""
        for place, ranges in self.gone.items():
            kind, _, epoch = place.partition(":")
            if kind == "events":
                yield epoch, ranges

    @property
    def waiting(self) -> tuple[BundleEntry, ...]:
        """What the ward has not acknowledged, oldest first."""
        return tuple(entry for entry in self.entries if entry.is_waiting)

    def waits_since_days(self, now_s: float) -> int | None:
        """For how many whole days the oldest bundle has waited; None: none has, or nobody knows."""
        packed_at = [one.packed_s for one in self.waiting if 0 < one.packed_s <= now_s]
        return int((now_s - min(packed_at)) // 86_400) if packed_at else None

    def with_bundle(self, header: Header, packed_s: int = 0) -> ExportLedger:
        """The same file again changes nothing."""
        if any(one.name == header.name for one in self.entries):
            return self
        entry = BundleEntry(
            header.name, header.kind, header.kiosk, header.epoch, header.first, header.last, header.content,
            packed_s=packed_s,
        )  # fmt: skip
        return replace(self, entries=(*self.entries, entry))

    def with_entry(self, changed: BundleEntry) -> ExportLedger:
        """That entry in place of the one of its name."""
        return replace(
            self, entries=tuple(changed if entry.name == changed.name else entry for entry in self.entries)
        )

    def with_word(self, name: str, at_s: int) -> ExportLedger:
        """The ward's clock said so when it acknowledged that bundle; nothing where it did not say."""
        return replace(self, ward_s=at_s, said={**self.said, name: at_s}) if at_s else self

    def without(self, names: Iterable[str]) -> ExportLedger:
        """Those bundles are not packed after all: what was in them is to be packed again."""
        gone = frozenset(names)
        said = {name: at_s for name, at_s in self.said.items() if name not in gone}
        return replace(
            self, entries=tuple(entry for entry in self.entries if entry.name not in gone), said=said
        )

    def all_waiting(self) -> ExportLedger:
        """Nothing that is still kept counts as acknowledged any more."""
        return replace(self, entries=tuple(replace(entry, acked_s=None) for entry in self.entries))

    def dropped(self, entry: BundleEntry) -> ExportLedger:
        """That bundle was acknowledged and deleted."""
        place = _place(entry.kind, entry.epoch)
        ranges = merged([*self.gone.get(place, ()), (entry.first, entry.last)])
        return replace(self.without([entry.name]), gone={**self.gone, place: ranges})


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """In order, with what touches or overlaps made one."""
    made: list[Range] = []
    for first, last in sorted(ranges):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return tuple(made)


def missing(whole: Range, packed: Iterable[Range]) -> tuple[Range, ...]:
    """What of *whole* is in none of *packed*, in order."""
    left, start = list[Range](), whole[0]
    for first, last in merged(packed):
        if first > whole[1]:
            break
        if first > start:
            left.append((start, first - 1))
        start = max(start, last + 1)
    if start <= whole[1]:
        left.append((start, whole[1]))
    return tuple(left)


def _place(kind: BundleKind, epoch: str) -> str:
    return f"{kind}:{epoch}"
