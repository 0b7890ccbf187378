"""Whoever edits a guide is told wherever it speaks of passwords, codes or money without its safety line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.guides import STRUCTURE, TODAY, VIETNAMESE, shipped, write_pack

from flows.checking.safety import most_lines
from flows.guide.flow import Flow
from flows.guide.problems import Problem
from flows.guide.steps import ToStep
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, load_library

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
        ("Bác đọc số căn cước cho cán bộ.", "đọc số căn cước", "id-card"),
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
        ("Bác đọc mã cho máy nghe.", "otp"),
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
        "Gọi 1900, bác mất tiền cước.",
        "Hà Nội miễn phí.",
        "Điện thoại hết pin.",
        "Bác quét mã QR.",
        "Bác chép mã hồ sơ ra giấy.",
        "Bạn thử máy in, máy đọc mã.",
        "Từ 1/8/2025, bác gọi 1900 0368.",
        "Phường có 15 nghìn người.",
        "Bác mang thẻ căn cước đi.",
        "Bác gõ số căn cước.",
        "Bác gõ mật khẩu Wi-Fi của điểm.",
        "Bác được 650.000 đồng một tháng.",
        "Bác trả tiền vé như mọi người.",
        "Họ hỏi mã thì bác cúp máy.",
        "Bác đừng chuyển tiền cho ai.",
        "Mật khẩu, bác giữ cho riêng mình.",
    ],
)
def test_a_text_without_danger_needs_no_safety_line(tmp_path: Path, sentence: str) -> None:
    assert found(write_pack(tmp_path, vi=VIETNAMESE.replace(SAY, f'say = "{sentence}"'))) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Bác bấm nút bên cạnh.", "Bác gõ mật khẩu.", "step.mo-may.simpler"),
        ("Mình chọn lại nhé.", "Bác trả 50k là xong.", "step.mo-may.stuck.nham-may.say"),
        ("Bác gọi công an nhé.", "Bác gõ mã OTP nhé.", "step.loai-may.stuck.khong-co.say"),
    ],
)
def test_simpler_words_and_advice_are_read_too(tmp_path: Path, old: str, new: str, where: str) -> None:
    assert VIETNAMESE.count(old) == 1
    (named,) = found(write_pack(tmp_path, vi=VIETNAMESE.replace(old, new)))
    assert named.where == where and named.line is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Có quả táo", "Trả tiền"),
        ("Bác chọn nhầm máy", "Máy đòi mã OTP"),
        ("Lưng máy có quả táo không ạ?", "Máy có hỏi mật khẩu không ạ?"),
        ("Lần sau bác tự mở máy.", "Bác trả tiền ở quầy."),
        ("Mình chọn lại nhé.", "Bác khoan trả tiền."),
    ],
)
def test_a_question_an_answer_an_example_and_a_warning_need_no_line(
    tmp_path: Path, old: str, new: str
) -> None:
    assert VIETNAMESE.count(f'"{old}"') == 1
    assert found(write_pack(tmp_path, vi=VIETNAMESE.replace(f'"{old}"', f'"{new}"'))) == []


def test_a_sentence_that_only_informs_needs_no_line_and_one_that_bids_does(tmp_path: Path) -> None:
    flow = STRUCTURE.replace('kind = "check"', 'kind = "say"')
    flow = re.sub(r"choice\.yes.*\nchoice\.no.*\nchoice\.not-sure.*", 'next = "xong"', flow)
    answers = 'choice.yes = "Có"\nchoice.no = "Không"\nchoice.not-sure = "Tôi chưa rõ"\n'
    vi = VIETNAMESE.replace(answers, "")
    for said, lines in (("Mật khẩu dài 8 ký tự.", 0), ("Bác gõ mật khẩu vào máy.", 1)):
        write_pack(tmp_path, flow=flow, vi=vi.replace("Máy sáng chưa ạ?", said))
        assert len(found(tmp_path)) == lines, said


@pytest.mark.parametrize(
    ("carries", "missing"),
    [("loai-may", False), ("mo-may", False), ("hoi-lai", True), ("xong", True)],
)
def test_the_line_stands_at_the_step_or_on_every_way_to_it(
    tmp_path: Path, carries: str, missing: bool
) -> None:
    """The password is typed at mo-may; hoi-lai and xong come after it."""
    flow = STRUCTURE.replace(f"[step.{carries}]\n", f'[step.{carries}]\nsafety = ["password"]\n')
    vi = VIETNAMESE.replace(SAY, 'say = "Bác gõ mật khẩu."')
    assert bool(found(write_pack(tmp_path, flow=flow, vi=vi))) is missing


def test_a_line_on_one_of_two_ways_is_not_enough(tmp_path: Path) -> None:
    """The end is reached by hoi-lai, or past it."""
    vi = VIETNAMESE.replace('say = "Bác làm tốt lắm."', 'say = "Bác gõ mật khẩu."')
    flow = STRUCTURE.replace("[step.hoi-lai]\n", '[step.hoi-lai]\nsafety = ["password"]\n')
    (named,) = found(write_pack(tmp_path, flow=flow, vi=vi))
    assert named.where == "step.xong.say" and "[step.xong]" in named.mend_vi


def test_advice_that_opens_another_guide_needs_no_line(tmp_path: Path) -> None:
    vi = VIETNAMESE.replace("Mình chọn lại nhé.", "Mình mở bài lấy lại mật khẩu nhé.")
    assert len(found(write_pack(tmp_path, vi=vi))) == 1
    flow = STRUCTURE.replace('stuck.nham-may = "loai-may"', 'stuck.nham-may = "flow:vneid-quen-mat-khau"')
    assert found(write_pack(tmp_path, flow=flow, vi=vi)) == []


@pytest.mark.parametrize(("steps", "most"), [(3, 1), (8, 1), (11, 1), (12, 2), (20, 3), (44, 6)])
def test_at_most_one_step_in_eight_may_carry_a_safety_line(steps: int, most: int) -> None:
    assert most_lines(steps) == most


def test_too_many_safety_lines_are_named_at_the_first_that_is_one_too_many(tmp_path: Path) -> None:
    flow = re.sub(r'(kind = "(?:do|check|end)"\n)', r'\1safety = ["money"]\n', STRUCTURE)
    (named,) = found(write_pack(tmp_path, flow=flow), "safety-lines-many")
    assert named.severity == "warning" and "3" in named.vi and "4" in named.vi
    assert named.line is not None
    assert flow.splitlines()[named.line - 3 : named.line][0] == "[step.hoi-lai]"
    assert "hoc-thu" in load_library(tmp_path, TODAY).flows


def test_of_all_shipped_steps_at_most_one_in_eight_carries_a_safety_line() -> None:
    guides = shipped().flows.values()
    steps = [step for flow in guides for step in flow.steps.values()]
    lines = [step for step in steps if step.safety]
    assert 0 < len(lines) * 8 <= len(steps)


def test_where_a_code_is_typed_in_a_shipped_guide_its_line_was_met() -> None:
    """Whoever types a code or a password on the drawn phone has met its line, on every way there."""
    typed = 0
    for flow in shipped().flows.values():
        for steps in _ways(flow):
            met = set[str]()
            for step in (flow.steps[one] for one in steps):
                met |= step.safety
                if step.picture and step.picture.scene == "code-entry" and "tự gõ" in step.say.vi:
                    typed += 1
                    assert met & {"otp", "password"}, (flow.id, step.id)
    assert typed > 10


def _ways(flow: Flow) -> Iterator[list[str]]:
    """One way to each step, the shortest."""
    queue, seen = [[flow.start]], {flow.start}
    while queue:
        way = queue.pop(0)
        yield way
        for edge in flow.steps[way[-1]].edges:
            if isinstance(edge.target, ToStep) and edge.target.step_id not in seen:
                seen.add(edge.target.step_id)
                queue.append([*way, edge.target.step_id])


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
