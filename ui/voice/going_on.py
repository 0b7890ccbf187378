"""How one goes on from a screen, said last: in the words of its main button or its tiles. Pure.

Each says what the person in front does: one touches, another presses a key, or swipes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from accessibility.preferences import ThemeName
from kiosk.events import Way
from ui.screens.farewell import GoodbyeProps
from ui.screens.guide import StepProps
from ui.screens.guide_end import EndProps
from ui.screens.page import Line, Page, Translator
from ui.screens.trying import CircleProps
from ui.visit.actions.chosen import SlidePlace
from ui.visit.actions.common import Do

Kind: TypeAlias = Literal["main", "or_main", "choose", "slide", "alone", "call", ""]
"""By the main button; or else by it; by one of several; by sliding; without who was called; by calling; not
said.
"""

COLOURS: Mapping[ThemeName, str] = {
    "light": "plum", "dark": "blue", "low-glare": "blue",
    "high-light": "black", "high-dark": "white", "yellow-black": "yellow",
}  # fmt: skip
"""What the main button is called by, for who does not read; the test of colours holds it to the theme."""


def kind_of(page: Page) -> Kind:
    """By what one goes on from *page*."""
    if page.template == "attract" or isinstance(page, CircleProps) or page.place == "home.waiting":
        return ""  # nobody is there; all it says is how; or one is asked to wait
    if isinstance(page, EndProps):
        return "main" if page.touched else "or_main"  # after the question and its faces, or calling a person
    if page.primary is not None and isinstance(page.primary.action, SlidePlace):
        return "slide"
    if page.places and page.primary is not None:
        return "choose"  # on the phone: what is right is to be judged by oneself
    main = page.primary is not None and page.primary.kind == "primary"
    if page.choices and (not main or page.template == "needs" or _has_faces(page)):
        return "choose"
    if main:
        return "or_main" if page.place == "card.show" else "main"
    if page.answers:
        return "choose"
    return "alone" if _of_the_bar(page, Do.GO_ON) else "call" if _of_the_bar(page, Do.CALL_PERSON) else ""


def how_to_go_on(page: Page, way: Way, tr: Translator, theme: ThemeName) -> tuple[Line, ...]:
    """The sentence, with the slot of what lights up while it is heard."""
    match kind_of(page):
        case "":
            return ()
        case "choose":
            key = f"choose_{_what_is_touched(page) if way == 'touch' else way}"
            return (Line("go-on", tr(f"go_on.{key}")),)
        case "slide":
            assert page.primary is not None
            key = "slide_touch" if way == "touch" else f"main_{way}"
            return (Line("primary", tr(f"go_on.{key}", label=page.primary.label)),)
        case "alone" | "call" as kind:
            action = Do.GO_ON if kind == "alone" else Do.CALL_PERSON
            waits = kind == "alone" and way != "touch"
            label, key = _of_the_bar(page, action), f"{'main' if waits else kind}_{way}"
            return (Line(f"bar.{action.slot}", tr(f"go_on.{key}", label=label)),)
        case "main" | "or_main" as kind:
            assert page.primary is not None
            calls = _calling_first(page, way, tr)
            button = tr(f"go_on.button_{COLOURS[theme]}", label=page.primary.label)
            key = f"{kind if way == 'touch' else 'main'}_{way}"
            main_line = Line("primary", tr(f"go_on.{key}", button=button, label=page.primary.label))
            return (*calls, main_line)


def _calling_first(page: Page, way: Way, tr: Translator) -> tuple[Line, ...]:
    """Where a person takes over: how one is called here. Whoever has said how it was has heard it."""
    if way != "touch" or not isinstance(page, EndProps) or not page.hands_over or page.touched:
        return ()
    label = _of_the_bar(page, Do.CALL_PERSON)
    return (Line(f"bar.{Do.CALL_PERSON.slot}", tr("go_on.help_touch", label=label)),)


def _what_is_touched(page: Page) -> str:
    """What the answers look like, and what they are."""
    if page.template == "practice":
        return "phone"
    drawn = _has_faces(page) or (page.choices != () and all(one.picture for one in page.choices))
    asks = isinstance(page, StepProps | GoodbyeProps)
    return f"{'picture' if drawn else 'box'}_{'answer' if asks else 'wanted'}"


def _has_faces(page: Page) -> bool:
    return isinstance(page, GoodbyeProps) and not page.answered


def _of_the_bar(page: Page, action: Do) -> str:
    """The words of the helper that does *action*; empty: there is none."""
    return next((one.label for one in page.bar if one.action is action), "")
