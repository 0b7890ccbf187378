"""A tall body falls into pages between its lines and controls, never through them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from accessibility.paging import Mark, Page, Span, Sticky, mark_at, page_from, page_showing, pages, top_of

ROWS = [Span(top, top + 100) for top in (0, 120, 240, 360, 480)]  # five controls, 20 apart


def test_a_body_that_fits_is_one_page() -> None:
    assert pages(ROWS, 600, 580, most_lead=16) == [Page(0, 580, 16)]


def test_a_page_ends_above_what_does_not_fit_whole() -> None:
    assert pages(ROWS, 250, 580, most_lead=16) == [Page(0, 240, 16), Page(240, 480, 16), Page(360, 580, 16)]


def test_between_lines_of_one_text_there_is_no_space_to_show_above() -> None:
    lines = [Span(top, top + 84) for top in range(0, 840, 84)]
    found = pages(lines, 400, 840, most_lead=16)
    assert [page.start for page in found] == [0, 336, 504]
    assert [page.lead for page in found] == [16, 0, 0]


def test_spans_side_by_side_are_both_kept_whole_on_a_page() -> None:
    beside = [Span(0, 100), Span(120, 300), Span(180, 260)]
    assert pages(beside, 200, 300)[0] == Page(0, 120, 0)


def test_what_is_taller_than_the_room_is_cut_rather_than_lost() -> None:
    assert [page.start for page in pages([Span(0, 900)], 400, 900)] == [0, 400, 800]


def test_the_lines_of_what_is_taller_than_the_room_are_not_cut() -> None:
    lines = [Span(top, top + 90) for top in range(0, 900, 90)]
    assert [page.end for page in pages([Span(0, 900), *lines], 400, 900)] == [360, 720, 900]


def test_a_title_stays_with_its_text_only_where_both_have_room() -> None:
    """Else the text is kept whole without it, and no line is cut."""
    title, text = Span(0, 150, loose=True), Span(100, 400)
    lines = [Span(0, 100), *(Span(top, top + 100) for top in range(100, 400, 100))]
    above = Span(-300, 0)
    body = [Span(one.top + 300, one.bottom + 300, loose=one.loose) for one in (above, title, text, *lines)]
    assert [page.end for page in pages(body, 450, 700)] == [300, 700]
    assert [page.end for page in pages(body, 350, 700)] == [300, 400, 700]


def test_of_things_that_hang_together_the_tallest_gives_way_and_no_line_is_cut() -> None:
    lines = [Span(top, top + 100) for top in range(0, 800, 100)]
    chained = [Span(0, 250), Span(200, 550), Span(500, 700)]
    found = pages([*chained, *lines], 400, 800)
    assert all(page.end % 100 == 0 for page in found)


def test_the_page_of_a_place_is_found() -> None:
    found = pages(ROWS, 250, 580)
    assert [page_showing(found, top) for top in (0, 239, 240, 481, 9999)] == [0, 0, 1, 2, 2]


def test_the_last_page_shows_again_what_it_has_room_for() -> None:
    assert pages(ROWS, 340, 580) == [Page(0, 340, 0), Page(240, 580, 0)]


def test_the_last_page_shows_nothing_twice_where_it_is_no_question() -> None:
    lines = [Span(top, top + 100) for top in (0, 100, 200)]
    assert [(page.start, page.end) for page in pages(lines, 200, 300, again=False)] == [(0, 200), (200, 300)]


def test_the_gap_before_the_last_page_costs_none() -> None:
    tiles = [Span(0, 90), Span(110, 200), Span(300, 390), Span(410, 500)]
    found = pages(tiles, 210, 500, again=False)
    assert [(page.start, page.end) for page in found] == [(0, 210), (300, 500)]


def test_a_body_laid_anew_stays_on_its_last_page() -> None:
    found = pages(ROWS, 250, 580)
    assert [page_from(found, page.start) for page in found] == [0, 1, 2]
    assert [page_from(found, top) for top in (-5, 239, 359, 9999)] == [0, 0, 1, 2]


SPANS = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 200)), max_size=30)


@given(SPANS, st.integers(200, 900))
def test_pages_follow_each_other_without_hole_and_cut_nothing_that_fits(
    placed: list[tuple[int, int]], room: int
) -> None:
    spans = [Span(top, top + height) for top, height in placed]
    whole = max((span.bottom for span in spans), default=10)
    found = pages(spans, room, whole)
    assert found[0].start == 0 and found[-1].end == whole
    for page, following in pairwise(found):
        if following is found[-1]:
            assert page.start < following.start and not between(spans, page.end, following.start)
        else:
            assert page.end == following.start
        assert page.start < page.end <= page.start + room
        cut = [span for span in spans if span.top < page.end < span.bottom]
        if cut:  # only where the things on the page hang together all the way from its top
            within = range(int(page.start) + 1, int(page.start) + room + 1)
            assert all(any(span.top < y < span.bottom for span in spans) for y in within)


def between(spans: list[Span], top: float, bottom: float) -> list[Span]:
    return [span for span in spans if span.bottom > top and span.top < bottom] if top < bottom else []


LINES = [Span(top, top + 100) for top in range(0, 700, 100)]
NOTICE = Span(710, 830)
STICKY = Sticky(NOTICE.top, NOTICE.bottom, gap=10)


def test_what_is_sticky_takes_its_room_from_each_page_before_its_own() -> None:
    found = pages([*LINES, NOTICE, Span(850, 950)], 400, 950, sticky=STICKY)
    assert found == [
        Page(0, 200, 0, True),
        Page(200, 400, 0, True),
        Page(400, 600, 0, True),
        Page(600, 950, 0),
    ]


def test_where_the_sticky_thing_stands_on_the_first_page_nothing_is_laid_otherwise() -> None:
    body = [*LINES, NOTICE, Span(850, 950)]
    assert pages(body, 840, 950, sticky=STICKY) == pages(body, 840, 950)


def test_what_comes_after_the_sticky_thing_has_whole_pages() -> None:
    after = [Span(top, top + 380) for top in range(850, 2000, 390)]
    found = pages([*LINES, NOTICE, *after], 400, 2010, sticky=STICKY)
    assert [page.with_sticky for page in found] == [True] * 3 + [False] * 4


def test_no_page_stands_still_or_cuts_a_line_for_what_is_sticky() -> None:
    """Where it would leave less than a line it is not shown there."""
    tall = Sticky(710, 1020, gap=10)
    found = pages([*LINES, Span(710, 1020)], 400, 1020, sticky=tall)
    assert [page.end for page in found] == [400, 710, 1020]
    assert not any(page.with_sticky for page in found)


@given(SPANS, st.integers(200, 900), st.integers(0, 20), st.integers(20, 600), st.integers(0, 30))
def test_pages_with_something_sticky_follow_each_other_without_hole_and_keep_its_room_free(
    placed: list[tuple[int, int]], room: int, at: int, height: int, gap: int
) -> None:
    spans = [Span(top, top + tall) for top, tall in placed]
    top = sorted(span.bottom for span in spans)[min(at, len(spans) - 1)] if spans else 0
    sticky = Sticky(top, top + height, gap)
    spans.append(Span(sticky.top, sticky.bottom))
    whole = max(span.bottom for span in spans)
    found = pages(spans, room, whole, sticky=sticky)
    assert found[0].start == 0 and found[-1].end == whole and not found[-1].with_sticky
    for page, following in pairwise(found):
        assert page.start < following.start and not between(spans, page.end, following.start)
        if page.with_sticky:
            assert page.end + sticky.takes <= page.start + room and page.end <= sticky.top
            assert not any(span.top < page.end < span.bottom for span in spans if span.height <= room)


def test_a_page_may_begin_with_something_without_height() -> None:
    assert mark_at([Span(0, 100, 1), Span(100, 100, 2), Span(100, 300, 3)], 100) == Mark(2, 0.0)
    assert top_of(Mark(2, 0.0), [Span(40, 40, 2)]) == 40
