"""What has changed since a resident learnt a guide: how it was beside how it is now, on one screen."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide.flow import Change, Flow
from flows.guide.words import Language
from ui.screens.choosing import language_of
from ui.screens.grounds import ground_of_guide
from ui.screens.guide import StepProps
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control
from ui.screens.picture.derive import derive_named, derive_phone, derive_picture
from ui.screens.picture.props import PhoneProps
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import GuideChanged
from ui.visit.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedProps(StepProps):
    """`earlier` stands on the left; `picture`, on the right, is how it is now."""

    earlier: PhoneProps
    earlier_caption: str
    now_caption: str


def derive_changed(visit: Visit, stage: GuideChanged, around: Surroundings) -> ChangedProps:
    """Two pictures where there is an earlier one; else the one of now."""
    flow = around.guides.flows[stage.flow_id]
    change = next(one for one in flow.changes if one.id == stage.change_id)
    tr = around.tr(language_of(flow, visit.preferences.language))
    return ChangedProps(
        template="changed" if change.before else "step",
        place=f"changed.{flow.id}.{change.id}",
        language=tr.language,
        heading=tr("changed.heading"),
        sentence=change.say.in_(tr.language),
        primary=Control(Do.DONE, tr("changed.understood"), "check"),
        bar=bar(tr, WITH_BACK),
        title=flow.title.in_(tr.language),
        step_number=0,
        steps_about=0,
        tag="",
        safety="",
        staff_mark="",
        staff_note="",
        picture=derive_picture(flow.steps[change.step_id], flow, tr.language),
        ground=ground_of_guide(flow, around),
        earlier=_earlier(change, flow, tr.language),
        earlier_caption=tr("changed.earlier"),
        now_caption=tr("changed.now"),
    )


def _earlier(change: Change, flow: Flow, language: Language) -> PhoneProps:
    match change.before:
        case None:
            return PhoneProps()
        case str() as drawing:
            return derive_named(drawing, flow, language)
        case picture:
            return derive_phone(picture, language)
