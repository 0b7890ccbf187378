"""Goodbye: three faces, the codes to take along, another guide, the next person."""

from __future__ import annotations

from dataclasses import dataclass

from ui.screens.choosing import address_in_words, language_of, practise_control
from ui.screens.helpers import HELP_ONLY, bar
from ui.screens.page import Control, Line, Page
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import RateVisit
from ui.visit.actions.common import Do
from ui.visit.card import has_finished, next_guide
from ui.visit.stages import Goodbye, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodbyeProps(Page):
    """`faces` is empty once the resident has answered, and leaves room for `payload`, one code to take along.

    `others` are what may come next: the resident's own card, the next person and, once the faces are gone and
    leave room for it, a guide to practise.
    """

    faces: tuple[Control, ...]
    others: tuple[Control, ...]
    payload: str
    payload_label: str
    next_time: str = ""  # which guide is good to practise


def derive_goodbye(visit: Visit, stage: Goodbye, around: Surroundings) -> GoodbyeProps:
    """How it was, and what may come next."""
    tell = around.tell(visit.preferences.language)
    faces = tuple(
        Control(RateVisit(face), tell(f"goodbye.{face}"), f"face-{face}") for face in ("good", "fair", "poor")
    )
    asked = stage.face is None
    next_time, practise = ("", ()) if asked else _practise(visit, around)
    card = (Control(Do.MY_CARD, tell("card.offer"), "qr"),) if around.cards.seal else ()
    others = (*practise, *card, Control(Do.NEXT_PERSON, tell("goodbye.next_person"), "next-person"))
    payload, label = ("", "") if asked else _take_along(visit, around)
    return GoodbyeProps(
        template="goodbye",
        place=f"goodbye.{stage.face}",
        language=tell.language,
        heading=tell("goodbye.heading" if stage.finished else "goodbye.heading_stopped"),
        sentence=tell("goodbye.sentence" if asked else "goodbye.thanks"),
        icon="heart",
        primary=Control(Do.ANOTHER_GUIDE, tell("goodbye.another"), "home"),
        choices=(*(faces if asked else ()), *others),
        others=others,
        bar=bar(tell, HELP_ONLY),
        faces=faces if asked else (),
        payload=payload,
        payload_label=label,
        next_time=next_time,
        spoken_extra=(Line("next-time", next_time),),
        spoken_asked=(Line("take-along", f"QR. {label}" if label else ""),),
    )


def _practise(visit: Visit, around: Surroundings) -> tuple[str, tuple[Control, ...]]:
    """What to practise next, in words and as a button: nothing where nothing was begun."""
    tell, flow = around.tell(visit.preferences.language), next_guide(visit, around.guides.flows)
    if flow is None:
        return "", ()
    again = "_again" if has_finished(visit, flow.id) else ""
    said = tell(f"goodbye.next_time{again}", title=flow.title.in_(tell.language))
    return said, (practise_control(flow, again, tell),)


def _take_along(visit: Visit, around: Surroundings) -> tuple[str, str]:
    """The first checked code of the guides finished in this visit, newest first."""
    for flow_id in reversed(visit.finished):
        flow = around.guides.flows[flow_id]
        language = language_of(flow, visit.preferences.language)
        for code in flow.qr:
            if code.printable:
                return code.payload, f"{code.label.in_(language)}: {address_in_words(code)}"
    return "", ""
