"""Everything of one screen in reading order: what a person meets who moves through it piece by piece.

Focus order, reading order and spoken order are this one order. The strip comes last, and after it the first
item again: a circle, so that the strip is also one step before the heading, where it stands on the panel.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from ui.screens.aside import HotlineProps, MessageProps
from ui.screens.ask import AskProps
from ui.screens.changed import ChangedProps
from ui.screens.choosing import OverviewProps, QrProps
from ui.screens.farewell import GoodbyeProps
from ui.screens.guide import StepProps
from ui.screens.guide_end import EndProps
from ui.screens.page import Control, Page, Translator
from ui.screens.staff.day_charts import BarChart
from ui.screens.staff.sign_in import PadProps
from ui.screens.staff.today import TodayProps
from ui.screens.strip import StripProps
from ui.screens.typing_page import TypingProps
from ui.visit.actions.action import ControlAction
from ui.visit.actions.common import Do
from ui.visit.actions.plain import Plain
from ui.visit.actions.staff import TypeDigit

Role: TypeAlias = Literal["heading", "text", "fact", "picture", "button"]
PRIMARY_SLOT, BAR_SLOT, STRIP_SLOT = "primary", "bar.", "strip."
HINT_SLOT = "strip.hint"
PUBLIC = frozenset({"caption", "staff", "safety", "address", "code"})
"""What a private step shares with any other: where one is, whose advice it is, official addresses."""


class PageTurn(Plain):
    """Done to the screen, not to the visit."""

    UP = "page.up"
    DOWN = "page.down"

    @property
    def by(self) -> int:
        """So many pages on."""
        return 1 if self is PageTurn.DOWN else -1


@dataclass(frozen=True, slots=True)
class EnterRow:
    """Done to the pointer: into the row of keys, or, with None, out of it."""

    row: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to stand on. `slot` names it on its screen; with None as its `action` it can only be read."""

    slot: str
    name: str
    role: Role = "text"
    action: ControlAction | PageTurn | EnterRow | None = None
    state: str = ""
    place: str = ""  # among the buttons of its group, or the facts of a list; empty where it stands alone
    label: str = ""  # what of its name is drawn on it
    private: bool = False  # said aloud only in headphones, or when the resident has asked


PAGE_TURNS = {turn.slot: turn for turn in PageTurn}
"""The buttons that turn a page, by slot."""


def items_of(page: Page, strip: StripProps) -> tuple[Item, ...]:
    """The page from its first text to its helpers, then the strip."""
    primary = (page.primary,) if page.primary else ()
    chips = _buttons(strip.chips, STRIP_SLOT)
    below = (
        *_buttons(primary, PRIMARY_SLOT, named=False),
        *_buttons(page.bar, BAR_SLOT),
        *(leave := tuple(one for one in chips if one.action is Do.FINISH)),
        Item("strip.title", strip.spoken),
        *(one for one in chips if one not in leave),
        *_buttons(strip.staff, STRIP_SLOT),
        Item("strip.notice", " ".join(strip.notices)),
        Item("strip.output", strip.output),
    )
    own = (replace(item, private=page.private and item.slot not in PUBLIC) for item in _above(page))
    answers = (replace(item, private=page.private or item.private) for item in _middle(page))
    return tuple(item for item in (*own, *answers, *below) if item.name)


def start_of(page: Page) -> str:
    """Where one goes on from a screen that was heard: its main button, or what there is to choose; empty
    where everything is looked through from its top, as settings are.
    """
    if any(one.turned and not one.picture for one in page.choices):
        return ""
    if page.primary is not None and page.primary.kind == "primary":
        return PRIMARY_SLOT
    return next((slot for slot, one in page.answers if one.action is not None), "")


def page_button(slot: str, tr: Translator) -> tuple[Item, ...]:
    """The one of *slot*, if it is one. Keys and swipes need none: the page follows them."""
    if slot not in PAGE_TURNS:
        return ()
    return (Item(slot, tr(f"scroll.{slot[5:]}"), "button", PAGE_TURNS[slot]),)


def with_page_buttons(items: tuple[Item, ...], slots: Collection[str], tr: Translator) -> tuple[Item, ...]:
    """With those of *slots* after the body. Switches stop at controls alone: a page without one, in the
    middle of a long text, would never stay before the eyes of who reads.
    """
    below = (PRIMARY_SLOT, BAR_SLOT, STRIP_SLOT)
    at = next((at for at, item in enumerate(items) if item.slot.startswith(below)), len(items))
    buttons = tuple(button for slot in PAGE_TURNS if slot in slots for button in page_button(slot, tr))
    return (*items[:at], *buttons, *items[at:])


def controls_of(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What can be chosen."""
    return tuple(item for item in items if item.action is not None)


def _buttons(controls: tuple[Control, ...], prefix: str = "", *, named: bool = True) -> tuple[Item, ...]:
    return tuple(
        Item(
            prefix + (control.slot if named else ""),
            control.name,
            "button",
            control.action,
            control.state,
            control.place,
            control.label,
        )
        for control in controls
    )


def _above(page: Page) -> Iterator[Item]:
    """What stands over the answers."""
    if isinstance(page, TypingProps):
        yield from (Item("sentence", page.sentence), Item("message", page.message), Item("asks", page.asks))
        return
    if isinstance(page, StepProps):
        yield Item("caption", page.tag or page.caption)
        yield Item("staff", page.staff_note)
    elif not isinstance(page, MessageProps | HotlineProps):
        yield Item("caption", page.caption)
    yield Item("heading", page.heading, "heading")
    if isinstance(page, QrProps):
        yield Item("code", f"QR. {page.heading}" if page.payload else "", "picture")
        yield Item("address", page.address)
    if isinstance(page, MessageProps | HotlineProps):
        yield Item("number", page.number if isinstance(page, HotlineProps) else "")
        yield Item("caption", page.caption)
    yield Item("sentence", page.sentence)
    match page:
        case ChangedProps(template="changed"):
            yield Item("earlier-caption", page.earlier_caption)
            yield Item("earlier", page.earlier.description, "picture")
            yield Item("picture-caption", page.now_caption)
            yield Item("picture", page.picture.description, "picture")
        case StepProps(safety=safety, address=address, payload=payload, picture=picture):
            yield Item("safety", safety)
            yield Item("address", address)
            code = Item("code", f"QR. {address}", "picture")
            yield code if payload else Item("picture", picture.description, "picture")
        case MessageProps(picture=picture):
            yield Item("picture", picture.description, "picture")
        case TodayProps():
            yield from _day(page)
        case PadProps(filled=filled):
            yield Item("filled", filled)
        case OverviewProps():
            yield Item("minutes", page.minutes)
            yield Item("needs-title", page.needs_title)
            yield from _facts("need.", page.needs)
            yield Item("cautions-title", page.cautions_title)
            yield from _facts("caution.", page.cautions)
        case _:
            pass


def _day(page: TodayProps) -> Iterator[Item]:
    """In the order of the screen: large figures, when it was, hours, a chart, small figures, the rest. On a
    lying panel it begins with when it was, and the legend comes right after the title it stands beside.
    """
    foremost, *others = page.charts
    noted = Item("noted", page.noted)
    legend = [Item(f"legend.{at}", part.name, "fact") for at, part in enumerate(page.legend)]
    title, *hours = _bars(0, page.hours)
    if page.lying:
        yield from (noted, *_figures(page.large, 0), title, *legend, *hours)
    else:
        yield from (*_figures(page.large, 0), noted, title, *hours, *legend)
    yield from _bars(1, page.top)
    yield from _bars(1, foremost)
    yield from _figures(page.small, len(page.large))
    for at, chart in enumerate(others, start=2):
        yield from _bars(at, chart)


def _figures(figures: tuple[Control, ...], first: int) -> Iterator[Item]:
    for number, figure in enumerate(figures, start=first):
        yield Item(f"figure.{number}", figure.name, "fact")


def _bars(at: int, chart: BarChart) -> Iterator[Item]:
    yield Item(f"chart.{at}", chart.title)
    for number, one in enumerate(chart.bars):
        yield Item(f"bar.{at}.{number}", one.spoken, "fact")


def _facts(prefix: str, facts: tuple[Control, ...]) -> Iterator[Item]:
    for number, fact in enumerate(facts):
        yield Item(f"{prefix}{number}", fact.name, "fact", place=fact.place)


def _middle(page: Page) -> Iterator[Item]:
    """The answers, and what stands among or beneath them."""
    answers = (*_buttons(page.places), *_buttons(page.choices))
    match page:
        case EndProps(onward=onward, question=question):
            yield from answers[: len(onward)]
            yield Item("question", question)
            yield from answers[len(onward) :]
        case GoodbyeProps(payload_label=label):
            yield from answers
            yield Item("code", f"QR. {label}" if label else "", "picture")
        case OverviewProps(checked=checked):
            yield from answers
            yield Item("checked", checked)
        case PadProps():
            yield from (replace(key, private=isinstance(key.action, TypeDigit)) for key in answers)
        case TypingProps(mark=mark, heading=heading, caption=caption):
            yield from answers
            yield from (Item("mark", mark), Item("heading", heading, "heading"), Item("caption", caption))
            yield from _buttons(page.keys)
        case AskProps():
            yield from answers
            yield from _buttons(page.keys)
        case _:
            yield from answers
