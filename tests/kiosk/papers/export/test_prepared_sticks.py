"""A stick that somebody has prepared, or that is not there, harms nothing; no file name steers a terminal."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.events import visits
from support.exporting import ExportingKiosk
from support.fake_clock import START_S, FakeClock
from support.receiving import Receiver
from support.ward import Ward, kiosk_name

from kiosk.base.config.export import ExportConfig
from kiosk.base.files import foreign
from kiosk.base.files.foreign import NotOrdinary, TooMany, read_ordinary
from kiosk.base.files.media import is_own_disk
from kiosk.base.files.paths import database_file
from kiosk.base.messages.visible import visible
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.acknowledgement import LeftThere, NotReached
from kiosk.papers.export.delivery import deliver
from kiosk.papers.export.envelope import MOST_BYTES, SUFFIX
from kiosk.papers.export.folder_transport import PLACE, REFUSED_SUFFIX, FolderTransport
from kiosk.point.services.stick_export import export_to_stick
from kiosk.ward.folders import TakenFile, UnreadableFile, bundle_files, take_files
from kiosk.ward.ingest import Ingest, TakenIn

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes as Linux has them")


@pytest.fixture
def kiosk(ward: Ward) -> ExportingKiosk:
    made = ExportingKiosk(ward, 1)
    made.live(visits(2))
    made.pack()
    return made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "usb" / PLACE).mkdir(parents=True)
    return tmp_path / "usb"


def ingest(receiver: Receiver, *paths: Path) -> list[TakenFile]:
    work = Ingest(receiver.folder, receiver.ledger, receiver.ring, lambda: receiver.now_s)
    return list(take_files(bundle_files(paths), work, receiver.ward.authority.acknowledge, b"[]\n"))


def carry(kiosk: ExportingKiosk, stick: Path) -> str:
    transport = FolderTransport(stick)
    deliver(kiosk.outbox, kiosk.outbox.read(), transport, kiosk.signer.ward_keys, START_S)
    return next((stick / PLACE).glob(f"*{SUFFIX}")).name


@pytest.mark.parametrize("suffix", [ACK_SUFFIX, REFUSED_SUFFIX])
def test_links_laid_where_answers_go_overwrite_nothing_of_the_officer(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path, suffix: str
) -> None:
    """As it was done: `ln -s …/register.json usb/kiosk-bdhvs/a.kbundle.refused.json.part`, then ingest."""
    name = carry(kiosk, stick)
    (stick / PLACE / "a.kbundle").write_bytes(b"no bundle")
    register = receiver.folder / "register.json"
    before = register.read_bytes()
    for bundle in (name, "a.kbundle"):
        (stick / PLACE / f"{bundle}{suffix}.part").symlink_to(register)
        (stick / PLACE / f"{bundle}{suffix}").symlink_to(register)
    (stick / PLACE / "ward-papers.json").symlink_to(register)
    ingest(receiver, stick)
    assert register.read_bytes() == before
    assert receiver.ward.authority.kiosks, "every enrolment is still there"


def test_a_link_in_place_of_our_folder_on_the_stick_is_not_entered(
    receiver: Receiver, kiosk: ExportingKiosk, tmp_path: Path
) -> None:
    home, stick = tmp_path / "home-of-the-officer", tmp_path / "usb"
    home.mkdir()
    stick.mkdir()
    (home / "old.kbundle").write_bytes(b"no bundle")
    (stick / PLACE).symlink_to(home)
    assert ingest(receiver, stick) == []
    entry = kiosk.outbox.read().entries[0]
    answer = FolderTransport(stick).offer(entry.name, b"bundle")
    assert isinstance(answer, NotReached) and "liên kết" in answer.why.vi
    FolderTransport(stick).settled("old.kbundle")
    assert [one.name for one in home.iterdir()] == ["old.kbundle"]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is at most 108 letters long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [pipe, listening, endless, Path.mkdir])
def test_only_ordinary_files_are_read_and_nothing_hangs(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path, make: Callable[[Path], object]
) -> None:
    name = carry(kiosk, stick)
    make(stick / PLACE / "a.kbundle")
    outcomes = {one.file.name: one.outcome for one in ingest(receiver, stick)}
    assert isinstance(outcomes["a.kbundle"], UnreadableFile) and isinstance(outcomes[name], TakenIn)
    for beside in (ACK_SUFFIX, REFUSED_SUFFIX, ""):
        make(stick / PLACE / f"b.kbundle{beside}")
    assert isinstance(FolderTransport(stick).offer("b.kbundle", b"bundle"), NotReached)
    make(stick / PLACE / "paper.json")
    with pytest.raises(NotOrdinary):
        read_ordinary(stick / PLACE / "paper.json", 100)


def test_a_pipe_in_place_of_the_wards_papers_is_no_paper(stick: Path) -> None:
    os.mkfifo(stick / PLACE / "ward-papers.json")
    assert FolderTransport(stick).papers() is None


def test_no_more_is_read_than_was_asked_for(stick: Path) -> None:
    with (stick / PLACE / "huge.kbundle").open("wb") as huge:
        huge.truncate(1 << 40)
    (file,) = bundle_files([stick])
    assert len(file.folder.read(file.inside, MOST_BYTES + 1)) == MOST_BYTES + 1


def test_a_stick_with_folders_without_a_bottom_or_files_without_number_ends(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = stick.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "a.kbundle").write_bytes(b"")
    assert bundle_files([stick]) == ()
    monkeypatch.setattr(foreign, "MOST_ENTRIES", 3)
    for number in range(6):
        (stick / f"{number}.kbundle").write_bytes(b"")
    with pytest.raises(TooMany):
        bundle_files([stick])


def test_what_was_cut_off_on_a_stick_goes_when_its_bundle_is_settled(
    kiosk: ExportingKiosk, stick: Path
) -> None:
    name = carry(kiosk, stick)
    (stick / PLACE / f"{name}.00ff00ff00ff00ff.part").write_bytes(b"cut off")
    (stick / PLACE / f"{name}{ACK_SUFFIX}.00ff00ff00ff00ff.part").write_bytes(b"cut off")
    (stick / PLACE / "another.kbundle").write_bytes(b"of another kiosk")
    FolderTransport(stick).settled(name)
    assert [one.name for one in (stick / PLACE).iterdir()] == ["another.kbundle"]


def test_the_kiosk_follows_no_link_of_a_stick_to_its_own_log(kiosk: ExportingKiosk, stick: Path) -> None:
    database = database_file(kiosk.data)
    before = database.read_bytes()
    entry = kiosk.outbox.read().entries[0]
    for name in (entry.name, f"{entry.name}.part"):
        (stick / PLACE / name).symlink_to(database)
    FolderTransport(stick).offer(entry.name, b"bundle")
    assert database.read_bytes() == before


# --- a stick that is not there ----------------------------------------------------------------------------


def test_a_folder_of_the_machines_own_disk_is_no_stick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, usb = tmp_path / "data", tmp_path / "usb"
    usb.mkdir()
    assert is_own_disk(usb, data) and is_own_disk(tmp_path / "nowhere", data)
    usual = Path.stat

    def mounted(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = usual(path, follow_symlinks=follow_symlinks)
        if path != usb:
            return found
        return os.stat_result([*found[:2], os.makedev(8, 17), *found[3:]])

    monkeypatch.setattr(Path, "stat", mounted)
    assert not is_own_disk(usb, data)


def test_a_stick_pulled_out_while_it_was_written_is_not_called_done(ward: Ward, tmp_path: Path) -> None:
    kiosk = ExportingKiosk(ward, 1)
    kiosk.live(visits(1))
    usb = tmp_path / "usb"
    usb.mkdir()
    looks = iter([(usb,), ()])  # in /proc/mounts when it began, and no more when it ended
    said = export_to_stick(
        kiosk.data, kiosk_name(1), ExportConfig(), FakeClock(), lambda _: None, lambda: next(looks)
    )
    assert said.state == "failed"


def test_a_bundle_that_lies_there_already_is_read_from_the_medium(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert FolderTransport(stick).offer("one.kbundle", b"bundle") == LeftThere()
    synced = list[int]()
    usual = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(descriptor)
        usual(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert FolderTransport(stick).offer("one.kbundle", b"bundle") == LeftThere()
    assert synced, "what memory holds of it proves nothing"


# --- names that steer a terminal --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\x1b[2J\x1b]0;owned\x07.kbundle", "a\\x1b[2J\\x1b]0;owned\\x07.kbundle"),
        ("one\ntwo\r", "one\\x0atwo\\x0d"),
        ("\u202egnp.kbundle", "\\u202egnp.kbundle"),
        ("\x9b31m\u2028", "\\x9b31m\\u2028"),
        ("Phường Cửa Nam – Điểm 3", "Phường Cửa Nam – Điểm 3"),
        ("lạ\udcff", "lạ\\udcff"),
        ("x" * 5000, "x" * 400 + "…"),
    ],
)
def test_what_others_named_is_shown_in_one_line_and_steers_nothing(words: str, shown: str) -> None:
    assert visible(words) == shown


def test_a_file_name_on_a_stick_steers_no_terminal(ward: Ward, stick: Path) -> None:
    from typer.testing import CliRunner

    from kiosk.desk.command_line import app

    for name in ("a\x1b[2Jb.kbundle", "c\nd.kbundle", "\u202ee.kbundle"):
        (stick / PLACE / name).write_bytes(b"no bundle")
    (stick / PLACE / os.fsdecode(b"f\xff.kbundle")).write_bytes(b"no bundle")
    Receiver(ward).ledger.close()
    result = CliRunner().invoke(app, ["ward", "ingest", str(stick), "--data", str(ward.folder)])
    assert result.exit_code == 1 and result.output.count("bị hỏng") == 4
    assert not set(result.output) & {"\x1b", "\u202e"} and len(result.output.splitlines()) == 4 + 2


def test_a_refusal_that_somebody_wrote_on_a_stick_steers_no_terminal(
    kiosk: ExportingKiosk, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kiosk.desk.commands.export import _print_way
    from kiosk.papers.export.delivery import Delivered

    name = carry(kiosk, stick)
    (stick / PLACE / f"{name}{REFUSED_SUFFIX}").write_text(json.dumps({"refused": "\x1b[2J\u202e"}))
    _, delivered = deliver(
        kiosk.outbox, kiosk.outbox.read(), FolderTransport(stick), kiosk.signer.ward_keys, START_S
    )
    assert replace(delivered, refusal="") == Delivered(refused=1)
    _print_way(delivered, stick, is_stick=True)
    assert "\x1b" not in capsys.readouterr().err
