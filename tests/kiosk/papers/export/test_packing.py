"""What of the log goes into bundles: all that is closed, once, chained, for the ward alone."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.chains import first_break
from support.events import BOOT, visit, visits
from support.exporting import ExportingKiosk, as_line, opened, opened_with_age
from support.ward import Ward

from kiosk.base import events as v
from kiosk.base.events import fields_of
from kiosk.base.events.describe import schema
from kiosk.base.files.paths import keys_folder
from kiosk.log.sessions.chain import EventRow, line, link
from kiosk.log.sessions.events import Event, canonical
from kiosk.log.storage.quarantine import set_aside
from kiosk.log.storage.reading import open_for_reading
from kiosk.papers.export.envelope import BundleDamaged, parse_envelope
from kiosk.papers.export.ledger import merged, missing
from kiosk.papers.export.lines import read_rows
from kiosk.papers.keys.enrolled import NotEnrolled
from kiosk.papers.keys.sealing import CannotOpen, new_identity, unseal
from kiosk.ward.authority import SEAL_FILE


@pytest.fixture
def kiosk(tmp_path: Path) -> ExportingKiosk:
    return ExportingKiosk(Ward(tmp_path))


def _in_log(kiosk: ExportingKiosk) -> list[str]:
    return [as_line(one) for one in open_for_reading(kiosk.database).events()]


def test_an_export_holds_what_is_in_the_log(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(5))
    ledger = kiosk.pack()
    assert kiosk.lines() == _in_log(kiosk)
    (entry,) = ledger.entries
    assert (entry.first, entry.last) == (1, 41) and entry.is_waiting
    assert [one.name for one in kiosk.bundles()] == [entry.name]


def test_each_bundle_is_chained_to_the_one_before_and_holds_nothing_twice(kiosk: ExportingKiosk) -> None:
    for night in range(3):
        kiosk.live(visits(2) if night == 0 else visit(10 + night))
        kiosk.pack()
        kiosk.pack()
    headers = [one.header for one in kiosk.envelopes()]
    assert [one.first for one in headers] == [1, *[one.last + 1 for one in headers[:-1]]]
    assert [one.before for one in headers] == ["", *[one.last_hash for one in headers[:-1]]]
    assert kiosk.lines() == _in_log(kiosk)
    for envelope in kiosk.envelopes():
        assert read_rows(envelope.header, opened(kiosk.ward, envelope))


@pytest.mark.parametrize("most", [3, 8, 9, 13])
def test_a_long_absence_is_packed_in_many_bundles_none_of_which_cuts_a_visit(
    kiosk: ExportingKiosk, most: int
) -> None:
    kiosk.live(visits(6))
    kiosk.pack(most_events=most)
    assert kiosk.lines() == _in_log(kiosk)
    for envelope in kiosk.envelopes():
        assert read_rows(envelope.header, opened(kiosk.ward, envelope))
        if most > 8:  # a visit of eight events fits
            lines = [json.loads(one) for one in opened(kiosk.ward, envelope).splitlines()]
            for session in {one["session"] for one in lines if one["session"]}:
                kinds = [one["kind"] for one in lines if one["session"] == session]
                assert (kinds[0], kinds[-1]) == ("session.started", "session.ended")


def test_the_visit_that_is_open_waits_for_another_night(kiosk: ExportingKiosk) -> None:
    open_visit = visit(7)
    kiosk.live([*visits(1), *open_visit[:-1]])
    kiosk.pack()
    assert len(kiosk.lines()) == 9
    kiosk.pack()
    assert len(kiosk.bundles()) == 1
    kiosk.live([open_visit[-1]])
    kiosk.pack()
    assert kiosk.lines() == _in_log(kiosk)


def test_the_kiosks_own_events_within_an_open_visit_wait_with_it(kiosk: ExportingKiosk) -> None:
    own = Event(v.KioskStarted("0.1.0", "diem-1"), None, 0, 1_764_000_000, True, BOOT)
    started = visit(7)
    kiosk.live([own, *started[:2], own])
    kiosk.pack()
    assert len(kiosk.lines()) == 2
    kiosk.live(started[2:])
    kiosk.pack()
    assert kiosk.lines() == _in_log(kiosk)


def test_what_was_salvaged_of_a_damaged_log_is_exported_with_its_gap(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(4))
    damaged = kiosk.database.read_bytes()
    place = damaged.index(b"%032x" % 1)  # the id of the second visit, in one of its rows
    kiosk.database.write_bytes(damaged[:place] + b"f" + damaged[place + 1 :])
    from kiosk.log.storage.salvage import salvage

    before = {json.loads(one)["seq"] for one in _in_log(kiosk)}
    saved = salvage(set_aside(kiosk.database), kiosk.database)
    assert saved is not None and 0 < saved < len(before)
    kiosk.live(visit(20))
    kiosk.pack()
    assert sorted(kiosk.lines()) == sorted(_in_log(kiosk))
    for envelope in kiosk.envelopes():
        assert read_rows(envelope.header, opened(kiosk.ward, envelope))
    kiosk.pack()
    assert len(kiosk.lines()) == len(_in_log(kiosk))


def test_a_row_whose_bits_have_flipped_never_leaves_the_kiosk(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(4))
    with closing(sqlite3.connect(kiosk.database)) as connection, connection:
        connection.execute("UPDATE event SET at_ms = at_ms + 1 WHERE seq = 12")
    kiosk.pack()
    sequence = [json.loads(one)["seq"] for one in kiosk.lines()]
    assert sequence == [one for one in range(1, 34) if one != 12]
    for envelope in kiosk.envelopes():
        assert read_rows(envelope.header, opened(kiosk.ward, envelope))


def test_a_first_row_that_nothing_can_prove_must_at_least_have_the_form_of_an_event(
    kiosk: ExportingKiosk,
) -> None:
    kiosk.live(visits(2))
    with closing(sqlite3.connect(kiosk.database)) as connection, connection:
        connection.execute("DELETE FROM event WHERE seq < 5")
        connection.execute("UPDATE event SET kind = 'wa\"k.started' WHERE seq = 5")
    kiosk.pack()
    sequence = [json.loads(one)["seq"] for one in kiosk.lines()]
    assert sequence == list(range(6, 18))
    (envelope,) = kiosk.envelopes()
    assert read_rows(envelope.header, opened(kiosk.ward, envelope))


def test_a_kiosk_cannot_open_what_it_sealed(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(1))
    kiosk.pack()
    (envelope,) = kiosk.envelopes()
    for file in keys_folder(kiosk.data).iterdir():
        assert b"AGE-SECRET-KEY" not in file.read_bytes()
    with pytest.raises(CannotOpen):
        unseal(envelope.sealed, [new_identity()[0]])


def test_debians_age_opens_it_for_the_ward_and_for_the_escrow(tmp_path: Path) -> None:
    from kiosk.papers.keys.sealing import identity_file

    escrow, public = new_identity()
    safe = tmp_path / "escrow.age"
    safe.write_bytes(identity_file(escrow, public))
    kiosk = ExportingKiosk(Ward(tmp_path / "hub", escrow=public))
    kiosk.live(visits(2))
    kiosk.pack()
    (bundle,) = kiosk.bundles()
    expected = "".join(f"{one}\n" for one in _in_log(kiosk)).encode()
    for identity in (kiosk.ward.folder / "ward" / SEAL_FILE, safe):
        assert opened_with_age(identity, bundle) == expected


def test_a_kiosk_nobody_enrolled_packs_nothing(tmp_path: Path) -> None:
    from kiosk.papers.export.signer import open_signer

    with pytest.raises(NotEnrolled):
        open_signer(tmp_path, "kiosk-000000000001")


def test_every_flipped_bit_of_a_bundle_is_noticed(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(2))
    kiosk.pack()
    (bundle,) = kiosk.bundles()
    raw = bundle.read_bytes()
    (envelope,) = kiosk.envelopes()
    header = len(raw) - len(envelope.sealed)
    places = [*range(0, header, 11), *range(header, len(raw), 211)]
    for place in places:
        wrong = raw[:place] + bytes([raw[place] ^ 4]) + raw[place + 1 :]
        try:
            parsed = parse_envelope(wrong)
        except BundleDamaged:
            continue
        if kiosk.signer.is_ours(parsed):
            with pytest.raises(CannotOpen):
                opened(kiosk.ward, parsed)
    for cut in (0, 10, header - 1, header, header + 50, len(raw) - 1):
        with pytest.raises((BundleDamaged, CannotOpen)):
            opened(kiosk.ward, parse_envelope(raw[:cut]))


def test_a_line_is_the_canonical_json_that_the_hash_is_made_of() -> None:
    for seq, event in enumerate(visit(3), 1):
        fields = canonical(fields_of(event.what))
        row = EventRow(
            seq, event.what.kind, event.session, event.at_ms, event.wall_s, event.clock_ok, event.boot,
            fields, b"",
        )  # fmt: skip
        text = line("may-1", "e" * 32, row)
        assert text == canonical(json.loads(text)) and json.loads(text)["fields"] == fields_of(event.what)


def test_a_line_has_what_the_published_schema_says(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(1))
    kiosk.pack()
    kinds = {one["properties"]["kind"]["const"]: one for one in schema()["oneOf"]}
    for text in kiosk.lines():
        told = json.loads(text)
        asked = kinds[told["kind"]]
        assert set(told) == set(asked["required"]) == set(asked["properties"])
        assert set(told["fields"]) == set(asked["properties"]["fields"]["required"])


def test_the_chain_of_logs_written_before_still_holds() -> None:
    """Hashes computed by the first release; a changed line would break every log in the field."""
    before = bytes(32)
    for seq, event in enumerate(visit(3), 1):
        before = link(before, "may-1", "e" * 32, seq, event)
    assert before.hex() == "11c8407b247ce87faffff246ee1bd85de46240e106043818e28cd0e65eee8b77"
    assert first_break([]) is None


def test_ranges_are_merged_and_subtracted() -> None:
    assert merged([(5, 9), (1, 2), (3, 4), (8, 12), (20, 20)]) == ((1, 12), (20, 20))
    assert missing((1, 30), [(5, 9), (20, 40)]) == ((1, 4), (10, 19))
    assert missing((1, 3), [(1, 3)]) == () and missing((1, 3), []) == ((1, 3),)
    assert missing((5, 9), [(1, 4), (10, 11)]) == ((5, 9),)
