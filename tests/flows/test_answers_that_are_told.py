"""Which answers the log may name: each was read, and tells of nobody how old, how poor or how well they are.

`told_answers.tsv` holds them with what the resident reads. A new answer, or new words, are judged by a
person: what tells something of that kind belongs to a step that is `private` or `untold`; all else goes into
the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from support.guides import shipped_flows

from flows.guide.flow import Flow
from flows.guide.logged import asks_privately
from flows.guide.steps import Edge, Step, ToFlow, ToStep
from flows.guide.walk import CHOICE_PREFIX, STUCK_PREFIX

TABLE = Path(__file__).with_name("told_answers.tsv")


def told(flow: Flow) -> Iterator[str]:
    """Every choice that may be named; and what only those touch who come to a step of their own, or to
    another guide. Of a line that leads to somebody nothing is told.
    """
    steps = [step for step in flow.steps.values() if not asks_privately(step)]
    for step in steps:
        for edge in step.edges:
            if edge.id.startswith(CHOICE_PREFIX) or _leads_apart(flow, step, edge):
                assert edge.label is not None
                yield "\t".join((flow.id, step.id, edge.id, edge.label.vi))


def _leads_apart(flow: Flow, step: Step, stuck: Edge) -> bool:
    if not stuck.id.startswith(STUCK_PREFIX) or not isinstance(stuck.target, ToStep | ToFlow):
        return False
    others = [edge for one in flow.steps.values() for edge in one.edges if (one.id, edge) != (step.id, stuck)]
    return stuck.target not in {edge.target for edge in others}


def test_every_answer_that_the_log_may_name_was_read_and_gives_away_no_group() -> None:
    found = [line for flow in shipped_flows() for line in told(flow)]
    assert found == TABLE.read_text("utf-8").splitlines()
