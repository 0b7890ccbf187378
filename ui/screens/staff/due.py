"""Which guides are to be reviewed soon, and which facts in them end: for who has them mended."""

from __future__ import annotations

from collections.abc import Iterator

from flows.shelf.due import DAYS, Due, due
from ui.screens.choosing import OverviewProps
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITHOUT_CALL
from ui.screens.page import Control, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.visit import Visit

MOST_NAMED = 12
"""What is due later is a number: so many fit a few pages, also in the largest text."""


def derive_due(visit: Visit, around: Surroundings) -> OverviewProps:
    """What is due first stands first; what is overdue is said to be so."""
    tr = around.tr(visit.preferences.language)
    return fact_list(
        tr,
        "due",
        heading=tr("due.heading"),
        icon="calendar",
        facts=tuple(_facts(tr, around)),
        helpers=WITHOUT_CALL,
        done=tr("due.done"),
    )


def _facts(tr: Translator, around: Surroundings) -> Iterator[Control]:
    today = around.point.today
    if today is None:
        yield Control(None, tr("due.no_day"), "warning")
        return
    due_now = due(around.guides.lessons.values(), today)
    for one in due_now[:MOST_NAMED]:
        late = one.is_overdue(today)
        yield Control(None, _said(tr, one, late=late), "warning" if late else "calendar")
    if len(due_now) > MOST_NAMED:
        yield Control(None, tr("due.others", count=len(due_now) - MOST_NAMED), "info")
    if not due_now:
        yield Control(None, tr("due.none", days=DAYS), "check")


def _said(tr: Translator, one: Due, *, late: bool) -> str:
    key = "overdue" if late and one.why == "review" else one.why.replace("-", "_")
    return tr(f"due.{key}", title=one.title.in_(tr.language), date=f"{one.day:%d/%m/%Y}")
