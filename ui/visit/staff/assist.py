"""Staff assist a resident: notice, group, guide, comfort; and who acts at each step. Pure.

The notice, the group and the guide are asked of the resident, in the resident's own look. What they say of
their group is an effect and nothing else: no stage and no visit holds it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from accessibility.presets import PRESETS, with_preset
from flows.guide.flow import TOPICS
from flows.guide.words import LANGUAGES
from kiosk.base.events import Actor, Group, GroupSaid, LanguageChanged, SessionStarted
from ui.visit import asking, choosing, comfort, walking
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseLanguage, ChooseNeed, ChoosePreset, OpenGuide, OpenTopic
from ui.visit.actions.common import Do
from ui.visit.actions.staff import SayGroup, SetActor, StaffDo
from ui.visit.effects import Effect, SayThis
from ui.visit.open_guide import open_guide
from ui.visit.press_context import PressContext
from ui.visit.staff import controls
from ui.visit.staff.people import Assist
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import AskComfort, AskGroup, AssistNotice, PickGuide
from ui.visit.stage import Stage
from ui.visit.stages import Home
from ui.visit.turns import Turn
from ui.visit.visit import Visit

GROUPS: tuple[Group, ...] = get_args(Group)
ACTORS: tuple[Actor, ...] = get_args(Actor)


def may_begin(visit: Visit, point: PointNow) -> bool:
    """Not where the point was refused to open: then no visit begins, also none that is assisted."""
    return visit.is_logged or point.state != "refused"


def at_a_door(visit: Visit, context: PressContext) -> Turn:
    """A team has nobody wait for it: from the second house of a shift on what is counted is said in one
    sentence over the tiles, as to who comes next at a point, and the group is asked at the first step.
    """
    if visit.staff is None or visit.is_logged or visit.staff.member.id not in context.had_whole_notice:
        return enter(visit)
    assisted = replace(controls.hand_back(visit), assist=Assist(visit.staff.member.id, told_briefly=True))
    started = SessionStarted(assisted.preferences.language, "assisted")
    brief = SayThis("assist.notice_short", even_when_off=True, read_on=True)
    return Turn(assisted.restart_at(Home(), PickGuide()), (started, brief))


def enter(visit: Visit, wish: Action | None = None) -> Turn:
    """From the menu: the notice, over whatever the resident has. Who assists already goes on.

    *wish*: what was touched on a team's first screen follows it.
    """
    resident = controls.hand_back(visit)
    if resident.is_logged and resident.assisted_by:
        return Turn(resident)
    return Turn(resident.show(AssistNotice(wish=wish)))


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press before the guide."""
    match visit.stage:
        case AssistNotice():
            return _after_notice(visit, action, context)
        case AskGroup():
            return _group(visit, action)
        case AskComfort():
            return _comfort(visit, action)
        case PickGuide() as stage:
            return _guide(visit, stage, action, context)
        case _:
            return Turn(visit)


def at_a_step(visit: Visit, action: Action) -> Turn | None:
    """What staff may touch while the resident is in a guide: who acts here, another guide, or the question
    that goes with the notice, as long as that is there.
    """
    if visit.assist is None or not visit.assisted_by or not isinstance(visit.stage, walking.INSIDE_A_GUIDE):
        return None
    match action:
        case SetActor(actor):
            marked = replace(visit, assist=replace(visit.assist, by=actor, unfolded=False))
            return Turn(marked, (SayThis(f"assist.by_is_{actor}", read_on=True),))
        case StaffDo.UNFOLD:
            return Turn(replace(visit, assist=replace(visit.assist, unfolded=not visit.assist.unfolded)))
        case StaffDo.GUIDES:
            return Turn(_folded(visit).show(PickGuide()))
        case StaffDo.SAY_GROUP if visit.assist.told_briefly:
            return Turn(visit.show(AskGroup()))
        case _:
            return None


def _folded(visit: Visit) -> Visit:
    return visit if visit.assist is None else replace(visit, assist=replace(visit.assist, unfolded=False))


def _after_notice(visit: Visit, action: Action, context: PressContext) -> Turn:
    match action:
        case StaffDo.NOTICE_YES:
            begun = _begin(visit, context)
            return Turn(begun.visit.show(AskGroup()), begun.effects)
        case StaffDo.NOTICE_NO:
            begun = _begin(visit, context)
            # told once more in the middle of a visit, they may have named a group the first time
            unsaid: tuple[Effect, ...] = (GroupSaid("not-said"),) if visit.is_logged else ()
            return Turn(begun.visit, (*begun.effects, *unsaid, SayThis("assist.after_no", read_on=True)))
        case Do.BACK:
            return Turn(controls.lock(visit))  # a resident's button: who wants the menu types the PIN
        case _:
            return Turn(visit)


def _begin(visit: Visit, context: PressContext) -> Turn:
    """The visit is assisted from here on. In the middle of one the resident is where they were."""
    if visit.staff is None:
        return Turn(controls.lock(visit))
    assisted, guide = replace(visit, assist=Assist(visit.staff.member.id)), _guide_after(visit)
    flows, started = context.guides.flows, tuple[Effect, ...]()
    if visit.is_logged:
        at = assisted.close()
    else:
        started = (SessionStarted(visit.preferences.language, "assisted"),)
        wish = next((one.wish for one in visit.stages if isinstance(one, AssistNotice)), None)
        if wish is not None:
            wished = _wished(assisted.restart_at(Home()), wish, context)
            return Turn(wished.visit, (*started, *wished.effects))
        at = assisted.restart_at(*_first_stages(guide))
    return open_guide(at, guide, flows, started) if guide in flows else Turn(at, started)


def is_wish(action: Action) -> bool:
    """Whether it leads somewhere, once the notice is answered."""
    return isinstance(action, ChooseNeed) or action in (Do.ASK, Do.COMFORT)


def _wished(visit: Visit, wish: Action, context: PressContext) -> Turn:
    """What was touched on the first screen, which is there no more: the same from the tiles."""
    match wish:
        case ChooseNeed():
            return choosing.on_tile(visit, wish, context)
        case Do.ASK:
            return asking.open_keyboard(visit, context)
        case Do.COMFORT:
            return Turn(comfort.over(visit))
        case _:
            return Turn(visit)


def _first_stages(guide: str) -> tuple[Stage, ...]:
    """Where a visit begins that is assisted from its beginning."""
    return (Home(),) if guide else (Home(), PickGuide())


def begin_untold(visit: Visit) -> Turn:
    """A call before the notice is answered: a visit has begun, and it is the resident's own until then."""
    started = SessionStarted(visit.preferences.language)
    guide = _guide_after(visit)
    return Turn(visit.restart_at(*_first_stages(guide), AssistNotice(guide)), (started,))


def _guide_after(visit: Visit) -> str:
    return next((one.guide for one in visit.stages if isinstance(one, AssistNotice)), "")


def _group(visit: Visit, action: Action) -> Turn:
    match action:
        case SayGroup(group):
            return Turn(visit.close(), (GroupSaid(group),))
        case Do.BACK:
            return Turn(visit.close())
        case _:
            return Turn(visit)


def _comfort(visit: Visit, action: Action) -> Turn:
    now = visit.preferences
    match action:
        case Do.BACK | Do.SKIP:
            return Turn(visit.close())
        case ChoosePreset(preset) if preset in PRESETS:
            wished = replace(visit, preferences=with_preset(now, preset), preset_from=((preset, now),))
            return Turn(wished.close())
        case ChooseLanguage(language) if language in LANGUAGES:
            spoken = replace(visit, preferences=replace(now, language=language))
            return Turn(spoken.close(), (LanguageChanged(language),))
        case _:
            return Turn(visit)


def _guide(visit: Visit, stage: PickGuide, action: Action, context: PressContext) -> Turn:
    match action:
        case OpenGuide(flow_id) if flow_id in context.guides.flows:
            return open_guide(visit.close(), flow_id, context.guides.flows)
        case OpenTopic(topic) if topic in TOPICS:
            return Turn(visit.swap(PickGuide(topic)))
        case ChooseNeed():
            chosen = choosing.on_tile(visit.close(), action, context)
            return chosen if chosen.effects else Turn(visit)
        case Do.ASK:
            return asking.open_keyboard(visit, context)
        case StaffDo.COMFORT_CARD:
            return Turn(visit.show(AskComfort()))
        case StaffDo.ALL_GUIDES:
            return Turn(visit.swap(PickGuide("all")))
        case StaffDo.BY_TOPIC:
            return Turn(visit.swap(PickGuide("topics")))
        case Do.BACK if stage.of:
            return Turn(visit.swap(PickGuide({"all": "", "topics": "all"}.get(stage.of, "topics"))))
        case Do.BACK:
            return walking.reopen(visit.close(), context.guides.flows)
        case _:
            return Turn(visit)
