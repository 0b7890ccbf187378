"""How the guides of this program, their steps and their topics are called, for reports."""

from __future__ import annotations

from functools import cache

from flows.flow import TOPICS
from flows.library import RESIDENT_GUIDES, TRAINING_GUIDES, read_packs
from flows.words import Words
from kiosk.ward.report.names import Names
from ui.words import UiWords


@cache
def names() -> Names:
    """Also of guides that are no longer offered: what was counted keeps its name."""
    packs = (*read_packs(RESIDENT_GUIDES), *read_packs(TRAINING_GUIDES))
    flows = [pack.flow for pack in packs if pack.flow is not None]
    words = UiWords()
    topics = {
        topic: Words(*(words.say(f"topic.{topic}", language) for language in ("vi", "en", "fr")))
        for topic in TOPICS
    }
    return Names(
        {flow.id: flow.title for flow in flows},
        {(flow.id, step.id): step.say for flow in flows for step in flow.steps.values()},
        topics,
    )
