"""Whether a kiosk could work with unpacked content: what the officer's check says, and every guide walked.

`python -m kiosk.papers.content.proving FOLDER DAY` says it from a process of its own: it takes seconds of a
processor, which the screen shall not wait for. It prints what is wrong, a line each, and ends with 1 then.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from flows.guide.flow import Flow
from flows.guide.proof import asked_about
from flows.guide.steps import ToStep
from flows.guide.walk import Walk, begin, choices_made, current, edges_open, follow
from flows.reading.content import content_in
from kiosk.base.words.texts import READINGS, SENTENCES

LOOSE = ("flow-nowhere", "learn-next-nowhere")
"""A kiosk alone offers a person there; of a whole pack it is a slip."""


def unproven(folder: Path, made: date) -> tuple[str, ...]:
    """Everything that a kiosk could not use of the content in *folder*; empty: it is proven.

    As of the day it was made, so that ward and kiosk find the same, whatever the kiosk's clock says.
    """
    return (
        *_guides(folder, made),
        *_scripts(folder, made),
        *_asking(folder),
        *_words(folder),
        *_of_the_ward(folder),
    )


def _guides(folder: Path, made: date) -> Iterator[str]:
    from accessibility.speech.spoken import speakable
    from flows.shelf.check import check_folder
    from flows.shelf.library import load_library

    content = content_in(folder)
    for own, audience in ((content.guides, "resident"), (content.training, "volunteer")):
        if not own.is_relative_to(folder):
            continue
        for problem in check_folder(own, made, speakable).problems:
            if problem.severity == "error":
                yield str(problem)
        for flow in load_library(own, made).written.values():
            if flow.audience != audience:
                yield f"{own.name}/{flow.id}: audience = {flow.audience!r}"
    residents = load_library(content.guides, made)
    training = load_library(content.training, made, residents.flows)
    if not residents.flows:
        yield "guides: không có bài nào dùng được / none can be offered"
    for problem in (*residents.problems, *training.problems):
        if problem.code in LOOSE:
            yield str(problem)
    for flow in (*residents.flows.values(), *training.flows.values()):
        yield from _walked(flow)


def _walked(flow: Flow) -> Iterator[str]:
    """Every open way out of every situation is taken once, with what the kiosk itself walks by."""
    asked = asked_about(flow)
    waiting, met = [begin(flow)], set[tuple[str, tuple[tuple[str, str], ...]]]()
    try:
        while waiting:
            walk = waiting.pop()
            here = current(flow, walk).id, _choices(flow, walk, asked)
            if here in met:
                continue
            met.add(here)
            for edge in edges_open(flow, walk):
                further = follow(flow, walk, edge.id)
                if isinstance(further, Walk):
                    assert isinstance(edge.target, ToStep)
                    assert current(flow, further).id == edge.target.step_id
                    waiting.append(further)
    except Exception as failure:  # noqa: BLE001 – whatever it is, a resident would meet it
        yield f"{flow.id}: không đi hết được bài / it cannot be walked: {failure!r}"


def _choices(flow: Flow, walk: Walk, asked: set[str]) -> tuple[tuple[str, str], ...]:
    made = choices_made(flow, walk)
    return tuple(sorted((step, choice) for step, choice in made.items() if step in asked))


def _scripts(folder: Path, made: date) -> Iterator[str]:
    from flows.shelf.exercises import load_exercises
    from flows.shelf.rehearsals import load_rehearsals

    rehearsals = load_rehearsals(folder / "rehearsals", made)
    exercises = load_exercises(folder / "exercises", made)
    for problem in (*rehearsals.problems, *exercises.problems):
        if problem.severity == "error":
            yield str(problem)
    yield from (f"{one}: refused" for one in (*rehearsals.refused, *exercises.refused))


def _asking(folder: Path) -> Iterator[str]:
    from flows.search import read_words

    if (folder / "asking").exists():
        yield from map(str, read_words(folder / "asking").problems)


def _words(folder: Path) -> Iterator[str]:
    from accessibility.speech.word_list import wrong_lists
    from kiosk.base.words.changed import wrong_sentences

    yield from map(str, wrong_sentences(folder / SENTENCES))
    for wrong in wrong_lists(folder / READINGS):
        yield f"{wrong.sentence_vi()} / {wrong.sentence_en()}"


def _of_the_ward(folder: Path) -> Iterator[str]:
    from kiosk.papers.content.wards_own import wrong_of_the_ward

    return wrong_of_the_ward(folder)


def main(arguments: list[str]) -> int:
    from accessibility.speech.word_list import lay_over

    folder, day = arguments
    readings = Path(folder) / READINGS
    lay_over(readings if readings.is_dir() else None)  # guides are said with the lists that come with them
    wrong = unproven(Path(folder), date.fromisoformat(day))
    for line in wrong:
        sys.stdout.write(line.replace("\n", " ") + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
