"""Typing a question on the kiosk's own keyboard, and what answers it meanwhile.

Nothing of what is typed leaves the stage, and it goes with it: who opens a guide, or goes, leaves none.
"""

from __future__ import annotations

from dataclasses import replace

from flows.guide.words import Language
from kiosk.base.events import AskedInVain, NumberShown
from ui.visit import choosing, open_guide
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseNeed, OpenGuide
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.typing import CallNumber, Keyboard, PutTone, TypeKey
from ui.visit.effects import Effect, SayThis
from ui.visit.press_context import PressContext
from ui.visit.stages import Ask, Hotline, NumbersToCall
from ui.visit.turns import UNCHANGED, Turn
from ui.visit.visit import Visit

MOST_SHOWN, MOST_KEYS = 60, 120
"""Letters of a question: what is longer has no room, and says no more. Telex takes up to two keys for one."""
PAUSE_S, REST_S = 1.2, 4.0
"""Who has touched no key for so long has come to the end of a word, and of the question."""
TONE_KEYS = "sfrxj"
"""Of Telex: sắc, huyền, hỏi, ngã, nặng."""
ENOUGH_WORDS, ENOUGH_LETTERS = 2, 8
"""From so many words, or letters, on it is told that nothing was found: who has just begun is not refused."""


def open_keyboard(visit: Visit, context: PressContext) -> Turn:
    """From the first screen or a list, once questions can be answered."""
    return Turn(visit if context.guides.asking is None else visit.show(Ask()))


def on_press(visit: Visit, stage: Ask, action: Action, context: PressContext) -> Turn:
    """One key, or one of the answers."""
    language = visit.preferences.language
    match action:
        case TypeKey(letter):  # after a letter with its mark one goes on with plain ones
            stage = replace(stage, marks=stage.marks and letter.isdigit())
            return _typed(visit, stage, stage.typed + letter, context, _became(letter, stage.typed, language))
        case PutTone(tone):
            return _typed(visit, replace(stage, marks=False), _toned(stage.typed, tone), context)
        case Keyboard.SPACE if stage.typed and not stage.typed.endswith(" "):
            return _typed(visit, stage, stage.typed + " ", context)
        case Keyboard.ERASE if stage.typed:
            return _typed(visit, stage, shown(stage.typed, language)[:-1], context)
        case Keyboard.ERASE_ALL if stage.typed:
            return Turn(visit.swap(Ask(counted=stage.counted)), (SayThis("ask.erased"),))
        case Keyboard.SPACE | Keyboard.ERASE | Keyboard.ERASE_ALL:
            return Turn(visit, UNCHANGED)
        case Keyboard.MARKS | Keyboard.LETTERS:
            return Turn(visit.swap(replace(stage, marks=action is Keyboard.MARKS)))
        case Signal.WORD_TYPED | Signal.ALL_TYPED if stage.typed.strip():
            return _finished(visit, replace(stage, finished="all" if action is Signal.ALL_TYPED else "word"))
        case OpenGuide(flow_id) if flow_id in context.guides.flows:
            return _open(visit, stage, flow_id, context)
        case ChooseNeed() if stage.answer is not None and stage.answer.practice:
            return choosing.on_tile(visit.swap(replace(stage, typed="", marks=False)), action, context)
        case Do.BACK:
            return Turn(visit.close())
        case _:
            return Turn(visit)


def press_numbers(visit: Visit, _: NumbersToCall, action: Action, context: PressContext) -> Turn:  # noqa: ARG001
    """One of the numbers in large digits, or back."""
    match action:
        case CallNumber(number):
            return Turn(visit.show(Hotline(number)), (NumberShown(),))
        case Do.BACK | Do.DONE:
            return Turn(visit.close())
        case _:
            return Turn(visit)


def shown(typed: str, language: Language) -> str:
    """As it stands on the screen: in Vietnamese the keys of Telex and VNI become what they mean."""
    if language != "vi" or typed == "":
        return typed
    from flows.guide.composing import composed  # read with the guides, behind the first frame

    return composed(typed)


def counted(before: Visit, turn: Turn) -> Turn:
    """With the event that somebody asked in vain, once, when they go on; nothing of what it was."""
    stage, after = before.stage, turn.visit.stages
    goes_on = not isinstance(turn.visit.stage, Ask) and not turn.visit.stage.lies_over
    if not isinstance(stage, Ask) or stage.counted or not found_nothing(stage) or not goes_on:
        return turn
    if stage.offered is not None and stage.offered.perhaps:
        return turn  # something was offered
    noted = tuple(replace(one, counted=True) if isinstance(one, Ask) else one for one in after)
    return Turn(replace(turn.visit, stages=noted), (AskedInVain(), *turn.effects))


def found_nothing(stage: Ask) -> bool:
    """Whether enough is typed to say that nothing answers it."""
    words = [word for word in stage.typed.split() if any(letter.isalnum() for letter in word)]
    enough = len(words) >= ENOUGH_WORDS or sum(map(len, words)) >= ENOUGH_LETTERS
    return enough and stage.offered is not None and stage.offered.kind == "none"


def after_a_pause(visit: Visit, still_s: float) -> Signal | None:
    """What a pause of so long at the keys has finished that was not finished before."""
    stage = visit.stage
    if not isinstance(stage, Ask) or not stage.typed.strip() or still_s < PAUSE_S:
        return None
    if still_s >= REST_S:
        return None if stage.finished == "all" else Signal.ALL_TYPED
    return Signal.WORD_TYPED if stage.finished == "no" else None


def _became(letter: str, before: str, language: Language) -> SayThis:
    """A key that is a tone by Telex says which, as the exercises do; any other says its letter."""
    now, was = shown(before + letter, language), shown(before, language)
    if letter in TONE_KEYS and len(now) == len(was) and now != was:
        return SayThis(f"exercise.did_tone_{letter}", (("result", now.rpartition(" ")[2]),))
    return SayThis("ask.key", (("letter", letter),))


def _toned(typed: str, tone: str) -> str:
    from flows.guide.composing import toned

    return toned(typed, tone)


def _typed(visit: Visit, stage: Ask, typed: str, context: PressContext, *said: Effect) -> Turn:
    """The key is said; at the end of a word that it is danger, or what there is to choose."""
    longer = len(typed) > len(stage.typed)
    too_long = len(typed) > MOST_KEYS or len(shown(typed, visit.preferences.language)) > MOST_SHOWN
    if (longer and too_long) or typed == stage.typed:
        return Turn(visit, UNCHANGED)
    answer = context.guides.asking.ask(typed) if context.guides.asking is not None and typed.strip() else None
    warned_of = stage.warned_of if typed else ""
    now = replace(stage, typed=typed, answer=answer, finished="no", warned_of=warned_of)
    if not (longer and typed.endswith(" ")):
        return Turn(visit.swap(now), said)
    turn = _finished(visit, replace(now, finished="word"))
    if turn.effects or not isinstance(turn.visit.stage, Ask):
        return turn
    return Turn(turn.visit, _answers(turn.visit.stage, visit.preferences.language))


def _finished(visit: Visit, stage: Ask) -> Turn:
    """The last word is whole: danger that leads is said, unless it was said of that guide just before."""
    answer = stage.answer
    urgent = answer.guides[0] if answer is not None and answer.kind == "danger" else None
    if urgent is None:
        return Turn(visit.swap(replace(stage, warned_of="")))
    step = urgent.steps.get(answer.step) if answer else None
    at = step.id if step else ""
    if not stage.leads or (urgent.id, at) == (stage.warned_of, stage.warned_at):
        return Turn(visit.swap(stage))
    now, language = replace(stage, warned_of=urgent.id, warned_at=at), visit.preferences.language
    if step is not None:  # what is to be done is heard before anything is touched
        return Turn(visit.swap(now), (SayThis("ask.do_this_said", (("sentence", step.say.in_(language)),)),))
    return Turn(visit.swap(now), (SayThis("ask.danger_said", (("title", urgent.title.in_(language)),)),))


def _answers(stage: Ask, language: Language) -> tuple[Effect, ...]:
    perhaps = stage.offered.perhaps if stage.offered else None
    if perhaps:
        step = perhaps.steps.get(stage.offered.step) if stage.offered else None
        title = step.title if step and step.title else perhaps.title
        return (SayThis("ask.perhaps_said", (("title", title.in_(language)),)),)
    if found_nothing(stage):
        return (SayThis("ask.nothing"),)
    if stage.answer is None:
        return ()
    if stage.answer.matter and stage.answer.matter.first and stage.answer.kind == "person":
        return (SayThis("ask.first", (("what", stage.answer.matter.first.in_(language)),)),)
    if stage.answer.kind == "offices":
        return (SayThis("ask.offices"),)
    if stage.answer.practice:
        return (SayThis("ask.practice"),)
    if stage.answer.kind != "guides":
        return ()
    titles = ". ".join(guide.title.in_(language) for guide in stage.answer.guides)
    return (SayThis("ask.answers_said", (("titles", titles),)),)


def _open(visit: Visit, stage: Ask, flow_id: str, context: PressContext) -> Turn:
    """What was typed is gone; what it found stays beneath, for who meant another of the guides."""
    answer = stage.answer
    red = answer and (answer.guides[0] if answer.kind == "danger" else answer.perhaps)
    left = visit.swap(replace(stage, typed="", marks=False))
    if red and answer and red.id == flow_id:
        return open_guide.begin(left, flow_id, context.guides.flows, answer.step)
    return open_guide.open_guide(left, flow_id, context.guides.flows)
