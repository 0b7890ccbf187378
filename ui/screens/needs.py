"""What people come for as tiles with pictures: the needs, the guides of one, and all topics."""

from __future__ import annotations

from flows.flow import TOPICS, Flow
from ui.screens.choosing import TOPIC_PICTURES, practise_control
from ui.screens.exercise_lists import exercise_tiles
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.helpers import HELP_ONLY, WITH_BACK, bar
from ui.screens.lowering import bar_to_lower
from ui.screens.page import Control, Line, Page, Teller
from ui.screens.rehearsing import rehearsal_tile
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseNeed, OpenGuide, OpenTopic, PractiseAgain
from ui.visit.actions.common import Do
from ui.visit.card import has_finished, next_guide
from ui.visit.exercising import offered_in
from ui.visit.practised import REHEARSALS, due_again
from ui.visit.rehearsing import belongs_to
from ui.visit.stages import NeedGuides, Topic
from ui.visit.visit import Visit


def derive_home(visit: Visit, around: Surroundings) -> Page:
    """The needs that lead to a guide today."""
    tell = around.tell(visit.preferences.language)
    tiles = need_tiles(tell, around) if around.guides.read and around.guides.flows else ()
    waiting = tell("home.empty" if around.guides.read else "home.wait")
    sentence, practise = welcome(visit, around) if tiles else (waiting, None)
    place = "home.card" if visit.brought else "home"
    return Page(
        template="needs",
        place=place if around.guides.read else "home.waiting",
        language=tell.language,
        heading=tell("home.heading"),
        sentence=sentence,
        primary=practise,
        choices=tiles,
        bar=bar_to_lower(visit, around, HELP_ONLY),
    )


def need_tiles(tell: Teller, around: Surroundings) -> tuple[Control, ...]:
    """One tile a need."""
    return tuple(
        Control(
            ChooseNeed(need.id),
            need.words.in_(tell.language),
            picture=need.picture,
            ground=need.ground,
            urgent=need.urgent,
        )
        for need in around.offered.tiles
    )


def derive_need(visit: Visit, stage: NeedGuides, around: Surroundings) -> Page:
    """The guides of one need, in the order of the ward's file."""
    tell = around.tell(visit.preferences.language)
    need = around.offered.of(stage.need_id)
    caption = need.words.in_(tell.language) if need else ""
    return Page(
        template="needs",
        place=f"need.{stage.need_id}",
        language=tell.language,
        heading=tell("need.heading"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        choices=tuple(
            guide_tile(around.guides.flows[guide], need.picture, need.ground, tell, around)
            for guide in need.guides
        )
        if need
        else (),
        bar=bar(tell, WITH_BACK),
    )


def derive_topic(visit: Visit, stage: Topic, around: Surroundings) -> Page:
    """The guides of one topic; also the scams to rehearse, and the small exercises, that belong to them."""
    tell = around.tell(visit.preferences.language)
    caption, scene = tell(f"topic.{stage.topic}"), f"scenes/{TOPIC_PICTURES[stage.topic]}"
    tiles = tuple(
        guide_tile(flow, scene, TOPIC_GROUNDS[stage.topic], tell, around)
        for flow in around.guides.of_topic(stage.topic)
    )
    rehearsed = belongs_to(stage.topic, around.guides.flows, around.guides.rehearsals)
    exercises = offered_in(stage.topic, around.guides.flows, around.guides.exercises)
    return Page(
        template="needs",
        place=f"topic.{stage.topic}",
        language=tell.language,
        heading=tell("topic.heading"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        choices=(*tiles, *((rehearsal_tile(tell),) if rehearsed else ()), *exercise_tiles(exercises, tell)),
        bar=bar(tell, WITH_BACK),
    )


def guide_tile(flow: Flow, scene: str, ground: str, tell: Teller, around: Surroundings) -> Control:
    """One guide, in its short words; *scene* where it has no picture of its own."""
    short = around.setup.needs.titles.get(flow.id)
    return Control(
        OpenGuide(flow.id),
        (short or flow.title).in_(tell.language),
        picture=f"guides/{flow.picture}" if flow.picture else scene,
        ground=ground,
    )


def derive_topics(visit: Visit, around: Surroundings) -> Page:
    """The topics that have a guide today."""
    tell = around.tell(visit.preferences.language)
    return Page(
        template="needs",
        place="topics",
        language=tell.language,
        heading=tell("home.heading_topics"),
        choices=tuple(
            Control(
                OpenTopic(topic),
                tell(f"topic.{topic}"),
                picture=f"scenes/{TOPIC_PICTURES[topic]}",
                ground=TOPIC_GROUNDS[topic],
            )
            for topic in TOPICS
            if around.guides.of_topic(topic)
        ),
        bar=bar_to_lower(visit, around, WITH_BACK),
    )


def welcome(visit: Visit, around: Surroundings) -> tuple[str, Control | None]:
    """What the needs say to somebody who has brought a card, and what is due again or comes next; to who has
    just finished a guide alone, what comes next.
    """
    if visit.brought is None:
        return _after_a_guide(visit, around)
    if (due := _due(visit, around)) is not None:
        return due
    tell, flow = around.tell(visit.preferences.language), next_guide(visit, around.guides.flows)
    if flow is None:
        return tell("card.welcome"), None
    again = "_again" if has_finished(visit, flow.id) else ""
    said = tell(f"card.welcome_next{again}", title=flow.title.in_(tell.language))
    return said, practise_control(flow, again, tell)


def _after_a_guide(visit: Visit, around: Surroundings) -> tuple[str, Control | None]:
    done = visit.finished and not visit.assisted_by
    flow = next_guide(visit, around.guides.flows) if done else None
    if flow is None:
        return "", None
    tell, again = around.tell(visit.preferences.language), "_again" if has_finished(visit, flow.id) else ""
    said = tell(f"goodbye.next_time{again}", title=flow.title.in_(tell.language))
    return said, practise_control(flow, again, tell)


def _due(visit: Visit, around: Surroundings) -> tuple[str, Control] | None:
    """What was practised some weeks ago comes before anything new, straight onto the drawn phone."""
    tell, guides = around.tell(visit.preferences.language), around.guides
    due = due_again(visit, guides.flows, guides.rehearsals, around.clock.week)
    if due is None:
        return None
    scams = due == REHEARSALS
    title = tell("card.scams") if scams else guides.flows[due].title.in_(tell.language)
    again = tell("card.practise_due")
    action = Do.REHEARSE if scams else PractiseAgain(due)
    control = Control(action, again, "phone" if scams else "touch", spoken=f"{again}: {title}")
    return tell("card.welcome_due", title=title), control
