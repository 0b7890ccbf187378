"""Whoever edits a guide is told wherever it speaks of passwords, codes or money without its safety line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support.guides import STRUCTURE, TODAY, VIETNAMESE, write_pack

from flows.check import check_folder
from flows.library import RESIDENT_GUIDES, load_library
from flows.problems import Problem

SAY = 'say = "Bác mở máy."'


def without_its_marks(guide: str, folder: Path, step: str, sentence: str) -> Path:
    """A copy of a shipped guide with no safety line anywhere, where *step* says *sentence*."""
    home = Path(shutil.copytree(RESIDENT_GUIDES / guide, folder / guide))
    flow = home / "flow.toml"
    flow.write_text(re.sub(r"(?m)^safety = .*\n", "", flow.read_text(encoding="utf-8")), encoding="utf-8")
    vi = home / "vi.toml"
    text, changed = re.subn(
        rf'(?m)(^\[step\.{step}\]\nsay = )".*"$', rf'\1"{sentence}"', vi.read_text(encoding="utf-8")
    )
    assert changed == 1
    vi.write_text(text, encoding="utf-8")
    return home


def found(folder: Path, code: str = "safety-line-missing") -> list[Problem]:
    problems = check_folder(folder, TODAY, lambda text, language: []).problems
    return [problem for problem in problems if problem.code == code]


def marks_wanted(folder: Path) -> set[str]:
    named = (re.search(r'"([\w-]+)"', problem.mend_en) for problem in found(folder))
    return {mark[1] for mark in named if mark}


@pytest.mark.parametrize(
    ("sentence", "part", "mark"),
    [
        ("Bác nhập mã số bí mật của thẻ.", "mã số bí mật", "password"),
        ("Bác gõ số thẻ ngân hàng và CVV.", "CVV", "password"),
        ("Bác gõ số thẻ ngân hàng và CVV.", "số thẻ ngân hàng", "money"),
        ("Bác nạp tiền vào ví.", "nạp tiền", "money"),
        ("Bác đóng 50.000 đồng.", "50.000\u00a0đồng", "money"),
        ("Bác quét mã để trả 20.000 đ.", "20.000\u00a0đ", "money"),
        ("Bác gõ mã 6 số trong tin nhắn.", "mã 6\u00a0số", "otp"),
        ("Bác đặt khóa màn hình 6 số.", "khóa màn hình 6\u00a0số", "password"),
        ("Bác đọc số căn cước cho cán bộ.", "số căn cước", "id-card"),
    ],
)
def test_a_danger_in_a_guide_without_marks_is_named_with_file_line_and_mend(
    tmp_path: Path, sentence: str, part: str, mark: str
) -> None:
    home = without_its_marks("co-ban-cai-app", tmp_path, "go-ten", sentence)
    (named,) = [
        problem
        for problem in found(home)
        if problem.where == "step.go-ten.say" and f'"{mark}"' in problem.mend_vi
    ]
    assert (named.severity, named.file) == ("error", "co-ban-cai-app/vi.toml")
    assert named.line is not None
    assert sentence in (home / "vi.toml").read_text(encoding="utf-8").splitlines()[named.line - 1]
    for told, mend in ((named.vi, named.mend_vi), (named.en, named.mend_en)):
        assert f"“{part}”" in told and f"“{mark}”" in told
        assert "[step.go-ten]" in mend and "flow.toml" in mend
    assert "co-ban-cai-app" not in load_library(tmp_path, TODAY).flows


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Bác gửi tiền cho cháu.", "money"),
        ("Bác rút hết tiền ra.", "money"),
        ("Chạm vào là mất tiền.", "money"),
        ("Bác chuyển 100 nghìn.", "money"),
        ("Bác trả 50k.", "money"),
        ("Bác đưa năm mươi nghìn.", "money"),
        ("Bác đọc số tài khoản.", "money"),
        ("Bác đóng phí nhận quà.", "money"),
        ("Bác nhập mã bảo mật.", "password"),
        ("Bác gõ PIN.", "password"),
        ("Bác gõ mã gồm 4 chữ số.", "otp"),
        ("Họ hỏi mã thì bác cúp máy.", "otp"),
        ("Bác gõ mã trong tin nhắn.", "otp"),
        ("Bác đọc số thẻ cho họ.", "id-card"),
    ],
)
def test_words_people_use_for_passwords_codes_and_money_are_recognised(
    tmp_path: Path, sentence: str, mark: str
) -> None:
    assert marks_wanted(write_pack(tmp_path, vi=VIETNAMESE.replace(SAY, f'say = "{sentence}"'))) == {mark}


@pytest.mark.parametrize(
    "sentence",
    [
        "Lương hưu là tiền lĩnh hằng tháng.",
        "Bác được nhận tiền trợ cấp.",
        "Wi-Fi ở đây không mất tiền.",
        "Gọi số 1900 mất tiền cước, bác hỏi ngắn gọn.",
        "Hà Nội miễn phí.",
        "Điện thoại hết pin.",
        "Bác quét mã QR.",
        "Bác chép mã hồ sơ ra giấy.",
        "Bạn thử máy in, máy đọc mã.",
        "Từ 1/8/2025, bác gọi 1900 0368.",
        "Phường có 15 nghìn người.",
        "Bác mang thẻ căn cước đi.",
    ],
)
def test_a_text_without_danger_needs_no_safety_line(tmp_path: Path, sentence: str) -> None:
    assert found(write_pack(tmp_path, vi=VIETNAMESE.replace(SAY, f'say = "{sentence}"'))) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Có quả táo", "Trả tiền", "step.loai-may.choice.iphone"),
        ('choice.yes = "Có"', 'choice.yes = "Đã nhập mật khẩu"', "step.hoi-lai.choice.yes"),
        ("Bác chọn nhầm máy", "Máy đòi mã OTP", "step.mo-may.stuck.nham-may.if"),
        ("Mình chọn lại nhé.", "Bác khoan trả tiền.", "step.mo-may.stuck.nham-may.say"),
        ("Lưng máy có quả táo không ạ?", "Máy có hỏi mật khẩu không ạ?", "step.loai-may.simpler"),
        ("Lần sau bác tự mở máy.", "Ai đòi tiền, bác không đưa.", "step.xong.example"),
    ],
)
def test_answers_and_what_may_have_gone_wrong_are_read_too(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    assert VIETNAMESE.count(old) == 1
    (named,) = found(write_pack(tmp_path, vi=VIETNAMESE.replace(old, new)))
    assert named.where == where and named.line is not None


def test_a_dangerous_step_with_its_safety_mark_is_not_reported(tmp_path: Path) -> None:
    flow = STRUCTURE.replace('kind = "do"', 'kind = "do"\nsafety = ["money"]')
    assert found(write_pack(tmp_path, flow=flow, vi=VIETNAMESE.replace(SAY, 'say = "Bác trả 50k."'))) == []


@pytest.mark.parametrize(
    ("said", "mark"),
    [("Type your password.", "password"), ("Wait for the OTP.", "otp"), ("Pay the fee.", "money")],
)
def test_a_translation_that_speaks_of_a_danger_by_itself_is_a_warning(
    tmp_path: Path, said: str, mark: str
) -> None:
    home = write_pack(tmp_path)
    english = (home / "en.toml").read_text(encoding="utf-8")
    (home / "en.toml").write_text(english.replace("Open the phone.", said), encoding="utf-8")
    (named,) = found(home, "safety-line-missing-there")
    assert (named.severity, named.file, named.where) == ("warning", "hoc-thu/en.toml", "step.mo-may.say")
    assert f'"{mark}"' in named.mend_vi and f'"{mark}"' in named.mend_en
    assert "hoc-thu" in load_library(tmp_path, TODAY).flows
