"""What one press does, case by case."""

from __future__ import annotations

import pytest
from support.opened import opened
from support.pressing import named
from support.stage import residents_guides

from accessibility.preferences import Preferences
from flows.guide import walk as walks
from flows.guide.logged import logged_position
from flows.guide.walk import Walk
from kiosk.base import events as v
from kiosk.base.events import SessionOutcome
from ui.turn.turn import apply, trouble
from ui.visit import effects as e
from ui.visit.effects import Effect, SayThis
from ui.visit.press_context import Guides, PressContext
from ui.visit.stage import Stage
from ui.visit.stages import (
    Attract,
    Goodbye,
    HaveReady,
    Home,
    Hotline,
    Overview,
    Person,
    Resume,
    ShowQr,
    Sorry,
    Stepping,
    StuckList,
    Topic,
)
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
KNOWN = PressContext(Guides(FLOWS))
GUIDE = FLOWS["vneid-cai-dat"]
EMERGENCY = FLOWS["khan-cap"]


def after(*actions: str, visit: Visit | None = None) -> tuple[Visit, list[Effect]]:
    """A visit from the first touch through *actions*, and everything it asked for."""
    now, asked = visit or Visit(), list[Effect]()
    for action in actions:
        turn = apply(now, named(action), KNOWN)
        now, asked = turn.visit, [*asked, *turn.effects]
    return now, asked


IN_GUIDE = ("begin", "topic.vneid", "flow.vneid-cai-dat")


def test_the_first_touch_begins_a_session_among_the_needs_and_asks_nothing() -> None:
    assert after("begin") == (Visit((Home(),)), [v.SessionStarted("vi")])


@pytest.mark.parametrize(
    ("actions", "stage"),
    [
        (("topic.vneid", "back"), Home()),
        (("back",), Home()),
        (("topic.vneid", "flow.vneid-cai-dat", "back"), Topic("vneid")),
        (("topic.vneid", "flow.vneid-muc-1", "back"), Topic("vneid")),
        (("topic.vneid", "flow.vneid-muc-1", "needs", "back"), HaveReady("vneid-muc-1")),
        (("topic.vneid", "flow.vneid-muc-1", "start", "back"), HaveReady("vneid-muc-1")),
        (("topic.vneid", "flow.vneid-muc-1", "needs", "start", "back"), Overview("vneid-muc-1")),
    ],
)
def test_back_shows_what_was_shown_before(actions: tuple[str, ...], stage: Stage) -> None:
    assert after("begin", *actions)[0].stage == stage


def test_back_inside_a_guide_takes_one_edge_away_and_at_its_start_leaves_it() -> None:
    first = walks.begin(GUIDE)
    edge = walks.edges_open(GUIDE, first)[0].id
    visit, asked = after(*IN_GUIDE, edge, "back")
    assert visit.stage == Stepping(GUIDE.id, first)
    assert asked[-1] == v.WentBack(GUIDE.start)
    visit, asked = after("back", visit=visit)
    assert (visit.stage, visit.open_walk) == (Topic("vneid"), None)
    assert asked == [v.WalkEnded("stopped")]


def test_not_understood_gives_a_simpler_wording_then_an_example_then_what_may_be_wrong() -> None:
    step = GUIDE.steps[GUIDE.start]
    assert step.simpler
    assert step.example
    visit, asked = after(*IN_GUIDE, *["not-understood"] * 3)
    assert isinstance(visit.stage, StuckList)
    assert asked[-3:] == [v.StepExplained(step.id, how) for how in ("simpler", "example", "stuck-list")]


def test_back_from_another_wording_returns_to_the_usual_one_and_takes_no_edge_away() -> None:
    visit, asked = after(*IN_GUIDE, "not-understood", "not-understood", "back")
    assert visit.stage == Stepping(GUIDE.id, walks.begin(GUIDE))
    assert not any(isinstance(effect, v.WentBack) for effect in asked)


def stuck_list(flow_id: str, kind: type) -> tuple[Visit, str]:
    """A visit before the list of a step that has a stuck edge with such a target, and that edge."""
    flow = FLOWS[flow_id]
    for step in flow.steps.values():
        for edge in step.edges:
            if isinstance(edge.target, kind) and edge.id.startswith("stuck."):
                walk = way_to(flow_id, step.id)
                at = (Home(), Overview(flow_id), Stepping(flow_id, walk), StuckList(flow_id, walk))
                return Visit(at, open_walk=OpenWalk(flow_id)), edge.id
    raise LookupError(kind)


def way_to(flow_id: str, step_id: str) -> Walk:
    flow = FLOWS[flow_id]
    waiting, met = [walks.begin(flow)], set()
    while waiting:
        walk = waiting.pop(0)
        here = walks.current(flow, walk).id
        if here == step_id:
            return walk
        if here not in met:
            met.add(here)
            followed = [walks.follow(flow, walk, edge.id) for edge in walks.edges_open(flow, walk)]
            waiting += [further for further in followed if isinstance(further, Walk)]
    raise LookupError(step_id)


def test_a_trouble_that_needs_a_person_reads_its_advice_first_and_then_calls_one() -> None:
    from flows.guide.steps import ToPerson

    visit, edge = stuck_list("vneid-cai-dat", ToPerson)
    visit, asked = after(edge, visit=visit)
    assert asked == []
    visit, asked = after("go-on", visit=visit)
    assert isinstance(visit.stage, Person)
    assert asked == [v.HelpCalled()], "the log is not told why: the line alone may tell how somebody is"
    visit, asked = after("go-on", visit=visit)
    assert isinstance(visit.stage, Stepping)
    assert asked == [v.HelpEnded()]


def referred() -> tuple[Visit, list[Effect]]:
    """Stuck in one guide, and led to another, which has been started."""
    from flows.guide.steps import ToFlow

    visit, edge = stuck_list("vneid-cai-dat", ToFlow)
    return after(edge, "go-on", visit=visit)


def test_another_guide_opens_over_this_one_and_back_reopens_the_walk_where_it_was() -> None:
    visit, asked = referred()
    other = visit.stage
    assert isinstance(other, Stepping)
    assert other.flow_id != GUIDE.id
    assert asked[0] == v.WalkEnded("referred")
    assert isinstance(asked[1], v.WalkStarted)
    visit, asked = after("back", visit=visit)
    assert isinstance(visit.stage, Stepping)
    assert visit.stage.flow_id == GUIDE.id
    assert asked == [v.WalkEnded("stopped"), v.WalkReopened(GUIDE.id)]


@pytest.mark.parametrize("flow_id", ["ihanoi-cai-dang-nhap", "lua-dao-da-mac"])
def test_a_hotline_leaves_the_walk_where_it_was(flow_id: str) -> None:
    from flows.guide.steps import ToHotline

    visit, edge = stuck_list(flow_id, ToHotline)
    step = visit.stages[-2]
    visit, asked = after(edge, "go-on", visit=visit)
    assert isinstance(visit.stage, Hotline)
    assert asked == []
    assert after("done", visit=visit)[0].stage == step


def test_the_end_of_a_guide_is_finished_and_counts_as_done() -> None:
    last = next(step.id for step in GUIDE.steps.values() if type(step).__name__ == "End")
    at = Visit((Home(), Stepping(GUIDE.id, way_to(GUIDE.id, last))), open_walk=OpenWalk(GUIDE.id))
    visit, asked = after("done", visit=at)
    walked = way_to(GUIDE.id, last)
    assert visit == Visit((Goodbye(finished=True, guide=GUIDE.id, walk=walked),), finished=(GUIDE.id,))
    assert asked == [v.WalkEnded("completed")]


def test_a_hand_over_is_no_finished_guide() -> None:
    flow, last = next(
        (flow, step.id)
        for flow in FLOWS.values()
        for step in flow.steps.values()
        if type(step).__name__ == "HandOver" and not logged_position(flow, way_to(flow.id, step.id)).untold
    )
    at = Visit((Home(), Stepping(flow.id, way_to(flow.id, last))), open_walk=OpenWalk(flow.id))
    visit, asked = after("done", visit=at)
    assert visit == Visit((Goodbye(finished=False, guide=flow.id, walk=way_to(flow.id, last)),))
    assert asked == [v.WalkEnded("handed-over")]


def test_another_face_may_be_touched_and_the_last_one_holds_but_the_same_is_noted_once() -> None:
    visit, asked = after("begin", "finish", "face.fair", "face.fair", "face.good")
    assert visit.stage == Goodbye(finished=False, face="good")
    assert asked[-3:] == [v.SatisfactionGiven("fair"), SayThis("goodbye.thanks"), v.SatisfactionGiven("good")]


@pytest.mark.parametrize(
    ("actions", "outcome"),
    [
        (("next-person",), "next-person"),
        (("finish", "next-person"), "goodbye"),
        (("finish", "face.good", "leave"), "goodbye"),
        (("idle", "next-person"), "next-person"),
        (("idle", "idle-over"), "idle"),
    ],
)
def test_each_end_wipes_the_visit_and_is_named_in_the_log(
    actions: tuple[str, ...], outcome: SessionOutcome
) -> None:
    visit, asked = after("begin", "language", "language.en", *actions)
    assert visit == Visit((Attract(),))
    assert asked[-1] == v.SessionEnded(outcome)


@pytest.mark.parametrize("actions", [("call-person",), ("idle",), ("call-person", "idle")])
def test_what_lies_over_a_guide_keeps_it(actions: tuple[str, ...]) -> None:
    within, _ = after(*IN_GUIDE)
    back = {"idle": "stay", "call-person": "go-on"}
    visit, _ = after(*actions, *(back[action] for action in reversed(actions)), visit=within)
    assert visit == within


def test_calling_a_person_from_the_notice_answers_it() -> None:
    visit, asked = after(*IN_GUIDE, "idle", "call-person")
    assert isinstance(visit.stage, Person)
    assert isinstance(visit.stages[-2], Stepping)
    assert asked[-1] == v.HelpCalled()
    visit, asked = after("idle", "call-person", visit=visit)  # still the same call
    assert isinstance(visit.stage, Person)
    assert asked == [v.IdleNoticed()]


def test_a_call_that_waits_beneath_the_circle_is_not_made_again() -> None:
    visit, asked = after(*IN_GUIDE, "call-person", "comfort", "circle", "call-person")
    assert isinstance(visit.stage, Person)
    assert sum(isinstance(effect, v.HelpCalled) for effect in asked) == 1
    assert sum(isinstance(stage, Person) for stage in visit.stages) == 1


def test_a_visit_can_be_finished_while_a_person_is_waited_for() -> None:
    visit, asked = after(*IN_GUIDE, "call-person", "finish")
    assert visit == Visit((Goodbye(finished=False, guide="vneid-cai-dat"),), left="vneid-cai-dat")
    assert asked[-2:] == [v.HelpEnded(), v.WalkEnded("stopped")]


def test_a_call_from_the_goodbye_does_not_ask_again_how_it_was() -> None:
    visit, _ = after("begin", "finish", "face.poor", "call-person", "finish")
    assert visit.stage == Goodbye(finished=False, face="poor")


LEFT = Resume(GUIDE.id, GUIDE.content_hash, tuple(walks.begin(GUIDE).edges), "vi")


def test_yes_goes_on_at_the_same_step_and_no_closes_it() -> None:
    visit, asked = after("resume.yes", visit=Visit((LEFT,)))
    assert visit.stage == Stepping(GUIDE.id, walks.begin(GUIDE))
    assert asked == [v.SessionResumed()]
    assert after("resume.no", visit=Visit((LEFT,))) == (Visit(), [v.SessionEnded("crash")])


@pytest.mark.parametrize(
    ("offer", "stage"),
    [
        (Resume(GUIDE.id, "0" * 64, (), "vi"), opened(GUIDE)),
        (Resume(GUIDE.id, GUIDE.content_hash, ("choice.khong-co",), "vi"), opened(GUIDE)),
        (Resume("khong-co", "0" * 64, (), "vi"), Home()),
    ],
)
def test_a_guide_that_has_changed_since_begins_anew_or_leads_to_the_topics(
    offer: Resume, stage: Stage
) -> None:
    assert after("resume.yes", visit=Visit((offer,)))[0].stage == stage


def test_a_language_chosen_at_the_offer_is_kept_and_written_once_the_visit_goes_on() -> None:
    visit, asked = after("language", "language.en", "resume.yes", visit=Visit((LEFT,)))
    assert visit.preferences.language == "en"
    assert asked == [v.SessionResumed(), v.LanguageChanged("en")]


def test_whoever_calls_a_person_at_the_offer_is_the_one_who_was_interrupted() -> None:
    visit, asked = after("call-person", visit=Visit((LEFT,)))
    assert isinstance(visit.stages[-2], Stepping)
    assert asked == [v.SessionResumed(), v.HelpCalled()]


def test_our_mistake_closes_the_walk_and_keeps_the_session_and_its_settings() -> None:
    visit, _ = after(*IN_GUIDE, "size", "call-person")
    turn = trouble(visit)
    assert turn.visit == Visit((Home(), Sorry()), Preferences(text_size=2))
    assert turn.effects == (v.HelpEnded(), v.WalkEnded("stopped"))
    assert after("home", visit=turn.visit)[0].stage == Home()


def test_settings_change_in_place_and_the_attract_screen_keeps_the_wards_own() -> None:
    visit, _ = after(*IN_GUIDE)
    changed, asked = after("size", "theme", "language", "language.en", "speech", visit=visit)
    assert changed.stages == visit.stages
    assert changed.preferences == Preferences("en", 2, "dark", speech_on=False)
    assert [effect for effect in asked if not isinstance(effect, e.SayThis)] == [v.LanguageChanged("en")]
    assert after("size", "theme", "speech") == (Visit(), [])


def test_what_a_guide_needs_and_its_codes_are_shown_from_what_may_be_wrong_and_the_walk_goes_on() -> None:
    (code,) = [one.id for one in GUIDE.qr if one.printable][:1]
    first = walks.begin(GUIDE)
    at = Visit((Home(), Stepping(GUIDE.id, first), StuckList(GUIDE.id, first)), open_walk=OpenWalk(GUIDE.id))
    visit, asked = after("needs", f"qr.{code}", visit=at)
    assert visit.stage == ShowQr(GUIDE.id, code)
    visit, more = after("back", visit=visit)
    assert visit.stage == Overview(GUIDE.id, begun=True)
    assert after("start", visit=visit)[0] == visit, "it has begun"
    visit, still_more = after("done", "back", visit=visit)
    assert (visit.stage, visit.open_walk) == (Stepping(GUIDE.id, first), OpenWalk(GUIDE.id))
    assert asked + more + still_more == []


@pytest.mark.parametrize("flow_id", sorted(FLOWS))
def test_a_guide_opens_at_its_first_step_unless_somebody_would_be_stopped_halfway(flow_id: str) -> None:
    flow = FLOWS[flow_id]
    visit, asked = after("begin", f"topic.{flow.topic}", f"flow.{flow_id}")
    started = [one for one in asked if isinstance(one, v.WalkStarted)]
    assert visit.stage == opened(flow)
    assert bool(started) is not flow.asks_first
    if flow.asks_first:
        visit, asked = after("start", visit=visit)
        assert visit.stage == Stepping(flow_id, walks.begin(flow))
        assert [type(one) for one in asked] == [v.WalkStarted]


def test_whoever_looks_into_a_guide_and_goes_back_has_not_left_it_halfway() -> None:
    visit, asked = after("begin", "topic.vneid", "flow.vneid-cai-dat", "back")
    assert (visit.stage, visit.left, visit.open_walk) == (Topic("vneid"), "", None)
    assert asked[-1] == v.WalkEnded("stopped")
