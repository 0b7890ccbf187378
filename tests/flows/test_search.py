"""Residents' own words find their guide, danger comes first, and what is not ours is refused.

`asking/` holds what people ask, held back from the guides; `questions.tsv` is the content team's older list.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asked import FRESH, HALVES, URGENT, alarms, asked, figures, ids, ordinary
from support.guides import asking as shipped_asking
from support.guides import shipped, training
from support.typed import WAYS_OF_TYPING, in_telex, in_vni, with_slips, without_marks

from flows.guide.fold import folded
from flows.guide.needs import shipped_needs
from flows.guide.telex import undone
from flows.search import Answer, Asking, prepare
from flows.search.slips import is_one_slip
from flows.search.terms import words_of

QUESTIONS = Path(__file__).with_name("questions.tsv")


@pytest.fixture(scope="module")
def asking() -> Asking:
    return shipped_asking()


def questions() -> list[dict[str, str]]:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_held_back_phrases_are_many_and_of_every_guide() -> None:
    many = {"situations": 200, "danger": 150, "harmless": 150, "off_topic": 100, "person": 50}
    for kind, least in many.items():
        both = [one for half in HALVES for one in asked(kind, half)]
        assert len({one.phrase for one in both}) == len(both) >= least, kind
        assert all(len(asked(kind, half)) >= len(both) / 3 for half in HALVES), kind
    assert {one.wanted for half in HALVES for one in asked("situations", half)} == {*shipped().flows}


def test_no_held_back_phrase_was_copied_into_a_guide() -> None:
    held = {one.phrase.lower() for half in HALVES for one in asked("situations", half)}
    assert held.isdisjoint(phrase.lower() for flow in shipped().flows.values() for phrase in flow.asked_as)


def test_every_guide_for_residents_is_asked_for_in_twelve_ways() -> None:
    assert [flow.id for flow in shipped().flows.values() if len(set(flow.asked_as)) < 12] == []
    assert [flow.id for flow in training().flows.values() if len(set(flow.asked_as)) < 6] == []


FLOORS = {
    "tuning": {
        "plain": {
            "first": 0.93,
            "three": 0.98,
            "danger": 0.99,
            "calm": 0.98,
            "refused": 0.93,
            "person": 0.95,
        },
        "slips": {"first": 0.9, "three": 0.96, "danger": 0.95, "calm": 0.97, "refused": 0.93, "person": 0.86},
    },
    "held back": {
        "plain": {
            "first": 0.93,
            "three": 0.98,
            "danger": 0.99,
            "calm": 0.98,
            "refused": 0.92,
            "person": 0.93,
        },
        "slips": {"first": 0.9, "three": 0.96, "danger": 0.94, "calm": 0.97, "refused": 0.91, "person": 0.92},
    },
    "fresh": {
        "plain": {
            "first": 0.94,
            "three": 0.98,
            "danger": 0.98,
            "calm": 0.98,
            "refused": 0.965,
            "person": 0.95,
        },
        "slips": {
            "first": 0.93,
            "three": 0.98,
            "danger": 0.92,
            "calm": 0.97,
            "refused": 0.915,
            "person": 0.93,
        },
    },
}
"""What is promised; and what the half that nobody tunes on must never fall below (decisions/search.md)."""


@pytest.mark.parametrize("half", [*HALVES, FRESH])
@pytest.mark.parametrize("typed", WAYS_OF_TYPING)
def test_what_people_ask_is_answered_as_often_as_was_promised(asking: Asking, half: str, typed: str) -> None:
    reached = figures(asking, half, WAYS_OF_TYPING[typed])
    floors = FLOORS[half]["slips" if "slips" in typed else "plain"]
    below = {
        name: (reached.named[name], floor) for name, floor in floors.items() if reached.named[name] < floor
    }
    assert below == {}


def test_nine_of_the_content_teams_questions_in_ten_find_their_guide_first(asking: Asking) -> None:
    own = [row for row in questions() if row["expected"] in asking.flows]
    assert len(own) >= 30
    wrong = [
        (row["query"], ids(asking.ask(row["query"])))
        for row in own
        if not {*ids(asking.ask(row["query"]))[:1]} & {row["expected"], row["also_ok"]}
    ]
    assert len(wrong) <= len(own) // 10, wrong


@pytest.mark.parametrize(
    "query",
    [
        "giá vàng hôm nay bao nhiêu",
        "thời tiết hôm nay",
        "nấu phở",
        "bóng đá",
        "",
        "   ",
        "?!",
        "là gì",
        "🙂🙂",
        "́̀",
    ],
)
def test_a_question_no_guide_is_about_finds_none(asking: Asking, query: str) -> None:
    assert asking.ask(query).kind == "none"
    assert asking.ask(query).guides == ()


@pytest.mark.parametrize(
    ("query", "guide"),
    [
        ("cài VNeID", "vneid-cai-dat"),
        ("cai vneid", "vneid-cai-dat"),
        ("mất điện thoại", "vneid-doi-may"),
        ("đổi số điện thoại", "vneid-doi-so-dien-thoai"),
        ("mang wai phai", "co-ban-wifi"),
        ("đăng ký khai sinh cho cháu", "khai-sinh"),
        ("nop le phi ho so", "dvc-nop-phi"),
        ("hộ nghèo", "ho-ngheo"),
        ("tai ung dung", "co-ban-cai-app"),
        ("chu to", "chu-to-tren-may"),
        ("chữ to", "chu-to-tren-may"),
        ("co chu", "chu-to-tren-may"),
        ("trộm vào nhà", "khan-cap"),
        ("quên mật khẩu vê nê ai đi", "vneid-quen-mat-khau"),
        ("bị kẻ gian lấy tiền trong tài khoản", "lua-dao-da-mac"),
    ],
)
def test_questions_in_other_words_find_their_guide(asking: Asking, query: str, guide: str) -> None:
    assert ids(asking.ask(query))[0] == guide


def test_the_title_of_every_guide_finds_it_with_and_without_tone_marks(asking: Asking) -> None:
    for flow in asking.flows.values():
        for query in (flow.title.vi, folded(flow.title.vi), flow.title.vi.upper(), in_telex(flow.title.vi)):
            assert ids(asking.ask(query))[:1] == [flow.id], query


def test_what_the_tiles_say_finds_a_guide_of_theirs_without_tone_marks(asking: Asking) -> None:
    needs = shipped_needs()
    tiles = [(words.vi, {guide}) for guide, words in needs.titles.items() if guide in asking.flows]
    tiles += [(need.words.vi, set(need.guides)) for need in needs.tiles if need.guides]
    assert len(tiles) > 60
    lost = [words for words, guides in tiles if not guides & set(ids(asking.ask(folded(words))))]
    assert lost == []


@pytest.mark.parametrize(
    ("query", "matter"),
    [
        ("cho tôi gặp người thật", "gap-nguoi"),
        ("toi muon lap di chuc", "thua-ke"),
        ("khiếu nại tranh chấp đất với hàng xóm", "nha-dat"),
        ("tôi muốn khiếu nại", "khieu-nai"),
    ],
)
def test_a_matter_without_a_guide_leads_to_a_person_by_its_name(
    asking: Asking, query: str, matter: str
) -> None:
    answer = asking.ask(query)
    assert (answer.kind, answer.matter and answer.matter.id, answer.guides) == ("person", matter, ())


def test_danger_gives_the_guide_that_opens_at_once_before_two_others_at_most(asking: Asking) -> None:
    for half in HALVES:
        for one in asked("danger", half):
            answer = asking.ask(one.phrase)
            assert answer.kind != "danger" or answer.guides[0].id in URGENT, one
            assert len({guide.id for guide in answer.guides}) == len(answer.guides) <= 3, one
        reached = figures(asking, half, str)
        assert reached.right_danger >= 0.93, reached
        assert reached.person >= 0.85, reached


@pytest.mark.parametrize("typed", [in_telex, without_marks])
def test_what_is_ordinary_is_hardly_ever_called_danger_while_it_is_typed(
    asking: Asking, typed: Callable[[str], str]
) -> None:
    by_words, by_keys = alarms(asking, typed, ordinary()[::8])
    print(f"danger said at a word's end {by_words:.1%}, with a pause after each key {by_keys:.1%}")
    assert by_words <= 0.037 and by_keys <= 0.073


@pytest.mark.parametrize("phrase", ["me toi", "chau oi", "ong", "oong", "no", "mej nos", "cháu tôi", "bà ơi"])
def test_nothing_leads_while_only_persons_are_named(asking: Asking, phrase: str) -> None:
    assert asking.ask(phrase) == Answer("none")


@pytest.mark.parametrize(
    "phrase",
    ["tôi muốn chết", "muốn chết quá", "sống không bằng chết", "tôi muốn đi chết",
     "tôi buồn quá không muốn sống", "toi muon chet", "chẳng thiết sống nữa", "tooi muoons cheets"],
)  # fmt: skip
def test_who_wishes_to_die_meets_help_at_once_and_no_papers(asking: Asking, phrase: str) -> None:
    answer = asking.ask(phrase)
    assert (answer.kind, ids(answer), answer.certain) == ("danger", ["khan-cap"], True)


@pytest.mark.parametrize("phrase", ["nhà cháy", "cháy", "chays", "nhaf chays", "cháy rồi"])
def test_fire_in_one_word_is_danger(asking: Asking, phrase: str) -> None:
    assert (asking.ask(phrase).kind, ids(asking.ask(phrase))[0]) == ("danger", "khan-cap")


@pytest.mark.parametrize(
    "phrase",
    ["muốn chết cười", "buồn cười muốn chết", "mệt muốn chết", "nóng muốn chết",
     "không muốn sống chung với con dâu", "máy cháy pin", "nhà cháy mất giấy tờ", "chạy xe ôm"],
)  # fmt: skip
def test_what_only_sounds_like_a_wish_to_die_or_like_fire_is_no_danger(asking: Asking, phrase: str) -> None:
    assert asking.ask(phrase).kind != "danger"


def test_keys_of_telex_and_vni_give_the_same_words_as_marks() -> None:
    for half in HALVES:
        for one in asked("situations", half):
            meant = [(word.plain, word.marked) for word in words_of(one.phrase)]
            for keys in (in_telex, in_vni):
                assert [(word.plain, word.marked) for word in words_of(keys(one.phrase))] == meant, keys(
                    one.phrase
                )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ddinhj", "đinh5"), ("muwcs", "mưc1"), ("phuwowngf", "phương2"), ("dienej", "diên5"),
     ("d9ie65n", "điên5"), ("nguoiwf", "ngươi2"), ("wifi", None), ("otp", None), ("ct07", None)],
)  # fmt: skip
def test_keys_left_over_are_forgiven_and_other_words_stay(typed: str, meant: str | None) -> None:
    assert undone(typed) == meant


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [("tien", "tin", True), ("tien", "tienn", True), ("tien", "tein", True), ("tien", "tienm", True),
     ("tien", "toen", True), ("tien", "tien", False), ("tien", "nite", False), ("tien", "tn", False)],
)  # fmt: skip
def test_one_slip_is_a_letter_missing_doubled_swapped_or_other(first: str, second: str, one: bool) -> None:
    assert is_one_slip(first, second) is is_one_slip(second, first) is one


def test_names_are_found_as_they_sound() -> None:
    assert [word.plain for word in words_of("Tôi chưa có vi nê ai đi")] == ["toi", "chua", "co", "vneid"]
    assert [word.plain for word in words_of("mã ô tê pê ở i hà nội")] == ["ma", "otp", "o", "ihanoi"]


@pytest.mark.parametrize(
    ("word", "plain"), [("Đường", "Duong"), ("ngườI", "nguoI"), ("ẩn", "an"), ("VNeID", "VNeID")]
)
def test_folding_takes_every_tone_mark_away(word: str, plain: str) -> None:
    assert folded(word) == plain


def test_the_same_question_is_answered_the_same_in_an_index_made_anew(asking: Asking) -> None:
    other = prepare(shipped())
    for one in asked("situations", HALVES[0]):
        typed = with_slips(one.phrase)
        assert ids(asking.ask(typed)) == ids(other.ask(typed))


@given(st.text())
def test_no_text_upsets_the_search(asking: Asking, text: str) -> None:
    answer = asking.ask(text)
    assert len(answer.guides) <= 3
    assert (answer.kind == "none") == (not answer.guides and not answer.matter and not answer.practice)


def test_volunteers_are_answered_from_their_own_guides() -> None:
    asking = prepare(training(), "volunteer")
    assert ids(asking.ask("mở điểm buổi sáng"))[0] == "tnv-mo-diem"
    assert ids(asking.ask("bác đang nghe điện thoại của kẻ lừa đảo"))[0] == "tnv-dang-bi-lua"
    assert asking.flows.keys() == training().flows.keys()


def test_letters_without_marks_are_no_danger_where_guides_mean_another_word(asking: Asking) -> None:
    """“Tím người” is danger, and “tim nguoi” is also how one looks for somebody."""
    assert asking.ask("mẹ tôi tím người").kind == "danger"
    assert ids(asking.ask("bat mang xem phim giat tit co mat tien khong")) != ["khan-cap"]
    assert asking.ask("chay nha toi roi").kind == "danger"
