"""A ward officer's config: what is good is used, what is wrong is named with its line and its mend."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.base.config.file import load_config
from kiosk.base.config.reference import config_reference
from kiosk.base.config.sections import SECTIONS, Config
from kiosk.desk.commands import chosen
from kiosk.desk.commands.chosen import choose

ROOT = Path(__file__).parents[4]
POINTS = sorted((ROOT / "resources" / "points").glob("diem-*.toml"))
TEAM = ROOT / "resources" / "points" / "to-mau.toml"


def read(folder: Path, text: str) -> tuple[Config, list[str], list[str]]:
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    config, problems = load_config(file)
    assert all(problem.file == str(file) for problem in problems)
    return config, [one.sentence_vi() for one in problems], [one.sentence_en() for one in problems]


def test_without_a_file_every_option_has_its_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "default_config_file", lambda: None)
    assert choose(None, tmp_path) == (None, Config(), (), tmp_path)


def test_every_option_is_declared_with_a_meaning_in_both_languages() -> None:
    for section in SECTIONS.values():
        for one in fields(section):
            assert one.metadata["option"].vi and one.metadata["option"].en, one.name


def test_every_default_is_one_that_a_person_would_be_allowed_to_write(tmp_path: Path) -> None:
    lines = []
    for name, section in SECTIONS.items():
        lines.append(f"[{name}]")
        for one in fields(section):
            value = getattr(getattr(Config(), name), one.name)
            if isinstance(value, bool):
                lines.append(f"{one.name} = {str(value).lower()}")
            elif isinstance(value, str):
                lines.append(f'{one.name} = "{value}"')
            elif isinstance(value, int | float):
                lines.append(f"{one.name} = {value}")
    config, vi, _ = read(tmp_path, "\n".join(lines))
    assert vi == []
    assert config == Config()


def test_a_misspelt_option_is_named_with_its_line_and_the_nearest_right_name(tmp_path: Path) -> None:
    config, vi, en = read(tmp_path, "[place]\n\nnumbr = 3\n")
    assert config.place.number == 0
    assert "dòng 3" in vi[0] and "place.numbr" in vi[0] and "place.number?" in vi[0]
    assert "line 3" in en[0] and "Did you mean place.number?" in en[0]


def test_an_option_like_none_is_likened_to_none(tmp_path: Path) -> None:
    _, vi, en = read(tmp_path, "[place]\nbogus = 3\n")
    assert "Có phải" not in vi[0] and "Did you mean" not in en[0]


def test_a_misspelt_section_is_named_with_the_nearest_right_name(tmp_path: Path) -> None:
    _, vi, _ = read(tmp_path, "[plase]\nnumber = 3\n")
    assert len(vi) == 1 and "Có phải là place?" in vi[0]


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ('number = "ba"', "place.number"),
        ("number = true", "place.number"),
        ("number = 2.5", "place.number"),
        ("number = -1", "place.number"),
        ("number = nan", "place.number"),
        ("name = 7", "place.name"),
        ('kind = "kiosk"', "place.kind"),
        ('help_phone = "hỏi chị Lan"', "place.help_phone"),
        ('help_phone = "001084012345"', "place.help_phone"),
        ('hours = "sáng"', "place.hours"),
        ('hours = { thu2 = ["08:00-11:30"] }', "place.hours"),
        ('hours = { mon = ["11:30-08:00"] }', "place.hours"),
        ('hours = { mon = ["25:00-26:00"] }', "place.hours"),
        ("hours = { mon = 8 }", "place.hours"),
    ],
)
def test_a_value_that_cannot_be_used_keeps_its_default_and_is_named(
    tmp_path: Path, line: str, option: str
) -> None:
    config, vi, en = read(tmp_path, f"[place]\n{line}\n")
    assert config == Config()
    assert len(vi) == len(en) == 1
    assert "dòng 2" in vi[0] and option in vi[0]
    assert "line 2" in en[0] and option in en[0]


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("screen", "text_size = 6"),
        ("screen", 'theme = "pink"'),
        ("screen", 'size = "1080 by 1920"'),
        ("screen", "diagonal_in = 1"),
        ("screen", 'fullscreen = "yes"'),
        ("speech", "volume = 7"),
        ("speech", "rate = inf"),
        ("session", "grace_s = 5"),
        ("privacy", "min_cell = 4"),
        ("export", "hour = 24"),
    ],
)
def test_every_section_keeps_its_ranges(tmp_path: Path, section: str, line: str) -> None:
    config, vi, _ = read(tmp_path, f"[{section}]\n{line}\n")
    assert config == Config()
    assert len(vi) == 1


def test_all_problems_are_reported_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    config, vi, _ = read(
        tmp_path,
        '[place]\nnumber = "x"\nnumbre = 1\naddress = "21 phố Bà Triệu"\n[sreen]\n[speech]\nvolume = 9\n',
    )
    assert [text.split("dòng ")[1].split(":")[0] for text in vi] == ["2", "3", "5", "7"]
    assert config.place.address == "21 phố Bà Triệu"


def test_a_broken_file_leaves_the_defaults_and_names_the_line(tmp_path: Path) -> None:
    config, vi, en = read(tmp_path, '[place]\nnumber = 2\nname = "Điểm 2\n')
    assert config == Config()
    assert "dòng 3" in vi[0] and "line 3" in en[0]


@pytest.mark.parametrize(
    ("text", "option", "first", "line"),
    [
        ("[place]\nnumber = 2\n\nnumber = 3\n[screen]\n", "place.number", 2, 4),
        ("[place]\nnumber = 2\nnumber = 3", "place.number", 2, 3),
        ("[place]\nroute = [1]\nroute = [\n  2,\n]\nnumber = 2\n", "place.route", 2, 3),
        ("[place]\nnumber = 2\n[speech]\n[place]\nname = 7\n", "place", 1, 4),
        ('[place]\n"0912345678" = 1\n"0912345678" = 2\n', "place.…", 2, 3),
    ],
)
def test_what_is_written_twice_is_named_with_both_lines(
    tmp_path: Path, text: str, option: str, first: str, line: str
) -> None:
    config, vi, en = read(tmp_path, text)
    assert config == Config() and len(vi) == len(en) == 1
    assert f"dòng {line}: {option} – ghi hai lần" in vi[0] and f"dòng {first}" in vi[0]
    assert f"line {line}: {option} – is written twice" in en[0] and f"line {first}" in en[0]


def test_only_a_quoted_number_is_answered_with_a_word_on_quotes(tmp_path: Path) -> None:
    _, vi, en = read(tmp_path, '[session]\ngrace_s = true\nidle_after_s = "90"\n')
    assert ["ngoặc kép" in one for one in vi] == ["quotes" in one for one in en] == [False, True]


def test_a_section_in_two_brackets_is_reported_with_its_line(tmp_path: Path) -> None:
    _, vi, en = read(tmp_path, "[place]\n\n[[speech]]\nvolume = 1\n")
    assert "dòng 3: speech" in vi[0] and "line 3: speech" in en[0] and "[speech]" in vi[0]


def test_a_missing_or_foreign_file_leaves_the_defaults_and_says_why(tmp_path: Path) -> None:
    config, problems = load_config(tmp_path / "none.toml")
    assert config == Config() and "không thấy tệp" in problems[0].sentence_vi()
    file = tmp_path / "latin.toml"
    file.write_bytes('[place]\nname = "Điểm"'.encode("utf-16"))
    config, problems = load_config(file)
    assert config == Config() and "UTF-8" in problems[0].sentence_en()


def test_a_file_saved_by_windows_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(b"\xef\xbb\xbf[place]\r\nnumber = 4\r\n")
    config, problems = load_config(file)
    assert (config.place.number, problems) == (4, ())


@pytest.mark.parametrize(
    "text",
    ["gọi 0912 345 678", "CCCD 001084012345", "+84912345678", "012345678", "thư: lan.tr@phuong.gov.vn."],
)
def test_a_persons_number_or_e_mail_is_refused_everywhere_but_in_the_help_phone(
    tmp_path: Path, text: str
) -> None:
    for option in ("place.name", "place.address", "ward.name"):
        section, name = option.split(".")
        config, vi, _ = read(tmp_path, f'[{section}]\n{name} = "{text}"\n')
        assert config == Config(), option
        assert "căn cước" in vi[0]


@pytest.mark.parametrize(
    "text",
    [
        "Số 21, phố Bà Triệu",
        "Tổ 12, ngõ 102/35",
        "Điểm 6 (2026)",
        "Số 024.1022 Trần Hưng Đạo",
    ],
)
def test_ordinary_addresses_are_not_mistaken_for_a_persons_number(tmp_path: Path, text: str) -> None:
    config, vi, _ = read(tmp_path, f'[place]\naddress = "{text}"\nhelp_phone = "1022"\n')
    assert vi == [] and config.place.address == text


@pytest.mark.parametrize("command", ["ssh pi@den.phuong.local on", "ssh pi@192.168.1.5 on"])
def test_the_user_and_host_a_command_logs_in_to_are_no_persons_address(tmp_path: Path, command: str) -> None:
    config, vi, _ = read(tmp_path, f'[help]\nlamp_on = "{command}"\n')
    assert vi == [] and config.help.lamp_on == command


def test_a_wait_on_the_phone_shorter_than_the_ordinary_one_is_reported(tmp_path: Path) -> None:
    config, vi, _ = read(tmp_path, "[session]\nidle_after_s = 600\nidle_long_after_s = 300\n")
    assert len(vi) == 1 and "idle_long_after_s" in vi[0]
    assert config.session.idle_long_after_s == 600


def test_the_six_example_points_are_read_without_a_problem_and_invent_nothing() -> None:
    assert len(POINTS) == 6
    for number, file in enumerate(POINTS, start=1):
        config, problems = load_config(file)
        assert problems == ()
        assert config.place.number == number
        assert config.place.name and str(number) not in config.place.name  # the sign says the number itself
        assert (config.place.address, config.place.help_phone, dict(config.place.hours)) == ("", "", {})


def test_the_example_of_a_team_is_right_and_leaves_its_route_to_the_ward() -> None:
    config, problems = load_config(TEAM)
    assert problems == ()
    assert (config.place.kind, config.place.route) == ("team", ())


@pytest.mark.parametrize(
    ("written", "code"),
    [("[5, 6, 12]", ""), ("[]", ""), ("5", "wrong-type"), ('["5"]', "wrong-type"), ("[true]", "wrong-type"),
     ("[5, 5]", "contradiction"), ("[0]", "out-of-range"), ("[1000]", "out-of-range"),
     ("[912345678]", "out-of-range")],
)  # fmt: skip
def test_a_route_is_a_list_of_numbers_and_nothing_else(tmp_path: Path, written: str, code: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f"[place]\nroute = {written}\n", encoding="utf-8")
    config, problems = load_config(file)
    assert [(one.code, one.line) for one in problems] == ([(code, 2)] if code else [])
    assert config.place.route == ((5, 6, 12) if "12" in written and not code else ())


def test_the_written_reference_is_the_one_of_the_declarations() -> None:
    assert (ROOT / "docs" / "config.md").read_text(encoding="utf-8") == config_reference()


def test_every_faulty_day_is_named_with_its_own_line(tmp_path: Path) -> None:
    text = """[place.hours]
mon = ["17:00-08:00"]
funday = ["08:00-09:00"]
tue = ["08:00-11:30"]
wed = "08:00-11:30"
thu = ["10:00-17:00", "08:00-11:30"]
"""
    config, vi, en = read(tmp_path, text)
    assert dict(config.place.hours) == {}
    assert [sentence.split("line ")[1][0] for sentence in en] == ["2", "3", "5", "6"]
    assert "chồng lên nhau" in vi[3] and "overlap" in en[3]
    assert "không cho biết giờ nào" in vi[0] and "no hours at all" in en[0]
