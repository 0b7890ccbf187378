"""Takes what people and the clock do. No Qt: the whole kiosk can be walked without a window."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import replace

from accessibility.keys import Meaning
from accessibility.sizes import Panel
from kiosk.base.events import Way
from ui.reach.pointing import FIRST_WAY
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.pressed import action_at
from ui.screens.surroundings import limits_of
from ui.turn.idle import Watch
from ui.turn.outside import Outside as Outside
from ui.turn.turn import apply
from ui.turn.unquoted import unquoted
from ui.turn.visit_loop import VisitLoop
from ui.turn.window_port import Window
from ui.visit import asking, practising
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import StaffDo, TypeDigit
from ui.visit.calling import is_waiting, waits_for_the_nearest
from ui.visit.effects import SayThis
from ui.visit.staff import sign_in, tickets
from ui.visit.staff.stages import OpeningCheck, PinPad
from ui.visit.staff.ticket import number_on
from ui.visit.staff.ticket_stages import Tickets
from ui.visit.stage import StaffStage
from ui.visit.stages import IdleNotice, Resume
from ui.visit.turns import Turn
from ui.visit.visit import Visit

LOGGER = logging.getLogger(__name__)


class Conductor(VisitLoop):
    """`begin` must be called once, with whoever shows the pages."""

    def begin(self, window: Window) -> None:
        """Show the first page."""
        self._window.begin(window)
        self.announce(self.pointing.guidance.announcement)

    def show(self, visit: Visit) -> None:
        """Show *visit* as it is: nothing is logged. For tours, which look at screens without visiting."""
        self._attendance.touched()
        self._attendance.attended()
        self._call.show_only()
        self.store.enter(visit)
        self._window.forget()
        self._refresh()
        self._settle()

    def touched(self) -> None:
        """A finger came down anywhere: somebody is here, and what was being said is silenced."""
        self._attendance.touched()
        self.pointing.touched()
        self._speech.narrator.silence()

    def press(self, slot: str) -> None:
        """A finger pressed the control of *slot*. What the screen does not have cannot be pressed."""
        action = action_at(slot, self.page, self.visit, self.around)
        if action is None:
            LOGGER.warning("%s has nothing to press of that name", type(self.visit.stage).__name__)
            return
        with self._by("touch"):
            self.act(action)

    def why_unanswered(self, slot: str) -> str:
        """What keeps a press of *slot* from leading on, or nothing: worked out, and thrown away."""
        try:
            action = action_at(slot, self.page, self.visit, self.around)
            if action is None:
                return "what the screen shows is not what can be pressed"
            derive(apply(self.visit, action, self._context()).visit, self.around)
        except Exception as mistake:  # noqa: BLE001 - as `_safely`, for whom it is a press
            return (
                f"a press on {type(self.visit.stage).__name__} is a mistake of ours: {type(mistake).__name__}"
            )
        return ""

    def slid(self, way: str, element: int) -> None:
        """A finger slid over the phone that is practised on, or tapped where one slides."""
        action = practising.by_a_finger(self.visit, way, element)
        if action is not None:
            with self._by("touch"):
                self.act(action)

    def held_up(self, text: str) -> None:
        """A code was held to the scanner or the camera: perhaps a card. Nothing of *text* is kept."""
        self.touched()
        with self._safely("read a code"), unquoted():
            self._read(text)

    def _read(self, text: str) -> None:
        if isinstance(self.visit.stage, Tickets) and (number := number_on(text)):
            self._take(tickets.hold(self.visit, number))
        elif self.at_pad:
            self._take(sign_in.scanned(self.visit))
        elif isinstance(self.visit.stage, OpeningCheck):  # whatever it was: it could be read
            self.act(Signal.CODE_HELD)
        elif self.visit.is_over_invitation and self.around.point.state == "refused":
            self._speech.say_this(SayThis("point.not_open", even_when_off=True))
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
        with self._safely(f"do {deed!r}"), self._by(way):
            self.pointing.do(deed)

    def feel(self, slot: str, *, anew: bool, moved: bool = False) -> None:
        """Somebody who explores by touch has a finger on the item of *slot*, which may have *moved* there."""
        self._attendance.touched()
        with self._safely("feel"):
            self.pointing.feel(slot, anew=anew, moved=moved)

    def feel_same(self, slot: str) -> None:
        """Somebody who swipes has tapped once, on the item of *slot* or on nothing."""
        with self._safely("feel the same"):
            self.pointing.feel_same(slot)

    def read_page(self, fresh: frozenset[str], whole: frozenset[str]) -> None:
        """A finger has turned the page: read what is new on it, the places *fresh* out of *whole*."""
        with self._safely("read a page"):
            self._speech.turned(fresh, whole)

    def take(self) -> None:
        """Somebody who feels or swipes has tapped twice."""
        with self._safely("take"), self._by("explore"):
            self.pointing.take()

    def magic_tap(self) -> None:
        """Somebody who explores by touch has tapped with two fingers at once."""
        with self._safely("magic tap"), self._by("explore"):
            self.pointing.magic()

    def swipe(self, by: int) -> None:
        """Somebody who explores by touch swiped: one item on, or back."""
        with self._safely("swipe"):
            self.pointing.swipe(by)

    def start_exploring(self) -> None:
        """Somebody swiped across the glass."""
        with self._safely("explore"):
            self.pointing.start_exploring()

    def scan(self) -> None:
        """Call often, ten times a second or more, while the pointer moves by itself."""
        with self._safely("scan"):
            self.pointing.scan()

    def refit(self, panel: Panel) -> None:
        """Everything is shown on *panel* from now on."""
        self.surround(limits_of(panel))

    def offer_to_resume(self, offer: Resume) -> None:
        """After a crash: ask whether the resident wants to go on."""
        self._attendance.touched()
        preferences = replace(self._blank.preferences, language=offer.language)
        with self._safely("offer"):
            self._take(Turn(replace(self._blank.restart_at(offer), preferences=preferences)))

    def foresee(self) -> tuple[Page, ...]:
        """The pages the next touch may bring."""
        return self._foresight.pages

    def tick(self) -> bool:
        """Call about once a second: idle notice, countdown, farewell. Whether that could be done."""
        with self._safely("tick"):
            self._tick()
            return True
        return False

    def _tick(self) -> None:
        self._speech.catch_up()
        now_s = self._outside.monotonic()
        self._outside.gates.staff.check_rights(self.visit.staff, now_s, self._put_out)
        if is_waiting(self.visit):
            self._wait_for_a_person()
        still_s = 0 if self.pointing.midway else now_s - self._attendance.touched_at
        if paused := asking.after_a_pause(self.visit, still_s):  # no touch: they are as still as before
            self._take(apply(self.visit, paused, self._context()))
        if self.around.timing.goodbye_in and self._attendance.has_waved:
            self.time(replace(self.around.timing, goodbye_in=None))
        if self._attendance.language_is_meant(self.visit, self.pointing):
            self._take(apply(self.visit, Signal.LANGUAGE_MEANT, self._context()))
        if isinstance(self.visit.stage, IdleNotice):
            self._count_down()
        match self._attendance.tick(self.visit, self.page, self.pointing):
            case Watch.NOTHING:
                pass
            case Watch.PUT_OFF:
                self._attendance.touched()
            case Watch.SAY_COUNTDOWN:
                key = "resume.countdown" if self.visit.undecided else "idle.countdown"
                left = self._attendance.seconds_left(self.visit)
                self._speech.say_this(SayThis(key, (("seconds", left),)))
            case (Do.LOCK | Signal.SHUT) as by_itself:
                # the clock is no touch: whoever was assisted is asked no later than anybody else
                touched_at = self._attendance.touched_at
                self.act(by_itself)
                self._attendance.touched_at = touched_at
            case action:
                self._count_down(anew=True)  # the notice begins with the whole time
                self.act(action)

    def _wait_for_a_person(self) -> None:
        speaking, headphones = self._speech.narrator.speaking, self.around.sound.headphones
        timing = self._call.tick(self.visit, self.around.timing, speaking=speaking, headphones=headphones)
        self.time(timing)
        late = self._call.waited_s >= self.around.setup.further.after_s
        if late and waits_for_the_nearest(self.visit):
            # no touch: the resident stays away
            self._take(apply(self.visit, Signal.NOBODY_CAME, self._context()))

    def _count_down(self, *, anew: bool = False) -> None:
        left = self._attendance.seconds_left(self.visit, anew=anew)
        self.time(replace(self.around.timing, seconds_left=left))

    @contextlib.contextmanager
    def _by(self, way: Way | None) -> Iterator[None]:
        """What is done within is done in that *way*: noted before, as it may end the visit; if it begins one,
        afterwards. What staff do on their own screens is no way of the resident's, nor is a knock or a key
        that only says what it would do (None).
        """
        before = self.visit
        if way is not None:
            self.store.note(before.done_by(way))
        yield
        if way is not None and not before.is_logged and not isinstance(before.stage, StaffStage):
            self.store.note(self.visit.done_by(way))


def _typed(key: str) -> Action | None:
    """What the key of that name does at the pad."""
    if key == "Backspace":
        return StaffDo.ERASE
    return TypeDigit(int(key)) if len(key) == 1 and key in "0123456789" else None
