"""Only what the ward signed is read of a content pack, and nothing of it leads anywhere else."""

from __future__ import annotations

import random
import stat
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support.mutated_packs import Edit, whys_of_changed
from support.packs import SMALL, forged, small_pack
from support.ward import Ward

from kiosk.papers.content.manifest import check_paths
from kiosk.papers.content.pack_file import opened
from kiosk.papers.keys.key_files import public_bytes
from kiosk.papers.packs.held import Held
from kiosk.papers.packs.refusals import PackRefused
from kiosk.ward.authority import open_authority, rotate

MUTATED = 2000


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    return Ward(tmp_path_factory.mktemp("ward"))


def keys_of(ward: Ward) -> tuple[bytes, ...]:
    return (public_bytes(ward.authority.key),)


def read(folder: Path, raw: bytes, keys: tuple[bytes, ...]) -> dict[str, bytes]:
    file = folder / "one.kpack"
    file.write_bytes(raw)
    with opened(file, keys) as pack:
        return {held.path: content for held, content in pack.archive.contents()}


def refused(folder: Path, raw: bytes, keys: tuple[bytes, ...]) -> str:
    with pytest.raises(PackRefused) as failure:
        read(folder, raw, keys)
    return failure.value.why


def test_a_pack_reads_back_as_it_was_made_and_the_same_content_is_the_same_file(
    ward: Ward, tmp_path: Path
) -> None:
    raw = small_pack(ward)
    assert read(tmp_path, raw, keys_of(ward)) == SMALL and raw == small_pack(ward)


# --- two thousand packs that somebody changed ---------------------------------------------------------------


def _another_file(body: dict[str, Any], lot: random.Random) -> None:
    body["files"][lot.randrange(len(body["files"]))][1] += 1


def _another_name(body: dict[str, Any], _: random.Random) -> None:
    body["files"][0][0] = "guides/mot/other.toml"


EDITS: tuple[Edit, ...] = (
    lambda body, lot: body.update(counter=body["counter"] + lot.randint(1, 99)),
    _another_file,
    _another_name,
    lambda body, lot: body.update(back_to=lot.randint(1, 9)),
    lambda body, _: body.update(made="2027-01-01"),
    lambda body, _: body.update(programs=["0.0.0", "9.9.9"]),
)


def test_of_two_thousand_changed_packs_none_is_read(ward: Ward, tmp_path: Path) -> None:
    good, keys = small_pack(ward), keys_of(ward)
    whys = whys_of_changed(good, MUTATED, [EDITS], lambda changed: refused(tmp_path, changed, keys))
    assert whys.keys() <= {"damaged", "other-ward", "other-program", "too-large"}, whys
    assert read(tmp_path, good, keys) == SMALL


# --- whose it is --------------------------------------------------------------------------------------------


def test_a_pack_of_another_ward_is_refused_as_such(ward: Ward, tmp_path: Path) -> None:
    other = Ward(tmp_path / "other", "Phường Hàng Trống")
    assert refused(tmp_path, small_pack(other), keys_of(ward)) == "other-ward"


def test_a_key_that_was_replaced_signs_packs_for_nobody_who_knows_the_new_one(tmp_path: Path) -> None:
    ward = Ward(tmp_path / "ward")
    before, old = small_pack(ward), keys_of(ward)
    ward.authority = rotate(open_authority(ward.folder / "ward"))
    present = (*keys_of(ward), *old)
    assert refused(tmp_path, before, present) == "other-ward"
    after = small_pack(ward, 2)
    assert read(tmp_path, after, present) == read(tmp_path, after, old) == SMALL  # who has not heard yet too


def test_a_kiosks_own_key_signs_no_pack(ward: Ward, tmp_path: Path) -> None:
    ward.kiosk(7)
    assert refused(tmp_path, small_pack(ward), ()) == "other-ward"


# --- what a thief of the key could still not do -------------------------------------------------------------

WORDS = b"x" * 64


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "../keys/kiosk.key", "guides/../../keys/kiosk.key", "guides//a.toml",
        "guides/./a.toml",
        "guides\\a.toml", "C:/a.toml", "guides/A.toml", "guides/con", "guides/nul.toml", "guides/a.",
        "guides/.hidden", "guides/a b.toml", "guides/a\x00.toml", "guides", "keys/kiosk.key", "kiosk.toml",
        "guides/a/b/c/d/e.toml", "guides/đ.toml", "", "words", "words/VI.toml", "words/../needs.toml",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused_though_it_is_signed(
    path: str, ward: Ward, tmp_path: Path
) -> None:
    raw = forged(ward, [(path or "x", WORDS)], {path: WORDS})
    assert refused(tmp_path, raw, keys_of(ward)) == "damaged"


def test_a_file_that_is_also_a_folder_and_a_name_listed_twice_are_refused() -> None:
    for paths in (("guides/a", "guides/a/b.toml"), ("guides/a.toml", "guides/a.toml")):
        with pytest.raises(PackRefused):
            check_paths(paths)


def test_an_archive_holds_what_the_line_lists_and_each_once(ward: Ward, tmp_path: Path) -> None:
    name, keys = "guides/a.toml", keys_of(ward)
    more = forged(ward, [(name, WORDS), ("guides/b.toml", WORDS)], {name: WORDS})
    twice = forged(ward, [(name, WORDS), (name, WORDS)], {name: WORDS})
    less = forged(ward, [], {name: WORDS})
    other = forged(ward, [(name, WORDS)], {name: b"y" * 64})
    folder = forged(ward, [("guides/", b""), (name, WORDS)], {name: WORDS})
    assert {refused(tmp_path, one, keys) for one in (more, twice, less, other, folder)} == {"damaged"}


def test_a_link_in_the_archive_becomes_a_file_of_its_words(ward: Ward, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("guides/a.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    raw = forged(ward, [(link, b"/etc/passwd")], {"guides/a.toml": b"/etc/passwd"})
    (tmp_path / "one.kpack").write_bytes(raw)
    with opened(tmp_path / "one.kpack", keys_of(ward)) as pack:
        pack.archive.unpack_into(tmp_path / "laid")
    file = tmp_path / "laid" / "guides" / "a.toml"
    assert not file.is_symlink() and file.read_bytes() == b"/etc/passwd"


def test_a_bomb_is_refused_by_what_it_declares_and_never_unpacked_beyond_it(
    ward: Ward, tmp_path: Path
) -> None:
    name, bomb = "guides/a.toml", b"\0" * (64 << 20)
    too_much = (Held(name, 1 << 40, "0" * 64),)
    assert (
        refused(tmp_path, forged(ward, [(name, b"")], {name: b""}, files=too_much), keys_of(ward))
        == "too-large"
    )
    packed = forged(ward, [(name, bomb)], {name: bomb[:1000]})
    del bomb
    tracemalloc.start()
    try:
        assert refused(tmp_path, packed, keys_of(ward)) == "damaged"
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
