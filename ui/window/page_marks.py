"""Which page each screen was left at, for as long as it lies beneath the one that is shown. No Qt."""

from __future__ import annotations


class PageMarks:
    """By how deep a screen lies. `kept` is where the one that is shown now was left; empty: at its top."""

    def __init__(self) -> None:
        self._marks: dict[int, tuple[str, str]] = {}
        self._depth = 0
        self.kept = ""

    def enter(self, depth: int, place: str) -> None:
        """The screen *place* is shown, with *depth* screens beneath it; what lay above it is forgotten."""
        if self._marks.get(depth, ("", ""))[0] != place:
            self._marks[depth] = (place, "")
        self._marks = {deep: mark for deep, mark in self._marks.items() if deep <= depth}
        self._depth, self.kept = depth, self._marks[depth][1]

    def keep(self, place: str, mark: str) -> None:
        """The body of *place* was turned to *mark*, if it is the screen that is shown."""
        if self._marks.get(self._depth, ("", ""))[0] == place:
            self._marks[self._depth] = (place, mark)
