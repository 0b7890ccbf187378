"""The shape of a guide: nobody gets lost in it, nobody is stuck in it, a person is always near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from flows.guide import proof
from flows.guide.flow import Flow
from flows.guide.limits import MOST_SITUATIONS
from flows.guide.problems import Finding, Place

PERSON_BUTTON_TAPS = 1  # “Gọi người giúp” is on every screen: one tap, which the tests of the screens prove
MOST_TAPS = 2
MOST_NAMED = 12  # of the questions that conditions ask about


def situations_are_few(flow: Flow) -> Iterator[Finding]:
    """Every other rule here looks at each situation: it is asked only where they can be looked at."""
    try:
        proof.situations(flow)
    except proof.TooManySituations:
        asked = sorted(proof.asked_about(flow))
        fields = {"count": len(asked), "steps": ", ".join(asked[:MOST_NAMED]), "limit": MOST_SITUATIONS}
        yield Finding("guards-too-many", Place("flow.toml", ("step", asked[0])), fields)


def every_step_is_reachable(flow: Flow) -> Iterator[Finding]:
    for step_id in proof.unreachable(flow):
        yield _at(step_id, "step-unreachable")


def every_step_comes_to_an_end(flow: Flow) -> Iterator[Finding]:
    for step_id in proof.without_end(flow):
        yield _at(step_id, "no-end")


def guards_leave_exactly_one_way(flow: Flow) -> Iterator[Finding]:
    """In every situation that can come about, each way of a step is open once (disjoint and exhaustive).

    Ways written without a condition are open always; a way under several conditions must be open under
    exactly one of them.
    """
    reported: set[tuple[str, str, str]] = set()
    for here in proof.situations(flow):
        step = flow.steps[here.step_id]
        opened = Counter(edge.id for edge in here.open(flow))
        for edge_id in dict.fromkeys(edge.id for edge in step.edges):
            code = {0: "guard-gap", 1: ""}.get(opened[edge_id], "guard-overlap")
            if code and (step.id, edge_id, code) not in reported:
                reported.add((step.id, edge_id, code))
                place = Place("flow.toml", ("step", step.id, *edge_id.split(".", 1)))
                fields = {"step": step.id, "edge": edge_id, "situation": _described(here)}
                yield Finding(code, place, fields)


def a_person_is_near(flow: Flow, button_on_every_screen: bool = True) -> Iterator[Finding]:
    """A person, a hotline or a hand-over within two taps of every step.

    The button counts as one tap where the screens have it; without it the guide's own edges must do.
    """
    for step_id in flow.steps:
        taps = PERSON_BUTTON_TAPS if button_on_every_screen else proof.taps_to_person(flow, step_id)
        if taps is None or taps > MOST_TAPS:
            yield _at(step_id, "person-far", taps="∞" if taps is None else taps)


def _at(step_id: str, code: str, **fields: object) -> Finding:
    return Finding(code, Place("flow.toml", ("step", step_id)), {"step": step_id, **fields})


def _described(here: proof.Situation) -> str:
    return (
        ", ".join(f"{step} = {choice}" for step, choice in here.choices) or "chưa chọn gì / nothing is chosen"
    )
