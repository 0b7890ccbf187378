"""*Cùng bài*, for the next person: what is noted of the one, what the next is told, and who may send for
them.
"""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.staff import CUC, MAI, opened_by, staff_gate
from support.stage import SIGN, Stage

from accessibility.preferences import Preferences
from flows.guide.walk import begin
from ui.screens.strip import derive_strip
from ui.visit.staff.people import AtControls
from ui.visit.staff.stages import AskGroup, AssistNotice
from ui.visit.stages import Attract, Goodbye, Home, Stepping

GUIDE = "vneid-xuat-trinh"
TO_THE_END = ("next",) * 5 + ("done",)
FIRST = (*opened_by(MAI), "assist", "notice.no", f"flow.{GUIDE}")
BRIEFLY = "Có người giúp bác: máy đếm bài, bước, kết quả, không ghi tên bác."


def kiosk(team: bool = False) -> Stage:
    return Stage(staff=staff_gate(), sign=SIGN._replace(kind="team")) if team else Stage(staff=staff_gate())


def row(stage: Stage) -> dict[str, str]:
    """What the row of staff offers: action → label."""
    strip = derive_strip(stage.conductor.visit, stage.conductor.around)
    return {control.slot: control.label for control in strip.staff}


def kinds(stage: Stage) -> list[str | None]:
    return [line[0] for line in stage.notebook.lines]


@pytest.mark.parametrize("team", [False, True], ids=["point", "team"])
def test_one_touch_leads_from_the_goodbye_to_the_first_step_of_the_next_person(team: bool) -> None:
    stage = kiosk(team)
    stage.walk_to(*FIRST, "size", "theme", *TO_THE_END, "face.fair")
    before, forgotten = len(stage.notebook.lines), stage.ear.forgotten
    stage.walk_to("help-same")
    assert stage.ear.forgotten > forgotten, "the voice forgets as after every visit"
    visit, flow = stage.conductor.visit, stage.library.flows[GUIDE]
    assert visit.stages == (Home(), Stepping(GUIDE, begin(flow)))
    assert (visit.preferences, visit.finished, visit.left) == (Preferences(), (), "")
    assert (visit.staff, visit.assisted_by) == (AtControls(MAI, without_pin=True), MAI.id)
    assert stage.notebook.lines[before:] == [
        ("result given", "done"), ("assist ended",), ("session ended", "goodbye"),
        ("session started", "vi", "assisted"), ("assist started", MAI.id),
        ("walk started", GUIDE, flow.content_hash, flow.topic, flow.start),
    ]  # fmt: skip


def test_what_the_button_notes_is_in_its_words_and_what_was_said_before_is_kept() -> None:
    stage = kiosk()
    stage.walk_to(*FIRST, *TO_THE_END)
    assert row(stage)["help-same"] == "Cùng bài, đã xong"
    stage.walk_to("result.partly", "skip")
    assert row(stage)["help-same"] == "Cùng bài"
    stage.walk_to("help-same")
    assert stage.notebook.lines.count(("result given", "partly")) == 1
    assert ("result given", "done") not in stage.notebook.lines


def test_of_a_guide_that_was_left_nothing_is_noted_for_staff() -> None:
    stage = kiosk()
    stage.walk_to(*FIRST, "next", "finish")
    assert row(stage)["help-same"] == "Cùng bài"
    stage.walk_to("help-same")
    assert "result given" not in kinds(stage)
    assert isinstance(stage.conductor.visit.stage, Stepping)


def test_the_next_person_is_told_in_one_sentence_said_also_to_who_hears_nothing_else() -> None:
    stage = kiosk()
    stage.walk_to(*FIRST, *TO_THE_END, "help-same")
    assert stage.ear.last == BRIEFLY
    stage.ear.finish()
    assert stage.conductor.page.sentence in stage.ear.last, "then the step is read"
    strip = derive_strip(stage.conductor.visit, stage.conductor.around)
    assert BRIEFLY in strip.hint
    stage.walk_to("say-group")
    assert stage.conductor.visit.stage == AskGroup()
    stage.walk_to("group.elderly")
    assert ("group said", "elderly") in stage.notebook.lines
    assert isinstance(stage.conductor.visit.stage, Stepping)
    stage.walk_to("next")
    strip = derive_strip(stage.conductor.visit, stage.conductor.around)
    assert BRIEFLY not in strip.hint and "say-group" not in row(stage), "it was there for the first step"


def test_the_notice_is_said_whole_once_a_shift_and_briefly_after_that() -> None:
    stage = kiosk()
    today = replace(stage.conductor.around.point, today=date(2026, 11, 29))
    stage.conductor.surround(today)
    stage.walk_to(*FIRST, *TO_THE_END, "help-next")
    assert stage.conductor.visit.stage == AssistNotice(short=True)
    assert BRIEFLY in stage.ear.last and "vân vân" not in stage.ear.last
    stage.walk_to("notice.no", f"flow.{GUIDE}", "lock", "finish", "next-person")
    stage.walk_to(*opened_by(MAI), "assist")
    assert stage.conductor.visit.stage == AssistNotice(short=True), "whichever way led there"
    stage.walk_to("back", *opened_by(CUC), "assist")
    assert stage.conductor.visit.stage == AssistNotice(), "another has not had it said"
    stage.walk_to("back", *opened_by(MAI), "shift-start", "assist")
    assert stage.conductor.visit.stage == AssistNotice(), "a new shift"
    stage.walk_to("notice.no", f"flow.{GUIDE}", *TO_THE_END)
    stage.conductor.surround(replace(stage.conductor.around.point, today=date(2026, 11, 30)))
    stage.walk_to("help-same")
    assert stage.conductor.visit.stages == (Attract(), AssistNotice(GUIDE)), "a new day"
    stage.walk_to("notice.no")
    assert isinstance(stage.conductor.visit.stage, Stepping), "and then the same guide"


def test_the_next_person_is_offered_where_somebody_assists_and_a_guide_was_opened() -> None:
    stage = kiosk()
    stage.walk_to("begin", "finish")
    assert row(stage) == {}
    before = stage.conductor.visit
    stage.walk_to("help-same", "help-next", "result.done", "filing.yes")
    assert stage.conductor.visit == before
    stage.walk_to(*opened_by(MAI), "assist", "notice.no")
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    assert "help-next" in row(stage) and "help-same" not in row(stage)


def test_a_point_that_was_refused_meanwhile_begins_no_further_visit() -> None:
    stage = kiosk()
    stage.walk_to(*FIRST, *TO_THE_END)
    stage.conductor.surround(replace(stage.conductor.around.point, state="refused"))
    stage.walk_to("help-same")
    assert not stage.conductor.visit.is_logged
    assert kinds(stage)[-1] == "session ended"
