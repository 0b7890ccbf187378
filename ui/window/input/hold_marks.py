"""Shows on the controls themselves what is being touched, and how far a held press has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from accessibility.speech.utterance import Holding
from ui.window.input.aim import Aim
from ui.window.input.scene_targets import Target

PARTS = 3
"""A held press is heard so many times: on its way, and another tone when it is enough."""


class HoldMarks:
    """Sets `held` and `rested` (0 … 1) of controls; *heard* is told of each part of the holding."""

    def __init__(self, heard: Callable[[Holding], None]) -> None:
        self._heard = heard
        self._marked: dict[QQuickItem, int] = {}

    def show(self, live: Sequence[tuple[Aim, float]], *, holds: bool) -> None:
        """*live* are the contacts that may become a press, each with its share of the holding."""
        before, self._marked = self._marked, {}
        for aim, share in live:
            if aim.target is not None and isValid(aim.target.item):
                self._mark(aim.target.item, share if holds else 0.0, before)
        for item in before:
            if item not in self._marked and isValid(item):
                item.setProperty("held", False)
                item.setProperty("rested", 0.0)

    def tried(self, sample: Target | None) -> None:
        """The circle was touched: it says so until the next one."""
        if sample is not None and isValid(sample.item):
            sample.item.setProperty("tried", True)

    def slid(self, aim: Aim, across_px: float, along_px: float) -> None:
        """What may be slid follows the finger; with 0, 0 it lies again where it lay."""
        if aim.slide is not None and aim.slide.slides and isValid(aim.slide.item):
            aim.slide.item.setProperty("moved", QPointF(across_px, along_px))

    def _mark(self, item: QQuickItem, share: float, before: dict[QQuickItem, int]) -> None:
        parts = int(share * PARTS + 1e-9)
        item.setProperty("held", True)
        item.setProperty("rested", share)
        self._marked[item] = parts
        if parts > before.get(item, 0):
            self._heard("held" if parts == PARTS else "hold")
