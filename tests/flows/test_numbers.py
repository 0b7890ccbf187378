"""A number that is heard, shown and read in another language is one number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import get_args

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, shipped_flows, write_pack

from flows.checking.numbers import numbers_in, telephones_in
from flows.checking.rehearsals import texts_of
from flows.guide.problems import Problem, rules
from flows.guide.steps import ToHotline
from flows.guide.texts import resident_texts
from flows.practice.rehearse.script import Audience
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, load_library
from flows.shelf.rehearsals import shipped_rehearsals


def check(folder: Path) -> list[Problem]:
    found = check_folder(folder, TODAY, lambda text, language: []).problems
    return [problem for problem in found if problem.severity != "note"]


def changed(folder: Path, guide: str, file: str, old: str, new: str) -> Path:
    home = copytree(RESIDENT_GUIDES / guide, folder / guide)
    text = (home / file).read_text("utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new), "utf-8")
    return home


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("650.000 đồng", {"650000"}),
        ("650,000 dong", {"650000"}),
        ("650 000 dôngs; 650\u202f000", {"650000"}),
        ("650 nghìn, 650 thousand", {"650000"}),
        ("1,5 triệu; 1.5 million; 1.500.000", {"1500000"}),
        ("1900 0368, 024.1022, 0241022", {"19000368", "0241022"}),
        ("113, 114 hoặc 115", {"113", "114", "115"}),
        ("Từ 1/8/2025 đến ngày 2 tháng 9 năm 2025", {"2025"}),
        ("08.05.2026, 8-5-2026, 05-2026, 1.2026", {"2026"}),
        ("8 giờ 30, 12 số, 7.30", set()),
    ],
)
def test_a_number_is_its_digits(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers


def test_a_year_and_an_amount_are_no_telephone_number() -> None:
    assert telephones_in("113, 156, 1900 0368, 024.1022; 2026, 150.000 đồng, 5656, 12 số") == {
        "113", "156", "19000368", "0241022",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("guide", "file", "old", "new"),
    [
        ("huu-tri-xa-hoi", "vi.toml", "650.000", "750.000"),
        ("huu-tri-xa-hoi", "fr.toml", "650", "560"),
        ("vneid-doi-may", "vi.toml", "1900 0368", "1900 0863"),
        ("lua-dao-da-mac", "en.toml", "1900 0368", "1900 0863"),
    ],
)
def test_a_number_of_one_language_alone_is_named_in_its_own_file(
    tmp_path: Path, guide: str, file: str, old: str, new: str
) -> None:
    found = [one for one in check(changed(tmp_path, guide, file, old, new)) if one.code == "numbers-differ"]
    assert found and {one.file for one in found} == {f"{guide}/{file}"}
    assert all(one.severity == "warning" and one.line for one in found)


@pytest.mark.parametrize(
    ("guide", "file", "old", "new"),
    [
        ("lua-dao-da-mac", "flow.toml", '"hotline:113"', '"hotline:114"'),
        ("khan-cap", "flow.toml", 'label = "115"', 'label = "114"'),
        ("vneid-doi-may", "flow.toml", 'label = "1900 0368"', 'label = "1900 0863"'),
    ],
)
def test_a_step_that_calls_or_draws_another_number_than_it_says_is_named_in_every_language(
    tmp_path: Path, guide: str, file: str, old: str, new: str
) -> None:
    found = [one for one in check(changed(tmp_path, guide, file, old, new)) if one.code == "number-not-shown"]
    assert {one.file for one in found} == {f"{guide}/{one}.toml" for one in ("vi", "en", "fr")}


def told(folder: Path, asked: Callable[[str], str]) -> set[str]:
    write_pack(folder, flow=STRUCTURE, vi=asked(VIETNAMESE), en=asked(ENGLISH))
    return {one.code for one in check(folder)}


def test_the_words_of_a_way_may_name_the_number_it_calls(tmp_path: Path) -> None:
    def says(number: str) -> Callable[[str], str]:
        return lambda words: words.replace("công an nhé", number).replace("the police", number)

    assert told(tmp_path, says("113")) == set()
    assert told(tmp_path, says("114")) == {"number-not-shown"}


def test_words_that_could_not_be_read_are_not_compared(tmp_path: Path) -> None:
    vi = VIETNAMESE.replace('say = "Bác mở máy."', "say = 7")
    write_pack(tmp_path, vi=vi, en=ENGLISH.replace("Open the phone.", "Call 113."))
    assert {one.code for one in check(tmp_path)} == {"value-wrong"}


@pytest.mark.parametrize(
    "number",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "091-234-5678",
        "09 12 34 56 78",
        "+84912345678",
        "84 912 345 678",
        "0768.221.221",
        "001085012345",
        "001 085 012 345",
        "012345678",
        "19012345678901",
    ],
)
def test_what_looks_like_somebodys_own_number_takes_the_guide_away_wherever_it_stands(
    tmp_path: Path, number: str
) -> None:
    """Also from a note for staff: whoever reads it there tells it on."""
    said = VIETNAMESE.replace("Bác bấm nút bên cạnh.", f"Bác gọi số {number}.")
    noted = VIETNAMESE.replace("\n\n[need]", f'\nstaff_note = "Gọi {number}."\n\n[need]', 1)
    note = ENGLISH.replace("\n\n[need]", '\nstaff_note = "Call."\n\n[need]', 1)
    for vi, en in ((said, ENGLISH), (noted, note)):
        write_pack(tmp_path, vi=vi, en=en)
        (found,) = [one for one in check(tmp_path) if one.code == "number-of-somebody"]
        assert (found.severity, found.file) == ("error", "hoc-thu/vi.toml")
        assert found.line and number in vi.splitlines()[found.line - 1]
        assert number not in str(found)
        assert load_library(tmp_path, TODAY).flows == {}


@pytest.mark.parametrize(
    "harmless",
    [
        "1900 0368",
        "1800 1096",
        "1900 545 415",
        "1900545415",
        "024.1022",
        "024 3825 3855",
        "02438253855",
        "08.05.2026 10 giờ",
        "8-5-2026, 7 giờ 30",
        "100.000.000 đồng",
        "113, 114, 115",
        "000.00.00.H26-251124-0012",
    ],
)
def test_an_office_a_day_and_an_amount_are_nobodys_own_number(tmp_path: Path, harmless: str) -> None:
    words = [text.replace('say = "', f'say = "{harmless} ', 1) for text in (VIETNAMESE, ENGLISH)]
    write_pack(tmp_path, vi=words[0], en=words[1])
    assert "number-of-somebody" not in {one.code for one in check(tmp_path)}


@pytest.mark.parametrize(("checked", "old"), [("2026-11-24", False), ("2028-01-10", True)])
def test_a_line_for_everybody_may_be_a_mobile_while_its_source_was_read_within_a_year(
    tmp_path: Path, checked: str, old: bool
) -> None:
    (line,) = rules()["number-of-somebody"]["public"]
    grouped = f"{line[:3]} {line[3:6]} {line[6:]}"
    words = [text.replace('say = "', f'say = "{grouped} ', 1) for text in (VIETNAMESE, ENGLISH)]
    structure = STRUCTURE.replace("checked_on = 2026-11-24", f"checked_on = {checked}")
    write_pack(tmp_path, flow=structure, vi=words[0], en=words[1])
    found = {one.code: one.severity for one in check(tmp_path)}
    assert "number-of-somebody" not in found and "hotline-unknown" not in found
    assert found.get("public-line-old") == ("warning" if old else None)
    assert line in rules()["hotline-unknown"]["numbers"]


def test_a_listed_number_has_its_source_beside_it_and_every_one_that_is_listed_is_used() -> None:
    listed = rules()["hotline-unknown"]["numbers"]
    called = {
        edge.target.number
        for flow in shipped_flows()
        for step in flow.steps.values()
        for edge in step.edges
        if isinstance(edge.target, ToHotline)
    }
    texts = [
        *(words for flow in shipped_flows() for _, words in resident_texts(flow)),
        *(
            words
            for audience in get_args(Audience)
            for script in shipped_rehearsals(audience).values()
            for _, words in texts_of(script)
        ),
    ]
    said = {number for words in texts for number in numbers_in(words.vi)}
    assert called <= set(listed) <= called | said
    assert all(number.isdigit() and "https://" in source for number, source in listed.items())


def test_a_mobile_number_on_a_way_is_reported_once(tmp_path: Path) -> None:
    write_pack(tmp_path, flow=STRUCTURE.replace('sure = "person"', 'sure = "hotline:0912345678"'))
    assert [one.code for one in check(tmp_path)] == ["hotline-of-somebody"]
