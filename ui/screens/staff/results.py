"""Three questions to staff at the end of an assisted visit."""

from __future__ import annotations

from typing import assert_never

from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Line, Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import GiveFiling, GiveObstacle, GiveResult
from ui.visit.staff.results import ANSWERS, OBSTACLES, RESULTS
from ui.visit.staff.stages import AskFiling, AskObstacle, AskResult, ResultStage
from ui.visit.stages import Visit

ICONS = {
    "done": "check", "partly": "wait", "not-done": "cross", "yes": "check", "no": "cross",
    "no-own-sim": "sim", "forgotten-password": "key", "no-nfc": "nfc", "no-papers": "papers",
    "service-down": "wifi", "no-smartphone": "phone", "details-differ": "id-card", "no-time": "clock",
    "other": "not-understood",
}  # fmt: skip


def derive_results(visit: Visit, stage: ResultStage, around: Surroundings) -> Page:
    """One question; each may be skipped."""
    tell = around.tell(visit.preferences.language)
    key, asked, answers = _question(stage)
    caption = (
        tell("result.sentence") if asked == "result" else ""
    )  # in small letters: no answer gives way to it
    choices = (Control(one, tell(f"result.{one.which}"), ICONS[one.which]) for one in answers)
    return Page(
        template="home" if asked == "obstacle" else "choice",
        place=f"result.{asked}",
        language=tell.language,
        heading=tell(f"result.{key}"),
        caption=caption,
        spoken_first=(Line("caption", caption),) if caption else (),
        icon="not-understood" if asked == "obstacle" else "check",
        choices=tuple(choices),
        primary=Control(Do.SKIP, tell("result.skip"), "next", kind="plain"),
        bar=bar(tell, WITHOUT_CALL),
    )


def _question(
    stage: ResultStage,
) -> tuple[str, str, tuple[GiveResult | GiveObstacle | GiveFiling, ...]]:
    """Its words in ``[result]``, how it is called, and its answers."""
    match stage:
        case AskResult():
            return "heading", "result", tuple(GiveResult(one) for one in RESULTS)
        case AskObstacle():
            return "obstacle", "obstacle", tuple(GiveObstacle(one) for one in OBSTACLES)
        case AskFiling():
            return "filing", "filing", tuple(GiveFiling(one) for one in ANSWERS)
        case never:
            assert_never(never)
