"""A ticket travels with the export, is answered at the ward, and its answer comes back to every kiosk."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import get_args
from unicodedata import normalize

import pytest
from support.events import running
from support.fake_clock import FakeClock
from typer.testing import CliRunner

from kiosk.base.events import TicketAnswer
from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file, ward_folder
from kiosk.base.words.ticket_number import shown_number
from kiosk.desk.command_line import app
from kiosk.desk.commands.guide_names import ticket_wording
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.papers.tickets.store import TicketStore
from kiosk.papers.tickets.ticket import NUMBER, read_number
from kiosk.point.services.logged_tickets import LoggedTickets
from kiosk.ward.tickets import ANSWERS_FILE
from ui.visit.staff.ticket import Question


class KiosksAndWard:
    """Two kiosks and a ward's machine, a stick between them, and a person who types."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.stick = folder, folder / "stick"
        self.stick.mkdir()
        (folder / "none.toml").touch()
        self.type("ward", "ward", "init", "--name", "Phường Cửa Nam")
        self.enrol("kiosk")

    def enrol(self, kiosk: str) -> None:
        self.type(kiosk, "keys", "request", "--out", self.at(f"request-{kiosk}.json"))
        self.type(
            "ward",
            "ward",
            "enrol",
            self.at(f"request-{kiosk}.json"),
            "--out",
            self.at(f"answer-{kiosk}.json"),
        )
        self.type(kiosk, "keys", "accept", self.at(f"answer-{kiosk}.json"))

    def at(self, name: str) -> str:
        return str(self.folder / name)

    def type(self, machine: str, *words: str, code: int = 0) -> str:
        where = ["--data", self.at(machine), "--config", self.at("none.toml")]
        done = CliRunner().invoke(app, [*words, *where], catch_exceptions=False)
        assert done.exit_code == code, done.output
        return done.output

    def ask(self, *questions: Question) -> list[str]:
        """Passed on at the first kiosk: the numbers, all of them durably in its log."""
        data = self.folder / "kiosk"
        store = TicketStore(data, "point-3", lambda: 58)

        async def hand_in(recorder: SessionRecorder) -> None:
            keeper = LoggedTickets(store, recorder, tuple)
            for question in questions:
                keeper.hand_in(question, lambda _: None)
            while not all(one.logged for one in store.book().tickets):
                await asyncio.sleep(0.01)
            await keeper.aclose()

        with running(database_file(data), kiosk=kiosk_id(data)) as sink:
            beats = Heartbeat(data / "beat.json", FakeClock())
            asyncio.run(hand_in(SessionRecorder(sink, FakeClock(), beats, place="point-3", version="0.1.0")))
        return [one.number for one in store.book().tickets]

    def bring_in(self) -> None:
        self.type("kiosk", "export", "--to", str(self.stick))
        self.type("ward", "ward", "ingest", str(self.stick))


@pytest.fixture
def machines(tmp_path: Path) -> KiosksAndWard:
    return KiosksAndWard(tmp_path)


SENTENCES = tuple(ticket_wording().answers.values())
NFC = Question("no-nfc", "this-week", ("vneid-cai-dat", "tim-android"), "tnv-01")
FAULT = Question("kiosk-fault", "now", None, "tnv-02")


def test_a_question_reaches_the_ward_with_the_export_and_its_answer_every_kiosk(
    machines: KiosksAndWard,
) -> None:
    first, second = machines.ask(NFC, FAULT)
    machines.bring_in()
    machines.bring_in()  # the same bundle again asks nothing twice
    waiting = json.loads(machines.type("ward", "ward", "tickets", "--json"))
    assert [(one["number"], one["problem"], one["urgency"], one["flow"], one["step"]) for one in waiting] == [
        (second, "kiosk-fault", "now", None, None),
        (first, "no-nfc", "this-week", "vneid-cai-dat", "tim-android"),
    ], "the most urgent first"
    assert {one["kiosk"] for one in waiting} == {kiosk_id(machines.folder / "kiosk")}
    machines.type(
        "ward", "ward", "answer", shown_number(first), "team-comes", "--out", machines.at("answers.json")
    )
    told = machines.type("ward", "ward", "tickets")
    assert shown_number(first) not in told
    asked, then = told.splitlines()
    assert asked.startswith(shown_number(second)) and asked.endswith("Sớm nhất có thể · Máy này bị hỏng")
    assert f" · Chưa rõ nơi ({kiosk_id(machines.folder / 'kiosk')}) · " in asked
    assert then.endswith(f'ward answer "{shown_number(second)}"')
    told = machines.type("ward", "ward", "tickets", "--all")
    assert "Trong tuần này · Điện thoại không có NFC\n    Bài “Cài ứng dụng VNeID”, bước “" in told
    assert "Trả lời: Tổ phản ứng nhanh sẽ đến điểm này gặp bác." in told
    assert "1/2 phiếu" in machines.type("kiosk", "tickets", "accept", machines.at("answers.json"))
    told = json.loads(machines.type("kiosk", "tickets", "list", "--json"))
    assert [(one["ticket"], one["state"], one["answer"]) for one in told] == [
        (second, "waiting", None),
        (first, "answered", "team-comes"),
    ]
    machines.enrol("other")
    assert "0/0 phiếu" in machines.type("other", "tickets", "accept", machines.at("answers.json"))
    assert TicketStore(machines.folder / "other", "point-4").book().answer_to(first) == "team-comes"


def test_an_answer_can_be_changed_and_an_older_list_does_not_come_back(machines: KiosksAndWard) -> None:
    (number,) = machines.ask(NFC)
    machines.bring_in()
    machines.type("ward", "ward", "answer", number, "try-again", "--out", machines.at("old.json"))
    machines.type("ward", "ward", "answer", number, "not-online", "--again", "--out", machines.at("new.json"))
    machines.type("kiosk", "tickets", "accept", machines.at("new.json"))
    assert "cũ hơn" in machines.type("kiosk", "tickets", "accept", machines.at("old.json"), code=1)
    assert "Trả lời: Việc này chưa làm được trên mạng." in machines.type("kiosk", "tickets", "list")


@pytest.mark.parametrize("at", range(len(SENTENCES)))
def test_an_answer_is_chosen_by_its_number_or_its_vietnamese_sentence(
    machines: KiosksAndWard, at: int
) -> None:
    (number,) = machines.ask(NFC)
    machines.bring_in()
    listed = machines.type("ward", "ward", "answer", number)
    assert f"  {at + 1}. {SENTENCES[at]}\n" in listed
    file = ward_folder(machines.folder / "ward") / ANSWERS_FILE
    assert not file.exists(), "to look at the list answers nothing"
    said = SENTENCES[at]
    for chosen in (
        str(at + 1), said, f" “{said.upper()}” ", normalize("NFD", said.removesuffix(".")), f"{at + 1}.",
        get_args(TicketAnswer)[at],
    ):  # fmt: skip
        file.unlink(missing_ok=True)
        told = machines.type("ward", "ward", "answer", number, chosen, "--out", machines.at("answers.json"))
        assert f"{shown_number(number)}: {said}" in told, chosen
        assert json.loads(file.read_text())["answers"] == {number: get_args(TicketAnswer)[at]}


@pytest.mark.parametrize("chosen", ["0", str(len(SENTENCES) + 1), "Đã xử lý", "1 2"])
def test_what_is_not_in_the_list_of_answers_is_refused_with_the_list(
    machines: KiosksAndWard, chosen: str
) -> None:
    said = machines.type("ward", "ward", "answer", "d3-0001-58", chosen, code=1)
    assert "Không có câu trả lời" in said and all(sentence in said for sentence in SENTENCES)


@pytest.mark.parametrize(
    ("number", "word"), [("0912345678", "try-again"), ("d3-0001-58", "Bà Lan gọi lại"), ("", "")]
)
def test_what_is_no_number_and_no_answer_is_refused_with_the_list(
    machines: KiosksAndWard, number: str, word: str
) -> None:
    said = machines.type("ward", "ward", "answer", number, word, code=1)
    assert "không phải số phiếu" in said or all(sentence in said for sentence in SENTENCES)
    assert not any(answer in said for answer in get_args(TicketAnswer)), "no English word to be typed"
    assert not (ward_folder(machines.folder / "ward") / ANSWERS_FILE).exists()


def test_a_number_nobody_raised_is_not_answered_and_the_nearest_that_waits_is_named(
    machines: KiosksAndWard,
) -> None:
    first, second = machines.ask(NFC, FAULT)
    file = ward_folder(machines.folder / "ward") / ANSWERS_FILE
    said = machines.type("ward", "ward", "answer", first, "try-again", code=1)
    assert shown_number(first) in said and "Không có phiếu nào đang chờ" in said, "its bundle has not come"
    machines.bring_in()
    for slip in ("d3-0001-85", "D4 0001 58", "t3-0001-58"):  # digits changed round; another point's, a team's
        said = machines.type("ward", "ward", "answer", slip, "try-again", code=1)
        assert f"số {shown_number(read_number(slip))}" in said, slip
        assert f"gần giống: {shown_number(first)}, {shown_number(second)}" in said, slip
        assert f"most like it: {shown_number(first)}" in said and "--not-received" in said
    assert not file.exists()
    machines.type("ward", "ward", "answer", first, "try-again", "--out", machines.at("answers.json"))
    changed = (first, "not-online", "--again", "--out", machines.at("answers.json"))
    machines.type("ward", "ward", "answer", *changed)
    said = machines.type("ward", "ward", "answer", "d3-0001-85", "try-again", code=1)
    assert f"gần giống: {shown_number(second)}." in said, "what is answered waits no more"
    told = ("d3-0009-12", "try-again", "--not-received", "--out", machines.at("told.json"))
    machines.type("ward", "ward", "answer", *told)
    assert json.loads(file.read_text())["answers"] == {first: "not-online", "d3-0009-12": "try-again"}


@pytest.mark.parametrize("number", ["d3-0147-58", "t28-0001-07", "d0-9999-00"])
def test_a_number_is_read_as_the_screen_the_slip_and_its_code_show_it(number: str) -> None:
    shown = shown_number(number)
    for copied in (
        number, shown, shown.lower(), f"  {shown} ", shown.replace(" ", ""), shown.replace(" ", "\u00a0"),
        shown.replace(" ", "–"), number.upper(), f"PHIEU {number.upper()}", f"Phiếu {shown}",
        normalize("NFD", shown), shown.replace("Đ", "Ð"),
    ):  # fmt: skip
        assert read_number(copied) == number, copied
    assert NUMBER.fullmatch(number)


@pytest.mark.parametrize(
    "copied",
    ["", "Đ3", "Đ3 147 58", "Đ31 0147 5", "Đ3 0147 588", "E3 0147 58", "0912345678", "Đ3 0147 58 58"],
)
def test_what_is_no_number_is_read_as_none(copied: str) -> None:
    assert read_number(copied) == ""


def test_answers_of_a_strange_ward_or_on_a_strange_kiosk_are_refused(
    machines: KiosksAndWard, tmp_path: Path
) -> None:
    for machine in ("elsewhere", "nobodys"):
        (tmp_path / machine).mkdir()
    machines.type("elsewhere", "ward", "init", "--name", "Phường Cửa Nam", "--another")
    machines.type(
        "elsewhere",
        "ward",
        "answer",
        "d3-0001-58",
        "try-again",
        "--not-received",
        "--out",
        machines.at("foreign.json"),
    )
    assert "không phải của phường mình" in machines.type(
        "kiosk", "tickets", "accept", machines.at("foreign.json"), code=1
    )
    assert "chưa được phường cấp giấy" in machines.type(
        "nobodys", "tickets", "accept", machines.at("foreign.json"), code=1
    )


def test_damaged_lists_at_the_ward_are_reported_and_kept_as_they_are(machines: KiosksAndWard) -> None:
    file = ward_folder(machines.folder / "ward") / ANSWERS_FILE
    file.write_text('{"number": 1, "answers": {"d3-0001-58": "Bà Lan"}}')
    machines.type("ward", "ward", "answer", "d3-0002-58", "try-again", "--not-received", code=1)
    machines.type("ward", "ward", "answer", "d3-0002-58", "try-again", code=1)
    machines.type("ward", "ward", "tickets", code=1)
    assert "Bà Lan" in file.read_text()


def test_a_kiosk_without_tickets_says_so(machines: KiosksAndWard) -> None:
    assert "Chưa có phiếu nào" in machines.type("kiosk", "tickets", "list")
    assert "Không có phiếu nào đang chờ" in machines.type("ward", "ward", "tickets")
