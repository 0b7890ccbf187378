"""The comfort controls on the real window: one touch each, seen and heard, and nobody loses their place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.itinerary import word
from support.stage import LANDSCAPE, LAPTOP, PORTRAIT, Stage, tile_of
from support.visitor import AGAIN, DONE, DONE_HERE, DOWN, NEXT, START, Visitor, visitor
from support.window import Role

from accessibility.preferences import THEMES
from accessibility.sizes import Panel, largest_text_size
from ui.visit.stages import Overview, Stepping

COMFORT, ALL = "Chỉnh cho vừa ý", "Chỉnh từng thứ"
GUIDE = "vneid-cai-dat"
SHAPES = {"portrait": PORTRAIT, "landscape": LANDSCAPE, "laptop": LAPTOP}


@pytest.fixture
def resident(drawing: object) -> Iterator[Visitor]:
    with visitor() as made:
        yield made


def in_view(resident: Visitor) -> list[str]:
    """The texts of the body that this page shows, from its top."""
    return [
        one.text
        for one in resident.screen.texts()
        if one.viewport is not None and one.rect.shared(one.viewport) is not None
    ]


def test_each_size_and_each_theme_is_seen_and_said(resident: Visitor) -> None:
    resident.open_guide()
    at, tallest, grounds = resident.at, set[float](), set[str]()
    for number in (2, 3, 4, 5, 1):
        resident.jump("size")
        assert resident.heard == f"Cỡ chữ {number} trong 5"
        tallest.add(max(one.font_px for one in resident.screen.texts()))
    for _ in THEMES:
        resident.jump("theme")
        look = resident.stage.theme.appearance.colours
        assert resident.heard == resident.stage.conductor.around.words.say(
            f"strip.theme_{resident.stage.conductor.visit.preferences.theme}", "vi"
        )
        shown = resident.screen.colours_in(resident.screen.rect)
        assert shown[look.paper.lower()] > 100_000
        grounds.add(f"{look.paper} {look.ink} {look.primary}")
    assert len(tallest) >= 4  # the sentence itself grows no further than 12 mm, its words do
    assert len(grounds) == len(THEMES)
    assert resident.at == at
    assert resident.stage.conductor.visit.preferences.theme == THEMES[0]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_page_one_reads_stays_on_the_screen(drawing: object, shape: str) -> None:
    panel = SHAPES[shape]
    with visitor(Stage(panel=panel)) as resident:
        ask_what_is_needed(resident)
        while not resident.screen.shows(DOWN):
            resident.jump("size")
        resident.tap(DOWN)
        before = in_view(resident)
        assert before and resident.screen.shows("Lên trên")
        resident.jump("theme")
        assert in_view(resident) == before
        for _ in ("off", "on"):  # a line beneath the strip takes some of the room
            resident.jump("speech")
            assert before[0] in in_view(resident)
        resident.jump("again")
        assert in_view(resident) == before
        resident.tap(COMFORT, ALL, DONE)
        assert resident.at == Overview(GUIDE)
        assert in_view(resident) == before


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_size_follows_what_was_on_top_is_in_view_and_back_on_top_in_the_first_size(
    drawing: object, shape: str
) -> None:
    panel = SHAPES[shape]
    with visitor(Stage(panel=panel)) as resident:
        resident.jump("begin", "topic.vneid")
        resident.stage.conductor.show(resident.stage.conductor.visit.show(Overview(GUIDE)))
        resident.settle()
        while not resident.screen.shows(DOWN):
            resident.jump("size")
        resident.tap(DOWN)
        before = in_view(resident)
        for _ in range(largest_text_size(panel)):
            resident.jump("size")
            assert before[0] in in_view(resident) or not resident.screen.shows(DOWN)
        assert in_view(resident) == before


def test_the_panel_keeps_its_page_and_its_pressed_control_in_view(resident: Visitor) -> None:
    resident.jump("begin", "comfort", "every-setting")
    for _ in range(4):
        resident.jump("size")
    for name in ("Tiếng nói: đang bật", "Màn hình yên: đang tắt", "Giữ để chọn: đang tắt"):
        if "yên" in name:
            resident.jump("touch-settings")
        resident.brought_into_view(name)
        before = resident.screen.shows("Lên trên")
        resident.tap(name)
        changed = name.replace("bật", "tắt") if "bật" in name else name.replace("tắt", "bật")
        assert resident.screen.shows(changed, Role.Button)
        assert resident.screen.shows("Lên trên") == before, name
        resident.jump("hold") if "Giữ" in name else None
    resident.tap("Quay lại")
    assert resident.screen.shows("Như lúc đầu", Role.Button)  # all of it on one page
    assert not resident.screen.shows("Xuống dưới")


# --- the spoken place -------------------------------------------------------------------------------


def ask_what_is_needed(resident: Visitor) -> None:
    """A screen that says its heading before its sentence, and fills more than a page in large letters."""
    resident.jump("begin", "topic.vneid")
    resident.stage.conductor.show(resident.stage.conductor.visit.show(Overview(GUIDE)))
    resident.settle()


def sentence_of(resident: Visitor) -> str:
    return resident.stage.conductor.page.sentence


@pytest.mark.parametrize(("action", "said"), [("size", "Cỡ chữ 2 trong 5"), ("theme", "Nền tối")])
def test_what_is_being_read_goes_on_after_it_from_the_text_it_had_come_to(
    resident: Visitor, action: str, said: str
) -> None:
    ask_what_is_needed(resident)
    whole, sentence = resident.heard, sentence_of(resident)
    assert not whole.startswith(sentence)
    resident.stage.ear.reach(sentence.split()[3])
    resident.jump(action)
    assert resident.heard == said
    resident.stage.ear.finish()
    assert resident.heard == whole[whole.index(sentence) :]
    resident.stage.ear.reach(sentence.split()[0])
    assert resident.lit == sentence.split()[0]


def test_in_the_panel_each_change_of_the_voice_is_heard_at_once_in_what_is_read_on(
    resident: Visitor,
) -> None:
    resident.jump("begin")
    resident.tap(COMFORT, ALL, "Nói nhanh chậm, to nhỏ")
    resident.stage.ear.reach("Nói to hơn")
    resident.tap("Nói chậm hơn. 4\u00a0trong\u00a07")
    assert resident.heard == "Tốc độ đọc 3 trong 7"
    resident.stage.ear.finish()
    said = resident.stage.ear.heard[-1]
    assert said.text.startswith("Nói to hơn")
    assert said.rate == 0.8


def test_what_was_read_to_its_end_is_not_begun_again(resident: Visitor) -> None:
    resident.jump("begin", "topic.vneid", f"flow.{GUIDE}")
    resident.stage.ear.finish()
    resident.jump("size")
    resident.stage.ear.finish()
    assert resident.heard == "Cỡ chữ 2 trong 5"


def test_reading_does_not_go_on_on_another_screen_or_when_the_voice_is_off(resident: Visitor) -> None:
    resident.jump("begin", "topic.vneid", f"flow.{GUIDE}")
    resident.jump("size")
    resident.jump("back")
    before = len(resident.stage.ear.heard)
    resident.stage.ear.finish()
    since = [one.text for one in resident.stage.ear.heard[before:]]
    assert since == [word("go_on.overleaf", label=word("scroll.down"))], (
        "that there is more, and nothing read"
    )
    resident.tap(AGAIN)
    resident.jump("speech")
    resident.stage.ear.finish()
    assert resident.heard == "Cháu không đọc to nữa."


# --- the largest size -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("panel", "low"), [(PORTRAIT, False), (PORTRAIT, True), (LANDSCAPE, False), (LAPTOP, False)]
)
def test_in_the_largest_size_a_guide_is_read_and_gone_through_by_touch(
    drawing: object, panel: Panel, low: bool
) -> None:
    with visitor(Stage(panel=panel)) as resident:
        resident.tap(START)
        if low:
            resident.tap(COMFORT, ALL, "Tay và cách chạm", "Màn hình thấp: đang tắt", "Quay lại", DONE)
        largest = largest_text_size(panel.lowered() if low else panel)
        for _ in range(largest - 1):
            resident.jump("size")
        assert resident.heard == f"Cỡ chữ {largest} trong {largest}"
        flow = resident.stage.library.flows["vneid-kich-hoat"]
        resident.tap(*resident.to_topic(flow.topic), tile_of(flow))
        for _ in range(40):
            if resident.screen.shows(DONE_HERE):
                break
            assert isinstance(resident.at, Stepping)
            assert all(resident.reads(text) for text in (resident.step.say.vi,))
            choices = resident.stage.conductor.page.choices
            resident.tap(NEXT if resident.screen.shows(NEXT) else choices[0].label)
        resident.tap("Hài lòng")
        assert isinstance(resident.at, Stepping)
        assert (resident.at.face, resident.stage.conductor.visit.finished) == ("good", (flow.id,))
