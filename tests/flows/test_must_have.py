"""What is asked before the first step: only of a few guides, in few words, and never where it is urgent."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, shipped, write_pack

from flows.checking.endings import MOST_HEARD
from flows.checking.wording import syllables
from flows.guide.problems import Problem
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

ASKS_FIRST = {
    "cu-tru-luu-tru": "the guest's number is needed whichever way it is told",
    "cu-tru-tam-tru": "the papers of the house are photographed; they lie at home",
    "dvc-dang-nhap": "the code comes to the phone, and the password is asked at once",
    "ihanoi-cai-dang-nhap": "the password of VNeID is asked after everything has been installed",
    "vneid-con-chau": "the child's numbers are copied from a paper that lies at home",
    "vneid-muc-1": "the card is read by the phone",
    "vneid-quen-mat-khau": "the day of issue is asked, which nobody knows by heart",
    "vneid-tich-hop-giay-to": "the number of the card is copied",
}
"""Judged one by one: what lies at home, or is asked when everything else is done. What the guide itself asks
about, and what is only to be brought to an office, stops nobody."""
ASKED = STRUCTURE.replace(
    "start =", 'must_have = ["smartphone"]\nmust_have_picture = "ready-card-phone"\nstart ='
)
SAID = VIETNAMESE.replace("[need]", 'must_have = "Bác cần điện thoại."\n\n[need]')
SAID_EN = ENGLISH.replace("[need]", 'must_have = "You need a phone."\n\n[need]')


def problems(folder: Path) -> list[Problem]:
    found = check_folder(folder, TODAY, lambda text, language: []).problems
    return [one for one in found if one.severity != "note"]


def test_only_the_guides_that_were_judged_ask_for_something_first() -> None:
    flows = shipped().flows
    assert {one for one in flows if flows[one].asks_first} == set(ASKS_FIRST)


def test_nothing_is_asked_first_where_somebody_may_be_in_danger() -> None:
    flows = shipped().flows.values()
    urgent = {one.id for one in flows if one.topic == "an-toan"}
    assert {"khan-cap", "lua-dao-da-mac", "lua-dao-nhan-biet"} <= urgent
    assert not any(one.must_have or one.asks_first for one in flows if one.id in urgent)


@pytest.mark.parametrize("flow_id", ASKS_FIRST)
def test_what_is_asked_first_takes_twelve_words_at_most_in_each_language(flow_id: str) -> None:
    flow = shipped().flows[flow_id]
    assert flow.have_ready is not None and set(flow.must_have) <= {need.id for need in flow.needs}
    for language in flow.languages:
        assert 0 < syllables(flow.have_ready.in_(language)) <= MOST_HEARD, language


def test_a_guide_that_says_what_it_must_have_is_sound_and_asks_first(tmp_path: Path) -> None:
    write_pack(tmp_path, flow=ASKED, vi=SAID, en=SAID_EN)
    assert problems(tmp_path) == []
    flow = load_library(tmp_path, TODAY).flows["hoc-thu"]
    assert flow.asks_first and flow.must_have == ("smartphone",)
    assert flow.have_ready is not None and flow.have_ready.en == "You need a phone."


@pytest.mark.parametrize(
    ("flow", "vi", "code", "file"),
    [
        (ASKED, VIETNAMESE, "words-missing", "vi.toml"),
        (STRUCTURE, SAID, "key-missing", "flow.toml"),
    ],
)
def test_the_list_without_its_sentence_and_the_sentence_without_its_list_are_errors(
    tmp_path: Path, flow: str, vi: str, code: str, file: str
) -> None:
    write_pack(tmp_path, flow=flow, vi=vi, en=SAID_EN)
    (named,) = problems(tmp_path)
    assert (named.code, named.severity, named.file) == (code, "error", f"hoc-thu/{file}")
    assert "must_have" in named.vi


@pytest.mark.parametrize("file", ["vi", "en"])
def test_a_longer_sentence_is_named_in_its_file(tmp_path: Path, file: str) -> None:
    long = "Bác cần điện thoại, " + "thẻ căn cước, " * 4
    texts = {"vi": SAID, "en": SAID_EN}
    texts[file] = texts[file].replace("Bác cần điện thoại.", long).replace("You need a phone.", long)
    write_pack(tmp_path, flow=ASKED, vi=texts["vi"], en=texts["en"])
    (named,) = [one for one in problems(tmp_path) if one.code == "must-have-long"]
    assert (named.severity, named.file) == ("warning", f"hoc-thu/{file}.toml")
    assert named.line and "12" in named.vi


def test_an_urgent_guide_that_asks_first_is_named_and_does_not_ask(tmp_path: Path) -> None:
    write_pack(tmp_path, flow=ASKED.replace('"dien-thoai"', '"an-toan"'), vi=SAID, en=SAID_EN)
    (named,) = [one for one in problems(tmp_path) if one.code.startswith("must-have")]
    assert (named.code, named.severity) == ("must-have-urgent", "warning")
    assert named.line and ASKED.splitlines()[named.line - 1].startswith("must_have")
    flow = load_library(tmp_path, TODAY).flows["hoc-thu"]
    assert not flow.asks_first
