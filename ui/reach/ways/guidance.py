"""Tells somebody how to go on in their way: as a screen is entered, and beneath the strip. No Qt."""

from __future__ import annotations

from typing import Protocol

from accessibility.preferences import Preferences
from ui.reach.ways.hand import Hand, Way, find
from ui.reach.ways.items import BAR_SLOT, STRIP_SLOT, Item
from ui.reach.ways.said import announced, written
from ui.screens.page import Line, Page, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.visit import Visit

FIRST_PLACES = ("home", "home.card")
"""To which the invitation leads, and where how to go on is said, once a visit."""
LANGUAGES = "comfort.language"
UNTIL_THE_GUIDES = "home.waiting"
WITHOUT_SEEING: tuple[Way, ...] = ("explore", "keys")
OFFERED = (("ask", STRIP_SLOT + "ask"), ("call", BAR_SLOT + Do.CALL_PERSON.slot))
"""What stands beside the tiles, and would be met only by who goes on through all of them."""
BACK_AGAIN = "resume"
"""Where nobody knows any longer how this person goes on: they are told as at the start."""


class Shown(Protocol):
    """The screen, and whose it is."""

    @property
    def page(self) -> Page: ...
    @property
    def visit(self) -> Visit: ...
    @property
    def around(self) -> Surroundings: ...

    def hint(self, text: str) -> None: ...


class Moving(Protocol):
    """How this person goes on, and where the pointer stands."""

    @property
    def hand(self) -> Hand: ...
    @property
    def way(self) -> Way: ...
    @property
    def by_keys(self) -> bool: ...
    @property
    def items(self) -> tuple[Item, ...]: ...


class Guidance:
    """Of one person, and forgotten with them."""

    def __init__(self, shown: Shown, moving: Moving) -> None:
        self._shown, self._moving = shown, moving
        self._entered = 0  # so many screens since the invitation
        self._taught_magic = self._teaches_magic = False  # once, on the first screen that is explored
        self._taught_taps: frozenset[tuple[str, bool]] = frozenset()  # in which guides, to whom: `_taps`
        self._teaches_taps = False

    def entered(self, *, gone: bool) -> None:
        """Another screen is shown. Who is *gone* leaves nothing; who chose a language is told anew."""
        waits = self._shown.page.place == UNTIL_THE_GUIDES
        explores = self._moving.way == "explore"
        self._teaches_magic = not gone and not waits and not self._taught_magic and explores
        self._taught_magic = not gone and (self._taught_magic or self._teaches_magic)
        languages = self._shown.page.place == LANGUAGES
        self._entered = 0 if gone or waits else max(0, self._entered + (-1 if languages else 1))
        self._teaches_taps = not gone and self._shown.page.touched_on_phone
        if self._teaches_taps:
            taps = (self._shown.page.guide, self._moving.way in WITHOUT_SEEING)
            self._teaches_taps = taps not in self._taught_taps
            self._taught_taps |= {taps}
        elif gone:
            self._taught_taps = frozenset()

    def reworded(self) -> None:
        """The same screen in another language: what stands beneath the strip is in it too."""
        if self._shown.around.pointer.hint:
            self._shown.hint(self.first_line)

    def script(self, *, asked: bool = False) -> tuple[Line, ...]:
        """What is said of a screen on entering it, or where it is *asked* for; to who may not see it, or
        asks, also how much there is to choose from.
        """
        page = self._shown.page
        script = page.script_when_asked if asked else page.script
        touches = self._moving.way == "touch"
        if page.spoken_unseen and (asked or not touches):
            at = next((at for at, line in enumerate(script, 1) if line.slot == "sentence"), 0)
            script = (*script[:at], *page.spoken_unseen, *script[at:])
        if touches:
            return (*script, *self._how_lines)
        answers = page.answers
        first = answers[0][0] if answers else ""
        first_at = next((at for at, line in enumerate(script) if line.slot == first), len(script))
        counted = answers != () and (asked or self._moving.way not in ("switches", "one-switch"))
        count = Line("count", self._tr("ways.count", count=len(answers))) if counted else None
        between = (*self._how_lines, *((count,) if count else ()))
        magic = (Line("magic", self._tr("ways.magic")),) if self._teaches_magic else ()
        taps = self._taps if self._moving.way in WITHOUT_SEEING else ()
        return (*script[:first_at], *between, *script[first_at:], *self._offers(asked), *taps, *magic)

    def _offers(self, asked: bool) -> tuple[Line, ...]:
        """On the first screen, that one may type and that a person comes: these stand behind the tiles. With
        one switch every word is waited for, and the machine comes to both by itself: told where *asked* for.
        """
        waits = self._moving.way == "one-switch" and not asked
        if waits or not self.tells_how or self._shown.page.place == BACK_AGAIN:
            return ()
        found = ((key, find(self._moving.items, slot)) for key, slot in OFFERED)
        return tuple(Line(one.slot, self._tr(f"ways.{key}", label=one.label)) for key, one in found if one)

    @property
    def _taps(self) -> tuple[Line, ...]:
        """Once a guide: a phone that reads itself aloud takes two taps for one."""
        return (Line("taps", self._tr("ways.taps")),) if self._teaches_taps else ()

    @property
    def _how_lines(self) -> tuple[Line, ...]:
        """How to go on, and once that there are ready-made sets of preferences."""
        if not self.tells_how:
            return ()
        card = () if self._shown.page.place == BACK_AGAIN else (Line("card", self._tr("ways.card")),)
        return (Line("hint", self._how), *card)

    @property
    def announcement(self) -> str:
        """What a screen reader is told of this screen on entering it."""
        return announced(self._shown.page, self._tr, self._taps)

    @property
    def first_line(self) -> str:
        """What stands beneath the strip on entering: always something for those whose place it tells later,
        so that nothing on the screen moves when they do.
        """
        page = self._shown.page
        if self.tells_how and not (self._offers_to_be_heard and self._shown.around.sound.no_sound):
            return self._how
        if not self._moving.by_keys:
            return self.standing_line
        if page.answers:
            return self._tr("ways.count", count=len(page.answers))
        return self._tr("ways.things", count=len(self._moving.items))

    @property
    def standing_line(self) -> str:
        """What stands beneath the strip while nothing else does: that one tap chooses nothing.

        A swipe is soon made unmeant, also by somebody who does not hear. Where the pointer stands is told on:
        without that line all the page would move, and again when it comes back. A lying panel's drawn keys go
        without: beneath two lines half of them stood overleaf.
        """
        if not self._moving.by_keys:
            needs_the_room = self._shown.page.template == "typing" and not self._shown.around.panel.upright
            return self._how if self._preferences.explore and not needs_the_room else ""
        item = find(self._moving.items, self._moving.hand.slot)
        if self._shown.around.pointer.hint == "":
            return ""
        return self.first_line if item is None else written(item, self._tr, wrapped=False)

    @property
    def _how(self) -> str:
        """How to go on in this way; for those who touch, how to go on without seeing."""
        return self._tr(f"ways.how_{self._moving.way}")

    @property
    def tells_how(self) -> bool:
        """Whether this screen tells how to go on in this way, before anything is chosen."""
        place = self._shown.page.place
        first = self._entered == 1 and place in FIRST_PLACES
        return first or (place == BACK_AGAIN and self._moving.way == "touch")

    @property
    def _offers_to_be_heard(self) -> bool:
        """Who touches what they see goes on as ever: how to hear the screen is all that they are told."""
        return self.tells_how and self._moving.way == "touch"

    def hearing_changed(self) -> None:
        """The sound came or went: what offers to be heard stands only where something can be."""
        if self._offers_to_be_heard and self._shown.around.pointer.hint in ("", self._how):
            self._shown.hint(self.first_line)

    @property
    def _tr(self) -> Translator:
        return self._shown.around.tr(self._shown.page.language)

    @property
    def _preferences(self) -> Preferences:
        return self._shown.visit.preferences
