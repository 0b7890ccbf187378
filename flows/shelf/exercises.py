"""All the exercises of a folder: those offered, and what was refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from flows.checking.exercises import at_checking, at_loading
from flows.checking.wording import Speakable
from flows.practice.exercise.pack import FILE, read_exercise
from flows.practice.exercise.script import Exercise
from flows.reading.content import SHIPPED
from flows.reading.offered import Offered, offered_of
from flows.reading.single_file import folders_of

EXERCISES = SHIPPED.exercises
"""Those that come with the kiosk; a ward may lay its own beside."""


def load_exercises(folder: Path, today: date, speakable: Speakable | None = None) -> Offered[Exercise]:
    """Read each below *folder*, or the one it holds. A broken one is refused and named, the others are
    offered; with *speakable* the author is shown more. An absent folder holds none.
    """
    packs = map(read_exercise, folders_of(folder, FILE))
    more = None if speakable is None else partial(at_checking, speakable=speakable)
    return offered_of(((pack, at_loading(pack, today)) for pack in packs), more)


@cache
def shipped_exercises() -> Mapping[str, Exercise]:
    """Those that come with the kiosk, whatever the day: to show and to try them out."""
    return load_exercises(EXERCISES, date.min).scripts
