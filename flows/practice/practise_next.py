"""Which guide a resident may practise next, from those they have finished. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flows.guide.flow import Flow
from flows.practice.rung import Rung

UNORDERED = 1_000_000  # those without an order come after the others, as in their topic's list


def practise_next(finished: Sequence[str], left: str, flows: Mapping[str, Flow]) -> Flow | None:
    """The guide *left* halfway; else what follows the last one; where all that is finished too, the last.

    *finished* holds ids, the last one last; ids that are not on offer count for nothing. None when
    nothing was begun yet: then there is nothing to go on with.
    """
    done = [flow for flow_id in finished if (flow := flows.get(flow_id)) and flow.audience == "resident"]
    begun = flows.get(left)
    if begun is not None and begun.audience == "resident" and begun not in done:
        return begun
    if not done:
        return None
    fits = _limit(done)
    offered = (flow for flow in _following(done[-1], flows) if fits is None or flow.id in fits)
    return next((flow for flow in offered if flow not in done), done[-1])


def _limit(done: Sequence[Flow]) -> Sequence[str] | None:
    """What alone fits whoever finished a guide with `learn_next_only`, until they finish another one."""
    for place, flow in enumerate(done):
        if flow.learn_next_only and all(one.id in flow.learn_next for one in done[place + 1 :]):
            return flow.learn_next
    return None


def _following(last: Flow, flows: Mapping[str, Flow]) -> Iterator[Flow]:
    """What the guide says is learnt next, then what those say, and so on: never what it needed beforehand."""
    met, queue = {last.id}, [last]
    while queue:
        flow = queue.pop(0)
        for next_one in _next_of(flow, flows):
            if next_one.id not in met:
                met.add(next_one.id)
                queue.append(next_one)
                yield next_one


def _next_of(flow: Flow, flows: Mapping[str, Flow]) -> list[Flow]:
    """What *flow* names; where it names none, the one after it in its topic."""
    named = [flows[flow_id] for flow_id in flow.learn_next if flow_id in flows]
    if flow.learn_next:
        return [one for one in named if one.audience == "resident"]
    here = (flow.order or UNORDERED, flow.id)
    later = [
        one
        for one in flows.values()
        if one.topic == flow.topic and one.audience == "resident" and (one.order or UNORDERED, one.id) > here
    ]
    return sorted(later, key=lambda one: (one.order or UNORDERED, one.id))[:1]


WEEKS: Mapping[Rung, int] = {"shown": 1, "hinted": 1, "alone": 1, "own-phone": 2}
"""By where somebody stands: who has found each place alone has what is left to do on their own phone."""

SCAM_WEEKS = 4


def weeks_overdue(rung: Rung, week: int | None, now: int, *, scam: bool) -> int | None:
    """For how many weeks it has been due, *now* being this week; None: it is not. What was practised long ago
    (*week* None) is due most of all.
    """
    waits = SCAM_WEEKS if scam else WEEKS[rung]
    overdue = now - (week or 0) - waits
    return overdue if overdue >= 0 else None
