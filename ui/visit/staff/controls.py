"""The controls pass from the resident to staff and back; what the resident had is kept beneath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from accessibility.preferences import Preferences
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.stages import StaffComfort, StaffMenu
from ui.visit.stage import StaffStage
from ui.visit.stages import Attract, IdleNotice
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def staff_look(first: Preferences) -> Preferences:
    """How staff see the kiosk: as every new resident, and without a voice."""
    return replace(first, speech_on=False)


def take(visit: Visit, member: StaffMember, first: Preferences, resident: Preferences) -> Visit:
    """*member* has the controls and sees the menu; the resident's settings are set aside.

    Over the invitation at most *resident* is set already, which is theirs: what was set at the door beyond
    that is the member's own.
    """
    beneath = _without_staff(visit)
    if beneath.is_logged:
        back = beneath.staff is not None and beneath.staff.member.id == member.id
        look = beneath.staff.look if back and beneath.staff else None
        return _at_menu(beneath, AtControls(member, beneath.preferences, look), first)
    look = staff_look(beneath.preferences) if beneath.preferences != resident else None
    return _at_menu(replace(beneath, preferences=resident), AtControls(member, resident, look), first)


def leave_door(visit: Visit) -> Visit:
    """The resident's screen, as before somebody knocked; who assists goes on assisting."""
    return _without_staff(visit)


def shut(visit: Visit) -> Visit:
    """What staff had open goes away; who assists goes on assisting, on the resident's screen."""
    return hand_back(visit) if visit.assisted_by else lock(visit)


def hand_back(visit: Visit) -> Visit:
    """The resident's screen, as they had set it; the same member keeps the controls.

    Where nobody is here there is nothing to hand back to: the visit is then the invitation, with staff.
    """
    beneath = _without_staff(visit)
    staff = beneath.staff
    if staff is None or staff.aside is None:
        return beneath
    return replace(beneath, preferences=staff.aside, staff=replace(staff, aside=None))


def over(visit: Visit, stage: StaffStage, first: Preferences) -> Visit:
    """*stage* in the look of staff over the resident's screen; `hand_back` leads back to that."""
    if visit.staff is None:
        return visit
    aside = visit.preferences if visit.staff.aside is None else visit.staff.aside
    look = visit.preferences if visit.staff.aside else visit.staff.look or staff_look(first)
    return replace(visit, staff=replace(visit.staff, aside=aside), preferences=look).show(stage)


def beneath_the_panel(visit: Visit, turn_of: Callable[[Visit], Turn]) -> Turn:
    """*turn_of* what lies beneath the comfort panel, which stays while that is the same kind of screen."""
    if not isinstance(visit.stage, StaffComfort):
        return turn_of(visit)
    turn = turn_of(visit.close())
    stays = type(turn.visit.stage) is type(visit.beneath)
    return replace(turn, visit=turn.visit.show(visit.stage)) if stays else turn


def lock(visit: Visit) -> Visit:
    """Nobody of the staff has the controls any more; a resident goes on where they were."""
    back = replace(hand_back(visit), staff=None)
    return Visit() if isinstance(back.stage, Attract) else back


def _at_menu(beneath: Visit, staff: AtControls, first: Preferences) -> Visit:
    set_already = beneath.staff is not None and beneath.staff.aside is not None
    look = beneath.preferences if set_already else staff.look or staff_look(first)
    return replace(beneath, staff=staff, preferences=look).show(StaffMenu())


def _without_staff(visit: Visit) -> Visit:
    """Without the staff's screens, and without what asks whether somebody is there: somebody is."""
    left = tuple(stage for stage in visit.stages if not isinstance(stage, (StaffStage, IdleNotice)))
    return replace(visit, stages=left)
