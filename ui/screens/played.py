"""A page of what is only played: that it is practice is said and seen on each, and stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flows.guide.script import Script
from flows.guide.words import Language
from ui.screens.guide import StepProps
from ui.screens.helpers import WITH_BACK, bar
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.picture.props import PhoneProps
from ui.visit.actions.action import ControlAction
from ui.visit.actions.common import Do


def language_of(script: Script, wanted: Language) -> Language:
    """As in a guide: Vietnamese where it is not written in the language that is set."""
    return wanted if wanted in script.languages else "vi"


def played(place: str, tr: Translator, sentence: str, picture: PhoneProps, ground: str) -> StepProps:
    """One sentence with its picture; it goes on by a button unless something else is put in its place."""
    mark = tr("rehearsal.mark")
    return StepProps(
        template="step",
        place=place,
        language=tr.language,
        sentence=sentence,
        caption=mark,
        primary=Control(Do.GO_ON, tr("step.next"), "next"),
        bar=bar(tr, WITH_BACK),
        title=mark,
        step_number=1,
        steps_about=1,
        tag=mark,
        safety="",
        staff_mark="",
        staff_note="",
        picture=picture,
        ground=ground,
        framed=True,
        spoken_first=(Line("caption", mark),),
    )


def list_of(
    scripts: Iterable[Script],
    choose: Callable[[str], ControlAction],
    tr: Translator,
    *,
    place: str,
    heading: str,
    about: str,
    ground: str,
) -> Page:
    """One tile each."""
    return Page(
        template="needs",
        place=place,
        language=tr.language,
        heading=heading,
        caption=about,
        spoken_first=(Line("caption", about),),
        choices=tuple(
            Control(
                choose(one.id),
                one.title.in_(tr.language),
                picture=f"answers/{one.picture}",
                ground=ground,
            )
            for one in scripts
        ),
        bar=bar(tr, WITH_BACK),
    )
