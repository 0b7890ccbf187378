"""Whose the kiosk is now, as one value."""

from __future__ import annotations

from enum import Enum


class Mode(Enum):
    """`Visit.mode` says which it is."""

    NOBODY = "nobody"  # the invitation, or what is read or asked over it: no visit has begun
    OFFERED = "offered"  # a visit before a crash, of which it is still open whether it goes on
    RESIDENT = "resident"
    ASSISTED = "assisted"  # a resident's screens, while staff assist
    SIGNING_IN = "signing in"  # somebody knocked; it may be anybody
    STAFF = "staff"  # the screen speaks to staff, who have the controls
