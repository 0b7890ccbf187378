"""Which places there are, as far as a machine knows: a roster that forgets one must not look whole."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import resources
from kiosk.base.config.file import load_config
from kiosk.base.config.sections import Config, place_id


class Expected(NamedTuple):
    """What a machine knows beside a roster. `points`: ids, none where those of the ward are not known;
    `teams`: how many there are, 0 where nobody has said; `own`: where this kiosk stands.
    """

    points: tuple[str, ...] = ()
    teams: int = 0
    own: str = ""
    today: date | None = None

    def has(self, place: str) -> bool:
        """Whether there may be *place*, an id of the right form."""
        kind, _, number = place.partition("-")
        if place == self.own:
            return True
        if kind == "team":
            return not self.teams or int(number) <= self.teams
        return not self.points or place in self.points


NOTHING_EXPECTED = Expected()
POINTS = Path(resources.__file__).parent / "points"


def expected_places(config: Config) -> tuple[str, ...]:
    """The kiosk's own place, and the points of its ward that this program has configs of. Teams have none."""
    own = (place_id(config),) if config.place.number else ()
    return tuple(dict.fromkeys((*own, *points_of(config.ward.name))))


def expected_by(config: Config, today: date) -> Expected:
    """What a roster read on this machine on *today* is held against."""
    return Expected(points_of(config.ward.name), config.ward.teams, place_id(config), today)


@cache
def points_of(ward: str) -> tuple[str, ...]:
    """The ids of the points in `resources/points`, where the ward of that name is theirs."""
    configs = (load_config(file)[0] for file in sorted(POINTS.glob("diem-*.toml")))
    return tuple(place_id(config) for config in configs if config.ward.name == ward)
