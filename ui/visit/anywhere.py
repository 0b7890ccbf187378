"""What can be done on every screen, or on most: by the action, and by whose the kiosk is."""

from __future__ import annotations

from dataclasses import replace

from kiosk.base.events import IdleNoticed
from ui.visit import calling, comfort, ending, settings, start
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseLanguage, ShowScreen
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.signals import Signal
from ui.visit.effects import Effect, PauseOrGoOn, SayAgain, SayThis
from ui.visit.press_context import PressContext
from ui.visit.staff import assist, controls, next_person, results, sign_in
from ui.visit.staff.stages import NewPin, Training
from ui.visit.stage import AsksResident, SignedIn, StaffStage
from ui.visit.stages import Attract, IdleNotice, OnOwnPhone, ShowCard, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import Mode, Visit

NOT_OPEN = (SayThis("point.not_open", even_when_off=True),)
"""What is said instead where the opening check has refused."""


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn | None:
    """None: the screen shown has something of its own for it, or nothing."""
    match action:
        case Setting():  # the look of the invitation is the ward's own
            at_attract = isinstance(visit.stage, Attract)
            largest, first = context.panel.largest, context.first
            return None if at_attract else settings.on_press(visit, action, largest, first)
        case ChooseLanguage(language) if language == visit.language_before:
            return settings.on_press(visit, action, context.panel.largest, context.first)
        case Signal():
            return _noticed(visit, action, context)
        case Do():
            return _pressed(visit, action, context)
        case ShowScreen(stage):
            return Turn(visit if isinstance(stage, StaffStage) and visit.staff is None else visit.show(stage))
        case _:
            return (
                assist.at_a_step(visit, action)
                or next_person.at_goodbye(visit, action, context.guides.flows)
                or results.at_goodbye(visit, action, context.first, context.guides.flows)
            )


def _pressed(visit: Visit, action: Do, context: PressContext) -> Turn | None:
    stage = visit.stage
    match visit.mode, action:
        case _, Do.AGAIN:
            return Turn(_said_again(visit), (SayAgain(),))
        case _, Do.PAUSE:
            return Turn(visit, (PauseOrGoOn(),))
        case _, Do.CALL_PERSON:
            return call_person(visit, context)
        case Mode.OFFERED, Do.RESUME_NO:  # also when the minute is over behind the comfort panel
            return start.on_press(visit.restart_at(visit.stages[0]), action, context.guides.flows)
        case Mode.OFFERED, (Do.KNOCK | Do.LOCK):
            return None
        case _, Do.KNOCK:
            return _knock(visit, context)
        case _, Do.LOCK if visit.staff:
            return Turn(_lock(visit))
        case _, Do.COMFORT if isinstance(stage, Attract):  # who adjusts something is here
            begun = start.begin(visit)
            return Turn(comfort.over(begun.visit), begun.effects)
        case _, Do.LANGUAGE if not isinstance(stage, Attract):
            return Turn(comfort.languages_over(visit))
        case _, Do.COMFORT if stage.may_be_covered:
            return Turn(comfort.over(visit))
        case _, Do.PERSON_CAME if isinstance(visit.beneath, SignedIn):
            return calling.taken(visit)
        case ((Mode.NOBODY | Mode.OFFERED), (Do.FINISH | Do.HOLD_CARD)):
            return Turn(visit)  # they belong to a visit
        case _, Do.FINISH if stage.may_finish:
            return ending.say_goodbye(visit, context.guides.flows)
        case _, Do.HOLD_CARD if stage.may_finish and not isinstance(stage, ShowCard):
            return Turn(visit.show(ShowCard()))
        case _:
            return None


def _said_again(visit: Visit) -> Visit:
    """At a step the same helper explains it from now on."""
    match visit.stage:
        case Stepping() as step:
            return visit.swap(replace(step, said_again=True))
        case OnOwnPhone() as doing:
            return visit.swap(replace(doing, said_again=True))
        case Training(at=(*before, Stepping() as step)) as lesson:
            return visit.swap(replace(lesson, at=(*before, replace(step, said_again=True))))
        case _:
            return visit


def _noticed(visit: Visit, signal: Signal, context: PressContext) -> Turn | None:
    """What the clock, a hand or a key has brought."""
    stage = visit.stage
    match visit.mode, signal:
        case _, Signal.UNBOUND_KEY:
            return Turn(visit, (SayAgain(asked=False),))
        case _, Signal.SHUT:
            return Turn(controls.shut(visit))
        case _, Signal.NOBODY_CAME:
            return calling.nobody_came(visit, context.further_help)
        case Mode.NOBODY, Signal.LEAVE if stage.without_a_visit or isinstance(stage, Attract):
            return Turn(Visit())  # who read there is gone
        case _, (Signal.LET_GO_EARLY | Signal.MET_ANOTHER) if isinstance(stage, Attract):
            return None
        case _, Signal.LET_GO_EARLY:
            return Turn(visit, (settings.addressed(visit, SayThis("comfort.hold_longer", read_on=True)),))
        case _, Signal.MET_ANOTHER:
            whom = "staff" if visit.speaks_to_staff else "residents"
            return Turn(visit, (SayThis(f"comfort.moved_for_{whom}", read_on=True),))
        case _, Signal.LANGUAGE_MEANT:
            return Turn(replace(visit, language_before=None))
        case _, Signal.IDLE if not visit.is_logged:
            return Turn(visit)
        case _, Signal.IDLE if isinstance(stage, StaffStage):
            return Turn(controls.lock(visit))
        case _, Signal.IDLE if not isinstance(stage, IdleNotice):
            return Turn(visit.show(IdleNotice()), (IdleNoticed(),))
        case _:
            return None


def _lock(visit: Visit) -> Visit:
    """Wherever one is; but a door that nobody goes through ends nobody's help."""
    assists = visit.staff is not None and visit.staff.aside is None
    signing_in = assists and visit.mode is Mode.SIGNING_IN
    return controls.leave_door(visit) if signing_in else controls.lock(visit)


def _knock(visit: Visit, context: PressContext) -> Turn:
    """To the door, also for who assists: on the resident's screen anybody may knock."""
    if isinstance(visit.stage, IdleNotice):  # somebody is here
        visit = visit.close()
    here = context.may_go_on if visit.staff is None and visit.is_over_invitation else None
    if here and not isinstance(visit.stage, StaffStage) and assist.may_begin(visit, context.point):
        out = (context.route, context.area) if context.door_to_door else None
        return next_person.go_on(visit, here, context.first, out)
    return sign_in.knock(visit)


def call_person(visit: Visit, context: PressContext) -> Turn:
    """Ring for the volunteer; what is on the screen is kept beneath."""
    before: tuple[Effect, ...] = ()
    if isinstance(visit.stage, Training):  # in nobody's visit: tried, it says what it does
        return Turn(visit, (SayThis("training.call"),))
    if visit.mode is Mode.STAFF:
        if not visit.is_logged or isinstance(visit.beneath, NewPin):
            return Turn(visit)  # a call is a resident's: it is counted, and waited for, in a visit
        visit = controls.hand_back(visit)
    if context.door_to_door and visit.is_over_invitation:  # a team has its person with it
        asked = sign_in.knock(visit)
        return asked if asked.visit != visit else Turn(visit, (SayAgain(),))
    if context.point.state == "refused" and visit.is_over_invitation:
        return Turn(visit, NOT_OPEN)  # also from what is read, set or typed over the invitation
    if visit.mode is Mode.SIGNING_IN:
        visit = controls.lock(visit)
    if isinstance(visit.beneath, AsksResident) and not visit.is_logged:
        begun = assist.begin_untold(visit)
        visit, before = begun.visit, begun.effects
    if visit.undecided:
        visit = visit.restart_at(visit.stages[0])
        # whoever asks for help here is the one who was interrupted
        resumed = start.on_press(visit, Do.RESUME_YES, context.guides.flows)
        visit, before = resumed.visit, resumed.effects
    elif visit.is_over_invitation:
        begun = start.begin(visit)  # who asks for help is here
        visit, before = begun.visit, begun.effects
    return calling.call(visit, before)
