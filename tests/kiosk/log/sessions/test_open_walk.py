"""The open walk, whatever of it the log and the sign of life have when the power goes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.visit_fakes import HASH

from kiosk.base import events as v
from kiosk.base.events import EventRefused
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.open_walk import Move, OpenWalk, as_kept, from_kept
from kiosk.log.sessions.recovery import LeftOpen, open_walk, undone
from kiosk.log.sessions.walks import path_of

STARTED = v.WalkStarted("huu-tri-xa-hoi", HASH, "an-sinh", "dau")
ACTS = st.lists(
    st.tuples(st.sampled_from(["seen", "unseen", "word", "back"]), st.integers(0, 2)), max_size=25
)


def told(what: v.AnyEvent) -> Event:
    return Event(what, "a" * 32, 0, 0, True, "b" * 32)


def lived(acts: list[tuple[str, int]]) -> tuple[list[OpenWalk], list[list[v.AnyEvent]]]:
    """The walk after each act, and what the log was told by then: nothing, where it saw nothing."""
    walk, events = OpenWalk(STARTED), list[v.AnyEvent]([STARTED])
    walks, logs = [walk], [list(events)]
    for act, pick in acts:
        hidden = bool(walk.out_of_sight)
        if act == "back" and walk.moves:
            walk = walk.back()
            events += [] if hidden else [v.WentBack(walk.step)]
        elif act != "back":
            to_step = None if act == "unseen" else f"buoc-{pick}"
            named = act == "word" and not hidden
            walk = walk.after(Move(f"choice.so-{pick}", to_step, "resident", named))
            events += [] if to_step is None else [walk.path[-1]]
        walks.append(walk)
        logs.append(list(events))
    return walks, logs


@given(ACTS, st.data())
@settings(max_examples=400, deadline=None)
def test_after_a_cut_the_walk_goes_on_at_a_step_that_was_shown_and_the_log_agrees(
    acts: list[tuple[str, int]], data: st.DataObject
) -> None:
    walks, logs = lived(acts)
    moments = st.integers(0, len(acts))
    kept, events = walks[data.draw(moments)], logs[data.draw(moments)]
    left = LeftOpen(tuple(map(told, events)), kept=kept)
    found = open_walk(left)
    assert found is not None
    assert found.edges == kept.edges[: len(found.edges)]
    logged = path_of(map(told, [*events, *undone(left)]))
    assert logged == (STARTED, found.path)


@given(ACTS)
@settings(max_examples=200, deadline=None)
def test_when_both_were_written_nothing_is_lost(acts: list[tuple[str, int]]) -> None:
    walks, logs = lived(acts)
    left = LeftOpen(tuple(map(told, logs[-1])), kept=walks[-1])
    assert open_walk(left) == walks[-1]
    assert undone(left) == ()


@given(ACTS)
@settings(max_examples=200, deadline=None)
def test_without_a_sign_of_life_the_walk_goes_on_where_the_log_can_still_name_it(
    acts: list[tuple[str, int]],
) -> None:
    walks, logs = lived(acts)
    left = LeftOpen(tuple(map(told, logs[-1])))
    found = open_walk(left)
    assert found is not None
    assert found.edges == walks[-1].edges[: len(found.edges)]
    assert all(move.told for move in walks[-1].moves[: len(found.edges)])
    assert path_of(map(told, [*logs[-1], *undone(left)])) == (STARTED, found.path)


@given(ACTS)
@settings(max_examples=100, deadline=None)
def test_what_is_kept_is_read_as_it_was(acts: list[tuple[str, int]]) -> None:
    for walk in lived(acts)[0]:
        assert from_kept(json.loads(json.dumps(as_kept(walk)))) == walk


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
KEPT = json.loads(json.dumps(as_kept(OpenWalk(STARTED, (Move("choice.so-1", None, "resident", False),)))))


@given(st.sampled_from(["started", "moves", "over", "silent"]), JSON)
def test_a_file_that_holds_anything_is_refused_or_is_of_the_vocabulary(key: str, junk: object) -> None:
    try:
        walk = from_kept({**KEPT, key: junk})
    except (EventRefused, KeyError, TypeError, ValueError):
        return
    assert from_kept(json.loads(json.dumps(as_kept(walk)))) == walk


@pytest.mark.parametrize(
    "move",
    [
        ("Nguyễn Thị Bưởi", None, "resident", False),
        ("next", "0912345678", "resident", True),
        ("next", "hai", "grandchild", True),
        ("next", None, "resident", True),
    ],
)
def test_a_move_outside_the_vocabulary_is_refused(move: tuple[Any, ...]) -> None:
    with pytest.raises(EventRefused):
        Move(*move)
