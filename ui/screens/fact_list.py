"""A page of facts, one beneath the other, each with its sign, if any; read whole when it is opened."""

from __future__ import annotations

from ui.screens.choosing import OverviewProps
from ui.screens.helpers import Helper, bar
from ui.screens.page import Control, Line, Translator, numbered
from ui.visit.actions.common import Do


def fact_list(
    tr: Translator,
    place: str,
    *,
    heading: str,
    icon: str,
    facts: tuple[Control, ...],
    helpers: tuple[Helper, ...],
    done: str = "",
    on_a_card: bool = True,
) -> OverviewProps:
    """*done* is written on the one control that leads on, back to where one was; empty: there is none."""
    return OverviewProps(
        place=place,
        language=tr.language,
        heading=heading,
        icon=icon,
        primary=Control(Do.DONE, done, "check") if done else None,
        bar=bar(tr, helpers),
        minutes="",
        needs_title="",
        needs=numbered(facts, tr),
        cautions_title="",
        cautions=(),
        checked="",
        on_a_card=on_a_card,
        spoken_extra=tuple(Line(f"need.{number}", fact.label) for number, fact in enumerate(facts)),
    )
