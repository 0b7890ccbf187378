"""Tickets: numbered once, kept first, never lost on the way to the log, answered by the ward."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Collection
from concurrent.futures import Future
from pathlib import Path
from typing import get_args

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from support.events import BOOT, running
from support.fake_clock import FakeClock
from support.visit_fakes import ListSink

from kiosk.base import events as v
from kiosk.base.events import AnswerPassedOn
from kiosk.base.events.rules import ID, admits
from kiosk.base.files.paths import database_file, tickets_file
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.papers.keys.documents import PaperRefused, sign_paper
from kiosk.papers.keys.key_files import public_bytes
from kiosk.papers.tickets.answers import AnswerList, paper_of, read_answers
from kiosk.papers.tickets.store import TicketStore, TicketsUnusable
from kiosk.papers.tickets.ticket import HIGHEST, NUMBER, Book, Telling, Ticket, number_of, with_one_more
from kiosk.point.services.logged_tickets import LoggedTickets
from kiosk.point.services.tickets import in_log
from ui.visit.staff import ticket as shown
from ui.visit.staff.ticket import Numbered, Question, TicketsAnswer, TicketsListed, TicketsTrouble

WARD, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
WARD_KEYS = (public_bytes(WARD),)
ASKED = Question("service-down", "now", ("vneid-cai-dat", "tim-ung-dung"), "tnv-01")


@pytest.fixture
def store(tmp_path: Path) -> TicketStore:
    return TicketStore(tmp_path, "point-3", lambda: 58)


def raised(store: TicketStore) -> Ticket:
    return store.raise_("service-down", "now", at=("vneid-cai-dat", "tim-ung-dung"), staff="tnv-01")


# --- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["point-0", "point-6", "team-28", "team-99"])
def test_every_number_may_stand_in_the_log_and_none_looks_like_a_persons(place: str) -> None:
    for count in (1, 42, HIGHEST):
        number = number_of(place, count, 7)
        assert NUMBER.fullmatch(number)
        assert admits(ID, number)
        assert re.search(r"\d{5}", number) is None


def test_after_the_highest_count_it_begins_again_and_an_old_ticket_gives_way() -> None:
    book, first = with_one_more(Book(), "point-3", 1, "other", "now", at=None, staff="tnv-01")
    full = Book(book.tickets, HIGHEST)
    again, ticket = with_one_more(full, "point-3", 1, "no-nfc", "now", at=None, staff="tnv-01")
    assert ticket.number == first.number
    assert again.tickets == (ticket,)


def test_no_number_is_given_twice_whoever_asks(store: TicketStore, tmp_path: Path) -> None:
    other_program = TicketStore(tmp_path, "point-3", lambda: 58)
    numbers = [raised(one).number for one in (store, other_program, store, other_program)]
    assert numbers == ["d3-0001-58", "d3-0002-58", "d3-0003-58", "d3-0004-58"]


# --- the file -------------------------------------------------------------------------------------


def test_what_is_kept_comes_back_whole(store: TicketStore, tmp_path: Path) -> None:
    ticket = raised(store)
    store.mark_logged(ticket)
    store.take_in(AnswerList(1, {ticket.number: "team-comes"}))
    again = TicketStore(tmp_path, "point-3").book()
    assert again == store.book()
    (kept,) = again.tickets
    assert (kept.logged, again.state_of(kept), again.answer_to(kept.number)) == (
        True,
        "answered",
        "team-comes",
    )
    store.pass_on(Telling(ticket.number, "team-comes", "tnv-02"))
    assert store.book().state_of(store.book().tickets[0]) == "told"
    assert TicketStore(tmp_path, "point-3").book() == store.book()


@pytest.mark.parametrize(
    "written",
    [
        "", "[]", "{", '{"form": 2}', '{"form": 1}',
        '{"form": 1, "count": 1, "answers_no": 0, "tickets": [], "answers": {"0912345678": "try-again"}}',
        '{"form": 1, "count": 1, "answers_no": 0, "tickets": [], "answers": {"d3-0001-58": "Bà Lan"}}',
        '{"form": 1, "count": "1", "answers_no": 0, "tickets": [], "answers": {}}',
        '{"form": 1, "count": 1, "answers_no": 0, "tickets": [{"number": "d3-0001-58"}], "answers": {}}',
        '{"form": 1, "count": 1, "answers_no": 0, "tickets": [], "answers": {}, "tellings": ["Lan"]}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_reported_and_never_written_over(
    store: TicketStore, tmp_path: Path, written: str
) -> None:
    tickets_file(tmp_path).write_text(written)
    for ask in (store.book, lambda: raised(store), lambda: store.take_in(AnswerList(1, {}))):
        with pytest.raises(TicketsUnusable):
            ask()
    assert tickets_file(tmp_path).read_text() == written


# --- answers --------------------------------------------------------------------------------------


def test_the_wards_answers_reach_the_kiosk_as_they_were_signed() -> None:
    answers = {f"d3-{at:04}-07": answer for at, answer in enumerate(get_args(v.TicketAnswer))}
    assert read_answers(paper_of(AnswerList(4, answers), WARD), WARD_KEYS) == AnswerList(4, answers)


@pytest.mark.parametrize(
    "body",
    [
        {"number": 1, "answers": {"d3-0001-58": "Bác Nguyễn Thị Lan gọi 0912345678"}},
        {"number": 1, "answers": {"001234567890": "try-again"}},
        {"number": 1, "answers": {"d3-0001-58": ["try-again"]}},
        {"number": 1, "answers": ["d3-0001-58"]},
        {"number": True, "answers": {}},
        {"number": -1, "answers": {}},
        {"number": 1, "answers": {}, "remark": "Bà Lan ở ngõ 5"},
        {"answers": {}},
    ],
)
def test_no_sentence_of_anybody_comes_in_with_the_answers(body: dict[str, object]) -> None:
    with pytest.raises(PaperRefused):
        read_answers(sign_paper({"form": "kiosk-ticket-answers-1", **body}, WARD), WARD_KEYS)


def test_answers_of_another_ward_or_changed_on_the_way_are_refused() -> None:
    paper = paper_of(AnswerList(1, {"d3-0001-58": "try-again"}), WARD)
    changed = paper.replace(b"try-again", b"not-online")
    foreign = paper_of(AnswerList(1, {"d3-0001-58": "try-again"}), OTHER)
    for one in (changed, foreign, b"", b"{}", paper[:-20]):
        with pytest.raises(PaperRefused):
            read_answers(one, WARD_KEYS)


def test_an_older_list_changes_nothing_and_a_newer_one_adds(store: TicketStore) -> None:
    store.take_in(AnswerList(2, {"d3-0001-58": "team-comes"}))
    store.take_in(AnswerList(1, {"d3-0001-58": "try-again", "d3-0002-58": "try-again"}))
    assert dict(store.book().answers) == {"d3-0001-58": "team-comes"}
    store.take_in(AnswerList(3, {"d3-0002-58": "not-online"}))
    assert dict(store.book().answers) == {"d3-0001-58": "team-comes", "d3-0002-58": "not-online"}


# --- beside the screen ----------------------------------------------------------------------------


class SlowSink(ListSink):
    """Holds what it is given until `store_all`, as storage in trouble does."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[tuple[Future[Stored], Future[Stored]]] = []

    def append(self, event: object, tallied: object = None) -> Future[Stored]:
        waits: Future[Stored] = Future()
        self.held.append((waits, super().append(event)))  # type: ignore[arg-type]
        return waits

    def store_all(self) -> None:
        for waits, done in self.held:
            if not waits.done():
                waits.set_result(done.result())


class Keeper:
    """Over a real file and a recorder whose storage can be slow; the log holds *there* already."""

    def __init__(self, folder: Path, there: Collection[v.AnyEvent] = ()) -> None:
        self.sink = SlowSink()
        beats = Heartbeat(folder / "beat.json", FakeClock())
        recorder = SessionRecorder(self.sink, FakeClock(), beats, place="point-3", version="0.1.0")
        self.store = TicketStore(folder, "point-3", lambda: 58)
        self.keeper = LoggedTickets(self.store, recorder, lambda: there)
        self.told: list[TicketsAnswer] = []

    @property
    def tickets(self) -> list[v.AnyEvent]:
        return [event.what for event in self.sink.events if event.what.kind.startswith("ticket")]

    async def start(self) -> list[v.AnyEvent]:
        """Catch up; storage is slow no more: what was written down."""
        self.keeper.catch_up()
        await self.keeper.aclose()
        self.sink.store_all()
        await asyncio.sleep(0)
        await self.keeper.aclose()
        return self.tickets


def test_a_number_is_given_once_it_is_kept_and_the_log_holds_the_ticket_beside_every_visit(
    tmp_path: Path,
) -> None:
    async def once() -> Keeper:
        one = Keeper(tmp_path)
        one.keeper.hand_in(ASKED, one.told.append)
        assert one.told == []
        await one.keeper.aclose()
        assert not one.store.book().tickets[0].logged, "storage has not said so yet"
        one.sink.store_all()
        await asyncio.sleep(0)
        await one.keeper.aclose()
        return one

    one = asyncio.run(once())
    assert one.told == [Numbered("d3-0001-58")]
    assert one.tickets == [
        v.TicketRaised("d3-0001-58", "service-down", "now", "vneid-cai-dat", "tim-ung-dung", "tnv-01")
    ]
    assert [event.session for event in one.sink.events] == [None] * len(one.sink.events)
    assert one.store.book().tickets[0].logged


def test_what_a_power_cut_kept_out_of_the_log_is_written_down_at_the_next_start(tmp_path: Path) -> None:
    async def before() -> None:
        one = Keeper(tmp_path)
        one.keeper.hand_in(ASKED, one.told.append)
        await one.keeper.aclose()  # the log never said that it was durable

    asyncio.run(before())
    (again,) = asyncio.run(Keeper(tmp_path).start())
    assert isinstance(again, v.TicketRaised)
    assert again.ticket == "d3-0001-58"
    assert asyncio.run(Keeper(tmp_path).start()) == []


TOLD = v.AnswerPassedOn("d3-0001-58", "try-again", "tnv-02")


def told_before_a_power_cut(folder: Path) -> None:
    """The file says that the answer was told, and the log has not said that it holds it."""

    async def once() -> None:
        one = Keeper(folder)
        one.keeper.pass_on(AnswerPassedOn("d3-0001-58", "try-again", "tnv-02"))
        await one.keeper.aclose()

    asyncio.run(once())


def test_an_answer_told_before_a_power_cut_is_written_down_once_also_of_another_points_ticket(
    store: TicketStore, tmp_path: Path
) -> None:
    store.mark_logged(raised(store))
    told_before_a_power_cut(tmp_path)
    (ticket,) = store.book().tickets
    assert store.book().state_of(ticket) == "told"
    assert asyncio.run(Keeper(tmp_path).start()) == [TOLD]
    assert asyncio.run(Keeper(tmp_path).start()) == []
    other = tmp_path / "other-point"
    told_before_a_power_cut(other)
    assert asyncio.run(Keeper(other).start()) == [TOLD]


def test_what_the_log_holds_after_all_is_not_written_down_again(store: TicketStore, tmp_path: Path) -> None:
    """The power went between the log and the mark in the file."""
    raised(store)
    told_before_a_power_cut(tmp_path)
    there: list[v.AnyEvent] = [
        v.TicketRaised("d3-0001-58", "service-down", "now", "vneid-cai-dat", "tim-ung-dung", "tnv-01"), TOLD,
    ]  # fmt: skip
    with running(database_file(tmp_path)) as sink:
        for what in there:
            sink.append(Event(what, None, 0, 1_789_999_200, True, BOOT)).result(20)
    assert sorted(in_log(tmp_path), key=str) == sorted(there, key=str)
    assert asyncio.run(Keeper(tmp_path, in_log(tmp_path)).start()) == []
    assert store.book().unlogged == ()


def test_before_there_is_a_log_it_holds_no_ticket(tmp_path: Path) -> None:
    assert list(in_log(tmp_path)) == []


def test_asked_one_after_the_other_it_is_done_in_that_order(tmp_path: Path) -> None:
    async def once() -> Keeper:
        one = Keeper(tmp_path)
        one.keeper.hand_in(ASKED, one.told.append)
        await one.keeper.aclose()
        one.store.take_in(AnswerList(1, {"d3-0001-58": "try-again"}))
        one.keeper.pass_on(AnswerPassedOn("d3-0001-58", "try-again", "tnv-02"))
        one.keeper.list(one.told.append)
        await one.keeper.aclose()
        return one

    one = asyncio.run(once())
    assert one.told[-1] == TicketsListed(
        (shown.Ticket("d3-0001-58", "service-down", "now", "vneid-cai-dat", "try-again", told=True),),
        (("d3-0001-58", "try-again"),),
    )
    assert one.tickets[-1] == v.AnswerPassedOn("d3-0001-58", "try-again", "tnv-02")


def test_when_the_file_cannot_be_used_whoever_asks_hears_so_and_nothing_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tickets_file(tmp_path).write_text("{")

    async def once() -> Keeper:
        one = Keeper(tmp_path)
        one.keeper.catch_up()
        one.keeper.hand_in(ASKED, one.told.append)
        one.keeper.list(one.told.append)
        one.keeper.pass_on(AnswerPassedOn("d3-0001-58", "try-again", "tnv-02"))
        await one.keeper.aclose()
        return one

    one = asyncio.run(once())
    assert one.told == [TicketsTrouble(), TicketsTrouble()]
    assert one.tickets == []
    assert caplog.text.count("damaged") == 4


def test_the_file_holds_only_words_of_the_lists(store: TicketStore, tmp_path: Path) -> None:
    raised(store)
    written = json.loads(tickets_file(tmp_path).read_bytes())
    assert set(written["tickets"][0]) == {
        "number", "problem", "urgency", "flow", "step", "staff", "logged", "told",
    }  # fmt: skip
