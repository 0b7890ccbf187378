"""What staff who assist may touch beside the goodbye: what came of the visit, and who is next."""

from __future__ import annotations

from collections.abc import Iterator

from ui.screens.page import Control, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import ControlAction
from ui.visit.actions.common import Do
from ui.visit.actions.staff import GiveFiling, GiveResult, StaffDo
from ui.visit.staff.next_person import says_done
from ui.visit.staff.results import ANSWERS, RESULTS, may_have_filed
from ui.visit.stages import Goodbye
from ui.visit.visit import Visit


def goodbye_row(visit: Visit, stage: Goodbye, around: Surroundings, menu: Control) -> Iterator[Control]:
    """Whether a file was submitted is asked only after a guide about that."""
    tell, flows = around.tell(visit.preferences.language), around.guides.flows
    for result in RESULTS:
        yield marked(GiveResult(result), tell(f"result.{result}"), tell, chosen=result == stage.result)
    if may_have_filed(visit, stage, flows):
        for answer in ANSWERS:
            yield marked(GiveFiling(answer), tell(f"result.{answer}"), tell, chosen=answer == stage.filed)
    yield menu
    if stage.guide in flows:
        same = "assist.same_done" if says_done(visit, stage) else "assist.same"
        yield Control(StaffDo.HELP_SAME, tell(same), spoken=tell(f"{same}_name"))
    yield Control(StaffDo.HELP_NEXT, tell("assist.next"), spoken=tell("assist.next_name"))
    if is_crowded(visit, around):
        yield Control(Do.ANOTHER_GUIDE, tell("goodbye.another"))


def is_crowded(visit: Visit, around: Surroundings) -> bool:
    """Whether the row takes so much of a lying panel that its goodbye offers no more than the faces."""
    return bool(visit.assisted_by) and not around.panel.upright


def marked(action: ControlAction, label: str, tell: Teller, *, chosen: bool) -> Control:
    """One of several in the row of staff: what is chosen has a sign beside its colour."""
    return Control(action, label, "check" if chosen else "", state=tell("assist.chosen") if chosen else "")
