"""A note for staff names its sources in brackets: each must be one that the guide declares."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, shipped_flows, small_pack, write_pack

from flows.guide.cited import cited
from flows.guide.problems import Problem
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

QR = '[qr.trang]\npayload = "https://vneid.gov.vn"\nprint = true\nwhy = "Đã thử."\n'
V2 = '[source.V2]\ntitle = "Trang hai"\nurl = "https://example.org/2"\ndate = "2026"\nkind = "official"\n'


def check(folder: Path, **changed: str) -> list[Problem]:
    write_pack(folder, **changed)
    found = check_folder(folder, TODAY, lambda text, language: []).problems
    return [problem for problem in found if problem.severity != "note"]


def noted(words: str, note: str) -> str:
    return words.replace("\n\n[need]", f'\nstaff_note = "{note}"\n\n[need]', 1)


def with_code(code: str, structure: str = STRUCTURE) -> dict[str, str]:
    return {
        "flow": structure.replace("[source.V1]", code + "\n[source.V1]"),
        "vi": VIETNAMESE + '\n[qr]\ntrang = "Trang mẫu"\n',
        "en": ENGLISH + '\n[qr]\ntrang = "The page"\n',
    }


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Địa chỉ có nguồn (A) [V6].", ("V6",)),
        ("A [P1 P4 P6]; b [P3], c [P1].", ("P1", "P4", "P6", "P3")),
        ("B [B2, B4] và [P8 vs P9]", ("B2", "B4", "P8", "P9")),
        ("[V8, NĐ 59/2022; NĐ 69/2024 có giữ không]", ("V8",)),
        ("[P18, mirror of a Nhân Dân article] [SEED]", ("P18", "SEED")),
        ("[CACH-DUNG] [C5, báo 04/2023 dẫn luật] [D11A]", ("CACH-DUNG", "C5", "D11A")),
        ("(V6), [xem thêm], [], bước [2], [một trong VNeID]", ()),
    ],
)
def test_the_keys_in_brackets_are_read_and_no_remark_beside_them(text: str, keys: tuple[str, ...]) -> None:
    assert cited(text) == keys


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_note_that_names_a_source_nobody_declared_is_refused(tmp_path: Path, language: str) -> None:
    words = {"vi": VIETNAMESE, "en": ENGLISH}
    notes = {name: noted(text, "[V1]") for name, text in words.items()}
    notes[language] = noted(words[language], "Hay nhầm [V1 V29].")
    (told,) = check(tmp_path, **notes)
    assert (told.code, told.file, told.line) == ("cited-nowhere", f"hoc-thu/{language}.toml", 3)
    assert "[V29]" in told.vi and "[V29]" in told.en
    assert "[source.V29]" in told.mend_vi and "[source.V29]" in told.mend_en
    assert load_library(tmp_path, TODAY).flows == {}


def test_the_reason_of_a_code_names_declared_sources_only(tmp_path: Path) -> None:
    files = with_code(QR.replace("Đã thử.", "Địa chỉ có nguồn [V1] [V6].") + 'sources = ["V1"]\n')
    (told,) = check(tmp_path, **files)
    line = files["flow"].splitlines().index('why = "Địa chỉ có nguồn [V1] [V6]."') + 1
    assert (told.code, told.where, told.line) == ("cited-nowhere", "qr.trang.why", line)


def test_a_code_has_its_sources(tmp_path: Path) -> None:
    flow = small_pack(tmp_path, **with_code(QR + 'sources = ["V1"]\n')).flow
    assert flow is not None and flow.qr[0].sources == ("V1",)
    (told,) = check(tmp_path, **with_code(QR + 'sources = ["V1", "V6"]\n'))
    assert (told.code, told.where) == ("source-nowhere", "qr.trang.sources")


def test_what_only_a_code_or_a_note_names_is_in_use(tmp_path: Path) -> None:
    structure = STRUCTURE.replace("[step.loai-may]", V2 + "\n[step.loai-may]", 1)
    assert [told.code for told in check(tmp_path, flow=structure)] == ["source-unused"]
    assert check(tmp_path, **with_code(QR + 'sources = ["V2"]\n', structure)) == []
    notes = {"vi": noted(VIETNAMESE, "Xem [V2]."), "en": noted(ENGLISH, "See [V2].")}
    assert check(tmp_path, flow=structure, **notes) == []


def test_every_code_that_may_be_drawn_says_where_its_address_was_read() -> None:
    codes = [(flow, code) for flow in shipped_flows() for code in flow.qr]
    assert [code.id for flow, code in codes if code.printable and not code.sources] == []
    assert [code.why for flow, code in codes if cited(code.why)] == []
