"""Says a screen, and knows which words of which text are being heard. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from accessibility.preferences import Preferences
from accessibility.speech.utterance import Finished, SpeechEvent, Utterance, WordReached
from flows.guide.words import Language
from ui.screens.page import Line, Page
from ui.visit.ports import Voice

SENTENCE_ENDS = (".", "!", "?", "…", ":", "。")


@dataclass(frozen=True, slots=True)
class Lit:
    """The word being heard: ``text[start:end]`` of the text in `slot`, in code points."""

    slot: str = ""
    start: int = 0
    end: int = 0


NOTHING_LIT = Lit()
NOTHING_SAID = -1


def nothing() -> None:
    """What is done after most of what is said."""


@dataclass(frozen=True, slots=True)
class Script:
    """Several texts as one utterance: `parts` are (offset in `text`, line), in order."""

    text: str
    parts: tuple[tuple[int, Line], ...]

    def locate(self, start: int, end: int) -> Lit:
        """Which text the word ``self.text[start:end]`` stands in, and where."""
        for offset, line in reversed(self.parts):
            if start >= offset:
                return Lit(line.slot, start - offset, min(end - offset, len(line.text)))
        return NOTHING_LIT

    @property
    def caller(self) -> tuple[int, int]:
        """Where in `text` somebody else speaks."""
        ends = (*(at for at, _ in self.parts[1:]), len(self.text))
        spans = ((at, end) for (at, line), end in zip(self.parts, ends, strict=True) if line.by_caller)
        return next(spans, (0, 0))

    def rest_from(self, slot: str) -> Script:
        """From the text in *slot* to the end; all of it, if there is none."""
        at = next((at for at, (_, line) in enumerate(self.parts) if line.slot == slot), 0)
        return script_of(tuple(line for _, line in self.parts[at:]))


NOTHING_TO_SAY = Script("", ())


def script_of(lines: tuple[Line, ...]) -> Script:
    """Join the lines so that the voice pauses between them, whether or not they end in a full stop."""
    text, parts = "", list[tuple[int, Line]]()
    for line in lines:
        if text:
            text += "\n" if text.endswith(SENTENCE_ENDS) else ".\n"
        parts.append((len(text), line))
        text += line.text
    return Script(text, tuple(parts))


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of something, from the beginning of the text in which it was broken off."""

    script: Script
    said: Utterance
    is_page: bool


class Narrator:
    """Speaks through a `Voice`; tells `on_lit` which word is heard. One thing at a time."""

    def __init__(
        self,
        voice: Voice,
        on_lit: Callable[[Lit], None],
        on_private_cut: Callable[[], None] = lambda: None,
    ) -> None:
        """*on_private_cut*: something private was not said to its end, and nothing newer is the reason."""
        self._voice = voice
        self._on_lit, self._on_private_cut = on_lit, on_private_cut
        self.headphones = False  # what is private is said into them alone, and ends with them
        self._said: Utterance | None = None
        self._script = NOTHING_TO_SAY
        self._current_id = self._finished_id = NOTHING_SAID
        self._lost = False  # the sound went before it was said to its end
        self._reading = ""  # the slot of the page that is being heard; empty: no page is read
        self._broken_off = ""
        self.page_unheard = False  # the page said last has not been heard to its end
        self._in = ""  # the slot of the text that is being heard, of a page or not
        self._rest: Rest | None = None  # of what was broken off, while nothing newer was said
        self._broken_off_now = False  # by the touch or key just now
        self._then: Callable[[], None] = nothing
        voice.listen(self._heard)

    @property
    def speaking(self) -> bool:
        """Whether something was asked for and has not been said to its end."""
        return self._current_id != NOTHING_SAID

    def say_page(
        self,
        page: Page,
        preferences: Preferences,
        script: tuple[Line, ...] | None = None,
        *,
        asked: bool = False,
        then: Callable[[], None] = nothing,
    ) -> None:
        """Say a whole screen from its beginning, if the resident wants to be read to or must have been told.

        *script* takes the place of the page's own for those who do not look at it. Who *asked* for this
        one screen hears it also where reading aloud is off. *then* is called as in `say_sentence`.
        """
        lines = page.script if script is None else script
        always = asked or page.always_said
        self._say(script_of(lines), page.language, preferences, private=page.private, always=always)
        self._then = then
        self._reading = lines[0].slot if lines and self.speaking else ""
        self.page_unheard = self._reading != ""

    def say_lines(self, lines: tuple[Line, ...], language: Language, preferences: Preferences) -> None:
        """Of a screen that is private, what is not: these alone, if the resident wants to be read to."""
        self._say(script_of(lines), language, preferences, private=False)

    def say_item(self, text: str, language: Language, preferences: Preferences, *, private: bool) -> None:
        """Say one piece of a screen, or what a key does, if the resident wants to be read to."""
        self._say(script_of((Line("item", text),)), language, preferences, private=private)

    def say_sentence(
        self,
        text: str,
        language: Language,
        preferences: Preferences,
        *,
        even_when_off: bool = False,
        first: tuple[Line, ...] = (),
        then: Callable[[], None] = nothing,
    ) -> None:
        """Say one of the kiosk's own sentences; `even_when_off`: that reading aloud is off now, say.

        *first* is said before it, and stands on the screen.
        *then* is called once it has been heard to its end, and not if something newer is said.
        """
        script = script_of((*first, Line("aside", text)))
        self._say(script, language, preferences, private=False, always=even_when_off)
        self._then = then

    def repeat(self) -> bool:
        """Say what is being said, or was cut short, once more from its beginning. False: there is nothing."""
        if self._said is None or not (self.speaking or self._lost):
            return False
        self._speak(self._script, self._said)
        return True

    def hold(self) -> bool:
        """Whether the touch or key just now broke something off, which `go_on` then takes up."""
        held, self._broken_off_now = self._broken_off_now, False
        return held

    def go_on(self) -> bool:
        """Say the rest of what was broken off. False: there is none, or something newer was said since."""
        if self._rest is None:
            return False
        rest = self._rest
        self._speak(rest.script, replace(rest.said, text=rest.script.text, caller=rest.script.caller))
        self._reading = rest.script.parts[0][1].slot if rest.is_page and self.speaking else ""
        return True

    def let_go_of_private(self) -> None:
        """Of something private that was broken off, nothing is said on: other ears may hear it now."""
        if self._rest is not None and self._rest.said.private:
            self._rest, self._broken_off_now = None, False

    def forget(self) -> None:
        """Somebody has gone: neither here nor in the voice anything of what was said to them is kept."""
        self.silence()
        self._rest, self._broken_off_now = None, False
        self._voice.forget()

    @property
    def unread_from(self) -> str:
        """Where the page is being read, or was until the touch just now; empty if it was not."""
        return self._reading or self._broken_off

    def silence(self) -> None:
        self._broken_off_now = self.speaking and self._said is not None
        if self.speaking and self._said is not None:
            self._rest = Rest(self._script.rest_from(self._in), self._said, is_page=self._reading != "")
        self._broken_off, self._reading, self._then = self._reading, "", nothing
        self._current_id, self._said, self._script = NOTHING_SAID, None, NOTHING_TO_SAY
        self._voice.silence()
        self._on_lit(NOTHING_LIT)

    def _say(
        self, script: Script, language: Language, now: Preferences, *, private: bool, always: bool = False
    ) -> None:
        self.silence()
        self._rest, self._broken_off_now = None, False
        if not script.text or not (now.speech_on or always):
            return
        only_in_headphones = private and self.headphones
        self._speak(
            script,
            Utterance(
                script.text, language, now.rate, now.volume, private, only_in_headphones, script.caller
            ),
        )

    def _speak(self, script: Script, utterance: Utterance) -> None:
        self._script, self._said, self._lost, self._in, self._rest = script, utterance, False, "", None
        asked = self._voice.speak(utterance)
        # A voice that is down has given it up already, before it could tell its number.
        self._current_id = NOTHING_SAID if asked == self._finished_id else asked

    def _heard(self, event: SpeechEvent) -> None:
        if isinstance(event, Finished):
            self._finished_id = event.utterance_id
        match event:
            case WordReached(utterance_id, start, end) if utterance_id == self._current_id:
                lit = self._script.locate(start, end)
                self._in = lit.slot or self._in
                self._reading = self._reading and (lit.slot or self._reading)
                self._on_lit(lit)
            case Finished(utterance_id, heard) if utterance_id == self._current_id:
                cut = not heard and self._said is not None and self._said.private
                then, self._then = self._then, nothing
                self._current_id, self._lost = NOTHING_SAID, not heard
                if heard and self._reading:
                    self.page_unheard = False
                self._reading = self._broken_off = ""
                self._on_lit(NOTHING_LIT)
                if cut:
                    self._on_private_cut()
                elif heard:
                    then()
            case _:
                pass
