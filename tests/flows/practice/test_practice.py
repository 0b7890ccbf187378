"""Three rungs on the same picture; a wrong touch harms nothing and is helped with a little more each time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.guide.steps import Element, Picture, SlideWay
from flows.practice.practice import (
    WHOLE_SCREEN,
    Practice,
    Task,
    back,
    first_pass,
    hinted,
    once_more,
    pale,
    slid,
    touched,
)
from flows.practice.rung import DRAWN, RUNGS, Rung

PICTURE = Picture(
    "android", "list", None, tuple(Element("item", word, word == "b", True) for word in "abcde")
)
TASKS = tuple(Task(f"buoc-{number}", PICTURE, 1) for number in range(3))
FIRST = Practice("bai", TASKS)


def passed(practice: Practice) -> Practice:
    while not practice.over:
        practice = touched(practice, practice.task.target)
    return practice


def test_the_place_leads_on_and_the_last_ends_the_pass() -> None:
    second = touched(FIRST, 1)
    assert (second.at, second.help, second.over) == (1, "none", False)
    assert passed(FIRST).over


def test_another_place_is_helped_with_a_little_more_each_time_and_changes_nothing_else() -> None:
    now, given_help = replace(FIRST, rung="alone"), []
    for element in (0, 2, 4, 0):
        now = touched(now, element)
        given_help.append(now.help)
        assert (now.at, now.tasks, now.rung) == (0, TASKS, "alone")
    assert given_help == ["said-again", "half-pale", "shown", "shown"]
    assert now.pointed
    assert touched(now, 1).at == 1


def test_a_slide_counts_by_its_way_and_where_it_begins_and_a_touch_never() -> None:
    bar, screen = Task("a", PICTURE, 1, "right"), Task("b", PICTURE, WHOLE_SCREEN, "down")
    now = replace(FIRST, tasks=(bar, screen), rung="alone")
    for missed in (slid(now, "left", 1), slid(now, "right", 2), slid(now, None, 1), touched(now, 1)):
        assert (missed.at, missed.help, missed.clean) == (0, "said-again", False)
    second = slid(now, "right", 1)
    assert (second.at, second.clean) == (1, True)
    assert slid(second, "up", 3).at == 1
    assert slid(second, "down", 3).over and slid(second, "down", -1).over


def test_half_of_the_screen_pales_where_a_slide_does_not_begin() -> None:
    ways: tuple[SlideWay, ...] = ("down", "up", "right")
    pales = [sorted(pale(Task("a", PICTURE, WHOLE_SCREEN, way))) for way in ways]
    assert pales == [[3, 4], [0, 1, 2], [0, 1, 2, 3, 4]]
    assert sorted(pale(Task("a", PICTURE, 1, "right"))) == [3, 4]


def test_the_ring_stands_on_the_first_rung_alone_and_where_nothing_else_has_helped() -> None:
    assert [replace(FIRST, rung=rung).pointed for rung in DRAWN] == [True, False, False]


def test_a_clean_pass_leads_one_rung_higher_and_nobody_is_sent_back() -> None:
    now = FIRST
    for rung in (*DRAWN, "alone"):
        assert now.rung == rung
        now = once_more(passed(now))
    for rung in DRAWN:
        slipped = passed(touched(replace(FIRST, rung=rung), 0))
        assert once_more(slipped).rung == rung


def test_who_comes_back_begins_where_they_stood_and_stands_no_lower_whatever_goes_wrong() -> None:
    begun: dict[Rung, Rung] = {rung: first_pass("bai", TASKS, rung).rung for rung in RUNGS}
    assert begun == {"shown": "shown", "hinted": "hinted", "alone": "alone", "own-phone": "alone"}
    for at, rung in enumerate(RUNGS):
        now = first_pass("bai", TASKS, rung)
        assert passed(touched(now, 0)).reached == rung
        assert passed(now).reached == RUNGS[min(at + 1, len(DRAWN))]
    again = passed(touched(once_more(passed(first_pass("bai", TASKS, "alone"))), 0))
    assert again.reached == "own-phone" and again.mastered, "what was found alone once stays found"


def test_who_asks_for_a_hint_has_half_the_screen_then_the_place_and_stays_on_the_rung() -> None:
    asked = hinted(replace(FIRST, rung="hinted"))
    assert (asked.help, hinted(asked).help) == ("half-pale", "shown")
    assert once_more(passed(asked)).rung == "hinted"


def test_no_hint_is_given_to_who_asks_with_the_ring_there_or_alone() -> None:
    for rung in ("shown", "alone"):
        assert hinted(replace(FIRST, rung=rung)) == replace(FIRST, rung=rung)
    slipped = touched(replace(FIRST, rung="alone"), 0)
    assert hinted(slipped) == slipped, "help comes only after a mistake, a little more each time"


def test_any_place_that_the_sentence_allows_is_right() -> None:
    free = replace(FIRST, tasks=(Task("a", PICTURE, 1, also=frozenset({2})),))
    assert touched(free, 2).over and touched(free, 2).clean and touched(free, 1).over
    assert not touched(free, 3).over


def test_the_same_guide_is_not_practised_three_times_running() -> None:
    first = passed(FIRST)
    assert first.may_go_again
    assert not passed(once_more(first)).may_go_again


def test_back_leads_to_the_step_before_with_nothing_given_there() -> None:
    assert back(touched(touched(FIRST, 1), 0)) == replace(FIRST, at=0, help="none", clean=False)
    assert back(FIRST) == FIRST


@given(st.integers(1, 9), st.data())
def test_what_pales_is_never_the_place_and_never_all(elements: int, data: st.DataObject) -> None:
    target = data.draw(st.integers(0, elements - 1))
    faint = pale(Task("a", replace(PICTURE, elements=PICTURE.elements[:1] * elements), target))
    assert target not in faint
    assert len(faint) < elements


@given(st.lists(st.one_of(st.integers(-5, 9), st.sampled_from(["hint", "back"])), max_size=60))
def test_whatever_is_touched_the_pass_stays_on_its_way(deeds: list[int | str]) -> None:
    now = replace(FIRST, rung="alone")
    for deed in deeds:
        if now.over:
            break
        now = hinted(now) if deed == "hint" else back(now) if deed == "back" else touched(now, int(deed))
        assert 0 <= now.at <= len(TASKS)
        assert now.tasks == TASKS
    assert passed(now).over
