"""No command writes what it hands out over the ward's or a kiosk's own, nor over a file of another form."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.ward import Ward
from typer.main import get_command
from typer.testing import CliRunner

from kiosk.base.files.handed_out import NotWritten, check_folder, check_place, form_of, hand_out
from kiosk.desk.command_line import app
from kiosk.papers.keys.enrolment import ask
from kiosk.ward.authority import open_authority

FILES: dict[str, tuple[str, ...]] = {
    "keys request": (),
    "say": ("Chào bác.",),
    "sessions": ("--day", "2026-11-29"),
    "ward answer": ("d3-0147-58", "1", "--not-received"),
    "ward backup": (),
    "ward enrol": ("REQUEST",),
    "ward escrow": (),
    "ward pack publish": (),
    "ward program countersign": ("REQUEST",),
    "ward program distrust": ("a1b2c3d4e5f60718",),
    "ward report": ("--from", "2026-11-01", "--to", "2026-11-30", "--format", "pdf"),
    "ward report-form": (),
    "ward revoke": ("kiosk-000000000001",),
}
"""What is typed beside `--out FILE`, by command."""
FOLDERS: dict[str, tuple[str, ...]] = {
    "bulletin": (), "flows preview": ("khan-cap", "xong"), "flows sheets": (), "flows site": (), "tour": (),
    "ward archive": (), "ward rotate": (),
}  # fmt: skip
"""And beside `--out DIR`."""
BY_ITSELF = {"city report"}
"""Reads no folder of a ward, and writes by what `ward report` writes by."""


def commands(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if not hasattr(group, "commands"):
        yield name, group
        return
    for word, one in group.commands.items():
        yield from commands(one, f"{name} {word}".strip())


def digests(folder: Path) -> dict[str, str]:
    files = sorted(one for one in folder.rglob("*") if one.is_file() and not one.name.endswith(".lock"))
    return {str(one): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """The folder of a ward with a kiosk, which asks to be enrolled again."""
    ward = Ward(tmp_path)
    ward.kiosk(1)
    (tmp_path / "REQUEST").write_bytes(ask(ward.data(1), "kiosk-000000000001"))
    (tmp_path / "none.toml").touch()
    runner = CliRunner()
    for words, codes in ((("init", "--empty-ledger"), (0,)), (("gaps",), (0, 1))):  # and what goes with it
        assert runner.invoke(app, ["ward", *words, "--data", str(tmp_path)]).exit_code in codes
    return tmp_path


def typed(ward: Path, command: str, *words: str) -> Any:
    given = [str(ward / "REQUEST") if word == "REQUEST" else word for word in words]
    where = ["--data", str(ward), "--config", str(ward / "none.toml")]
    return CliRunner().invoke(app, [*command.split(), *given, *where])


def test_every_command_that_hands_something_out_is_among_those_that_are_tried() -> None:
    asked = {
        name
        for name, one in commands(get_command(app))
        if any("--out" in option.opts for option in one.params)
    }
    assert asked == FILES.keys() | FOLDERS.keys() | BY_ITSELF


@pytest.mark.parametrize("own", ["ward.key", "ward.age", "register.json", "ledger.sqlite", "packs/1.kpack"])
@pytest.mark.parametrize("command", FILES)
def test_no_command_writes_over_the_wards_own_files(command: str, own: str, ward: Path) -> None:
    out = ward / "ward" / own
    if "--format" in FILES[command]:
        out = out.with_suffix("")
    before = digests(ward)
    done = typed(ward, command, *FILES[command], "--out", str(out))
    assert done.exit_code != 0 and digests(ward) == before, done.output
    assert open_authority(ward / "ward").packs == 0


@pytest.mark.parametrize("command", FOLDERS)
def test_no_command_writes_into_the_wards_own_folder(command: str, ward: Path) -> None:
    before = digests(ward)
    done = typed(ward, command, *FOLDERS[command], "--out", str(ward / "ward"))
    assert done.exit_code != 0 and digests(ward) == before and "Chưa có gì bị đổi" in done.output, done.output


@pytest.mark.parametrize("command", ["keys request", "ward answer", "ward enrol", "ward pack publish"])
def test_a_file_of_another_form_is_not_written_over_and_it_is_said(command: str, ward: Path) -> None:
    for name, raw in {"a.csv": b"a,b\n1,2\n", "b.toml": b"[x]\na = 1\n", "c.pdf": b"%PDF-1.7"}.items():
        (ward / name).write_bytes(raw)
        before = digests(ward)
        done = typed(ward, command, *FILES[command], "--out", str(ward / name))
        assert done.exit_code == 1 and digests(ward) == before
        assert "khác loại" in done.output and "another kind" in done.output


# --- what is one form ---------------------------------------------------------------------------------------


def test_a_file_of_the_same_form_is_written_anew(tmp_path: Path) -> None:
    out = tmp_path / "giay.json"
    for number in (1, 2):
        raw = b'{"body": {"form": "kiosk-answer-1", "n": %d}}' % number
        hand_out(out, raw)
        assert out.read_bytes() == raw
    with pytest.raises(NotWritten):
        hand_out(out, b'{"body": {"form": "kiosk-request-1"}}')
    hand_out(tmp_path / "empty", b"")
    hand_out(tmp_path / "empty", raw)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b'{"body":{"form":"kiosk-content-1"},"signatures":{}}\nPK\x00\x01', "kiosk-content-1"),
        (b'[{"body": {"form": "kiosk-revoked-1"}}]', "kiosk-revoked-1"),
        (b'{"name": 1, "enrolled": []}', "json enrolled name"),
        (b"\xef\xbb\xbf# a roster\n\n[week]\nfrom = 1\n", "toml"), (b"[", "text"), (b"a;b\n", "table a;b"),
        (b"[" * 100_000, "text"), (b"a." * 40_000 + b"b = 1", "toml"), (b"<!DOCTYPE html>", "html"),
        (b"\x00\x01", "other"), (b"-----BEGIN PRIVATE KEY-----", "pem"), (b" \n", ""),
    ],
)  # fmt: skip
def test_files_are_told_apart_by_how_they_begin(raw: bytes, form: str) -> None:
    assert form_of(raw) == form


def test_devices_links_and_folders_are_no_place(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / "pipe")
    for place in (Path("/dev/null"), tmp_path / "link", tmp_path / "pipe", tmp_path):
        with pytest.raises(NotWritten):
            check_place(place, "pdf")


def test_a_wards_folder_is_known_by_any_way_to_it(ward: Path) -> None:
    (ward / "way").symlink_to(ward / "ward")
    for place in ("way/new.json", "ward/x/../new.json", "kiosk-000000000001/keys/x", "staff.json", "ward"):
        (ward / "kiosk-000000000001" / "kiosk-id").write_text("kiosk-000000000001\n")
        with pytest.raises(NotWritten):
            check_folder(ward / place)
    check_folder(ward / "ward-report.pdf")
    check_folder(ward / "giay" / "keys")
