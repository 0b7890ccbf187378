"""Which steps have a resident do or believe something without a source: they say so themselves."""

from __future__ import annotations

from flows.guide.flow import Flow
from flows.guide.needs import Needs
from flows.guide.steps import DoStep, Practise, Say, Show, Step
from flows.guide.walk import Walk, route


def is_doubtful(step: Step) -> bool:
    """A question and an ending say nothing to be sure of; who hands over leads to a person anyway."""
    return step.confidence == "U" and isinstance(step, DoStep | Practise | Say | Show)


def is_first_doubt(flow: Flow, walk: Walk) -> bool:
    """Whether the walk stands at its first doubtful step, or is back at it."""
    met = [step for step in route(flow, walk) if is_doubtful(step)]
    return bool(met) and all(step.id == met[-1].id for step in met)


def never_doubts(flow: Flow, needs: Needs) -> bool:
    """Who is in danger or on the phone with a swindler must not be made unsure of calling or hanging up."""
    return any(need.urgent and flow.id in need.guides for need in needs.tiles)
