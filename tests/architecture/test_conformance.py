"""The conformance statement answers every clause, and names no test that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.conformance import (
    ROOT,
    STATEMENT,
    VERDICTS,
    exists,
    faults,
    figures_of,
    labels_of,
    rows_of,
    runs_in_part,
)

from ui.words import UiWords

TEXT = STATEMENT.read_text(encoding="utf-8")
CLAIM = "| 5.7 Key repeat | supports |"


def test_every_clause_is_answered_and_every_claim_has_a_test_that_exists() -> None:
    assert faults(TEXT) == []


def test_hundreds_of_rows_and_tests_of_the_statement_are_read() -> None:
    rows = rows_of(TEXT)
    assert len(rows) > 300
    assert all(count > 0 for count in figures_of(rows, "all"))
    assert len({test for row in rows for test in row.tests}) > 100


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (CLAIM, "| 5.7 Key repeat | mostly |", "EN 5.7: no verdict 'mostly'"),
        (CLAIM, "| 5.17 Key repeat | supports |", "EN 5.7: no row"),
        (CLAIM, "| 5.17 Key repeat | supports |", "EN 5.17: no such clause"),
        (CLAIM, "| 5.8 Key repeat | supports |", "EN 5.8: 2 rows"),
        (CLAIM, "| 5.7 Key repeat | does not support |", "508 407.4: claims more than EN 5.7"),
        ("_a_key_held_down_moves_once", "_a_key_held_down_sings", "EN 5.7: no test"),
        ("test_keys_on_the_window.py::test_a_key_held", "test_none.py::test_a_key_held", "EN 5.7: no test"),
        ("`ui/test_keys_on_the_window.py::test_a_key_held_down_moves_once`", "", "no test shows it"),
        ("as WCAG 1.1.1 |", "as WCAG 9.9.9 |", "EN 11.1.1.1.1: as WCAG 9.9.9, which has no test"),
        ("| wheelchair, stand |", "| giraffe |", "no tryout 'giraffe'"),
        ("| wheelchair, stand |", "|  |", "nobody is named who must try it"),
        ("| VVSG 2.0 | 2", "| VVSG 2.0 | 99", "VVSG 2.0:"),
    ],
)
def test_a_statement_that_is_not_true_is_found(before: str, after: str, found: str) -> None:
    assert before in TEXT
    assert any(found in fault for fault in faults(TEXT.replace(before, after, 1)))


def test_a_test_that_runs_only_when_asked_shows_nothing() -> None:
    file = "journeys/test_ways_headless.py"
    assert exists(file, "test_every_edge_of_every_guide_is_taken_the_ways_in_turn")
    assert not exists(file, "test_every_path_of_every_guide_is_walked_by_whoever_has_only")


def test_a_test_of_which_a_part_runs_only_when_asked_is_seen_and_counted() -> None:
    assert runs_in_part(
        "screens/test_ring.py", "test_the_ring_is_thick_and_seen_on_every_item_of_every_screen"
    )
    assert not runs_in_part("ui/test_keys_on_the_window.py", "test_a_key_held_down_moves_once")
    named = {test for row in rows_of(TEXT) for test in row.tests}
    assert f" {sum(runs_in_part(*test) for test in named)} of these tests run without `--full` on" in TEXT


def test_every_label_it_quotes_is_on_the_residents_screen() -> None:
    shown = UiWords().texts("vi").values()
    quoted = labels_of(TEXT)
    assert len(quoted) > 10
    assert {one for one in quoted if not any(text.startswith(one) for text in shown)} == set()


def test_the_verdicts_are_explained() -> None:
    for verdict in VERDICTS:
        assert f"- **{verdict}**: " in TEXT


@pytest.mark.parametrize("file", ["README.md", "docs/placing-the-kiosk.md"])
def test_whoever_reads_the_readme_finds_it(file: str) -> None:
    assert "docs/accessibility.md" in (ROOT / Path(file)).read_text(encoding="utf-8")
