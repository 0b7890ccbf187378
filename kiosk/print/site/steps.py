"""The steps of a guide as sections of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from accessibility.speech.spoken import spoken
from flows.guide.doubt import is_doubtful
from flows.guide.flow import Flow
from flows.guide.progress import remaining
from flows.guide.steps import Check, Choose, Edge, End, HandOver, Show, Step, ToFlow, ToPerson, ToStep
from flows.guide.unparted import unparted
from flows.guide.walk import CHOICE_PREFIX, STUCK_PREFIX
from flows.guide.words import Language
from flows.reading.dated import step_on
from kiosk.print.site.model import StepTrouble, StepView, Way
from kiosk.print.site.numbers import calls_of, lines_of, office_views
from kiosk.print.site.reading import Reading
from kiosk.print.site.ways import PERSON, STEP, answer_of, condition_of, guide_href, href_of, when_of
from ui.screens.choosing import address_in_words
from ui.screens.guide import SAFETY_ORDER, USUAL_PICTURES
from ui.screens.picture.derive import derive_picture
from ui.screens.picture.props import PhoneProps


def views_of(reading: Reading) -> Iterator[StepView]:
    """Every step, the first first; one that changes on a day stands there once for each wording."""
    flow = reading.written
    ordered = sorted(flow.steps.values(), key=lambda one: one.id != flow.start)
    for number, step in enumerate(ordered, start=1):
        spans = _spans(step, reading.today)
        for wording, (since, until) in enumerate(spans, start=1):
            view = replace(_view(step_on(step, since), reading), number=number)
            if len(spans) == 1:
                yield view
                continue
            yield replace(
                view,
                id=view.id if wording == 1 else f"{view.id}-{wording}",
                span=_span_words(reading, since, until, first=wording == 1),
                since="" if wording == 1 else since.isoformat(),
                until=until.isoformat() if until else "",
            )


def _spans(step: Step, today: date) -> tuple[tuple[date, date | None], ...]:
    """From which day to which the step reads alike, beginning today; the last has no end."""
    ends = sorted({one.until for one in step.dated if one.until >= today})
    starts = [today, *(end + timedelta(days=1) for end in ends)]
    return tuple(zip(starts, (*ends, None), strict=True))


def _span_words(reading: Reading, since: date, until: date | None, *, first: bool) -> str:
    words = [] if first else [reading.say("from", date=f"{since:%d/%m/%Y}")]
    if until:
        words.append(reading.say("until", date=f"{until:%d/%m/%Y}"))
    return " ".join(words)


def _view(step: Step, reading: Reading) -> StepView:
    language, say, flow = reading.language, reading.say, reading.written
    text = step.say.in_(language)
    left = remaining(flow, flow.steps[step.id])
    ends = isinstance(step, End | HandOver)
    return StepView(
        id=f"{STEP}{step.id}",
        step=step.id,
        say=unparted(text),
        said=_said(text, language),
        clip=reading.clip(text),
        simpler=unparted(step.simpler.in_(language)) if step.simpler else "",
        example=unparted(step.example.in_(language)) if step.example else "",
        caption=say("last") if ends or not left else say("left", number=left),
        safety=tuple(say(f"safety.{mark}") for mark in SAFETY_ORDER if mark in step.safety),
        picture=_picture(step, reading),
        calls=(*lines_of(flow, step, say), *calls_of(step, say)),
        calling=unparted(step.calling.in_(language)) if step.calling else "",
        offices=office_views(reading.sent_to(step.offices), reading.tr),
        page=_page(step, flow, reading),
        asks=isinstance(step, Choose | Check),
        doubtful=reading.doubts and is_doubtful(step),
        private=step.private,
        ends=ends,
        ways=tuple(_ways(step, reading)),
        troubles=tuple(_trouble(edge, reading) for edge in step.edges if edge.id.startswith(STUCK_PREFIX)),
    )


def _picture(step: Step, reading: Reading) -> PhoneProps:
    """As at the kiosk: answers ask by themselves."""
    asks = isinstance(step, Choose | Check)
    if step.picture is None and not step.drawing and asks:
        return PhoneProps()
    return derive_picture(step, reading.written, reading.language)


def _said(text: str, language: Language) -> str:
    """Names and short forms as the kiosk's own voice says them; phones know few of the Vietnamese ones."""
    said = spoken(text, language).text if language == "vi" else text
    return "" if said == text else said


def _page(step: Step, flow: Flow, reading: Reading) -> Way | None:
    if isinstance(step, Show):
        for code in flow.qr:
            if code.id == step.qr_id and code.printable:
                return Way(code.payload, reading.say("open", address=address_in_words(code)))
    return None


def _ways(step: Step, reading: Reading) -> Iterator[Way]:
    if isinstance(step, HandOver):
        yield Way(f"#{PERSON}", reading.say("person"))
    onward = isinstance(step, End | HandOver)
    for edge in step.edges:
        if edge.id.startswith(CHOICE_PREFIX) or edge.id == "next":
            yield _way(step, edge, reading)
        elif onward and isinstance(edge.target, ToFlow):
            yield Way(guide_href(reading.root, edge.target.flow_id, reading.language), _other(edge, reading))


def _way(step: Step, edge: Edge, reading: Reading) -> Way:
    label = edge.label.in_(reading.language) if edge.label else reading.say("next")
    picture = edge.picture or USUAL_PICTURES.get(edge.id, "")
    return Way(
        href_of(edge, reading.root, reading.language),
        unparted(label),
        f"answers/{picture}" if picture else "",
        answer_of(step, edge),
        when_of(edge.guard),
        condition_of(edge.guard, reading.written, reading.language, reading.say),
        _step_of(edge),
    )


def _step_of(edge: Edge) -> str:
    return edge.target.step_id if isinstance(edge.target, ToStep) else ""


def _other(edge: Edge, reading: Reading) -> str:
    assert isinstance(edge.target, ToFlow)
    return reading.say("other_guide", title=reading.title_of(edge.target.flow_id))


def _trouble(edge: Edge, reading: Reading) -> StepTrouble:
    match edge.target:
        case ToPerson():
            button = reading.say("person")
        case ToFlow():
            button = _other(edge, reading)
        case _:
            button = reading.say("this_way")
    return StepTrouble(
        unparted(edge.label.in_(reading.language)) if edge.label else edge.id,
        unparted(edge.advice.in_(reading.language)) if edge.advice else "",
        Way(href_of(edge, reading.root, reading.language), button, to=_step_of(edge)),
        office_views(reading.sent_to(edge.offices), reading.tr),
    )
