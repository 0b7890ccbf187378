"""What is said, and when: a screen on entering it, the kiosk's own sentences, and what is private only where
nobody else hears it. No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from accessibility.speech import utterance
from flows.guide.words import Language
from ui.reach.voice.captions import caption_of, is_written_in_silence
from ui.reach.voice.changes import can_be_heard, is_urgent
from ui.reach.voice.consent import Consent
from ui.reach.voice.last_words import LastWords, Pointed
from ui.reach.voice.narrator import Lit, Narrator, nothing, script_of
from ui.screens.page import Line, Page
from ui.screens.surrounding_parts import Part
from ui.visit.effects import SayThis
from ui.visit.ports import Voice

WHOLE: frozenset[str] = frozenset()


class SpokenVisit(Pointed, Protocol):
    """The visit as the one who tells of it needs it."""

    @property
    def nobody_is_here(self) -> bool: ...
    def announce(self, text: str, *, urgent: bool = False) -> None: ...
    def surround(self, *parts: Part) -> None: ...


class ScreenSpeech:
    """One voice. What a resident allowed to be heard aloud holds for one guide and one output."""

    def __init__(self, shown: SpokenVisit, voice: Voice, on_lit: Callable[[Lit], None]) -> None:
        self._shown = shown
        self._consent = Consent()
        self._on_page = WHOLE  # the places on the page of the screen that a finger has turned to
        self._changes: tuple[SayThis, ...] = ()  # not told yet: something was being said
        self._last_words = LastWords(shown)
        self.narrator = Narrator(voice, on_lit, self._ask_first)

    def enter(self) -> None:
        """Another screen, or the same in another language."""
        self._on_page = WHOLE
        self._last_words.none()
        if not self._consent.entered(self._shown.page, self._shown.visit):
            self.narrator.let_go_of_private()
        if self._shown.nobody_is_here:  # the kiosk keeps quiet
            self._consent.withdraw()
            self._changes = ()
            self._last_words.forget()
            self.narrator.forget()
        elif self._shown.page.private and not self.may_say_private:
            self._ask_first(briefly=self._consent.was_asked(self._shown.page))
        else:
            self._last_words.enter()
            self._say_page()

    def again(self) -> None:
        """Somebody asks for it: then also with the voice off, and what is private on the loudspeaker, once
        they were told that it is. What is never said aloud is not even then.
        """
        page = self._shown.page
        if page.private and not self._shown.around.sound.headphones:
            if not self._consent.was_said(page):
                self._ask_first(asked=True)
                return
            self._consent.allow(page)
        self._shown.hint(self._shown.pointing.guidance.standing_line)
        if self._shown.around.sound.no_sound:
            self._tell_that_nothing_is_heard()
        self._say_page(asked=True)

    def turned(self, fresh: frozenset[str], whole: frozenset[str]) -> None:
        """A finger has turned the page: what is new on it is read; *Nghe lại* then reads this page again."""
        self._on_page = whole
        page = self._shown.page
        if page.private and not self.may_say_private:
            self._ask_first(briefly=self._consent.was_asked(page))
        else:
            self._say_page(only=fresh)

    def _tell_that_nothing_is_heard(self) -> None:
        """The button keeps its place; who presses it is answered."""
        text = self._shown.around.words.say("notice.unheard", self._language)
        self._shown.hint(text)
        self._shown.announce(text)

    def say_what_may_be_heard(self, *, asked: bool = False) -> None:
        """The screen, by a key that means nothing: what is private on the loudspeaker is only offered, as
        somebody else may stand there by now.

        Who *asked* for it hears it also with the voice off, and what they were allowed to hear.
        """
        alone = self.may_say_private if asked else self._shown.around.sound.headphones
        if self._shown.page.private and not alone:
            self._ask_first(asked=asked)
        else:
            self._say_page(asked=asked)

    def pause_or_go_on(self) -> None:
        """The key was pressed while something was said: be silent. While nothing was: say the rest of it."""
        if self.narrator.hold():
            text = self._shown.around.words.say("ways.paused", self._language)
            self._shown.hint(text)
            self._shown.announce(text)
        elif not self.narrator.go_on():
            self.say_what_may_be_heard(asked=True)

    @property
    def may_say_private(self) -> bool:
        """In headphones; on the loudspeaker only where the resident asked for it: "Nghe lại".

        That says a page that is private; what else is on a screen, as the digits of a pad, it never does.
        """
        return self._shown.around.sound.headphones or self._consent.allows(self._shown.page)

    def say_this(self, said: SayThis, language: Language | None = None, first: tuple[Line, ...] = ()) -> None:
        """One of the kiosk's own sentences, after *first*, which the screen shows; written as well, where
        nothing else on the screen shows it.
        """
        now, words = self._shown.visit.preferences, self._shown.around.words
        language = language or now.language
        text = words.say(said.key, language, **dict(said.values))
        announced = script_of((*first, Line("", text))).text.replace("\n", " ")
        self._shown.announce(announced, urgent=is_urgent(said.key))
        then = self._reading_on(self._shown.page, self.narrator.unread_from) if said.read_on else nothing
        always = said.even_when_off
        self.narrator.say_sentence(text, language, now, even_when_off=always, first=first, then=then)
        by_keys, no_sound = self._shown.pointing.by_keys, self._shown.around.sound.no_sound
        caption = caption_of(said.key, by_keys=by_keys, no_sound=no_sound)
        if caption and (now.speech_on or said.even_when_off or is_written_in_silence(said.key)):
            self._shown.hint(text if caption == said.key else words.say(caption, language))

    def say_number(self, number: int, *, after_right: bool) -> None:
        """For the opening check: shown nowhere. *after_right*: the one before was heard right."""
        now, words = self._shown.visit.preferences, self._shown.around.words
        keys = (*(("opening.right",) if after_right else ()), f"opening.number_{number}")
        said = " ".join(words.say(key, now.language) for key in keys)
        self.narrator.say_sentence(said, now.language, now, even_when_off=True)

    def changed(self, changes: tuple[SayThis, ...]) -> None:
        """Something is other than it was, and nobody has touched anything: said once nothing else is."""
        if self._shown.nobody_is_here:
            return
        for one in changes:
            self._announce(one)
            others = tuple(other for other in self._changes if other.key != one.key)
            self._changes = (*others, one) if can_be_heard(one.key) else others
        self.catch_up()

    def catch_up(self) -> None:
        """Call about once a second: say one change that had to wait."""
        if self._changes and not self.narrator.speaking:
            one, self._changes = self._changes[0], self._changes[1:]
            self.narrator.say_sentence(self._text(one), self._language, self._shown.visit.preferences)

    def heard(self, event: utterance.SpeechEvent) -> None:
        """The sound came or went, or comes out elsewhere."""
        match event:
            case utterance.SoundState(audible, reason):
                self._sound_is(there=audible or reason == "off")
            case utterance.HeardThrough(headphones):
                self._goes_elsewhere(headphones=headphones)
            case utterance.OutputChanged():
                self._withdraw()
            case utterance.Started() | utterance.WordReached() | utterance.Finished():
                pass  # the narrator's

    def _sound_is(self, *, there: bool) -> None:
        """What offers to be heard, as a private step does, offers it exactly while anything can be heard."""
        changed = self._shown.around.sound.no_sound == there
        self._shown.surround(replace(self._shown.around.sound, no_sound=not there))
        if changed:
            self._shown.pointing.guidance.hearing_changed()
            self._withdraw()
        if changed and self._shown.page.private and not self._shown.nobody_is_here:
            self._shown.hint(self._shown.pointing.guidance.standing_line)
            if there:
                self.enter()

    def _goes_elsewhere(self, *, headphones: bool) -> None:
        """Headphones were put in or pulled out: what was being said begins anew, or it is told."""
        self._withdraw()
        self.narrator.headphones = headphones
        self._shown.surround(replace(self._shown.around.sound, headphones=headphones))
        if self._shown.nobody_is_here:
            return
        if self._shown.page.private:
            self.enter()
        elif not self.narrator.repeat():
            self.say_this(SayThis("output.headphones" if headphones else "output.loudspeaker"))

    def _withdraw(self) -> None:
        """Consent was for where it came out."""
        self._consent.withdraw()
        self.narrator.let_go_of_private()

    def _ask_first(self, *, asked: bool = False, briefly: bool = False) -> None:
        """Also when something private was cut short: it may have been about to reach other ears."""
        page = self._shown.page
        if not page.private or self._shown.nobody_is_here:
            self._consent.withdraw()
            return
        self._consent.ask(page, explained=asked or self._shown.visit.preferences.speech_on)
        if briefly and not page.never_aloud:
            self._pass_over(page)
            return
        question = "private.ask" if page.guide else "private.ask_here"
        key = "private.never_aloud" if page.never_aloud else question
        self.say_this(SayThis(key, even_when_off=asked), page.language, first=page.never_silent)

    def _pass_over(self, page: Page) -> None:
        """They were asked in this guide and have not answered: nothing is asked again. The offer stays
        written; what is never silent is said, then how to hear the rest, and how to go on.
        """
        now, how_to_hear = (
            self._shown.visit.preferences,
            self._shown.around.words.say("private.how_to_hear", page.language),
        )
        lines = (*page.never_silent, Line("bar.again", how_to_hear), *self._last_words.when_asked())
        if now.speech_on and not self._shown.around.sound.no_sound:
            self._shown.hint(self._shown.around.words.say("private.caption", page.language))
        self._shown.announce(script_of(lines).text.replace("\n", " "))
        self.narrator.say_lines(lines, page.language, now)

    def _reading_on(self, page: Page, slot: str) -> Callable[[], None]:
        """Read *page* on from the text in *slot*, in the words it has by then, if it is still shown."""

        def read_on() -> None:
            shown = self._shown
            lines = (*shown.pointing.guidance.script(), *self._last_words.lines)
            at = next((at for at, line in enumerate(lines) if line.slot == slot), len(lines))
            same = (shown.page.place, shown.page.language) == (page.place, page.language)
            may = not shown.page.private or self.may_say_private
            if same and may and lines[at:]:
                self.narrator.say_page(shown.page, shown.visit.preferences, lines[at:])

        return read_on

    def _announce(self, said: SayThis) -> None:
        self._shown.announce(self._text(said), urgent=is_urgent(said.key))

    def _text(self, said: SayThis) -> str:
        return self._shown.around.words.say(said.key, self._language, **dict(said.values))

    @property
    def _language(self) -> Language:
        return self._shown.visit.preferences.language

    def _say_page(self, *, asked: bool = False, only: frozenset[str] | None = None) -> None:
        """All of the screen, or of the page of it that is shown; *only* what stands in these places."""
        shown, places = self._shown, self._on_page if only is None else only
        lines = shown.pointing.guidance.script(asked=asked)
        here = tuple(line for line in lines if line.slot in places)
        if only and not here:  # of the page turned to nothing is said by itself
            here = tuple(line for line in shown.pointing.guidance.script(asked=True) if line.slot in only)
        last = self._last_words.when_asked() if asked else self._last_words.lines
        said = (*here, *(self._last_words.overleaf() or last)) if here else (*lines, *last)
        then = nothing if here else self._tell_of_pages
        self.narrator.say_page(shown.page, shown.visit.preferences, said, asked=asked, then=then)

    def _tell_of_pages(self) -> None:
        """All has been said, and the page has followed: what was said first may stand on an earlier one."""
        text = self._last_words.of_pages()
        if text:
            self.narrator.say_sentence(text, self._shown.page.language, self._shown.visit.preferences)
