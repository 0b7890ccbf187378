"""The first page: what is urgent, then every guide by its topic, and what a search finds them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows.flow import TOPICS, Flow
from flows.fold import folded, words_of
from flows.needs import Needs
from flows.unparted import unparted
from flows.words import LANGUAGES, Language
from kiosk.site.model import IndexPage, Tile, Topic
from kiosk.site.tongues import tongues
from kiosk.site.ways import guide_href
from kiosk.site.words import teller
from ui.screens.choosing import TOPIC_PICTURES


def index_page(flows: Mapping[str, Flow], needs: Needs, language: Language) -> IndexPage:
    """A guide that is urgent stands at the head, and again in its topic."""
    root = "./" if language == "vi" else "../"
    named = [guide for need in needs.tiles if need.urgent for guide in need.guides if guide in flows]
    say = teller(language)
    return IndexPage(
        language=language,
        root=root,
        home="#",
        tongues=tuple(tongues(LANGUAGES, language, lambda one: root if one == "vi" else f"{root}{one}/")),
        urgent=tuple(_tile(flows[guide], root, language) for guide in sorted(set(named), key=named.index)),
        topics=tuple(
            Topic(topic, say(f"topic.{topic}"), f"scenes/{TOPIC_PICTURES[topic]}", tiles)
            for topic in TOPICS
            if (tiles := tuple(_tile(one, root, language) for one in _of_topic(flows, topic)))
        ),
    )


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
    )


def _asked(flow: Flow, language: Language) -> str:
    """Every word of its title, its summary and of how residents ask for it, once, without marks."""
    texts = (flow.title.vi, flow.title.in_(language), flow.summary.in_(language), *flow.asked_as)
    return " ".join(dict.fromkeys(folded(word) for text in texts for word in words_of(text)))
