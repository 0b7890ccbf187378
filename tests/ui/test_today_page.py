"""What the day's screen says is what the one catalogue of figures counts: no number is made on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.staff import MAI
from support.stage import SIGN, Stage

from accessibility.preferences import Preferences
from flows.guide.words import LANGUAGES, Language
from kiosk.base import events as v
from kiosk.base.events import PointClosed, ShiftEnded, ShiftStarted
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.counting import rows, value
from kiosk.log.sessions.events import Event
from kiosk.point.services.day_board import day_of
from kiosk.point.tour.staff_day import ON_DUTY, POINT, visits
from ui.screens.staff.day_charts import BARRED, MOST_GUIDES, OF_GUIDES, PRACTICE
from ui.screens.staff.today import (
    MOST_AT_FIRST,
    TodayProps,
    derive_closing,
    derive_how,
    derive_more,
    derive_today,
)
from ui.visit.actions.common import Do
from ui.visit.actions.staff import MenuEntry, StaffDo
from ui.visit.effects import LookAtDay
from ui.visit.staff import duty
from ui.visit.staff.people import AtControls
from ui.visit.staff.point import Day, PointNow
from ui.visit.staff.stages import Closing, PinPad, StaffMenu, Today
from ui.visit.stages import Attract, Home
from ui.visit.visit import Visit

AROUND = Stage().conductor.around


def visit(*above: object, base: object = None, language: Language = "vi") -> Visit:
    stages = (base or Attract(), StaffMenu(), *above)
    return Visit(stages, Preferences(language), staff=AtControls(MAI, Preferences()))  # type: ignore[arg-type]


def today(point: PointNow = POINT, language: Language = "vi") -> TodayProps:
    return derive_today(visit(Today(), language=language), replace(AROUND, point=point))


def more(point: PointNow = POINT, language: Language = "vi") -> TodayProps:
    return derive_more(visit(Today(more=True), language=language), replace(AROUND, point=point))


def test_the_large_figures_are_those_of_the_catalogue() -> None:
    assert [figure.label for figure in today().large] == [
        str(value("sessions", visits())), str(value("sessions-finished", visits())), "1'33\"",
    ]  # fmt: skip
    assert value("help-wait", visits()) == 93_412
    assert today().large[2].name == "Chờ người giúp: 1\u00a0phút 33\u00a0giây"


def test_time_on_duty_is_given_in_hours_and_questions_only_when_there_are_some() -> None:
    small = {one.detail: (one.label, one.name) for one in more().small}
    assert small["giờ trực"] == ("4h00", "Giờ trực: 4\u00a0tiếng")
    assert small["phiếu hỏi"][0] == "2" and "cửa đã gõ" not in small


def test_what_was_practised_rehearsed_and_typed_is_shown_only_when_there_was_any() -> None:
    keys = ("practised", "practised-alone", "rehearsed", "exercised")
    named = {catalogue().figures[key].words.vi: str(value(key, visits())) for key in keys}
    small = {one.detail: one.label for one in more().small}
    assert {name: small.get(name) for name in named} == named and "0" not in named.values()
    without = tuple(replace(one, practised=(), rehearsed=0, exercised=()) for one in visits())
    assert not {one.detail for one in more(replace(POINT, day=day_of(without))).small} & set(named)


def test_every_bar_is_a_row_of_the_catalogue_and_as_long_as_its_number() -> None:
    page = today()
    hours = rows("hour", visits())
    assert [bar.number for bar in page.hours.bars] == [str(row.number or "") for row in hours]
    assert [bar.label for bar in page.hours.bars] == [f"{int(row.bucket)}h" for row in hours]
    tallest = max(row.number for row in hours)
    for bar, row in zip(page.hours.bars, hours, strict=True):
        assert bar.share == row.number / tallest == pytest.approx(sum(bar.parts))


def drawn(page: TodayProps) -> list[str]:
    return [chart.title for chart in page.charts if chart.bars]


LONGEST = max(row.number for key in BARRED if key not in OF_GUIDES for row in rows(key, visits()))
"""Of all bars of the day; of guides the most opened one is shorter."""


def test_as_many_are_as_long_in_every_chart_and_each_row_says_its_part_of_the_whole() -> None:
    bars = [bar for chart in more().charts for bar in chart.bars]
    assert len({(bar.number, bar.share) for bar in bars}) == len({bar.number for bar in bars})
    assert max(bar.share for bar in bars) == 1
    said = {bar.label: (bar.number, bar.whole, bar.spoken) for bar in more().charts[1].bars}
    assert said["Đã xong"] == ("23", "55%", "Đã xong: 23, 55 phần trăm")
    assert all(bar.whole.rstrip("%").isdecimal() for bar in bars)


def test_the_first_page_holds_what_is_opened_most_on_the_same_scale_and_the_rest_is_one_touch_away() -> None:
    first, rest = today(), more()
    assert first.top.bars == rest.charts[0].bars[:MOST_AT_FIRST]
    assert not first.small and not any(chart.bars for chart in first.charts) and not rest.hours.bars
    assert first.primary is not None and first.primary.slot == "today-more"
    turn = duty.on_press(visit(Today()), StaffDo.SEE_MORE)
    assert turn.visit.stage == Today(more=True)
    assert duty.on_press(turn.visit, Do.BACK).visit == visit(Today())
    assert {"export-stick", "today-how"} == {one.slot for one in rest.choices}
    at_closing = duty.on_press(visit(Closing()), StaffDo.SEE_MORE)
    assert at_closing.visit.stages[-2:] == (Closing(), Today(more=True))


@pytest.mark.parametrize(("at", "key"), list(enumerate(BARRED)))
def test_every_chart_is_a_breakdown_of_the_catalogue(at: int, key: str) -> None:
    chart, told = more().charts[at], catalogue().breakdowns[key]
    counted = [row.number for row in rows(key, visits()) if row.number]
    assert chart.title == told.words.vi
    assert sum(int(bar.number) for bar in chart.bars) == value(told.counts, visits())
    if key not in OF_GUIDES:  # of guides the last ones are together
        assert [int(bar.number) for bar in chart.bars] == counted
        assert [bar.share for bar in chart.bars] == [number / LONGEST for number in counted]


def test_what_staff_said_came_of_visits_is_drawn_of_those_they_assisted() -> None:
    said = {bar.label: int(bar.number) for bar in more().charts[1].bars}
    assert list(said) == ["Đã xong", "Được một phần", "Chưa được", "Không ghi"]
    assert sum(said.values()) == value("sessions-assisted", visits()) == 42


def test_the_parts_of_all_bars_add_up_to_the_rows_of_their_mode() -> None:
    modes = rows("mode", visits())
    for at, mode in enumerate(modes):
        assert POINT.day is not None
        assert sum(hour.numbers[at] for hour in POINT.day.hours) == mode.number
    assert [key.label for key in today().legend] == ["có người hỗ trợ: 42", "tự làm: 9", ""]


def test_the_guides_are_named_by_their_titles_the_most_opened_first_and_none_is_lost() -> None:
    guides = more().charts[0].bars
    counted = rows("flow", visits())
    assert len(guides) == MOST_GUIDES < len(counted)
    assert guides[0].label == AROUND.guides.flows[counted[0].bucket].title.vi
    assert sum(int(bar.number) for bar in guides) == value("walks", visits())
    assert guides[-1].label == f"{len(counted) - MOST_GUIDES + 1} bài khác"


def test_who_hears_the_screen_learns_all_that_who_sees_it_does() -> None:
    said = [line.text for page in (today(), more()) for line in page.script]
    for bar in (
        *today().hours.bars,
        *today().top.bars,
        *(bar for chart in more().charts for bar in chart.bars),
    ):
        assert bar.spoken in said and (bar.number or "0") in bar.spoken
    assert "9\u00a0giờ: 10\u00a0lượt, 8 có người hỗ trợ, 2 tự làm" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_today_is_whole_in_every_language(language: Language) -> None:
    page = today(language=language)
    assert page.language == language
    assert len(page.large) == 3 and len(page.hours.bars) == 9
    how = derive_how(visit(Today(how=True), language=language), replace(AROUND, point=POINT))
    assert len(how.needs) == sum(one.explained for one in catalogue().figures.values()) > 3
    for figure, note in zip(page.large, how.needs, strict=False):
        assert note.label.casefold().startswith(figure.detail.casefold())


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (None, "Máy đang đếm."),
        (Day(trouble=True), "Chưa đọc được sổ. Bạn báo cán bộ phường."),
        (day_of(()), "Hôm nay chưa có lượt nào."),
    ],
)
def test_a_day_that_cannot_be_counted_says_why_and_shows_no_figure(day: Day | None, says: str) -> None:
    page = today(replace(POINT, day=day))
    assert page.sentence == says
    assert not page.large and not page.hours.bars and not page.top.bars
    assert page.primary is not None and page.primary.slot == "done", "there is no more of it"


def doors(*outcomes: str) -> Day:
    told = (v.DoorVisited(outcome, "5") for outcome in outcomes)  # type: ignore[arg-type]
    return day_of((), tuple(Event(one, None, 0, 0, True, "0" * 32) for one in told))


def test_a_team_that_met_nobody_has_its_doors_counted_all_the_same() -> None:
    team = replace(AROUND, sign=SIGN._replace(kind="team"))
    day = doors("nobody-home", "nobody-home", "declined")
    page = derive_today(visit(Today()), replace(team, point=replace(POINT, day=day)))
    assert [(one.label, one.detail) for one in page.large][:2] == [
        ("3", "cửa đã gõ"),
        ("0", "lượt hướng dẫn"),
    ]
    assert [(bar.label, bar.number) for bar in page.top.bars] == [("Vắng nhà", "2"), ("Từ chối", "1")]
    assert page.sentence == "Hôm nay chưa có lượt nào." and not page.hours.bars
    rest = derive_more(visit(Today(more=True)), replace(team, point=replace(POINT, day=day)))
    assert "Chờ người giúp: chưa có" in {one.name for one in rest.small}, "what is large at a point is small"


def test_a_team_sees_what_came_of_its_visits_beside_what_came_of_its_doors() -> None:
    team = replace(AROUND, sign=SIGN._replace(kind="team"))
    told = tuple(
        Event(v.DoorVisited(one, "5"), None, 0, 0, True, "0" * 32) for one in ("guided", "come-back")
    )
    page = derive_more(
        visit(Today(more=True)), replace(team, point=replace(POINT, day=day_of(visits(), told)))
    )
    assert drawn(page) == [
        catalogue().breakdowns[key].words.vi
        for key in ("door-outcome", "flow", "result", "outcome", "face", *PRACTICE)
    ]


def test_a_figure_of_uncertain_time_is_shown_only_when_there_is_one() -> None:
    assert any("chưa chắc giờ" in one.detail for one in more().small)
    sure = tuple(replace(one, clock_ok=True) for one in visits())
    assert not any("chưa chắc giờ" in one.detail for one in more(replace(POINT, day=day_of(sure))).small)


# --- shifts and closing ---------------------------------------------------------------------------


def test_the_day_is_counted_when_it_is_opened() -> None:
    assert duty.show_today(visit()).effects == (LookAtDay(),)
    assert duty.show_closing(visit()).effects == (LookAtDay(),)


def test_a_shift_begins_and_ends_with_one_touch_each() -> None:
    assert duty.may_start(visit(), POINT) and not duty.may_end(visit(), POINT)
    on = replace(POINT, on_duty=ON_DUTY)
    assert duty.may_end(visit(), on) and not duty.may_start(visit(), on)
    assert ShiftStarted("tnv-01") in duty.press_shift(visit(), MenuEntry.SHIFT_START).effects
    assert ShiftEnded("tnv-01") in duty.press_shift(visit(), MenuEntry.SHIFT_END).effects


def test_closing_is_written_down_once_and_locks_the_controls() -> None:
    asked = duty.on_press(visit(Closing()), StaffDo.CLOSE_POINT)
    assert (asked.visit.stage, asked.effects) == (PinPad(MAI, then=StaffDo.CLOSE_POINT), ())
    closed = duty.proved(visit(Closing()), StaffDo.CLOSE_POINT)
    assert closed.effects == (PointClosed("tnv-01"),)
    assert duty.on_press(closed.visit, StaffDo.CLOSE_POINT).effects == ()
    assert duty.on_press(closed.visit, Do.LOCK).visit == Visit()


def test_a_point_is_not_closed_over_the_head_of_a_resident() -> None:
    busy = visit(Closing(), base=Home())
    assert duty.on_press(busy, StaffDo.CLOSE_POINT).visit == busy
    assert duty.proved(busy, StaffDo.CLOSE_POINT).visit == busy
    page = derive_closing(busy, replace(AROUND, point=POINT))
    assert page.primary is not None and page.primary.slot == "done"
    assert page.sentence.startswith("Bà con đang dùng máy.")
    assert not duty.may_close(busy, POINT)
    assert not duty.may_close(visit(), replace(POINT, state="closed"))
