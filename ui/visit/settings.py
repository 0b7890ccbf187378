"""The comfort controls: size, colours, language, voice, words. They change the screen live, in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from accessibility.preferences import GENTLE_THEMES, RATES, VOLUMES, Preferences, ThemeName
from accessibility.scanning import SCAN_S, neighbour
from accessibility.touch import HOLD_S, LEVELS, at_level, level_of
from kiosk.base.events import Language, LanguageChanged
from ui.visit.actions.chosen import ChooseLanguage
from ui.visit.actions.settings import Setting
from ui.visit.effects import Effect, SayThis
from ui.visit.staff import controls
from ui.visit.turns import Turn
from ui.visit.visit import Visit

TURN_THE_VOICE = (Setting.SPEECH, Setting.EXPLORE, Setting.AS_AT_FIRST)
TO_RESIDENTS = frozenset({
    "comfort.explore_is_on", "comfort.explore_is_off", "comfort.explore_is_off_silent", "comfort.steady_is",
    "comfort.steady_is_off", "comfort.hold_is_on", "comfort.hold_is_off", "comfort.hold_longer",
    "comfort.low_reach_is_on", "comfort.low_reach_is_on_resized", "comfort.simpler_is_on",
    "comfort.simpler_is_off", "strip.speech_is_on", "strip.speech_is_off",
})  # fmt: skip
"""What is said to a resident as a grandchild would; staff have words of their own for it."""
OFFERED_THEMES: tuple[ThemeName, ...] = (
    "light", "dark", "high-light", "high-dark", "yellow-black", "low-glare",
)  # fmt: skip


def on_press(
    visit: Visit, setting: Setting | ChooseLanguage, largest: Callable[[Preferences], int], first: Preferences
) -> Turn:
    """The next size or theme, a language; a little slower or louder; something on or off.

    *largest* tells the largest text size the panel holds with such preferences; *first* is what every new
    resident meets here. What staff set on their own screens is theirs while they have the controls.
    """
    if visit.staff is None or visit.staff.aside is None:
        return _set(visit, setting, largest, first)
    turn = _set(replace(visit, voice_by_touch=False), setting, largest, controls.staff_look(first))
    now = look = turn.visit.preferences
    if setting not in TURN_THE_VOICE:  # one that the opening check has turned on is no wish of theirs
        look = replace(now, speech_on=visit.staff.look is not None and visit.staff.look.speech_on)
    effects = tuple(effect for effect in turn.effects if not isinstance(effect, LanguageChanged))
    return Turn(replace(visit, preferences=now, staff=replace(visit.staff, look=look)), effects)


def _set(
    visit: Visit, setting: Setting | ChooseLanguage, largest: Callable[[Preferences], int], first: Preferences
) -> Turn:
    if isinstance(setting, ChooseLanguage):
        return _speak(visit, setting.which)
    preferences, effect = _changed(visit.preferences, setting, largest(visit.preferences), first)
    if setting in (Setting.SPEECH, Setting.AS_AT_FIRST):
        visit = replace(visit, voice_by_touch=False)  # from now on it is their own wish
    if setting is Setting.EXPLORE:
        visit, preferences, effect = _explored(visit, preferences)
    if setting is Setting.LOW_REACH:
        effect = said_of_reach(visit.preferences, preferences, largest)
    if isinstance(effect, SayThis):  # what is being read is not lost by it
        said = addressed(visit, replace(effect, read_on=True))
        return Turn(replace(visit, preferences=preferences), (said,))
    return Turn(replace(visit, preferences=preferences), (effect,) if visit.is_logged else ())


def _speak(visit: Visit, language: Language) -> Turn:
    """In that language; for some seconds the one before is one touch away, for who did not mean it."""
    now = visit.preferences
    if language == now.language:
        return Turn(visit)
    before = None if visit.language_before == language else now.language  # who has gone back meant it
    changed = replace(visit, preferences=replace(now, language=language), language_before=before)
    return Turn(changed, (LanguageChanged(language),) if visit.is_logged else ())


def addressed(visit: Visit, said: SayThis) -> SayThis:
    """Where the screen speaks to staff, in the words for them: they are nobody's grandparent."""
    if visit.speaks_to_staff and said.key in TO_RESIDENTS:
        return replace(said, key=f"{said.key}_for_staff")
    return said


def step_of(values: tuple[float, ...], now: float) -> int:
    """Which of the steps *now* is, from 1; a value of the ward's own counts as the nearest."""
    nearest = min(values, key=lambda value: abs(value - now))
    return values.index(nearest) + 1


def _as_at_first(now: Preferences, first: Preferences) -> Preferences:
    """All as it was before anything was set; the language stays, and how somebody moves: sitting, by touch
    alone, or with one switch at a pace they can follow.
    """
    kept = replace(first, language=now.language, explore=now.explore, scan_s=now.scan_s)
    return replace(kept, low_reach=now.low_reach)


def pace_of(scan_s: float) -> int:
    """Which step of speed a stay of *scan_s* is, from 1: a shorter stay is a faster scan."""
    return len(SCAN_S) + 1 - step_of(SCAN_S, scan_s)


def _changed(
    now: Preferences, setting: Setting, largest: int, first: Preferences
) -> tuple[Preferences, Effect]:
    match setting:
        case Setting.SIZE:
            size = now.shown_size(largest) % largest + 1
            return replace(now, text_size=size), _step_said("strip.size_is", size, largest)
        case Setting.THEME:
            offered = GENTLE_THEMES if now.calm else OFFERED_THEMES
            theme = offered[(offered.index(now.shown_theme) + 1) % len(offered)]
            return replace(now, theme=theme), SayThis(f"strip.theme_{theme}")
        case Setting.SPEECH:
            on = not now.speech_on
            said = SayThis(f"strip.speech_is_{_on(on)}", even_when_off=True)
            return replace(now, speech_on=on), said
        case Setting.LOW_REACH:
            on = not now.low_reach
            return replace(now, low_reach=on), SayThis(f"comfort.low_reach_is_{_on(on)}")
        case Setting.SIMPLER:
            on = not now.simpler_words
            return replace(now, simpler_words=on), SayThis(f"comfort.simpler_is_{_on(on)}")
        case Setting.EXPLORE:
            return replace(now, explore=not now.explore), SayThis("comfort.explore_is_on")
        case Setting.CALM:
            on = not now.calm
            return replace(now, calm=on), SayThis(f"comfort.calm_is_{_on(on)}")
        case Setting.STEADY | Setting.HOLD:
            return _steadied(now, setting)
        case Setting.AS_AT_FIRST:
            return _as_at_first(now, first), SayThis("comfort.as_at_first_is")
        case (
            Setting.SLOWER
            | Setting.FASTER
            | Setting.QUIETER
            | Setting.LOUDER
            | Setting.SCAN_SLOWER
            | Setting.SCAN_FASTER
        ):
            return _nudged(now, setting)


def _on(setting: bool) -> str:
    return "on" if setting else "off"


def _explored(visit: Visit, now: Preferences) -> tuple[Visit, Preferences, SayThis]:
    """Who touches to hear wants to hear; a voice that came with it, perhaps by a swipe not meant, goes with
    it: somebody who does not hear could not tell that it is still on.
    """
    if now.explore:
        woken = visit.voice_by_touch or not now.speech_on
        said = SayThis("comfort.explore_is_on")
        return replace(visit, voice_by_touch=woken), replace(now, speech_on=True), said
    how = "_silent" if visit.voice_by_touch else ""
    heard = now.speech_on and not visit.voice_by_touch
    said = SayThis(f"comfort.explore_is_off{how}", even_when_off=True)
    return replace(visit, voice_by_touch=False), replace(now, speech_on=heard), said


def said_of_reach(before: Preferences, now: Preferences, largest: Callable[[Preferences], int]) -> SayThis:
    """Also that the letters went smaller to fit in a low screen, or are as large again as they were."""
    sizes = [one.shown_size(largest(one)) for one in (before, now)]
    how = f"comfort.low_reach_is_{_on(now.low_reach)}"
    return SayThis(how if sizes[0] == sizes[1] else f"{how}_resized")


def _steadied(now: Preferences, setting: Literal[Setting.STEADY, Setting.HOLD]) -> tuple[Preferences, Effect]:
    """Easier for a hand that trembles."""
    match setting:
        case Setting.STEADY:
            level, most = (level_of(now.hands) + 1) % len(LEVELS), len(LEVELS) - 1
            said = _step_said("comfort.steady_is", level, most) if level else SayThis("comfort.steady_is_off")
            return now.with_hands(at_level(now.hands, level)), said
        case Setting.HOLD:
            hands = replace(now.hands, hold_s=0.0 if now.hands.holds else HOLD_S)
            return now.with_hands(hands), SayThis(f"comfort.hold_is_{_on(hands.holds)}")


Nudge: TypeAlias = Literal[
    Setting.SLOWER,
    Setting.FASTER,
    Setting.QUIETER,
    Setting.LOUDER,
    Setting.SCAN_SLOWER,
    Setting.SCAN_FASTER,
]


def _nudged(now: Preferences, setting: Nudge) -> tuple[Preferences, Effect]:
    """One step along a scale; at its end the value stays, and is said all the same."""
    match setting:
        case Setting.SLOWER | Setting.FASTER:
            rate = neighbour(RATES, now.rate, 1 if setting is Setting.FASTER else -1)
            said = _step_said("comfort.rate_is", step_of(RATES, rate), len(RATES))
            return replace(now, rate=rate), said
        case Setting.QUIETER | Setting.LOUDER:
            volume = neighbour(VOLUMES, now.volume, 1 if setting is Setting.LOUDER else -1)
            said = _step_said("comfort.volume_is", step_of(VOLUMES, volume), len(VOLUMES))
            return replace(now, volume=volume), said
        case Setting.SCAN_SLOWER | Setting.SCAN_FASTER:
            scan_s = neighbour(SCAN_S, now.scan_s, -1 if setting is Setting.SCAN_FASTER else 1)
            return replace(now, scan_s=scan_s), _step_said("comfort.scan_is", pace_of(scan_s), len(SCAN_S))


def _step_said(key: str, number: int, of: int) -> SayThis:
    return SayThis(key, (("number", number), ("of", of)))
