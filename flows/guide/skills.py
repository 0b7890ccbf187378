"""Which item of the national framework of digital skills a guide practises, as far as a source says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from flows.guide.steps import Confidence
from flows.guide.words import Words
from resources import path
from resources.toml import toml_of


@dataclass(frozen=True, slots=True)
class Skill:
    """`number` as the framework writes it. Confidence U: not seen in 757 itself, nor in a page about it."""

    id: str
    number: str
    name: Words
    confidence: Confidence
    sources: tuple[str, ...]
    guides: tuple[str, ...]


@cache
def skills() -> Mapping[str, Skill]:
    """By their id, in the order of the framework."""
    return {
        key: Skill(
            key,
            skill["number"],
            Words(skill["vi"], skill["en"], skill["fr"]),
            skill["confidence"],
            tuple(skill["sources"]),
            tuple(skill["guides"]),
        )
        for key, skill in _table()["item"].items()
    }


def skill_of(guide: str) -> Skill | None:
    """None where no item was read that covers it."""
    return next((skill for skill in skills().values() if guide in skill.guides), None)


def sources() -> Mapping[str, Mapping[str, str]]:
    """Title, address and date of each source."""
    table: Mapping[str, Mapping[str, str]] = _table()["source"]
    return table


@cache
def _table() -> dict[str, dict[str, dict[str, Any]]]:
    return toml_of(path("skills.toml").read_text("utf-8"))
