"""What the guides on scams, emergencies, codes and the portal teach holds: walked, judged by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from support.guides import asking, shipped, shipped_flows, training
from support.paths import enumerate_paths

from flows.guide.flow import Flow
from flows.guide.logged import asks_privately, hides_answer
from flows.guide.steps import Check, Choose, End, Say, Step, ToFlow, ToStep
from flows.guide.texts import step_texts
from flows.guide.walk import Walk, begin, current, follow, route

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
    assert len(asked) == 5
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
        "Ảnh con cháu bị bắt",
        "Nhóm đầu tư",
        "lấy lại tiền",
        "Bác sĩ gọi điện bán thuốc",
    ):
        assert story in told


def test_every_story_ends_with_the_one_rule() -> None:
    met = 0
    for steps, _ in walks(SCAM):
        if "ho-noi-la-ai" in steps and steps[-1] == "xong":
            assert {"cup-may", "dong-cua"} & {*steps}, steps  # who stands at the door has not called
            met += 1
    assert met > 10
    rule = SCAM.steps["cup-may"].say.vi
    assert all(word in rule for word in ("đòi tiền", "đòi mã", "cài ứng dụng", "cúp máy"))


def test_no_guide_has_anybody_ask_a_caller_for_a_summons() -> None:
    for flow in (*FLOWS.values(), *training().flows.values()):
        for step in flow.steps.values():
            said = " ".join(words.vi for _, words in step_texts(step))
            assert not re.search(r"(?:gửi|cho xem) giấy mời (?:nhé|đi)|nói: “[^”]*giấy mời", said), (
                flow.id,
                step.id,
            )
    told = SCAM.steps["cong-an-gui-giay"].say
    assert "đưa tận tay" in told.vi and "Zalo là giả" in told.vi and told.vi.endswith("Bác cúp máy.")
    assert "Hang up." in told.in_("en") and "Raccrochez." in told.in_("fr")


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
    "https://nop-phat.top?dichvucong.gov.vn",
    "https://nop-phat.top#.gov.vn",
    "nop-phat.top#dichvucong.gov.vn",
    "https://nop-phat.top\\dichvucong.gov.vn",
    "https://ai-do@nop-phat.top?x.gov.vn",
    "dichvucong.com.vn",
]


SIGNS = {"dấu hỏi": "?", "dấu thăng": "#", "a còng": "@", "gạch ngược": "\\"}


def passes_as_taught(address: str, *, tells_no_slash: bool) -> bool:
    """Whether somebody touches the address who does just what each step of co-ban-quet-qr *says*.

    Not what its example says: that is heard only by who asks for more. *tells_no_slash*: whoever sees no
    slash says so (Tôi chưa hiểu); the other simply reads on.
    """
    flow = FLOWS["co-ban-quet-qr"]
    step = flow.steps["bo-https"]
    while step.id not in ("cham-mo", "dong-lai"):
        ways = {edge.id: edge.target for edge in step.edges}
        way = "next"
        if "chữ https" in step.say.vi:
            address = address.removeprefix("https://")
        if isinstance(step, Check):
            way = "choice.yes" if answer(step.say.vi, address) else "choice.no"
        elif "đến dấu gạch chéo đầu tiên thì dừng" in step.say.vi:
            if "/" not in address and tells_no_slash:
                way = "stuck.khong-co-gach"
            address = address.partition("/")[0]
        target = ways[way]
        assert isinstance(target, ToStep), (step.id, way)
        step = flow.steps[target.step_id]
    return step.id == "cham-mo"


def answer(question: str, part: str) -> bool:
    """What is true of the *part* of an address that was read."""
    if ending := re.search(r"kết thúc bằng “([^”]+)”", question):
        return part.endswith(ending[1])
    if whole := re.search(r"cả dòng có đúng là (\S+) không", question):
        return part == str(whole[1])
    named = [sign for name, sign in SIGNS.items() if name in question]
    assert named, question
    return any(sign in part for sign in named)


@pytest.mark.parametrize("tells_no_slash", [True, False])
@pytest.mark.parametrize("address", TRUE)
def test_a_true_address_passes_the_test_that_is_taught(address: str, tells_no_slash: bool) -> None:
    assert passes_as_taught(address, tells_no_slash=tells_no_slash)


@pytest.mark.parametrize("tells_no_slash", [True, False])
@pytest.mark.parametrize("address", FALSE)
def test_a_false_address_fails_the_test_that_is_taught(address: str, tells_no_slash: bool) -> None:
    assert not passes_as_taught(address, tells_no_slash=tells_no_slash)


@pytest.mark.parametrize("flow_id", ["dvc-dang-nhap", "dvc-nop-phi"])
def test_the_part_before_the_first_slash_is_looked_for_behind_https(flow_id: str) -> None:
    told = [
        words
        for step in FLOWS[flow_id].steps.values()
        for _, words in step_texts(step)
        if "dấu gạch chéo đầu tiên" in words.vi
    ]
    assert told
    for words in told:
        assert all("https://" in words.in_(one) for one in FLOWS[flow_id].languages), words.vi


def test_no_guide_calls_an_ending_false_that_a_page_it_sends_to_has() -> None:
    """The bus card is applied for on vedientuonline.com.vn."""
    warned = [warning.text for flow in shipped_flows() for warning in flow.warnings]
    for text in warned:
        assert not re.search(r"đuôi[^.]*\bcom\b|\.com\b", f"{text.vi} {text.en} {text.fr}"), text.vi


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
    assert not re.search(r"\b[Tt]ouch", f"{step.simpler.en} {step.simpler.fr}")


def test_money_is_sent_before_the_guide_says_that_it_is_over() -> None:
    ended = [steps for steps, _ in walks(FLOWS["co-ban-quet-qr"]) if steps[-1] == "tra-xong"]
    assert ended
    assert all(steps.index("so-tien-dung-khong") < steps.index("tu-chuyen") for steps in ended)


# --- whoever was scammed, or lost the phone -----------------------------------------------------


@cache
def scammed() -> list[tuple[list[str], tuple[str, ...]]]:
    return list(walks(FLOWS["lua-dao-da-mac"]))


URGENT_FIRST = [
    "tat-nguon", "goi-ngan-hang", "goi-khoa-vneid", "ra-ngan-hang", "gom-bang-chung",
    "ra-cong-an", "bao-nguoi-quen", "vneid-the-nao", "xong",
]  # fmt: skip


def test_whoever_just_lost_money_is_asked_little_and_told_what_is_urgent_first() -> None:
    """It had 40,009 ways: each measure that could be skipped doubled them. At the bank there are five."""
    flow = FLOWS["lua-dao-da-mac"]
    assert sum(1 for _ in enumerate_paths(flow)) <= 1100
    assert len({tuple(steps) for steps, _ in scammed()}) <= 30
    met = set[str]()
    for steps, path in scammed():
        assert sum(isinstance(flow.steps[step], Check | Choose) for step in steps) <= 3, path
        if steps[-1] != "chua-mat-gi":
            told = [step for step in steps if step in URGENT_FIRST]
            assert told == [step for step in URGENT_FIRST if step in told], path
            assert {"goi-khoa-vneid", "gom-bang-chung", "ra-cong-an", "bao-nguoi-quen"} <= set(told), path
            met |= set(told)
    assert met == set(URGENT_FIRST)
    assert flow.steps["gom-bang-chung"].say.vi.startswith("Bác đừng xóa tin nhắn.")


def test_only_who_was_told_to_switch_off_hears_of_the_phone_that_stays_off() -> None:
    off = on = 0
    for steps, path in scammed():
        if "tat-nguon" in steps:
            off += "dung-xoa-app" in steps
        else:
            assert "dung-xoa-app" not in steps, path
            on += "doi-mat-khau" in steps
    assert off and on


def test_who_locked_vneid_has_it_unlocked_before_the_password_is_changed() -> None:
    flow, locked, opened = FLOWS["lua-dao-da-mac"], 0, 0
    for steps, path in scammed():
        if "choice.khoa" in path:
            assert "doi-mat-khau" not in steps and "xin-mo-khoa" in steps, steps
            locked += 1
        elif "doi-mat-khau" in steps:
            assert "choice.mo" in path, steps
            opened += 1
    assert locked and opened
    last = flow.steps["xin-mo-khoa"]
    assert "xin công an phường mở khóa" in last.say.vi
    assert "2 ngày làm việc" in last.say.vi.replace("\u00a0", " ")
    assert ToFlow("vneid-quen-mat-khau") in {edge.target for edge in last.edges}


def test_who_has_no_vneid_is_told_of_no_password_of_it() -> None:
    ended = [steps for steps, path in scammed() if "choice.khong-co" in path]
    assert ended and not any({"doi-mat-khau", "doi-passcode"} & set(steps) for steps in ended)


def test_a_sim_moved_to_a_safe_phone_leads_to_its_verification() -> None:
    flow, met = FLOWS["lua-dao-da-mac"], 0
    for steps, _ in scammed():
        if "tat-nguon" in steps and isinstance(flow.steps[steps[-1]], End):
            assert "sim-may-khac" in steps, steps
            assert ToFlow("sim-xac-thuc") in {edge.target for edge in flow.steps[steps[-1]].edges}
            met += 1
    assert met
    assert "xác thực lại khuôn mặt" in flow.steps["sim-may-khac"].say.vi


def test_who_lost_the_phone_is_not_told_to_switch_it_off_or_that_nothing_is_lost() -> None:
    """The guide on lost phones calls the bank itself; the one on scams only leads back to it."""
    lost, called = FLOWS["vneid-doi-may"], 0
    for step in lost.steps.values():
        assert ToFlow("lua-dao-da-mac") not in {edge.target for edge in step.edges}, step.id
    for steps, path in walks(lost):
        if "choice.mat-may" in path and isinstance(lost.steps[steps[-1]], End):
            assert "co-ngan-hang" in steps, steps
            called += "goi-ngan-hang" in steps
    assert called
    assert "số in trên thẻ ngân hàng" in lost.steps["goi-ngan-hang"].say.vi
    asked = FLOWS["lua-dao-da-mac"].steps["da-lam-gi"]
    assert ToFlow("vneid-doi-may") in {edge.target for edge in asked.edges}


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
    flow, met = FLOWS["khan-cap"], 0
    advice = ["dot-quy-115", "dot-quy-dia-chi", "may-gio-bi", "khong-an-uong"]
    for steps, path in walks(flow):
        if "choice.dot-quy" in path:
            assert [step for step in steps if step in advice] == advice, steps
            met += 1
        else:
            assert not {"may-gio-bi", "khong-an-uong", "rang-gia"} & set(steps), steps
    assert met
    assert "mấy giờ" in flow.steps["may-gio-bi"].say.vi
    assert "không cho ăn, uống" in flow.steps["khong-an-uong"].say.vi


OF_THEIR_OWN = {
    "choice.hoc": ["hoc-115"], "choice.chay-mau": ["mau-115", "goi-115"], "choice.ngo-doc": ["doc-115"],
    "choice.bi-danh": ["bi-danh-113", "goi-111"], "choice.lac": ["lac-113", "quen-duong"],
    "choice.ga": ["ga-goi-114", "goi-114", "cuu-nan-114"], "choice.thien-tai": ["goi-112"],
    "choice.tre-em": ["goi-111"], "choice.khong-muon-song": ["goi-nguoi-nha", "nguoi-khac-113"],
}  # fmt: skip
"""By what has happened the steps that bring somebody, or help oneself: every way meets one of them."""


def test_each_danger_has_steps_of_its_own_and_none_meets_thieves() -> None:
    flow = FLOWS["khan-cap"]
    for answer, calls in OF_THEIR_OWN.items():
        on_it = [steps for steps, path in walks(flow) if answer in path]
        assert on_it and all(set(calls) & set(steps) and "goi-113" not in steps for steps in on_it), answer
    for first, then in (
        (["hoc-vo-lung", "hoc-ep-bung"], "hoc-115"), (["mau-ep"], "mau-115"),
        (["ga-khong-bat", "ga-khoa-van", "ga-ra-ngoai"], "ga-goi-114"),
        (["doc-115"], "doc-khong-non"), (["doc-khong-non"], "doc-giu-vo"),
    ):  # fmt: skip
        usual = [steps for steps, path in walks(flow) if then in steps and not _stuck(path)]
        assert usual, then
        for steps in usual:
            assert [step for step in steps[: steps.index(then)] if step in first] == first, steps


def _stuck(path: tuple[str, ...]) -> bool:
    return any(edge.startswith("stuck.") for edge in path)


def test_who_wants_to_die_has_somebody_beside_them_before_anything_else() -> None:
    """Never a list; family, 115 where something was swallowed, then the line with its hours, a person lit."""
    flow = FLOWS["khan-cap"]
    own = ["ngoi-lai", "goi-nguoi-nha", "da-nuot-gi", "ngay-mai", "ngay-mai-goi", "o-cung-nguoi"]
    on_it = [(steps, path) for steps, path in walks(flow) if "ngoi-lai" in steps and not _stuck(path)]
    swallowed = [steps for steps, path in on_it if {"choice.yes", "choice.not-sure"} & set(path)]
    calm = [steps for steps, path in on_it if "choice.no" in path]
    assert swallowed and all("doc-115" in steps and "ngay-mai-goi" not in steps for steps in swallowed)
    assert calm and all(steps[-len(own) :] == own for steps in calm)
    assert all(flow.steps[step].not_alone for step in own)
    assert not any(isinstance(flow.steps[step], Choose) for step in own)
    assert flow.steps["ngoi-lai"].say.vi.startswith("Bác ngồi lại đây với cháu.")
    said = " ".join(flow.steps[step].say.vi for step in ("ngay-mai", "ngay-mai-goi"))
    for fact in ("thứ tư đến chủ nhật", "13 giờ", "20 giờ 30", "096 306 1414"):
        assert fact in said.replace("\u00a0", " ")
    source = flow.sources["NM"]
    assert source.url.startswith("https://duongdaynongngaymai.vn/") and source.kind == "official"


@pytest.mark.parametrize("query", ["méo mồm", "meo mom noi ngong", "tai biến", "liệt nửa người"])
def test_the_signs_of_a_stroke_find_the_emergency_numbers(query: str) -> None:
    assert asking().ask(query).guides[0].id == "khan-cap"


# --- the portal, and what is asked there --------------------------------------------------------


def test_where_the_page_wants_money_the_address_and_staff_come_before_paying() -> None:
    flow, paid = FLOWS["dvc-nop-phi"], 0
    for steps, _ in walks(flow):
        if "cham-thanh-toan" in steps:
            before = steps[: steps.index("cham-thanh-toan")]
            assert {"dung-trang-khong", "phi-gi", "hoi-can-bo-truoc"} <= set(before)
            paid += 1
    assert paid


def test_the_guide_shows_both_wordings_of_the_sign_in_button() -> None:
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


PRICE = "Gọi 1900, bác mất tiền cước."


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
    assert all(asks_privately(step) for step in asked)
    if flow_id != "lua-dao-nhan-biet":  # whether the call goes on may be told; which story it was may not
        assert hides_answer(flow, begin(flow))


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


def test_no_two_statements_one_after_the_other_share_a_picture() -> None:
    """Three of them had one: press the red button."""
    shared = [
        (flow.id, step.id, after.id)
        for flow in FLOWS.values()
        for step in flow.steps.values()
        for edge in step.edges
        if isinstance(step, Say) and edge.id == "next" and isinstance(edge.target, ToStep)
        if isinstance(after := flow.steps[edge.target.step_id], Say)
        if (step.picture, step.drawing) == (after.picture, after.drawing)
    ]
    assert shared == []
