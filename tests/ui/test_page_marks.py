"""Where a screen was left is remembered only while it lies beneath another."""

from __future__ import annotations

from ui.window.page_marks import PageMarks


def test_a_screen_that_lay_beneath_others_is_shown_where_it_was_left() -> None:
    marks = PageMarks()
    marks.enter(2, "overview.a")
    marks.keep("overview.a", "7 0.0000")
    marks.enter(3, "comfort")
    assert marks.kept == ""
    marks.enter(2, "overview.a")
    assert marks.kept == "7 0.0000"


def test_another_screen_or_the_same_one_reached_anew_begins_at_its_top() -> None:
    marks = PageMarks()
    marks.enter(2, "topic.vneid")
    marks.keep("topic.vneid", "7 0.0000")
    marks.enter(1, "home")
    marks.enter(2, "topic.vneid")
    assert marks.kept == ""
    marks.keep("topic.vneid", "7 0.0000")
    marks.enter(2, "topic.an-sinh")
    assert marks.kept == ""


def test_nothing_is_left_after_a_visit_and_only_the_screen_that_is_shown_is_kept() -> None:
    marks = PageMarks()
    marks.enter(1, "home")
    marks.keep("home", "3 0.0000")
    marks.keep("comfort", "9 0.0000")
    marks.enter(1, "attract")
    marks.enter(1, "home")
    assert marks.kept == ""
