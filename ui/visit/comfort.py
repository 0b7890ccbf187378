"""The comfort panel, over a resident's screen and over one of staff. What it sets is in `settings`.

A resident comes to the ready-made sets first, staff to all that can be set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from accessibility.preferences import Preferences
from accessibility.presets import FIELDS, PRESETS, Preset, has_preset, with_preset, without_preset
from ui.visit import settings
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseLanguage, ChoosePreset
from ui.visit.actions.common import Do
from ui.visit.effects import PrintLearnt, SayThis
from ui.visit.press_context import PressContext
from ui.visit.staff import controls
from ui.visit.staff.stages import StaffComfort
from ui.visit.stage import StaffStage
from ui.visit.stages import Circle, Comfort, Fitted, IdleNotice
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press on the panel, or on the card before it."""
    match visit.stage, action:
        case StaffComfort(), Do.LOCK:
            return Turn(controls.lock(visit))
        case Comfort(), Do.TOUCH_CIRCLE:
            return Turn(replace(visit, hand_tried=True).show(Circle(asked=True)))
        case ((Comfort(group="language") | StaffComfort(languages=True)), ChooseLanguage() as chosen):
            return settings.on_press(visit.close(), chosen, context.panel.largest, context.first)
        case Comfort(presets=True), ChoosePreset(preset) if preset in PRESETS:
            return _choose_preset(visit.close(), preset, context.panel.largest, context.first)
        case Comfort(presets=True), Do.EVERY_SETTING:
            return Turn(visit.swap(Comfort()))
        case Comfort(presets=False), Do.VOICE_SETTINGS:
            return Turn(visit.swap(Comfort(group="voice")))
        case Comfort(presets=False), Do.TOUCH_SETTINGS:
            return Turn(visit.swap(Comfort(group="touch")))
        case Comfort(group="about"), Do.PRINT_LEARNT:
            return Turn(visit, (PrintLearnt(),))
        case Comfort(presets=False), Do.ABOUT_KIOSK:
            return Turn(visit.swap(Comfort(group="about")))
        case Comfort(presets=False, group=group), Do.BACK if group != "language":
            return Turn(visit.swap(Comfort() if group else Comfort(presets=True)))
        case _, (Do.DONE | Do.BACK | Do.COMFORT):
            return Turn(visit.close())
        case _:
            return Turn(visit)


def over(visit: Visit) -> Visit:
    """The panel lies over the screen shown; over the circle that it led to it is already there."""
    match visit.stage:
        case StaffStage():
            return visit.show(StaffComfort())
        case Circle(asked=True) | Fitted(asked=True):
            return visit.close()
        case IdleNotice():  # who adjusts something is here
            here = visit.close()
            return here if isinstance(here.stage, Comfort) else over(here)
        case _:
            return visit.show(Comfort(presets=True))


def languages_over(visit: Visit) -> Visit:
    """The names of the languages lie over the screen shown; asked for once more they go."""
    match visit.stage:
        case Comfort(group="language"):
            return visit.close()
        case StaffComfort(languages=shown):
            return visit.close() if shown else visit.swap(StaffComfort(languages=True))
        case StaffStage():
            return visit.show(StaffComfort(languages=True))
        case IdleNotice():  # who wants another one is here
            return languages_over(visit.close())
        case _:
            return visit.show(Comfort(group="language"))


def _choose_preset(
    visit: Visit, preset: Preset, largest: Callable[[Preferences], int], first: Preferences
) -> Turn:
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
