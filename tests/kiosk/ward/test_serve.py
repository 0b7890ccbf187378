"""Real HTTP over the loopback, through a line that breaks; and the page an officer looks at."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import sys
import threading
from collections.abc import Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from sqlalchemy import event as sa_event
from starlette.applications import Starlette
from starlette.types import Message
from support.bad_line import Break, bad_line
from support.conditions import until
from support.events import BOOT, visits
from support.exporting import ExportingKiosk, after_nights
from support.fake_clock import START_S, FakeClock
from support.receiving import Receiver as Books
from support.receiving import own_certificate, serving
from support.ward import Ward
from typer.testing import CliRunner

from kiosk.base import events as v
from kiosk.base.config.export import ExportConfig
from kiosk.base.hours.clock import quarter
from kiosk.base.words.ticket_number import shown_number
from kiosk.desk.command_line import app
from kiosk.desk.commands.guide_names import ticket_wording
from kiosk.log.sessions.events import Event
from kiosk.papers.export.acknowledgement import NotReached, Taken, TurnedDown
from kiosk.papers.export.delivery import Delivered, deliver
from kiosk.papers.export.envelope import MOST_BYTES, parse_envelope
from kiosk.papers.export.http_transport import HttpTransport
from kiosk.papers.export.job import ExportJob, ExportRequest
from kiosk.papers.export.papers import take_papers
from kiosk.papers.keys.enrolled import enrolled
from kiosk.papers.tickets.answers import WORDS
from kiosk.papers.tickets.store import TicketStore
from kiosk.ward import tables as t
from kiosk.ward.serve import Receiver
from kiosk.ward.status_page import read_status, status_page
from kiosk.ward.tickets import answered, papers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")


@pytest.fixture
def books(receiver: Books) -> Books:
    return receiver


@pytest.fixture
def kiosk(books: Books) -> ExportingKiosk:
    return after_nights(books.ward, 4)


@pytest.fixture
def port(books: Books) -> Iterator[int]:
    with serving(books) as port:
        yield port


def send(kiosk: ExportingKiosk, port: int) -> Delivered:
    transport = HttpTransport(f"http://127.0.0.1:{port}", timeout_s=10)
    _, delivered = deliver(kiosk.outbox, kiosk.outbox.read(), transport, kiosk.signer.ward_keys, START_S)
    return delivered


def ask(port: int, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_what_is_put_is_taken_in_and_acknowledged(books: Books, kiosk: ExportingKiosk, port: int) -> None:
    assert send(kiosk, port) == Delivered(acknowledged=4)
    assert kiosk.outbox.read().waiting == ()
    assert books.lines() == kiosk.lines()
    until(lambda: books.count(t.stale) == 0 and books.count(t.rollup) > 0)  # a report need count nothing


def test_the_same_again_is_two_hundred_and_a_refusal_four_hundred_and_nine(
    books: Books, kiosk: ExportingKiosk, port: int
) -> None:
    raw = kiosk.bundles()[0].read_bytes()
    assert ask(port, "PUT", "/bundles/one", raw)[0] == 201
    code, paper = ask(port, "PUT", "/bundles/another-name", raw)
    assert code == 200 and json.loads(paper)["body"]["form"] == "kiosk-ack-1"
    assert ask(port, "PUT", "/bundles/one", raw[:-1]) == (409, b'{"refused":"damaged"}')
    assert ask(port, "PUT", "/bundles/one", raw + bytes(MOST_BYTES))[0] == 413
    assert ask(port, "PUT", "/bundles/one", bytes(MOST_BYTES + 100_000))[0] == 409, "no first line, no bundle"
    assert ask(port, "GET", "/bundles/one")[0] == 405 and ask(port, "PUT", "/", raw)[0] == 405


LINES = [
    [Break(up_bytes=n) for n in (0, 1, 150, 900, 3000)],
    [Break(down_bytes=n) for n in (0, 1, 15, 120, 400, 700)],
    [Break(flip_at=1100), Break(up_bytes=700), Break(down_bytes=30), Break(flip_at=500)],
]


@pytest.mark.parametrize("breaks", LINES, ids=["on the way there", "on the way back", "of all kinds"])
def test_a_line_that_breaks_again_and_again_costs_nothing_but_time(
    books: Books, kiosk: ExportingKiosk, port: int, breaks: list[Break]
) -> None:
    with bad_line(port, breaks) as through:
        attempts = 0
        while kiosk.outbox.read().waiting:
            attempts += 1
            assert attempts <= len(breaks) + 2
            send(kiosk, through)
    assert attempts > 2
    assert books.lines() == kiosk.lines()
    assert books.count(t.bundle) == 4
    assert {one.what for one in books.alarms()} <= {"damaged"}


def test_a_ward_that_is_off_or_in_trouble_is_tried_again(
    books: Books, kiosk: ExportingKiosk, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(HttpTransport("http://127.0.0.1:9").offer("one", b""), NotReached)
    register = books.folder / "register.json"
    kept = register.read_bytes()
    register.write_bytes(b"{")
    assert send(kiosk, port).failed == 1
    assert len(kiosk.outbox.read().waiting) == 4
    register.write_bytes(kept)
    sa_event.listen(books.ledger._writer, "connect", _read_only)
    assert send(kiosk, port).failed == 1
    sa_event.remove(books.ledger._writer, "connect", _read_only)
    assert books.count(t.bundle) == 0
    assert send(kiosk, port).acknowledged == 4


def _read_only(connection: Any, *_: Any) -> None:
    """As a disk that takes nothing any more."""
    connection.execute("PRAGMA query_only = ON")


def test_a_portal_that_answers_for_the_ward_is_not_the_ward(kiosk: ExportingKiosk, tmp_path: Path) -> None:
    async def portal(scope: dict[str, object], receive: object, send: object) -> None:
        from starlette.responses import HTMLResponse

        code = 200 if str(scope["path"]).endswith("kind") else 403
        await HTMLResponse("<h1>Wi-Fi miễn phí</h1>", code)(scope, receive, send)  # type: ignore[arg-type]

    server = uvicorn.Server(uvicorn.Config(portal, port=0, log_level="error", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until(lambda: server.started)
    port = server.servers[0].sockets[0].getsockname()[1]
    transport = HttpTransport(f"http://127.0.0.1:{port}")
    assert isinstance(transport.offer("stern", b"x"), NotReached)
    assert isinstance(transport.offer("kind", b"x"), Taken)
    assert send(kiosk, port).acknowledged == 0  # no signature, no acknowledgement
    server.should_exit = True
    thread.join(20)


def test_a_receiver_with_a_certificate_of_its_own_is_believed_by_who_was_given_it(
    books: Books, kiosk: ExportingKiosk, tmp_path: Path
) -> None:
    certificate, key = own_certificate(tmp_path)
    with serving(books, ssl_certfile=str(certificate), ssl_keyfile=str(key)) as port:
        raw = kiosk.bundles()[0].read_bytes()
        for trusted in ("", str(tmp_path / "missing.pem")):
            assert isinstance(
                HttpTransport(f"https://localhost:{port}", trusted).offer("one", raw), NotReached
            )
        assert books.count(t.bundle) == 0
        answer = HttpTransport(f"https://localhost:{port}", str(certificate)).offer("one", raw)
        assert isinstance(answer, Taken) and books.count(t.bundle) == 1


def test_a_refused_kiosk_hears_why_and_the_others_go_on(
    books: Books, kiosk: ExportingKiosk, port: int
) -> None:
    ward = books.ward
    ward.authority, _ = ward.authority.revoke(kiosk.name, {})
    ward.authority.save()
    assert send(kiosk, port).refused == 4
    assert {one.refused for one in kiosk.outbox.read().entries} == {"revoked"}
    other = ExportingKiosk(ward, 2)
    other.live(visits(1))
    other.pack()
    assert send(other, port) == Delivered(acknowledged=1)
    answer = HttpTransport(f"http://127.0.0.1:{port}").offer("x", b"nothing")
    assert answer == TurnedDown("damaged")


def test_many_kiosks_at_once_each_twice_are_all_taken_in_once(books: Books, port: int) -> None:
    kiosks = [ExportingKiosk(books.ward, number) for number in range(1, 5)]
    for one in kiosks:
        one.live(visits(2))
        one.pack()
    raws = [one.bundles()[0].read_bytes() for one in kiosks] * 2
    with ThreadPoolExecutor(len(raws)) as at_once:
        codes = list(at_once.map(lambda raw: ask(port, "PUT", "/bundles/any", raw)[0], raws))
    assert sorted(codes) == [200] * 4 + [201] * 4
    assert books.count(t.event) == 4 * 17 and books.count(t.bundle) == 4


def test_the_page_says_who_sent_what_until_when_and_what_to_look_at(
    books: Books, kiosk: ExportingKiosk, port: int
) -> None:
    books.ward.kiosk(9)
    first, _, third, _ = kiosk.bundles()
    for bundle in (first, third):
        books.take(bundle)
    books.take(first.read_bytes()[:-5])
    code, raw = ask(port, "GET", "/")
    page = raw.decode()
    assert code == 200
    assert "Thiếu số liệu" in page and "18–25" in page and "25/11/2026" in page
    assert "Chưa gửi gì" in page and "Tệp bị hỏng hoặc bị cắt." in page and "Cần xem (1)" in page
    assert "<script" not in page and "http" not in page
    books.take(kiosk.bundles()[1])
    page = _page_at(books, START_S + 60)
    assert "Không thiếu đến" in page and "Thiếu số liệu" not in page
    page = _page_at(books, START_S + 4 * 86_400)
    assert page.count("Im lặng") == page.count("Chưa gửi gì") == 1


def test_a_kiosk_of_which_something_lies_aside_is_not_shown_as_whole(
    books: Books, kiosk: ExportingKiosk
) -> None:
    first, second, _ = kiosk.bundles()[:3]
    books.take(first)
    assert "✓" in _page_at(books, START_S) and "Để riêng" not in _page_at(books, START_S)
    (status,) = books.statuses()
    books.ward.authority, _ = books.ward.authority.revoke(kiosk.name, dict(status.newest))
    books.ward.authority.save()
    books.take(second)
    header = parse_envelope(second.read_bytes()).header
    page = _page_at(books, START_S)
    assert f"Để riêng, không tính: {header.last - header.first + 1} dòng" in page and 'class="ill"' in page


def test_the_page_says_how_each_kiosk_found_itself_when_it_looked_last(books: Books) -> None:
    kiosk, other = ExportingKiosk(books.ward), ExportingKiosk(books.ward, 2)
    at_s = quarter(START_S)
    other.live([Event(v.KioskExamined("0.1.0", 0, 300, 4, "works"), None, 0, at_s, True, BOOT)])
    examined: list[v.AnyEvent] = [
        v.KioskExamined("0.0.9", 11, 9000, 0, "works"),
        v.CheckFailed("touch"),
        v.EndingsCounted(9, 9, 9, 9),
        v.KioskExamined("0.1.0", 12, 52_000, 0, "works"),
        v.EndingsCounted(6, 2, 1, 0),
        v.CheckFailed("sound"),
        v.CheckFailed("later-one"),
    ]
    kiosk.live([Event(what, None, 0, at_s, True, BOOT) for what in examined])
    kiosk.live(visits(2))
    assert "Chưa thấy máy tự khám" in _page_at(books, START_S)
    for one in (kiosk, other):
        one.pack()
        for bundle in one.bundles():
            books.take(bundle)
    page = _page_at(books, START_S)
    assert "Chưa thấy máy tự khám" not in page
    table = page.partition("Máy tự khám")[2].partition("</table>")[0]
    mine, others = table.split("<tr ")[1:]
    assert (
        "loa <i>sound</i><br>later-one" in mine
        and "touch" not in mine
        and "52000 MB" in mine
        and "0.1.0 · 12" in mine
    )
    assert "<i>failed</i> 6 · treo <i>hung</i> 2 · trang nghỉ <i>given up</i> 1" in mine
    assert "treo" not in others, "an older program counts none"
    assert mine.startswith('class="ill"') and others.startswith('class="ill"')
    assert "300 MB <i>ít, little</i>" in others and "4 <i>nhiều, many</i>" in others
    assert "Không <i>nothing</i>" in others
    assert "mới nhất" not in page  # the ward has made no pack that anybody lacks
    books.ward.authority = replace(books.ward.authority, packs=12)
    page = _page_at(books, START_S)
    table = page.partition("Máy tự khám")[2].partition("</table>")[0]
    mine, others = table.split("<tr ")[1:]
    assert "mới nhất" not in mine and "mới nhất <i>newest</i> 12" in others


def _page_at(books: Books, now_s: float) -> str:
    return status_page(read_status(books.ward.authority, books.ledger, now_s), now_s, ticket_wording())


def test_the_page_shows_the_questions_that_wait_until_they_are_answered(
    books: Books, kiosk: ExportingKiosk
) -> None:
    for bundle in _with_a_ticket(kiosk):
        books.take(bundle)
    page = _page_at(books, START_S)
    assert "Phiếu hỏi chờ trả lời (2)" in page and shown_number("d3-0147-58") in page
    assert "Sớm nhất có thể · Sim không đứng tên mình" in page, "as chosen at the kiosk"
    assert "Bài “Cài ứng dụng VNeID”, bước “" in page
    assert page.index("Sớm nhất có thể") < page.index("Lúc nào cũng được"), "and the most urgent first"
    answered(books.folder, "d3-0147-58", WORDS[0], 0)
    page = _page_at(books, START_S)
    assert "Phiếu hỏi chờ trả lời (1)" in page and shown_number("d3-0147-58") not in page


def _with_a_ticket(kiosk: ExportingKiosk) -> list[Path]:
    at = ("vneid-cai-dat", "tim-android")
    for raised in (
        v.TicketRaised("d3-0146-07", "service-down", "whenever", None, None, "ha-1"),
        v.TicketRaised("d3-0147-58", "no-own-sim", "now", *at, "ha-1"),
    ):
        kiosk.live([Event(raised, None, 0, quarter(START_S), True, BOOT)])
    kiosk.pack()
    return kiosk.bundles()


def test_what_the_ward_answers_comes_back_with_the_next_look(
    books: Books, kiosk: ExportingKiosk, port: int
) -> None:
    job = ExportJob(kiosk.data, kiosk.name, ExportConfig(url=f"http://127.0.0.1:{port}"))
    clock = FakeClock()
    first = job.run(clock.now, ExportRequest())
    assert first is not None and (first.papers, first.waiting) == (0, 0)
    assert job.run(clock.now, ExportRequest()) is None
    answered(books.folder, "d3-0147-58", WORDS[0], 0)
    books.ward.kiosk(7)
    books.ward.withdraw(7)
    asked = job.run(clock.now, ExportRequest(papers=True))
    assert asked is not None and asked.papers == 2 and not asked.due
    assert TicketStore(kiosk.data, "").book().answer_to("d3-0147-58") == WORDS[0]
    assert len(enrolled(kiosk.data, kiosk.name)[1].revoked) == 1
    again = job.run(clock.now, ExportRequest(papers=True))
    assert again is not None and again.papers == 0


@pytest.mark.parametrize("wrong", [b"", b"[", b"{}", b"[[], 1, null, {}]", b'[{"body": 3}]', b"[" * 70_000])
def test_papers_that_are_none_are_passed_over(kiosk: ExportingKiosk, wrong: bytes, tmp_path: Path) -> None:
    keys = kiosk.signer.ward_keys
    assert take_papers(wrong, kiosk.data, kiosk.name, keys) == 0
    other = Ward(tmp_path / "other", "Phường khác")
    answered(other.folder / "ward", "d3-0147-58", WORDS[0], 0)
    other.kiosk(1)
    other.withdraw(1)
    assert take_papers(papers(other.authority), kiosk.data, kiosk.name, keys) == 0
    assert TicketStore(kiosk.data, "").book().answers_no == 0


def test_other_machines_see_the_page_only_where_the_ward_says_so(books: Books) -> None:
    for shown, code in ((False, 403), (True, 200)):
        receiver = Receiver(books.folder, books.ledger, lambda: START_S, status_for_all=shown).app()
        assert asyncio.run(_asked_from("192.0.2.7", receiver)) == code
        assert asyncio.run(_asked_from("192.0.2.1", receiver)) == 200  # this machine, under its own address


async def _asked_from(host: str, receiver: Starlette) -> int:
    codes: list[int] = []

    async def hear() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def say(message: MutableMapping[str, Any]) -> None:
        codes.extend([message["status"]] if message["type"] == "http.response.start" else [])

    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "path": "/", "raw_path": b"/",
        "headers": [(b"host", b"192.0.2.1:8443")],
        "query_string": b"", "root_path": "", "scheme": "http", "client": (host, 1000),
        "server": ("192.0.2.1", 8443),
    }  # fmt: skip
    await receiver(scope, hear, say)
    return codes[0]


def test_an_alarm_that_was_looked_into_is_no_longer_shown(books: Books) -> None:
    books.take(b"nonsense")
    (alarm,) = books.alarms()
    where = ["--data", str(books.folder.parent)]
    assert CliRunner().invoke(app, ["ward", "settle", str(alarm.no), *where]).exit_code == 0
    assert books.alarms() == []
    assert CliRunner().invoke(app, ["ward", "settle", str(alarm.no), *where]).exit_code == 1
    books.take(b"nonsense")
    assert books.alarms() == []


def test_the_receiver_can_start_with_the_machine(tmp_path: Path) -> None:
    certificate, key = own_certificate(tmp_path)
    words = ["ward", "install", "--print", "--host", "0.0.0.0", "--data", str(tmp_path / "ward data")]
    words += ["--certificate", str(certificate), "--key", str(key)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0
    (line,) = [one for one in done.output.splitlines() if one.startswith("ExecStart=")]
    assert f"-m kiosk ward serve --host 0.0.0.0 --port 8443 --certificate {certificate}" in line
    assert f'--data "{tmp_path}/ward data"' in line and "Restart=always" in done.output
    assert CliRunner().invoke(app, words[:-2]).exit_code == 1
    exchanged = CliRunner().invoke(app, [*words[:-4], "--certificate", str(key), "--key", str(certificate)])
    assert exchanged.exit_code == 1 and "đổi chỗ --certificate và --key" in exchanged.output


def test_a_receiver_where_another_listens_says_so_before_it_names_an_address(books: Books) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = CliRunner().invoke(app, ["ward", "serve", "--port", port, "--data", str(books.folder.parent)])
    assert done.exit_code == 1 and f"Không mở được 127.0.0.1:{port}: cổng mạng này" in done.output
    assert "http://" not in done.output
