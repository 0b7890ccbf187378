"""The ward a kiosk stands in: what guides call it, and its offices as its own file has them.

Guides write ``{ward}`` (“phường Cửa Nam”) and ``{ward_name}`` (“Cửa Nam”); which ward it is stands in the
config. A step names the offices that it sends somebody to: ``offices = ["police"]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal, TypeAlias, TypeVar, cast

OFFICES = ("one-stop", "police", "health-station", "social-insurance", "group-leader")
"""Where guides send people. Each ward has one of each, but a leader in each of its residential groups."""
SHIPPED_WARD = "Phường Cửa Nam"
"""Whose kiosks these are where no config names another."""

Hours: TypeAlias = tuple[tuple[tuple[int, ...], tuple[tuple[time, time], ...]], ...]
"""Days (0: Monday) with the same hours; others have none. Empty: nobody has written them."""
YesNo: TypeAlias = Literal["", "yes", "no"]
"""Empty: nobody has written it."""

Written = TypeVar("Written")

_KIND = re.compile(r"(?:phường|p\.|xã|đặc khu|thị trấn|ward|commune|special zone) ", re.IGNORECASE)
_PLACE = re.compile(r"\{(ward|ward_name)\}")


@dataclass(frozen=True, slots=True)
class Office:
    """One place of the ward. What nobody has written is empty, and never shown. It names no person."""

    id: str  # of `OFFICES`
    group: int = 0  # of a leader: of which residential group
    phone: str = ""
    address: str = ""
    hours: Hours = ()
    step_free: YesNo = ""  # whether a wheelchair gets in
    home_visit: YesNo = ""  # whether somebody comes to who cannot come
    source: str = ""  # the page that says so; empty: the ward's own word
    checked: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether somebody who is sent there learns more than that they are."""
        return bool(self.phone or self.address)


@dataclass(frozen=True, slots=True)
class Ward:
    """The offices as the ward's file has them: none, where it has no file or that is another ward's."""

    offices: tuple[Office, ...] = ()

    def sent_to(self, ids: Iterable[str]) -> tuple[Office, ...]:
        """What is known of the offices *ids* that a step sends somebody to, in that order."""
        asked = tuple(ids)
        there = (one for one in self.offices if one.id in asked and one.is_known)
        return tuple(sorted(there, key=lambda one: asked.index(one.id)))

    @property
    def places(self) -> tuple[Office, ...]:
        """All of which something is known."""
        return self.sent_to(OFFICES)


NO_WARD = Ward()


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
    """Where a file of a guide has the name of one ward: read to another it would be wrong. A source may, and
    a list of wards, where it stands between two commas: that is true in each.
    """
    name = proper_name(SHIPPED_WARD)
    match value:
        case str() if name in value.replace(f", {name},", ""):
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
