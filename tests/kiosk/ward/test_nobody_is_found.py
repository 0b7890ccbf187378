"""An integer program over what reports print finds no hidden number, and at least five values for each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.attack import Attack
from support.made_wards import BOTH, DECEMBER, GUIDES, NOVEMBER, VISITS, made_ward
from support.reports import MADE, sources

from flows.guide.words import Words
from kiosk.log.figures.catalogue import of_staff
from kiosk.log.figures.cells import CellKey, Cells
from kiosk.log.figures.hiding import LEAST_SHOWN
from kiosk.ward.days import Period
from kiosk.ward.report.as_json import as_json
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.issued import Issued, beside
from kiosk.ward.report.names import Names
from kiosk.ward.report.published import Published, cells_shown, published, shown_as
from kiosk.ward.totals import Totals

NAMED = Names({guide: Words(f"Bài tập {at * 7 % 54}") for at, guide in enumerate(GUIDES)})

SMALL_AND_LARGE = [
    pytest.param(name, marks=() if name in ("Phường Nhỏ", "Phường Lớn") else pytest.mark.full)
    for name in VISITS
]


def printed(name: str, totals: Totals, shown: Published | None = None) -> bytes:
    return as_json(build(ReportRequest(name, "vi", MADE), totals, sources(), NAMED, shown=shown))


@pytest.mark.parametrize("name", SMALL_AND_LARGE)
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


# --- beside what was issued ---------------------------------------------------------------------------


def issued_in_order(name: str, periods: Sequence[Period]) -> list[Issued]:
    """Each beside those before it."""
    out: list[Issued] = []
    for period in periods:
        shown = beside(made_ward(name, period), out, lambda days: made_ward(name, days))
        assert shown.proven
        out.append(Issued(shown.totals, shown.hide, shown.about))
    return out


def read_all(attack: Attack, name: str, issued: Sequence[Issued]) -> None:
    for one in issued:
        shown = shown_as(one.totals, one.hide, one.about)
        attack.read(f"{one.period.first} {one.period.last}", printed(name, one.totals, shown))


@pytest.mark.parametrize("name", ["Phường Vừa", pytest.param("Phường Cửa Nam", marks=pytest.mark.full)])
def test_two_months_taken_from_both_together_give_nobody_away(name: str) -> None:
    attack, found = Attack(), issued_in_order(name, (NOVEMBER, DECEMBER, BOTH))
    read_all(attack, name, found)
    names = [f"{one.period.first} {one.period.last}" for one in found]
    attack.add_up(names[-1], names[:-1])
    assert attack.narrow() == {}
    assert found[2].about
    headlines = {CellKey(key) for key in ("sessions", "walks", "walks-completed", "steps", "uses")}
    assert not headlines & found[2].hide


def test_a_month_that_was_not_issued_is_not_found_by_the_others() -> None:
    """Both months together less November is December, though nobody issued it."""
    attack, name = Attack(), "Phường Vừa"
    read_all(attack, name, issued_in_order(name, (NOVEMBER, BOTH)))
    december = made_ward(name, DECEMBER)
    counted = {cell: number for cell, number in cells_shown(december) if number}
    attack.read("rest", printed(name, december, shown_as(december, counted.keys())))
    attack.add_up(f"{BOTH.first} {BOTH.last}", [f"{NOVEMBER.first} {NOVEMBER.last}", "rest"])
    real = Attack()
    real.read("rest", printed(name, december, shown_as(december, ())))
    small = {one for one in attack.hidden() if one.report != "rest" or real.shown[one] < (5, 5)}  # type: ignore[operator]
    assert len(small) > 300
    assert attack.narrow(small) == {}


def of_languages(period: Period, **visits: int) -> Totals:
    found = {CellKey("language", one): number for one, number in visits.items()}
    steps: dict[str, Cells] = {step: {} for step in period.steps()}
    return Totals(period, {CellKey("sessions"): sum(visits.values()), **found}, {}, steps)


FRENCH = CellKey("language", "fr")


def test_what_came_after_a_month_was_issued_is_not_found_by_the_next_report() -> None:
    """Two in French came late: 22 in both months, 10 issued of each."""
    november, late = of_languages(NOVEMBER, vi=60, fr=10), of_languages(NOVEMBER, vi=70, fr=12)
    december, both = of_languages(DECEMBER, vi=60, fr=10), of_languages(BOTH, vi=130, fr=22)
    issued = [Issued(one, published(one).hide) for one in (november, december)]
    assert not any(one.hide for one in issued) and not published(both).hide
    shown = beside(both, issued, {NOVEMBER: late, DECEMBER: december}.__getitem__)
    assert FRENCH in shown.hide and shown.proven
    on_time = of_languages(BOTH, vi=120, fr=20)
    assert not beside(on_time, issued, {NOVEMBER: november, DECEMBER: december}.__getitem__).hide


def test_what_overlaps_with_nothing_that_was_issued_is_as_it_would_be_alone() -> None:
    (november,) = issued_in_order("Phường Vừa", (NOVEMBER,))
    december = made_ward("Phường Vừa", DECEMBER)
    now = {DECEMBER: december}
    assert beside(december, [november], now.__getitem__) == published(december)


def test_what_would_give_somebody_away_whatever_it_hides_is_said_not_to_be_proven() -> None:
    """Both months told five in French: of each month one to four."""
    both = of_languages(BOTH, vi=100, fr=5)
    november, december = of_languages(NOVEMBER, vi=50, fr=1), of_languages(DECEMBER, vi=50, fr=4)
    now = {NOVEMBER: november, DECEMBER: december}
    assert not published(both).hide
    assert not beside(november, [Issued(both, frozenset())], now.__getitem__).proven
    more = of_languages(BOTH, vi=100, fr=16)
    now[DECEMBER] = of_languages(DECEMBER, vi=50, fr=15)
    shown = beside(november, [Issued(more, frozenset())], now.__getitem__)
    assert shown.proven and FRENCH in shown.hide
