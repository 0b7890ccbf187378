"""Enrolment: a key that is the kiosk's alone, a request, the ward's answer; and what is refused."""

from __future__ import annotations

import json
import os
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.ward import MONTH, Ward, kiosk_name

from kiosk.base.files.paths import keys_folder
from kiosk.papers.keys.card_signer import NotEnrolled, open_signer
from kiosk.papers.keys.documents import PaperRefused, sign_paper
from kiosk.papers.keys.enrolment import ANSWER_FILE, REVOKED, accept, ask, key_file, load, request_of
from kiosk.papers.keys.key_files import KeyUnusable, public_bytes, read_or_make_key
from kiosk.ward.authority import REGISTER_FILE, WardUnready, make_authority, open_authority, rotate

ONE, TWO = kiosk_name(1), kiosk_name(2)


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    file = key_file(tmp_path)
    first = read_or_make_key(file)
    assert public_bytes(read_or_make_key(file)) == public_bytes(first)
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_that_several_ask_for_at_once_is_the_one_that_is_kept(tmp_path: Path) -> None:
    """Two opening checks in one moment made two: what one of them signed was nobody's."""
    for number in range(20):
        file = tmp_path / str(number) / "kiosk.key"
        with ThreadPoolExecutor(4) as at_once:
            got = [asked.result() for asked in [at_once.submit(read_or_make_key, file) for _ in range(4)]]
        assert {public_bytes(key) for key in got} == {public_bytes(read_or_make_key(file))}
        assert [one.name for one in file.parent.iterdir()] == ["kiosk.key"]


def test_the_key_is_on_the_disk_before_anybody_uses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    read_or_make_key(key_file(tmp_path))
    assert synced == ["file", "folder"] or os.name == "nt"


@pytest.mark.parametrize("content", [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_a_key_file_that_is_damaged_is_never_replaced(tmp_path: Path, content: bytes) -> None:
    file = key_file(tmp_path)
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(KeyUnusable):
        read_or_make_key(file)
    assert file.read_bytes() == content


def test_an_enrolled_kiosk_knows_its_ward_and_is_in_the_register(ward: Ward) -> None:
    ward.kiosk(1)
    public = public_bytes(read_or_make_key(key_file(ward.data(1))))
    known = load(ward.data(1), ONE, public)
    assert known is not None and known.ward == "Phường Cửa Nam" and known.revoked == frozenset()
    kept = open_authority(ward.folder / "ward").enrolled
    assert [(one.kiosk, one.key, one.month, one.revoked) for one in kept] == [
        (ONE, public.hex(), MONTH, False)
    ]


def test_enrolling_the_same_key_again_adds_nothing(ward: Ward) -> None:
    ward.kiosk(1)
    ward.kiosk(1)
    assert len(ward.authority.enrolled) == 1


def test_a_kiosk_that_nobody_enrolled_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled) as refused:
        open_signer(tmp_path, ONE)
    assert "chưa được phường cấp giấy" in refused.value.vi
    ask(tmp_path, ONE)
    with pytest.raises(NotEnrolled):
        open_signer(tmp_path, ONE)


def test_the_answer_for_another_kiosk_is_refused_and_changes_nothing(ward: Ward) -> None:
    _, answer = ward.authority.enrol(ask(ward.data(1), ONE), MONTH)
    ask(ward.data(2), TWO)
    for name in (ONE, TWO):
        with pytest.raises(PaperRefused):
            accept(ward.data(2), name, answer)
    assert not (keys_folder(ward.data(2)) / ANSWER_FILE).exists()


def test_every_changed_byte_of_a_paper_that_changes_its_meaning_is_refused(ward: Ward) -> None:
    request = ask(ward.data(1), ONE)
    _, answer = ward.authority.enrol(request, MONTH)
    for at in range(0, len(answer), 7):
        wrong = answer[:at] + bytes([answer[at] ^ 1]) + answer[at + 1 :]
        try:
            accept(ward.data(1), ONE, wrong)
        except PaperRefused:
            continue
        assert json.loads(wrong) == json.loads(answer), answer[max(0, at - 20) : at + 20]
    for at in range(0, len(request), 7):
        wrong = request[:at] + bytes([request[at] ^ 1]) + request[at + 1 :]
        try:
            ward.authority.enrol(wrong, MONTH)
        except PaperRefused:
            continue
        assert json.loads(wrong) == json.loads(request)


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b"null", b'{"body": {}}', b"\xff\xfe", b"[" * 70_000, b"9" * 5000]
)
def test_what_is_no_paper_is_refused_by_both_sides(ward: Ward, raw: bytes) -> None:
    with pytest.raises(PaperRefused):
        accept(ward.data(1), ONE, raw)
    with pytest.raises(PaperRefused):
        ward.authority.enrol(raw, MONTH)


def test_a_withdrawn_kiosk_stops_and_cannot_be_enrolled_with_that_key(ward: Ward) -> None:
    ward.kiosk(1)
    paper = ward.withdraw(1)
    accept(ward.data(1), ONE, paper)
    with pytest.raises(NotEnrolled) as refused:
        open_signer(ward.data(1), ONE)
    assert "thu hồi" in refused.value.vi
    with pytest.raises(PaperRefused):
        ward.authority.enrol(ask(ward.data(1), ONE), MONTH)


def test_an_older_list_never_takes_the_place_of_a_newer_one(ward: Ward) -> None:
    for number in (1, 2, 3):
        ward.kiosk(number)
    older, newer = ward.withdraw(2), ward.withdraw(3)
    assert len(accept(ward.data(1), ONE, newer).revoked) == 2
    with pytest.raises(PaperRefused):
        accept(ward.data(1), ONE, older)
    assert len(accept(ward.data(1), ONE, newer).revoked) == 2


def test_a_list_of_another_ward_is_refused(ward: Ward, tmp_path: Path) -> None:
    ward.kiosk(1)
    other = Ward(tmp_path / "other", "Phường khác")
    other.kiosk(1)
    with pytest.raises(PaperRefused):
        accept(ward.data(1), ONE, other.withdraw(1))
    forged = sign_paper({"form": REVOKED, "number": 99, "revoked": []}, other.authority.key)
    with pytest.raises(PaperRefused):
        accept(ward.data(1), ONE, forged)


def test_a_new_answer_carries_those_withdrawn_before(ward: Ward) -> None:
    ward.kiosk(1)
    ward.withdraw(1)
    ward.kiosk(2)
    public = public_bytes(read_or_make_key(key_file(ward.data(2))))
    known = load(ward.data(2), TWO, public)
    assert known is not None and len(known.revoked) == 1


def test_a_wards_folder_is_founded_once_and_damage_is_named(ward: Ward) -> None:
    folder = ward.folder / "ward"
    with pytest.raises(WardUnready):
        make_authority(folder, "Phường khác")
    (folder / REGISTER_FILE).write_text("{", encoding="utf-8")
    with pytest.raises(WardUnready):
        open_authority(folder)
    with pytest.raises(WardUnready):
        open_authority(ward.folder / "nobody")


@pytest.mark.parametrize("name", ["../../evil", "Điểm 1\n<b>", "", "/etc/kiosk", "a" * 65])
def test_a_request_under_a_name_that_no_kiosk_gives_itself_is_refused(ward: Ward, name: str) -> None:
    key = read_or_make_key(key_file(ward.data(1)))
    with pytest.raises(PaperRefused):
        ward.authority.enrol(request_of(name, key), MONTH)


def test_another_key_under_the_name_of_a_known_kiosk_is_taken_only_when_asked_for(ward: Ward) -> None:
    ward.kiosk(1)
    request = ask(ward.data(2), ONE)
    with pytest.raises(PaperRefused) as refused:
        ward.authority.enrol(request, MONTH)
    assert "--again" in refused.value.vi and ONE in refused.value.en
    after, _ = ward.authority.enrol(request, MONTH, again=True)
    assert [one.kiosk for one in after.enrolled] == [ONE, ONE]


def test_an_answer_from_before_new_keys_brings_nobody_back_and_a_restored_ward_changes_its_keys(
    ward: Ward, tmp_path: Path
) -> None:
    for number in (1, 2):
        ward.kiosk(number)
    data, name = ward.data(1), kiosk_name(1)
    older = (keys_folder(data) / ANSWER_FILE).read_bytes()
    shutil.copytree(ward.folder / "ward", tmp_path / "backup")
    ward.authority = rotate(ward.authority)
    accept(data, name, ward.authority.answers()[name])
    gone = accept(data, name, ward.withdraw(2)).revoked
    with pytest.raises(PaperRefused, match="before the ward changed its keys"):
        accept(data, name, older)
    assert gone and accept(data, name, ward.authority.answers()[name]).revoked == gone
    restored = rotate(open_authority(tmp_path / "backup"))
    assert accept(data, name, restored.answers()[name]).ward_keys[0] == public_bytes(restored.key)
