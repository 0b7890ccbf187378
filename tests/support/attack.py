"""Whoever has reports, knows what adds up and owns a solver: an integer program over what they print.

It reads the JSON of reports and nothing of the product's own sums.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, lil_array
from scipy.sparse.csgraph import connected_components
from support.made_wards import GUIDES

MANY = 100_000
ENOUGH = 5
"""Values a hidden number must be able to have."""
OF = {
    "mode": "sessions", "outcome": "sessions", "language": "sessions", "face": "sessions", "hour": "sessions",
    "result": "sessions-assisted", "obstacle": "sessions-unresolved", "walk-outcome": "walks",
    "actor": "steps", "explained": "explanations", "practice-rung": "practised",
    "practice-actor": "practised",
    "flow-practised": "practised", "exercise-help": "exercised", "wait": "help-calls",
    "ticket-problem": "tickets", "door-outcome": "doors", "door-area": "doors", "alone": "compared",
}  # fmt: skip
"""The table of each breakdown, and what its rows add up to."""
PLACES = {4: "sessions", 5: "walks-completed", 6: "doors"}
ENDS = ("walks-completed", "walks-left", "walks-handed-over")
BY_NUMBER = ("guides", "topics", "flow-practised", "door-area")
STAFF = ("openings", "shifts", "people", "volunteers", "points", "teams", "trainings", "tickets-told",
         "clock-unsure", "training-role", "training-flow")  # fmt: skip


NOT_OF_ITS_OWN = ("sources", "wards", "skills", "due", "headline", "targets")
"""Tables of no visits, or of numbers that stand in other tables too."""


class Printed(NamedTuple):
    """A number as it stands in a report: in which table, row and column."""

    report: str
    table: str
    row: str
    column: int = 0


Rule = tuple[dict[Printed, int], float, float]
"""Factors; the least and the most their sum can be."""


@dataclass
class Attack:
    """`shown`: its bounds, None where it is hidden."""

    shown: dict[Printed, tuple[int, int] | None] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)

    def read(self, name: str, raw: bytes) -> None:
        """One report, and what everybody knows of its numbers."""
        self._rows: dict[str, list[str]] = defaultdict(list)
        labels: dict[tuple[str, str], str] = {}
        for block in (one for part in json.loads(raw)["parts"] for one in part["blocks"]):
            if block["block"] == "figures":
                for line in block["lines"]:
                    self._put(Printed(name, "", line["key"]), line["number"])
            elif block["block"] == "table" and block["key"] not in NOT_OF_ITS_OWN:
                for row in block["rows"]:
                    self._rows[block["key"]].append(row["key"])
                    labels[block["key"], row["key"]] = row["label"]
                    for column, cell in enumerate(row["cells"]):
                        if isinstance(cell, dict):
                            self._put(Printed(name, block["key"], row["key"], column), cell)
        self._know(name)
        for table in BY_NUMBER:
            self._order(name, table, labels)

    def _put(self, where: Printed, number: Mapping[str, Any]) -> None:
        if number["unit"] == "count":
            value = number["value"]
            about = (5, 4) if number.get("about") else (0, 0)
            self.shown[where] = None if value is None else (value - about[0], value + about[1])

    def _sum(self, whole: Printed, parts: Iterable[Printed], least: float = 0, most: float = 0) -> None:
        """*whole* less *parts* is between those two."""
        factors: dict[Printed, int] = defaultdict(int)
        for one, factor in ((whole, 1), *((part, -1) for part in parts)):
            if one in self.shown:
                factors[one] += factor
        if whole in self.shown:
            self.rules.append((factors, least, most))

    def _know(self, name: str) -> None:
        def at(table: str, row: str, column: int = 0) -> Printed:
            return Printed(name, table, row, column)

        def column(table: str, number: int = 0) -> list[Printed]:
            return [at(table, row, number) for row in self._rows[table]]

        for table, whole in OF.items():
            if self._rows[table]:
                self._sum(at("", whole), column(table))
        for number, whole in PLACES.items():
            for table in ("by_place", "by_ward"):
                if self._rows[table]:
                    self._sum(at("", whole), column(table, number))
        for number, whole in enumerate(("sessions", "walks-completed")):
            self._sum(at("", whole), column("over_time", number))
        for number, whole in enumerate(("walks", *ENDS)):
            self._sum(at("", whole), column("topics", number))
        for table in ("topics", "groups"):
            for row in self._rows[table]:
                self._sum(at(table, row), [at(table, row, way) for way in range(1, 5)])
        if self._rows["groups"]:
            self._sum(at("", "grouped"), column("groups"))
            for number, group in enumerate(self._rows["groups"]):
                self._sum(at("groups", group), column("group_topics", number))
            for number, whole in enumerate(("walks", *ENDS)):
                self._sum(at("", whole), column("groups", number), most=MANY)
            for topic in self._rows["group_topics"]:
                of_groups = [at("group_topics", topic, group) for group in range(len(self._rows["groups"]))]
                self._sum(at("topics", topic), of_groups, most=MANY)
        for number, whole in enumerate(("walks", "walks-completed")):
            self._sum(at("", whole), column("guides", number))
            for topic in self._rows["topics"]:
                of_topic = [at("guides", one, number) for one in self._rows["guides"] if GUIDES[one] == topic]
                self._sum(at("topics", topic, number), of_topic)
        for guide in self._rows["guides"]:
            left = [at("left", row, 1) for row in self._rows["left"] if row.split("/")[0] == guide]
            self._sum(at("guides", guide), [at("guides", guide, 1), *left], most=MANY)
        for number_of, parts in (
            (at("", "sessions-assisted"), [at("mode", "assisted")]),
            (at("", "sessions-unresolved"), [at("result", "partly"), at("result", "not-done")]),
            (at("", "walks-completed"), [at("walk-outcome", "completed")]),
            (at("", "walks-left"), [at("walk-outcome", "stopped"), at("walk-outcome", "cut-off")]),
            (at("", "walks-handed-over"), [at("walk-outcome", "handed-over")]),
        ):
            self._sum(number_of, parts)
        for number_of, parts in (
            (at("", "sessions"), [at("", "sessions-finished")]),
            (at("", "walks-completed"), [at("", "sessions-finished")]),
            (at("", "sessions-assisted"), [at("", "sessions-filed")]),
            (at("", "help-calls"), [at("", "help-taken"), at("wait", "waiting")]),
            (at("practice-rung", "alone"), [at("", "practised-alone")]),
            (at("practice-actor", "resident"), [at("", "practised-alone")]),
            (at("", "uses"), [at("", "compared")]),
            *((at("", "uses"), [one]) for table in ("way", "setting") for one in column(table)),
        ):
            self._sum(number_of, parts, most=MANY)
        ended = [at("outcome", one) for one in ("goodbye", "next-person", "idle")]
        if self._rows["way"]:
            self._sum(at("", "uses"), ended, least=-MANY)

    def _order(self, name: str, table: str, labels: Mapping[tuple[str, str], str]) -> None:
        """Where rows do not stand as is said (hidden ones last, by name) they stand by their numbers."""
        rows = [Printed(name, table, row) for row in self._rows[table]]
        hidden = [one for one in rows if self.shown[one] is None]
        names = [labels[table, one.row] for one in hidden]
        if rows[len(rows) - len(hidden) :] != hidden or names != sorted(names):
            for one, after in pairwise(rows):
                self.rules.append(({one: 1, after: -1}, 0, MANY))

    def add_up(self, whole: str, parts: Sequence[str]) -> None:
        """Each number of one report is that of others together. A list of steps says nothing of what it
        leaves out; and what is counted of whole months alone is more in them than in their days.
        """
        rows: dict[tuple[str, int], list[Printed]] = defaultdict(list)
        for one in self.shown:
            if one.report in parts:
                rows[one.table, one.column].append(one)
        wheres = {one for one in self.shown if one.report == whole}
        wheres |= {one._replace(report=whole) for of in rows.values() for one in of}
        for where in sorted(wheres):
            of_staff = where.table == "by_place" and where.column not in PLACES
            if of_staff or where.table == "by_ward" or {where.row, where.table} & {*STAFF}:
                continue
            its = [
                one
                for one in rows[where.table, where.column]
                if one.row == where.row or (where.table == "over_time" and one.row.startswith(where.row))
            ]
            if where in self.shown:
                listed = where.table != "left" or len(its) == len(parts)
                self._sum(where, its, most=0 if listed else MANY)

    def hidden(self) -> list[Printed]:
        """What is hidden of residents."""
        return [one for one, bounds in self.shown.items() if bounds is None and one.table not in STAFF]

    def groups(self) -> list[list[Printed]]:
        """What is not known to the last number, by what hangs together: no rule leads from one to another."""
        unknown = [one for one, bounds in self.shown.items() if bounds is None or bounds[0] < bounds[1]]
        at = {one: number for number, one in enumerate(unknown)}
        beside = [
            pair
            for factors, _, _ in self.rules
            for pair in pairwise(at[one] for one, factor in factors.items() if factor and one in at)
        ]
        first, second = zip(*beside, strict=True) if beside else ((), ())
        links = csr_array((np.ones(len(beside)), (first, second)), shape=(len(at), len(at)))
        count, group_of = connected_components(links, directed=False)
        groups: list[list[Printed]] = [[] for _ in range(count)]
        for one, group in zip(unknown, group_of, strict=True):
            groups[group].append(one)
        return groups

    def narrow(self, asked: Set[Printed] | None = None) -> dict[Printed, set[int]]:
        """Of what is hidden (and *asked*): all values the solver finds, where it finds fewer than five."""
        groups = self.groups()
        group_of = {one: number for number, group in enumerate(groups) for one in group}
        rules: list[list[Rule]] = [[] for _ in groups]
        for factors, least, most in self.rules:
            known = sum(
                f * b[0] for one, f in factors.items() if one not in group_of and (b := self.shown[one])
            )
            open_ones = {one: factor for one, factor in factors.items() if one in group_of and factor}
            if open_ones:
                of_group = group_of[next(iter(open_ones))]
                rules[of_group].append((open_ones, least - known, most - known))
            else:
                assert least <= known <= most, factors
        hidden = {one for one in self.hidden() if asked is None or one in asked}
        return {
            one: values
            for group, its in zip(groups, rules, strict=True)
            for one, values in self._possible(group, its, hidden.intersection(group)).items()
            if len(values) < ENOUGH
        }

    def _possible(
        self, group: Sequence[Printed], rules: Sequence[Rule], hidden: Set[Printed]
    ) -> dict[Printed, set[int]]:
        """Values that numbers of the group can have, all where they are fewer than five."""
        at = {one: column for column, one in enumerate(group)}
        matrix = lil_array((len(rules), len(group)))
        for row, (factors, _, _) in enumerate(rules):
            for one, factor in factors.items():
                matrix[row, at[one]] = factor
        hold = LinearConstraint(
            matrix.tocsr(), [least for _, least, _ in rules], [most for *_, most in rules]
        )
        bounds = [self.shown[one] or (1, MANY) for one in group]
        lowest, highest = np.array(bounds, float).T
        seen: dict[Printed, set[int]] = {one: set() for one in group}
        rng = np.random.default_rng(1)

        def solve(wish: np.ndarray, fixed: tuple[int, int] | None = None) -> bool:
            lower, upper = lowest.copy(), highest.copy()
            if fixed is not None:
                lower[fixed[0]] = upper[fixed[0]] = fixed[1]
            done = milp(wish, constraints=hold, bounds=Bounds(lower, upper), integrality=np.ones(len(group)))
            if done.x is not None:
                for one, value in zip(group, done.x, strict=True):
                    seen[one].add(round(value))
            return done.x is not None

        assert solve(np.zeros(len(group))), "what the reports say holds of nothing"
        for _ in range(len(hidden) // 10):  # each says something of all of them
            solve(rng.choice([-1.0, 0.0, 1.0], len(group)))
        for one in sorted(hidden):
            for sign in (1.0, -1.0):
                if len(seen[one]) < ENOUGH:
                    wish = np.zeros(len(group))
                    wish[at[one]] = sign
                    solve(wish)
            for value in range(min(seen[one]), max(seen[one]) + 1):
                if len(seen[one]) >= ENOUGH:
                    break
                if value not in seen[one]:
                    solve(rng.choice([-1.0, 0.0, 1.0], len(group)), (at[one], value))
        return {one: seen[one] for one in hidden}
