"""One visit after another: a turn changes the store once, then each who depends on it hears of that once.

In this order: log, lamp, window, pointer, screen reader, voice; then what the turn asks for besides. No Qt.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from accessibility.speech.utterance import SpeechEvent
from kiosk.base.events import DoorEvent, HelpCalled, SessionEnded, SessionStarted, area_number
from ui.reach.pointing import Pointing
from ui.reach.voice.changes import changes
from ui.reach.voice.screen_speech import ScreenSpeech
from ui.screens.page import Page
from ui.screens.surrounding_parts import Part, Pointer, Progress, Timing
from ui.screens.surroundings import Surroundings
from ui.turn.attendance import Attendance
from ui.turn.effect_handler import EffectHandler
from ui.turn.foresight import Foresight
from ui.turn.gather_context import gather_context
from ui.turn.open_call import OpenCall
from ui.turn.outside import Outside
from ui.turn.store import Store
from ui.turn.touches import Touches
from ui.turn.turn import apply, trouble
from ui.turn.window_port import WindowPort
from ui.visit.actions.action import Action, kind_of
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.calling import is_waiting
from ui.visit.effects import Effect, StaffStays, to_record
from ui.visit.ending import leaves_in_silence
from ui.visit.press_context import PressContext
from ui.visit.staff import answering, assist, assisting, doors, next_person, sign_in, tickets
from ui.visit.staff.answers import Answer
from ui.visit.staff.bookmarks import Bookmarks
from ui.visit.staff.controls import beneath_the_panel
from ui.visit.staff.stages import Closing, Today
from ui.visit.staff.ticket import TicketsAnswer
from ui.visit.staff.whole_notices import WholeNotices
from ui.visit.stage import StaffStage
from ui.visit.stages import Attract, Goodbye, MyCard
from ui.visit.turns import Turn
from ui.visit.visit import Visit

LOGGER = logging.getLogger(__name__)
NOTHING_DONE = (Do.AGAIN, Signal.UNBOUND_KEY, Do.PAUSE, Signal.SHUT, Do.LOCK)
"""What keeps nothing of staff open."""
WITH_A_CARD = (Goodbye, MyCard)
"""Where the resident's card is made, or may be next."""


class VisitLoop:
    """One visit after another, as they are shown, said, logged and carried out."""

    def __init__(self, outside: Outside, around: Surroundings, blank: Visit | None = None) -> None:
        """*blank* is what every new resident meets: the ward's own defaults."""
        self._outside, self._blank = outside, blank or Visit()
        self.store = Store(self._blank, around)
        self._attendance = Attendance(outside.monotonic, outside.rules)
        self._bookmarks, self._notices = Bookmarks(), WholeNotices()
        self._window = WindowPort(self.store)
        self._call = OpenCall(outside.voice, outside.lamp, outside.monotonic)
        self._speech = ScreenSpeech(self, outside.voice, self._window.light)
        self.touches = Touches(self, outside.voice)
        narrator, window = self._speech.narrator, self._window
        self.pointing = Pointing(
            self, outside.voice, narrator, outside.monotonic, window.point, window.turn_page
        )
        self._effects = EffectHandler(self, self._speech, self._call, outside.gates)
        self._foresight = Foresight(self.store, self._context)
        self._busy = self._changing = False
        self.helpless = 0
        """How many presses in a row have led nowhere, not even to the calm screen."""
        outside.voice.listen(self._sound_changed)

    @property
    def visit(self) -> Visit:
        return self.store.visit

    @property
    def around(self) -> Surroundings:
        return self.store.around

    @property
    def page(self) -> Page:
        return self.store.page

    @property
    def nobody_is_here(self) -> bool:
        return self.visit == self._blank

    @property
    def no_resident_is_here(self) -> bool:
        """Nobody's visit, at most staff between two: of the one before nothing may be left."""
        return not self.visit.is_logged and isinstance(self.visit.stage, (Attract, StaffStage))

    @property
    def may_say_private(self) -> bool:
        """Whether nobody else hears it, or the resident wants it aloud."""
        return self._speech.may_say_private

    def act(self, action: Action) -> None:
        """Do *action* now, whoever asks. A mistake of ours leads to a calm screen, never further."""
        self._attendance.touched()
        if self.visit.staff is not None and self.visit.speaks_to_staff and action not in NOTHING_DONE:
            self._attendance.attended()
        helpless = self.helpless
        with self._safely(f"press {kind_of(action)!r}"):
            self._take(apply(self.visit, action, self._context()))
        if self.helpless == helpless:
            self.helpless = 0

    def surround(self, *parts: Part) -> None:
        """Something beside the visit changed: the time, the sound, the library."""
        before = self.around
        if not self.store.put(*parts) or self._changing:  # what is being shown shows it too
            return
        with self._safely("surround"):
            if self.store.is_stale:
                self._refresh()
            of_the_day = isinstance(self.visit.beneath, Today | Closing)
            self._speech.changed(changes(before, self.around, of_the_day=of_the_day))

    def hint(self, text: str) -> None:
        """Show *text* beneath the strip until something else is done; empty takes it away."""
        self.surround(replace(self.around.pointer, hint=text))

    def scanning(self, on: bool) -> None:
        """Whether the pointer moves by itself: then the speed of it can be set."""
        self.surround(replace(self.around.pointer, scanning=on))

    def time(self, timing: Timing) -> None:
        """Somebody waits, or is asked whether they are still there, since so long."""
        self.surround(timing)

    def count_from(self, doors: doors.Doors, visits: int) -> None:
        """A team's day has those behind it: what is marked, or begins, from now on is counted on."""
        self.surround(replace(self.around.team, doors=doors, visits=visits))

    def announce(self, text: str, *, urgent: bool = False) -> None:
        """Tell a screen reader what no focus leads to."""
        self._window.announce(text, urgent=urgent)

    def answered(self, answer: Answer) -> None:
        """The register of staff has answered."""
        with self._safely("let staff in"):
            self._attendance.attended()  # only a right PIN opens anything
            context = self._context()
            turn = beneath_the_panel(self.visit, lambda visit: answering.answered(visit, answer, context))
            had_it = context.had_whole_notice
            self._take(assisting.noted(self.visit, turn, had_whole_notice=had_it))

    def tickets_answered(self, answer: TicketsAnswer) -> None:
        """Whoever keeps the tickets has answered."""
        with self._safely("tell of tickets"):
            self._take(beneath_the_panel(self.visit, lambda visit: tickets.answered(visit, answer)))

    def staff_stays(self, effect: StaffStays) -> None:
        """Who has just assisted may go on with the next person; perhaps at once."""
        self._attendance.stays(effect.member)
        if effect.guide and assist.may_begin(self.visit, self.around.point):
            self._take(self._noted(self._with_the_same_guide(effect, self._context())))
        elif effect.at_once:
            self._take(apply(self.visit, Do.KNOCK, self._context()))

    def _with_the_same_guide(self, effect: StaffStays, context: PressContext) -> Turn:
        return next_person.same_guide(
            self.visit,
            effect.member,
            effect.guide,
            context.first,
            context.guides.flows,
            had_whole_notice=effect.member.id in context.had_whole_notice,
        )

    def _put_out(self, member_id: str) -> None:
        with self._safely("put staff out"):
            if self.visit.staff is not None and self.visit.staff.member.id == member_id:
                self._take(self._noted(sign_in.put_out(self.visit)))

    def _sound_changed(self, event: SpeechEvent) -> None:
        with self._safely("hear"):
            self._speech.heard(event)

    def _noted(self, turn: Turn) -> Turn:
        """With the lines that say who assists; a press has them already."""
        return assisting.noted(self.visit, turn)

    def _context(self) -> PressContext:
        around, draw = self.around, self._outside.draw()
        left_off = self._bookmarks.of(self.visit, around.point.today, around.guides.lessons)
        may_go_on = self._attendance.who_may_go_on
        first, touches = self._blank.preferences, self.touches.made
        return gather_context(
            around,
            first,
            left_off=left_off,
            may_go_on=may_go_on,
            had_whole_notice=self._notices.of(around.point.today),
            touches=touches,
            draw=draw,
        )

    def _take(self, turn: Turn) -> None:
        """The one way on: everything changes, is shown once, and then what was asked for is carried out."""
        with self._one_change():
            before = self.visit
            self.store.enter(self._blank if turn.visit == Visit() else turn.visit)
            self._change_hands(before)
            if before.preferences.language != self.visit.preferences.language:
                self._attendance.changed_language()
            if self.nobody_is_here:
                self.store.put(Timing(), Pointer(), Progress())
            else:
                self._attendance.somebody_came()
            for event in to_record(turn.effects):
                self._outside.log.record(event)
            today = self.around.point.today
            self._bookmarks = self._bookmarks.after(before, self.visit, turn.effects, today)
            self._notices = self._notices.after(before, turn.effects, today)
            self._put_what_follows(before, turn.effects)
            if is_waiting(before) and not is_waiting(self.visit):
                self._call.end()  # before anything is drawn: no mistake of ours leaves the lamp lit
            self._refresh()
        for effect in turn.effects:
            self._effects.carry_out(effect)

    def _put_what_follows(self, before: Visit, effects: Iterable[Effect]) -> None:
        """What stands around the screen that is shown next; *before*: the visit that led to it."""
        if isinstance(self.visit.stage, WITH_A_CARD):
            self.store.put(Progress(self._outside.log.alone()))
        for effect in effects:
            if isinstance(effect, HelpCalled):
                self.store.put(replace(self.around.timing, waited_minutes=0, bell_bright=True))
            elif effect == SessionEnded("goodbye") and self.nobody_is_here and leaves_in_silence(before):
                self.store.put(replace(self.around.timing, goodbye_in=before.preferences.language))
            elif isinstance(effect, DoorEvent):
                counted = doors.counted(self.around.team.doors, effect)
                self.store.put(replace(self.around.team, doors=counted, area=area_number(effect.area)))
            elif isinstance(effect, SessionStarted) and self.around.door_to_door:
                self.store.put(replace(self.around.team, visits=self.around.team.visits + 1))

    def _change_hands(self, before: Visit) -> None:
        """The pointer belongs to the resident: a scan must not go on over the screens of staff."""
        if before.staff is None and self.visit.staff is not None:
            self._attendance.attended()
        was, now = (one.staff is not None and one.staff.aside is not None for one in (before, self.visit))
        if now and not was:
            self.pointing.set_aside()
        elif was and not now:
            self.pointing.bring_back()

    def _refresh(self) -> None:
        """Show the page of the store, and have it pointed at and said where it is another one."""
        with self._one_change():
            store, before = self.store, self.store.derive()
            self._outside.gates.cards.follow(store.visit)
            self._outside.gates.sheets.follow(store.visit)
            self._window.catch_up()
            if before.place != store.page.place:
                self.touches.entered(store.page.place)
                self.pointing.entered(gone=self.nobody_is_here)
            elif before.language != store.page.language:
                self.pointing.guidance.reworded()
            if store.is_stale:  # the pointer of who has gone does not move by itself any more
                store.derive()
                self._window.catch_up()
            if (before.place, before.language) != (store.page.place, store.page.language):
                self.announce(self.pointing.guidance.announcement)
                self._speech.enter()

    def _settle(self) -> None:
        """At the end of whatever was done: show what came after the page, as the line beneath the strip."""
        if self.store.is_stale:
            self._refresh()
        self._window.catch_up()

    @contextlib.contextmanager
    def _one_change(self) -> Iterator[None]:
        """What changes within is shown at its end, and not by itself."""
        outer, self._changing = self._changing, True
        try:
            yield
        finally:
            self._changing = outer

    @contextlib.contextmanager
    def _safely(self, doing: str) -> Iterator[None]:
        """The last line of defence: our mistake is logged whole, and the resident sees a calm screen."""
        outermost, self._busy = not self._busy, True
        try:
            yield
            if outermost:
                self._settle()
        except Exception:
            LOGGER.exception("%s on %s failed", doing, type(self.visit.stage).__name__)
            try:
                self._take(self._noted(trouble(self.visit)))
                self._bookmarks = Bookmarks()  # one of them may have been the mistake
                if outermost:
                    self._settle()
            except Exception:
                self.helpless += 1
                LOGGER.exception("the calm screen failed too")
        finally:
            self._busy = not outermost
