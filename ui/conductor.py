"""Holds the visit, takes actions, speaks and logs. No Qt: the whole kiosk can be walked without a window."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from accessibility.speech.utterance import SoundState, SpeechEvent
from flows.words import Language
from ui.idle import IdleRules, idle_action, seconds_left
from ui.logging_effects import write_down
from ui.narrator import Lit, Narrator
from ui.pointing import Pointing
from ui.ports import VisitLog, Voice
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.effects import Effect, HelpCalled, SayAgain, SayThis
from ui.visit.stages import IdleNotice, Person, Resume, Visit
from ui.visit.turn import Known, press, trouble
from ui.visit.turns import Turn
from ui.ways.keys import Deed

LOGGER = logging.getLogger(__name__)


class Audience(Protocol):
    """Who is told what to show."""

    def page_changed(self) -> None: ...
    def lit_changed(self, lit: Lit) -> None: ...
    def pointed_changed(self, slot: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Outside:
    """The outside things a visit needs."""

    voice: Voice
    log: VisitLog
    monotonic: Callable[[], float]  # seconds
    rules: IdleRules = field(default_factory=IdleRules)


class Conductor:
    """One visit after another. `begin` must be called once, with whoever shows the pages."""

    def __init__(self, outside: Outside, around: Surroundings, blank: Visit | None = None) -> None:
        """*blank* is what every new resident meets: the ward's own defaults."""
        self._outside = outside
        self._blank = blank or Visit()
        self.around = around
        self.visit = self._blank
        self.page: Page = derive(self.visit, around)
        self._audience: Audience | None = None
        self._called_at = 0.0
        self._touched_at = self._ticked_at = outside.monotonic()
        self._narrator = Narrator(outside.voice, self._light)
        self.pointing = Pointing(self, outside.voice, self._narrator, outside.monotonic, self._point)
        outside.voice.listen(self._sound_changed)

    def begin(self, audience: Audience) -> None:
        """Show the first page."""
        self._audience = audience
        audience.page_changed()

    def show(self, visit: Visit) -> None:
        """Show *visit* as it is: nothing is logged. For tours, which look at screens without visiting."""
        self.visit = visit
        self._refresh()

    def touched(self) -> None:
        """A finger came down anywhere: somebody is here, and what was being said is silenced."""
        self._touched_at = self._outside.monotonic()
        self._narrator.silence()

    def act(self, action: str) -> None:
        """Do *action* now, whoever asks. A mistake of ours leads to a calm screen, never further."""
        self._touched_at = self._outside.monotonic()
        with self._led_to_safety(f"press {action!r}"):
            known = Known(self.around.flows, self.around.largest_text_size, self.around.largest_low_reach)
            self._take(press(self.visit, action, known))

    def do(self, deed: Deed) -> None:
        """A key or a switch was pressed that means *deed*."""
        self.touched()
        with self._led_to_safety(f"do {deed!r}"):
            self.pointing.do(deed)

    def feel(self, slot: str, *, anew: bool) -> None:
        """Somebody who explores by touch has a finger on the item of *slot*."""
        self._touched_at = self._outside.monotonic()
        with self._led_to_safety("feel"):
            self.pointing.feel(slot, anew=anew)

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
        self.surround(replace(self.around, hint=text))

    def scanning(self, on: bool) -> None:
        """Whether the pointer moves by itself: then the speed of it can be set."""
        self.surround(replace(self.around, scanning=on))

    def tick(self) -> None:
        """Call about once a second: idle notice, countdown, farewell."""
        with self._led_to_safety("tick"):
            self._tick()

    def surround(self, around: Surroundings) -> None:
        """Something beside the visit changed: the time, the sound, the library."""
        if around != self.around:
            self.around = around
            with self._led_to_safety("surround"):
                self._refresh()

    def offer_to_resume(self, offer: Resume) -> None:
        """After a crash: ask whether the resident wants to go on."""
        self._touched_at = self._outside.monotonic()
        preferences = replace(self._blank.preferences, language=offer.language)
        with self._led_to_safety("offer"):
            self._take(Turn(replace(self._blank.restart_at(offer), preferences=preferences)))

    @property
    def nobody_is_here(self) -> bool:
        return self.visit == self._blank

    def _tick(self) -> None:
        now = self._outside.monotonic()
        still, before = now - self._touched_at, self._ticked_at - self._touched_at
        self._ticked_at = now
        if isinstance(self.visit.stage, Person):
            self.surround(replace(self.around, waited_minutes=int((now - self._called_at) // 60)))
        if isinstance(self.visit.stage, IdleNotice):
            self._count(still)
        match idle_action(self.visit, still, before, self._outside.rules, long=self.page.takes_long):
            case "nothing":
                pass
            case "say-countdown":
                self._say_this(SayThis("idle.countdown", (("seconds", self.around.seconds_left),)))
            case action:
                self._count(0)  # the notice begins with the whole time
                self.act(action)

    @contextlib.contextmanager
    def _led_to_safety(self, doing: str) -> Iterator[None]:
        """The last line of defence: our mistake is logged whole, and the resident sees a calm screen."""
        try:
            yield
        except Exception:
            LOGGER.exception("%s on %s failed", doing, type(self.visit.stage).__name__)
            try:
                self._take(trouble(self.visit))
            except Exception:
                LOGGER.exception("the calm screen failed too")

    def _take(self, turn: Turn) -> None:
        self.visit = self._blank if turn.visit == Visit() else turn.visit
        for effect in turn.effects:
            write_down(effect, self._outside.log)
        self._refresh()
        for effect in turn.effects:
            self._sound_out(effect)

    def _refresh(self) -> None:
        before, self.page = self.page, derive(self.visit, self.around)
        if self._audience is not None:
            self._audience.page_changed()
        if before.place != self.page.place:
            self.pointing.entered(gone=self.nobody_is_here)
        if (before.place, before.language) != (self.page.place, self.page.language):
            self._enter()

    def _enter(self) -> None:
        if self.nobody_is_here:  # the kiosk keeps quiet
            self._narrator.silence()
        elif self.page.private:  # on the loudspeaker only when the resident asks: "Nghe lại"
            self._say_this(SayThis("private.ask"), self.page.language)
        else:
            self._say_page()

    def _say_page(self) -> None:
        self._narrator.say_page(self.page, self.visit.preferences, self.pointing.script())

    def _sound_out(self, effect: Effect) -> None:
        match effect:
            case HelpCalled():
                self._called_at = self._outside.monotonic()
                self.surround(replace(self.around, waited_minutes=0))
            case SayAgain():
                self._say_page()
            case SayThis():
                self._say_this(effect)
            case _:
                pass

    def _say_this(self, said: SayThis, language: Language | None = None) -> None:
        language = language or self.visit.preferences.language
        text = self.around.words.say(said.key, language, **dict(said.values))
        now, even_when_off = self.visit.preferences, said.even_when_off
        self._narrator.say_sentence(text, language, now, even_when_off=even_when_off)
        if self.pointing.by_keys and said.key.startswith(("comfort.", "strip.")):
            self.hint(text)  # who sets something by a key need not hear to know it

    def _count(self, still_s: float) -> None:
        self.surround(replace(self.around, seconds_left=seconds_left(still_s, self._outside.rules)))

    def _light(self, lit: Lit) -> None:
        if self._audience is not None:
            self._audience.lit_changed(lit)

    def _point(self, slot: str) -> None:
        if self._audience is not None:
            self._audience.pointed_changed(slot)

    def _sound_changed(self, event: SpeechEvent) -> None:
        if isinstance(event, SoundState):
            self.surround(replace(self.around, no_sound=not event.audible and event.reason != "off"))
