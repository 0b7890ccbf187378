"""What stopped an assisted visit: asked of staff where it was not wholly done.

Beside the goodbye stands what came of the visit, and who is next, for staff who assist.
"""

from __future__ import annotations

from collections.abc import Iterator

from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Page, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import ControlAction
from ui.visit.actions.common import Do
from ui.visit.actions.staff import GiveFiling, GiveObstacle, GiveResult, StaffDo
from ui.visit.staff.next_person import says_done
from ui.visit.staff.results import ANSWERS, OBSTACLES, RESULTS, may_have_filed
from ui.visit.staff.stages import AskObstacle
from ui.visit.stages import Goodbye
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


def goodbye_row(visit: Visit, stage: Goodbye, around: Surroundings, menu: Control) -> Iterator[Control]:
    """One row of six; after a guide about a file a second one asks whether it was submitted."""
    tr, flows = around.tr(visit.preferences.language), around.guides.flows
    for result in RESULTS:
        yield marked(GiveResult(result), tr(f"result.{result}"), tr, chosen=result == stage.result)
    if may_have_filed(visit, stage, flows):
        for answer in ANSWERS:
            yield marked(GiveFiling(answer), tr(f"result.{answer}"), tr, chosen=answer == stage.filed)
    yield menu
    if stage.guide in flows:
        same = "assist.same_done" if says_done(visit, stage) else "assist.same"
        yield Control(StaffDo.HELP_SAME, tr(same), spoken=tr(f"{same}_name"))
    yield Control(StaffDo.HELP_NEXT, tr("assist.next"), spoken=tr("assist.next_name"))
    if names_another(visit, stage, around):
        yield Control(Do.ANOTHER_GUIDE, tr("goodbye.another"))


def is_crowded(visit: Visit, around: Surroundings) -> bool:
    """Whether the row takes so much of a lying panel that its goodbye offers no more than the faces."""
    return bool(visit.assisted_by) and not around.panel.upright


def names_another(visit: Visit, stage: Goodbye, around: Surroundings) -> bool:
    """Whether *Another guide* stands in the row: where its second line takes the last place of a column."""
    return is_crowded(visit, around) and may_have_filed(visit, stage, around.guides.flows)


def marked(action: ControlAction, label: str, tr: Translator, *, chosen: bool) -> Control:
    """One of several in the row of staff: what is chosen has a sign beside its colour."""
    return Control(action, label, "check" if chosen else "", state=tr("assist.chosen") if chosen else "")
