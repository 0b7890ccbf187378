"""How one item is said: its name, what it is, how it is set, and which of how many."""

from __future__ import annotations

from ui.reach.voice.narrator import script_of
from ui.reach.ways.items import Item
from ui.screens.page import Line, Page, Translator

ENDS = ("?", "!", ":", "…")


def said(item: Item, tr: Translator) -> str:
    """``Cỡ chữ, nút bấm, 1 trong 5, thứ 1 trong 4``: a short pause at each comma, the name first."""
    parts = (tr(f"ways.{item.role}"), item.state, item.place)
    described = ", ".join(part for part in parts if part)
    if not described:
        return item.name
    name = item.name.rstrip(".")
    return f"{name} {described}." if name.endswith(ENDS) else f"{name}, {described}."


def announced(page: Page, tr: Translator, taught: tuple[Line, ...] = ()) -> str:
    """What a screen reader is told of a new screen: its title, where on the phone, what is *taught* there,
    and how many choices there are.

    Of a screen that came by itself, or stands over another, all there is to know.
    """
    if page.private:
        return ""  # it is asked for first, and that question is announced
    texts = [page.heading or page.sentence]
    if page.sentence_last:
        texts += [line.text for line in page.body_lines]
    texts += [line.text for line in (*page.spoken_unseen, *taught)]
    if page.answers:
        texts.append(tr("ways.count", count=len(page.answers)))
    return script_of(tuple(Line("", text) for text in texts if text)).text.replace("\n", " ")


def written(item: Item, tr: Translator, *, wrapped: bool) -> str:
    """The same for the eye, beside the ring: only what is said and stands nowhere else on the screen.

    *wrapped*: the pointer has gone round; said by a tone of its own, written in words.
    """
    # Before a label a number may stand, drawn larger than it; behind it what it says in detail.
    beside = item.name.startswith(item.label) or item.name.endswith(item.label)
    drawn = item.role != "button" or (item.label != "" and beside)
    parts = (tr("ways.round") if wrapped else "", "" if drawn else item.name, item.state, item.place)
    line = ", ".join(part for part in parts if part) or tr("ways.reading")
    return line[0].upper() + line[1:]
