"""Fear is understood: phrases by two writers who saw neither our words nor our tests, on 3 December 2026.

Nobody tunes on the second writer's. `needs-1.tsv` and `needs-2.tsv` beside them are of two more writers,
60 needs in three wordings each; whether each comes to its guide or to a person is judged by eye.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from support.guides import asking
from support.typed import without_marks

FOLDER = Path(__file__).with_name("asking") / "winter"
RED = {"1": (0.90, 0.88, 0.84), "2": (0.92, 0.91, 0.88)}
"""Least shares of red: with marks, without, with one slip. As measured, less a phrase; 0.98 is the goal."""
CALM_RED = {"1": (0.02, 0.03), "2": (0.02, 0.04)}
"""Most shares of calm phrases that are red: with marks, without. 0.02 is the goal."""


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def red(phrases: list[str]) -> float:
    return sum(asking().ask(one).kind == "danger" for one in phrases) / len(phrases)


@pytest.mark.parametrize("writer", ("1", "2"))
def test_who_is_frightened_is_led_to_help_first(writer: str) -> None:
    frightened = rows(f"frightened-{writer}.tsv")
    assert len(frightened) == 200
    marked = [one["phrase"] for one in frightened]
    ways = (marked, [without_marks(one) for one in marked], [one["slip"] for one in frightened])
    shares = [red(phrases) for phrases in ways]
    assert all(share >= least for share, least in zip(shares, RED[writer], strict=True)), shares


UNFIT = {"khai-tu-lien-thong", "khuyet-tat", "phat-nguoi"}


@pytest.mark.parametrize("writer", ("1", "2"))
def test_no_papers_of_a_death_or_of_a_disability_and_no_fine_stand_beside_danger(writer: str) -> None:
    phrases = [row[way] for row in rows(f"frightened-{writer}.tsv") for way in ("phrase", "slip")]
    for phrase in [*phrases, *map(without_marks, phrases), "con toi bi tai nan", "chong toi ngat", "chay"]:
        answer = asking().ask(phrase)
        if answer.kind == "danger":
            assert not UNFIT & {guide.id for guide in answer.guides}, phrase
        elif answer.perhaps:  # who asked for one of them may be in no danger
            assert not UNFIT & {guide.id for guide in answer.guides[1:]}, phrase


@pytest.mark.parametrize(
    "phrase", ("con bị bắt", "con tôi bị bắt", "con tai nạn cần tiền", "cháu bị tai nạn cần tiền mổ gấp")
)
def test_an_accident_or_an_arrest_that_wants_money_has_the_swindlers_guide_second(phrase: str) -> None:
    for typed in (phrase, without_marks(phrase)):
        answer = asking().ask(typed)
        assert answer.kind == "danger"
        assert [guide.id for guide in answer.guides[:2]] == ["khan-cap", "lua-dao-nhan-biet"], typed


@pytest.mark.parametrize("writer", ("1", "2"))
def test_who_is_calm_is_seldom_frightened(writer: str) -> None:
    calm = [one["phrase"] for one in rows(f"calm-{writer}.tsv")]
    assert len(calm) == 200
    shares = [red(calm), red([without_marks(one) for one in calm])]
    assert all(share <= most for share, most in zip(shares, CALM_RED[writer], strict=True)), shares
