"""The drawn phone with its keys: what is asked, what stands in its field, what the last key did."""

from __future__ import annotations

from dataclasses import dataclass

from flows.practice.exercise.doing import Doing
from flows.practice.exercise.keyboard import LAST, ROWS
from flows.practice.exercise.script import MICROPHONE, Exercise
from ui.screens.ask import AskProps
from ui.screens.helpers import WITH_BACK, WITH_HINT, bar
from ui.screens.keyboard import CELLS, KeyRow, layer_keys
from ui.screens.page import Control, Line, Template, Translator
from ui.visit.actions.chosen import TouchField
from ui.visit.actions.typing import Keyboard, TypeKey


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingProps(AskProps):
    """`choices` are the two fields of a code; what is typed stands as heading where there is but one."""

    template: Template = "typing"
    mark: str = ""  # that it is practice
    ringed: str = ""  # the slot of what is touched next
    pale: tuple[str, ...] = ()  # the slots of the half in which it is not
    message: str = ""  # that came by SMS
    asks: str = ""  # what a stranger writes
    small: bool = False  # keys as on a phone
    pad: bool = False  # the twelve keys for a code
    where: str = ""  # the slot of the field that was touched
    row_answers: str = ""

    @property
    def script(self) -> tuple[Line, ...]:
        """The task, what came, and the fields; keys are said where one comes to them."""
        lines = (
            *self.spoken_first,
            Line("sentence", self.sentence),
            Line("message", self.message),
            Line("asks", self.asks),
            *(Line(one.slot, one.name) for one in self.choices),
            *self.spoken_last,
        )
        return tuple(line for line in lines if line.text)


def typing_page(now: Doing, tr: Translator, *, lies: bool, explores: bool) -> TypingProps:
    """Of an exercise, whatever its keys are for; *lies*: the panel is broader than high."""
    made = now.exercise
    rows, code = drawn_rows(now, tr), made.kind == "code"
    hint, ringed = _hint(now, tr), next_slot(now)
    mark = tr("rehearsal.mark")
    return TypingProps(
        place=f"exercise.{made.id}.{now.passes}.{now.said}.{now.where}",
        language=tr.language,
        heading="" if code else now.text,
        sentence=made.task.in_(tr.language),
        caption=hint or did(now, tr),
        choices=_fields(now, tr) if code else (),
        keys=tuple(key for row in rows for key, _ in row.keys),
        bar=bar(tr, WITH_HINT if now.hints and not now.over else WITH_BACK),
        rows=rows,
        empty=now.text == "",
        mark=mark,
        ringed=ringed if now.pointed else "",
        pale=_pale(rows, ringed) if now.help == "half-pale" else (),
        # On a lying panel there is room for one of the two, and the task names the code as well.
        message=tr("exercise.message", code=made.expect) if code and not (hint and lies) else "",
        asks=made.asks.in_(tr.language) if code else "",
        small=now.small and not explores,  # a finger that feels its way needs keys it can find
        pad=on_pad(made),
        where=f"field.{now.where}" if now.where else "",
        spoken_first=(Line("caption", hint) if hint else Line("mark", mark),)
        if hint or now.said == 0
        else (),
    )


def _hint(now: Doing, tr: Translator) -> str:
    if now.refused:
        return now.exercise.refused.in_(tr.language)
    if now.exercise.kind == "code" and now.where is None and now.help != "none":
        return tr("exercise.touch_field")
    match now.help:
        case "half-pale":
            return tr("practice.half")
        case "shown":
            return tr("exercise.shown")
        case "said-again" if now.exercise.kind == "type":
            return now.exercise.hint.in_(tr.language)
        case _:
            return ""


def did(now: Doing, tr: Translator) -> str:
    """What the last key did."""
    last = now.last
    if last is None:
        return ""
    match last.did:
        case "tone":
            return tr(f"exercise.did_tone_{last.key}", result=last.result)
        case "shape":
            return tr("exercise.did_shape", before=last.before, result=last.result)
        case "space":
            return tr("exercise.did_space")
        case "letter":
            return tr("exercise.did_letter", result=last.result)


def next_slot(now: Doing) -> str:
    """What is touched next: a key, the field before it, or the other layer; nothing once it is typed."""
    if now.over:
        return ""
    if now.exercise.kind == "code" and now.where != "app":
        return TouchField("app").slot
    if not now.on_this_layer:
        return (Keyboard.MARKS if now.layer == "letters" else Keyboard.LETTERS).slot
    match now.wanted:
        case " ":
            return Keyboard.SPACE.slot
        case key if key == MICROPHONE:
            return Keyboard.MICROPHONE.slot
        case key:
            return TypeKey(key).slot


def _pale(rows: tuple[KeyRow, ...], ringed: str) -> tuple[str, ...]:
    """The left or the right half of the keys, whichever does not hold it."""
    middles: dict[str, float] = {}
    for row in rows:
        at = row.start
        for key, breadth in row.keys:
            middles[key.slot] = at + breadth / 2
            at += breadth
    if ringed not in middles:
        return ()
    left = middles[ringed] < CELLS / 2
    return tuple(slot for slot, middle in middles.items() if (middle < CELLS / 2) != left)


def _fields(now: Doing, tr: Translator) -> tuple[Control, ...]:
    """Where a code may go: the stranger's chat first, as it stands on the phone."""
    chat, app = tr("exercise.field_chat"), now.text or tr("exercise.field_app")
    return (
        Control(TouchField("chat"), chat, spoken=tr("exercise.field_chat_name")),
        Control(TouchField("app"), app, spoken=tr("exercise.field_app_name", label=app)),
    )


PAD = ("123", "456", "789")
NAMED = {
    ",": "comma", ".": "dot", "/": "slash", "-": "dash", ":": "colon", "(": "open", ")": "close", "@": "at",
    "?": "question", "!": "exclamation",
}  # fmt: skip
"""Signs that are said by a word of ours."""


def on_pad(made: Exercise) -> bool:
    """Whether it has the twelve keys for a code, or a number, as the fields for these have on a telephone."""
    return made.kind == "code" or (made.kind == "type" and made.expect.isdigit())


def drawn_rows(now: Doing, tr: Translator) -> tuple[KeyRow, ...]:
    """Four rows, so that both layers keep their places."""
    if on_pad(now.exercise):
        return _pad(tr)
    *above, last = (tuple((_key(one, tr), 1.0) for one in row) for row in ROWS[now.layer])
    turn, back = layer_keys(other=now.layer == "digits")
    named = "digits" if now.layer == "letters" else "letters"
    layer = Control(
        turn, tr(f"exercise.to_{named}"), spoken=tr(f"exercise.to_{named}_name"), undoes=back.slot
    )
    beside = tuple((_key(one, tr), 1.0) for one in LAST[now.layer])
    # By its sign, as on a telephone: the word would be too small on the smaller keys.
    erase = Control(Keyboard.ERASE, "", "erase", spoken=tr("ask.erase_name"))
    foot = (
        (layer, 2.0),
        *beside[:1],
        (Control(Keyboard.SPACE, tr("ask.space")), 6.0 - len(beside)),
        *beside[1:],
        (Control(Keyboard.MICROPHONE, "", "microphone", spoken=tr("exercise.microphone")), 2.0),
    )
    return (*(KeyRow(row) for row in above), KeyRow((*last, (erase, 2.0))), KeyRow(foot))


def _pad(tr: Translator) -> tuple[KeyRow, ...]:
    third = CELLS / 3
    rows = tuple(KeyRow(tuple((_key(one, tr), third) for one in row)) for row in PAD)
    erase = Control(Keyboard.ERASE, tr("ask.erase"), spoken=tr("ask.erase_name"))
    return (*rows, KeyRow(((_key("0", tr), 2 * third), (erase, third))))


def _key(letter: str, tr: Translator) -> Control:
    spoken = f"{tr(f'exercise.sign_{NAMED[letter]}')} {letter}" if letter in NAMED else ""
    return Control(TypeKey(letter), letter, spoken=spoken)
