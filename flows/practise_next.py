"""Which guide a resident may practise next, from those they have finished. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.flow import TOPICS, Flow


def practise_next(finished: Sequence[str], left: str, flows: Mapping[str, Flow]) -> Flow | None:
    """The guide *left* halfway; else the next of the last one's topic, or of a later one; else the last.

    *finished* holds ids, the last one last; ids that are not on offer count for nothing. None when
    nothing was begun yet: then there is nothing to go on with.
    """
    done = [flow for flow_id in finished if (flow := flows.get(flow_id)) and flow.audience == "resident"]
    begun = flows.get(left)
    if begun is not None and begun.audience == "resident" and begun not in done:
        return begun
    if not done:
        return None
    last = done[-1]
    return next((flow for flow in _from_topic_of(last, flows) if flow not in done), last)


def _from_topic_of(last: Flow, flows: Mapping[str, Flow]) -> list[Flow]:
    """The residents' guides, those of *last*'s topic first, then topic by topic, round to the first."""
    at = TOPICS.index(last.topic) if last.topic in TOPICS else 0
    order = {topic: (number - at) % len(TOPICS) for number, topic in enumerate(TOPICS)}
    offered = [flow for flow in flows.values() if flow.audience == "resident"]
    return sorted(offered, key=lambda flow: order.get(flow.topic, len(TOPICS)))
