"""`press`: what one touch does to the visit. Unknown or out-of-place actions change nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from accessibility.preferences import Preferences
from accessibility.trying import Trial
from flows.flow import TOPICS, Flow
from flows.needs import Needs, shipped_needs
from kiosk.events import FurtherHelp, IdleNoticed, SessionEnded
from ui.visit import calling, card, ending, settings, start, trying, walking
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import OpenGuide, OpenTopic, ShowCode
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.signals import Signal
from ui.visit.actions.start import Start
from ui.visit.effects import Effect, PauseOrGoOn, SayAgain, SayThis
from ui.visit.staff import (
    assist,
    assisting,
    controls,
    door,
    doors,
    duty,
    menu,
    next_person,
    opening,
    people_desk,
    results,
    tickets,
    training,
)
from ui.visit.staff.bookmarks import Place
from ui.visit.staff.opening import Devices
from ui.visit.staff.people import StaffMember
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import (
    ASSIST_STAGES,
    AT_THE_DOOR,
    BEHIND_THE_DOOR,
    PEOPLE_STAGES,
    RESULT_STAGES,
    STAFF_STAGES,
    Closing,
    Door,
    DoorMarked,
    NewPin,
    OpeningCheck,
    OpeningResult,
    Route,
    StaffComfort,
    StaffMenu,
    Today,
    Training,
)
from ui.visit.staff.ticket_stages import TICKET_STAGES
from ui.visit.stages import (
    Attract,
    Circle,
    Comfort,
    Fitted,
    Goodbye,
    Home,
    IdleNotice,
    MyCard,
    Overview,
    Person,
    Privacy,
    Question,
    Resume,
    ShowCard,
    ShowQr,
    Sorry,
    ThisPlace,
    Topic,
    Unread,
    Visit,
)
from ui.visit.turns import Turn

MAY_FINISH = (
    Question, Home, Topic, Overview, ShowQr, Comfort, Person, Goodbye, Sorry, MyCard, ShowCard, Unread,
    Circle, Fitted, Privacy, ThisPlace, *walking.INSIDE_A_GUIDE,
)  # fmt: skip

NEVER_COVERED = (Attract, Comfort, StaffComfort)
"""Screens the comfort panel does not lie over: at the invitation nobody is here, and one panel is enough."""

OVER_THE_INVITATION = (Privacy, ThisPlace, Comfort)
"""What may be read and set before anybody's visit has begun."""

NOT_BEFORE_LOGGED = (Do.FINISH, Signal.IDLE, Do.HOLD_CARD)
"""What belongs to a visit: to nobody over the invitation, or while it is not said whose visit this is."""


BEGINS = (Start.TOUCHED, Start.EXPLORING, Do.COMFORT, Do.CALL_PERSON)
"""What begins a visit at the invitation."""

NOT_OPEN = (SayThis("point.not_open", even_when_off=True),)
"""What is said instead where the opening check has refused."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a press may need to know beside the visit itself."""

    flows: Mapping[str, Flow]
    largest_text_size: int = 5
    largest_low_reach: int = 5
    first: Preferences = field(
        default_factory=Preferences
    )  # the ward's own settings, which every new resident meets
    upright: bool = True  # the panel
    further_help: FurtherHelp = "nobody"  # whose number there is for a call that nobody answers
    door_to_door: bool = False  # the kiosk goes with a team
    route: tuple[int, ...] = ()  # the residential groups of its way
    area: int | None = None  # the one of its last door today
    training: Mapping[str, Flow] = field(default_factory=dict)  # the guides for volunteers
    left_off: Place = ()  # where who has the controls was in the guides for volunteers
    point: PointNow = field(default_factory=PointNow)
    devices: Devices = field(default_factory=Devices)  # what the opening check tries here
    no_sound: bool = False  # nothing can be heard here
    draw: int = 0  # any number from a hat
    may_go_on: StaffMember | None = None  # who has just helped somebody: if they knock within some seconds
    needs: Needs = field(default_factory=shipped_needs)  # those that lead somewhere here
    touches: Trial = ()  # how this screen, and in the three questions those before it, were touched

    @property
    def lessons(self) -> Mapping[str, Flow]:
        """The guides for volunteers, and the residents' to which they lead."""
        return {**self.flows, **self.training}

    def largest(self, now: Preferences) -> int:
        """The largest text size of the part of the panel in use."""
        lowered = now.low_reach and self.upright  # a lying panel has no low part
        return self.largest_low_reach if lowered else self.largest_text_size


def press(visit: Visit, action: Action, known: Known) -> Turn:
    """The visit after the control of *action* was pressed, and what else the shell must do."""
    if isinstance(visit.stage, Attract) and known.point.state == "refused" and action in BEGINS:
        return Turn(visit, NOT_OPEN)
    if isinstance(visit.stage, Attract) and known.door_to_door and action in BEGINS:
        return door.knock(
            visit
        )  # a team's visits are all assisted; who begins may be anybody: the PIN is asked
    return assisting.noted(visit, _pressed(visit, action, known), known.first, action)


def _pressed(visit: Visit, action: Action, known: Known) -> Turn:
    anywhere = _anywhere(visit, action, known)
    if anywhere is not None:
        return anywhere
    if isinstance(visit.stage, STAFF_STAGES):
        return _staff(visit, action, known)
    match visit.stage:
        case Attract() | Resume() | Question():
            largest = known.largest(visit.preferences)
            return start.press(visit, action, known.flows, largest, known.touches, no_sound=known.no_sound)
        case Circle() | Fitted():
            return trying.press(visit, action, known.touches)
        case Home() | Topic() | Overview() | ShowQr():
            return _choosing(visit, action, known)
        case Goodbye() | IdleNotice() | Sorry():
            return ending.press(visit, action, known.flows)
        case Comfort():
            return _adjusting(visit, action)
        case Privacy() | ThisPlace():
            return _leave_reading(visit) if action in (Do.DONE, Do.BACK) else Turn(visit)
        case MyCard() | ShowCard() | Unread():
            return card.press(visit, action)
        case Person():
            return calling.press(visit, action)
        case _:
            return walking.press(visit, action, known.flows)


def _anywhere(visit: Visit, action: Action, known: Known) -> Turn | None:
    """The controls that every screen has."""
    stage = visit.stage
    if not visit.is_logged and action in NOT_BEFORE_LOGGED:
        return Turn(visit)
    if (
        action is Signal.LEAVE
        and isinstance(stage, OVER_THE_INVITATION)
        and isinstance(visit.stages[0], Attract)
    ):
        return Turn(Visit())  # who read there is gone
    if visit.undecided and action is Do.RESUME_NO:  # also when the minute is over behind the comfort panel
        return start.press(visit.restart_at(visit.stages[0]), action, known.flows, 0)
    if (action is Do.KNOCK or (action is Do.LOCK and visit.staff)) and not visit.undecided:
        return _to_staff(visit, action, known)
    if action is Signal.SHUT:  # by the clock
        return Turn(controls.shut(visit))
    if (marked := assist.at_a_step(visit, action)) is not None:
        return marked
    if (ended := next_person.at_goodbye(visit, action)) is not None:
        return ended
    if action in (Do.AGAIN, Signal.UNBOUND_KEY):
        return Turn(visit, (SayAgain(asked=action is Do.AGAIN),))
    if action is Do.PAUSE:
        return Turn(visit, (PauseOrGoOn(),))
    if isinstance(action, Setting) and not isinstance(stage, Attract):  # its look is the ward's own
        return settings.press(visit, action, known.largest, known.first)
    if action is Signal.LET_GO_EARLY and not isinstance(stage, Attract):
        return Turn(visit, (settings.addressed(visit, SayThis("comfort.hold_longer", read_on=True)),))
    if action is Signal.MET_ANOTHER and not isinstance(stage, Attract):
        whom = "staff" if visit.told_to_staff else "residents"
        return Turn(visit, (SayThis(f"comfort.moved_for_{whom}", read_on=True),))
    if action is Do.PRIVACY and isinstance(stage, Attract | Comfort):
        return Turn(visit.show(Privacy()))
    if action is Do.THIS_PLACE and isinstance(stage, Attract | Comfort):
        return Turn(visit.show(ThisPlace()))
    if action is Do.COMFORT and isinstance(stage, Attract):  # who adjusts something is here
        begun = start.begin(visit)
        return Turn(_comfort_over(begun.visit), begun.effects)
    if action is Do.COMFORT and not isinstance(stage, NEVER_COVERED):
        return Turn(_comfort_over(visit))
    if action is Do.CALL_PERSON:
        return call_person(visit, known)
    if action is Do.PERSON_CAME and isinstance(visit.beneath, BEHIND_THE_DOOR):
        return calling.taken(visit)
    if action is Signal.NOBODY_CAME:
        return calling.nobody_came(visit, known.further_help)
    if action is Do.FINISH and isinstance(stage, MAY_FINISH):
        return ending.say_goodbye(visit)
    if action is Signal.IDLE and isinstance(stage, STAFF_STAGES):
        return Turn(controls.lock(visit))
    if action is Signal.IDLE and not isinstance(stage, Attract | Resume | IdleNotice):
        return Turn(visit.show(IdleNotice()), (IdleNoticed(),))
    if action is Do.HOLD_CARD and isinstance(stage, MAY_FINISH) and not isinstance(stage, ShowCard):
        return Turn(visit.show(ShowCard()))
    return None


def _to_staff(visit: Visit, action: Action, known: Known) -> Turn:
    """To the door, also for who assists: on the resident's screen anybody may knock. Or the controls are
    locked, wherever one is; a door that nobody goes through ends nobody's help.
    """
    if action is Do.LOCK:
        assists = visit.staff is not None and visit.staff.aside is None
        at_the_door = assists and isinstance(visit.beneath, AT_THE_DOOR)
        return Turn(controls.leave_door(visit) if at_the_door else controls.lock(visit))
    if isinstance(visit.stage, IdleNotice):  # somebody is here
        visit = visit.close()
    here = known.may_go_on if visit.staff is None and isinstance(visit.stages[0], Attract) else None
    if here and not isinstance(visit.stage, STAFF_STAGES) and assist.may_begin(visit, known.point):
        out = (known.route, known.area) if known.door_to_door else None
        return next_person.go_on(visit, here, known.first, out)
    return door.knock(visit)


def _staff(visit: Visit, action: Action, known: Known) -> Turn:
    """One press on a screen of staff."""
    match visit.stage:
        case Training() as stage:
            return training.press(visit, stage, action, known.lessons)
        case StaffComfort():
            return Turn(controls.lock(visit)) if action is Do.LOCK else _adjusting(visit, action)
        case StaffMenu():
            out = (known.route, known.area) if known.door_to_door else None
            return menu.press(visit, action, known.point, out, known.left_off)
        case Route() | Door() | DoorMarked() as stage:
            return doors.press(visit, stage, action, known.route, known.point)
        case stage if isinstance(stage, PEOPLE_STAGES):
            return people_desk.press(visit, action)
        case stage if isinstance(stage, TICKET_STAGES):
            return tickets.press(visit, action, known.flows, known.point)
        case OpeningCheck() | OpeningResult():
            return opening.press(visit, action, known.point, known.devices, known.touches, known.draw)
        case Today() | Closing():
            return duty.press(visit, action)
        case stage if isinstance(stage, ASSIST_STAGES):
            return assist.press(visit, action, known)
        case stage if isinstance(stage, RESULT_STAGES):
            return results.press(visit, action)
        case _:
            return door.press(visit, action)


def call_person(visit: Visit, known: Known) -> Turn:
    """Ring for the volunteer; what is on the screen is kept beneath."""
    before: tuple[Effect, ...] = ()
    if isinstance(visit.stage, Training):  # in nobody's visit: tried, it says what it does
        return Turn(visit, (SayThis("training.call"),))
    if isinstance(visit.beneath, BEHIND_THE_DOOR) and not isinstance(visit.beneath, ASSIST_STAGES):
        if not visit.is_logged or isinstance(visit.beneath, NewPin):
            return Turn(visit)  # a call is a resident's: it is counted, and waited for, in a visit
        visit = controls.hand_back(visit)
    if known.door_to_door and isinstance(visit.stages[0], Attract):  # a team has its person with it
        asked = door.knock(visit)
        return asked if asked.visit != visit else Turn(visit, (SayAgain(),))
    if known.point.state == "refused" and isinstance(visit.stages[0], Attract):
        return Turn(visit, NOT_OPEN)  # also from what is read, set or typed over the invitation
    if isinstance(visit.beneath, AT_THE_DOOR):
        visit = controls.lock(visit)
    if isinstance(visit.beneath, ASSIST_STAGES) and not visit.is_logged:
        begun = assist.begin_untold(visit)
        visit, before = begun.visit, begun.effects
    if visit.undecided:
        visit = visit.restart_at(visit.stages[0])
        # whoever asks for help here is the one who was interrupted
        resumed = start.press(visit, Do.RESUME_YES, known.flows, known.largest(visit.preferences))
        visit, before = resumed.visit, resumed.effects
    elif isinstance(visit.stages[0], Attract):
        begun = start.begin(visit)  # who asks for help is here
        visit, before = begun.visit, begun.effects
    return calling.call(visit, before)


def _comfort_over(visit: Visit) -> Visit:
    """The panel lies over the screen shown; over the circle that it led to it is already there."""
    if isinstance(visit.stage, STAFF_STAGES):
        return visit.show(StaffComfort())
    match visit.stage:
        case Circle(then="comfort") | Fitted(then="comfort"):
            return visit.close()
        case IdleNotice():  # who adjusts something is here
            here = visit.close()
            return here if isinstance(here.stage, Comfort) else _comfort_over(here)
        case _:
            return visit.show(Comfort())


def _adjusting(visit: Visit, action: Action) -> Turn:
    if action is Do.TOUCH_CIRCLE and isinstance(visit.stage, Comfort):
        return Turn(visit.show(Circle("comfort", asked=True)))
    return Turn(visit.close()) if action in (Do.DONE, Do.BACK, Do.COMFORT) else Turn(visit)


def _leave_reading(visit: Visit) -> Turn:
    under = visit.close()
    return Turn(Visit() if isinstance(under.stage, Attract) else under)


def _choosing(visit: Visit, action: Action, known: Known) -> Turn:
    stage = visit.stage
    match action:
        case OpenTopic(topic) if topic in TOPICS:
            return Turn(visit.show(Topic(topic)))
        case OpenGuide(flow_id) if flow_id in known.flows:
            return Turn(visit.show(Overview(flow_id)))
        case ShowCode(qr_id) if isinstance(stage, Overview) and walking.has_code(
            known.flows[stage.flow_id], qr_id
        ):
            return Turn(visit.show(ShowQr(stage.flow_id, qr_id)))
        case Do.START_GUIDE if isinstance(stage, Overview):
            return walking.start(visit, stage.flow_id, known.flows)
        case Do.NEXT_PERSON:
            return ending.end_session(visit, "next-person")
        case Do.BACK | Do.DONE:
            return walking.reopen(visit.close(), known.flows) if not isinstance(stage, Home) else Turn(visit)
        case _:
            return Turn(visit)


def trouble(visit: Visit) -> Turn:
    """After a mistake of ours: a calm screen that leads back to the topics."""
    visit = controls.lock(visit)
    if isinstance(visit.stages[0], Attract):
        return Turn(Visit())
    if visit.undecided:  # the visit that was offered can only be closed
        return Turn(Visit(), (SessionEnded("crash"),))
    effects = (*ending.help_effects(visit), *ending.walk_effects(visit, "stopped"))
    return Turn(replace(visit, stages=(Home(), Sorry()), open_walk=None), effects)
