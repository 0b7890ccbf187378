"""The official numbers, for who found nothing, with what to say there."""

from __future__ import annotations

from flows.phones import costs
from ui.screens.aside import grouped
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.typing import CallNumber
from ui.visit.visit import Visit

NUMBERS = ("0241022", "19001009", "19000368")
"""Each is in flows/rules.toml, with its source; whose it is stands in the words of the screens."""


def derive_numbers(visit: Visit, around: Surroundings) -> Page:
    """Each with its digits in large letters, and leads to them as large as the panel allows."""
    tr = around.tr(visit.preferences.language)
    return Page(
        template="choice",
        place="numbers-to-call",
        language=tr.language,
        heading=tr("ask.numbers_heading"),
        sentence=tr("ask.numbers_say"),
        choices=tuple(
            Control(
                CallNumber(number),
                tr(f"ask.number_{number}") + (f" – {tr('hotline.costs')}" if costs(number) else ""),
                number=grouped(number),
            )
            for number in NUMBERS
        ),
        bar=bar(tr, WITH_BACK),
        together=True,
    )
