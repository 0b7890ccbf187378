"""An officer's slips at the ward, and what a full disk or a lost file leaves possible."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from support.full_disk import full_disk
from support.typing_ward import KioskAndWard, live
from typer.testing import CliRunner

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import keys_folder, ward_folder
from kiosk.base.hours.opening import HANOI
from kiosk.desk.command_line import app
from kiosk.log.storage.ballast import ballast_path
from kiosk.papers.export.papers import joined_papers
from kiosk.papers.keys.enrolment import ANSWER_FILE, accept
from kiosk.papers.keys.key_files import legible, public_bytes
from kiosk.papers.tickets.answers import WORDS
from kiosk.papers.tickets.wording import most_urgent_first
from kiosk.ward import ledger
from kiosk.ward.authority import UNDO_S, open_authority
from kiosk.ward.receive import keyring
from kiosk.ward.tickets import AnsweredOtherwise, Question, answered, read_list


@pytest.fixture
def machines(tmp_path: Path) -> KioskAndWard:
    """A ward, and one kiosk whose figures have come."""
    made = KioskAndWard(tmp_path)
    made.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
    made.enrol()
    live(made, 1)
    (tmp_path / "stick").mkdir()
    made.type("kiosk", "export", "--to", str(tmp_path / "stick"))
    made.type("ward", "ward", "ingest", str(tmp_path / "stick"))
    return made


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.desk.commands.refusals.at_a_terminal", lambda: True)


def withdrawn(machines: KioskAndWard) -> tuple[str, ...]:
    return open_authority(ward_folder(machines.folder / "ward")).withdrawn


def test_withdrawing_asks_whoever_sits_there(machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch)
    name = kiosk_id(machines.folder / "kiosk")
    said = machines.type("ward", "ward", "revoke", name, typed="n\n", code=1)
    assert f"({name})?" in said and "Chưa làm gì" in said and withdrawn(machines) == ()
    said = machines.type("ward", "ward", "revoke", name, typed="y\n")
    assert f"ward revoke {name} --undo" in said and withdrawn(machines) == (name,)


def test_a_withdrawal_is_taken_back_for_ten_minutes_on_every_kiosk(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, paper = kiosk_id(machines.folder / "kiosk"), machines.folder / "list.json"
    folder, data = ward_folder(machines.folder / "ward"), machines.folder / "kiosk"
    before = keyring(folder)
    machines.type("ward", "ward", "revoke", name, "--out", str(paper))
    assert len(accept(data, name, paper.read_bytes()).revoked) == 1
    machines.type("ward", "ward", "revoke", name, "--undo", "--out", str(paper))
    assert withdrawn(machines) == () and keyring(folder) == before
    assert len(accept(data, name, paper.read_bytes()).revoked) == 0, "the newer list reaches other kiosks too"
    machines.type("ward", "ward", "revoke", name)
    now_s = time.time()
    monkeypatch.setattr(time, "time", lambda: now_s + UNDO_S + 5)
    assert "không lấy lại được" in machines.type("ward", "ward", "revoke", name, "--undo", code=1)
    assert withdrawn(machines) == (name,)


def test_a_register_from_before_withdrawals_had_a_time_is_read(machines: KioskAndWard) -> None:
    name, register = (
        kiosk_id(machines.folder / "kiosk"),
        ward_folder(machines.folder / "ward") / "register.json",
    )
    machines.type("ward", "ward", "revoke", name)
    kept = json.loads(register.read_bytes())
    for entry in kept["enrolled"]:
        del entry["revoked_s"]
    register.write_text(json.dumps(kept))
    assert withdrawn(machines) == (name,)
    assert "không lấy lại được" in machines.type("ward", "ward", "revoke", name, "--undo", code=1)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a disk of its own is mounted")
def test_on_a_full_disk_it_is_said_so_and_a_stolen_kiosk_is_withdrawn(
    machines: KioskAndWard, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copytree(machines.folder / "ward", disk / "ward")
        machines.folder, kiosk = disk, kiosk_id(tmp_path / "kiosk")
        (disk / "none.toml").touch()
        machines.type("ward", "ward", "gaps", code=None)
        assert ballast_path(ward_folder(disk / "ward") / ledger.LEDGER_FILE).exists()
        with full_disk(disk):
            for words in (
                ("report", "--from", "2026-11-01", "--to", "2026-11-30"),
                ("answer", "d3-0147-58", "1", "--not-received"),
                ("gaps",),
                ("settle", "1"),
            ):
                said = machines.type("ward", "ward", *words, code=1)
                assert "hết chỗ" in said and "ổ đĩa lỗi" not in said, words
            said = machines.type("ward", "ward", "revoke", kiosk)
            assert "Ổ đĩa đầy" in said and withdrawn(machines) == (kiosk,)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_stolen_kiosk_is_withdrawn_while_the_ledger_cannot_be_used(machines: KioskAndWard) -> None:
    name, folder = kiosk_id(machines.folder / "kiosk"), ward_folder(machines.folder / "ward")
    (folder / ledger.LEDGER_FILE).write_bytes(b"no database at all" * 1000)
    said = machines.type("ward", "ward", "revoke", name)
    assert "Không mở được sổ nhận" in said and "gõ lệnh này lần nữa" in said
    assert withdrawn(machines) == (name,) and joined_papers([open_authority(folder).revoked_list()])


@pytest.mark.parametrize("there", [True, False])
def test_an_empty_ledger_is_named_and_not_begun_in_silence(machines: KioskAndWard, there: bool) -> None:
    file = ward_folder(machines.folder / "ward") / ledger.LEDGER_FILE
    for one in file.parent.glob(f"{file.name}*"):
        one.unlink()
    if there:
        file.touch()
    for words in (("gaps",), ("tickets",), ("report", "--from", "2026-11-01", "--to", "2026-11-30"),
                  ("backup", "--out", str(machines.folder / "b.kbackup"))):  # fmt: skip
        said = machines.type("ward", "ward", *words, code=1)
        assert "trống hoặc không còn" in said and "ward restore" in said, words
        assert not file.exists() or file.stat().st_size == 0, words
    machines.enrol()
    assert not file.exists() or file.stat().st_size == 0, "naming a kiosk begins none either"
    assert "export --again" in machines.type("ward", "ward", "init", "--empty-ledger")
    assert "Sổ nhận vẫn còn" in machines.type("ward", "ward", "init", "--empty-ledger", code=1)
    assert "Chưa rõ nơi" in machines.type("ward", "ward", "gaps", code=1)


@pytest.mark.parametrize("name", ["ward.key", "register.json"])
def test_of_a_damaged_file_it_is_said_from_where_it_is_put_back(machines: KioskAndWard, name: str) -> None:
    (ward_folder(machines.folder / "ward") / name).write_bytes(b"damaged")
    for words in (("gaps",), ("revoke", "point-1")):
        assert "ward restore" in machines.type("ward", "ward", *words, code=1)


@pytest.mark.parametrize("days", [("0001-01-01", "0001-12-31"), ("9999-12-01", "9999-12-31"),
                                  ("0001-01-01", "9999-12-31"), ("2026-11-01", "9999-12-31")])  # fmt: skip
def test_a_year_that_no_calendar_of_ours_has_is_refused_in_words(
    machines: KioskAndWard, days: tuple[str, str]
) -> None:
    said = machines.type("ward", "ward", "report", "--from", days[0], "--to", days[1], code=2)
    assert "năm phải từ 2000" in said
    said = machines.type("kiosk", "sessions", "--day", days[1] if "2026" in days[0] else days[0], code=2)
    assert "năm phải từ 2000" in said


def test_a_second_ward_beside_the_first_is_founded_only_by_intent(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ("ward", "init", "--name", "Phường Cửa Nam")
    said = machines.type("phuog", *found, code=1)
    assert str(machines.folder / "ward") in said and "--another" in said
    assert not (machines.folder / "phuog").exists()
    machines.type("phuog", *found, "--another")
    at_a_terminal(monkeypatch)
    machines.type("phoung", *found, typed="n\n", code=1)
    assert not (machines.folder / "phoung").exists()


def test_an_answer_is_changed_only_by_intent_and_who_gave_which_stays_written(machines: KioskAndWard) -> None:
    answer = ("ward", "answer", "d3-0147-58")
    machines.type("ward", *answer, "1", "--not-received", "--by", "cb-01")
    machines.type("ward", *answer, "1", "--not-received")  # the same once more: its file is handed out again
    said = machines.type("ward", *answer, "4", "--not-received", code=1)
    assert "đã trả lời lúc" in said and "Mời bác làm lại" in said and "--again" in said
    assert "không phải mã" in machines.type("ward", *answer, "4", "--not-received", "--by", "Chị Hoa", code=1)
    machines.type("ward", *answer, "4", "--not-received", "--again", "--by", "cb-02")
    kept = json.loads((ward_folder(machines.folder / "ward") / "ticket-answers.json").read_bytes())
    given = [(one["answer"], one["by"]) for one in kept["given"]]
    assert [by for _, by in given] == ["cb-01", "", "cb-02"]
    assert given[0][0] == given[1][0] != given[2][0] == kept["answers"]["d3-0147-58"]


def test_of_eight_who_answer_one_ticket_at_once_one_is_heard(machines: KioskAndWard) -> None:
    folder, begin, taken = ward_folder(machines.folder / "ward"), Barrier(8), []

    def give(word: str) -> None:
        begin.wait()
        with suppress(AnsweredOtherwise):
            taken.append(answered(folder, "d3-0147-58", word, int(time.time())).answers["d3-0147-58"])

    threads = [Thread(target=give, args=(WORDS[at % len(WORDS)],)) for at in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(taken)) == 1 and set(taken) == set(read_list(folder).answers.values())


def test_the_paper_of_another_ward_is_kept_only_by_intent_and_both_marks_are_shown(
    machines: KioskAndWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keys_folder(machines.folder / "kiosk") / ANSWER_FILE
    before, own = kept.read_bytes(), open_authority(ward_folder(machines.folder / "ward"))
    shutil.move(machines.folder / "ward", machines.folder / "own")
    machines.type("ward", "ward", "init", "--name", "Phường Cửa Nam", "--another")
    strange = open_authority(ward_folder(machines.folder / "ward"))
    machines.type("ward", "ward", "enrol", str(machines.folder / "request.json"), "--out",
                  str(machines.folder / "a.json"))  # fmt: skip
    accepting = ("keys", "accept", str(machines.folder / "a.json"))
    said = machines.type("kiosk", *accepting, code=1)
    assert all(legible(public_bytes(one.key)) in said for one in (own, strange))
    assert "--another-ward" in said and kept.read_bytes() == before
    at_a_terminal(monkeypatch)
    machines.type("kiosk", *accepting, code=1, typed="n\n")
    assert kept.read_bytes() == before
    machines.type("kiosk", *accepting, typed="y\n")
    assert kept.read_bytes() != before


def test_a_ward_that_has_changed_its_keys_is_no_other_ward(machines: KioskAndWard) -> None:
    machines.type("ward", "ward", "rotate", "--out", str(machines.folder / "new"))
    (answer,) = (machines.folder / "new").iterdir()
    machines.type("kiosk", "keys", "accept", str(answer))


@pytest.mark.parametrize(
    "name",
    ["\x1b]0;PWNED\x07\x1b[2J\u202eXấu", "Phường Cửa Nam\x1b[2J", "Phường\x1cCửa Nam", "", "\0", "../../x",
     "Phường Cửa\nNam"],
)  # fmt: skip
def test_a_name_that_is_no_wards_is_taken_from_no_paper_and_steers_no_terminal(
    machines: KioskAndWard, name: str
) -> None:
    ward = open_authority(ward_folder(machines.folder / "ward"))
    request = (machines.folder / "request.json").read_bytes()
    _, paper = replace(ward, name=name).enrol(request, "2026-12")
    (machines.folder / "a.json").write_bytes(paper)
    said = machines.type("kiosk", "keys", "accept", str(machines.folder / "a.json"), code=1)
    assert "không phải tên phường" in said and not {"\x1b", "\x07", "\u202e", "\0"} & {*said}
    keys_folder(machines.folder / "kiosk").joinpath(ANSWER_FILE).write_bytes(
        paper
    )  # kept by an earlier version
    machines.type("ward", "ward", "revoke", kiosk_id(machines.folder / "kiosk"), "--out",
                  str(machines.folder / "list.json"))  # fmt: skip
    said = machines.type("kiosk", "keys", "accept", str(machines.folder / "list.json"))
    assert "đã thuộc" in said and not {"\x1b", "\x07", "\u202e", "\0"} & {*said}


def place_of(machines: KioskAndWard, number: int) -> tuple[str, ...]:
    """What is typed on a kiosk of its own that stands at that point."""
    config = machines.folder / f"point-{number}.toml"
    config.write_text(f"[place]\nnumber = {number}\n")
    return ("--config", str(config), "--data", str(machines.folder / f"kiosk-{number}"))


def typed(*words: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


def test_requests_of_several_kiosks_on_one_stick_are_all_kept_and_name_their_points(
    machines: KioskAndWard,
) -> None:
    stick = machines.folder / "stick"
    one, two = (place_of(machines, number) for number in (10, 2))
    typed("keys", "request", "--out", str(stick / "xin-giay.json"), *one)
    before = (stick / "xin-giay.json").read_bytes()
    said = typed("keys", "request", "--out", str(stick / "xin-giay.json"), *two, code=1)
    assert "là giấy của kiosk-" in said and (stick / "xin-giay.json").read_bytes() == before
    typed("keys", "request", "--out", str(stick / "xin-giay.json"), *one)  # its own again
    typed("keys", "request", "--out", str(stick / "hai.json"), *two)
    answer = str(stick / "giay.json")
    said = machines.type("ward", "ward", "enrol", str(stick / "xin-giay.json"), "--out", answer)
    assert "Điểm số 10 (kiosk-" in said
    said = machines.type("ward", "ward", "enrol", str(stick / "hai.json"), "--out", answer, code=1)
    assert "là giấy của kiosk-" in said
    said = machines.type("ward", "ward", "enrol", str(stick / "hai.json"), "--out", str(stick / "g2.json"))
    assert "Điểm số 2 (kiosk-" in said
    gaps = machines.type("ward", "ward", "gaps", code=1)
    assert gaps.index("Điểm số 2 (") < gaps.index("Điểm số 10 ("), "by number, before anything has come"


def test_gaps_say_of_the_month_that_is_over_what_its_report_says(machines: KioskAndWard) -> None:
    today = datetime.now(HANOI).date()
    last = today.replace(day=1) - timedelta(days=1)
    gaps = machines.type("ward", "ward", "gaps", code=None)
    said = machines.type("ward", "ward", "report", "--from", f"{last:%Y-%m-01}", "--to", f"{last}",
                         "--out", str(machines.folder / "r.json"))  # fmt: skip
    assert ("CHƯA ĐỦ" in said) == (f"Báo cáo tháng {last:%m/%Y}: CHƯA ĐỦ" in gaps)
    assert ("CHƯA ĐỦ" in said) != (f"Báo cáo tháng {last:%m/%Y}: ĐỦ" in gaps)


def test_a_suspected_scam_stands_before_whatever_else_waits() -> None:
    def ticket(number: str, problem: str, urgency: str) -> Question:
        return Question(number, "kiosk-0123456789ab", 0, problem, urgency, None, None)

    waiting = [
        ticket("d1-0001-01", "kiosk-fault", "now"), ticket("d1-0002-02", "suspected-scam", "whenever"),
        ticket("d1-0003-03", "suspected-scam", "now"), ticket("d1-0004-04", "no-nfc", "this-week"),
    ]  # fmt: skip
    in_order = [one.number[3:7] for one in most_urgent_first(waiting)]
    assert in_order == ["0003", "0002", "0001", "0004"]
