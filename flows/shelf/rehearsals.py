"""All the rehearsals of a folder: those offered, and what was refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from flows.checking.rehearsals import at_checking, at_loading
from flows.checking.wording import Speakable
from flows.practice.rehearse.pack import FILE, read_rehearsal
from flows.practice.rehearse.script import Audience, Rehearsal, of_audience
from flows.reading.content import SHIPPED
from flows.reading.offered import Offered, offered_of
from flows.reading.single_file import folders_of

REHEARSALS = SHIPPED.rehearsals
"""Those that come with the kiosk."""


def load_rehearsals(folder: Path, today: date, speakable: Speakable | None = None) -> Offered[Rehearsal]:
    """Read each below *folder*, or the one it holds, whoever it is for. A broken one is refused and named,
    the others are offered; with *speakable* the author is shown more. An absent folder holds none.
    """
    packs = map(read_rehearsal, folders_of(folder, FILE))
    more = None if speakable is None else partial(at_checking, speakable=speakable)
    return offered_of(((pack, at_loading(pack, today)) for pack in packs), more)


def shipped_rehearsals(audience: Audience = "residents") -> Mapping[str, Rehearsal]:
    """Those that come with the kiosk, whatever the day: to show and to try them out."""
    return of_audience(_shipped(), audience)


@cache
def _shipped() -> Mapping[str, Rehearsal]:
    return load_rehearsals(REHEARSALS, date.min).scripts
