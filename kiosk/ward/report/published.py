"""Every number that a report shows, and the sums a reader knows: so what must be hidden. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from kiosk.log.figures.catalogue import Unit, catalogue, of_staff
from kiosk.log.figures.cells import BETWEEN, CellKey, of_key, split
from kiosk.log.figures.counts import ENDED, LEFT, UNRESOLVED, figure, minutes_of
from kiosk.log.figures.hiding import LEAST_SHOWN, Room, Sum, hidden, kept
from kiosk.ward.report.model import Number
from kiosk.ward.totals import Totals

WAYS: Mapping[str, tuple[str, ...]] = {
    "completed": ("completed",), "left": LEFT, "handed-over": ("handed-over",), "other": ("referred", "open"),
}  # fmt: skip
"""How a walk ended, in the words of the tables."""
BY_WAY = ("topic", "group")
PLACE_COLUMNS, STEP_COLUMNS = ("walks-completed", "doors"), ("sessions", "walks-completed")


def way_of(outcome: str) -> str:
    return next(way for way, outcomes in WAYS.items() if outcome in outcomes)


def by_way(key: str, of: str, way: str) -> CellKey:
    """Walks of one topic or group that ended in one way, or of one guide that were completed."""
    return CellKey(f"{key}-way", f"{of}{BETWEEN}{way}")


def without(key: str, bucket: str) -> CellKey:
    """The remainder beside a row that overlaps others: it is shown nowhere, and anybody can work it out."""
    return CellKey(f"{key}-without", bucket)


def at_place(key: str, place: str) -> CellKey:
    return CellKey(f"{key}@place", place)


def in_step(key: str, step: str) -> CellKey:
    return CellKey(f"{key}@step", step)


@dataclass(frozen=True, slots=True)
class Published:
    """The numbers as they may be shown."""

    totals: Totals
    cells: Mapping[CellKey, int]
    hide: frozenset[CellKey]
    sums: tuple[Sum[CellKey], ...]
    about: frozenset[CellKey] = frozenset()
    """Told in tens."""
    proven: bool = True
    """Beside all reports that were issued it gives nobody away."""

    def number(self, cell: CellKey) -> Number:
        if cell in self.hide:
            return Number(None, hidden=True)
        number = self.cells.get(cell, 0)
        return Number(in_tens(number), about=True) if cell in self.about else Number(number)

    def figure(self, key: str) -> Number:
        """A figure of the catalogue, in its unit."""
        entry = catalogue().figure(key)
        if CellKey(key) in self.hide or self._would_reveal(key):
            return Number(None, entry.unit, hidden=True)
        if CellKey(key) in self.about:
            return self.number(CellKey(key))
        return Number(figure(key, self.totals.all), entry.unit)

    def minutes(self, flow: str) -> Number:
        """The median time of one guide."""
        if by_way("flow", flow, "completed") in self.hide:
            return Number(None, "ms", hidden=True)
        return Number(minutes_of(self.totals.all, flow), "ms")

    def at_place(self, key: str, place: str, unit: Unit = "count") -> Number:
        """A figure of one place that hides nobody."""
        return Number(figure(key, self.totals.places[place]), unit)

    def _would_reveal(self, key: str) -> bool:
        if any(cell in self.hide or cell in self.about for cell in catalogue().figure(key).hidden_with):
            return True
        faces = of_key(self.totals.all, "face")
        few = {
            "satisfied": sum(number for face, number in faces.items() if face != "none"),
            "help-wait": self.totals.all.get(CellKey("help-waits"), 0),
            "help-wait-longest": self.totals.all.get(CellKey("help-waits"), 0),
        }
        return 0 < few.get(key, 0) < LEAST_SHOWN


def published(totals: Totals, also: Collection[CellKey] = ()) -> Published:
    """All of *totals* that a report shows. *also*: hidden for a reason that is not in it."""
    cells = dict(cells_shown(totals))
    sums = known_sums(cells, totals)
    hide = hidden(cells, sums, of_staff(), also, partial(_cost, cells))
    return Published(totals, cells, hide | _steps_left_out(cells, totals, hide), sums)


def shown_as(totals: Totals, hide: Collection[CellKey], about: Collection[CellKey] = ()) -> Published:
    """With just these hidden, and these told in tens."""
    cells = dict(cells_shown(totals))
    hide = frozenset(hide) | _steps_left_out(cells, totals, {*hide, *about})
    return Published(totals, cells, hide, known_sums(cells, totals), frozenset(about) - hide)


def in_tens(number: int) -> int:
    """The nearest ten: 45 is 50."""
    return (number + 5) // 10 * 10


def known_sums(cells: Mapping[CellKey, int], totals: Totals) -> tuple[Sum[CellKey], ...]:
    """A table without rows shows no sum."""
    return tuple(sum_ for sum_ in _sums(cells, totals) if sum_.parts)


def is_small(cell: CellKey, number: int) -> bool:
    return 0 < number < LEAST_SHOWN and cell.key not in of_staff()


def is_nowhere(cell: CellKey) -> bool:
    """Shown in no table: who sees all the others works it out."""
    return cell.key.endswith("-without") or cell.key == "walks-other"


def tens(number: int, cost: int = 0) -> Room:
    """Told to the nearest ten it can be any of ten."""
    least = in_tens(number) - 5
    return Room(number - least, least + 9 - number, cost)


def tens_or_none(cell: CellKey, number: int) -> tuple[Room, Room]:
    """How a number is kept back because of another report: told in tens, or hidden."""
    in_ten, whole = (1, 3) if cell.bucket else (2, 50)
    return tens(number, in_ten), kept(number, whole)


TOTALS_SHOWN_FROM = 50
"""Of so many visits the totals are hidden only if nothing else hides a small number."""
_DEAR, _VISITS, _TOTAL, _ROW = 50, 9, 3, 1


def _cost(cells: Mapping[CellKey, int], cell: CellKey) -> int:
    """Of hiding that number beside a small one: a total of the ward, a place or a day last."""
    key, _, per = cell.key.partition("@")
    if is_nowhere(cell):
        return 0
    if cell.bucket and not per and key != "place":
        return _ROW
    visits = CellKey("place", cell.bucket) if per == "place" or key == "place" else CellKey("sessions")
    if per == "step":
        visits = in_step("sessions", cell.bucket)
    if cells.get(visits, 0) >= TOTALS_SHOWN_FROM:
        return _DEAR
    return _ROW if cell.bucket else _VISITS if cell == visits else _TOTAL


def cells_shown(totals: Totals) -> Iterator[tuple[CellKey, int]]:
    """Every number that a report of it has, before any is hidden."""
    entries = catalogue()
    for entry in (*entries.figures.values(), *entries.ward_figures.values()):
        if entry.unit == "count" and CellKey(entry.key) in totals.all:
            yield CellKey(entry.key), totals.all[CellKey(entry.key)]
    for key in (*_adding_up(), *_overlapping(), "group-topic", "flow-left"):
        yield from ((CellKey(key, bucket), number) for bucket, number in of_key(totals.all, key).items())
    for key in _overlapping():
        whole = totals.all.get(_whole(key), 0)
        yield from ((without(key, row), whole - number) for row, number in of_key(totals.all, key).items())
    ways: dict[CellKey, int] = defaultdict(int)
    for key in BY_WAY:
        for bucket, number in of_key(totals.all, f"{key}-outcome").items():
            of, outcome = split(bucket)
            ways[by_way(key, of, way_of(outcome))] += number
    for flow in of_key(totals.all, "flow"):
        completed = totals.all.get(CellKey("flow-outcome", f"{flow}{BETWEEN}completed"), 0)
        yield by_way("flow", flow, "completed"), completed
    yield from ways.items()
    yield (
        CellKey("walks-other"),
        sum(
            number
            for bucket, number in of_key(totals.all, "walk-outcome").items()
            if way_of(bucket) == "other"
        ),
    )
    for place, of_place in totals.places.items():
        yield from ((at_place(key, place), of_place.get(CellKey(key), 0)) for key in PLACE_COLUMNS)
    for step, of_step in totals.steps.items():
        yield from ((in_step(key, step), of_step.get(CellKey(key), 0)) for key in STEP_COLUMNS)


def _sums(cells: Mapping[CellKey, int], totals: Totals) -> Iterator[Sum[CellKey]]:
    buckets: dict[str, list[CellKey]] = defaultdict(list)
    for cell in cells:
        buckets[cell.key].append(cell)
    for key in _adding_up():
        yield Sum(_whole(key), tuple(buckets[key]))
    for key in PLACE_COLUMNS:
        yield Sum(CellKey(key), tuple(buckets[f"{key}@place"]))
    for key in STEP_COLUMNS:
        yield Sum(CellKey(key), tuple(buckets[f"{key}@step"]))
    for key in _overlapping():
        for cell in buckets[key]:
            yield Sum(_whole(key), (cell, without(key, cell.bucket)))
    yield from _sum_of_uses(cells)
    yield Sum(CellKey("sessions-assisted"), (CellKey("mode", "assisted"),))
    yield Sum(CellKey("sessions-unresolved"), tuple(CellKey("result", outcome) for outcome in UNRESOLVED))
    for way, outcomes in WAYS.items():
        yield Sum(CellKey(f"walks-{way}"), tuple(CellKey("walk-outcome", outcome) for outcome in outcomes))
    yield from _sums_by_way(buckets)
    yield from _sums_of_topics(buckets, totals)
    yield from _at_most(buckets)


AT_MOST: Sequence[tuple[CellKey, CellKey]] = (
    (CellKey("sessions"), CellKey("sessions-finished")),
    (CellKey("walks-completed"), CellKey("sessions-finished")),
    (CellKey("sessions-assisted"), CellKey("sessions-filed")),
    (CellKey("practice-rung", "alone"), CellKey("practised-alone")),
    (CellKey("practice-actor", "resident"), CellKey("practised-alone")),
    (CellKey("walks"), CellKey("grouped")),
    (CellKey("uses"), CellKey("compared")),
)
"""Numbers of which the second is a part of the first."""


def _at_most(buckets: Mapping[str, list[CellKey]]) -> Iterator[Sum[CellKey]]:
    """What must be no more than another number: whoever reads the report knows that, too."""
    yield from (Sum(whole, (part,), 1) for whole, part in AT_MOST)
    yield Sum(CellKey("help-calls"), (CellKey("help-taken"), CellKey("wait", "waiting")), 1)
    yield Sum(CellKey("uses"), tuple(CellKey("outcome", outcome) for outcome in ENDED), -1)
    for cell in buckets["flow-way"]:
        yield Sum(CellKey("flow", split(cell.bucket)[0]), (cell,), 1)
    for cell in buckets["topic"]:
        of_groups = tuple(one for one in buckets["group-topic"] if split(one.bucket)[1] == cell.bucket)
        yield Sum(cell, of_groups, 1)
    for way in WAYS:
        every = tuple(one for one in buckets["group-way"] if split(one.bucket)[1] == way)
        yield Sum(CellKey(f"walks-{way}"), every, 1)


def _adding_up() -> tuple[str, ...]:
    """Rows of which a table shows all."""
    return tuple(
        breakdown.key
        for breakdown in catalogue().every_breakdown
        if not breakdown.overlaps and not breakdown.by_two
    )


def _overlapping() -> tuple[str, ...]:
    """Rows shown beside the whole of which each is a part: who sees both can work out the remainder."""
    return tuple(breakdown.key for breakdown in catalogue().ward_breakdowns.values() if breakdown.overlaps)


def _whole(key: str) -> CellKey:
    return CellKey(catalogue().breakdown(key).counts)


def _sum_of_uses(cells: Mapping[CellKey, int]) -> Iterator[Sum[CellKey]]:
    """In a whole month whose figures have all come, the visits that ended are those whose use is counted.

    In any other period that sum holds by chance at most.
    """
    uses, ended = CellKey("uses"), tuple(CellKey("outcome", outcome) for outcome in ENDED)
    if uses in cells and cells[uses] == sum(cells.get(cell, 0) for cell in ended):
        yield Sum(uses, ended)


def _sums_by_way(buckets: Mapping[str, list[CellKey]]) -> Iterator[Sum[CellKey]]:
    for key in BY_WAY:
        for first, parts in _by_first(buckets[f"{key}-way"]).items():
            yield Sum(CellKey(key, first), parts)
        if key != "group":  # walks with a group are those of assisted visits alone
            for way in WAYS:
                every = tuple(cell for cell in buckets[f"{key}-way"] if split(cell.bucket)[1] == way)
                yield Sum(CellKey(f"walks-{way}"), every)
    for group, parts in _by_first(buckets["group-topic"]).items():
        yield Sum(CellKey("group", group), parts)
    yield Sum(CellKey("walks-completed"), tuple(buckets["flow-way"]))


def _steps_left_out(
    cells: Mapping[CellKey, int], totals: Totals, hide: Collection[CellKey]
) -> frozenset[CellKey]:
    """Where people stop is a list of what is safe to show, so nothing else is hidden for it.

    A guide's steps stay out where they are part of a hidden number, the guide's own or its topic's. Of any
    other guide nobody may learn that a few stopped elsewhere: then its least step stays out too.
    """
    steps = _by_first([cell for cell in cells if cell.key == "flow-left"])
    safe: set[CellKey] = set()
    topics, mixed = _topics(totals)
    for topic, flows in topics.items():
        ends = (CellKey("topic", topic), *(by_way("topic", topic, way) for way in ("completed", "left")))
        if topic in mixed or any(cell in hide for cell in ends):
            continue
        of_topic: set[CellKey] = set()
        for flow in flows:
            opened, completed = CellKey("flow", flow), by_way("flow", flow, "completed")
            if opened not in hide and completed not in hide:
                rest = cells.get(opened, 0) - cells.get(completed, 0)
                of_topic |= _safe_beside(
                    cells, [step for step in steps.get(flow, ()) if step not in hide], rest
                )
        safe |= _safe_beside(cells, of_topic, cells.get(ends[-1], 0))
    return frozenset(cell for of_flow in steps.values() for cell in of_flow if cell not in safe)


def _safe_beside(cells: Mapping[CellKey, int], steps: Collection[CellKey], whole: int) -> set[CellKey]:
    """As many of *steps* as can be shown: what then remains of *whole* is nothing, or not only a few.

    The least are left out first.
    """
    safe = sorted(steps, key=lambda cell: (-cells[cell], cell))
    while safe and 0 < whole - sum(cells[cell] for cell in safe) < LEAST_SHOWN:
        safe.pop()
    return set(safe)


def _topics(totals: Totals) -> tuple[Mapping[str, Collection[str]], Collection[str]]:
    """The guides of each topic, as who knows the guides knows them; and the topics with a guide of two."""
    topics: dict[str, set[str]] = defaultdict(set)
    for bucket in of_key(totals.all, "flow-topic"):
        flow, topic = split(bucket)
        topics[flow].add(topic)
    flows: dict[str, list[str]] = defaultdict(list)
    for flow in sorted(topics):
        for topic in sorted(topics[flow]):
            flows[topic].append(flow)
    return flows, {topic for of_flow in topics.values() if len(of_flow) > 1 for topic in of_flow}


def _sums_of_topics(buckets: Mapping[str, list[CellKey]], totals: Totals) -> Iterator[Sum[CellKey]]:
    flows_of, mixed = _topics(totals)
    for topic in sorted({cell.bucket for cell in buckets["topic"]} - set(mixed)):
        flows = flows_of.get(topic, ())
        yield Sum(CellKey("topic", topic), tuple(CellKey("flow", flow) for flow in flows))
        completed = tuple(by_way("flow", flow, "completed") for flow in flows)
        yield Sum(by_way("topic", topic, "completed"), completed)


def _by_first(cells: list[CellKey]) -> dict[str, tuple[CellKey, ...]]:
    by_first: dict[str, list[CellKey]] = defaultdict(list)
    for cell in cells:
        by_first[split(cell.bucket)[0]].append(cell)
    return {first: tuple(parts) for first, parts in by_first.items()}
