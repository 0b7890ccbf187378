"""Carries out what keys and switches ask for: moves the pointer, says where it stands, presses. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, assert_never

from accessibility.keys import Meaning
from accessibility.preferences import Preferences
from accessibility.scanning import dwell_from, is_due, wait
from ui.reach.voice.narrator import Narrator
from ui.reach.ways.guidance import Guidance, Shown
from ui.reach.ways.hand import Done, Hand, Outcome, Point, Press, Tell, Way, do, find, magic, step, take
from ui.reach.ways.items import (
    HINT_SLOT,
    PRIMARY_SLOT,
    EnterRow,
    Item,
    PageTurn,
    controls_of,
    items_of,
    page_button,
    start_of,
    with_page_buttons,
)
from ui.reach.ways.rows import by_rows, row_slot
from ui.reach.ways.said import said, written
from ui.screens.page import Page, Translator
from ui.screens.strip import derive_strip
from ui.screens.surroundings import Surroundings
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.start import Start
from ui.visit.ports import Voice
from ui.visit.stage import StaffStage
from ui.visit.stages import Attract, Circle
from ui.visit.visit import Visit

MOVES: tuple[Meaning, ...] = ("up", "down", "select", "move", "take", "switch")
"""What only those press who move so; every other key may be pressed by anybody."""
FIRST_WAY: dict[Meaning, Way] = {"move": "switches", "take": "switches", "switch": "one-switch"}


class Pressed(Shown, Protocol):
    """The visit, as the pointer presses and says it."""

    @property
    def may_say_private(self) -> bool: ...

    def act(self, action: Action) -> None: ...
    def announce(self, text: str, *, urgent: bool = False) -> None: ...
    def scanning(self, on: bool) -> None: ...


class Pointing:
    """One pointer. It belongs to the person in front of the kiosk and is forgotten with them."""

    def __init__(
        self,
        shown: Pressed,
        voice: Voice,
        narrator: Narrator,
        now_s: Callable[[], float],
        moved: Callable[[str], None],
        turn_page: Callable[[int], None],
    ) -> None:
        self._shown, self._voice, self._narrator, self._now_s = shown, voice, narrator, now_s
        self._moved, self._turn_page = moved, turn_page
        self._dwell = dwell_from(now_s())
        self._before_touch = ""
        self._went_round = False  # the last swipe: that stands beneath the strip
        self._scanned = 0  # to how many things the pointer has come by itself since the last touch or key
        self.hand = Hand()
        self._set_aside = Hand()  # the resident's, while staff have the controls
        self._listed: tuple[Page, Visit, Surroundings, tuple[Item, ...]] | None = None
        self.guidance = Guidance(shown, self)
        self.page_turns: tuple[str, ...] = ()  # the buttons that turn the page shown; `UNFINISHED`

    def do(self, deed: Meaning) -> None:
        """A key or a switch was pressed. At the invitation any of them begins the visit."""
        if deed == "staff" and not self.hand.trying:
            self._shown.act(Do.KNOCK)
            return
        if isinstance(self._shown.visit.stage, Attract):
            self._use(Hand(FIRST_WAY.get(deed, "keys")))
            self._shown.act(Start.TOUCHED)
        elif deed == "down" and not self.hand.trying and self._reads_on:
            self._turn_page(1)
        else:
            way = FIRST_WAY.get(deed, "keys")
            moved = self.hand.way if self.hand.trying or deed not in MOVES else way
            self._done(do(self.hand, deed, self._items_for(moved), self._start(way)))

    def take(self) -> None:
        """Somebody who feels or swipes takes what they have heard; that makes nobody a user of keys.

        Where nothing was chosen yet, two taps are the magic tap, once the screen was heard.
        """
        if find(self.items, self.hand.slot) is None:
            self._done(magic(self.hand, self.items, self._start("touch")))
        else:
            self._done(take(self.hand, self.items))

    def magic(self) -> None:
        """Two fingers at once: the main button, without looking for it."""
        of_staff = isinstance(self._shown.visit.stage, StaffStage)
        self._done(magic(self.hand, self.items, "" if of_staff else start_of(self._shown.page)))

    def _start(self, way: Way) -> str:
        """Where the pointer begins on a screen. Who sees it, as most who use switches do, goes on at once;
        who hears it, only once they have heard it to its end: else something before it is to be met.
        """
        of_staff = isinstance(self._shown.visit.stage, StaffStage)
        unheard = self._narrator.page_unheard and way not in ("switches", "one-switch")
        return "" if of_staff or unheard else start_of(self._shown.page)

    def start_exploring(self) -> None:
        """A swipe on a screen that is looked at: from now on a touch says what lies under it.

        Staff, who have no voice and look at what they press, do not begin it so; nor does a hand that shakes
        while it is asked to touch the circle as it does.
        """
        stage = self._shown.visit.stage
        if isinstance(stage, Attract):
            self._shown.act(Start.EXPLORING)
        elif not self._preferences.explore and not isinstance(stage, (Circle, StaffStage)):
            self._shown.act(Setting.EXPLORE)

    def feel(self, slot: str, *, anew: bool, moved: bool = False) -> None:
        """A finger lies on the item of *slot*: it is said, once for each time the finger comes there. First
        that it has *moved* there, where a tap for something else did.
        """
        if anew:
            self._before_touch = self.hand.slot
        elif slot == self.hand.slot:  # a panel tells of a finger a hundred times a second
            return
        item = find((*self.items, *page_button(slot, self._tr), self._hint_line), slot)
        if item is not None:
            if self._went_round:  # a line stays: nothing moves beneath a finger that feels
                self._shown.hint(self._tr("ways.reading"))
            self._use(replace(self.hand, slot=slot))
            self._point_at(item, wrapped=False, first=self._tr("ways.moved") if moved else "")
        elif moved:
            self._say(self._tr("ways.moved"))

    def feel_same(self, slot: str) -> None:
        """The first of two taps by somebody who swipes: they mean what they swiped to, not what is here."""
        start = self._start("touch")
        item = find(self.items, self.hand.slot or (start if start == PRIMARY_SLOT else ""))
        if item is None:
            self.feel(slot, anew=True)
        else:
            self._use(replace(self.hand, slot=item.slot))
            self._point_at(item, wrapped=False)

    def swipe(self, by: int) -> None:
        """One item on, or back, from where the pointer stood before the finger that swiped came down."""
        done = step(replace(self.hand, slot=self._before_touch), self.items, by, self._start("touch"))
        self._before_touch = done[0].slot
        self._done(done)
        for outcome in done[1]:
            if isinstance(outcome, Point) and not self.by_keys:
                self._write_round(outcome)

    def _write_round(self, point: Point) -> None:
        """That a swipe has gone round, until the next one; more would take room from what is felt."""
        if point.wrapped or self._went_round:
            line = (
                written(point.item, self._tr, wrapped=True) if point.wrapped else self.guidance.standing_line
            )
            self._shown.hint(line)
        self._went_round = point.wrapped

    def scan(self) -> None:
        """Call often while `scanning`: moves on when the time for this item is over."""
        now = self._now_s()
        self._dwell = wait(self._dwell, now, speaking=self._narrator.speaking)
        if self.scanning and is_due(self._dwell, now, self._preferences.scan_s):
            self._scanned += 1
            self._done(step(self.hand, controls_of(self.items), 1, self._start("one-switch")))

    def touched(self) -> None:
        """Somebody is here: the round of the pointer that moves by itself counts from now."""
        self._scanned = 0

    @property
    def midway(self) -> bool:
        """Whether the pointer moves by itself and, since the last touch or key, has not gone round."""
        return self.scanning and self._scanned <= len(controls_of(self.items))

    @property
    def _reads_on(self) -> bool:
        """Whether a text that is only read goes on overleaf: the voice would turn the page as it speaks."""
        unheard = not self._preferences.speech_on or self._shown.around.sound.no_sound
        return unheard and self.hand.slot != "" and UNFINISHED in self.page_turns

    @property
    def by_keys(self) -> bool:
        """Whether this person has pressed keys or switches."""
        return self.hand.way != "touch"

    @property
    def scanning(self) -> bool:
        return self.hand.way == "one-switch" and not self.hand.trying

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything on the screen now, in reading order; what turns a page only for switches, and while a
        finger is on it.
        """
        return self._items_for(self.hand.way)

    def _items_for(self, way: Way) -> tuple[Item, ...]:
        shown = self._on_the_screen()
        if way != "touch":
            answers = way != "keys"
            shown = by_rows(shown, self._shown.page, self.hand.row, self._tr, answers=answers)
        if way in ("switches", "one-switch"):  # where one stands one stays, though it was the last
            return with_page_buttons(shown, (*self.page_turns, self.hand.slot), self._tr)
        return (*shown, *page_button(self.hand.slot, self._tr))

    def _on_the_screen(self) -> tuple[Item, ...]:
        """Listed once for what is shown: one key asks for it ten times."""
        shown = (self._shown.page, self._shown.visit, self._shown.around)
        before = self._listed
        if before is None or any(one is not other for one, other in zip(shown, before, strict=False)):
            page, visit, around = shown
            before = self._listed = (page, visit, around, items_of(page, derive_strip(visit, around)))
        return before[3]

    def set_aside(self) -> None:
        """Staff take the controls: how the resident moves is kept, and moves nothing meanwhile."""
        self._set_aside = self.hand
        self._use(Hand("keys" if self.hand.way == "keys" else "touch"))

    def bring_back(self) -> None:
        """The resident goes on as before."""
        hand, self._set_aside = self._set_aside, Hand()
        self._use(hand)

    def entered(self, *, gone: bool) -> None:
        """Another screen is shown: nothing on it has been chosen yet. Of who is *gone* nothing is kept."""
        self._dwell = dwell_from(self._now_s())
        self._before_touch = ""
        self._listed = None
        self._went_round = False
        self.guidance.entered(gone=gone)
        self._scanned = 0
        trying = self.hand.trying and self._shown.page.place != ASKS_WHO_IS_HERE
        self._use(Hand() if gone else replace(self.hand, slot="", row=None, trying=trying))
        self._shown.hint("" if gone else self.guidance.first_line)

    @property
    def _hint_line(self) -> Item:
        """The line that repeats what is said, for who does not hear: met only by a finger that lies on it."""
        return Item(HINT_SLOT, self._shown.around.pointer.hint)

    @property
    def way(self) -> Way:
        """How this person goes on."""
        exploring = self._preferences.explore and self.hand.way in ("touch", "keys")
        return "explore" if exploring else self.hand.way

    def _use(self, hand: Hand) -> None:
        before, self.hand = self.hand, hand
        if before.slot != hand.slot:
            self._moved(hand.slot)
        self._shown.scanning(self.scanning)

    def _done(self, done: Done) -> None:
        hand, outcomes = done
        place, line = self._shown.page.place, self.guidance.standing_line
        if not any(isinstance(outcome, Point) for outcome in outcomes):
            self._shown.hint(line)  # a point writes its own
        self._use(hand)
        for outcome in outcomes:
            self._carry_out(outcome)
        if self.by_keys and (self._shown.page.place, self._shown.around.pointer.hint) == (place, line):
            self._shown.hint(self.guidance.standing_line)  # what was pressed may be set otherwise now

    def _carry_out(self, outcome: Outcome) -> None:
        match outcome:
            case Point(item, wrapped):
                self._point_at(item, wrapped=wrapped)
            case PageTurn() as turn:
                self._turn_page(turn.by)
                # Said only: a line beneath the strip would take room from the page, which would be laid anew.
                self._say(self._tr(f"ways.turned_{'on' if turn.by > 0 else 'back'}"))
            case EnterRow(row):
                self._enter_row(row)
            case Press(action):
                self._dwell = dwell_from(self._now_s())
                if self.hand.row is not None:  # the next key may be in any row
                    self._use(self._out_of_row())
                self._shown.act(action)
            case Tell(key):
                text = self._tr(key)
                self._say(text)
                self._shown.hint(text)
                self._shown.announce(text)
            case never:
                assert_never(never)

    def _enter_row(self, row: int | None) -> None:
        """Into the row, at its first key; or out of it, where the pointer stood before."""
        if row is not None:
            self._use(replace(self.hand, row=row, slot=""))
            items = controls_of(self.items)
            self._use(replace(self.hand, slot=items[0].slot))
            self._point_at(items[0], wrapped=False)
            return
        self._use(self._out_of_row())
        if (item := find(self.items, self.hand.slot)) is not None:
            self._point_at(item, wrapped=False)

    def _out_of_row(self) -> Hand:
        """Who presses keys stands on the row then; switches begin with the first one."""
        stands = self.hand.way == "keys" and self.hand.row is not None
        return replace(self.hand, row=None, slot=row_slot(self.hand.row or 0) if stands else "")

    def _say(self, text: str) -> None:
        self._narrator.say_item(text, self._tr.language, self._preferences, private=False)

    def _point_at(self, item: Item, *, wrapped: bool, first: str = "") -> None:
        self._dwell = dwell_from(self._now_s())
        self._voice.cue("wrap" if wrapped else "item", self._preferences.volume)
        private = item.private and self._shown.may_say_private
        secret = item.private and not private
        heard = replace(item, name=self._tr(f"private.{item.role}"), state="") if secret else item
        # Asked for before anything is drawn: the voice has the longer way.
        text = f"{first} {said(heard, self._tr)}".strip()
        self._narrator.say_item(text, self._shown.page.language, self._preferences, private=private)
        if self.by_keys and item.slot != HINT_SLOT:
            self._shown.hint(written(item, self._tr, wrapped=wrapped))

    @property
    def _tr(self) -> Translator:
        return self._shown.around.tr(self._shown.page.language)

    @property
    def _preferences(self) -> Preferences:
        return self._shown.visit.preferences


UNFINISHED = "page.rest"
"""What the pointer stands on goes on overleaf."""
ASKS_WHO_IS_HERE = "idle"
"""A key can say "I am here" only if it acts: the sandbox of keys, perhaps forgotten by now, is over."""
