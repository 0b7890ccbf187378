"""`press`: what one touch does to the visit. Unknown or out-of-place actions change nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from accessibility.preferences import Preferences
from flows.flow import TOPICS, Flow
from ui.visit import ending, settings, start, walking
from ui.visit.effects import (
    Effect,
    HelpCalled,
    HelpEnded,
    IdleNoticed,
    SayAgain,
    SessionEnded,
)
from ui.visit.stages import (
    Attract,
    Comfort,
    Goodbye,
    Home,
    IdleNotice,
    Overview,
    Person,
    Question,
    Resume,
    ShowQr,
    Sorry,
    Topic,
    Visit,
)
from ui.visit.turns import Turn

MAY_FINISH = (
    Question, Home, Topic, Overview, ShowQr, Comfort, Person, Goodbye, Sorry, *walking.INSIDE_A_GUIDE,
)  # fmt: skip

NEVER_COVERED = (Attract, Resume, IdleNotice, Comfort)
"""Screens the comfort panel does not lie over: what counts down must be seen, and one panel is enough."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a press may need to know beside the visit itself."""

    flows: Mapping[str, Flow]
    largest_text_size: int = 5
    largest_low_reach: int = 5

    def largest(self, now: Preferences) -> int:
        """The largest text size of the part of the panel in use."""
        return self.largest_low_reach if now.low_reach else self.largest_text_size


def press(visit: Visit, action: str, known: Known) -> Turn:
    """The visit after the control of *action* was pressed, and what else the shell must do."""
    anywhere = _anywhere(visit, action, known)
    if anywhere is not None:
        return anywhere
    match visit.stage:
        case Attract() | Resume() | Question():
            return start.press(visit, action, known.flows, known.largest(visit.preferences))
        case Home() | Topic() | Overview() | ShowQr():
            return _choosing(visit, action, known)
        case Goodbye() | IdleNotice() | Sorry():
            return ending.press(visit, action)
        case Comfort():
            return Turn(visit.close()) if action in ("done", "back", "comfort") else Turn(visit)
        case Person():
            return _go_on(visit) if action == "go-on" else Turn(visit)
        case _:
            return walking.press(visit, action, known.flows)


def _anywhere(visit: Visit, action: str, known: Known) -> Turn | None:
    """The controls that every screen has."""
    stage = visit.stage
    if action == "again":
        return Turn(visit, (SayAgain(),))
    if action in settings.ACTIONS and not isinstance(stage, Attract):  # its look is the ward's own
        return settings.press(visit, action, known.largest)
    if action == "comfort" and not isinstance(stage, NEVER_COVERED):
        return Turn(visit.show(Comfort()))
    if action == "call-person":
        return call_person(visit, known)
    if action == "finish" and isinstance(stage, MAY_FINISH):
        return ending.say_goodbye(visit)
    if action == "idle" and not isinstance(stage, Attract | Resume | IdleNotice):
        return Turn(visit.show(IdleNotice()), (IdleNoticed(),))
    return None


def call_person(visit: Visit, known: Known) -> Turn:
    """Ring for the volunteer; what is on the screen is kept beneath."""
    before: tuple[Effect, ...] = ()
    while isinstance(visit.stage, IdleNotice | Comfort):
        visit = visit.close()
    match visit.stage:
        case Attract() | Person():  # the call that was waiting still is
            return Turn(visit)
        case Resume():  # whoever asks for help here is the one who was interrupted
            resumed = start.press(visit, "resume.yes", known.flows, known.largest(visit.preferences))
            visit, before = resumed.visit, resumed.effects
        case _:
            pass
    return Turn(visit.show(Person()), (*before, HelpCalled()))


def _go_on(visit: Visit) -> Turn:
    return Turn(visit.close(), (HelpEnded(),))


def _choosing(visit: Visit, action: str, known: Known) -> Turn:
    verb, _, which = action.partition(".")
    stage = visit.stage
    match verb:
        case "topic" if which in TOPICS:
            return Turn(visit.show(Topic(which)))
        case "flow" if which in known.flows:
            return Turn(visit.show(Overview(which)))
        case "qr" if isinstance(stage, Overview) and walking.has_code(known.flows[stage.flow_id], which):
            return Turn(visit.show(ShowQr(stage.flow_id, which)))
        case "start" if isinstance(stage, Overview):
            return walking.start(visit, known.flows[stage.flow_id])
        case "next-person":
            return ending.end_session(visit, "next-person")
        case "back" | "done":
            return walking.reopen(visit.close()) if not isinstance(stage, Home) else Turn(visit)
        case _:
            return Turn(visit)


def trouble(visit: Visit) -> Turn:
    """After a mistake of ours: a calm screen that leads back to the topics."""
    match visit.stage:
        case Attract():
            return Turn(Visit())
        case Resume():  # the visit that was offered can only be closed
            return Turn(Visit(), (SessionEnded("crash"),))
        case _:
            pass
    effects = (*ending.help_effects(visit), *ending.walk_effects(visit, "stopped"))
    return Turn(replace(visit, stages=(Home(), Sorry()), open_walk=None), effects)
