"""What staff press on their own screens, and on a resident's while they assist."""

from __future__ import annotations

from kiosk.base.events import Actor, Answer, DoorOutcome, Group, Obstacle, Problem, Result, Role, Urgency
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
    ALL_GUIDES = "all-guides"
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


class PickMember(Chosen[str], prefix="member."):
    """Who wants the controls, by their id."""


class TypeDigit(Chosen[int], prefix="digit."):
    """One digit of a PIN."""


class SetActor(Chosen[Actor], prefix="by."):
    """Who acts at this step."""


class SayGroup(Chosen[Group], prefix="group."):
    """The resident's own word for it."""


class GiveResult(Chosen[Result], prefix="result."):
    """What came of an assisted visit."""


class GiveObstacle(Chosen[Obstacle], prefix="obstacle."):
    """What stopped it."""


class GiveFiling(Chosen[Answer], prefix="filing."):
    """Whether a file was submitted online."""


class PickPerson(Chosen[str], prefix="person."):
    """One of the staff to change something of, by their id."""


class PickRole(Chosen[Role], prefix="role."):
    """The role of who is added."""


class PickName(Chosen[int], prefix="name."):
    """The name of who is added: which of those offered, from 0."""


class PickTicket(Chosen[str], prefix="ticket."):
    """One question to the response team, by its number."""


class PickProblem(Chosen[Problem], prefix="problem."):
    """What is wrong."""


class PickUrgency(Chosen[Urgency], prefix="urgency."):
    """How much it presses."""


class PickArea(Chosen[int], prefix="area."):
    """The residential group where the team is now."""


class MarkDoor(Chosen[DoorOutcome], prefix="door."):
    """What came of a door."""


class NumberHeard(Chosen[int], prefix="number."):
    """Which number was heard in the opening check."""
