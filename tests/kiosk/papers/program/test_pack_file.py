"""Only what a maker signed and the ward countersigned is read of a program pack; it leads nowhere else."""

from __future__ import annotations

import random
import stat
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support.mutated_packs import Edit, whys_of_changed
from support.packs import small_pack
from support.programs import HERE, SMALL, TERMS, Maker, countersigned
from support.ward import Ward

from kiosk.papers.keys.key_files import fingerprint, public_bytes
from kiosk.papers.packs.held import Held
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.machine import Machine
from kiosk.papers.program.pack_file import opened, opened_release
from kiosk.papers.program.release import LOCK, ProgramPack, claimed
from kiosk.ward.authority import open_authority, rotate

MUTATED = 2000
WORDS = b"x" * 64


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    return Ward(tmp_path_factory.mktemp("ward"))


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker()


def keys_of(ward: Ward) -> tuple[bytes, ...]:
    return (public_bytes(ward.authority.key),)


def read(
    folder: Path, raw: bytes, keys: tuple[bytes, ...], withdrawn: frozenset[bytes] = frozenset()
) -> tuple[ProgramPack, dict[str, bytes]]:
    file = folder / "one.kprogram"
    file.write_bytes(raw)
    with opened(file, keys, withdrawn) as found:
        return found.pack, {held.path: content for held, content in found.archive.contents()}


def refused(
    folder: Path, raw: bytes, keys: tuple[bytes, ...], withdrawn: frozenset[bytes] = frozenset()
) -> str:
    with pytest.raises(PackRefused) as failure:
        read(folder, raw, keys, withdrawn)
    return failure.value.why


def test_a_pack_says_and_holds_what_its_maker_and_its_ward_put_in(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    pack, files = read(tmp_path, countersigned(ward, maker.release(), maker.public, 7), keys_of(ward))
    assert files == SMALL and (pack.counter, pack.countersigned.ward) == (7, ward.authority.name)
    release = pack.release
    assert (release.version, release.commit, release.made) == (TERMS.version, TERMS.commit, TERMS.made)
    assert (release.machines, release.pythons, release.database) == (
        TERMS.machines, TERMS.pythons, TERMS.database,
    )  # fmt: skip
    assert claimed(pack.lines) == pack and release.lock == release.hashes[LOCK]


def test_the_same_files_are_the_same_bytes(maker: Maker) -> None:
    backwards = dict(reversed(SMALL.items()))
    assert maker.release() == maker.release(backwards)


# --- two thousand packs that somebody changed ---------------------------------------------------------------


def _another_size(body: dict[str, Any], lot: random.Random) -> None:
    body["files"][lot.randrange(len(body["files"]))][1] += 1


WARDS_EDITS: tuple[Edit, ...] = (
    lambda body, lot: body.update(counter=body["counter"] + lot.randint(1, 99)),
    lambda body, lot: body.update(release=lot.randbytes(32).hex()),
    lambda body, _: body.update(ward="Phường Hàng Trống"),
    lambda body, _: body.update(maker="A" * 43 + "="),
)
MAKERS_EDITS: tuple[Edit, ...] = (
    _another_size,
    lambda body, _: body.update(version="9.9.9"),
    lambda body, _: body.update(machines=["linux-aarch64"]),
    lambda body, _: body.update(pythons=["3.14"]),
    lambda body, _: body.update(database="0001"),
    lambda body, _: body.update(extras=["camera"]),
    lambda body, lot: body.update(commit=lot.randbytes(20).hex()),
)


def test_of_two_thousand_changed_packs_none_is_read(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    good, keys = countersigned(ward, maker.release(), maker.public), keys_of(ward)
    edits = [WARDS_EDITS, MAKERS_EDITS]
    whys = whys_of_changed(good, MUTATED, edits, lambda changed: refused(tmp_path, changed, keys))
    assert whys.keys() <= {"damaged", "other-ward", "other-program", "uncountersigned"}, whys
    assert read(tmp_path, good, keys)[1] == SMALL


# --- whose it is --------------------------------------------------------------------------------------------


def test_what_the_ward_did_not_countersign_is_refused_as_such(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    assert refused(tmp_path, maker.release(), keys_of(ward)) == "uncountersigned"


def test_a_pack_of_another_ward_is_refused_as_such(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    other = Ward(tmp_path / "other", "Phường Hàng Trống")
    raw = countersigned(other, maker.release(), maker.public)
    assert refused(tmp_path, raw, keys_of(ward)) == refused(tmp_path, raw, ()) == "other-ward"


def test_the_wards_word_holds_for_one_release_and_its_maker(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    raw, keys = countersigned(ward, maker.release(), maker.public), keys_of(ward)
    wards_line = raw[: raw.index(b"\n") + 1]
    assert refused(tmp_path, wards_line + maker.release(version="0.2.1"), keys) == "damaged"
    stranger = Maker()
    assert refused(tmp_path, countersigned(ward, stranger.release(), maker.public), keys) == "other-maker"


def test_a_ward_that_signs_with_its_own_key_in_the_makers_place_makes_no_release(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    """Its word on a maker is one thing, a maker's on the program another: no line stands for the other."""
    raw = countersigned(ward, maker.release(), keys_of(ward)[0])
    assert refused(tmp_path, raw, keys_of(ward)) == "other-maker"
    assert refused(tmp_path, small_pack(ward), keys_of(ward)) == "other-program"


def test_a_withdrawn_makers_packs_count_no_more_whenever_they_were_signed(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    raw, withdrawn = (
        countersigned(ward, maker.release(), maker.public),
        frozenset({fingerprint(maker.public)}),
    )
    assert refused(tmp_path, raw, keys_of(ward), withdrawn) == "withdrawn-maker"
    assert read(tmp_path, raw, keys_of(ward), frozenset({fingerprint(Maker().public)}))[1] == SMALL


def test_a_key_that_the_ward_replaced_countersigns_for_nobody_who_knows_the_new_one(
    maker: Maker, tmp_path: Path
) -> None:
    ward = Ward(tmp_path / "ward")
    released, old = maker.release(), keys_of(ward)
    before = countersigned(ward, released, maker.public)
    ward.authority = rotate(open_authority(ward.folder / "ward"))
    assert refused(tmp_path, before, (*keys_of(ward), *old)) == "other-ward"
    after = countersigned(ward, released, maker.public, 2)
    for known in ((*keys_of(ward), *old), old):  # who has not heard yet takes it too
        assert read(tmp_path, after, known)[1] == SMALL


# --- where it can run ---------------------------------------------------------------------------------------


def why_not(pack: ProgramPack, machine: Machine) -> str:
    with pytest.raises(PackRefused) as failure:
        pack.release.check_fits(machine)
    return failure.value.why


def test_another_machine_and_another_python_are_each_named_in_the_refusal(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    pack, _ = read(tmp_path, countersigned(ward, maker.release(), maker.public, 7), keys_of(ward))
    pack.release.check_fits(HERE)
    pack.release.check_fits(Machine("linux-x86_64", "3.13"))
    assert why_not(pack, Machine("linux-aarch64", "3.11")) == "other-machine"
    assert why_not(pack, Machine("linux-x86_64", "3.12")) == "other-python"


def test_a_kiosk_with_a_camera_takes_only_a_program_that_brings_what_the_camera_needs(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    here = Machine("linux-x86_64", "3.11", ("camera",))
    for extras, fits in (((), False), (("piper",), False), (("piper", "camera"), True)):
        raw = countersigned(ward, maker.release(extras=extras), maker.public)
        pack, _ = read(tmp_path, raw, keys_of(ward))
        if fits:
            pack.release.check_fits(here)
        else:
            assert why_not(pack, here) == "no-extra"
    unknown = countersigned(ward, maker.release(extras=("radio",)), maker.public)
    assert refused(tmp_path, unknown, keys_of(ward)) == "damaged"


# --- what a thief of both keys could still not do -----------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "../keys/kiosk.key", "program/../../keys/kiosk.key", "program//a.py", "program/./a.py",
        "program\\a.py", "C:/a.py", "program/CON", "program/Nul.py", "program/a.", "program/.hidden",
        "program/a b.py", "program/a\x00.py", "program", "wheels", "keys/kiosk.key", "kiosk.toml",
        "program/" + "a/" * 12 + "a.py", "program/đ.py", "wheels/-r.whl",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused_though_it_is_signed(
    path: str, ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    raw = maker.forged([(path, WORDS), (LOCK, WORDS)], {path: WORDS, LOCK: WORDS})
    assert refused(tmp_path, countersigned(ward, raw, maker.public), keys_of(ward)) == "damaged"


def test_names_that_are_one_on_some_disk_are_refused(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    for one, other in (("a.py", "A.py"), ("a", "A/b.py")):
        listed = {f"program/{one}": WORDS, f"program/{other}": WORDS, LOCK: WORDS}
        raw = countersigned(ward, maker.forged(list(listed.items()), listed), maker.public)
        assert refused(tmp_path, raw, keys_of(ward)) == "damaged"


def test_an_archive_holds_what_the_line_lists_and_each_once(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    name = "program/a.py"
    good: list[tuple[zipfile.ZipInfo | str, bytes]] = [(name, WORDS), (LOCK, WORDS)]
    listed = {name: WORDS, LOCK: WORDS}
    forgeries = (
        maker.forged([*good, ("program/b.py", WORDS)], listed),
        maker.forged([*good, (name, WORDS)], listed),
        maker.forged(good[1:], listed),
        maker.forged(good, listed | {name: b"y" * 64}),
        maker.forged([*good, ("program/", b"")], listed),
        maker.forged(good[:1], {name: WORDS}),  # no lock
    )
    found = {refused(tmp_path, countersigned(ward, one, maker.public), keys_of(ward)) for one in forgeries}
    assert found == {"damaged"}


def test_a_link_in_the_archive_becomes_a_file_of_its_words(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("program/a.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    raw = maker.forged([(link, b"/etc/passwd"), (LOCK, WORDS)], {link.filename: b"/etc/passwd", LOCK: WORDS})
    (tmp_path / "one").write_bytes(countersigned(ward, raw, maker.public))
    with opened(tmp_path / "one", keys_of(ward)) as found:
        found.archive.unpack_into(tmp_path / "laid")
    file = tmp_path / "laid" / "program" / "a.py"
    assert not file.is_symlink() and file.read_bytes() == b"/etc/passwd"


def test_what_is_too_large_is_refused_by_its_line_alone(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    lock = Held(LOCK, 64, "0" * 64)
    one = (lock, Held("wheels/a.whl", 257 << 20, "0" * 64))
    many = (lock, *(Held(f"wheels/{at}.whl", 200 << 20, "0" * 64) for at in range(6)))
    for raw in (
        maker.forged([], {}, files=one),
        maker.forged([], {}, files=many),
        maker.forged([], {}, files=(lock,), archive=(2 << 30, "0" * 64)),
    ):
        assert refused(tmp_path, countersigned(ward, raw, maker.public), keys_of(ward)) == "too-large"


def test_a_large_wheel_is_never_whole_in_memory(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    wheel = "wheels/large.whl"
    raw = countersigned(ward, maker.release(SMALL | {wheel: b"\x01" * (24 << 20)}), maker.public)
    (tmp_path / "one").write_bytes(raw)
    del raw
    tracemalloc.start()
    try:
        with opened(tmp_path / "one", keys_of(ward)) as found:
            found.archive.unpack_into(tmp_path / "laid")
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert (tmp_path / "laid" / wheel).stat().st_size == 24 << 20


# --- what the ward looks at before it gives its word --------------------------------------------------------


def test_the_ward_reads_a_release_of_a_maker_it_trusts_countersigned_or_not(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    released, file = maker.release(), tmp_path / "one"
    for raw in (released, countersigned(ward, released, maker.public)):
        file.write_bytes(raw)
        with opened_release(file, (Maker().public, maker.public)) as found:
            assert found.maker == maker.public and dict(found.archive.contents())
        with pytest.raises(PackRefused, match="other-maker"), opened_release(file, (Maker().public,)):
            pass
