"""Keys by rows, for who moves by keys or switches: first the row, then the key in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from ui.reach.ways.items import EnterRow, Item
from ui.screens.ask import AskProps
from ui.screens.page import Page, Translator

OUT = "row.out"
ANSWERS = "row.answers"


def row_slot(row: int) -> str:
    """Where the pointer stands on a whole row: the answers are the row before the first of the keys."""
    return ANSWERS if row < 0 else f"row.{row}"


def by_rows(
    items: tuple[Item, ...], page: Page, row: int | None, tr: Translator, *, answers: bool
) -> tuple[Item, ...]:
    """*items* with what stands in a row as one, or, where *row* was entered, what stands in it alone.

    *answers*: they are a row too, for switches, which would come to each of them before any key.
    """
    if not isinstance(page, AskProps):
        return items
    rows = dict(_rows(page, tr, answers=answers))
    inside = {item.slot: item for item in items}
    if row is not None and row in rows:
        out = Item(OUT, tr("ask.out_of_row"), "button", EnterRow(None))
        return (*(inside[slot] for slot in rows[row][1]), out)
    heads = {slots[0]: Item(row_slot(at), name, "button", EnterRow(at)) for at, (name, slots) in rows.items()}
    others = {slot for _, slots in rows.values() for slot in slots[1:]}
    return tuple(heads.get(item.slot, item) for item in items if item.slot not in others)


def _rows(
    page: AskProps, tr: Translator, *, answers: bool
) -> Iterator[tuple[int, tuple[str, tuple[str, ...]]]]:
    if answers and page.row_answers and len(page.choices) > 1:
        yield -1, (tr(page.row_answers), tuple(one.slot for one in page.choices))
    for at, row in enumerate(page.rows):
        keys = [key for key, _ in row.keys]
        name = tr("ask.row", first=keys[0].name, last=keys[-1].name)
        yield at, (name, tuple(key.slot for key in keys))
