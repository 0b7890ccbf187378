"""The screen of a call: somebody is on the way; or nobody has come, and there is another number.

Where the kiosk can ring nowhere it does not say that it called: the resident is told to beckon.
"""

from __future__ import annotations

from ui.screens.aside import HotlineProps, MessageProps, grouped
from ui.screens.helpers import AGAIN_ONLY, bar
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.picture.derive import derive_scene
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Person
from ui.visit.visit import Visit
from ui.words import Lasting


def derive_person(visit: Visit, stage: Person, around: Surroundings) -> Page:
    """Somebody has been called; the guide waits beneath. Whoever comes says so with one touch."""
    tr = around.tr(visit.preferences.language)
    if stage.nobody_came and around.setup.further.phone:
        return _number(tr, around)
    return _on_the_way(tr, stage, around)


def _on_the_way(tr: Translator, stage: Person, around: Surroundings) -> MessageProps:
    number = around.sign.help_phone
    phone = tr("person.phone", number=grouped(number)) if number else ""
    so_far = waiting(tr, around)
    heading, sentence = _sentence_keys(stage, around)
    return MessageProps(
        place="person.late" if stage.nobody_came else "person",
        language=tr.language,
        heading=tr(heading),
        sentence=tr(sentence),
        caption=" ".join(part for part in (so_far, phone) if part),
        bar=_ways_on(tr),
        picture=derive_scene("helper-comes", tr.language),
        spoken_extra=(Line("waiting", so_far if around.timing.waited_minutes else ""), Line("phone", phone)),
    )


def _sentence_keys(stage: Person, around: Surroundings) -> tuple[str, str]:
    """The keys of heading and sentence."""
    if around.call_unheard:
        return "person.unheard_heading", "person.unheard"
    if stage.nobody_came:
        return "person.late_heading", "person.late_nobody"
    return "person.heading", "person.sentence"


def _number(tr: Translator, around: Surroundings) -> HotlineProps:
    place, number = around.setup.further.place, grouped(around.setup.further.phone)
    return HotlineProps(
        place="person.late",
        language=tr.language,
        heading=tr("person.late_call"),
        icon="call",
        sentence=tr("person.late_place", place=place) if place else tr("person.late_phone"),
        caption=waiting(tr, around),
        bar=_ways_on(tr),
        number=number,
        spoken_extra=(Line("number", number),),
    )


def _ways_on(tr: Translator) -> tuple[Control, ...]:
    """Never on a second page: one touch for whoever comes, and one for who goes on alone. They stand beneath
    the place of the main button by which somebody may have been called: a second press must not end the call.
    """
    came = Control(Do.PERSON_CAME, tr("person.helped"), "person")
    return came, Control(Do.GO_ON, tr("person.go_on"), "next"), *bar(tr, AGAIN_ONLY)


def waiting(tr: Translator, around: Surroundings) -> str:
    """How long somebody has waited for a person."""
    minutes = around.timing.waited_minutes
    return tr("person.waiting", time=Lasting.of_minutes(minutes)) if minutes else tr("person.waiting_little")
