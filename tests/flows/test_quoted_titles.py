"""A guide that is named in a sentence is named as its title stands on the screen, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support.guides import shipped, training

from flows.guide.flow import Flow
from flows.guide.texts import Path, resident_texts
from flows.guide.words import Language, Words

NAMED = {
    "vi": re.compile(r"\b[Bb]ài(?: \w+)? “([^”]+)”"),
    "en": re.compile(r"\b[Gg]uides?(?: \w+)? “([^”]+)”"),
    "fr": re.compile(r"\b[Gg]uides? «\s*([^»]+?)\s*»"),
}
GUIDES = {**shipped().flows, **training().flows}
BY_TITLE = {flow.title.vi: flow for flow in GUIDES.values()}


QUOTES: tuple[tuple[Language, str, str], ...] = (("en", "“", "”"), ("fr", "« ", " »"))


def naming(flow: Flow) -> Iterator[tuple[Path, Words]]:
    for path, words in resident_texts(flow):
        if NAMED["vi"].search(words.vi):
            yield path, words


@pytest.mark.parametrize("flow_id", [flow_id for flow_id, flow in GUIDES.items() if list(naming(flow))])
def test_a_guide_named_in_a_sentence_has_that_title_in_every_language(flow_id: str) -> None:
    wrong = []
    for path, words in naming(GUIDES[flow_id]):
        for title in NAMED["vi"].findall(words.vi):
            named = BY_TITLE.get(title)
            if named is None:
                wrong.append((path, title))
                continue
            for language, before, after in QUOTES:
                told = words.in_(language).replace("\u00a0", " ")
                quoted = f"{before}{named.title.in_(language)}{after}".replace("\u00a0", " ")
                if quoted not in told:
                    wrong.append((path, told))
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_translation_names_no_guide_that_is_not_there(language: Language) -> None:
    titles = {flow.title.in_(language) for flow in GUIDES.values()}
    named = {
        (flow.id, title)
        for flow in GUIDES.values()
        for _, words in resident_texts(flow)
        for title in NAMED[language].findall(words.in_(language))
    }
    assert {(flow_id, title) for flow_id, title in named if title not in titles} == set()
