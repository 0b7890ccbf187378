"""What stands behind the screens, as the screens ask for it. Everything is empty until its service opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.turn.gates.card_gate import CardGate
from ui.turn.gates.late_port import LatePort
from ui.turn.gates.sheet_gate import SheetGate
from ui.turn.gates.staff_gate import StaffGate
from ui.turn.gates.ticket_gate import TicketGate
from ui.visit.ports import PointPort


@dataclass(frozen=True, slots=True)
class Gates:
    """One of each a kiosk."""

    cards: CardGate = field(default_factory=CardGate)
    staff: StaffGate = field(default_factory=StaffGate)
    tickets: TicketGate = field(default_factory=TicketGate)
    sheets: SheetGate = field(default_factory=SheetGate)
    point: LatePort[PointPort] = field(default_factory=LatePort)
