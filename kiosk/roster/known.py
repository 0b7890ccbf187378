"""Which places there are, as far as a machine knows: a roster that forgets one must not look whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import resources
from kiosk.config import Config
from kiosk.config_file import load_config
from kiosk.sign import place_id

POINTS = Path(resources.__file__).parent / "points"


def places_known_to(config: Config) -> tuple[str, ...]:
    """The kiosk's own place, and the points of its ward that this program has configs of. Teams have none."""
    own = (place_id(config),) if config.place.number else ()
    return tuple(dict.fromkeys((*own, *points_of(config.ward.name))))


@cache
def points_of(ward: str) -> tuple[str, ...]:
    """The ids of the points in `resources/points`, where the ward of that name is theirs."""
    configs = (load_config(file)[0] for file in sorted(POINTS.glob("diem-*.toml")))
    return tuple(place_id(one) for one in configs if one.ward.name == ward)
