"""What the ward takes in: everything once, in any order, on both databases; and what it refuses."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event as sa_event
from support import killing
from support.events import visit, visits
from support.exporting import ExportingKiosk
from support.fake_clock import START_S
from support.postgres import Server
from support.receiving import DATABASES, Receiver
from support.ward import Ward

from kiosk.base.hours.clock import quarter
from kiosk.log.sessions.chain import genesis, hash_after
from kiosk.papers.export.envelope import MOST_BYTES, Header, enveloped, parse_envelope, squeezed
from kiosk.papers.export.signer import Signer
from kiosk.papers.keys.enrolled import enrolled
from kiosk.papers.keys.sealing import seal
from kiosk.ward import alarms
from kiosk.ward import tables as t
from kiosk.ward.alarms import settle_alarms
from kiosk.ward.gaps import give_up
from kiosk.ward.ingest import KeptAside, TakenIn
from kiosk.ward.ledger import LedgerTrouble, open_ledger
from kiosk.ward.quarantine import Quarantined, quarantined
from kiosk.ward.refusals import Refusal
from kiosk.ward.status import NothingMissing, give_up_what, lost_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def kiosk(receiver: Receiver) -> ExportingKiosk:
    kiosk = ExportingKiosk(receiver.ward)
    kiosk.live(visits(3))
    kiosk.pack()
    return kiosk


def nights(kiosk: ExportingKiosk, count: int) -> list[Path]:
    """Bundles of so many more nights, all in order."""
    for night in range(count):
        kiosk.live(visit(50 + night))
        kiosk.pack()
    return kiosk.bundles()


def refused(receiver: Receiver, raw: bytes) -> Refusal:
    """Why it was not taken in; checks that nothing else has changed, and that it is kept and alarmed."""
    before = receiver.counts()
    outcome = receiver.take(raw)
    assert isinstance(outcome, KeptAside), outcome
    assert {**receiver.counts(), "alarm": 0} == {**before, "alarm": 0}
    assert receiver.alarms()[0].what == outcome.why
    assert any(one.read_bytes() == raw for one in receiver.aside())
    alarms, aside = len(receiver.alarms()), len(receiver.aside())
    receiver.take(raw)
    assert (len(receiver.alarms()), len(receiver.aside())) == (alarms, aside)
    return outcome.why


def in_quarantine(receiver: Receiver) -> tuple[Quarantined, ...]:
    with receiver.ledger.read() as connection:
        return quarantined(connection, receiver.folder, receiver.ring())


def test_what_the_ledger_holds_is_what_the_kiosk_exported(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    for bundle in nights(kiosk, 2):
        outcome = receiver.take(bundle)
        assert isinstance(outcome, TakenIn) and outcome.added
    assert receiver.lines() == kiosk.lines()
    (status,) = receiver.statuses()
    assert status.events == len(kiosk.lines()) and status.gaps == ()
    assert status.until_s == quarter(START_S)


def test_the_same_bundle_again_changes_nothing(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    (bundle,) = kiosk.bundles()
    receiver.take(bundle)
    before = receiver.counts()
    outcome = receiver.take(bundle)
    assert isinstance(outcome, TakenIn) and outcome.added is None
    assert receiver.counts() == before and receiver.alarms() == []


def test_bundles_may_come_in_any_order_and_what_is_missing_is_named(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    first, second, third = nights(kiosk, 2)
    for late in (third, first):
        receiver.take(late)
    (status,) = receiver.statuses()
    missing = parse_envelope(second.read_bytes()).header
    assert [(one.first, one.last) for one in status.gaps] == [(missing.first, missing.last)]
    receiver.take(second)
    (status,) = receiver.statuses()
    assert status.gaps == () and receiver.lines() == kiosk.lines() and receiver.alarms() == []


def test_what_is_missing_has_its_days_and_can_be_given_up(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    day_s = 86_400
    for night in range(1, 4):
        kiosk.live(visit(50 + night, wall_s=quarter(START_S) + night * day_s))
        kiosk.pack()
    first, second, third, fourth = kiosk.bundles()
    for bundle in (first, fourth):
        receiver.take(bundle)
    (status,) = receiver.statuses()
    (gap,) = status.gaps
    assert (gap.after_s, gap.before_s) == (visit(1)[0].wall_s, quarter(START_S) + 3 * day_s)
    assert status.begun_s == visit(1)[0].wall_s
    with receiver.ledger.change("") as connection, pytest.raises(NothingMissing):
        give_up_what(connection, receiver.ward.authority, f"{kiosk.name}/0/1-2", 1)
    for _ in range(2):  # again changes nothing
        with receiver.ledger.change("") as connection:
            give_up(connection, kiosk.name, gap.epoch, gap.first, gap.last, 1)
    (status,) = receiver.statuses()
    assert status.gaps == () and status.lost == (replace(gap, lost=True),)
    receiver.take(second)
    (status,) = receiver.statuses()
    (left,) = status.lost
    header = parse_envelope(third.read_bytes()).header
    assert (left.first, left.last) == (header.first, header.last) and status.gaps == ()
    receiver.take(third)
    (status,) = receiver.statuses()
    assert status.lost == () and receiver.lines() == kiosk.lines()


def test_of_a_kiosk_whose_first_events_are_missing_nobody_knows_when_it_began(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    receiver.take(nights(kiosk, 1)[1])
    (status,) = receiver.statuses()
    (gap,) = status.gaps
    assert status.begun_s is None and gap.after_s is None and gap.before_s is not None
    with receiver.ledger.change("") as connection:
        give_up_what(connection, receiver.ward.authority, lost_name(status, gap), 1)
    assert receiver.statuses()[0].gaps == ()


def test_a_ledger_lost_on_the_kiosk_sends_again_in_other_portions_and_nothing_is_counted_twice(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    for bundle in nights(kiosk, 2):
        receiver.take(bundle)
    shutil.rmtree(kiosk.outbox.ledger_file.parent)
    kiosk.live(visit(99))
    kiosk.pack(most_events=20)
    assert len(kiosk.bundles()) > 2
    added = [receiver.take(one) for one in kiosk.bundles()]
    assert sum(one.added or 0 for one in added if isinstance(one, TakenIn)) == 8
    assert receiver.lines() == kiosk.lines() and receiver.alarms() == []


def test_a_restored_backup_begins_a_new_epoch_and_an_officer_hears_of_it(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    backup = kiosk.database.read_bytes()
    for bundle in nights(kiosk, 1):
        receiver.take(bundle)
    kiosk.database.write_bytes(backup)
    kiosk.live(visit(77))
    kiosk.pack()
    for bundle in kiosk.bundles():
        assert isinstance(receiver.take(bundle), TakenIn)
    assert [one.what for one in receiver.alarms()] == ["restored-or-cloned"]
    assert receiver.count(t.source) == 2 and receiver.count(t.event) == len(receiver.lines()) == 42


def of_a_twin(receiver: Receiver, kiosk: ExportingKiosk, folder: Path) -> Path:
    """A clone that lives on, and nothing told it that it is one; and a bundle under numbers the ward has."""
    twin = ExportingKiosk(receiver.ward)
    copy = folder / "twin"
    shutil.copytree(kiosk.data, copy)
    for bundle in nights(kiosk, 1):
        receiver.take(bundle)
    shutil.rmtree(twin.data)
    copy.rename(twin.data)
    twin.live(visit(88))
    twin.pack()
    return next(one for one in twin.bundles() if parse_envelope(one.read_bytes()).header.first > 1)


def test_two_machines_that_write_the_same_numbers_are_found_out(
    receiver: Receiver, kiosk: ExportingKiosk, tmp_path: Path
) -> None:
    other = of_a_twin(receiver, kiosk, tmp_path)
    assert refused(receiver, other.read_bytes()) == "conflict"
    header = parse_envelope(other.read_bytes()).header
    (held,) = in_quarantine(receiver)
    assert held == Quarantined(header.kiosk, header.epoch, ((header.first, header.last),), 8, 1)
    receiver.take(other.read_bytes()[:-1])  # what was cut off on its way is no event more
    assert in_quarantine(receiver) == (held,)
    with receiver.ledger.change("") as connection:
        settle_alarms(connection, [one.no for one in receiver.alarms()], int(START_S))
    assert in_quarantine(receiver) == ()


def test_who_floods_the_receiver_takes_no_room_from_what_a_kiosk_has_signed(
    receiver: Receiver, kiosk: ExportingKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alarms, "MOST_ASIDE", 3)
    for number in range(5):
        receiver.take(b"%d no bundle at all" % number)
    assert len(receiver.aside()) == 3
    other = of_a_twin(receiver, kiosk, tmp_path)
    assert refused(receiver, other.read_bytes()) == "conflict"
    assert len(in_quarantine(receiver)) == 1
    with receiver.ledger.change("") as connection:
        settle_alarms(connection, [one.no for one in receiver.alarms()], int(START_S))
    junk = b"one more, and those an officer has seen give way"
    assert refused(receiver, junk) == "damaged"
    assert len(receiver.aside()) == 4


def test_what_finds_no_room_aside_is_counted_all_the_same_and_the_officer_is_told(
    receiver: Receiver, kiosk: ExportingKiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alarms, "MOST_ASIDE", 0)
    other = of_a_twin(receiver, kiosk, tmp_path)
    assert isinstance(receiver.take(other.read_bytes()), KeptAside)
    header = parse_envelope(other.read_bytes()).header
    numbers = (header.first, header.last)
    events = header.last - header.first + 1
    assert receiver.aside() == [] and alarms.is_full(receiver.folder)
    assert in_quarantine(receiver) == (Quarantined(header.kiosk, header.epoch, (numbers,), events, 1),)


@pytest.mark.parametrize("clone_first", [False, True])
def test_a_clone_that_knows_it_is_one_is_told_from_a_restored_disk(
    receiver: Receiver, kiosk: ExportingKiosk, clone_first: bool, tmp_path: Path
) -> None:
    receiver.take(kiosk.bundles()[0])
    clone = tmp_path / "clone"
    shutil.copytree(kiosk.data, clone)
    later = visit(90, wall_s=quarter(START_S + 3 * 86_400))
    kiosk.live(later)
    kiosk.pack()
    original = kiosk.bundles()[-1].read_bytes()
    shutil.rmtree(kiosk.data)
    clone.rename(kiosk.data)
    kiosk.live(visit(91), machine="c" * 32)
    kiosk.pack()
    copied = next(
        raw for raw in map(Path.read_bytes, kiosk.bundles()) if parse_envelope(raw).header.first == 1
        and parse_envelope(raw).header.epoch != parse_envelope(original).header.epoch
    )  # fmt: skip
    for raw in (copied, original) if clone_first else (original, copied):
        assert isinstance(receiver.take(raw), TakenIn)
    assert {one.what for one in receiver.alarms()} == {"restored-or-cloned", "two-machines"}


def forged(kiosk: ExportingKiosk, draft: Header, content: bytes) -> bytes:
    """Signed with the kiosk's own key, as a thief of it would."""
    signer: Signer = kiosk.signer
    return signer.bundle(draft, content)[1]


def altered(kiosk: ExportingKiosk, bundle: Path, before: bytes, old: str = "", new: str = "") -> bytes:
    """The same events with one text changed and every hash made to fit, after another event."""
    from support.exporting import opened

    envelope = parse_envelope(bundle.read_bytes())
    texts = opened(kiosk.ward, envelope).decode().replace(old or "\0", new).splitlines()
    hashes = [before]
    for text in texts:
        hashes.append(hash_after(hashes[-1], text))
    header = replace(envelope.header, first_hash=hashes[1].hex(), last_hash=hashes[-1].hex())
    header = replace(header, before=before.hex() if header.first > 1 else "")
    return forged(kiosk, header, "".join(f"{one}\n" for one in texts).encode())


def test_a_history_that_does_not_follow_is_refused_from_both_sides(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    first, second, third = nights(kiosk, 2)
    receiver.take(first)
    assert refused(receiver, altered(kiosk, second, b"\1" * 32)) == "broken-chain"
    receiver.take(third)
    before = bytes.fromhex(parse_envelope(second.read_bytes()).header.before)
    changed = altered(kiosk, second, before, '"by":"resident"', '"by":"volunteer"')
    assert refused(receiver, changed) == "broken-chain"
    assert isinstance(receiver.take(second), TakenIn)


def test_other_content_under_the_same_numbers_is_refused(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    (bundle,) = kiosk.bundles()
    receiver.take(bundle)
    start = genesis(kiosk.name, parse_envelope(bundle.read_bytes()).header.epoch)
    changed = altered(kiosk, bundle, start, '"by":"resident"', '"by":"volunteer"')
    assert refused(receiver, changed) == "conflict"
    assert receiver.lines() == kiosk.lines()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"by":"resident"', '"by":"ba-hang-xom"', "vocabulary"),
        ('"kind":"walk.ended"', '"kind":"walk.danced"', "vocabulary"),
        ('"to_step":"buoc-0"', '"to_step":"0912345678"', "vocabulary"),
        ('"to_step":"buoc-0"', '"to_step":"buoc-0","name":"Lan"', "vocabulary"),
        ('"wall_s":1764', '"wall_s":1765', "damaged"),
        ('"clock_ok":true', '"clock_ok":1', "damaged"),
        ('"session":"', '"session":"x', "damaged"),
    ],
)
def test_nothing_outside_the_vocabulary_ever_enters(
    receiver: Receiver, kiosk: ExportingKiosk, old: str, new: str, why: str
) -> None:
    (bundle,) = kiosk.bundles()
    start = genesis(kiosk.name, parse_envelope(bundle.read_bytes()).header.epoch)
    assert refused(receiver, altered(kiosk, bundle, start, old, new)) == why
    assert sum(one.events for one in in_quarantine(receiver)) == (25 if why == "vocabulary" else 0)
    receiver.take(bundle)
    assert in_quarantine(receiver) == ()


def test_files_that_are_cut_off_flipped_too_large_or_no_bundles_are_refused(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    (bundle,) = kiosk.bundles()
    raw = bundle.read_bytes()
    for wrong in (
        b"",
        b"\n",
        b"{}\n",
        raw[:-1],
        raw[:300],
        raw[: len(raw) // 2],
        raw + b"x",
        os.urandom(5000),
    ):
        with receiver.ledger.change("") as connection:  # what is told of one bundle is told once
            settle_alarms(connection, [one.no for one in receiver.alarms()], int(START_S))
        assert refused(receiver, wrong) == "damaged"
    for place in range(0, len(raw), 301):
        outcome = receiver.take(raw[:place] + bytes([raw[place] ^ 16]) + raw[place + 1 :])
        assert isinstance(outcome, KeptAside)
    assert refused(receiver, raw + bytes(MOST_BYTES)) == "too-large"
    assert isinstance(receiver.take(raw), TakenIn)


def test_a_small_file_that_would_fill_the_memory_is_refused(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    (bundle,) = kiosk.bundles()
    header = parse_envelope(bundle.read_bytes()).header
    key, enrolment = enrolled(kiosk.data, kiosk.name)
    bomb = squeezed(bytes(70 * 1024 * 1024))
    assert refused(receiver, enveloped(header, key.sign, seal(bomb, enrolment.recipients))) == "damaged"


def test_a_kiosk_of_another_ward_or_of_none_is_refused(
    receiver: Receiver, kiosk: ExportingKiosk, tmp_path: Path
) -> None:
    (bundle,) = kiosk.bundles()
    other = ExportingKiosk(Ward(tmp_path / "elsewhere", "Phường khác"))
    other.live(visits(1))
    other.pack()
    assert refused(receiver, other.bundles()[0].read_bytes()) == "wrong-ward"
    receiver.ward.authority = replace(receiver.ward.authority, enrolled=())
    receiver.ward.authority.save()
    assert refused(receiver, bundle.read_bytes()) == "unknown-key"


def test_of_a_stolen_kiosk_only_what_was_sent_before_counts(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    first, second = nights(kiosk, 1)
    receiver.take(first)
    (status,) = receiver.statuses()
    ward = receiver.ward
    ward.authority, _ = ward.authority.revoke(kiosk.name, dict(status.newest))
    ward.authority.save()
    assert isinstance(receiver.take(first), TakenIn)
    assert refused(receiver, second.read_bytes()) == "revoked"
    (status,) = receiver.statuses()
    assert status.withdrawn and not status.is_silent(receiver.now_s + 10**9)


def test_killed_before_every_statement_it_has_taken_in_all_or_nothing(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    bundle, second = nights(kiosk, 1)
    receiver.take(bundle)
    whole = len(kiosk.lines())

    def work() -> None:
        ledger = open_ledger(receiver.folder, receiver.url)
        for name in ("before_cursor_execute", "commit"):
            sa_event.listen(ledger._writer, name, lambda *_: killing.step())
        receiver.ledger = ledger
        receiver.take(second)

    kills = 0
    for _ in killing.killed_at_every_step(work):
        kills += 1
        assert receiver.count(t.bundle) == 1 and receiver.count(t.event) == whole - 8
    assert kills >= 5
    assert receiver.count(t.bundle) == 2 and receiver.lines() == kiosk.lines()
    outcome = receiver.take(second)
    assert isinstance(outcome, TakenIn) and outcome.added is None


@pytest.mark.parametrize("statement", ["INSERT INTO bundle", "SELECT source", "commit"])
def test_a_database_that_dies_in_the_middle_has_all_or_nothing_when_it_is_back(
    tmp_path: Path, statement: str
) -> None:
    server = Server()
    try:
        server.start()
        receiver = Receiver(Ward(tmp_path), server.url)
        kiosk = ExportingKiosk(receiver.ward)
        kiosk.live(visits(2))
        kiosk.pack()
        (bundle,) = kiosk.bundles()

        def die(*asked: object) -> None:
            if statement == "commit" or any(str(one).startswith(statement) for one in asked):
                server.kill()

        hook = "commit" if statement == "commit" else "before_cursor_execute"
        sa_event.listen(receiver.ledger._writer, hook, die)
        with pytest.raises(LedgerTrouble):
            receiver.take(bundle)
        sa_event.remove(receiver.ledger._writer, hook, die)
        with pytest.raises(LedgerTrouble):
            receiver.take(bundle)
        server.start()
        assert receiver.count(t.bundle) == receiver.count(t.event) == 0
        assert isinstance(receiver.take(bundle), TakenIn)
        assert receiver.lines() == kiosk.lines()
    finally:
        server.remove()


def test_the_migrations_make_exactly_the_tables(receiver: Receiver) -> None:
    with receiver.ledger.read() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, t.metadata) == []
        assert context.get_current_revision() == t.REVISION
