"""Staff assist: notice, group, comfort, guide; who acted; what came of it. Without a window."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.opened import opened
from support.staff import CUC, MAI, HandRegister, opened_by, staff_gate
from support.stage import LAPTOP, SIGN, Stage, residents_guides
from support.visit_fakes import Bench

import ui
from accessibility.preferences import Preferences
from flows.guide.walk import begin
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.choosing import OverviewProps
from ui.screens.staff.assist import READ_OUT, USUAL
from ui.screens.strip import derive_strip
from ui.visit.actions.chosen import NEXT
from ui.visit.staff.people import AtControls
from ui.visit.staff.stages import (
    AskComfort,
    AskGroup,
    AskObstacle,
    AssistNotice,
    PickGuide,
    StaffMenu,
)
from ui.visit.staff.ticket_stages import Tickets
from ui.visit.stages import Attract, Goodbye, Home, IdleNotice, NeedGuides, Person, Stepping
from ui.visit.visit import Visit

GUIDE = "vneid-cai-dat"
AT_MENU = opened_by(MAI)
TO_THE_GUIDE = ("group.elderly", "comfort-card", "preset.large", f"flow.{GUIDE}")
IN_A_GUIDE = (*AT_MENU, "assist", "notice.yes", *TO_THE_GUIDE)
GROUPS = ("elderly", "disabled", "poor", "other", "not-said")


def kiosk(register: HandRegister | None = None) -> Stage:
    return Stage(staff=staff_gate(register))


def lines(stage: Stage, *kinds: str) -> list[tuple[str | None, ...]]:
    return [line for line in stage.notebook.lines if line[0] in kinds]


def folded(stage: Stage) -> str:
    """The words of the one control that is left of the row, beside the menu."""
    first, menu = derive_strip(stage.conductor.visit, stage.conductor.around).staff
    assert (first.slot, menu.slot) == ("unfold", "staff")
    return first.label


def row(stage: Stage) -> dict[str, str]:
    """What the row of staff offers: action → state."""
    strip = derive_strip(stage.conductor.visit, stage.conductor.around)
    return {control.slot: control.state for control in strip.staff}


def test_from_the_notice_to_the_guide_letters_and_voice_are_offered_and_not_in_the_way() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist")
    assert stage.conductor.visit.stage == AssistNotice()
    assert stage.notebook.lines == [], "nobody is counted before they were told"
    stage.walk_to("notice.yes", *TO_THE_GUIDE)
    flow = stage.library.flows[GUIDE]
    assert stage.conductor.visit.stages == (Home(), Stepping(GUIDE, begin(flow)))
    assert stage.conductor.visit.preferences.text_size == 3
    without = kiosk()
    without.walk_to(*AT_MENU, "assist", "notice.no", f"flow.{GUIDE}")
    assert without.conductor.visit.stages == stage.conductor.visit.stages
    assert stage.notebook.lines == [
        ("session started", "vi", "assisted"), ("assist started", MAI.id), ("group said", "elderly"),
        ("walk started", GUIDE, flow.content_hash, flow.topic, flow.start),
    ]  # fmt: skip


def test_the_notice_is_said_in_the_resident_s_voice_and_its_two_answers_are_alike() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist")
    page, tr = stage.conductor.page, stage.conductor.around.tr("vi")
    assert isinstance(page, OverviewProps)
    for key in ("counts", "no_name", "group", "silent", "question"):
        assert tr(f"assist.notice_{key}") in stage.ear.last
        assert any(tr(f"assist.notice_{key}") in row.label for row in page.needs), "whole in a row"
    assert (page.primary, page.choices) == (None, ())
    assert [(one.slot, one.kind) for one in page.bar[:2]] == [
        ("notice.yes", "primary"), ("notice.no", "primary"),
    ]  # fmt: skip
    assert stage.ear.last.endswith("Có, nói nhóm.\nKhông nói"), "and said after the question"


def test_the_notice_is_said_also_to_who_does_not_want_to_be_read_to() -> None:
    stage = kiosk()
    stage.walk_to("begin", "speech", *AT_MENU)
    heard = len(stage.ear.heard)
    stage.walk_to("assist")
    (notice,) = stage.ear.heard[heard:]
    assert "Ki-ốt không ghi tên" in notice.text
    stage.walk_to("notice.no")
    assert not stage.conductor.visit.preferences.speech_on
    assert stage.ear.heard[heard:] == [notice], "nothing else is"


def test_no_is_answered_kindly_before_the_screen_that_follows_is_read() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist", "notice.no")
    assert stage.ear.last == "Vâng ạ, mình bắt đầu nhé."
    stage.ear.finish()
    assert stage.conductor.page.heading in stage.ear.last


def test_no_takes_back_the_group_that_was_said_to_an_earlier_helper(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.take_over()
    stage = Stage(staff=staff_gate(), notebook=bench.recorder)  # type: ignore[arg-type]
    stage.walk_to(
        *IN_A_GUIDE, "lock", *opened_by(CUC), "assist", "notice.no", "finish", "skip", "next-person"
    )
    bench.heartbeat.close()
    assert {cell.group for cell in bench.sink.walks} == {"not-said"}


def test_no_skips_the_group_and_changes_nothing_else() -> None:
    said, silent = kiosk(), kiosk()
    said.walk_to(*AT_MENU, "assist", "notice.yes", "group.poor")
    silent.walk_to(*AT_MENU, "assist", "notice.no")
    assert said.conductor.visit == silent.conductor.visit
    assert said.conductor.visit.stage == PickGuide()
    assert lines(silent, "group said") == []
    assert [line for line in said.notebook.lines if line[0] != "group said"] == silent.notebook.lines


def test_the_groups_are_said_aloud_only_to_who_asks() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist", "notice.yes")
    assert stage.conductor.page.private
    assert stage.ear.last.startswith("Đây là chuyện riêng của bác."), "there is no guide yet to speak of"
    assert "Người khuyết tật" not in stage.ear.last
    stage.walk_to("again")
    assert "Người khuyết tật" in stage.ear.last


@pytest.mark.parametrize("group", GROUPS)
def test_no_visit_and_no_page_remembers_the_group(group: str) -> None:
    visits = set()
    for chosen in (group, "other"):
        stage = kiosk()
        stage.walk_to(*AT_MENU, "assist", "notice.yes", f"group.{chosen}")
        visits.add((repr(stage.conductor.visit), repr(stage.conductor.page)))
    assert len(visits) == 1


def test_one_touch_marks_who_acted_for_this_step_alone() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    assert folded(stage) == "Ai bấm: bác"
    stage.walk_to("unfold")
    assert row(stage)["by.resident"] == "đang chọn"
    answer = stage.conductor.page.choices[0].slot
    stage.walk_to("by.volunteer")
    assert folded(stage) == "Ai bấm: người giúp"
    stage.walk_to("unfold", answer)
    assert folded(stage) == "Ai bấm: bác", "left alone, it is the resident, and the row is folded"
    stage.walk_to("next", "back", "by.with-help", "by.resident", "by.with-help", "next")
    assert [line[3:] for line in lines(stage, "edge taken")] == [("volunteer",), (), ("with-help",)]


def test_any_guide_can_be_opened_at_any_step_and_back_leads_to_the_step() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    step = stage.conductor.visit.stage
    stage.walk_to("guides", "back")
    assert stage.conductor.visit.stage == step
    stage.walk_to("guides")
    assert stage.conductor.visit.stage == PickGuide()
    tiles = [choice.slot for choice in stage.conductor.page.choices]
    assert tiles == [f"need.{need.id}" for need in stage.conductor.around.offered.tiles], (
        "as residents find it"
    )
    stage.walk_to("all-guides")
    offered = {choice.slot for choice in stage.conductor.page.choices}
    assert offered == {f"flow.{one.id}" for one in stage.library.flows.values() if one.audience == "resident"}
    stage.walk_to("flow.bhxh-vssid", "back")
    assert stage.conductor.visit.stage == step
    assert [line[0] for line in lines(stage, "walk started", "walk ended", "walk reopened")] == [
        "walk started", "walk ended", "walk started", "walk ended", "walk reopened",
    ]  # fmt: skip


@pytest.mark.parametrize("over", [(*AT_MENU, "assist", "notice.no"), (*IN_A_GUIDE, "guides")])
def test_staff_find_a_guide_by_a_tile_or_by_typing_as_residents_do(over: tuple[str, ...]) -> None:
    stage = kiosk()
    stage.walk_to(*over)
    beneath = stage.conductor.visit.close().stage
    assert "ask" in [chip.slot for chip in derive_strip(stage.conductor.visit, stage.conductor.around).chips]
    stage.walk_to("ask", "back", "need.kham-benh")
    assert stage.conductor.visit.stage == NeedGuides("kham-benh")
    stage.walk_to("back")
    assert stage.conductor.visit.stage == beneath
    stage.walk_to(*(("guides",) if isinstance(beneath, Stepping) else ("need.kham-benh", "back")))
    stage.walk_to("need.khan-cap")
    assert stage.conductor.visit.assisted_by and isinstance(stage.conductor.visit.stage, Stepping)


def test_what_is_often_opened_here_comes_first_and_the_rest_stays_as_it_is() -> None:
    stage = Stage(LAPTOP, staff=staff_gate())
    stage.conductor.surround(
        replace(
            stage.conductor.around.point,
            opened={"bhxh-vssid": 9, USUAL[1]: 7, "co-ban-wifi": 9, "no-such": 12},
        )
    )
    stage.walk_to(*AT_MENU, "assist", "notice.no", "all-guides")
    offered = [choice.slot.removeprefix("flow.") for choice in stage.conductor.page.choices]
    assert offered[:6] == ["bhxh-vssid", "co-ban-wifi", USUAL[1], USUAL[0], *USUAL[2:4]]
    assert len(offered) == len(set(offered)) == len(stage.library.flows)


def test_of_all_guides_a_few_titles_are_read_and_each_to_who_asks() -> None:
    """All 61 take two and a half minutes, and whoever has come waits for the end of it."""
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist", "notice.no", "all-guides")
    stage.ear.finish()
    titles = [choice.name for choice in stage.conductor.page.choices]
    assert [title for title in titles if title in stage.ear.last] == titles[:READ_OUT], stage.ear.last
    assert f"Có {len(titles)} bài" in stage.ear.last
    stage.conductor.read_page(*[frozenset(one.slot for one in stage.conductor.page.choices[20:23])] * 2)
    assert [title for title in titles if title in stage.ear.last] == titles[20:23], "of a page turned to"
    stage.conductor.read_page(frozenset(), frozenset())
    stage.walk_to("again")
    assert all(title in stage.ear.last for title in titles)


def test_what_stands_far_down_is_nearer_by_its_topic() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "guides", "all-guides", "topics", "topic.an-toan")
    offered = {choice.slot for choice in stage.conductor.page.choices}
    assert offered == {f"flow.{one.id}" for one in stage.conductor.around.guides.of_topic("an-toan")}
    stage.walk_to("back", "back", "back", "back")
    assert isinstance(stage.conductor.visit.stage, Stepping)
    stage.walk_to("guides", "all-guides", "topics", "topic.an-toan", "flow.lua-dao-nhan-biet")
    assert stage.conductor.visit.stage == opened(stage.library.flows["lua-dao-nhan-biet"])


def test_on_a_low_panel_too_one_begins_with_all_guides_and_the_usual_ones_first() -> None:
    stage = Stage(LAPTOP, staff=staff_gate())
    stage.walk_to(*AT_MENU, "assist", "notice.no", "all-guides")
    assert stage.conductor.visit.stage == PickGuide("all")
    offered = [choice.slot for choice in stage.conductor.page.choices]
    assert offered[: len(USUAL)] == [f"flow.{one}" for one in USUAL]
    assert (
        len(offered)
        == len(set(offered))
        == sum(one.audience == "resident" for one in stage.library.flows.values())
    )


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("vi", "vướng ở đâu"), ("en", "in the way"), ("fr", "obstacle"),
        ("vi", "bác chọn gì"), ("en", "what you choose"), ("fr", "vos choix"),
        ("vi", "vân vân"), ("en", "a few things more"), ("fr", "etc."),
    ],
)  # fmt: skip
def test_the_notice_names_what_is_chosen_and_what_stopped_a_visit_and_that_its_list_is_not_the_whole(
    language: str, named: str
) -> None:
    words = (Path(ui.__file__).parent / "words" / f"{language}.toml").read_text("utf-8")
    (counted,) = (line for line in words.splitlines() if line.startswith("notice_counts"))
    assert named in counted


@pytest.mark.parametrize(
    ("language", "named"), [("vi", "chuyện riêng"), ("en", "private answer"), ("fr", "réponse privée")]
)
def test_the_notice_names_what_is_private_among_what_is_not_kept(language: str, named: str) -> None:
    words = (Path(ui.__file__).parent / "words" / f"{language}.toml").read_text("utf-8")
    (kept_not,) = (line for line in words.splitlines() if line.startswith("notice_no_name"))
    assert named in kept_not


def test_in_the_middle_of_a_visit_the_resident_keeps_their_settings_and_their_step() -> None:
    stage = kiosk()
    stage.walk_to("begin", "size", "language", "language.en", "topic.vneid", f"flow.{GUIDE}")
    before = stage.conductor.visit
    stage.walk_to(*AT_MENU, "assist")
    assert stage.conductor.visit.preferences == before.preferences
    stage.walk_to("notice.no")
    after = stage.conductor.visit
    assert (after.stages, after.preferences) == (before.stages, before.preferences)
    assert (after.staff, after.assisted_by) == (AtControls(MAI), MAI.id)
    assert stage.notebook.lines[-1] == ("assist started", MAI.id)


def test_result_face_and_the_next_person_stand_on_one_page_in_the_resident_s_look() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    own = stage.conductor.visit.preferences
    stage.walk_to("finish")
    assert stage.conductor.visit.stage == Goodbye(finished=False, guide=GUIDE)
    assert stage.conductor.visit.preferences == own
    assert [*row(stage)] == [
        "result.done", "result.partly", "result.not-done", "staff", "help-same", "help-next",
    ]  # fmt: skip
    assert {"face.good", "face.fair", "face.poor"} <= {one.slot for one in stage.conductor.page.choices}
    stage.walk_to("result.done", "face.good")
    assert row(stage)["result.done"] == "đang chọn"
    assert lines(stage, "result given", "satisfaction given") == [
        ("result given", "done"), ("satisfaction given", "good"),
    ]  # fmt: skip


def test_what_was_not_wholly_done_is_asked_why_and_said_again_the_last_holds() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "finish", "result.not-done")
    assert stage.conductor.visit.stage == AskObstacle()
    assert stage.conductor.visit.preferences == Preferences(speech_on=False), "in the look of staff"
    stage.walk_to("skip")
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    stage.walk_to("result.partly", "obstacle.no-nfc", "result.partly", "back")
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    assert lines(stage, "result given", "obstacle given") == [
        ("result given", "not-done"), ("result given", "partly"), ("obstacle given", "no-nfc"),
    ]  # fmt: skip
    stage.walk_to("another", "finish")
    assert set(row(stage).values()) == {""}, "after another guide nothing is marked yet"


@pytest.mark.parametrize(("guide", "asked"), [("dvc-nop-ho-so", True), (GUIDE, False)])
def test_whether_a_file_was_submitted_is_asked_only_after_a_guide_that_files_something(
    guide: str, asked: bool
) -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist", "notice.no", f"flow.{guide}", "start", "finish")
    assert ("filing.yes" in row(stage)) is asked
    stage.walk_to("filing.no", "filing.yes", "filing.yes")
    said = [("filing given", "no"), ("filing given", "yes")] if asked else []
    assert lines(stage, "filing given") == said
    stage.walk_to("another", "finish")
    assert ("filing.yes" in row(stage)) is asked, "it was done in this visit"


def test_who_sends_for_the_next_person_from_the_row_is_at_their_notice_and_nothing_of_the_visit_is_left() -> (
    None
):
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "size", "finish", "skip", "face.good")
    forgotten = stage.ear.forgotten
    stage.walk_to("help-next")
    assert stage.ear.forgotten > forgotten, "the voice forgets as after every visit"
    left = stage.conductor.visit
    assert left == Visit(
        (Attract(), AssistNotice(short=True)), Preferences(), staff=AtControls(MAI, without_pin=True)
    )
    assert stage.notebook.lines[-2:] == [("assist ended",), ("session ended", "goodbye")]
    stage.walk_to("notice.no")
    assert stage.notebook.lines[-2:] == [("session started", "vi", "assisted"), ("assist started", MAI.id)]


def test_nobody_there_at_the_goodbye_leaves_no_controls_open() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "finish", "skip", "face.good", "leave")
    assert stage.conductor.nobody_is_here


def test_four_minutes_without_a_touch_and_the_resident_goes_on_alone() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "by.volunteer")
    step = stage.conductor.visit.stage
    stage.clock.now_s += 240
    stage.conductor.tick()
    assert stage.conductor.visit.stage == step
    assert row(stage) == {}
    assert stage.notebook.lines[-1] == ("assist ended",)
    stage.walk_to(stage.conductor.page.choices[0].slot)
    assert stage.notebook.lines[-1][0] == "edge taken"
    assert len(stage.notebook.lines[-1]) == 3, "the resident's own"
    stage.walk_to("finish")
    assert isinstance(stage.conductor.visit.stage, Goodbye), "nobody of the staff is there to be asked"


LEFT_ALONE = (*IN_A_GUIDE, "lock"), ("finish",)


def test_who_comes_back_to_the_goodbye_says_there_what_came_of_it() -> None:
    stage = kiosk()
    for actions in LEFT_ALONE:
        stage.walk_to(*actions)
    assert row(stage) == {}
    stage.walk_to("result.done")
    assert lines(stage, "result given") == [], "nobody of the staff is there"
    stage.walk_to(*opened_by(CUC), "assist")
    assert stage.conductor.visit.stage == AssistNotice(), "somebody else has not helped"
    stage.walk_to("back", *AT_MENU, "assist", "result.not-done", "obstacle.no-nfc")
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    assert lines(stage, "result given", "obstacle given") == [
        ("result given", "not-done"), ("obstacle given", "no-nfc"),
    ]  # fmt: skip


def test_who_is_helped_at_the_goodbye_is_asked_for_their_group_and_then_staff_say_what_came_of_it() -> None:
    stage = kiosk()
    stage.walk_to("begin", "finish", *AT_MENU, "assist", "notice.yes")
    assert stage.conductor.visit.stage == AskGroup()
    stage.walk_to("group.elderly")
    assert lines(stage, "group said") == [("group said", "elderly")]
    assert "result.done" in row(stage) and "help-same" not in row(stage), "no guide was opened"


def test_an_assisted_visit_left_alone_is_asked_after_as_long_as_any_other() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    for still, shown in ((240, Stepping), (59, Stepping), (1, IdleNotice)):
        stage.clock.now_s += still
        stage.conductor.tick()
        assert isinstance(stage.conductor.visit.stage, shown)
    assert stage.conductor.visit.staff is None, "the controls were locked after four minutes"


def test_two_on_duty_each_has_their_own_line() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "staff", "switch", f"member.{CUC.id}", *opened_by(CUC)[2:])
    assert stage.conductor.visit.assisted_by == "", "who takes over says so"
    stage.walk_to("assist", "notice.no")
    assert isinstance(stage.conductor.visit.stage, Stepping)
    assert lines(stage, "assist started", "assist ended") == [
        ("assist started", MAI.id), ("assist ended",), ("assist started", CUC.id),
    ]  # fmt: skip


def test_who_is_disabled_in_the_middle_assists_no_longer() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*IN_A_GUIDE)
    register.disable(MAI)
    stage.clock.now_s += 60
    stage.conductor.tick()
    assert stage.conductor.visit.assisted_by == ""
    assert stage.notebook.lines[-1] == ("assist ended",)


def test_our_own_mistake_ends_the_assistance_and_the_books_stay_whole() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    stage.conductor.store.around = None  # type: ignore[assignment]
    stage.conductor.act(NEXT)
    assert ("assist ended",) in stage.notebook.lines


MIDDLE = ("begin",)
ASKED = [
    (AssistNotice, (*AT_MENU, "assist")),
    (AskGroup, (*AT_MENU, "assist", "notice.yes")),
    (AskComfort, (*AT_MENU, "assist", "notice.no", "comfort-card")),
    (PickGuide, (*AT_MENU, "assist", "notice.no")),
    (AssistNotice, (*MIDDLE, *AT_MENU, "assist")),
    (AskGroup, (*MIDDLE, *AT_MENU, "assist", "notice.yes")),
    (PickGuide, (*IN_A_GUIDE, "guides")),
]


@pytest.mark.parametrize(("asked", "way"), ASKED)
def test_a_person_can_be_called_where_a_resident_is_asked_and_one_is_asked_on(
    asked: type, way: tuple[str, ...]
) -> None:
    """An officer may be needed beside the volunteer."""
    stage = kiosk()
    stage.walk_to(*way)
    before = stage.conductor.visit
    assert isinstance(before.stage, asked)
    assert stage.conductor.page.bar[-1].slot == "call-person"
    stage.walk_to("call-person")
    assert isinstance(stage.conductor.visit.stage, Person)
    assert stage.notebook.lines[-1] == ("help called",)
    stage.walk_to("taken")
    assert isinstance(stage.conductor.visit.stage, asked)
    assert stage.conductor.visit.staff == before.staff
    assert stage.notebook.lines[-1] == ("help taken",)


def test_who_calls_somebody_from_the_notice_is_told_and_asked_as_everybody() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist", "call-person", "taken")
    assert stage.conductor.visit.stage == AssistNotice()
    assert stage.notebook.lines == [("session started", "vi"), ("help called",), ("help taken",)]
    stage.walk_to("notice.yes", *TO_THE_GUIDE)
    assert stage.conductor.visit.stages == (Home(), Stepping(GUIDE, begin(residents_guides().flows[GUIDE])))
    assert lines(stage, "assist started", "group said") == [
        ("assist started", MAI.id), ("group said", "elderly"),
    ]  # fmt: skip


def test_a_call_waits_on_when_the_controls_are_locked_meanwhile() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU, "assist", "call-person", "lock")
    assert stage.conductor.visit.stages == (Home(), Person())
    assert stage.conductor.visit.staff is None


@pytest.mark.parametrize("way", [(), ("tickets", "new-ticket"), ("today",), ("closing",)])
def test_beside_a_resident_somebody_is_called_from_the_screens_of_staff_and_their_settings_are_back(
    way: tuple[str, ...],
) -> None:
    stage = kiosk()
    stage.walk_to("begin", "size", "size", f"flow.{GUIDE}")
    own = stage.conductor.visit.preferences
    stage.walk_to(*AT_MENU, *way)
    assert stage.conductor.visit.preferences != own
    assert stage.conductor.page.bar[-1].slot == "call-person"
    stage.walk_to("call-person")
    assert isinstance(stage.conductor.visit.stage, Person)
    assert (stage.conductor.visit.preferences, stage.conductor.visit.staff) == (own, AtControls(MAI))
    assert stage.notebook.lines[-1] == ("help called",)


def test_where_nobody_s_visit_has_begun_a_screen_of_staff_calls_nobody() -> None:
    stage = kiosk()
    stage.walk_to(*AT_MENU)
    assert "call-person" not in {one.slot for one in stage.conductor.page.bar}
    before = stage.conductor.visit
    stage.walk_to("call-person")
    assert (stage.conductor.visit, stage.notebook.lines) == (before, [])


def test_a_call_that_rings_is_seen_and_taken_on_every_screen_of_staff_over_it() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "call-person", *AT_MENU)
    assert stage.conductor.visit.stage == StaffMenu()
    rings = stage.ear.cues.count("ring")
    for _ in range(3):
        stage.wait(40)
        stage.walk_to("tickets", "back")
    assert stage.ear.cues.count("ring") > rings
    strip = derive_strip(stage.conductor.visit, stage.conductor.around)
    assert strip.notices == ("Đang gọi người giúp. Bác đã đợi 2\u00a0phút.",)
    assert [one.slot for one in strip.staff] == ["taken"]
    stage.walk_to("tickets", "taken")
    assert stage.notebook.lines[-1] == ("help taken",), "who has the controls is who called"
    assert row(stage) == {} and isinstance(stage.conductor.visit.stage, Tickets)
    stage.walk_to("back", "lock")
    assert isinstance(stage.conductor.visit.stage, Stepping)


def test_a_team_s_notice_calls_nobody_before_the_visit() -> None:
    """Its person is there, and a team's visits are all assisted."""
    stage = Stage(staff=staff_gate(), sign=SIGN._replace(kind="team"))
    stage.walk_to(*AT_MENU, "assist")
    assert isinstance(stage.conductor.visit.stage, AssistNotice)
    assert "call-person" not in {one.slot for one in stage.conductor.page.bar}
    stage.walk_to("call-person")
    assert isinstance(stage.conductor.visit.stage, AssistNotice)
    assert stage.notebook.lines == []


def at_the_download() -> Stage:
    """Who is assisted stands where VNeID is being downloaded."""
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    flow = stage.conductor.around.guides.flows[GUIDE]
    walk = next(walk for step, walk in walks_to_every_step(flow) if step.id == "cho-tai")
    stage.walk_to(*walk.edges)
    assert stage.conductor.page.takes_long
    return stage


def test_who_watches_a_download_keeps_the_controls_and_the_visit_stays_assisted() -> None:
    """Five taps, a name and six digits would be twelve touches for each download."""
    stage = at_the_download()
    before = row(stage)
    stage.wait(899)
    assert row(stage) == before != {}
    assert stage.conductor.visit.assisted_by == MAI.id
    assert lines(stage, "assist ended") == []
    stage.wait(2)
    assert row(stage) == {} and isinstance(stage.conductor.visit.stage, IdleNotice)


def test_elsewhere_in_an_assisted_guide_the_controls_lock_after_four_minutes() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    assert not stage.conductor.page.takes_long
    stage.wait(240)
    assert row(stage) == {}
