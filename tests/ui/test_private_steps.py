"""What a guide marks private is said aloud only when the resident asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.opened import into
from support.pressing import named
from support.staff import staff_gate
from support.stage import Stage, residents_guides

from accessibility.keys import bindings
from accessibility.speech.utterance import Finished, HeardThrough, OutputChanged, SoundState
from flows.guide.walk import Walk, route
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.guide import StepProps
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.stages import Advice, Attract, Home, Stepping, StuckList
from ui.visit.visit import OpenWalk, Visit
from ui.window.input.key_watch import KeyWatch
from ui.window.input.press_gate import PressGate
from ui.words import UiWords

FLOWS = residents_guides().flows
PRIVATE = [
    (flow, step, walk)
    for flow in FLOWS.values()
    for step, walk in walks_to_every_step(flow)
    if step.private and walk.edges and not walk.edges[-1].startswith("stuck.")  # to that leads a list first
]
FIRST = [
    number
    for number, (flow, _, walk) in enumerate(PRIVATE)
    if not any(one.private for one in route(flow, walk)[:-1])
]
"""Those before which nothing was private."""


@pytest.fixture
def stage() -> Stage:
    return Stage()


def arrive(stage: Stage, number: int) -> str:
    """Come to a private step by its last edge; what the step says."""
    flow, step, walk = PRIVATE[number]
    before = Stepping(flow.id, type(walk)(walk.flow_hash, walk.edges[:-1]))
    stage.conductor.show(Visit(stages=(Attract(), Home(), before), open_walk=OpenWalk(flow.id)))
    stage.conductor.act(named(walk.edges[-1]))
    assert stage.conductor.page.private
    return step.say.vi


ASKS, CAPTION = UiWords().say("private.ask", "vi"), UiWords().say("private.caption", "vi")


def safety_of(stage: Stage) -> str:
    page = stage.conductor.page
    assert isinstance(page, StepProps)
    return page.safety


@pytest.mark.parametrize("number", range(0, len(PRIVATE), 9))
def test_the_loudspeaker_asks_before_it_says_anything_private(stage: Stage, number: int) -> None:
    private = arrive(stage, number)
    said = [one.text for one in stage.ear.heard]
    assert sum(one.endswith(ASKS) for one in said) == 1
    assert not any(private in one for one in said)
    assert not stage.ear.heard[-1].private
    stage.conductor.act(Do.AGAIN)
    assert private in stage.ear.last
    assert stage.ear.heard[-1].private


def private_walk(least: int) -> tuple[str, tuple[str, ...]]:
    """A guide and a way through it along which many private steps follow each other."""
    straight = [one for one in PRIVATE if not any(edge.startswith("stuck.") for edge in one[2].edges)]
    flow, _, walk = max(straight, key=lambda one: sum(step.private for step in route(one[0], one[2])))
    assert sum(step.private for step in route(flow, walk)) >= least
    return flow.id, walk.edges


def walked(stage: Stage, flow_id: str, edges: tuple[str, ...], *, answer: bool) -> list[str]:
    """Go through the guide; every text said since it was opened, asked for once where *answer*."""
    stage.walk_to("begin", f"topic.{FLOWS[flow_id].topic}")
    heard = len(stage.ear.heard)
    for edge in (*into(FLOWS[flow_id]), *edges):
        stage.walk_to(edge)
        if answer and stage.ear.last.endswith(ASKS):
            stage.walk_to("again")
    return [one.text for one in stage.ear.heard[heard:]]


def test_one_consent_lets_every_further_private_step_of_the_guide_be_heard(stage: Stage) -> None:
    flow_id, edges = private_walk(5)
    said = walked(stage, flow_id, edges, answer=True)
    assert sum(text.endswith(ASKS) for text in said) == 1
    flow = FLOWS[flow_id]
    for step in route(flow, Walk(flow.content_hash, edges)):
        assert any(step.say.vi in text for text in said), step.id
    assert stage.conductor.page.private and stage.conductor.around.pointer.hint == "", (
        "no notice stands there any more"
    )


def test_who_does_not_answer_is_asked_once_a_guide_and_then_hears_how_to_hear_and_to_go_on(
    stage: Stage,
) -> None:
    flow_id, edges = private_walk(5)
    said = walked(stage, flow_id, edges, answer=False)
    assert sum(text.endswith(ASKS) for text in said) == 1
    after = said[next(at for at, text in enumerate(said) if text.endswith(ASKS)) + 1 :]
    assert not any("riêng" in text for text in after)
    assert not any(one.private for one in stage.ear.heard)
    page = stage.conductor.page
    assert page.private and page.primary is not None and page.primary.label in stage.ear.last
    how_to_hear = UiWords().say("private.how_to_hear", "vi")
    assert how_to_hear in stage.ear.last, "who cannot read is not led past what they have not heard"
    assert stage.conductor.around.pointer.hint == CAPTION, "the offer stays written"
    stage.conductor.act(Do.AGAIN)
    assert page.sentence in stage.ear.last and stage.ear.heard[-1].private, "and can be taken at any step"


Change = Callable[[Stage], None]


def leave_and_come_back(stage: Stage) -> None:
    flow_id = stage.conductor.page.guide
    stage.walk_to("finish", "face.good", "next-person")
    assert stage.conductor.nobody_is_here
    stage.walk_to("begin", f"topic.{FLOWS[flow_id].topic}", *into(FLOWS[flow_id]))
    stage.walk_to(*private_walk(5)[1])


def start_it_anew(stage: Stage) -> None:
    before = stage.conductor.visit
    assert isinstance(before.stage, Stepping)
    while isinstance(stage.conductor.visit.stage, Stepping):
        stage.walk_to("back")
    stage.walk_to(*into(FLOWS[before.stage.flow_id]), *before.stage.walk.edges)


def another_loudspeaker(stage: Stage) -> None:
    stage.ear.tell(OutputChanged())


def headphones_in_and_out(stage: Stage) -> None:
    stage.ear.tell(HeardThrough(headphones=True))
    stage.ear.tell(HeardThrough(headphones=False))


def sound_gone_and_back(stage: Stage) -> None:
    stage.ear.tell(SoundState(False, "no-device"))
    stage.ear.tell(SoundState(True, "ok"))


def an_unbound_key(stage: Stage) -> None:
    stage.conductor.act(Signal.UNBOUND_KEY)


def nobody_seemed_to_be_here(stage: Stage) -> None:
    stage.walk_to("idle", "stay")


def staff_at_the_door(stage: Stage) -> None:
    stage.walk_to("staff", "lock")


CHANGES: tuple[Change, ...] = (
    another_loudspeaker, headphones_in_and_out, sound_gone_and_back, an_unbound_key, leave_and_come_back,
    start_it_anew, nobody_seemed_to_be_here, staff_at_the_door,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_consent_is_for_one_guide_one_output_and_one_person(change: Change) -> None:
    stage = Stage(staff=staff_gate())
    flow_id, edges = private_walk(5)
    walked(stage, flow_id, edges[:-1], answer=True)
    assert stage.conductor.may_say_private
    before = len(stage.ear.heard)
    change(stage)
    assert isinstance(stage.conductor.visit.stage, Stepping)
    assert stage.conductor.page.private and not stage.conductor.may_say_private
    heard = len(stage.ear.heard)
    stage.walk_to(stage.conductor.page.choices[0].slot if stage.conductor.page.choices else "next")
    assert sum(one.text.endswith(ASKS) for one in stage.ear.heard[before:]) == 1
    assert not any(one.private for one in stage.ear.heard[heard:])


def test_in_another_guide_it_is_asked_anew() -> None:
    stage = Stage()
    flow_id, edges = private_walk(5)
    walked(stage, flow_id, edges, answer=True)
    other = next(number for number in FIRST if PRIVATE[number][0].id != flow_id)
    arrive(stage, other)
    assert stage.ear.last.endswith(ASKS)


def test_the_comfort_panel_and_a_call_do_not_end_consent(stage: Stage) -> None:
    flow_id, edges = private_walk(5)
    walked(stage, flow_id, edges, answer=True)
    private = stage.conductor.page.sentence
    for there, back in (("comfort", "done"), ("call-person", "go-on")):
        stage.walk_to(there, back)
        assert private in stage.ear.last and stage.ear.heard[-1].private


def test_what_was_broken_off_is_not_said_on_where_it_comes_out_elsewhere(stage: Stage) -> None:
    flow_id, edges = private_walk(5)
    walked(stage, flow_id, edges, answer=True)
    heard = len(stage.ear.heard)
    stage.conductor.do("pause")
    stage.ear.tell(OutputChanged())
    stage.conductor.do("pause")
    assert not any(one.private for one in stage.ear.heard[heard:])


SAFE = [number for number, (_, step, _) in enumerate(PRIVATE) if step.safety]


@pytest.mark.parametrize("number", SAFE)
def test_the_safety_line_of_a_private_step_is_said_before_anything_was_allowed(
    stage: Stage, number: int
) -> None:
    private = arrive(stage, number)
    assert safety_of(stage) and stage.ear.last.startswith(safety_of(stage))
    assert private not in stage.ear.last


def test_some_private_steps_have_a_safety_line() -> None:
    assert SAFE


STUCK = [at for at, (_, step, _) in enumerate(PRIVATE) if any("stuck." in edge.id for edge in step.edges)]


@pytest.mark.parametrize("number", STUCK[::3])
def test_what_may_go_wrong_at_a_private_step_is_private_too(stage: Stage, number: int) -> None:
    arrive(stage, number)
    while not isinstance(stage.conductor.visit.stage, StuckList):
        stage.walk_to("not-understood")
    trouble = stage.conductor.page.choices[0]
    stage.walk_to(trouble.slot)
    assert isinstance(stage.conductor.visit.stage, Advice)
    advice = stage.conductor.page.sentence
    assert not any(trouble.label in one.text or advice in one.text for one in stage.ear.heard)
    stage.walk_to("again")
    assert advice in stage.ear.last


def test_more_than_thirty_steps_are_private() -> None:
    assert len(PRIVATE) > 30


def test_who_reads_alone_is_not_asked(stage: Stage) -> None:
    stage.walk_to("begin", "speech")
    heard = len(stage.ear.heard)
    flow, _, walk = PRIVATE[0]
    off = stage.conductor.visit.preferences
    stage.conductor.show(
        Visit(stages=(Home(), Stepping(flow.id, walk)), preferences=off, open_walk=OpenWalk(flow.id))
    )
    assert len(stage.ear.heard) == heard


def test_with_the_voice_off_too_it_is_said_and_written_that_it_is_private_before_it_is_read(
    stage: Stage,
) -> None:
    stage.walk_to("begin", "speech")
    flow, step, walk = PRIVATE[0]
    stage.conductor.show(
        replace(stage.conductor.visit, stages=(Home(), Stepping(flow.id, walk)), open_walk=OpenWalk(flow.id))
    )
    stage.conductor.act(Do.AGAIN)
    assert stage.ear.last == UiWords().say("private.ask", "vi")
    assert stage.conductor.around.pointer.hint == UiWords().say("private.caption", "vi")
    assert not stage.ear.heard[-1].private
    stage.conductor.act(Do.AGAIN)
    assert step.say.vi in stage.ear.last and stage.ear.heard[-1].private
    stage.ear.tell(HeardThrough(headphones=True))
    stage.ear.tell(HeardThrough(headphones=False))
    stage.conductor.act(Do.AGAIN)  # into other ears again
    assert not stage.ear.heard[-1].private


def test_where_nothing_can_be_heard_nothing_offers_to_be_heard(stage: Stage) -> None:
    arrive(stage, 0)
    caption = UiWords().say("private.caption", "vi")
    assert stage.conductor.around.pointer.hint == caption
    stage.ear.tell(SoundState(False, "no-device"))
    assert stage.conductor.around.pointer.hint == ""
    stage.ear.tell(SoundState(True, "ok"))
    assert stage.conductor.around.pointer.hint == caption
    assert stage.ear.last == UiWords().say("private.ask", "vi")


def test_headphones_put_in_are_told_the_step_and_pulled_out_the_question(stage: Stage) -> None:
    private = arrive(stage, 0)
    stage.ear.tell(HeardThrough(headphones=True))
    assert stage.ear.last.startswith(private)
    assert stage.ear.heard[-1].only_in_headphones
    stage.ear.tell(HeardThrough(headphones=False))
    assert stage.ear.last == UiWords().say("private.ask", "vi")


def test_a_private_step_cut_short_is_asked_for_anew(stage: Stage) -> None:
    """The sound may have been about to come out elsewhere: consent was for where it came out."""
    arrive(stage, 0)
    stage.conductor.act(Do.AGAIN)
    aloud = len(stage.ear.heard)
    stage.ear.tell(Finished(aloud, heard=False))
    assert stage.ear.last == UiWords().say("private.ask", "vi")
    assert not stage.conductor.may_say_private


def test_pausing_is_no_leave_to_say_it_aloud(stage: Stage) -> None:
    private = arrive(stage, FIRST[0])
    asks = UiWords().say("private.ask", "vi")
    for _ in range(4):
        stage.conductor.do("pause")
        assert stage.ear.last == asks
    stage.ear.finish()
    stage.conductor.do("pause")
    assert stage.ear.last == asks
    stage.conductor.do("again")
    assert private in stage.ear.last
    stage.conductor.do("pause")
    stage.conductor.do("pause")
    assert private in stage.ear.last and stage.ear.heard[-1].private
    heard = len(stage.ear.heard)
    stage.conductor.do("pause")
    stage.ear.tell(HeardThrough(headphones=True))
    stage.ear.tell(HeardThrough(headphones=False))
    stage.ear.finish()
    stage.conductor.do("pause")
    assert all(not one.private or one.only_in_headphones for one in stage.ear.heard[heard:])


def test_a_key_bound_to_nothing_is_no_leave_to_say_it_aloud_but_says_what_may_be_heard(stage: Stage) -> None:
    """Who feels for a key beside those of a pad presses them all; what a scanner or a keyboard has more."""
    unbound = ("Esc", "Backspace", "Home", "PgDown", "Ins", "Del", "Menu", "F5", "A", "3", "/", "Media_Next")
    assert not set(unbound) & set(bindings())
    private, asks = arrive(stage, 0), UiWords().say("private.ask", "vi")
    keys = KeyWatch(bindings(), PressGate(now_s=stage.clock), stage.conductor.do)
    heard = len(stage.ear.heard)
    for name in unbound:
        keys.press(name)
    assert [one.text for one in stage.ear.heard[heard:]] == [asks] * len(unbound)
    assert stage.conductor.around.pointer.hint == UiWords().say("private.caption", "vi")
    stage.conductor.do("again")
    assert private in stage.ear.last
    stage.ear.finish()
    keys.press("A")  # somebody else may stand there by now
    assert stage.ear.last == asks and not stage.conductor.may_say_private
    stage.ear.tell(HeardThrough(headphones=True))
    heard = len(stage.ear.heard)
    keys.press("A")
    assert [one.only_in_headphones for one in stage.ear.heard[heard:]] == [True]
    assert stage.ear.last.startswith(private)
    stage.walk_to("home")
    title = stage.ear.last
    keys.press("A")
    assert stage.ear.last == title and stage.conductor.pointing.hand.slot == ""
