"""Shifts and the state of the point, from what the log holds; and the signed record of an opening check."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from support.events import BOOT, running, visit
from support.fake_clock import FakeClock
from support.visit_fakes import ListSink

from kiosk.base import events as v
from kiosk.base.events import CHECK_PARTS, CheckAnswer, CheckPart, OpeningVerdict
from kiosk.base.files.paths import database_file
from kiosk.log.sessions.duty import Duty, Shift, duty_of
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.reading import open_for_reading
from kiosk.papers.keys.documents import PaperRefused
from kiosk.papers.keys.key_files import public_bytes
from kiosk.point.staff.opening_record import OpeningRecord, keep_record, read_record, sign_record

EIGHT = 1_764_032_400  # a quarter of an hour
ALL_WORK: dict[CheckPart, CheckAnswer] = dict.fromkeys(CHECK_PARTS, "works")


def checked(verdict: OpeningVerdict, staff: str = "tnv-01") -> v.PointChecked:
    return v.PointChecked(staff, verdict, *ALL_WORK.values())


def told(*whats: v.AnyEvent) -> list[Event]:
    """A quarter of an hour apart."""
    return [Event(what, None, at, EIGHT + at * 900, True, BOOT) for at, what in enumerate(whats)]


def test_two_people_may_be_on_duty_and_each_ends_their_own_shift() -> None:
    day = duty_of(told(v.ShiftStarted("tnv-01"), v.ShiftStarted("cb-01"), v.ShiftEnded("tnv-01")))
    assert day.on_duty == ("cb-01",)
    assert day.shifts == (Shift("tnv-01", EIGHT, EIGHT + 1800), Shift("cb-01", EIGHT + 900))


def test_closing_ends_the_shifts_that_were_forgotten() -> None:
    day = duty_of(told(v.ShiftStarted("tnv-01"), v.ShiftStarted("cb-01"), v.PointClosed("cb-01")))
    assert (day.point, day.on_duty) == ("closed", ())
    assert [shift.until_s for shift in day.shifts] == [EIGHT + 1800, EIGHT + 1800]


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ((), "unchecked"),
        (("open",), "open"),
        (("refused",), "refused"),
        (("refused", "overruled"), "open"),
        (("refused", "open"), "open"),
        (("open", "refused"), "refused"),
    ],
)
def test_the_point_is_as_the_last_check_left_it(verdicts: tuple[OpeningVerdict, ...], state: str) -> None:
    assert duty_of(told(*map(checked, verdicts))).point == state


def test_a_point_that_was_closed_can_be_opened_again() -> None:
    assert duty_of(told(checked("open"), v.PointClosed("tnv-01"), checked("open"))).point == "open"


def test_closing_a_refused_point_ends_its_shifts_and_opens_nothing() -> None:
    left: list[v.AnyEvent] = [checked("refused"), v.ShiftStarted("tnv-01"), v.PointClosed("tnv-01")]
    assert (duty_of(told(*left)).point, duty_of(told(*left)).on_duty) == ("refused", ())
    assert duty_of(told(*left, checked("overruled", "cb-01"))).point == "open"


def test_a_clock_set_back_ends_no_shift_before_it_began() -> None:
    began, ended = told(v.ShiftStarted("tnv-01"), v.ShiftEnded("tnv-01"))
    (shift,) = duty_of([began, replace(ended, wall_s=EIGHT - 9000)]).shifts
    assert shift == Shift("tnv-01", EIGHT, EIGHT)


STAFF = st.sampled_from(["tnv-01", "tnv-02", "cb-01"])
DEEDS = st.one_of(
    st.builds(v.ShiftStarted, STAFF),
    st.builds(v.ShiftEnded, STAFF),
    st.builds(v.PointClosed, STAFF),
    st.builds(checked, st.sampled_from(get_args(OpeningVerdict)), STAFF),
)


@given(st.lists(DEEDS, max_size=30), st.integers(0, 30))
def test_whatever_staff_do_nobody_is_twice_on_duty_and_a_power_cut_changes_nothing(
    deeds: list[v.AnyEvent], cut: int
) -> None:
    events = told(*deeds)
    duty = duty_of(events)
    assert len(set(duty.on_duty)) == len(duty.on_duty)
    assert all(shift.until_s is None or shift.until_s >= shift.from_s for shift in duty.shifts)
    assert duty.point != "closed" or all(shift.from_s >= _closed_at(events) for shift in duty.shifts if
                                         shift.until_s is None)  # fmt: skip
    again: Duty = duty_of(events[:cut])
    for event in events[cut:]:
        again = again.after(event.what, event.wall_s)
    assert again == duty


def _closed_at(events: list[Event]) -> int:
    return max(event.wall_s for event in events if isinstance(event.what, v.PointClosed))


def test_what_the_recorder_writes_is_read_back_as_the_day_beside_its_visits(tmp_path: Path) -> None:
    sink, clock = ListSink(), FakeClock()
    recorder = SessionRecorder(
        sink, clock, Heartbeat(tmp_path / "beat", clock), place="diem-1", version="0.1.0"
    )
    recorder.record(v.PointChecked.of("tnv-01", "open", ALL_WORK))
    recorder.record(v.ShiftStarted("tnv-01"))
    with running(database_file(tmp_path)) as store:
        for event in (*sink.events, *visit(1, wall_s=sink.events[0].wall_s)):
            store.append(event).result(20)
    day_s = sink.events[0].wall_s
    reader = open_for_reading(database_file(tmp_path))
    kept = [one for one in reader.own_events(day_s, day_s + 900) if one.what.kind != v.EpochBegun.kind]
    assert kept == sink.events
    assert duty_of(kept).on_duty == ("tnv-01",)
    assert duty_of(reader.own_events(day_s + 900, day_s + 1800)) == Duty()


def test_a_name_is_written_nowhere_as_a_member_of_staff(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sink, clock = ListSink(), FakeClock()
    recorder = SessionRecorder(
        sink, clock, Heartbeat(tmp_path / "beat", clock), place="diem-1", version="0.1.0"
    )
    for name in ("Nguyễn Thị Bưởi", "0912345678"):
        recorder.record(v.ShiftStarted(name))
        recorder.record(v.ShiftEnded(name))
        recorder.record(v.PointClosed(name))
        recorder.record(v.PointChecked.of(name, "open", ALL_WORK))
        assert name not in caplog.text
    assert sink.events == []


# --- the signed record ---------------------------------------------------------------------------

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RECORD = OpeningRecord(
    "may-1", "point-3", "2026-11-25T07:42+07:00", True, "tnv-01", "refused", ALL_WORK | {"sound": "fails"}
)


def test_a_record_is_read_back_as_it_was_signed() -> None:
    assert read_record(sign_record(RECORD, KEY), public_bytes(KEY)) == RECORD


@pytest.mark.parametrize(
    ("field", "value"),
    [("verdict", "open"), ("at", "2026-11-24T07:42+07:00"), ("staff", "cb-01"), ("place", "point-1")],
)
def test_a_record_that_was_changed_is_refused(field: str, value: str) -> None:
    paper = json.loads(sign_record(RECORD, KEY))
    paper["body"][field] = value
    with pytest.raises(PaperRefused):
        read_record(json.dumps(paper).encode(), public_bytes(KEY))


@pytest.mark.parametrize(
    "answers",
    [{}, {**ALL_WORK, "sound": "perhaps"}, {str(part): "works" for part in (*ALL_WORK, "smell")}, "all"],
)
def test_a_record_with_other_answers_than_ours_is_refused_even_when_it_is_signed(answers: object) -> None:
    with pytest.raises(PaperRefused):
        read_record(sign_record(replace(RECORD, answers=answers), KEY), public_bytes(KEY))  # type: ignore[arg-type]


def test_another_kiosks_record_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    with pytest.raises(PaperRefused):
        read_record(sign_record(RECORD, other), public_bytes(KEY))


def test_records_of_one_minute_stand_beside_each_other(tmp_path: Path) -> None:
    kept = [keep_record(tmp_path, RECORD, KEY) for _ in range(3)]
    assert len(set(kept)) == 3
    assert kept[0].name == "2026-11-25T0742-refused.json"
    assert all(read_record(file.read_bytes(), public_bytes(KEY)) == RECORD for file in kept)


@pytest.mark.parametrize(("answer", "verdict"), [*product(get_args(CheckAnswer), get_args(OpeningVerdict))])
def test_every_answer_and_verdict_can_be_recorded(answer: CheckAnswer, verdict: OpeningVerdict) -> None:
    record = replace(RECORD, verdict=verdict, answers=dict.fromkeys(CHECK_PARTS, answer))
    assert read_record(sign_record(record, KEY), public_bytes(KEY)) == record
