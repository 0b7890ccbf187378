"""What the guides on allowances, insurance, residence and identity cards tell somebody in a given situation.

Each walk stands for somebody whom an earlier version sent away, or sent to the wrong desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support.guides import shipped

from flows.guide.steps import Check, Choose, DoStep, End, HandOver, Step, Target, ToFlow, ToPerson
from flows.guide.texts import step_texts
from flows.guide.walk import Leaves, Walk, begin, current, follow
from flows.guide.words import Words

GUIDES = shipped().flows
OURS = (
    "bhxh-vssid", "can-cuoc-cap-lai", "cong-an-thu-tuc", "cu-tru-luu-tru", "cu-tru-tam-tru", "ho-ngheo",
    "huu-tri-xa-hoi", "khong-smartphone", "khuyet-tat", "vneid-an-sinh",
)  # fmt: skip


def walked(guide: str, **answers: str) -> tuple[list[Step], Target | None]:
    """The steps somebody comes past who answers so, and where the guide sends them at last, if it does.

    Questions are named with `_` for `-`; everything else is walked by its *next*.
    """
    flow = GUIDES[guide]
    walk = begin(flow)
    passed = [current(flow, walk)]
    while not isinstance(passed[-1], End | HandOver):
        asks = isinstance(passed[-1], Check | Choose)
        edge = f"choice.{answers[passed[-1].id.replace('-', '_')]}" if asks else "next"
        after = follow(flow, walk, edge)
        if isinstance(after, Leaves):
            return passed, after.target
        assert isinstance(after, Walk) and len(passed) < 60
        walk = after
        passed.append(current(flow, walk))
    return passed, None


def ids(steps: list[Step]) -> list[str]:
    return [step.id for step in steps]


def plain(words: Words | None) -> str:
    """The Vietnamese, its blanks ordinary ones."""
    return words.vi.replace("\u00a0", " ") if words is not None else ""


def vietnamese(step: Step) -> str:
    return "\n".join(plain(words) for _, words in step_texts(step))


def buttons(steps: list[Step]) -> list[str]:
    """The labels that are touched on the drawn phone, in order."""
    return [
        element.label
        for step in steps
        if step.picture is not None
        for element in step.picture.elements
        if element.highlight and element.label is not None
    ]


# --- allowances ---------------------------------------------------------------------------------


@pytest.mark.parametrize("age", ["duoi-70", "70-74", "tu-75"])
def test_a_poor_person_whom_nobody_supports_is_sent_to_the_social_allowance_at_any_age(age: str) -> None:
    steps, _ = walked("huu-tri-xa-hoi", tuoi=age, ho_ngheo_khong="yes", co_nguoi_nuoi="no")
    assert isinstance(steps[-1], HandOver)
    assert "trợ cấp xã hội hằng tháng" in steps[-1].say.vi


@pytest.mark.parametrize(
    "answers", [{"ho_ngheo_khong": "no"}, {"ho_ngheo_khong": "yes", "co_nguoi_nuoi": "yes"}]
)
def test_who_is_too_young_for_the_pension_is_sent_to_ask_for_something_else(answers: dict[str, str]) -> None:
    steps, _ = walked("huu-tri-xa-hoi", tuoi="duoi-70", **answers)
    assert isinstance(steps[-1], HandOver), "an end would send them home"
    assert "khoản khác" in steps[-1].say.vi and "phường" in steps[-1].say.vi


@pytest.mark.parametrize(("poor", "supported"), [("no", ""), ("yes", "yes")])
def test_somebody_of_75_without_a_pension_hears_the_amount_and_that_it_may_be_more(
    poor: str, supported: str
) -> None:
    steps, _ = walked(
        "huu-tri-xa-hoi", tuoi="tu-75", ho_ngheo_khong=poor, co_nguoi_nuoi=supported, luong_huu="khong",
        nop_cach_nao="tai-phuong",
    )  # fmt: skip
    amount = next(step for step in steps if "650.000" in step.say.vi)
    assert amount.example is not None and "có thể được hơn" in amount.example.vi


def test_who_draws_an_insurance_allowance_is_asked_about_it_and_may_answer_not_sure() -> None:
    question = GUIDES["huu-tri-xa-hoi"].steps["luong-huu"]
    assert "trợ cấp bảo hiểm xã hội hằng tháng" in question.say.vi
    assert question.example is not None and "mất sức lao động" in question.example.vi
    _, leads_to = walked(
        "huu-tri-xa-hoi", tuoi="tu-75", ho_ngheo_khong="no", luong_huu="not-sure", co_nguoi_nuoi=""
    )
    assert isinstance(leads_to, ToPerson)


def test_every_amount_is_in_a_step_that_names_its_source() -> None:
    for guide in OURS:
        for step in GUIDES[guide].steps.values():
            if re.search(r"\d\.000", vietnamese(step)):
                assert step.sources, (guide, step.id)


def test_the_poor_household_guide_says_first_when_the_ward_reviews() -> None:
    first = GUIDES["ho-ngheo"].steps[GUIDES["ho-ngheo"].start]
    assert "tháng 9" in first.say.vi and "tháng 12" in first.say.vi and first.sources


def test_a_complaint_is_written_in_one_step_and_handed_in_in_the_next() -> None:
    steps, _ = walked("ho-ngheo", nop_cach_nao="tai-phuong", dong_y_khong="no")
    assert ids(steps)[-3:] == ["kien-nghi", "nop-kien-nghi", "da-kien-nghi"]
    assert "nộp" not in steps[-3].say.vi


def test_a_severe_disability_leads_past_the_free_card_and_the_carers_support_to_the_ward() -> None:
    steps, _ = walked("khuyet-tat", lan_dau_hay_cap_lai="lan-dau", dong_y="yes", muc_nang="yes")
    said = [step.say.vi for step in steps]
    assert any("thẻ bảo hiểm y tế miễn phí" in one for one in said)
    assert any("chăm sóc" in one and "hằng tháng" in one for one in said)
    assert isinstance(steps[-1], HandOver)


def test_a_mild_disability_is_told_of_the_citys_help_with_insurance() -> None:
    steps, _ = walked("khuyet-tat", lan_dau_hay_cap_lai="lan-dau", dong_y="yes", muc_nang="no")
    assert any("bảo hiểm y tế" in step.say.vi and "Hà Nội" in step.say.vi for step in steps)


def test_who_does_not_agree_with_the_level_may_ask_for_another_look() -> None:
    steps, _ = walked("khuyet-tat", lan_dau_hay_cap_lai="lan-dau", dong_y="no")
    assert isinstance(steps[-1], HandOver) and "xem lại" in steps[-1].say.vi


def test_an_allowance_for_an_elder_or_a_disabled_person_opens_its_own_guide_at_once() -> None:
    assert walked("tro-cap-xa-hoi", cho_ai="nguoi-gia")[1] == ToFlow("huu-tri-xa-hoi")
    assert walked("tro-cap-xa-hoi", cho_ai="khuyet-tat")[1] == ToFlow("khuyet-tat")


def test_who_marries_is_told_that_the_paper_is_no_longer_asked_for() -> None:
    steps, _ = walked("dvc-ho-tich", cho_ai="cho-minh", dang_nhap="yes", giay_gi="hon-nhan", de_ket_hon="yes")
    assert isinstance(steps[-1], End) and "không phải nộp" in steps[-1].say.vi


@pytest.mark.parametrize(
    ("about", "made", "last"),
    [
        ("chin-so", "", "chung-minh-chin-so"),
        ("tuoi-60", "yes", "tu-58-dung-mai"),
        ("tuoi-60", "no", "doi-tai-cong-an"),
    ],
)
def test_an_old_nine_digit_card_and_a_sixtieth_birthday_are_answered(
    about: str, made: str, last: str
) -> None:
    steps, _ = walked("can-cuoc-cap-lai", chuyen_gi="khac", viec_khac=about, lam_tu_58=made)
    assert steps[-1].id == last


def test_money_and_number_come_before_vneid_where_a_phone_is_lost() -> None:
    steps, _ = walked("vneid-doi-may", tinh_huong="mat-may", co_ngan_hang="yes", co_may_moi="no")
    assert ids(steps)[1:5] == ["co-ngan-hang", "goi-ngan-hang", "bao-nha-mang", "goi-khoa"]


@pytest.mark.parametrize("guide", ["huu-tri-xa-hoi", "ho-ngheo"])
def test_who_cannot_file_online_is_led_to_the_guide_that_shows_it_step_by_step(guide: str) -> None:
    answers = {"tuoi": "tu-75", "ho_ngheo_khong": "no", "co_nguoi_nuoi": "", "luong_huu": "khong"}
    steps, leads_to = walked(guide, **answers, nop_cach_nao="tren-mang", nop_tren_mang="no")
    assert leads_to == ToFlow("dvc-nop-ho-so"), ids(steps)


# --- what it costs ------------------------------------------------------------------------------


def test_no_guide_of_ours_says_that_paper_always_costs_a_fee_and_who_is_exempt_is_named() -> None:
    warnings = [plain(one.text) for one in GUIDES["khong-smartphone"].warnings]
    assert not [one for one in warnings if "vẫn phải đóng" in one]
    fee = next(one for one in warnings if "lệ phí" in one)
    assert all(group in fee for group in ("từ 60 tuổi", "khuyết tật", "hộ nghèo", "được miễn"))


@pytest.mark.parametrize("guide", OURS)
def test_a_step_that_sends_to_a_1900_number_says_that_the_call_costs_money(guide: str) -> None:
    for step in GUIDES[guide].steps.values():
        if isinstance(step, DoStep | HandOver) and "1900" in step.say.vi:
            assert "Gọi 1900, bác mất tiền cước." in plain(step.say), step.id


@pytest.mark.parametrize(
    ("guide", "step"), [("can-cuoc-cap-lai", "gui-ho-so"), ("cu-tru-tam-tru", "gui-yeu-cau")]
)
def test_a_phone_that_asks_for_money_is_stopped_at_and_the_exempt_are_named(guide: str, step: str) -> None:
    asked = next(edge for edge in GUIDES[guide].steps[step].edges if edge.id == "stuck.may-hoi-tien")
    assert isinstance(asked.target, ToPerson) and asked.advice is not None
    assert "khoan trả" in asked.advice.vi and "miễn" in asked.advice.vi and "khuyết tật" in asked.advice.vi


# --- identity cards and licences ----------------------------------------------------------------

NEW_CARD = {
    "ten_the": "can-cuoc",
    "con_han": "yes",
    "mat_the_lam_khi_nao": "tu-7-2024",
    "the_mat_con_han": "yes",
    "muc_2_chua": "yes",
    "cho_ai": "ban-than",
    "dung_chua": "yes",
}


def test_who_has_lost_the_card_is_led_from_the_police_guide_to_the_one_on_replacing_it() -> None:
    _, leads_to = walked("cong-an-thu-tuc", viec_gi="can-cuoc", viec_can_cuoc="mat-hong")
    assert leads_to == ToFlow("can-cuoc-cap-lai")


@pytest.mark.parametrize("what", ["mat", "hong"])
def test_a_new_card_in_its_term_is_replaced_from_home_and_comes_by_post(what: str) -> None:
    steps, _ = walked("can-cuoc-cap-lai", chuyen_gi=what, **NEW_CARD)
    assert isinstance(steps[-1], End)
    assert buttons(steps) == [
        "VNeID", "Thủ tục hành chính", "Cấp lại thẻ căn cước", "Tạo mới yêu cầu", "Bản thân",
        "Tôi xin cam đoan…",
    ]  # fmt: skip
    assert any("gửi về nhà" in step.say.vi for step in steps)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"ten_the": "cong-dan"}, "Thẻ căn cước công dân của tôi mất hoặc hỏng, tôi xin làm thẻ mới."),
        ({"ten_the": "can-cuoc", "con_han": "no"}, "Thẻ căn cước của tôi hết hạn, tôi xin đổi."),
        ({"ten_the": "can-cuoc", "con_han": "yes", "muc_2_chua": "no"}, "Tôi xin cấp lại thẻ căn cước."),
    ],
)
def test_who_must_go_to_the_police_is_given_the_sentence_of_that_errand(
    answers: dict[str, str], sentence: str
) -> None:
    steps, _ = walked("can-cuoc-cap-lai", chuyen_gi="hong", **answers)
    assert isinstance(steps[-1], HandOver)
    assert f"“{sentence}”" in plain(steps[-1].example)


def test_who_is_over_60_learns_that_the_card_needs_no_change() -> None:
    steps, _ = walked("can-cuoc-cap-lai", chuyen_gi="het-han", khong_thoi_han="yes")
    assert isinstance(steps[-1], End) and "không phải đổi" in steps[-1].say.vi
    steps, _ = walked("can-cuoc-cap-lai", chuyen_gi="het-han", khong_thoi_han="no")
    assert isinstance(steps[-1], HandOver) and "công an" in steps[-1].say.vi


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [("muc-2", "Tôi đến làm định danh mức 2."), ("lan-dau", "Tôi đến làm thẻ căn cước.")],
)
def test_level_2_and_a_first_card_have_each_their_own_sentence_for_the_desk(
    answer: str, sentence: str
) -> None:
    steps, _ = walked("cong-an-thu-tuc", viec_gi="can-cuoc", viec_can_cuoc=answer)
    assert f"“{sentence}”" in plain(steps[-1].example)


def test_a_motorcycle_licence_has_no_term_and_a_car_licence_begins_with_the_health_certificate() -> None:
    steps, _ = walked("cong-an-thu-tuc", viec_gi="viec-khac", bang_lai="xe-may", bang_xe_may="no")
    assert isinstance(steps[-1], End) and "không hết hạn" in str(steps[-2].simpler)
    flow = GUIDES["cong-an-thu-tuc"]
    walk = begin(flow)
    for edge in ("choice.viec-khac", "choice.o-to"):
        after = follow(flow, walk, edge)
        assert isinstance(after, Walk)
        walk = after
    assert "giấy khám điện tử" in current(flow, walk).say.vi


def test_what_the_search_finds_for_permanent_residence_has_a_step() -> None:
    assert any("thường trú" in words for words in GUIDES["cong-an-thu-tuc"].asked_as)
    steps, _ = walked("cong-an-thu-tuc", viec_gi="tam-tru", viec_cu_tru="thuong-tru")
    assert isinstance(steps[-1], HandOver) and "Thường trú" in steps[-1].say.vi


def test_the_fee_is_asked_about_after_the_file_is_sent() -> None:
    steps, _ = walked(
        "cong-an-thu-tuc", viec_gi="viec-khac", bang_lai="o-to", co_thay_viec="no", dang_nhap="yes",
        khai_thong_tin="yes", nop_le_phi="no",
    )  # fmt: skip
    passed = ids(steps)
    assert passed.index("cham-nop-ho-so") < passed.index("ghi-ma") < passed.index("nop-le-phi")


# --- residence ----------------------------------------------------------------------------------


def test_a_guest_may_be_notified_by_telephone() -> None:
    steps, _ = walked("cu-tru-luu-tru", cach_bao="dien-thoai")
    assert isinstance(steps[-1], HandOver) and "gọi số điện thoại" in steps[-1].say.vi


def test_spouse_and_grandchildren_are_among_those_notified_once() -> None:
    once = next(
        edge for edge in GUIDES["cu-tru-luu-tru"].steps["thoi-han"].edges if edge.id == "stuck.nguoi-than"
    )
    kin = plain(once.label).lower()
    assert all(who in kin for who in ("ông bà", "cha mẹ", "vợ chồng", "con, cháu", "anh chị em ruột"))


def test_the_guest_notice_has_the_screens_of_its_source_in_order() -> None:
    steps, _ = walked("cu-tru-luu-tru", cach_bao="vneid", gui_xong_chua="yes")
    assert buttons(steps) == [
        "VNeID", "Thủ tục hành chính", "Thông báo lưu trú", "Cơ sở lưu trú", "Tạo mới yêu cầu",
        "Chọn thông tin", "Hà Nội", "phường Cửa Nam", "Hộ gia đình", "Tiếp tục", "Thêm người lưu trú", "Lưu",
        "Gửi yêu cầu",
    ]  # fmt: skip
    passed = ids(steps)
    assert passed.index("chon-loai-hinh") < passed.index("ten-co-so") < passed.index("tiep-tuc")


def test_temporary_residence_has_the_screens_of_its_source_and_says_how_long_it_takes() -> None:
    steps, _ = walked(
        "cu-tru-tam-tru", bao_lau="tam-tru", muc_2_chua="yes", cho_ai="ban-than", chon_ho="ho-da-co",
        kiem_tra="yes",
    )  # fmt: skip
    labels = buttons(steps)
    for label in ("Xin xác nhận qua VNeID", "Tiếp tục", "Mối quan hệ với chủ hộ", "Gửi yêu cầu"):
        assert label in labels
    assert labels.index("Tiếp tục") < labels.index("Mối quan hệ với chủ hộ")
    assert any("3 ngày làm việc" in plain(step.say) for step in steps)


@pytest.mark.parametrize(
    ("wrong", "comes_to"),
    [("chu-ho", "nhap-chu-ho"), ("chu-nha", "nhap-chu-nha"), ("quan-he", "quan-he"), ("anh", "chup-giay-to")],
)
def test_what_was_wrong_in_the_residence_form_is_where_one_comes_back_to(wrong: str, comes_to: str) -> None:
    ways = {edge.id: edge.target for edge in GUIDES["cu-tru-tam-tru"].steps["cho-nao-sai"].edges}
    assert getattr(ways[f"choice.{wrong}"], "step_id", None) == comes_to


@pytest.mark.parametrize(
    ("guide", "step"),
    [
        ("cu-tru-tam-tru", "nhap-passcode"),
        ("vneid-an-sinh", "nhap-passcode"),
        ("cu-tru-luu-tru", "chon-luu-tru"),
        ("cong-an-thu-tuc", "chon-viec"),
        ("can-cuoc-cap-lai", "cap-lai"),
    ],
)
def test_a_phone_that_asks_for_finger_or_face_instead_of_the_passcode_is_known(guide: str, step: str) -> None:
    lines = [edge for edge in GUIDES[guide].steps[step].edges if edge.id.startswith("stuck.") and edge.label]
    assert any("vân tay, khuôn mặt" in edge.label.vi for edge in lines if edge.label)


# --- insurance, titles, tone --------------------------------------------------------------------


def test_the_vssid_guide_promises_no_more_than_its_card_and_can_be_entered_with_vneid() -> None:
    flow = GUIDES["bhxh-vssid"]
    assert flow.title.vi == "Mở thẻ bảo hiểm y tế trên VssID"
    assert not [words for words in flow.asked_as if "quá trình đóng" in words]
    steps, _ = walked("bhxh-vssid", co_tai_khoan="yes", cach_dang_nhap="vneid", xem_kieu_nao="ma-qr")
    assert "Đăng nhập bằng tài khoản định danh điện tử" in buttons(steps)


def quoted_titles() -> Iterator[tuple[str, str, str, str, str]]:
    """Guide, edge, language, the title quoted where the edge leads to another guide, and that guide."""
    marks = {"vi": r"bài “([^”]+)”", "en": r"guide “([^”]+)”", "fr": r"guide «\u00a0([^»]+)\u00a0»"}
    for guide in OURS:
        for step in GUIDES[guide].steps.values():
            for edge in step.edges:
                if isinstance(edge.target, ToFlow) and edge.advice is not None:
                    for language, mark in marks.items():
                        for title in re.findall(mark, edge.advice.in_(language)):  # type: ignore[arg-type]
                            yield guide, f"{step.id}.{edge.id}", language, title, edge.target.flow_id


def test_a_quoted_title_is_the_one_on_the_screen_of_that_guide_in_every_language() -> None:
    found = list(quoted_titles())
    assert len(found) > 60
    wrong = [one for one in found if one[3] != GUIDES[one[4]].title.in_(one[2])]  # type: ignore[arg-type]
    assert wrong == []


@pytest.mark.parametrize("guide", OURS)
def test_no_step_hides_a_form_behind_the_screens_own_instructions(guide: str) -> None:
    for step in GUIDES[guide].steps.values():
        if isinstance(step, DoStep):
            assert not re.search(r"theo (?:hướng dẫn|màn hình)|nhập thông tin|gõ thông tin", step.say.vi), (
                step.id
            )


def test_what_is_said_of_poverty_and_disability_aloud_is_little_and_the_money_warning_is_never_private() -> (
    None
):
    for guide, most in (("ho-ngheo", 6), ("khuyet-tat", 9), ("huu-tri-xa-hoi", 9)):
        private = [step.id for step in GUIDES[guide].steps.values() if step.private]
        assert 0 < len(private) <= most, (guide, private)
    assert not GUIDES["ho-ngheo"].steps["can-bo-den"].private


# --- a lost card; the photos and the app for the bus --------------------------------------------


@pytest.mark.parametrize(
    ("made", "in_term", "last"),
    [
        ("tu-7-2024", "yes", "lam-lai-tai-cong-an"),
        ("tu-7-2024", "no", "doi-tai-cong-an"),
        ("truoc-7-2024", "", "hoi-cong-an"),
    ],
)
def test_who_lost_the_card_is_asked_when_it_was_made_and_never_to_read_it(
    made: str, in_term: str, last: str
) -> None:
    steps, _ = walked(
        "can-cuoc-cap-lai",
        chuyen_gi="mat",
        mat_the_lam_khi_nao=made,
        the_mat_con_han=in_term,
        muc_2_chua="no",
    )
    assert steps[-1].id == last
    assert "tháng 7 năm 2024" in plain(steps[1].say)
    for step in steps:
        assert "Trên thẻ" not in plain(step.say) and "Trên thẻ" not in plain(step.simpler), step.id
        assert step.picture is None or step.picture.scene != "paper", step.id


def test_who_has_a_damaged_card_reads_its_name_as_before() -> None:
    steps, _ = walked("can-cuoc-cap-lai", chuyen_gi="hong", ten_the="cong-dan")
    assert ids(steps) == ["chuyen-gi", "ten-the", "hoi-cong-an"]


def test_each_photo_for_the_bus_card_is_a_step() -> None:
    steps, _ = walked("the-xe-buyt", nhom="uu-tien", cach_lam="the-nhua", nhan_the="den-lay")
    photos = [
        plain(step.say)
        for step in steps
        if (step.picture is not None and step.picture.scene == "camera") or step.drawing == "face-scan"
    ]
    assert len(photos) == 3
    assert [text.count("chụp") for text in photos] == [1, 1, 1]
    for text, shown in zip(photos, ("mặt trước", "mặt sau", "chân dung"), strict=True):
        assert [part for part in ("mặt trước", "mặt sau", "chân dung") if part in text] == [shown]


def test_who_has_not_the_app_for_the_bus_is_led_to_install_it() -> None:
    _, leads_to = walked("the-xe-buyt", nhom="uu-tien", cach_lam="trong-may", cai_app="no")
    assert leads_to == ToFlow("co-ban-cai-app")
    steps, _ = walked("the-xe-buyt", nhom="uu-tien", cach_lam="trong-may", cai_app="yes")
    assert "go-so-dien-thoai" in ids(steps)
