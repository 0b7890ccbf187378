"""A ward that is not the one the kiosk was written for: its file of offices, and its config."""

from __future__ import annotations

from pathlib import Path

from flows.guide.ward import Ward
from kiosk.base.config.ward_file import read_ward

NAME = "Phường Suối Mơ"
POLICE, ONE_STOP, HEALTH = "024 0000 0113", "024 0000 0001", "024 0000 0115"
WORKDAYS = "\n".join(f'{day} = ["08:00-11:30", "13:30-17:00"]' for day in ("mon", "tue", "wed", "thu", "fri"))
FILE = f"""
ward = "{NAME}"

[office.one-stop]
phone = "{ONE_STOP}"
address = "Số 1 phố Hoa Sữa"
step_free = "yes"
checked = 2026-12-03
[office.one-stop.hours]
{WORKDAYS}

[office.police]
phone = "{POLICE}"
address = "Số 3 phố Hoa Sữa"
step_free = "no"
home_visit = "yes"
checked = 2026-12-03

[office.health-station]
phone = "{HEALTH}"
checked = 2026-12-03

[office.social-insurance]
address = "Số 5 phố Hoa Sữa"
checked = 2026-12-03

[leader.5]
address = "Nhà văn hoá tổ 5"
checked = 2026-12-03
[leader.5.hours]
tue = ["19:00-20:30"]
"""
CONFIG = f"""
[ward]
name = "{NAME}"
file = "{{file}}"

[place]
kind = "point"
number = 1
name = "Nhà văn hoá Suối Mơ"
"""


def write_ward(folder: Path) -> tuple[Path, Path]:
    """Its file and its config in *folder*."""
    file, config = folder / "phuong.toml", folder / "diem-1.toml"
    file.write_text(FILE, "utf-8")
    config.write_text(CONFIG.format(file=file.as_posix()), "utf-8")
    return file, config


def ward_of(folder: Path) -> Ward:
    ward, problems = read_ward(write_ward(folder)[0], NAME)
    assert problems == ()
    return ward
