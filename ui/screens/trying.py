"""The circle to touch, and what the screen has been fitted to after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.preferences import Preferences
from accessibility.touch import EVERYBODY
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Page, Template, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Circle, Fitted
from ui.visit.visit import Visit

PLACES: tuple[tuple[float, float], ...] = ((0.5, 0.5), (0.15, 0.85), (0.85, 0.3))
"""Where each circle stands, as shares of the room beside it; never where the one before was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleProps(Page):
    """One circle; `across` and `down` are shares 0 … 1 of the room that is left beside it."""

    template: Template = "circle"
    across: float
    down: float


def derive_circle(visit: Visit, stage: Circle, around: Surroundings) -> CircleProps:
    """Nothing to read but where to touch. By a key or a switch it is passed over like any other button."""
    tr = around.tr(visit.preferences.language)
    number = len(stage.trials) + 1
    across, down = PLACES[(number - 1) % len(PLACES)]
    return CircleProps(
        place=f"circle.{number}",
        language=tr.language,
        heading=tr("circle.heading" if number == 1 else "circle.once_more"),
        sentence=tr("circle.sentence") if number == 1 else "",
        icon="touch",
        choices=(Control(Do.TOUCH_CIRCLE, tr("circle.name", number=number), "touch"),),
        primary=Control(Do.SKIP, tr("circle.skip"), "next", kind="plain"),
        bar=bar(tr, WITH_BACK),
        across=across,
        down=down,
    )


def derive_fitted(visit: Visit, stage: Fitted, around: Surroundings) -> Page:
    """What the kiosk does for this hand from now on; going on confirms it."""
    now = visit.preferences
    tr = around.tr(now.language)
    sentence = " ".join(_forgiven(tr, now))
    undo = () if now.hands == stage.before else (Control(Do.FIT_UNDO, tr("fitted.undo"), "back"),)
    return Page(
        template="choice",
        place="fitted",
        language=tr.language,
        heading=tr("fitted.heading" if sentence else "fitted.nothing"),
        sentence=sentence,
        icon="touch",
        choices=(Control(Do.FIT_AGAIN, tr("fitted.again"), "touch"), *undo),
        primary=Control(Do.DONE, tr("step.next"), "next"),
        bar=bar(tr, WITH_BACK),
    )


def _forgiven(tr: Translator, now: Preferences) -> Iterator[str]:
    hands, usual = now.hands, EVERYBODY
    forgiven = {
        "twice": hands.repeat_guard_s > usual.repeat_guard_s,
        "beside": hands.margin_mm > usual.margin_mm,
        "slide": hands.drag_mm > usual.drag_mm,
    }
    *ways, last = "", *(tr(f"fitted.{what}") for what, more in forgiven.items() if more)
    if last:
        several = [", ".join(way for way in ways if way), last]
        yield tr("fitted.may", ways=tr("fitted.or").join(one for one in several if one))
    if hands.holds:
        yield tr("comfort.hold_is_on")
