"""Goodbye: three faces and that one is done; a code to take along, another guide."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide import walk as walks
from flows.guide.steps import ToFlow
from kiosk.base.events import Face
from ui.screens.choosing import address_in_words, language_of, leads_on, practice_offer, sheet_offer
from ui.screens.helpers import HELP_ONLY, bar
from ui.screens.page import Control, Line, Page, Template, Translator
from ui.screens.staff.results import is_crowded, names_another
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import OpenGuide, RateVisit
from ui.visit.actions.common import Do
from ui.visit.card import has_finished, next_guide
from ui.visit.stages import Goodbye
from ui.visit.visit import Visit

PICTURES: dict[Face, str] = {"good": "face-happy", "fair": "face-ok", "poor": "face-sad"}
"""Of `resources/pictures/scenes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodbyeProps(Page):
    """`drawing` stands where nothing better does; once a face was touched `payload`, one code to take along,
    and `next_ones`, the guides to do next, have its room. The faces stay, the touched one marked.
    """

    template: Template = "goodbye"
    faces: tuple[Control, ...]
    next_ones: tuple[Control, ...]
    payload: str
    payload_label: str
    answered: bool

    @property
    def script(self) -> tuple[Line, ...]:
        """Whoever has answered has heard the rest: what is new is said, and nobody is praised twice."""
        heard = {face.slot for face in self.faces} if self.answered else set()  # a choice is numbered since
        offered = (Line(one.slot, one.name) for one in self.choices if one.slot not in heard)
        lines = (
            Line("heading", "" if self.answered else self.heading),
            *self.body_lines,
            *offered,
            *self.spoken_last,
        )
        return tuple(line for line in lines if line.text)


def derive_goodbye(visit: Visit, stage: Goodbye, around: Surroundings) -> GoodbyeProps:
    """How it was, and that one is done; what else may come stands smaller beside it."""
    tr = around.tr(visit.preferences.language)
    answered, crowded = stage.face is not None, is_crowded(visit, around)
    left = around.guides.flows.get(stage.guide)
    asks = left is None or left.faces
    faces = faces_to_touch(tr, stage.face) if asks else ()
    further = _further(stage, tr, around) if answered and not crowded else ()
    next_ones = further or (_practise(visit, around) if answered and not crowded else ())
    payload, label = _take_along(visit, around) if answered and not crowded else ("", "")
    another = (
        ()
        if names_another(visit, stage, around)
        else (Control(Do.ANOTHER_GUIDE, tr("goodbye.another"), "home"),)
    )
    flow = None if crowded else around.guides.flows.get(stage.guide)
    practice = (flow and sheet_offer(tr, around)) or practice_offer(visit, flow, tr)
    card = (Control(Do.MY_CARD, tr("card.offer"), "qr"),) if around.cards.seal else ()
    if card and not around.panel.upright:  # its column is full; the body is, once answered
        next_ones, practice = next_ones if answered else practice, ()
    if len(next_ones) > 1:  # six things at most, as where the guide ended
        practice = ()
    return GoodbyeProps(
        place=f"goodbye.{stage.face}",
        language=tr.language,
        heading=tr("goodbye.heading" if stage.finished and asks else "goodbye.heading_stopped"),
        sentence=tr("goodbye.thanks" if answered else "goodbye.sentence" if asks else "goodbye.comfort"),
        icon="heart",
        primary=Control(Do.NEXT_PERSON, tr("goodbye.farewell"), "leave")
        if visit.assisted_by  # what came of it is said in the row of staff, and once
        else Control(Do.NEXT_PERSON, tr("goodbye.done"), "check"),
        choices=(*faces, *next_ones),
        bar=(*practice, *another, *card, *bar(tr, HELP_ONLY)),
        faces=faces,
        next_ones=next_ones,
        drawing="scenes/scene-done" if stage.finished else "scenes/scene-greeting",
        payload=payload,
        payload_label=label,
        answered=answered,
        guide=stage.guide,
        private=bool(further) and _ended_privately(stage, around),
        spoken_asked=(Line("take-along", f"QR. {label}" if label else ""),),
    )


def faces_to_touch(tr: Translator, touched: Face | None = None) -> tuple[Control, ...]:
    """The three of them; the one that was *touched* is marked."""
    return tuple(
        Control(
            RateVisit(face),
            tr(f"goodbye.{face}"),
            picture=f"scenes/{picture}",
            state=tr("assist.chosen") if face == touched else "",
        )
        for face, picture in PICTURES.items()
    )


def _further(stage: Goodbye, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """The guides that the one just done leads to from where it ended: they stay when a face was touched."""
    flow = around.guides.flows.get(stage.guide)
    if flow is None or stage.walk is None:
        return ()
    ids = (edge.target.flow_id for edge in walks.onward(flow, stage.walk) if isinstance(edge.target, ToFlow))
    named = (further for flow_id in ids if (further := around.guides.flows.get(flow_id)))
    return tuple(Control(OpenGuide(one.id), leads_on(tr, one), "next") for one in named)


def _ended_privately(stage: Goodbye, around: Surroundings) -> bool:
    """Whether what it leads to tells what was answered: then it is said as the end itself was."""
    flow = around.guides.flows.get(stage.guide)
    return flow is not None and stage.walk is not None and walks.current(flow, stage.walk).private


def _practise(visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    """What to practise next, as a button that says it whole: nothing where nothing was begun."""
    tr, flow = around.tr(visit.preferences.language), next_guide(visit, around.guides.flows)
    if flow is None:
        return ()
    again = "_again" if has_finished(visit, flow.id) else ""
    said = tr(f"goodbye.next_time{again}", title=flow.title.in_(tr.language))
    return (Control(OpenGuide(flow.id), said, "next"),)


def _take_along(visit: Visit, around: Surroundings) -> tuple[str, str]:
    """The first checked code of the guides finished in this visit, newest first."""
    for flow_id in reversed(visit.finished):
        flow = around.guides.flows[flow_id]
        language = language_of(flow, visit.preferences.language)
        for code in flow.qr:
            if code.printable:
                return code.payload, f"{code.label.in_(language)}: {address_in_words(code)}"
    return "", ""
