"""What leads to one person is refused in config, roster and register, however it is written; places pass."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.command_line import app
from kiosk.config.file import load_config
from kiosk.config.option import METADATA_KEY
from kiosk.config.sections import SECTIONS, Config
from kiosk.personal import is_full_name, leads_to_a_person, names_a_person
from kiosk.roster.read import read_roster
from kiosk.staff.members import Refused, shown_name
from ui.visit.staff.names import FLOWERS

NUMBERS = [
    "0912345678", "0912 345 678", "0912.345.678", "(091) 234 5678", "0912  345  678",
    "0912\u00a0345\u00a0678", "0912/345/678", "0912,345,678", "091–2345678", "091\u200b2345678",
    "0912_345_678", "0 9 1 2 3 4 5 6 7 8", "０９１２３４５６７８", "+84 912 345 678", "+84 (0)912 345 678",
    "0084912345678", "84-912-345-678", "024 3942 1234", "Số 5 0912345678", "Zalo0912345678", "001099012345",
    "001 099 012 345", "012345678", "012 345 678", "GD4010123456789", "GD 4 01 01 234 56789",
    "0100109106-001", "lan@gmail.com", "lan @ gmail.com", "lan＠gmail.com",
    "0912, 345, 678", "0912 , 345 678", "0912; 345; 678", "+84, 912, 345, 678", "012, 345, 678",
    "001, 099, 012, 345", "GD 4, 01, 01, 234, 56789", "09,12,34,56,78", "09/12/34/56/78", "O912 345 678",
    "B1234567",
    "không chín một hai ba bốn năm sáu bảy tám", "0912 345 sáu bảy tám",
    "khong chin mot hai ba bon nam sau bay tam",
]  # fmt: skip
NO_NUMBERS = [
    "113", "1022", "1900 1234", "1800.1096", "Số 54", "Phòng 101, 102, 103", "Tổ 1, 2, 3, 4, 5, 6, 7, 8, 9",
    "Tổ 10, 11, 12, 13, 14, 15", "08:00-11:30, 13:30-17:00", "02/11/2026 - 06/11/2026", "2026-11-23",
    "Số 12/34/56 ngõ 78/9", "283/45/12/10", "pi@lamp.local", "Số 02, 04, 06, 08, 10", "Phòng 101, 205, 310",
    "Phòng 001, 002, 003, 004", "Thứ hai đến thứ sáu", "02/11/2026, 06/11/2026", "năm 2026, tháng 11",
    "00:11:22:33:44:55", "08:00-11:30,13:30-17:00", "Phòng ba, bốn, năm",
    "/dev/v4l/by-id/usb-046d_0825_8D46E1F0-video-index0",
]  # fmt: skip
NAMED = [
    "12 bà Hạnh", "Nhà số 5 bà Hạnh", "Số 5 Ông Tuấn",
    "Nguyễn Thị Bưởi", "nguyễn thị bưởi", "NGUYEN VAN AN", "Nguyễn-Thị-Bưởi", "Nguyễn_Thị_Bưởi",
    "Nguyễn\u00a0Thị  Bưởi", "Đào Thị Lan", "Lưu Thị Hoa", "Mai Văn Nam", "Nghiêm Thị Hà", "Nhà bà Hạnh",
    "Chị Lan", "nhà bà Trần Thị Hạnh", "Nhà chị Nguyễn Bưởi", "NHÀ ÔNG TƯ", "Nhà ông bà Hạnh",
    "Gặp anh Nam", "Nhà Anh Nam", "Nhà Lê Minh Tâm (tổ 5)", "Tổ 5 Nguyễn Thị Bưởi", "Quán cô Lan",
    "Hỏi bác Tâm", "Ong Nguyen Van Tu",
    "Hoàng Minh Tâm", "Hồ Ngọc Lan", "Nhà Lý Minh Tâm", "Dương Minh Tâm", "Vàng A Páo", "HOANG MINH TAM",
    "hoàng minh tâm", "nguyễn minh tâm", "trần văn tư", "NguyễnThịBưởi", "54 Hoàng Minh Tâm",
    "Số 5 Nguyễn Thị Bưởi", "Ngõ Nguyễn Thị Bưởi", "Nhà Nguyễn Bưởi", "số 5 bà hạnh", "nhà bà hạnh",
    "gặp chị lan",
    "so 5 ba Hanh", "nha ba hanh", "Cô giáo Hạnh", "Thầy giáo Nguyễn Văn An",
    "Tình nguyện viên Nguyễn Văn An",
    "To truong Nguyen Van An", "Gia đình Trần Văn An", "bác sĩ Tâm", "Nhà Hoàng Minh Giám",
]  # fmt: skip
PLACES = [
    "", "Phường Cửa Nam", "thành phố Hà Nội", "Thành Phố Hồ Chí Minh", "Nhà văn hoá Trần Hưng Đạo",
    "Nhà văn hóa Trần Hưng Đạo", "NHA VAN HOA TRAN HUNG DAO", "Nhà Văn Hoá Tổ 5",
    "Nhà văn hóa tổ dân phố số 12", "54 Trần Hưng Đạo", "Số 54 Trần Hưng Đạo, phường Cửa Nam",
    "54 Tran Hung Dao", "số 5B Lý Thường Kiệt", "Góc Trần Hưng Đạo – Phan Bội Châu", "21 phố Bà Triệu",
    "12 Bà Triệu", "Hai Bà Trưng", "Phố Nguyễn Du", "Trường Nguyễn Thị Minh Khai",
    "Trường THCS Trưng Vương", "TRUONG TIEU HOC NGUYEN DU", "chùa Bà Đá", "Vườn hoa Bà Kiệu",
    "Hồ Hoàn Kiếm", "Văn Miếu – Quốc Tử Giám", "Tổ dân phố 5", "TO DAN PHO 5", "Bà con tổ 3",
    "Đoàn Thanh Niên Phường", "Tổ An Ninh Trật Tự", "Khu Đô Thị Mới Linh Đàm", "Bác sĩ gia đình",
    "Vân Anh Spa", "Trụ Sở UBND Phường Cửa Nam", "Sony WH-1000XM4", "HP_LaserJet_1020",
    "Lý Thường Kiệt", "54 Lý Thường Kiệt", "Trần Hưng Đạo", "Nguyễn Khuyến", "Số 2 Nguyễn Khuyến", "Cửa Nam",
    "Nhà văn hoá Cửa Nam", "NHA VAN HOA PHUONG", "Hồ Thiền Quang", "Đường hoa hồng", "54 duong quang trung",
    "Bảo tàng Hồ Chí Minh", "Bình dân học vụ số", "Tổ chuyển đổi số cộng đồng", "Bà mẹ Việt Nam anh hùng",
    "Khu tập thể Kim Liên", "Toà nhà Thái Bình Dương", "An Bình Plaza", "Bãi đỗ xe Trần Nhật Duật",
    "Lớp võ cổ truyền", "Trường Mẫu giáo Hoa Hồng", "Ngõ Trần Quý Cáp", "Tiếng Anh trẻ em", "Nhà Đỗ Xe",
    "Câu lạc bộ bà và bé", "So 12 chi nhanh ngan hang", "54 Chi Lang", "12 phố Nguyễn Văn Lạ", "2 Ba Dinh",
]  # fmt: skip
FULL_NAMES = [
    "Nguyễn Thị Sen", "NGUYEN VAN AN", "Đỗ  Văn An", "Đào Thị Lan", "Lưu Thị Hoa", "Mai Văn Nam",
    "Nghiêm Thị Hà", "Bà Nguyễn Thị Bưởi", "Nguyễn Bưởi", "Cô Lê Lan", "Lan Nguyễn", "TNV Trần An",
    "nguyễn-thị-bưởi", "Na Thị Nở", "Hoàng Minh Tâm", "hoàng minh tâm", "Lý Thu Hà", "Niê Y Moan",
    "NguyễnBưởi",
    "nguyenthibuoi", "Cán bộ Lò Văn Tích", "Hoa Nguyễn Lan", "Bạn Hoa Nguyễn", "Hoa Trần",
]  # fmt: skip
SHOWN = [
    "Bạn Sen", "Cô Lan", "Bà Hồng Nhung", "Mai Anh", "Hoàng Lan", "Hồ Điệp", "Bạn Lê", "Bác Tô", "Bạn 1",
    "Tình nguyện viên 1", "Tình nguyện viên Sen", "Cán bộ trực 2", "Đội phản ứng 2", "TNV Lan Anh",
    "Hoa Lê", "Bạn Hoa",
]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_or_address_of_a_person_is_seen_in_every_usual_writing(text: str) -> None:
    assert leads_to_a_person(text)
    assert leads_to_a_person(f"Nhà văn hoá, gọi {text} nhé")


@pytest.mark.parametrize("text", [*NO_NUMBERS, *PLACES])
def test_hotlines_houses_hours_and_days_are_nobodys_number(text: str) -> None:
    assert not leads_to_a_person(text)


@pytest.mark.parametrize("text", NAMED)
def test_a_persons_name_is_seen_in_what_a_place_is_called(text: str) -> None:
    assert names_a_person(text)


@pytest.mark.parametrize("text", [*PLACES, *NO_NUMBERS])
def test_what_streets_schools_and_halls_are_called_passes(text: str) -> None:
    assert not names_a_person(text)


@pytest.mark.parametrize("text", [*FULL_NAMES, *(one for one in NUMBERS if len(one) <= 20)])
def test_no_whole_name_or_number_is_shown_of_staff(text: str) -> None:
    with pytest.raises(Refused) as refused:
        shown_name(text)
    assert text not in refused.value.vi + refused.value.en


@pytest.mark.parametrize("text", [*SHOWN, *(f"Hoa {flower} 2" for flower in FLOWERS)])
def test_a_short_name_chosen_for_the_purpose_is_taken(text: str) -> None:
    assert shown_name(text) == text
    assert not is_full_name(text)


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


@pytest.mark.parametrize(("section", "option"), OF_TEXT)
def test_the_config_takes_none_of_it_and_says_none_of_it(section: str, option: str, tmp_path: Path) -> None:
    file, default = tmp_path / "kiosk.toml", getattr(getattr(Config(), section), option)
    for text in (*NUMBERS, *NAMED):
        file.write_text(f'[{section}]\n{option} = "{text}"\n"{text}" = 1\n', "utf-8")
        config, problems = load_config(file)
        assert getattr(getattr(config, section), option) == default
        assert len(problems) == 2
        told = "".join(f"{one.sentence_vi()} {one.sentence_en()} {one.as_json()}" for one in problems)
        assert text not in told.replace(str(file), "")


def test_nor_does_it_where_a_section_a_day_or_a_key_is_written(tmp_path: Path) -> None:
    file, text = tmp_path / "kiosk.toml", "Nguyễn Thị Bưởi"
    file.write_text(f'["{text}"]\n[place.hours]\n"{text}" = []\n[keys]\nback = "0912345678"\n', "utf-8")
    config, problems = load_config(file)
    assert config.keys.back == Config().keys.back and len(problems) == 3
    for one in problems:
        assert text not in str(one) + one.sentence_vi() and "0912345678" not in str(one)


@pytest.mark.parametrize("field", ["name", "address"])
def test_a_roster_takes_none_of_it_and_says_none_of_it(field: str, tmp_path: Path) -> None:
    file = tmp_path / "tuan.toml"
    for text in (*NUMBERS, *NAMED):
        file.write_text(f'week = 2026-11-23\n[place.point-1]\n{field} = "{text}"\n', "utf-8")
        checked = read_roster(file, None, "point-1")
        assert checked.plan is None
        assert [one.code for one in checked.problems] == ["personal-data"]
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
        assert (checked.plan, [one.code for one in checked.problems]) == (None, ["personal-data"])
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
    for told in (
        ["ward", "init", "--data", str(tmp_path), "--name", "Phường Nguyễn 0912345678"],
        ["ward", "init", "--data", str(tmp_path), "--name", "Bà Hạnh"],
        ["city", "report", str(tmp_path), *of_november, "--city", "Bà Hạnh"],
        ["city", "report", str(tmp_path), *of_november, "--city", ""],
    ):
        done = CliRunner().invoke(app, told)
        assert done.exit_code == 1 and told[-2] in done.output
        assert not told[-1] or told[-1] not in done.output
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize("text", PLACES)
def test_config_and_roster_take_what_places_are_called(text: str, tmp_path: Path) -> None:
    config, roster = tmp_path / "kiosk.toml", tmp_path / "tuan.toml"
    config.write_text(f'[place]\nname = "{text}"\naddress = "{text}"\n', "utf-8")
    assert load_config(config)[1] == ()
    roster.write_text(f'week = 2026-11-23\n[place.point-1]\nname = "{text}"\naddress = "{text}"\n', "utf-8")
    assert read_roster(roster, None, "point-1").problems == ()
