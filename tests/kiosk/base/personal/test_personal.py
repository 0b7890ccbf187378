"""What leads to one person is refused in config, roster and register; places pass."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.base.config.file import load_config
from kiosk.base.config.option import METADATA_KEY
from kiosk.base.config.sections import SECTIONS, Config
from kiosk.base.personal import is_address, is_place_name, leads_to_a_person
from kiosk.desk.command_line import app
from kiosk.papers.roster.read import read_roster
from kiosk.point.staff.members import RegisterRefused, shown_name
from ui.visit.staff.register import FLOWERS, TITLES

NUMBERS = [
    "0912345678", "0912 345 678", "0912.345.678", "(091) 234 5678", "0912  345  678",
    "0912\u00a0345\u00a0678", "091–2345678", "091\u200b2345678", "0 9 1 2 3 4 5 6 7 8",
    "０９１２３４５６７８", "+84 912 345 678", "+84 (0)912 345 678", "0084912345678", "84-912-345-678",
    "024 3942 1234", "Số 5 0912345678", "Zalo0912345678", "O912 345 678", "001099012345",
    "001 099 012 345", "012345678", "012 345 678", "GD4010123456789", "GD 4 01 01 234 56789",
    "0100109106-001", "B1234567", "lan@gmail.com", "lan @ gmail.com", "lan＠gmail.com",
]  # fmt: skip
NO_NUMBERS = [
    "113", "1022", "1900 1234", "1800.1096", "Số 54", "Phòng 101, 102, 103",
    "Tổ 1, 2, 3, 4, 5, 6, 7, 8, 9", "08:00-11:30, 13:30-17:00", "02/11/2026 - 06/11/2026",
    "2026-11-23", "Số 12/34/56 ngõ 78/9", "283/45/12/10", "pi@lamp.local", "00:11:22:33:44:55",
    "/dev/v4l/by-id/usb-046d_0825_8D46E1F0-video-index0",
]  # fmt: skip
NAMED = [
    "Nguyễn Thị Bưởi", "nguyễn thị bưởi", "NGUYEN VAN AN", "Nguyễn-Thị-Bưởi", "NguyễnThịBưởi",
    "Niê Y Moan", "Nhà bà Hạnh", "12 bà Hạnh", "Nhà văn hoá, gặp bà Hạnh", "Chị Lan",
    "NHÀ ÔNG TƯ", "Gặp anh Nam", "Hồ Ngọc Lan", "Đoàn Thị Lan", "Dương Minh Tâm", "Tô Minh Tâm",
    "To truong Nguyen Van An", "Cô giáo Hạnh", "Quán cô Lan",
]  # fmt: skip
PLACES = [
    "Bình dân học vụ số", "Nhà văn hoá Trần Hưng Đạo", "Nhà Văn Hoá Tổ 5",
    "Nhà văn hóa tổ dân phố số 12", "Nhà sinh hoạt cộng đồng liên tổ dân phố 12 – 15–17",
    "Trụ Sở UBND Phường Cửa Nam", "Điểm ở chợ", "Điểm số 1", "Tổ chuyển đổi số cộng đồng",
    "Trường Nguyễn Thị Minh Khai", "Chùa Bà Đá", "Vườn hoa Bà Kiệu", "Khu tập thể Kim Liên",
    "Tòa nhà Thái Bình Dương", "Toà nhà An Bình Plaza", "Thư viện, tiếng Anh trẻ em",
]  # fmt: skip
ADDRESSES = [
    "54 Trần Hưng Đạo", "số 5B Lý Thường Kiệt", "283/45B ngõ 12", "21 phố Bà Triệu",
    "12 Bà Triệu", "Phố Nguyễn Du", "Góc Trần Hưng Đạo – Phan Bội Châu", "Ngõ Trần Quý Cáp",
    "Ngõ 5", "Tầng 1, trụ sở phường",
    "Số 123 ngách 45/67 ngõ 19 phố Nguyễn Thượng Hiền, phường Cửa Nam, Hà Nội, tầng 1",
]  # fmt: skip
NO_LABELS = [
    "", " ", "Sen", "Bạn", "Bạn 1", "Bạn Sen 2", "Bạn Lan Anh", "Nguyễn Thị Sen", "NGUYEN VAN AN",
    "Lan Nguyễn", "Bà Nguyễn Thị Bưởi", "Cô Lê Lan", "Hoa Nguyễn", "TNV An", "Bạn SenTrần",
    "Bạn nguyenthibuoi", "Bạn Sen-Trần", "Bạn S.", "Bạn\x07Sen", "Bạn Сен", "sen@example.vn",
]  # fmt: skip
LABELS = {
    "Bạn Sen": "Bạn Sen", "  bạn   sen ": "Bạn Sen", "BẠN SEN": "Bạn Sen",
    "Cô Nghiêng": "Cô Nghiêng", "Anh Ý": "Anh Ý", "Chị Hoa": "Chị Hoa",
    "B\u1ea1n \u0110a\u0300o": "Bạn Đào",
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_a_persons_number_or_e_mail_is_recognised_in_every_usual_writing(text: str) -> None:
    assert leads_to_a_person(text)
    assert leads_to_a_person(f"Nhà văn hoá, gọi {text} nhé")


@pytest.mark.parametrize("text", [*NO_NUMBERS, *PLACES, *ADDRESSES])
def test_hotlines_house_numbers_hours_and_days_are_no_persons_number(text: str) -> None:
    assert not leads_to_a_person(text)


@pytest.mark.parametrize("text", NAMED)
def test_a_persons_name_fits_neither_the_name_nor_the_address_of_a_place(text: str) -> None:
    assert not is_place_name(text) and not is_address(text)


@pytest.mark.parametrize("text", [*NO_LABELS, *NUMBERS, *(f"Bạn {number}" for number in NUMBERS)])
def test_a_staff_label_is_nothing_but_a_title_and_one_given_name(text: str) -> None:
    refusals = []
    for one in (text, "anything"):
        with pytest.raises(RegisterRefused) as refused:
            shown_name(one)
        refusals.append((refused.value.vi, refused.value.en))
    assert refusals[0] == refusals[1], "the refusal quotes nothing of what was written"


@pytest.mark.parametrize(("text", "label"), LABELS.items())
def test_a_title_and_one_given_name_are_a_staff_label(text: str, label: str) -> None:
    assert shown_name(text) == label


def test_every_name_offered_on_the_screen_is_a_staff_label() -> None:
    for name in (f"{title} {flower}" for title in TITLES for flower in FLOWERS):
        assert shown_name(name) == name


OF_TEXT = [
    (name, one.name)
    for name, section in SECTIONS.items()
    for one in fields(section)
    if one.metadata[METADATA_KEY].kind == "text"
]
OF_A_PLACE = [
    (section, option)
    for section, option in OF_TEXT
    for one in fields(SECTIONS[section])
    if one.name == option and one.metadata[METADATA_KEY].form in ("name", "address", "place")
]

COMMANDS = {("help", "lamp_on"), ("help", "lamp_off"), ("help", "nobody_came")}  # run, and never shown


@pytest.mark.parametrize(("section", "option"), OF_TEXT)
def test_the_config_refuses_names_and_numbers_and_repeats_none(
    section: str, option: str, tmp_path: Path
) -> None:
    file, default = tmp_path / "kiosk.toml", getattr(getattr(Config(), section), option)
    names = () if (section, option) in COMMANDS else NAMED
    for text in (*NUMBERS, *names):
        file.write_text(f'[{section}]\n{option} = "{text}"\n"{text}" = 1\n', "utf-8")
        config, problems = load_config(file)
        assert getattr(getattr(config, section), option) == default
        assert len(problems) == 2
        shown = "".join(f"{one.sentence_vi()} {one.sentence_en()} {one.as_json()}" for one in problems)
        assert text not in shown.replace(str(file), "")


def test_the_config_refuses_and_hides_names_written_as_a_section_a_day_or_a_key(tmp_path: Path) -> None:
    file, text = tmp_path / "kiosk.toml", "Nguyễn Thị Bưởi"
    file.write_text(f'["{text}"]\n[place.hours]\n"{text}" = []\n[keys]\nback = "0912345678"\n', "utf-8")
    config, problems = load_config(file)
    assert config.keys.back == Config().keys.back and len(problems) == 3
    for one in problems:
        assert text not in str(one) + one.sentence_vi() and "0912345678" not in str(one)


@pytest.mark.parametrize("field", ["name", "address"])
def test_a_roster_refuses_names_and_numbers_and_repeats_none(field: str, tmp_path: Path) -> None:
    file = tmp_path / "tuan.toml"
    for text in (*NUMBERS, *NAMED):
        file.write_text(f'week = 2026-11-23\n[place.point-1]\n{field} = "{text}"\n', "utf-8")
        checked = read_roster(file, None, "point-1")
        assert checked.plan is None
        assert [one.code for one in checked.problems] == [
            "personal-data" if text in NUMBERS else "place-wrong"
        ]
        assert text not in checked.problems[0].sentence_vi() + str(checked.problems[0].as_json())
    for text in (*NUMBERS, *NAMED):
        table = tmp_path / "tuan.csv"
        row = {"name": "", "address": ""} | {field: text.replace('"', "")}
        head = "place,name,address,day,time,staff\n"
        table.write_text(
            f'{head}point-1,"{row["name"]}","{row["address"]}",23/11/2026,08:00-11:30,tnv-01\n'
            "point-1,,,,,tnv-01\n",
            "utf-8",
        )
        checked = read_roster(table, None, "point-1")
        code = "personal-data" if text in NUMBERS else "place-wrong"
        assert (checked.plan, [one.code for one in checked.problems]) == (None, [code])
        assert text not in checked.problems[0].sentence_vi()
    file.write_text(f'week = 2026-11-23\nplace."{NAMED[0]}" = 5\n', "utf-8")
    assert NAMED[0] not in str(read_roster(file, None, "point-1").problems)


UNSAID = ["Ngõ 49½", "Tổ 5²", "Nhà văn hoá số Ⅲ", "Tầng 1º", "Дом 5", "文化馆"]
HANDLES = [
    *UNSAID,
    "Zalo hanhlan",
    "facebook.com/hanhlan",
    "@hanhlan",
    "Điểm 3\\nhỏi cô hàng xóm",
    "Hồ Thiền Quang",
    "Điểm " * 40,
]


@pytest.mark.parametrize("text", HANDLES)
def test_an_account_a_letter_or_what_no_voice_says_is_not_what_a_place_is_called(
    text: str, tmp_path: Path
) -> None:
    file, roster = tmp_path / "kiosk.toml", tmp_path / "tuan.toml"
    for section, option in OF_A_PLACE:
        file.write_text(f'[{section}]\n{option} = "{text}"\n', "utf-8")
        config, problems = load_config(file)
        assert getattr(getattr(config, section), option) == getattr(getattr(Config(), section), option)
        assert [one.code for one in problems] == ["wrong-type"]
    for field in ("name", "address"):
        roster.write_text(f'week = 2026-11-23\n[place.point-1]\n{field} = "{text}"\n', "utf-8")
        checked = read_roster(roster, None, "point-1")
        assert (checked.plan, [one.code for one in checked.problems]) == (None, ["place-wrong"])


OF_ONE_FORM = {
    ("ward", "name"): (
        ["Phường Cửa Nam", "Phường Văn Miếu - Quốc Tử Giám", "xã Đông Anh", "Phường 12"],
        ["Cửa Nam", "Tổ hàng xóm", "Phường"],
    ),
    ("ward", "city"): (["thành phố Hà Nội", "TP. Huế", "tỉnh Bắc Ninh"], ["Hà Nội", "Hỏi hàng xóm"]),
    ("cards", "printer"): (["HP_LaserJet_1020", "may-in"], ["Máy in của Hạnh", "may in"]),
    ("speech", "headphones"): (["WH-1000XM4", "bluez_output.00_1B"], ["Tai nghe của Hạnh", "tai nghe"]),
    ("cards", "camera"): (["0", "/dev/video0"], ["Hạnh", "may anh"]),
    ("place", "help_phone"): (
        ["1022", "024 3942 1234", "0912 345 678", "1900 1234"],
        ["012345678", "B12345678"],
    ),
}


@pytest.mark.parametrize(("section", "option"), OF_ONE_FORM)
def test_a_text_of_one_form_takes_nothing_else(section: str, option: str, tmp_path: Path) -> None:
    file, (right, wrong) = tmp_path / "kiosk.toml", OF_ONE_FORM[section, option]
    for text in right:
        file.write_text(f'[{section}]\n{option} = "{text}"\n', "utf-8")
        config, problems = load_config(file)
        assert (getattr(getattr(config, section), option), problems) == (text, ())
    for text in wrong:
        file.write_text(f'[{section}]\n{option} = "{text}"\n', "utf-8")
        assert [one.code for one in load_config(file)[1]] == ["wrong-type"], text


def test_the_ward_and_the_city_are_called_so_on_the_command_line_too(tmp_path: Path) -> None:
    of_november = ["--from", "2026-11-01", "--to", "2026-11-30"]
    for words in (
        ["ward", "init", "--data", str(tmp_path), "--name", "Phường Nguyễn 0912345678"],
        ["ward", "init", "--data", str(tmp_path), "--name", "Bà Hạnh"],
        ["city", "report", str(tmp_path), *of_november, "--city", "Bà Hạnh"],
        ["city", "report", str(tmp_path), *of_november, "--city", ""],
    ):
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 1 and words[-2] in done.output
        assert not words[-1] or words[-1] not in done.output
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize("text", [*PLACES, *ADDRESSES])
def test_config_and_roster_take_the_names_and_addresses_of_places(text: str, tmp_path: Path) -> None:
    config, roster = tmp_path / "kiosk.toml", tmp_path / "tuan.toml"
    for option in ("name", "address") if text in PLACES else ("address",):
        config.write_text(f'[place]\n{option} = "{text}"\n', "utf-8")
        assert load_config(config)[1] == ()
        roster.write_text(f'week = 2026-11-23\n[place.point-1]\n{option} = "{text}"\n', "utf-8")
        assert read_roster(roster, None, "point-1").problems == ()
