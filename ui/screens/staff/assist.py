"""What a resident is told and asked before staff assist, and the guides to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from flows.guide.flow import TOPICS, Flow
from flows.guide.walk import current
from ui.screens.choosing import TOPIC_ICONS, OverviewProps
from ui.screens.comfort import LANGUAGE_NAMES
from ui.screens.fact_list import fact_list
from ui.screens.helpers import WITH_BACK, WITHOUT_CALL, Helper, bar
from ui.screens.needs import need_tiles
from ui.screens.page import Control, Page, Translator, said_of_the_bar
from ui.screens.presets import presets_here
from ui.screens.staff.results import goodbye_row, marked
from ui.screens.surroundings import Surroundings
from ui.visit.actions.chosen import ChooseLanguage, ChoosePreset, OpenGuide, OpenTopic
from ui.visit.actions.common import Do
from ui.visit.actions.staff import SayGroup, SetActor, StaffDo
from ui.visit.calling import is_waiting
from ui.visit.staff.assist import ACTORS, GROUPS
from ui.visit.staff.stages import AskComfort, AskGroup, AssistNotice, AssistStage, PickGuide
from ui.visit.stage import SignedIn, StaffStage
from ui.visit.stages import Advice, Goodbye, Person, Stepping, StuckList
from ui.visit.visit import Visit
from ui.visit.walking import INSIDE_A_GUIDE

NOTICE = (("no_name",), ("counts",), ("group",), ("silent", "question"))
SHORT_NOTICE = (("short",), ("silent", "question"))
"""In the order of reading. A row stands whole on its page: “Ki-ốt không | ghi tên” would say on its second
page what is not true. Without signs, so that on a low panel all of it stands on one.
"""


def derive_assist(visit: Visit, stage: AssistStage, around: Surroundings) -> Page:
    """One of these screens, in the resident's own look and voice."""
    tr = around.tr(visit.preferences.language)
    match stage:
        case AssistNotice():
            alone = around.door_to_door and not visit.is_logged
            shown = _notice(tr, stage, WITHOUT_CALL if alone else WITH_BACK)
            return replace(shown, always_said=True)
        case AskGroup():
            groups = tuple(Control(SayGroup(group), tr(f"assist.group_{group}")) for group in GROUPS)
            asked = _asking(tr, "group", "person", groups)
            return replace(asked, private=True)  # others may stand by: said aloud when the resident asks
        case AskComfort():
            return _comfort(tr, around)
        case PickGuide():
            return _guides(tr, stage, around)
        case never:
            assert_never(never)


def staff_row(visit: Visit, around: Surroundings) -> tuple[Control, ...]:
    """What staff may touch while the resident's screen is shown: who acts here, another guide, what came of
    the visit and the next person at the goodbye, and the door to the menu, which asks the PIN.

    Nothing while a person is called: there the number and how long one has waited need its room, and whoever
    comes has a button. The corner leads to the menu there as everywhere; on staff's screens over it this row
    has that button.
    """
    tr = around.tr(visit.preferences.language)
    if isinstance(visit.beneath, SignedIn) and is_waiting(visit):
        return (Control(Do.PERSON_CAME, tr("person.came"), "person"),)
    if not visit.assisted_by or isinstance(visit.stage, (Person, StaffStage)):
        return ()
    menu = Control(Do.KNOCK, tr("assist.menu"), spoken=tr("assist.menu_name"))
    if isinstance(visit.stage, Goodbye):
        return tuple(goodbye_row(visit, visit.stage, around, menu))
    if not isinstance(visit.stage, INSIDE_A_GUIDE):
        return (menu,)
    briefly = visit.assist is not None and visit.assist.told_briefly
    group = Control(StaffDo.SAY_GROUP, tr("assist.ask_group"), spoken=tr("assist.ask_group_name"))
    asked = (group,) if briefly else ()
    if visit.assist is not None and not visit.assist.unfolded:
        return (_who_acts(visit, tr), *asked, menu)
    acts = tuple(
        marked(SetActor(actor), tr(f"assist.by_{actor}"), tr, chosen=actor == visit.actor)._replace(
            spoken=tr(f"assist.by_{actor}_name")
        )
        for actor in ACTORS
    )
    return (*acts, *asked, Control(StaffDo.GUIDES, tr("assist.guides")), menu)


def step_named(visit: Visit, around: Surroundings) -> str:
    """Guide and step, as files and `flows preview` call them: a helper reports a wrong sentence by it. Small
    in the folded row, and nothing to touch.
    """
    folded = visit.assist is not None and visit.assisted_by and not visit.assist.unfolded
    at = visit.stage
    if not folded or is_waiting(visit) or not isinstance(at, Stepping | StuckList | Advice):
        return ""
    return f"{at.flow_id} {current(around.guides.flows[at.flow_id], at.walk).id}"


def _who_acts(visit: Visit, tr: Translator) -> Control:
    """The folded row: most steps need nothing of it, and the resident has seven things to look at."""
    return Control(StaffDo.UNFOLD, tr("assist.unfold", acts=tr(f"assist.acts_{visit.actor}")), "down")


def short_notice(visit: Visit, tr: Translator) -> str:
    """What is counted, in one sentence at the first step of whoever was told no more; empty elsewhere."""
    assist = visit.assist
    shown = assist is not None and assist.told_briefly and visit.assisted_by
    here = isinstance(visit.stage, (*INSIDE_A_GUIDE, PickGuide))
    return tr("assist.notice_short") if shown and here else ""


def _notice(tr: Translator, stage: AssistNotice, helpers: tuple[Helper, ...]) -> OverviewProps:
    """The two answers are alike, and none is chosen beforehand. They stand among the helpers: on every page
    of the notice, however large its letters. So the question is its title, and they say themselves what they
    answer; the voice asks again after what one must know.
    """
    rows = SHORT_NOTICE if stage.short else NOTICE
    yes, no = (f"assist.{answer}" for answer in ("yes", "no"))
    answers = (Control(StaffDo.NOTICE_YES, tr(yes), "check"), Control(StaffDo.NOTICE_NO, tr(no), "cross"))
    page = fact_list(
        tr,
        "assist.notice.short" if stage.short else "assist.notice",
        heading=tr("assist.notice_question"),
        icon="info",
        facts=tuple(Control(None, " ".join(tr(f"assist.notice_{key}") for key in row)) for row in rows),
        helpers=helpers,
        on_a_card=False,
    )
    return replace(page, bar=(*answers, *page.bar), spoken_last=said_of_the_bar(answers))


def _comfort(tr: Translator, around: Surroundings) -> Page:
    ways = tuple(Control(ChoosePreset(one), tr(f"preset.{one}")) for one in presets_here(around))
    languages = tuple(
        Control(ChooseLanguage(code), name) for code, name in LANGUAGE_NAMES.items() if code != tr.language
    )
    skip = Control(Do.SKIP, tr("assist.as_it_is"), "next", kind="plain")
    return replace(_asking(tr, "comfort", "adjust", (*ways, *languages)), primary=skip)


USUAL = (
    "vneid-cai-dat", "vneid-kich-hoat", "dvc-dang-nhap", "ihanoi-cai-dang-nhap", "vneid-tich-hop-giay-to",
    "lua-dao-nhan-biet", "dvc-nop-ho-so", "vneid-quen-mat-khau",
)  # fmt: skip
"""Offered first where the log does not know better, so that one touch opens them: what the ward's campaign
names (a digital identity, the portal, iHanoi), then what most often goes wrong with it.
"""


READ_OUT = 4
"""So many titles of all guides are read by themselves: all 61 take two and a half minutes. The others are
read where they are touched or come to, on a page that is turned to, and by *Nghe lại*.
"""


def _guides(tr: Translator, stage: PickGuide, around: Surroundings) -> Page:
    """The tiles of the first screen, and typing in the strip; behind them the list of all, with what visits
    are likely about on its first page. What stands far down there is nearer by its topic.
    """
    comfort = Control(StaffDo.COMFORT_CARD, tr("assist.comfort"), "adjust")
    match stage.of:
        case "":
            page = _picking(tr, stage, need_tiles(tr, around))
            listed = Control(StaffDo.ALL_GUIDES, tr("assist.all_guides"), "document")
            return replace(page, template="needs", bar=(comfort, listed, *page.bar))
        case "all":
            by_topic = Control(StaffDo.BY_TOPIC, tr("assist.by_topic"), "home")
            titles = tuple(_guide(flow, tr, "") for flow in _likeliest_first(around))
            silent = (title._replace(when_asked=True) for title in titles[READ_OUT:])
            page = _picking(tr, stage, (*titles[:READ_OUT], *silent))
            asked = tr("assist.pick_all_heading", count=len(titles))
            return replace(page, heading=asked, bar=(comfort, by_topic, *page.bar), dense=True)
        case "topics":
            topics = (topic for topic in TOPICS if around.guides.of_topic(topic))
            tiles = (Control(OpenTopic(one), tr(f"topic.{one}"), TOPIC_ICONS[one]) for one in topics)
            return _picking(tr, stage, tuple(tiles))
        case topic:
            choices = (_guide(flow, tr, TOPIC_ICONS[topic]) for flow in around.guides.of_topic(topic))
            page = _picking(tr, stage, tuple(choices))
            page = replace(page, sentence=tr(f"topic.{topic}"), drawing="steps/with-helper")
            # in larger letters long words fit no half of an upright panel
            return replace(page, template="choice" if around.panel.upright else "home")


def _likeliest_first(around: Surroundings) -> list[Flow]:
    flows = [flow for topic in TOPICS for flow in around.guides.of_topic(topic)]
    usual = {flow: at for at, flow in enumerate(USUAL)}
    return sorted(
        flows, key=lambda flow: (-around.point.opened.get(flow.id, 0), usual.get(flow.id, len(usual)))
    )


def _guide(flow: Flow, tr: Translator, icon: str) -> Control:
    return Control(OpenGuide(flow.id), flow.title.in_(tr.language), icon)


def _picking(tr: Translator, stage: PickGuide, choices: tuple[Control, ...]) -> Page:
    return replace(_asking(tr, "pick", "search", choices), place=f"assist.pick.{stage.of}")


def _asking(tr: Translator, key: str, icon: str, answers: tuple[Control, ...]) -> Page:
    """In two columns: on a low panel too all answers stand on one page."""
    return Page(
        template="home",
        place=f"assist.{key}",
        language=tr.language,
        heading=tr(f"assist.{key}_heading"),
        icon=icon,
        choices=answers,
        bar=bar(tr, WITH_BACK),
    )
