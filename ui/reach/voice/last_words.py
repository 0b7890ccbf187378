"""What a screen says last to this resident: how to go on, until they have heard it often enough. No Qt.

How to go on is said in the words of the main button or the tiles, as the person in front does it: one
touches, another presses a key, or swipes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol, TypeAlias

from accessibility.preferences import ThemeName
from kiosk.base.events import Way
from ui.reach.pointing import Pointing
from ui.reach.ways.guidance import Shown
from ui.screens.farewell import GoodbyeProps
from ui.screens.guide import StepProps
from ui.screens.guide_end import EndProps
from ui.screens.page import Line, Page, Translator
from ui.screens.trying import CircleProps
from ui.visit.actions.chosen import SlidePlace
from ui.visit.actions.common import Do
from ui.visit.stage import StaffStage

TIMES: Mapping[Way, int] = {"touch": 3, "explore": 2, "keys": 2, "switches": 2, "one-switch": 1}
"""On so many screens of a kind a visit says it by itself. With one switch every word is waited for."""
PAGES = "pages"


class Pointed(Shown, Protocol):
    """The visit as its last words need it."""

    pointing: Pointing


class LastWords:
    """`lines` is what the screen shown says by itself. How often each was said goes with the visit."""

    def __init__(self, shown: Pointed) -> None:
        self._shown = shown
        self._said: dict[str, int] = {}
        self.lines: tuple[Line, ...] = ()

    def forget(self) -> None:
        """Another person comes."""
        self._said, self.lines = {}, ()

    def none(self) -> None:
        """Another screen, which is not read yet."""
        self.lines = ()

    def enter(self) -> None:
        """The screen shown is read: to who is read to, once more, if that was not often enough."""
        page = self._shown.page
        heard = self._shown.visit.preferences.speech_on or page.always_said
        lines = self._how() if heard else ()
        kind = kind_of(page)  # to choose what one came for and to answer are two things to learn
        wanted = bool(lines) and self._counts(lines[0].text if kind == "choose" else kind)
        wanted = wanted or (kind in ("main", "or_main") and self._would_go_unnamed(page))
        self.lines = lines if wanted and not self._says_the_way else ()

    def _would_go_unnamed(self, page: Page) -> bool:
        """Whether the main button stands among others to choose from: they are read, it is not, unless by the
        sentence. Keys, switches and swipes come to it.
        """
        main = page.primary.label if page.primary else ""
        return self._shown.pointing.way == "touch" and bool(page.choices) and main not in page.sentence

    def when_asked(self) -> tuple[Line, ...]:
        """However often it was said. Not where staff stand by, nor where the way itself was just told."""
        return () if self._says_the_way else self._how()

    @property
    def _says_the_way(self) -> bool:
        pointing = self._shown.pointing
        return pointing.way != "touch" and pointing.guidance.tells_how

    def _how(self) -> tuple[Line, ...]:
        shown, way = self._shown, self._shown.pointing.way
        if isinstance(shown.visit.beneath, StaffStage):
            return ()
        tr = shown.around.tr(shown.page.language)
        return how_to_go_on(shown.page, way, tr, shown.visit.preferences.shown_theme)

    def overleaf(self) -> tuple[Line, ...]:
        """Beneath a page that somebody has turned to: that more follows."""
        return self._of_pages("page.down")

    def of_pages(self) -> str:
        """Once all has been said, while it is still worth telling: that there is another page."""
        lines = self._of_pages("page.down", "page.up")
        return lines[0].text if lines and self._counts(PAGES) else ""

    def _of_pages(self, *slots: str) -> tuple[Line, ...]:
        """What the first of *slots* that leads to a page is called; the page follows who goes otherwise."""
        shown = self._shown
        tr, pointing = shown.around.tr(shown.page.language), shown.pointing
        if pointing.way != "touch" or shown.visit.speaks_to_staff:
            return ()
        offered = [slot for slot in slots if slot in pointing.page_turns][:1]
        key = {"page.down": "overleaf", "page.up": "before"}
        return tuple(Line(slot, tr(f"go_on.{key[slot]}", label=tr(f"scroll.{slot[5:]}"))) for slot in offered)

    def _counts(self, what: str) -> bool:
        """Count it as said, if it was not said often enough."""
        said = self._said.get(what, 0)
        self._said[what] = said + 1
        return said < TIMES[self._shown.pointing.way]


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
