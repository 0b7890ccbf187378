"""From what people come for to the guide: the tiles of the first screen and where each leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.pressing import named
from support.stage import SIGN, Stage, residents_guides

from accessibility.colours import colours_for, contrast
from accessibility.grounds import GROUNDS
from accessibility.picture_colours import DRAWN, REPLACED
from accessibility.preferences import THEMES, Preferences, ThemeName
from flows.guide.needs import MOST_GUIDES, Need, Needs, shipped_needs
from flows.guide.words import LANGUAGES, Language, Words
from kiosk.base import events as v
from ui.screens.attract import AttractProps
from ui.screens.derive import derive
from ui.screens.grounds import TOPIC_GROUNDS
from ui.screens.page import Page
from ui.screens.surrounding_parts import Guides, Setup
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply
from ui.visit.actions.common import Do
from ui.visit.choosing import choose
from ui.visit.open_guide import open_guide
from ui.visit.press_context import PressContext
from ui.visit.stages import HaveReady, Home, NeedGuides, Stepping, Topic, Topics
from ui.visit.visit import Visit
from ui.window.images.drawings import draw_drawing
from ui.window.images.wards_own import WardsOwn
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN)
KNOWN = PressContext(Guides(FLOWS), needs=AROUND.offered)
AT_HOME = Visit((Home(),))
INK_ON_GROUND = {"high-light": 20.0, "high-dark": 20.0, "yellow-black": 17.0}


def page(visit: Visit, language: Language = "vi", around: Surroundings = AROUND) -> Page:
    return derive(replace(visit, preferences=Preferences(language=language)), around)


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_tiles_each_with_a_picture_and_few_words(language: Language) -> None:
    tiles = page(AT_HOME, language).choices
    assert [one.slot for one in tiles] == [f"need.{one.id}" for one in shipped_needs().tiles]
    assert all(one.picture and one.ground and 0 < len(one.label.split()) <= 6 for one in tiles)
    assert [one.urgent for one in tiles] == [False, True, True, *(False,) * 5]
    assert not any(one.detail for one in tiles)  # how many guides there are is nothing to choose by


@pytest.mark.parametrize(("need", "guide"), [("cuoc-goi-la", "lua-dao-nhan-biet"), ("khan-cap", "khan-cap")])
def test_what_is_urgent_begins_with_its_first_step_in_one_press(need: str, guide: str) -> None:
    turn = apply(AT_HOME, named(f"need.{need}"), KNOWN)
    assert isinstance(turn.visit.stage, Stepping) and turn.visit.stage.flow_id == guide
    started = v.WalkStarted(guide, FLOWS[guide].content_hash, FLOWS[guide].topic, FLOWS[guide].start)
    assert turn.effects == (v.NeedChosen(need), started)
    assert apply(turn.visit, Do.BACK, KNOWN).visit.stage == Home()


def test_the_other_needs_lead_to_at_most_six_guides_with_pictures_or_to_the_topics() -> None:
    for need in shipped_needs().tiles:
        if need.urgent:
            continue
        turn = apply(AT_HOME, named(f"need.{need.id}"), KNOWN)
        assert turn.effects == (v.NeedChosen(need.id),)
        assert turn.visit.stage == (Topics() if need.leads_to_topics else NeedGuides(need.id))
        shown = page(turn.visit)
        assert need.leads_to_topics or 2 <= len(shown.choices) <= MOST_GUIDES
        assert all(one.picture and one.ground for one in shown.choices)
        assert apply(turn.visit, Do.BACK, KNOWN).visit.stage == Home()
        for one in shown.choices:
            further = apply(turn.visit, named(one.slot), KNOWN).visit.stage
            assert isinstance(further, Topic if need.leads_to_topics else (HaveReady, Stepping)), one


def test_a_health_card_is_found_under_seeing_a_doctor() -> None:
    shown = page(apply(AT_HOME, named("need.kham-benh"), KNOWN).visit)
    assert (shown.choices[0].label, shown.choices[0].slot) == (
        "Đưa thẻ bảo hiểm",
        "flow.vneid-xuat-trinh",
    )


def test_a_need_with_one_guide_opens_it() -> None:
    one = Need("a", Words("A"), "scenes/scene-health", guides=("khan-cap",))
    assert choose(AT_HOME, one, FLOWS).visit == open_guide(AT_HOME, "khan-cap", FLOWS).visit


def test_a_guide_without_short_words_has_its_title_and_without_a_picture_that_of_its_need() -> None:
    flows = {"khan-cap": replace(FLOWS["khan-cap"], picture=""), "co-ban-wifi": FLOWS["co-ban-wifi"]}
    needs = Needs((Need("a", Words("A"), "scenes/scene-health", guides=tuple(flows)),))
    shown = page(Visit((Home(), NeedGuides("a"))), around=AROUND.having(Guides(flows), Setup(needs=needs)))
    assert [(one.label, one.picture) for one in shown.choices] == [
        (FLOWS["khan-cap"].title.vi, "scenes/scene-health"),
        (FLOWS["co-ban-wifi"].title.vi, "guides/co-ban-wifi"),
    ]


@pytest.mark.parametrize("action", ["need.", "need.khong-co", "need.kham-benh.x"])
def test_a_need_that_is_not_there_changes_nothing(action: str) -> None:
    assert apply(AT_HOME, named(action), KNOWN).visit == AT_HOME


@pytest.mark.parametrize("theme", THEMES)
def test_outlines_stand_out_from_every_ground(theme: ThemeName) -> None:
    ink = REPLACED[theme].get(DRAWN["ink"], DRAWN["ink"])
    assert {*TOPIC_GROUNDS.values(), *(one.ground for one in shipped_needs().tiles)} <= set(GROUNDS[theme])
    for name, ground in GROUNDS[theme].items():
        assert contrast(ink, ground) >= INK_ON_GROUND.get(theme, 7.0), name


@pytest.mark.parametrize("theme", THEMES)
def test_marks_in_pictures_stand_out_from_every_ground(theme: ThemeName) -> None:
    """The ring by the line on either side of it, or by its own colour."""
    colours = colours_for(theme)
    for name, ground in (*GROUNDS[theme].items(), ("card", colours.card)):
        assert contrast(colours.accent, ground) >= 4.5, name
        assert max(contrast(one, ground) for one in (colours.marker, colours.marker_edge)) >= 4.5, name
        assert contrast(colours.ink, ground) >= 7, name


def test_a_ward_has_a_picture_of_its_own_drawn(tmp_path) -> None:  # type: ignore[no-untyped-def]
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 20" width="28" height="20">{}</svg>'
    (tmp_path / "cho.svg").write_text(svg.format('<path d="M0 0h28v20H0z" fill="#14284B"/>'), "utf-8")
    image = draw_drawing("ward", "cho", "light", 40, own=WardsOwn(tmp_path))
    assert (image.width(), image.height()) == (56, 40)
    assert image.pixelColor(20, 20).name() == "#14284b"


def test_choosing_a_need_is_written_down_as_the_tile_and_nothing_else() -> None:
    stage = Stage()
    stage.walk_to("begin", "need.kham-benh", "flow.vneid-xuat-trinh")
    assert ("need chosen", "kham-benh") in stage.notebook.lines


@pytest.mark.parametrize(
    ("need", "begins"),
    [("cuoc-goi-la", "lua-dao-nhan-biet"), ("khan-cap", "khan-cap"), ("kham-benh", ""), ("viec-khac", "")],
)
def test_a_touch_on_a_tile_of_the_invitation_begins_the_visit_where_it_leads(need: str, begins: str) -> None:
    stage = Stage()
    stage.walk_to(f"need.{need}")
    assert stage.notebook.lines[:2] == [("session started", "vi"), ("need chosen", need)]
    here = stage.conductor.visit.stage
    assert (here.flow_id if isinstance(here, Stepping) else "") == begins
    if begins:  # said by itself, without a touch more
        assert FLOWS[begins].steps[FLOWS[begins].start].say.vi in stage.ear.last
    stage.walk_to("back")
    assert stage.conductor.visit.stages == (Home(),)


def test_language_and_voice_are_chosen_on_the_invitation() -> None:
    stage = Stage()
    stage.walk_to("language", "language.en")
    assert stage.conductor.page.language == "en" and stage.conductor.visit.stages == (Home(),)
    stage = Stage()
    stage.walk_to("listen")
    assert stage.conductor.visit.preferences.speech_on and "Đi khám bệnh" in stage.ear.last


@pytest.mark.parametrize("action", ["need.khan-cap", "language", "listen"])
def test_nobody_begins_alone_at_a_team_s_kiosk_nor_at_a_point_that_was_not_opened(action: str) -> None:
    team = Stage(sign=SIGN._replace(kind="team"))
    first = team.conductor.page
    assert isinstance(first, AttractProps) and first.offers_needs and first.hours == ""
    assert [one.slot for one in first.bar][-1] == "staff" and "this-place" not in [
        one.slot for one in first.bar
    ]
    team.walk_to(action)
    assert not team.conductor.visit.is_logged
    refused = Stage()
    refused.conductor.surround(replace(refused.conductor.around.point, state="refused"))
    refused.walk_to(action)
    assert refused.conductor.nobody_is_here and refused.notebook.lines == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_of_what_is_urgent_says_what_to_do(language: Language) -> None:
    """Hang up; the bank where money is gone, in the guide that this answer leads to as well; the numbers."""
    bank = {"vi": "gọi ngân hàng", "en": "call your bank", "fr": "la banque"}[language]
    hang_up = {"vi": "cúp máy", "en": "hang up", "fr": "raccrochez"}[language]
    scam = page(apply(AT_HOME, named("need.cuoc-goi-la"), KNOWN).visit, language)
    assert hang_up in scam.sentence and bank in scam.sentence
    lost = apply(apply(AT_HOME, named("need.cuoc-goi-la"), KNOWN).visit, named("choice.da-lam-theo"), KNOWN)
    first = page(lost.visit, language)
    assert first.guide == "lua-dao-da-mac" and bank in first.sentence.split(".")[0].lower()
    emergency = page(apply(AT_HOME, named("need.khan-cap"), KNOWN).visit, language)
    for number, answer in zip(("113", "114", "115"), emergency.choices, strict=False):
        assert number in emergency.sentence and answer.label.startswith(number)
        assert answer.picture == f"answers/call-{number}"
