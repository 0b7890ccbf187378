"""Goodbye: three faces, the codes to take along, another guide, the next person."""

from __future__ import annotations

from dataclasses import dataclass

from ui.screens.choosing import address_in_words, language_of
from ui.screens.page import HELP_ONLY, Control, Line, Page, bar
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Goodbye, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodbyeProps(Page):
    """`faces` is empty once the resident has answered; `payload` is one code to take along."""

    faces: tuple[Control, ...]
    next_person: Control
    payload: str
    payload_label: str
    card: Control | None = None  # the resident's own card, where one can be made


def derive_goodbye(visit: Visit, stage: Goodbye, around: Surroundings) -> GoodbyeProps:
    """How it was, and what may come next."""
    tell = around.tell(visit.preferences.language)
    faces = tuple(
        Control(f"face.{face}", tell(f"goodbye.{face}"), f"face-{face}") for face in ("good", "fair", "poor")
    )
    next_person = Control("next-person", tell("goodbye.next_person"), "next-person")
    asked = stage.face is None
    card = Control("my-card", tell("card.offer"), "qr") if around.seal else None
    payload, label = _take_along(visit, around)
    return GoodbyeProps(
        template="goodbye",
        place=f"goodbye.{stage.face}",
        language=tell.language,
        heading=tell("goodbye.heading" if stage.finished else "goodbye.heading_stopped"),
        sentence=tell("goodbye.sentence" if asked else "goodbye.thanks"),
        icon="heart",
        primary=Control("another", tell("goodbye.another"), "home"),
        choices=(*(faces if asked else ()), *((card,) if card else ()), next_person),
        next_person=next_person,
        card=card,
        bar=bar(tell, HELP_ONLY),
        faces=faces if asked else (),
        payload=payload,
        payload_label=label,
        spoken_extra=(Line("take-along", f"QR. {label}" if label else ""),),
    )


def _take_along(visit: Visit, around: Surroundings) -> tuple[str, str]:
    """The first checked code of the guides finished in this visit, newest first."""
    for flow_id in reversed(visit.finished):
        flow = around.flows[flow_id]
        language = language_of(flow, visit.preferences.language)
        for code in flow.qr:
            if code.printable:
                return code.payload, f"{code.label.in_(language)}: {address_in_words(code)}"
    return "", ""
