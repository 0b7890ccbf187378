"""The card of ready-made preferences, with size and voice by themselves, before the panel of the rest."""

from __future__ import annotations

from accessibility.presets import Preset, has_preset
from ui.screens.comfort import derive_comfort, size_control, speech_switch
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Page, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChoosePreset
from ui.visit.actions.common import Do
from ui.visit.stages import Comfort
from ui.visit.visit import Visit

GROUNDS: dict[Preset, str] = {
    "listen": "sky", "large": "sun", "blurred": "lilac", "tremor": "leaf", "read": "sand", "simple": "pink",
    "seated": "pink",
}  # fmt: skip
NEED_SOUND: tuple[Preset, ...] = ("listen", "read")
"""What nobody is offered where nothing can be heard."""


def presets_here(around: Surroundings) -> tuple[Preset, ...]:
    """At most six. Who sits finds theirs in the lowest row, in reach; a lying panel is not lowered."""
    last: Preset = "seated" if around.panel.upright else "simple"
    here: tuple[Preset, ...] = ("listen", "large", "blurred", "tremor", "read", last)
    return tuple(one for one in here if not (around.sound.no_sound and one in NEED_SOUND))


def derive_adjusting(visit: Visit, stage: Comfort, around: Surroundings) -> Page:
    """The card, or the panel behind it."""
    return _card(visit, around) if stage.presets else derive_comfort(visit, around)


def _card(visit: Visit, around: Surroundings) -> Page:
    tr = around.tr(visit.preferences.language)
    return Page(
        template="needs",
        place="presets",
        language=tr.language,
        heading=tr("preset.heading"),
        primary=Control(Do.EVERY_SETTING, tr("preset.every"), "next", kind="plain"),
        choices=tuple(_tile(tr, visit, one) for one in presets_here(around)),
        bar=(*_by_themselves(tr, visit, around), *bar(tr, WITH_BACK)),
    )


def _by_themselves(tr: Translator, visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    """A card that one has, then size and voice, which are wished for most: what there is room for. Where the
    voice is not among them, *Tôi tự đọc* turns it off and on, and nothing else.
    """
    held = (Control(Do.HOLD_CARD, tr("card.have"), "qr"),) if around.cards.camera else ()
    every = (*held, size_control(tr, visit, around), speech_switch(tr, visit))
    return every[: 2 if around.panel.upright else 1]


def _tile(tr: Translator, visit: Visit, preset: Preset) -> Control:
    on = has_preset(visit.preferences, preset)
    return Control(
        ChoosePreset(preset),
        tr(f"preset.{preset}"),
        picture=f"scenes/preset-{preset}",
        ground=GROUNDS[preset],
        turned="on" if on else "off",
        state=tr("preset.on") if on else "",
    )
