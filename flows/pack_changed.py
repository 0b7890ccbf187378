"""What has changed since a day, for whoever learnt a guide before it: as a pack has it."""

from __future__ import annotations

from typing import cast

from flows.flow import Change
from flows.pack_steps import CONFIDENCES, names_drawing, read_picture, step_pictures
from flows.steps import Confidence
from flows.table import Table
from flows.word_book import WordBook


def read_change(change_id: str, table: Table, book: WordBook) -> Change:
    """The change as it stands in the files; what is wrong is noted on the way."""
    table.only("on", "step", "sources", "confidence", "before")
    return Change(
        id=change_id,
        on=table.day("on"),
        say=book.words(*table.path, "say"),
        step_id=table.text("step"),
        sources=table.texts("sources"),
        confidence=cast(Confidence, table.one_of("confidence", CONFIDENCES)),
        before=(
            table.one_of("before", step_pictures())
            if names_drawing(table, "before")
            else read_picture(table.table("before"))
        ),
    )
