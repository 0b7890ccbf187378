"""The ward's side on the command line: enrolled, exported by stick, taken in, looked at, withdrawn."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
import zxingcpp
from sqlalchemy import insert, update
from support.exporting import opened_with_age
from support.postgres import postgres
from support.typing_ward import KioskAndWard, live

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import ward_folder
from kiosk.desk.commands.papers import hand_out
from kiosk.desk.commands.ward_enrol import still_counts
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.folder_transport import PLACE
from kiosk.papers.export.papers import PAPERS_FILE
from kiosk.papers.keys.enrolment import request_of
from kiosk.papers.keys.key_files import read_or_make_key
from kiosk.ward import alarms, tables
from kiosk.ward.kiosk_names import kiosks_at
from kiosk.ward.ledger import open_ledger
from kiosk.ward.refusals import SENTENCES


@pytest.fixture
def machines(tmp_path: Path) -> KioskAndWard:
    return KioskAndWard(tmp_path)


def test_a_stick_goes_to_the_ward_and_back(machines: KioskAndWard) -> None:
    stick = machines.folder / "stick"
    assert "không thấy thư mục" in machines.type("kiosk", "export", "--to", str(stick), code=1).lower()
    stick.mkdir()
    assert "chưa được phường cấp giấy" in machines.type("kiosk", "export", "--to", str(stick), code=1)
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    safe = machines.folder / "safe.age"
    machines.type("ward", "ward", "escrow", "--out", str(safe))
    assert "không ghi đè" in machines.type("ward", "ward", "escrow", "--out", str(safe), code=1)
    machines.enrol()
    live(machines, 2)
    said = machines.type("kiosk", "export", "--to", str(stick))
    assert "17 / 17" in said and "KHÔNG phải USB" in said and "Rút USB được rồi" not in said
    (bundle,) = (stick / PLACE).iterdir()
    assert opened_with_age(safe, bundle).count(b"\n") == 17
    assert "chưa gửi gì" in machines.type("ward", "ward", "gaps", code=1)
    assert "+17" in machines.type("ward", "ward", "ingest", str(stick))
    assert "đã có" in machines.type("ward", "ward", "ingest", str(stick))
    november = ("--from", "2026-11-01", "--to", "2026-11-30", "--format", "json")
    strange = machines.type("ward", "ward", "report", *november, "--place", "point-99", code=1)
    assert "Không ki-ốt nào ở “point-99”" in strange
    lost = f"{kiosk_id(machines.folder / 'kiosk')}/2025-11"
    assert f"no figures by month: 2025-11  {lost}" in machines.type("ward", "ward", "gaps", code=1)
    assert "Đã xong 1 việc. / Settled in all: 1" in machines.type("ward", "ward", "settle", "--lost", lost)
    assert "không ứng với cảnh báo nào còn mở" in machines.type("ward", "ward", "settle", "999", code=1)
    (machines.folder / "empty").mkdir()
    nothing = machines.type("ward", "ward", "ingest", str(machines.folder / "empty"), code=1)
    assert nothing.startswith("Chưa nhận gì: đã tìm tệp đuôi .kbundle trong ")
    assert str(machines.folder / "empty") in nothing and PLACE in nothing and "no file ending in" in nothing
    assert "không thiếu gì như thế" in machines.type("ward", "ward", "settle", "--lost", lost, code=1)
    assert "25/11/2026" in machines.type("ward", "ward", "gaps", code=1)
    assert (stick / PLACE / (bundle.name + ACK_SUFFIX)).exists()
    assert "Phường đã nhận / acknowledged by the ward: 1" in machines.type(
        "kiosk", "export", "--to", str(stick)
    )
    assert [one.name for one in (stick / PLACE).iterdir()] == [PAPERS_FILE]
    assert "Ki-ốt không còn gì chưa gửi." in machines.type("ward", "ward", "ingest", str(stick))
    assert "waiting for the ward's word: 0" in machines.type("kiosk", "export", "--now")


def test_a_stolen_kiosk_counts_up_to_what_had_come(machines: KioskAndWard) -> None:
    stick = machines.folder / "stick"
    stick.mkdir()
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    live(machines, 1)
    machines.type("kiosk", "export", "--to", str(stick))
    machines.type("ward", "ward", "ingest", str(stick))
    name = kiosk_id(machines.folder / "kiosk")
    revoke = ["ward", "revoke", name, "--out", str(machines.folder / "list.json")]
    said = machines.type("ward", *revoke, "--through", "99", code=1)
    assert "Số cao nhất đã nhận của ki-ốt này là 9, --through là 99" in said
    assert not (machines.folder / "list.json").exists()
    said = machines.type("ward", *revoke, "--through", "99", "--not-received")
    assert "đến dòng số 99; sau đó không nhận gì nữa." in said
    said = machines.type("ward", *revoke)
    assert "đến dòng số 9; sau đó không nhận gì nữa." in said and "{" not in said
    live(machines, 1)
    machines.type("kiosk", "export", "--to", str(stick))
    assert "thu hồi" in machines.type("ward", "ward", "ingest", str(stick), code=1)
    gaps = machines.type("ward", "ward", "gaps", code=1)
    assert "thu hồi / withdrawn" in gaps and "im lặng" not in gaps
    assert "để riêng, không tính / kept aside, not counted: " in gaps


def test_a_kiosk_that_never_sent_anything_is_withdrawn_in_a_plain_sentence(machines: KioskAndWard) -> None:
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    name = kiosk_id(machines.folder / "kiosk")
    revoke = ["ward", "revoke", name, "--out", str(machines.folder / "list.json")]
    assert "Chưa nhận gì của ki-ốt này: bỏ --through." in machines.type(
        "ward", *revoke, "--through", "5", code=1
    )
    said = machines.type("ward", *revoke)
    assert "Phường chưa nhận gì của ki-ốt này, từ nay cũng không nhận gì." in said
    request = machines.folder / "anew.json"
    request.write_bytes(request_of(name, read_or_make_key(machines.folder / "anew.key")))
    said = machines.type(
        "ward", "ward", "enrol", "--again", str(request), "--out", str(machines.folder / "answer.json")
    )
    assert "Phường đã thu hồi ki-ốt này; từ nay lại nhận số liệu của nó." in said


def test_of_a_kiosk_with_two_logs_each_is_named() -> None:
    said = still_counts({"0f3c5e71": 30, "9a": 4})
    assert "đến dòng số 30 của kỳ nhật ký 0f3c5e71, 4 của kỳ nhật ký 9a;" in said
    assert "up to event 30 of log 0f3c5e71, 4 of log 9a still counts" in said


def test_the_officer_is_told_that_there_is_no_more_room_aside(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    (ward_folder(machines.folder / "ward") / alarms.ASIDE).mkdir()
    assert "aside is full" not in machines.type("ward", "ward", "gaps")
    monkeypatch.setattr(alarms, "MOST_ASIDE", 0)
    assert "Thư mục aside đã đầy" in machines.type("ward", "ward", "gaps", code=1)


def test_a_ward_may_keep_its_ledger_in_postgresql(machines: KioskAndWard) -> None:
    stick = machines.folder / "stick"
    stick.mkdir()
    with postgres() as url:
        machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam", "--ledger", url)
        machines.enrol()
        live(machines, 1)
        machines.type("kiosk", "export", "--to", str(stick))
        assert "+9" in machines.type("ward", "ward", "ingest", str(stick))
        assert "đã có" in machines.type("ward", "ward", "ingest", str(stick))
        assert not list(ward_folder(machines.folder / "ward").glob("ledger.sqlite*"))
    assert "Không mở được sổ nhận" in machines.type("ward", "ward", "gaps", code=1)
    assert "is not the address" in machines.type("ward", "ward", "gaps", "--ledger", "nonsense", code=1)


def test_a_ward_is_not_founded_half_where_its_ledger_cannot_be_used(machines: KioskAndWard) -> None:
    found = ("ward", "init", "--name", "Phường Cửa Nam")
    assert "is not the address" in machines.type("ward", *found, "--ledger", "nonsense", code=1)
    assert not (ward_folder(machines.folder / "ward") / "register.json").exists()
    machines.type("ward", *found)


def test_what_cannot_be_handed_out_changes_nothing(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that is there and takes nothing: locked by its switch, or another's."""
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    stick, made = machines.folder / "stick", os.open
    stick.mkdir()

    def locked(path: str | Path, flags: int, *more: int, **fd: int) -> int:
        if flags & os.O_CREAT and Path(path).is_relative_to(stick):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return made(path, flags, *more, **fd)

    monkeypatch.setattr(os, "open", locked)
    paper = str(stick / "paper")
    kiosk_before, ward_before = (_all_in(machines.folder / one) for one in ("kiosk", "ward"))
    for words in (
        ("ward", "rotate", "--out", str(stick)),
        ("ward", "escrow", "--out", paper),
        ("ward", "enrol", str(machines.folder / "request.json"), "--again", "--out", paper),
        ("ward", "revoke", kiosk_id(machines.folder / "kiosk"), "--out", paper),
        ("ward", "answer", "d3-0147-58", "1", "--not-received", "--out", paper),
        ("ward", "pack", "publish", "--out", paper),
        ("ward", "program", "distrust", "a1b2 c3d4 e5f6 0718", "--out", paper),
    ):
        assert "chỉ cho đọc, không cho ghi" in machines.type("ward", *words, code=1), words
        assert _all_in(machines.folder / "ward") == ward_before, words
    assert "chưa có gì bị đổi" in machines.type("kiosk", "keys", "request", "--new", "--out", paper, code=1)
    assert _all_in(machines.folder / "kiosk") == kiosk_before and not list(stick.iterdir())


def _all_in(folder: Path) -> dict[str, bytes]:
    """What a change of it would change; the ledger is opened by each command, and its side files differ."""
    files = (one for one in folder.rglob("*") if one.is_file() and "ledger.sqlite-" not in one.name)
    return {str(one.relative_to(folder)): one.read_bytes() for one in files}


def test_after_new_keys_every_kiosk_has_its_answer(machines: KioskAndWard) -> None:
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    out = machines.folder / "answers"
    machines.type("ward", "ward", "rotate", "--out", str(out))
    (answer,) = out.iterdir()
    assert answer.name == f"{kiosk_id(machines.folder / 'kiosk')}.json"
    assert "đã thuộc" in machines.type("kiosk", "keys", "accept", str(answer))


def test_ward_and_kiosk_show_who_is_enrolled_and_the_answer_may_travel_as_a_code(
    machines: KioskAndWard,
) -> None:
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    name = kiosk_id(machines.folder / "kiosk")
    asked = machines.type("kiosk", "keys", "request", "--qr")
    line = next(one for one in asked.splitlines() if one.startswith(f"{name}  khóa / key: "))
    request = read_code(asked)
    answered = machines.type("ward", "ward", "enrol", "-", "--qr", typed=request + "\n")
    assert line in answered.splitlines()
    assert "đã thuộc" in machines.type("kiosk", "keys", "accept", "-", typed=read_code(answered) + "\n")


def test_of_a_code_larger_than_the_window_it_is_said_what_to_do(
    machines: KioskAndWard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = machines.type("kiosk", "keys", "request", "--qr")
    assert '"form"' not in asked  # nothing beneath pushes the code off the screen
    paper = read_code(asked).encode()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for room, told in (((80, 24), True), ((110, 55), False), ((60, 55), True)):
        monkeypatch.setattr("shutil.get_terminal_size", lambda *_, room=room, **__: os.terminal_size(room))
        hand_out(paper, None, "", qr=True)
        assert ("phóng to cửa sổ" in capsys.readouterr().err) is told, room


def read_code(text: str) -> str:
    """What a scanner reads on the terminal, and types: one line."""
    rows = [one for one in text.splitlines() if one and set(one) <= set("█▀▄ ")]
    light = {"█": (1, 1), "▀": (1, 0), "▄": (0, 1), " ": (0, 0)}
    modules = [[light[sign][half] for sign in row] for row in rows for half in (0, 1)]
    seen = np.kron(np.array(modules, np.uint8) * 255, np.ones((4, 4), np.uint8))
    (code,) = zxingcpp.read_barcodes(
        seen, zxingcpp.barcode_formats_from_str("QRCode")
    )  # bars may stand in it
    assert code.text.isascii()
    return code.text


def test_a_ward_is_founded_under_its_own_name_for_its_officer_alone(machines: KioskAndWard) -> None:
    assert "--name" in machines.type("ward", "ward", "init", code=1)
    assert not (machines.folder / "ward").exists()
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    for folder in (machines.folder / "ward", ward_folder(machines.folder / "ward")):
        assert os.name == "nt" or stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU
    files = [one for one in ward_folder(machines.folder / "ward").iterdir() if one.is_file()]
    assert {"register.json", "ward.key", "ledger.sqlite"} <= {one.name for one in files}
    assert os.name == "nt" or not [one.name for one in files if one.stat().st_mode & 0o077]


def test_a_ward_and_its_escrow_are_made_on_sticks_without_hard_links(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT32 and exFAT, as sticks are sold."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    out = machines.folder / "escrow.age"
    said = machines.type("ward", "ward", "escrow", "--out", str(out))
    assert out.read_bytes().startswith(b"# public key: age1") and "CHƯA phải trên USB" in said


def test_the_escrow_goes_onto_a_stick_that_is_there_and_is_not_replaced_unasked(
    machines: KioskAndWard,
) -> None:
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    nowhere = machines.folder / "no-stick"
    assert "đã cắm USB chưa" in machines.type("ward", "ward", "escrow", "--out", str(nowhere / "e"), code=1)
    assert not nowhere.exists()
    first, second = str(machines.folder / "first.age"), machines.folder / "second.age"
    machines.type("ward", "ward", "escrow", "--out", first)
    assert "--again" in machines.type("ward", "ward", "escrow", "--out", str(second), code=1)
    assert not second.exists()
    machines.type("ward", "ward", "escrow", "--again", "--out", str(second))
    assert second.exists()


@pytest.mark.parametrize(
    ("ending", "begins"), [(".json", b"{"), (".xlsx", b"PK"), (".html", b"<!doctype"), ("", b"%PDF")]
)
def test_the_files_ending_chooses_the_form_of_a_report(
    machines: KioskAndWard, ending: str, begins: bytes
) -> None:
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    out = machines.folder / f"bao-cao{ending}"
    machines.type("ward", *AUTUMN, "--out", str(out))
    assert out.read_bytes().lower().startswith(begins.lower())
    if ending == ".json":
        machines.type("ward", *AUTUMN, "--out", str(machines.folder / "bao-cao.doc"), code=2)


AUTUMN = ("ward", "report", "--from", "2026-11-01", "--to", "2026-11-30")


def test_a_file_that_cannot_be_read_does_not_keep_the_others_back(machines: KioskAndWard) -> None:
    stick = founded_and_sent(machines)
    (stick / PLACE / "a-folder.kbundle").mkdir()
    (stick / PLACE / "a-link.kbundle").symlink_to(stick / "nowhere")
    (stick / PLACE / "._of-macos.kbundle").write_bytes(b"Mac OS X")
    said = machines.type("ward", "ward", "ingest", str(stick), code=1)
    assert (
        said.count("không đọc được: ") == said.count("cannot be read: ") == 2
        and "+9" in said
        and "macos" not in said
    )


def test_a_refusal_comes_back_by_stick_and_the_bundle_may_go_again(machines: KioskAndWard) -> None:
    stick = founded_and_sent(machines)
    register = ward_folder(machines.folder / "ward") / "register.json"
    known = register.read_bytes()
    register.write_text(json.dumps(json.loads(known) | {"enrolled": []}), encoding="utf-8")
    machines.type("ward", "ward", "ingest", str(stick), code=1)
    said = machines.type("kiosk", "export", "--to", str(stick), code=1)
    assert f"Phường không nhận 1 gói: {SENTENCES['unknown-key'][0]}" in said and "unknown-key" not in said
    assert "refused" not in machines.type("kiosk", "export", "--to", str(stick))
    machines.type("ward", "ward", "ingest", str(stick), code=1)
    register.write_bytes(known)
    assert "+9" in machines.type("ward", "ward", "ingest", str(stick))
    assert "acknowledged by the ward: 1" in machines.type("kiosk", "export", "--to", str(stick))
    assert [one.name for one in (stick / PLACE).iterdir()] == [PAPERS_FILE]


def test_a_kiosk_that_knows_the_old_key_only_still_hears_who_is_withdrawn_and_what_is_answered(
    machines: KioskAndWard,
) -> None:
    stick = founded_and_sent(machines)
    machines.type("ward", "ward", "rotate", "--out", str(machines.folder / "answers"))
    for name in ("list.json", "answered.json"):
        words = (
            ["answer", "d3-0147-58", "try-again", "--not-received"]
            if name == "answered.json"
            else ["revoke", "kiosk-0b"]
        )
        if name == "list.json":
            other = read_or_make_key(machines.folder / "other.key")
            (machines.folder / "other.json").write_bytes(request_of("kiosk-0b", other))
            machines.type("ward", "ward", "enrol", str(machines.folder / "other.json"))
        machines.type("ward", "ward", *words, "--out", str(machines.folder / name))
    assert "withdrawn: 1" in machines.type("kiosk", "keys", "accept", str(machines.folder / "list.json"))
    assert "0/0" in machines.type("kiosk", "tickets", "accept", str(machines.folder / "answered.json"))
    machines.type("ward", "ward", "ingest", str(stick))
    assert "papers of the ward" not in machines.type("kiosk", "export", "--to", str(stick))
    (answer,) = (machines.folder / "answers").iterdir()
    machines.type("kiosk", "keys", "accept", str(answer))
    assert "papers of the ward" not in machines.type("kiosk", "export", "--to", str(stick))


def test_what_was_sealed_to_a_ward_that_is_lost_is_packed_for_the_new_one(machines: KioskAndWard) -> None:
    stick = founded_and_sent(machines)
    machines.type("ward", "ward", "ingest", str(stick))
    machines.type("kiosk", "export", "--to", str(stick))  # acknowledged
    shutil.rmtree(machines.folder / "ward")
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol("--another-ward")
    assert "1 bundle copied" in machines.type("kiosk", "export", "--again", "--to", str(stick))
    assert "+9" in machines.type("ward", "ward", "ingest", str(stick))
    (kept,) = (machines.folder / "kiosk" / "export" / "outbox").iterdir()
    machines.type("kiosk", "export", "--again", "--to", str(stick))
    assert [one.name for one in (machines.folder / "kiosk" / "export" / "outbox").iterdir()] == [kept.name]


def test_what_a_ward_put_back_from_an_older_copy_lacks_goes_onto_the_stick_that_bears_its_word(
    machines: KioskAndWard,
) -> None:
    """The stick came home just before the ward's disk died: its word is of a ledger that is no more."""
    stick, ward = machines.folder / "stick", ward_folder(machines.folder / "ward")
    stick.mkdir()
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    shutil.copytree(ward, machines.folder / "copy")
    live(machines, 1)
    machines.type("kiosk", "export", "--to", str(stick))
    assert "+9" in machines.type("ward", "ward", "ingest", str(stick))
    shutil.rmtree(ward)
    shutil.copytree(machines.folder / "copy", ward)
    said = machines.type("kiosk", "export", "--again", "--to", str(stick))
    assert "1 gói" in said and "waiting for the ward's word: 1" in said
    assert "+9" in machines.type("ward", "ward", "ingest", str(stick))
    assert "acknowledged by the ward: 1" in machines.type("kiosk", "export", "--to", str(stick))


def test_a_ward_that_has_lost_its_answers_is_heard_with_the_next_one(machines: KioskAndWard) -> None:
    founded_and_sent(machines)
    out = str(machines.folder / "answers.json")
    for _ in range(3):
        machines.type("ward", "ward", "answer", "d3-0147-58", "try-again", "--not-received", "--out", out)
    machines.type("kiosk", "tickets", "accept", out)
    file = ward_folder(machines.folder / "ward") / "ticket-answers.json"
    listed = json.loads(file.read_text(encoding="utf-8"))
    assert listed["number"] > 1_700_000_000
    file.unlink()
    with patch("time.time", return_value=listed["number"] + 60.0):
        machines.type("ward", "ward", "answer", "d3-0147-58", "not-online", "--not-received", "--out", out)
    machines.type("kiosk", "tickets", "accept", out)


def founded_and_sent(machines: KioskAndWard) -> Path:
    """A stick with one bundle of nine events on it."""
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    live(machines, 1)
    stick = machines.folder / "stick"
    stick.mkdir()
    machines.type("kiosk", "export", "--to", str(stick))
    return stick


def test_a_kiosk_is_named_with_its_place_wherever_the_officer_meets_it(machines: KioskAndWard) -> None:
    """And withdrawn by its place where no other stands there; where two do, the officer must say which."""
    stick = machines.folder / "stick"
    stick.mkdir()
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    machines.enrol()
    kiosk = kiosk_id(machines.folder / "kiosk")
    assert f"Chưa rõ nơi ({kiosk})" in machines.type("ward", "ward", "gaps", code=1)
    live(machines, 1)
    machines.type("kiosk", "export", "--to", str(stick))
    machines.type("ward", "ward", "ingest", str(stick))
    named = f"Điểm số 1 ({kiosk})"
    with open_ledger(ward_folder(machines.folder / "ward")).change("") as connection:
        connection.execute(update(tables.bundle).values(place="point-1"))  # as a kiosk says when it starts
        alarm = {"kiosk": kiosk, "epoch": "", "first": 0, "last": 0, "kept": "", "raised_s": 0}
        connection.execute(
            insert(tables.alarm), [{**alarm, "what": one} for one in ("conflict", "unknown-key")]
        )
    gaps = machines.type("ward", "ward", "gaps", code=1).splitlines()
    assert gaps[0].startswith(named)
    ours, strange = sorted(
        (line for line in gaps if line.startswith("! ")),
        key=lambda line: "[unknown-key]" in line,
    )
    assert named in ours
    assert kiosk in strange and named not in strange, "what a stranger says of itself has no place of ours"
    rotated = machines.type("ward", "ward", "rotate", "--out", str(machines.folder / "new"))
    assert f"{kiosk}.json  {named}" in rotated
    again = [
        *("ward", "enrol", str(machines.folder / "request.json")),
        "--out",
        str(machines.folder / "a.json"),
    ]
    assert f"Nơi đặt / place: {named}" in machines.type("ward", *again)
    out = ["--out", str(machines.folder / "list.json")]
    said = machines.type("ward", "ward", "revoke", "point-9", *out, code=1)
    assert "Phường chưa cấp giấy cho ki-ốt nào là" in said and f"  {named}" in said
    said = machines.type("ward", "ward", "revoke", "điểm số 1", *out)
    assert f"Đã thu hồi / withdrawn: {named}" in said
    said = machines.type("ward", "ward", "revoke", "điểm số 1", *out, code=1)
    assert "Phường chưa cấp giấy cho ki-ốt nào là" in said, "what is withdrawn stands there no more"
    assert said.rstrip().endswith(named), "and is named, for whom its file could not be written"


def test_a_place_where_two_kiosks_stand_names_both_and_withdraws_none() -> None:
    places = {"kiosk-a": "point-1", "kiosk-b": "point-1", "kiosk-c": "team-12", "kiosk-d": ""}
    at = partial(kiosks_at, kiosks=tuple(places), places=places)
    for said in ("point-1", "điểm số 1", "Điểm 1", " ĐIỂM  SỐ 1 "):
        assert at(said) == ("kiosk-a", "kiosk-b"), said
    assert at("Tổ 12") == at("team-12") == at("kiosk-c") == ("kiosk-c",)
    assert at("") == at("Chưa rõ nơi") == at("điểm") == at("kiosk-") == ()
