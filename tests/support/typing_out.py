"""Somebody types on the drawn phone: each key as it is reached by their way of using the kiosk."""

from __future__ import annotations

from support.stage import Stage
from support.walkers import Walker

from flows.practice.exercise.doing import Doing
from ui.screens.typing_page import TypingProps, next_slot


def take_next_key(stage: Stage, person: Walker, doing: Doing) -> str:
    """The key, or the field, that leads on; what was said then."""
    page, wanted = stage.conductor.page, next_slot(doing)
    assert isinstance(page, TypingProps)
    items = {one.slot: one.name for one in stage.conductor.pointing.items}
    for at, row in enumerate(page.rows):
        key = next((one for one, _ in row.keys if one.slot == wanted), None)
        if key is not None:
            if f"row.{at}" in items:  # who moves by keys or switches comes to its row first
                person.choose(items[f"row.{at}"])
            return person.choose(key.name)
    return person.choose(next(one.name for one in page.choices if one.slot == wanted))
