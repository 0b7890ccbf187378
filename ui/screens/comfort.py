"""The comfort panel: how the kiosk looks, sounds and speaks, each in one touch, changed as one looks on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from accessibility.preferences import RATES, THEMES, VOLUMES
from accessibility.scanning import SCAN_S
from accessibility.touch import LEVELS, level_of
from kiosk.base.events import Language
from ui.screens.helpers import WITH_BACK, WITHOUT_CALL, bar
from ui.screens.page import Control, Page, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseLanguage, ShowScreen
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.card import learnt
from ui.visit.settings import pace_of, step_of
from ui.visit.staff.stages import StaffComfort
from ui.visit.stage import AsksResident, SigningIn
from ui.visit.stages import Comfort, ComfortGroup, Privacy, ThisPlace
from ui.visit.visit import Visit

LANGUAGE_NAMES: Mapping[Language, str] = {"vi": "Tiếng Việt", "en": "English", "fr": "Français"}
GROUP_HEADINGS: Mapping[ComfortGroup, str] = {
    "": "comfort.heading",
    "voice": "comfort.voice",
    "touch": "comfort.touch",
    "about": "comfort.about",
    "language": "comfort.language",
}


def derive_comfort(visit: Visit, around: Surroundings) -> Page:
    """What one may set; what it is set to stands on the control itself. To a resident what fewer set stands
    behind it, in groups.
    """
    now, stage = visit.preferences, visit.stage
    tr = around.tr(now.language)
    if stage == StaffComfort(languages=True) or stage == Comfort(group="language"):
        return _languages(tr, visit)
    group = stage.group if isinstance(stage, Comfort) else ""
    heading = "comfort.heading_for_staff" if visit.speaks_to_staff and not group else GROUP_HEADINGS[group]
    return Page(
        template="home",
        place="staff-comfort" if _is_of_staff(visit) else f"comfort.{group}" if group else "comfort",
        language=tr.language,
        heading=tr(heading),
        icon="adjust",
        primary=Control(Do.DONE, tr("comfort.done"), "check"),
        choices=_settings(tr, visit, around, group),
        bar=bar(tr, WITH_BACK if _offers_call(visit) else WITHOUT_CALL),
    )


def _languages(tr: Translator, visit: Visit) -> Page:
    """Each by its own name: who cannot read this one finds theirs."""
    names = tuple(
        Control(
            ChooseLanguage(code),
            name,
            "check" if code == tr.language else "language",
            state=tr("preset.on") if code == tr.language else "",
        )
        for code, name in LANGUAGE_NAMES.items()
    )
    return Page(
        template="home",
        place="staff-comfort.language" if _is_of_staff(visit) else "comfort.language",
        language=tr.language,
        heading=tr("comfort.language"),
        icon="language",
        choices=names,
        bar=bar(tr, WITH_BACK if _offers_call(visit) else WITHOUT_CALL),
    )


def _settings(tr: Translator, visit: Visit, around: Surroundings, group: ComfortGroup) -> tuple[Control, ...]:
    """In pairs of a row; an odd one stands last, over the whole width."""
    now = visit.preferences
    explore = _switch(tr, Setting.EXPLORE, "touch", on=now.explore)
    first = Control(Setting.AS_AT_FIRST, tr("comfort.as_at_first"), "back")
    size, theme = _looks(tr, visit, around)
    speech, simpler = (
        speech_switch(tr, visit),
        _switch(tr, Setting.SIMPLER, "message", on=now.simpler_words),
    )
    sounds, pace = _sounds(tr, visit), _pace(tr, visit, around)
    eases = (*_eases(tr, visit, around), *_hands(tr, visit))
    if _is_of_staff(visit):  # nothing leads from theirs to screens of the resident's
        return (size, theme, *sounds, *pace, speech, simpler, *eases, explore, first)
    match group:
        case "voice":
            return sounds
        case "touch":
            return (*pace, *eases, Control(Do.TOUCH_CIRCLE, tr("comfort.circle"), "touch"), explore)
        case "about":
            held = (Control(Do.HOLD_CARD, tr("card.have"), "qr"),) if around.cards.camera else ()
            prints = around.setup.prints_guides and learnt(visit, around.guides.flows)
            paper = (Control(Do.PRINT_LEARNT, tr("sheet.print_learnt"), "printer"),) if prints else ()
            privacy = Control(ShowScreen(Privacy()), tr("attract.privacy"), "lock")
            return (
                *held,
                *paper,
                Control(ShowScreen(ThisPlace()), tr("this_place.heading"), "calendar"),
                privacy,
            )
        case "" | "language":
            voice = Control(Do.VOICE_SETTINGS, tr("comfort.voice"), "voice-on")
            touch = Control(Do.TOUCH_SETTINGS, tr("comfort.touch"), "touch")
            about = Control(Do.ABOUT_KIOSK, tr("comfort.about"), "info")
            return (size, speech, theme, simpler, voice, touch, about, first)


def _is_of_staff(visit: Visit) -> bool:
    return isinstance(visit.stage, StaffComfort)


def _offers_call(visit: Visit) -> bool:
    """Behind the door a person is here; before it somebody who came there by mistake may need one."""
    asks_resident = isinstance(visit.beneath, (SigningIn, AsksResident))
    return not _is_of_staff(visit) or (visit.is_logged and asks_resident)


def size_control(tr: Translator, visit: Visit, around: Surroundings) -> Control:
    now = visit.preferences
    size = tr("comfort.size", number=now.shown_size(around.panel.largest(now)), of=around.panel.largest(now))
    return Control(Setting.SIZE, size, "text-size")


def speech_switch(tr: Translator, visit: Visit) -> Control:
    on = visit.preferences.speech_on
    return _switch(tr, Setting.SPEECH, "voice-on" if on else "voice-off", on=on)


def _looks(tr: Translator, visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    now = visit.preferences
    themes = {one: tr("comfort.theme", theme=tr(f"strip.theme_{one}")) for one in THEMES}
    theme = Control(Setting.THEME, themes[now.shown_theme], "contrast", also=tuple(themes.values()))
    return size_control(tr, visit, around), theme


def _eases(tr: Translator, visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    now = visit.preferences
    low = _switch(tr, Setting.LOW_REACH, "low-screen", on=now.low_reach)
    calm = _switch(tr, Setting.CALM, "pause", on=now.calm)
    return (low, calm) if around.panel.upright else (calm,)


def _hands(tr: Translator, visit: Visit) -> tuple[Control, ...]:
    """For hands that tremble, by steps."""
    hands = visit.preferences.hands
    level, most = level_of(hands), len(LEVELS) - 1
    steady = tr("comfort.steady", number=level, of=most) if level else tr("comfort.steady_off")
    return (
        Control(Setting.STEADY, steady, "shield-check", turned=_on(level > 0)),
        _switch(tr, Setting.HOLD, "wait", on=hands.holds),
    )


def _sounds(tr: Translator, visit: Visit) -> tuple[Control, ...]:
    now = visit.preferences
    return (
        *_scale(tr, Setting.SLOWER, Setting.FASTER, step_of(RATES, now.rate), len(RATES)),
        *_scale(tr, Setting.QUIETER, Setting.LOUDER, step_of(VOLUMES, now.volume), len(VOLUMES)),
    )


def _pace(tr: Translator, visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    """Of the pointer that goes on by itself, for who has one switch."""
    if not around.pointer.scanning:
        return ()
    pace = pace_of(visit.preferences.scan_s)
    return _scale(tr, Setting.SCAN_SLOWER, Setting.SCAN_FASTER, pace, len(SCAN_S))


def _scale(tr: Translator, less: Setting, more: Setting, number: int, of: int) -> tuple[Control, Control]:
    """Two buttons along one scale; where it stands is written and read once, on the first."""
    names = [tr(f"comfort.{_key(one)}") for one in (less, more)]
    step = tr("comfort.step", number=number, of=of)
    return Control(less, names[0], "minus", detail=step), Control(more, names[1], "plus", state=step)


def _switch(tr: Translator, setting: Setting, icon: str, *, on: bool) -> Control:
    """What is either on or off: said by its words, and drawn."""
    words = tr(f"comfort.{_key(setting)}_{_on(on)}")
    return Control(setting, words, icon, turned=_on(on))


def _on(setting: bool) -> Literal["on", "off"]:
    return "on" if setting else "off"


def _key(setting: Setting) -> str:
    return setting.slot.replace("-", "_")
