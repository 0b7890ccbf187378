"""What people come for as tiles with pictures: the needs, the guides of one, and all topics."""

from __future__ import annotations

from flows.guide.flow import TOPICS, Flow
from flows.guide.needs import PRACTICE, THIS_MONTH
from flows.guide.words import Words
from ui.screens.choosing import TOPIC_PICTURES, practise_control
from ui.screens.exercise_lists import exercise_tiles
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.helpers import HELP_ONLY, WITH_BACK, bar, bar_to_lower
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.rehearsing import rehearsal_tile
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseNeed, OpenGuide, OpenTopic, PractiseAgain
from ui.visit.actions.common import Do
from ui.visit.card import has_finished, next_guide
from ui.visit.exercising import groups_of, offered_in
from ui.visit.practised import REHEARSALS, due_again
from ui.visit.practising import may_practise
from ui.visit.rehearsing import belongs_to
from ui.visit.stages import NeedGuides, Topic
from ui.visit.visit import Visit


def derive_home(visit: Visit, around: Surroundings) -> Page:
    """The needs that lead to a guide today."""
    tr = around.tr(visit.preferences.language)
    tiles = need_tiles(tr, around) if around.guides.read and around.guides.flows else ()
    waiting = tr("home.empty" if around.guides.read else "home.wait")
    sentence, practise = welcome(visit, around) if tiles else (waiting, None)
    place = "home.card" if visit.brought else "home"
    return Page(
        template="needs",
        place=place if around.guides.read else "home.waiting",
        language=tr.language,
        heading=tr("home.heading"),
        sentence=sentence,
        primary=practise,
        choices=tiles,
        bar=bar_to_lower(visit, around, HELP_ONLY),
    )


def need_tiles(tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """One tile a need."""
    return tuple(
        Control(
            ChooseNeed(need.id),
            need.words.in_(tr.language),
            picture=need.picture,
            ground=need.ground,
            urgent=need.urgent,
        )
        for need in around.offered.tiles
    )


def derive_need(visit: Visit, stage: NeedGuides, around: Surroundings) -> Page:
    """The guides of one need, in the order of the ward's file."""
    tr = around.tr(visit.preferences.language)
    if stage.need_id == THIS_MONTH:
        return derive_month(tr, around)
    if stage.need_id == PRACTICE:
        return derive_practice_list(visit, around)
    need = around.offered.of(stage.need_id)
    caption = need.words.in_(tr.language) if need else ""
    return Page(
        template="needs",
        place=f"need.{stage.need_id}",
        language=tr.language,
        heading=tr("need.heading"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        choices=tuple(
            guide_tile(around.guides.flows[guide], need.picture, need.ground, tr, around)
            for guide in need.guides
        )
        if need
        else (),
        bar=bar(tr, WITH_BACK),
    )


def derive_month(tr: Translator, around: Surroundings) -> Page:
    """What is due: until when, what, and the guide behind it. Each guide says it in its own words."""
    return Page(
        template="choice",
        place=f"need.{THIS_MONTH}",
        language=tr.language,
        heading=tr("month.heading"),
        choices=tuple(
            Control(
                OpenGuide(item.guide),
                tr(
                    "month.line",
                    title=title_on_tile(item.guide, item.title, around).in_(tr.language),
                    until=f"{item.day:%d/%m/%Y}",
                    what=item.says.in_(tr.language),
                ),
                picture=f"guides/{around.guides.flows[item.guide].picture}",
            )
            for item in around.guides.due
            if item.guide in around.guides.flows
        ),
        bar=bar(tr, WITH_BACK),
    )


def practice_tile(tr: Translator) -> Control:
    """Leads to all that can be practised."""
    return Control(ChooseNeed(PRACTICE), tr("practise.tile"), picture="answers/hand-on-phone", ground="sun")


def derive_practice_list(visit: Visit, around: Surroundings) -> Page:
    """All that can be practised without a phone of one's own: what is due by the card, then swindlers, typing
    and codes, then guides, in the order of what people come for.
    """
    tr, guides = around.tr(visit.preferences.language), around.guides
    due = due_again(visit, guides.flows, guides.rehearsals, around.clock.week)
    wanted = (one for need in around.offered.tiles for one in need.guides)
    first = () if due in (None, REHEARSALS) else (due,)
    ids = dict.fromkeys(one for one in (*first, *wanted, *guides.flows) if one in guides.flows)
    flows = [flow for one in ids if may_practise(visit, flow := guides.flows[one])]
    tiles = [
        guide_tile(
            flow, f"scenes/{TOPIC_PICTURES[flow.topic]}", TOPIC_GROUNDS[flow.topic], tr, around
        )._replace(action=PractiseAgain(flow.id))
        for flow in flows
    ]
    small = (
        *((rehearsal_tile(tr),) if guides.rehearsals else ()),
        *exercise_tiles(groups_of(guides.exercises), tr),
    )
    about = tr("practise.about")
    return Page(
        template="needs",
        place=f"need.{PRACTICE}",
        language=tr.language,
        heading=tr("practise.heading"),
        caption=about,
        spoken_first=(Line("caption", about),),
        choices=(*tiles[: len(first)], *small, *tiles[len(first) :]),
        bar=bar(tr, WITH_BACK),
    )


def derive_topic(visit: Visit, stage: Topic, around: Surroundings) -> Page:
    """The guides of one topic; also the scams to rehearse, and the small exercises, that belong to them."""
    tr = around.tr(visit.preferences.language)
    caption, scene = tr(f"topic.{stage.topic}"), f"scenes/{TOPIC_PICTURES[stage.topic]}"
    tiles = tuple(
        guide_tile(flow, scene, TOPIC_GROUNDS[stage.topic], tr, around)
        for flow in around.guides.of_topic(stage.topic)
    )
    rehearsed = belongs_to(stage.topic, around.guides.flows, around.guides.rehearsals)
    exercises = offered_in(stage.topic, around.guides.flows, around.guides.exercises)
    return Page(
        template="needs",
        place=f"topic.{stage.topic}",
        language=tr.language,
        heading=tr("topic.heading"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        choices=(*tiles, *((rehearsal_tile(tr),) if rehearsed else ()), *exercise_tiles(exercises, tr)),
        bar=bar(tr, WITH_BACK),
    )


def guide_tile(flow: Flow, scene: str, ground: str, tr: Translator, around: Surroundings) -> Control:
    """One guide, in its short words; *scene* where it has no picture of its own."""
    return Control(
        OpenGuide(flow.id),
        title_on_tile(flow.id, flow.title, around).in_(tr.language),
        picture=f"guides/{flow.picture}" if flow.picture else scene,
        ground=ground,
    )


def title_on_tile(flow_id: str, title: Words, around: Surroundings) -> Words:
    """The short words of a guide; its title where it has none."""
    return around.setup.needs.titles.get(flow_id, title)


def derive_topics(visit: Visit, around: Surroundings) -> Page:
    """The topics that have a guide today."""
    tr = around.tr(visit.preferences.language)
    return Page(
        template="needs",
        place="topics",
        language=tr.language,
        heading=tr("home.heading_topics"),
        choices=tuple(
            Control(
                OpenTopic(topic),
                tr(f"topic.{topic}"),
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
    tr, flow = around.tr(visit.preferences.language), next_guide(visit, around.guides.flows)
    if flow is None:
        return tr("card.welcome"), None
    again = "_again" if has_finished(visit, flow.id) else ""
    said = tr(f"card.welcome_next{again}", title=flow.title.in_(tr.language))
    return said, practise_control(flow, again, tr)


def _after_a_guide(visit: Visit, around: Surroundings) -> tuple[str, Control | None]:
    done = visit.finished and not visit.assisted_by
    flow = next_guide(visit, around.guides.flows) if done else None
    if flow is None:
        return "", None
    tr, again = around.tr(visit.preferences.language), "_again" if has_finished(visit, flow.id) else ""
    said = tr(f"goodbye.next_time{again}", title=flow.title.in_(tr.language))
    return said, practise_control(flow, again, tr)


def _due(visit: Visit, around: Surroundings) -> tuple[str, Control] | None:
    """What was practised some weeks ago comes before anything new, straight onto the drawn phone."""
    tr, guides = around.tr(visit.preferences.language), around.guides
    due = due_again(visit, guides.flows, guides.rehearsals, around.clock.week)
    if due is None:
        return None
    scams = due == REHEARSALS
    title = tr("card.scams") if scams else guides.flows[due].title.in_(tr.language)
    again = tr("card.practise_due")
    action = Do.REHEARSE if scams else PractiseAgain(due)
    control = Control(action, again, "phone" if scams else "touch", spoken=f"{again}: {title}")
    return tr("card.welcome_due", title=title), control
