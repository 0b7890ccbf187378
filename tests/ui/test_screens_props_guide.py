"""What the screens show, derived without a window: arrival, choosing, guide, aside, farewell, strip."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import walks_to_every_step
from support.stage import SIGN, residents_guides

from accessibility.preferences import Preferences
from flows.guide.steps import Check, Choose, End, HandOver
from flows.guide.ward import Office, Ward
from flows.guide.words import LANGUAGES, Words
from kiosk.point.tour.staff_stops import SEN
from ui.screens.aside import grouped
from ui.screens.choosing import OverviewProps
from ui.screens.derive import derive
from ui.screens.farewell import GoodbyeProps
from ui.screens.guide import StepProps
from ui.screens.guide_end import EndProps
from ui.screens.page import Page
from ui.screens.strip import derive_strip
from ui.screens.surrounding_parts import ClockReading, Guides
from ui.screens.surroundings import Surroundings
from ui.visit.actions.typing import CallNumber
from ui.visit.staff.people import AtControls
from ui.visit.staff.stages import PinPad
from ui.visit.stage import Stage
from ui.visit.stages import Goodbye, Home, Overview, Person, Sorry, Stepping, Topic, Topics
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN, clock=ClockReading(time="09:41"))


def page(stage: Stage, around: Surroundings = AROUND, **preferences: object) -> Page:
    return derive(Visit((Home(), stage), Preferences(**preferences)), around)  # type: ignore[arg-type]


def steps() -> list[StepProps]:
    found = []
    for flow in FLOWS.values():
        for walk in walks_to_every_step(flow.id).values():
            shown = page(Stepping(flow.id, walk))
            assert isinstance(shown, StepProps)
            found.append(shown)
    return found


def test_every_step_has_one_sentence_a_picture_or_pictured_answers_and_a_way_on() -> None:
    shown = steps()
    assert len(shown) == sum(len(flow.steps) for flow in FLOWS.values())
    for step in shown:
        assert step.sentence
        named = [one for one in step.choices if not isinstance(one.action, CallNumber)]  # a bank is a name
        lists = len(named) < len(step.choices)
        assert lists or step.picture.description or all(one.picture for one in step.choices)
        assert (step.primary is None) == (step.template == "choice")
        assert step.template in ("step", "end") or len(step.choices) >= 2
        another = ["another"] if step.template == "end" else []
        assert [one.slot for one in step.bar] == [*another, "back", "again", "call-person"]


def test_who_must_wait_is_given_more_time_and_a_hand_over_always_is() -> None:
    patient = [step for step in steps() if step.takes_long]
    assert 10 < len(patient) < len(steps()) / 2
    for flow in FLOWS.values():
        for step_id, walk in walks_to_every_step(flow.id).items():
            if isinstance(flow.steps[step_id], HandOver):
                assert page(Stepping(flow.id, walk)).takes_long


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_names_its_safety_in_the_language_it_is_said_in(language: str) -> None:
    for flow in FLOWS.values():
        for step_id, walk in walks_to_every_step(flow.id).items():
            shown = page(Stepping(flow.id, walk), language=language)
            assert isinstance(shown, StepProps)
            assert bool(shown.safety) == bool(flow.steps[step_id].safety) or shown.doubts
            assert shown.safety in "\n".join(line.text for line in shown.script)
            assert shown.language == language


def test_staff_see_a_grade_on_every_step_that_is_not_sure_and_who_is_alone_none() -> None:
    for flow in FLOWS.values():
        for step_id, walk in walks_to_every_step(flow.id).items():
            alone = Visit((Home(), Stepping(flow.id, walk)))
            for visit in (alone, replace(alone, staff=AtControls(SEN))):
                shown = derive(visit, AROUND)
                assert isinstance(shown, StepProps)
                grade = "" if visit is alone else flow.steps[step_id].confidence.replace("A", "")
                assert shown.staff_mark == (grade or ("?" if shown.staff_mark else ""))
                assert bool(shown.staff_note) == bool(shown.staff_mark)


def test_staff_alone_see_a_mark_on_every_caution_that_is_not_sure() -> None:
    marked = 0
    for flow in FLOWS.values():
        alone = Visit((Home(), Overview(flow.id)))
        bare = derive(alone, AROUND)
        staffed = derive(replace(alone, staff=AtControls(SEN)), AROUND)
        assert isinstance(bare, OverviewProps)
        assert isinstance(staffed, OverviewProps)
        for caution, seen, heard in zip(flow.warnings, staffed.cautions, bare.cautions, strict=True):
            assert heard.label == caution.text.vi
            assert (seen.label != heard.label) == (caution.confidence != "A")
            assert seen.label in [line.text for line in staffed.script]
            marked += seen.label.endswith("Chưa có nguồn, cần kiểm tra")
    assert marked == sum(one.confidence == "U" for flow in FLOWS.values() for one in flow.warnings) > 0


def test_the_guides_of_a_topic_stand_in_the_order_in_which_they_are_needed() -> None:
    """One must have the app before the account, and an account before anything can be forgotten."""
    placed = [(flow.topic, flow.order) for flow in FLOWS.values()]
    assert None not in [order for _, order in placed]
    assert len(set(placed)) == len(placed)
    ids = [flow.id for flow in AROUND.guides.of_topic("vneid")]
    assert ids[:4] == ["vneid-cai-dat", "vneid-muc-1", "vneid-muc-2", "vneid-kich-hoat"]
    last = replace(FLOWS["vneid-cai-dat"], order=None)
    assert Guides({**FLOWS, last.id: last}).of_topic("vneid")[-1] == last


def test_a_guide_without_a_language_is_shown_wholly_in_vietnamese() -> None:
    flow = FLOWS["vneid-cai-dat"]
    half = replace(flow, languages=("vi",), title=Words("Tiêu đề"))
    around = replace(AROUND, guides=replace(AROUND.guides, flows={half.id: half}))
    for stage in (Overview(half.id), Stepping(half.id, walks_to_every_step(half.id)[half.start])):
        shown = page(stage, around, language="en")
        assert shown.language == "vi"
        assert shown.bar[0].label == "Quay lại"


def test_questions_and_ends_are_no_plain_steps() -> None:
    for flow in FLOWS.values():
        for step_id, walk in walks_to_every_step(flow.id).items():
            step, shown = flow.steps[step_id], page(Stepping(flow.id, walk))
            assert (shown.template == "choice") == (isinstance(step, Choose | Check) or bool(step.hotlines))
            if isinstance(step, End | HandOver):
                assert isinstance(shown, EndProps) and shown.primary
                assert shown.primary.label == "Tôi xong rồi"


def test_needs_and_topics_without_a_guide_are_not_offered_and_without_any_it_is_said() -> None:
    one = {"khan-cap": FLOWS["khan-cap"]}
    around = replace(AROUND, guides=replace(AROUND.guides, flows=one))
    assert [tile.slot for tile in page(Home(), around).choices] == ["need.khan-cap", "need.viec-khac"]
    assert [tile.slot for tile in page(Topics(), around).choices] == [f"topic.{FLOWS['khan-cap'].topic}"]
    empty = page(Home(), replace(AROUND, guides=replace(AROUND.guides, flows={})))
    assert empty.choices == ()
    assert empty.sentence == "Hôm nay chưa có bài nào mở được. Mời bác gọi người giúp."


def test_every_guide_is_reached_through_its_topic() -> None:
    reached = set()
    for tile in page(Topics()).choices:
        reached |= {one.slot for one in page(Topic(tile.slot.removeprefix("topic."))).choices}
    assert reached == {f"flow.{flow_id}" for flow_id in FLOWS}


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("19000368", "1900 0368"),
        ("0241022", "024 1022"),
        ("113", "113"),
        ("18001768", "1800 1768"),
        ("02438221234", "024 3822 1234"),
        ("024 3825 5956", "024 3825 5956"),
        ("024.1022", "024 1022"),
        ("(024) 3825 1234", "024 3825 1234"),
        ("0912345678", "0912 345 678"),
        ("+84912345678", "+84912345678"),
    ],
)
def test_a_number_is_shown_in_groups_that_the_end_of_a_line_does_not_part(number: str, shown: str) -> None:
    assert grouped(number) == shown.replace(" ", "\u00a0")


def test_the_goodbye_praises_who_finished_thanks_who_answered_and_gives_the_code_along() -> None:
    finished = Visit((Goodbye(finished=True),), finished=("vneid-cai-dat",))
    shown = derive(finished, AROUND)
    assert isinstance(shown, GoodbyeProps)
    assert (shown.heading, len(shown.faces)) == ("Bác làm giỏi lắm ạ!", 3)
    assert (shown.payload, shown.payload_label) == ("", ""), "nor is it said before a face was touched"
    answered = derive(finished.swap(Goodbye(finished=True, face="poor")), AROUND)
    assert isinstance(answered, GoodbyeProps)
    assert [face.slot for face in answered.faces if face.state] == ["face.poor"], (
        "the page stays, and shows it"
    )
    assert shown.heading in [line.text for line in shown.script]
    assert shown.heading not in [line.text for line in answered.script], "nobody is congratulated twice"
    assert shown.primary is not None and shown.primary == answered.primary
    assert (shown.primary.label, shown.primary.slot) == ("Tôi xong rồi", "next-person")
    assert answered.payload in [code.payload for code in FLOWS["vneid-cai-dat"].qr if code.printable]
    assert answered.sentence.startswith("Cháu cảm ơn bác")


def test_the_strip_offers_the_end_wherever_there_is_a_visit_to_end() -> None:
    for stage in (Home(), Person(), Sorry(), Topic("vneid")):
        chips = [chip.slot for chip in derive_strip(Visit((stage,)), AROUND).chips]
        assert chips == ["finish", "language", "comfort"]
    assert "finish" not in [
        chip.slot for chip in derive_strip(Visit((Goodbye(finished=False),)), AROUND).chips
    ]


def test_the_waiting_is_shown_from_the_beginning_and_spoken_from_the_first_whole_minute() -> None:
    assert page(Person()).caption == "Thời gian đợi: chưa đến 1\u00a0phút."
    assert "Thời gian đợi" not in " ".join(line.text for line in page(Person()).script)
    assert (
        page(Person(), replace(AROUND, timing=replace(AROUND.timing, waited_minutes=3))).caption
        == "Bác đã đợi 3\u00a0phút."
    )
    reachable = replace(
        AROUND,
        sign=AROUND.sign._replace(help_phone="0241022"),
        timing=replace(AROUND.timing, waited_minutes=1),
    )
    assert page(Person(), reachable).caption == "Bác đã đợi 1\u00a0phút. Hoặc bác gọi số\u00a0024\u00a01022."


@pytest.mark.parametrize(
    ("minutes", "vi", "en", "fr"),
    [
        (1, "1 phút", "1 minute", "1 minute"),
        (59, "59 phút", "59 minutes", "59 minutes"),
        (60, "1 tiếng", "1 hour", "1 heure"),
        (61, "1 tiếng 1 phút", "1 hour 1 minute", "1 heure 1 minute"),
        (125, "2 tiếng 5 phút", "2 hours 5 minutes", "2 heures 5 minutes"),
        (480, "8 tiếng", "8 hours", "8 heures"),
    ],
)
def test_a_wait_is_given_in_hours_and_minutes_wherever_it_stands(
    minutes: int, vi: str, en: str, fr: str
) -> None:
    for language, told in zip(LANGUAGES, (vi, en, fr), strict=True):
        waiting = page(
            Person(),
            replace(AROUND, timing=replace(AROUND.timing, waited_minutes=minutes)),
            language=language,
        ).caption
        assert told in waiting.replace("\u00a0", " "), language


def test_who_is_kept_out_is_told_minutes_and_whom_to_ask_and_has_no_dead_keys() -> None:
    """The ward's own number where its file has one; else an officer is named, and no number."""
    office = Office("one-stop", phone="02439360001")  # made up
    known = replace(AROUND, setup=replace(AROUND.setup, ward=Ward((office,))))
    for minutes, waits in ((1, True), (2, True), (360, False)):
        for around, whom in ((AROUND, "hỏi cán bộ phường"), (known, "gọi phường: 024\u00a03936\u00a00001")):
            shown = page(PinPad(SEN, (), "locked-out", minutes), around)
            rest = shown.sentence.replace(f"{minutes}\u00a0phút", "")
            assert (rest != shown.sentence) == waits and "tiếng" not in rest and whom in rest, rest
            assert any(letter.isdigit() for letter in rest) == (around is known)
            assert shown.choices == () and "back" in [one.slot for one in shown.bar]
