"""The parts every screen is made of. QML lays them out; it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from flows.guide.words import Language
    from ui.visit.actions.action import ControlAction
    from ui.words import UiWords

Template: TypeAlias = Literal[
    "attract", "choice", "circle", "home", "needs", "overview", "step", "practice", "qr", "hotline",
    "message", "end", "goodbye", "pad", "today", "ask", "changed", "typing",
]  # fmt: skip


class Control(NamedTuple):
    """Something to touch (or, with None, a row to read). `spoken` replaces the label aloud."""

    action: ControlAction | None
    label: str
    icon: str = ""
    detail: str = ""
    spoken: str = ""
    number: str = ""  # to dial: drawn over the label, in large letters
    kind: Literal["primary", "plain"] = "primary"  # how a page's main action is drawn
    state: str = ""  # what it is set to now; said after the name
    place: str = ""  # which of how many it is, "thứ 2 trong 6"; `numbered` fills it in
    turned: Literal["", "on", "off"] = ""  # drawn as a switch; the label says it in words
    picture: str = ""  # "answers/iphone": a drawing of resources/pictures, for whoever does not read
    ground: str = ""  # the colour behind that picture, by which it is found again
    urgent: bool = False  # a need that cannot wait: red, with a heavy edge
    also: tuple[str, ...] = ()  # what the label may become by a press that must not move anything
    undoes: str = ""  # the slot of what it takes the place of and undoes: pressed at once, it is meant
    when_asked: bool = False  # said where one comes to it, or asks to hear the screen again; not on entering

    @property
    def slot(self) -> str:
        """Names it on its screen, for QML, keys and tests; empty for a row to read."""
        return "" if self.action is None else self.action.slot

    @property
    def name(self) -> str:
        """The accessible name: what a screen reader, and the kiosk itself, says for it."""
        return self.spoken or ". ".join(part for part in (self.number, self.label, self.detail) if part)

    @property
    def described(self) -> str:
        """What follows its name and role, aloud and for a screen reader."""
        return ", ".join(part for part in (self.state, self.place) if part)


class Line(NamedTuple):
    """One spoken text and the slot of the screen whose words light up while it is heard."""

    slot: str
    text: str
    by_caller: bool = False  # in another voice than the kiosk's own; one line of a screen at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What all screens share. `language` is that of the texts; it may fall back to Vietnamese."""

    template: Template
    place: str  # tells one screen from another: the speech starts anew when it changes
    language: Language
    heading: str = ""
    sentence: str = ""
    caption: str = ""
    icon: str = ""
    drawing: str = ""  # "steps/learns": of resources/pictures, in the place of that sign
    primary: Control | None = None
    choices: tuple[Control, ...] = ()
    keys: tuple[
        Control, ...
    ] = ()  # to type with: pressed as choices are, and none of what there is to choose
    places: tuple[Control, ...] = ()  # of the drawn phone, which do what an answer does
    bar: tuple[Control, ...] = ()
    seats: tuple[Control, ...] = ()  # the bar as it is laid out, with the places that are kept free
    ahead: int = 0  # so many of the seats stand before the helpers
    together: bool = False  # a list whose lines must be seen at once, as the answers to a question are
    dense: bool = False  # many choices, in letters that do not grow: as many as can be on the first page
    guide: str = ""  # of which it is a step, or a list of a step's; what was allowed aloud there holds in all
    private: bool = False  # said aloud only when the resident asks for it
    never_silent: tuple[Line, ...] = ()  # of what is private: what is said all the same
    never_aloud: bool = False  # private even then: said in headphones alone
    always_said: bool = False  # also to who does not want to be read to: what they must have been told
    takes_long: bool = False  # see ui/screens/waiting.py: idle is patient
    spoken_first: tuple[Line, ...] = ()  # before the heading
    spoken_extra: tuple[Line, ...] = ()  # between the sentence and the choices
    spoken_last: tuple[Line, ...] = ()  # after the choices: answers that stand elsewhere
    by_caller: bool = False  # the sentence is a caller's, in a rehearsal: another voice says it
    spoken_unseen: tuple[Line, ...] = ()  # after the sentence, to who may not see the picture, or asks
    touched_on_phone: bool = False  # what it says to touch is on a phone of the resident's own
    spoken_asked: tuple[Line, ...] = ()  # after all else, for who asks: where one is, when it was checked

    @property
    def answers(self) -> tuple[tuple[str, Control], ...]:
        """What there is to choose from, each with its slot: also an answer that is the main button, or stands
        among the helpers.
        """
        said = {line.slot for line in self.spoken_last}
        main = (("primary", self.primary),) if self.primary is not None else ()
        below = (*main, *((f"bar.{one.slot}", one) for one in self.bar))
        return (
            *((one.slot, one) for one in self.choices),
            *((slot, one) for slot, one in below if slot in said),
        )

    @property
    def answers_alone(self) -> bool:
        """Whether there is nothing to press but answers and helpers, which stand in a row beneath them."""
        return self.template == "choice" and self.primary is None

    @property
    def sentence_last(self) -> bool:
        """Whether a number or a time is more urgent than the sentence: in the largest letters that may be
        on a second page.
        """
        return self.template in ("hotline", "message")

    @property
    def body_lines(self) -> tuple[Line, ...]:
        """What is said between the heading and the choices."""
        sentence = Line("sentence", self.sentence, self.by_caller)
        return (*self.spoken_extra, sentence) if self.sentence_last else (sentence, *self.spoken_extra)

    @property
    def script(self) -> tuple[Line, ...]:
        """What the screen says on entering it: first what matters most, then the choices."""
        lines = (
            *self.spoken_first,
            Line("heading", self.heading),
            *self.body_lines,
            *(Line(choice.slot, choice.name) for choice in self.choices if not choice.when_asked),
            *self.spoken_last,
        )
        return tuple(line for line in lines if line.text)

    @property
    def script_when_asked(self) -> tuple[Line, ...]:
        """All that it can say: also codes to scan, where one is, and when it was checked."""
        codes = (Line(choice.slot, choice.name) for choice in self.choices if choice.when_asked)
        return (*self.script, *codes, *(line for line in self.spoken_asked if line.text))


class Translator(NamedTuple):
    """The kiosk's own words in one language."""

    words: UiWords
    language: Language

    def __call__(self, key: str, **values: object) -> str:
        return self.words.say(key, self.language, **values)


def numbered(controls: tuple[Control, ...], tr: Translator) -> tuple[Control, ...]:
    """The same, each with its place among them; one that stands alone has none."""
    of = len(controls)
    if of < 2:
        return controls
    return tuple(
        control._replace(place=tr("ways.place", at=at, of=of)) for at, control in enumerate(controls, start=1)
    )


def said_of_the_bar(answers: tuple[Control, ...]) -> tuple[Line, ...]:
    """For `Page.spoken_last`: answers that stand among the helpers are said as any others are."""
    return tuple(Line(f"bar.{answer.slot}", answer.name) for answer in answers)
