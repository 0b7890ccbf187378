"""Which written word lights up while a spoken one is heard."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.speech.pieces import pieces
from accessibility.speech.spoken import speakable, spoken
from accessibility.speech.utterance import SpokenLanguage
from accessibility.speech.vietnamese_letters import is_syllable

LANGUAGES: tuple[SpokenLanguage, ...] = ("vi", "en", "fr")
WRITTEN = (
    "Bác bấm “Đăng nhập” VNeID OTP 1900 0368 024.1022 15.000đ 24/11/2026 8h30 1/5 dichvucong.gov.vn 5% km "
    "TP. Hà Nội 😀 👍🏽 … ( ) , . : – a@b.vn iHanoi Wi-Fi « » l’écran child’s 4G A4 0912 345 678"
)
FRAGMENTS = st.sampled_from(WRITTEN.split())
LETTERS = st.one_of(
    st.characters(max_codepoint=0x10FF), st.characters(min_codepoint=0x1E00, max_codepoint=0x2BFF)
)
TEXTS = st.one_of(
    st.lists(FRAGMENTS, max_size=12).map(" ".join),
    st.lists(FRAGMENTS, max_size=8).map("".join),
    st.text(
        st.one_of(
            st.characters(max_codepoint=0x10FF), st.characters(min_codepoint=0x1E00, max_codepoint=0x2BFF)
        ),
        max_size=40,
    ),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES), st.booleans())
def test_every_spoken_letter_points_into_the_written_text_and_never_backwards(
    text: str, language: SpokenLanguage, decompose: bool
) -> None:
    written = unicodedata.normalize("NFD", text) if decompose else text
    said = spoken(written, language)

    assert len(said.spans) == len(said.text)
    assert all(0 <= span.start < span.end <= len(written) for span in said.spans)
    assert all(a.start <= b.start for a, b in zip(said.spans, said.spans[1:], strict=False))
    assert said.text == unicodedata.normalize("NFC", said.text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_the_pieces_of_a_text_hold_each_of_its_letters_once(text: str, language: SpokenLanguage) -> None:
    cut = list(pieces(text, language))

    for piece in cut:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
    letters = [place for place, letter in enumerate(text) if letter.isalnum()]
    covered = [place for p in cut for place in range(p.start, p.start + len(p.text)) if text[place].isalnum()]
    assert covered == letters


@pytest.mark.parametrize(
    ("text", "heard", "lit"),
    [
        ("Từ ngày 1 tháng 7", "mùng", "1"),
        ("Từ ngày 1 tháng 7", "bảy", "7"),
        ("đuôi .top, .com", "chấm com", ".com"),
        ("Mở VNeID nhé", "ai", "VNeID"),
        ("Gọi 1900 0368.", "tám", "1900 0368"),
        ("Phí 15.000đ", "nghìn", "15.000"),
        ("Phí 15.000đ", "đồng", "đ"),
        ("Vào dichvucong.gov.vn.", "gốp", "dichvucong.gov.vn"),
        ("Ở TP. Hà Nội", "thành", "TP."),
        ("Ngày 24/11/2026", "tháng", "24/11/2026"),
        ("Hạn 12.5.2026.", "tháng", "12.5.2026"),
        ("Mẫu 01 (NĐ 176/2025)", "trên", "/"),
        ("Mẫu 01 (NĐ 176/2025)", "nghìn", "2025"),
        ("NĐ 10/2025/NĐ-CP", "mười", "10"),
        ("Thứ 2 – Thứ 6", "đến", "–"),
        ("Thứ 2 – Thứ 6", "sáu", "6"),
        ("😀 Bác bấm “Mở”", "Mở", "Mở"),
    ],
)
def test_the_written_word_behind_a_spoken_one(text: str, heard: str, lit: str) -> None:
    said = spoken(text, "vi")
    start = said.text.index(heard)
    span = said.written(start, start + len(heard))

    assert text[span.start : span.end] == lit


@pytest.mark.parametrize(("language", "heard"), [("en", "dot com"), ("fr", "point com")])
def test_the_written_ending_behind_a_spoken_one(language: SpokenLanguage, heard: str) -> None:
    text = "“.top”, .com, .net."
    said = spoken(text, language)
    start = said.text.index(heard)
    span = said.written(start, start + len(heard))
    assert text[span.start : span.end] == ".com"


@pytest.mark.parametrize(
    ("text", "language", "heard", "lit"),
    [
        ("until 12.5.2026", "en", "May", "12.5.2026"),
        ("le 12.5.2026", "fr", "mai", "12.5.2026"),
        ("decree 10/2025", "en", "of", "/"),
        ("décret 10/2025", "fr", "sur", "/"),
        ("Monday – Friday", "en", "to", "–"),
        ("lundi – vendredi", "fr", "à", "–"),
    ],
)
def test_the_written_date_number_and_days_behind_those_spoken(
    text: str, language: SpokenLanguage, heard: str, lit: str
) -> None:
    said = spoken(text, language)
    start = said.text.index(f" {heard}") + 1
    span = said.written(start, start + len(heard))
    assert text[span.start : span.end] == lit


def test_a_vietnamese_label_inside_english_or_french_is_given_to_the_vietnamese_voice() -> None:
    english = [(piece.text, piece.language) for piece in pieces("Tap “Đăng nhập” in Hà Nội.", "en")]
    french = [(piece.text, piece.language) for piece in pieces("Touchez « Quay lại », à Cửa Nam.", "fr")]

    assert english == [("Tap ", "en"), ("“Đăng nhập”", "vi"), (" in ", "en"), ("Hà Nội", "vi")]
    assert french == [("Touchez ", "fr"), ("« Quay lại »", "vi"), (", à ", "fr"), ("Cửa Nam", "vi")]


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_each_language_says_its_own_name(language: SpokenLanguage) -> None:
    said = {
        piece.text.strip(" .\n"): piece.language
        for piece in pieces("Tiếng Việt.\nEnglish.\nFrançais", language)
    }
    assert said == {"Tiếng Việt": "vi", "English": "en", "Français": "fr"}
    assert speakable("English", "vi") == speakable("Français", "vi") == []


def test_a_long_text_is_cut_at_the_ends_of_sentences() -> None:
    cut = list(pieces("Bác chờ một chút nhé. " * 100, "vi"))

    assert len(cut) > 3
    assert all(piece.text.strip().endswith(".") for piece in cut)


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quyết", "gì", "giếng", "thuở", "khuya", "ngoằn", "huýt", "xoong", "rượu", "khuỷu", "ạ", "y"],
)
def test_letters_that_vietnamese_spelling_allows_are_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", ["chip", "app", "VNeID", "wifi", "dichvucong", "đ", "ngáà", "mat", "zalo"])
def test_letters_that_vietnamese_spelling_forbids_are_no_syllable(word: str) -> None:
    assert not is_syllable(word)
