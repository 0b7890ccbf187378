"""The banks' own lines: each with its source and the day it was looked up, or it is not shown."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.guides import TODAY, shipped

from flows.checking.facts import OWN_WORD
from flows.guide.words import LANGUAGES
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, load_library
from flows.shelf.phones import costs

GUIDE = RESIDENT_GUIDES / "lua-dao-da-mac"
FLOW = shipped().flows["lua-dao-da-mac"]
LISTED = 'hotlines = ["vietcombank", "vietinbank",'
VCB = 'sources = ["VCB1", "VCB2"]\nchecked_on = 2026-12-03'
BREAKS = (
    ("hotline-nowhere", LISTED, 'hotlines = ["ngan-hang-nao", "vietcombank", "vietinbank",', LISTED[:10]),
    ("hotline-sources", 'sources = ["VCB1", "VCB2"]', 'sources = ["X12"]', "[hotline.vietcombank]"),
    ("hotline-sources", 'sources = ["VCB1", "VCB2"]', "sources = []", "[hotline.vietcombank]"),
    ("hotline-form", 'number = "1900545413"', 'number = "0912345678"', "[hotline.vietcombank]"),
    ("hotline-form", 'number = "1900545413"', 'number = "19005454133"', "[hotline.vietcombank]"),
    ("hotline-form", 'whose = "Vietcombank"', 'whose = " "', "[hotline.vietcombank]"),
    ("hotline-twice", 'number = "19006083"', 'number = "1900545413"', "[hotline.msb]"),
    ("source-nowhere", VCB, VCB.replace("VCB2", "VCB9"), "[hotline.vietcombank]"),
    ("hotline-unused", LISTED, 'hotlines = ["vietinbank",', "[hotline.vietcombank]"),
    ("hotline-old", VCB, VCB.replace("2026-12-03", "2026-05-01"), "[hotline.vietcombank]"),
    ("hotline-old", VCB, VCB.replace("2026-12-03", "2026-12-24"), "[hotline.vietcombank]"),
    ("key-missing", VCB, VCB.split("\n")[0], "[hotline.vietcombank]"),
)


@pytest.mark.parametrize(("code", "old", "new", "at"), BREAKS)
def test_a_number_without_owner_form_source_or_day_is_named(
    tmp_path: Path, code: str, old: str, new: str, at: str
) -> None:
    file = shutil.copytree(GUIDE, tmp_path / GUIDE.name) / "flow.toml"
    written = file.read_text("utf-8")
    assert old in written
    file.write_text(changed := written.replace(old, new, 1), "utf-8")
    (named, *_) = [one for one in check_folder(tmp_path, TODAY, lambda *_: []).problems if one.code == code]
    assert named.line and named.mend_vi and named.mend_en
    before = "\n".join(changed.splitlines()[: named.line])
    assert at in before and (not at.startswith("[") or before.rindex("\n[") + 1 == before.rindex(at))
    assert ("lua-dao-da-mac" in load_library(tmp_path, TODAY).flows) == (named.severity != "error")


def test_what_to_say_on_the_line_is_written_in_every_language(tmp_path: Path) -> None:
    folder = shutil.copytree(GUIDE, tmp_path / GUIDE.name)
    words = folder / "fr.toml"
    lines = words.read_text("utf-8").splitlines(keepends=True)
    words.write_text("".join(line for line in lines if not line.startswith("calling =")), "utf-8")
    assert [
        one.code
        for one in check_folder(tmp_path, TODAY, lambda *_: []).problems
        if one.file.endswith("fr.toml")
    ]


def test_every_bank_line_says_whose_it_is_from_where_and_since_when() -> None:
    """Seven banks could be looked up; none is guessed, and none is somebody's mobile number."""
    assert len(FLOW.hotlines) >= 7
    assert len({one.number for one in FLOW.hotlines}) == len({one.whose for one in FLOW.hotlines})
    for one in FLOW.hotlines:
        kinds = [FLOW.sources[key].kind for key in one.sources]
        assert set(kinds) & set(OWN_WORD) or len(kinds) > 1, one
        assert re.fullmatch(r"1[89]00\d{4}(\d\d)?", one.number)
        assert date(2026, 12, 3) <= one.checked_on
        cited = " ".join(f"{FLOW.sources[key].title} {FLOW.sources[key].url}" for key in one.sources)
        assert one.number in re.sub(r"\D", "", cited), "the source says the number itself"


def test_the_numbers_are_due_before_the_guide_has_grown_a_year_old() -> None:
    def told(day: date) -> set[str]:
        return {one.code for one in check_folder(RESIDENT_GUIDES, day, lambda *_: []).problems} & {
            "hotline-old"
        }

    assert not told(TODAY) and told(TODAY + timedelta(days=191)) == {"hotline-old"}


def test_what_was_chosen_is_answered_by_the_simpler_words() -> None:
    """V36: *Chưa hiểu* there spoke of being hard of hearing; now why it is urgent to call."""
    step = FLOW.steps["goi-ngan-hang"]
    assert step.simpler is not None and "ngân hàng" in step.simpler.vi and "nghe" not in step.simpler.vi
    for one in FLOW.steps.values():
        if one.simpler:
            assert "khó nghe" not in one.simpler.vi.lower(), one.id


def test_who_cannot_speak_has_a_sentence_to_show_from_the_first_question_on() -> None:
    ways = {edge.id: edge for edge in FLOW.steps["da-lam-gi"].edges}
    shown = FLOW.steps["dua-man-hinh"]
    assert ways["choice.kho-nghe"].label is not None
    assert ways["choice.kho-nghe"].label.vi == "Khó nghe, khó nói"
    for language in LANGUAGES:
        said = shown.say.in_(language)
        assert said[0] in "“«" and said[-1] in "”»", (
            "the sentence itself, to be read by whoever stands beside"
        )
    there = {edge.id: edge for edge in FLOW.steps["goi-ngan-hang"].edges}["stuck.kho-nghe"]
    assert there.advice is not None and there.advice.vi == shown.say.vi


def test_a_step_that_lists_lines_says_what_to_say_there_and_asks_for_no_secret() -> None:
    for flow in shipped().flows.values():
        for step in flow.steps.values():
            assert bool(step.hotlines) == bool(step.calling), step.id
            if step.calling:
                assert all(step.calling.in_(language) for language in LANGUAGES)
                assert not re.search("OTP|mật khẩu|căn cước", step.calling.vi)


def test_a_number_that_costs_is_known_by_its_head() -> None:
    assert {one.whose: costs(one.number) for one in FLOW.hotlines}["Techcombank"] is False
    assert sum(costs(one.number) for one in FLOW.hotlines) == len(FLOW.hotlines) - 1
