"""Sheets of all questions with the pictures of their answers, words removed: what fresh eyes choose from.

Somebody who has not seen the kiosk hears a question of `asked.tsv` and what they have come for, and says the
number of the picture. `key.tsv` lies apart, in a folder of its own, opened when all have been answered.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from accessibility.colours import colours_for
from flows.guide.steps import Check, Choose, Step
from flows.guide.walk import CHOICE_PREFIX, STUCK_PREFIX
from flows.shelf.library import RESIDENT_GUIDES, load_library
from ui.screens.guide import USUAL_PICTURES
from ui.window.images.drawings import draw_drawing

ROWS, SIDE = 6, 170
UNSURE = USUAL_PICTURES["choice.not-sure"]  # the same everywhere: asked for, it would flatter the count
TROUBLE = "Bác đang gặp chuyện gì?"  # as the kiosk asks it


class Question(NamedTuple):
    """*answers*: words and picture, in the order of the sheet; *wanted*: which of them one has come for."""

    place: str
    asked: str
    answers: tuple[tuple[str, str], ...]
    wanted: int


def questions(today: date, seed: int) -> tuple[Question, ...]:
    """Every question whose answers have pictures of their own, and every list of what may go wrong."""
    shuffled = random.Random(seed)
    made = []
    for flow in load_library(RESIDENT_GUIDES, today).flows.values():
        for step in flow.steps.values():
            for place, asked, answers in _asked(f"{flow.id}/{step.id}", step):
                order = shuffled.sample(answers, len(answers))
                with_pictures = [n for n, (_, picture) in enumerate(order) if picture != UNSURE]
                made.append(Question(place, asked, tuple(order), shuffled.choice(with_pictures)))
    return tuple(made)


Asked: TypeAlias = Callable[[date, int], tuple[Question, ...]]


def scenes(today: date, seed: int) -> tuple[Question, ...]:
    """Every picture of a step, among three others: which of them goes with the sentence that is heard?"""
    shuffled = random.Random(seed)
    steps_of: dict[str, list[tuple[str, str]]] = {}
    for flow in load_library(RESIDENT_GUIDES, today).flows.values():
        for step in flow.steps.values():
            if step.drawing:
                steps_of.setdefault(f"steps/{step.drawing}", []).append((f"{flow.id}/{step.id}", step.say.vi))
    made = []
    for picture in steps_of:
        place, sentence = shuffled.choice(steps_of[picture])
        others = shuffled.sample([other for other in steps_of if other != picture], 3)
        order = shuffled.sample([picture, *others], 4)
        answers = tuple((sentence if answer == picture else "–", answer) for answer in order)
        made.append(Question(place, "Hình nào đi với câu này?", answers, order.index(picture)))
    return tuple(made)


def _asked(place: str, step: Step) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    for prefix, asked in ((CHOICE_PREFIX, step.say.vi), (STUCK_PREFIX, f"{step.say.vi} {TROUBLE}")):
        edges = {edge.id: edge for edge in step.edges if edge.id.startswith(prefix) and edge.label}
        pictured = {way: edge.picture or USUAL_PICTURES.get(way, "") for way, edge in edges.items()}
        if prefix == CHOICE_PREFIX and not isinstance(step, Choose | Check):
            continue
        if len(edges) < 2 or not all(pictured.values()) or not any(edge.picture for edge in edges.values()):
            continue  # what only words tell apart, and the yes and no of every question
        words = [(edge.label.vi if edge.label else "", pictured[way]) for way, edge in edges.items()]
        yield f"{place}{'' if prefix == CHOICE_PREFIX else ' (stuck)'}", asked, words


def write_sheets(
    folder: Path, key: Path, theme: str, today: date, seed: int, asked_of: Asked = questions
) -> int:
    """Writes the sheets and what is asked into *folder*, the key into *key*; how many questions there are."""
    rows = asked_of(today, seed)
    for place in (folder, key):
        place.mkdir(parents=True, exist_ok=True)
    for page in range(0, len(rows), ROWS):
        sheet = _drawn(rows[page : page + ROWS], page, theme)
        if not sheet.save(str(folder / f"sheet-{page // ROWS + 1:02}.png")):
            raise SystemExit(f"draw-pictures: nothing can be written into {folder}")
    asked = (
        f"{n}\t{question.asked}\t{question.answers[question.wanted][0]}" for n, question in enumerate(rows, 1)
    )
    (folder / "asked.tsv").write_text("\n".join(("question\theard\tone has come for", *asked, "")), "utf-8")
    right = (
        f"{n}\t{question.wanted + 1}\t{question.place}\t"
        + "\t".join(" = ".join(answer) for answer in question.answers)
        for n, question in enumerate(rows, 1)
    )
    (key / "key.tsv").write_text("\n".join(("question\tright\tplace\tanswers", *right, "")), "utf-8")
    return len(rows)


def _kind_and_name(picture: str) -> tuple[str, str]:
    kind, _, name = picture.rpartition("/")
    return kind or "answers", name


def _drawn(page: tuple[Question, ...], first: int, theme: str) -> QImage:
    colours = colours_for(theme)  # type: ignore[arg-type]
    columns = max(len(one.answers) for one in page)
    sheet = QImage(110 + columns * (SIDE + 60), ROWS * (SIDE + 60), QImage.Format.Format_RGB32)
    sheet.fill(QColor(colours.picture))
    painter = QPainter(sheet)
    painter.setPen(QColor(colours.ink))
    painter.setFont(QFont("Noto Sans", 20))
    for row, one in enumerate(page):
        top = row * (SIDE + 60) + 10
        painter.drawText(QRect(0, top, 100, SIDE), Qt.AlignmentFlag.AlignCenter, str(first + row + 1))
        for column, (_, picture) in enumerate(one.answers):
            left = 110 + column * (SIDE + 60)
            painter.drawImage(left, top, draw_drawing(*_kind_and_name(picture), theme, SIDE))
            painter.drawText(QRect(left, top + SIDE, SIDE, 40), Qt.AlignmentFlag.AlignCenter, str(column + 1))
    painter.end()
    return sheet
