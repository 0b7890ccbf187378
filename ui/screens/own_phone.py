"""A guide done on one's own phone: one step at a time, large; after the last, whether alone."""

from __future__ import annotations

from flows.guide.flow import Flow
from flows.practice.own_phone import OwnPhone
from ui.screens.choosing import language_of
from ui.screens.grounds import ground_of_guide
from ui.screens.guide import StepProps, safety_line
from ui.screens.helpers import ONCE_HEARD, WITH_BACK, bar
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.picture.derive import derive_picture, derive_scene
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import OnOwnPhone
from ui.visit.visit import Visit


def derive_own_phone(visit: Visit, stage: OnOwnPhone, around: Surroundings) -> Page:
    """The step to do; after the last one, the question."""
    flow = around.guides.flows[stage.doing.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    if stage.doing.over:
        return _asked(stage.doing, tr, by_staff=visit.staff is not None)
    return _step(stage, flow, tr, around)


def _step(stage: OnOwnPhone, flow: Flow, tr: Translator, around: Surroundings) -> StepProps:
    now, step = stage.doing, flow.steps[stage.doing.step_id]
    caption = tr("own_phone.caption", step=now.at + 1, of=len(now.steps))
    safety = safety_line(step, tr)
    begin = tr("own_phone.begin") if now.at == 0 and not now.pictured else ""
    return StepProps(
        template="step",
        place=f"own-phone.{flow.id}.{now.at}.{now.pictured}",
        language=tr.language,
        sentence=step.say.in_(tr.language),
        caption=caption,
        primary=Control(Do.DONE, tr("own_phone.done"), "check"),
        bar=bar(tr, ONCE_HEARD if stage.said_again and not now.pictured else WITH_BACK),
        guide=flow.id,
        private=step.private,
        never_silent=(Line("safety", safety),) if safety else (),
        takes_long=True,  # a phone is in the hand, and the eyes are on it
        title=flow.title.in_(tr.language),
        step_number=now.at + 1,
        steps_about=len(now.steps),
        tag=begin,
        safety=safety,
        staff_mark="",
        staff_note="",
        picture=(
            derive_picture(step, flow, tr.language)
            if now.pictured
            else derive_scene("own-phone", tr.language)
        ),
        ground=ground_of_guide(flow, around),
        spoken_first=(Line("caption", begin),),
        spoken_extra=(Line("safety", safety),),
        spoken_asked=() if begin else (Line("caption", caption),),
    )


def _asked(now: OwnPhone, tr: Translator, *, by_staff: bool) -> Page:
    """The resident answers, or the volunteer who was shown it."""
    return Page(
        template="choice",
        place=f"own-phone.over.{now.flow_id}",
        language=tr.language,
        heading=tr("own_phone.over"),
        sentence=tr("own_phone.asked_of_staff" if by_staff else "own_phone.asked"),
        choices=(
            Control(Do.BY_MYSELF, tr("own_phone.by_myself"), picture="answers/alone"),
            Control(Do.REMINDED, tr("own_phone.reminded"), picture="answers/with-family"),
        ),
        bar=bar(tr, WITH_BACK),
        together=True,
    )
