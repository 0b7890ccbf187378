"""From door to door: the residential groups of the route, the four answers of a door, and what was marked."""

from __future__ import annotations

from kiosk.events import DOOR_OUTCOMES, DoorOutcome
from ui.screens.helpers import WITHOUT_CALL, Helper, bar
from ui.screens.page import Control, Page, Teller
from ui.screens.surroundings import Surroundings
from ui.visit.actions.staff import MarkDoor, MenuEntry, PickArea, StaffDo
from ui.visit.staff import assist
from ui.visit.staff.doors import Doors
from ui.visit.staff.stages import Door, DoorStage, Route
from ui.visit.visit import Visit

SLOTS: tuple[Helper, ...] = WITHOUT_CALL
ICONS: dict[DoorOutcome, str] = {
    "guided": "check", "nobody-home": "home", "declined": "cross", "come-back": "clock",
}  # fmt: skip


def derive_door(visit: Visit, stage: DoorStage, around: Surroundings) -> Page:
    """The page of a stage at the doors."""
    tell = around.tell(visit.preferences.language)
    match stage:
        case Route():
            return _route(tell, around)
        case Door():
            may_begin = assist.may_begin(visit, around.point)
            return _door(tell, stage, around.team.doors, may_begin=may_begin)


def _route(tell: Teller, around: Surroundings) -> Page:
    return Page(
        template="home",
        place="doors.route",
        language=tell.language,
        heading=tell("doors.which_group"),
        sentence=tell("doors.no_houses"),
        icon="city",
        choices=tuple(
            Control(
                PickArea(area),
                _area(tell, area),
                "city",
                tell("doors.count", count=_sum(around.team.doors, area)),
            )
            for area in around.setup.route
        ),
        bar=bar(tell, SLOTS),
    )


def _door(tell: Teller, stage: Door, doors: Doors, *, may_begin: bool) -> Page:
    """The next door at once; what was marked before can be taken back, at a place that is kept for it."""
    area, marked = stage.area, stage.marked
    said = tell("doors.marked", outcome=tell(f"doors.{marked}")) if marked else tell("doors.one_touch")
    undo = Control(StaffDo.UNDO_DOOR if marked else None, tell("doors.undo"), "erase")
    return Page(
        template="home",
        place=f"doors.{area}.{_sum(doors, area)}",
        language=tell.language,
        heading=tell("doors.heading"),
        sentence=f"{_where(tell, area, doors)}. {said}",
        icon="home",
        choices=tuple(
            Control(
                MarkDoor(outcome),
                tell(f"doors.{outcome}"),
                ICONS[outcome],
                tell("doors.count", count=doors.get((area, outcome), 0)),
            )
            for outcome in DOOR_OUTCOMES
        ),
        primary=Control(MenuEntry.ASSIST, tell("menu.assist"), "heart", kind="plain") if may_begin else None,
        bar=(undo, *bar(tell, SLOTS)),
    )


def _where(tell: Teller, area: int, doors: Doors) -> str:
    return " · ".join(part for part in (_area(tell, area), _today(tell, doors, area)) if part)


def _area(tell: Teller, area: int) -> str:
    return tell("doors.group", number=area) if area else ""


def _today(tell: Teller, doors: Doors, area: int) -> str:
    return tell("doors.today", count=_sum(doors, area))


def _sum(doors: Doors, area: int) -> int:
    return sum(count for (where, _), count in doors.items() if where == area)
