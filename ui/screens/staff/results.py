"""What stopped an assisted visit: asked of staff where it was not wholly done."""

from __future__ import annotations

from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import GiveObstacle
from ui.visit.staff.results import OBSTACLES
from ui.visit.staff.stages import AskObstacle
from ui.visit.visit import Visit

ICONS = {
    "no-own-sim": "sim", "forgotten-password": "key", "no-nfc": "nfc", "no-papers": "papers",
    "service-down": "wifi", "no-smartphone": "phone", "details-differ": "id-card", "no-time": "clock",
    "other": "not-understood",
}  # fmt: skip


def derive_obstacle(visit: Visit, _: AskObstacle, around: Surroundings) -> Page:
    """It may be skipped."""
    tr = around.tr(visit.preferences.language)
    return Page(
        template="home",
        place="result.obstacle",
        language=tr.language,
        heading=tr("result.obstacle"),
        icon="not-understood",
        choices=tuple(Control(GiveObstacle(one), tr(f"result.{one}"), ICONS[one]) for one in OBSTACLES),
        primary=Control(Do.SKIP, tr("result.skip"), "next", kind="plain"),
        bar=bar(tr, WITHOUT_CALL),
    )
