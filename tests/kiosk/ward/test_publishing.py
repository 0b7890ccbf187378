"""From a draft to every kiosk: what changes is said, a second person approves harm, one tries it first."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from support.packs import sound
from support.receiving import Receiver, serving
from support.ward import Ward, kiosk_name
from typer.testing import CliRunner

from kiosk.base.events import Role
from kiosk.base.hours.clock import SystemClock
from kiosk.desk.command_line import app
from kiosk.desk.commands import ward_pack
from kiosk.papers.export.http_transport import HttpTransport
from kiosk.point.staff.register import StaffRegister
from kiosk.ward import packs, publishing
from kiosk.ward.authority import Authority, open_authority
from kiosk.ward.conditions import Condition
from kiosk.ward.pack_changes import Change, asks, changes, led_to, lowered

TODAY, NOW = date(2026, 12, 3), 1_796_000_000
HEADING = "words/vi.toml"
OTP = "Bác quét mã, nhập mã OTP để nhận tiền hỗ trợ ạ"
SITE = '[site]\naddress = "https://vneid-gov-vn.top/bai/"\n'


def words(sentence: str) -> bytes:
    return f'[home]\nheading = "{sentence}"\n'.encode()


def found(before: Mapping[str, bytes], after: Mapping[str, bytes], own: tuple[str, ...] = ()) -> list[Change]:
    return [*changes(before, after, {}, own)]


# --- before → after -----------------------------------------------------------------------------------------


def test_every_sentence_number_address_and_setting_is_said_before_and_after() -> None:
    before = {
        "guides/a/vi.toml": '[step.x]\nsay = "Bác mở máy."\n'.encode(),
        "guides/a/flow.toml": b'minutes = [5, 10]\n[step.x]\nconfidence = "B"\n',
        "config.toml": b"[session]\nidle_after_s = 240\n",
        "roster.csv": b"who,when\na,b\n",
        "pictures/x.png": b"\0\1",
        "readings/vi.toml": '[words]\n"VNeID" = "vi en i ai đi"\n'.encode(),
    }
    after = {
        "guides/a/vi.toml": '[step.x]\nsay = "Bác tắt máy."\n'.encode(),
        "guides/a/flow.toml": b'minutes = [5, 15]\n[step.x]\nconfidence = "B"\n',
        "config.toml": b"[session]\nidle_after_s = 300\n[speech]\nrate = 1.5\n",
        "roster.csv": b"who,when\na,c\n",
        "pictures/x.png": b"\0\1\2",
        "asking/danger.toml": b'words = ["a", "b"]\n',
    }
    said = {(one.file, one.key): (one.before, one.after) for one in found(before, after)}
    assert said.pop(("pictures/x.png", ""))[0] != "" and said == {
        ("guides/a/vi.toml", "step.x.say"): ("Bác mở máy.", "Bác tắt máy."),
        ("guides/a/flow.toml", "minutes[2]"): ("10", "15"),
        ("config.toml", "session.idle_after_s"): ("240", "300"),
        ("config.toml", "speech.rate"): (None, "1.5"),
        ("roster.csv", "2"): ("a,b", "a,c"),
        ("readings/vi.toml", "words.VNeID"): ("vi en i ai đi", None),
        ("asking/danger.toml", "words[1]"): (None, "a"),
        ("asking/danger.toml", "words[2]"): (None, "b"),
    }
    screen = found({}, {HEADING: words("Bác cần gì nào?")})
    assert screen[0].before is not None and screen[0].before.startswith("Bác"), "the program's own sentence"


@pytest.mark.parametrize(
    ("after", "mark"),
    [
        ({"config.toml": SITE.encode()}, "address"),
        ({HEADING: words(OTP)}, "asks"),
        ({HEADING: words("Bac nhap mat khau vao day.")}, "asks"),
        ({"words/en.toml": words("Enter the code here.")}, "asks"),
        ({"words/fr.toml": words("Saisissez le mot de passe.")}, "asks"),
        ({HEADING: words("Bác vào vneid-gov-vn.top nhé.")}, "address"),
        ({HEADING: words("Bác gọi 0912 345 678 nhé.")}, "phone"),
        ({"guides/a/flow.toml": b'[qr.x]\nurl = "https://bad.example/x"\n'}, "address"),
        ({"config.toml": b'[help]\nfurther_phone = "0912345678"\n'}, "phone"),
    ],
)
def test_what_harms_is_marked_and_stands_first(after: Mapping[str, bytes], mark: str) -> None:
    first = found({}, {**after, "config2.toml": b"x = 1\n"})[0]
    assert mark in first.marks and first.needs_second


def test_what_was_there_before_or_was_approved_needs_nobody() -> None:
    before = {
        "config.toml": b'[site]\naddress = "https://bai.cuanam.vn/a"\n',
        HEADING: words("Gọi 19000368."),
    }
    assert not any(one.needs_second for one in found(before, {**before, "needs.toml": b"a = 1\n"}))
    other = {**before, "config.toml": b'[site]\naddress = "https://bai.cuanam.vn/other"\n'}
    marked = found(before, other)
    assert marked[0].marks == ("address",), "others may have pages beneath the same host"
    assert not any(one.needs_second for one in found(before, other, led_to(marked)))
    assert not any(
        one.needs_second for one in found(before, {**before, HEADING: words("Bác gọi 19000368 ạ.")})
    )
    source = {"guides/a/flow.toml": b'[source.X1]\nurl = "https://thuvienphapluat.vn/x"\n'}
    assert not any(one.needs_second for one in found({}, source)), "no resident is led to a source"


@pytest.mark.parametrize(
    "harmless", ["Bác cần gì nào?", "Bác mở máy rồi chờ cháu.", "Bác chạm “Tiếp”.", "Máy sắp hết pin ạ."]
)
def test_an_ordinary_sentence_asks_for_nothing(harmless: str) -> None:
    assert not asks(harmless, "vi")


def test_a_sentence_changed_in_vietnamese_alone_marks_its_translations() -> None:
    guide = {f"guides/a/{one}.toml": f'[step.x]\nsay = "{one}"\n'.encode() for one in ("vi", "en", "fr")}
    after = {**guide, "guides/a/vi.toml": b'[step.x]\nsay = "khac"\n'}
    (one,) = found(guide, after)
    assert one.marks == ("stale",) and one.stale == ("en", "fr")
    after["guides/a/en.toml"] = b'[step.x]\nsay = "other"\n'
    assert {change.stale for change in found(guide, after)} == {("fr",), ()}
    assert found({}, {HEADING: words("Bác cần gì nào?")})[0].stale == ("en", "fr")


def test_a_sentence_somebody_made_up_does_not_keep_its_grade() -> None:
    flow = (
        b'checked_on = 2026-11-29\n[step.x]\nconfidence = "A"\nsources = ["V1"]\n[step.y]\nconfidence = "A"\n'
    )
    guide = {"guides/a/flow.toml": flow, "guides/a/vi.toml": b'[step.x]\nsay = "1"\n[step.y]\nsay = "1"\n'}
    made_up = {**guide, "guides/a/vi.toml": b'[step.x]\nsay = "2"\n[step.y]\nsay = "1"\n'}
    files, steps = lowered(guide, made_up, {})
    assert steps == ("guides/a: step.x",)
    assert files["guides/a/flow.toml"] == flow.replace(b'"A"\nsources', b'"C"\nsources')
    assert "lowered" in {mark for one in found(guide, files) for mark in one.marks}
    checked = {**made_up, "guides/a/flow.toml": flow.replace(b"11-29", b"12-02")}
    sourced = {**made_up, "guides/a/flow.toml": flow.replace(b"V1", b"V2")}
    for looked_up in (checked, sourced, guide):
        assert lowered(guide, looked_up, {}) == (looked_up, ())


def test_a_key_of_forty_thousand_dots_costs_nothing() -> None:
    assert found({}, {"config.toml": b"a." * 40_000 + b"b = 1\n"})[0].key == "1"


# --- the second person, and the first kiosk -----------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ward with two kiosks; what comes with the program is a small guide."""
    ward = Ward(tmp_path)
    ward.kiosk(1)
    ward.kiosk(2)
    monkeypatch.setattr(packs, "_PARTS", {})
    (tmp_path / "none.toml").touch()
    own = tmp_path / "own"
    for inside, raw in sound().items():
        (own / inside).parent.mkdir(parents=True, exist_ok=True)
        (own / inside).write_bytes(raw)
    packs.make(authority(tmp_path), packs.content_files(own), TODAY)
    return tmp_path


def authority(folder: Path) -> Authority:
    return open_authority(folder / "ward")


def officer(folder: Path, number: int, role: Role = "officer") -> str:
    name, shown = (
        f"{'cb' if role == 'officer' else 'tnv'}-{number:02}",
        ("Chị Hoa", "Anh Nam", "Chị Mai")[number - 1],
    )
    return StaffRegister(folder, SystemClock()).add(role, shown, name)[1]


def typed(folder: Path, *typing: str, answers: str = "", code: int = 0) -> str:
    where = ["--data", str(folder), "--config", str(folder / "none.toml")]
    done = CliRunner().invoke(app, ["ward", "pack", *typing, *where], input=answers, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


def drafted(folder: Path, by: str = "cb-01", **more: str) -> None:
    files = packs.content_files(folder / "own")
    files |= {name.replace("__", "/").replace("_toml", ".toml"): text.encode() for name, text in more.items()}
    publishing.keep_draft(authority(folder), publishing.Draft(files, by))


@pytest.mark.parametrize("changed", [{"config_toml": SITE}, {"words__vi_toml": words(OTP).decode()}])
def test_what_leads_elsewhere_or_asks_for_a_code_is_published_by_two(
    changed: dict[str, str], folder: Path
) -> None:
    pins = [officer(folder, 1), officer(folder, 2)]
    drafted(folder, **changed)
    said = typed(folder, "show", "--diff")
    assert "⚠" in said and ("vneid-gov-vn.top" in said or "OTP" in said) and "→" in said
    before = packs.last_made(authority(folder))
    assert "người khác" in typed(folder, "publish", "--by", "cb-01", answers=f"{pins[0]}\n", code=1)
    assert "PIN không đúng" in typed(folder, "publish", "--by", "cb-02", answers="000000\n", code=1)
    assert packs.last_made(authority(folder)) == before and publishing.read_draft(authority(folder))
    said = typed(folder, "publish", "--by", "cb-02", answers=f"{pins[1]}\n")
    assert pins[1] not in said and "pack 2" in said and publishing.read_draft(authority(folder)) is None
    book = (folder / "ward" / "packs" / "book.json").read_text()
    entry = json.loads(book)["packs"][-1]
    assert (entry["made_by"], entry["approved_by"]) == ("cb-01", "cb-02") and "Hoa" not in book
    drafted(folder, **changed)
    if "config_toml" in changed:
        assert not publishing.wants_second(
            authority(folder), publishing.Draft({"config.toml": SITE.encode()})
        )


def test_a_ward_without_two_officers_learns_how_it_gets_them(folder: Path) -> None:
    drafted(folder, by="", config_toml=SITE)
    said = typed(folder, "publish", code=1)
    assert "staff add" in said and packs.kept_numbers(authority(folder)) == (0, 1)
    officer(folder, 1)
    assert "staff add" in typed(folder, "publish", code=1)
    pin = officer(folder, 3, "volunteer")
    drafted(folder, config_toml=SITE)
    assert "tnv-03" in typed(folder, "publish", "--by", "tnv-03", answers=f"{pin}\n", code=1)


def test_who_makes_a_pack_says_so_by_their_pin(folder: Path) -> None:
    pin = officer(folder, 1)
    typed(folder, "make", "--with", str(folder / "own"), "--by", "cb-01", answers="111111\n", code=1)
    said = typed(folder, "make", "--with", str(folder / "own"), answers=f"cb-01\n{pin}\n")
    draft = publishing.read_draft(authority(folder))
    assert draft is not None and draft.made_by == "cb-01" and "bản nháp" in said and pin not in said


def asks_for_content(folder: Path, port: int, kiosk: str) -> int | None:
    """The number of the pack that this kiosk is given."""
    with HttpTransport(f"http://localhost:{port}", "").content((), kiosk) as stream:
        return None if stream is None else json.loads(stream.readline())["body"]["counter"]


def test_one_kiosk_has_a_new_pack_first_by_network_and_by_stick(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, conditions = folder / "goi.kpack", dict[str, Condition]()
    monkeypatch.setattr(ward_pack, "_conditions", lambda *_: conditions)
    ward = Ward.__new__(Ward)
    ward.folder = folder
    with serving(Receiver(ward)) as port:
        drafted(folder, words__vi_toml=words("Bác cần gì nào?").decode())
        assert "một ki-ốt trước" in typed(folder, "publish", "--all", code=1)
        said = typed(folder, "publish", "--kiosk", kiosk_name(2), "--out", str(stick))
        assert "Dùng thử trước ở" in said and kiosk_name(2) in said
        manifest, _ = packs.read_own(authority(folder), stick)
        assert manifest.kiosks == (kiosk_name(2),)
        assert [asks_for_content(folder, port, kiosk_name(one)) for one in (1, 2)] == [1, 2]
        assert "chưa báo về" in typed(folder, "publish", "--all", code=1)
        (entry,) = publishing.read_book(authority(folder)).entries
        for content, after_s in ((1, 90_000), (2, 60)):
            conditions[kiosk_name(2)] = Condition(entry.at_s + after_s, "0.1.0", content, 9000, 0, True)
            typed(folder, "publish", "--all", code=1)
        conditions[kiosk_name(2)] = Condition(entry.at_s + 90_000, "0.1.0", 2, 9000, 0, True)
        typed(folder, "publish", "--all", "--out", str(stick))
        manifest, _ = packs.read_own(authority(folder), stick)
        assert (manifest.counter, manifest.kiosks) == (3, ())
        assert [asks_for_content(folder, port, kiosk_name(one)) for one in (1, 2)] == [3, 3]
        again = folder / "again.kpack"
        typed(folder, "publish", "--out", str(again))
        assert again.read_bytes() == stick.read_bytes() and packs.next_counter(authority(folder)) == 4


def test_who_cannot_wait_has_a_second_person_approve_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ward_pack, "_conditions", lambda *_: {})
    pins = [officer(folder, 1), officer(folder, 2)]
    drafted(folder, needs_toml="# x\n")
    typed(folder, "publish")
    typed(folder, "publish", "--all", "--untried", "--by", "cb-01", answers=f"{pins[0]}\n", code=1)
    typed(folder, "publish", "--all", "--untried", "--by", "cb-02", answers=f"{pins[1]}\n")
    assert packs.newest_manifest(authority(folder)).counter == 3  # type: ignore[union-attr]


def test_the_way_back_goes_to_all_at_once_and_number_0_is_one(folder: Path) -> None:
    typed(folder, "make", "--back-to", "0")
    assert "mọi ki-ốt" in typed(folder, "publish", "--out", str(folder / "back.kpack"))
    manifest, files = packs.read_own(authority(folder), folder / "back.kpack")
    assert (manifest.counter, manifest.back_to, manifest.kiosks, files) == (2, 0, (), {})


def test_a_disk_that_is_full_costs_neither_the_draft_nor_the_last_good_pack(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = packs.newest(authority(folder))
    assert good is not None
    raw = good.read_bytes()
    drafted(folder, needs_toml="# x\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for place in (
        "kiosk.ward.packs.publish",
        "kiosk.ward.publishing.publish",
        "kiosk.ward.authority.publish",
    ):
        with monkeypatch.context() as patch:
            patch.setattr(place, full)
            assert typed(folder, "publish", code=1)
        assert good.read_bytes() == raw and packs.newest(authority(folder)) == good
        assert publishing.read_draft(authority(folder)) is not None
    typed(folder, "publish")
    assert packs.newest(authority(folder)) == good, "the others have what they had"


def test_the_newest_pack_for_all_is_kept_however_many_are_tried(folder: Path) -> None:
    for _ in range(packs.KEPT + 2):
        drafted(folder, needs_toml="# x\n")
        typed(folder, "publish")
    assert packs.newest_manifest(authority(folder)).counter == 1  # type: ignore[union-attr]


def test_another_number_or_address_of_an_office_needs_a_second_person() -> None:
    """A wrong door or number in the ward's file is as bad as a wrong page, and neither looks like one."""
    before = {"ward.toml": 'ward = "Phường Suối Mơ"\n[office.police]\nphone = "39420000"\n'.encode()}
    now = 'ward = "Phường Suối Mơ"\n[office.police]\nphone = "39421111"\naddress = "Số 3 phố Hoa Sữa"\n'
    marked = {one.key: one.marks for one in found(before, {"ward.toml": now.encode()})}
    assert marked == {"office.police.phone": ("phone",), "office.police.address": ("address",)}
    assert all(one.needs_second for one in found({}, {"ward.toml": now.encode()}) if one.key != "ward")
    opened = now + 'step_free = "yes"\n'
    (change,) = found({"ward.toml": now.encode()}, {"ward.toml": opened.encode()})
    assert not change.needs_second
    taken_out = found({"ward.toml": now.encode()}, {"ward.toml": 'ward = "Phường Suối Mơ"\n'.encode()})
    assert not any(one.needs_second for one in taken_out)
