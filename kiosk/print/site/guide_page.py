"""One guide as a page.

And the first page: a person, the kiosk's tiles, then every guide by its topic, and what a search finds it by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from flows.guide.flow import TOPICS, URGENT_TOPIC, Flow
from flows.guide.fold import folded, words_of
from flows.guide.needs import Need, Needs
from flows.guide.steps import ToHotline
from flows.guide.unparted import unparted
from flows.guide.ward import NO_WARD, Ward
from flows.guide.words import LANGUAGES, Language
from kiosk.print.site.model import GuidePage, Hotline, IndexPage, NeedTile, Tile, Tongue, Topic, Way
from kiosk.print.site.numbers import call_to
from kiosk.print.site.reading import Reading
from kiosk.print.site.steps import views_of
from kiosk.print.site.ways import HOTLINE, STEP, guide_href
from kiosk.print.site.words import NAMES, teller
from ui.screens.choosing import TOPIC_PICTURES
from ui.screens.picture.signs import sign_of_number


def guide_page(
    written: Flow,
    every: Mapping[str, Flow],
    language: Language,
    today: date,
    clips: Mapping[tuple[str, str], str],
    offices: Ward = NO_WARD,
    *,
    doubts: bool = True,
) -> GuidePage:
    """*written* in *language*, as it holds from *today* on. *doubts*: a step may say that it is not sure."""
    root = "../" if language == "vi" else "../../"
    reading = Reading(written, every, language, root, today, clips, offices, doubts)
    say = reading.say
    return GuidePage(
        id=written.id,
        language=language,
        root=root,
        home=root if language == "vi" else f"{root}{language}/",
        tongues=tuple(tongues(written.languages, language, lambda one: guide_href(root, written.id, one))),
        title=unparted(written.title.in_(language)),
        summary=unparted(written.summary.in_(language)),
        picture=f"guides/{written.picture}" if written.picture else "",
        minutes=say("overview.minutes", least=written.minutes[0], most=written.minutes[1]),
        urgent=written.topic == URGENT_TOPIC,
        needs=tuple(unparted(need.text.in_(language)) for need in written.needs),
        cautions=tuple(unparted(warning.text.in_(language)) for warning in written.warnings),
        steps=tuple(views_of(reading)),
        hotlines=tuple(_hotlines(reading)),
        further=tuple(
            Way(guide_href(root, one, language), say("other_guide", title=reading.title_of(one)))
            for one in written.learn_next
            if one in every
        ),
        checked=say("overview.checked", date=f"{written.checked_on:%d/%m/%Y}"),
        review_by=written.valid_until.isoformat() if written.valid_until else "",
        review_words=say("old", date=f"{written.valid_until:%d/%m/%Y}") if written.valid_until else "",
        sources=tuple(written.sources.values()),
    )


def _hotlines(reading: Reading) -> Iterator[Hotline]:
    edges = (edge for step in reading.written.steps.values() for edge in step.edges)
    for number in dict.fromkeys(edge.target.number for edge in edges if isinstance(edge.target, ToHotline)):
        yield Hotline(f"{HOTLINE}{number}", call_to(number, reading.say), sign_of_number(number))


def index_page(flows: Mapping[str, Flow], needs: Needs, language: Language) -> IndexPage:
    """A guide stands in the tiles of the kiosk that lead to it, and again in its topic."""
    root = "./" if language == "vi" else "../"
    named = [guide for need in needs.tiles if need.urgent for guide in need.guides if guide in flows]
    say = teller(language)
    return IndexPage(
        language=language,
        root=root,
        home="#",
        tongues=tuple(tongues(LANGUAGES, language, lambda one: root if one == "vi" else f"{root}{one}/")),
        urgent=tuple(_tile(flows[guide], root, language) for guide in sorted(set(named), key=named.index)),
        needs=tuple(_need(tile, flows, root, language) for tile in needs.offered(flows).tiles),
        topics=tuple(
            Topic(topic, say(f"topic.{topic}"), f"scenes/{TOPIC_PICTURES[topic]}", tiles)
            for topic in TOPICS
            if (tiles := tuple(_tile(one, root, language) for one in _of_topic(flows, topic)))
        ),
    )


def _need(need: Need, flows: Mapping[str, Flow], root: str, language: Language) -> NeedTile:
    tiles = tuple(_tile(flows[guide], root, language) for guide in need.guides)
    straight = tiles[0].href if need.urgent and len(tiles) == 1 else "" if tiles else "#chu-de"
    words = unparted(need.words.in_(language))
    return NeedTile(need.id, words, need.picture, need.urgent, straight, () if straight else tiles)


def _of_topic(flows: Mapping[str, Flow], topic: str) -> Iterator[Flow]:
    listed = [flow for flow in flows.values() if flow.topic == topic]
    yield from sorted(listed, key=lambda flow: (flow.order is None, flow.order or 0, flow.id))


def _tile(flow: Flow, root: str, language: Language) -> Tile:
    return Tile(
        flow.id,
        guide_href(root, flow.id, language),
        unparted(flow.title.in_(language)),
        unparted(flow.summary.in_(language)),
        f"guides/{flow.picture}" if flow.picture else "scenes/scene-phone",
        _asked(flow, language),
        {
            f"{STEP}{step.id}": unparted(step.title.in_(language))
            for step in flow.steps.values()
            if step.signs and step.title
        },
    )


def _asked(flow: Flow, language: Language) -> str:
    """Every word of its title, its summary and of how residents ask for it, once, without marks."""
    texts = (flow.title.vi, flow.title.in_(language), flow.summary.in_(language), *flow.asked_as)
    return " ".join(dict.fromkeys(folded(word) for text in texts for word in words_of(text)))


def tongues(
    languages: Iterable[Language], current: Language, href: Callable[[Language], str]
) -> Iterator[Tongue]:
    for language in languages:
        yield Tongue(language, NAMES[language], href(language), language == current)
