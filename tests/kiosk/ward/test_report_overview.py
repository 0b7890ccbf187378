"""The page that is read: its sentences carry the figures, compare what was issued, and claim no cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from support.reports import MADE, NAMES, NOVEMBER, month, sources, tables

from kiosk.log.figures.cells import CellKey
from kiosk.log.figures.counts import figure
from kiosk.ward.days import Period
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.earlier import Earlier, before, earlier, year_ago
from kiosk.ward.report.issued import Issued
from kiosk.ward.report.model import Number, Report, Text
from kiosk.ward.report.published import Published, published, shown_as
from kiosk.ward.report.settings import ReportSettings, Target
from kiosk.ward.report.sources import Sources
from kiosk.ward.status import KioskStatus
from kiosk.ward.totals import Totals

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
NOW = month(visits=40, days=5, groups=9)
SESSIONS = figure("sessions", NOW.all) or 0
SETTINGS = ReportSettings(
    "BC-UBND",
    ("CHỦ TỊCH",),
    residents_over_60=4000,
    targets=(
        Target("Lượt", "Kế hoạch 1", 1000, "sessions"),
        Target("Người", "Kế hoạch 2", 200, done=50),
        Target("Chưa giao", "Kế hoạch 3"),
    ),
)


def made(
    now: Totals = NOW,
    then: Earlier | None = None,
    of: Sources | None = None,
    settings: ReportSettings = SETTINGS,
) -> Report:
    asked = ReportRequest("Phường Cửa Nam", "vi", MADE, settings=settings)
    return build(asked, now, of or whole(), NAMES, earlier=then)


def whole() -> Sources:
    end_s = sources().kiosks[0].until_s
    return Sources(NOVEMBER, (KioskStatus("kiosk-1", 900, end_s, end_s, place="point-1"),))


def said(told: Report) -> Mapping[str, str]:
    return {
        one.key: one.text for part in told.read for one in part.blocks if isinstance(one, Text)
    }  # fmt: skip


def october(sessions: int) -> Published:
    """With so many visits, and nothing else of which anything is compared."""
    cells = {CellKey("sessions"): sessions}
    return shown_as(Totals(OCTOBER, cells, {}, {}), {CellKey("sessions")} if sessions < 5 else ())


def test_what_was_done_is_one_sentence_with_its_figures() -> None:
    finished, assisted = figure("sessions-finished", NOW.all), figure("sessions-assisted", NOW.all)
    assert said(made())["work_done"] == (
        f"Trong tháng 11/2026, 3 nơi của phường hướng dẫn {SESSIONS} lượt, trong đó {finished} lượt học xong "
        f"ít nhất một bài và {assisted} lượt có người hỗ trợ."
    )


@pytest.mark.parametrize(
    ("was", "key", "words"),
    [
        (SESSIONS // 2, "more", f"tăng {SESSIONS - SESSIONS // 2} lượt, tương ứng 100,0 %"),
        (SESSIONS * 2, "fewer", f"giảm {SESSIONS} lượt, tương ứng 50,0 %"),
        (SESSIONS, "as_many", f"không thay đổi ({SESSIONS} lượt)"),
        (3, "change_hidden", "số nhỏ, không công bố"),
        (0, "more_than_none", f"tăng từ 0 lên {SESSIONS} lượt"),
    ],
)
def test_what_changed_is_told_against_the_report_before(was: int, key: str, words: str) -> None:
    then = Earlier(
        before=published(Totals(OCTOBER, {CellKey("sessions"): was}, {}, {})) if not was else october(was)
    )
    told = said(made(then=then))
    assert told[key].startswith(("So với tháng 10/2026", "Chưa so sánh được với tháng 10/2026"))
    assert words in told[key]


def test_without_an_issued_report_nothing_is_compared() -> None:
    told = made()
    assert "chưa phát hành" in said(told)["no_report_before"]
    for row in tables(told)["headline"].rows:
        assert row.cells[1:] == (Number(None), Number(None), Number(None)), row.label


def test_what_hinders_is_the_most_recorded_and_a_silent_kiosk_comes_first() -> None:
    most, number = max(
        ((cell.bucket, many) for cell, many in NOW.all.items() if cell.key == "obstacle"),
        key=lambda one: one[1],
    )
    assert most == "no-own-sim"
    assert said(made())["hinders"] == (
        f"Vướng mắc được ghi nhiều nhất ở các lượt chưa xong là Không có SIM chính chủ: {number} lượt."
    )
    assert "1 trong 4 ki-ốt" in said(made(of=sources()))["hinders_missing"]


def test_a_month_in_which_everything_is_hidden_tells_no_number() -> None:
    few = replace(
        NOW,
        all={CellKey("sessions"): 3, CellKey("obstacle", "no-nfc"): 2},
        places={"point-1": {CellKey("sessions"): 3}},
        steps={},
    )
    told = said(made(few, Earlier(before=october(100))))
    assert "hướng dẫn * lượt" in told["work_done"]
    assert "không công bố" in told["change_hidden"] and "hinders_nothing" in told


def test_nothing_at_all_is_told_as_nothing() -> None:
    empty = replace(NOW, all={}, places={}, steps={step: {} for step in NOVEMBER.steps()})
    told = said(made(empty))
    assert "hướng dẫn 0 lượt" in told["work_done"] and "hinders_nothing" in told


def test_the_figures_that_count_stand_beside_earlier_ones_and_add_up_over_the_year() -> None:
    then = october(100)
    told = made(then=Earlier(before=then, year_ago=None, this_year=(then,)))
    rows = {row.key: row.cells for row in tables(told)["headline"].rows}
    assert rows["sessions"] == (Number(SESSIONS), Number(100), Number(None), Number(SESSIONS + 100))
    assert rows["days"][0] == Number(5)
    shown = published(NOW)
    assert rows["topic-vneid"][0] == shown.number(CellKey("topic", "vneid")), "what other tables tell"
    older = NOW.all[CellKey("group", "elderly")]
    assert rows["older-per-thousand"][0] == Number(round(1000 * older / 4000))


def test_a_row_of_a_plan_says_what_was_aimed_at_and_done_and_what_nobody_typed_stays_open() -> None:
    told = made(then=Earlier(this_year=(), year_ago=october(200)))
    rows = [row.cells for row in tables(told)["targets"].rows]
    assert rows[0] == (
        "Kế hoạch 1",
        Number(1000),
        Number(SESSIONS),
        Number(SESSIONS, "share"),
        Number(round(1000 * SESSIONS / 200), "share"),
    )
    assert rows[1][1:4] == (Number(200), Number(50), Number(250, "share"))
    assert rows[2][1:4] == (Number(None), Number(None), Number(None, "share"))


def test_the_place_that_needs_help_first_is_named_with_the_figures_of_the_rule() -> None:
    places = {place: dict(cells) for place, cells in NOW.places.items()}
    least = min(
        places, key=lambda one: places[one][CellKey("walks-completed")] / places[one][CellKey("sessions")]
    )
    told = said(made())["first_least_finished"]
    assert f"Điểm số {least[-1]}" in told and f"{places[least][CellKey('walks-completed')]} bài" in told
    alone = {cell: many for cell, many in places["team-12"].items() if cell.key != "staff"}
    alone[CellKey("staff", "tnv-01")] = 1
    few = said(made(replace(NOW, places={**places, "team-12": alone})))
    assert few["first_few_people"] == "Nơi cần hỗ trợ trước: Tổ số 12, trong kỳ chỉ có 1 người trực."


def test_what_is_suggested_is_marked_so_and_stands_where_a_person_writes() -> None:
    told = made(of=sources())
    difficulties, following = (part for part in told.read if part.key in ("difficulties", "next"))
    for part in (difficulties, following):
        *suggested, blank = part.blocks
        assert suggested and all(
            isinstance(one, Text) and one.text.startswith("[Gợi ý] ") for one in suggested
        )
        assert not isinstance(blank, Text)


# --- which reports are compared ---------------------------------------------------------------------


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("period", "just_before", "last_year"),
    [
        (NOVEMBER, OCTOBER, days("2025-11-01", "2025-11-30")),
        (
            days("2026-07-01", "2026-09-30"),
            days("2026-04-01", "2026-06-30"),
            days("2025-07-01", "2025-09-30"),
        ),
        (
            days("2026-01-01", "2026-12-31"),
            days("2025-01-01", "2025-12-31"),
            days("2025-01-01", "2025-12-31"),
        ),
        (
            days("2026-10-15", "2026-11-14"),
            days("2026-09-14", "2026-10-14"),
            days("2025-10-15", "2025-11-14"),
        ),
        (
            days("2028-02-01", "2028-02-29"),
            days("2028-01-01", "2028-01-31"),
            days("2027-02-01", "2027-02-28"),
        ),
        (
            days("2027-02-01", "2027-02-28"),
            days("2027-01-01", "2027-01-31"),
            days("2026-02-01", "2026-02-28"),
        ),
    ],
)
def test_the_period_before_and_the_same_days_of_last_year(
    period: Period, just_before: Period, last_year: Period
) -> None:
    assert (before(period), year_ago(period)) == (just_before, last_year)


def issued(period: Period, sessions: int) -> Issued:
    return Issued(Totals(period, {CellKey("sessions"): sessions}, {}, {}), frozenset())


def test_a_year_is_added_up_of_issued_reports_and_of_months_before_the_first_kiosk() -> None:
    begun = [issued(days("2026-09-01", "2026-09-30"), 10), issued(OCTOBER, 20)]

    def is_empty(of: Period) -> bool:
        return of.last < date(2026, 9, 1)

    found = earlier(NOVEMBER, begun, is_empty)
    assert found.this_year is not None
    assert [one.totals.all[CellKey("sessions")] for one in found.this_year] == [10, 20]
    assert found.before is not None and found.year_ago is None
    assert earlier(NOVEMBER, begun[1:], is_empty).this_year is None, "September was not issued"
    quarter = issued(days("2026-01-01", "2026-09-30"), 10)
    both = earlier(NOVEMBER, [quarter, *begun], is_empty).this_year
    assert both is not None and len(both) == 2, "the longest from each day on"


def test_what_one_of_them_hides_is_hidden_in_their_sum() -> None:
    told = Earlier(this_year=(october(3),)).since_january(lambda one: one.figure("sessions"), october(100))
    assert told == Number(None, hidden=True)
