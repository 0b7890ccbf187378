"""An integer program over what reports print finds no hidden number, and at least five values for each."""

from __future__ import annotations

import pytest
from support.attack import Attack
from support.made_wards import GUIDES, VISITS, made_ward
from support.reports import MADE, sources

from flows.words import Words
from kiosk.figures.catalogue import of_staff
from kiosk.figures.cells import CellKey
from kiosk.figures.hiding import LEAST_SHOWN
from kiosk.ward.report.as_json import as_json
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.names import Names
from kiosk.ward.report.published import published
from kiosk.ward.totals import Totals

NAMED = Names({guide: Words(f"Bài tập {at * 7 % 54}") for at, guide in enumerate(GUIDES)})


def printed(name: str, totals: Totals) -> bytes:
    return as_json(build(ReportRequest(name, "vi", MADE), totals, sources(), NAMED))


@pytest.mark.parametrize("name", VISITS)
def test_a_solver_finds_five_values_for_each_number_a_ward_hides(name: str) -> None:
    attack = Attack()
    attack.read("", printed(name, made_ward(name)))
    assert len(attack.hidden()) > 30
    assert attack.narrow() == {}


@pytest.mark.parametrize("name", VISITS)
def test_totals_are_shown_and_little_is_hidden_beside_the_small_numbers(name: str) -> None:
    shown = published(made_ward(name))
    residents = {
        cell: number
        for cell, number in shown.cells.items()
        if cell.key not in of_staff() and not cell.key.endswith("-without") and cell.key != "walks-other"
    }
    small = {cell for cell, number in residents.items() if 0 < number < LEAST_SHOWN}
    assert len(small) > 100 and small <= shown.hide
    assert len(shown.hide & residents.keys()) <= 1.3 * len(small)
    headlines = {CellKey(key) for key in ("sessions", "sessions-finished", "sessions-assisted", "walks",
                                          "walks-completed", "steps", "grouped", "uses")}  # fmt: skip
    of_places = {
        cell for cell in residents if cell.key.startswith(("place", "sessions@", "walks-completed@"))
    }
    starred = {cell for cell in shown.hide & (headlines | of_places) if residents[cell] >= 50}
    assert starred == set() and not headlines & shown.hide
    if shown.cells[CellKey("sessions")] > 300:
        ends = {CellKey(f"walks-{end}") for end in ("left", "handed-over")}
        assert not {cell for cell in ends & shown.hide if residents[cell] >= LEAST_SHOWN}
