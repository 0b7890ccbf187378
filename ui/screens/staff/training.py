"""The guides for volunteers: their list, a guide as a resident would see it, and its end."""

from __future__ import annotations

from dataclasses import replace

from flows.guide.steps import ToPerson
from flows.guide.walk import edges_open
from ui.screens.aside import MessageProps, derive_hotline
from ui.screens.choosing import OverviewProps, derive_have_ready, derive_overview, derive_qr
from ui.screens.guide import derive_advice, derive_step, derive_stuck
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Line, Page
from ui.screens.picture.derive import derive_scene
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import OpenGuide
from ui.visit.actions.common import Do
from ui.visit.staff.stages import Training
from ui.visit.stages import Advice, HaveReady, Hotline, Overview, ShowQr, Stepping, StuckList
from ui.visit.visit import Visit


def derive_training(visit: Visit, stage: Training, around: Surroundings) -> Page:
    """What of the guides for volunteers is on the screen, with the helpers a resident has.

    Nobody is rung for: who learns stands beside those who would come.
    """
    if stage.finished:
        return _finished(visit, stage, around)
    if not stage.at:
        return _list(visit, around)
    page = _inside(visit, stage, around)
    return replace(page, place=f"training.{page.place}")


def _inside(visit: Visit, stage: Training, around: Surroundings) -> Page:
    around = replace(around, guides=replace(around.guides, flows=around.guides.lessons))
    tr = around.tr(visit.preferences.language)
    match stage.at[-1]:
        case HaveReady() as ready:
            return derive_have_ready(visit, ready, around)
        case Overview() as overview:
            return _to_staff(derive_overview(visit, overview, around), around)
        case Stepping(explained=explained) as step:
            shown = derive_step(visit, step, around)
            if explained not in ("simpler", "picture"):
                return shown
            tag = around.tr(shown.language)(f"training.{explained}")
            return replace(shown, tag=tag, spoken_first=(Line("caption", tag),))
        case StuckList() as stuck:
            listed = derive_stuck(visit, stuck, around)
            troubles = tuple(one for one in listed.choices if one.action != Do.CALL_PERSON)
            return replace(listed, heading=tr("training.stuck"), choices=troubles)
        case Advice(flow_id=flow_id, walk=walk, edge_id=edge_id) as advice:
            advised = derive_advice(visit, advice, around)
            edge = next(one for one in edges_open(around.guides.flows[flow_id], walk) if one.id == edge_id)
            understood = Control(Do.GO_ON, tr("training.understood"), "next")
            return replace(advised, primary=understood) if isinstance(edge.target, ToPerson) else advised
        case Hotline() as hotline:
            return derive_hotline(visit, hotline, around)
        case ShowQr() as code:
            return derive_qr(visit, code, around)
        case other:
            raise ValueError(other)


def _list(visit: Visit, around: Surroundings) -> Page:
    tr = around.tr(visit.preferences.language)
    guides = tuple(
        Control(OpenGuide(flow.id), flow.title.in_(tr.language), "next")
        for flow in around.guides.training.values()
    )
    caption = tr("topic.tinh-nguyen-vien")
    return Page(
        template="choice",
        place="training",
        language=tr.language,
        heading=tr("training.heading"),
        sentence="" if guides else tr("training.none"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        icon="book",
        drawing="steps/learns",
        choices=guides,
        bar=bar(tr, WITH_BACK),
    )


def _finished(visit: Visit, stage: Training, around: Surroundings) -> MessageProps:
    tr = around.tr(visit.preferences.language)
    title = around.guides.lessons[stage.finished].title.in_(tr.language)
    return MessageProps(
        place="training.finished",
        language=tr.language,
        heading=tr("training.finished", title=title),
        sentence=tr("training.counted"),
        primary=Control(Do.DONE, tr("training.more"), "next"),
        bar=bar(tr, WITH_BACK),
        picture=derive_scene("done", tr.language),
    )


def _to_staff(page: OverviewProps, around: Surroundings) -> OverviewProps:
    """The same facts, said to somebody of the staff. What is practised on the drawn phone is a resident's."""
    tr = around.tr(page.language)
    needs_title = tr("training.needs" if page.needs else "training.no_needs")
    cautions_title = tr("training.take_care") if page.cautions else ""
    said = {"needs-title": needs_title, "cautions-title": cautions_title}
    spoken = tuple(Line(line.slot, said.get(line.slot, line.text)) for line in page.spoken_extra)
    choices = tuple(one for one in page.choices if one.action not in (Do.PRACTISE, Do.REHEARSE))
    return replace(
        page,
        needs_title=needs_title,
        cautions_title=cautions_title,
        choices=choices,
        spoken_extra=spoken,
    )
