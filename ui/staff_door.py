"""Asks the register of staff, and lets its answers in only while somebody waits for them. No Qt.

Until somebody `open`s it nobody can come to the controls: the register is read once the screen stands.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.ports import StaffDesk
from ui.visit.effects import AddMember, CheckPin, ListStaff, ResetPin, SetActive, StaffEffect
from ui.visit.staff.answers import Answer, Listed, RegisterTrouble
from ui.visit.staff.people import AtControls

LOOK_EVERY_S = 5.0


class StaffDoor:
    """One a kiosk."""

    def __init__(self) -> None:
        self._desk: StaffDesk | None = None
        self._asked = self._answered = 0
        self._looked_s = float("-inf")
        self._looking = False

    def open(self, desk: StaffDesk) -> None:
        """From now on staff can come to the controls."""
        self._desk = desk

    def carry_out(self, effect: StaffEffect, told: Callable[[Answer], None]) -> None:
        """Ask the register what *effect* asks; an answer to an older question is dropped."""
        self._asked += 1
        asked = self._asked

        def answered(answer: Answer) -> None:
            if asked == self._asked:
                self._answered = asked
                told(answer)

        match effect, self._desk:
            case _, None:
                answered(RegisterTrouble())
            case ListStaff(), desk:
                desk.list(answered)
            case CheckPin(member_id, pin), desk:
                desk.check(member_id, pin, answered)
            case AddMember(role, shown), desk:
                desk.add(role, shown, answered)
            case ResetPin(member_id), desk:
                desk.reset_pin(member_id, answered)
            case SetActive(member_id, active), desk:
                desk.set_active(member_id, active, answered)

    def look(self, staff: AtControls | None, now_s: float, put_out: Callable[[str], None]) -> None:
        """Call about once a second: *put_out* is told the id of who has the controls and may not any more.

        Not while something else is asked: who resets their own PIN is told the new one, and stays.
        """
        busy = self._looking or self._answered != self._asked
        if staff is None or self._desk is None or busy or now_s - self._looked_s < LOOK_EVERY_S:
            return
        asked = self._asked
        self._looking, self._looked_s = True, now_s

        def looked(answer: Listed | RegisterTrouble) -> None:
            self._looking = False
            if asked != self._asked or not isinstance(answer, Listed):
                return
            if not staff.member.may_stay(answer.members):
                put_out(staff.member.id)

        self._desk.list(looked)
