"""The ward's report: what it says and keeps back, and that all its formats say the same."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pypdf import PdfReader
from support.guides import shipped
from support.made_wards import VISITS, made_ward
from support.reports import (
    MADE,
    NAMES,
    NOVEMBER,
    PLACES,
    RESIDENTS_TOPICS,
    blocks,
    month,
    report,
    sources,
    tables,
)
from typer.testing import CliRunner

from flows.guide.skills import skill_of, skills
from flows.guide.words import LANGUAGES, Language
from flows.shelf.due import due
from kiosk.base.hours.opening import HANOI
from kiosk.desk.command_line import app
from kiosk.desk.commands.report_options import Format, written
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import CellKey, of_key
from kiosk.log.figures.counts import figure
from kiosk.log.figures.hiding import LEAST_SHOWN
from kiosk.papers.roster.plan import PlacePlan, WeekPlan
from kiosk.ward.days import Period
from kiosk.ward.gaps import Gap
from kiosk.ward.report import of_places
from kiosk.ward.report.as_html import as_html
from kiosk.ward.report.as_json import as_json
from kiosk.ward.report.as_pdf import as_pdf
from kiosk.ward.report.as_xlsx import DIVIDED_BY, as_xlsx, sheet_name
from kiosk.ward.report.build import OF_STAFF, build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.drawn import drawing
from kiosk.ward.report.model import Lines, Number, Report, Table, Text
from kiosk.ward.report.overview import HEADLINE
from kiosk.ward.report.published import PLACE_COLUMNS, STEP_COLUMNS, _sums, published
from kiosk.ward.report.sources import Sources, begun_by
from kiosk.ward.report.words import sayer, shown
from kiosk.ward.status import KioskStatus
from kiosk.ward.totals import Totals

BUSY = month(visits=40, days=5, groups=9)
WHOLE = report(BUSY)
RESULTS = next(part for part in WHOLE.parts if part.key == "results")
MOST_COLUMNS = 6
"""Side by side on A4; more heads lie over each other in French."""
PAPER_POINTS = (523, 734)
"""Of an A4 sheet, within the margins of the spreadsheet."""
DIGIT_POINTS = 5.6
"""How wide a figure of Arial 10 is: by it a spreadsheet measures its columns."""


def numbers(told: Report) -> list[Number]:
    """Every number of it, from the top."""
    found: list[Number] = []
    for block in blocks(told):
        if isinstance(block, Lines):
            found += [line.number for line in block.lines]
        if isinstance(block, Table):
            found += [cell for row in block.rows for cell in row.cells if isinstance(cell, Number)]
    return found


def sentences(told: Report) -> dict[str, str]:
    return {block.key: block.text for block in blocks(told) if isinstance(block, Text)}


# --- what it says -----------------------------------------------------------------------------------


def test_the_headings_of_the_wards_own_reports_are_there_and_nothing_a_kiosk_must_not_claim() -> None:
    assert [part.heading for part in WHOLE.parts] == [
        "I. Kết quả thực hiện", "II. Khó khăn, vướng mắc", "III. Nhiệm vụ kỳ tới", "IV. Kiến nghị, đề xuất",
        "Phụ lục I. Công tác tổ chức", "Phụ lục II. Kết quả chi tiết", "Phụ lục III. Đánh giá chi tiết",
        "Phụ lục IV. Nguồn số liệu",
    ]  # fmt: skip
    figures = {line.key for block in blocks(WHOLE) if isinstance(block, Lines) for line in block.lines}
    assert figures >= {
        "points", "teams", "openings", "shifts", "volunteers", "trainings", "sessions", "walks-completed",
        "walks-left", "walks-handed-over", "sessions-filed", "satisfied", "doors", "tickets", "grouped",
        "independence", "walk-minutes", "help-wait", "compared", "uses",
    }  # fmt: skip
    assert tables(WHOLE).keys() >= {
        "by_place", "over_time", "topics", "groups", "group_topics", "face", "obstacle", "ticket-problem",
        "door-outcome", "training-role", "guides", "left", "actor", "wait", "mode", "language", "hour",
        "alone", "way", "setting",
    }  # fmt: skip
    assert "không đếm tài khoản VNeID hay iHanoi" in sentences(WHOLE)["visits_not_people"]


def test_groups_stand_beside_topics_in_no_more_columns_than_a_sheet_has_room_for() -> None:
    for language in LANGUAGES:
        told = tables(report(BUSY, language=language))
        assert len(told["group_topics"].rows) == len(RESIDENTS_TOPICS)
        assert len(told["group_topics"].columns) <= MOST_COLUMNS


def test_every_number_is_that_of_the_catalogue_over_what_was_added_up() -> None:
    found = BUSY
    told = {line.key: line for block in blocks(WHOLE) if isinstance(block, Lines) for line in block.lines}
    for key, line in told.items():
        if key in ("points", "teams"):
            assert line.number.value == sum(place.startswith(key[:-1]) for place in PLACES)
        elif not line.number.hidden:
            assert line.number.value == figure(key, found.all), key
        assert WHOLE.notes[line.note - 1]
    places = {row.key: row.cells for row in tables(WHOLE)["by_place"].rows}
    assert list(places) == list(PLACES)
    assert places["point-1"][1] == Number(figure("shifts", found.places["point-1"]))
    steps = tables(WHOLE)["over_time"].rows
    assert len(steps) == 30 and steps[0].label == "01/11" and steps[9].cells == (Number(0), Number(0))
    assert figure("sessions", found.steps["2026-11-01"]) == steps[0].cells[0].value  # type: ignore[union-attr]


def test_a_long_period_is_reported_by_month_and_its_group_figures_name_their_months() -> None:
    year = replace(month(), period=Period(date(2026, 9, 15), date(2026, 12, 10)))
    assert list(year.period.steps()) == ["2026-09", "2026-10", "2026-11", "2026-12"]
    assert year.period.steps()["2026-10"] == ("2026-10",) and len(year.period.steps()["2026-09"]) == 16
    told = report(year)
    assert sentences(told)["groups_of"].endswith("10/2026, 11/2026.")
    assert told.frame.period == "Từ ngày 15/09/2026 đến ngày 10/12/2026"
    assert WHOLE.frame.period == "Tháng 11 năm 2026"
    days = report(replace(month(), period=Period(date(2026, 11, 2), date(2026, 11, 29))))
    assert "no_whole_month" in sentences(days) and "groups" not in tables(days)
    assert "no_whole_month_of_uses" in sentences(days) and not {"alone", "way", "setting"} & {*tables(days)}
    assert sentences(told)["uses_of"].endswith("10/2026, 11/2026.")


def test_the_report_says_until_when_figures_have_come_and_what_is_missing() -> None:
    rows = {row.key: row.cells for row in tables(WHOLE)["sources"].rows}
    assert rows["kiosk-1"] == ("Điểm số 1", "30/11/2026", "Đủ")
    assert rows["kiosk-2"] == ("Điểm số 2", "21/11/2026", "Chưa đến hết kỳ")
    assert rows["kiosk-3"][2] == "Thiếu 41 dòng" and rows["kiosk-4"][1:] == ("–", "Chưa gửi gì")
    said = sentences(WHOLE)
    assert said["partly"].startswith("Chưa đủ: 1 trong 4 ki-ốt")
    assert "2 gói chưa nhận, 1.234 dòng" in said["refused"] and "3 lượt không rõ ngày" in said["undated"]
    first, *_ = sources().kiosks
    whole = report(of=replace(sources(), kiosks=(first,), refused=(), undated=0))
    assert sentences(whole)["whole"] == "Số liệu của 1 ki-ốt, đủ đến hết kỳ."
    assert "partly" not in sentences(whole) and "refused" not in sentences(whole)


def at(day: date, hour: int = 17) -> int:
    return int(datetime.combine(day, time(hour), HANOI).timestamp())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kiosk_whose_figures_by_month_have_not_come_is_named_with_its_months(language: Language) -> None:
    """So is every kiosk on the first days of a month: a month travels when it can no longer grow."""
    whole, *others = sources().kiosks
    waits = replace(whole, untallied=("2026-11",))
    told = report(BUSY, language, replace(sources(), kiosks=(waits, *others)))
    assert "kiosk-1: 11/2026" in sentences(told)["untallied"]
    (row,) = (one for one in tables(told)["sources"].rows if one.key == "kiosk-1")
    assert row.cells[-1] == sayer(language)("state.untallied", months="11/2026")
    assert "11/2026" in row.cells[-1] and as_pdf(told) and as_xlsx(told) and as_html(told)


def test_a_kiosk_that_was_withdrawn_or_had_not_begun_does_not_leave_a_month_unwhole_for_ever() -> None:
    """One whole, one withdrawn in the month, one after it: November is whole, also where the two were stolen
    before they sent what is counted of the whole month.
    """
    whole = KioskStatus("kiosk-1", 9, at(date(2026, 12, 1)), at(date(2026, 12, 1)))
    gone = replace(whole, kiosk="kiosk-2", until_s=at(date(2026, 11, 12)), withdrawn=True)
    later = replace(whole, kiosk="kiosk-3", withdrawn=True)
    new = replace(whole, kiosk="kiosk-4", begun_s=at(date(2026, 12, 1)))
    seen = Sources(NOVEMBER, begun_by((whole, gone, later, new), NOVEMBER, at(date(2026, 12, 2))))
    told = report(of=seen)
    said = sentences(told)
    assert said["whole"] == "Số liệu của 2 ki-ốt, đủ đến hết kỳ." and "partly" not in said
    assert said["withdrawn"].endswith("(Phụ lục IV): kiosk-2.")
    rows = {row.key: row.cells for row in tables(told)["sources"].rows}
    assert rows["kiosk-2"][1:] == ("12/11/2026", "Đã thu hồi") and rows["kiosk-3"][2] == "Đủ"
    assert "kiosk-4" not in rows
    stolen = replace(gone, untallied=("2026-11",))
    at_its_end = replace(later, untallied=("2026-11",))
    assert not stolen.late_months(at(date(2027, 2, 1))) and replace(stolen, withdrawn=False).late_months(
        at(date(2027, 2, 1))
    )
    told = report(of=Sources(NOVEMBER, (whole, stolen, at_its_end)))
    assert sentences(told)["whole"] == "Số liệu của 1 ki-ốt, đủ đến hết kỳ."
    assert sentences(told)["withdrawn"].endswith("kiosk-2, kiosk-3.")
    assert "kiosk-2: 11/2026; kiosk-3: 11/2026" in sentences(told)["untallied"]
    wrong_clock = replace(new, begun_s=at(date(2035, 1, 1)))
    assert begun_by((wrong_clock,), NOVEMBER, at(date(2026, 12, 2))) == (wrong_clock,)


def test_what_is_missing_counts_in_the_periods_it_can_be_of_and_what_is_lost_is_named_there() -> None:
    until_s = at(date(2026, 12, 1))
    gap = Gap("a" * 32, 25, 30, at(date(2026, 11, 19)), at(date(2026, 11, 21)))
    one = KioskStatus("kiosk-1", 9, until_s, until_s, (gap,))
    said = sentences(report(of=Sources(NOVEMBER, (one,))))
    assert said["partly"].startswith("Chưa đủ: 0 trong 1")
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    of_october = sentences(report(of=Sources(october, (one,))))
    assert of_october["whole"] == "Số liệu của 1 ki-ốt, đủ đến hết kỳ."
    of_nobody = sentences(report(of=Sources(october, ())))
    assert "whole" not in of_nobody and of_nobody["no_kiosk"].startswith("Chưa biết số liệu đã đủ chưa")
    for unknown in (replace(gap, after_s=None), replace(gap, before_s=None)):
        assert unknown.touches(NOVEMBER)
    assert replace(gap, after_s=None).touches(october) and not replace(gap, before_s=None).touches(october)
    lost = replace(one, gaps=(), lost=(replace(gap, lost=True),))
    said = sentences(report(of=Sources(NOVEMBER, (lost,))))
    assert said["whole_but_lost"].startswith("Số liệu của 1 ki-ốt, đến hết kỳ, trừ 6 dòng")
    assert said["lost"].endswith("kiosk-1: 6.")
    assert "lost" not in sentences(report(of=Sources(october, (lost,))))


def test_the_report_says_whether_every_place_has_two_people() -> None:
    assert sentences(WHOLE)["two_people"].startswith("Mỗi nơi có hoạt động đều có ít nhất 2 người")
    alone = month()
    places = {**alone.places, "team-7": {CellKey("shifts"): 1, CellKey("staff", "tnv-09"): 1}}
    monday = WeekPlan(date(2026, 11, 30), (PlacePlan("point-2", staff=("tnv-01",)),))
    said = sentences(report(replace(alone, places=places), plan=monday))
    assert said["too_few"] == "Chưa đủ 2 người trực trong kỳ: Tổ số 7."
    assert said["planned_few"] == "Theo bảng trực tuần 30/11/2026 (1 nơi), còn thiếu người ở: Điểm số 2."


def test_the_report_names_the_places_that_the_roster_leaves_out() -> None:
    plan = WeekPlan(date(2026, 11, 30), (PlacePlan("point-1", staff=("tnv-01", "cb-01")),))
    said = sentences(report(plan=plan))
    assert said["two_people"].endswith("(3 nơi).")
    assert said["planned"].endswith("mọi nơi có trong bảng đều có ít nhất 2 người (1 nơi).")
    assert said["planned_left_out"] == "Bảng trực tuần 30/11/2026 chưa có: Điểm số 2, Tổ số 12."
    silent = replace(month(), all={}, places={}, steps={})
    by_kiosk = sentences(report(silent, plan=plan))
    assert by_kiosk["planned_left_out"] == said["planned_left_out"], "where enrolled kiosks stand counts"
    gone = replace(sources(), kiosks=tuple(replace(one, withdrawn=True) for one in sources().kiosks))
    assert "planned_left_out" not in sentences(report(silent, of=gone, plan=plan))
    asked = ReportRequest("Phường Cửa Nam", "vi", MADE, plan=plan, expected_places=("point-6",))
    told = sentences(build(asked, silent, gone, NAMES))
    assert told["planned_left_out"] == "Bảng trực tuần 30/11/2026 chưa có: Điểm số 6."
    all_of_them = replace(plan, places=tuple(replace(plan.places[0], id=one) for one in PLACES))
    assert "planned_left_out" not in sentences(report(plan=all_of_them))


def test_the_report_says_what_of_the_guides_ends_soon() -> None:
    flows = shipped().written.values()
    due_soon = due(flows, date(2026, 12, 5))
    then: dict[Language, str] = {"vi": "Hôm sau máy tự nói lời mới", "en": "From the day after", "fr": "Dès"}
    for language in LANGUAGES:
        asked = ReportRequest("Phường Cửa Nam", language, MADE, due=due_soon)
        row = next(one for one in tables(build(asked, month(), sources(), NAMES))["due"].rows
                   if one.key == "the-xe-buyt/han-the-cu")  # fmt: skip
        assert row.cells[1] == "31/12/2026" and str(row.cells[2]).startswith(then[language])
        assert "2026" in str(row.cells[0])
    assert "due" not in tables(report())


def test_nothing_at_all_is_a_report_too() -> None:
    empty = replace(month(), all={}, places={}, steps={step: {} for step in NOVEMBER.steps()})
    told = report(empty)
    assert "nothing" in sentences(told) and not tables(told).keys() - {"sources", "headline"}
    assert {number.value for number in numbers(told)} == {None, 0}
    for as_format in (as_html, as_xlsx, as_pdf, as_json):
        assert as_format(told)


# --- what it keeps back -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_nobody_who_solves_all_its_sums_finds_a_hidden_number(seed: int) -> None:
    found = month(seed, visits=3 + 2 * seed, groups=3 + 3 * seed)
    told = published(found)
    assert {cell for cell, number in told.cells.items() if 0 < number < LEAST_SHOWN} - told.hide <= {
        cell for cell in told.cells if cell.key in ("openings", "shifts", "trainings", "training-role",
                                                    "training-flow", "tickets-told", "clock-unsure")
    }  # fmt: skip
    unknown = sorted(told.hide)
    at = {cell: column for column, cell in enumerate(unknown)}
    sums = np.zeros((0, len(unknown)))
    for one in (one for one in _sums(told.cells, found) if not one.rest):
        row = np.zeros(len(unknown))
        for cell, sign in ((one.total, -1), *((part, 1) for part in one.parts)):
            if cell in at:
                row[at[cell]] += sign
        sums = np.vstack([sums, row])
        assert told.cells.get(one.total, 0) == sum(told.cells.get(part, 0) for part in one.parts), one
    assert unknown
    _, strength, directions = np.linalg.svd(sums)
    free = directions[np.sum(strength > 1e-9) :]
    settled = [cell for cell in unknown if np.abs(free[:, at[cell]]).max(initial=0) < 1e-9]
    assert settled == []


USES: dict[CellKey, int] = {
    CellKey("uses"): 40, CellKey("compared"): 20, CellKey("alone", "up"): 12, CellKey("alone", "same"): 8,
}  # fmt: skip


@pytest.mark.parametrize(
    ("touch", "keys", "shown_touch", "shown_keys"),
    [
        (40, 6, 40, 6),
        (37, 6, None, 6),
        (40, 3, 40, None),
        (36, 36, None, None),
        (35, 5, 35, 5),
        (40, 0, 40, 0),
    ],
)
def test_a_way_of_use_is_hidden_also_where_the_few_who_did_not_use_it_would_be_told(
    touch: int, keys: int, shown_touch: int | None, shown_keys: int | None
) -> None:
    """Of forty visits, 37 by touch: three were made by other ways alone, and who they were can be guessed."""
    ways = {CellKey("way", "touch"): touch, **({CellKey("way", "keys"): keys} if keys else {})}
    told = report(replace(month(), all={**USES, **ways}))
    rows = {row.key: row.cells[0] for row in tables(told)["way"].rows}
    assert rows["touch"] == Number(shown_touch, hidden=shown_touch is None)
    assert rows.get("keys", Number(0)) == Number(shown_keys, hidden=shown_keys is None)
    assert "way-without" not in as_json(told).decode()


def test_of_who_did_more_alone_than_before_no_small_number_can_be_worked_out() -> None:
    few = {**USES, CellKey("alone", "same"): 6, CellKey("alone", "down"): 2}
    rows = {row.key: row.cells[0] for row in tables(report(replace(month(), all=few)))["alone"].rows}
    assert rows == {"up": Number(12), "same": Number(None, hidden=True), "down": Number(None, hidden=True)}


def at_places(of: dict[str, dict[str, int]], *only: str) -> Totals:
    """Languages at places."""
    found: dict[CellKey, int] = defaultdict(int)
    places = {place: visits for place, visits in of.items() if place in only or not only}
    for place, visits in places.items():
        for language, number in visits.items():
            for cell in (CellKey("sessions"), CellKey("language", language), CellKey("place", place)):
                found[cell] += number
    by_place = {place: {CellKey("sessions"): sum(visits.values())} for place, visits in places.items()}
    return Totals(NOVEMBER, found, by_place, {})


def test_a_report_of_one_place_does_not_give_the_others_away_beside_that_of_the_ward() -> None:
    """32 in French in the ward, 30 of them at one place: two at the other."""
    of = {"point-1": {"vi": 60, "fr": 2}, "point-2": {"vi": 40, "fr": 30}}
    whole, one = at_places(of), at_places(of, "point-2")
    assert not published(whole).hide and not published(one).hide
    assert {CellKey("language", "fr"), CellKey("language", "vi")} <= of_places.kept_back(one, whole)
    few = {"point-1": {"vi": 3}, "point-2": {"vi": 40}, "point-3": {"vi": 90}}
    assert CellKey("place", "point-2") in published(at_places(few)).hide
    assert CellKey("sessions") in of_places.kept_back(at_places(few, "point-2"), at_places(few))


def guides(of: dict[str, dict[str, int]]) -> Totals:
    """Of one topic; by guide how many were completed and how many stopped at each of its steps."""
    found: dict[CellKey, int] = defaultdict(int)
    for flow, ends in of.items():
        for end, walks in ends.items():
            outcome = "completed" if end == "completed" else "stopped"
            way = "walks-completed" if end == "completed" else "walks-left"
            cells = [("walks", ""), (way, ""), ("walk-outcome", outcome), ("topic", "vneid"), ("flow", flow)]
            cells += [("flow-topic", f"{flow}/vneid"), ("topic-outcome", f"vneid/{outcome}")]
            cells += [("flow-outcome", f"{flow}/{outcome}")]
            cells += [("flow-left", f"{flow}/{end}")] if outcome == "stopped" else []
            for key in cells:
                found[CellKey(*key)] += walks
    return replace(month(), all=found, places={}, steps={})


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        ({"a": {"completed": 1, "end": 19}, "b": {"completed": 2, "end": 8}, "c": {"completed": 9}}, set()),
        ({"a": {"completed": 10, "end": 19, "on": 8}}, {"a/end", "a/on"}),
        ({"a": {"completed": 10, "end": 19, "on": 8, "in": 2}}, {"a/end"}),
        ({"a": {"completed": 10, "end": 19, "on": 5, "in": 3, "by": 2}}, {"a/end", "a/on"}),
        ({"a": {"completed": 10, "end": 9}, "b": {"completed": 9, "on": 7, "in": 3}}, {"a/end"}),
    ],
)
def test_where_people_stop_does_not_give_away_how_few_completed_or_stopped_elsewhere(
    of: dict[str, dict[str, int]], shown: set[str]
) -> None:
    """Of a guide opened twenty times that nineteen left at one step, one was completed."""
    told = tables(report(guides(of)))
    assert {row.key for row in told["left"].rows} == shown if shown else "left" not in told


def test_who_reads_how_visits_ended_knows_of_how_many_the_use_is_counted() -> None:
    whole = {
        CellKey("sessions"): 43, CellKey("outcome", "goodbye"): 40, CellKey("outcome", "crash"): 3,
        CellKey("uses"): 40, CellKey("way", "touch"): 40,
    }  # fmt: skip
    told = published(replace(month(), all=whole))
    assert {CellKey("outcome", "crash"), CellKey("outcome", "goodbye"), CellKey("uses")} <= told.hide
    by_chance = published(replace(month(), all={**whole, CellKey("uses"): 30, CellKey("way", "touch"): 30}))
    assert CellKey("uses") not in by_chance.hide


def test_a_share_or_a_mean_that_would_give_away_a_hidden_number_is_hidden_with_it() -> None:
    few = replace(
        month(),
        all={CellKey("sessions"): 40, CellKey("face", "good"): 3, CellKey("face", "none"): 37,
             CellKey("actor", "resident"): 3, CellKey("actor", "volunteer"): 30, CellKey("steps"): 33,
             CellKey("help-calls"): 9, CellKey("help-waits"): 2, CellKey("help-wait-ms"): 100_000},
    )  # fmt: skip
    told = published(few)
    for key in ("satisfied", "independence", "help-wait", "help-wait-longest"):
        assert told.figure(key) == Number(None, told.figure(key).unit, hidden=True), key
    assert told.figure("sessions") == Number(40) and not told.figure("session-length").hidden


# --- its formats --------------------------------------------------------------------------------------


class Cells(HTMLParser):
    """Every number of a page, and everything it would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.from_elsewhere: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag if tag in ("dd", "td") and ("class", "text") not in attrs else ""
        outside = [
            value for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")
        ]
        self.from_elsewhere += [tag for _ in outside] + [tag for _ in range(tag in ("script", "link", "img"))]

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.found.append(data)
        self._inside = ""


@pytest.mark.parametrize("of", ["busy", *VISITS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_formats_say_the_same_numbers(language: Language, of: str) -> None:
    told = report(BUSY if of == "busy" else made_ward(of), language)
    all_shown = [shown(one, language) for one in numbers(told)]
    assert any(one.hidden for one in numbers(told)) and len(all_shown) > 150
    assert Cells(as_html(told).decode()).found == all_shown
    assert [(one["value"], one["hidden"]) for one in _in_json(json.loads(as_json(told)))] == [
        (one.value, one.hidden) for one in numbers(told)
    ]
    assert _in_sheets(told) == [
        None if one.value is None else pytest.approx(one.value / DIVIDED_BY[one.unit])
        for one in numbers(told)
    ]
    text = _text(as_pdf(told))
    for table in tables(told).values():
        if table.chart != "columns" or table.series > 1:  # else the drawing has its numbers
            for row in table.rows:
                cells = [one if isinstance(one, str) else shown(one, language) for one in row.cells]
                assert re.sub(r"\s", "", "".join([row.label, *cells])) in text, row
    for block in blocks(told):
        for line in block.lines if isinstance(block, Lines) else ():
            said = f"{line.label}{line.note}{shown(line.number, language)}"
            assert re.sub(r"\s", "", said) in text, line


def _in_json(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [value] if value.keys() == {"value", "unit", "hidden"} else _in_json(list(value.values()))
    return [found for one in value for found in _in_json(one)] if isinstance(value, list) else []


def _in_sheets(told: Report) -> list[float | None]:
    """Every number of the workbook, in its order; None where it is kept back or unknown."""
    book = load_workbook(BytesIO(as_xlsx(told)))
    found: list[float | None] = []
    for part in told.parts[:-1]:  # of the last one, the sources, nothing is a number
        for row in book[sheet_name(part.heading)].iter_rows(min_col=2, values_only=True):
            found += [None if one in ("*", "–") else _as_number(one) for one in row
                      if isinstance(one, int | float | time | timedelta) or one in ("*", "–")]  # fmt: skip
    return found


def _as_number(cell: float | time | timedelta) -> float:
    """As it stands in the file: what reads it gives a part of a day as a time."""
    match cell:
        case time():
            whole_s = cell.hour * 3600 + cell.minute * 60 + cell.second
            return timedelta(seconds=whole_s, microseconds=cell.microsecond) / timedelta(days=1)
        case timedelta():
            return cell / timedelta(days=1)
        case _:
            return cell


def _text(pdf: bytes) -> str:
    """All its letters, composed, without spaces: where a line ends says nothing."""
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"\s", "", unicodedata.normalize("NFC", "".join(page.extract_text() for page in pages)))


def test_the_paper_has_the_frame_of_an_administrative_document_in_whole_vietnamese() -> None:
    raw = as_pdf(WHOLE)
    text = _text(raw)
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN",
        "PHƯỜNG CỬA NAM", "Cửa Nam, ngày 01 tháng 12 năm 2026", "BÁO CÁO", "Tháng 11 năm 2026",
        "Kết quả hoạt động điểm “Bình dân học vụ số lưu động”", "TM. ỦY BAN NHÂN DÂN",
        "Cài ứng dụng VNeID", "Bác chạm chữ “Tải về”.",
        *(part.title for part in WHOLE.parts), *WHOLE.notes, *sentences(WHOLE).values(),
    ):  # fmt: skip
        assert any(one.replace(" ", "") in text for one in (said, said.upper())), said
    assert PdfReader(BytesIO(raw)).metadata.title.startswith(WHOLE.frame.title)  # type: ignore[union-attr]
    assert as_pdf(WHOLE) == raw


def test_on_paper_no_head_is_broken_into_one_word_a_line_and_each_page_names_its_report() -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(as_pdf(WHOLE))).pages]
    lines = {line.strip() for page in pages for line in page.splitlines()}
    assert "Lượt hướng" in lines and "hướng" not in lines
    named = f"{WHOLE.frame.title} · {WHOLE.frame.period}"
    assert [named in " ".join(page.split()) for page in pages] == [False] + [True] * (len(pages) - 1)


def test_the_page_needs_nothing_from_elsewhere_and_draws_what_it_says() -> None:
    page = as_html(WHOLE).decode()
    assert Cells(page).from_elsewhere == [] and "url(" not in page and "@import" not in page
    assert 'lang="vi"' in page and 'name="viewport"' in page and "@media print" in page
    bars = re.findall(r'<rect rx="2" width="([0-9.]+)%"', page)
    topics = [row.cells[0].value for row in tables(WHOLE)["topics"].rows]  # type: ignore[union-attr]
    longest = max(one or 0 for one in topics)
    assert [float(one) for one in bars[: len(topics)]] == [
        round(100 * (one or 0) / longest, 2) for one in topics
    ]


def test_of_whom_nothing_was_said_there_is_a_number_and_no_bar() -> None:
    whole = CellKey("sessions-unresolved")
    found = {whole: 560, CellKey("obstacle", "none"): 538, CellKey("obstacle", "no-nfc"): 22}
    table = tables(report(replace(month(), all=found)))["obstacle"]
    assert [row.key for row in table.rows] == ["no-nfc", "none"] and table.rows[1].cells == (Number(538),)
    told = drawing(table, "vi")
    assert told is not None and [(bar.texts, bar.shares) for bar in told.bars] == [(("22",), (1.0,))]
    only = {whole: 560, CellKey("obstacle", "none"): 560}
    empty = report(replace(month(), all=only))
    assert drawing(tables(empty)["obstacle"], "vi") is None and as_xlsx(empty) and as_pdf(empty)


def test_no_way_in_which_guides_end_is_called_as_the_sum_of_two() -> None:
    for language in LANGUAGES:
        heads = {sayer(language)("column.left").lower()}
        ends = catalogue().breakdowns["walk-outcome"].buckets
        assert not heads & {words.in_(language).lower() for words in ends.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_figures_has_the_footnote_of_what_it_counts(language: Language) -> None:
    """At its head; a breakdown, whose columns all count the same, at its title."""
    told = report(BUSY, language)
    figures = {**catalogue().figures, **catalogue().ward_figures}

    def definition(key: str) -> str:
        return (figures.get(key) or catalogue().breakdown(key)).definition.in_(language)

    at_head = {
        "by_place": [*OF_STAFF, "sessions", *PLACE_COLUMNS],
        "over_time": STEP_COLUMNS,
        "topics": ["topic", "walks-completed", "walks-left", "walks-handed-over"],
        "groups": ["group", "walks-completed", "walks-left", "walks-handed-over"],
        "guides": ["walks", "walks-completed", "walk-minutes"],
        "left": ["", "flow-left"],
        "skills": ["flow", "flow-practised"],
    }
    for key, table in tables(told).items():
        if key in at_head:
            defined = [told.notes[note - 1] if note else "" for _, note in table.heads[1:]]
            of = [definition(one) if one else "" for one in at_head[key]]
            assert defined[: len(of)] == of and not table.notes, key
            assert defined[len(of) :] in ([], [sayer(language)("told.other_ends")])
        elif key == "headline":
            assert [told.notes[note - 1] for note in table.notes] == [
                *map(definition, HEADLINE), definition("topic"), definition("group"),
            ]  # fmt: skip
            assert [note > 0 for _, note in table.heads] == [False, False, True, True, True]
        elif key == "sources":
            say = sayer(language)
            defined = [told.notes[note - 1] for _, note in table.heads[1:]]
            state = f"{say('note.state')} {say('note.event')}"
            assert defined == [say("note.place"), say("note.until"), state]
            for word in ("whole", "behind", "never", "withdrawn"):
                assert f"{say(f'state.{word}')}: " in re.sub(r"\s:", ":", state), word
        else:
            of_whole = "group-topic" if key == "group_topics" else key
            defined = [told.notes[note - 1] for note in table.notes]
            assert defined == [definition(of_whole)], key


def test_footnotes_stand_at_the_heads_in_every_format() -> None:
    heads = [one for table in tables(WHOLE).values() for one in table.heads if one[1]]
    assert len(heads) > 20
    page, text = as_html(WHOLE).decode(), _text(as_pdf(WHOLE))
    cells = {
        cell
        for sheet in load_workbook(BytesIO(as_xlsx(WHOLE)))
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    for head, note in heads:
        assert f'{head}<sup><a href="#n{note}">{note}</a></sup></th>' in page
        assert f"{head} ({note})" in cells
        assert re.sub(r"\s", "", f"{head}{note}") in text, head
    legend = re.search(r'<ul class="legend">(.*?)</ul>', page)
    assert legend is not None and legend[1].count("<sup>") == len(STEP_COLUMNS)
    assert all(f'<li id="n{note}">' in page for _, note in heads)


def test_every_chart_of_the_spreadsheet_begins_at_nothing_and_says_its_numbers() -> None:
    """Left to itself a spreadsheet begins an axis at 1,200, and 1,227 looks like half of 1,268."""
    book = load_workbook(BytesIO(as_xlsx(WHOLE)))
    charts = [chart for sheet in book for chart in sheet._charts]
    assert len(charts) > 8
    for chart in charts:
        assert chart.y_axis.scaling.min == 0  # of the numbers, whichever way they lie
        assert chart.type == "col" or all(one.dLbls.showVal for one in chart.series)


def test_the_spreadsheet_stands_on_paper_as_wide_as_a_page_and_no_chart_is_parted() -> None:
    told = report(month(seed=3, visits=12, days=28))
    book = load_workbook(BytesIO(as_xlsx(told)))
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) in ((9, None), (9, "portrait"))
        scale = sheet.page_setup.scale / 100
        columns = sheet.column_dimensions.values()
        wide = sum((one.max - one.min + 1) * one.width for one in columns) * DIGIT_POINTS
        assert 0.8 * PAPER_POINTS[0] < wide * scale <= PAPER_POINTS[0] or scale == 0.9, sheet.title
        pages = _pages(sheet, PAPER_POINTS[1] / scale)
        for drawn in sheet._charts:
            rows = range(drawn.anchor._from.row, drawn.anchor.to.row + 1)
            assert len({pages[row] for row in rows}) == 1, sheet.title
            above = [sheet.cell(row, 1).value for row in range(1, rows[0] + 1)]
            heads = {table.columns[0] for table in tables(told).values()}
            head = max(row for row, said in enumerate(above) if said in heads)
            assert {pages[row] for row in range(head, rows[0])} == {pages[rows[0]]}  # its table is there too
    results = book[sheet_name(RESULTS.heading)]
    rows_of = {cell.value: cell.row for cell in results["A"] if cell.value}
    row = rows_of[sentences(told)["visits_not_people"]]
    assert results.row_dimensions[row].height > 15
    assert any(str(one).startswith(f"A{row}:") for one in results.merged_cells.ranges)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_scrolls_a_sheet_or_takes_one_page_of_it_still_knows_what_a_number_is(
    language: Language,
) -> None:
    told = report(BUSY, language)
    book = load_workbook(BytesIO(as_xlsx(told)))
    for part, sheet in zip(told.parts, book, strict=False):
        heads = {
            tuple(f"{head} ({note})" if note else head for head, note in block.heads): len(block.rows)
            for block in part.blocks
            if isinstance(block, Table) and block.rows
        }
        known = {tuple(one.column_names): one for one in sheet.tables.values()}
        assert known.keys() == heads.keys(), "a spreadsheet shows the heads of what it knows as a table"
        for head, rows in heads.items():
            assert bool(known[head].autoFilter) == (rows >= 8)
            for column, words in enumerate(head):
                width = sheet.column_dimensions[get_column_letter(column + 1)].width
                assert max(map(len, words.split())) < width, words
        row = sheet[sheet.freeze_panes].row if len(heads) == 1 else 1
        assert sheet.freeze_panes == f"B{row}"
        assert (sheet.cell(row - 1, 1).value in next(iter(heads))) if row > 1 else len(heads) != 1
        assert sheet.print_title_rows == (f"${row - 1}:${row - 1}" if row > 1 else None)
        assert told.frame.period in str(sheet.oddHeader.left.text)
        assert part.title in str(sheet.oddHeader.right.text)


def _pages(sheet: Any, room: float) -> list[int]:
    """On which page each row is printed."""
    found, left, page = list[int](), room, 0
    breaks = {one.id for one in sheet.row_breaks.brk}
    again = sheet.print_title_rows  # stands on every further page
    repeated = (sheet.row_dimensions[int(again.split("$")[-1])].height or 15) if again else 0
    for row in range(sheet.max_row + 40):
        height = sheet.row_dimensions[row + 1].height or 15
        if row in breaks or height > left:
            page, left = page + 1, room - repeated
        left -= height
        found.append(page)
    return found


def test_hours_on_duty_are_hours_in_the_spreadsheet() -> None:
    """As in the other formats, and still a number: a part of a day."""
    book = load_workbook(BytesIO(as_xlsx(WHOLE)))
    row = next(
        row
        for row in book[sheet_name("Phụ lục I. Công tác tổ chức")]
        if str(row[0].value).startswith("Giờ trực")
    )
    assert row[1].number_format == '[h]" giờ "mm" phút"' and row[1].value > timedelta(hours=1)


def test_the_spreadsheet_has_charts_of_its_own() -> None:
    book = load_workbook(BytesIO(as_xlsx(WHOLE)))
    results = book[sheet_name(RESULTS.heading)]
    drawn = [block for block in RESULTS.blocks if isinstance(block, Table) and block.chart]
    assert len(results._charts) == len(drawn) >= 5


@pytest.mark.parametrize(
    ("number", "vi", "en", "fr"),
    [
        (Number(1234567), "1.234.567", "1,234,567", "1\u202f234\u202f567"),
        (Number(834, "share"), "83,4 %", "83.4 %", "83,4 %"),
        (Number(93_000, "ms"), "1 phút 33 giây", "1 min 33 s", "1 min 33 s"),
        (Number(7_000, "ms"), "7 giây", "7 s", "7 s"),
        (Number(300_000, "ms"), "5 phút", "5 min", "5 min"),
        (
            Number(3_600_000 * 1250 + 900_000, "ms"),
            "1.250 giờ 15 phút",
            "1,250 h 15 min",
            "1\u202f250 h 15 min",
        ),
        (Number(7_200_000, "ms"), "2 giờ", "2 h", "2 h"),
        (Number(None), "–", "–", "–"),
        (Number(None, hidden=True), "*", "*", "*"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: Number, vi: str, en: str, fr: str) -> None:
    assert [shown(number, language) for language in LANGUAGES] == [vi, en, fr]


def test_each_format_is_what_it_is_called() -> None:
    begins: dict[Format, bytes] = {
        "docx": b"PK", "pdf": b"%PDF-", "xlsx": b"PK", "html": b"<!doctype html>", "json": b"{",
    }  # fmt: skip
    assert [kind for kind, magic in begins.items() if not written(WHOLE, kind).startswith(magic)] == []


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--from", "2026-11-30", "--to", "2026-11-01"], 2),
        (["--from", "hôm qua", "--to", "2026-11-01"], 2),
        (["--from", "2026-11-01", "--to", "2026-11-30", "--format", "odt"], 2),
        (["--from", "2026-11-01", "--to", "2026-11-30"], 1),  # no ward here
    ],
)
def test_the_command_refuses_what_it_cannot_do(options: list[str], code: int, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["ward", "report", *options, "--data", str(tmp_path)])
    assert done.exit_code == code, done.output


def test_the_report_is_made_on_the_day_that_stands_on_it() -> None:
    assert WHOLE.made == MADE and "01 tháng 12" in WHOLE.frame.dated


def test_the_items_of_the_framework_add_up_shown_numbers_alone_and_hide_the_rest() -> None:
    shown_here = published(BUSY)
    met = {*of_key(BUSY.all, "flow"), *of_key(BUSY.all, "flow-practised")}
    rows = tables(WHOLE)["skills"].rows
    assert {row.key for row in rows} <= {*skills(), "none"}
    for row in rows:
        of = skills()[row.key].guides if row.key != "none" else [one for one in met if skill_of(one) is None]
        for cell, key in zip(row.cells, ("flow", "flow-practised"), strict=True):
            numbers = [shown_here.number(CellKey(key, one)) for one in of]
            assert isinstance(cell, Number)
            assert cell.hidden == any(one.hidden for one in numbers)
            assert cell.hidden or cell.value == sum(one.value or 0 for one in numbers)
