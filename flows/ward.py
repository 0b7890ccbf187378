"""The ward a kiosk stands in: what guides call it, and its offices as its own file has them.

Guides write ``{ward}`` (“phường Cửa Nam”) and ``{ward_name}`` (“Cửa Nam”); which ward it is stands in the
config. A step names the offices that it sends somebody to: ``offices = ["police"]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Literal, TypeAlias, TypeVar, cast

OFFICES = ("one-stop", "police", "health-station", "social-insurance", "group-leader")
"""Where guides send people. Each ward has one of each, but a leader in each of its residential groups."""
SHIPPED_WARD = "Phường Cửa Nam"
"""Whose kiosks these are where no config names another."""

Hours: TypeAlias = Mapping[str, tuple[tuple[time, time], ...]]
"""By ``mon`` … ``sun``; a day that is missing has none. Empty: nobody has written them."""
StepFree: TypeAlias = Literal["unknown", "yes", "no"]
HomeVisit: TypeAlias = Literal["unknown", "no", "papers", "id-card", "health", "allowance", "insurance-card"]
"""Whether somebody comes to one's home, and for what."""

Written = TypeVar("Written")

_KIND = re.compile(r"(?:phường|p\.|xã|đặc khu|thị trấn|ward|commune|special zone) ", re.IGNORECASE)
_PLACE = re.compile(r"\{(ward|ward_name)\}")


@dataclass(frozen=True, slots=True)
class Office:
    """One place of the ward. What nobody has written is empty, and never shown."""

    id: str  # of `OFFICES`; of a leader ``group-5``, of a point ``point-2``
    name: str = ""
    phone: str = ""
    address: str = ""
    hours: Hours = field(default_factory=dict)
    step_free: StepFree = "unknown"
    home_visit: HomeVisit = "unknown"
    source: str = ""  # an address of a page; empty: the ward's own word
    checked: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether somebody who is sent there learns more than that they are."""
        return bool(self.phone or self.address)


@dataclass(frozen=True, slots=True)
class Ward:
    """The offices by id, and the leaders and points by number. Only of the ward that the config names."""

    offices: Mapping[str, Office] = field(default_factory=dict)
    leaders: tuple[Office, ...] = ()
    points: tuple[Office, ...] = ()

    def sent_to(self, ids: tuple[str, ...]) -> tuple[Office, ...]:
        """What is known of the offices *ids* that a step sends somebody to."""
        asked = (office for one in ids for office in self._of(one))
        return tuple(office for office in asked if office.is_known)

    def _of(self, office_id: str) -> tuple[Office, ...]:
        if office_id == "group-leader":
            return self.leaders
        return (self.offices[office_id],) if office_id in self.offices else ()

    @property
    def places(self) -> tuple[Office, ...]:
        """All of which something is known: the offices, the leaders, the points."""
        return tuple(one for one in (*self.offices.values(), *self.leaders, *self.points) if one.is_known)


def in_a_sentence(ward: str) -> str:
    """*Phường Cửa Nam* as it stands within a sentence: “phường Cửa Nam”."""
    return ward[:1].lower() + ward[1:]


def proper_name(ward: str) -> str:
    """*Phường Cửa Nam* without what it is: “Cửa Nam”."""
    return _KIND.sub("", ward, count=1)


def naming(value: Written, ward: str) -> Written:
    """What a file of a guide holds, with the ward's name in place of ``{ward}`` and ``{ward_name}``."""
    names = {"ward": in_a_sentence(ward), "ward_name": proper_name(ward)}

    def named(one: Any) -> Any:
        match one:
            case str() if "{ward" in one:
                return _PLACE.sub(lambda place: names[place[1]], one)
            case dict():
                return {key: named(inner) for key, inner in one.items()}
            case list():
                return [named(inner) for inner in one]
            case _:
                return one

    return cast(Written, named(value))


def named_outright(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where a file of a guide has the name of one ward: read to another it would be wrong. A source may."""
    match value:
        case str() if proper_name(SHIPPED_WARD) in value:
            yield path
        case dict():
            for key, inner in value.items():
                if (*path, key) != ("source",):
                    yield from named_outright(inner, (*path, str(key)))
        case list():
            for place, inner in enumerate(value):
                yield from named_outright(inner, (*path, str(place)))
        case _:
            pass
