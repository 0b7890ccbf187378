"""Every rule is broken once, and is named with its file, its line and its mend."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, write_pack
from support.hostile_files import FILES as FILES_BEYOND

from flows.checking.numbers import denied_by_a_zero
from flows.guide.problems import Problem, rules
from flows.guide.words import Language
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

FILES = {"flow": STRUCTURE, "vi": VIETNAMESE, "en": ENGLISH}


@dataclass(frozen=True)
class Break:
    """Replace `old` by `new` in one file; the rule `code` must then be named at the line that holds `at`."""

    code: str
    file: str
    old: str
    new: str
    at: str | None


ELSEWHERE = {
    "file-missing", "file-unreadable", "file-not-utf8", "person-far", "simpler-missing", "example-missing",
    "audience-not-here", "more-of-them", "program-wrong", "answer-picture-broken", "step-picture-broken",
    "step-picture-missing", "ready-picture-missing", "must-have-long",
    "must-have-urgent", "swipe-without-arrow", "presses-while-speaking", "slide-unsaid", "slide-missing",
    "slide-another-way", "slide-target-wrong", "typed-elsewhere", "typed-not-its-own", "typed-wrong",
    "photo-name-wrong", "rehearsal-no-way-out",
    "rehearsal-no-hang-up", "rehearsal-still-on-the-line", "script-source-none", "rehearsal-answers",
    "rehearsal-goto-nowhere", "rehearsal-number", "rehearsal-code", "rehearsal-turn-unmet",
    "rehearsal-no-way-on", "rehearsal-nothing-to-judge",
    "script-words-missing", "script-picture", "exercise-length", "exercise-untypable",
    "exercise-not-telex", "exercise-code", "exercise-key", "exercise-choices", "exercise-choice-nowhere",
    "exercise-number", "changed-unsourced", "changed-nowhere", "changed-pictures", "ward-named",
    "hotline-nowhere", "hotline-sources", "hotline-form", "hotline-twice", "hotline-unused", "hotline-old",
    "public-line-old",
}  # fmt: skip
"""Broken in other tests: see `support.hostile_files`, `broken_packs.tsv`, `test_bank_lines.py` …"""

APART = normalize("NFD", "Bác làm tốt lắm.")
SAY_OPEN = 'say = "Bác mở máy."'
ISLAND = '\n[step.dao]\nkind = "say"\nconfidence = "U"\nnext = "dao"\n'
TO_ISLAND = 'choice.iphone = "dao"'
ISLAND_WORDS = '\n[step.dao]\nsay = "Đảo."\n'
EMPTY_QR = '[qr.a]\npayload = ""\nprint = true\nwhy = ""\n'
PLAIN_QR = EMPTY_QR.replace('""', '"http://dichvucong.gov.vn"', 1)


def code_to(payload: str) -> str:
    return EMPTY_QR.replace('""', f'"{payload}"', 1)


ELEMENT = '    { role = "icon" },\n'
LIT = ELEMENT.replace(" }", ", highlight = true }")
WHEN_IPHONE = 'when = { step = "loai-may", is = ["iphone"] }'
WHEN_NOT_NO = 'when = { not = { step = "hoi-lai", is = ["no"] } }'
WHEN_OTHER = 'when = { not = { step = "loai-may", is = ["iphone"] } }'

MARKED = 'sources = ["V1"]\n'
TO_PERSON = 'until = 2026-12-31\nafter = "person"\n'
LAST_SOURCE = STRUCTURE[STRUCTURE.index("[source.V1]") : STRUCTURE.index("[step.loai-may]")]

BREAKS = [
    Break("toml-wrong", "flow", 'topic = "dien-thoai"', 'topic = "dien-thoai', 'topic = "dien-thoai'),
    Break(
        "answer-pictures-same", "flow", "choice.android =",
        'choice_picture.iphone = "iphone"\nchoice_picture.android = "iphone"\nchoice.android =',
        "choice_picture.android",
    ),
    Break("toml-wrong", "vi", "[step.mo-may]", "[step.loai-may]", None),
    Break("file-empty", "flow", STRUCTURE, "", None),
    Break("file-empty", "en", ENGLISH, "# nothing yet\n", None),
    Break("key-missing", "flow", "version = 1\n", "", None),
    Break("key-unknown", "flow", 'sources = ["V1"]', 'souces = ["V1"]', "souces"),
    Break("value-wrong", "flow", "version = 1", 'version = "một"', 'version = "một"'),
    Break("value-wrong", "flow", "version = 1", "version = 0", "version = 0"),
    Break("value-wrong", "flow", "checked_on = 2026-11-24", 'checked_on = "hôm qua"', "checked_on"),
    Break("value-wrong", "flow", 'needs = ["smartphone"]', "needs = 3", "needs = 3"),
    Break("value-wrong", "vi", SAY_OPEN, "say = 7", "say = 7"),
    Break("value-not-allowed", "flow", 'kind = "check"', 'kind = "chek"', 'kind = "chek"'),
    Break("value-not-allowed", "flow", 'kind = "check"', 'kind = ""', 'kind = ""'),
    Break("value-not-allowed", "flow", '= "A"\nsources', '= ""\nsources', 'confidence = ""'),
    Break("value-not-allowed", "flow", 'scene = "home-screen"', 'scene = ""', 'scene = ""'),
    Break("value-not-allowed", "flow", 'role = "icon", label', 'role = "ikon", label', 'role = "ikon"'),
    Break("value-not-allowed", "flow", 'sources = ["V1"]', 'sources = ["V1"]\nsafety = ["opt"]', "safety"),
    Break("id-wrong", "flow", "[step.xong]", '[step."Xong rồi"]', '[step."Xong rồi"]'),
    Break("id-wrong", "flow", "[step.xong]", '[step.goi-19001234]', "[step.goi-19001234]"),
    Break("id-wrong", "flow", "choice.yes", 'choice."Có"', 'choice."Có"'),
    Break("id-wrong", "flow", "stuck.khong-co", f"stuck.{'dai-' * 12}qua", "stuck.dai-"),
    Break("id-not-folder", "flow", 'id = "hoc-thu"', 'id = "hoc"', 'id = "hoc"'),
    Break("value-wrong", "flow", "minutes =", 'own_phone = "không"\nminutes =', "own_phone"),
    Break("own-phone-files", "flow", "minutes =", "files = true\nminutes =", "files"),
    Break("minutes-wrong", "flow", "minutes = [2, 5]", "minutes = [5, 2]", "minutes"),
    Break("language-vi-missing", "flow", 'languages = ["vi", "en"]', 'languages = ["en"]', "languages"),
    Break("learn-next-nowhere", "flow", "minutes =", 'learn_next = ["khong-co"]\nminutes =', "learn_next"),
    Break("way-wrong", "flow", 'choice.yes = "xong"', "choice.yes = 5", "choice.yes = 5"),
    Break("way-wrong", "flow", '"hotline:113"', '"hotline:một một ba"', "stuck.khong-co"),
    Break("guard-wrong", "flow", WHEN_IPHONE, 'when = "loai-may == iphone"', "next = ["),
    Break("guard-asks-nothing", "flow", WHEN_IPHONE, WHEN_IPHONE.replace("iphone", "nokia"), "next = ["),
    Break("start-nowhere", "flow", 'start = "loai-may"', 'start = "dau"', 'start = "dau"'),
    Break("way-nowhere", "flow", 'choice.no = "mo-may"', 'choice.no = "mo-mai"', 'choice.no = "mo-mai"'),
    Break("ways-wrong", "flow", 'kind = "end"', 'kind = "say"', "[step.xong]"),
    Break("ways-wrong", "flow", 'choice.yes = "xong"\n', "", "[step.hoi-lai]"),
    Break("source-nowhere", "flow", 'sources = ["V1"]', 'sources = ["V9"]', 'sources = ["V9"]'),
    Break("cited-nowhere", "vi", '"Học thử"', '"Học thử"\nstaff_note = "Hay nhầm [V9]."', "[V9]"),
    Break("qr-elsewhere", "flow", 'kind = "do"', 'kind = "do"\nqr_id = "trang"', 'qr_id = "trang"'),
    Break("qr-nowhere", "flow", 'kind = "do"', 'kind = "show"\nqr_id = "trang"', 'qr_id = "trang"'),
    Break("qr-unchecked", "flow", 'kind = "do"', 'kind = "show"\nqr_id = "trang"', "qr_id"),
    Break("qr-not-https", "flow", "[source.V1]", EMPTY_QR + "[source.V1]", 'payload = ""'),
    Break("qr-not-https", "flow", "[source.V1]", PLAIN_QR + "[source.V1]", 'payload = "http:'),
    *(
        Break("qr-not-https", "flow", "[source.V1]", code_to(bad) + "[source.V1]", 'payload = "https:')
        for bad in ("https://", "https://vneid", "https://a@vneid.gov.vn", "https://vneid.gov.vn/ a",
                    "https://vneid.gov.vn/" + "x" * 300)
    ),
    Break("qr-source-none", "flow", "[source.V1]", code_to("https://vneid.gov.vn") + "[source.V1]", "[qr.a]"),
    *(
        Break("qr-host-unknown", "flow", "[source.V1]", code_to(bad) + "[source.V1]", 'payload = "https:')
        for bad in ("https://vneid-gov-vn.evil.top/apk", "https://vneid.gov.vn.evil.top", "https://gov.vn.top",
                    "https://play.google.com.evil.top/store", "https://evil.top/?https://vneid.gov.vn",
                    "https://evilgov.vn", "https://EVIL.top:443/vneid.gov.vn")
    ),
    Break("language-twice", "flow", '["vi", "en"]', '["vi", "en", "vi"]', "languages"),
    Break("hotline-of-somebody", "flow", 'sure = "person"', 'sure = "hotline:0912345678"', "hotline:"),
    Break("hotline-unknown", "flow", 'sure = "person"', 'sure = "hotline:19001234"', "hotline:19001234"),
    Break("hotline-unknown", "flow", 'role = "icon", label = "Mở"', 'role = "digits", label = "118"', "118"),
    Break("hotline-unknown", "vi", SAY_OPEN, 'say = "Bác gọi 1900 1234."', "1900 1234"),
    Break("answer-tells", "vi", '"Có quả táo"', '"Đủ 75 tuổi"', "75 tuổi"),
    Break("answer-tells", "vi", "là loại nào ạ?", "cho nhà hộ nghèo phải không ạ?", "hộ nghèo"),
    Break("source-empty", "flow", 'url = "https://example.org"', 'url = " "', 'url = " "'),
    Break("source-empty", "flow", 'title = "Trang mẫu"', 'title = ""', 'title = ""'),
    Break("words-missing", "en", 'simpler = "Finished."\n', "", "[step.xong]"),
    Break("words-missing", "vi", SAY_OPEN, 'say = ""', 'say = ""'),
    Break("words-unused", "vi", 'say = "Bác làm', 'simple = "Xong."\nsay = "Bác làm', "simple = "),
    Break("words-not-nfc", "vi", "Bác làm tốt lắm.", APART, APART),
    Break("step-unreachable", "flow", "\n[step.xong]", ISLAND + "\n[step.xong]", "[step.dao]"),
    Break("no-end", "flow", 'choice.iphone = "mo-may"', TO_ISLAND, "[step.dao]"),
    Break("guard-overlap", "flow", WHEN_OTHER, WHEN_NOT_NO, "next = ["),
    Break("guard-gap", "flow", WHEN_OTHER, 'when = { step = "hoi-lai", is = ["no"] }', "next = ["),
    Break("flow-nowhere", "flow", 'not-sure = "person"', 'not-sure = "flow:khong-con"', "flow:khong-con"),
    Break("source-none", "flow", 'confidence = "A"\nsources = ["V1"]', 'confidence = "A"', "[step.mo-may]"),
    Break("source-unused", "flow", 'confidence = "A"\nsources = ["V1"]', 'confidence = "U"', "[source.V1]"),
    Break("expired", "flow", "2027-05-24", "2026-11-24", "valid_until"),
    Break("review-day-missing", "flow", "valid_until = 2027-05-24\n", "", None),
    Break("checked-on-wrong", "flow", "checked_on = 2026-11-24", "checked_on = 2026-12-24", "checked_on"),
    Break("checked-on-wrong", "flow", "2027-05-24", "2026-11-20", "checked_on"),
    Break("until-nothing-follows", "flow", MARKED, MARKED + "until = 2026-12-31\n", "until = "),
    Break("until-nothing-follows", "flow", MARKED, MARKED + "until.simpler = 2026-12-31\n", "until.simpler"),
    Break("until-nothing-follows", "flow", MARKED, MARKED + "until.stuck.nham-may = 2026-12-31\n", "stuck"),
    Break("until-person-of-a-text", "flow", MARKED,
          MARKED + 'until.simpler = 2026-12-31\nafter = "person"\n', "after ="),
    Break("key-missing", "flow", MARKED, MARKED + 'after = "person"\n', "[step.mo-may]"),
    Break("key-unknown", "flow", MARKED, MARKED + "until.exemple = 2026-12-31\n", "until.exemple"),
    Break("value-wrong", "flow", MARKED, MARKED + 'until = "cuối năm"\nafter = "person"\n', "until ="),
    Break("until-before-checked", "flow", MARKED, MARKED + TO_PERSON.replace("26-12", "25-12"), "until ="),
    Break("until-over", "flow", MARKED, MARKED + TO_PERSON.replace("2026-12-31", "2026-11-26"), "until ="),
    Break("until-source-none", "flow", 'confidence = "U"\nchoice.iphone',
          'confidence = "U"\n' + TO_PERSON + "choice.iphone", "until ="),
    Break("source-last-gone", "flow", LAST_SOURCE, "", 'confidence = "A"'),
    Break("not-sure-fact", "flow", "minutes = [2, 5]", "minutes = [2, 6]", 'confidence = "U"'),
    Break("answers-alike", "vi", '"Máy khác"', '"Có quả táo"', "choice.android"),
    Break("answers-alike", "vi", '"Máy khác"', '"CÓ  quả táo."', "choice.android"),
    Break("answers-alike", "en", '"No"', '"Yes"', "choice.no"),
    Break("not-speakable", "vi", SAY_OPEN, 'say = "Bác mở ☎."', "☎"),
    Break("not-speakable", "en", 'say = "Well done."', 'say = "Well done ☎."', "☎"),
    Break("letters-unsayable", "vi", SAY_OPEN, 'say = "★ 漢字 Привет."', "★ 漢字"),
    Break("letters-unsayable", "vi", SAY_OPEN, 'say = "Bác mở 微信."', "微信"),
    Break("letters-unsayable", "vi", '"Có quả táo"', '"★ …"', "★ …"),
    Break("passcode-unexplained", "vi", SAY_OPEN, 'say = "Bác tự gõ passcode."', "say ="),
    Break("not-translated", "en", 'say = "Well done."', 'say = "Bác làm tốt lắm."', "Bác làm tốt lắm"),
    Break("words-copied", "en", ENGLISH, VIETNAMESE, "title"),
    Break("words-copied", "vi", VIETNAMESE, ENGLISH, "title"),
    Break("sentence-long", "vi", SAY_OPEN, f'say = "{"Bác mở máy. " * 7}"', "Bác mở máy. Bác"),
    Break("sentence-long", "vi", "Mình chọn lại nhé.", "mình chọn lại nhé " * 6, "stuck.nham-may.say"),
    Break("numbers-differ", "en", 'say = "Open the phone."', 'say = "Call 1900 0863."', "0863"),
    Break("number-not-shown", "vi", "Bác gọi công an nhé.", "Bác gọi 114.", "114"),
    Break("zero-denies", "vi", "Bác gọi công an nhé.", "Số 1900 mất tiền cước.", "1900"),
    Break("zero-denies", "vi", SAY_OPEN, 'say = "Chữ O và số 0 dễ lẫn."', "dễ"),
    Break("number-of-somebody", "vi", SAY_OPEN, 'say = "Bác gọi số 0912 345 678."', "0912"),
    Break("number-of-somebody", "en", 'say = "Well done."', 'say = "Call +84 912 345 678."', "+84"),
    Break("number-of-somebody", "vi", SAY_OPEN, 'say = "Bác gọi 096 306 1415."', "096 306"),
    Break("number-of-somebody", "flow", 'label = "Mở"', 'label = "001 085 012345"', "001 085"),
    Break("asks-personal-data", "vi", SAY_OPEN, 'say = "Bác gõ số căn cước vào ki-ốt."', "căn cước"),
    Break("secret-told", "vi", SAY_OPEN, 'say = "Bác nói mật khẩu cho cán bộ."', "mật khẩu"),
    Break("secret-told", "vi", SAY_OPEN, 'say = "Quên thì bác nhờ cán bộ đặt hộ mật khẩu."', "mật khẩu"),
    Break("secret-told", "vi", SAY_OPEN, 'say = "Bác đọc mã vừa nhận cho cháu."', "mã vừa"),
    Break("safety-line-missing", "vi", SAY_OPEN, 'say = "Bác gõ Mật khẩu."', "Mật khẩu"),
    Break("safety-line-missing", "vi", SAY_OPEN, 'say = "Bác xem mã OTP."', "OTP"),
    Break("safety-line-missing", "vi", SAY_OPEN, 'say = "Bác đợi mã xác nhận."', "mã xác nhận"),
    Break("safety-line-missing", "vi", SAY_OPEN, 'say = "Bác gõ mã PIN."', "PIN"),
    Break("safety-line-missing", "vi", "Bác bấm nút bên cạnh.", "Bác chuyển khoản.", "chuyển khoản"),
    Break("safety-line-missing-there", "en", 'say = "Well done."', 'say = "Keep your PIN code."', "PIN code"),
    Break(
        "safety-lines-many", "flow", 'choice.not-sure = "person"\n\n[step.xong]\nkind = "end"\n',
        'choice.not-sure = "person"\nsafety = ["otp"]\n\n[step.xong]\nkind = "end"\nsafety = ["link"]\n',
        'safety = ["link"]',
    ),
    Break(
        "end-hides-guide", "vi", "Bác làm tốt lắm.", "Sau đó bác mở bài “Cài VNeID”.", "mở bài",
    ),
    Break("end-hides-guide", "vi", "Lần sau bác tự mở máy.", "Bác mở bài Cài VNeID nhé.", "mở bài"),
    Break("first-page-wrong", "flow", "start =", 'first_page = ["khong-co"]\nstart =', "first_page"),
    Break("must-have-nowhere", "flow", "start =", 'must_have = ["sim"]\nstart =', "must_have"),
    Break("highlight-wrong", "flow", ", highlight = true", "", "picture.elements"),
    Break("highlight-wrong", "flow", ELEMENT, LIT, "picture.elements"),
    Break("picture-crowded", "flow", ELEMENT, ELEMENT * 7, "picture.elements"),
    Break("points-at-danger", "vi", SAY_OPEN, 'say = "Bác đừng chạm vào đó."', "đừng chạm"),
]  # fmt: skip


def speakable(text: str, language: Language) -> list[tuple[str, str]]:
    return [("dấu ☎", "sign ☎")] if "☎" in text else []


def check(folder: Path) -> tuple[Problem, ...]:
    return check_folder(folder, TODAY, speakable).problems


def broken(folder: Path, one: Break) -> tuple[dict[str, str], tuple[Problem, ...]]:
    texts = dict(FILES)
    assert one.old in texts[one.file], "the break must change something"
    texts[one.file] = texts[one.file].replace(one.old, one.new, 1)
    if one.code == "no-end":
        texts["flow"] += ISLAND
    if one.code == "qr-unchecked":
        texts["flow"] += PLAIN_QR.replace("[qr.a]", "[qr.trang]").replace("print = true", "print = false")
        texts["vi"] += '[qr]\ntrang = "Trang mẫu"\n'
        texts["en"] += '[qr]\ntrang = "A page"\n'
    if "dao" in texts["flow"]:
        texts["vi"] += ISLAND_WORDS
        texts["en"] += ISLAND_WORDS
    write_pack(folder, **texts)
    return texts, check(folder)


@pytest.mark.parametrize("one", BREAKS, ids=lambda one: f"{one.code}-{one.file}")
def test_a_broken_rule_is_named_with_file_line_and_mend(tmp_path: Path, one: Break) -> None:
    texts, problems = broken(tmp_path, one)
    named = [problem for problem in problems if problem.code == one.code]
    assert named, [str(problem) for problem in problems if problem.severity != "note"]
    problem = named[0]
    assert problem.file == f"hoc-thu/{one.file}.toml"
    if one.at is not None:
        assert problem.line is not None
        assert one.at in texts[one.file].splitlines()[problem.line - 1]
    for sentence in (problem.vi, problem.en, problem.mend_vi, problem.mend_en):
        assert sentence


@pytest.mark.parametrize("one", BREAKS, ids=lambda one: f"{one.code}-{one.file}")
def test_an_error_takes_the_guide_from_the_library_and_a_warning_does_not(tmp_path: Path, one: Break) -> None:
    _, problems = broken(tmp_path, one)
    offered = "hoc-thu" in load_library(tmp_path, TODAY).flows
    errors = [problem.code for problem in problems if problem.severity == "error"]
    assert offered == (not errors)
    assert check_folder(tmp_path, TODAY, speakable).refused == (() if offered else ("hoc-thu",))


@pytest.mark.parametrize(
    "official",
    ["https://dichvucong.gov.vn", "https://VNeID.gov.vn:443/tai#ios", "https://apps.apple.com/vn/app/vneid/id1582750372",
     "https://play.google.com/store/apps/details?id=com.vnid"],
)  # fmt: skip
def test_a_printed_code_may_lead_to_a_page_of_the_state_or_to_an_official_store(
    tmp_path: Path, official: str
) -> None:
    flow = STRUCTURE.replace("[source.V1]", code_to(official) + 'sources = ["V1"]\n[source.V1]')
    words = '[qr]\na = "A"\n'
    write_pack(tmp_path, flow=flow, vi=VIETNAMESE + words, en=ENGLISH + words)
    report = check_folder(tmp_path, TODAY, speakable)
    assert report.fine, [str(problem) for problem in report.problems]


def test_nobody_is_told_to_leave_out_vietnamese(tmp_path: Path) -> None:
    """Which would itself be an error."""
    texts = {"sentence": VIETNAMESE.replace(SAY_OPEN + "\n", ""), "file": None, "copied": ENGLISH}
    for name, vi in texts.items():
        write_pack(tmp_path / name, vi=vi)
        told = [one for one in check(tmp_path / name) if one.file == "hoc-thu/vi.toml"]
        assert {one.code for one in told} <= {"words-missing", "file-missing", "words-copied"} and told
        assert not any("languages" in mend for one in told for mend in (one.mend_vi, one.mend_en))
    write_pack(tmp_path, en=ENGLISH.replace('say = "Well done."\n', ""))
    (told_en,) = [one for one in check(tmp_path) if one.code == "words-missing"]
    assert "languages" in told_en.mend_vi and "languages" in told_en.mend_en


def test_a_file_copied_over_that_of_another_language_is_reported_once(tmp_path: Path) -> None:
    flow = STRUCTURE.replace('["vi", "en"]', '["vi", "en", "fr"]')
    french = tmp_path / "hoc-thu" / "fr.toml"
    for copied, other in ((ENGLISH, "en.toml"), (VIETNAMESE, "vi.toml")):
        write_pack(tmp_path, flow=flow)
        french.write_text(copied, "utf-8")
        faults = [one for one in check(tmp_path) if one.severity != "note"]
        (told,) = faults
        assert (told.code, told.file, told.line) == ("words-copied", "hoc-thu/fr.toml", 1)
        assert other in told.vi and other in told.en


def test_answers_that_could_not_be_read_are_not_called_alike(tmp_path: Path) -> None:
    vi = VIETNAMESE.replace('"Có quả táo"', "1").replace('"Máy khác"', "2")
    write_pack(tmp_path, vi=vi)
    assert {one.code for one in check(tmp_path) if one.severity != "note"} == {"value-wrong"}


def test_every_rule_has_a_break_of_its_own() -> None:
    broken = (Path(__file__).with_name("broken_packs.tsv")).read_text("utf-8").splitlines()
    others = {code for code, _ in FILES_BEYOND.values()} | {line.split("\t")[0] for line in broken}
    assert {one.code for one in BREAKS} | others | ELSEWHERE == set(rules())


def test_a_guide_for_volunteers_among_those_for_residents_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path, flow=STRUCTURE.replace('audience = "resident"', 'audience = "volunteer"'))
    assert "audience-not-here" not in {one.code for one in check(tmp_path)}
    monkeypatch.setattr("flows.shelf.check.RESIDENT_GUIDES", tmp_path)
    (named,) = [one for one in check(tmp_path) if one.code == "audience-not-here"]
    assert named.line == STRUCTURE[: STRUCTURE.index("audience")].count("\n") + 1 and "volunteer" in named.vi


def test_a_step_without_simpler_words_is_listed_and_the_guide_is_still_offered(tmp_path: Path) -> None:
    vi = VIETNAMESE.replace('simpler = "Xong rồi ạ."\n', "")
    write_pack(tmp_path, vi=vi, en=ENGLISH.replace('simpler = "Finished."\n', ""))
    report = check_folder(tmp_path, TODAY, speakable)
    (listed,) = [problem for problem in report.problems if problem.code == "simpler-missing"]
    assert listed.severity == "note" and "xong" in listed.vi
    assert report.fine and report.refused == ()


def test_a_step_with_neither_an_example_nor_a_picture_to_show_closer_is_listed_with_its_line(
    tmp_path: Path,
) -> None:
    """“mo-may” has no example either, but its picture can be drawn with nothing but the place to touch."""
    assert "example" not in VIETNAMESE.split("[step.mo-may]")[1].split("[step.")[0]
    said = 'example = "Màn hình tối đen thì bác chọn “Không”."\n'
    assert said in VIETNAMESE
    vi = VIETNAMESE.replace(said, "")
    write_pack(tmp_path, vi=vi, en=ENGLISH.replace('example = "A black screen: choose “No”."\n', ""))
    report = check_folder(tmp_path, TODAY, speakable)
    (listed,) = [problem for problem in report.problems if problem.code == "example-missing"]
    assert (listed.severity, listed.file) == ("note", "hoc-thu/vi.toml")
    assert listed.line is not None and vi.splitlines()[listed.line - 1] == "[step.hoi-lai]"
    assert "hoi-lai" in listed.vi and "hoi-lai" in listed.en and "example" in listed.mend_vi
    assert report.fine and report.refused == ()


def test_without_its_picture_a_step_wants_an_example(tmp_path: Path) -> None:
    flow = STRUCTURE[: STRUCTURE.index("picture.device")] + STRUCTURE[STRUCTURE.index("\n[step.hoi-lai]") :]
    write_pack(tmp_path, flow=flow)
    listed = [problem.vi for problem in check(tmp_path) if problem.code == "example-missing"]
    assert len(listed) == 1 and "mo-may" in listed[0]


def test_the_unbroken_guide_passes_with_notes_only(tmp_path: Path) -> None:
    write_pack(tmp_path)
    report = check_folder(tmp_path, TODAY, speakable)
    assert report.fine, [str(problem) for problem in report.problems]
    assert report.refused == ()
    assert {problem.code for problem in report.problems} == {"not-sure-fact"}


@pytest.mark.parametrize("way_out", ["hang-up", "close"])
def test_a_picture_may_point_at_the_way_out_of_what_its_sentence_warns_of(
    tmp_path: Path, way_out: str
) -> None:
    shown = 'role = "icon", label = "Mở", highlight'
    assert shown in STRUCTURE
    write_pack(
        tmp_path,
        flow=STRUCTURE.replace(shown, f'role = "{way_out}", highlight'),
        vi=VIETNAMESE.replace(SAY_OPEN, 'say = "Bác đừng chạm vào đó."'),
    )
    codes = {problem.code for problem in check_folder(tmp_path, TODAY, speakable).problems}
    assert "points-at-danger" not in codes


@pytest.mark.parametrize(
    ("sentence", "warns"),
    [
        ("Bác không đọc mật khẩu cho ai, kể cả cán bộ.", True),
        ("Bác nói với cán bộ là bác quên mật khẩu.", False),
        ("Bác gọi cán bộ lại ngồi cạnh. Bác tự gõ mật khẩu.", False),
        ("Đừng nhờ cán bộ gõ hộ mật khẩu.", True),
    ],
)
def test_a_secret_may_be_spoken_of_and_kept(tmp_path: Path, sentence: str, warns: bool) -> None:
    write_pack(tmp_path, vi=VIETNAMESE.replace(SAY_OPEN, f'say = "{sentence}"'))
    codes = {problem.code for problem in check_folder(tmp_path, TODAY, speakable).problems}
    assert "secret-told" not in codes and ("safety-line-missing" in codes) is not warns


def test_a_step_from_which_every_way_leaves_the_guide_is_an_end_of_it(tmp_path: Path) -> None:
    ways = {
        'choice.yes = "xong"': 'choice.yes = "person"',
        'choice.no = "mo-may"': 'choice.no = "hotline:113"',
    }
    flow = STRUCTURE
    for old, new in ways.items():
        assert flow.count(old) == 1
        flow = flow.replace(old, new)
    write_pack(tmp_path, flow=flow)
    assert check_folder(tmp_path, TODAY, speakable).fine


def test_a_circle_that_only_the_stuck_leave_is_no_way_to_an_end(tmp_path: Path) -> None:
    """“Tiếp theo” would lead round it for ever."""
    words = ISLAND_WORDS + 'stuck.lac.if = "Bác bị lạc"\nstuck.lac.say = "Bác gọi cán bộ."\n'
    write_pack(
        tmp_path,
        flow=STRUCTURE.replace('choice.iphone = "mo-may"', TO_ISLAND) + ISLAND + 'stuck.lac = "person"\n',
        vi=VIETNAMESE + words,
    )
    found = [
        str(problem)
        for problem in check_folder(tmp_path, TODAY, speakable).problems
        if problem.code == "no-end"
    ]
    assert len(found) == 1 and "dao" in found[0]


def test_a_guide_alone_in_its_folder_can_be_checked(tmp_path: Path) -> None:
    home = write_pack(
        tmp_path, flow=STRUCTURE.replace('not-sure = "person"', 'not-sure = "flow:vneid-muc-2"')
    )
    report = check_folder(home, TODAY, speakable)
    assert report.guides == ("hoc-thu",)
    assert report.fine, [str(problem) for problem in report.problems]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    write_pack(tmp_path / "missing", en=None)
    write_pack(tmp_path / "latin", vi='title = "Học"\nsummary = "Bác học"'.encode("utf-16"))
    write_pack(tmp_path / "folder", en=None)
    (tmp_path / "folder" / "hoc-thu" / "en.toml").mkdir()
    write_pack(tmp_path / "pipe", en=None)
    os.mkfifo(tmp_path / "pipe" / "hoc-thu" / "en.toml")  # nobody ever writes into it
    named = {name: check(tmp_path / name)[0] for name in ("missing", "latin", "folder", "pipe")}
    assert {name: problem.code for name, problem in named.items()} == {
        "missing": "file-missing", "latin": "file-not-utf8", "folder": "file-unreadable",
        "pipe": "file-unreadable",
    }  # fmt: skip
    assert named["latin"].line == 1


def test_everything_wrong_with_a_guide_is_reported_at_once(tmp_path: Path) -> None:
    flow = STRUCTURE.replace("minutes = [2, 5]", "minutes = 5").replace('kind = "check"', 'kind = "chek"')
    write_pack(
        tmp_path, flow=flow, vi=VIETNAMESE.replace(SAY_OPEN, ""), en=ENGLISH.replace("Well", "\u0301Well")
    )
    assert {"minutes-wrong", "value-not-allowed", "words-missing"} <= {
        problem.code for problem in check(tmp_path)
    }


def test_an_empty_folder_is_not_fine(tmp_path: Path) -> None:
    assert not check_folder(tmp_path, TODAY, speakable).fine
    assert check_folder(tmp_path / "nowhere", date(2026, 1, 1), speakable).guides == ()


def test_a_byte_order_mark_from_notepad_is_forgiven(tmp_path: Path) -> None:
    write_pack(tmp_path, vi=b"\xef\xbb\xbf" + VIETNAMESE.encode())
    assert check_folder(tmp_path, TODAY, speakable).fine


def test_no_zero_denies_a_word_of_the_kiosk_itself() -> None:
    """What the screens, the rehearsals and the exercises say."""
    root = Path(__file__).parents[2]
    files = [root / "ui/words/vi.toml", *(root / "flows").glob("[er]*s/*/*.toml")]
    lines = [
        line for file in files for line in file.read_text("utf-8").splitlines() if "vi" in file.name + line
    ]
    assert len(files) > 20 and len(lines) > 500
    assert [line for line in lines if denied_by_a_zero(line)] == []
    assert denied_by_a_zero("Mã 000000 báo hết hạn.") == "báo"
    assert denied_by_a_zero("Gọi 1900, bác mất tiền cước.") is None
    assert denied_by_a_zero("Năm 2020 có đợt đổi, bác trả 50.000 cho máy.") is None
