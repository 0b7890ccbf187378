"""The window as the conductor sees it: nobody until it `begin`s, and each change shown once. No Qt."""

from __future__ import annotations

from typing import Protocol

from ui.reach.voice.narrator import NOTHING_LIT, Lit
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.turn.store import Store


class Window(Protocol):
    """Who shows the visit."""

    def page_changed(self) -> None: ...
    def beside_changed(self) -> None:
        """The page is the same; the strip over it, or the frame round it, may not be."""

    def lit_changed(self, lit: Lit) -> None: ...
    def pointed_changed(self, slot: str) -> None: ...
    def page_turned(self, by: int) -> None: ...
    def announced(self, text: str, urgent: bool) -> None: ...


class WindowPort:
    """Passes on to the window what is new to it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._window: Window | None = None
        self._shown: tuple[int, Page, Surroundings] | None = None

    def begin(self, window: Window) -> None:
        self._window = window
        self.forget()
        self.catch_up()

    def forget(self) -> None:
        """Show everything anew the next time: also what is shown already."""
        self._shown = None

    def catch_up(self) -> None:
        """Show what is not shown yet; nothing while nothing has changed."""
        store, before = self._store, self._shown
        self._shown = store.visits, store.page, store.around
        if self._window is None or before == self._shown:
            return
        if before is None or before[:2] != self._shown[:2]:
            self._window.page_changed()
        else:
            self._window.beside_changed()

    def announce(self, text: str, *, urgent: bool = False) -> None:
        """Tell a screen reader what no focus leads to."""
        if self._window is not None and text:
            self._window.announced(text, urgent)

    def light(self, lit: Lit) -> None:
        """The word that is heard; calm: the words stay as they are while they are said."""
        if self._window is not None:
            self._window.lit_changed(NOTHING_LIT if self._store.visit.preferences.calm else lit)

    def point(self, slot: str) -> None:
        if self._window is not None:
            self._window.pointed_changed(slot)

    def turn_page(self, by: int) -> None:
        if self._window is not None:
            self._window.page_turned(by)
