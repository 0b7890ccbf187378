"""The command line as a person uses it: in a process of its own, with its exit code and its words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.shipped_once import guides_read_once
from typer.main import get_command
from typer.testing import CliRunner

from kiosk.desk.command_line import app

ROOT = Path(__file__).parents[4]
POINT = ROOT / "resources" / "points" / "diem-3.toml"


def kiosk(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "XDG" not in name}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *arguments],
        env={**clean, "HOME": str(home), "PYTHONPATH": str(ROOT), **environment},
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_help_names_every_command(tmp_path: Path) -> None:
    done = kiosk("--help", home=tmp_path)
    assert done.returncode == 0
    for command in (
        "run",
        "tour",
        "flows",
        "say",
        "sessions",
        "export",
        "doctor",
        "install",
        "keys",
        "staff",
        "ward",
    ):
        assert f" {command} " in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["run"], ["tour"], ["flows", "list"], ["flows", "check"], ["flows", "map"], ["flows", "search"],
        ["say"], ["sessions"], ["doctor"], ["install"], ["keys", "request"], ["keys", "accept"],
        ["staff", "add"], ["staff", "list"], ["staff", "disable"], ["staff", "enable"],
        ["staff", "reset-pin"],
        ["ward", "init"], ["ward", "enrol"], ["ward", "revoke"], ["ward", "escrow"], ["export"],
        ["ward", "rotate"], ["ward", "ingest"], ["ward", "gaps"], ["ward", "settle"],
        ["ward", "serve"], ["ward", "install"],
    ],
)  # fmt: skip
def test_every_command_takes_a_config_and_a_data_folder(command: str) -> None:
    done = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert "--config" in done.output and "--data" in done.output


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["fly"], "Không có lệnh “fly”. Ở đây có: run, "),
        (["run", "--data", ""], "Lệnh viết chưa đúng. Xem cách dùng: ./script/run run --help"),
        (["sessions", "--data", ""], "Chưa ghi tên tệp hoặc thư mục."),
        (["run", "--size", "big"], "Lệnh viết chưa đúng. Xem cách dùng: ./script/run run --help"),
        (["run", "--size", "99x600"], "“99x600” không phải cỡ màn hình như 1080x1920"),
        (["tour", "--out", "x", "--size", "10x10"], "“10x10” không phải cỡ màn hình như 1080x1920"),
        (["run", "--diagonal-in", "500"], "“500” không phải đường chéo từ 5 đến 100 inch."),
        (["say", "a", "--lang", "de"], "Giá trị ghi cho --lang không dùng được."),
        (["sessions", "--day", "hôm qua"], "“hôm qua” không phải ngày"),
        (["flows", "map"], "Lệnh còn thiếu FLOW."),
        (["flows", "map", "a", "b"], "Lệnh viết thừa hoặc thiếu chữ."),
        (["flows", "chek"], "Không có lệnh “chek”. Có phải là: check?"),
        (["flows", "??"], "Ở đây có: list, check, map, preview, search, due, sheets, site"),
        (["say", "a", "--lang", "vn"], "Giá trị ghi cho --lang không dùng được. Ghi một trong: vi, en, fr."),
        (["flows", "due", "--days", "9999999"], "Nhiều nhất: 3660."),
        (
            ["ward", "report", "--from", "today", "--to", "today", "--out", "a.xlsx", "--format", "pdf"],
            "--out a.xlsx, --format pdf: khác nhau",
        ),
        (["flows", "check", "/nowhere"], "“/nowhere” không phải một thư mục."),
        (["flows", "check", __file__], "Giá trị ghi cho DIR không dùng được."),
        (["doctor", "--colour"], "Không có tùy chọn --colour."),
        (["doctor", "--config"], "--config ghi chưa đúng."),
    ],
)
def test_wrong_use_exits_with_two_and_is_explained_in_vietnamese_too_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, wrong: list[str], told: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["kiosk"])
    done = CliRunner().invoke(app, wrong, env={"COLUMNS": "300"})
    assert done.exit_code == 2
    assert told in done.stderr and " --help" in done.stderr.split("Xem cách dùng:")[1].splitlines()[0]
    assert "rror" in done.stderr  # the English stays
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    "typed", [["ward", "report", "--help"], ["ward", "pack"], ["ward", "pack", "-h"], ["run", "--help"], []]
)
def test_nothing_around_a_help_is_english_alone(typed: list[str], tmp_path: Path) -> None:
    done = kiosk(*typed, home=tmp_path, COLUMNS="100")
    told = done.stdout + done.stderr
    for english in ("Usage:", "Options", "OPTIONS", "Commands", "COMMAND ", "Show this message"):
        beside = [line for line in told.splitlines() if english in line]
        assert not [line for line in beside if line.isascii()], beside
    assert "Cách dùng · Usage: " in told and "Tùy chọn · Options" in told and "usage: " not in told
    assert "In ra trang này." in told


def test_a_command_group_alone_is_its_help_and_no_reproach(tmp_path: Path) -> None:
    done = kiosk("flows", home=tmp_path)
    assert "check" in done.stdout + done.stderr and "Xem cách dùng" not in done.stderr


@pytest.mark.parametrize(
    ("display", "vi", "en"),
    [
        ({}, "không có màn hình", "no screen"),
        ({"DISPLAY": ":7777"}, "Màn hình :7777 không trả lời", "The screen :7777 does not answer"),
        ({"WAYLAND_DISPLAY": "/none"}, "Màn hình /none không trả lời", "The screen /none does not answer"),
        ({"QT_QPA_PLATFORM": "xbc"}, "tên xbc", "called xbc"),
    ],
)
def test_run_without_a_screen_that_answers_says_so_and_what_to_do(
    tmp_path: Path, display: dict[str, str], vi: str, en: str
) -> None:
    done = kiosk("run", home=tmp_path, **display)
    assert done.returncode == 1
    assert vi in done.stderr and en in done.stderr
    assert ("xvfb-run" if "QT_QPA_PLATFORM" not in display else "QT_QPA_PLATFORM") in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2


def test_faults_of_the_config_are_printed_before_anything_else(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("[place]\nnumbr = 3\n", encoding="utf-8")
    done = kiosk("run", "--config", str(file), home=tmp_path)
    assert "dòng 2" in done.stderr and "line 2" in done.stderr


def test_the_guides_are_listed(tmp_path: Path) -> None:
    listed = json.loads(kiosk("flows", "list", "--json", home=tmp_path).stdout)
    assert len(listed) >= 36
    assert all(len(one["content_hash"]) == 64 for one in listed)
    practised = {one["id"]: one["practise"] for one in listed}
    assert practised["vneid-xuat-trinh"] == 4
    assert practised["khan-cap"] == 0  # where one calls, nothing is tapped


def test_a_broken_guide_is_a_finding_with_file_line_and_mend(tmp_path: Path) -> None:
    guide = tmp_path / "guides" / "hong"
    guide.mkdir(parents=True)
    (guide / "flow.toml").write_text('id = "hong\n', encoding="utf-8")
    done = kiosk("flows", "check", str(tmp_path / "guides"), home=tmp_path)
    assert done.returncode == 1
    assert "hong/flow.toml:1" in done.stdout and "→" in done.stdout
    vietnamese, english = done.stdout.splitlines()[-1].split(" / ")
    assert vietnamese == "1 bài, 1 bài không dùng được; 1 lỗi, 0 cảnh báo, 0 ghi chú (xem --json)"
    assert english == "1 guide, 1 refused; 1 error, 0 warnings, 0 notes (see --json)"
    answer = json.loads(kiosk("flows", "check", "--json", str(tmp_path / "guides"), home=tmp_path).stdout)
    assert answer["refused"] == ["hong"]


def test_checking_an_empty_folder_is_a_finding_that_says_what_is_missing(tmp_path: Path) -> None:
    done = kiosk("flows", "check", str(tmp_path), home=tmp_path)
    assert done.returncode == 1
    assert "không có bài nào" in done.stderr and "flow.toml" in done.stderr and str(tmp_path) in done.stderr
    assert json.loads(kiosk("flows", "check", "--json", str(tmp_path), home=tmp_path).stdout)["guides"] == []


@pytest.mark.parametrize(
    ("lang", "text"), [("vi", "Mời bác bấm nút."), ("en", "Press the button."), ("fr", "Appuyez ici.")]
)
def test_a_sentence_becomes_a_sound_file(tmp_path: Path, lang: str, text: str) -> None:
    done = kiosk("say", text, "--lang", lang, "--out", "a.wav", home=tmp_path)
    assert done.returncode == 0, done.stderr
    with wave.open(str(tmp_path / "a.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() > 0.4
        assert len(set(sound.readframes(sound.getnframes()))) > 50


def test_a_sentence_without_a_loudspeaker_is_a_refusal_in_one_line(tmp_path: Path) -> None:
    nowhere = {
        "PULSE_SERVER": "unix:/nonexistent",
        "PIPEWIRE_REMOTE": "none",
        "ALSA_CONFIG_PATH": "/nonexistent",
    }
    done = kiosk("say", "Chào bác", home=tmp_path, **nowhere)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "Không có loa" in done.stderr


@pytest.mark.parametrize("out", ["none/a.wav", "."])
def test_a_sound_file_that_cannot_be_written_is_a_refusal_in_a_line_a_language(
    tmp_path: Path, out: str
) -> None:
    done = kiosk("say", "Chào bác", "--out", str(tmp_path / out), home=tmp_path)
    assert done.returncode == 1
    assert "Không ghi được" in done.stderr and done.stderr.count("\n") == 2


def test_without_a_log_the_visits_of_the_day_are_a_plain_refusal(tmp_path: Path) -> None:
    done = kiosk("sessions", "--data", str(tmp_path), home=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and str(tmp_path) in done.stderr


def test_the_doctor_reports_in_two_languages_and_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = kiosk("doctor", "--config", str(POINT), "--data", str(tmp_path), home=tmp_path)
    assert done.returncode == 1
    assert "Điểm số 3 chưa ghi: địa chỉ, giờ mở cửa, số điện thoại hỗ trợ" in done.stdout
    assert "Point 3 has no address, opening hours, help phone yet" in done.stdout
    for name in [one for one in os.environ if "DISPLAY" in one or "XDG" in one or one == "QT_QPA_PLATFORM"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    with guides_read_once():
        told = CliRunner().invoke(app, ["doctor", "--json", "--config", str(POINT), "--data", str(tmp_path)])
    findings = json.loads(told.stdout)
    states = {one["check"]: one["state"] for one in findings}
    assert states["display"] == "mend" and states["place"] == "mend"
    assert states["config"] == states["guides"] == states["fonts"] == states["disk"] == "ok"


def test_installing_shows_every_file_and_writes_none_of_them(tmp_path: Path) -> None:
    shown = kiosk("install", "--print", "--config", str(POINT), home=tmp_path).stdout
    assert "/usr/bin/cage -d -- /bin/sh /etc/xdg/kiosk-bdhvs/start run" in shown
    assert f"base={sys.executable}" in shown
    for part in ("# /etc/systemd/system/kiosk-bdhvs.service", "User=kiosk-bdhvs", "kernel.sysrq = 0"):
        assert part in shown
    laptop = kiosk("install", "--print", "--desktop", "--config", str(POINT), home=tmp_path).stdout
    assert "# /usr/share/wayland-sessions/kiosk-bdhvs.desktop" in laptop and "User=" not in laptop
    assert not (tmp_path / ".config").exists()


def test_a_guide_is_found_and_vietnamese_printed_where_the_locale_knows_none(tmp_path: Path) -> None:
    done = kiosk(
        "flows", "search", "cài VNeID", home=tmp_path, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 0
    assert "vneid-cai-dat" in done.stdout and "Cài ứng dụng VNeID" in done.stdout


def test_every_option_of_every_command_is_explained_in_vietnamese() -> None:
    def silent(command: Any, path: tuple[str, ...]) -> Iterator[str]:
        for name, one in getattr(command, "commands", {}).items():
            yield from silent(one, (*path, name))
        if path and not hasattr(command, "commands"):
            told = ((one.name, getattr(one, "help", None) or "") for one in command.params)
            yield from (f"{' '.join(path)}: {name}" for name, words in told if words.isascii())

    assert not list(silent(get_command(app), ()))
