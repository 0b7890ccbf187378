"""No line ends inside a number, before its unit or before a French sign; the voice hears no difference."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import flows
import ui
from accessibility.speech.pieces import pieces
from accessibility.speech.spoken import spoken
from accessibility.speech.utterance import SpokenLanguage
from flows.guide.flow import Flow
from flows.guide.texts import resident_texts
from flows.guide.unparted import unparted
from flows.guide.words import LANGUAGES, Language
from flows.reading.pack import read_pack
from kiosk.base.words.changed import LONGEST_WORD
from ui.words import UiWords

PARTED = re.compile(
    r"\d \d|(?:mức|level|niveau) \d|\d (?:đồng|đ|phút|ngày|tuổi|số|giây|days|digits|jours|chiffres|ans)\b"
    r"| [:;?!»]|« ",
    re.IGNORECASE,
)
GUIDES = sorted(
    folder for kind in ("library", "training") for folder in (Path(flows.__file__).parent / kind).iterdir()
)


@cache
def guides() -> tuple[Flow, ...]:
    return tuple(flow for folder in GUIDES if (flow := read_pack(folder).flow))


def shipped(language: Language) -> Iterator[str]:
    """Every text of the guides and of the kiosk as a screen gets it, ``{values}`` as a number."""
    for flow in guides():
        yield from (words.in_(language) for _, words in resident_texts(flow))
    words = UiWords()
    for key, text in words.texts(language).items():
        yield words.say(key, language, **dict.fromkeys(re.findall(r"\{(\w+)\}", text), 9))


def written(language: Language) -> Iterator[str]:
    files = [folder / f"{language}.toml" for folder in GUIDES]
    for file in (*files, *(Path(ui.__file__).parent / "words").rglob(f"{language}.toml")):
        yield from leaves(tomllib.loads(file.read_text(encoding="utf-8")))


def leaves(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for entry in table.values() if isinstance(table, dict) else table:
            yield from leaves(entry)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bác gọi 1900 1009, hoặc 024.1022.", "Bác gọi 1900_1009, hoặc 024.1022."),
        ("Số 024 3825 5956", "Số_024_3825_5956"),
        ("tài khoản mức 2 ạ", "tài khoản mức_2 ạ"),
        ("15 000 đ, 650.000 đồng, 3 triệu đồng", "15_000_đ, 650.000_đồng, 3_triệu_đồng"),
        ("Bác đợi 3 phút, trong 7 ngày.", "Bác đợi 3_phút, trong 7_ngày."),
        ("ngày 30 tháng 4 năm 2026", "ngày 30 tháng 4 năm 2026"),
        ("gọi 113 hoặc 114", "gọi 113 hoặc 114"),
        ("Touchez « Quay lại » : niveau 2 ?", "Touchez «_Quay lại_»_: niveau_2_?"),
        ("à 9 h 30 ; 75 ans", "à 9_h_30_; 75_ans"),
        ("Est-ce identique ?", "Est=ce identique_?"),
        ("Là-bas, vous-même, celui-ci", "Là=bas, vous=même, celui=ci"),
        ("Votre rendez-vous : l’a-t-il ?", "Votre rendez=vous_: l’a=t=il_?"),
        ("Peut-être. Dites-le-lui.", "Peut=être. Dites=le=lui."),
        ("Reconnectez-vous", "Reconnectez-vous"),  # wider than a line: rather parted at its hyphen
        ("au haut-parleur, Wi-Fi, ki-ốt, e-ID", "au haut-parleur, Wi-Fi, ki-ốt, e-ID"),
        ("dich-vu-cong, lettre-la-b", "dich-vu-cong, lettre-la-b"),
    ],
)
def test_a_line_is_never_broken_within_a_number_or_name(text: str, kept: str) -> None:
    assert unparted(text).replace("\u00a0", "_").replace("\u2011", "=") == kept
    assert len(unparted(text)) == len(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shipped_text_can_be_parted_there_and_none_grows_too_long_for_a_line(language: Language) -> None:
    texts = list(shipped(language))

    assert len(texts) > 1000
    assert [text for text in texts if PARTED.search(text)] == []
    numbers = [
        run
        for text in texts
        for run in re.findall(r"[^ \n]+", text)
        if re.search(r"\d.*\u00a0|\u00a0.*\d", run)
    ]
    assert numbers and max(map(len, numbers)) <= LONGEST_WORD


@pytest.mark.parametrize("language", LANGUAGES)
def test_unbreakable_blanks_change_nothing_of_what_the_voice_says(language: SpokenLanguage) -> None:
    changed = [text for text in written(language) if unparted(text) != text]

    def said(text: str) -> list[tuple[object, ...]]:
        return [
            (piece.start, piece.language, spoken(piece.text, piece.language))
            for piece in pieces(text, language)
        ]

    assert changed
    assert [text for text in changed if said(unparted(text)) != said(text)] == []
