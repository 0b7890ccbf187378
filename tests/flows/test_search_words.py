"""The words of danger, of matters for a person and of what is not ours: a slip in them costs one line."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.guides import asking, shipped

from flows.search import prepare, read_words
from flows.search.signs import signs_of
from flows.search.slips import spelling_of
from flows.search.terms import words_of
from flows.shelf.library import Library
from resources import path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(path("asking"), tmp_path / "asking"))


def few() -> Library:
    """Of the guides one of each kind that answers: with all of them each question would take two seconds."""
    names = ("khan-cap", "lua-dao-da-mac", "lua-dao-nhan-biet", "vneid-cai-dat", "co-ban-wifi")
    return replace(shipped(), flows={name: shipped().flows[name] for name in names})


def test_what_ships_has_no_fault_and_leads_to_guides_that_are_there() -> None:
    words = read_words()
    assert words.problems == ()
    assert {*words.danger_signs} - {"harmless"} == {"khan-cap", "lua-dao-da-mac", "lua-dao-nhan-biet"}
    assert {*words.danger_signs} - {"harmless"} <= {*shipped().flows}
    assert len(words.matters) >= 20 and all(one.name.fr for one in words.matters.values())
    given_way = {one.id for one in words.matters.values() if one.until in shipped().flows}
    assert not given_way & {*asking().matters}


def test_every_phrase_that_ships_is_asked_for_something_that_is_there() -> None:
    words = read_words()
    known = {*shipped().flows, *(f"person {one}" for one in words.matters), "elsewhere"}
    assert {*words.asked} <= known
    assert {one for one in known if not one.startswith("person ")} <= {*words.asked}
    assert sum(map(len, words.asked.values())) > 2_500


def test_a_phrase_in_the_list_of_what_people_ask_leads_to_its_guide(folder: Path) -> None:
    assert prepare(few()).ask("vàng hoe lấp lánh").kind == "none"
    (folder / "asked" / "ours.tsv").write_text("co-ban-wifi\tvàng hoe lấp lánh\n", "utf-8")
    answer = prepare(few(), words=read_words(folder)).ask("vàng hoe lấp lánh")
    assert [one.id for one in answer.guides][:1] == ["co-ban-wifi"]


def test_a_line_that_a_ward_adds_counts(folder: Path) -> None:
    danger = folder / "danger.toml"
    danger.write_text(danger.read_text("utf-8").replace("signs = [", 'signs = [ "rò hóa chất",', 1), "utf-8")
    assert prepare(few()).ask("nhà máy rò hóa chất").kind != "danger"
    assert prepare(few(), words=read_words(folder)).ask("nhà máy rò hóa chất").kind == "danger"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("danger.toml", "[khan-cap]\nsigns = [1, 'cháy nhà']", "có dòng máy bỏ qua"),
        ("danger.toml", "[khan-cap]\nsigns = 'cháy nhà'", "có dòng máy bỏ qua"),
        ("danger.toml", "[khan-cap]\nsings = ['cháy nhà']", "không có khóa “sings”"),
        ("danger.toml", "[khan-cap]\nsigns = ['" + "a" * 500 + "']", "có dòng máy bỏ qua"),
        ("danger.toml", "[khan-cap\n", "viết sai"),
        ("danger.toml", "khan-cap = 1", "không phải một mục"),
        ("person.toml", "[ly-hon]\nsigns = ['ly hôn']", "thiếu name"),
        ("person.toml", "[ly-hon]\nname = { vi = 'Ly hôn' }", "thiếu name"),
        ("elsewhere.toml", "phrases = [['x']]", "có dòng máy bỏ qua"),
        ("asked/ours.tsv", "co-ban-wifi\n", "không có câu sau dấu tab"),
    ],
)
def test_a_fault_is_named_with_its_file_and_the_rest_goes_on(
    folder: Path, file: str, text: str, told: str
) -> None:
    (folder / file).write_text(text, "utf-8")
    words = read_words(folder)
    assert [one.file for one in words.problems] == [file]
    assert told in words.problems[0].vi and words.problems[0].en
    assert prepare(few(), words=words).ask("cài VNeID").guides[0].id == "vneid-cai-dat"


@pytest.mark.parametrize("file", ["danger.toml", "person.toml", "elsewhere.toml"])
def test_a_file_that_is_gone_or_is_no_text_costs_its_own_part_only(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in read_words(folder).problems[0].vi
    (folder / file).unlink()
    words = read_words(folder)
    assert [one.file for one in words.problems] == [file]
    assert prepare(few(), words=words).ask("cài VNeID").guides[0].id == "vneid-cai-dat"


def test_a_matter_gives_way_to_the_guide_that_takes_it_over(folder: Path) -> None:
    text = (
        '[dat-lich]\nuntil = "vneid-cai-dat"\nname = { vi = "A", en = "A", fr = "A" }\nsigns = ["xem sao"]\n'
    )
    (folder / "person.toml").write_text(text, "utf-8")
    assert prepare(few(), words=read_words(folder)).matters == {}
    (folder / "person.toml").write_text(text.replace("vneid-cai-dat", "bai-chua-co"), "utf-8")
    assert prepare(few(), words=read_words(folder)).ask("xem sao").kind == "person"


@pytest.mark.parametrize(
    ("sign", "question", "found"),
    [
        ("cháy nhà", "hôm qua cháy nhà", True),
        ("cháy nhà", "hom qua chay nha", True),
        ("cháy nhà", "chạy nhà", False),
        ("nhà … cháy", "nhà tôi đang cháy", True),
        ("nhà … cháy", "nhà tôi ở ngay đây đang cháy", False),
        ("vừa/mới … tiền", "mới chuyển tiền", True),
        ("vừa/mới … tiền", "vừa đưa nó tiền", True),
        ("vừa/mới … tiền", "sắp chuyển tiền", False),
    ],
)
def test_a_sign_is_its_words_in_order_with_few_between(sign: str, question: str, found: bool) -> None:
    words = words_of(question)
    assert bool(signs_of({"x": [sign]}).find(words, spelling_of([words]).readings(words))) is found


STRANGE = st.one_of(
    st.text(max_size=2000),
    st.text(alphabet="aàáạđơ swfrxj0123456789'\";-%\u202e\u200b\u0301🔥", max_size=3000),
    st.sampled_from(["x" * 10_000, "điện " * 4000, "nhà cháy " * 2000, "aaaa" * 3000, "vừa chuyển " * 500]),
)


@settings(max_examples=60, deadline=None)
@given(STRANGE)
def test_whatever_is_typed_is_answered_in_bounded_time(text: str) -> None:
    ready = asking()
    began = time.thread_time()
    answer = ready.ask(text)
    assert time.thread_time() - began < 0.25
    assert answer.kind in ("guides", "danger", "person", "none") and len(answer.guides) <= 3
