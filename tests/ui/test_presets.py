"""The card of ready-made preferences: two touches from every screen, one sentence, and back where one was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.stage import LAPTOP, PANELS, Stage
from support.templates import templates

from accessibility.preferences import Preferences
from accessibility.presets import Preset, has_preset
from ui.screens.strip import derive_strip
from ui.visit.stages import Attract, Circle, Fitted, Home, Stepping, Topics
from ui.visit.visit import Visit
from ui.window.images.drawings import drawing_names

IN_A_STEP = ("begin", "topic.vneid", "flow.vneid-cai-dat")
UPRIGHT = ("listen", "large", "blurred", "tremor", "read", "seated")
LYING = ("listen", "large", "blurred", "tremor", "read", "simple")
RESIDENTS = [
    name
    for name, stage in templates().items()
    if stage.may_be_covered and stage.may_finish and not isinstance(stage, Circle | Fitted)
]


def offered(stage: Stage) -> tuple[str, ...]:
    return tuple(one.slot.removeprefix("preset.") for one in stage.conductor.page.choices)


@pytest.mark.parametrize(("panel", "presets"), [("portrait", UPRIGHT), ("laptop", LYING)])
def test_the_card_offers_six_with_a_picture_of_its_own_each(panel: str, presets: tuple[str, ...]) -> None:
    stage = Stage(panel=PANELS[panel])
    stage.walk_to("begin", "comfort")
    assert offered(stage) == presets
    pictures = {one.picture.removeprefix("scenes/") for one in stage.conductor.page.choices}
    assert len(pictures) == 6
    assert pictures <= set(drawing_names("scenes"))
    assert "language" in [
        one.slot for one in derive_strip(stage.conductor.visit, stage.conductor.around).chips
    ]


@pytest.mark.parametrize("preset", [*UPRIGHT, "simple"])
def test_one_touch_sets_it_says_what_is_different_and_leads_back_and_a_second_undoes_it(
    preset: Preset,
) -> None:
    stage = Stage(panel=LAPTOP) if preset == "simple" else Stage()
    stage.walk_to(*IN_A_STEP)
    before = stage.conductor.visit
    heard = len(stage.ear.heard)
    stage.walk_to("comfort", f"preset.{preset}")
    now = stage.conductor.visit
    assert now.stages == before.stages
    assert has_preset(now.preferences, preset)
    tr = stage.conductor.around.tr("vi")
    key = "comfort.low_reach_is" if preset == "seated" else f"preset.{preset}_is"
    assert tr(f"{key}_on") in [one.text for one in stage.ear.heard[heard:]]
    stage.walk_to("comfort")
    (tile,) = [one for one in stage.conductor.page.choices if one.slot == f"preset.{preset}"]
    assert (tile.turned, tile.state) == ("on", tr("preset.on"))
    stage.walk_to(f"preset.{preset}")
    assert replace(stage.conductor.visit, ways=before.ways) == before
    assert stage.notebook.lines[1:] == stage.notebook.lines[1:2], "nothing of it is logged"


@pytest.mark.parametrize("name", RESIDENTS)
def test_from_every_screen_of_a_resident_a_set_is_two_touches_away(name: str) -> None:
    stage = Stage()
    visit = visit_at(templates()[name], Preferences())
    stage.conductor.show(replace(visit, staff=None, assist=None))
    before = stage.conductor.visit.stages
    stage.walk_to("comfort", "preset.blurred")
    assert stage.conductor.visit.preferences.text_size == 5
    assert [type(one) for one in stage.conductor.visit.stages] == [type(one) for one in before]


def test_at_the_invitation_the_card_begins_a_visit_among_the_needs() -> None:
    stage = Stage()
    assert "comfort" in [one.slot for one in stage.conductor.page.bar]
    stage.walk_to("comfort")
    assert stage.conductor.page.place == "presets"
    stage.walk_to("preset.large")
    assert stage.conductor.visit.stages == (Home(),)
    assert stage.notebook.lines == [("session started", "vi")]


def test_behind_the_card_is_all_that_can_be_set_and_both_lead_back() -> None:
    stage = Stage()
    stage.walk_to(*IN_A_STEP, "comfort", "every-setting")
    assert stage.conductor.page.place == "comfort"
    stage.walk_to("back")
    assert stage.conductor.page.place == "presets"
    stage.walk_to("every-setting", "done")
    assert isinstance(stage.conductor.visit.stage, Stepping)


def test_undone_after_another_setting_it_puts_back_only_its_own() -> None:
    stage = Stage()
    stage.walk_to("begin", "size", "comfort", "preset.large", "louder", "comfort", "preset.large")
    now = stage.conductor.visit.preferences
    assert (now.text_size, now.volume) == (2, 0.8)


def test_without_sound_no_set_offers_to_be_heard() -> None:
    stage = Stage()
    stage.conductor.surround(replace(stage.conductor.around.sound, no_sound=True))
    stage.walk_to("begin", "comfort")
    assert offered(stage) == ("large", "blurred", "tremor", "seated")


def test_who_wants_silence_hears_and_reads_that_nothing_is_read_any_more() -> None:
    stage = Stage()
    stage.walk_to("begin", "comfort", "preset.read")
    said = stage.conductor.around.tr("vi")("preset.read_is_on")
    assert stage.ear.last == said
    assert stage.conductor.around.pointer.hint == said
    assert not stage.conductor.visit.preferences.speech_on


@pytest.mark.parametrize(("way", "key"), [("keys", "down"), ("switches", "move"), ("one-switch", "switch")])
def test_who_does_not_touch_begins_among_the_needs_and_hears_once_how_to_go_on_and_of_the_card(
    way: str, key: str
) -> None:
    stage = Stage()
    stage.conductor.do(key)  # type: ignore[arg-type]
    tr = stage.conductor.around.tr("vi")
    assert stage.conductor.visit.stages == (Home(),)
    assert tr(f"ways.how_{way}") in stage.ear.last
    assert tr("ways.card") in stage.ear.last
    stage.walk_to("need.viec-khac")
    assert isinstance(stage.conductor.visit.stage, Topics)
    stage.walk_to("back")
    assert tr(f"ways.how_{way}") not in stage.ear.last


def test_nobody_who_touches_a_tile_is_told_of_it() -> None:
    stage = Stage()
    assert stage.conductor.visit == Visit() and isinstance(stage.conductor.visit.stage, Attract)
    stage.walk_to("need.kham-benh")
    assert stage.conductor.around.tr("vi")("ways.card") not in stage.ear.last
