"""The comfort panel: one touch from every screen, each touch seen and heard, and the place is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.stage import LANDSCAPE, Stage
from support.templates import templates
from support.window import Screen

from accessibility.preferences import Preferences
from ui.screens.comfort import derive_comfort
from ui.screens.step_wording import wording
from ui.screens.strip import derive_strip
from ui.visit.card import card_of
from ui.visit.staff.stages import StaffComfort
from ui.visit.stages import Attract, Circle, Comfort, Fitted, Home, IdleNotice, Person, Stepping
from ui.visit.visit import Visit
from ui.window.input.drawn_class import class_name
from ui.words import UiWords

IN_A_STEP = ("begin", "topic.vneid", "flow.vneid-cai-dat")
LEADS_ON = ("circle", "this-place", "privacy", "voice-settings", "touch-settings", "about-kiosk")


def actions(stage: Stage) -> list[str]:
    return [one.slot for one in stage.conductor.page.choices]


@pytest.mark.parametrize("name", templates())
def test_the_comfort_panel_is_one_touch_from_every_screen_and_leads_back_to_it(name: str) -> None:
    stage = Stage()
    visit = visit_at(templates()[name], Preferences())
    stage.conductor.show(visit)
    chips = [chip.slot for chip in derive_strip(visit, stage.conductor.around).chips]
    assert ("comfort" in chips) == (visit.stage != Attract())
    if "comfort" in chips:
        stage.walk_to("comfort")
        match visit.stage:
            case Comfort():
                pass
            case IdleNotice():  # who adjusts something is here
                stage.walk_to("done")
                assert stage.conductor.visit == visit.close()
            case Circle() | Fitted():
                assert stage.conductor.visit == visit.close()
            case _:
                assert isinstance(stage.conductor.visit.stage, Comfort | StaffComfort)
                stage.walk_to("done")
                assert stage.conductor.visit == visit


GROUPS = {
    (): "size speech theme simpler voice-settings touch-settings about-kiosk as-at-first",
    ("voice-settings",): "slower faster quieter louder",
    ("touch-settings",): "low-reach calm steady hold circle explore",
    ("about-kiosk",): "this-place privacy",
}
"""What stands on each page of the panel, and the press that leads there."""


@pytest.mark.parametrize("group", GROUPS)
def test_all_it_must_offer_is_there_and_each_touch_is_heard_and_changes_something(
    group: tuple[str, ...],
) -> None:
    stage = Stage()
    stage.walk_to(*IN_A_STEP, "comfort", "every-setting", *group)
    assert actions(stage) == GROUPS[group].split()
    for action in (one for one in actions(stage) if one not in LEADS_ON):
        before, heard = stage.conductor.visit, len(stage.ear.heard)
        stage.walk_to(action)
        assert stage.conductor.visit.preferences != before.preferences, action
        assert stage.conductor.visit.stages == before.stages
        assert len(stage.ear.heard) == heard + 1, action
        if action == "speech":
            stage.walk_to("speech")  # or the rest would rightly not be heard
        # closed and opened again: what was set stays set
        stage.walk_to("comfort", "comfort", "every-setting", *group)
        assert stage.conductor.visit.stages == before.stages


def test_a_group_leads_back_to_the_panel_and_the_panel_to_the_card() -> None:
    stage = Stage()
    stage.walk_to("begin", "comfort", "every-setting", "touch-settings", "back")
    assert stage.conductor.visit.stage == Comfort()
    stage.walk_to("about-kiosk", "privacy", "back", "back", "back")
    assert stage.conductor.visit.stage == Comfort(presets=True)
    stage.walk_to("every-setting", "touch-settings", "done")
    assert stage.conductor.visit.stages == (Home(),)


def test_size_and_voice_by_themselves_are_two_touches_from_a_step() -> None:
    stage = Stage()
    stage.walk_to(*IN_A_STEP, "comfort")
    assert {"size", "speech"} <= {one.slot for one in stage.conductor.page.bar}
    stage.walk_to("size", "speech")
    now = stage.conductor.visit.preferences
    assert (now.text_size, now.speech_on) == (2, False)
    labels = [one.label for one in stage.conductor.page.bar]
    assert {"Cỡ chữ: 2\u00a0trong\u00a05", "Tiếng nói: đang tắt"} <= set(labels), "and said on the card"
    stage.walk_to("back")
    assert isinstance(stage.conductor.visit.stage, Stepping)
    lying = Stage(panel=LANDSCAPE)
    lying.walk_to(*IN_A_STEP, "comfort")
    assert "size" in [one.slot for one in lying.conductor.page.bar]
    assert "preset.read" in [one.slot for one in lying.conductor.page.choices], (
        "turns the voice and nothing else"
    )


def test_the_step_one_comes_back_to_is_the_same_and_speaks_as_it_was_set() -> None:
    stage = Stage()
    stage.walk_to(*IN_A_STEP)
    step = stage.conductor.visit.stage
    assert isinstance(step, Stepping)
    stage.walk_to("comfort", "slower", "louder", "simpler", "size", "done")
    assert stage.conductor.visit.stage == step
    said = stage.ear.heard[-1]
    assert (said.rate, said.volume) == (0.8, 0.8)
    guide = stage.conductor.around.guides.flows[step.flow_id]
    simpler = wording(guide.steps[guide.start], "simpler", "vi")
    assert stage.conductor.page.sentence == simpler
    assert simpler in said.text


def test_all_is_as_it_was_at_first_after_one_touch_and_the_step_is_kept() -> None:
    """VVSG 2.0 7.1-B: the ward's own settings, whatever has been tried; the language and the way stay."""
    ours = Preferences(text_size=2, theme="dark", rate=0.8)
    stage = Stage(first=ours)
    stage.walk_to(*IN_A_STEP, "language", "language.en", "comfort", "every-setting")
    here = actions(stage)
    stage.walk_to("voice-settings")
    voice = actions(stage)
    stage.walk_to("back", "touch-settings")
    both = (*here, *voice, *actions(stage), "scan-slower")
    stage.walk_to(*(one for one in both if one not in (*LEADS_ON, "as-at-first")))
    before = stage.conductor.visit
    stage.walk_to("as-at-first")
    assert before.preferences.simpler_words and before.preferences.calm
    kept = replace(ours, language="en", explore=True, scan_s=3.0, low_reach=True)
    assert stage.conductor.visit.preferences == kept
    assert stage.conductor.visit.stages == before.stages
    assert stage.ear.last == "Letters, colours and voice are as at first."


def test_simpler_words_are_not_offered_twice_to_who_has_them_already() -> None:
    stage = Stage()
    stage.walk_to(*IN_A_STEP, "comfort", "simpler", "done")
    before = stage.conductor.page.sentence
    stage.walk_to("not-understood")
    assert stage.conductor.page.sentence != before


def test_at_the_end_of_a_scale_the_value_stays_and_is_said_all_the_same() -> None:
    stage = Stage()
    stage.walk_to("begin", "comfort", *["slower"] * 9)
    assert stage.conductor.visit.preferences.rate == 0.5
    assert stage.ear.last == "Tốc độ đọc 1 trong 7"
    stage.walk_to(*["louder"] * 9)
    assert stage.conductor.visit.preferences.volume == 1.0
    assert stage.ear.last == "Âm lượng 10 trong 10"


def test_a_landscape_panel_has_no_low_screen() -> None:
    stage = Stage(panel=LANDSCAPE)
    stage.walk_to("begin", "comfort", "every-setting", "touch-settings")
    assert actions(stage) and "low-reach" not in actions(stage)


def test_a_size_that_a_low_screen_cannot_hold_gives_its_largest_says_so_and_comes_back() -> None:
    stage = Stage()
    stage.walk_to("begin", "comfort", "every-setting", "size", "size", "size", "size")
    assert stage.conductor.visit.preferences.text_size == 5
    stage.walk_to("low-reach")
    largest = stage.conductor.around.panel.largest_low_reach
    assert largest < 5
    assert f"Cỡ chữ: {largest}\u00a0trong\u00a0{largest}" in [
        one.label for one in stage.conductor.page.choices
    ]
    assert stage.ear.last == "Các nút đã xuống thấp cho bác dễ với. Chữ nhỏ lại một chút để đủ chỗ."
    flows = stage.conductor.around.guides.flows
    assert card_of(stage.conductor.visit, flows, None).preferences.text_size == 5
    stage.walk_to("low-reach")
    assert stage.ear.last == "Các nút đã về chỗ cũ. Chữ lại to như trước."
    assert "Cỡ chữ: 5\u00a0trong\u00a05" in [one.label for one in stage.conductor.page.choices]
    stage.walk_to("low-reach", "size")
    assert stage.conductor.visit.preferences.text_size == 1, "after the largest shown comes the smallest"


def test_the_speed_of_the_scan_is_set_while_it_runs_by_the_same_one_switch() -> None:
    stage = Stage()
    stage.conductor.do("switch")
    stage.walk_to("comfort", "every-setting", "touch-settings")
    assert {"scan-slower", "scan-faster"} <= set(actions(stage))
    stage.walk_to("scan-faster")
    assert stage.conductor.visit.preferences.scan_s == 2.0
    assert stage.ear.last == "Tốc độ đi 6 trong 9"
    stage.walk_to("scan-slower", "scan-slower")
    assert stage.conductor.visit.preferences.scan_s == 3.0


def test_a_call_for_a_person_from_the_panel_is_one_call() -> None:
    stage = Stage()
    stage.walk_to(*IN_A_STEP, "call-person", "comfort", "call-person")
    assert isinstance(stage.conductor.visit.stage, Person)
    assert sum(isinstance(one, Person) for one in stage.conductor.visit.stages) == 1
    assert [line for line in stage.notebook.lines if line == ("help called",)] == [("help called",)]


def test_nothing_of_what_was_set_reaches_the_log_or_the_next_person() -> None:
    stage = Stage()
    stage.walk_to("begin", "comfort", "every-setting")
    stage.walk_to(*actions(stage), "size", "simpler", "low-reach", "explore", "slower")
    stage.walk_to("finish", "next-person")
    assert stage.conductor.visit == Visit()
    assert not [line for line in stage.notebook.lines if line[0] == "language changed"]


def test_the_panel_says_which_way_each_thing_is_set() -> None:
    around = Stage().conductor.around
    labels = [one.label for one in derive_comfort(Visit((Comfort(),)), around).choices]
    assert labels[:2] == ["Cỡ chữ: 1\u00a0trong\u00a05", "Tiếng nói: đang bật"]
    assert labels[2:4] == ["Màu: Nền sáng", "Lời đơn giản: đang tắt"]
    touch = derive_comfort(Visit((Comfort(group="touch"),)), around).choices
    assert touch[0].label == "Màn hình thấp: đang tắt"


def test_what_is_on_or_off_is_also_drawn_and_otherwise_once_it_is_turned(drawing: object) -> None:
    """For who does not read: a switch, its knob on the other side and filled."""
    stage = Stage()
    screen = Screen(stage.open().window)
    screen.wait_until(stage.kiosk.window.isExposed)
    try:
        stage.walk_to("begin", "comfort", "every-setting")
        for action in ("simpler", "calm", "low-reach", "explore", "hold", "steady"):
            if action == "calm":
                stage.walk_to("touch-settings")
            before = turned(stage, screen, action)
            stage.walk_to(action)
            assert (before, turned(stage, screen, action)) == ("off", "on"), action
    finally:
        stage.close()


def turned(stage: Stage, screen: Screen, action: str) -> str:
    """What the drawn switch of that setting says, where the knob stands, and what the words say."""
    screen.lay_out()
    tile = next(
        one for one in screen.items() if one.property("slot") == action and one.property("turned") is not None
    )
    drawn = next(one for one in tile.childItems() if class_name(one).startswith("Toggle"))
    knob = drawn.childItems()[0]
    at = "on" if knob.x() > drawn.width() / 2 - knob.width() / 2 else "off"
    row = next(one for one in stage.conductor.page.choices if one.slot == action)
    assert drawn.isVisible() and drawn.property("turned") == at
    assert ("đang tắt" in row.label) == (at == "off")
    return at


def test_smaller_letters_on_a_low_screen_are_also_written_for_who_touches() -> None:
    stage = Stage()
    stage.walk_to("begin", *["size"] * 4, "comfort")
    for key in ("comfort.low_reach_is_on_resized", "comfort.low_reach_is_off_resized"):
        stage.walk_to("low-reach")
        assert stage.conductor.around.pointer.hint == UiWords().say(key, "vi")
