"""Ready-made sets of preferences: what one touch sets, and what undoing it puts back."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from accessibility.preferences import Preferences
from accessibility.presets import FIELDS, PRESETS, Preset, has_preset, with_preset, without_preset
from accessibility.touch import HOLD_S, LEVELS

FIRST = Preferences()
OTHERWISE = Preferences(
    "fr", 2, "dark", rate=1.25, volume=0.9, repeat_guard_s=0.8, margin_mm=4.0, drag_mm=22.0, hold_s=HOLD_S
)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("now", [FIRST, OTHERWISE], ids=["as it comes", "otherwise"])
def test_a_set_changes_what_it_names_and_nothing_else_and_is_undone_exactly(
    preset: Preset, now: Preferences
) -> None:
    then = with_preset(now, preset)
    changed = {one.name for one in fields(now) if getattr(now, one.name) != getattr(then, one.name)}
    assert changed
    assert changed <= set(FIELDS[preset])
    assert has_preset(then, preset) and not has_preset(now, preset)
    assert without_preset(then, preset, now) == now


@pytest.mark.parametrize("preset", PRESETS)
def test_where_a_ward_begins_with_a_set_it_can_be_undone_all_the_same(preset: Preset) -> None:
    of_the_ward = with_preset(FIRST, preset)
    assert not has_preset(without_preset(of_the_ward, preset, of_the_ward), preset)


def test_who_has_more_than_a_set_gives_keeps_it() -> None:
    more = replace(FIRST, text_size=5, rate=0.5).with_hands(replace(LEVELS[3], hold_s=HOLD_S))
    assert with_preset(more, "large").text_size == 5
    assert with_preset(more, "listen").rate == 0.5
    assert with_preset(more, "tremor").hands == more.hands
