"""The strip on top: whose kiosk this is, and the comfort controls."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guide.flow import Flow
from flows.practice.rehearse.play import Play
from ui.screens.calling import waiting
from ui.screens.choosing import language_of
from ui.screens.guide import title_of
from ui.screens.guide_end import ends_alone
from ui.screens.page import Control, numbered
from ui.screens.staff.assist import short_notice, staff_row, step_named
from ui.screens.surroundings import Surroundings
from ui.visit import stages
from ui.visit.actions.chosen import ChooseLanguage
from ui.visit.actions.common import Do
from ui.visit.calling import is_waiting
from ui.visit.staff.stages import PickGuide, RehearsingHelp, Training
from ui.visit.stage import SignedIn, StaffStage
from ui.visit.visit import Visit

ASKED_FROM = (stages.Home, stages.NeedGuides, stages.Topics, stages.Topic)
"""Where one looks for a guide, and may ask for it instead."""


@dataclass(frozen=True, slots=True)
class StripProps:
    """`notices` are permanent lines beneath the strip; `up` and `down` name the page buttons."""

    title: str
    chips: tuple[Control, ...]
    notices: tuple[str, ...]
    up: str = ""
    down: str = ""
    hint: str = ""  # what a key does, or has done; only for those who use keys
    output: str = ""  # that the voice comes out of headphones: whoever wears none hears nothing
    finish: str = ""  # these keep their places free where they are not offered: the other chips never move
    adjust: str = ""
    ward: str = ""  # whose kiosk this is; stands where a guide's title has no room
    spoken: str = ""  # both, for those who do not see which of them there is room for
    staff: tuple[Control, ...] = ()  # a row beneath, while staff look on
    step: str = ""  # beside that row: the names of guide and step, for who reports a wrong sentence
    in_a_guide: bool = False
    brief: str = ""  # the title in short words, where there is little room


def derive_strip(visit: Visit, around: Surroundings) -> StripProps:
    """The same on every screen; only the title tells where one is."""
    now = visit.preferences
    tr = around.tr(now.language)
    chips = [_language(visit, around)]
    if not isinstance(visit.stage, stages.Attract):
        chips.append(Control(Do.COMFORT, tr("comfort.chip"), "adjust", spoken=tr("comfort.name")))
    asked = isinstance(visit.stage, ASKED_FROM) or visit.stage == PickGuide()
    if asked and around.guides.asking is not None:
        chips.insert(0, Control(Do.ASK, tr("ask.chip"), "search", spoken=tr("ask.chip_name")))
    may_finish = not isinstance(
        visit.stage, (stages.Goodbye, stages.IdleNotice, StaffStage)
    ) and not ends_alone(visit, around)
    if visit.is_logged and may_finish:  # the end of a guide has a main button that says the same
        chips.insert(0, Control(Do.FINISH, tr("strip.finish"), "leave"))
    notices = [tr("notice.no_sound")] if around.sound.no_sound else []
    if isinstance(visit.beneath, SignedIn) and is_waiting(visit):
        notices.append(f"{tr('notice.calling')} {waiting(tr, around)}")
    if around.health.storage_trouble:
        notices.append(tr("notice.storage"))
    (title, brief), ward = _titles(visit, around), around.sign.ward
    played = isinstance(visit.stage, stages.Rehearsing | RehearsingHelp | stages.Exercising)
    shown = "" if played and _at_step(visit) else title  # that it is an exercise has the room
    output = tr("output.shown") if around.sound.headphones and now.speech_on else ""
    return StripProps(
        shown,
        numbered(tuple(chips), tr),
        tuple(notices),
        tr("scroll.up"),
        tr("scroll.down"),
        " · ".join(line for line in (short_notice(visit, tr), output, around.pointer.hint) if line),
        output,
        tr("strip.finish"),
        tr("comfort.chip"),
        "\u00a0".join(ward.rsplit(" ", 1)),  # of two lines, the second is not a lone word
        title if title == ward else f"{ward}. {title}",
        numbered(staff_row(visit, around), tr),
        step=step_named(visit, around),
        in_a_guide=_at_step(visit),
        brief=brief if shown else "",
    )


def _language(visit: Visit, around: Surroundings) -> Control:
    """To the languages; for some seconds after another was chosen, back to the one before, in that one."""
    now, before = visit.preferences.language, visit.language_before
    if before is None or before == now:
        tr = around.tr(now)
        state = tr("strip.language_is")
        return Control(Do.LANGUAGE, now.upper(), "language", spoken=tr("strip.language"), state=state)
    tr = around.tr(before)
    return Control(
        ChooseLanguage(before), tr("strip.language_is"), "back", before.upper(), tr("strip.language_back")
    )


def _at_step(visit: Visit) -> bool:
    """Whether the page says how far one is: there the strip leaves it the room of its title."""
    match visit.stage:
        case stages.Practising(practice):
            return not practice.over
        case stages.OnOwnPhone(doing):
            return not doing.over
        case stages.Rehearsing() | RehearsingHelp(play=Play()):
            return True
        case stages.Exercising(doing):
            return not (doing.over or doing.chosen or doing.exercise.typed)
        case stages.Stepping() | stages.Advice() | Training(at=(*_, stages.Stepping() | stages.Advice())):
            return True
        case _:
            return False


def _titles(visit: Visit, around: Surroundings) -> tuple[str, str]:
    """Where one is, and the same in its short words."""
    match visit.stage:
        case stages.Rehearsing(play) | RehearsingHelp(Play() as play):
            title = play.script.title.in_(visit.preferences.language)
            return title, title
        case stages.Exercising(doing):
            title = doing.exercise.title.in_(visit.preferences.language)
            return title, title
        case _:
            pass
    flow = _guide_of(visit, around)
    if flow is None:
        return around.sign.ward, around.sign.ward
    short = around.setup.needs.titles.get(flow.id, flow.title)
    return title_of(flow, visit), short.in_(language_of(flow, visit.preferences.language))


def _guide_of(visit: Visit, around: Surroundings) -> Flow | None:
    match visit.stage:
        case stages.HaveReady(flow_id) | stages.Overview(flow_id) | stages.Stepping(flow_id):
            return around.guides.flows[flow_id]
        case stages.StuckList(flow_id=flow_id) | stages.Advice(flow_id=flow_id):
            return around.guides.flows[flow_id]
        case stages.Practising(practice):
            return around.guides.flows[practice.flow_id]
        case stages.OnOwnPhone(doing):
            return around.guides.flows[doing.flow_id]
        case Training(at=(*_, stages.Stepping(flow_id=flow_id))):
            return around.guides.lessons[flow_id]
        case _:
            return None
