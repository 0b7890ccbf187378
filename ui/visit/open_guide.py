"""Into a guide, from wherever: straight to its first step, unless somebody would be stopped halfway."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide import logged
from flows.guide import walk as walks
from flows.guide.flow import Flow
from kiosk.base.events import WalkStarted
from ui.visit import practising
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ShowCode
from ui.visit.actions.common import Do
from ui.visit.close_walk import walk_effects
from ui.visit.effects import Effect, PrintGuide
from ui.visit.stages import HaveReady, Overview, ShowQr, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import OpenWalk, Visit


def open_guide(
    visit: Visit, flow_id: str, flows: Mapping[str, Flow], before: tuple[Effect, ...] = ()
) -> Turn:
    """Every way into a guide leads here; *before* is what led to it, for the log."""
    if flows[flow_id].asks_first:
        return Turn(visit.show(HaveReady(flow_id)), before)
    begun = begin(visit, flow_id, flows)
    return Turn(begun.visit, (*before, *begun.effects))


def begin(visit: Visit, flow_id: str, flows: Mapping[str, Flow], at: str = "") -> Turn:
    """The first step, or the step *at*; a walk still open in another guide ends as *referred*, or, where that
    would tell an answer of which nothing may be told, as *stopped*.
    """
    flow = flows[flow_id]
    begun = visit.show(Stepping(flow.id, walks.begin(flow, at)))
    effects = walk_effects(visit, "stopped" if _leaves_untold(visit, flows) else "referred")
    started = WalkStarted(flow.id, flow.content_hash, flow.topic, flow.start)
    return Turn(replace(begun, open_walk=OpenWalk(flow.id)), (*effects, started))


def on_press(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn | None:
    """One press where a guide tells what it needs; None for what all such screens have, as Back."""
    match visit.stage, action:
        case HaveReady(flow_id), Do.START_GUIDE:
            return begin(visit, flow_id, flows)
        case HaveReady(flow_id), Do.WHAT_IS_NEEDED:
            return Turn(visit.show(Overview(flow_id)))
        case Overview(flow_id, begun=False), Do.START_GUIDE:
            return begin(visit, flow_id, flows)
        case Overview(flow_id), Do.PRACTISE:
            return practising.begin(visit, flow_id, None, flows)
        case Overview(flow_id), Do.PRINT_GUIDE:
            return Turn(visit, (PrintGuide(flow_id),))
        case Overview(flow_id), ShowCode(qr_id) if has_code(flows[flow_id], qr_id):
            return Turn(visit.show(ShowQr(flow_id, qr_id)))
        case _:
            return None


def has_code(flow: Flow, qr_id: str) -> bool:
    """Whether the guide has that official address, and somebody checked it."""
    return any(code.id == qr_id and code.printable for code in flow.qr)


def _leaves_untold(visit: Visit, flows: Mapping[str, Flow]) -> bool:
    """Whether nothing may be told of the way out of the guide that lies beneath."""
    left = next((stage for stage in reversed(visit.stages) if isinstance(stage, Stepping)), None)
    return left is not None and logged.hides_answer(flows[left.flow_id], left.walk)
