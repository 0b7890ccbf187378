"""Carries out what a press asks for beside another screen: by the voice, the call, or a gate. No Qt."""

from __future__ import annotations

from typing import Protocol, assert_never

from kiosk.base import events as v
from ui.reach.voice.screen_speech import ScreenSpeech
from ui.screens.surroundings import Surroundings
from ui.turn.gates.gates import Gates
from ui.turn.open_call import OpenCall
from ui.visit import effects
from ui.visit.card import learnt
from ui.visit.staff.answers import Answer
from ui.visit.staff.ticket import TicketsAnswer
from ui.visit.visit import Visit


class Asker(Protocol):
    """Whose visit it is, and who takes the answers."""

    @property
    def visit(self) -> Visit: ...
    @property
    def around(self) -> Surroundings: ...
    def answered(self, answer: Answer) -> None: ...
    def tickets_answered(self, answer: TicketsAnswer) -> None: ...
    def staff_stays(self, effect: effects.StaffStays) -> None: ...


class EffectHandler:
    """Every effect there is; one more is refused by mypy until it stands here."""

    def __init__(self, asker: Asker, speech: ScreenSpeech, call: OpenCall, gates: Gates) -> None:
        self._asker, self._speech, self._call, self._gates = asker, speech, call, gates

    def carry_out(self, effect: effects.Effect) -> None:
        """Once the screen that follows is shown."""
        asker, gates = self._asker, self._gates
        match effect:
            case v.HelpCalled():
                self._call.begin(asker.visit, headphones=asker.around.sound.headphones)
            case v.HelpEscalated():
                self._call.send_further()
            case effects.SayAgain(asked=True):
                self._speech.again()
            case effects.SayAgain():
                self._speech.say_what_may_be_heard()
            case effects.PauseOrGoOn():
                self._speech.pause_or_go_on()
            case effects.SayThis():
                self._speech.say_this(effect)
            case effects.SayNumber(number, after_right):
                self._speech.say_number(number, after_right=after_right)
            case effects.PrintCard():
                gates.cards.print(asker.visit, asker.around, self._say)
            case effects.PrintGuide(flow_id):
                gates.sheets.print(flow_id, asker.visit.preferences.language, self._say)
            case effects.PrintLearnt():
                done = learnt(asker.visit, asker.around.guides.flows)
                gates.sheets.print_learnt(done, asker.visit.preferences.language, self._say)
            case effects.PrintTest():
                gates.cards.print_test(asker.around, self._say)
            case effects.HandIn() | effects.ListTickets() | v.AnswerPassedOn():
                gates.tickets.carry_out(effect, asker.tickets_answered)
            case (
                effects.ExaminePoint()
                | effects.LookAtDay()
                | effects.ExportToStick()
                | v.PointChecked()
                | v.PointClosed()
            ):
                self._ask_the_point(effect)
            case v.ShiftStarted() | v.ShiftEnded() | effects.UseStick() | effects.TakeFromStick():
                self._ask_the_point(effect)
            case (
                effects.ListStaff()
                | effects.CheckPin()
                | effects.AddMember()
                | effects.ResetPin()
                | effects.SetActive()
            ):
                gates.staff.carry_out(effect, asker.answered)
            case effects.StaffStays():
                asker.staff_stays(effect)
            case v.DoorVisited() | v.DoorUndone():
                pass  # counted with the screen that follows
            case v.VisitEvent() | v.KioskEvent() | v.PrivateEvent():
                pass  # it is recorded, and sounds like nothing
            case _:
                assert_never(effect)

    def _ask_the_point(self, effect: effects.PointEffect) -> None:
        if (point := self._gates.point.service) is not None:
            point.carry_out(effect)

    def _say(self, key: str) -> None:
        self._speech.say_this(effects.SayThis(key))
