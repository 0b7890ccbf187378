"""Holds the visit, takes actions, speaks and logs. No Qt: the whole kiosk can be walked without a window."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import randrange
from typing import Protocol, assert_never

from accessibility.keys import Meaning
from accessibility.sizes import Panel
from accessibility.speech.utterance import SpeechEvent
from kiosk.events import (
    DoorUndone,
    DoorVisited,
    HelpCalled,
    HelpEscalated,
    KioskEvent,
    PointChecked,
    PointClosed,
    PrivateEvent,
    ShiftEnded,
    ShiftStarted,
    TicketTold,
    VisitEvent,
    Way,
    area_number,
)
from ui.call_limit import CallLimit
from ui.foresight import foresee
from ui.gates.gates import Gates
from ui.idle import IdleRules, Watch, idle_action, seconds_left
from ui.input.touches import Touches
from ui.pointing import FIRST_WAY, Pointing
from ui.ports import KioskLog, Lamp, NoLamp, Voice
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.pressed import action_at
from ui.screens.surrounding_parts import Part, Progress, TeamDay
from ui.screens.surroundings import Surroundings, limits_of
from ui.unquoted import unquoted
from ui.visit.actions.action import Action, kind_of
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import StaffDo, TypeDigit
from ui.visit.calling import is_waiting, waits_for_the_nearest
from ui.visit.effects import (
    AddMember,
    CheckPin,
    Effect,
    ExaminePoint,
    ExportToStick,
    HandIn,
    ListStaff,
    ListTickets,
    LookAtDay,
    PauseOrGoOn,
    PointEffect,
    PrintCard,
    PrintTest,
    ResetPin,
    SayAgain,
    SayNumber,
    SayThis,
    SetActive,
    StaffStays,
    to_record,
)
from ui.visit.staff import answering, assisting, door, doors, tickets
from ui.visit.staff.answers import Answer
from ui.visit.staff.bookmarks import Bookmarks
from ui.visit.staff.controls import beneath_the_panel
from ui.visit.staff.doors import Doors
from ui.visit.staff.opening import Devices
from ui.visit.staff.people import StaffMember
from ui.visit.staff.stages import STAFF_STAGES, Closing, OpeningCheck, PinPad, Today
from ui.visit.staff.ticket import TicketsTold, number_on
from ui.visit.staff.ticket_stages import Tickets
from ui.visit.stages import Attract, Goodbye, IdleNotice, MyCard, Resume, Visit
from ui.visit.turn import Known, press, trouble
from ui.visit.turns import Turn
from ui.voice.changes import changes
from ui.voice.help_bell import HelpBell
from ui.voice.narrator import NOTHING_LIT, Lit
from ui.voice.telling import Telling

LOGGER = logging.getLogger(__name__)
NOTHING_DONE = (Do.AGAIN, Signal.UNBOUND_KEY, Do.PAUSE, Signal.SHUT, Do.LOCK)
"""What keeps nothing of staff open."""
WITH_A_CARD = (Goodbye, MyCard)
"""Where the resident's card is made, or may be next."""


class Audience(Protocol):
    """Who is told what to show."""

    def page_changed(self) -> None: ...
    def lit_changed(self, lit: Lit) -> None: ...
    def pointed_changed(self, slot: str) -> None: ...
    def page_turned(self, by: int) -> None: ...
    def announced(self, text: str, urgent: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Outside:
    """The outside things a visit needs."""

    voice: Voice
    log: KioskLog
    monotonic: Callable[[], float]  # seconds
    rules: IdleRules = field(default_factory=IdleRules)
    lamp: Lamp = field(default_factory=NoLamp)
    gates: Gates = field(default_factory=Gates)
    draw: Callable[[], int] = lambda: randrange(1 << 16)  # what the opening check says, to be heard


class Conductor:
    """One visit after another. `begin` must be called once, with whoever shows the pages."""

    def __init__(self, outside: Outside, around: Surroundings, blank: Visit | None = None) -> None:
        """*blank* is what every new resident meets: the ward's own defaults."""
        self._outside = outside
        self._blank = blank or Visit()
        self.around = around
        self.visit = self._blank
        self._bookmarks = Bookmarks()
        self.page: Page = derive(self.visit, around)
        self._audience: Audience | None = None
        self._touched_at = self._ticked_at = self._attended_at = outside.monotonic()
        self._may_go_on: tuple[StaffMember, float] | None = None  # to the next person, until then
        self._telling = Telling(self, outside.voice, self._light)
        self._narrator = self._telling.narrator
        self._bell = HelpBell(outside.voice, outside.monotonic)
        self._calls = CallLimit(outside.monotonic)
        self.touches = Touches(self, outside.voice)
        self.pointing = Pointing(
            self, outside.voice, self._narrator, outside.monotonic, self._point, self._turn_page
        )
        outside.voice.listen(self._sound_changed)

    def begin(self, audience: Audience) -> None:
        """Show the first page."""
        self._audience = audience
        audience.page_changed()
        self.announce(self.pointing.announcement)

    def show(self, visit: Visit) -> None:
        """Show *visit* as it is: nothing is logged. For tours, which look at screens without visiting."""
        self._touched_at = self._attended_at = self._outside.monotonic()
        self.visit = visit
        self._bell.look_on()
        self._refresh()

    def touched(self) -> None:
        """A finger came down anywhere: somebody is here, and what was being said is silenced."""
        self._touched_at = self._outside.monotonic()
        self.pointing.touched()
        self._narrator.silence()

    def press(self, slot: str) -> None:
        """A finger pressed the control of *slot*. What the screen does not have cannot be pressed."""
        action = action_at(slot, self.page, self.visit, self.around)
        if action is None:
            LOGGER.warning("%s has nothing to press of that name", type(self.visit.stage).__name__)
            return
        with self._by("touch"):
            self.act(action)

    def act(self, action: Action) -> None:
        """Do *action* now, whoever asks. A mistake of ours leads to a calm screen, never further."""
        self._touched_at = self._outside.monotonic()
        if self.visit.staff is not None and self.visit.told_to_staff and action not in NOTHING_DONE:
            self._attended_at = self._touched_at
        with self._led_to_safety(f"press {kind_of(action)!r}"):
            self._take(press(self.visit, action, self._known()))

    def held_up(self, text: str) -> None:
        """A code was held to the scanner or the camera: perhaps a card. Nothing of *text* is kept."""
        self.touched()
        with self._led_to_safety("read a code"), unquoted():
            self._read(text)

    def _read(self, text: str) -> None:
        if isinstance(self.visit.stage, Tickets) and (number := number_on(text)):
            self._take(tickets.hold(self.visit, number))
        elif self.at_pad:
            self._take(door.scanned(self.visit))
        elif isinstance(self.visit.stage, OpeningCheck):  # whatever it was: it could be read
            self.act(Signal.CODE_HELD)
        elif isinstance(self.visit.stages[0], Attract) and self.around.point.state == "refused":
            self._telling.say_this(SayThis("point.not_open", even_when_off=True))
        else:
            self._take(self._outside.gates.cards.read(self.visit, text, self.around))

    def type(self, key: str) -> bool:
        """A key of that name was pressed. True: it was a digit for the pad, and nothing else."""
        typed = _typed(key)
        if typed is None or not self.is_typed(key):
            return False
        self.touched()
        self.act(typed)
        return True

    def is_typed(self, key: str) -> bool:
        """Whether the key of that name is one of the pad that is shown now.

        Not for who moves by switches, whose switches type digits themselves, nor while keys only say what
        they do.
        """
        hand = self.pointing.hand
        types = hand.way not in ("switches", "one-switch") and not hand.trying
        return self.at_pad and types and _typed(key) in {one.action for one in self.page.choices}

    @property
    def at_pad(self) -> bool:
        """Whether the pad for a PIN is shown."""
        return isinstance(self.visit.stage, PinPad)

    def do(self, deed: Meaning) -> None:
        """A key or a switch was pressed that means *deed*."""
        self.touched()
        if isinstance(self.visit.stage, OpeningCheck) and self.visit.stage.asks == "keypad":
            self.act(Signal.KEY_PRESSED)
            return
        way = None if deed == "staff" or self.pointing.hand.trying else FIRST_WAY.get(deed, "keys")
        with self._led_to_safety(f"do {deed!r}"), self._by(way):
            self.pointing.do(deed)

    def feel(self, slot: str, *, anew: bool, moved: bool = False) -> None:
        """Somebody who explores by touch has a finger on the item of *slot*, which may have *moved* there."""
        self._touched_at = self._outside.monotonic()
        with self._led_to_safety("feel"):
            self.pointing.feel(slot, anew=anew, moved=moved)

    def feel_same(self, slot: str) -> None:
        """Somebody who swipes has tapped once, on the item of *slot* or on nothing."""
        with self._led_to_safety("feel the same"):
            self.pointing.feel_same(slot)

    def read_page(self, fresh: frozenset[str], whole: frozenset[str]) -> None:
        """A finger has turned the page: read what is new on it, the places *fresh* out of *whole*."""
        with self._led_to_safety("read a page"):
            self._telling.turned(fresh, whole)

    def take(self) -> None:
        """Somebody who feels or swipes has tapped twice."""
        with self._led_to_safety("take"), self._by("explore"):
            self.pointing.take()

    def swipe(self, by: int) -> None:
        """Somebody who explores by touch swiped: one item on, or back."""
        with self._led_to_safety("swipe"):
            self.pointing.swipe(by)

    def start_exploring(self) -> None:
        """Somebody swiped across the glass."""
        with self._led_to_safety("explore"):
            self.pointing.start_exploring()

    def scan(self) -> None:
        """Call often, ten times a second or more, while the pointer moves by itself."""
        with self._led_to_safety("scan"):
            self.pointing.scan()

    def hint(self, text: str) -> None:
        """Show *text* beneath the strip until something else is done; empty takes it away."""
        self.surround(replace(self.around.pointer, hint=text))

    def scanning(self, on: bool) -> None:
        """Whether the pointer moves by itself: then the speed of it can be set."""
        self.surround(replace(self.around.pointer, scanning=on))

    def tick(self) -> None:
        """Call about once a second: idle notice, countdown, farewell."""
        with self._led_to_safety("tick"):
            self._tick()

    def surround(self, *parts: Part) -> None:
        """Something beside the visit changed: the time, the sound, the library."""
        around = self.around.having(*parts)
        if around != self.around:
            before, self.around = self.around, around
            with self._led_to_safety("surround"):
                self._refresh()
                of_the_day = isinstance(self.visit.beneath, Today | Closing)
                self._telling.changed(changes(before, around, of_the_day=of_the_day))

    def refit(self, panel: Panel) -> None:
        """Everything is shown on *panel* from now on."""
        self.surround(limits_of(panel))

    def count_doors_from(self, doors: Doors) -> None:
        """A team's day has those behind it: what is marked from now on is counted on."""
        self.surround(replace(self.around.team, doors=doors))

    def announce(self, text: str, *, urgent: bool = False) -> None:
        """Tell a screen reader what no focus leads to."""
        if self._audience is not None and text:
            self._audience.announced(text, urgent)

    def offer_to_resume(self, offer: Resume) -> None:
        """After a crash: ask whether the resident wants to go on."""
        self._touched_at = self._outside.monotonic()
        preferences = replace(self._blank.preferences, language=offer.language)
        with self._led_to_safety("offer"):
            self._take(Turn(replace(self._blank.restart_at(offer), preferences=preferences)))

    def foresee(self) -> tuple[Page, ...]:
        """The pages the next touch may bring. A mistake of ours shows when it is touched: then it is kind."""
        try:
            return foresee(self.visit, self.page, self.around, self._known())
        except Exception:
            LOGGER.exception("foresee on %s failed", type(self.visit.stage).__name__)
            return ()

    @property
    def nobody_is_here(self) -> bool:
        return self.visit == self._blank

    @property
    def no_resident_is_here(self) -> bool:
        """Nobody's visit, at most staff between two: of the one before nothing may be left."""
        return not self.visit.is_logged and isinstance(self.visit.stage, (Attract, *STAFF_STAGES))

    def _known(self) -> Known:
        around, first = self.around, self._blank.preferences
        sizes = around.panel.largest_text_size, around.panel.largest_low_reach
        reader, clock_read = (
            around.cards.camera or around.point.scanner,
            bool(around.clock.time or around.clock.doubted_time),
        )
        devices = Devices(around.cards.prints, reader, clock_read and around.point.today is not None)
        draw = self._outside.draw()
        return Known(
            around.guides.flows,
            *sizes,
            first,
            upright=around.panel.upright,
            further_help=around.setup.further.to,
            door_to_door=around.door_to_door,
            route=around.setup.route,
            area=around.team.area_now,
            training=around.guides.training,
            left_off=self._bookmarks.of(self.visit, around.point.today, around.guides.lessons),
            point=around.point,
            devices=devices,
            no_sound=around.sound.no_sound,
            draw=draw,
            may_go_on=self._who_may_go_on(),
            touches=self.touches.made,
            needs=around.offered,
        )

    def _who_may_go_on(self) -> StaffMember | None:
        if self._may_go_on is None or self._outside.monotonic() >= self._may_go_on[1]:
            return None
        return self._may_go_on[0]

    def _tick(self) -> None:
        now = self._outside.monotonic()
        still, before = now - self._touched_at, self._ticked_at - self._touched_at
        self._ticked_at = now
        self._telling.catch_up()
        self._outside.gates.staff.check_rights(self.visit.staff, now, self._put_out)
        if is_waiting(self.visit):
            self._wait_for_a_person()
        if isinstance(self.visit.stage, IdleNotice):
            self._count(still)
        slow = self.pointing.by_keys or self.visit.preferences.explore
        rules, long = self._outside.rules, self.page.takes_long
        midway = self.pointing.midway
        unattended = now - self._attended_at
        match idle_action(
            self.visit, still, before, rules, long=long, slow=slow, midway=midway, unattended_s=unattended
        ):
            case Watch.NOTHING:
                pass
            case Watch.PUT_OFF:
                self._touched_at = now
            case Watch.SAY_COUNTDOWN:
                key = "resume.countdown" if self.visit.undecided else "idle.countdown"
                left = seconds_left(self.visit, still, self._outside.rules)
                self._telling.say_this(SayThis(key, (("seconds", left),)))
            case (Do.LOCK | Signal.SHUT) as by_itself:
                # the clock is no touch: whoever was assisted is asked no later than anybody else
                touched = self._touched_at
                self.act(by_itself)
                self._touched_at = touched
            case action:
                self._count(0)  # the notice begins with the whole time
                self.act(action)

    def _wait_for_a_person(self) -> None:
        bell, own = self._bell, self.visit.preferences
        bell.tick(speaking=self._narrator.speaking, headphones=self.around.sound.headphones, own=own.volume)
        minutes, bright = int(bell.waited_s // 60), bell.bright or own.calm
        self.surround(replace(self.around.timing, waited_minutes=minutes, bell_bright=bright))
        if bell.waited_s >= self.around.setup.further.after_s and waits_for_the_nearest(self.visit):
            self._take(
                press(self.visit, Signal.NOBODY_CAME, self._known())
            )  # no touch: the resident stays away

    @contextlib.contextmanager
    def _by(self, way: Way | None) -> Iterator[None]:
        """What is done within is done in that *way*: noted before, as it may end the visit; if it begins one,
        afterwards. What staff do on their own screens is no way of the resident's, nor is a knock or a key
        that only says what it would do (None).
        """
        before = self.visit
        if way is not None:
            self.visit = before.done_by(way)
        yield
        if way is not None and not before.is_logged and not isinstance(before.stage, STAFF_STAGES):
            self.visit = self.visit.done_by(way)

    @contextlib.contextmanager
    def _led_to_safety(self, doing: str) -> Iterator[None]:
        """The last line of defence: our mistake is logged whole, and the resident sees a calm screen."""
        try:
            yield
        except Exception:
            LOGGER.exception("%s on %s failed", doing, type(self.visit.stage).__name__)
            try:
                self._take(self._noted(trouble(self.visit)))
                self._bookmarks = Bookmarks()  # one of them may have been the mistake
            except Exception:
                LOGGER.exception("the calm screen failed too")

    def _answered(self, answer: Answer) -> None:
        with self._led_to_safety("let staff in"):
            self._attended_at = self._outside.monotonic()  # only a right PIN opens anything
            known = self._known()
            turn = beneath_the_panel(self.visit, lambda visit: answering.answered(visit, answer, known))
            self._take(self._noted(turn))

    def _of_tickets(self, told: TicketsTold) -> None:
        with self._led_to_safety("tell of tickets"):
            self._take(beneath_the_panel(self.visit, lambda visit: tickets.answered(visit, told)))

    def _put_out(self, member_id: str) -> None:
        with self._led_to_safety("put staff out"):
            if self.visit.staff is not None and self.visit.staff.member.id == member_id:
                self._take(self._noted(door.put_out(self.visit)))

    def _noted(self, turn: Turn) -> Turn:
        """With the lines that say who assists; a press has them already."""
        return assisting.noted(self.visit, turn, self._blank.preferences)

    def _take(self, turn: Turn) -> None:
        before, self.visit = self.visit, self._blank if turn.visit == Visit() else turn.visit
        self._change_hands(before)
        if self.nobody_is_here:
            self.around = self.around.without_a_visit()
        else:
            self._may_go_on = None
        for event in to_record(turn.effects):
            self._outside.log.record(event)
        today = self.around.point.today
        self._bookmarks = self._bookmarks.after(before, self.visit, turn.effects, today)
        if isinstance(self.visit.stage, WITH_A_CARD):
            self.around = self.around.having(Progress(self._outside.log.alone()))
        if is_waiting(before) and not is_waiting(self.visit):
            self._outside.lamp.call_over()  # before anything is drawn: no mistake of ours leaves it lit
        self._refresh()
        for effect in turn.effects:
            self._sound_out(effect)

    def _change_hands(self, before: Visit) -> None:
        """The pointer belongs to the resident: a scan must not go on over the screens of staff."""
        if before.staff is None and self.visit.staff is not None:
            self._attended_at = self._outside.monotonic()
        was, now = (one.staff is not None and one.staff.aside is not None for one in (before, self.visit))
        if now and not was:
            self.pointing.set_aside()
        elif was and not now:
            self.pointing.bring_back()

    def _refresh(self) -> None:
        before, self.page = self.page, derive(self.visit, self.around)
        self._outside.gates.cards.follow(self.visit)
        if self._audience is not None:
            self._audience.page_changed()
        if before.place != self.page.place:
            self.touches.entered(self.page.place)
            self.pointing.entered(gone=self.nobody_is_here)
        elif before.language != self.page.language:
            self.pointing.reworded()
        if (before.place, before.language) != (self.page.place, self.page.language):
            self.announce(self.pointing.announcement)
            self._telling.enter()

    @property
    def may_say_private(self) -> bool:
        """Whether nobody else hears it, or the resident wants it aloud."""
        return self._telling.may_say_private

    def _sound_out(self, effect: Effect) -> None:
        match effect:
            case HelpCalled():
                own = self.visit.preferences.volume
                rings = self._calls.may_ring()
                self._bell.begin(headphones=self.around.sound.headphones, own=own, rings=rings)
                self._outside.lamp.call_began()
                self.surround(replace(self.around.timing, waited_minutes=0, bell_bright=True))
            case HelpEscalated():
                if self._calls.may_send_further():
                    self._outside.lamp.nobody_came()
            case SayAgain(asked=True):
                self._telling.again()
            case SayAgain():
                self._telling.say_what_may_be_heard()
            case PauseOrGoOn():
                self._telling.pause_or_go_on()
            case SayThis():
                self._telling.say_this(effect)
            case PrintCard():
                say = self._telling.say_this
                self._outside.gates.cards.print(self.visit, self.around, lambda key: say(SayThis(key)))
            case HandIn() | ListTickets() | TicketTold():
                self._outside.gates.tickets.carry_out(effect, self._of_tickets)
            case DoorVisited() | DoorUndone():
                doors_now = doors.counted(self.around.team.doors, effect)
                self.surround(TeamDay(doors_now, area_number(effect.area)))
            case PrintTest():
                say = self._telling.say_this
                self._outside.gates.cards.print_test(self.around, lambda key: say(SayThis(key)))
            case SayNumber(number, after_right):
                now, words = self.visit.preferences, self.around.words
                keys = (*(("opening.right",) if after_right else ()), f"opening.number_{number}")
                said = " ".join(words.say(key, now.language) for key in keys)
                self._narrator.say_sentence(said, now.language, now, even_when_off=True)
            case ExaminePoint() | LookAtDay() | ExportToStick() | PointChecked() | PointClosed():
                self._to_the_point(effect)
            case ShiftStarted() | ShiftEnded():
                self._to_the_point(effect)
            case ListStaff() | CheckPin() | AddMember() | ResetPin() | SetActive():
                self._outside.gates.staff.carry_out(effect, self._answered)
            case StaffStays(member, at_once):
                self._may_go_on = member, self._outside.monotonic() + self._outside.rules.menu_s
                if at_once:
                    self._take(press(self.visit, Do.KNOCK, self._known()))
            case VisitEvent() | KioskEvent() | PrivateEvent():
                pass  # it is recorded, and sounds like nothing
            case _:
                assert_never(effect)

    def _to_the_point(self, effect: PointEffect) -> None:
        if (point := self._outside.gates.point.service) is not None:
            point.carry_out(effect)

    def _count(self, still_s: float) -> None:
        self.surround(
            replace(self.around.timing, seconds_left=seconds_left(self.visit, still_s, self._outside.rules))
        )

    def _light(self, lit: Lit) -> None:
        if self._audience is not None:  # calm: the words stay as they are while they are said
            self._audience.lit_changed(NOTHING_LIT if self.visit.preferences.calm else lit)

    def _point(self, slot: str) -> None:
        if self._audience is not None:
            self._audience.pointed_changed(slot)

    def _turn_page(self, by: int) -> None:
        if self._audience is not None:
            self._audience.page_turned(by)

    def _sound_changed(self, event: SpeechEvent) -> None:
        with self._led_to_safety("hear"):
            self._telling.heard(event)


def _typed(key: str) -> Action | None:
    """What the key of that name does at the pad."""
    if key == "Backspace":
        return StaffDo.ERASE
    return TypeDigit(int(key)) if len(key) == 1 and key in "0123456789" else None
