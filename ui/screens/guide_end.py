"""Where a guide ends, or a person takes over: the last sentence, faces, and that one is done, on one page."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from flows.guide import walk as walks
from flows.guide.steps import Edge, HandOver, Step, ToFlow
from ui.screens.choosing import practice_offer, sheet_offer
from ui.screens.farewell import faces_to_touch
from ui.screens.guide import StepProps, derive_step
from ui.screens.helpers import with_lit_call
from ui.screens.offices import to_offices
from ui.screens.page import Control, Line, Translator
from ui.screens.picture.signs import sign_of_number
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import TakeEdge
from ui.visit.actions.common import Do
from ui.visit.close_walk import ends_there
from ui.visit.stages import Stepping
from ui.visit.visit import Visit

MOST_TILES = 2
"""Side by side: beyond that none is added to where a guide leads."""
PRACTICE_TILE, SHEET_TILE = "answers/hand-on-phone", "answers/sheet-printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProps(StepProps):
    """The last step. `onward`: the guides and steps it leads to; `question`: what the faces answer, or the
    thanks for the one that was `touched`. Where a person takes over, `sign` is no tick.
    """

    onward: tuple[Control, ...]
    question: str
    faces: tuple[Control, ...]
    touched: str = ""
    sign: str = "check"

    @property
    def hands_over(self) -> bool:
        return self.sign != "check"

    @property
    def script(self) -> tuple[Line, ...]:
        """The end of the guide first, then where it leads, then the question with its answers. Whoever has
        touched a face has heard all that, and is thanked.
        """
        if self.touched:
            return (Line("question", self.question),)
        leads_on, faces = self.choices[: len(self.onward)], self.choices[len(self.onward) :]
        lines = (
            *self.spoken_first,
            *self.body_lines,
            *(Line(one.slot, one.name) for one in leads_on),
            Line("question", self.question),
            *(Line(one.slot, one.name) for one in faces),
        )
        return tuple(line for line in lines if line.text)

    @property
    def script_when_asked(self) -> tuple[Line, ...]:
        whole = replace(self, touched="") if self.touched else self
        return (*whole.script, *(line for line in self.spoken_asked if line.text))


def derive_stepping(visit: Visit, stage: Stepping, around: Surroundings) -> StepProps:
    """A step; at the end of a guide also how it was. Whoever is assisted is asked beside what staff are."""
    page = derive_step(visit, stage, around)
    if not ends_alone(visit, around):
        return page
    tr, step = around.tr(page.language), walks.current(around.guides.flows[stage.flow_id], stage.walk)
    open_ways = walks.onward(around.guides.flows[stage.flow_id], stage.walk)
    onward = tuple(tile for edge in open_ways if (tile := _tile(tr, edge, around)) is not None)
    offices = to_offices(tr, step.offices, around.setup.ward)
    if len(onward) < MOST_TILES:
        onward, offices = (*onward, *offices), ()
    offices = tuple(one._replace(label=tr("office.heading")) for one in offices)  # a number finds no room
    asked = around.guides.flows[stage.flow_id].faces
    practice = practice_offer(visit, around.guides.flows[stage.flow_id], tr) if asked else ()
    sheet = sheet_offer(tr, around)
    if practice and len(onward) < MOST_TILES and not isinstance(step, HandOver):
        onward, practice = (*onward, *(one._replace(picture=PRACTICE_TILE) for one in practice)), ()
    if sheet and len(onward) < MOST_TILES and not isinstance(step, HandOver):
        onward, sheet = (*onward, *(one._replace(picture=SHEET_TILE) for one in sheet)), ()
    if len(onward) > 1:  # beside each other the words need the room of an arrow
        onward = tuple(one._replace(icon="") for one in onward)
    asked = asked and not step.not_alone and not in_an_emergency(step)
    faces = faces_to_touch(tr, stage.face) if asked else ()
    further = _further(visit, stage, sheet, practice, tr, around)
    further = (*further[:1], *(offices or further[1:]))
    hands_over, gone = isinstance(step, HandOver), (Do.BACK,) if len(further) > 1 else ()  # seven controls
    helpers = tuple(one for one in page.bar if one.action not in gone)
    helpers = with_lit_call(helpers) if hands_over else helpers
    question = tr("goodbye.thanked" if stage.face else "goodbye.sentence")
    kept = {one.name: getattr(page, one.name) for one in fields(page)}
    last = {
        "template": "end",
        "place": f"{page.place}.{stage.face or ''}",
        "primary": Control(Do.NEXT_PERSON, tr("goodbye.done"), "check"),
        "choices": (*onward, *faces),
        "bar": (*further, *helpers),
        # of what is private the thanks are not
        "never_silent": (Line("question", question),) if stage.face else page.never_silent,
    }
    return EndProps(
        **{**kept, **last},
        onward=onward,
        question=question if faces else "",
        faces=faces,
        touched=next((one.slot for one in faces if one.state), ""),
        sign="person" if hands_over else "check",
    )


def ends_alone(visit: Visit, around: Surroundings) -> bool:
    """Whether the screen shown is the end of a guide that somebody goes through without staff."""
    stage = visit.stage
    return isinstance(stage, Stepping) and not visit.assisted_by and ends_there(stage, around.guides.flows)


def in_an_emergency(step: Step) -> bool:
    """Whether it sends for help for life and limb: there nobody is asked how it was."""
    if not isinstance(step, HandOver) or step.picture is None or step.picture.scene != "call":
        return False
    numbers = [one.label or "" for one in step.picture.elements if one.role == "digits"]
    return bool(numbers) and all(sign_of_number(one) for one in numbers)


def _further(
    visit: Visit,
    stage: Stepping,
    sheet: tuple[Control, ...],
    practice: tuple[Control, ...],
    tr: Translator,
    around: Surroundings,
) -> tuple[Control, ...]:
    """Another guide; once somebody has said how it was also, in Back's place, a *sheet* that has no tile,
    else such *practice*. The card stands there where that has one or is none, and where this guide was
    practised in this visit.
    """
    another = Control(Do.ANOTHER_GUIDE, tr("goodbye.another"), "home")
    if stage.face is None:
        return (another,)
    card = (Control(Do.MY_CARD, tr("card.offer"), "qr"),) if around.cards.seal else ()
    practised = any(one.flow_id == stage.flow_id for one in visit.practised)
    return (another, *(sheet or ((card or practice) if practised else (practice or card))))


def _tile(tr: Translator, edge: Edge, around: Surroundings) -> Control | None:
    """A guide by its picture and title, a step by what it is for; nothing where the guide is not here."""
    if not isinstance(edge.target, ToFlow):
        label = edge.label.in_(tr.language) if edge.label else edge.id
        return Control(TakeEdge(edge.id), label, "next", picture=f"answers/{edge.picture or 'other'}")
    flow = around.guides.flows.get(edge.target.flow_id)
    if flow is None:
        return None
    picture = f"guides/{flow.picture}" if flow.picture else f"answers/{edge.picture or 'other'}"
    title = (around.setup.needs.titles.get(flow.id) or flow.title).in_(tr.language)
    said = f"{tr('step.onward', title='').strip()} {title}"  # with the words of the label as they are
    return Control(TakeEdge(edge.id), title, "next", spoken=said, picture=picture)
