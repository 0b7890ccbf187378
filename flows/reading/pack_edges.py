"""The ways out of a step, as `flow.toml` writes them.

``next = "buoc-sau"`` · ``choice.iphone = "mo-app-store"`` · ``stuck.khong-thay = "person"`` ·
``next = [{ to = "a", when = { step = "loai-may", is = ["iphone"] } }, …]``. A target is a step,
``flow:<guide>``, ``person`` or ``hotline:<digits>``.
"""

from __future__ import annotations

from functools import lru_cache

from flows.guide import steps
from flows.guide.table import Table
from flows.guide.walk import CHOICE_PREFIX, STUCK_PREFIX
from flows.guide.ward import OFFICES
from flows.reading.word_book import WordBook
from resources import path


def read_edges(step: Table, book: WordBook) -> tuple[steps.Edge, ...]:
    """The edges in the order the resident meets them: next, then choices, then what may go wrong."""
    edges = [steps.Edge("next", target, guard=guard) for target, guard in _ways(step, "next")]
    choices = step.named("choice")
    pictures = _pictures(step, "choice_picture", choices)
    for choice in choices.values:
        for target, guard in _ways(choices, choice):
            label = book.words(*choices.path, choice)
            edges.append(
                steps.Edge(
                    CHOICE_PREFIX + choice, target, label, guard=guard, picture=pictures.get(choice, "")
                )
            )
    stuck = step.named("stuck")
    pictures = _pictures(step, "stuck_picture", stuck)
    offices = step.table("stuck_offices")
    offices.only(*stuck.values)
    for trouble in stuck.values:
        for target, guard in _ways(stuck, trouble):
            label, advice = (book.words(*stuck.path, trouble, key) for key in ("if", "say"))
            drawn, sent = pictures.get(trouble, ""), offices.some_of(trouble, OFFICES)
            edges.append(steps.Edge(STUCK_PREFIX + trouble, target, label, advice, guard, drawn, sent))
    return tuple(edges)


@lru_cache(maxsize=1)
def answer_pictures() -> tuple[str, ...]:
    """The names of the pictures that ship: what may stand beside an answer, and what may go wrong."""
    return tuple(sorted(file.stem for file in path("pictures", "answers").glob("*.svg")))


def _pictures(step: Table, key: str, ways: Table) -> dict[str, str]:
    pictures = step.table(key)
    pictures.only(*ways.values)
    return {way: pictures.one_of(way, answer_pictures()) for way in pictures.values}


def _ways(table: Table, key: str) -> list[tuple[steps.Target, steps.Guard | None]]:
    match table.values.get(key):
        case None:
            return []
        case str(target):
            return [(read_target(table, key, target), None)]
        case dict(way):
            return [_guarded(table, key, way)]
        case list(ways):
            return [_guarded(table, key, way) for way in ways]
        case other:
            _refuse(table, key, other)
            return [(steps.ToPerson(), None)]


def _guarded(table: Table, key: str, way: object) -> tuple[steps.Target, steps.Guard | None]:
    match way:
        case {"to": str(target), **rest} if not rest.keys() - {"when"}:
            guard = read_guard(table, key, rest["when"]) if "when" in rest else None
            return read_target(table, key, target), guard
        case other:
            _refuse(table, key, other)
            return steps.ToPerson(), None


def read_target(table: Table, key: str, target: str) -> steps.Target:
    """Where an edge leads; whether a step of that id exists is asked once all are read."""
    match target.split(":", 1):
        case ["person"]:
            return steps.ToPerson()
        case ["flow", flow_id]:
            return steps.ToFlow(flow_id)
        case ["hotline", number] if number.isascii() and number.isdigit():
            return steps.ToHotline(number)
        case [step_id]:
            return steps.ToStep(step_id)
        case _:
            _refuse(table, key, target)
            return steps.ToPerson()


def read_guard(table: Table, key: str, when: object) -> steps.Guard:
    """A guard from its tables; what is not a guard is noted and read as "always"."""
    match when:
        case {"step": str(step_id), "is": list(choices), **rest} if choices and not rest:
            return steps.ChoiceIs(step_id, frozenset(str(choice) for choice in choices))
        case {"not": inner, **rest} if not rest:
            return steps.Not(read_guard(table, key, inner))
        case {"and": list(inner), **rest} if inner and not rest:
            return steps.AllOf(tuple(read_guard(table, key, one) for one in inner))
        case {"or": list(inner), **rest} if inner and not rest:
            return steps.AnyOf(tuple(read_guard(table, key, one) for one in inner))
        case other:
            table.note("guard-wrong", key, value=other)
            return steps.AllOf(())


def _refuse(table: Table, key: str, value: object) -> None:
    table.note("way-wrong", key, value=value)
