"""Asks the register of staff, and lets its answers in only while somebody waits for them. No Qt.

Until its service opens nobody can come to the controls: the register is read once the screen stands.
"""

from __future__ import annotations

from collections.abc import Callable

from ui.turn.gates.late_port import LatePort
from ui.visit.effects import AddMember, CheckPin, ListStaff, ResetPin, SetActive, StaffEffect
from ui.visit.ports import StaffPort
from ui.visit.staff.answers import Answer, Listed, RegisterTrouble
from ui.visit.staff.people import AtControls

ASK_EVERY_S = 5.0


class StaffGate:
    """One a kiosk."""

    def __init__(self, register: StaffPort | None = None) -> None:
        self.port = LatePort[StaffPort](register)
        self._asked = self._answered = 0
        self._asked_s = float("-inf")
        self._asking = False

    def carry_out(self, effect: StaffEffect, on_answer: Callable[[Answer], None]) -> None:
        """Ask the register what *effect* asks; an answer to an older question is dropped."""
        self._asked += 1
        asked = self._asked

        def answered(answer: Answer) -> None:
            if asked == self._asked:
                self._answered = asked
                on_answer(answer)

        match effect, self.port.service:
            case _, None:
                answered(RegisterTrouble())
            case ListStaff(), register:
                register.list(answered)
            case CheckPin(member_id, pin), register:
                register.check(member_id, pin, answered)
            case AddMember(role, shown), register:
                register.add(role, shown, answered)
            case ResetPin(member_id), register:
                register.reset_pin(member_id, answered)
            case SetActive(member_id, active), register:
                register.set_active(member_id, active, answered)

    def check_rights(self, staff: AtControls | None, now_s: float, put_out: Callable[[str], None]) -> None:
        """Call about once a second: *put_out* is told the id of who has the controls and may not any more.

        Not while something else is asked: who resets their own PIN is told the new one, and stays.
        """
        busy = self._asking or self._answered != self._asked
        if staff is None or self.port.service is None or busy or now_s - self._asked_s < ASK_EVERY_S:
            return
        asked = self._asked
        self._asking, self._asked_s = True, now_s

        def listed(answer: Listed | RegisterTrouble) -> None:
            self._asking = False
            if asked != self._asked or not isinstance(answer, Listed):
                return
            if not staff.member.may_stay(answer.members):
                put_out(staff.member.id)

        self.port.service.list(listed)
