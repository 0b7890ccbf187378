"""Items of the national framework: only what a source gives, and only guides that are offered."""

from __future__ import annotations

from collections import Counter

from support.guides import shipped

from flows.guide.skills import skill_of, skills, sources


def test_every_item_names_its_sources_and_offered_guides_each_in_one_item() -> None:
    offered = shipped().flows
    for one in skills().values():
        assert one.sources and set(one.sources) <= sources().keys(), one.id
        assert set(one.guides) <= offered.keys(), one.id
        assert one.name.en and one.name.fr
    assert max(Counter(guide for one in skills().values() for guide in one.guides).values()) == 1


def test_an_item_that_was_not_seen_with_757_is_marked_and_no_guide_is_pressed_into_one() -> None:
    assert {one.number for one in skills().values() if one.confidence == "U"} == {"1.1", "1.2", "1.3"}
    assert skill_of("khan-cap") is None
