"""Guards: which edges are open, given what the resident has chosen. Data only, no expressions, no eval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from flows.guide.steps import AllOf, AnyOf, ChoiceIs, Guard, Not


def holds(guard: Guard | None, choices: Mapping[str, str]) -> bool:
    """Whether *guard* is true; `choices` maps a step id to the choice last made there."""
    match guard:
        case None:
            return True
        case ChoiceIs(step_id, choice_ids):
            return choices.get(step_id) in choice_ids
        case Not(inner):
            return not holds(inner, choices)
        case AllOf(guards):
            return all(holds(guarded, choices) for guarded in guards)
        case AnyOf(guards):
            return any(holds(guarded, choices) for guarded in guards)
        case _:
            assert_never(guard)


def asked_of(guard: Guard | None) -> Iterator[ChoiceIs]:
    """Every question a guard asks, so that a check can see whether its steps and choices exist."""
    match guard:
        case None:
            return
        case ChoiceIs():
            yield guard
        case Not(inner):
            yield from asked_of(inner)
        case AllOf(guards) | AnyOf(guards):
            for guarded in guards:
                yield from asked_of(guarded)
        case _:
            assert_never(guard)
