"""From the kiosk to the ward and back, by a stick and by keys that change: nothing is lost on the way."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from support.events import visit, visits
from support.exporting import ExportingKiosk, as_line, opened
from support.fake_clock import START_S, FakeClock
from support.killing import killed_at_every_step
from support.receiving import Receiver
from support.ward import MONTH, Ward

from kiosk.base.config.export import ExportConfig
from kiosk.base.files.paths import keys_folder
from kiosk.base.hours.night import open_month
from kiosk.base.hours.opening import HANOI
from kiosk.log.sessions.tally import NO_MONTH, VisitCell, WalkCell
from kiosk.log.storage.reading import LogReader, open_for_reading
from kiosk.log.storage.rows import as_added
from kiosk.papers.export.acknowledgement import SUFFIX as ACK_SUFFIX
from kiosk.papers.export.cells import cell_lines, read_cells
from kiosk.papers.export.delivery import Delivered, deliver
from kiosk.papers.export.envelope import BundleDamaged, Header, parse_envelope
from kiosk.papers.export.folder_transport import PLACE, FolderTransport
from kiosk.papers.export.job import ExportJob, ExportRequest
from kiosk.papers.export.lines import OutsideVocabulary
from kiosk.papers.export.papers import PAPERS_FILE
from kiosk.papers.export.purge import purge
from kiosk.papers.keys.card_signer import open_signer
from kiosk.papers.keys.enrolment import accept, ask, ask_with_new_key
from kiosk.ward import tables as t
from kiosk.ward.authority import KEY_FILE, SEAL_FILE, open_authority, rotate
from kiosk.ward.folders import UnreadableFile, bundle_files, take_files
from kiosk.ward.ingest import Ingest, KeptAside, TakenIn
from kiosk.ward.tickets import papers


@pytest.fixture
def kiosk(receiver: Receiver) -> ExportingKiosk:
    kiosk = ExportingKiosk(receiver.ward)
    kiosk.live(visits(2))
    kiosk.pack()
    return kiosk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def offer(kiosk: ExportingKiosk, stick: Path) -> Delivered:
    """The stick in the kiosk."""
    ledger, delivered = deliver(
        kiosk.outbox, kiosk.outbox.read(), FolderTransport(stick), kiosk.signer.ward_keys, START_S
    )
    assert ledger == kiosk.outbox.read()
    return delivered


def take(receiver: Receiver, stick: Path) -> list[str]:
    """The stick at the ward: what came of each bundle."""
    work = Ingest(receiver.folder, receiver.ledger, receiver.ring, lambda: receiver.now_s)
    acknowledge = partial(open_authority(receiver.folder).acknowledge, now_s=receiver.now_s)
    back = papers(open_authority(receiver.folder))
    taken = take_files(bundle_files([stick]), work, acknowledge, back)
    return [_said(one.outcome) for one in taken]


def _said(outcome: TakenIn | KeptAside | UnreadableFile) -> str:
    assert not isinstance(outcome, UnreadableFile), outcome
    return outcome.why if isinstance(outcome, KeptAside) else f"+{outcome.added}"


def on(stick: Path) -> list[str]:
    return sorted(one.name for one in (stick / PLACE).iterdir() if one.name != PAPERS_FILE)


def test_a_stick_carries_bundles_there_and_the_wards_word_back(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    (stick / "holiday.jpg").write_bytes(b"x")
    assert offer(kiosk, stick) == Delivered(left=1)
    (name,) = on(stick)
    assert (stick / PLACE / name).read_bytes() == kiosk.bundles()[0].read_bytes()
    assert offer(kiosk, stick) == Delivered(left=1)  # again, before the ward has seen it
    assert take(receiver, stick) == ["+17"]
    assert on(stick) == [name, name + ACK_SUFFIX]
    assert offer(kiosk, stick) == Delivered(acknowledged=1)
    assert kiosk.outbox.read().waiting == () and len(kiosk.bundles()) == 1  # kept for the retention time
    assert on(stick) == [] and (stick / "holiday.jpg").exists()


def test_only_the_wards_own_word_for_that_very_bundle_counts(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path, tmp_path: Path
) -> None:
    offer(kiosk, stick)
    take(receiver, stick)
    (ack,) = (stick / PLACE).glob(f"*{ACK_SUFFIX}")
    genuine = ack.read_bytes()
    paper = json.loads(genuine)
    paper["body"]["last"] += 1
    other = Ward(tmp_path / "other", "Phường khác").authority
    header = kiosk.envelopes()[0].header
    for wrong in (b"", b"{}", json.dumps(paper).encode(), other.acknowledge(header), genuine[:-20]):
        ack.write_bytes(wrong)
        assert offer(kiosk, stick).failed == 1
        assert len(kiosk.outbox.read().waiting) == 1
    ack.write_bytes(genuine)
    assert offer(kiosk, stick) == Delivered(acknowledged=1)


def test_a_word_that_was_cut_off_on_its_way_stops_neither_its_bundle_nor_the_next(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    offer(kiosk, stick)
    take(receiver, stick)
    first, word = on(stick)
    (stick / PLACE / word).write_bytes((stick / PLACE / word).read_bytes()[:100])
    (stick / PLACE / first).unlink()  # the ward has tidied up
    kiosk.live(visit(40))
    kiosk.pack()
    assert offer(kiosk, stick).failed == 1
    (second,) = on(stick)
    assert offer(kiosk, stick) == Delivered(left=2) and on(stick) == sorted((first, second))
    take(receiver, stick)
    assert offer(kiosk, stick) == Delivered(acknowledged=2)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_while_it_takes_the_wards_word_it_still_hears_it(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    offer(kiosk, stick)
    take(receiver, stick)
    for _ in killed_at_every_step(lambda: offer(kiosk, stick)):
        waiting = kiosk.outbox.read().waiting
        assert not waiting or list((stick / PLACE).glob(f"*{ACK_SUFFIX}")), "the word is lost"
    assert kiosk.outbox.read().waiting == () and on(stick) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_whole_night_killed_before_every_step_loses_nothing_and_ends(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was acknowledged long ago goes, what has just been is heard, what is new is packed."""
    monkeypatch.setattr("kiosk.log.storage.purge.purge_events.__kwdefaults__", {"tail": 0})
    job, clock = ExportJob(kiosk.data, kiosk.name, ExportConfig(keep_days=1)), FakeClock()
    job.run(clock.now, ExportRequest(now=True, to=stick))
    take(receiver, stick)
    job.run(clock.now, ExportRequest(now=True, to=stick))
    clock.pass_s(2 * 86_400)
    receiver.now_s += 2 * 86_400
    kiosk.live(visit(30))
    kiosk.pack()
    offer(kiosk, stick)
    take(receiver, stick)
    kiosk.live(visit(31))
    pristine, kills = tmp_path / "pristine", 0
    for one in (kiosk.data, stick):
        shutil.copytree(one, pristine / one.name)
    for _ in killed_at_every_step(lambda: job.run(clock.now, ExportRequest(now=True, to=stick))):
        kills += 1
        left = {as_line(one) for one in open_for_reading(kiosk.database).events()}
        assert len(left | {*receiver.lines(), *kiosk.lines()}) == 33
        job.run(clock.now, ExportRequest(now=True, to=stick))
        assert len(open_for_reading(kiosk.database).events()) == 16
        assert len(kiosk.outbox.read().waiting) == 1
        for one in (kiosk.data, stick):
            shutil.rmtree(one)
            shutil.copytree(pristine / one.name, one)
    assert kills >= 20
    assert take(receiver, stick) == ["+8"] and receiver.count(t.event) == 33
    assert offer(kiosk, stick) == Delivered(acknowledged=1)


def test_the_command_by_hand_copies_to_the_stick_what_the_ward_has_not(
    kiosk: ExportingKiosk, receiver: Receiver, stick: Path
) -> None:
    job = ExportJob(kiosk.data, kiosk.name, ExportConfig())
    clock = FakeClock()
    kiosk.live(visit(30))
    outcome = job.run(clock.now, ExportRequest(now=True, to=stick))
    assert outcome is not None and outcome.packed == 1 and outcome.delivered == (Delivered(left=2),)
    assert take(receiver, stick) == ["+17", "+8"]
    outcome = job.run(clock.now, ExportRequest(now=True, to=stick))
    assert outcome is not None and outcome.waiting == 0 and outcome.is_well
    assert receiver.lines() == kiosk.lines()


def test_a_ward_that_lost_its_ledger_gets_everything_that_is_still_kept(
    kiosk: ExportingKiosk, receiver: Receiver, stick: Path, tmp_path: Path
) -> None:
    job, clock = ExportJob(kiosk.data, kiosk.name, ExportConfig()), FakeClock()
    offer(kiosk, stick)
    take(receiver, stick)
    assert offer(kiosk, stick).acknowledged == 1
    receiver.ledger.close()
    for file in receiver.folder.glob("ledger.sqlite*"):
        file.unlink()
    anew = Receiver(receiver.ward)
    job.run(clock.now, ExportRequest(now=True, to=stick))
    assert take(anew, stick) == []
    job.run(clock.now, ExportRequest(now=True, to=stick, again=True))
    assert take(anew, stick) == ["+17"]
    assert anew.lines() == kiosk.lines()
    anew.ledger.close()


def test_when_the_ward_changes_its_keys_everything_on_its_way_still_counts(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    offer(kiosk, stick)
    ward = receiver.ward
    card = open_signer(kiosk.data, kiosk.name)
    ward.authority = rotate(ward.authority)
    assert take(receiver, stick) == ["+17"]
    assert offer(kiosk, stick) == Delivered(acknowledged=1)  # by the key that this kiosk knows
    kiosk.live(visit(40))
    kiosk.pack()  # the new answer has not come yet
    offer(kiosk, stick)
    assert take(receiver, stick) == ["+8"]
    accept(kiosk.data, kiosk.name, ward.authority.answers()[kiosk.name])
    assert open_signer(kiosk.data, kiosk.name).ward == card.ward
    offer(kiosk, stick)
    kiosk.live(visit(41))
    kiosk.pack()
    offer(kiosk, stick)
    assert take(receiver, stick) == ["+8"]
    assert offer(kiosk, stick).acknowledged == 1
    old = {one.header.ward for one in kiosk.envelopes()[:2]}
    assert len(old) == 1 and kiosk.envelopes()[2].header.ward not in old


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_while_it_changes_its_keys_the_ward_knows_all_of_them(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    (bundle,) = kiosk.bundles()
    pristine = receiver.folder.with_name("pristine")
    shutil.copytree(receiver.folder, pristine)
    kills = 0
    for _ in killed_at_every_step(lambda: rotate(open_authority(receiver.folder))):
        kills += 1
        assert isinstance(receiver.take(bundle), TakenIn)
        rotate(open_authority(receiver.folder))
        assert isinstance(receiver.take(bundle), TakenIn)
        header = kiosk.envelopes()[0].header
        assert open_authority(receiver.folder).acknowledge(header)
        for name in (KEY_FILE, SEAL_FILE, "register.json"):
            shutil.copy(pristine / name, receiver.folder / name)
        for left in [*receiver.folder.glob(f"{KEY_FILE}.*"), *receiver.folder.glob(f"{SEAL_FILE}.*")]:
            left.unlink()
    assert kills >= 8


def test_a_kiosk_changes_its_key_and_the_old_one_serves_until_the_ward_has_answered(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    old = kiosk.signer.key
    request = ask_with_new_key(kiosk.data, kiosk.name)
    assert kiosk.signer.key == old
    ward = receiver.ward
    ward.authority, answer = ward.authority.enrol(request, MONTH, again=True)
    ward.authority.save()
    accept(kiosk.data, kiosk.name, answer)
    assert kiosk.signer.key != old
    kiosk.live(visit(40))
    kiosk.pack()
    offer(kiosk, stick)
    assert take(receiver, stick) == ["+17", "+8"]
    assert offer(kiosk, stick).acknowledged == 2
    assert ask(kiosk.data, kiosk.name) == request  # the new key is now the key


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_while_it_changes_its_key_a_kiosk_is_never_without(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    request = ask_with_new_key(kiosk.data, kiosk.name)
    ward = receiver.ward
    ward.authority, answer = ward.authority.enrol(request, MONTH, again=True)
    pristine = keys_folder(kiosk.data).with_name("pristine")
    shutil.copytree(keys_folder(kiosk.data), pristine)
    signers = set()
    for _ in killed_at_every_step(lambda: accept(kiosk.data, kiosk.name, answer)):
        signers.add(kiosk.signer.key)
        accept(kiosk.data, kiosk.name, answer)
        signers.add(kiosk.signer.key)
        shutil.rmtree(keys_folder(kiosk.data))
        shutil.copytree(pristine, keys_folder(kiosk.data))
    assert len(signers) == 2


def count(kiosk: ExportingKiosk, cells: Mapping[WalkCell, int] | Mapping[VisitCell, int]) -> None:
    """As if so many walks or visits had been counted. How they came matters in no test of the export."""
    import sqlite3

    connection = sqlite3.connect(kiosk.database)
    with connection:
        for cell, number in cells.items():
            row = as_added(1, cell, number)
            table = "tally" if isinstance(cell, WalkCell) else "visit_tally"
            signs = ", ".join("?" * len(row))
            connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({signs})", row)
    connection.close()


OCTOBER = WalkCell("2026-10", "elderly", "vneid", "completed")
NOVEMBER = WalkCell("2026-11", "disabled", "vneid", "stopped")


def in_ledger(receiver: Receiver) -> dict[tuple[str, ...], int]:
    """By the fields of the cell."""
    found: dict[tuple[str, ...], int] = {}
    with receiver.ledger.read() as connection:
        for table in (t.tally, t.visit_tally):
            columns = [one for one in table.c if one.name not in ("source_no", "bundle_no")]
            found |= {tuple(row[:-1]): row[-1] for row in connection.execute(select(*columns))}
    return found


def test_a_month_travels_once_when_it_is_over(receiver: Receiver, kiosk: ExportingKiosk, stick: Path) -> None:
    count(kiosk, {OCTOBER: 3, NOVEMBER: 2, WalkCell(NO_MONTH, "poor", "vneid", "completed"): 1})
    assert len(LogReader(kiosk.database).tally()) == 3
    for month, bundles in (("2026-10", 1), ("2026-11", 2), ("2026-11", 2), ("2026-12", 3)):
        kiosk.pack(month=month)
        assert len(kiosk.bundles()) == bundles
    offer(kiosk, stick)
    assert sorted(take(receiver, stick)) == ["+1", "+1", "+17"]
    assert in_ledger(receiver) == {
        ("2026-10", "elderly", "vneid", "completed"): 3,
        ("2026-11", "disabled", "vneid", "stopped"): 2,
    }


def test_how_visits_were_made_travels_with_the_groups_of_the_month(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    by_touch, ended = VisitCell("2026-10", "way", "touch"), VisitCell("2026-10", "visit", "ended")
    count(kiosk, {ended: 4, by_touch: 3, VisitCell("2026-10", "alone", "up"): 1})
    count(kiosk, {OCTOBER: 2})
    kiosk.pack(month="2026-11")
    (bundle,) = (one for one in kiosk.bundles() if b'"tally"' in one.read_bytes().partition(b"\n")[0])
    assert opened(kiosk.ward, parse_envelope(bundle.read_bytes())).decode().splitlines() == [
        '{"group":"elderly","outcome":"completed","topic":"vneid","walks":2}',
        '{"aspect":"alone","visits":1,"word":"up"}',
        '{"aspect":"visit","visits":4,"word":"ended"}',
        '{"aspect":"way","visits":3,"word":"touch"}',
    ]
    offer(kiosk, stick)
    assert "+4" in take(receiver, stick)
    assert in_ledger(receiver)["2026-10", "way", "touch"] == 3 and len(in_ledger(receiver)) == 4
    count(kiosk, {ended: 5})  # a clock had run ahead
    kiosk.pack(month="2026-11")
    offer(kiosk, stick)
    assert take(receiver, stick) == ["+1"] and in_ledger(receiver)["2026-10", "visit", "ended"] == 5
    count(kiosk, {ended: 6, by_touch: 1})
    kiosk.pack(month="2026-11")
    offer(kiosk, stick)
    assert take(receiver, stick) == ["conflict"], "another machine counts under this name"


TALLY = Header("tally", "kiosk-1", "e" * 32, 202610, 202610, "", "", "")


def test_a_tally_from_before_how_visits_were_made_was_counted_is_read_as_ever() -> None:
    """As it was written by the release before."""
    content = b'{"group":"elderly","outcome":"completed","topic":"vneid","walks":3}\n'
    assert list(read_cells(TALLY, content)) == [(OCTOBER, 3)]


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ('{"aspect":"way","visits":3,"word":"by-thought"}', OutsideVocabulary),
        ('{"aspect":"weather","visits":3,"word":"touch"}', OutsideVocabulary),
        ('{"mood":"good","visits":3}', OutsideVocabulary),
        ('{"group":"giants","outcome":"completed","topic":"vneid","walks":3}', OutsideVocabulary),
        ('{"aspect":"way","visits":0,"word":"touch"}', BundleDamaged),
        ('{"aspect":"way","visits":true,"word":"touch"}', BundleDamaged),
        ('{"aspect":["way"],"visits":1,"word":"touch"}', BundleDamaged),
        ('{"aspect":"way","extra":1,"visits":1,"word":"touch"}', BundleDamaged),
        ('{"visits":1,"aspect":"way","word":"touch"}', BundleDamaged),
        ("[]", BundleDamaged),
        ("no JSON", BundleDamaged),
    ],
)
def test_what_a_newer_kiosk_counts_is_told_apart_from_what_is_damaged(
    line: str, refusal: type[BundleDamaged]
) -> None:
    with pytest.raises(BundleDamaged) as refused:
        list(read_cells(TALLY, line.encode() + b"\n"))
    assert type(refused.value) is refusal


def test_the_two_kinds_of_figures_come_in_one_order_and_each_once() -> None:
    walk, visit = cell_lines([(OCTOBER, 3), (VisitCell("2026-10", "way", "keys"), 2)])
    for lines in ((visit, walk), (walk, walk), (visit, visit)):
        with pytest.raises(BundleDamaged):
            list(read_cells(TALLY, "".join(f"{one}\n" for one in lines).encode()))


def test_a_month_sent_too_early_by_a_wrong_clock_comes_again_grown_and_counts_once(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    count(kiosk, {NOVEMBER: 2})
    kiosk.pack(month="2041-01")
    count(kiosk, {NOVEMBER: 5, WalkCell("2026-11", "poor", "bhxh", "completed"): 1})
    kiosk.pack(month="2026-12")
    offer(kiosk, stick)
    outcomes = take(receiver, stick)
    assert sorted(in_ledger(receiver).values()) == [1, 5]
    # In whichever order the two arrive: the smaller is taken first, or known to be outgrown.
    assert sorted(outcomes) in (["+1", "+17", "+2"], ["+0", "+17", "+2"]) and receiver.alarms() == []


def test_a_month_sent_too_early_comes_again_even_when_its_bundle_would_have_been_deleted(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    count(kiosk, {NOVEMBER: 2})
    kiosk.pack(month="2041-01")
    for _ in range(2):
        offer(kiosk, stick)
        take(receiver, stick)
    years_ahead = FakeClock(START_S + 15 * 365 * 86_400).now()
    purge(kiosk.database, kiosk.outbox, kiosk.outbox.read(), years_ahead, keep_days=90)
    count(kiosk, {NOVEMBER: 5})
    kiosk.pack(month="2026-12")
    offer(kiosk, stick)
    assert take(receiver, stick) == ["+1"] and list(in_ledger(receiver).values()) == [5]


def test_a_month_in_which_one_cell_grew_and_another_shrank_is_two_machines(
    receiver: Receiver, kiosk: ExportingKiosk, stick: Path
) -> None:
    count(kiosk, {OCTOBER: 3})
    kiosk.pack(month="2026-11")
    offer(kiosk, stick)
    take(receiver, stick)
    count(kiosk, {OCTOBER: 2, WalkCell("2026-10", "poor", "bhxh", "completed"): 1})
    kiosk.pack(month="2026-11")
    offer(kiosk, stick)
    assert "conflict" in take(receiver, stick)
    assert sorted(in_ledger(receiver).values()) == [3]


def test_the_month_is_open_for_two_more_days() -> None:
    def at(text: str) -> FakeClock:
        return FakeClock(datetime.fromisoformat(text).replace(tzinfo=HANOI).timestamp())

    assert open_month(at("2026-12-02T23:00").now()) == "2026-11"
    assert open_month(at("2026-12-03T00:01").now()) == "2026-12"
    unsure = at("2026-12-03T00:01")
    unsure.clock_ok = False
    assert open_month(unsure.now()) == ""
