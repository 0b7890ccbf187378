"""Helping without taking the phone, rehearsed with a drawn resident: the list, and one of them."""

from __future__ import annotations

from dataclasses import replace

from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Page
from ui.screens.played import language_of, list_of
from ui.screens.rehearsing import TOPICS, derive_play
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseRehearsal
from ui.visit.staff.stages import RehearsingHelp
from ui.visit.visit import Visit


def derive_helping(visit: Visit, stage: RehearsingHelp, around: Surroundings) -> Page:
    """One tile a story; then as scams are rehearsed. Nobody is rung for: it is nobody's visit."""
    wanted = visit.preferences.language
    if stage.play is not None:
        tr = around.tr(language_of(stage.play.script, wanted))
        return replace(derive_play(stage.play, tr), bar=bar(tr, WITHOUT_CALL))
    tr = around.tr(wanted)
    page = list_of(
        around.guides.helping.values(),
        ChooseRehearsal,
        tr,
        place="helping",
        heading=tr("helping.heading"),
        about=tr("helping.about"),
        ground=TOPIC_GROUNDS[TOPICS["volunteers"]],
    )
    return replace(page, bar=bar(tr, WITHOUT_CALL))
