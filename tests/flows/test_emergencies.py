"""Ten dangers, forty wordings of each as old people say them, written before the search was asked any.

Nobody tunes on them: what the search misses is made good by other phrases.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.guides import asking
from support.typed import without_marks

PHRASES = Path(__file__).with_name("asking") / "emergency.tsv"
EMERGENCY = "khan-cap"
RED: Mapping[str, tuple[int, int]] = {
    "wants-to-die": (18, 18), "another-wants-to-die": (17, 16), "beaten": (35, 36), "lost": (28, 27),
    "gas": (34, 31), "poison": (35, 35), "choking": (35, 32), "bleeding": (36, 36), "fire": (36, 32),
    "thief": (27, 26), "stroke": (33, 34),
}  # fmt: skip
"""How many must open the emergency guide, in red: with marks, without. As measured, less one."""


def phrases(kind: str) -> list[str]:
    with PHRASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row["phrase"] for row in rows if row["kind"] == kind]


@pytest.mark.parametrize("kind", RED)
def test_each_danger_opens_the_emergency_guide_in_red(kind: str) -> None:
    marked = phrases(kind)
    assert len(set(marked)) == {"wants-to-die": 22, "another-wants-to-die": 18}.get(kind, 40)
    for asked, least in zip((marked, [without_marks(one) for one in marked]), RED[kind], strict=True):
        answers = [asking().ask(one) for one in asked]
        assert sum(one.kind == "danger" and one.guides[0].id == EMERGENCY for one in answers) >= least
