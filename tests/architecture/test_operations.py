"""Whoever follows docs/operations.md line by line gets to the end, with commands that the program knows."""

from __future__ import annotations

import asyncio
import re
import shlex
import shutil
import ssl
import subprocess
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import typer
from support.events import running
from support.fake_clock import FakeClock
from support.programs import Maker
from support.taken_programs import no_environment, said
from typer.testing import CliRunner

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.paths import database_file
from kiosk.base.hours.opening import HANOI
from kiosk.base.words.ticket_number import shown_number
from kiosk.desk.command_line import app
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.machine.installing import places
from kiosk.papers.content.proof_beside import ProofBeside
from kiosk.papers.content.taking import prepare, put_in_force
from kiosk.papers.keys.key_files import legible
from kiosk.papers.keys.maker import maker_paper
from kiosk.papers.program import taking as program_taking
from kiosk.papers.program.machine import this_machine
from kiosk.papers.tickets.store import TicketStore
from kiosk.point.services.logged_tickets import LoggedTickets
from ui.visit.staff.ticket import Question

PROGRAM = Path(__file__).parents[2]
SAMPLE = PROGRAM / "resources" / "rosters" / "tuan-mau.toml"
TEXT = (PROGRAM / "docs" / "operations.md").read_text(encoding="utf-8")
TYPED = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
RUN, SUDO = "./script/run ", "sudo "
STICK = f"{places.MEDIA.as_posix()}/sda1"
"""Where an installed kiosk shows it; the ward's machine has it elsewhere, and the page calls that `usb`."""
COMMANDS = [line.removeprefix(SUDO).removeprefix(RUN) for line in TYPED if RUN in line]
RECEIVE = [line for line in COMMANDS if line.startswith(("ward serve", "ward install"))]
OPENSSL = next(line for line in TEXT.splitlines() if line.startswith("openssl "))
INSTALLING = [
    line.split(RUN)[1]
    for block in re.findall(
        r"^```sh\n(.*?)^```",
        (PROGRAM / "docs" / "installing.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    for line in block.splitlines()
    if RUN in line
]
NAMED = re.findall(r"`((?:ward|keys|export)(?: [^`]+)?)`", TEXT)


def test_the_page_has_commands() -> None:
    assert len(COMMANDS) > 10 and len(NAMED) > 5


@pytest.mark.parametrize("line", sorted({*COMMANDS, *INSTALLING, *NAMED}))
def test_the_program_knows_it(line: str) -> None:
    command, words = typer.main.get_command(app), shlex.split(line)
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]  # type: ignore[attr-defined]
    assert not getattr(command, "commands", {}), f"{line}: not a whole command"
    known = {option for one in command.params for option in one.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_the_receiver_starts_with_the_machine_as_it_was_tried() -> None:
    assert len({line.partition(" --")[2] for line in RECEIVE}) == 1 and len(RECEIVE) == 2


OF_A_KIOSK = ("content", "program", "keys", "export", "sessions", "staff", "roster import", "tickets")


@pytest.mark.parametrize("line", [line for line in TYPED if RUN in line])
def test_what_is_typed_on_an_installed_kiosk_begins_with_sudo_and_names_its_stick(line: str) -> None:
    on_kiosk = line.partition(RUN)[2].startswith(OF_A_KIOSK) and "--data phuong" not in line
    assert line.startswith(SUDO) == on_kiosk
    assert "usb/" not in line.replace("usb-ket/", "") or not on_kiosk
    assert STICK not in line or on_kiosk


def test_what_the_kiosk_has_to_read_is_laid_where_its_user_can_read_it() -> None:
    assert "/home/" not in TEXT
    (laid,) = (line for line in TYPED if line.startswith("sudo install "))
    assert laid.startswith(f"sudo install -D -m 644 {STICK}/")
    certificate = Path(laid.split()[-1])
    assert certificate.parent == places.CONFIG.parent
    assert f'ca_file = "{certificate.as_posix()}"' in TEXT


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_kiosk_believes_the_certificate_that_is_made_there(tmp_path: Path) -> None:
    subprocess.run(shlex.split(OPENSSL), cwd=tmp_path, check=True, capture_output=True, timeout=60)
    receiver = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    receiver.load_cert_chain(tmp_path / "may-chu.pem", tmp_path / "may-chu.key")
    to_kiosk, to_receiver = ssl.MemoryBIO(), ssl.MemoryBIO()
    kiosk = ssl.create_default_context(cafile=tmp_path / "may-chu.pem").wrap_bio(
        to_kiosk, to_receiver, server_hostname="192.168.1.10"
    )
    served = receiver.wrap_bio(to_receiver, to_kiosk, server_side=True)
    for side in (kiosk, served, kiosk, served):
        with suppress(ssl.SSLWantReadError):
            side.do_handshake()
    kiosk.write(b"here")
    assert served.read() == b"here"


# --- followed from the first line on ---------------------------------------------------------------------

LEFT_OUT = ("ward serve", "ward install", "--qr", "accept -", "ward settle", "ward revoke", ".pdf", "again")
"""Goes on for ever, asks for a scanner or for what is amiss; or is tried in a test of its own."""


def section(number: int) -> str:
    return re.split(r"^## \d+\. ", TEXT, flags=re.MULTILINE)[number]


def typed_in(text: str) -> list[str]:
    lines = [line for line in TYPED if line in text.splitlines()]
    lines = [
        line.removeprefix(SUDO).removeprefix(RUN) for line in lines if not line.startswith("sudo install")
    ]
    return [line for line in lines if not any(one in line for one in LEFT_OUT)]


class Followed:
    """The page's own lines, typed in a folder where `usb` is the stick and `phuong` the ward."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.config, self.number = folder, folder / "kiosk.toml", ""
        for name in ("usb", "usb-ket", "resources/rosters"):
            (folder / name).mkdir(parents=True)
        shutil.copy(SAMPLE, folder / "resources" / "rosters")
        self.config.touch()

    def type(self, line: str, code: int = 0) -> str:
        words = shlex.split(line.replace("Đ3 0147 58", self.number).replace(STICK, "usb"))
        if words[0] == "cp":
            shutil.copy(*words[1:])
            return ""
        where = [] if "--data" in words else ["--data", "kiosk"]
        done = CliRunner().invoke(app, [*words, *where, "--config", str(self.config)])
        found_something = line.startswith("ward gaps")  # its month's own figures are late after some days
        assert done.exit_code == code or found_something, f"{line}: {done.output}"
        return done.output

    def draw(self, line: str) -> None:
        """A line that opens a window; of Qt's applications a process has one."""
        words = [sys.executable, "-m", "kiosk", *shlex.split(line), "--data", "kiosk"]
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"

    def type_all(self, text: str) -> dict[str, str]:
        return {line: self.type(line) for line in typed_in(text)}

    def live(self) -> None:
        """A day at the kiosk: a question is passed on, and is in its log."""
        data, asked = self.folder / "kiosk", Question("no-nfc", "now", None, "tnv-01")
        store = TicketStore(data, "point-3", lambda: 58)

        async def hand_in(recorder: SessionRecorder) -> None:
            keeper = LoggedTickets(store, recorder, tuple)
            keeper.hand_in(asked, lambda _: None)
            while not all(one.logged for one in store.book().tickets):
                await asyncio.sleep(0.01)
            await keeper.aclose()

        with running(database_file(data), kiosk=kiosk_id(data)) as sink:
            beats = Heartbeat(data / "beat.json", FakeClock())
            asyncio.run(hand_in(SessionRecorder(sink, FakeClock(), beats, place="point-3", version="0.1.0")))
        (ticket,) = store.book().tickets
        self.number = shown_number(ticket.number)


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Followed:
    monkeypatch.chdir(tmp_path)
    return Followed(tmp_path)


def test_the_page_can_be_followed_from_founding_the_ward_to_its_report(followed: Followed) -> None:
    followed.type_all(section(1))
    enrolling, _, sending = section(2).partition("[export]")
    assert "export --now" not in enrolling and f"{SUDO}{RUN}export --now" in sending
    told = followed.type_all(enrolling)
    request, enrol, accept = told.values()
    key = re.search(r"kiosk-\w+  khóa / key: [0-9a-f ]+", request)
    assert key and key[0] in enrol and "đã thuộc Phường Cửa Nam" in accept
    assert "Chưa rõ nơi (kiosk-" in enrol
    followed.live()
    assert "Chưa có nơi gửi: ghi url" in followed.type("export --now"), "what the old order led to"
    followed.config.write_text('[export]\nurl = "http://127.0.0.1:9"\n')  # nobody listens there
    assert "Chưa gửi được đến phường: máy kia không nhận kết nối." in followed.type("export --now", code=1)
    export, ingest = followed.type_all(section(3)).values()
    assert "Đã chép và đọc lại đúng 1 gói" in export and ": +" in ingest
    looking, _, _ = section(4).partition("| thấy")
    told = followed.type_all(looking)
    assert followed.number in told["ward tickets --data phuong"]
    listed = next(said for line, said in told.items() if line.endswith('58" --data phuong'))
    for line in listed.splitlines():
        sentence = line.strip()
        assert not re.match(r"\d\. ", sentence) or f"\n{sentence}\n" in section(4), "the page's own list"
    assert (followed.folder / "tra-loi.json").exists()
    assert "Không có phiếu nào đang chờ" in followed.type("ward tickets --data phuong")
    assert "1/1 phiếu" in followed.type("tickets accept tra-loi.json")
    followed.type_all(section(5))
    assert (followed.folder / "thang-11.xlsx").exists()


def test_the_roster_of_ones_own_week_is_made_from_the_sample(followed: Followed) -> None:
    copy, check, add, take_in = typed_in(section(11))
    followed.type(copy)
    mine, today = followed.folder / "usb" / "tuan.toml", datetime.now(HANOI).date()
    monday = today - timedelta(days=today.weekday())
    mine.write_text(re.sub(r"^week = \S+", f"week = {monday}", mine.read_text("utf-8"), flags=re.M), "utf-8")
    assert "Bảng trực chưa có: Điểm số 2" in followed.type(check)
    assert "tnv-07" in followed.type(add)
    assert f"Đã ghi tuần từ thứ Hai {monday:%d/%m/%Y}" in followed.type(take_in)
    assert "Đã ghi tuần" in followed.type(f"{take_in} --data phuong")


def test_a_content_pack_is_made_carried_taken_in_and_gone_back_from(followed: Followed) -> None:
    followed.type("ward init --name 'Phường Cửa Nam' --data phuong")
    enrolling, _, _ = section(2).partition("[export]")
    followed.type_all(enrolling)
    drawn, made, shown, published, for_all, taken, in_force, back, back_out = [
        line for line in typed_in(section(16)) if line != "flows check" and "staff add" not in line
    ]
    (changed,) = re.findall(r"^```toml\n(.*?)^```", section(16), re.MULTILINE | re.DOTALL)
    sentences = followed.folder / "rieng" / "words" / "vi.toml"
    sentences.parent.mkdir(parents=True)
    sentences.write_text(changed, "utf-8")
    followed.draw(f"{drawn} --most 1")
    assert "Hôm nay bác cần việc gì ạ?" in (followed.folder / "anh" / "index.html").read_text("utf-8")
    assert "bản nháp" in (said_of_it := followed.type(f"{made} --with rieng")) and "words: 1" in said_of_it
    assert "→ “Hôm nay bác cần việc gì ạ?”" in followed.type(shown)
    assert "gói số / pack 1" in (said_of_it := followed.type(published)) and "genuine" in said_of_it
    assert "chưa báo về" in followed.type(for_all, code=1), "no kiosk has tried it for a day"
    assert "Đã chép gói số 1" in followed.type(taken)
    assert "Có gói mới đang chờ lúc vắng khách" in followed.type(in_force)
    data = followed.folder / "kiosk"
    for number in (1, 2):
        prepared = prepare(data, kiosk_id(data), ProofBeside() if number == 1 else lambda _, __: ())
        assert prepared is not None
        put_in_force(data, prepared)
        assert f"Gói nội dung số {number}, phường ký ngày" in followed.type(in_force)
        if number == 1:
            assert "quay lại gói 1" in followed.type(back) and "gói số / pack 2" in followed.type(back_out)
            assert "Đã chép gói số 2" in followed.type(taken.replace("goi.kpack", "goi-lai.kpack"))
    assert "cũ hơn" in followed.type(taken, code=1), "the first file never counts again"


def test_a_release_is_countersigned_taken_in_put_back_and_its_makers_key_withdrawn(
    followed: Followed, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker, here = Maker(), this_machine()
    released = maker.release(said(1), machines=(here.kind,), pythons=(here.python,), extras=here.extras)
    (followed.folder / "usb" / "maker.key.pub").write_bytes(maker_paper("Nhóm làm ki-ốt", maker.key))
    (followed.folder / "usb" / "ban-moi.kprogram").write_bytes(released)
    followed.type("ward init --name 'Phường Cửa Nam' --data phuong")
    followed.type_all(section(2).partition("[export]")[0])
    trust, show, countersign, take, in_force, back, makers, distrust = (
        line.replace("a1b2 c3d4 e5f6 0718", legible(maker.public)) for line in typed_in(section(17))
    )
    assert "Phường tin chìa khóa của Nhóm làm ki-ốt" in followed.type(trust)
    assert "Phường chưa ký" in followed.type(show)
    assert "gói số / pack 1" in followed.type(countersign)
    assert (followed.folder / "usb" / "chuong-trinh.kprogram").exists()
    assert "không nhận gói chương trình" in followed.type(take, code=1), "no script would start it"
    monkeypatch.setenv("KIOSK_PROGRAMS", str(followed.folder / "programs"))
    assert "Đã chép gói số 1" in followed.type(take)
    assert "Một gói mới đang được thử" in followed.type(in_force)
    data = followed.folder / "kiosk"
    prepared = program_taking.prepare(
        followed.folder / "programs", data, kiosk_id(data), no_environment, lambda _, __: ()
    )
    assert prepared is not None
    program_taking.put_in_force(followed.folder / "programs", prepared)
    assert "chương trình của gói số 1, bản 0.2.0. Máy đang theo dõi" in followed.type(in_force)
    assert "quay về chương trình đã cài" in followed.type(back)
    assert "Gói chương trình số 1 không chạy được" in followed.type(in_force, code=1)
    assert "tin / trusted" in followed.type(makers)
    followed.type(distrust)
    assert "đã thu hồi" in followed.type(makers) and "thu hồi chìa khóa" in followed.type(countersign, code=1)
