"""What was issued stays as it is, and later reports are hidden against it."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from support.busy import busy_day
from support.exporting import ExportingKiosk
from support.receiving import DATABASES, Receiver
from support.reports import month, report
from support.ward import Ward
from typer.testing import CliRunner, Result

from flows.guide.words import LANGUAGES
from kiosk.base.hours.opening import HANOI
from kiosk.desk.command_line import app
from kiosk.ward.days import Period
from kiosk.ward.ledger import LedgerTrouble
from kiosk.ward.report import register
from kiosk.ward.report.as_json import as_json, report_of
from kiosk.ward.report.published import published

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")

FIRST = date(2026, 10, 30)
DAYS = tuple(FIRST + timedelta(days=one) for one in range(4))
HALF, WHOLE = Period(DAYS[0], DAYS[1]), Period(DAYS[0], DAYS[-1])


@pytest.fixture(params=DATABASES)
def receiver(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Receiver]:
    url = request.getfixturevalue("server") if request.param == "postgresql" else ""
    made = Receiver(Ward(tmp_path / "ward"), url)
    yield made
    made.ledger.close()


SQLITE = pytest.mark.parametrize("receiver", ["sqlite"], indirect=True)


def lived(receiver: Receiver, number: int, days: tuple[date, ...] = DAYS) -> ExportingKiosk:
    kiosk, rng = ExportingKiosk(receiver.ward, number), random.Random(number)
    for day in days:
        kiosk.live(busy_day(rng, day, f"point-{number}", 6))
        kiosk.pack(month="2026-11")
    return kiosk


def send(receiver: Receiver, *kiosks: ExportingKiosk) -> None:
    for kiosk in kiosks:
        for bundle in kiosk.bundles():
            receiver.take(bundle)


def typed(receiver: Receiver, period: Period, *options: str) -> Result:
    command = ["ward", "report", "--from", f"{period.first}", "--to", f"{period.last}", "--format", "json"]
    ledger = ["--ledger", receiver.url] if receiver.url else []
    return CliRunner().invoke(app, [*command, *options, *ledger, "--data", str(receiver.ward.folder)])


def numbers(page: str) -> list[Any]:
    """Of every figure and table, but for the annex of sources."""
    parts = [part for part in json.loads(page)["parts"] if part["key"] != "sources"]
    blocks = [block for part in parts for block in part["blocks"]]
    lines = [line["number"] for block in blocks for line in block.get("lines", ())]
    rows = [row for block in blocks if block.get("key") != "due" for row in block.get("rows", ())]
    return lines + [cell for row in sorted(rows, key=str) for cell in row["cells"] if isinstance(cell, dict)]


def test_what_was_issued_is_the_same_page_whatever_comes_afterwards(receiver: Receiver) -> None:
    send(receiver, lived(receiver, 1), lived(receiver, 2))
    seen = typed(receiver, HALF)
    assert "chưa phát hành: đừng gửi đi" in seen.stderr and "add --issue" in seen.stderr
    with receiver.ledger.read() as connection:
        assert register.issued(connection) == ()
    page = typed(receiver, HALF, "--issue")
    assert (page.exit_code, page.stdout, page.stderr) == (0, seen.stdout, "")
    send(receiver, lived(receiver, 3))
    for again in (typed(receiver, HALF), typed(receiver, HALF, "--issue")):
        assert again.stdout == page.stdout and "đã phát hành ngày" in again.stderr
    english = typed(receiver, HALF, "--lang", "en", "--issue")
    assert json.loads(english.stdout)["language"] == "en"
    assert sorted(map(str, numbers(english.stdout))) == sorted(map(str, numbers(page.stdout)))
    with receiver.ledger.read() as connection:
        assert [one.period for one in register.issued(connection)] == [HALF]
        assert register.pages(connection, HALF).keys() == {"vi", "en"}


@SQLITE
def test_a_longer_period_hides_what_it_would_tell_of_the_one_issued_before(receiver: Receiver) -> None:
    send(receiver, lived(receiver, 1), lived(receiver, 2))
    before = numbers(typed(receiver, WHOLE).stdout)
    typed(receiver, HALF, "--issue")
    after = typed(receiver, WHOLE)
    kept_back = sum(one["hidden"] or one.get("about", False) for one in numbers(after.stdout))
    assert kept_back > sum(one["hidden"] for one in before)


@SQLITE
def test_what_is_not_whole_or_not_over_or_of_a_place_is_not_issued(receiver: Receiver) -> None:
    for bundle in lived(receiver, 1).bundles()[1:]:
        receiver.take(bundle)
    gap = typed(receiver, HALF, "--issue")
    assert gap.exit_code == 1 and "CHƯA ĐỦ: chưa phát hành" in gap.stderr and not gap.stdout
    place = typed(receiver, HALF, "--issue", "--place", "point-1")
    assert place.exit_code == 1 and "không phát hành" in place.stderr
    open_ = typed(receiver, Period(DAYS[0], datetime.now(HANOI).date() + timedelta(days=40)), "--issue")
    assert open_.exit_code == 1 and "chưa hết" in open_.stderr
    with receiver.ledger.read() as connection:
        assert register.issued(connection) == ()


def test_one_report_is_issued_once_in_a_language(receiver: Receiver) -> None:
    made = report()
    with receiver.ledger.change(register.REGISTER) as connection:
        register.issue(connection, made, published(month()), 0)
    with pytest.raises(LedgerTrouble) as refused, receiver.ledger.change(register.REGISTER) as connection:
        register.issue(connection, made, published(month()), 0)
    assert isinstance(refused.value.__cause__, IntegrityError)
    with receiver.ledger.read() as connection:
        (kept,) = register.issued(connection)
    shown = published(month())
    assert (kept.totals, kept.hide, kept.about) == (shown.totals, shown.hide, shown.about)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_read_back_from_its_json(language: Any) -> None:
    made = report(month(), language)
    assert report_of(as_json(made).decode()) == made
