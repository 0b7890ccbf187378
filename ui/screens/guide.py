"""Inside a guide: a step, its choices, what may have gone wrong, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.guide import walk as walks
from flows.guide.doubt import is_doubtful, is_first_doubt, never_doubts
from flows.guide.flow import Flow
from flows.guide.needs import PRACTICE
from flows.guide.progress import progress
from flows.guide.steps import (
    Check,
    Choose,
    DoStep,
    Edge,
    End,
    HandOver,
    Practise,
    Show,
    Step,
    ToFlow,
    ToPerson,
)
from flows.guide.words import Language, Words
from ui.screens.choosing import address_in_words, language_of, leads_on
from ui.screens.grounds import ground_of_guide
from ui.screens.helpers import ONCE_HEARD, WITH_BACK, Helper, bar, with_lit_call
from ui.screens.offices import to_offices
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.picture.derive import derive_closer, derive_drawing, derive_picture, derive_scene
from ui.screens.picture.describe import said_where
from ui.screens.picture.props import PhoneProps
from ui.screens.picture.where import tells_where, where_it_is
from ui.screens.step_wording import explained_by, wording
from ui.screens.surroundings import Surroundings
from ui.screens.waiting import takes_long
from ui.visit.actions.chosen import NEXT, ChooseNeed, PractiseAgain, TakeEdge
from ui.visit.actions.common import Do
from ui.visit.actions.typing import CallNumber
from ui.visit.practising import may_practise_at
from ui.visit.stages import Advice, Explained, Stepping, StuckList
from ui.visit.visit import Visit

SAFETY_ORDER = ("otp", "password", "money", "link", "id-card")
TAGS: dict[Explained, str] = {
    "simpler": "step.said_differently", "example": "step.for_example", "picture": "step.in_a_picture",
}  # fmt: skip
USUAL_PICTURES = {"choice.yes": "yes", "choice.no": "no", "choice.not-sure": "ask"}
NEEDED, SOMEBODY, UNPICTURED = "answers/have-paper", "answers/ask", "answers/other"
"""In the list of what may go wrong: what the guide needs, a person, and what a guide names no picture for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProps(Page):
    """One step. `picture` is drawn from data, or one of ours."""

    title: str
    step_number: int
    steps_about: int
    tag: str  # "Cháu nói cách khác" above a simpler wording: in place of the caption, one line as well
    safety: str  # or, where `doubts`, that this is not certain and a person should be asked
    staff_mark: str  # how sure the facts of a step are: a grade for staff, a “?” for who is alone
    staff_note: str  # the same in a whole sentence, for a screen reader
    picture: PhoneProps
    ground: str = ""  # the name of the colour behind it
    payload: str = ""  # a code to scan here stands in the place of the picture
    address: str = ""  # where that code leads, in words
    doubts: bool = False
    framed: bool = False  # a frame around it says that nothing of it is real
    met: int = -1  # the element of the picture that was touched in place of another
    met_name: str = ""  # what stands beside it: “Đây là Zalo”
    aside_of: int = -1  # the element that must not be covered by that

    @property
    def answers_alone(self) -> bool:
        """As of any page, but not beside a picture of the question's own."""
        return self.template == "choice" and self.primary is None and self.picture == PhoneProps()


def derive_step(visit: Visit, stage: Stepping, around: Surroundings) -> StepProps:
    """The step the walk stands at, in the wording the resident asked for."""
    flow = around.guides.flows[stage.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    step = walks.current(flow, stage.walk)
    at = progress(flow, stage.walk)
    caption = tr("step.last") if at.is_last else tr("step.progress", step=at.step, about=at.about)
    doubtful = is_doubtful(step) and not never_doubts(flow, around.setup.needs)
    safety = safety_line(step, tr)
    doubts = doubtful and not safety and is_first_doubt(flow, stage.walk)
    safety = tr("step.doubt") if doubts else safety
    asks = isinstance(step, Choose | Check)
    explained = explained_by(visit, stage, step)
    payload, address = _code(tr, flow, step)
    tag = tr(TAGS[stage.explained]) if stage.explained in TAGS else ""
    shown = derive_closer if explained == "picture" else derive_picture
    hotlines = _hotlines(tr, flow, step)
    on_the_picture = _offered_on_own_phone(visit, flow, step, tr) if explained == "own-phone" else ()
    choices = hotlines or (
        _choices(tr, walks.edges_open(flow, stage.walk))
        if asks
        else _onward(tr, walks.onward(flow, stage.walk), around)
    )
    if not asks:  # a question sends nobody
        choices = (*choices, *to_offices(tr, step.offices, around.setup.ward))
    # Answers ask by themselves: no sign of a question or of choosing beside them.
    choices = (*on_the_picture, *choices, *_practice_door(flow, step, tr))
    drawn = (step.picture is not None or step.drawing or not asks) and not hotlines
    picture = shown(step, flow, tr.language) if drawn else PhoneProps()
    if step.photo in around.setup.photos and explained != "picture" and not isinstance(step, Practise):
        picture = replace(picture, photo=f"photos/{step.photo}")
    mark, note = _mark(visit, step, tr) if not tag else ("", "")
    helpers = bar(tr, _helpers(visit, stage, around))
    return StepProps(
        template="choice" if asks or hotlines else "step",
        place=f"step.{flow.id}.{len(stage.walk.edges)}.{step.id}.{explained}",
        language=tr.language,
        heading="",
        sentence=tr("step.own_phone") if explained == "own-phone" else wording(step, explained, tr.language),
        caption=caption,
        primary=None if asks or hotlines else _primary(tr, step, walks.edges_open(flow, stage.walk)),
        choices=choices,
        bar=with_lit_call(helpers) if step.not_alone else helpers,
        guide=flow.id,
        private=step.private,
        never_silent=(Line("safety", safety),) if safety else (),
        takes_long=takes_long(step),
        title=flow.title.in_(tr.language),
        step_number=at.step,
        steps_about=at.about,
        tag=tag,
        safety=safety,
        staff_mark=mark,
        staff_note=note,
        picture=picture,
        ground=ground_of_guide(flow, around),
        payload=payload,
        address=address,
        doubts=doubts,
        spoken_first=(Line("caption", tag),),
        spoken_extra=(Line("safety", safety), Line("address", address), *_seen(picture, explained)),
        spoken_unseen=_where(step, picture, explained, tr.language),
        touched_on_phone=isinstance(step, DoStep) and _is_touched_on_a_phone(picture),
        spoken_asked=() if tag else (Line("caption", caption),),
    )


def _practice_door(flow: Flow, step: Step, tr: Translator) -> tuple[Control, ...]:
    """Who has no phone of their own may practise here all the same."""
    if not flow.offers_practice or step.id != flow.start:
        return ()
    return (Control(ChooseNeed(PRACTICE), tr("practise.tile"), picture="answers/hand-on-phone"),)


def _offered_on_own_phone(visit: Visit, flow: Flow, step: Step, tr: Translator) -> tuple[Control, ...]:
    """To who touched the drawn phone: where the step can be practised, that it may be touched there."""
    if not may_practise_at(visit, flow, step):
        return ()
    return (Control(PractiseAgain(flow.id), tr("practice.offer"), "touch"),)


def safety_line(step: Step, tr: Translator) -> str:
    """What must not be done here, the gravest first; empty where a step has none."""
    return " ".join(tr(f"safety.{mark}") for mark in SAFETY_ORDER if mark in step.safety)


def _mark(visit: Visit, step: Step, tr: Translator) -> tuple[str, str]:
    """The grade beside the progress, and in a whole sentence for a screen reader; for staff only."""
    if visit.staff is None or step.confidence == "A":
        return "", ""
    return tr("staff.mark", grade=step.confidence), tr(f"staff.{step.confidence}")


def _helpers(visit: Visit, stage: Stepping, around: Surroundings) -> tuple[Helper, ...]:
    """Who has not understood first hears the same again, and then has it explained by the same helper."""
    heard = visit.preferences.speech_on and not around.sound.no_sound
    return WITH_BACK if heard and stage.explained == "no" and not stage.said_again else ONCE_HEARD


def _code(tr: Translator, flow: Flow, step: Step) -> tuple[str, str]:
    """What a step that shows a code shows: the code and its address; nothing where nobody checked it."""
    if isinstance(step, Show):
        for code in flow.qr:
            if code.id == step.qr_id and code.printable:
                return code.payload, tr("qr.leads_to", address=address_in_words(code))
    return "", ""


def _seen(picture: PhoneProps, explained: Explained) -> tuple[Line, ...]:
    """Another picture is told as well: who asked for it may not see it."""
    return (Line("picture", picture.description),) if explained == "picture" else ()


def _where(step: Step, picture: PhoneProps, explained: Explained, language: Language) -> tuple[Line, ...]:
    """Where the thing to touch stands, unless the step says so itself, or its picture is told."""
    if not isinstance(step, DoStep) or step.picture is None or explained == "picture":
        return ()
    if tells_where(wording(step, explained, "vi")):
        return ()
    sentence = wording(step, explained, language)
    told = said_where(step.picture, where_it_is(picture), sentence, language)
    return (Line("picture", told),) if told else ()


def _is_touched_on_a_phone(picture: PhoneProps) -> bool:
    on_a_phone = picture.frame in ("android", "iphone", "phone") and picture.pointer_kind == "hand"
    return on_a_phone and any(one.highlight for one in picture.elements)


def _primary(tr: Translator, step: Step, edges: tuple[Edge, ...]) -> Control | None:
    if any(edge.id == "next" for edge in edges):
        return Control(NEXT, tr("step.next"), "next")
    if isinstance(step, End | HandOver):
        return Control(Do.DONE, tr("step.done"), "check")
    return None


def _choices(tr: Translator, edges: tuple[Edge, ...]) -> tuple[Control, ...]:
    return tuple(
        Control(
            TakeEdge(edge.id),
            edge.label.in_(tr.language) if edge.label else edge.id,
            picture=_pictured(edge),
        )
        for edge in edges
        if edge.id.startswith(walks.CHOICE_PREFIX)
    )


def _hotlines(tr: Translator, flow: Flow, step: Step) -> tuple[Control, ...]:
    """Whom to call, by name, and on: a touch shows the number as large as can be, with what to say."""
    named = tuple(Control(CallNumber(one.number), one.whose) for one in flow.hotlines_of(step))
    return (*named, Control(NEXT, tr("step.next"), "next")) if named else ()


def _pictured(edge: Edge) -> str:
    name = edge.picture or USUAL_PICTURES.get(edge.id, "")
    return f"answers/{name}" if name else ""


def _onward(tr: Translator, edges: tuple[Edge, ...], around: Surroundings) -> tuple[Control, ...]:
    """Where a guide ends, the guides and the steps it leads to: nobody has to say that they are lost to find
    them. A guide is called by its title, a step by what it is for.
    """
    named = ((edge, _leads_to(tr, edge, around)) for edge in edges)
    return tuple(Control(TakeEdge(edge.id), label, "next") for edge, label in named if label)


def _leads_to(tr: Translator, edge: Edge, around: Surroundings) -> str:
    if isinstance(edge.target, ToFlow):
        further = around.guides.flows.get(edge.target.flow_id)
        return "" if further is None else leads_on(tr, further)
    return "" if edge.label is None else edge.label.in_(tr.language)


def derive_stuck(visit: Visit, stage: StuckList, around: Surroundings) -> Page:
    """What may have gone wrong here, what the guide needs and warns of, and a person."""
    flow = around.guides.flows[stage.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    troubles = tuple(
        Control(
            TakeEdge(edge.id),
            edge.label.in_(tr.language) if edge.label else edge.id,
            picture=_pictured(edge),
        )
        for edge in walks.edges_open(flow, stage.walk)
        if edge.id.startswith(walks.STUCK_PREFIX)
    )
    about = Control(Do.WHAT_IS_NEEDED, tr("overview.about"), "info")
    person = Control(Do.CALL_PERSON, tr("stuck.other"), "call-person")
    drawn = any(one.picture for one in troubles) or not troubles
    if drawn:
        troubles = tuple(one._replace(picture=one.picture or UNPICTURED) for one in troubles)
        about, person = about._replace(picture=NEEDED), person._replace(picture=SOMEBODY)
    return Page(
        template="choice",
        place=f"stuck.{flow.id}.{len(stage.walk.edges)}",
        language=tr.language,
        heading=tr("stuck.heading"),
        icon="" if drawn else "not-understood",
        choices=(*troubles, about, person),
        bar=bar(tr, WITH_BACK),
        together=True,
        guide=flow.id,
        private=walks.current(flow, stage.walk).private,
    )


def derive_advice(visit: Visit, stage: Advice, around: Surroundings) -> StepProps:
    """What to do about it, before the walk goes that way."""
    flow = around.guides.flows[stage.flow_id]
    at_step = derive_step(visit, Stepping(flow.id, stage.walk), around)
    if at_step.doubts:  # the advice has its own words
        others = tuple(line for line in at_step.spoken_extra if line.slot != "safety")
        at_step = replace(at_step, safety="", doubts=False, never_silent=(), spoken_extra=others)
    tr = around.tr(at_step.language)
    edge = next(edge for edge in walks.edges_open(flow, stage.walk) if edge.id == stage.edge_id)
    advice = edge.advice or edge.label or Words("")
    calls = isinstance(edge.target, ToPerson)
    go_on = Control(
        Do.GO_ON, tr("stuck.call" if calls else "stuck.go_on"), "call-person" if calls else "next"
    )
    return replace(
        at_step,
        template="step",
        place=f"advice.{flow.id}.{len(stage.walk.edges)}.{stage.edge_id}",
        heading=edge.label.in_(tr.language) if edge.label else "",
        sentence=advice.in_(tr.language),
        primary=go_on,
        choices=to_offices(tr, edge.offices, around.setup.ward),
        bar=bar(tr, WITH_BACK),
        tag="",
        picture=_picture_of_trouble(edge, tr.language),
    )


def _picture_of_trouble(edge: Edge, language: Language) -> PhoneProps:
    """The one that was chosen from the list, larger: it says that this is the advice for it."""
    if not edge.picture or edge.label is None:
        return derive_scene("with-helper", language)
    return derive_drawing(f"answers/{edge.picture}", edge.label.in_(language), language)


def title_of(flow: Flow, visit: Visit) -> str:
    """The guide's title in the language it is shown in."""
    return flow.title.in_(language_of(flow, visit.preferences.language))
