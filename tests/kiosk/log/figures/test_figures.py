"""The figures: each defined once, counted the same on the kiosk's screen and from what leaves the kiosk."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean, median_low
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.events import BOOT, HASH, keep, running
from typer.testing import CliRunner

from flows.guide.words import LANGUAGES
from kiosk.base import events as v
from kiosk.base.files.paths import database_file
from kiosk.desk.command_line import app
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import CellKey, merged
from kiosk.log.figures.counting import cells_of, rows, value
from kiosk.log.figures.counts import COUNTS, MADE, OWN_COUNTS, figure, median
from kiosk.log.figures.rows import BUCKETS, OWN_BUCKETS, BucketRow, rows_of
from kiosk.log.figures.table import as_figures, bucket_words, shown
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.summary import summarise
from ui.words import UiWords

EIGHT = int(datetime(2026, 11, 25, 1, 0, tzinfo=UTC).timestamp())  # 08:00 in Hà Nội
QUARTER = 900
MINUTE, HOUR_MS = 60_000, 3_600_000


def visit(
    number: int, wall_s: int, mode: v.Mode, *told: tuple[int, v.AnyEvent], ok: bool = True
) -> list[Event]:
    """A visit; *told* are milliseconds and what happened then."""
    first = (0, v.SessionStarted("vi", mode, "diem-1"))
    return [Event(what, f"{number:032x}", at, wall_s, ok, BOOT) for at, what in (first, *told)]


def begun(flow: str) -> v.WalkStarted:
    return v.WalkStarted(flow, HASH, "vneid", "dau")


def a_day() -> list[Event]:
    """Four visits, written out so that every figure can be counted by hand."""
    return [
        *visit(
            1, EIGHT, "self",
            (1000, begun("vneid-cai-dat")),
            (2000, v.EdgeTaken("next", "hai", "resident")),
            (2500, v.StepExplained("hai", "example")),
            (3000, v.HelpCalled()),
            (3000 + 80_000, v.HelpTaken(None)),
            (90_000, v.EdgeTaken("next", "ba", "with-help")),
            (91_000, v.WalkEnded("completed")),
            (92_000, v.SatisfactionGiven("good")),
            (93_000, v.GuidePractised("vneid-cai-dat", "alone", "no")),
            (94_000, v.GuidePractised("ihanoi-phan-anh", "alone", "yes")),
            (100_000, v.SessionEnded("goodbye")),
        ),
        *visit(
            2, EIGHT + QUARTER, "assisted",
            (1000, begun("vneid-cai-dat")),
            (2000, v.EdgeTaken("next", "hai", "volunteer")),
            (3000, v.WalkEnded("referred")),
            (4000, begun("ihanoi-phan-anh")),
            (9000, v.HelpCalled()),
            (9000 + 40_000, v.HelpEnded()),
            (50_000, v.WalkEnded("completed")),
            (51_000, v.ResultGiven("partly")),
            (52_000, v.ObstacleGiven("no-nfc")),
            (53_000, v.FilingGiven("yes")),
            (54_000, v.GuidePractised("vneid-cai-dat", "shown", "no", "with-help")),
            (55_000, v.GuidePractised("vneid-cai-dat", "alone", "yes", "with-help")),
            (60_000, v.SessionEnded("next-person")),
        ),
        *visit(
            3, EIGHT + 8 * QUARTER, "self",
            (1000, begun("vneid-cai-dat")), (20_000, v.SessionEnded("idle")), ok=False,
        ),
        *visit(
            4, EIGHT + 9 * QUARTER, "self",
            (4000, v.AskedInVain()), (4100, v.NumberShown()), (4200, v.NumberShown()),
            (4500, v.RehearsalHeld()), (4600, v.ExerciseDone("kiosk")),
            (4700, v.ExerciseDone("none")), (4800, v.ExerciseDone("kiosk")), (5000, v.HelpCalled()),
        ),
    ]  # fmt: skip


DAY = summarise(a_day())
COUNTED_BY_HAND = {
    "sessions": 4,
    "sessions-finished": 2,
    "sessions-assisted": 1,
    "sessions-filed": 1,
    "sessions-unresolved": 1,
    "session-length": (100_000 + 60_000 + 20_000 + 5_000) // 4,
    "walks": 4,
    "walks-completed": 2,
    "walks-left": 1,
    "walks-handed-over": 0,
    "walk-minutes": MINUTE,  # 1 minute 30 and 46 seconds: two minutes and one
    "steps": 3,
    "independence": 333,
    "explanations": 1,
    "asked-in-vain": 1,
    "numbers-shown": 2,
    "practised": 4,
    "practised-alone": 1,
    "rehearsed": 1,
    "exercised": 3,
    "help-calls": 3,
    "help-taken": 1,
    "help-wait": MINUTE,
    "help-wait-longest": 80_000,
    "satisfied": 1000,
    "clock-unsure": 1,
}
OWN_BY_HAND = {
    "openings": 1, "shifts": 3, "shift-time": 3 * HOUR_MS, "people": 2, "volunteers": 1, "tickets": 2,
    "tickets-told": 1, "doors": 3, "trainings": 1,
}  # fmt: skip
OPENED = v.PointChecked("tnv-01", "refused", *("works",) * 10)


def own_day() -> list[Event]:
    """What staff did on that day, written out; a quarter of an hour is the finest there is."""
    told: list[tuple[int, v.AnyEvent]] = [
        (0, OPENED),
        (0, replace(OPENED, verdict="overruled")),
        (0, v.ShiftStarted("tnv-01")),
        (1, v.ShiftStarted("cb-01")),
        (2, v.TicketRaised("d3-0001-11", "no-nfc", "now", None, None, "tnv-01")),
        (3, v.TicketRaised("d3-0002-22", "other", "whenever", "vneid-cai-dat", "dau", "cb-01")),
        (4, v.DoorVisited("guided", "tdp-5")),
        (4, v.DoorVisited("nobody-home", "tdp-5")),
        (4, v.DoorVisited("nobody-home", "tdp-5")),
        (4, v.DoorUndone("nobody-home", "tdp-5")),
        (5, v.DoorVisited("guided", None)),
        (6, v.TrainingFinished("tnv-mo-diem", "volunteer")),
        (
            4,
            v.TicketRaised("d3-0002-22", "other", "whenever", "vneid-cai-dat", "dau", "cb-01"),
        ),  # power was cut
        (7, v.AnswerPassedOn("d3-0001-11", "try-again", "tnv-01")),
        (8, v.AnswerPassedOn("d3-0001-11", "try-again", "tnv-01")),  # the same
        (8, v.ShiftEnded("tnv-01")),
        (5, v.ShiftEnded("cb-01")),
        (9, v.ShiftStarted("tnv-01")),  # nobody ends it
    ]
    return [Event(what, None, at, EIGHT + quarter * QUARTER, True, BOOT)
            for at, (quarter, what) in enumerate(told)]  # fmt: skip


OWN = own_day()
BENEATH = {"session-ms", "help-waits", "help-wait-ms", "uses-due"}
"""Counts that are no figures: means and the ward's months are made of them."""


def test_every_figure_is_what_one_counts_by_hand() -> None:
    cells = cells_of(DAY, OWN)
    assert {key: figure(key, cells) for key in catalogue().figures} == COUNTED_BY_HAND | OWN_BY_HAND


def test_a_visit_adds_to_its_month_where_the_kiosk_knew_its_day_and_was_there_at_its_end() -> None:
    """Another of an unknown day takes nothing away, however it ended."""
    known = visit(1, EIGHT, "self", (5000, v.SessionEnded("goodbye")))
    ways: tuple[v.SessionOutcome, ...] = ("crash", "goodbye", "idle")
    unsure = [visit(2, EIGHT, "self", (5000, v.SessionEnded(way)), ok=False) for way in ways]
    cut = visit(3, EIGHT, "self", (5000, v.SessionEnded("crash")))
    for more in (*unsure, cut, []):
        assert cells_of(summarise([*known, *more])).get(CellKey("uses-due")) == 1
        assert CellKey("uses-due") not in cells_of(summarise(more))


@pytest.mark.parametrize(
    ("key", "counted"),
    [
        ("hour", [("08", 2), ("09", 0), ("10", 2)]),
        ("mode", [("assisted", 1), ("self", 3), ("unknown", 0)]),
        ("outcome", [("goodbye", 1), ("next-person", 1), ("idle", 1), ("crash", 0), ("open", 1)]),
        ("language", [("vi", 4), ("en", 0), ("fr", 0), ("unknown", 0)]),
        ("face", [("good", 1), ("fair", 0), ("poor", 0), ("none", 3)]),
        ("result", [("done", 0), ("partly", 1), ("not-done", 0), ("none", 0)]),
        ("obstacle", [("no-own-sim", 0), ("forgotten-password", 0), ("no-nfc", 1), ("no-papers", 0),
                      ("service-down", 0), ("no-smartphone", 0), ("details-differ", 0), ("no-time", 0),
                      ("other", 0), ("none", 0)]),
        ("flow", [("vneid-cai-dat", 3), ("ihanoi-phan-anh", 1)]),
        ("topic", [("vneid", 4)]),
        ("walk-outcome", [("completed", 2), ("stopped", 0), ("referred", 1), ("handed-over", 0),
                          ("cut-off", 1), ("open", 0)]),
        ("place", [("diem-1", 4)]),
        ("topic-outcome", [("vneid/completed", 2), ("vneid/cut-off", 1), ("vneid/referred", 1)]),
        ("flow-outcome", [("ihanoi-phan-anh/completed", 1), ("vneid-cai-dat/completed", 1),
                          ("vneid-cai-dat/cut-off", 1), ("vneid-cai-dat/referred", 1)]),
        ("flow-left", [("vneid-cai-dat/dau", 1)]),
        ("actor", [("resident", 1), ("with-help", 1), ("volunteer", 1)]),
        ("explained", [("simpler", 0), ("example", 1), ("stuck-list", 0)]),
        ("practice-rung", [("shown", 1), ("hinted", 0), ("alone", 3), ("own-phone", 0)]),
        ("practice-actor", [("resident", 2), ("with-help", 2), ("volunteer", 0)]),
        ("flow-practised", [("vneid-cai-dat", 3), ("ihanoi-phan-anh", 1)]),
        ("exercise-help", [("none", 1), ("kiosk", 2), ("person", 0)]),
        ("wait", [("under-1", 1), ("1-3", 1), ("3-5", 0), ("5-10", 0), ("10-up", 0), ("waiting", 1)]),
        ("training-flow", [("tnv-mo-diem", 1)]),
        ("ticket-problem", [("no-own-sim", 0), ("forgotten-password", 0), ("no-nfc", 1), ("no-papers", 0),
                            ("service-down", 0), ("details-differ", 0), ("guide-differs", 0),
                            ("suspected-scam", 0), ("kiosk-fault", 0), ("other", 1)]),
        ("door-outcome", [("guided", 2), ("nobody-home", 1), ("declined", 0), ("come-back", 0)]),
        ("door-area", [("5", 2), ("0", 1)]),
        ("training-role", [("volunteer", 1), ("officer", 0), ("responder", 0), ("administrator", 0)]),
    ],
)  # fmt: skip
def test_every_breakdown_is_what_one_counts_by_hand(key: str, counted: list[tuple[str, int]]) -> None:
    assert list(rows(key, DAY, OWN)) == [BucketRow(*one) for one in counted]


def test_a_day_without_visits_has_no_means_and_no_rows() -> None:
    assert {key for key in catalogue().figures if value(key, ()) is None} == {
        "session-length", "help-wait", "help-wait-longest", "walk-minutes", "independence", "satisfied",
    }  # fmt: skip
    assert {value(key, ()) for key in catalogue().figures} == {None, 0}
    assert all(rows(key, ()) == () for key in catalogue().breakdowns)


NO_ROWS = frozenset({"flow-topic", "flow-minutes", "staff"})
"""Not shown as rows: of which topic guides are; a median and numbers of people are made of the others."""


def test_catalogue_and_counting_know_the_same_figures_and_breakdowns() -> None:
    counted = {*COUNTS, *OWN_COUNTS, *MADE} - BENEATH
    assert set(catalogue().figures) == counted
    assert set(catalogue().breakdowns) == {*BUCKETS, *OWN_BUCKETS} - NO_ROWS
    assert all(catalogue().figure(one.counts).unit == "count" for one in catalogue().every_breakdown)
    cells = {*counted, *BENEATH, *BUCKETS, *OWN_BUCKETS}
    for one in catalogue().figures.values():
        assert (one.key in MADE and one.unit != "count") <= bool(one.hidden_with), one.key
        assert {cell.key for cell in one.hidden_with} <= cells, one.key


def test_every_name_and_footnote_is_in_every_language_and_no_two_figures_share_a_name() -> None:
    told = catalogue()
    figures = (*told.figures.values(), *told.ward_figures.values())
    breakdowns = (*told.breakdowns.values(), *told.ward_breakdowns.values())
    texts = [words for one in figures for words in (one.words, one.definition)]
    texts += [words for one in breakdowns for words in (one.words, one.definition)]
    texts += [words for one in breakdowns for words in one.buckets.values()]
    assert all(
        words.has(language) and words.in_(language).strip() for words in texts for language in LANGUAGES
    )
    for language in LANGUAGES:
        names = [one.words.in_(language) for one in figures]
        assert len(set(names)) == len(names)


def test_an_assisted_visit_is_said_to_be_what_makes_one() -> None:
    touched = UiWords().say("menu.assist", "vi")
    figures, breakdowns = catalogue().figures, catalogue().breakdowns
    for definition in (figures["sessions-assisted"].definition, breakdowns["mode"].definition):
        assert all(touched in getattr(definition, language) for language in LANGUAGES)


def test_a_closed_list_has_a_name_for_whatever_the_log_may_hold() -> None:
    lists = {
        "mode": v.Mode,
        "outcome": v.SessionOutcome,
        "language": v.Language,
        "face": v.Face,
        "result": v.Result,
        "obstacle": v.Obstacle,
        "walk-outcome": v.WalkOutcome,
        "actor": v.Actor,
        "ticket-problem": v.Problem,
        "door-outcome": v.DoorOutcome,
        "training-role": v.Role,
        "explained": v.Explanation,
    }
    for key, words in lists.items():
        assert set(get_args(words)) <= set(catalogue().breakdowns[key].buckets), key


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (42, "count", "42"),
        (80_000, "ms", "1'20\""),
        (5_400, "ms", "0'05\""),
        (3 * HOUR_MS, "ms", "3h00"),
        (834, "share", "83,4 %"),
        (None, "ms", "–"),
    ],
)
def test_a_number_is_shown_as_people_write_it(number: int | None, unit: str, text: str) -> None:
    assert shown(number, unit) == text  # type: ignore[arg-type]


VISITS = st.lists(
    st.tuples(
        st.integers(0, 95),
        st.sampled_from(["self", "assisted"]),
        st.lists(
            st.sampled_from(
                [begun("a"), begun("b"), v.WalkEnded("completed"), v.EdgeTaken("next", "x", "volunteer"),
                 v.EdgeTaken("next", "x", "resident"), v.HelpCalled(), v.HelpEnded(), v.LanguageChanged("fr"),
                 v.StepExplained("dau", "example"), v.WalkEnded("stopped"), v.SatisfactionGiven("poor"),
                 v.SessionEnded("goodbye"), v.SessionEnded("idle")]
            ),
            max_size=12,
        ),
        st.booleans(),
    ),
    max_size=8,
)  # fmt: skip


@settings(deadline=None)
@given(VISITS)
def test_rows_add_up_to_their_figure_and_parts_to_the_whole(
    made: list[tuple[int, v.Mode, list[v.AnyEvent], bool]],
) -> None:
    day = summarise(
        event
        for number, (quarter, mode, told, ok) in enumerate(made)
        for event in visit(
            number,
            EIGHT + quarter * QUARTER,
            mode,
            *((at * 700, what) for at, what in enumerate(told)),
            ok=ok,
        )
    )
    whole = cells_of(day, OWN)
    for key, breakdown in catalogue().breakdowns.items():
        total = figure(breakdown.counts, whole)
        assert sum(row.number for row in rows_of(key, whole)) == total, key
    parts = merged([cells_of(day[::2]), cells_of(day[1::2]), cells_of((), OWN)])
    assert parts == whole


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 60), st.integers(1, 9), min_size=1))
def test_a_median_is_the_one_in_the_middle_of_all(often: dict[int, int]) -> None:
    assert median(often) == median_low([one for one, many in often.items() for _ in range(many)])


def test_what_the_command_says_of_a_day_can_be_counted_again_from_the_visits_it_prints(
    tmp_path: Path,
) -> None:
    with running(database_file(tmp_path)) as store:
        keep(store, a_day())
    said = json.loads(_command(tmp_path, "--json", "--figures"))
    printed = json.loads(_command(tmp_path, "--json"))
    walks = [walk for one in printed for walk in one["walks"]]
    waits = [
        call["until_ms"] - call["from_ms"]
        for one in printed
        for call in one["help_calls"]
        if call["until_ms"]
    ]
    assert said["figures"]["sessions"] == len(printed) == 4
    assert said["figures"]["walks-completed"] == sum(walk["outcome"] == "completed" for walk in walks)
    assert said["figures"]["help-wait"] == round(fmean(waits))
    assert said["breakdowns"]["flow"] == Counter(walk["flow"] for walk in walks)
    assert said["breakdowns"]["hour"] == {
        "08": 2, "09": 0, "10": 2,
    } == {"09": 0} | Counter(one["began"][11:13] for one in printed)  # fmt: skip


def test_the_command_names_every_figure_and_says_what_it_counts(tmp_path: Path) -> None:
    with running(database_file(tmp_path)) as store:
        keep(store, [*OWN, *a_day()])
    text = _command(tmp_path, "--figures")
    assert text == as_figures(DAY, OWN)
    for one in catalogue().figures.values():
        assert one.words.vi in text and one.definition.vi in text
    assert f"4  {catalogue().figures['sessions'].words.vi}" in text
    assert f"1'00\"  {catalogue().figures['help-wait'].words.vi}" in text
    assert f"1  {bucket_words('mode', 'assisted').vi}" in text


def _command(folder: Path, *options: str) -> str:
    done = CliRunner().invoke(app, ["sessions", "--day", "2026-11-25", "--data", str(folder), *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_what_staff_say_of_a_visit_is_counted_of_the_visits_they_are_asked_about() -> None:
    """Nobody asks of those made alone, nor what stopped one that was done."""
    day = summarise(
        event
        for number, (mode, *said) in enumerate(
            [
                ("self",), ("self",), ("assisted",), ("assisted", v.ResultGiven("done")),
                ("assisted", v.ResultGiven("partly")),
                ("assisted", v.ResultGiven("not-done"), v.ObstacleGiven("no-time")),
            ]
        )
        for event in visit(number, EIGHT, mode, *((1000, one) for one in said))  # type: ignore[arg-type]
    )  # fmt: skip
    cells = cells_of(day)
    results, obstacles = dict(rows_of("result", cells)), dict(rows_of("obstacle", cells))
    assert results == {"done": 1, "partly": 1, "not-done": 1, "none": 1}
    assert sum(results.values()) == figure("sessions-assisted", cells) == 4
    assert {one: many for one, many in obstacles.items() if many} == {"no-time": 1, "none": 1}
    assert sum(obstacles.values()) == figure("sessions-unresolved", cells) == 2
    for key in ("result", "obstacle"):
        of_nobody = bucket_words(key, "none")
        assert (of_nobody.vi, of_nobody.en, of_nobody.fr) == ("không ghi", "not said", "non noté")
