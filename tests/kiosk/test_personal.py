"""What leads to one person is refused in config, roster and register, however it is written; places pass."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.config import SECTIONS, Config, load_config
from kiosk.config_option import METADATA_KEY
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
]  # fmt: skip
NO_NUMBERS = [
    "113", "1022", "1900 1234", "1800.1096", "Số 54", "Phòng 101, 102, 103", "Tổ 1, 2, 3, 4, 5, 6, 7, 8, 9",
    "Tổ 10, 11, 12, 13, 14, 15", "08:00-11:30, 13:30-17:00", "02/11/2026 - 06/11/2026", "2026-11-23",
    "Số 12/34/56 ngõ 78/9", "283/45/12/10", "pi@lamp.local",
    "/dev/v4l/by-id/usb-046d_0825_8D46E1F0-video-index0",
]  # fmt: skip
NAMED = [
    "12 bà Hạnh", "Nhà số 5 bà Hạnh", "Số 5 Ông Tuấn",
    "Nguyễn Thị Bưởi", "nguyễn thị bưởi", "NGUYEN VAN AN", "Nguyễn-Thị-Bưởi", "Nguyễn_Thị_Bưởi",
    "Nguyễn\u00a0Thị  Bưởi", "Đào Thị Lan", "Lưu Thị Hoa", "Mai Văn Nam", "Nghiêm Thị Hà", "Nhà bà Hạnh",
    "Chị Lan", "nhà bà Trần Thị Hạnh", "Nhà chị Nguyễn Bưởi", "NHÀ ÔNG TƯ", "Nhà ông bà Hạnh",
    "Gặp anh Nam", "Nhà Anh Nam", "Nhà Lê Minh Tâm (tổ 5)", "Tổ 5 Nguyễn Thị Bưởi", "Quán cô Lan",
    "Hỏi bác Tâm", "Ong Nguyen Van Tu",
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
]  # fmt: skip
FULL_NAMES = [
    "Nguyễn Thị Sen", "NGUYEN VAN AN", "Đỗ  Văn An", "Đào Thị Lan", "Lưu Thị Hoa", "Mai Văn Nam",
    "Nghiêm Thị Hà", "Bà Nguyễn Thị Bưởi", "Nguyễn Bưởi", "Cô Lê Lan", "Lan Nguyễn", "TNV Trần An",
    "nguyễn-thị-bưởi", "Na Thị Nở",
]  # fmt: skip
SHOWN = ["Bạn Sen", "Cô Lan", "Bà Hồng Nhung", "Mai Anh", "Hoàng Lan", "Hồ Điệp", "Bạn Lê", "Bác Tô", "Bạn 1"]


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
    file.write_text(f'week = 2026-11-23\nplace."{NAMED[0]}" = 5\n', "utf-8")
    assert NAMED[0] not in str(read_roster(file, None, "point-1").problems)


@pytest.mark.parametrize("text", PLACES)
def test_config_and_roster_take_what_places_are_called(text: str, tmp_path: Path) -> None:
    config, roster = tmp_path / "kiosk.toml", tmp_path / "tuan.toml"
    config.write_text(f'[place]\nname = "{text}"\naddress = "{text}"\n', "utf-8")
    assert load_config(config)[1] == ()
    roster.write_text(f'week = 2026-11-23\n[place.point-1]\nname = "{text}"\naddress = "{text}"\n', "utf-8")
    assert read_roster(roster, None, "point-1").problems == ()
