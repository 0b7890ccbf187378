"""The opening check, by hand and ear: one question after another, and what follows from the answers. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from accessibility.touch import EVERYBODY
from accessibility.trying import Trial
from kiosk.base.events import CHECK_PARTS, CheckAnswer, CheckPart, OpeningVerdict, PointChecked, ShiftStarted
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import NumberHeard, StaffDo
from ui.visit.effects import Effect, ExaminePoint, PrintTest, SayNumber, SayThis
from ui.visit.staff.point import PointNow, SelfCheck
from ui.visit.staff.stages import OpeningCheck, OpeningResult
from ui.visit.turns import Turn
from ui.visit.visit import Visit

ASKED: tuple[CheckPart, ...] = CHECK_PARTS[:7]
"""What is tried by hand and ear; the kiosk looks at the rest by itself."""
MAY_BE_ABSENT: tuple[CheckPart, ...] = ("headphones", "keypad", "reader")
MUST_WORK: tuple[CheckPart, ...] = ("touch", "sound")
CIRCLES = 9
NUMBERS: Mapping[CheckPart, tuple[int, ...]] = {"sound": (3, 4, 5, 7), "headphones": (3, 5, 7)}
"""What is said, to be chosen by ear: ba, bốn, năm, bảy sound like nothing but themselves."""
IN_A_ROW = 3
"""So many are heard right one after the other: who guesses at the loudspeaker's numbers passes once in 28."""
MAY_OVERRULE = ("officer", "administrator")

Answers: TypeAlias = Mapping[CheckPart, CheckAnswer]


@dataclass(frozen=True, slots=True)
class Devices:
    """What the config of this kiosk names; what it does not name is absent.

    `clock_read`: a time stands on the screen. Where none does, nobody can have called it right.
    """

    printer: bool = False
    reader: bool = False
    clock_read: bool = True

    def has(self, part: CheckPart) -> bool:
        return {"printer": self.printer, "reader": self.reader}.get(part, True)


def begin(visit: Visit) -> Turn:
    """The first question; meanwhile the kiosk looks at itself. It is spoken: the voice is tried by it too."""
    spoken = replace(visit, preferences=replace(visit.preferences, speech_on=True))
    return Turn(spoken.show(OpeningCheck("touch")), (ExaminePoint(),))


def may_begin(visit: Visit, point: PointNow) -> bool:
    """Not while a resident's visit waits beneath; once it was made, its result leads to it."""
    return not visit.is_logged and not has_result(visit, point)


def has_result(visit: Visit, point: PointNow) -> bool:
    """Whether the check of today can be looked at."""
    return not visit.is_logged and point.answers is not None and point.state in ("open", "refused")


def show_result(visit: Visit, point: PointNow) -> Turn:
    """The check made earlier today; the kiosk looks at itself anew for what stands beside the answers."""
    if point.answers is None:
        return Turn(visit)
    answers, verdict = point.answers, verdict_of(point.answers)
    if point.state == "open" and verdict == "refused":
        verdict = "overruled"
    result = OpeningResult(tuple((part, answers[part]) for part in CHECK_PARTS), verdict)
    return Turn(visit.show(result), (ExaminePoint(),))


def on_press(
    visit: Visit, action: Action, point: PointNow, devices: Devices, touches: Trial = (), draw: int = 0
) -> Turn:
    """One press during the check, or at its result. *draw* is any number from a hat."""
    match visit.stage:
        case OpeningCheck() as check:
            return _asked(visit, check, action, point, devices, touches, draw)
        case OpeningResult() as result:
            return _at_result(visit, result, action, point)
        case _:
            return Turn(visit)


def verdict_of(answers: Answers) -> OpeningVerdict:
    """Residents who cannot read need the voice, and all of them the glass: without either it stays closed."""
    return "open" if all(answers[part] == "works" for part in MUST_WORK) else "refused"


def self_check_answers(self_check: SelfCheck) -> dict[CheckPart, CheckAnswer]:
    """What the kiosk saw of itself. A guide past its review is told, and keeps no point closed."""
    return {
        "network": "works" if self_check.network else "fails",
        "disk": "works" if self_check.disk_works else "fails",
        "guides": "works" if self_check.guides and not self_check.overdue else "fails",
    }


def leave(visit: Visit) -> Visit:
    """Back to what the check was begun from; staff screens are quiet, unless who checks wants the voice."""
    look = visit.staff.look if visit.staff is not None else None
    heard = look is not None and look.speech_on
    return replace(visit.close(), preferences=replace(visit.preferences, speech_on=heard))


def _asked(
    visit: Visit,
    check: OpeningCheck,
    action: Action,
    point: PointNow,
    devices: Devices,
    touches: Trial,
    draw: int,
) -> Turn:
    match action:
        case Do.BACK:
            return Turn(_back(visit, check))
        case StaffDo.FAILS:
            return _answer(visit, check, "fails", point, devices)
        case StaffDo.ABSENT if check.asks in MAY_BE_ABSENT:
            return _answer(visit, check, "absent", point, devices)
    match check.asks:
        case "touch":
            return _by_finger(visit, check, action, touches, point, devices)
        case "sound" | "headphones":
            return _by_ear(visit, check, action, point, devices, draw)
        case "printer" if action is StaffDo.PRINT_TEST:
            return Turn(visit, (PrintTest(),))
        case "printer":
            works = action is StaffDo.WORKS
        case "keypad":
            works = action is Signal.KEY_PRESSED
        case "reader":
            works = action is Signal.CODE_HELD
        case "clock":
            works = action is StaffDo.WORKS and devices.clock_read
        case "network" | "disk" | "guides":
            works = False  # the kiosk looks at these by itself
        case part:
            assert_never(part)
    return _answer(visit, check, "works", point, devices) if works else Turn(visit)


def _by_finger(
    visit: Visit, check: OpeningCheck, action: Action, touches: Trial, point: PointNow, devices: Devices
) -> Turn:
    match action:
        case Do.TOUCH_CIRCLE:  # by a key or a switch: that tries no glass
            return Turn(visit, (SayThis("opening.by_finger"),))
        case Signal.CIRCLE_TOUCHED:
            return _touched(visit, check, touches, point, devices)
        case _:
            return Turn(visit)


def _by_ear(
    visit: Visit, check: OpeningCheck, action: Action, point: PointNow, devices: Devices, draw: int
) -> Turn:
    match action:
        case StaffDo.SAY_NUMBER:
            return _say_number(visit, check, draw)
        case NumberHeard(number):
            return _heard(visit, check, number, point, devices, draw)
        case _:
            return Turn(visit)


def _touched(visit: Visit, check: OpeningCheck, touches: Trial, point: PointNow, devices: Devices) -> Turn:
    """Only a touch that met its circle counts: beside it, the glass and the picture have parted."""
    if not any(touch.off_mm <= EVERYBODY.margin_mm for touch in touches):
        return Turn(visit, (SayThis("opening.missed"),))
    if check.touched + 1 < CIRCLES:
        return Turn(visit.swap(replace(check, touched=check.touched + 1)))
    return _answer(visit, check, "works", point, devices)


def _say_number(visit: Visit, check: OpeningCheck, draw: int, *, after_right: bool = False) -> Turn:
    """The same until it was answered; never the one that was just missed."""
    others = [one for one in NUMBERS[check.asks] if one != check.missed or check.heard]
    number = check.number or others[draw % len(others)]
    return Turn(visit.swap(replace(check, number=number)), (SayNumber(number, after_right),))


def _heard(
    visit: Visit, check: OpeningCheck, said: int, point: PointNow, devices: Devices, draw: int
) -> Turn:
    """After a right one the next is said at once. A wrong one is forgiven once; then it begins anew."""
    if not check.number:
        return Turn(visit, (SayThis("opening.listen_first"),))
    if said == check.number:
        if check.heard + 1 == IN_A_ROW:
            return _answer(visit, check, "works", point, devices)
        return _say_number(visit, replace(check, number=0, heard=check.heard + 1), draw, after_right=True)
    if check.missed:
        return _answer(visit, check, "fails", point, devices)
    anew = replace(check, number=0, heard=0, missed=check.number)
    return Turn(visit.swap(anew), (SayThis("opening.other_number"),))


def _answer(
    visit: Visit, check: OpeningCheck, answer: CheckAnswer, point: PointNow, devices: Devices
) -> Turn:
    answers = (*check.answers, (check.asks, answer))
    after = [part for part in ASKED[ASKED.index(check.asks) + 1 :] if devices.has(part)]
    if after:
        return Turn(visit.swap(OpeningCheck(after[0], answers)))
    if point.self_check is None:  # the kiosk is still looking at itself
        return Turn(visit, (SayThis("opening.wait"),))
    given = dict(answers)
    whole: dict[CheckPart, CheckAnswer] = {part: given.get(part, "absent") for part in ASKED}
    return _conclude(visit, whole | self_check_answers(point.self_check), point)


def _conclude(visit: Visit, answers: Answers, point: PointNow) -> Turn:
    """It is written down at once, whatever came of it; who opens a point is on duty."""
    if visit.staff is None:
        return Turn(visit)
    staff, verdict = visit.staff.member.id, verdict_of(answers)
    result = visit.swap(OpeningResult(tuple((part, answers[part]) for part in CHECK_PARTS), verdict))
    return Turn(result, _written(PointChecked.of(staff, verdict, answers), point))


def _written(check: PointChecked, point: PointNow) -> tuple[Effect, ...]:
    if check.verdict == "refused" or point.on_duty_is(check.staff):
        return (check,)
    return (check, ShiftStarted(check.staff))


def _at_result(visit: Visit, result: OpeningResult, action: Action, point: PointNow) -> Turn:
    match action:
        case StaffDo.CHECK_ONCE_MORE:
            return begin(leave(visit))
        case StaffDo.OPEN_ANYWAY if visit.staff and may_overrule(visit, result):
            staff = visit.staff.member.id
            overruled = replace(result, verdict="overruled")
            check = PointChecked.of(staff, "overruled", dict(result.answers))
            return Turn(visit.swap(overruled), _written(check, point))
        case Do.DONE | Do.BACK:
            return Turn(leave(visit))
        case _:
            return Turn(visit)


def may_overrule(visit: Visit, result: OpeningResult) -> bool:
    """Whether who has the controls may open the point although speech or touch failed."""
    return result.verdict == "refused" and visit.staff is not None and visit.staff.role in MAY_OVERRULE


def _back(visit: Visit, check: OpeningCheck) -> Visit:
    if not check.answers:
        return leave(visit)
    return visit.swap(OpeningCheck(check.answers[-1][0], check.answers[:-1]))
