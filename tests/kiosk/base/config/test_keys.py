"""The keys of a pad, as a ward officer writes them."""

from __future__ import annotations

from pathlib import Path

from accessibility.keys import DEFAULT_KEYS, bindings
from kiosk.base.config.file import load_config
from kiosk.base.config.keys import KeysConfig


def read(folder: Path, text: str) -> tuple[KeysConfig, list[str], list[str]]:
    file = folder / "kiosk.toml"
    file.write_text(f"[keys]\n{text}", encoding="utf-8")
    config, problems = load_config(file)
    return config.keys, [one.sentence_vi() for one in problems], [one.sentence_en() for one in problems]


def test_without_a_word_in_the_config_the_common_keys_work() -> None:
    assert KeysConfig().bindings() == bindings()
    assert set(KeysConfig().bindings().values()) == set(DEFAULT_KEYS)


def test_a_pad_of_other_keys_is_bound(tmp_path: Path) -> None:
    keys, vi, _ = read(tmp_path, 'select = "F10"\nhelp = "F11 Menu"\n')
    assert vi == []
    bound = keys.bindings()
    assert (bound["F10"], bound["F11"], bound["Menu"]) == ("select", "help", "help")
    assert "Return" not in bound


def test_a_key_that_does_not_exist_is_named_with_its_line(tmp_path: Path) -> None:
    keys, vi, en = read(tmp_path, '\nselect = "Entr"\n')
    assert keys == KeysConfig()
    assert "dòng 3" in vi[0] and "Entr" in vi[0]
    assert "line 3" in en[0] and "Entr" in en[0]


def test_a_word_that_may_be_somebody_s_name_is_reported_by_its_place(tmp_path: Path) -> None:
    _, vi, en = read(tmp_path, 'up = "Up NguyenVanAn"\n')
    assert "tên thứ 2" in vi[0] and "name 2" in en[0] and "Nguyen" not in vi[0] + en[0]


def test_a_key_written_for_two_things_does_the_first_and_is_named(tmp_path: Path) -> None:
    keys, vi, en = read(tmp_path, 'move = "F5"\ntake = "F5 F6"\n')
    bound = keys.bindings()
    assert (bound["F5"], bound["F6"]) == ("move", "take")
    assert "keys.move" in vi[0] and "line 3" in en[0]


def test_what_a_ward_writes_goes_before_what_the_key_does_otherwise(tmp_path: Path) -> None:
    keys, vi, _ = read(tmp_path, 'switch = "Return"\n')
    assert vi == []
    assert keys.bindings()["Return"] == "switch"
    assert keys.bindings()["Enter"] == "select"


def test_an_empty_line_takes_the_keys_away(tmp_path: Path) -> None:
    keys, vi, _ = read(tmp_path, 'language = ""\n')
    assert vi == []
    assert "language" not in keys.bindings().values()
