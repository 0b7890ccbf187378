"""What an exercise and a rehearsal have in common. It imports nothing that reads files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.guide.flow import Source
from flows.guide.steps import Confidence
from flows.guide.words import Language, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """An exercise or a rehearsal, as it was read from its file."""

    id: str
    order: int
    picture: str  # of resources/pictures/answers
    beside: tuple[str, ...]  # the guides that offer it
    languages: tuple[Language, ...]
    checked_on: date
    valid_until: date
    confidence: Confidence
    sources: tuple[Source, ...]
    title: Words
