"""Reads all of a content: guides, scripts, search and word lists. Slow: on a thread.

What reads is imported with the first use, after the first frame.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flows.practice.rehearse.script import Rehearsal
from flows.reading.content import Content

if TYPE_CHECKING:
    from accessibility.speech.word_list import ListProblem
    from flows.guide.flow import Flow
    from flows.guide.ward import Ward
    from flows.practice.exercise.script import Exercise
    from flows.search import Asking
    from flows.shelf.library import Library

LOGGER = logging.getLogger(__name__)


class Scripts(NamedTuple):
    """`refused`: some are not offered."""

    rehearsals: Mapping[str, Rehearsal]
    exercises: Mapping[str, Exercise]
    refused: bool


class ReadContent(NamedTuple):
    """Everything of a content that is read while the kiosk runs."""

    content: Content
    library: Library
    scripts: Scripts
    training: Mapping[str, Flow]


def read_all(
    content: Content, today: date, ward: str, before: Library | None, training_before: Mapping[str, Flow]
) -> ReadContent:
    library = library_in(content.guides, today, ward)
    if before is not None:
        written, flows = _as_before(library.written, before.written), _as_before(library.flows, before.flows)
        library = replace(library, written=written, flows=flows)
    training = training_in(content.training, today, library.flows, ward)
    return ReadContent(
        content, library, scripts_of(content, today), _as_before(training.flows, training_before)
    )


def _as_before(read: Mapping[str, Flow], before: Mapping[str, Flow]) -> Mapping[str, Flow]:
    """The guides *read*, those that are as they were *before* as they are held already."""
    return {guide: before[guide] if before.get(guide) == flow else flow for guide, flow in read.items()}


def library_in(folder: Path, today: date, ward: str) -> Library:
    """What reads guides is imported with them, after the first frame."""
    from flows.shelf.library import Library, load_library

    try:
        return load_library(folder, today, ward=ward)
    except OSError as reason:
        LOGGER.error("%s: %s", folder, reason.strerror or reason)
        return Library(folder, {}, ())


def asking_of(library: Library, words_in: Path, ward: Ward) -> Asking:
    from flows.search import prepare, read_words

    words = read_words(words_in)
    for problem in words.problems:
        LOGGER.warning("%s", problem)
    return prepare(library, words=words, ward=ward)


def wrong_in_word_lists() -> tuple[ListProblem, ...]:
    from accessibility.speech.word_list import list_problems

    return list_problems()


def scripts_of(content: Content, today: date) -> Scripts:
    from flows.shelf.exercises import load_exercises
    from flows.shelf.rehearsals import load_rehearsals

    rehearsals = load_rehearsals(content.rehearsals, today)
    exercises = load_exercises(content.exercises, today)
    for problem in (*rehearsals.problems, *exercises.problems):
        LOGGER.warning("%s", problem)
    return Scripts(rehearsals.scripts, exercises.scripts, bool(rehearsals.refused or exercises.refused))


def training_in(folder: Path, today: date, residents: Mapping[str, Flow], ward: str) -> Library:
    from flows.shelf.library import load_library

    library = load_library(folder, today, residents, ward)
    for problem in library.problems:
        LOGGER.warning("%s", problem)
    return library
