"""What people ask, held back from the guides: situations, danger, what only sounds like it, and more.

One half was looked at while the search was tuned. The other is for the figures: nobody tunes on it.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.search import Answer, Asking
from flows.search.asking import MOST_GUIDES

FOLDER = Path(__file__).parents[1] / "flows" / "asking"
URGENT = {"khan-cap", "lua-dao-da-mac", "lua-dao-nhan-biet"}
HALVES = ("tuning", "held back")
FRESH = "fresh"
"""Written for November's second look, other persons and other matters; read once it had been measured."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`wanted`: the guide, the matter or nothing; `also`: guides that answer as well."""

    phrase: str
    wanted: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of 1."""

    first: float
    three: float
    danger: float
    right_danger: float
    false_alarms: float
    refused: float
    person: float

    @property
    def named(self) -> Mapping[str, float]:
        """Each as a share that is better the higher it is."""
        return {
            "first": self.first,
            "three": self.three,
            "danger": self.danger,
            "calm": 1 - self.false_alarms,
            "refused": self.refused,
            "person": self.person,
        }


def half_of(phrase: str) -> str:
    """Which half a phrase is in: by its hash, so that nobody chooses."""
    return HALVES[hashlib.sha256(phrase.encode()).digest()[-1] % 2]


@cache
def asked(kind: str, half: str) -> tuple[Asked, ...]:
    """*kind*: situations, danger, person, harmless or off_topic."""
    folder = FOLDER / FRESH if half == FRESH else FOLDER
    table = folder / f"{kind}.tsv"
    if table.is_file():
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        read = [
            Asked(
                row["phrase"],
                row.get("guide") or row.get("matter") or "",
                tuple((row.get("also_ok") or "").split()),
            )
            for row in rows
        ]
    else:
        read = [Asked(line) for line in table.with_suffix(".txt").read_text("utf-8").splitlines()]
    return tuple(one for one in read if half in (FRESH, half_of(one.phrase)))


def figures(asking: Asking, half: str, typed: Callable[[str], str]) -> Figures:
    """The figures of one half, each phrase typed in one way."""
    answers: Mapping[str, list[tuple[Asked, Answer]]] = {
        kind: [(one, asking.ask(typed(one.phrase))) for one in asked(kind, half)]
        for kind in ("situations", "danger", "person", "harmless", "off_topic")
    }

    def share(kind: str, holds: Callable[[Asked, Answer], bool]) -> float:
        return sum(holds(one, answer) for one, answer in answers[kind]) / len(answers[kind])

    return Figures(
        share("situations", lambda one, answer: bool({*ids(answer)[:1]} & {one.wanted, *one.also})),
        share("situations", lambda one, answer: bool({*ids(answer)} & {one.wanted, *one.also})),
        share("danger", lambda _, answer: answer.kind == "danger"),
        share("danger", lambda one, answer: answer.kind == "danger" and answer.guides[0].id == one.wanted),
        share("harmless", lambda _, answer: answer.kind == "danger"),
        share("off_topic", lambda _, answer: answer.kind == "none"),
        share("person", lambda _, answer: answer.kind == "person"),
    )


@cache
def ordinary() -> tuple[str, ...]:
    """Held-back phrases of all halves that no urgent guide answers."""
    halves = (*HALVES, FRESH)
    own = [one for half in halves for one in asked("situations", half)]
    calm = [one.phrase for one in own if not {one.wanted, *one.also} & URGENT]
    return (*calm, *(one.phrase for half in halves for one in asked("off_topic", half)))


def alarms(asking: Asking, typed: Callable[[str], str], phrases: Sequence[str]) -> tuple[float, float]:
    """Of phrases that are typed word by word, the share in which danger is said at the end of a word; and of
    those that are typed key by key, with a pause long enough for a word after each.
    """
    by_words = by_keys = 0
    for phrase in phrases:
        keys = typed(phrase)
        ends = [at for at, key in enumerate(keys) if key == " "] + [len(keys)]
        said = {at: _is_said(asking.ask(keys[:at])) for at in range(1, len(keys) + 1)}
        by_words += any(said[at] for at in ends)
        by_keys += any(said.values())
    return by_words / len(phrases), by_keys / len(phrases)


def _is_said(answer: Answer) -> bool:
    return answer.kind == "danger" and answer.certain


def ids(answer: Answer) -> list[str]:
    """The guides as they are shown: what is perhaps danger before the others, three at most."""
    perhaps = [answer.perhaps] if answer.perhaps else []
    shown = [*perhaps, *(flow for flow in answer.guides if flow not in perhaps)]
    return [flow.id for flow in shown][:MOST_GUIDES]
