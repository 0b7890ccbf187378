"""The officer trusts a maker, looks at a release, countersigns it, and takes the trust back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.programs import SMALL, Maker
from support.ward import Ward, kiosk_name
from typer.testing import CliRunner

from kiosk.desk.command_line import app
from kiosk.papers.keys.enrolled import enrolled
from kiosk.papers.keys.enrolment import accept
from kiosk.papers.keys.key_files import legible, public_bytes
from kiosk.papers.keys.maker import maker_paper
from kiosk.papers.packs.refusals import PackRefused
from kiosk.papers.program.pack_file import opened
from kiosk.ward.authority import open_authority, rotate


def typed(data: Path, *words: str, code: int = 0) -> str:
    (data / "none.toml").touch()
    where = ["--data", str(data), "--config", str(data / "none.toml")]
    done = CliRunner().invoke(app, ["ward", "program", *words, *where], catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    """Its paper and a release of it lie on the officer's desk."""
    made = Maker()
    (tmp_path / "maker.pub").write_bytes(maker_paper("Nhóm làm ki-ốt", made.key))
    (tmp_path / "new").write_bytes(made.release(extras=("camera",)))
    return made


def trusted(data: Path, maker: Maker) -> None:
    typed(data, "trust", str(data / "maker.pub"), "--fingerprint", legible(maker.public).upper())


def taken(data: Path, ward: Ward, file: Path) -> int:
    """The number under which kiosk 1 takes that file, with what it knows of its ward."""
    _, enrolment = enrolled(ward.data(1), kiosk_name(1))
    with opened(file, enrolment.ward_keys, enrolment.revoked) as found:
        assert {held.path: raw for held, raw in found.archive.contents()} == SMALL
        return found.pack.counter


def test_a_release_of_a_trusted_maker_becomes_a_pack_that_a_kiosk_takes(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    ward.kiosk(1)
    trusted(tmp_path, maker)
    shown = json.loads(typed(tmp_path, "show", str(tmp_path / "new"), "--json"))
    assert (shown["version"], shown["maker"], shown["counter"]) == ("0.2.0", "Nhóm làm ki-ốt", None)
    told = typed(tmp_path, "show", str(tmp_path / "new"))
    assert "Not countersigned" in told and "Python 3.11, 3.13; camera" in told
    for number in (1, 2):  # the second time: to go back to it
        said = typed(tmp_path, "countersign", str(tmp_path / "new"), "--out", str(tmp_path / "out"))
        assert f"pack {number}" in said and "Nhóm làm ki-ốt" in said
        assert taken(tmp_path, ward, tmp_path / "out") == number
    released = (tmp_path / "new").read_bytes()
    assert (tmp_path / "out").read_bytes().endswith(released), "what the maker signed stays as it is"
    assert json.loads(typed(tmp_path, "show", str(tmp_path / "out"), "--json"))["counter"] == 2
    register = (tmp_path / "ward" / "register.json").read_bytes()
    slip = ("--out", str(tmp_path / "again"), "--above", "2147483646")
    typed(tmp_path, "countersign", str(tmp_path / "out"), *slip, code=2)
    assert (tmp_path / "ward" / "register.json").read_bytes() == register
    typed(tmp_path, "countersign", str(tmp_path / "out"), "--out", str(tmp_path / "again"), "--above", "40")
    assert taken(tmp_path, ward, tmp_path / "again") == 41
    assert (tmp_path / "again").read_bytes().count(b"kiosk-program-countersigned-1") == 1


def test_nothing_is_countersigned_of_whom_the_ward_does_not_trust_or_what_was_changed(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    new, out = tmp_path / "new", tmp_path / "out"
    words = ("countersign", str(new), "--out", str(out))
    assert "maker that the ward trusts" in typed(tmp_path, *words, code=1)
    trusted(tmp_path, maker)
    changed = bytearray(new.read_bytes())
    changed[-40] ^= 1
    new.write_bytes(changed)
    assert "damaged" in typed(tmp_path, *words, code=1)
    assert "damaged" in typed(tmp_path, "show", str(new), code=1)
    new.write_bytes(Maker().release())
    assert "maker that the ward trusts" in typed(tmp_path, *words, code=1)
    assert not out.exists() and open_authority(tmp_path / "ward").programs == 0
    new.write_bytes(maker.release())
    assert "another file" in typed(tmp_path, "countersign", str(new), "--out", str(new), code=1)


@pytest.mark.usefixtures("ward")
def test_trust_takes_the_fingerprint_that_was_read_out(maker: Maker, tmp_path: Path) -> None:
    paper = str(tmp_path / "maker.pub")
    told = typed(tmp_path, "trust", paper, code=1)
    assert "Nhóm làm ki-ốt" in told and legible(maker.public) not in told, "it is heard, never copied"
    assert "another one" in typed(tmp_path, "trust", paper, "--fingerprint", legible(Maker().public), code=1)
    assert typed(tmp_path, "makers").startswith("Phường chưa tin")
    trusted(tmp_path, maker)
    trusted(tmp_path, maker)
    assert typed(tmp_path, "makers").count("trusted") == 1
    forged = (tmp_path / "maker.pub").read_bytes().replace("Nhóm".encode(), b"Ai khac")
    (tmp_path / "maker.pub").write_bytes(forged)
    assert "changed" in typed(tmp_path, "trust", paper, "--fingerprint", legible(maker.public), code=1)


def test_a_withdrawn_maker_is_refused_by_the_ward_and_by_every_kiosk_that_has_the_list(
    ward: Ward, maker: Maker, tmp_path: Path
) -> None:
    ward.kiosk(1)
    trusted(tmp_path, maker)
    typed(tmp_path, "countersign", str(tmp_path / "new"), "--out", str(tmp_path / "out"))
    assert "no key with that" in typed(tmp_path, "distrust", legible(Maker().public), code=1)
    typed(tmp_path, "distrust", legible(maker.public), "--out", str(tmp_path / "list.json"))
    assert "withdrawn" in typed(tmp_path, "makers")
    again = ("countersign", str(tmp_path / "new"), "--out", str(tmp_path / "out2"))
    assert "has withdrawn the key" in typed(tmp_path, *again, code=1)
    words = ("trust", str(tmp_path / "maker.pub"), "--fingerprint", legible(maker.public))
    assert "was withdrawn" in typed(tmp_path, *words, code=1)
    assert taken(tmp_path, ward, tmp_path / "out") == 1  # who has not heard yet
    accept(ward.data(1), kiosk_name(1), (tmp_path / "list.json").read_bytes())
    with pytest.raises(PackRefused, match="withdrawn-maker"):
        taken(tmp_path, ward, tmp_path / "out")


def test_a_ward_with_new_keys_trusts_whom_it_trusted(ward: Ward, maker: Maker, tmp_path: Path) -> None:
    ward.kiosk(1)
    trusted(tmp_path, maker)
    rotate(open_authority(tmp_path / "ward"))
    typed(tmp_path, "countersign", str(tmp_path / "new"), "--out", str(tmp_path / "out"))
    assert taken(tmp_path, ward, tmp_path / "out") == 1  # by the older key, which it still knows
    present = public_bytes(open_authority(tmp_path / "ward").key)
    with opened(tmp_path / "out", (present,)) as found:
        assert found.pack.counter == 1


def test_a_register_from_before_program_packs_is_read(ward: Ward, tmp_path: Path) -> None:
    register = tmp_path / "ward" / "register.json"
    kept = json.loads(register.read_bytes())
    del kept["makers"], kept["programs"]
    register.write_text(json.dumps(kept))
    assert (open_authority(tmp_path / "ward").makers, open_authority(tmp_path / "ward").programs) == ((), 0)
