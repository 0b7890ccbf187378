"""A walk is its edges: everything else follows from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.guides import small_pack

from flows.guide.flow import Flow
from flows.guide.steps import ToHotline, ToPerson
from flows.guide.walk import (
    EdgeNotOpen,
    Leaves,
    ToOverview,
    Walk,
    WrongFlow,
    back,
    begin,
    choices_made,
    current,
    edges_open,
    follow,
    resume,
    route,
)


@pytest.fixture
def flow(tmp_path: Path) -> Flow:
    pack = small_pack(tmp_path)
    assert pack.flow is not None, pack.problems()
    return pack.flow


def along(flow: Flow, *edges: str) -> Walk:
    walk = begin(flow)
    for edge in edges:
        after = follow(flow, walk, edge)
        assert isinstance(after, Walk)
        walk = after
    return walk


def test_a_walk_begins_at_the_first_step(flow: Flow) -> None:
    assert current(flow, begin(flow)).id == "loai-may"


@pytest.mark.parametrize(
    ("edges", "steps"),
    [
        (("choice.iphone", "next"), ("loai-may", "mo-may", "xong")),
        (("choice.android", "next"), ("loai-may", "mo-may", "hoi-lai")),
        (("choice.android", "next", "choice.no"), ("loai-may", "mo-may", "hoi-lai", "mo-may")),
        (("choice.android", "stuck.nham-may", "choice.iphone", "next"),
         ("loai-may", "mo-may", "loai-may", "mo-may", "xong")),
    ],
)  # fmt: skip
def test_the_route_follows_from_the_edges_and_the_last_choice_counts(
    flow: Flow, edges: tuple[str, ...], steps: tuple[str, ...]
) -> None:
    assert tuple(step.id for step in route(flow, along(flow, *edges))) == steps


def test_an_edge_with_a_false_guard_is_not_offered(flow: Flow) -> None:
    walk = along(flow, "choice.iphone")
    assert [edge.id for edge in edges_open(flow, walk)] == ["next", "stuck.nham-may"]
    assert choices_made(flow, walk) == {"loai-may": "iphone"}


@pytest.mark.parametrize(
    ("edges", "edge", "target"),
    [((), "stuck.khong-co", ToHotline("113")), (("choice.android", "next"), "choice.not-sure", ToPerson())],
)
def test_an_edge_out_of_the_guide_leaves_and_the_walk_stays(
    flow: Flow, edges: tuple[str, ...], edge: str, target: object
) -> None:
    assert follow(flow, along(flow, *edges), edge) == Leaves(target)  # type: ignore[arg-type]


def test_an_edge_that_is_not_offered_is_refused_by_name(flow: Flow) -> None:
    with pytest.raises(EdgeNotOpen, match=r"hoc-thu.*choice\.nokia"):
        follow(flow, begin(flow), "choice.nokia")


def test_back_takes_one_edge_away_and_stops_at_the_start(flow: Flow) -> None:
    walk = along(flow, "choice.iphone", "next")
    assert back(walk) == along(flow, "choice.iphone")
    assert back(back(back(walk))) == begin(flow)


def test_a_walk_of_another_edition_is_not_walked_on(flow: Flow) -> None:
    with pytest.raises(WrongFlow):
        route(flow, Walk("0" * 64))


def test_resuming_gives_the_walk_or_the_overview(flow: Flow) -> None:
    walk = along(flow, "choice.iphone")
    assert resume(flow, walk) == walk
    assert resume(None, walk) == ToOverview("unknown-flow")
    assert resume(flow, Walk("0" * 64, walk.edges)) == ToOverview("unknown-flow")
    assert resume(flow, Walk(walk.flow_hash, ("choice.gone",))) == ToOverview("edge-gone")
    assert resume(flow, Walk(walk.flow_hash, ("stuck.khong-co",))) == ToOverview("edge-gone")
