"""Which items of the national framework were practised: made of the numbers of guides that are shown."""

from __future__ import annotations

from collections.abc import Collection

from flows.skills import skill_of, skills
from kiosk.figures.cells import CellKey, of_key
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Number, Row, Table

COUNTED = ("flow", "flow-practised")
"""How often guides were opened, and how often practised."""


def by_skill(composer: Composer) -> Table | None:
    """None where no guide was opened. What no item covers, as none was read, has a row of its own."""
    met = {guide for key in COUNTED for guide in of_key(composer.totals.all, key)}
    if not met:
        return None
    rows = [
        Row(
            skill.id,
            f"{skill.number} {skill.name.in_(composer.language)}{' (?)' if skill.confidence == 'U' else ''}",
            tuple(_together(composer, key, skill.guides) for key in COUNTED),
        )
        for skill in skills().values()
        if met & {*skill.guides}
    ]
    others = {guide for guide in met if skill_of(guide) is None}
    if others:
        rows.append(
            Row(
                "none",
                composer.say("told.no_skill"),
                tuple(_together(composer, key, others) for key in COUNTED),
            )
        )
    heads = tuple(composer.say(f"column.{column}") for column in ("skill", "opened", "practised"))
    note = composer.note(composer.say("told.skills"))
    return composer.table("skills", heads, tuple(rows), (note, *composer.notes_of(*COUNTED)))


def _together(composer: Composer, key: str, guides: Collection[str]) -> Number:
    """Hidden with any of its guides: their sum would reveal what is left of it."""
    numbers = [composer.shown.number(CellKey(key, guide)) for guide in guides]
    if any(number.hidden for number in numbers):
        return Number(None, hidden=True)
    return Number(sum(number.value or 0 for number in numbers))
