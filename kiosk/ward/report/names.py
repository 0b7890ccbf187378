"""How guides, their steps, topics, places and groups are called in a report. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.guide.words import Language, Words
from kiosk.log.figures.table import bucket_words
from kiosk.ward.report.words import Say


@dataclass(frozen=True, slots=True)
class Names:
    """From the guides of this program; a guide it does not know is called by its id.

    `steps`: by guide and step. What a step says is too long for a row: `LONGEST` letters of it.
    """

    guides: Mapping[str, Words] = field(default_factory=dict)
    steps: Mapping[tuple[str, str], Words] = field(default_factory=dict)
    topics: Mapping[str, Words] = field(default_factory=dict)

    def guide(self, flow: str, language: Language) -> str:
        return self.guides.get(flow, Words(flow)).in_(language)

    def topic(self, topic: str, language: Language) -> str:
        return self.topics.get(topic, Words(topic)).in_(language)

    def step(self, flow: str, step: str, language: Language) -> str:
        said = self.steps.get((flow, step), Words(step)).in_(language)
        return said if len(said) <= LONGEST else said[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


LONGEST = 70


def place_name(place: str, say: Say) -> str:
    """``point-3`` → ``Điểm số 3``."""
    kind, _, number = place.rpartition("-")
    return (
        say(f"place.{kind}", number=number)
        if kind in ("point", "team") and number != "0"
        else _other(place, say)
    )


def row_name(key: str, bucket: str, names: Names, say: Say, language: Language) -> str:
    """How a row of that breakdown is called."""
    match key:
        case "place":
            return place_name(bucket, say)
        case "hour":
            return say("place.hour", number=int(bucket))
        case "door-area":
            return say("place.area", number=bucket) if bucket != "0" else say("place.no_area")
        case "flow" | "flow-practised" | "training-flow":
            return names.guide(bucket, language)
        case "topic":
            return names.topic(bucket, language)
        case _:
            words = bucket_words(key, bucket).in_(language)
            return words[:1].upper() + words[1:]


def _other(place: str, say: Say) -> str:
    return say("place.other") if place in ("", "unknown") or place.endswith("-0") else place
