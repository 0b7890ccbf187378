"""Who of the staff is meant: an id, the short name chosen for the screen, a role. Knows nothing of visits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from accessibility.preferences import Preferences
from kiosk.base.events import Actor, Role

Digits: TypeAlias = tuple[int, ...]
"""Of a PIN that is typed: never joined to one text, of which Python would leave copies in freed memory."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """The id alone may be written down; the shown name is for the screen.

    `pin_edition` tells nothing of the PIN, but another one once it was reset. It is not who they are.
    """

    id: str
    shown: str
    role: Role
    active: bool = True
    pin_edition: str = field(default="", compare=False, repr=False)

    def may_stay(self, members: tuple[StaffMember, ...]) -> bool:
        """Whether who came in so may go on: among *members* nothing has changed of them, nor their PIN."""
        return any(one == self and one.pin_edition == self.pin_edition for one in members)


@dataclass(frozen=True, slots=True)
class AtControls:
    """Somebody whose PIN was right, until they lock or are not heard of for four minutes.

    It opens no menu: that asks the PIN each time. `proved`: they have typed it again just now, for one change
    among the people who may help here. `without_pin`: they have only gone on from one resident to the next,
    and it may be somebody else who touched that; then they have a volunteer's rights.

    `aside` are the resident's settings while a staff screen is shown in the look of staff; None while the
    resident's screen is shown in the resident's own. `look` is that of this member, once they have set it.
    """

    member: StaffMember
    aside: Preferences | None = None
    look: Preferences | None = None
    proved: bool = False
    without_pin: bool = False

    @property
    def role(self) -> Role:
        """What they may do now."""
        return "volunteer" if self.without_pin else self.member.role


@dataclass(frozen=True, slots=True)
class Assist:
    """A member of staff has taken this visit over; it counts while that member has the controls.

    `by` is who acts at the step shown: the resident, unless staff touch something else, for this step alone.
    `unfolded`: all that staff may touch at a step is shown, not only who acts, until one of it is touched.
    `told_briefly`: what is counted stands in one sentence on the screen, until the first step is left.
    """

    staff_id: str
    by: Actor = "resident"
    told_briefly: bool = False
    unfolded: bool = False
