"""From door to door: the residential groups of the route, the four answers of a door, and what was marked."""

from __future__ import annotations

from kiosk.base.events import DOOR_OUTCOMES, DoorOutcome
from ui.screens.helpers import WITHOUT_CALL, Helper, bar
from ui.screens.page import Control, Page, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.staff import MarkDoor, MenuEntry, PickArea, StaffDo
from ui.visit.staff import assist
from ui.visit.staff.doors import Doors
from ui.visit.staff.stages import Door, DoorStage, Route
from ui.visit.visit import Visit

HELPERS: tuple[Helper, ...] = WITHOUT_CALL
PICTURES: dict[DoorOutcome, tuple[str, str]] = {
    "guided": ("steps/with-helper", "leaf"), "nobody-home": ("answers/door-closed", "sand"),
    "declined": ("answers/no", "pink"), "come-back": ("answers/other-day", "sky"),
}  # fmt: skip
"""Each on its ground."""


def derive_door(visit: Visit, stage: DoorStage, around: Surroundings) -> Page:
    """The page of a stage at the doors."""
    tr = around.tr(visit.preferences.language)
    match stage:
        case Route():
            return _route(tr, around)
        case Door():
            may_begin = assist.may_begin(visit, around.point)
            return _door(tr, stage, around.team.doors, may_begin=may_begin)


def _route(tr: Translator, around: Surroundings) -> Page:
    return Page(
        template="needs",
        place="doors.route",
        language=tr.language,
        heading=tr("doors.which_group"),
        sentence=tr("doors.no_houses"),
        icon="city",
        choices=tuple(
            Control(
                PickArea(area),
                f"{_area(tr, area)}: {tr('doors.count', count=_sum(around.team.doors, area))}",
                picture="steps/neighbours-meet",
                ground="sky",
            )
            for area in around.setup.route
        ),
        bar=bar(tr, HELPERS),
    )


def _door(tr: Translator, stage: Door, doors: Doors, *, may_begin: bool) -> Page:
    """The next door at once; what was marked before can be taken back, at a place that is kept for it."""
    area, marked = stage.area, stage.marked
    how = "" if _sum(doors, area) else tr("doors.one_touch")  # who has marked one knows it
    said = tr("doors.marked", outcome=tr(f"doors.{marked}")) if marked else how
    undo = Control(StaffDo.UNDO_DOOR if marked else None, tr("doors.undo"), "erase")
    return Page(
        template="needs",
        place=f"doors.{area}.{_sum(doors, area)}",
        language=tr.language,
        heading=tr("doors.heading"),
        sentence=f"{_where(tr, area, doors)}. {said}".rstrip(),
        icon="home",
        choices=tuple(
            Control(
                MarkDoor(outcome),
                f"{tr(f'doors.{outcome}')}: {tr('doors.count', count=doors.get((area, outcome), 0))}",
                picture=PICTURES[outcome][0],
                ground=PICTURES[outcome][1],
            )
            for outcome in DOOR_OUTCOMES
        ),
        primary=Control(MenuEntry.ASSIST, tr("menu.assist"), "heart", kind="plain") if may_begin else None,
        bar=(undo, *bar(tr, HELPERS)),
    )


def _where(tr: Translator, area: int, doors: Doors) -> str:
    return " · ".join(part for part in (_area(tr, area), _today(tr, doors, area)) if part)


def _area(tr: Translator, area: int) -> str:
    return tr("doors.group", number=area) if area else ""


def _today(tr: Translator, doors: Doors, area: int) -> str:
    return tr("doors.today", count=_sum(doors, area))


def _sum(doors: Doors, area: int) -> int:
    return sum(count for (where, _), count in doors.items() if where == area)
