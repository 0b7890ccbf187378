"""The strip on top: whose kiosk this is, and the comfort controls."""

from __future__ import annotations

from dataclasses import dataclass

from ui.screens.guide import title_of
from ui.screens.page import Control
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Advice, Attract, Goodbye, IdleNotice, Overview, Resume, Stepping, StuckList, Visit


@dataclass(frozen=True, slots=True)
class StripProps:
    """`notices` are permanent lines beneath the strip; `up` and `down` name the page buttons."""

    title: str
    chips: tuple[Control, ...]
    notices: tuple[str, ...]
    up: str = ""
    down: str = ""
    hint: str = ""  # what a key does, or has done; only for those who use keys
    finish: str = ""  # keeps its place free where it is not offered: the other chips never move
    ward: str = ""  # whose kiosk this is; stands where a guide's title has no room


def derive_strip(visit: Visit, around: Surroundings) -> StripProps:
    """The same on every screen; only the title tells where one is."""
    now = visit.preferences
    tell = around.tell(now.language)
    size = tell("ways.place", at=now.text_size, of=around.largest(now))
    chips = [
        Control("size", "", "text-size", spoken=tell("strip.size"), state=size),
        Control("theme", "", "contrast", spoken=tell("strip.theme"), state=tell(f"strip.theme_{now.theme}")),
        Control("language", now.language.upper(), "", spoken=tell("strip.language")),
        Control(
            "speech",
            "",
            "voice-on" if now.speech_on else "voice-off",
            spoken=tell("strip.speech_on" if now.speech_on else "strip.speech_off"),
        ),
    ]
    if not isinstance(visit.stage, Attract | Resume | IdleNotice):
        chips.append(Control("comfort", "", "adjust", spoken=tell("comfort.name")))
    if not isinstance(visit.stage, Attract | Resume | Goodbye | IdleNotice):
        chips.append(Control("finish", tell("strip.finish"), "", spoken=tell("strip.finish")))
    notices = [tell("notice.no_sound")] if around.no_sound else []
    if around.storage_trouble:
        notices.append(tell("notice.storage"))
    return StripProps(
        _title(visit, around),
        tuple(chips),
        tuple(notices),
        tell("scroll.up"),
        tell("scroll.down"),
        around.hint,
        tell("strip.finish"),
        "\u00a0".join(around.sign.ward.rsplit(" ", 1)),  # of two lines, the second is not a lone word
    )


def _title(visit: Visit, around: Surroundings) -> str:
    match visit.stage:
        case Overview(flow_id=flow_id) | Stepping(flow_id=flow_id):
            return title_of(around.flows[flow_id], visit)
        case StuckList(flow_id=flow_id) | Advice(flow_id=flow_id):
            return title_of(around.flows[flow_id], visit)
        case _:
            return around.sign.ward
