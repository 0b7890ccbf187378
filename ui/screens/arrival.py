"""The offer to go on after a crash, and the three questions."""

from __future__ import annotations

from flows.words import Language, Words
from ui.screens.helpers import HELP_ONLY, WITH_BACK
from ui.screens.lowering import bar_to_lower
from ui.screens.page import Control, Line, Page, Teller, said_of_the_bar
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseLanguage, ChooseSize, TryHands
from ui.visit.actions.common import Do
from ui.visit.stages import Question, Resume, Visit

SAMPLE_SIZES = (1, 3, 5)
LANGUAGE_NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English", "fr": "Français"}


def derive_resume(visit: Visit, stage: Resume, around: Surroundings) -> Page:
    """Asked within three minutes of a crash; No after a minute without an answer.

    The answers stand among the helpers, where they are seen however large the letters are.
    """
    tell = around.tell(visit.preferences.language)
    flow = around.guides.flows.get(stage.flow_id)
    title = flow.title if flow else Words("")
    go_on = Control(Do.RESUME_YES, tell("resume.yes"), "check")
    refuse = Control(Do.RESUME_NO, tell("resume.no"), "cross")
    # A slip of one switch must not throw the guide away: whoever does not answer has refused as well.
    answers = (go_on,) if around.pointer.scanning else (go_on, refuse)
    return Page(
        template="choice",
        place="resume",
        language=tell.language,
        heading=tell("resume.heading"),
        sentence=tell("resume.sentence"),
        caption=title.in_(tell.language),
        spoken_extra=(Line("caption", title.in_(tell.language)),),
        icon="clock",
        bar=(*answers, *bar_to_lower(visit, around, HELP_ONLY)),
        spoken_last=said_of_the_bar(answers),
    )


def derive_question(visit: Visit, stage: Question, around: Surroundings) -> Page:
    """Language, then a sample that is easy to read, then, where one can hear, whether to read aloud."""
    tell = around.tell(visit.preferences.language)
    number = {"language": 1, "read": 2, "speech": 3}[stage.asks]
    count = tell("question.count", number=number, of=2 if around.sound.no_sound and number < 3 else 3)
    return Page(
        template="choice",
        place=f"question.{stage.asks}",
        language=tell.language,
        heading=tell(f"question.{stage.asks}"),
        caption=count,
        spoken_last=(Line("caption", count),),
        icon={"language": "language", "read": "text-size", "speech": "voice-on"}[stage.asks],
        choices=_answers(tell, stage, around, around.largest(visit.preferences)),
        primary=Control(Do.SKIP, tell("question.skip"), "next", kind="plain"),
        bar=bar_to_lower(visit, around, HELP_ONLY if stage.asks == "language" else WITH_BACK),
    )


def _answers(tell: Teller, stage: Question, around: Surroundings, largest: int) -> tuple[Control, ...]:
    match stage.asks:
        case "language":
            names = tuple(Control(ChooseLanguage(code), name) for code, name in LANGUAGE_NAMES.items())
            return (*names, Control(Do.HOLD_CARD, tell("card.have"), "qr")) if around.cards.camera else names
        case "read":
            sizes = tuple(size for size in SAMPLE_SIZES if size <= largest)
            samples = (
                Control(ChooseSize(size), tell("question.sample", number=size), sample_size=size)
                for size in sizes
            )
            if around.sound.no_sound:
                return (*samples, *_shaking(tell, stage))
            return (*samples, Control(Do.LISTEN, tell("question.cannot_read"), "hear-again"))
        case "speech":
            answers = (
                Control(Do.SPEECH_YES, tell("question.speech_yes"), "hear-again"),
                Control(Do.SPEECH_NO, tell("question.speech_no"), "voice-off"),
            )
            return (*answers, *_shaking(tell, stage))


def _shaking(tell: Teller, stage: Question) -> tuple[Control, ...]:
    """Offers to try how one touches, once; in the last of the questions."""
    if stage.tried or stage.asks == "language":
        return ()
    return (Control(TryHands(stage.asks), tell("question.hands_shake"), "touch"),)
