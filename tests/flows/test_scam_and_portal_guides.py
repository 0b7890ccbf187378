"""What the guides on scams, emergencies, codes and the portal teach holds: walked, judged by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support.guides import TODAY, shipped, shipped_flows

from flows.flow import Flow
from flows.library import TRAINING_GUIDES, load_library
from flows.proof import enumerate_paths
from flows.search import search
from flows.steps import Choose, Step
from flows.texts import step_texts
from flows.told import answers_untold, keeps_quiet
from flows.walk import Walk, begin, current, follow, route

FLOWS = shipped().flows
SCAM = FLOWS["lua-dao-nhan-biet"]
MINE = [one for one in FLOWS if one.startswith(("co-ban-", "dvc-", "lua-dao-", "khan-cap", "the-xe-buyt"))]
NONE_OF_THESE = "Không phải chuyện nào ở trên"


def walks(flow: Flow) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """The steps of every walk that ends in the guide, and the edges taken."""
    for path in enumerate_paths(flow):
        walk: Walk | object = begin(flow)
        for edge in path:
            assert isinstance(walk, Walk)
            walk = follow(flow, walk, edge)
        if isinstance(walk, Walk):
            yield [step.id for step in route(flow, walk)], path


# --- a scam call --------------------------------------------------------------------------------


def stories(flow: Flow) -> list[Step]:
    """The questions which of the told stories it was."""
    first = flow.steps["ho-noi-la-ai"]
    met = [first]
    for step in met:
        ahead = [flow.steps[edge.target.step_id] for edge in step.edges if hasattr(edge.target, "step_id")]
        met += [one for one in ahead if isinstance(one, Choose) and one not in met and one.untold]
    return met


def test_whoever_was_told_another_story_can_say_so_at_every_question() -> None:
    asked = stories(SCAM)
    assert len(asked) == 4
    for step in asked:
        labels = [edge.label.vi for edge in step.edges if edge.label]
        assert labels[-1] == NONE_OF_THESE, step.id


def test_the_stories_most_told_to_old_people_are_there() -> None:
    told = " ".join(edge.label.vi for step in stories(SCAM) for edge in step.edges if edge.label)
    for story in (
        "công an",
        "Dọa cắt điện",
        "Dọa khóa SIM",
        "Giao hàng",
        "con cháu bị tai nạn",
        "Giọng, mặt",
    ):
        assert story in told


def test_every_story_ends_with_the_one_rule() -> None:
    met = 0
    for steps, _ in walks(SCAM):
        if "ho-noi-la-ai" in steps and steps[-1] == "xong":
            assert "cup-may" in steps, steps
            met += 1
    assert met > 10
    rule = SCAM.steps["cup-may"].say.vi
    assert all(word in rule for word in ("đòi tiền", "đòi mã", "cài ứng dụng", "cúp máy"))


def test_no_guide_has_anybody_ask_a_caller_for_a_summons() -> None:
    training = load_library(TRAINING_GUIDES, TODAY, FLOWS).flows
    for flow in (*FLOWS.values(), *training.values()):
        for step in flow.steps.values():
            said = " ".join(words.vi for _, words in step_texts(step))
            assert not re.search(r"(?:gửi|cho xem) giấy mời (?:nhé|đi)|nói: “[^”]*giấy mời", said), (
                flow.id,
                step.id,
            )
    told = SCAM.steps["cong-an-gui-giay"].say
    assert "đưa tận tay" in told.vi and "Zalo là giả" in told.vi and told.vi.endswith("Bác cúp máy.")
    assert "Hang up." in told.en and "Raccrochez." in told.fr


# --- the address of a page ----------------------------------------------------------------------

TRUE = [
    "https://dichvucong.gov.vn",
    "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html",
    "dichvucong.gov.vn",
    "vneid.gov.vn/tai-ve",
    "https://thutuc.dichvucong.gov.vn/a?b=c",
]
FALSE = [
    "https://nop-phat.top/dichvucong.gov.vn",
    "nop-phat.top/dichvucong.gov.vn",
    "https://dichvucong.gov.vn.nop-phat.top",
    "dichvucong.gov.vn.nop-phat.top/dichvucong.gov.vn",
    "dichvucongs.top/vn",
    "https://dichvucong-gov.vn",
    "https://dichvuconggov.vn/home",
    "https://dichvucong.gov.vn@nop-phat.top/x",
    "nop-phat.top?dichvucong.gov.vn",
    "https://nop-phat.top#.gov.vn",
    "dichvucong.com.vn",
]


def passes_as_taught(address: str) -> bool:
    """What somebody answers who does just what co-ban-quet-qr says, in its own words."""
    steps = FLOWS["co-ban-quet-qr"].steps.values()
    taught = " ".join(words.vi for step in steps for _, words in step_texts(step))
    (asked,) = [step for step in steps if step.id == "co-gov-khong"]
    if "chữ https và hai dấu gạch chéo thì bác bỏ qua" in taught:
        address = address.removeprefix("https://")
    if "đến dấu gạch chéo đầu tiên thì dừng" in taught:
        address = address.partition("/")[0]
    signs = {"dấu hỏi": "?", "dấu thăng": "#", "a còng": "@"}
    example = asked.example.vi if asked.example else ""
    if any(sign in address for name, sign in signs.items() if name in example and "chọn “Không”" in example):
        return False
    ending = re.search(r"kết thúc bằng “([^”]+)”|đuôi ([a-z.]+)", asked.say.vi)
    assert ending, asked.say.vi
    return address.endswith(ending[1] or ending[2])


@pytest.mark.parametrize("address", TRUE)
def test_a_true_address_passes_the_test_that_is_taught(address: str) -> None:
    assert passes_as_taught(address)


@pytest.mark.parametrize("address", FALSE)
def test_a_false_address_fails_the_test_that_is_taught(address: str) -> None:
    assert not passes_as_taught(address)


@pytest.mark.parametrize("flow_id", ["co-ban-quet-qr", "dvc-dang-nhap", "dvc-nop-ho-so", "dvc-tra-cuu"])
def test_no_sentence_calls_an_address_true_by_its_ending_alone(flow_id: str) -> None:
    for step in FLOWS[flow_id].steps.values():
        for path, words in step_texts(step):
            assert not re.search(r"đuôi (?:phải )?(?:là )?“?gov\.vn|[Cc]uối địa chỉ", words.vi), (
                path,
                words.vi,
            )


def test_nobody_is_told_to_touch_a_code_that_is_on_the_screen() -> None:
    step = FLOWS["co-ban-quet-qr"].steps["ma-dan-de"]
    assert step.simpler is not None
    assert " sờ " not in step.simpler.vi
    assert not re.search(r"\b[Tt]ouch", step.simpler.en + step.simpler.fr)


def test_money_is_sent_before_the_guide_says_that_it_is_over() -> None:
    ended = [steps for steps, _ in walks(FLOWS["co-ban-quet-qr"]) if steps[-1] == "tra-xong"]
    assert ended
    assert all(steps.index("so-tien-dung-khong") < steps.index("tu-chuyen") for steps in ended)


# --- an emergency -------------------------------------------------------------------------------


def test_who_has_a_fire_goes_out_and_stays_out_before_calling() -> None:
    flow, calls = FLOWS["khan-cap"], 0
    for steps, path in walks(flow):
        if "goi-114" in steps:
            assert steps.index("ra-ngoai-truoc") < steps.index("goi-114")
            assert "dung-quay-lai" in steps or any(edge.startswith("stuck.") for edge in path)
            calls += 1
    assert calls
    assert "ra ngoài trước" in flow.steps["ra-ngoai-truoc"].say.vi
    assert "đừng quay lại" in flow.steps["dung-quay-lai"].say.vi


def test_who_may_have_a_stroke_gets_nothing_to_swallow_and_the_hour_is_told() -> None:
    flow = FLOWS["khan-cap"]
    called = [steps for steps, _ in walks(flow) if "goi-115" in steps and len(steps) > 3]
    assert called
    assert all({"may-gio-bi", "khong-an-uong"} <= set(steps) for steps in called)
    assert "mấy giờ" in flow.steps["may-gio-bi"].say.vi
    assert "không cho ăn, uống" in flow.steps["khong-an-uong"].say.vi


@pytest.mark.parametrize("query", ["méo mồm", "meo mom noi ngong", "tai biến", "liệt nửa người"])
def test_the_signs_of_a_stroke_find_the_emergency_numbers(query: str) -> None:
    assert search(shipped(), query)[0].flow.id == "khan-cap"


# --- the portal, and what is asked there --------------------------------------------------------


def test_where_the_page_wants_money_the_address_and_staff_come_before_paying() -> None:
    flow, paid = FLOWS["dvc-nop-phi"], 0
    for steps, _ in walks(flow):
        if "cham-thanh-toan" in steps:
            before = steps[: steps.index("cham-thanh-toan")]
            assert {"dung-trang-khong", "phi-gi", "hoi-can-bo-truoc"} <= set(before)
            paid += 1
    assert paid


def test_both_wordings_of_the_sign_in_button_are_known() -> None:
    step = FLOWS["dvc-dang-nhap"].steps["chon-tai-khoan"]
    assert step.example is not None
    assert "của Bộ Công an" in step.example.vi and "cấp bởi Bộ Công an" in step.example.vi
    assert step.picture is not None
    (button,) = [one.label for one in step.picture.elements if one.highlight]
    assert button == "Tài khoản định danh điện tử"  # what both begin with


@pytest.mark.parametrize("flow", shipped_flows(), ids=lambda flow: flow.id)
def test_no_guide_sends_papers_to_somebody_elses_mailbox(flow: Flow) -> None:
    for step in flow.steps.values():
        for _, words in step_texts(step):
            assert not re.search(r"(?:email|thư điện tử)[^.]*\.[^.]*dùng của con cháu", words.vi)


def test_the_last_day_of_the_old_bus_card_is_said_before_anything_is_asked() -> None:
    flow = FLOWS["the-xe-buyt"]
    first = current(flow, begin(flow))
    assert "hết năm 2026" in first.say.vi and first.example is not None
    assert "31/12/2026" in first.example.vi
    assert not isinstance(first, Choose) and first.confidence == "A"


PRICE = "Gọi số 1900 mất tiền cước, bác hỏi ngắn gọn."


@pytest.mark.parametrize("flow_id", ["lua-dao-da-mac", "co-ban-mat-khau-otp"])
def test_a_number_that_costs_money_says_so(flow_id: str) -> None:
    said = [step.say.vi.replace("\u00a0", " ") for step in FLOWS[flow_id].steps.values()]
    called = [one for one in said if "1900 0368" in one]
    assert called and all(PRICE in one for one in called)


# --- what nobody may miss -----------------------------------------------------------------------

JUDGED_SILENT: dict[tuple[str, str], str] = {}
"""Steps with a safety line that may be silent all the same, each with the reason. There is none."""


def test_a_step_with_a_safety_line_or_of_a_guide_on_safety_is_never_silent() -> None:
    """A private step is only offered on the loudspeaker; `untold` keeps its answers out of the log too."""
    silent = {
        (flow.id, step.id)
        for flow in shipped_flows()
        for step in flow.steps.values()
        if step.private and (flow.topic == "an-toan" or (step.safety and flow.id in MINE))
    }
    assert silent == set(JUDGED_SILENT)


@pytest.mark.parametrize("flow_id", ["lua-dao-da-mac", "lua-dao-nhan-biet", "khan-cap"])
def test_what_is_spoken_there_is_in_no_record_all_the_same(flow_id: str) -> None:
    flow = FLOWS[flow_id]
    asked = [step for step in flow.steps.values() if step.untold]
    assert asked
    assert all(keeps_quiet(step) for step in asked)
    if flow_id != "lua-dao-nhan-biet":  # whether the call goes on may be told; which story it was may not
        assert answers_untold(flow, begin(flow))


QUOTED = {"vi": r"bài “([^”]*)”", "en": r"guide “([^”]*)”", "fr": r"guide «\s*([^»]*?)\s*»"}


@pytest.mark.parametrize("flow_id", MINE)
def test_a_guide_is_quoted_by_the_title_that_stands_on_the_screen(flow_id: str) -> None:
    flow = FLOWS[flow_id]
    for language in flow.languages:
        titles = {one.title.in_(language) for one in FLOWS.values() if one.title.has(language)}
        for step in flow.steps.values():
            for path, words in step_texts(step):
                if words.has(language):
                    quoted = set(re.findall(QUOTED[language], words.in_(language)))
                    assert quoted <= titles, (path, language, quoted - titles)
