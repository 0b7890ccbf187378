"""Fear is understood: phrases by two writers who saw neither our words nor our tests, on 3 December 2026.

Nobody tunes on the second writer's. `needs-1.tsv` and `needs-2.tsv` beside them are of two more writers,
60 needs in three wordings each; `needs-right.tsv` says by need which guides answer it, none for a person's.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from support.guides import asking
from support.typed import without_marks

FOLDER = Path(__file__).with_name("asking") / "winter"
RED = {"1": (0.98, 0.97, 0.965), "2": (0.96, 0.95, 0.96)}
"""Least shares of red: with marks, without, with one slip. As measured, less a phrase; 0.98 is the goal."""
CALM_RED = {"1": (0.015, 0.02), "2": (0.02, 0.045)}
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


@pytest.mark.parametrize(
    "typed", ("cấpcứu bà tôi", "capcuu ba toi", "cúu tôi với", "mẹ tôi ngât rồi", "máuu chảy nhiều quá")
)
def test_a_missing_blank_and_a_wrong_mark_hide_no_danger(typed: str) -> None:
    assert asking().ask(typed).kind == "danger"


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


NEEDS = {"1": (0.97, 0.03), "2": (0.70, 0.30)}
"""Least share that comes to a person or the right guide, most that comes to a wrong one. As measured, less
a phrase or two; nobody tunes on the second writer's. The goals are 0.85 and 0.05."""


@pytest.mark.parametrize("writer", ("1", "2"))
def test_who_comes_for_anything_reaches_the_right_guide_or_a_person(writer: str) -> None:
    right = {row["need"]: row["right"].split() for row in rows("needs-right.tsv") if row["writer"] == writer}
    asked = rows(f"needs-{writer}.tsv")
    assert len(asked) == 180 and {row["need"] for row in asked} == {*right}
    wrong = [
        row["phrase"]
        for row in asked
        if (answer := asking().ask(row["phrase"])).kind in ("guides", "danger")
        and answer.guides[0].id not in right[row["need"]]
    ]
    share, least, most = len(wrong) / len(asked), *NEEDS[writer]
    assert 1 - share >= least and share <= most, wrong
