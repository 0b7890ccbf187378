"""Every number that a report shows, and the sums a reader knows: so what must be hidden. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kiosk.figures.catalogue import Unit, catalogue, of_staff
from kiosk.figures.cells import BETWEEN, CellKey, of_key, split
from kiosk.figures.counts import ENDED, LEFT, UNRESOLVED, figure, minutes_of
from kiosk.figures.hiding import LEAST_SHOWN, Sum, hidden
from kiosk.ward.report.model import Number
from kiosk.ward.totals import Totals

WAYS: Mapping[str, tuple[str, ...]] = {
    "completed": ("completed",), "left": LEFT, "handed-over": ("handed-over",), "other": ("referred", "open"),
}  # fmt: skip
"""How a walk ended, as the tables tell it."""
BY_WAY = ("topic", "group")
PLACE_COLUMNS, STEP_COLUMNS = ("walks-completed", "doors"), ("sessions", "walks-completed")


def way_of(outcome: str) -> str:
    return next(way for way, outcomes in WAYS.items() if outcome in outcomes)


def by_way(key: str, of: str, way: str) -> CellKey:
    """Walks of one topic or group that ended in one way, or of one guide that were completed."""
    return CellKey(f"{key}-way", f"{of}{BETWEEN}{way}")


def without(key: str, bucket: str) -> CellKey:
    """The rest of a row that overlaps: it is shown nowhere, and anybody can work it out."""
    return CellKey(f"{key}-without", bucket)


def rests_of_none(found: Totals, buckets: Collection[CellKey]) -> Iterator[tuple[CellKey, CellKey]]:
    """Such rests that are the whole, as nobody was counted in the row: with the number they are equal to."""
    for key in _overlapping():
        rows = of_key(found.all, key)
        for rest in buckets:
            if rest.key == without(key, "").key and rest.bucket not in rows:
                yield rest, _whole(key)


def at_place(key: str, place: str) -> CellKey:
    return CellKey(f"{key}@place", place)


def in_step(key: str, step: str) -> CellKey:
    return CellKey(f"{key}@step", step)


@dataclass(frozen=True, slots=True)
class Published:
    """The numbers as they may be shown."""

    found: Totals
    cells: Mapping[CellKey, int]
    hide: frozenset[CellKey]
    sums: tuple[Sum, ...]

    def number(self, cell: CellKey) -> Number:
        if cell in self.hide:
            return Number(None, hidden=True)
        return Number(self.cells.get(cell, 0))

    def figure(self, key: str) -> Number:
        """A figure of the catalogue, in its unit."""
        told = catalogue().figure(key)
        if CellKey(key) in self.hide or self._would_tell(key):
            return Number(None, told.unit, hidden=True)
        return Number(figure(key, self.found.all), told.unit)

    def minutes(self, flow: str) -> Number:
        """The median time of one guide."""
        if by_way("flow", flow, "completed") in self.hide:
            return Number(None, "ms", hidden=True)
        return Number(minutes_of(self.found.all, flow), "ms")

    def at_place(self, key: str, place: str, unit: Unit = "count") -> Number:
        """A figure of one place that hides nobody."""
        return Number(figure(key, self.found.places[place]), unit)

    def _would_tell(self, key: str) -> bool:
        if any(cell in self.hide for cell in catalogue().figure(key).hidden_with):
            return True
        faces = of_key(self.found.all, "face")
        few = {
            "satisfied": sum(number for face, number in faces.items() if face != "none"),
            "help-wait": self.found.all.get(CellKey("help-waits"), 0),
            "help-wait-longest": self.found.all.get(CellKey("help-waits"), 0),
        }
        return 0 < few.get(key, 0) < LEAST_SHOWN


def published(found: Totals, also: Collection[CellKey] = ()) -> Published:
    """All of *found* that a report shows. *also*: hidden for a reason that is not in it."""
    cells = dict(cells_shown(found))
    sums = tuple(one for one in _sums(cells, found) if one.parts)  # a table without rows tells no sum
    hide = hidden(cells, sums, of_staff(), also)
    return Published(found, cells, hide | _steps_left_out(cells, found, hide), sums)


def cells_shown(found: Totals) -> Iterator[tuple[CellKey, int]]:
    """Every number that a report of it has, before any is hidden."""
    told = catalogue()
    for one in (*told.figures.values(), *told.ward_figures.values()):
        if one.unit == "count" and CellKey(one.key) in found.all:
            yield CellKey(one.key), found.all[CellKey(one.key)]
    for key in (*_adding_up(), *_overlapping(), "group-topic", "flow-left"):
        yield from ((CellKey(key, bucket), number) for bucket, number in of_key(found.all, key).items())
    for key in _overlapping():
        whole = found.all.get(_whole(key), 0)
        yield from ((without(key, one), whole - number) for one, number in of_key(found.all, key).items())
    ways: dict[CellKey, int] = defaultdict(int)
    for key in BY_WAY:
        for bucket, number in of_key(found.all, f"{key}-outcome").items():
            of, outcome = split(bucket)
            ways[by_way(key, of, way_of(outcome))] += number
    for flow in of_key(found.all, "flow"):
        completed = found.all.get(CellKey("flow-outcome", f"{flow}{BETWEEN}completed"), 0)
        yield by_way("flow", flow, "completed"), completed
    yield from ways.items()
    yield (
        CellKey("walks-other"),
        sum(
            number
            for bucket, number in of_key(found.all, "walk-outcome").items()
            if way_of(bucket) == "other"
        ),
    )
    for place, of_place in found.places.items():
        yield from ((at_place(key, place), of_place.get(CellKey(key), 0)) for key in PLACE_COLUMNS)
    for step, of_step in found.steps.items():
        yield from ((in_step(key, step), of_step.get(CellKey(key), 0)) for key in STEP_COLUMNS)


def _sums(cells: Mapping[CellKey, int], found: Totals) -> Iterator[Sum]:
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
    yield Sum(CellKey("sessions-unresolved"), tuple(CellKey("result", one) for one in UNRESOLVED))
    for way, outcomes in WAYS.items():
        yield Sum(CellKey(f"walks-{way}"), tuple(CellKey("walk-outcome", one) for one in outcomes))
    yield from _sums_by_way(buckets)
    yield from _sums_of_topics(buckets, found)


def _adding_up() -> tuple[str, ...]:
    """Rows of which a table shows all."""
    return tuple(one.key for one in catalogue().every_breakdown if not one.overlaps and not one.by_two)


def _overlapping() -> tuple[str, ...]:
    """Rows that are told beside the whole of which each is a part: who knows both knows the rest."""
    return tuple(one.key for one in catalogue().ward_breakdowns.values() if one.overlaps)


def _whole(key: str) -> CellKey:
    return CellKey(catalogue().breakdown(key).counts)


def _sum_of_uses(cells: Mapping[CellKey, int]) -> Iterator[Sum]:
    """Of a whole month whose figures have all come, whoever reads how visits ended knows of how many the use
    is counted; of any other period that sum holds by chance at most.
    """
    uses, ended = CellKey("uses"), tuple(CellKey("outcome", outcome) for outcome in ENDED)
    if uses in cells and cells[uses] == sum(cells.get(one, 0) for one in ended):
        yield Sum(uses, ended)


def _sums_by_way(buckets: Mapping[str, list[CellKey]]) -> Iterator[Sum]:
    for key in BY_WAY:
        for first, parts in _by_first(buckets[f"{key}-way"]).items():
            yield Sum(CellKey(key, first), parts)
        if key != "group":  # walks with a group are those of assisted visits alone
            for way in WAYS:
                every = tuple(one for one in buckets[f"{key}-way"] if split(one.bucket)[1] == way)
                yield Sum(CellKey(f"walks-{way}"), every)
    for group, parts in _by_first(buckets["group-topic"]).items():
        yield Sum(CellKey("group", group), parts)
    yield Sum(CellKey("walks-completed"), tuple(buckets["flow-way"]))


def _steps_left_out(
    cells: Mapping[CellKey, int], found: Totals, hide: Collection[CellKey]
) -> frozenset[CellKey]:
    """Where people stop is a list of what is safe to tell, so nothing else is hidden for it.

    The steps of a guide stay out where a number is hidden of which they tell a part: of that guide or of its
    topic. Of any other nobody may learn that a few stopped elsewhere: then its least step stays out too.
    """
    steps = _by_first([cell for cell in cells if cell.key == "flow-left"])
    told: set[CellKey] = set()
    topics, mixed = _topics(found)
    for topic, flows in topics.items():
        ends = (CellKey("topic", topic), *(by_way("topic", topic, way) for way in ("completed", "left")))
        if topic in mixed or any(cell in hide for cell in ends):
            continue
        of_topic: set[CellKey] = set()
        for flow in flows:
            opened, completed = CellKey("flow", flow), by_way("flow", flow, "completed")
            if opened not in hide and completed not in hide:
                rest = cells.get(opened, 0) - cells.get(completed, 0)
                of_topic |= _told_beside(cells, [one for one in steps.get(flow, ()) if one not in hide], rest)
        told |= _told_beside(cells, of_topic, cells.get(ends[-1], 0))
    return frozenset(cell for of_flow in steps.values() for cell in of_flow if cell not in told)


def _told_beside(cells: Mapping[CellKey, int], steps: Collection[CellKey], whole: int) -> set[CellKey]:
    """Of *steps* as many as leave none or not only a few of *whole*, the least being the first to go."""
    told = sorted(steps, key=lambda cell: (-cells[cell], cell))
    while told and 0 < whole - sum(cells[cell] for cell in told) < LEAST_SHOWN:
        told.pop()
    return set(told)


def _topics(found: Totals) -> tuple[Mapping[str, Collection[str]], Collection[str]]:
    """The guides of each topic, as who knows the guides knows them; and the topics with a guide of two."""
    topics: dict[str, set[str]] = defaultdict(set)
    for bucket in of_key(found.all, "flow-topic"):
        flow, topic = split(bucket)
        topics[flow].add(topic)
    flows: dict[str, list[str]] = defaultdict(list)
    for flow in sorted(topics):
        for topic in topics[flow]:
            flows[topic].append(flow)
    return flows, {topic for of_flow in topics.values() if len(of_flow) > 1 for topic in of_flow}


def _sums_of_topics(buckets: Mapping[str, list[CellKey]], found: Totals) -> Iterator[Sum]:
    flows_of, mixed = _topics(found)
    for topic in {one.bucket for one in buckets["topic"]} - set(mixed):
        flows = flows_of.get(topic, ())
        yield Sum(CellKey("topic", topic), tuple(CellKey("flow", flow) for flow in flows))
        completed = tuple(by_way("flow", flow, "completed") for flow in flows)
        yield Sum(by_way("topic", topic, "completed"), completed)


def _by_first(cells: list[CellKey]) -> dict[str, tuple[CellKey, ...]]:
    found: dict[str, list[CellKey]] = defaultdict(list)
    for cell in cells:
        found[split(cell.bucket)[0]].append(cell)
    return {first: tuple(parts) for first, parts in found.items()}
