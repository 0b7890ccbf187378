"""A guide drawn as text, for the officer who edits it and the person who approves it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import assert_never

from flows.guide import steps
from flows.guide.flow import Flow


def draw(flow: Flow) -> str:
    """The steps in the order a resident meets them, each with its ways out. Ends with a line feed."""
    return "\n".join(_lines(flow)) + "\n"


def kind_of(step: steps.Step) -> str:
    """The kind as `flow.toml` writes it."""
    match step:
        case steps.Say():
            return "say"
        case steps.DoStep():
            return "do"
        case steps.Choose():
            return "choose"
        case steps.Check():
            return "check"
        case steps.Show():
            return "show"
        case steps.Practise():
            return "practise"
        case steps.HandOver():
            return "handover"
        case steps.End():
            return "end"
        case _:
            assert_never(step)


def _lines(flow: Flow) -> Iterator[str]:
    least, most = flow.minutes
    yield f"{flow.title.vi}  ({flow.id}, {flow.topic}, {least}–{most} phút)"
    review = flow.valid_until or "–"
    yield f"kiểm ngày {flow.checked_on} · rà soát lại {review} · độ tin cậy {flow.confidence}"
    for step in in_order(flow):
        marks = "".join(f" !{mark}" for mark in sorted(step.safety))
        marks += " (riêng tư)" if step.private else " (không ghi câu trả lời)" if step.untold else ""
        yield ""
        yield f"■ {step.id}  [{kind_of(step)} · {step.confidence}]{marks}"
        yield f"    {step.say.vi}"
        for edge in step.edges:
            yield f"    {_way(edge)}"


def in_order(flow: Flow) -> tuple[steps.Step, ...]:
    """Every step, breadth first from the start; steps nothing leads to come last."""
    met = dict.fromkeys([flow.start])
    waiting = deque([flow.start])
    while waiting:
        for edge in flow.steps[waiting.popleft()].edges:
            if isinstance(edge.target, steps.ToStep) and edge.target.step_id not in met:
                met[edge.target.step_id] = None
                waiting.append(edge.target.step_id)
    return tuple(flow.steps[step_id] for step_id in [*met, *(one for one in flow.steps if one not in met)])


def _way(edge: steps.Edge) -> str:
    label = f" “{edge.label.vi}”" if edge.label else ""
    condition = f"  khi {_condition(edge.guard)}" if edge.guard else ""
    return (
        f"{'?' if edge.id.startswith('stuck.') else '→'} {edge.id}{label} → {_place(edge.target)}{condition}"
    )


def _place(target: steps.Target) -> str:
    match target:
        case steps.ToStep(step_id):
            return step_id
        case steps.ToFlow(flow_id):
            return f"bài {flow_id}"
        case steps.ToPerson():
            return "gọi người giúp"
        case steps.ToHotline(number):
            return f"gọi {number}"
        case _:
            assert_never(target)


def _condition(guard: steps.Guard) -> str:
    match guard:
        case steps.ChoiceIs(step_id, choice_ids):
            return f"{step_id} là {' / '.join(sorted(choice_ids))}"
        case steps.Not(inner):
            return f"không ({_condition(inner)})"
        case steps.AllOf(guards):
            return " và ".join(f"({_condition(guarded)})" for guarded in guards)
        case steps.AnyOf(guards):
            return " hoặc ".join(f"({_condition(guarded)})" for guarded in guards)
        case _:
            assert_never(guard)
