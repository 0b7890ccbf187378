"""A picture is on a page whole or not at all, and takes no line from the page before. So is a warning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.measure import measure
from support.stage import PANELS
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import Screen, scene_rect

from accessibility.card import Card, guide_mark
from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from kiosk.point.tour.staff_day import ON_DUTY, POINT
from kiosk.point.tour.staff_stops import SEN
from ui.screens.choosing import OverviewProps
from ui.visit.staff.people import Assist, AtControls
from ui.visit.staff.stages import AskObstacle, PinPad, StaffMenu, Today
from ui.visit.staff.ticket_stages import AskProblem
from ui.visit.stage import Stage
from ui.visit.stages import Attract, Goodbye, Home, Overview, Privacy, Stepping
from ui.visit.visit import Visit
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

FILL_A_PAGE = {("landscape", "en")}
"""Where the first fact about privacy is so long that no title has room beside it."""
GREETED_OVER_TWO_PAGES = {("laptop", "fr")}
"""Where the words of the tiles are longest and the panel is lowest."""
STEPS = (
    ("vneid-doi-may", "vao-ca-nhan"),
    ("cu-tru-tam-tru", "xin-xac-nhan"),
    ("co-ban-mat-khau-otp", "goi-ngan-hang"),
)


@pytest.mark.parametrize("panel", ["portrait", "laptop"])
@pytest.mark.parametrize("notice", [False, True])
def test_the_menu_of_staff_stands_on_one_page_for_whoever_may_do_most(
    drawing: object, panel: str, notice: bool
) -> None:
    with kiosk_on(panel) as kiosk:
        around = kiosk.conductor.around
        sound = replace(around.sound, no_sound=notice)
        kiosk.conductor.surround(around.sign._replace(kind="team"), sound, replace(POINT, on_duty=ON_DUTY))
        for language, size in product(LANGUAGES, (1, largest_text_size(kiosk.panel))):
            own = Preferences(language=language, text_size=size)
            kiosk.conductor.show(Visit((Attract(), StaffMenu()), own, staff=AtControls(SEN, own)))
            look = measure(kiosk.kiosk.window)
            assert len(kiosk.conductor.page.choices) >= 13
            assert look.bodies == [], (language, size)
            assert [told(one) for one in look.findings(kiosk.panel.px_per_mm)] == []


@pytest.mark.parametrize("panel", PANELS)
def test_the_pad_after_a_code_and_result_filing_and_face_stand_on_one_page_each(
    drawing: object, panel: str
) -> None:
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        for language, said in product(LANGUAGES, ("", "wrong", "scanned")):
            pad = PinPad(SEN, notice=said)  # type: ignore[arg-type]
            look = next(looks(kiosk, pad, Preferences(language=language, text_size=largest)))
            assert look.bodies == [], (language, said)
        for language, size in product(LANGUAGES, {1, largest}):
            own = Preferences(language=language, text_size=size)
            visit = visit_at(Goodbye(finished=True, guide="dvc-nop-ho-so"), own)
            assisted = replace(
                visit, finished=("dvc-nop-ho-so",), staff=AtControls(SEN), assist=Assist(SEN.id)
            )
            kiosk.conductor.show(assisted)
            look = measure(kiosk.kiosk.window)
            assert look.bodies == [], (language, size)
            assert [told(one) for one in look.findings(kiosk.panel.px_per_mm)] == []


@pytest.mark.parametrize("panel", PANELS)
def test_the_eight_needs_stay_on_one_page_beside_the_greeting_of_a_card(drawing: object, panel: str) -> None:
    brought = Card(Preferences(), (guide_mark("vneid-cai-dat"),), None)
    with kiosk_on(panel) as kiosk:
        for language in LANGUAGES:
            own = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
            kiosk.conductor.show(Visit((Home(),), own, brought=brought))
            look = measure(kiosk.kiosk.window)
            paged = (panel, language) in GREETED_OVER_TWO_PAGES
            assert kiosk.conductor.page.sentence and bool(look.bodies) == paged, language
            assert [told(one) for one in look.findings(kiosk.panel.px_per_mm)] == [], language


@pytest.mark.parametrize("panel", PANELS)
def test_what_is_in_the_way_is_chosen_from_two_pages_at_most(drawing: object, panel: str) -> None:
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        for language, asked in product(LANGUAGES, tuple[Stage, ...]((AskProblem(), AskObstacle()))):
            pages = len(list(looks(kiosk, asked, Preferences(language=language, text_size=largest))))
            assert pages <= 2, (language, asked)


@pytest.mark.parametrize("panel", [name for name, panel in PANELS.items() if panel.is_landscape])
def test_the_kiosk_s_own_questions_stand_with_their_answers_on_a_lying_panel(
    drawing: object, panel: str
) -> None:
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        for language, name in product(
            LANGUAGES, ("numbers-to-call", "own-phone-over", "doors-route", "staff-who")
        ):
            pages = list(looks(kiosk, templates()[name], Preferences(language=language, text_size=largest)))
            assert len(pages) == 1, (language, name)
            assert [told(one) for one in pages[0].findings(kiosk.panel.px_per_mm)] == [], (language, name)


@pytest.mark.parametrize("panel", PANELS)
def test_a_question_of_the_kiosk_s_own_is_on_the_page_of_its_first_answers(
    drawing: object, panel: str
) -> None:
    """Also where there are more answers than a page holds, or more to know than stands on it."""
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        for language, name in product(LANGUAGES, ("assist-notice", "result-obstacle", "doors-door")):
            look = next(looks(kiosk, templates()[name], Preferences(language=language, text_size=largest)))
            page, tr = kiosk.conductor.page, kiosk.conductor.around.tr(language)
            seen = {one.text for one in look.texts if one.visible is None or one.visible.height > 0}
            pressable = {one.name for one in look.controls}
            question = tr("assist.notice_question") if name == "assist-notice" else page.heading
            answers = page.bar[:2] if name == "assist-notice" else page.choices[:2]
            assert question in seen and {one.name for one in answers} <= pressable, (language, name)
            assert [told(one) for one in look.findings(kiosk.panel.px_per_mm)] == [], (language, name)


@pytest.mark.parametrize("panel", PANELS)
def test_the_day_stands_on_one_page(drawing: object, panel: str) -> None:
    """Staff see it in the kiosk's own letters. It took six pages upright, and nine on a laptop."""
    with kiosk_on(panel) as kiosk:
        for language in LANGUAGES:
            pages = list(looks(kiosk, Today(), Preferences(language=language)))
            assert len(pages) == 1, language
            assert [told(one) for look in pages for one in look.findings(kiosk.panel.px_per_mm)] == []


@pytest.fixture(scope="module")
def laptop(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on("laptop") as kiosk:
        yield kiosk


def of_kind(kiosk: Kiosk, kind: str) -> list[QQuickItem]:
    items = Screen(kiosk.kiosk.window).items()
    return [item for item in items if class_name(item) == kind and item.height() > 0]


def parts_shown(kiosk: Kiosk, stage: Stage, now: Preferences, kind: str) -> Iterator[tuple[float, float]]:
    """How much of each thing each page shows, and how high it is, in pixels; pages where it is not, not."""
    for _ in looks(kiosk, stage, now):
        (viewport,) = (one for one in Screen(kiosk.kiosk.window).items() if one.objectName() == "viewport")
        for item in of_kind(kiosk, kind):
            shared = scene_rect(item).shared(scene_rect(viewport))
            if shared is not None and shared.height > 0:
                yield shared.height, item.height()


@pytest.mark.parametrize(("guide", "step"), STEPS)
def test_a_picture_is_shown_whole_or_not_at_all(laptop: Kiosk, guide: str, step: str) -> None:
    stage = Stepping(guide, walks_to_every_step(guide)[step])
    now = Preferences(language="fr", text_size=largest_text_size(PANELS["laptop"]))
    found = list(parts_shown(laptop, stage, now, "StepPicture"))
    assert found and all(seen == pytest.approx(height, abs=1) for seen, height in found), found


@pytest.mark.parametrize(("guide", "step"), STEPS)
def test_no_line_that_has_room_goes_overleaf(laptop: Kiosk, guide: str, step: str) -> None:
    stage = Stepping(guide, walks_to_every_step(guide)[step])
    now = Preferences(language="fr", text_size=largest_text_size(PANELS["laptop"]))
    look = next(iter(looks(laptop, stage, now)))
    (sentence,) = (text for text in look.texts if text.text == laptop.conductor.page.sentence)
    if sentence.visible is not None and sentence.visible.height < sentence.rect.height - 1:
        (area,) = of_kind(laptop, "ScrollArea")
        (viewport,) = (one for one in Screen(laptop.kiosk.window).items() if one.objectName() == "viewport")
        left = area.property("pageRoom") - viewport.height() - viewport.y()
        assert left < laptop.theme.appearance.sizes.say_px * 1.3


@pytest.mark.parametrize(("language", "guide"), [("vi", "vneid-cai-dat"), ("fr", "vneid-muc-1")])
def test_no_page_ends_in_the_middle_of_a_warning(laptop: Kiosk, language: Language, guide: str) -> None:
    now = Preferences(language=language, text_size=largest_text_size(PANELS["laptop"]))
    found = list(parts_shown(laptop, Overview(guide), now, "FactRow"))
    assert found and all(seen == pytest.approx(height, abs=1) for seen, height in found), found


@pytest.mark.parametrize("panel", PANELS)
def test_a_list_of_facts_begins_on_the_page_of_its_title(drawing: object, panel: str) -> None:
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        for language in LANGUAGES:
            look = next(looks(kiosk, Privacy(), Preferences(language=language, text_size=largest)))
            seen = {one.text for one in look.texts if one.visible is not None and one.visible.height > 0}
            page = kiosk.conductor.page
            assert isinstance(page, OverviewProps) and page.heading in seen
            assert (page.needs[0].label in seen) != ((panel, language) in FILL_A_PAGE), language
