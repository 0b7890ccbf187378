"""The officer makes a content pack, looks at one, and goes back to one."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from support.another_ward import FILE, write_ward
from support.packs import small_pack, sound
from support.ward import Ward
from typer.testing import CliRunner

from accessibility.speech.wav import write_wav
from flows.reading.content import SHIPPED, content_in
from kiosk.desk.command_line import app
from kiosk.papers.content.manifest import check_paths
from kiosk.papers.content.wards_own import wrong_of_the_ward
from kiosk.papers.packs.refusals import PackRefused
from kiosk.ward import packs, publishing
from kiosk.ward.authority import open_authority, rotate
from resources import path


def typed(data: Path, *words: str, code: int = 0, answers: str = "") -> str:
    (data / "none.toml").touch()
    where = ["--data", str(data), "--config", str(data / "none.toml")]
    if words[0] == "make" and "--out" in words:  # made, and published at once
        at = words.index("--out")
        said = typed(data, *words[:at], *words[at + 2 :], code=code)
        return said if code else said + typed(data, "publish", "--out", words[at + 1])
    done = CliRunner().invoke(app, ["ward", "pack", *words, *where], input=answers, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The ward's own in place of all that comes with the program, which takes seconds to prove."""
    monkeypatch.setattr(packs, "_PARTS", {})
    monkeypatch.setattr(publishing, "wants_second", lambda *_: False)
    for inside, raw in sound().items():
        (tmp_path / "own" / inside).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / inside).write_bytes(raw)
    return tmp_path / "own"


@pytest.mark.usefixtures("ward")
def test_the_officer_makes_a_pack_and_sees_what_it_holds(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.kpack"
    (own / "config.toml").write_text("[session]\nidle_after_s = 240\n", "utf-8")
    (own / "guides" / ".lưu").write_text("of an editor")
    said = typed(tmp_path, "make", "--out", str(out), "--with", str(own))
    assert "pack 1" in said and str(out) in said
    shown = json.loads(typed(tmp_path, "show", str(out), "--json"))
    assert (shown["counter"], shown["back_to"]) == (1, None)
    one = dict.fromkeys(("guides", "training", "rehearsals", "exercises", "needs.toml", "config.toml"), 1)
    assert shown["holds"] == one
    damaged = bytearray(out.read_bytes())
    damaged[-7] ^= 1
    out.write_bytes(damaged)
    assert "damaged" in typed(tmp_path, "show", str(out), code=1)


@pytest.mark.usefixtures("ward")
def test_a_pack_with_a_fault_is_not_made_and_every_fault_is_named(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.kpack"
    broken = own / "guides" / "hoc-thu" / "flow.toml"
    broken.write_text(
        broken.read_text("utf-8").replace('choice.yes = "xong"', 'choice.yes = "flow:mat"'), "utf-8"
    )
    exercise = next((own / "exercises").rglob("*.toml"))
    exercise.write_text("[", "utf-8")
    (own / "config.toml").write_text('[help]\nlamp_on = "rm -rf /"\n[place]\nnumber = 3\n', "utf-8")
    said = typed(tmp_path, "make", "--out", str(out), "--with", str(own), code=1)
    assert all(one in said for one in ("flow-nowhere", exercise.parent.name, "help.lamp_on", "place"))
    assert not out.exists() and packs.next_counter(open_authority(tmp_path / "ward")) == 1


@pytest.mark.usefixtures("ward")
def test_a_roster_pictures_and_recorded_sentences_that_no_kiosk_could_use_are_named(
    own: Path, tmp_path: Path
) -> None:
    out = tmp_path / "one.kpack"
    (own / "roster.csv").write_text("of a spreadsheet\n", "utf-8")
    for name in ("pictures/a.jpg", "pictures/signs/vneid.jpg", "voices/a.wav"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_bytes(b"rubbish!")
    index = own / "voices" / "index.toml"
    index.write_text("[[clip]\n", "utf-8")
    said = typed(tmp_path, "make", "--out", str(out), "--with", str(own), code=1)
    assert all(f"{one}: " in said or f"{one}, " in said for one in ("roster.csv", "pictures/a.jpg", "voices"))
    assert "vneid.jpg" in said and not out.exists()
    index.write_text('[[clip]]\ntext = "Bác mở máy."\nfile = "a.wav"\n', "utf-8")
    assert "a.wav is no readable WAV" in typed(
        tmp_path, "make", "--out", str(out), "--with", str(own), code=1
    )
    (own / "voices" / "a.wav").unlink()
    write_wav(own / "voices" / "a.wav", bytes(3200), 16000)
    (own / "roster.csv").unlink()
    shutil.copyfile(path("rosters", "tuan-mau.toml"), own / "roster.toml")
    shutil.rmtree(own / "pictures")
    (own / "rooster.csv").write_text("a slip", "utf-8")
    said = typed(tmp_path, "make", "--out", str(out), "--with", str(own))
    assert "rooster.csv: không phải phần nào" in said and out.exists()


@pytest.mark.usefixtures("ward")
def test_a_link_in_the_wards_folder_is_not_left_out_without_a_word(own: Path, tmp_path: Path) -> None:
    (own / "pictures").mkdir()
    (own / "pictures" / "a.png").symlink_to(tmp_path / "elsewhere.png")
    said = typed(tmp_path, "make", "--out", str(tmp_path / "one.kpack"), "--with", str(own), code=1)
    assert "pictures/a.png: là lối tắt" in said and not (tmp_path / "one.kpack").exists()


@pytest.mark.usefixtures("ward")
def test_changed_sentences_go_along_and_the_officer_hears_of_each_before_it_is_signed(
    own: Path, tmp_path: Path
) -> None:
    out, file = tmp_path / "one.kpack", own / "words" / "vi.toml"
    file.parent.mkdir()
    file.write_text('[open_week]\nclosed = "{days} nghỉ, {hours}"\n', "utf-8")
    said = typed(tmp_path, "make", "--out", str(out), "--with", str(own), code=1)
    assert "words/vi.toml, open_week.closed: phải có đúng {days}" in said and not out.exists()
    long = "Bác cần việc gì ạ? Bác cứ chọn, không vội đâu ạ."
    file.write_text(
        f'[open_week]\nclosed = "{{days}} nghỉ"\n[home]\nheading = "{long}"\nnot_yet = "x"\n', "utf-8"
    )
    said = typed(tmp_path, "make", "--out", str(out), "--with", str(own))
    assert "words/vi.toml, home.not_yet: chương trình này không có câu ấy" in said
    assert "words/vi.toml, home.heading: câu có" in said and "--content DIR" in said
    assert "words/vi.toml, open_week.closed" not in said
    assert json.loads(typed(tmp_path, "show", str(out), "--json"))["holds"]["words"] == 1


@pytest.mark.usefixtures("ward")
def test_what_the_pack_before_held_and_this_one_does_not_is_listed(own: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "one.kpack")
    (own / "config.toml").write_text("[session]\nidle_after_s = 240\n", "utf-8")
    (own / "words").mkdir()
    for language, text in (("vi", "Bác cần gì ạ?"), ("en", "What do you need?")):
        (own / "words" / f"{language}.toml").write_text(f'[home]\nheading = "{text}"\n', "utf-8")
    (own / "needs.toml").write_bytes(b"# our tiles\n" + SHIPPED.needs.read_bytes())
    assert "KHÔNG" not in typed(tmp_path, "make", "--out", out, "--with", str(own))
    assert "KHÔNG" not in typed(tmp_path, "make", "--out", out, "--with", str(own))
    (own / "words" / "en.toml").unlink()
    shutil.rmtree(own / "guides" / "hoc-thu")
    shutil.copytree(own / "training" / "giup-thu", own / "guides" / "hoc-moi")
    flow = own / "guides" / "hoc-moi" / "flow.toml"
    flow.write_text(
        flow.read_text("utf-8").replace("giup-thu", "hoc-moi").replace("volunteer", "resident"), "utf-8"
    )
    said = typed(tmp_path, "make", "--out", out, "--with", str(own))
    assert "(số 2)" in said and " / guides/hoc-thu\n" in said and " / words/en.toml\n" in said
    assert "config.toml\n" not in said.partition("KHÔNG")[2]
    (own / "config.toml").unlink()
    (own / "needs.toml").unlink()
    shutil.rmtree(own / "words")
    said = typed(tmp_path, "make", "--out", out, "--with", str(own)).partition("KHÔNG")[2]
    assert (
        all(f" / {one}" in said for one in ("config.toml\n", "needs.toml (", "words\n")) and "--with" in said
    )


def test_numbers_only_grow_and_the_last_few_packs_can_be_gone_back_to(ward: Ward, tmp_path: Path) -> None:
    made = date(2026, 11, 30)
    for day in range(packs.KEPT + 2):
        packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"%d" % day}, made)
    authority = open_authority(tmp_path / "ward")
    assert packs.kept_numbers(authority) == (0, *range(3, 12))
    raw = packs.make_back_to(authority, 5, made)
    (tmp_path / "back.kpack").write_bytes(raw)
    manifest, files = packs.read_own(open_authority(tmp_path / "ward"), tmp_path / "back.kpack")
    assert (manifest.counter, manifest.back_to, files) == (12, 5, {"needs.toml": b"4"})
    assert "3, 4" not in typed(tmp_path, "make", "--back-to", "3", code=1)
    shutil.rmtree(packs.folder_of(authority))  # a ward whose packs are lost gives no number twice
    assert packs.next_counter(open_authority(tmp_path / "ward")) == 13
    packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"-"}, made, above=40)
    assert packs.next_counter(open_authority(tmp_path / "ward")) == 42


def register_says(folder: Path, packs_given: int) -> None:
    register = json.loads((folder / "register.json").read_bytes())
    (folder / "register.json").write_text(json.dumps({**register, "packs": packs_given}))


@pytest.mark.usefixtures("ward")
@pytest.mark.parametrize("above", ["9999999999", "2147483646", "1000000"])
def test_a_digit_too_many_is_refused_before_any_number_is_kept(above: str, own: Path, tmp_path: Path) -> None:
    before = (tmp_path / "ward" / "register.json").read_bytes()
    out = str(tmp_path / "one.kpack")
    said = typed(tmp_path, "make", "--above", above, "--out", out, "--with", str(own), code=2)
    assert "999999" in said and (tmp_path / "ward" / "register.json").read_bytes() == before


def test_what_no_kiosk_could_read_is_not_made_and_its_number_not_kept(ward: Ward, tmp_path: Path) -> None:
    with pytest.raises(PackRefused):
        packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"-"}, date(2026, 12, 3), above=2**31)
    assert open_authority(tmp_path / "ward").packs == 0


@pytest.mark.parametrize("slip", [10_000_000_000, 2**31 - 1])
def test_a_ward_that_a_slip_has_bricked_makes_packs_again(slip: int, ward: Ward, tmp_path: Path) -> None:
    made = date(2026, 12, 3)
    for _ in range(3):
        packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"-"}, made)
    if slip < 2**31:
        packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"slip"}, made, above=slip - 1)
    register_says(tmp_path / "ward", slip)
    packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"4"}, made)
    newest = packs.newest_manifest(open_authority(tmp_path / "ward"))
    assert newest is not None and newest.counter == 4 and open_authority(tmp_path / "ward").packs == 4


def test_from_the_first_pack_on_the_way_back_to_the_program_is_a_pack_without_files(
    ward: Ward, tmp_path: Path
) -> None:
    packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"bad"}, date(2026, 12, 3))
    (tmp_path / "back.kpack").write_bytes(
        packs.make_back_to(open_authority(tmp_path / "ward"), 0, date(2026, 12, 3))
    )
    manifest, files = packs.read_own(open_authority(tmp_path / "ward"), tmp_path / "back.kpack")
    assert (manifest.counter, manifest.back_to, files) == (2, 0, {})
    assert "bài có sẵn" in typed(tmp_path, "show", str(tmp_path / "back.kpack"))


def test_a_ward_with_new_keys_still_goes_back_to_a_pack_of_the_old_ones(ward: Ward, tmp_path: Path) -> None:
    made = date(2026, 11, 30)
    packs.make(open_authority(tmp_path / "ward"), {"needs.toml": b"1"}, made)
    raw = packs.make_back_to(rotate(open_authority(tmp_path / "ward")), 1, made)
    (tmp_path / "back.kpack").write_bytes(raw)
    assert packs.read_own(open_authority(tmp_path / "ward"), tmp_path / "back.kpack")[1] == {
        "needs.toml": b"1"
    }


def test_a_pack_of_another_ward_is_not_shown_as_genuine(ward: Ward, tmp_path: Path) -> None:
    (tmp_path / "b.kpack").write_bytes(small_pack(Ward(tmp_path / "other", "Phường Hàng Trống")))
    assert "không phải của phường" in typed(tmp_path, "show", str(tmp_path / "b.kpack"), code=1)
    with pytest.raises(PackRefused):
        packs.read_own(open_authority(tmp_path / "ward"), tmp_path / "b.kpack")


def test_the_ward_file_goes_into_a_pack_and_is_proven_there(tmp_path: Path) -> None:
    file, _ = write_ward(tmp_path)
    own = tmp_path / "rieng"
    own.mkdir()
    (own / "ward.toml").write_bytes(file.read_bytes())
    files = packs.content_files(own)
    assert files["ward.toml"] == file.read_bytes() and "ward.toml" not in packs.content_files(None)
    check_paths(files)
    assert content_in(own).ward == own / "ward.toml" and content_in(tmp_path).ward == SHIPPED.ward
    assert [*wrong_of_the_ward(own)] == []
    (own / "ward.toml").write_text(FILE.replace("024 0000 0113", "12"), "utf-8")
    (wrong,) = wrong_of_the_ward(own)
    assert "ward.toml, dòng 1" in wrong and "office.police.phone" in wrong
