"""The card of ready-made preferences: one touch sets a whole way, once more undoes it, both lead back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from accessibility.preferences import Preferences
from accessibility.presets import FIELDS, Preset, has_preset, with_preset, without_preset
from ui.visit import settings
from ui.visit.effects import SayThis
from ui.visit.stages import Visit
from ui.visit.turns import Turn


def choose(visit: Visit, preset: Preset, largest: Callable[[Preferences], int], first: Preferences) -> Turn:
    """What *preset* sets, or, where all of it is set, what was set before it; and the sentence that says so.

    *largest* tells the largest text size the panel holds; *first* is what every new resident meets here.
    """
    now = visit.preferences
    kept = tuple(one for one in visit.preset_from if one[0] != preset)
    if has_preset(now, preset):
        before = dict(visit.preset_from).get(preset, first)
        changed, how = without_preset(now, preset, before), "off"
    else:
        changed, how, kept = with_preset(now, preset), "on", (*kept, (preset, now))
    then = replace(visit, preferences=changed, preset_from=kept)
    if "speech_on" in FIELDS[preset]:
        then = replace(then, voice_by_touch=False)  # from now on it is their own wish
    said = f"preset.{preset}_is_{how}"
    if preset == "seated":  # also that the letters went smaller to fit
        said = settings.said_of_reach(now, changed, largest).key
    return Turn(then, (SayThis(said, even_when_off=preset == "read", read_on=True),))
