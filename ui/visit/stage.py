"""What all stages of a visit are: what a screen of each kind may be covered by, and who it is for.

A new stage says here, by its class, what holds on it; nothing else has to list it but its row in
`ui.screens.table`.
"""

from __future__ import annotations

from typing import ClassVar


class Stage:
    """What the screen shows. Each is a frozen dataclass with what it has to remember, and no more."""

    __slots__ = ()

    may_finish: ClassVar[bool] = True  # the visit can be ended from it, and a card held up
    may_be_covered: ClassVar[bool] = True  # by the comfort panel
    lies_over: ClassVar[bool] = False  # goes away when a person is called: nobody needs help with it
    without_a_visit: ClassVar[bool] = False  # may lie over the invitation, where nobody is counted


class StaffStage(Stage):
    """Lies over the resident's stages, which are kept beneath and come back."""

    __slots__ = ()

    may_finish = False


class SigningIn(StaffStage):
    """Anybody can come to it: nobody has the controls yet, or any more."""

    __slots__ = ()


class SignedIn(StaffStage):
    """Shown only while somebody has the controls."""

    __slots__ = ()


class AsksResident(SignedIn):
    """Shown to the resident, in the resident's own look, by who assists."""

    __slots__ = ()


class AsksStaff(SignedIn):
    """What staff are asked about an assisted visit, over its goodbye."""

    __slots__ = ()
