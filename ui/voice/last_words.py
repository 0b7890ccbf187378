"""What a screen says last to this resident: how to go on, until they have heard it often enough. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kiosk.events import Way
from ui.pointing import Pointing
from ui.screens.page import Line, Page
from ui.visit.stage import StaffStage
from ui.voice.going_on import how_to_go_on, kind_of
from ui.ways.guidance import Shown

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
