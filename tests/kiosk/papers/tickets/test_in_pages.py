"""However many tickets the ward has answered, the newest answers reach every kiosk; what does not is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.exporting import ExportingKiosk
from support.ward import Ward
from typer.testing import CliRunner

from kiosk.base.files.identity import kiosk_id
from kiosk.desk.command_line import app
from kiosk.papers.export.papers import MOST_BYTES, joined_papers, take_papers
from kiosk.papers.keys.documents import MOST_BYTES as MOST_PAPER_BYTES
from kiosk.papers.keys.enrolment import accept, ask
from kiosk.papers.tickets import ticket as tickets
from kiosk.papers.tickets.answers import WORDS, AnswerList, pages_of, read_answers, read_pages
from kiosk.papers.tickets.store import TicketStore
from kiosk.papers.tickets.ticket import Book, Ticket, with_answers
from kiosk.ward.authority import rotate
from kiosk.ward.tickets import ANSWERS_FILE, answered, papers, read_list

LONGEST = max(WORDS, key=len)


def number(at: int) -> str:
    return f"d{at // 10_000 + 1}-{at % 10_000:04}-{at % 100:02}"


def keep(ward: Ward, count: int, *, by_old_program: bool = False) -> None:
    """The ward's file after so many answers, each in a list of its own; what *by_old_program* wrote tells no
    more than the list.
    """
    answers = {number(at): LONGEST for at in range(count)}
    since = {number(at): at + 1 for at in range(count)}
    kept = {"number": count, "answers": answers} | ({} if by_old_program else {"since": since})
    (ward.folder / "ward" / ANSWERS_FILE).write_text(json.dumps(kept), "utf-8")


@pytest.fixture
def kiosk(ward: Ward) -> ExportingKiosk:
    return ExportingKiosk(ward)


def take(ward: Ward, kiosk: ExportingKiosk) -> int:
    return take_papers(papers(ward.authority), kiosk.data, kiosk.name, kiosk.signer.ward_keys)


@pytest.mark.parametrize("by_old_program", [False, True])
def test_more_answers_than_a_paper_holds_reach_every_kiosk(
    ward: Ward, kiosk: ExportingKiosk, by_old_program: bool
) -> None:
    """64 KB hold some 2,050; the list was passed over whole beyond them."""
    keep(ward, 3500, by_old_program=by_old_program)
    assert take(ward, kiosk) == 4
    store = TicketStore(kiosk.data, "")
    assert len(store.book().answers) == 3500 and take(ward, kiosk) == 0
    answered(ward.folder / "ward", number(3), WORDS[0], 0, again=True)
    answered(ward.folder / "ward", number(9000), WORDS[0], 0)
    assert take(ward, kiosk) == 1
    assert [store.book().answer_to(number(at)) for at in (3, 9000)] == [WORDS[0], WORDS[0]]


def test_a_kiosk_that_has_some_pages_gets_what_is_newer_wherever_pages_begin_now(ward: Ward) -> None:
    listed = AnswerList(0, {})
    folder, book = ward.folder / "ward", Book()
    for at in range(7):
        listed = answered(folder, number(at % 5), WORDS[at % len(WORDS)], 0, again=True)
    for page in _pages(listed, 2)[:2]:
        book = with_answers(book, page.number, page.answers.items())
    listed = answered(folder, number(2), WORDS[0], 0, again=True)
    listed = answered(folder, number(8), WORDS[1], 0, again=True)
    for page in _pages(listed, 2):
        if page.number > book.answers_no:
            book = with_answers(book, page.number, page.answers.items())
    assert dict(book.answers) == dict(listed.answers) and book.answers_no == listed.number


def _pages(listed: AnswerList, size: int) -> tuple[AnswerList, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.papers.tickets.answers.PAGE", size)
        return pages_of(listed)


def test_what_travels_stays_as_small_as_kiosks_take_it_and_the_newest_are_in_it(
    ward: Ward, kiosk: ExportingKiosk
) -> None:
    keep(ward, 30_000)
    ward.authority = rotate(rotate(ward.authority))
    raw = papers(ward.authority)
    assert len(raw) <= MOST_BYTES and all(len(json.dumps(one)) < MOST_PAPER_BYTES for one in json.loads(raw))
    assert take(ward, kiosk) >= 1
    assert TicketStore(kiosk.data, "").book().answer_to(number(29_999)) == LONGEST


def test_a_kiosk_keeps_the_newest_answers_and_all_to_its_own_tickets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets, "MOST_ANSWERS", 3)
    own = Ticket(number(0), "no-own-sim", "now", None, None, "ha-1")
    book = with_answers(Book((own,)), 1, [(number(at), WORDS[0]) for at in range(6)])
    assert sorted(book.answers) == [number(at) for at in (0, 3, 4, 5)]
    book = with_answers(book, 2, [(number(3), WORDS[1]), (number(6), WORDS[0])])
    assert sorted(book.answers) == [number(at) for at in (0, 3, 5, 6)]


def test_the_officer_hears_what_no_longer_travels_and_a_kiosk_takes_the_file(
    ward: Ward, tmp_path: Path
) -> None:
    keep(ward, 9000)
    out, data = tmp_path / "tra-loi.json", tmp_path / "kiosk"
    told = ["--not-received", "--out", str(out), "--data", str(ward.folder)]
    said = CliRunner().invoke(app, ["ward", "answer", "d9-0001-01", WORDS[0], *told])
    assert said.exit_code == 0, said.output
    assert "trả lời mới nhất còn gửi đến ki-ốt" in said.output
    ward.authority, answer = ward.authority.enrol(ask(data, kiosk_id(data)), "2026-11")
    known = accept(data, kiosk_id(data), answer)
    newest = read_answers(out.read_bytes(), known.ward_keys)
    assert newest.answers["d9-0001-01"] == WORDS[0], "an older kiosk takes one part alone: the newest"
    assert len(read_pages(out.read_bytes(), known.ward_keys)) > 3
    done = CliRunner().invoke(app, ["tickets", "accept", str(out), "--data", str(data)])
    assert done.exit_code == 0, done.output
    book = TicketStore(data, "").book()
    assert book.answer_to("d9-0001-01") == WORDS[0] and len(book.answers) > 3000
    again = CliRunner().invoke(app, ["tickets", "accept", str(out), "--data", str(data)])
    assert again.exit_code == 0
    assert book.answers_no == read_list(ward.folder / "ward").number


def test_papers_that_are_too_large_are_reported(
    kiosk: ExportingKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    assert take_papers(b"[" + b" " * MOST_BYTES + b"]", kiosk.data, kiosk.name, kiosk.signer.ward_keys) == 0
    assert "too large" in caplog.text
    assert json.loads(joined_papers([])) == []
