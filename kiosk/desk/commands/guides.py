"""The guides that come with the program, for its commands; and which of them are refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import typer

from flows.guide.ward import SHIPPED_WARD
from kiosk.base.hours.opening import HANOI

if TYPE_CHECKING:
    from flows.guide.flow import Flow
    from flows.shelf.library import Library


def today() -> date:
    return datetime.now(HANOI).date()


def library_of_residents(ward: str = SHIPPED_WARD) -> Library:
    """As they speak of *ward*."""
    from flows.shelf.library import RESIDENT_GUIDES, load_library

    return load_library(RESIDENT_GUIDES, today(), ward=ward)


def written_guides(ward: str = SHIPPED_WARD) -> tuple[Library, Library]:
    """Those for residents, and those for volunteers."""
    from flows.shelf.library import TRAINING_GUIDES, load_library

    residents = library_of_residents(ward)
    return residents, load_library(TRAINING_GUIDES, today(), residents.flows, ward)


def every_guide() -> tuple[Mapping[str, Flow], tuple[str, ...]]:
    """Those on offer for residents, then those for volunteers; and the names of those refused."""
    residents, training = written_guides()
    return {**residents.flows, **training.flows}, (*refused_of(residents), *refused_of(training))


def refused_of(library: Library) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(problem.flow_id for problem in library.problems if problem.severity == "error")
    )


def print_refused(refused: tuple[str, ...]) -> None:
    """What is shown is not all there is: said where it is read, with where to find out why."""
    if refused:
        names = ", ".join(refused)
        typer.echo(
            f"Bài không dùng được: {names}. Xem lỗi: ./script/run flows check. "
            f"Not offered: {names}; ./script/run flows check tells why.",
            err=True,
        )
