"""The key of a withdrawn kiosk proves nothing; no figures of a month are more than its log tells of.

On both databases: what can be is asked of them.
"""

from __future__ import annotations

import json
import os
from datetime import date

import pytest
from support.events import visit, visits
from support.exporting import ExportingKiosk, opened
from support.receiving import DATABASES, Receiver
from typer.testing import CliRunner

from kiosk.desk.command_line import app
from kiosk.log.figures.counts import figure
from kiosk.log.sessions.chain import hash_after
from kiosk.log.sessions.events import canonical
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.papers.export.cells import cell_lines, month_number
from kiosk.papers.export.envelope import Header, parse_envelope
from kiosk.papers.export.lines import joined
from kiosk.ward.days import Period
from kiosk.ward.ingest import Ingest, KeptAside, Outcome, TakenIn
from kiosk.ward.receive import keyring
from kiosk.ward.rollup import catch_up
from kiosk.ward.totals import totals

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a ward's server is Linux")
MONTH = "2026-10"
OCTOBER_S = 1_792_022_400  # the 15th


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def kiosk(receiver: Receiver) -> ExportingKiosk:
    """Three visits a night, in three bundles."""
    made = ExportingKiosk(receiver.ward)
    for night in range(3):
        made.live(visit(10 + night, wall_s=OCTOBER_S))
        made.pack()
    return made


def tally(kiosk: ExportingKiosk, cells: dict[Cell, int], month: str = MONTH) -> bytes:
    """As whoever holds the kiosk's key can make it."""
    epoch, number = kiosk.envelopes()[0].header.epoch, month_number(month)
    draft = Header("tally", kiosk.name, epoch, number, number, "", "", "")
    return kiosk.signer.bundle(draft, joined(cell_lines(cells.items())))[1]


def walks(number: int) -> dict[Cell, int]:
    return {WalkCell(MONTH, "elderly", "vneid", "completed"): number}


def withdraw(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    newest = {one.kiosk: dict(one.newest) for one in receiver.statuses()}.get(kiosk.name, {})
    ward = receiver.ward
    ward.authority, _ = ward.authority.revoke(kiosk.name, newest)
    ward.authority.save()


def vouched(receiver: Receiver, raw: bytes) -> Outcome:
    """As `ward ingest --vouched` takes it."""
    ring = keyring(receiver.folder, vouched=True)
    return Ingest(receiver.folder, receiver.ledger, lambda: ring, lambda: receiver.now_s).take(raw)


def why(outcome: Outcome) -> str:
    return outcome.why if isinstance(outcome, KeptAside) else "taken"


# --- withdrawn --------------------------------------------------------------------------------------------


def test_figures_of_a_month_that_come_after_their_kiosk_was_withdrawn_are_refused_and_alarmed(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    before, after = tally(kiosk, walks(2)), tally(kiosk, walks(9), "2026-09")
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    receiver.take(before)
    withdraw(receiver, kiosk)
    assert why(receiver.take(after)) == "revoked" and why(receiver.take(tally(kiosk, walks(50)))) == "revoked"
    assert [one.what for one in receiver.alarms()] == ["revoked", "revoked"]
    assert receiver.take(before) == TakenIn(parse_envelope(before).header, None), "it came in time"
    assert len(receiver.alarms()) == 2


def test_an_officer_may_vouch_for_what_was_made_before(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    receiver.take(kiosk.bundles()[0])
    withdraw(receiver, kiosk)
    (late,) = kiosk.bundles()[1:2]
    for raw in (late.read_bytes(), tally(kiosk, walks(2))):
        assert why(receiver.take(raw)) == "revoked"
        assert why(vouched(receiver, raw)) == "taken"


def test_a_gap_of_a_withdrawn_kiosk_is_filled_only_by_what_the_chain_proves(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    """Its whole content hangs between two hashes that were known: nobody can make up other events there."""
    first, middle, last = kiosk.bundles()
    for bundle in (first, last):
        receiver.take(bundle)
    withdraw(receiver, kiosk)
    header = parse_envelope(middle.read_bytes()).header
    lines = opened(kiosk.ward, parse_envelope(middle.read_bytes())).splitlines(keepends=True)
    some = Header(
        "events", header.kiosk, header.epoch, header.first, header.first + 1, "", "", "", header.before,
        header.first_hash, "",
    )  # fmt: skip
    part = _rehashed(some, lines[:2], header.before)
    assert why(receiver.take(kiosk.signer.bundle(part, b"".join(lines[:2]))[1])) == "revoked"
    assert why(receiver.take(middle)) == "taken"
    assert [one.gaps for one in receiver.statuses()] == [()]


def _rehashed(draft: Header, lines: list[bytes], before: str) -> Header:
    from dataclasses import replace

    from kiosk.log.sessions.chain import hash_after

    hash_ = bytes.fromhex(before)
    for line in lines:
        hash_ = hash_after(hash_, line.decode().rstrip("\n"))
    return replace(draft, last_hash=hash_.hex())


# --- what cannot be ---------------------------------------------------------------------------------------


def grouped(receiver: Receiver) -> int | None:
    catch_up(receiver.ledger)
    with receiver.ledger.read() as connection:
        return figure("grouped", totals(connection, Period(date(2026, 10, 1), date(2026, 10, 31))).all)


@pytest.mark.parametrize(
    "cells", [walks(551_130), {VisitCell(MONTH, "visit", "ended"): 551_130}], ids=["walks", "visits"]
)
def test_a_month_of_more_walks_or_visits_than_the_log_holds_is_not_counted_and_alarmed(
    receiver: Receiver, kiosk: ExportingKiosk, cells: dict[Cell, int]
) -> None:
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    assert why(receiver.take(tally(kiosk, cells))) == "taken"
    assert not grouped(receiver)
    (alarm,) = receiver.alarms()
    assert (alarm.what, alarm.kiosk, alarm.first) == ("implausible", kiosk.name, 202610)
    (status,) = receiver.statuses()
    assert MONTH not in status.tallied
    catch_up(receiver.ledger)
    assert len(receiver.alarms()) == 1


def test_figures_within_what_the_log_holds_are_counted(receiver: Receiver, kiosk: ExportingKiosk) -> None:
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    receiver.take(tally(kiosk, walks(3)))
    assert grouped(receiver) == 3 and receiver.alarms() == []
    (status,) = receiver.statuses()
    assert status.tallied == (MONTH,)


def test_figures_that_came_before_their_visits_count_once_those_have_come(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ward.plausible.MARGIN", 0)
    kiosk = ExportingKiosk(receiver.ward)
    kiosk.live(visits(3))
    kiosk.pack()
    (bundle,) = kiosk.bundles()
    month = "2025-11"
    receiver.take(tally(kiosk, {WalkCell(month, "elderly", "vneid", "completed"): 2}, month))
    catch_up(receiver.ledger)
    assert [one.what for one in receiver.alarms()] == ["implausible"]
    receiver.take(bundle)
    catch_up(receiver.ledger)
    assert receiver.alarms() == []
    (status,) = receiver.statuses()
    assert month in status.tallied


def test_what_is_missing_in_between_is_allowed_for_as_the_kiosk_usually_logs(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    first, middle, last = kiosk.bundles()
    for bundle in (first, last):
        receiver.take(bundle)
    header = parse_envelope(middle.read_bytes()).header
    could_be = 2 + 2 + (header.last - header.first + 1) // 2
    receiver.take(tally(kiosk, walks(could_be)))
    assert grouped(receiver) == could_be
    receiver.take(middle)
    receiver.take(tally(kiosk, walks(500)))
    assert not grouped(receiver)


def forged(kiosk: ExportingKiosk, seq: int, wall_s: int = OCTOBER_S) -> bytes:
    """One event under that number after any other, as whoever holds the kiosk's key can sign it."""
    epoch, any_hash = kiosk.envelopes()[0].header.epoch, "ab" * 32
    one = json.loads(kiosk.lines()[-1])
    text = canonical({**one, "seq": seq, "wall_s": wall_s})
    hash_ = hash_after(bytes.fromhex(any_hash), text).hex()
    draft = Header("events", kiosk.name, epoch, seq, seq, "", "", "", any_hash, hash_, hash_)
    return kiosk.signer.bundle(draft, joined([text]))[1]


@pytest.mark.parametrize("wall_s", [OCTOBER_S, OCTOBER_S + 15 * 86_400, OCTOBER_S + 400 * 86_400])
@pytest.mark.parametrize("counted", [551_130, 300])
def test_one_event_under_a_far_number_makes_no_room_for_figures(
    receiver: Receiver, kiosk: ExportingKiosk, wall_s: int, counted: int
) -> None:
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    assert why(receiver.take(forged(kiosk, 900_000, wall_s))) == "taken"
    assert [one.what for one in receiver.alarms()] == ["numbers-jumped"]
    receiver.take(tally(kiosk, walks(counted)))
    assert not grouped(receiver)
    assert [one.what for one in receiver.alarms()] == ["implausible", "numbers-jumped"]


def test_a_kiosk_that_was_away_for_weeks_and_comes_with_a_bundle_missing_is_no_jump(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    receiver.take(kiosk.bundles()[0])
    receiver.now_s += 21 * 86_400
    receiver.take(forged(kiosk, 21 * 3000))
    assert receiver.alarms() == []


def test_no_walk_is_counted_of_months_in_which_the_log_holds_no_visit(
    receiver: Receiver, kiosk: ExportingKiosk
) -> None:
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    for month in ("2026-07", "2026-08", "2026-09"):
        receiver.take(tally(kiosk, {WalkCell(month, "elderly", "vneid", "completed"): 50}, month))
    catch_up(receiver.ledger)
    assert {(one.what, one.first) for one in receiver.alarms()} == {
        ("implausible", 202607), ("implausible", 202608), ("implausible", 202609),
    }  # fmt: skip


def test_months_are_judged_again_when_their_kiosk_is_withdrawn(
    receiver: Receiver, kiosk: ExportingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bundle in kiosk.bundles():
        receiver.take(bundle)
    receiver.take(tally(kiosk, walks(400)))
    with monkeypatch.context() as as_an_older_program:
        as_an_older_program.setattr("kiosk.ward.plausible.margin", lambda _: 1000)
        assert grouped(receiver) == 400
    assert grouped(receiver) == 400
    asked = ["ward", "revoke", kiosk.name, "--data", str(receiver.ward.folder), "--ledger", receiver.url]
    done = CliRunner().invoke(app, [*asked, "--config", os.devnull])
    assert done.exit_code == 0, done.output
    assert not grouped(receiver)
    assert [one.what for one in receiver.alarms()] == ["implausible"]
