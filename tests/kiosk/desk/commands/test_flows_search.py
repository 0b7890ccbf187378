"""`kiosk flows search`: one question, or a file of them; a clear sentence for what cannot be read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.shipped_once import guides_read_once
from typer.testing import CliRunner, Result

from kiosk.desk.command_line import app


@pytest.fixture(autouse=True)
def _called_kiosk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "argv", ["kiosk"])
    with guides_read_once():
        yield


def asked(*words: str) -> Result:
    return CliRunner().invoke(app, ["flows", "search", *words], env={"COLUMNS": "300"})


def test_a_file_is_answered_line_by_line(tmp_path: Path) -> None:
    lines = ["cài VNeID", "nhà cháy rồi", "", "cho tôi gặp người thật", "giá vàng hôm nay"]
    file = tmp_path / "phrases.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n")
    done = asked("--from", str(file), "--json")
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["text"] for row in rows] == lines
    assert [row["answer"] for row in rows] == ["guides", "danger", "none", "person", "none"]
    assert rows[0]["guides"][0] == "vneid-cai-dat" and len(rows[0]["guides"]) <= 3
    assert rows[1]["guides"][0] == "khan-cap"
    assert [row["guides"] for row in rows[2:]] == [[], [], []]
    assert [row["matter"] for row in rows] == [None, None, None, "Gặp người thật", None]


def test_one_question_is_answered_in_words(tmp_path: Path) -> None:
    danger = asked("tôi vừa chuyển tiền cho kẻ lừa đảo").stdout
    assert danger.startswith("NGUY CẤP") and "lua-dao-da-mac" in danger
    none = asked("bóng đá")
    assert none.exit_code == 1 and "Không có bài nào" in none.stderr
    file = tmp_path / "phrases.txt"
    file.write_text("bóng đá\ncài VNeID\ntôi muốn lập di chúc", "utf-8")
    told = asked("--from", str(file)).stdout
    assert told.startswith("bóng đá:") and "\ncài VNeID:\n" in told and "vneid-cai-dat" in told
    assert "gặp người: Di chúc, thừa kế" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Ghi một câu hỏi"),
        (["a", "--from", __file__], "Ghi một câu hỏi"),
        (["--from", "nowhere.txt"], "không phải một tệp"),
        (["--from", str(Path(__file__).parent)], "không phải một tệp"),
    ],
)
def test_wrong_use_is_explained(words: list[str], told: str) -> None:
    done = asked(*words)
    assert done.exit_code == 2 and told in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("bytes_", [b"c\xe0i VNeID\n", b"\xff\xfec\x00\xe0\x00i\x00", b"\x00\xfe" * 5000])
def test_a_file_that_is_not_utf_8_is_named_and_nothing_is_answered(tmp_path: Path, bytes_: bytes) -> None:
    file = tmp_path / "phrases.txt"
    file.write_bytes(bytes_)
    done = asked("--from", str(file), "--json")
    assert done.exit_code == 2 and done.stdout == ""
    assert "UTF-8" in done.stderr and "phrases.txt" in done.stderr


def test_strange_lines_are_answered_each(tmp_path: Path) -> None:
    lines = [
        "x" * 10_000,
        "à " * 5000,
        "🙂🔥" * 50,
        "'; DROP TABLE visits; --",
        "\u202eDIeNV iàc\u202c",
        "́̀̉",
        "Ж中ع cài",
        "\x00\x07",
    ]
    file = tmp_path / "phrases.txt"
    file.write_text("\n".join(lines), "utf-8", newline="\n")
    done = asked("--from", str(file), "--json")
    assert done.exit_code == 0
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == lines
    file.write_text("", "utf-8")
    assert asked("--from", str(file), "--json").stdout == ""
