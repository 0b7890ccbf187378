"""Where a guide ends: its last sentence, three faces, and that one is done, on one page."""

from __future__ import annotations

from dataclasses import dataclass, fields

from flows import walk as walks
from flows.steps import End
from ui.screens.farewell import faces_to_touch
from ui.screens.guide import StepProps, derive_step
from ui.screens.page import Control, Line
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.stages import Stepping, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProps(StepProps):
    """The last step. `onward`: the guides and steps it leads to; `question`: what the faces answer."""

    onward: tuple[Control, ...]
    question: str
    faces: tuple[Control, ...]

    @property
    def script(self) -> tuple[Line, ...]:
        """The end of the guide first, then where it leads, then the question with its answers."""
        leads_on, faces = self.choices[: len(self.onward)], self.choices[len(self.onward) :]
        lines = (
            *self.spoken_first,
            *self.told,
            *(Line(one.slot, one.name) for one in leads_on),
            Line("question", self.question),
            *(Line(one.slot, one.name) for one in faces),
        )
        return tuple(line for line in lines if line.text)


def derive_stepping(visit: Visit, stage: Stepping, around: Surroundings) -> StepProps:
    """A step; at the end of a guide also how it was. Whoever is assisted is asked beside what staff are."""
    page = derive_step(visit, stage, around)
    flow = around.guides.flows[stage.flow_id]
    if visit.assisted_by or not isinstance(walks.current(flow, stage.walk), End):
        return page
    tell = around.tell(page.language)
    faces = faces_to_touch(tell)
    step = {one.name: getattr(page, one.name) for one in fields(page)}
    last = {
        "template": "end",
        "primary": Control(Do.NEXT_PERSON, tell("goodbye.done"), "check"),
        "choices": (*page.choices, *faces),
    }
    return EndProps(**{**step, **last}, onward=page.choices, question=tell("goodbye.sentence"), faces=faces)
