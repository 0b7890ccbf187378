"""A guide practised on the drawn phone: one place to touch a screen, and what follows after the last."""

from __future__ import annotations

from dataclasses import replace

from flows.checking.single_files import CODE
from flows.guide.flow import Flow
from flows.guide.steps import Element, Picture, SlideWay
from flows.guide.words import Language
from flows.practice.exercise.doing import Doing
from flows.practice.exercise.in_a_guide import word_by_keys
from flows.practice.place import is_touched, says_the_same
from flows.practice.practice import NOTHING, WHOLE_SCREEN, Practice, Task, pale
from ui.screens.choosing import language_of
from ui.screens.grounds import ground_of_guide
from ui.screens.guide import StepProps
from ui.screens.helpers import WITH_BACK, WITH_HINT, bar
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.picture.arrange import arrange
from ui.screens.picture.derive import derive_phone_of
from ui.screens.picture.describe import noun_of
from ui.screens.picture.props import PhoneProps
from ui.screens.surroundings import Surroundings
from ui.screens.typing_page import TypingProps, did, typing_page
from ui.screens.waiting import takes_long
from ui.visit.actions.chosen import SlidePlace, TouchPlace
from ui.visit.actions.common import Do
from ui.visit.own_phone import may_begin
from ui.visit.stages import Practising
from ui.visit.visit import Visit


def derive_practice(visit: Visit, stage: Practising, around: Surroundings) -> Page:
    """The step to practise; after the last one, whether to go over it once more."""
    flow = around.guides.flows[stage.practice.flow_id]
    tr = around.tr(language_of(flow, visit.preferences.language))
    if stage.practice.over:
        return _after_a_pass(stage.practice, flow, tr, small_first=bool(around.guides.exercises))
    if stage.typing is not None:
        return typing_in(stage.practice, stage.typing, tr, explores=visit.preferences.explore)
    return _task(stage, flow, tr, around)


def _task(stage: Practising, flow: Flow, tr: Translator, around: Surroundings) -> StepProps:
    now, task = stage.practice, stage.practice.task
    caption = tr("practice.caption", step=now.at + 1, of=len(now.tasks))
    shown = "shown" if task.way is None else "shown_swipe" if task.target == WHOLE_SCREEN else "shown_slide"
    hints = {"said-again": "try_again", "half-pale": "half", "shown": shown}
    hint = tr(f"practice.{hints[now.help]}") if now.help in hints else ""
    step = flow.steps[task.step_id]
    met = _met(now, tr)
    said = hint or caption
    return StepProps(
        template="practice",
        place=f"practice.{flow.id}.{now.passes}.{now.at}.{now.help}",
        language=tr.language,
        sentence=step.say.in_(tr.language),
        caption=caption,
        primary=_hint(now, tr) if task.way is None else _instead_of_a_slide(task, task.way, tr),
        choices=_places(now, tr),
        bar=bar(tr, WITH_HINT if now.hints and task.way is not None else WITH_BACK),
        title=flow.title.in_(tr.language),
        step_number=now.at + 1,
        steps_about=len(now.tasks),
        tag=hint,
        safety="",
        staff_mark="",
        staff_note="",
        picture=_phone(now, flow, tr),
        ground=ground_of_guide(flow, around),
        spoken_first=(Line("caption", f"{met}. {said}" if met else said),) if hint or now.at == 0 else (),
        spoken_asked=() if hint or now.at == 0 else (Line("caption", caption),),
        takes_long=takes_long(step),
        met=now.met if met else NOTHING,
        met_name=met,
        aside_of=task.target,
    )


def _met(now: Practice, tr: Translator) -> str:
    """What was touched in place of what is looked for, by its own words; without any it has no name."""
    if now.met == NOTHING or not now.task.picture.elements[now.met].label:
        return ""
    label = _called(now.task.picture, now.task.picture.elements[now.met], tr.language)
    return tr("practice.this_is", name=label)


def _places(now: Practice, tr: Translator) -> tuple[Control, ...]:
    """What can be touched on the phone; found by who sees it, or by asking to hear the screen. The address
    of a page, lower on a laptop than any control may be, only where it is what is looked for; what says the
    same as the place, as the words that were searched for, never. The rest of the phone takes touches too.
    """
    picture, task = now.task.picture, now.task
    of_the_browser = {one.index for one in arrange(picture).in_area("address")} - {now.task.target}
    return tuple(
        Control(
            TouchPlace(at),
            _called(picture, element, tr.language),
            when_asked=True,
        )
        for at, element in enumerate(picture.elements)
        if is_touched(element, picture) and (element.label or element.highlight) and at not in of_the_browser
        if task.target in (at, WHOLE_SCREEN) or not says_the_same(element, picture.elements[task.target])
    )


def _hint(now: Practice, tr: Translator) -> Control | None:
    """On the second rung, beside *Nghe lại*, which reads the places out to who does not read."""
    return Control(Do.HINT, tr("practice.hint"), "not-understood", kind="plain") if now.hints else None


def _instead_of_a_slide(task: Task, way: SlideWay, tr: Translator) -> Control:
    """The button that does the same, for who moves by one hand, keys or switches, or feels their way."""
    label = tr("practice.swipe_by_button" if task.target == WHOLE_SCREEN else "practice.slide_by_button")
    return Control(SlidePlace(way), label, "touch", kind="plain")


def _called(picture: Picture, element: Element, language: Language) -> str:
    """By its words; with what it is where there are none, or where two have the same."""
    noun, alike = noun_of(picture, element, language), [one.label for one in picture.elements]
    if not element.label:
        return noun
    return f"{noun}: {element.label}" if alike.count(element.label) > 1 else element.label


def _phone(now: Practice, flow: Flow, tr: Translator) -> PhoneProps:
    """The same picture on every rung; the ring, or a half that is pale, is all that comes and goes."""
    picture = now.task.picture
    if not now.pointed:
        bare = tuple(replace(element, highlight=False) for element in picture.elements)
        picture = replace(picture, elements=bare)
    phone = replace(
        derive_phone_of(flow.steps[now.task.step_id], flow, picture, tr.language),
        slide=now.task.way or "",
        arrowed=now.pointed and now.task.way is not None,
    )
    if now.help != "half-pale":
        return phone
    faint = pale(now.task)
    return replace(phone, elements=tuple(replace(one, pale=one.index in faint) for one in phone.elements))


def _after_a_pass(practice: Practice, flow: Flow, tr: Translator, *, small_first: bool) -> Page:
    """*small_first*: a small exercise may lie before the next pass, for who presses its own button."""
    again = Control(Do.PRACTISE, tr("practice.again"), "touch")
    later = Control(Do.DONE, tr("practice.later"), "check")
    own = Control(Do.OWN_PHONE, tr("practice.own_phone"), "phone")
    own_next = practice.leads_on and may_begin(flow)
    onward = own if own_next else again if practice.may_go_again and not practice.leads_on else None
    said = "another_day"
    if own_next:
        said = "then_own_phone"
    elif onward is not None:
        said = f"then_{practice.next_rung}" if practice.next_rung != practice.rung else "once_more"
    small = Control(Do.SMALL_FIRST, tr("practice.small_first"), "star")
    return Page(
        template="choice",
        place=f"practice.over.{practice.flow_id}.{practice.passes}",
        language=tr.language,
        heading=tr("practice.done"),
        sentence=" ".join(filter(None, (_found_alone(practice, tr), tr(f"practice.{said}")))),
        icon="check",
        primary=onward or later,
        choices=(*((small,) if onward is again and small_first else ()), *((later,) if onward else ())),
        bar=bar(tr, WITH_BACK),
    )


def _found_alone(practice: Practice, tr: Translator) -> str:
    """What of a pass without help says that a place was found; a picture with nothing else on it does not."""
    if not practice.alone:
        return ""
    found, rest = practice.found, len(practice.tasks) - practice.found
    if not found:
        return tr("practice.found_none")
    return (
        tr("practice.found_some", found=found, rest=rest) if rest else tr("practice.found_all", found=found)
    )


def typing_in(practice: Practice, now: Doing, tr: Translator, *, explores: bool) -> TypingProps:
    """What to type, the keys, and a way on for who would rather not; typed, what stands there."""
    text = now.exercise.expect
    page = typing_page(now, tr, lies=False, explores=explores)
    kind = "code" if text == CODE else "number" if text.isdigit() else "word"
    onward = Control(Do.GO_ON, tr("practice.skip_typing"), "next", kind="plain")
    page = replace(
        page,
        place=f"practice.{practice.flow_id}.{practice.passes}.{practice.at}.typing.{now.said}.{now.over}",
        sentence=tr(f"practice.type_{kind}", word=text),
        mark=tr("practice.caption", step=practice.at + 1, of=len(practice.tasks)),
        primary=onward,
        spoken_last=(Line("primary", onward.name),),
    )
    if now.over:
        onward = Control(Do.GO_ON, tr("step.next"), "next")
        last = did(now, tr)
        return replace(
            page,
            sentence=tr("practice.typed", word=text),
            caption=last,
            primary=onward,
            spoken_first=(Line("caption", last),),
            spoken_last=(Line("primary", onward.name),),
        )
    if now.help == "said-again" and kind == "word":
        word, keys = word_by_keys(now)
        hint = tr("practice.word_by_keys", word=word, keys=", ".join(keys))
        return replace(page, caption=hint, spoken_first=(Line("caption", hint),))
    return page
