"""Where guides, and what goes with them, are read from: what comes with the program, or a ward's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from resources import path

_HERE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Content:
    """`guides` are those for residents, `training` those for volunteers; `asking` holds the words by which a
    question is answered, `needs` the tiles of the first screen, `ward` the offices of the ward.
    """

    guides: Path
    training: Path
    rehearsals: Path
    exercises: Path
    asking: Path
    needs: Path
    ward: Path


SHIPPED = Content(
    _HERE / "library",
    _HERE / "training",
    _HERE / "rehearsals",
    _HERE / "exercises",
    path("asking"),
    path("needs.toml"),
    path("ward.toml"),
)
"""What comes with the program."""


def content_in(folder: Path) -> Content:
    """What *folder* holds, each part under its own name; a part that it does not hold is the program's."""

    def part(name: str, ours: Path) -> Path:
        own = folder / name
        return own if own.exists() else ours

    return Content(
        part("guides", SHIPPED.guides),
        part("training", SHIPPED.training),
        part("rehearsals", SHIPPED.rehearsals),
        part("exercises", SHIPPED.exercises),
        part("asking", SHIPPED.asking),
        part("needs.toml", SHIPPED.needs),
        part("ward.toml", SHIPPED.ward),
    )
