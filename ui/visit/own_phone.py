"""A guide on one's own phone, beside the kiosk: one step at a time, and at the end whether alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide.flow import Flow
from flows.guide.walk import Walk
from flows.practice import own_phone
from flows.practice.own_phone import OwnPhone
from flows.practice.way import steps_to_do
from kiosk.base.events import Answer, GuidePractised
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.stages import Goodbye, OnOwnPhone, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def may_begin(flow: Flow | None) -> bool:
    """Whether it is offered: where something can be done there and then that leaves nothing behind."""
    return flow is not None and bool(steps_to_do(flow))


def begin(visit: Visit, flow_id: str, flows: Mapping[str, Flow]) -> Turn:
    """To the first step, on the way gone in this visit; nothing where nothing is done by hand."""
    flow = flows.get(flow_id)
    steps = steps_to_do(flow, _way_gone(visit, flow_id)) if flow else ()
    if not steps:
        return Turn(visit)
    return Turn(visit.show(OnOwnPhone(OwnPhone(flow_id, tuple(step.id for step in steps)))))


def on_press(visit: Visit, stage: OnOwnPhone, action: Action) -> Turn:
    """One press while doing it, or after the last step."""
    now = stage.doing
    match action:
        case Do.BACK if now.at == 0:
            return Turn(visit.close())
        case Do.BACK:
            return Turn(visit.swap(OnOwnPhone(own_phone.back(now))))
        case Do.BY_MYSELF if now.over:
            return _practised(visit, now, "yes")
        case Do.REMINDED if now.over:
            return _practised(visit, now, "no")
        case Do.DONE if not now.over:
            return Turn(visit.swap(OnOwnPhone(own_phone.done(now))))
        case Do.NOT_UNDERSTOOD if not now.over:
            return Turn(visit.swap(replace(stage, doing=replace(now, pictured=True))))
        case _:
            return Turn(visit)


def _practised(visit: Visit, now: OwnPhone, alone: Answer) -> Turn:
    return Turn(visit.close(), (GuidePractised(now.flow_id, "own-phone", alone, visit.actor),))


def _way_gone(visit: Visit, flow_id: str) -> Walk | None:
    for stage in reversed(visit.stages):
        match stage:
            case Goodbye(guide=guide, walk=walk) if guide == flow_id:
                return walk
            case Stepping(flow_id=guide, face=face, walk=walk) if guide == flow_id and face is not None:
                return walk
    return None
