"""What a press may need to know beside the visit, gathered from what stands around it. Pure."""

from __future__ import annotations

from accessibility.preferences import Preferences
from accessibility.trying import Trial
from ui.screens.surroundings import Surroundings
from ui.visit.press_context import PressContext
from ui.visit.staff.bookmarks import Place
from ui.visit.staff.opening import Devices
from ui.visit.staff.people import StaffMember


def gather_context(
    around: Surroundings,
    first: Preferences,
    *,
    left_off: Place,
    may_go_on: StaffMember | None,
    had_whole_notice: frozenset[str],
    touches: Trial,
    draw: int,
) -> PressContext:
    """*first*: the ward's own settings; the rest as `PressContext` has it."""
    cards, clock = around.cards, around.clock
    clock_read = bool(clock.time or clock.doubted_time)
    reader = cards.camera or around.point.scanner
    return PressContext(
        around.guides,
        around.panel,
        first,
        further_help=around.setup.further.to,
        door_to_door=around.door_to_door,
        route=around.setup.route,
        area=around.team.area_now,
        left_off=left_off,
        point=around.point,
        devices=Devices(cards.prints, reader, clock_read and around.point.today is not None),
        no_sound=around.sound.no_sound,
        week=clock.week,
        draw=draw,
        may_go_on=may_go_on,
        had_whole_notice=had_whole_notice,
        touches=touches,
        needs=around.offered,
    )
