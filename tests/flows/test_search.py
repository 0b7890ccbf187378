"""Residents' own words find the guide. `questions.tsv` is the content team's list."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.guides import shipped

from flows.fold import as_written, folded, without_telex
from flows.search import Index, build_index, look_up, search

QUESTIONS = Path(__file__).with_name("questions.tsv")


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(shipped())


def questions() -> list[dict[str, str]]:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_nine_questions_in_ten_find_their_guide_first(index: Index) -> None:
    asked = [row for row in questions() if row["expected"] in index.flows]
    assert len(asked) >= 30
    wrong = []
    for row in asked:
        hits = look_up(index, row["query"])
        if not hits or hits[0].flow.id not in (row["expected"], row["also_ok"]):
            wrong.append((row["query"], [hit.flow.id for hit in hits[:3]]))
    assert len(wrong) <= len(asked) // 10, wrong


def test_a_question_no_guide_is_about_finds_none(index: Index) -> None:
    none = [row["query"] for row in questions() if row["expected"] not in index.flows]
    assert len(none) == 3
    for query in [
        *none,
        "thời tiết hôm nay",
        "nấu phở",
        "bóng đá",
        "",
        "   ",
        "?!",
        "là gì",
        "khiếu nại tranh chấp đất",
    ]:
        assert look_up(index, query) == (), query


@pytest.mark.parametrize(
    ("query", "guide"),
    [
        ("cài VNeID", "vneid-cai-dat"),
        ("cai vneid", "vneid-cai-dat"),
        ("mất điện thoại", "vneid-doi-may"),
        ("đổi số điện thoại", "vneid-doi-so-dien-thoai"),
        ("mang wai phai", "co-ban-wifi"),
        ("xem lương hưu", "huu-tri-xa-hoi"),
        ("đăng ký khai sinh cho cháu", "dvc-ho-tich"),
        ("nop le phi ho so", "dvc-nop-phi"),
        ("hộ nghèo", "ho-ngheo"),
        ("tai ung dung", "co-ban-cai-app"),
        ("trộm vào nhà", "khan-cap"),
        ("quên mật khẩu vê nê ai đi", "vneid-quen-mat-khau"),
        ("bị kẻ gian lấy tiền trong tài khoản", "lua-dao-da-mac"),
    ],
)
def test_questions_in_other_words_find_their_guide(index: Index, query: str, guide: str) -> None:
    assert look_up(index, query)[0].flow.id == guide


def test_the_title_of_every_guide_finds_it_with_and_without_tone_marks(index: Index) -> None:
    for flow in index.flows.values():
        for query in (flow.title.vi, folded(flow.title.vi), flow.title.vi.upper()):
            assert look_up(index, query)[0].flow.id == flow.id, query


@pytest.mark.parametrize(
    ("word", "plain"), [("Đường", "Duong"), ("ngườI", "nguoI"), ("ẩn", "an"), ("VNeID", "VNeID")]
)
def test_folding_takes_every_tone_mark_away(word: str, plain: str) -> None:
    assert folded(word) == plain


@pytest.mark.parametrize(("typed", "meant"), [("ddinhj", "dinh"), ("muwcs", "muc"), ("phuwowngf", "phuong")])
def test_telex_keys_left_over_are_forgiven(typed: str, meant: str) -> None:
    assert without_telex(typed) == meant


def test_names_are_found_as_they_sound() -> None:
    assert as_written("Tôi chưa có vi nê ai đi") == "tôi chưa có vneid"
    assert as_written("mã ô tê pê ở i hà nội") == "mã otp ở ihanoi"


@given(st.text())
def test_no_text_upsets_the_search(index: Index, text: str) -> None:
    assert all(hit.score > 0 for hit in look_up(index, text))


def test_hits_come_best_first_and_for_one_audience_only() -> None:
    hits = search(shipped(), "mật khẩu VNeID")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert search(shipped(), "mật khẩu VNeID", "volunteer") == ()
