"""What a ward sets for all its kiosks stands beneath what each kiosk says itself, and is no command."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.base.config.defaults import FROM_THE_WARD, read_defaults
from kiosk.base.config.file import load_config
from kiosk.base.config.sections import SECTIONS, Config
from kiosk.base.files.paths import content_folder
from kiosk.base.hours.clock import BOOT_ID_FILE, SystemClock
from kiosk.desk.commands.chosen import choose
from kiosk.papers.content.standing import ContentStanding, Edition, Trial, write_standing


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text, "utf-8")
    return folder / "config.toml"


def test_the_kiosks_own_line_stands_above_the_wards_and_the_rest_is_the_default(tmp_path: Path) -> None:
    beneath, problems = read_defaults(written(tmp_path, "[session]\nidle_after_s = 120\ngrace_s = 30\n"))
    (tmp_path / "kiosk.toml").write_text("[session]\ngrace_s = 45\n", "utf-8")
    session = load_config(tmp_path / "kiosk.toml", beneath)[0].session
    assert problems == () and (session.idle_after_s, session.grace_s) == (120, 45)
    assert session.resume_within_s == Config().session.resume_within_s


def test_no_command_folder_place_or_address_to_send_to_comes_from_a_pack(tmp_path: Path) -> None:
    text = """
[help]
lamp_on = "reboot"
nobody_came = "reboot"
further_phone = "1022"
[export]
url = "http://example.org"
folder = "/"
hour = 20
[place]
number = 3
[speech]
clips_folder = "/"
"""
    read, problems = read_defaults(written(tmp_path, text))
    assert (
        read["help"] == {"further_phone": "1022"} and read["export"] == {"hour": 20} and read["speech"] == {}
    )
    assert len(problems) == 6
    from_a_pack = {f"{name}.{one}" for name, options in FROM_THE_WARD.items() for one in options}
    assert not [
        one for one in from_a_pack if any(word in one for word in ("lamp", "nobody", "folder", "url", "file"))
    ]
    assert all(hasattr(SECTIONS[name](), one) for name, options in FROM_THE_WARD.items() for one in options)


def test_every_command_works_with_what_the_pack_in_force_says(tmp_path: Path) -> None:
    config, data = tmp_path / "kiosk.toml", tmp_path / "data"
    config.touch()
    assert choose(config, data).config == Config()
    written(content_folder(data) / "3-abc", '[ward]\nname = "Phường Hàng Trống"\n')
    assert choose(config, data).config == Config()
    write_standing(data, ContentStanding(Edition("3-abc", 3, "2026-11-29"), highest=3))
    assert choose(config, data).config.ward.name == "Phường Hàng Trống"
    config.write_text('[ward]\nname = "Phường Cửa Nam"\n', "utf-8")
    assert choose(config, data).config.ward.name == "Phường Cửa Nam"


@pytest.mark.skipif(not BOOT_ID_FILE.exists(), reason="each program is a boot of its own here")
def test_the_start_that_goes_back_from_content_is_without_its_defaults(tmp_path: Path) -> None:
    config, data, boot = tmp_path / "kiosk.toml", tmp_path / "data", SystemClock().now().boot
    config.touch()
    for folder, name in (("3-abc", "Phường Hàng Trống"), ("4-def", "Phường Hàng Bạc")):
        written(content_folder(data) / folder, f'[ward]\nname = "{name}"\n')
    failing, before = Edition("4-def", 4, "2026-11-29"), Edition("3-abc", 3, "2026-11-28")
    for failures, name in ((0, "Phường Hàng Bạc"), (1, "Phường Hàng Trống")):
        write_standing(data, ContentStanding(failing, before, 4, trial=Trial(boot, failures)))
        assert choose(config, data, starting=True).config.ward.name == name
        assert (
            choose(config, data).config.ward.name == "Phường Hàng Bạc"
        )  # a command beside it begins nothing
