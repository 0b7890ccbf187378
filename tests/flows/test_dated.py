"""What holds until a day: the new wording comes by itself, the old never stays, and who edits it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, shipped, small_pack, write_pack

from accessibility.speech.spoken import speakable
from flows.guide.flow import Flow
from flows.guide.steps import HandOver, Say
from flows.guide.texts import step_texts
from flows.guide.walk import Walk, begin, current, follow
from flows.reading.dated import flow_on, step_on
from flows.shelf.check import check_folder
from flows.shelf.due import by_source, due, this_month
from flows.shelf.library import load_library

LAST = date(2026, 12, 31)
NEXT = LAST + timedelta(days=1)
AFTER_VI = 'after.say = "Bác mở máy bằng vân tay."\nafter.simpler = "Bác đặt ngón tay lên máy."\n'
AFTER_EN = 'after.say = "Open the phone with a finger."\nafter.simpler = "Put a finger on the phone."\n'
MARKED = 'sources = ["V1"]\n'


def ending(folder: Path, lines: str, vi: str = AFTER_VI, en: str = AFTER_EN) -> Flow:
    """The small guide with *lines* at its step “mo-may”, and the words that follow."""
    home = write_pack(
        folder,
        flow=STRUCTURE.replace(MARKED, MARKED + lines),
        vi=VIETNAMESE.replace('say = "Bác mở máy."\n', 'say = "Bác mở máy."\n' + vi),
        en=ENGLISH.replace('say = "Open the phone."\n', 'say = "Open the phone."\n' + en),
    )
    report = check_folder(home, TODAY, speakable)
    assert report.fine, [str(one) for one in report.problems if one.severity != "note"]
    flow = load_library(folder, TODAY).written["hoc-thu"]
    assert flow is not None
    return flow


def texts(flow: Flow, step: str = "mo-may") -> set[str]:
    return {words.vi for _, words in step_texts(flow.steps[step])}


def test_the_new_wording_comes_on_the_day_after_and_the_old_stays_until_then(tmp_path: Path) -> None:
    flow = ending(tmp_path, "until = 2026-12-31\n")
    on_its_last_day, after = flow_on(flow, LAST), flow_on(flow, NEXT)
    assert on_its_last_day.steps["mo-may"].say.vi == "Bác mở máy."
    assert after.steps["mo-may"].say.vi == "Bác mở máy bằng vân tay."
    assert after.steps["mo-may"].say.en == "Open the phone with a finger."
    assert after.steps["mo-may"].edges == flow.steps["mo-may"].edges
    assert not texts(after) & {"Bác mở máy.", "Bác bấm nút bên cạnh."}


def test_the_library_says_what_holds_on_the_day_it_was_read_for(tmp_path: Path) -> None:
    ending(tmp_path, "until = 2026-12-31\n")
    assert "Bác mở máy bằng vân tay." in texts(load_library(tmp_path, NEXT).flows["hoc-thu"])
    assert "Bác mở máy." in texts(load_library(tmp_path, LAST).flows["hoc-thu"])


def test_a_step_nothing_was_written_for_leads_to_a_person(tmp_path: Path) -> None:
    flow = flow_on(ending(tmp_path, 'until = 2026-12-31\nafter = "person"\n', "", ""), NEXT)
    step = flow.steps["mo-may"]
    assert isinstance(step, HandOver) and "cán bộ" in step.say.vi and "staff" in (step.say.en or "")
    assert step.picture is None and step.edges == () and not any("Bác mở máy" in text for text in texts(flow))
    walk = follow(flow, begin(flow), "choice.iphone")
    assert isinstance(walk, Walk) and current(flow, walk) == step, "and it is reached as before"


def test_one_text_may_end_alone(tmp_path: Path) -> None:
    flow = ending(
        tmp_path,
        "until.stuck.nham-may = 2026-12-31\n",
        'after.stuck.nham-may = "Bác gọi cán bộ nhé."\n',
        'after.stuck.nham-may = "Call the staff."\n',
    )
    assert "Bác gọi cán bộ nhé." in texts(flow_on(flow, NEXT))
    assert texts(flow_on(flow, NEXT)) - texts(flow) == {"Bác gọi cán bộ nhé."}


def test_a_clock_nobody_trusts_says_neither_the_old_nor_the_new_as_certain(tmp_path: Path) -> None:
    flow = ending(tmp_path, "until = 2026-12-31\n")
    unsure = flow_on(flow, None)
    step = unsure.steps["mo-may"]
    assert isinstance(step, HandOver), "what is to be done is not known: a person is asked"
    assert "31/12/2026" in step.say.vi and step.simpler is not None and "chưa chắc" in step.simpler.vi
    assert not texts(unsure) & (texts(flow) | texts(flow_on(flow, NEXT)))
    told = step_on(replace(Say(id="a", say=flow.title), dated=flow.steps["mo-may"].dated), None)
    assert isinstance(told, Say) and "31/12/2026" in told.say.vi, "where nothing is asked the guide goes on"


def test_what_follows_keeps_the_rules_too_and_is_named_where_it_stands(tmp_path: Path) -> None:
    vi = AFTER_VI.replace(
        "bằng vân tay", "rồi đọc mã OTP cho người gọi, và làm tiếp các bước còn lại thật chậm rãi"
    )
    pack = small_pack(
        tmp_path,
        flow=STRUCTURE.replace(MARKED, MARKED + "until = 2026-12-31\n"),
        vi=VIETNAMESE.replace('say = "Bác mở máy."\n', 'say = "Bác mở máy."\n' + vi),
        en=ENGLISH.replace('say = "Open the phone."\n', 'say = "Open the phone."\n' + AFTER_EN),
    )
    told = check_folder(pack.folder, TODAY, speakable).problems
    lines = (pack.folder / "vi.toml").read_text("utf-8").splitlines()
    secret = next(one for one in told if one.code == "secret-told")
    assert secret.line is not None and lines[secret.line - 1].startswith("after.say")
    assert "hoc-thu" not in load_library(tmp_path, TODAY).flows, "refused before the day comes, not on it"


def test_the_bus_card_guide_changes_by_itself_when_the_year_ends() -> None:
    flow = shipped().written["the-xe-buyt"]
    first, then = flow_on(flow, LAST).steps["han-the-cu"], flow_on(flow, NEXT).steps["han-the-cu"]
    assert "chỉ dùng hết năm 2026" in first.say.vi
    assert "không còn dùng được" in then.say.vi and then.edges == first.edges
    assert all(then.say.has(language) for language in flow.languages)


def test_what_falls_due_is_listed_first_day_first_with_its_sources(tmp_path: Path) -> None:
    flow = ending(tmp_path, "until = 2026-12-31\n")
    assert due([flow], LAST - timedelta(days=31)) == ()
    (ends,) = due([flow], LAST - timedelta(days=30))
    assert (ends.day, ends.why, ends.step, ends.says.vi) == (LAST, "new-words", "mo-may", "Bác mở máy.")
    assert [one.key for one in ends.sources] == ["V1"]
    review = due([flow], date(2027, 5, 1))[-1]
    assert (review.why, review.step, review.day) == ("review", "", flow.valid_until)
    ((url, (source, items)),) = by_source(due([flow], date(2027, 5, 1))).items()
    assert source is not None and url == source.url and {one.why for one in items} == {"new-words", "review"}


def test_what_has_no_source_is_listed_last(tmp_path: Path) -> None:
    flow = ending(tmp_path, "until = 2026-12-31\n")
    ends = due([flow], LAST)[0]
    assert list(by_source([replace(ends, sources=()), ends])) == [ends.sources[0].url, ""]


@pytest.mark.parametrize("overdue", ["review", "fact"])
def test_what_is_overdue_is_listed_too(tmp_path: Path, overdue: str) -> None:
    flow = ending(tmp_path, "until = 2026-12-31\n")
    days = {one.day for one in due([flow], date(2028, 1, 1), 0)}
    assert (flow.valid_until if overdue == "review" else LAST) in days


def test_residents_are_told_of_a_sentence_that_ends_this_month_or_within_two_weeks(tmp_path: Path) -> None:
    flow = ending(tmp_path, "until = 2026-12-31\n")
    seen = {day: [one.guide for one in this_month([flow], day)] for day in (date(2026, 11, 30), LAST, NEXT)}
    assert seen == {date(2026, 11, 30): [], LAST: ["hoc-thu"], NEXT: []}
    assert this_month([flow], date(2026, 12, 1)) and this_month([flow], None) == ()
    early = ending(tmp_path / "early", "until = 2027-01-05\n")
    assert [this_month([early], date(2026, 12, day)) != () for day in (21, 22)] == [False, True]


def test_an_example_that_ends_is_nothing_residents_have_to_note(tmp_path: Path) -> None:
    flow = shipped().written["ho-ngheo"]
    assert [one.day for one in due([flow], LAST) if one.why != "review"] == [LAST]
    assert this_month([flow], LAST) == ()
