"""What staff press on their own screens, and on a resident's while they assist."""

from __future__ import annotations

from kiosk.events import Actor, Answer, DoorOutcome, Group, Obstacle, Problem, Result, Role, Urgency
from ui.visit.actions.chosen import Chosen
from ui.visit.actions.plain import Plain


class MenuEntry(Plain):
    """The entries of the menu of staff."""

    DOORS = "doors"
    ASSIST = "assist"
    TICKETS = "tickets"
    TODAY = "today"
    SHIFT_START = "shift-start"
    SHIFT_END = "shift-end"
    OPENING = "opening"
    OPENING_RESULT = "opening-result"
    CLOSING = "closing"
    STICK = "stick"
    TRAINING = "training"
    HELPING = "helping"
    PEOPLE = "people"
    SWITCH = "switch"


class StaffDo(Plain):
    """One press each."""

    ERASE = "erase"

    NOTICE_YES = "notice.yes"
    NOTICE_NO = "notice.no"
    UNFOLD = "unfold"
    GUIDES = "guides"
    BY_TOPIC = "topics"
    SAY_GROUP = "say-group"
    COMFORT_CARD = "comfort-card"
    HELP_NEXT = "help-next"
    HELP_SAME = "help-same"

    UNDO_DOOR = "undo"

    ADD_MEMBER = "add"
    RESET_PIN = "reset-pin"
    DISABLE = "disable"
    ENABLE = "enable"
    YES = "yes"

    NEW_TICKET = "new-ticket"
    TAKE_ALONG = "take-along"
    PASS_ON = "told"
    OPEN_CHEATED_GUIDE = "open-guide"

    WORKS = "works"
    FAILS = "fails"
    ABSENT = "absent"
    SAY_NUMBER = "say-number"
    PRINT_TEST = "print-test"
    CHECK_ONCE_MORE = "once-more"
    OPEN_ANYWAY = "open-anyway"

    SEE_MORE = "today-more"
    HOW_COUNTED = "today-how"
    COUNT_AGAIN = "count-again"
    EXPORT_TO_STICK = "export-stick"
    CLOSE_POINT = "close-point"

    INSTALL = "install"
    NOT_NOW = "not-now"


class PickMember(Chosen[str]):
    """Who wants the controls, by their id."""

    __slots__ = ()
    prefix = "member."


class TypeDigit(Chosen[int]):
    """One digit of a PIN."""

    __slots__ = ()
    prefix = "digit."


class SetActor(Chosen[Actor]):
    """Who acts at this step."""

    __slots__ = ()
    prefix = "by."


class SayGroup(Chosen[Group]):
    """The resident's own word for it."""

    __slots__ = ()
    prefix = "group."


class GiveResult(Chosen[Result]):
    """What came of an assisted visit."""

    __slots__ = ()
    prefix = "result."


class GiveObstacle(Chosen[Obstacle]):
    """What stopped it."""

    __slots__ = ()
    prefix = "obstacle."


class GiveFiling(Chosen[Answer]):
    """Whether a file was submitted online."""

    __slots__ = ()
    prefix = "filing."


class PickPerson(Chosen[str]):
    """One of the staff to change something of, by their id."""

    __slots__ = ()
    prefix = "person."


class PickRole(Chosen[Role]):
    """The role of who is added."""

    __slots__ = ()
    prefix = "role."


class PickName(Chosen[int]):
    """The name of who is added: which of those offered, from 0."""

    __slots__ = ()
    prefix = "name."


class PickTicket(Chosen[str]):
    """One question to the response team, by its number."""

    __slots__ = ()
    prefix = "ticket."


class PickProblem(Chosen[Problem]):
    """What is wrong."""

    __slots__ = ()
    prefix = "problem."


class PickUrgency(Chosen[Urgency]):
    """How much it presses."""

    __slots__ = ()
    prefix = "urgency."


class PickArea(Chosen[int]):
    """The residential group where the team is now."""

    __slots__ = ()
    prefix = "area."


class MarkDoor(Chosen[DoorOutcome]):
    """What came of a door."""

    __slots__ = ()
    prefix = "door."


class NumberHeard(Chosen[int]):
    """Which number was heard in the opening check."""

    __slots__ = ()
    prefix = "number."
