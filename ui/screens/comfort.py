"""The comfort panel: how the kiosk looks, sounds and speaks, each in one touch, changed as one looks on."""

from __future__ import annotations

from accessibility.preferences import RATES, VOLUMES
from accessibility.touch import LEVELS, level_of
from ui.screens.page import WITH_BACK, Control, Page, Teller, bar
from ui.screens.surroundings import Surroundings
from ui.visit.settings import step_of
from ui.visit.stages import Visit


def derive_comfort(visit: Visit, around: Surroundings) -> Page:
    """Everything a resident may set; what it is set to stands on the control itself."""
    now = visit.preferences
    tell = around.tell(now.language)
    return Page(
        template="home",
        place="comfort",
        language=tell.language,
        heading=tell("comfort.heading"),
        sentence=tell(
            "comfort.sound",
            rate=step_of(RATES, now.rate),
            rates=len(RATES),
            volume=step_of(VOLUMES, now.volume),
            volumes=len(VOLUMES),
        ),
        icon="adjust",
        primary=Control("done", tell("comfort.done"), "check"),
        choices=_settings(tell, visit, around),
        bar=bar(tell, WITH_BACK),
    )


def _settings(tell: Teller, visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    """In pairs of a row; an odd one stands last, over the whole width."""
    on = visit.preferences.speech_on
    speech = Control("speech", tell(f"comfort.speech_{_on(on)}"), "voice-on" if on else "voice-off")
    looks, sounds = (*_looks(tell, visit, around), *_hands(tell, visit)), _sounds(tell, around)
    held = (Control("hold-card", tell("card.have"), "qr"),) if around.camera else ()
    explore = Control("explore", tell(f"comfort.explore_{_on(visit.preferences.explore)}"), "touch")
    first = Control("as-at-first", tell("comfort.as_at_first"), "back")
    middle = (speech, *sounds) if len(looks) % 2 else (*sounds, speech)
    return (*looks, *middle, explore, *held, first)


def _looks(tell: Teller, visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    now = visit.preferences
    size = tell("comfort.size", number=now.text_size, of=around.largest(now))
    low = Control("low-reach", tell(f"comfort.low_reach_{_on(now.low_reach)}"), "down")
    return (
        Control("size", size, "text-size"),
        Control("theme", tell("comfort.theme", theme=tell(f"strip.theme_{now.shown_theme}")), "contrast"),
        *((low,) if around.upright else ()),
        Control("simpler", tell(f"comfort.simpler_{_on(now.simpler_words)}"), "message"),
        Control("calm", tell(f"comfort.calm_{_on(now.calm)}"), "pause"),
    )


def _hands(tell: Teller, visit: Visit) -> tuple[Control, ...]:
    """For hands that tremble: set by steps, or by trying how one touches."""
    hands = visit.preferences.hands
    level, most = level_of(hands), len(LEVELS) - 1
    steady = tell("comfort.steady", number=level, of=most) if level else tell("comfort.steady_off")
    return (
        Control("steady", steady, "shield-check"),
        Control("hold", tell(f"comfort.hold_{_on(hands.holds)}"), "wait"),
        Control("circle", tell("comfort.circle"), "touch"),
    )


def _sounds(tell: Teller, around: Surroundings) -> tuple[Control, ...]:
    scan = (
        Control("scan-slower", tell("comfort.scan_slower"), "minus"),
        Control("scan-faster", tell("comfort.scan_faster"), "plus"),
    )
    return (
        Control("slower", tell("comfort.slower"), "minus"),
        Control("faster", tell("comfort.faster"), "plus"),
        Control("quieter", tell("comfort.quieter"), "minus"),
        Control("louder", tell("comfort.louder"), "plus"),
        *(scan if around.scanning else ()),
    )


def _on(setting: bool) -> str:
    return "on" if setting else "off"
