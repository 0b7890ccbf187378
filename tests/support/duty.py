"""A kiosk between a resident, two volunteers, the clock and the mains: whoever acts, and what was logged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from support.pressing import named
from support.residents import offered
from support.staff import PIN, HandRegister, opened_by, staff_gate
from support.stage import SIGN, Ear, residents_guides
from support.visit_fakes import Bench

from accessibility.card import TENTHS, Card
from kiosk.log.sessions.session import SessionSummary
from kiosk.log.sessions.summary import summarise
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.turn.gates.card_gate import CardDevices, CardGate
from ui.turn.gates.gates import Gates
from ui.visit.calling import is_waiting
from ui.visit.stage import StaffStage
from ui.visit.stages import Home, Resume
from ui.visit.visit import Visit
from ui.words import UiWords


class Signed:
    """Fits `CardReader`: every number is a card that tells so many tenths were done alone."""

    def open(self, text: str) -> Card:
        return Card(alone=int(text))


AROUND = Surroundings(UiWords(), Guides(residents_guides().flows), SIGN)
WITH_A_TEAM = replace(AROUND, sign=SIGN._replace(kind="team"))
TICK_S = 5


@dataclass
class Duty:
    """One kiosk over one log. `let_in` are the ids of who had the controls since the last visit began, `came`
    of who typed their PIN while somebody waited for a person. `cards`: how many were held up.
    """

    folder: Path
    register: HandRegister = field(default_factory=HandRegister)
    let_in: set[str] = field(default_factory=set)
    came: set[str] = field(default_factory=set)
    story: list[str] = field(default_factory=list)
    cards: int = 0
    around: Surroundings = AROUND

    def __post_init__(self) -> None:
        self.bench = Bench(self.folder)
        self._start()

    def _start(self) -> None:
        self.bench.take_over()
        clock = self.bench.clock
        gates = Gates(CardGate(CardDevices(Signed())), staff_gate(self.register))
        outside = Outside(Ear(), self.bench.recorder, lambda: clock.now().up_s, gates=gates)
        self.conductor = Conductor(outside, self.around)
        left = self.bench.recorder.left_over.result(0)
        if left is not None:
            self.conductor.offer_to_resume(Resume(left.flow_id, left.flow_hash, left.edges, left.language))

    @property
    def visit(self) -> Visit:
        return self.conductor.visit

    @property
    def visits(self) -> tuple[SessionSummary, ...]:
        """As the log tells them."""
        return summarise(self.bench.sink.events)

    def press(self, *actions: str) -> None:
        for action in actions:
            self.story.append(action)
            self.bench.clock.pass_s(1)
            self.conductor.act(named(action))
            self._look()

    def press_something(self, pick: int) -> None:
        """What is on the screen, whoever presses it; from the topics often right into a guide."""
        if isinstance(self.visit.stage, Home) and pick % 2:
            self.press("topic.vneid", "flow.vneid-cai-dat")
            return
        shown = offered(self.visit, self.around)
        pool = tuple(one for one in shown if one not in ("again", "size", "theme", "speech")) or shown
        self.press(pool[pick % len(pool)])

    def come(self, pick: int) -> None:
        """One of the staff knocks and types a PIN: mostly the right one."""
        member = self.register.members[pick % len(self.register.members)]
        pin = PIN if pick % 5 else "111222"
        if not isinstance(self.visit.stage, StaffStage):
            self.press(*opened_by(member, pin))

    def assist(self, pick: int) -> None:
        """One of the staff comes and assists whoever is there, or somebody new."""
        if isinstance(self.visit.stage, StaffStage):
            return
        if not self.visit.assisted_by:
            self.press(*opened_by(self.register.members[pick % len(self.register.members)]))
        said = ("notice.yes", f"group.{('elderly', 'poor')[pick % 2]}") if pick % 3 else ("notice.no",)
        self.press("staff", "assist", *said, "skip", "flow.vneid-cai-dat", "by.volunteer")

    def hold_card(self, pick: int) -> None:
        """Whoever is there holds up their card."""
        self.story.append("a card")
        self.cards += 1
        self.bench.clock.pass_s(1)
        self.conductor.held_up(str(pick % (TENTHS + 1)))
        self._look()

    def wait(self, seconds: int) -> None:
        self.story.append(f"wait {seconds} s")
        for _ in range(seconds // TICK_S):
            self.bench.clock.pass_s(TICK_S)
            self.conductor.tick()
            self._look()

    def change_right(self, pick: int) -> None:
        """An administrator elsewhere takes somebody's right, or gives everybody's back."""
        self.story.append("a right changes")
        if all(one.active for one in self.register.members):
            self.register.disable(self.register.members[pick % len(self.register.members)])
        else:
            self.register.members = HandRegister().members

    def set_clock_back(self) -> None:
        self.story.append("the clock is set back")
        self.bench.clock.wall_s -= 7200

    def cut_power(self, off_for_s: float) -> None:
        """Nothing of what was in memory is left; the log is."""
        self.story.append(f"power cut for {off_for_s} s")
        self.bench.heartbeat.close()
        self.bench.clock.reboot(off_for_s)
        self.bench = Bench(self.folder, self.bench.clock, self.bench.sink)
        self._start()
        self._look()

    def close(self) -> None:
        self.bench.heartbeat.close()

    _last = ""
    _waits = False
    _had = ""

    def _look(self) -> None:
        visits = self.visits
        newest = visits[-1].id if visits else ""
        if newest != self._last:
            self._last, self.let_in, self.came = newest, set(), set()
        if self.visit.staff is not None:
            self.let_in.add(self.visit.staff.member.id)
            if self._waits and self.visit.staff.member.id != self._had:
                self.came.add(self.visit.staff.member.id)
        self._waits = is_waiting(self.visit)
        self._had = self.visit.staff.member.id if self.visit.staff is not None else ""
