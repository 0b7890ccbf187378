"""`kiosk staff` as somebody at the keyboard meets it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.fake_clock import FakeClock
from typer.testing import CliRunner

from kiosk.base.files.paths import staff_file
from kiosk.desk.command_line import app
from kiosk.point.staff.register import Right, StaffRegister


def kiosk(data: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["staff", *words, "--data", str(data)])
    return done.exit_code, done.output


def pin_in(told: str) -> str:
    (found,) = re.findall(r"PIN (\d{3}) (\d{3})", told)
    return "".join(found)


def test_somebody_is_added_listed_stopped_and_given_another_pin(tmp_path: Path) -> None:
    assert kiosk(tmp_path, "list") == (
        0,
        "Chưa có ai. Nobody yet: ./script/run staff add NAME --role volunteer\n",
    )
    exit_code, told = kiosk(tmp_path, "add", "Bạn Sen")
    assert exit_code == 0 and told.startswith("tnv-01 (Bạn Sen, tình nguyện viên): PIN ")
    assert isinstance(StaffRegister(tmp_path, FakeClock()).check("tnv-01", pin_in(told)), Right)
    assert kiosk(tmp_path, "add", "Cô Lan", "--role", "administrator")[0] == 0
    _, again = kiosk(tmp_path, "reset-pin", "tnv-01")
    assert isinstance(StaffRegister(tmp_path, FakeClock()).check("tnv-01", pin_in(again)), Right)
    assert kiosk(tmp_path, "disable", "tnv-01")[0] == 0
    rows = json.loads(kiosk(tmp_path, "list", "--json")[1])
    assert [(row["id"], row["role"], row["active"]) for row in rows] == [
        ("tnv-01", "volunteer", False),
        ("qt-01", "administrator", True),
    ]
    assert all(set(row) == {"id", "role", "shown", "active"} for row in rows)
    assert "đã ngừng" in kiosk(tmp_path, "list")[1]
    assert "staff enable tnv-01" in kiosk(tmp_path, "reset-pin", "tnv-01")[1], "a PIN that opens nothing yet"
    assert kiosk(tmp_path, "enable", "tnv-01")[0] == 0
    assert "enable" not in kiosk(tmp_path, "reset-pin", "tnv-01")[1]


def test_the_ward_gives_an_id_once_and_a_kiosk_takes_it(tmp_path: Path) -> None:
    assert kiosk(tmp_path, "add", "Bạn Sen", "--id", "tnv-02")[1].startswith("tnv-02 (Bạn Sen")
    assert kiosk(tmp_path, "add", "Bạn Mai")[1].startswith("tnv-03"), "an id that somebody has is passed over"
    assert kiosk(tmp_path, "add", "Cô Lan", "--role", "officer", "--id", "cb-31")[0] == 0
    for refused in ("tnv-02", "cb-07", "tnv-7", "bạn Sen"):
        assert kiosk(tmp_path, "add", "Bạn Trúc", "--id", refused)[0] == 1, refused
    assert [one.id for one in StaffRegister(tmp_path, FakeClock()).members()] == ["tnv-02", "tnv-03", "cb-31"]


def test_the_last_who_may_look_after_people_is_not_stopped_before_there_is_another(tmp_path: Path) -> None:
    kiosk(tmp_path, "add", "Bạn Sen", "--role", "administrator")
    kiosk(tmp_path, "add", "Cô Lan", "--role", "officer")
    exit_code, told = kiosk(tmp_path, "disable", "qt-01")
    assert exit_code == 1 and "quản trị cuối cùng" in told and "--role administrator" in told
    assert "Bạn Sen" in kiosk(tmp_path, "list")[1] and "đã ngừng" not in kiosk(tmp_path, "list")[1]
    kiosk(tmp_path, "add", "Bạn Mai", "--role", "administrator")
    assert kiosk(tmp_path, "disable", "qt-01")[0] == 0
    assert kiosk(tmp_path, "disable", "qt-02")[0] == 1, "one who was stopped looks after nobody"
    assert kiosk(tmp_path, "disable", "cb-01")[0] == 0


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        (("add", "0912 345 678"), 1),
        (("add", "Bạn Sen", "--role", "king"), 2),
        (("disable", "tnv-07"), 1),
        (("reset-pin", "tnv-07"), 1),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    tmp_path: Path, words: tuple[str, ...], exit_code: int
) -> None:
    assert kiosk(tmp_path, *words)[0] == exit_code
    assert StaffRegister(tmp_path, FakeClock()).members() == ()


def test_a_damaged_register_is_said_in_a_sentence(tmp_path: Path) -> None:
    staff_file(tmp_path).write_text("{")
    exit_code, told = kiosk(tmp_path, "list")
    assert exit_code == 1 and "chưa có gì bị đổi" in told and "Traceback" not in told
