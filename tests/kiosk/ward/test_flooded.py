"""Whoever floods the receiver, is silent or calls it by another name: kiosks are served all the while."""

from __future__ import annotations

import http.client
import json
import re
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest
from support.conditions import until
from support.events import visits
from support.exporting import ExportingKiosk
from support.receiving import Receiver, own_certificate, serving

from kiosk.papers.export.acknowledgement import NotReached, Taken
from kiosk.papers.export.envelope import MOST_BYTES
from kiosk.papers.export.http_transport import HttpTransport
from kiosk.ward import admission, alarms
from kiosk.ward.alarms import MORE, raise_alarm, settle_alarms
from kiosk.ward.listening import MOST_AT_ONCE, MOST_OF_ONE, MOST_SILENT, host_of, own_names
from kiosk.ward.refusals import Refusal

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a ward's server is Linux")
ATTACKER, KIOSK = "127.0.0.2", "127.0.0.1"


@pytest.fixture
def kiosk(receiver: Receiver) -> ExportingKiosk:
    made = ExportingKiosk(receiver.ward)
    made.live(visits(2))
    made.pack()
    return made


def put(port: int, raw: bytes, source: str = ATTACKER, host: str = "") -> int:
    """The answer's code; 0 where the line was cut."""
    connection = http.client.HTTPConnection(KIOSK, port, timeout=20, source_address=(source, 0))
    try:
        connection.request("PUT", "/bundles/any", raw, {"Host": host} if host else {})
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


class Program:
    """`kiosk ward serve`, as an officer starts it."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind((KIOSK, 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "kiosk", "ward", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen([*command, "--data", str(folder)], stdout=subprocess.DEVNULL)
        until(self._answers, 60)

    def _answers(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex((KIOSK, self.port)) == 0

    def most_memory_mb(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found
        return int(found[1]) // 1024


@pytest.fixture
def program(receiver: Receiver) -> Iterator[Program]:
    made = Program(receiver.ward.folder)
    yield made
    made.process.terminate()
    made.process.wait(20)


def test_two_hundred_silent_connections_keep_no_kiosk_out(program: Program, kiosk: ExportingKiosk) -> None:
    silent = [socket.create_connection((KIOSK, program.port)) for _ in range(200)]
    try:
        answer = HttpTransport(f"http://{KIOSK}:{program.port}").offer("one", kiosk.bundles()[0].read_bytes())
        assert isinstance(answer, Taken), answer
    finally:
        for one in silent:
            one.close()


@pytest.mark.parametrize("addresses", [1, 100], ids=["of one address", "of a hundred"])
def test_a_burst_of_silent_connections_keeps_no_kiosk_out(
    program: Program, kiosk: ExportingKiosk, addresses: int
) -> None:
    """All are there before the receiver looks at the first."""
    program.process.send_signal(signal.SIGSTOP)
    froms = [f"127.0.1.{1 + number % addresses}" for number in range(MOST_AT_ONCE + 10)]
    silent = [socket.create_connection((KIOSK, program.port), source_address=(one, 0)) for one in froms]
    program.process.send_signal(signal.SIGCONT)
    try:
        answer = HttpTransport(f"http://{KIOSK}:{program.port}").offer("one", kiosk.bundles()[0].read_bytes())
        assert isinstance(answer, Taken), answer
        open_ones = sum(_is_open(one) for one in silent)
        assert open_ones <= (MOST_OF_ONE if addresses == 1 else MOST_SILENT)
    finally:
        for one in silent:
            one.close()


def _is_open(line: socket.socket) -> bool:
    """What is silent here has nothing to read, not even its end."""
    readable, _, _ = select.select([line], [], [], 0)
    return not readable


def test_who_is_at_work_keeps_the_line_while_others_of_that_address_come(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    raw = kiosk.bundles()[0].read_bytes()
    asked = b"PUT /bundles/one HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
    with serving(receiver) as port, socket.create_connection((KIOSK, port), timeout=10) as line:
        line.sendall(asked + b"Content-Length: %d\r\n\r\n" % len(raw))
        assert b" 100 " in line.recv(4096)
        others = [socket.create_connection((KIOSK, port)) for _ in range(2 * MOST_OF_ONE)]
        line.sendall(raw)
        assert b" 201 " in line.recv(4096)
        for one in others:
            one.close()


def test_a_flood_of_uploads_costs_neither_disk_nor_memory_nor_a_kiosk(
    program: Program, receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    before_mb = program.most_memory_mb()
    junk = [b"%04d" % number + bytes(MOST_BYTES - 100) for number in range(50)]
    with ThreadPoolExecutor(24) as at_once:
        codes = at_once.map(lambda raw: put(program.port, raw), junk)
        answer = HttpTransport(f"http://{KIOSK}:{program.port}").offer("one", kiosk.bundles()[0].read_bytes())
        told = list(codes)
    assert isinstance(answer, Taken), answer
    assert set(told) <= {409, 429, 0} and 409 in told
    assert receiver.aside() == [] and [one.what for one in receiver.alarms()] == ["damaged"]
    assert program.most_memory_mb() - before_mb < 100


def test_a_connection_that_says_nothing_is_closed(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ward.listening.HEADER_S", 0.2)
    with serving(receiver) as port:
        for said in (b"", b"GET / HT", b"GET /papers HTTP/1.1\r\nHost: localhost\r\n\r\n"):
            with socket.create_connection((KIOSK, port), timeout=10) as line:
                line.sendall(said)
                heard = b"".join(iter(lambda line=line: _heard(line), b""))  # type: ignore[misc]
                assert (b"200 OK" in heard) is (b"Host" in said)


def _heard(line: socket.socket) -> bytes:
    try:
        return line.recv(4096)
    except ConnectionError:
        return b""


def test_a_body_that_does_not_come_is_not_waited_for(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ward.serve.BODY_S", 0.3)
    raw = kiosk.bundles()[0].read_bytes()
    head = b"PUT /bundles/one HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(raw)
    with serving(receiver) as port, socket.create_connection((KIOSK, port), timeout=10) as line:
        line.sendall(head + raw[:-1])
        assert b" 408 " in line.recv(4096)


def test_one_address_that_is_refused_again_and_again_is_not_listened_to_and_others_are(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admission, "MOST_REFUSED", 3)
    with serving(receiver) as port:
        assert [put(port, b"junk %d\n" % number) for number in range(5)] == [409, 409, 409, 429, 429]
        assert put(port, kiosk.bundles()[0].read_bytes(), KIOSK) == 201


def test_a_kiosk_that_is_sent_away_for_now_comes_again(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = kiosk.bundles()[0].read_bytes()
    with serving(receiver) as port:
        transport = HttpTransport(f"http://{KIOSK}:{port}")
        for name, value in (("ROOM_BYTES", 1 << 60), ("MOST_UPLOADS", 0), ("MOST_IN_A_MINUTE", 0)):
            with monkeypatch.context() as patch:
                patch.setattr(admission, name, value)
                assert isinstance(transport.offer("one", raw), NotReached)
                assert put(port, raw, KIOSK) == (507 if name == "ROOM_BYTES" else 429)
        assert isinstance(transport.offer("one", raw), Taken)


def test_one_signed_line_with_any_rubbish_behind_it_is_one_alarm_and_one_file(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    line = kiosk.bundles()[0].read_bytes().partition(b"\n")[0]
    with serving(receiver) as port:
        assert {put(port, line + b"\n" + b"%d" % number) for number in range(20)} == {409}
    (alarm,) = receiver.alarms()
    assert (alarm.what, alarm.kiosk, len(receiver.aside())) == ("damaged", kiosk.name, 1)


# --- under another name -----------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8443", "localhost.evil.example", "0.0.0.0"])
def test_what_is_asked_under_another_name_is_not_answered(
    receiver: Receiver, kiosk: ExportingKiosk, host: str
) -> None:
    with serving(receiver) as port:
        assert put(port, kiosk.bundles()[0].read_bytes(), KIOSK, host) == 421
        assert put(port, kiosk.bundles()[0].read_bytes(), KIOSK, f"localhost:{port}") == 201


def test_a_machine_answers_to_its_own_names_and_its_certificates(tmp_path: Path) -> None:
    certificate, _ = own_certificate(tmp_path)
    assert {"localhost", socket.gethostname()} <= set(own_names(certificate))
    assert (host_of("[::1]:8443"), host_of("May-Chu:1"), host_of("10.0.0.7")) == (
        "::1",
        "may-chu",
        "10.0.0.7",
    )
    with pytest.raises(ValueError, match=r"(?i)pem"):
        (tmp_path / "none.pem").write_bytes(b"no certificate")
        own_names(tmp_path / "none.pem")


# --- alarms -----------------------------------------------------------------------------------------------


def alarm(receiver: Receiver, what: Refusal, name: str, kiosk: ExportingKiosk | None = None) -> None:
    header = kiosk.envelopes()[0].header if kiosk else None
    with receiver.ledger.change("") as connection:
        raise_alarm(connection, what, header, name, int(receiver.now_s))


def test_of_very_many_alarms_of_a_kind_the_newest_are_shown_and_the_others_counted(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alarms, "MOST_OPEN", 3)
    for number in range(8):
        alarm(receiver, "damaged", f"{number}")
    alarm(receiver, "damaged", "own", kiosk)
    alarm(receiver, "conflict", "own", kiosk)
    kept = {one.kept: one for one in receiver.alarms()}
    assert set(kept) == {"5", "6", "7", MORE, "own"} and kept[MORE].last == 5
    own = [one for one in receiver.alarms() if one.kiosk == kiosk.name]
    assert {one.what for one in own} == {"damaged", "conflict"}, "strangers keep no alarm of ours out"


def test_alarms_are_settled_by_kind_by_kiosk_and_all_that_were_shown(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    for number in range(4):
        alarm(receiver, "damaged", f"{number}")
    alarm(receiver, "conflict", "own", kiosk)
    shown = max(one.no for one in receiver.alarms())
    alarm(receiver, "damaged", "came after the officer had looked")

    def settle(**asked: object) -> int:
        with receiver.ledger.change("") as connection:
            return settle_alarms(connection, [], 1, **asked)  # type: ignore[arg-type]

    assert settle(kiosks=[kiosk.name]) == 1
    assert settle(kinds=["damaged"], up_to=2) == 2
    assert settle(up_to=shown) == 2
    assert [one.kept for one in receiver.alarms()] == ["came after the officer had looked"]
    assert settle() == 0 and len(receiver.alarms()) == 1


def test_the_officer_settles_many_alarms_with_one_command(receiver: Receiver) -> None:
    from typer.testing import CliRunner

    from kiosk.desk.command_line import app

    for number in range(3):
        alarm(receiver, "damaged", f"{number}")

    def typed(*words: str) -> str:
        said: str = CliRunner().invoke(app, ["ward", *words, "--data", str(receiver.ward.folder)]).output
        return said

    assert "ward settle --up-to 3" in typed("gaps") and "[damaged]" in typed("gaps")
    assert "Không có loại “strange”" in typed("settle", "--kind", "strange")
    assert "Đã xong 3 việc" in typed("settle", "--kind", "damaged")
    assert json.dumps(receiver.alarms()) == "[]"


def test_uploads_of_a_byte_a_second_from_forty_addresses_keep_no_kiosk_out(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ward.serve.WAIT_S", 0.5)
    raw, ended = kiosk.bundles()[0].read_bytes(), Event()
    head = b"PUT /bundles/one HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"

    def trickle(port: int, address: str) -> None:
        while not ended.is_set():
            with suppress(OSError), socket.create_connection((KIOSK, port), 5, (address, 0)) as line:
                line.sendall(head)
                while not ended.wait(0.1):
                    line.sendall(b"x")

    with serving(receiver) as port, ThreadPoolExecutor(40) as pool:
        for number in range(40):
            pool.submit(trickle, port, f"127.0.1.{number + 1}")
        try:
            until(lambda: put(port, raw[:-1], "127.0.0.9") == 429, 20)
            until(lambda: put(port, raw, KIOSK) in (200, 201), 20)
        finally:
            ended.set()
