"""The screens of staff, for the tour and for whoever looks at every screen. Pure."""

from __future__ import annotations

from accessibility.preferences import Preferences
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.stages import BEHIND_THE_DOOR, PinPad, StaffMenu, StaffOut, WhoOpens
from ui.visit.stages import Stage

SEN = StaffMember("qt-01", "Bạn Sen", "administrator")  # sees every entry of the menu
TEAM = (
    SEN,
    StaffMember("cb-01", "Cô Cúc", "officer"),
    StaffMember("tnv-01", "Bạn Mai", "volunteer"),
    StaffMember("tnv-02", "Bạn Trúc", "volunteer"),
    StaffMember("pu-01", "Anh Thông", "responder"),
)
STAFF_STAGES_SHOWN: tuple[tuple[str, Stage], ...] = (
    ("staff-who", WhoOpens(TEAM)),
    ("staff-nobody", WhoOpens(())),
    ("staff-who-waiting", WhoOpens()),
    ("staff-who-trouble", WhoOpens((), trouble=True)),
    ("staff-pin", PinPad(TEAM[2])),
    ("staff-pin-wrong", PinPad(TEAM[2], "12", "wrong", 3)),
    ("staff-pin-locked", PinPad(TEAM[2], "", "locked-out", 480)),
    ("staff-pin-trouble", PinPad(TEAM[2], "", "trouble")),
    ("staff-out", StaffOut("Bạn Trúc")),
    ("staff-menu", StaffMenu()),
)
"""By name, unique among all stops. Every slice adds its own."""


def at_controls(stage: Stage) -> AtControls | None:
    """Who has the controls while *stage* is shown."""
    return AtControls(SEN, Preferences()) if isinstance(stage, BEHIND_THE_DOOR) else None
